/* SPDX-License-Identifier: GPL-2.0-only */
/* The programs for BPF, compiled, as bytes of the tool. */
	.section .rodata
	.balign 8
	.globl nd_bpf_programs
	.globl nd_bpf_programs_size
nd_bpf_programs:
	.incbin "build/bpf/programs.bpf.o"
	.set size, . - nd_bpf_programs
	.balign 8
nd_bpf_programs_size:
	.quad size

	.balign 8
	.globl nd_hot_programs
	.globl nd_hot_programs_size
nd_hot_programs:
	.incbin "build/bpf/hot.bpf.o"
	.set hot_size, . - nd_hot_programs
	.balign 8
nd_hot_programs_size:
	.quad hot_size

	.section .note.GNU-stack, "", %progbits
