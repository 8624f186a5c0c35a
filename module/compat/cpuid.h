/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * cpuid_count() and rdmsr_safe(): <asm/processor.h> brought both along once; CPUID then moved to
 * <asm/cpuid.h>, from there to <asm/cpuid/api.h>, and is no longer included from elsewhere.
 */
#ifndef NESTDIAG_COMPAT_CPUID_H
#define NESTDIAG_COMPAT_CPUID_H

#include <asm/msr.h>
#include <asm/processor.h>

#ifdef HAS_ASM_CPUID_API_H
#include <asm/cpuid/api.h>
#endif

#endif /* NESTDIAG_COMPAT_CPUID_H */
