/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The status screen: platform, usable features, what KVM cannot use.
 */
#ifndef NESTDIAG_STATUS_H
#define NESTDIAG_STATUS_H

#include "core/facts/facts.h"
#include "core/base/row.h"

/* Exit statuses of the tool; the core computes them so that every view agrees. */
enum nd_exit {
	ND_EXIT_OK = 0,		/* nothing wrong */
	ND_EXIT_FINDINGS = 1,	/* findings that need attention */
	ND_EXIT_BROKEN = 2,	/* the thing asked about does not work */
	ND_EXIT_UNKNOWN = 3,	/* could not find out */
	ND_EXIT_USAGE = 64,	/* the command line or its input is wrong */
};

/**
 * nd_status_rows() - one screen: level, CPU, virtualization, eVMCS, missing, findings
 *
 * Return: the exit status that the answers amount to.
 */
enum nd_exit nd_status_rows(const struct nd_facts *facts, const struct nd_emit *emit);

/** nd_status_exit() - only the exit status */
enum nd_exit nd_status_exit(const struct nd_facts *facts);

/**
 * nd_status_log() - at most six lines for the kernel log
 * @line: called with each line, without a line end
 */
void nd_status_log(const struct nd_facts *facts, void (*line)(void *ctx, const char *text),
		   void *ctx);

#endif /* NESTDIAG_STATUS_H */
