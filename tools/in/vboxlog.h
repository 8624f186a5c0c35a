/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * VBox.log: VirtualBox lists the VMX registers of its host when a machine starts.
 */
#ifndef NESTDIAG_TOOLS_VBOXLOG_H
#define NESTDIAG_TOOLS_VBOXLOG_H

#include "core/facts/regs.h"

/** nd_vboxlog_begins() - is this the first line of such a log, or of a part of one? */
bool nd_vboxlog_begins(const char *text, size_t len);

/** nd_vboxlog_register() - a line's register and its value; false if it has none */
bool nd_vboxlog_register(const char *text, size_t len, enum nd_reg *reg, u64 *value);

#endif /* NESTDIAG_TOOLS_VBOXLOG_H */
