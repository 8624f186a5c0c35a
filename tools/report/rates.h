/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Exits a second, by level: samples of what was counted, as a text and as a table of a document.
 */
#ifndef NESTDIAG_TOOLS_RATES_H
#define NESTDIAG_TOOLS_RATES_H

#include "core/exits/trace.h"

#include "tools/report/doc.h"

#define ND_RATES_MAX	32	/* samples: what a chart has room for */

/**
 * struct nd_rate - what was counted up to a moment
 * @ms:    milliseconds since the first sample
 * @exits: by level
 * @ns:    nanoseconds that vCPUs were in a guest
 * @timed: that is known
 */
struct nd_rate {
	u64 ms;
	u64 exits[ND_NR_LEVELS];
	u64 ns;
	bool timed;
};

/**
 * struct nd_rates - samples, the earliest first
 * @list: them
 * @nr:   their number
 */
struct nd_rates {
	struct nd_rate list[ND_RATES_MAX];
	unsigned int nr;
};

/** nd_rates_add() - add a sample; what is beyond ND_RATES_MAX is left out */
void nd_rates_add(struct nd_rates *rates, u64 ms, const struct nd_trace *trace);

/** nd_rates_text() - them as lines with tabs; the caller frees it */
char *nd_rates_text(const struct nd_rates *rates, size_t *len);

/** nd_rates_read() - the samples of such a text, which may come from anywhere: 0 or -EINVAL */
int nd_rates_read(struct nd_rates *rates, const char *text, size_t len);

/** nd_rates_show() - add a table of what came between the samples to the document */
void nd_rates_show(const struct nd_rates *rates, struct nd_doc *doc);

#endif /* NESTDIAG_TOOLS_RATES_H */
