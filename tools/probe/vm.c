// SPDX-License-Identifier: GPL-2.0-only
#ifdef __x86_64__
#include <errno.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

#include <linux/kvm.h>

#include "tools/out/text.h"
#include "tools/probe/vm.h"

/* Three pages below 4 GiB that Intel CPUs without unrestricted guest need for real mode. */
#define VM_TSS_ADDRESS	0xfffbd000UL
#define VM_MAX_CPUID	256

#define VM_CPUID_1_ECX_VMX		BIT(5)
#define VM_CPUID_80000001_ECX_SVM	BIT(2)

static bool vm_failed(struct nd_vm *vm, enum nd_launch_stage stage)
{
	vm->result->stage = stage;
	vm->result->error = errno;
	return false;
}

bool nd_vm_create(struct nd_vm *vm)
{
	vm->result->stage = ND_LAUNCH_VM;
	vm->vm_fd = ioctl(vm->kvm_fd, KVM_CREATE_VM, 0UL);
	return vm->vm_fd >= 0 || vm_failed(vm, ND_LAUNCH_VM);
}

bool nd_vm_add_memory(struct nd_vm *vm)
{
	struct kvm_userspace_memory_region region = {
		.memory_size = NG_MEMORY,
		.userspace_addr = (uintptr_t)vm->memory,
	};

	vm->result->stage = ND_LAUNCH_MEMORY;
	/* Only Intel has it. */
	if (ioctl(vm->kvm_fd, KVM_CHECK_EXTENSION, KVM_CAP_SET_TSS_ADDR) > 0 &&
	    ioctl(vm->vm_fd, KVM_SET_TSS_ADDR, VM_TSS_ADDRESS) < 0)
		return vm_failed(vm, ND_LAUNCH_MEMORY);
	if (ioctl(vm->vm_fd, KVM_SET_USER_MEMORY_REGION, &region) < 0)
		return vm_failed(vm, ND_LAUNCH_MEMORY);
	return true;
}

static bool vm_set_cpuid(struct nd_vm *vm)
{
	struct kvm_cpuid2 *cpuid;
	u32 i;

	cpuid = nd_realloc(NULL, sizeof(*cpuid) + VM_MAX_CPUID * sizeof(cpuid->entries[0]));
	memset(cpuid, 0, sizeof(*cpuid));
	cpuid->nent = VM_MAX_CPUID;
	vm->result->stage = ND_LAUNCH_CPUID;
	if (ioctl(vm->kvm_fd, KVM_GET_SUPPORTED_CPUID, cpuid) < 0)
		return vm_failed(vm, ND_LAUNCH_CPUID);
	for (i = 0; i < cpuid->nent; i++) {
		const struct kvm_cpuid_entry2 *e = &cpuid->entries[i];

		if (e->function == 1)
			vm->vmx = e->ecx & VM_CPUID_1_ECX_VMX;
		if (e->function == 0x80000001)
			vm->svm = e->ecx & VM_CPUID_80000001_ECX_SVM;
	}
	if (ioctl(vm->vcpu_fd, KVM_SET_CPUID2, cpuid) < 0)
		return vm_failed(vm, ND_LAUNCH_CPUID);
	free(cpuid);
	return true;
}

bool nd_vm_add_vcpu(struct nd_vm *vm)
{
	int size, khz;

	vm->result->stage = ND_LAUNCH_VCPU;
	vm->vcpu_fd = ioctl(vm->vm_fd, KVM_CREATE_VCPU, 0UL);
	if (vm->vcpu_fd < 0)
		return vm_failed(vm, ND_LAUNCH_VCPU);
	size = ioctl(vm->kvm_fd, KVM_GET_VCPU_MMAP_SIZE, 0);
	if (size < 0)
		return vm_failed(vm, ND_LAUNCH_VCPU);
	vm->run = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, vm->vcpu_fd, 0);
	if (vm->run == MAP_FAILED)
		return vm_failed(vm, ND_LAUNCH_VCPU);
	khz = ioctl(vm->vcpu_fd, KVM_GET_TSC_KHZ, 0);
	vm->result->tsc_khz = khz > 0 ? khz : 0;
	return vm_set_cpuid(vm);
}

static void vm_put(struct nd_vm *vm, u32 address, u64 value)
{
	memcpy(vm->memory + address, &value, sizeof(value));
}

/* Linear addresses are physical ones; two megabytes are more than there is memory. */
static void vm_fill_tables(struct nd_vm *vm)
{
	u32 i;

	vm_put(vm, NG_PML4, NG_PDPT | 0x3);
	vm_put(vm, NG_PDPT, NG_PD | 0x3);
	vm_put(vm, NG_PD, 0x83);
	vm_put(vm, NG_GDT + NG_CS64, 0x00af9b000000ffffULL);
	vm_put(vm, NG_GDT + NG_DS, 0x00cf93000000ffffULL);
	vm_put(vm, NG_GDT + NG_TR, 0x00008b0000000067ULL | (u64)NG_TSS << 16);
	vm_put(vm, NG_GDT + NG_CS32, 0x00cf9b000000ffffULL);
	for (i = 0; i < 32; i++) {
		u64 handler = nd_vm_address(ng_faults) + i * NG_FAULT_STRIDE;

		vm_put(vm, NG_IDT + 16 * i, handler | NG_CS64 << 16 | 0x8e00ULL << 32);
	}
	memcpy(vm->memory + NG_CODE, ng_code, (uintptr_t)ng_code_end - (uintptr_t)ng_code);
}

