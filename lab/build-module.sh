#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Build the module for a kernel from a copy of the sources, in the cache: nothing
# is built twice, and what was built in the checkout stays as it is.
#
#	lab/build-module.sh SERIES|KDIR OUT.ko

# shellcheck source=lab/toolchain.sh
. "$(dirname "${BASH_SOURCE[0]}")/toolchain.sh"

module_sources()
{
	find Kbuild VERSION
	find core module include kunit -name '*.[ch]' -o -name 'Kbuild*' | sort
}

# With the warnings that kbuild has to be asked for.
BUILD_FLAGS=(W=1)
# Half of the kernel's own limit, of a frame on the stack. The test kernel's checks need more.
FRAME_FLAGS=(KCFLAGS=-Wframe-larger-than=1024)

# module_built SERIES|KDIR: folder with nestdiag.ko, nestdiag.ko.debug, which has the same for a
# debugger, nestdiag_kunit.ko where the kernel has KUnit, and build.log
module_built()
{
	local kdir=$1 root='' release sources key flags=("${BUILD_FLAGS[@]}")

	if [[ -d $kdir ]]; then
		! by_clang "$kdir" || root=$(clang_toolchain)
	else
		flags+=("${FRAME_FLAGS[@]}")
		! kernel_is_foreign "$1" || root=$(toolchain "$1")
		kdir=$(kernel_headers "$1")
	fi
	[[ -e $kdir/Module.symvers ]] || die "no kernel headers in $kdir"
	release=$(sed -n 's/^#define UTS_RELEASE "\(.*\)"/\1/p' "$kdir/include/generated/utsrelease.h")
	sources=$(cd "$TOP" && module_sources | xargs sha256sum)
	key=$(key_of "$sources" "${flags[*]}" "${root##*/}" "$kdir/Module.symvers" "$kdir/include/generated")
	cached module "$release-$key" "build the module for $release" build_module "$kdir" "$root" "${flags[@]}"
}

# make_modules KDIR ROOT [ARGUMENT...]: of the sources in the current folder, by the compiler in ROOT,
# or by this machine's
make_modules()
{
	local kdir=$1 root=$2 make=(make -C "$1" "M=$PWD" -j "$(nproc)" "${@:3}" modules)

	# The test kernel's own limit of a frame is the one for small machines.
	! by_clang "$kdir" || make+=("LLVM=-$CLANG" KCFLAGS=-Wframe-larger-than=2048)
	# Debian's headers name what they share in folders beside them.
	[[ -z $root ]] || make=(in_toolchain "$root" "$TOP" "${kdir%/usr/src/*}" -- "${make[@]}")
	"${make[@]}"
}

# build_module KDIR ROOT FLAG...: in the current folder
build_module()
{
	(cd "$TOP" && module_sources | xargs cp --parents -t "$OLDPWD") &&
		make_modules "$@" 2>&1 | tee build.log &&
		cp nestdiag.ko nestdiag.ko.debug &&
		# Debug information is most of the file, and the lab's memory is emulated.
		strip --strip-debug ./*.ko &&
		find . -mindepth 1 ! -name '*.ko' ! -name '*.debug' ! -name build.log -delete
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	(($# == 2)) || die "usage: lab/build-module.sh SERIES|KDIR OUT.ko"
	need module
	built=$(module_built "$1")
	cp "$built/nestdiag.ko" "$2"
fi
