/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A small KVM virtual machine in real mode: memory from address 0, and vCPUs.
 */
#ifndef VM_H
#define VM_H

#include <linux/kvm.h>
#include <stddef.h>
#include <stdint.h>

#define VM_CODE		0x1000
#define VM_ORDERS	0x2000	/* what user space and the guest tell each other */
#define VM_STACK	0x4000	/* its end, and that of memory */

/**
 * struct vm - the machine
 * @kvm_fd: /dev/kvm
 * @fd:     the machine
 * @memory: its memory
 */
struct vm {
	int kvm_fd;
	int fd;
	uint8_t *memory;
};

/**
 * struct vcpu - a CPU of it, which starts at VM_CODE
 * @fd:  the vCPU
 * @id:  its number
 * @run: what KVM says of its exits
 */
struct vcpu {
	int fd;
	unsigned int id;
	struct kvm_run *run;
};

/* checked() - ends the program where a system call failed */
int checked(int result, const char *what);

/* vm_create() - a machine with @code, and with KVM's interrupt controllers if @with_irqchip */
void vm_create(struct vm *vm, const void *code, size_t size, int with_irqchip);

/* vm_create_vcpu() - its data segment starts 16 bytes behind that of the vCPU before it */
void vm_create_vcpu(const struct vm *vm, struct vcpu *vcpu, unsigned int id);

/* vcpu_run() - runs the guest up to its next exit to user space; the reason, or -EINTR */
int vcpu_run(struct vcpu *vcpu);

/**
 * struct options - of the command line
 * @cpuids:	  CPUIDs in a round of vCPU 0; each further vCPU has one more than the one before
 * @vcpus:	  vCPUs, each in a thread
 * @loop_seconds: repeat rounds for so long
 * @measured:	  then so many rounds, measured, each with one of a single CPUID
 * @at_stop:	  command to run while vCPU 0 is stopped, or NULL
 * @vms:		  processes with such a guest each, 1 for the program itself
 * @hz:		  ticks a second of the guest with a timer, 0 for the guest with CPUIDs
 * @busy:	  that guest never halts
 * @last_tick:	  it sets no deadline any more at this one, 0 for no such one
 * @faults:	  the guest with an exception that never ends
 */
struct options {
	uint32_t cpuids;
	uint32_t vcpus;
	uint32_t loop_seconds;
	uint32_t measured;
	const char *at_stop;
	uint32_t vms;
	uint32_t hz;
	int busy;
	uint32_t last_tick;
	int faults;
};

/* run_cpuid_guest(), run_tick_guest(), run_fault_guest() - the guests; exit status */
int run_cpuid_guest(const struct options *options);
int run_tick_guest(const struct options *options);
int run_fault_guest(void);

#endif /* VM_H */
