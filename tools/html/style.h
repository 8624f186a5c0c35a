/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The style of reports, as bytes of the tool; see report.css.
 */
#ifndef NESTDIAG_TOOLS_STYLE_H
#define NESTDIAG_TOOLS_STYLE_H

#include <nestdiag/types.h>

extern const char nd_style[];
extern const u64 nd_style_size;

#endif /* NESTDIAG_TOOLS_STYLE_H */
