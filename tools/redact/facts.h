/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Facts of a machine without what tells whose it is.
 */
#ifndef NESTDIAG_TOOLS_REDACT_FACTS_H
#define NESTDIAG_TOOLS_REDACT_FACTS_H

#include "core/facts/facts.h"

#include "tools/redact/redact.h"

/** nd_redact_facts() - take it out of every text of the facts */
void nd_redact_facts(struct nd_redact *redact, struct nd_facts *facts);

#endif /* NESTDIAG_TOOLS_REDACT_FACTS_H */
