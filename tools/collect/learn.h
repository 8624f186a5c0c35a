/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Which names of this machine have to be taken out.
 */
#ifndef NESTDIAG_TOOLS_LEARN_H
#define NESTDIAG_TOOLS_LEARN_H

#include "tools/redact/redact.h"

/**
 * nd_learn() - learn the names of this host, its users and its VMs
 *
 * Before anything is redacted, or a name is taken out in one place and left in another.
 */
void nd_learn(struct nd_redact *redact);

#endif /* NESTDIAG_TOOLS_LEARN_H */
