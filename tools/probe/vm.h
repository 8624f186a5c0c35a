/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A virtual machine of one vCPU on /dev/kvm, for the guests of nestguest.S. x86-64 only.
 */
#ifndef NESTDIAG_TOOLS_VM_H
#define NESTDIAG_TOOLS_VM_H

#include "tools/probe/launched.h"

struct kvm_run;

/**
 * struct nd_vm - a virtual machine
 * @kvm_fd:   /dev/kvm
 * @vm_fd:    the machine
 * @vcpu_fd:  its vCPU
 * @run:      what KVM and we share of it
 * @memory:   NG_MEMORY bytes, the caller's
 * @result:   where it says how far it got
 * @vmx:      KVM offers VMX to its guests
 * @svm:      likewise SVM
 */
struct nd_vm {
	int kvm_fd;
	int vm_fd;
	int vcpu_fd;
	struct kvm_run *run;
	u8 *memory;
	struct nd_launched *result;
	bool vmx;
	bool svm;
};

/*
 * Each of these returns false after it has said in the result why not. They come in this order;
 * the caller exits afterwards, so nothing is freed.
 */
bool nd_vm_create(struct nd_vm *vm);
bool nd_vm_add_memory(struct nd_vm *vm);
bool nd_vm_add_vcpu(struct nd_vm *vm);

/** enum nd_vm_mode - in what mode a guest starts */
enum nd_vm_mode {
	ND_VM_REAL,
	ND_VM_PROT,
	ND_VM_LONG,
};

/** nd_vm_start() - let the guest begin at @entry, one of nestguest.S */
bool nd_vm_start(struct nd_vm *vm, enum nd_vm_mode mode, const u8 *entry);

/** nd_vm_round() - run the guest until it hands out @said */
bool nd_vm_round(struct nd_vm *vm, u32 said);

/* A register of the vCPU, as its guest would read it; 0 if it has none such. */
u64 nd_vm_rdmsr(const struct nd_vm *vm, u32 index);
bool nd_vm_set_msr(struct nd_vm *vm, u32 index, u64 value);

/* Control registers in 64-bit mode, without those that switch virtualization on. */
#define ND_VM_CR0	0x80000033ULL	/* PG, NE, ET, MP, PE */
#define ND_VM_CR4	0x20ULL		/* PAE */
#define ND_VM_EFER	0x500ULL	/* LMA, LME */

/** nd_vm_address() - where code of nestguest.S lies in the guest */
static inline u64 nd_vm_address(const u8 *code)
{
	return NG_CODE + ((uintptr_t)code - (uintptr_t)ng_code);
}

#endif /* NESTDIAG_TOOLS_VM_H */
