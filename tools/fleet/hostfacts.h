/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A host as facts that can be compared with those of others: one name and one value each.
 */
#ifndef NESTDIAG_TOOLS_HOSTFACTS_H
#define NESTDIAG_TOOLS_HOSTFACTS_H

#include "core/facts/facts.h"

/**
 * enum nd_fact_kind - kinds of facts, those first that others follow from
 * @ND_FACT_CPU:        the processor
 * @ND_FACT_PLATFORM:   under whom it runs
 * @ND_FACT_MICROCODE:  revision of the microcode
 * @ND_FACT_KERNEL:     release of the kernel
 * @ND_FACT_MODULE:     version of the nestdiag module that read the facts
 * @ND_FACT_HOST:       a fact of the host around KVM that does not change by itself
 * @ND_FACT_VIRT:       whether VMX or SVM is on
 * @ND_FACT_PARAM:      a parameter of KVM
 * @ND_FACT_EVMCS:      whether an enlightened VMCS is in use
 * @ND_FACT_CAPABILITY: what the processor shows of a feature
 * @ND_FACT_GUEST:      what KVM gives to guests of it
 * @ND_FACT_FEATURE:    what became of it, as in `nestdiag features`
 * @ND_FACT_FINDING:    a rule of `nestdiag check` that fires, or cannot tell
 */
enum nd_fact_kind {
	ND_FACT_CPU,
	ND_FACT_PLATFORM,
	ND_FACT_MICROCODE,
	ND_FACT_KERNEL,
	ND_FACT_MODULE,
	ND_FACT_HOST,
	ND_FACT_VIRT,
	ND_FACT_PARAM,
	ND_FACT_EVMCS,
	ND_FACT_CAPABILITY,
	ND_FACT_GUEST,
	ND_FACT_FEATURE,
	ND_FACT_FINDING,
	ND_NR_FACT_KINDS
};

/** nd_fact_kind_word() - "cpu", "platform", "microcode", ... */
const char *nd_fact_kind_word(enum nd_fact_kind kind);

/**
 * struct nd_fact_sink - where facts go
 * @fact: takes one; texts are only valid during the call
 * @ctx:  handed to @fact
 */
struct nd_fact_sink {
	void (*fact)(void *ctx, enum nd_fact_kind kind, const char *name, const char *value);
	void *ctx;
};

/**
 * nd_host_facts() - all facts of a host
 *
 * What is different on every host, or from one moment to the next, is left out: names, addresses,
 * memory, figures of exits.
 */
void nd_host_facts(const struct nd_facts *facts, const struct nd_fact_sink *sink);

#endif /* NESTDIAG_TOOLS_HOSTFACTS_H */
