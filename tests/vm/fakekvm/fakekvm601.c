// SPDX-License-Identifier: GPL-2.0-only
/* Linux 6.1 to 6.8: kvm_nested_vmenter, for VMX and SVM. */
#define FAKEKVM_LINUX	601
#include "fakekvm.h"
