/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Ways of counting hot spots for a while.
 */
#ifndef NESTDIAG_HOTCOUNT_H
#define NESTDIAG_HOTCOUNT_H

#include "tools/count/session.h"
#include "tools/hot/hot.h"

/**
 * struct nd_hot_counter - a way of counting hot spots
 * @way:    what it is called on the command line
 * @usable: could it work here? Else why not, ND_COUNTER_WHY bytes. Asks files only
 * @start:  begin to count this kind; false with the reason
 * @read:   put what was counted so far into an empty table; false with the reason
 * @stop:   stop, and leave nothing behind; also after a failed @start
 */
struct nd_hot_counter {
	enum nd_way way;
	bool (*usable)(enum nd_hot_what what, char *why);
	bool (*start)(enum nd_hot_what what, char *why);
	bool (*read)(struct nd_hot *hot, char *why);
	void (*stop)(void);
};

extern const struct nd_hot_counter nd_hot_counter_bpf;
extern const struct nd_hot_counter nd_hot_counter_hist;

/**
 * nd_hot_start() - begin to count by @way, or by the first
 * that works; @machine's @error says why not
 */
enum nd_exit nd_hot_start(enum nd_way way, enum nd_hot_what what, struct nd_machine *machine);

/** nd_hot_way() - by which it is counted */
enum nd_way nd_hot_way(void);

/** nd_hot_read() - what was counted so far; @machine's @error says why not */
enum nd_exit nd_hot_read(struct nd_hot *hot, struct nd_machine *machine);

/** nd_hot_stop() - stop, and leave nothing behind */
void nd_hot_stop(void);

#endif /* NESTDIAG_HOTCOUNT_H */
