/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The parts of a report.
 */
#ifndef NESTDIAG_TOOLS_REPORTPARTS_H
#define NESTDIAG_TOOLS_REPORTPARTS_H

#include "tools/cmd/cmd.h"
#include "tools/collect/collect.h"
#include "tools/report/docrows.h"

/** nd_reportparts() - put them into the document; the facts and the items are redacted by now */
void nd_reportparts(const struct nd_call *call, const struct nd_items *items, struct nd_doc *doc);

/** nd_reportparts_list() - a row for each item, and what became of it */
void nd_reportparts_list(const struct nd_items *items, const struct nd_emit *emit);

#endif /* NESTDIAG_TOOLS_REPORTPARTS_H */
