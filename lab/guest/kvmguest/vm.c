// SPDX-License-Identifier: GPL-2.0-only
/*
 * A small KVM virtual machine in real mode.
 */
#include "vm.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

/* Three pages below 4 GiB that older Intel CPUs need to run real mode. */
#define TSS_ADDRESS	0xfffbd000UL

int checked(int result, const char *what)
{
	if (result < 0)
		err(EXIT_FAILURE, "%s", what);
	return result;
}

static void *map(size_t size, int flags, int fd, const char *what)
{
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, flags, fd, 0);

	if (memory == MAP_FAILED)
		err(EXIT_FAILURE, "%s", what);
	return memory;
}

void vm_create(struct vm *vm, const void *code, size_t size, int with_irqchip)
{
	struct kvm_userspace_memory_region region = { .memory_size = VM_STACK };

	vm->kvm_fd = checked(open("/dev/kvm", O_RDWR | O_CLOEXEC), "/dev/kvm");
	vm->fd = checked(ioctl(vm->kvm_fd, KVM_CREATE_VM, 0), "KVM_CREATE_VM");
	/* Only Intel has it, and only without unrestricted guest needs it. */
	if (ioctl(vm->kvm_fd, KVM_CHECK_EXTENSION, KVM_CAP_SET_TSS_ADDR) > 0)
		checked(ioctl(vm->fd, KVM_SET_TSS_ADDR, TSS_ADDRESS), "KVM_SET_TSS_ADDR");
	if (with_irqchip)
		checked(ioctl(vm->fd, KVM_CREATE_IRQCHIP, 0), "KVM_CREATE_IRQCHIP");

	vm->memory = map(VM_STACK, MAP_PRIVATE | MAP_ANONYMOUS, -1, "guest memory");
	region.userspace_addr = (uintptr_t)vm->memory;
	checked(ioctl(vm->fd, KVM_SET_USER_MEMORY_REGION, &region), "KVM_SET_USER_MEMORY_REGION");
	memcpy(vm->memory + VM_CODE, code, size);
}

void vm_create_vcpu(const struct vm *vm, struct vcpu *vcpu, unsigned int id)
{
	struct kvm_regs regs = { .rip = VM_CODE, .rsp = VM_STACK, .rflags = 0x2 };
	struct kvm_sregs sregs;
	int run_size;

	vcpu->id = id;
	vcpu->fd = checked(ioctl(vm->fd, KVM_CREATE_VCPU, id), "KVM_CREATE_VCPU");
	run_size = checked(ioctl(vm->kvm_fd, KVM_GET_VCPU_MMAP_SIZE, 0), "KVM_GET_VCPU_MMAP_SIZE");
	vcpu->run = map(run_size, MAP_SHARED, vcpu->fd, "vCPU state");

	checked(ioctl(vcpu->fd, KVM_GET_SREGS, &sregs), "KVM_GET_SREGS");
	sregs.cs.base = 0;
	sregs.cs.selector = 0;
	sregs.ds.base = 16 * id;
	sregs.ds.selector = id;
	checked(ioctl(vcpu->fd, KVM_SET_SREGS, &sregs), "KVM_SET_SREGS");
	checked(ioctl(vcpu->fd, KVM_SET_REGS, &regs), "KVM_SET_REGS");
}

int vcpu_run(struct vcpu *vcpu)
{
	struct kvm_run *run = vcpu->run;

	if (ioctl(vcpu->fd, KVM_RUN, 0) < 0) {
		if (errno == EINTR)
			return -EINTR;
		err(EXIT_FAILURE, "KVM_RUN");
	}
	if (run->exit_reason == KVM_EXIT_FAIL_ENTRY)
		errx(EXIT_FAILURE, "VM entry failed, hardware reason 0x%llx",
		     (unsigned long long)run->fail_entry.hardware_entry_failure_reason);
	return run->exit_reason;
}
