// SPDX-License-Identifier: GPL-2.0-only
/*
 * badlaunch - makes launches of guests fail, each in a known way
 *
 *	badlaunch cases VMX|SVM FROM TO	guests whose hypervisor launches with one wrong field
 *	badlaunch state|triple|internal|none	a guest that is wrong itself, or is not
 *	badlaunch cpuids N		N CPUIDs of a nested guest that go to KVM itself (SVM only)
 *
 * One line a case, its fields separated by tabs: see print_case().
 */
#include <cpuid.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/kvm.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <x86intrin.h>

#include "core/entry/autopsy.h"
#include "core/entry/failure.h"
#include "core/entry/vmexist.h"
#include "core/facts/regs.h"

#include "tools/probe/launch.h"
#include "tools/probe/launch_vmcs.h"
#include "tools/probe/vm.h"
#include "cases.h"

#define SECONDS		60
#define COUNTER		"/sys/kernel/nestdiag/failed_launches"

#define PRIMARY		0x4002
#define SECONDARY	0x401e
#define EPTP		0x201a
#define EPT_PML4	0x1d000		/* in the room for samples, of which few are taken */
#define EPT_PDPT	0x1e000
#define EPT_PD		0x1f000
#define EPT_RWX		0x7
#define EPT_LARGE_WB	0xb7

#define SVM_EXIT_HLT	0x78

static struct nd_launched launched;
static struct nd_cpu cpu;
static u64 caps[18];
static struct ng_field fields[NG_MAX_FIELDS];
static u32 nr_fields;
static u32 reads[ND_NR_VMF];
static u32 nr_reads;

/*
 * --- what KVM offers ----------------------------------------------------------------------------
 */

/* As the guest will read it: the default of a vCPU. */
static int kvm_rdmsr(void *ctx, u32 index, u64 *value)
{
	struct {
		struct kvm_msrs head;
		struct kvm_msr_entry entry;
	} msrs = { .head.nmsrs = 1, .entry.index = index };

	if (ioctl(*(int *)ctx, KVM_GET_MSRS, &msrs) != 1)
		return -1;
	*value = msrs.entry.data;
	return 0;
}

static void host_cpuid(void *ctx, u32 leaf, u32 subleaf, u32 regs[4])
{
	(void)ctx;
	__cpuid_count(leaf, subleaf, regs[0], regs[1], regs[2], regs[3]);
}

static void ask_kvm(int kvm_fd)
{
	struct nd_reader reader = { .rdmsr = kvm_rdmsr, .cpuid = host_cpuid, .ctx = &kvm_fd };
	u32 i;

	nd_cpu_gather_cpuid(&cpu, &reader);
	nd_cpu_gather_msrs(&cpu, &reader);
	for (i = 0; i < ARRAY_SIZE(caps); i++)
		if (kvm_rdmsr(&kvm_fd, 0x480 + i, &caps[i]))
			caps[i] = 0;
	nr_fields = nd_launch_fields(caps, fields);
	for (i = 0; i < ND_NR_VMF; i++)
		if (nd_vmf_exists(&cpu, i))
			reads[nr_reads++] = nd_vmf_descs[i].where;
}

/*
 * --- one wrong field ----------------------------------------------------------------------------
 */

/**
 * struct plan - what a case comes to
 * @patches: changed fields
 * @pokes:   changed memory
 */
struct plan {
	struct nd_patch patches[2 * MAX_CHANGES + 4];
	struct nd_patch pokes[2 * MAX_CHANGES + 4];
	u32 nr_patches;
	u32 nr_pokes;
};

/* The field's value as planned so far. */
static u64 planned(const struct plan *plan, u32 where)
{
	u64 value = 0;
	u32 i;

	for (i = 0; i < nr_fields; i++)
		if (fields[i].encoding == where)
			value = fields[i].value;
	for (i = 0; i < plan->nr_patches; i++)
		if (plan->patches[i].where == where)
			value = plan->patches[i].value;
	return value;
}

static void plan_poke(struct plan *plan, u32 where, u64 value)
{
	plan->pokes[plan->nr_pokes++] = (struct nd_patch){ where, 8, value };
}

static void plan_change(struct plan *plan, bool svm, const struct change *change)
{
	struct nd_patch *patch = &plan->patches[plan->nr_patches];

	if (change->how == CHANGE_POKE) {
		plan_poke(plan, change->where, change->value);
		return;
	}
	patch->where = svm ? change->where & 0xffff : change->where;
	patch->size = svm ? change->where >> 16 : 0;
	patch->value = change->value;
	if (change->how == CHANGE_OR)
		patch->value = planned(plan, change->where) | change->value;
	else if (change->how == CHANGE_CLEAR)
		patch->value = planned(plan, change->where) & ~change->value;
	plan->nr_patches++;
}

