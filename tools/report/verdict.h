/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What it all amounts to, from the answers of nestdiag check.
 */
#ifndef NESTDIAG_TOOLS_VERDICT_H
#define NESTDIAG_TOOLS_VERDICT_H

#include "tools/report/doc.h"

/* The parts of the document that have them. */
#define ND_CHECKS	"checks"
#define ND_FAILURES	"failures"

/**
 * struct nd_summary - how many rules say what
 * @failed:  something does not work
 * @warned:  it works, but not well or not reliably
 * @noted:   advice
 * @unknown: could not be decided
 * @passed:  in order
 * @word:    "bad", "warn", "unknown" or "good"
 * @text:    all of it in a sentence
 */
struct nd_summary {
	unsigned int failed;
	unsigned int warned;
	unsigned int noted;
	unsigned int unknown;
	unsigned int passed;
	const char *word;
	char text[160];
};

/** nd_verdict() - false if nothing was checked */
bool nd_verdict(const struct nd_doc *doc, struct nd_summary *sum);

#endif /* NESTDIAG_TOOLS_VERDICT_H */
