#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Build the module for a kernel from a copy of the sources, in the cache: nothing
# is built twice, and what was built in the checkout stays as it is.
#
#	lab/build-module.sh SERIES|KDIR OUT.ko

# shellcheck source=lab/kernels.sh
. "$(dirname "${BASH_SOURCE[0]}")/kernels.sh"

module_sources()
{
	find Kbuild VERSION
	find core module include kunit -name '*.[ch]' -o -name 'Kbuild*' | sort
}

# module_built SERIES|KDIR: folder with nestdiag.ko, and nestdiag_kunit.ko where
# the kernel has KUnit
module_built()
{
	local kdir=$1 release sources key

	[[ -d $kdir ]] || kdir=$(kernel_headers "$kdir")
	[[ -e $kdir/Module.symvers ]] || die "no kernel headers in $kdir"
	release=$(sed -n 's/^#define UTS_RELEASE "\(.*\)"/\1/p' "$kdir/include/generated/utsrelease.h")
	sources=$(cd "$TOP" && module_sources | xargs sha256sum)
	key=$(key_of "$sources" "$kdir/Module.symvers" "$kdir/include/generated")
	cached module "$release-$key" "build the module for $release" build_module "$kdir"
}

build_module()
{
	local kdir=$1

	(cd "$TOP" && module_sources | xargs cp --parents -t "$OLDPWD") &&
		make -C "$kdir" M="$PWD" -j "$(nproc)" modules &&
		# Debug information is most of the file, and the lab's memory is emulated.
		strip --strip-debug ./*.ko &&
		find . -mindepth 1 ! -name '*.ko' -delete
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	(($# == 2)) || die "usage: lab/build-module.sh SERIES|KDIR OUT.ko"
	need module
	built=$(module_built "$1")
	cp "$built/nestdiag.ko" "$2"
fi
