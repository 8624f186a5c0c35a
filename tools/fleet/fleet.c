// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "tools/fleet/crew.h"
#include "tools/fleet/fleet.h"
#include "tools/in/snapshot.h"

/*
 * A report is lines: for each fact the letter of its kind, its name, a tab, its value; or a single
 * one, "!" and why the file could not be read.
 */
static void put_clean(FILE *report, const char *text)
{
	char copy[ND_ROW_WORDS];

	scnprintf(copy, sizeof(copy), "%s", text);
	nd_text_clean(copy);	/* no tab and no line end is left */
	fputs(copy, report);
}

static void put_fact(void *ctx, enum nd_fact_kind kind, const char *name, const char *value)
{
	FILE *report = ctx;

	fputc('a' + kind, report);
	put_clean(report, name);
	fputc('\t', report);
	put_clean(report, value);
	fputc('\n', report);
}

/* Without the file, which is named anyway: "FILE: why", or "FILE:LINE: why". */
static void put_why(FILE *report, const char *file, const char *why)
{
	size_t len = strlen(file);

	fputc('!', report);
	if (!strncmp(why, file, len) && why[len] == ':') {
		why += len + 1;
		if (*why == ' ')
			why++;
		else
			fputs("line ", report);
	}
	put_clean(report, why);
}

static void work(void *ctx, size_t task, FILE *report)
{
	const struct nd_fact_sink sink = { put_fact, report };
	const struct nd_fleet *fleet = ctx;
	const char *file = fleet->files.names[task];
	struct nd_machine machine = { 0 };

	if (nd_machine_load(&machine, file))
		put_why(report, file, machine.error);
	else if (nd_machine_is_empty(&machine))
		fprintf(report, "!no facts");
	else
		nd_host_facts(&machine.facts, &sink);
	nd_machine_free(&machine);
}

static void add_unread(struct nd_fleet *fleet, size_t file, const char *why)
{
	size_t size = strlen(why) + 1;
	struct nd_unread *unread;

	fleet->unread = nd_realloc(fleet->unread, (fleet->nr_unread + 1) * sizeof(*fleet->unread));
	unread = &fleet->unread[fleet->nr_unread++];
	unread->file = file;
	unread->why = memcpy(nd_realloc(NULL, size), why, size);
}

static void add_host(struct nd_group *group, u32 file)
{
	if (group->nr_hosts == group->max_hosts) {
		group->max_hosts = group->max_hosts ? group->max_hosts * 2 : 1;
		group->hosts = nd_realloc(group->hosts, group->max_hosts * sizeof(*group->hosts));
	}
	group->hosts[group->nr_hosts++] = file;
}

static u32 hash_values(const u32 *values, u32 nr)
{
	u32 i, hash = 2166136261u;

	for (i = 0; i < nr; i++)
		hash = (hash ^ values[i]) * 16777619u;
	return hash;
}

/* Takes over @values. */
static void add_values(struct nd_fleet *fleet, size_t file, u32 *values, u32 nr)
{
	u32 i, hash;

	while (nr && !values[nr - 1])
		nr--;
	hash = hash_values(values, nr);
	for (i = 0; i < fleet->nr_groups; i++)
		if (fleet->groups[i].hash == hash && fleet->groups[i].nr_values == nr &&
		    !memcmp(fleet->groups[i].values, values, nr * sizeof(*values)))
			break;
	if (i < fleet->nr_groups) {
		free(values);
	} else {
		fleet->groups = nd_realloc(fleet->groups, (i + 1) * sizeof(*fleet->groups));
		fleet->groups[fleet->nr_groups++] = (struct nd_group){
			.values = values, .nr_values = nr, .hash = hash,
		};
	}
	add_host(&fleet->groups[i], file);
	fleet->read++;
}

static void tell_progress(const struct nd_fleet *fleet)
{
	if (fleet->progress)
		fleet->progress(fleet->read + fleet->nr_unread, fleet->files.nr);
}

static void take(void *ctx, size_t file, char *report, size_t len)
{
	struct nd_fleet *fleet = ctx;
	u32 max = fleet->facts.nr + 64, nr = 0;
	char *line = report, *save, *tab;
	u32 *values;

	(void)len;
	if (*report == '!') {
		add_unread(fleet, file, report + 1);
		tell_progress(fleet);
		return;
	}
	values = nd_realloc(NULL, max * sizeof(*values));
	for (line = strtok_r(report, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		u32 fact;

		tab = strchr(line, '\t');
		if (!tab)
			continue;
		*tab = '\0';
		fact = nd_pool_number(&fleet->facts, line);
		if (fact >= max) {
			max = fact * 2;
			values = nd_realloc(values, max * sizeof(*values));
		}
		for (; nr <= fact; nr++)
			values[nr] = 0;
		values[fact] = nd_pool_number(&fleet->values, tab + 1);
	}
	add_values(fleet, file, values, nr);
	tell_progress(fleet);
}

static void lost(void *ctx, size_t file, const char *why)
{
	add_unread(ctx, file, why);
	tell_progress(ctx);
}

static int compare_numbers(const void *a, const void *b)
{
	const u32 *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static int compare_unread(const void *a, const void *b)
{
	const struct nd_unread *x = a, *y = b;

	return compare_numbers(&x->file, &y->file);
}

static int compare_groups(const void *a, const void *b)
{
	const struct nd_group *x = a, *y = b;

	if (x->nr_hosts != y->nr_hosts)
		return x->nr_hosts < y->nr_hosts ? 1 : -1;
	return compare_numbers(&x->hosts[0], &y->hosts[0]);
}

static int compare_facts(const void *a, const void *b, void *ctx)
{
	const struct nd_fleet *fleet = ctx;

	return strcmp(fleet->facts.texts[*(const u32 *)a], fleet->facts.texts[*(const u32 *)b]);
}

/* Reports come in any order, and answers must not depend on it. */
static void settle(struct nd_fleet *fleet)
{
	u32 i;

	for (i = 0; i < fleet->nr_groups; i++)
		qsort(fleet->groups[i].hosts, fleet->groups[i].nr_hosts,
		      sizeof(*fleet->groups[i].hosts), compare_numbers);
	if (fleet->nr_groups)
		qsort(fleet->groups, fleet->nr_groups, sizeof(*fleet->groups), compare_groups);
	if (fleet->nr_unread)
		qsort(fleet->unread, fleet->nr_unread, sizeof(*fleet->unread), compare_unread);
	if (!fleet->facts.nr)
		return;
	fleet->order = nd_realloc(NULL, fleet->facts.nr * sizeof(*fleet->order));
	for (i = 1; i < fleet->facts.nr; i++)
		fleet->order[i - 1] = i;
	qsort_r(fleet->order, fleet->facts.nr - 1, sizeof(*fleet->order), compare_facts, fleet);
}

int nd_fleet_read(struct nd_fleet *fleet)
{
	const struct nd_crew crew = {
		.tasks = fleet->files.nr, .work = work, .take = take, .lost = lost, .ctx = fleet,
	};
	int err = nd_crew_run(&crew);

	settle(fleet);
	return err;
}

void nd_fleet_free(struct nd_fleet *fleet)
{
	while (fleet->nr_groups) {
		free(fleet->groups[--fleet->nr_groups].values);
		free(fleet->groups[fleet->nr_groups].hosts);
	}
	while (fleet->nr_unread)
		free(fleet->unread[--fleet->nr_unread].why);
	free(fleet->groups);
	free(fleet->unread);
	free(fleet->order);
	nd_pool_free(&fleet->facts);
	nd_pool_free(&fleet->values);
	nd_files_free(&fleet->files);
}
