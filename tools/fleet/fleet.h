/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Many hosts, in groups that are alike.
 */
#ifndef NESTDIAG_TOOLS_FLEET_H
#define NESTDIAG_TOOLS_FLEET_H

#include "tools/fleet/hostfacts.h"
#include "tools/fleet/pool.h"
#include "tools/in/files.h"

/**
 * struct nd_group - hosts of which all facts are the same
 * @values:    number of the value in &nd_fleet.values by number of the fact in &nd_fleet.facts; 0:
 *	       the hosts have no such fact
 * @nr_values: facts that were known when the group was made: of later ones it has none
 * @hash:      of @values
 * @hosts:     indexes of their files, ascending once all are there
 * @nr_hosts:  their number
 * @max_hosts: those that @hosts has room for
 */
struct nd_group {
	u32 *values;
	u32 nr_values;
	u32 hash;
	u32 *hosts;
	u32 nr_hosts;
	u32 max_hosts;
};

/**
 * struct nd_unread - a file that could not be read
 * @file: its index
 * @why:  the reason
 */
struct nd_unread {
	u32 file;
	char *why;
};

/**
 * struct nd_fleet - the hosts of a list of files
 * @files:     the files
 * @facts:     facts that any of them has, as a letter for the kind and the name
 * @values:    values of facts
 * @order:     numbers of facts by kind and name, once all are there
 * @groups:    the groups, the biggest first once all are there
 * @nr_groups: their number
 * @unread:    files that could not be read, in their order once all are there
 * @nr_unread: their number
 * @read:      hosts in groups
 * @progress:  called with the number of files done, NULL if nobody looks
 */
struct nd_fleet {
	struct nd_files files;
	struct nd_pool facts;
	struct nd_pool values;
	u32 *order;
	struct nd_group *groups;
	u32 nr_groups;
	struct nd_unread *unread;
	u32 nr_unread;
	u32 read;
	void (*progress)(size_t done, size_t all);
};

/** nd_fleet_read() - read all of @files, with every CPU; 0 or -errno if that could not begin */
int nd_fleet_read(struct nd_fleet *fleet);

/** nd_fleet_value() - number of the value of fact @fact in a group, 0 for none */
static inline u32 nd_fleet_value(const struct nd_group *group, u32 fact)
{
	return fact < group->nr_values ? group->values[fact] : 0;
}

/** nd_fleet_kind() - the kind of a fact */
static inline enum nd_fact_kind nd_fleet_kind(const struct nd_fleet *fleet, u32 fact)
{
	return (enum nd_fact_kind)(fleet->facts.texts[fact][0] - 'a');
}

/** nd_fleet_name() - the name of a fact */
static inline const char *nd_fleet_name(const struct nd_fleet *fleet, u32 fact)
{
	return fleet->facts.texts[fact] + 1;
}

void nd_fleet_free(struct nd_fleet *fleet);

#endif /* NESTDIAG_TOOLS_FLEET_H */
