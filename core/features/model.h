/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What vendor and model of a CPU say of a feature.
 */
#ifndef NESTDIAG_MODEL_H
#define NESTDIAG_MODEL_H

#include "core/features/features.h"

/**
 * nd_model_only() - "AMD only" or "Intel only" where CPUID names a vendor of the other technology
 * @cpu:     the CPU
 * @feature: the feature
 *
 * Return: NULL if the vendor's processors have the
 * technology of @feature, or the vendor is unknown.
 */
const char *nd_model_only(const struct nd_cpu *cpu, const struct nd_feature *feature);

/**
 * nd_model_bit() - does the CPU model that CPUID shows have it? ND_BIT_UNKNOWN if that is not known
 */
enum nd_bit nd_model_bit(const struct nd_cpu *cpu, const struct nd_feature *feature);

#endif /* NESTDIAG_MODEL_H */
