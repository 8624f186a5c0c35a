/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A pasted line of a log, or the id of an entry of the catalogue.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_MESSAGE_H
#define NESTDIAG_TOOLS_EXPLAIN_MESSAGE_H

#include "tools/explain/reading.h"

void nd_explain_message(struct nd_explain *e);

#endif /* NESTDIAG_TOOLS_EXPLAIN_MESSAGE_H */
