/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * KVM's module parameters.
 */
#ifndef NESTDIAG_TOOLS_LIVE_PARAMS_H
#define NESTDIAG_TOOLS_LIVE_PARAMS_H

#include "tools/in/machine.h"

/** nd_live_params() - record the parameters of every module of KVM that is loaded */
void nd_live_params(struct nd_machine *machine);

#endif /* NESTDIAG_TOOLS_LIVE_PARAMS_H */
