// SPDX-License-Identifier: GPL-2.0-only
/*
 * What kvm_exit and kvm_entry pass their probes, found out at the first hit: distributions carry
 * changes back, so that no version number tells. And whether struct kvm_vcpu is the one of the
 * headers that we were built with: no symbol of KVM is imported, so that no checksum tells.
 *
 * The first exit shows whether what looks like a vCPU can be one: it is this process's, runs on
 * this CPU, and the rest that probes look at makes sense. So nothing is followed that is no pointer
 * of KVM's. The proof comes a little later, by a work item: KVM has given the vCPU a file whose
 * name has its number, and its count of exits grows with what the probes count.
 */
#include <linux/dcache.h>
#include <linux/fdtable.h>
#include <linux/fs.h>
#include <linux/kvm_host.h>
#include <linux/sched/task.h>
#include <linux/uaccess.h>
#include <linux/workqueue.h>

#include "module/kvm/arguments.h"
#include "module/kvm/probe.h"
#include "module/kvm/table.h"

#define ARGUMENTS_MAX_ID	65536	/* more than any KVM gives its vCPUs as number */
#define ARGUMENTS_HFLAGS	0xff	/* all that have been in use */

/* --- can it be a vCPU? ------------------------------------------------------------------------ */

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

/* Up to Linux 5.9, and RHEL 8.3, it is the number of the vCPU. */
void nd_arguments_look_entry(unsigned long first)
{
	if (arguments_is_vcpu(first)) {
		WRITE_ONCE(nd_probe.entry, ND_ARGUMENTS_VCPU);
		return;
	}
	WRITE_ONCE(nd_probe.entry, ND_ARGUMENTS_OTHER);
	nd_probe.changed();
}

/* --- the proof -------------------------------------------------------------------------------- */

#define ARGUMENTS_LOOKS		10	/* at a witness */
#define ARGUMENTS_PERIOD	(HZ / 20)
#define ARGUMENTS_PAUSE		HZ	/* before there is another one */
#define ARGUMENTS_EXITS		16	/* counted meanwhile, so that they tell something */

/**
 * struct arguments_witness - a vCPU that is looked at
 * @task:    the thread that runs it, held; NULL in the pause after it
 * @vcpu:    its address
 * @looks:   how often it has been looked at
 * @exits:   KVM's count of its exits, at the first look and at the last
 * @counted: ours, at the first look
 */
struct arguments_witness {
	struct task_struct *task;
	const struct kvm_vcpu *vcpu;
	u32 looks;
	u64 exits[2];
	u64 counted;
};

/* Of the exit that set nd_probe.proof to HEARD. */
static struct arguments_witness arguments_witness;

static void arguments_work(struct work_struct *work);
static DECLARE_DELAYED_WORK(arguments_todo, arguments_work);

notrace void nd_arguments_witness(const struct kvm_vcpu *vcpu)
{
	if (cmpxchg(&nd_probe.proof, ND_PROOF_ASKED, ND_PROOF_HEARD) != ND_PROOF_ASKED)
		return;
	get_task_struct(current);
	arguments_witness = (struct arguments_witness){ .task = current, .vcpu = vcpu };
	schedule_delayed_work(&arguments_todo, ARGUMENTS_PERIOD);
}

static u64 arguments_counted(const struct kvm_vcpu *vcpu)
{
	const struct nd_acct_vcpu *entry = nd_table_look(vcpu);
	u64 counted = 0;
	u32 slot;

	for (slot = 0; entry && slot < ND_NR_SLOTS; slot++)
		counted += READ_ONCE(entry->counts[ND_LEVEL_GUEST][slot]) +
			   READ_ONCE(entry->counts[ND_LEVEL_NESTED][slot]);
	return counted;
}

/*
 * KVM's name of a vCPU's file ends with the vCPU's number. As long as the file is in the table of
 * files, which is locked, its vCPU is there.
 */
static int arguments_look_at(const void *data, struct file *file, unsigned int fd)
{
	struct arguments_witness *witness = (struct arguments_witness *)data;
	const char *name = file->f_path.dentry->d_name.name;
	const struct kvm_vcpu *vcpu = witness->vcpu;
	static const char prefix[] = "kvm-vcpu:";
	int named, id;

	if (file->private_data != vcpu || strncmp(name, prefix, sizeof(prefix) - 1) ||
	    kstrtoint(name + sizeof(prefix) - 1, 10, &named))
		return ND_PROOF_ASKED;
	if (copy_from_kernel_nofault(&id, &vcpu->vcpu_id, sizeof(id)) || id != named ||
	    copy_from_kernel_nofault(&witness->exits[witness->looks > 0], &vcpu->stat.exits,
				     sizeof(witness->exits[0])))
		return ND_PROOF_REFUTED;
	return ND_PROOF_HEARD;
}

static enum nd_proof arguments_look_again(struct arguments_witness *witness)
{
	u64 counted = arguments_counted(witness->vcpu);
	enum nd_proof proof = ND_PROOF_ASKED;

	task_lock(witness->task);
	if (witness->task->files)
		proof = iterate_fd(witness->task->files, 0, arguments_look_at, witness);
	task_unlock(witness->task);
	if (proof != ND_PROOF_HEARD)
		return proof;
	/* Without times nobody asks for KVM's count. */
	if (!nd_table)
		return ND_PROOF_GIVEN;
	if (!witness->looks++) {
		witness->counted = arguments_counted(witness->vcpu);
		return ND_PROOF_HEARD;
	}
	/* KVM does not count an exit that it handles without leaving its innermost loop. */
	if (witness->exits[1] > witness->exits[0])
		return ND_PROOF_GIVEN;
	if (witness->looks < ARGUMENTS_LOOKS)
		return ND_PROOF_HEARD;
	/* The administrator can clear it. */
	return witness->exits[1] == witness->exits[0] &&
	       (s64)(counted - witness->counted) >= ARGUMENTS_EXITS ? ND_PROOF_REFUTED :
								      ND_PROOF_ASKED;
}

static void arguments_work(struct work_struct *work)
{
	enum nd_proof proof = ND_PROOF_ASKED;

	if (arguments_witness.task) {
		proof = arguments_look_again(&arguments_witness);
		if (proof == ND_PROOF_HEARD) {
			schedule_delayed_work(&arguments_todo, ARGUMENTS_PERIOD);
			return;
		}
		put_task_struct(arguments_witness.task);
		arguments_witness.task = NULL;
		if (proof == ND_PROOF_ASKED) {
			schedule_delayed_work(&arguments_todo, ARGUMENTS_PAUSE);
			return;
		}
	}
	/* Pairs with nd_arguments_witness(): the next witness comes when this one is done with. */
	smp_store_release(&nd_probe.proof, proof);
	if (proof != ND_PROOF_REFUTED)
		return;
	WRITE_ONCE(nd_probe.arguments, ND_ARGUMENTS_OTHER);
	nd_probe.changed();
}

void nd_arguments_forget(void)
{
	cancel_delayed_work_sync(&arguments_todo);
	if (arguments_witness.task)
		put_task_struct(arguments_witness.task);
	arguments_witness.task = NULL;
	nd_probe.proof = ND_PROOF_ASKED;
	nd_probe.arguments = ND_ARGUMENTS_UNKNOWN;
	nd_probe.entry = ND_ARGUMENTS_UNKNOWN;
}
