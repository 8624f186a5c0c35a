/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a probe came to, in words.
 */
#ifndef NESTDIAG_TOOLS_PROBE_WORDS_H
#define NESTDIAG_TOOLS_PROBE_WORDS_H

#include "tools/probe/steps.h"

/* Names of a step for scripts and for people, and of what became of it. */
const char *nd_probe_id(enum nd_probe_step step);
const char *nd_probe_label(enum nd_probe_step step);
const char *nd_probe_state_word(enum nd_probe_state state);

/** nd_probe_say() - set state and words of a step */
__printf(3, 4) void nd_probe_say(struct nd_probe_end *end, enum nd_probe_state state,
				 const char *fmt, ...);

/* Why a step failed. */
void nd_probe_open_describe(struct nd_probe_end *end, int error);
void nd_probe_launch_describe(struct nd_probe *probe, struct nd_probe_end *end);

#endif /* NESTDIAG_TOOLS_PROBE_WORDS_H */
