/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The flight recorder: the places in which each vCPU's last exits are recorded, and what of them is
 * kept when something is wrong.
 */
#ifndef NESTDIAG_MODULE_RECORDER_H
#define NESTDIAG_MODULE_RECORDER_H

#include "core/exits/recorder.h"

/** nd_recorder_size() - how many exits of each vCPU are recorded; 0: none are */
unsigned int nd_recorder_size(void);

/**
 * nd_recorder_keep() - keep the last exits of a vCPU as they are now
 * @entry: its entry in the table, may be NULL
 * @why:   what happened; the same of the same vCPU is kept once in a while only
 *
 * Context: any but NMI. If not the thread that runs the vCPU, exits may be left out.
 */
void nd_recorder_keep(const struct nd_acct_vcpu *entry, enum nd_recording_why why);

/**
 * nd_recorder_keep_vcpu() - the same for a vCPU by process and number
 *
 * Context: process context.
 * Return: false if there is none in the table, or nothing is recorded.
 */
bool nd_recorder_keep_vcpu(u32 pid, u32 id, enum nd_recording_why why);

/**
 * nd_recorder_read() - what is kept, the oldest first, and the last exits of each vCPU
 *
 * Context: process context.
 * Return: to be freed with nd_recorder_free(), or NULL without memory.
 */
struct nd_recorder *nd_recorder_read(void);
void nd_recorder_free(struct nd_recorder *recorder);

/** nd_recorder_reset() - forget what is kept. Context: process context */
void nd_recorder_reset(void);

/** nd_recorder_init() - memory, with that of the table. Context: no probe is attached */
int nd_recorder_init(void);
void nd_recorder_release(void);

#endif /* NESTDIAG_MODULE_RECORDER_H */
