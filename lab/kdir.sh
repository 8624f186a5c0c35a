#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Prints the kernel headers to build the module against: the running kernel's,
# and where those cannot be had (a container, a cloud kernel), Debian's 6.1.

# shellcheck source=lab/kernels.sh
. "$(dirname "${BASH_SOURCE[0]}")/kernels.sh"

running=$(uname -r)

if [[ -e /lib/modules/$running/build/Makefile ]]; then
	printf '/lib/modules/%s/build\n' "$running"
	exit
fi
if apt-cache show "linux-headers-$running" >/dev/null 2>&1; then
	need_packages "linux-headers-$running"
	printf '/usr/src/linux-headers-%s\n' "$running"
	exit
fi
kdir=$(kernel_headers 6.1)
say "no headers for this kernel ($running): building for $(basename "$kdir"); KDIR= chooses others"
printf '%s\n' "$kdir"
