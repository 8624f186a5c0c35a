// SPDX-License-Identifier: GPL-2.0-only
/* Linux 6.9 to 6.13: kvm_entry passes a second argument. */
#define FAKEKVM_LINUX	609
#include "fakekvm.h"
