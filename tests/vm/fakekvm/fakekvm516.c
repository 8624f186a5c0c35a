// SPDX-License-Identifier: GPL-2.0-only
/* Linux 5.16 to 6.0: the vCPU first. */
#define FAKEKVM_LINUX	516
#include "fakekvm.h"
