/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The host around KVM.
 */
#ifndef NESTDIAG_TOOLS_LIVE_HOST_H
#define NESTDIAG_TOOLS_LIVE_HOST_H

#include "tools/in/machine.h"

/** nd_live_host() - record what else on this host decides over KVM */
void nd_live_host(struct nd_machine *machine);

/** nd_live_mounted() - a file system is mounted at @path, or it is not known that none is */
bool nd_live_mounted(const char *path);

/** nd_live_lacks() - this kernel is known to have no file system @name that could be mounted */
bool nd_live_lacks(const char *name);

#endif /* NESTDIAG_TOOLS_LIVE_HOST_H */
