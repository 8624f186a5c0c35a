/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The guests of `nestdiag probe`. They are data to the tool, which copies them to NG_CODE in the
 * memory of a guest: all jumps are relative, and all data is at the addresses of nestguest.h.
 */
#ifdef __x86_64__
#include "tools/probe/nestguest.h"

#define AT(field)	(NG_PAGE + (field))

#define VMCS_INSTRUCTION_ERROR	0x4400
#define VMCS_EXIT_REASON	0x4402
#define VMCS_EXIT_INTR_INFO	0x4404
#define VMCS_EXIT_LENGTH	0x440c
#define VMCS_QUALIFICATION	0x6400
#define VMCS_GUEST_RIP		0x681e
#define VMX_EXIT_CPUID		10

#define VMCB_EXIT_CODE		0x70
#define VMCB_EXIT_INFO1		0x78
#define VMCB_EXIT_INFO2		0x80
#define VMCB_RIP		0x578
#define SVM_EXIT_CPUID		0x72

#define MSR_EFER		0xc0000080
#define MSR_VM_HSAVE_PA		0xc0010117
#define EFER_SVME		0x1000
#define CR4_VMXE		0x2000

	.section .rodata
	.globl	ng_code, ng_code_end, ng_real, ng_prot, ng_long, ng_measure
	.globl	ng_vmx, ng_vmx_exit, ng_svm, ng_faults

	.balign	16
ng_code:

/* Hand out a number that says which mode this is; then CPUIDs, each an exit that KVM handles. */
	.code16
ng_real:
	movl	$16, %esi
1:	xorl	%eax, %eax
	cpuid
	decl	%esi
	jnz	1b
	movl	$NG_SAID_REAL, %eax
	outl	%eax, $NG_PORT
	hlt
	jmp	ng_real

	.code32
ng_prot:
	movl	$16, %esi
1:	xorl	%eax, %eax
	cpuid
	decl	%esi
	jnz	1b
	movl	$NG_SAID_PROT, %eax
	outl	%eax, $NG_PORT
	hlt
	jmp	ng_prot

/* The upper half of a register is there in 64-bit mode only. */
	.code64
ng_long:
	movl	$16, %esi
1:	xorl	%eax, %eax
	cpuid
	decl	%esi
	jnz	1b
	movabsq	$(NG_SAID_LONG << 32), %rax
	shrq	$32, %rax
	outl	%eax, $NG_PORT
	hlt
	jmp	ng_long

/* Ticks of one CPUID each; the loop around them is not measured. Keeps to RAX to RDX, RSI, RDI, R8. */
ng_measure:
	movl	AT(NG_CPUIDS), %esi
	movl	$NG_SAMPLES, %edi
1:	testl	%esi, %esi
	jz	2f
	rdtsc
	shlq	$32, %rdx
	orq	%rdx, %rax
	movq	%rax, %r8
	xorl	%eax, %eax
	xorl	%ecx, %ecx
	cpuid
	rdtsc
	shlq	$32, %rdx
	orq	%rdx, %rax
	subq	%r8, %rax
	movq	%rax, (%rdi)
	addq	$8, %rdi
	decl	%esi
	jmp	1b
2:	testl	$NG_NESTED, AT(NG_FLAGS)
	jnz	3f
	movl	$NG_SAID_ROUND, %eax
	outl	%eax, $NG_PORT
	jmp	ng_measure
3:	testl	$NG_SVM, AT(NG_FLAGS)
	jnz	4f
	vmcall
4:	hlt
	jmp	4b

/* Stores how the VMX instruction before it ended. */
	.macro	result where
	movl	$NG_SUCCEED, %eax
	ja	97f			/* neither CF nor ZF */
	movl	$NG_FAIL_INVALID, %eax
	jc	97f
	movl	$NG_FAIL_VALID, %eax
97:	movl	%eax, \where
	.endm

/* The same in the page; what failed is not continued. */
	.macro	checked
	result	AT(NG_RESULT)
	testl	%eax, %eax
	jnz	vmx_failed
	.endm

	.macro	phase number
	movl	$\number, AT(NG_PHASE)
	.endm

ng_vmx:
	phase	NG_PHASE_ENABLE
	movq	%cr4, %rax
	orq	$CR4_VMXE, %rax
	movq	%rax, %cr4
	phase	NG_PHASE_ON
	vmxon	AT(NG_VMXON_PTR)
	checked
	testl	$NG_SKIP_CLEAR, AT(NG_FLAGS)
	jnz	1f
	phase	NG_PHASE_CLEAR
	vmclear	AT(NG_VMCS_PTR)
	checked
1:	testl	$NG_SKIP_LOAD, AT(NG_FLAGS)
	jnz	2f
	phase	NG_PHASE_LOAD
	vmptrld	AT(NG_VMCS_PTR)
	checked
2:	phase	NG_PHASE_WRITE
	movl	AT(NG_NR_WRITES), %esi
	movl	$AT(NG_WRITES), %edi
3:	testl	%esi, %esi
	jz	4f
	movl	(%rdi), %ecx
	vmwrite	8(%rdi), %rcx
	result	"4(%rdi)"
	addq	$16, %rdi
	decl	%esi
	jmp	3b
4:	phase	NG_PHASE_LAUNCH
	testl	$NG_RESUME, AT(NG_FLAGS)
	jnz	vmx_resume
