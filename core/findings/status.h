/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The status screen: platform, usable features, what KVM cannot use.
 */
#ifndef NESTDIAG_STATUS_H
#define NESTDIAG_STATUS_H

#include "core/facts/facts.h"
#include "core/base/row.h"
#include "core/findings/findings.h"

/* Exit statuses of the tool; the core computes them so that every view agrees. */
enum nd_exit {
	ND_EXIT_OK = 0,		/* nothing wrong */
	ND_EXIT_FINDINGS = 1,	/* findings that need attention */
	ND_EXIT_BROKEN = 2,	/* the thing asked about does not work */
	ND_EXIT_UNKNOWN = 3,	/* could not find out */
	ND_EXIT_USAGE = 64,	/* the command line or its input is wrong */
};

/**
 * struct nd_outcome - what the verdicts of rules amount to
 * @worst:   of those that fire: the exit status of an error, a warning, or nothing
 * @unknown: a rule that is more than advice could not decide
 */
struct nd_outcome {
	enum nd_exit worst;
	bool unknown;
};

/** nd_outcome_add() - one more rule has been asked */
void nd_outcome_add(struct nd_outcome *outcome, enum nd_verdict verdict,
		    enum nd_severity severity);

/** nd_outcome_exit() - the exit status, the same for every command that asks the rules */
enum nd_exit nd_outcome_exit(const struct nd_outcome *outcome);

/**
 * nd_status_rows() - one screen: level, CPU, virtualization, eVMCS, missing, findings
 *
 * Return: the exit status that the answers amount to.
 */
enum nd_exit nd_status_rows(const struct nd_facts *facts, const struct nd_emit *emit);

/** nd_status_exit() - only the exit status: that of all rules, as `check` asks them */
enum nd_exit nd_status_exit(const struct nd_facts *facts);

/**
 * nd_status_log() - at most six lines for the kernel log
 * @line: called with each line, without a line end
 */
void nd_status_log(const struct nd_facts *facts, void (*line)(void *ctx, const char *text),
		   void *ctx);

#endif /* NESTDIAG_STATUS_H */
