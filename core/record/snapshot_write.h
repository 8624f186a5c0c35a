/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Writing facts as a snapshot.
 */
#ifndef NESTDIAG_SNAPSHOT_WRITE_H
#define NESTDIAG_SNAPSHOT_WRITE_H

#include "core/facts/facts.h"

/**
 * nd_snapshot_write() - write facts as a snapshot
 * @facts: the facts
 * @line:  called with each line, without a line end
 * @ctx:   handed to @line
 */
void nd_snapshot_write(const struct nd_facts *facts,
		       void (*line)(void *ctx, const char *text), void *ctx);

/** nd_snapshot_write_recorder() - the same, of the last exits of vCPUs alone */
void nd_snapshot_write_recorder(const struct nd_facts *facts,
				void (*line)(void *ctx, const char *text), void *ctx);

#endif /* NESTDIAG_SNAPSHOT_WRITE_H */
