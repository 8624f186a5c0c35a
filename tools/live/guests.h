/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Guests that run now, and whether they have been given VMX or SVM.
 */
#ifndef NESTDIAG_TOOLS_GUESTS_H
#define NESTDIAG_TOOLS_GUESTS_H

#include "tools/in/machine.h"

/** nd_live_guests() - record what KVM's statistics and the VMMs' command lines say of them */
void nd_live_guests(struct nd_machine *machine);

#endif /* NESTDIAG_TOOLS_GUESTS_H */
