/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The one place where the core learns whether it is compiled for the kernel or for user space.
 * Everything else under core/ is the same text on both sides.
 */
#ifndef NESTDIAG_TYPES_H
#define NESTDIAG_TYPES_H

#ifdef __KERNEL__

#include <linux/bitops.h>
#include <linux/bits.h>
#include <linux/compiler.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/types.h>

#else

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* Programs for BPF have no libc. */
#ifdef __bpf__
typedef __UINT8_TYPE__ u8;
typedef __UINT16_TYPE__ u16;
typedef __UINT32_TYPE__ u32;
typedef __INT32_TYPE__ s32;
#else
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef int32_t s32;
#endif

typedef unsigned long long u64;	/* as in the kernel, so that %llx fits both */

#define BIT(n)			(1UL << (n))
#define BIT_ULL(n)		(1ULL << (n))
#define GENMASK_ULL(h, l)	((~0ULL << (l)) & (~0ULL >> (63 - (h))))
#define ARRAY_SIZE(a)		(sizeof(a) / sizeof((a)[0]))
#define likely(x)		__builtin_expect(!!(x), 1)
#define unlikely(x)		__builtin_expect(!!(x), 0)
#define OPTIMIZER_HIDE_VAR(var)	asm("" : "+r"(var))
#define __printf(a, b)		__attribute__((__format__(__printf__, a, b)))
#define noinline_for_stack	__attribute__((__noinline__))

#ifndef __always_inline		/* glibc has it, too */
#define __always_inline		inline
#endif

#ifndef __bpf__

/* The number of the highest bit set. */
static __always_inline unsigned long __fls(u64 word)
{
	return 63 - __builtin_clzll(word);
}

/* Like vsnprintf() and snprintf(), but return what was really written: the kernel's meaning. */
static inline int vscnprintf(char *buf, size_t size, const char *fmt, va_list args)
{
	int n = vsnprintf(buf, size, fmt, args);

	if (n < 0 || size == 0)
		return 0;
	return (size_t)n < size ? n : (int)size - 1;
}

static inline __printf(3, 4) int scnprintf(char *buf, size_t size, const char *fmt, ...)
{
	va_list args;
	int n;

	va_start(args, fmt);
	n = vscnprintf(buf, size, fmt, args);
	va_end(args);
	return n;
}

#endif /* !__bpf__ */

#endif /* __KERNEL__ */

/*
 * An index that is below @size. The verifier of BPF believes it only where it sees the comparison,
 * in the register that is used then; elsewhere this is the index.
 */
#ifdef __bpf__
#define ND_BOUND(index, size) ({				\
	u64 __index = (index);					\
								\
	asm volatile("" : "+r"(__index));			\
	if (__index > (size) - 1)				\
		__index = (size) - 1;				\
	asm volatile("" : "+r"(__index));			\
	__index;						\
})
#else
#define ND_BOUND(index, size)	(index)
#endif

#endif /* NESTDIAG_TYPES_H */
