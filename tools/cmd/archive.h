/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A report as an archive: its texts, and the report itself in both forms.
 */
#ifndef NESTDIAG_TOOLS_ARCHIVE_H
#define NESTDIAG_TOOLS_ARCHIVE_H

#include <stdio.h>

#include "tools/collect/collect.h"
#include "tools/report/doc.h"

/** nd_archive_write() - write it; 0 or -errno */
int nd_archive_write(FILE *to, const struct nd_doc *doc, const struct nd_items *items);

/**
 * nd_archive_load() - the items of an archive, without those that the report is made of
 *
 * What is no archive has none. 0 or -errno.
 */
int nd_archive_load(const char *file, struct nd_redact *redact, struct nd_items *items);

#endif /* NESTDIAG_TOOLS_ARCHIVE_H */
