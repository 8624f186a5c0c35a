/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The last exits of vCPUs, as rows.
 */
#ifndef NESTDIAG_RECORDERROWS_H
#define NESTDIAG_RECORDERROWS_H

#include "core/base/row.h"
#include "core/exits/recorder.h"
#include "core/facts/facts.h"

#define ND_RECORDER_ALL	(~0U)	/* in place of a process or a number */

/**
 * nd_recorder_rows() - ND_ROW_RECORDING and an ND_ROW_RECORDED for each of its exits
 * @facts: the facts
 * @pid:   of this process, or ND_RECORDER_ALL
 * @id:	   of vCPUs of this number, or ND_RECORDER_ALL
 * @emit:  where rows go
 *
 * Return: the number of recordings; if there are none a note says why.
 */
u32 nd_recorder_rows(const struct nd_facts *facts, u32 pid, u32 id, const struct nd_emit *emit);

#define ND_EXIT_DETAIL	192	/* every text of nd_exit_detail() fits */

/**
 * nd_exit_detail() - what a guest did, as far as what was recorded tells, as part of a sentence
 * @isa:  KVM's number of what the exit is of
 * @exit: the exit
 * @buf:  where the text goes, ND_EXIT_DETAIL bytes
 *
 * Return: the text; empty if nothing is known but the reason.
 */
const char *nd_exit_detail(u32 isa, const struct nd_last_exit *exit, char *buf);

#endif /* NESTDIAG_RECORDERROWS_H */
