// SPDX-License-Identifier: GPL-2.0-only
/* Linux 5.10 to 5.15: kvm_exit and kvm_nested_vmexit pass the exit reason first. */
#define FAKEKVM_LINUX	510
#include "fakekvm.h"
