// SPDX-License-Identifier: GPL-2.0-only
/* Linux up to 5.9: kvm_entry passes no vCPU. */
#define FAKEKVM_LINUX	509
#include "fakekvm.h"
