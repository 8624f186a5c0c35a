/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The table of what is going on: two samples become lines with figures, sorted and filtered.
 * Screen, plain text, CSV and JSON all show these lines.
 */
#ifndef NESTDIAG_TOP_MODEL_H
#define NESTDIAG_TOP_MODEL_H

#include <regex.h>

#include "core/facts/facts.h"

#include "tools/top/sample.h"
#include "tools/top/verdict.h"

/**
 * enum nd_top_view - what a line stands for
 * @ND_TOP_VM:     a VM, that is a process
 * @ND_TOP_VCPU:   a vCPU
 * @ND_TOP_REASON: an exit reason at a level, of all vCPUs
 * @ND_TOP_ONE:    the same, of the VM or vCPU that is picked
 * @ND_TOP_TIMES:  a bucket of the histogram of one reason, of all vCPUs
 */
enum nd_top_view {
	ND_TOP_VM,
	ND_TOP_VCPU,
	ND_TOP_REASON,
	ND_TOP_ONE,
	ND_TOP_TIMES,
	ND_TOP_NR_VIEWS
};

/**
 * enum nd_top_figure - the figures of a line
 * @ND_TOP_EXITS:    exits; of a bucket, those that took as long
 * @ND_TOP_NESTED:   those among them that are exits of nested guests
 * @ND_TOP_GUEST:    time in the guest, in 1/10000 of the time of its vCPUs
 * @ND_TOP_HANDLING: time of handling exits, likewise
 * @ND_TOP_WAITING:  time of waiting, likewise
 * @ND_TOP_SHARE:    exits, in 1/10000 of all lines
 * @ND_TOP_TIME:     handling time, in 1/10000 of all lines; waiting is none
 * @ND_TOP_MEAN:     mean handling time, in ns
 * @ND_TOP_LONGEST:  the longest, in ns, if it is longer than any before
 * @ND_TOP_MULT:     exits of the guest hypervisor for one nested exit handed to it, in thousandths
 * @ND_TOP_REFL:     reflected nested exits, in 1/10000 of the nested ones
 * @ND_TOP_FAILED:   failed entries
 * @ND_TOP_SLOW:     least number of exits that took as long as was asked about
 */
enum nd_top_figure {
	ND_TOP_EXITS,
	ND_TOP_NESTED,
	ND_TOP_GUEST,
	ND_TOP_HANDLING,
	ND_TOP_WAITING,
	ND_TOP_SHARE,
	ND_TOP_TIME,
	ND_TOP_MEAN,
	ND_TOP_LONGEST,
	ND_TOP_MULT,
	ND_TOP_REFL,
	ND_TOP_FAILED,
	ND_TOP_SLOW,
	ND_TOP_NR_FIGURES
};

#define ND_TOP_LABEL	160
#define ND_TOP_NOBODY	(~0U)	/* no process, no vCPU */

/**
 * struct nd_top_line - a line
 * @pid:     process, ND_TOP_NOBODY if the line is not one VM's
 * @vcpu:    number of the vCPU, likewise
 * @vcpus:   how many vCPUs it is about
 * @level:   of a reason
 * @slot:    of a reason, ND_NR_SLOTS for none
 * @from_ns: least time of a bucket
 * @name:    of the VM, NULL if it is not known
 * @label:   what it is called
 * @figures: by enum nd_top_figure
 * @known:   bit FIGURE: it is known
 * @about:   the times of handling and waiting are estimates
 * @verdict: in one word
 */
struct nd_top_line {
	u32 pid;
	u32 vcpu;
	u32 vcpus;
	u32 level;
	u32 slot;
	u64 from_ns;
	const char *name;
	char label[ND_TOP_LABEL];
	u64 figures[ND_TOP_NR_FIGURES];
	u32 known;
	bool about;
	struct nd_top_verdict verdict;
};

/**
 * struct nd_top_pick - which lines, in which order
 * @view:    what a line stands for
 * @pid:     VM, ND_TOP_NOBODY for all
 * @vcpu:    vCPUs of this number, likewise
 * @vm:      name of the VM, NULL for all
 * @level:   of the histogram
 * @slot:    of the histogram
 * @filter:  what labels and verdicts match, NULL for all
 * @reason:  what names of reasons contain, NULL for all
 * @min:     least number of exits a second
 * @sort:    figure that the greatest of comes first, ND_TOP_NR_FIGURES for the view's own
 * @reverse: the least first
 * @longer:  ns from which on exits are slow, 0 for never
 */
struct nd_top_pick {
	enum nd_top_view view;
	u32 pid;
	u32 vcpu;
	const char *vm;
	u32 level;
	u32 slot;
	const regex_t *filter;
	const char *reason;
	u32 min;
	u32 sort;
	bool reverse;
	u64 longer;
};

/**
 * struct nd_top_names - who knows VMs: their name, or NULL; and whether the process is still there
 */
struct nd_top_names {
	const char *(*name)(u32 pid);
	bool (*lives)(u32 pid);
};

/**
 * struct nd_top_model - what lines are made of
 * @facts:  the machine
 * @names:  of VMs
 * @before: trace at the beginning of the interval, not owned
 * @total:  trace at its end, not owned
 * @delta:  what came in between, owned
 * @window: what came of late, for rules on rates, owned
 * @ns:     length of the interval, 0 if it is not known
 */
struct nd_top_model {
	const struct nd_facts *facts;
	const struct nd_top_names *names;
	const struct nd_trace *before;
	const struct nd_trace *total;
	struct nd_trace *delta;
	struct nd_trace *window;
	u64 ns;
};

/**
 * struct nd_top_table - lines
 * @model: what they are made of
 * @pick:  which they are
 * @lines: owned
 * @nr:    how many
 * @all:   exits in the whole interval, whatever was picked
 * @nested: those among them of nested guests
 * @mult:  as the figure, of all; 0 if it is not known
 * @refl:  as the figure, of all, if @nested
 * @failed: failed entries, of all
 * @slow:  exits that took as long as was asked about, of all: the least number that it can be
 * @slow_most: and the greatest
 * @rare:  exits for rare reasons of what was picked, which no line has
 * @host:  verdicts on all vCPUs together
 */
struct nd_top_table {
	const struct nd_top_model *model;
	struct nd_top_pick pick;
	struct nd_top_line *lines;
	size_t nr;
	u64 all;
	u64 nested;
	u64 mult;
	u64 refl;
	u64 failed;
	u64 slow;
	u64 slow_most;
	u64 rare;
	char host[80];
};

/**
 * nd_top_model_make() - take two samples apart
 * @now:    the later one
 * @before: the earlier one
 * @far:    one that is as early or earlier, for rules on rates
 * @ns:     the time between them if they do not tell it, 0 for none
 */
void nd_top_model_make(struct nd_top_model *model, const struct nd_facts *facts,
		       const struct nd_top_names *names, const struct nd_top_sample *now,
		       const struct nd_top_sample *before, const struct nd_top_sample *far, u64 ns);
void nd_top_model_free(struct nd_top_model *model);

/** nd_top_table_make() - make the lines; nd_top_table_free() frees them */
void nd_top_table_make(struct nd_top_table *table, const struct nd_top_model *model,
		       const struct nd_top_pick *pick);
void nd_top_table_free(struct nd_top_table *table);

#endif /* NESTDIAG_TOP_MODEL_H */