/* Guest-physical addresses are ours; the guest is unrestricted. */
static void plan_ept(struct plan *plan)
{
	static const struct change changes[] = {
		{ CHANGE_OR, PRIMARY, 1U << 31 },
		{ CHANGE_OR, SECONDARY, 1 << 1 | 1 << 7 },
		{ CHANGE_SET, EPTP, EPT_PML4 | 0x1e },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(changes); i++)
		plan_change(plan, false, &changes[i]);
	plan_poke(plan, EPT_PML4, EPT_PDPT | EPT_RWX);
	plan_poke(plan, EPT_PDPT, EPT_PD | EPT_RWX);
	plan_poke(plan, EPT_PD, EPT_LARGE_WB);
}

static void make_plan(struct plan *plan, bool svm, const struct launch_case *c)
{
	u32 i;

	memset(plan, 0, sizeof(*plan));
	if (c->ept)
		plan_ept(plan);
	for (i = 0; i < MAX_CHANGES && c->changes[i].how != CHANGE_NONE; i++)
		plan_change(plan, svm, &c->changes[i]);
}

/*
 * --- what came of it ----------------------------------------------------------------------------
 */

/* Without the module nobody counts them. */
static unsigned long long failures_so_far(void)
{
	char text[32] = "0";
	int fd = open(COUNTER, O_RDONLY | O_CLOEXEC);

	if (fd < 0 && errno == ENOENT)
		return 0;
	if (fd < 0 || read(fd, text, sizeof(text) - 1) < 0)
		err(EXIT_FAILURE, COUNTER);
	close(fd);
	return strtoull(text, NULL, 10);
}

/* What the VMCS points to is as it was put there: nobody writes it. */
static void read_memory(struct nd_vmstate *state, const struct launch_case *c)
{
	u32 i;

	for (i = 0; i < MAX_CHANGES; i++) {
		if (c->changes[i].how != CHANGE_POKE)
			continue;
		if (c->changes[i].where == NG_ENTRY_MSRS)
			state->msrs[state->nr_msrs++].index = c->changes[i].value;
		else if (c->changes[i].where == NG_ENTRY_MSRS + 8)
			state->msrs[0].value = c->changes[i].value;
		else if (c->changes[i].where == NG_SPARE + VTPR_OFFSET)
			nd_vmstate_set(state, ND_VMF_VTPR, c->changes[i].value);
	}
}

/* The VMCS as its hypervisor sees it, with how the launch ended. */
static void read_back(struct nd_vmstate *state, const struct launch_case *c)
{
	u32 i, field;

	nd_vmstate_init(state, ND_ISA_VMX);
	for (i = 0; i < launched.page.nr_reads; i++) {
		if (launched.page.reads[i].result != NG_SUCCEED)
			continue;
		for (field = 0; field < ND_NR_VMF; field++)
			if (nd_vmf_descs[field].where == launched.page.reads[i].encoding)
				nd_vmstate_set(state, field, launched.page.reads[i].value);
	}
	read_memory(state, c);
	if (launched.page.result == NG_SUCCEED)
		nd_vmstate_set(state, ND_VMF_EXIT_REASON, launched.page.reason);
	else
		nd_vmstate_set(state, ND_VMF_INSTRUCTION_ERROR, launched.page.error);
}

static void read_vmcb(struct nd_vmstate *state)
{
	u32 i, field;

	nd_vmstate_init(state, ND_ISA_SVM);
	for (i = 0; i < launched.page.nr_reads; i++)
		for (field = 0; field < ND_NR_VMCB; field++)
			if (nd_vmcb_descs[field].where == launched.page.reads[i].encoding)
				nd_vmstate_set(state, field, launched.page.reads[i].value);
}

/*
 * case ID CHECK ORACLE TSC_BEFORE TSC_AFTER STAGE PHASE RESULT ERROR REASON QUALIFICATION
 *	FIRST_FAILURE LAST_FAILURE AUTOPSY_CHECK AUTOPSY_WORDS
 */
