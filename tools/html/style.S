/* SPDX-License-Identifier: GPL-2.0-only */
/* The style of reports as bytes of the tool. */
	.section .rodata
	.balign 8
	.globl nd_style
	.globl nd_style_size
nd_style:
	.incbin "tools/html/report.css"
	.set size, . - nd_style
	.balign 8
nd_style_size:
	.quad size

	.section .note.GNU-stack, "", %progbits
