/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Writing facts as a snapshot.
 */
#ifndef NESTDIAG_SNAPSHOT_WRITE_H
#define NESTDIAG_SNAPSHOT_WRITE_H

#include "core/facts/facts.h"
#include "core/record/writer.h"

/**
 * nd_snapshot_write() - write facts as a snapshot
 * @facts: the facts
 * @w:	   gets each line, without a line end; a KiB and more, too much for some stacks
 */
void nd_snapshot_write(const struct nd_facts *facts, struct nd_writer *w);

/** nd_snapshot_write_recorder() - the same, of the last exits of vCPUs alone */
void nd_snapshot_write_recorder(const struct nd_facts *facts, struct nd_writer *w);

#endif /* NESTDIAG_SNAPSHOT_WRITE_H */