static void print_case(const struct launch_case *c, u64 before, u64 after,
		       unsigned long long first, unsigned long long last)
{
	static struct nd_vmstate state;
	struct nd_row row;
	bool found;

	nd_row_init(&row, ND_ROW_VIOLATION, NULL, NULL, NULL);
	if (launched.svm)
		read_vmcb(&state);
	else
		read_back(&state, c);
	found = nd_autopsy_first(&state, nd_suspects_state(&state), &cpu, &row);
	printf("case\t%s\t%s\t%s\t%llu\t%llu\t%u\t%u\t%u\t%u\t0x%llx\t0x%llx\t%llu\t%llu\t%s\t%s\n",
	       c->id, c->check, c->oracle, before, after, launched.stage, launched.page.phase,
	       launched.page.result, launched.page.error, launched.page.reason,
	       launched.page.qualification, first, last, found ? row.id : "-",
	       found ? row.words : "-");
	fflush(stdout);
}

static void run_case(int kvm_fd, bool svm, const struct launch_case *c)
{
	static u32 vmcb_reads[ND_NR_VMCB];
	unsigned long long first;
	struct nd_launch launch;
	struct plan plan;
	u64 before;
	u32 i;

	for (i = 0; i < ND_NR_VMCB; i++)
		vmcb_reads[i] = nd_vmcb_descs[i].where;
	make_plan(&plan, svm, c);
	launch = (struct nd_launch){
		.patches = plan.patches,
		.nr_patches = plan.nr_patches,
		.pokes = plan.pokes,
		.nr_pokes = plan.nr_pokes,
		.reads = svm ? vmcb_reads : reads,
		.nr_reads = svm ? ND_NR_VMCB : nr_reads,
		.cpuids = 2,
	};
	first = failures_so_far() + 1;
	before = __rdtsc();
	nd_launch(kvm_fd, &launch, SECONDS, &launched);
	print_case(c, before, __rdtsc(), first, failures_so_far());
}

static void run_cases(int kvm_fd, int argc, char **argv)
{
	bool svm = !strcmp(argv[0], "svm");
	const struct launch_case valid[] = { { .id = "valid", .check = "-", .oracle = "-" },
					     { .id = "valid-ept", .ept = true, .check = "-",
					       .oracle = "-" } };
	const struct launch_case *cases = vmx_cases;
	int i, from = argc > 1 ? atoi(argv[1]) : 0, to = argc > 2 ? atoi(argv[2]) : 1000;

	if (svm)
		cases = svm_cases;
	ask_kvm(kvm_fd);
	run_case(kvm_fd, svm, &valid[0]);
	if (!svm)
		run_case(kvm_fd, svm, &valid[1]);
	for (i = 0; cases[i].id[0] && i < to; i++)
		if (i >= from)
			run_case(kvm_fd, svm, &cases[i]);
}

/*
 * --- guests that are wrong themselves
 * -------------------------------------------------------------
 */

static u8 memory[NG_MEMORY] __attribute__((__aligned__(4096)));

static void checked(int result, const char *what)
{
	if (result < 0)
		err(EXIT_FAILURE, "%s", what);
}

static void spoil_none(struct nd_vm *vm, struct kvm_sregs *sregs, struct kvm_regs *regs)
{
	(void)vm;
	(void)sregs;
	(void)regs;
}

/* In protected mode code is data, which needs a processor that checks it: no unrestricted guest. */
static void spoil_state(struct nd_vm *vm, struct kvm_sregs *sregs, struct kvm_regs *regs)
{
	(void)vm;
	(void)regs;
	sregs->cs.type = 3;
}

/* In long mode code is both 64-bit and 32-bit: KVM does not look, and VMRUN refuses it. */
static void spoil_vmrun(struct nd_vm *vm, struct kvm_sregs *sregs, struct kvm_regs *regs)
{
	(void)vm;
	(void)regs;
	sregs->cs.db = 1;
}

/* An exception, and no way to handle it or what comes of it. */
static void spoil_triple(struct nd_vm *vm, struct kvm_sregs *sregs, struct kvm_regs *regs)
{
	static const u8 ud2[] = { 0x0f, 0x0b };

	memcpy(vm->memory + regs->rip, ud2, sizeof(ud2));
	sregs->idt.limit = 0;
}

/* Instructions where there is no memory. */
static void spoil_internal(struct nd_vm *vm, struct kvm_sregs *sregs, struct kvm_regs *regs)
{
	(void)vm;
	(void)sregs;
	regs->rip = 0x40000000;
}

static const struct {
	const char *name;
	enum nd_vm_mode mode;
	void (*spoil)(struct nd_vm *vm, struct kvm_sregs *sregs, struct kvm_regs *regs);
} wrong_guests[] = {
	{ "none", ND_VM_PROT, spoil_none },
	{ "state", ND_VM_PROT, spoil_state },
	{ "vmrun", ND_VM_LONG, spoil_vmrun },
	{ "triple", ND_VM_PROT, spoil_triple },
	{ "internal", ND_VM_PROT, spoil_internal },
};

