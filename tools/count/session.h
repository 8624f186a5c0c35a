/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Counting exits for a while, by the best way that there is.
 */
#ifndef NESTDIAG_SESSION_H
#define NESTDIAG_SESSION_H

#include "core/findings/status.h"

#include "tools/in/machine.h"

/**
 * enum nd_way - how exits are counted
 * @ND_WAY_AUTO:    the first of the others that works
 * @ND_WAY_MODULE:  by the module, all the time
 * @ND_WAY_BPF:     by BPF programs, while the tool runs
 * @ND_WAY_TRACEFS: by a histogram in tracefs, while the tool runs: reasons and levels only
 * @ND_WAY_STATS:   not at all: KVM's own statistics
 */
enum nd_way {
	ND_WAY_AUTO,
	ND_WAY_MODULE,
	ND_WAY_BPF,
	ND_WAY_TRACEFS,
	ND_WAY_STATS,
	ND_NR_WAYS
};

/** nd_way_word() - "auto", "module", "bpf", "tracefs", "stats"; NULL beyond */
const char *nd_way_word(u32 way);

/**
 * nd_session_start() - begin to count
 * @way:     ND_WAY_BPF or ND_WAY_TRACEFS, or ND_WAY_AUTO for the first of them that works
 * @machine: gets a note that says which it was, or in @error why there is none
 */
enum nd_exit nd_session_start(enum nd_way way, struct nd_machine *machine);

/** nd_session_join() - read what was pinned as @name; in @error of @machine why it cannot */
enum nd_exit nd_session_join(const char *name, struct nd_machine *machine);

/**
 * nd_session_pin() - let it go on as @name after this process; in @error of @machine why it cannot
 */
enum nd_exit nd_session_pin(const char *name, struct nd_machine *machine);

/** nd_session_unpin() - end what was pinned as @name */
enum nd_exit nd_session_unpin(const char *name, struct nd_machine *machine);

/** nd_session_word() - what counts: "bpf", "tracefs" */
const char *nd_session_word(void);

/**
 * nd_session_passed_over() - ways that nd_session_start()
 * would rather have taken, and why not; "" if none
 */
const char *nd_session_passed_over(void);

/** nd_session_catch() - let signals end a wait, and not the process; part of nd_session_start() */
void nd_session_catch(void);

/**
 * nd_session_wait() - wait for @ms milliseconds; false if a
 * signal ended it, after which there is nothing to wait for
 */
bool nd_session_wait(unsigned int ms);

/**
 * nd_session_read() - put what was counted so far into the facts of @machine, in place of what was
 *
 * With it the failed launches, if that way of counting sees them.
 */
enum nd_exit nd_session_read(struct nd_machine *machine);

/** nd_session_stop() - stop, and leave nothing behind */
void nd_session_stop(void);

#endif /* NESTDIAG_SESSION_H */
