/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The VP assist page of Hyper-V, and the enlightened VMCS that it points to.
 */
#ifndef NESTDIAG_ASSIST_H
#define NESTDIAG_ASSIST_H

#include "core/facts/facts.h"

/* Fields of the VP assist page that decide whether an enlightened VMCS is current. */
bool nd_assist_enlightened(const struct nd_assist *assist);
u64 nd_assist_current_vmcs(const struct nd_assist *assist);

/** nd_assist_gpa() - address of the VP assist page from its register, 0 if it is not enabled */
u64 nd_assist_gpa(const struct nd_cpu *cpu);

/** nd_evmcs_in_use() - how many CPUs have enlightened VM entries switched on */
unsigned int nd_evmcs_in_use(const struct nd_facts *facts);

/**
 * nd_evmcs_state_word() - the state by one word
 *
 * Return: "unknown", "none", "off", "idle", "current", "stale", "not-ram", "fault", "moving",
 * "lockdown".
 */
const char *nd_evmcs_state_word(enum nd_evmcs_state state);

/** nd_evmcs_state_words() - the state in a few words for people */
const char *nd_evmcs_state_words(enum nd_evmcs_state state);

/**
 * nd_evmcs_judge() - what a pointer and the page behind it are, from what the reader found out
 * @assist:    the assist page
 * @is_ram:    the pointer points to memory
 * @is_free:   that page is free
 * @copied:    the page could be copied
 * @revision:  the first four bytes of the copy
 */
enum nd_evmcs_state nd_evmcs_judge(const struct nd_assist *assist, bool is_ram, bool is_free,
				   bool copied, u32 revision);

/** nd_evmcs_withhold() - remove the fields, which are registers of a guest and of its host */
void nd_evmcs_withhold(struct nd_evmcs *evmcs);

#endif /* NESTDIAG_ASSIST_H */