static struct kvm_segment vm_segment(u16 selector, u8 type, bool code64)
{
	return (struct kvm_segment){
		.selector = selector, .limit = 0xffffffff, .type = type, .present = 1,
		.s = 1, .g = 1, .l = code64, .db = !code64,
	};
}

static void vm_set_flat(struct kvm_sregs *sregs, bool code64)
{
	struct kvm_segment data = vm_segment(NG_DS, 3, false);

	sregs->cs = vm_segment(code64 ? NG_CS64 : NG_CS32, 11, code64);
	sregs->ds = data;
	sregs->es = data;
	sregs->fs = data;
	sregs->gs = data;
	sregs->ss = data;
	sregs->tr = (struct kvm_segment){
		.base = NG_TSS, .limit = 0x67, .selector = NG_TR, .type = 11, .present = 1,
	};
	sregs->gdt.base = NG_GDT;
	sregs->gdt.limit = NG_CS32 + 7;
	sregs->idt.base = NG_IDT;
	sregs->idt.limit = 32 * 16 - 1;
}

static void vm_set_mode(struct kvm_sregs *sregs, enum nd_vm_mode mode)
{
	switch (mode) {
	case ND_VM_REAL:
		sregs->cs.base = 0;
		sregs->cs.selector = 0;
		break;
	case ND_VM_PROT:
		vm_set_flat(sregs, false);
		sregs->cr0 = ND_VM_CR0 & 0xffffffff & ~BIT_ULL(31);
		break;
	case ND_VM_LONG:
		vm_set_flat(sregs, true);
		sregs->cr0 = ND_VM_CR0;
		sregs->cr3 = NG_PML4;
		sregs->cr4 = ND_VM_CR4;
		sregs->efer = ND_VM_EFER;
		break;
	}
}

bool nd_vm_start(struct nd_vm *vm, enum nd_vm_mode mode, const u8 *entry)
{
	struct kvm_regs regs = { .rip = nd_vm_address(entry), .rsp = NG_STACK, .rflags = 0x2 };
	struct kvm_sregs sregs;

	vm->result->stage = ND_LAUNCH_STATE;
	vm_fill_tables(vm);
	if (ioctl(vm->vcpu_fd, KVM_GET_SREGS, &sregs) < 0)
		return vm_failed(vm, ND_LAUNCH_STATE);
	vm_set_mode(&sregs, mode);
	if (ioctl(vm->vcpu_fd, KVM_SET_SREGS, &sregs) < 0 ||
	    ioctl(vm->vcpu_fd, KVM_SET_REGS, &regs) < 0)
		return vm_failed(vm, ND_LAUNCH_STATE);
	return true;
}

/* What goes with a KVM_EXIT_ that is no OUT of ours. */
static u64 vm_exit_detail(const struct kvm_run *run)
{
	switch (run->exit_reason) {
	case KVM_EXIT_FAIL_ENTRY:
		return run->fail_entry.hardware_entry_failure_reason;
	case KVM_EXIT_INTERNAL_ERROR:
		return run->internal.suberror;
	case KVM_EXIT_UNKNOWN:
		return run->hw.hardware_exit_reason;
	case KVM_EXIT_MMIO:
		return run->mmio.phys_addr;
	case KVM_EXIT_IO:
		return run->io.port;
	default:
		return 0;
	}
}

bool nd_vm_round(struct nd_vm *vm, u32 said)
{
	struct nd_launched *r = vm->result;
	struct kvm_run *run = vm->run;
	int ret;

	r->stage = ND_LAUNCH_RUN;
	r->said = 0;
	do {
		ret = ioctl(vm->vcpu_fd, KVM_RUN, 0UL);
	} while (ret < 0 && errno == EINTR);
	if (ret < 0)
		return vm_failed(vm, ND_LAUNCH_RUN);

	r->kvm_exit = run->exit_reason;
	r->detail = vm_exit_detail(run);
	if (run->exit_reason != KVM_EXIT_IO || run->io.direction != KVM_EXIT_IO_OUT ||
	    run->io.port != NG_PORT || run->io.size != sizeof(r->said))
		return false;
	memcpy(&r->said, (u8 *)run + run->io.data_offset, sizeof(r->said));
	if (r->said == NG_SAID_FAULT)
		r->stage = ND_LAUNCH_FAULT;
	return r->said == said;
}

u64 nd_vm_rdmsr(const struct nd_vm *vm, u32 index)
{
	struct {
		struct kvm_msrs head;
		struct kvm_msr_entry entry;
	} msrs = { .head = { .nmsrs = 1 }, .entry = { .index = index } };

	return ioctl(vm->vcpu_fd, KVM_GET_MSRS, &msrs) == 1 ? msrs.entry.data : 0;
}

bool nd_vm_set_msr(struct nd_vm *vm, u32 index, u64 value)
{
	struct {
		struct kvm_msrs head;
		struct kvm_msr_entry entry;
	} msrs = { .head = { .nmsrs = 1 }, .entry = { .index = index, .data = value } };

	errno = EINVAL;		/* a register that is refused is no error of the call */
	return ioctl(vm->vcpu_fd, KVM_SET_MSRS, &msrs) == 1 || vm_failed(vm, ND_LAUNCH_STATE);
}
#endif /* __x86_64__ */
