/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Exception syndromes of Arm (ESR_ELx, in AArch32 and Xen HSR): why a guest left for EL2.
 */
#ifndef NESTDIAG_ARMESR_H
#define NESTDIAG_ARMESR_H

#include <nestdiag/types.h>

#define ND_NR_ARM_CLASSES	64

/** nd_arm_class() - the exception class of a syndrome, its upper six bits of 32 */
static inline u32 nd_arm_class(u64 esr)
{
	return (u32)(esr >> 26) & (ND_NR_ARM_CLASSES - 1);
}

/**
 * nd_arm_class_name() - name of an exception class, from Linux's <asm/esr.h>
 * @class: below ND_NR_ARM_CLASSES
 *
 * Return: NULL if the architecture does not define the class.
 */
const char *nd_arm_class_name(u32 class);

/** nd_arm_class_words() - what it means, as a sentence without its full stop; NULL likewise */
const char *nd_arm_class_words(u32 class);

/**
 * nd_arm_esr_details() - what the lower bits of a syndrome add to its class
 * @esr:  the syndrome
 * @text: where they go: "S3_0_C1_C2_4, written"; empty if there is nothing to add
 * @size: of @text
 */
void nd_arm_esr_details(u64 esr, char *text, size_t size);

#endif /* NESTDIAG_ARMESR_H */
