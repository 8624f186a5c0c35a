/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The lines of the kernel log that concern virtualization.
 */
#ifndef NESTDIAG_TOOLS_KERNLOG_H
#define NESTDIAG_TOOLS_KERNLOG_H

#include "tools/collect/reading.h"

/** nd_kernlog() - add them, as dmesg prints them; 0 or -errno */
int nd_kernlog(struct nd_reading *reading);

#endif /* NESTDIAG_TOOLS_KERNLOG_H */
