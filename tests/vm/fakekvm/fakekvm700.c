// SPDX-License-Identifier: GPL-2.0-only
/* Linux 7.0 and later: kvm_nested_vmexit_inject passes 64 bits as exit code. */
#define FAKEKVM_LINUX	700
#include "fakekvm.h"
