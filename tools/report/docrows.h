/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The output that makes a document from rows.
 */
#ifndef NESTDIAG_TOOLS_DOCROWS_H
#define NESTDIAG_TOOLS_DOCROWS_H

#include "tools/report/doc.h"

/**
 * nd_docrows_init() - an empty document about the machine of these facts, whose output takes rows
 */
void nd_docrows_init(struct nd_doc *doc, const struct nd_facts *facts);

#endif /* NESTDIAG_TOOLS_DOCROWS_H */
