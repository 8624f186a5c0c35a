/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Charts of tables: SVG within HTML.
 */
#ifndef NESTDIAG_TOOLS_CHART_H
#define NESTDIAG_TOOLS_CHART_H

#include <stdio.h>

#include "tools/report/doc.h"

/**
 * nd_chart() - draw the chart of a table, if it has one and figures for it
 * @number: of the chart in the document, for ids
 */
void nd_chart(FILE *to, const struct nd_block *table, const char *title, unsigned int number);

#endif /* NESTDIAG_TOOLS_CHART_H */
