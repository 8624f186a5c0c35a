/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A pasted line of a log, or the id of an entry of the catalogue.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_MESSAGE_H
#define NESTDIAG_TOOLS_EXPLAIN_MESSAGE_H

#include "tools/explain/reading.h"

void nd_explain_message(struct nd_explain *e);

/** nd_explain_message_names() - codes that it knows by name, for suggestions and completion */
void nd_explain_message_names(struct nd_strings *names);

#endif /* NESTDIAG_TOOLS_EXPLAIN_MESSAGE_H */
