/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A machine: its facts, whichever way they came, and what there is to say about that way.
 */
#ifndef NESTDIAG_TOOLS_MACHINE_H
#define NESTDIAG_TOOLS_MACHINE_H

#include "core/facts/facts.h"
#include "core/facts/regs.h"
#include "core/record/snapshot.h"
#include "core/findings/status.h"

#include "tools/out/text.h"

/**
 * struct nd_machine - a machine at one moment
 * @facts:    what was read; its arrays belong to this machine
 * @name:     of the snapshot in messages, or "this machine"
 * @ignored:  records of the snapshot that this version does not know
 * @extra:    records with fields that this version does not know
 * @notes:    what the reader of any answer should know: missing facts and how to get them
 * @comments: what the reader of a new snapshot should know
 * @error:    why there are no facts, in words
 */
struct nd_machine {
	struct nd_facts facts;
	const char *name;
	u32 ignored;
	u32 extra;
	struct nd_strings notes;
	struct nd_strings comments;
	char error[512];
};

void nd_machine_free(struct nd_machine *machine);

/** nd_machine_drop_trace() - forget what was counted */
void nd_machine_drop_trace(struct nd_machine *machine);

/** nd_machine_drop_recorder() - forget the last exits of vCPUs */
void nd_machine_drop_recorder(struct nd_machine *machine);

/** nd_machine_add_failures() - an empty list of failed launches, in place of one that is there */
struct nd_failures *nd_machine_add_failures(struct nd_machine *machine);

/** nd_machine_make_room() - enlarge those of the arrays that are full; false: beyond all limits */
bool nd_machine_make_room(struct nd_machine *machine);

/** nd_machine_add_cpu() - nd_facts_cpu() that makes room; NULL only beyond ND_MAX_CPUS */
struct nd_cpu *nd_machine_add_cpu(struct nd_machine *machine, u32 id);

/** nd_machine_find_cpu() - the CPU with number @id, NULL if there are no facts of it */
struct nd_cpu *nd_machine_find_cpu(struct nd_machine *machine, u32 id);

/** nd_machine_add_param() - record a module parameter; false if it does not fit */
bool nd_machine_add_param(struct nd_machine *machine, const char *module, const char *name,
			  const char *value);

/**
 * nd_machine_add_host() - record a fact of the host; the
 * first one of a key stays, long ones are cut
 */
__printf(3, 4) void nd_machine_add_host(struct nd_machine *machine, const char *key,
					const char *fmt, ...);

/** nd_machine_add_stat() - record one of KVM's statistics; false beyond ND_MAX_STATS */
bool nd_machine_add_stat(struct nd_machine *machine, const struct nd_stat *stat);

/** nd_machine_is_empty() - nothing at all is known */
bool nd_machine_is_empty(const struct nd_machine *machine);

#endif /* NESTDIAG_TOOLS_MACHINE_H */
