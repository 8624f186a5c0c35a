// SPDX-License-Identifier: GPL-2.0-only
/*
 * Failed launches by cause.
 */
#include "core/entry/kept.h"

static bool kept_same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* The last exit of a guest that was ended is no cause: only what ended it is. */
static bool kept_same_reason(const struct nd_failure *a, const struct nd_failure *b)
{
	return (a->kind != ND_FAIL_ENTRY && a->kind != ND_FAIL_VMFAIL) || a->reason == b->reason;
}

/* Where no state shows the check, nothing says that it is the same one as where it does. */
static bool kept_same(const struct nd_kept_cause *cause, const struct nd_failure *f,
		      const char *check)
{
	const struct nd_failure *first = &cause->first;

	return cause->count && first->kind == f->kind && first->level == f->level &&
	       first->pid == f->pid && first->error == f->error && kept_same_reason(first, f) &&
	       kept_same_text(cause->check, check) && !strcmp(first->message, f->message) &&
	       nd_failure_has_state(first) == nd_failure_has_state(f);
}

static u64 kept_latest(const struct nd_kept_cause *cause)
{
	return cause->count > 1 ? cause->latest.number : cause->first.number;
}

/* The place of the cause if it has one, or a free place, or the one not used for longest. */
static struct nd_kept_cause *kept_find(struct nd_kept *kept, const struct nd_failure *f,
				       const char *check)
{
	bool nested = f->level == ND_LEVEL_NESTED;
	u32 first = nested ? ND_KEPT_OWN : 0, end = nested ? ND_MAX_FAIL_CAUSES : ND_KEPT_OWN;
	struct nd_kept_cause *cause, *oldest = &kept->causes[first];
	u32 i;

	for (i = first; i < end; i++) {
		cause = &kept->causes[i];
		if (kept_same(cause, f, check))
			return cause;
		if (oldest->count && (!cause->count || kept_latest(cause) < kept_latest(oldest)))
			oldest = cause;
	}
	oldest->count = 0;
	return oldest;
}

bool nd_kept_add(struct nd_kept *kept, struct nd_failure *f, const char *check)
{
	struct nd_kept_cause *cause = kept_find(kept, f, check);
	bool new = !cause->count;

	kept->counts[f->kind]++;
	f->number = ++kept->last;
	if (new) {
		cause->check = check;
		cause->first = *f;
	} else {
		cause->latest = *f;
	}
	cause->count++;
	return new;
}

void nd_kept_count(struct nd_kept *kept, enum nd_fail_kind kind)
{
	kept->counts[kind]++;
	kept->last++;
}

const struct nd_kept_cause *nd_kept_next(const struct nd_kept *kept, u64 number)
{
	const struct nd_kept_cause *next = NULL;
	u32 i;

	for (i = 0; i < ND_MAX_FAIL_CAUSES; i++) {
		const struct nd_kept_cause *cause = &kept->causes[i];

		if (cause->count && cause->first.number > number &&
		    (!next || cause->first.number < next->first.number))
			next = cause;
	}
	return next;
}

void nd_kept_reset(struct nd_kept *kept)
{
	u32 i;

	memcpy(kept->before, kept->counts, sizeof(kept->before));
	for (i = 0; i < ND_MAX_FAIL_CAUSES; i++)
		kept->causes[i].count = 0;
}

static void kept_list(const struct nd_kept_cause *cause, const struct nd_failure *f,
		      struct nd_failures *failures)
{
	struct nd_failure *copy;

	if (failures->nr == ND_MAX_FAILURES)
		return;
	copy = &failures->list[failures->nr++];
	*copy = *f;
	copy->cause = cause->first.number;
	copy->count = cause->count;
}

void nd_kept_list(const struct nd_kept_cause *cause, struct nd_failures *failures)
{
	kept_list(cause, &cause->first, failures);
	if (cause->count > 1)
		kept_list(cause, &cause->latest, failures);
}

void nd_kept_sum(const struct nd_kept *kept, struct nd_failures *failures)
{
	u64 listed = 0, total;
	u32 i;

	for (i = 0; i < ND_NR_FAIL_KINDS; i++)
		failures->counts[i] = kept->counts[i] - kept->before[i];
	for (i = 0; i < failures->nr; i++)
		if (failures->list[i].number == failures->list[i].cause)
			listed += failures->list[i].count;
	total = nd_fail_total(failures);
	failures->dropped = total > listed ? total - listed : 0;
}