vmx_launch:
	vmlaunch
	jmp	vmx_not_entered
vmx_resume:
	vmresume
vmx_not_entered:
	result	AT(NG_RESULT)
	jmp	vmx_failed

/*
 * Of the nested guest only RAX to RDX may be changed here: CPUID does that anyway. The stack is
 * the host's of the VMCS; it is not used.
 */
ng_vmx_exit:
	phase	NG_PHASE_EXIT
	movl	$NG_SUCCEED, AT(NG_RESULT)
	incl	AT(NG_EXITS)
	movl	$VMCS_EXIT_REASON, %ecx
	vmread	%rcx, AT(NG_REASON)
	movl	AT(NG_EXITS), %eax
	cmpl	AT(NG_MAX_EXITS), %eax
	jae	vmx_last
	cmpl	$VMX_EXIT_CPUID, AT(NG_REASON)
	jne	vmx_last
	movl	$VMCS_EXIT_LENGTH, %ecx
	vmread	%rcx, %rax
	movl	$VMCS_GUEST_RIP, %ecx
	vmread	%rcx, %rdx
	addq	%rax, %rdx
	vmwrite	%rdx, %rcx
	phase	NG_PHASE_RESUME
	testl	$NG_LAUNCH, AT(NG_FLAGS)
	jnz	vmx_launch
	jmp	vmx_resume

vmx_last:
	movl	$VMCS_QUALIFICATION, %ecx
	vmread	%rcx, AT(NG_QUALIFICATION)
	movl	$VMCS_EXIT_INTR_INFO, %ecx
	vmread	%rcx, AT(NG_INFO2)
	phase	NG_PHASE_READ
	call	vmx_read
	phase	NG_PHASE_END
	vmxoff
	jmp	end

/* The phase stays that of the failure. Without VMXON, or without a VMCS, there is nothing to read. */
vmx_failed:
	cmpl	$NG_PHASE_ON, AT(NG_PHASE)
	jbe	end
	cmpl	$NG_FAIL_VALID, AT(NG_RESULT)
	jne	1f
	movl	$VMCS_INSTRUCTION_ERROR, %ecx
	vmread	%rcx, %rax
	movl	%eax, AT(NG_ERROR)
	call	vmx_read
1:	vmxoff
	jmp	end

vmx_read:
	movl	AT(NG_NR_READS), %esi
	movl	$AT(NG_READS), %edi
1:	testl	%esi, %esi
	jz	2f
	movl	(%rdi), %ecx
	vmread	%rcx, 8(%rdi)
	result	"4(%rdi)"
	addq	$16, %rdi
	decl	%esi
	jmp	1b
2:	ret

/* VMRUN keeps all registers of the nested guest but RAX and RSP in their place. */
ng_svm:
	phase	NG_PHASE_ENABLE
	movl	$MSR_EFER, %ecx
	rdmsr
	orl	$EFER_SVME, %eax
	wrmsr
	phase	NG_PHASE_ON
	movl	$MSR_VM_HSAVE_PA, %ecx
	movl	AT(NG_HSAVE_PTR), %eax
	movl	AT(NG_HSAVE_PTR) + 4, %edx
	wrmsr
	phase	NG_PHASE_LAUNCH
svm_run:
	movq	AT(NG_VMCB_PTR), %rax
	vmrun
	phase	NG_PHASE_EXIT
	incl	AT(NG_EXITS)
	movq	AT(NG_VMCB_PTR), %rbx
	movq	VMCB_EXIT_CODE(%rbx), %rax
	movq	%rax, AT(NG_REASON)
	movl	AT(NG_EXITS), %ecx
	cmpl	AT(NG_MAX_EXITS), %ecx
	jae	svm_last
	cmpq	$SVM_EXIT_CPUID, %rax
	jne	svm_last
	addq	$2, VMCB_RIP(%rbx)	/* CPUID is two bytes long */
	phase	NG_PHASE_RESUME
	jmp	svm_run
svm_last:
	movq	VMCB_EXIT_INFO1(%rbx), %rax
	movq	%rax, AT(NG_QUALIFICATION)
	movq	VMCB_EXIT_INFO2(%rbx), %rax
	movq	%rax, AT(NG_INFO2)
	stgi
	phase	NG_PHASE_END

end:
	movl	$NG_SAID_END, %eax
	outl	%eax, $NG_PORT
	hlt
	jmp	end

/* A handler for each vector below 32; those that push no error code push a 0. */
	.balign	NG_FAULT_STRIDE
ng_faults:
	.set	vector, 0
	.rept	32
	.org	ng_faults + vector * NG_FAULT_STRIDE
	.if	!((vector == 8) || (vector >= 10 && vector <= 14) || vector == 17 || vector == 21)
	pushq	$0
	.endif
	movl	$(vector + 1), AT(NG_VECTOR)
	jmp	fault
	.set	vector, vector + 1
	.endr

fault:
	popq	AT(NG_FAULT_ERROR)
	popq	AT(NG_FAULT_RIP)
1:	movl	$NG_SAID_FAULT, %eax
	outl	%eax, $NG_PORT
	hlt
	jmp	1b
ng_code_end:

	.section .note.GNU-stack, "", @progbits
#endif /* __x86_64__ */
