/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What KVM here gives to hypervisors in its guests, as /dev/kvm tells. Not what KVM itself can use:
 * it emulates some of it, and keeps some.
 */
#ifndef NESTDIAG_OFFER_H
#define NESTDIAG_OFFER_H

#include "core/base/row.h"
#include "core/facts/facts.h"
#include "core/features/features.h"

/** nd_offer_root() - "vmx" or "svm": what hypervisors in guests of this machine would need */
const struct nd_feature *nd_offer_root(const struct nd_facts *facts);

/** nd_offer_bit() - does KVM give that feature? Without VMX or SVM itself it gives none of it */
enum nd_bit nd_offer_bit(const struct nd_facts *facts, const struct nd_feature *feature);

/**
 * nd_offer_emulated() - does KVM give that feature though this machine's own registers lack it?
 * @facts:   the machine
 * @feature: the feature
 *
 * Return: false also if either of the two was not recorded.
 */
bool nd_offer_emulated(const struct nd_facts *facts, const struct nd_feature *feature);

/**
 * nd_offer_rows() - ND_ROW_SUPPORT for each feature that KVM here gives, or does not give, to
 * hypervisors in its guests
 * @facts: the machine, of which that is recorded
 * @bit:   only features with this answer
 * @emit:  where they go; NULL only counts
 *
 * Columns are those of nd_feature_rows().
 *
 * Return: how many there are.
 */
unsigned int nd_offer_rows(const struct nd_facts *facts, enum nd_bit bit,
			   const struct nd_emit *emit);

/**
 * nd_offer_hyperv() - can KVM here show Hyper-V's interface to a guest whose VMM wants it?
 *
 * Return: ND_BIT_UNKNOWN if the leaves were not recorded: KVM tells them only since Linux 5.11, and
 * only if it was built with CONFIG_KVM_HYPERV. It is never ND_BIT_NO.
 */
enum nd_bit nd_offer_hyperv(const struct nd_facts *facts);

/** nd_offer_evmcs() - highest version of the enlightened VMCS that it can give, 0 for none */
unsigned int nd_offer_evmcs(const struct nd_facts *facts);

/**
 * nd_offer_row() - ND_ROW_FACT "Guests get": virtualization, and Hyper-V's interface
 *
 * Return: false if nobody asked KVM, and there is no row.
 */
bool nd_offer_row(const struct nd_facts *facts, struct nd_row *row);

#endif /* NESTDIAG_OFFER_H */
