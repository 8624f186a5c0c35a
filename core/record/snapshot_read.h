/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Reading a snapshot into facts, line by line.
 */
#ifndef NESTDIAG_SNAPSHOT_READ_H
#define NESTDIAG_SNAPSHOT_READ_H

#include "core/record/reader.h"

/**
 * nd_snapshot_parse() - take the next line of a snapshot
 * @p:    the parser, zeroed before the first line but for @facts
 * @text: the line without its end; need not be terminated
 * @len:  its length
 *
 * The line number advances except after ND_PARSED_FULL, when the caller makes room and gives the
 * same line again.
 */
enum nd_parsed nd_snapshot_parse(struct nd_parser *p, const char *text, size_t len);

#endif /* NESTDIAG_SNAPSHOT_READ_H */
