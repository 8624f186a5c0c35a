/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * One nested exit, followed through the machines that run on each other.
 */
#ifndef NESTDIAG_TOOLS_NESTEDJOIN_H
#define NESTDIAG_TOOLS_NESTEDJOIN_H

#include "tools/cmd/cmd.h"

/** nd_nested_join() - rows of the snapshots that the words of @call name, the lowest machine first */
enum nd_exit nd_nested_join(struct nd_call *call);

#endif /* NESTDIAG_TOOLS_NESTEDJOIN_H */
