/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What libvirt has of its VMs.
 */
#ifndef NESTDIAG_TOOLS_LIBVIRT_H
#define NESTDIAG_TOOLS_LIBVIRT_H

#include "tools/collect/items.h"
#include "tools/redact/redact.h"

/** nd_libvirt() - add the description of each VM, of those that run as it runs */
void nd_libvirt(struct nd_redact *redact, struct nd_items *items);

/** nd_libvirt_learn() - learn the names of the VMs */
void nd_libvirt_learn(struct nd_redact *redact);

#endif /* NESTDIAG_TOOLS_LIBVIRT_H */
