/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Hosts and users by what stands around their names.
 */
#ifndef NESTDIAG_TOOLS_HOSTS_H
#define NESTDIAG_TOOLS_HOSTS_H

#include "tools/redact/scan.h"

/* Each takes what begins where the scan is, if it is one of these; false if not. */
bool nd_hosts_mail(struct nd_scan *scan);
bool nd_hosts_url(struct nd_scan *scan);
bool nd_hosts_neighbour(struct nd_scan *scan);

#endif /* NESTDIAG_TOOLS_HOSTS_H */
