// SPDX-License-Identifier: GPL-2.0-only
/*
 * What kvm_exit passes its probes, found out at the first exit. Distributions carry changes back, so
 * that no version number tells.
 */
#include <linux/kvm_host.h>
#include <linux/uaccess.h>

#include "module/kvm/arguments.h"
#include "module/kvm/probe.h"

#define ARGUMENTS_MAX_ID	65536	/* more than any KVM gives its vCPUs as number */
#define ARGUMENTS_HFLAGS	0xff	/* all that have been in use */

/*
 * Is it a vCPU, and laid out as in the headers that we were built with? No symbol of KVM is imported,
 * so that no checksum tells. The vCPU is this process's, runs on this CPU, and what probes look at
 * beyond that makes sense.
 */
static bool arguments_is_vcpu(unsigned long word)
{
	const struct kvm_vcpu *vcpu = (const struct kvm_vcpu *)word;
	struct mm_struct *mm;
	struct kvm *kvm;
	int cpu, id;
	u32 hflags;

	return !copy_from_kernel_nofault(&kvm, &vcpu->kvm, sizeof(kvm)) &&
	       !copy_from_kernel_nofault(&mm, &kvm->mm, sizeof(mm)) && mm && mm == current->mm &&
	       !copy_from_kernel_nofault(&cpu, &vcpu->cpu, sizeof(cpu)) &&
	       cpu == raw_smp_processor_id() &&
	       !copy_from_kernel_nofault(&id, &vcpu->vcpu_id, sizeof(id)) &&
	       id >= 0 && id < ARGUMENTS_MAX_ID &&
	       !copy_from_kernel_nofault(&hflags, &vcpu->arch.hflags, sizeof(hflags)) &&
	       !(hflags & ~ARGUMENTS_HFLAGS);
}

static bool arguments_is_isa(u32 isa)
{
	return isa == ND_ISA_VMX || isa == ND_ISA_SVM;
}

void nd_arguments_look(unsigned long first, unsigned long second, unsigned long third)
{
	enum nd_arguments arguments = ND_ARGUMENTS_OTHER;

	if (arguments_is_isa(second) && arguments_is_vcpu(first))
		arguments = ND_ARGUMENTS_VCPU;
	else if (arguments_is_isa(third) && arguments_is_vcpu(second))
		arguments = ND_ARGUMENTS_REASON;
	WRITE_ONCE(nd_probe.arguments, arguments);
	/* Pairs with source_set(), which will say the same; this exit has to count, too. */
	smp_mb();
	if (arguments == ND_ARGUMENTS_REASON && !nd_probe.forced)
		WRITE_ONCE(nd_probe.source, ND_SOURCE_ARGUMENT);
	nd_probe.changed();
}
