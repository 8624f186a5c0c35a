/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Which versions are installed, from the database of the package manager.
 */
#ifndef NESTDIAG_TOOLS_PACKAGES_H
#define NESTDIAG_TOOLS_PACKAGES_H

#include "tools/collect/reading.h"

/** nd_packages() - add a line for each package that matters; 0 or -errno */
int nd_packages(struct nd_reading *reading);

#endif /* NESTDIAG_TOOLS_PACKAGES_H */
