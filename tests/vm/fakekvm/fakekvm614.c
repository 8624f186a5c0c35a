// SPDX-License-Identifier: GPL-2.0-only
/* Linux 6.14 to 6.19: the record of kvm_exit has one more field. */
#define FAKEKVM_LINUX	614
#include "fakekvm.h"
