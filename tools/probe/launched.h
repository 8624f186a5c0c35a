/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Small guests on /dev/kvm, the largest of which launches a guest of its own from a VMCS or VMCB
 * that the caller may have spoilt. x86-64 only.
 */
#ifndef NESTDIAG_TOOLS_LAUNCHED_H
#define NESTDIAG_TOOLS_LAUNCHED_H

#include <nestdiag/types.h>

#include "tools/probe/nestguest.h"

/**
 * enum nd_launch_stage - how far it got
 * @ND_LAUNCH_OPEN:    /dev/kvm could not be opened
 * @ND_LAUNCH_VM:      KVM_CREATE_VM failed
 * @ND_LAUNCH_MEMORY:  memory could not be given to it
 * @ND_LAUNCH_VCPU:    KVM_CREATE_VCPU failed
 * @ND_LAUNCH_CPUID:   CPUID could not be set
 * @ND_LAUNCH_NESTED:  KVM offers its guests neither VMX nor SVM
 * @ND_LAUNCH_STATE:   its registers could not be set
 * @ND_LAUNCH_RUN:     KVM_RUN failed, or returned for another reason than the guest's OUT
 * @ND_LAUNCH_FAULT:   the guest took an exception, see its page
 * @ND_LAUNCH_END:     the guest has come to its end; its page says what it found
 */
enum nd_launch_stage {
	ND_LAUNCH_OPEN,
	ND_LAUNCH_VM,
	ND_LAUNCH_MEMORY,
	ND_LAUNCH_VCPU,
	ND_LAUNCH_CPUID,
	ND_LAUNCH_NESTED,
	ND_LAUNCH_STATE,
	ND_LAUNCH_RUN,
	ND_LAUNCH_FAULT,
	ND_LAUNCH_END,
};

/**
 * enum nd_launch_kind - what is tried; everything before it is needed for it
 * @ND_LAUNCH_OF_GUEST: a guest that launches a guest of its own
 * @ND_LAUNCH_OF_VM:	KVM_CREATE_VM
 * @ND_LAUNCH_OF_MEMORY: memory for it
 * @ND_LAUNCH_OF_VCPU:	a vCPU with the CPUID that KVM supports
 * @ND_LAUNCH_OF_REAL:	a few instructions in real mode
 * @ND_LAUNCH_OF_PROT:	in protected mode without paging
 * @ND_LAUNCH_OF_LONG:	in 64-bit mode
 * @ND_LAUNCH_OF_COST: CPUIDs in 64-bit mode, each measured
 */
enum nd_launch_kind {
	ND_LAUNCH_OF_GUEST,
	ND_LAUNCH_OF_VM,
	ND_LAUNCH_OF_MEMORY,
	ND_LAUNCH_OF_VCPU,
	ND_LAUNCH_OF_REAL,
	ND_LAUNCH_OF_PROT,
	ND_LAUNCH_OF_LONG,
	ND_LAUNCH_OF_COST,
};

/**
 * struct nd_patch - a change to the valid VMCS, VMCB or memory
 * @where: VMCS encoding; offset in the VMCB; guest-physical address
 * @size:  bytes in a VMCB or in memory: 1, 2, 4, or 8, which 0 means, too
 * @value: what to put there
 */
struct nd_patch {
	u32 where;
	u32 size;
	u64 value;
};

/**
 * struct nd_launch - a guest, by default one that launches a guest
 * @kind:	 what it is; @patches to @flags are for ND_LAUNCH_OF_GUEST
 * @patches:	 applied in this order after all fields have their default, right before the launch
 * @nr_patches:	 how many
 * @pokes:	 the same to the guest's memory (MSR areas: NG_ENTRY_MSRS, ...; VMCS revision)
 * @nr_pokes:	 how many
 * @reads:	 VMCS fields, or offsets in the VMCB (8 bytes each), to read afterwards
 * @nr_reads:	 how many
 * @flags:	 NG_SKIP_CLEAR, NG_SKIP_LOAD, NG_RESUME, NG_LAUNCH
 * @cpuids:	 how many CPUIDs the nested guest executes before its end, or those of
 *		 ND_LAUNCH_OF_COST; each is measured
 */
struct nd_launch {
	enum nd_launch_kind kind;
	const struct nd_patch *patches;
	u32 nr_patches;
	const struct nd_patch *pokes;
	u32 nr_pokes;
	const u32 *reads;
	u32 nr_reads;
	u32 flags;
	u32 cpuids;
};

/**
 * struct nd_launched - what became of it
 * @stage:	how far it got
 * @error:	errno, positive, if a system call failed
 * @signal:	what ended the child before it was done, 0 for nothing
 * @kvm_exit:	KVM_EXIT_* at ND_LAUNCH_RUN, if @error is 0
 * @detail:	hardware_entry_failure_reason, suberror or system event type that goes with it
 * @said:	what the guest handed out last: NG_SAID_*
 * @svm:	it is SVM, not VMX
 * @timed_out:	it was killed, because it took too long; @stage says where
 * @immortal:	it could not even be killed
 * @tsc_khz:	the guest's ticks per millisecond, 0 if unknown
 * @page:	the guest's page as it was left; all 0 before ND_LAUNCH_RUN
 * @nr_samples: used entries of @samples
 * @samples:	ticks of each CPUID, as measured within the guest
 */
struct nd_launched {
	enum nd_launch_stage stage;
	int error;
	int signal;
	u32 kvm_exit;
	u64 detail;
	u32 said;
	bool svm;
	bool timed_out;
	bool immortal;
	u32 tsc_khz;
	struct ng_page page;
	u32 nr_samples;
	u64 samples[NG_MAX_SAMPLES];
};

#endif /* NESTDIAG_TOOLS_LAUNCHED_H */