/* wrong NAME EXIT_REASON DETAIL TICKS, the last for each KVM_RUN */
static int run_wrong_guest(int kvm_fd, const char *name, unsigned int times)
{
	static struct nd_launched result;
	struct nd_vm vm = { .kvm_fd = kvm_fd, .memory = memory, .result = &result };
	unsigned int left;
	struct kvm_sregs sregs;
	struct kvm_regs regs;
	u64 ticks = 0;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(wrong_guests); i++)
		if (!strcmp(name, wrong_guests[i].name))
			break;
	if (i == ARRAY_SIZE(wrong_guests))
		errx(EXIT_FAILURE, "no guest '%s'", name);
	if (!nd_vm_create(&vm) || !nd_vm_add_memory(&vm) || !nd_vm_add_vcpu(&vm) ||
	    !nd_vm_start(&vm, wrong_guests[i].mode, ng_prot))
		errx(EXIT_FAILURE, "no guest: stage %u, errno %d", result.stage, result.error);
	checked(ioctl(vm.vcpu_fd, KVM_GET_SREGS, &sregs), "KVM_GET_SREGS");
	checked(ioctl(vm.vcpu_fd, KVM_GET_REGS, &regs), "KVM_GET_REGS");
	wrong_guests[i].spoil(&vm, &sregs, &regs);
	for (left = times; left; left--) {
		/* As a monitor does that resets its guest. */
		checked(ioctl(vm.vcpu_fd, KVM_SET_SREGS, &sregs), "KVM_SET_SREGS");
		checked(ioctl(vm.vcpu_fd, KVM_SET_REGS, &regs), "KVM_SET_REGS");
		ticks -= __rdtsc();
		while (ioctl(vm.vcpu_fd, KVM_RUN, 0) < 0)
			if (errno != EINTR)
				err(EXIT_FAILURE, "KVM_RUN");
		ticks += __rdtsc();
	}
	printf("wrong\t%s\t%u\t0x%llx\t%llu\n", name, vm.run->exit_reason,
	       vm.run->exit_reason == KVM_EXIT_FAIL_ENTRY ?
	       (unsigned long long)vm.run->fail_entry.hardware_entry_failure_reason :
	       vm.run->internal.suberror, (unsigned long long)(ticks / times));
	return EXIT_SUCCESS;
}

/*
 * --- a launch that succeeds
 * -----------------------------------------------------------------------
 */

/*
 * A hypervisor may leave the CPUIDs of its guest to the one below, by not intercepting them: KVM
 * answers, and the nested guest goes on. VMX knows no such thing.
 */
static int run_cpuids(int kvm_fd, u32 cpuids)
{
	/* HLT, shutdown */
	static const struct nd_patch intercepts = { 0x00c, 4, BIT(24) | BIT(31) };
	const struct nd_launch launch = {
		.patches = &intercepts, .nr_patches = 1, .cpuids = cpuids,
	};

	nd_launch(kvm_fd, &launch, SECONDS, &launched);
	if (!launched.svm || launched.stage != ND_LAUNCH_END ||
	    launched.page.reason != SVM_EXIT_HLT || launched.page.exits != 1 ||
	    launched.nr_samples != cpuids)
		errx(EXIT_FAILURE, "stage %u, %u exits, the last 0x%llx, %u CPUIDs", launched.stage,
		     launched.page.exits, launched.page.reason, launched.nr_samples);
	printf("cpuids\t%u\n", cpuids);
	return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
	int kvm_fd = open("/dev/kvm", O_RDWR | O_CLOEXEC);

	if (kvm_fd < 0)
		err(EXIT_FAILURE, "/dev/kvm");
	if (argc == 3 && !strcmp(argv[1], "cpuids"))
		return run_cpuids(kvm_fd, atoi(argv[2]));
	if (argc == 2)
		return run_wrong_guest(kvm_fd, argv[1], 1);
	if (argc == 3 && atoi(argv[2]) > 0)
		return run_wrong_guest(kvm_fd, argv[1], atoi(argv[2]));
	if (argc < 3 || strcmp(argv[1], "cases"))
		errx(EXIT_FAILURE, "usage: badlaunch cases vmx|svm [FROM [TO]] | cpuids N\n"
		     "       badlaunch state|vmrun|triple|internal|none [TIMES]");
	run_cases(kvm_fd, argc - 2, argv + 2);
	return EXIT_SUCCESS;
}
