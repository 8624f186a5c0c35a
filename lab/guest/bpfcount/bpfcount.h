/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the program and its loader agree on.
 */
#ifndef BPFCOUNT_H
#define BPFCOUNT_H

/* Basic exit reasons are below; the bits above them are cut off. */
#define BPFCOUNT_REASONS	1024

#endif /* BPFCOUNT_H */
