// SPDX-License-Identifier: GPL-2.0-only
#include <bpf/bpf.h>
#include <stdlib.h>

#include "tools/count/bpf_failed.h"
#include "tools/count/maps.h"
#include "tools/out/text.h"

/* Of what failed the state was there; it takes a module to read it. */
static enum nd_fail_evidence evidence_of(const struct nd_failed_key *key)
{
	if (key->kind != ND_FAIL_ENTRY && key->kind != ND_FAIL_VMFAIL)
		return ND_EVIDENCE_NONE;
	return key->td ? ND_EVIDENCE_TD : ND_EVIDENCE_NO_MODULE;
}

static void add(struct nd_failures *failures, const struct nd_failed_key *key,
		const struct nd_failed *failed, const struct nd_failed_once *once, enum nd_isa isa)
{
	struct nd_failure *f = &failures->list[failures->nr++];

	*f = (struct nd_failure){
		.count = failed->count,
		.time_ns = once->time,
		.kind = key->kind,
		.isa = isa,
		.level = key->level,
		.evidence = evidence_of(key),
		.has = once->has,
		.pid = key->pid,
		.tid = once->tid,
		.vcpu = once->vcpu,
		.reason = once->reason,
		.error = key->error,
	};
	scnprintf(f->comm, sizeof(f->comm), "%.*s", (int)sizeof(failed->comm) - 1, failed->comm);
	scnprintf(f->message, sizeof(f->message), "%.*s", (int)sizeof(failed->text) - 1,
		  failed->text);
	nd_vmstate_init(&f->state, isa);
}

static int by_time(const void *a, const void *b)
{
	const struct nd_failure *const *first = a, *const *second = b;

	return (*first)->time_ns > (*second)->time_ns ? 1 :
	       (*first)->time_ns < (*second)->time_ns ? -1 : 0;
}

/* The programs keep no numbers: they are those of the order in which things happened. */
static void number(struct nd_failures *failures)
{
	const struct nd_failure **order;
	u32 i;

	order = nd_realloc(NULL, (failures->nr + 1) * sizeof(*order));
	for (i = 0; i < failures->nr; i++)
		order[i] = &failures->list[i];
	qsort(order, failures->nr, sizeof(*order), by_time);
	for (i = 0; i < failures->nr; i++)
		failures->list[order[i] - failures->list].number = i + 1;
	free(order);
}

/**
 * struct cause - an element of the map
 * @key:    its key
 * @failed: its value
 */
struct cause {
	struct nd_failed_key key;
	struct nd_failed failed;
};

static int by_first(const void *a, const void *b)
{
	const struct cause *first = a, *second = b;

	return first->failed.first.time > second->failed.first.time ? 1 :
	       first->failed.first.time < second->failed.first.time ? -1 : 0;
}

static u32 read_causes(struct cause *causes, int map)
{
	struct nd_failed_key *last = NULL;
	u32 nr = 0;

	while (nr < ND_COUNT_CAUSES && !bpf_map_get_next_key(map, last, &causes[nr].key)) {
		last = &causes[nr].key;
		if (!bpf_map_lookup_elem(map, last, &causes[nr].failed) && causes[nr].failed.count)
			nr++;
	}
	qsort(causes, nr, sizeof(*causes), by_first);
	return nr;
}

/* Of each cause the first, and behind it the latest. */
static u64 list(struct nd_failures *failures, const struct cause *causes, u32 nr, enum nd_isa isa)
{
	u64 listed = 0;
	u32 i, at = 0;

	for (i = 0; i < nr; i++) {
		const struct nd_failed *failed = &causes[i].failed;

		add(failures, &causes[i].key, failed, &failed->first, isa);
		if (failed->count > 1)
			add(failures, &causes[i].key, failed, &failed->latest, isa);
		listed += failed->count;
	}
	number(failures);
	for (i = 0; i < nr; i++) {
		u64 first = failures->list[at].number;

		failures->list[at++].cause = first;
		if (causes[i].failed.count > 1)
			failures->list[at++].cause = first;
	}
	return listed;
}

void nd_bpf_failed_read(struct nd_failures *failures, int causes, int lost, enum nd_isa isa)
{
	struct cause *read = nd_realloc(NULL, (ND_COUNT_CAUSES + 1) * sizeof(*read));
	struct nd_count_lost all = { 0 };
	u64 total, listed;
	u32 zero = 0, i;

	listed = list(failures, read, read_causes(read, causes), isa);
	free(read);
	bpf_map_lookup_elem(lost, &zero, &all);
	for (i = 0; i < ND_NR_FAIL_KINDS; i++)
		failures->counts[i] = all.failures[i];
	total = nd_fail_total(failures);
	failures->dropped = total > listed ? total - listed : 0;
}
