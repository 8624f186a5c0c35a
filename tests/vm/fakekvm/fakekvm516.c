// SPDX-License-Identifier: GPL-2.0-only
/* kvm_exit passes the vCPU first, as from Linux 5.16 on. */
#include "fakekvm.h"
