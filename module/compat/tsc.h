/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * rdtsc() and tsc_khz: in <asm/msr.h> once, in <asm/tsc.h> since.
 */
#ifndef NESTDIAG_COMPAT_TSC_H
#define NESTDIAG_COMPAT_TSC_H

#include <asm/msr.h>
#include <asm/tsc.h>

#endif /* NESTDIAG_COMPAT_TSC_H */
