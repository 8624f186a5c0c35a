/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the programs and the tool share: the maps, by their names and the shape of their values.
 */
#ifndef NESTDIAG_MAPS_H
#define NESTDIAG_MAPS_H

#include "core/exits/account.h"

/* Names of maps; as pins they are file names, too. */
#define ND_MAP_CPUS		"nd_cpus"	/* CPU: struct nd_acct */
#define ND_MAP_VCPUS		"nd_vcpus"	/* address of the struct kvm_vcpu: struct nd_acct_vcpu */
#define ND_MAP_THREADS		"nd_threads"	/* process and thread: address of its vCPU */
#define ND_MAP_REFUSALS		"nd_refusals"	/* struct nd_refused_key: u64 count */
#define ND_MAP_LOST		"nd_lost"	/* 0: struct nd_count_lost */

#define ND_COUNT_VCPUS		256	/* as many as the module keeps by default */
#define ND_COUNT_THREADS	1024	/* threads that are gone keep their place until the end */
#define ND_COUNT_REFUSALS	192
#define ND_COUNT_TEXT		256

/**
 * struct nd_refused_key - nested entries refused for one reason
 * @text:  KVM's message, the rest of it zeroed
 * @error: the number beside it
 */
struct nd_refused_key {
	char text[ND_COUNT_TEXT];
	u32 error;
};

/**
 * struct nd_count_lost - what found no place
 * @refusals: refused nested entries beyond the table
 */
struct nd_count_lost {
	u64 refusals;
};

#endif /* NESTDIAG_MAPS_H */
