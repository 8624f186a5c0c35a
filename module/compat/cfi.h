/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Types of functions on a kernel that checks them at indirect calls (kCFI): a hash of the type
 * stands before each function whose address is taken.
 */
#ifndef NESTDIAG_COMPAT_CFI_H
#define NESTDIAG_COMPAT_CFI_H

#include <linux/types.h>
#include <linux/uaccess.h>

/* CONFIG_CFI_CLANG became CONFIG_CFI in Linux 6.18. */
#if defined(CONFIG_CFI_CLANG) || defined(CONFIG_CFI)
#define ND_CFI	1
#else
#define ND_CFI	0
#endif

/* Bytes from the preamble of a function to the function. */
#ifdef CONFIG_CALL_PADDING
#define CFI_PREAMBLE	(5 + CONFIG_FUNCTION_PADDING_CFI)
#else
#define CFI_PREAMBLE	5
#endif

/**
 * nd_cfi_hash() - the hash of a function's type
 * @function: any function whose address is taken
 * @hash:     takes the hash
 *
 * The preamble is "mov $hash, %eax", and padding if there is any. FineIBT replaces it at boot by
 * ENDBR64 and "sub $hash, %r10d", or by ENDBR64 and "sub $hash, %eax".
 *
 * Return: false if there is none that we know
 */
static inline bool nd_cfi_hash(const void *function, u32 *hash)
{
	static const struct {
		u8 size;
		u8 code[7];
	} preambles[] = {
		{ 1, { 0xb8 } },
		{ 7, { 0xf3, 0x0f, 0x1e, 0xfa, 0x41, 0x81, 0xea } },
		{ 5, { 0xf3, 0x0f, 0x1e, 0xfa, 0x2d } },
	};
	const void *preamble = function - CFI_PREAMBLE;
	u8 code[sizeof(preambles[0].code)];
	u32 i;

	for (i = 0; i < ARRAY_SIZE(preambles); i++)
		if (!copy_from_kernel_nofault(code, preamble, preambles[i].size) &&
		    !memcmp(code, preambles[i].code, preambles[i].size))
			return !copy_from_kernel_nofault(hash, preamble + preambles[i].size,
							 sizeof(*hash));
	return false;
}

#endif /* NESTDIAG_COMPAT_CFI_H */
