// SPDX-License-Identifier: GPL-2.0-only
#ifdef __x86_64__
#include <errno.h>
#include <stddef.h>

#include "tools/probe/child.h"
#include "tools/probe/launch.h"
#include "tools/probe/launch_vmcb.h"
#include "tools/probe/launch_vmcs.h"

#define CHECK_OFFSET(define, member) \
	_Static_assert((define) == offsetof(struct ng_page, member), #member)

CHECK_OFFSET(NG_FLAGS, flags);
CHECK_OFFSET(NG_CPUIDS, cpuids);
CHECK_OFFSET(NG_MAX_EXITS, max_exits);
CHECK_OFFSET(NG_NR_WRITES, nr_writes);
CHECK_OFFSET(NG_NR_READS, nr_reads);
CHECK_OFFSET(NG_PHASE, phase);
CHECK_OFFSET(NG_RESULT, result);
CHECK_OFFSET(NG_ERROR, error);
CHECK_OFFSET(NG_EXITS, exits);
CHECK_OFFSET(NG_REASON, reason);
CHECK_OFFSET(NG_QUALIFICATION, qualification);
CHECK_OFFSET(NG_INFO2, info2);
CHECK_OFFSET(NG_VECTOR, vector);
CHECK_OFFSET(NG_FAULT_ERROR, fault_error);
CHECK_OFFSET(NG_FAULT_RIP, fault_rip);
CHECK_OFFSET(NG_VMXON_PTR, vmxon_ptr);
CHECK_OFFSET(NG_VMCS_PTR, vmcs_ptr);
CHECK_OFFSET(NG_VMCB_PTR, vmcb_ptr);
CHECK_OFFSET(NG_HSAVE_PTR, hsave_ptr);
CHECK_OFFSET(NG_WRITES, writes);
CHECK_OFFSET(NG_READS, reads);
_Static_assert(NG_PAGE + sizeof(struct ng_page) <= NG_SAMPLES, "the page is too long");
_Static_assert(NG_SAMPLES + 8 * NG_MAX_SAMPLES <= NG_MEMORY, "too many samples");

/**
 * struct launch_work - what parent and child share
 * @kvm_fd: /dev/kvm
 * @launch: what to do
 * @result: what became of it
 * @memory: the guest's
 */
struct launch_work {
	int kvm_fd;
	const struct nd_launch *launch;
	struct nd_launched result;
	u8 memory[NG_MEMORY] __attribute__((__aligned__(4096)));
};

static struct ng_page *launch_page(struct launch_work *work)
{
	return (struct ng_page *)(work->memory + NG_PAGE);
}

static bool launch_run(struct nd_vm *vm, enum nd_vm_mode mode, const u8 *entry, u32 said)
{
	return nd_vm_start(vm, mode, entry) && nd_vm_round(vm, said);
}

static void launch_poke(u8 *memory, const struct nd_patch *p)
{
	u32 size = p->size ? p->size : 8;

	if (size <= 8 && p->where < NG_MEMORY && p->where + size <= NG_MEMORY)
		memcpy(memory + p->where, &p->value, size);
}

static bool launch_guest(struct nd_vm *vm, struct launch_work *work)
{
	const struct nd_launch *launch = work->launch;
	struct ng_page *page = launch_page(work);
	u32 i;

	vm->result->stage = ND_LAUNCH_NESTED;
	vm->result->svm = vm->svm;
	if (!vm->svm && !vm->vmx)
		return false;
	page->flags = NG_NESTED | launch->flags;
	page->max_exits = page->cpuids + 64;	/* a patch may let it exit for other reasons */
	if (vm->svm)
		nd_vmcb_prepare(vm, launch);
	else
		nd_vmcs_prepare(vm, launch);
	for (i = 0; i < launch->nr_pokes; i++)
		launch_poke(work->memory, &launch->pokes[i]);
	if (!launch_run(vm, ND_VM_LONG, vm->svm ? ng_svm : ng_vmx, NG_SAID_END))
		return false;
	if (vm->svm)
		nd_vmcb_read(vm);
	return true;
}

static bool launch_kind(struct nd_vm *vm, struct launch_work *work)
{
	enum nd_launch_kind kind = work->launch->kind;

	if (!nd_vm_create(vm))
		return false;
	if (kind == ND_LAUNCH_OF_VM)
		return true;
	if (!nd_vm_add_memory(vm))
		return false;
	if (kind == ND_LAUNCH_OF_MEMORY)
		return true;
	if (!nd_vm_add_vcpu(vm))
		return false;
	switch (kind) {
	case ND_LAUNCH_OF_REAL:
		return launch_run(vm, ND_VM_REAL, ng_real, NG_SAID_REAL);
	case ND_LAUNCH_OF_PROT:
		return launch_run(vm, ND_VM_PROT, ng_prot, NG_SAID_PROT);
	case ND_LAUNCH_OF_LONG:
		return launch_run(vm, ND_VM_LONG, ng_long, NG_SAID_LONG);
	case ND_LAUNCH_OF_COST:
		return launch_run(vm, ND_VM_LONG, ng_measure, NG_SAID_ROUND);
	case ND_LAUNCH_OF_GUEST:
		return launch_guest(vm, work);
	default:
		return true;
	}
}

static void launch_child(void *arg)
{
	struct launch_work *work = arg;
	const struct nd_launch *launch = work->launch;
	struct nd_vm vm = { .kvm_fd = work->kvm_fd, .memory = work->memory,
			    .result = &work->result };

	launch_page(work)->cpuids = launch->cpuids < NG_MAX_SAMPLES ? launch->cpuids :
				    NG_MAX_SAMPLES;
	if (launch_kind(&vm, work))
		work->result.stage = ND_LAUNCH_END;
}

/* The samples that were taken: all of them, unless the nested guest ended before its time. */
static void launch_collect(struct launch_work *work)
{
	struct nd_launched *r = &work->result;
	const u64 *samples = (const u64 *)(work->memory + NG_SAMPLES);
	u32 i;

	r->page = *launch_page(work);
	for (i = 0; i < r->page.cpuids && i < NG_MAX_SAMPLES && samples[i]; i++)
		r->samples[i] = samples[i];
	r->nr_samples = i;
}

void nd_launch(int kvm_fd, const struct nd_launch *launch, unsigned int seconds,
	       struct nd_launched *result)
{
	struct launch_work *work = nd_child_memory(sizeof(*work));
	enum nd_child_end end;
	int signal;

	memset(result, 0, sizeof(*result));
	if (!work) {
		result->error = errno;
		return;
	}
	work->kvm_fd = kvm_fd;
	work->launch = launch;
	end = nd_child_run(launch_child, work, seconds, &signal);
	launch_collect(work);
	*result = work->result;
	result->signal = signal;
	result->timed_out = end == ND_CHILD_KILLED || end == ND_CHILD_IMMORTAL;
	result->immortal = end == ND_CHILD_IMMORTAL;
	if (end == ND_CHILD_NONE)
		result->error = errno;
	/* What cannot be killed may still write there. */
	if (!result->immortal)
		nd_child_free(work, sizeof(*work));
}
#endif /* __x86_64__ */
