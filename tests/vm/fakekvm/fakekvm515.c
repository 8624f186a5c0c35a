// SPDX-License-Identifier: GPL-2.0-only
/* kvm_exit passes the exit reason first, as up to Linux 5.15. */
#define FAKEKVM_REASON_FIRST
#include "fakekvm.h"
