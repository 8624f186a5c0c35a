/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * CPU models of QEMU, and what QEMU calls features.
 */
#ifndef NESTDIAG_TOOLS_QEMUMODEL_H
#define NESTDIAG_TOOLS_QEMUMODEL_H

#include "core/caps/generation.h"
#include "core/facts/facts.h"
#include "core/features/features.h"

/* Registers of CPUID that hold features. */
enum nd_cpuid_word {
	ND_CPUID_1_EDX,
	ND_CPUID_1_ECX,
	ND_CPUID_7_EBX,
	ND_CPUID_7_ECX,
	ND_CPUID_7_EDX,
	ND_CPUID_EXT_EDX,
	ND_CPUID_EXT_ECX,
	ND_CPUID_EXT8_EBX,
	ND_CPUID_XSAVE_EAX,
	ND_NR_CPUID_WORDS
};

/**
 * struct nd_qemu_model - a named model
 * @name:       QEMU's and libvirt's name
 * @vendor:     CPUID's vendor string
 * @generation: the first that has all of it
 * @cpuid:      features that a host has to give, by enum nd_cpuid_word
 * @vmx:        VMX features that come with it, by register as QEMU has them: of controls bit by bit
 *		those that may be 1 and may be 0
 * @svm:        SVM features that come with it
 */
struct nd_qemu_model {
	const char *name;
	const char *vendor;
	enum nd_generation generation;
	u32 cpuid[ND_NR_CPUID_WORDS];
	u64 vmx[ND_NR_REGS];
	u32 svm;
};

/* The newest of a vendor first. */
extern const struct nd_qemu_model nd_qemu_models[];
extern const unsigned int nd_nr_qemu_models;

/** nd_cpuid_word() - a register of CPUID; false if it was not recorded */
bool nd_cpuid_word(const struct nd_cpu *cpu, enum nd_cpuid_word word, u32 *value);

/**
 * nd_qemu_name() - what QEMU calls a feature in -cpu
 *
 * NULL if it has no name there. Two features may have one name, which then stands for both.
 */
const char *nd_qemu_name(const struct nd_feature *feature);

/** nd_libvirt_name() - what libvirt calls the feature or features of that name; NULL as above */
const char *nd_libvirt_name(const struct nd_feature *feature);

/**
 * nd_qemu_newer() - the first version of QEMU that knows the name, NULL for 7.2 and those before
 */
const char *nd_qemu_newer(const struct nd_feature *feature);

/** nd_qemu_implies() - does the model come with that feature once VMX or SVM is on? */
bool nd_qemu_implies(const struct nd_qemu_model *model, const struct nd_feature *feature);

/**
 * nd_qemu_needs() - the CPUID feature without which QEMU refuses @feature with that model, or NULL
 */
const char *nd_qemu_needs(const struct nd_qemu_model *model, const struct nd_feature *feature);

#endif /* NESTDIAG_TOOLS_QEMUMODEL_H */
