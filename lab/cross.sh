#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Build the tool for aarch64, as one static file, to read snapshots there; in a root of Debian's with
# its cross compiler, in the cache.
#
#	lab/cross.sh OUT		put the program there
#	lab/cross.sh emulator		print the path of an emulator that runs it here

# shellcheck source=lab/toolchain.sh
. "$(dirname "${BASH_SOURCE[0]}")/toolchain.sh"

CROSS_SUITE=bookworm

cross_toolchain()
{
	local packages=(gcc-aarch64-linux-gnu make libc6-dev:arm64 libjson-c-dev:arm64 zlib1g-dev:arm64
		liblzma-dev:arm64 libzstd-dev:arm64)

	need toolchain
	cached toolchain "$CROSS_SUITE-aarch64-$(key_of "${packages[@]}")" \
		"make a root of Debian $CROSS_SUITE with a compiler for aarch64" \
		make_toolchain "$CROSS_SUITE" "${packages[@]}"
}

tool_sources()
{
	find Makefile VERSION lab/makehelp.awk -type f
	find core include tools -name '*.[chS]' -o -name '*.css' -o -name '*.mk'
	find tests -name '*.mk'
}

# cross_built: folder with the program, nestdiag
cross_built()
{
	local root sources

	root=$(cross_toolchain)
	sources=$(cd "$TOP" && tool_sources | sort | xargs sha256sum)
	cached bin "aarch64-$(key_of "$sources" "${root##*/}")" "build the tool for aarch64" \
		build_cross "$root"
}

# build_cross ROOT: in the current folder
build_cross()
{
	(cd "$TOP" && tool_sources | xargs cp --parents -t "$OLDPWD") &&
		in_toolchain "$1" -- make -j "$(nproc)" CC=aarch64-linux-gnu-gcc TOOL_PREREQ= \
			build/static/nestdiag &&
		mv build/static/nestdiag . &&
		find . -mindepth 1 -maxdepth 1 ! -name nestdiag -exec rm -rf {} +
}

# emulator: it needs no library
emulator()
{
	local dir

	dir=$(suite_package "$CROSS_SUITE" qemu-user-static)
	printf '%s\n' "$dir/usr/bin/qemu-aarch64-static"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	(($# == 1)) || die "usage: lab/cross.sh OUT|emulator"
	if [[ $1 == emulator ]]; then
		emulator
	else
		built=$(cross_built)
		mkdir -p "$(dirname "$1")"
		cp "$built/nestdiag" "$1"
	fi
fi
