#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The compiler that a Debian kernel's headers want, where this machine's is another: a small root of
# that kernel's suite in the cache, and commands run in it.
#
#	lab/toolchain.sh SERIES|clang	print the root

# shellcheck source=lab/kernels.sh
. "$(dirname "${BASH_SOURCE[0]}")/kernels.sh"

# The clang for kernels that we build ourselves, and the suite that has it.
CLANG=19
CLANG_SUITE=trixie

# kernel_gcc SERIES: the version of gcc that its headers depend on, "14"
kernel_gcc()
{
	local suite release package

	suite=$(suite_of "$1")
	release=$(kernel_release "$1")
	package=$(suite_depends "$suite" "linux-headers-$release" \
		'gcc-[0-9]+(-for-host)?|linux-compiler-gcc-[0-9]+-x86')
	package=${package#*gcc-}
	printf '%s\n' "${package%%-*}"
}

# kernel_is_foreign SERIES: its headers' programs are built for another suite than Debian 12, whose
# kernels this machine's own gcc-12 builds modules for
kernel_is_foreign()
{
	[[ $(suite_of "$1") != bookworm ]]
}

# toolchain SERIES: root with gcc, make and the libraries of the headers' programs
toolchain()
{
	local suite release gcc kbuild packages package

	suite=$(suite_of "$1")
	release=$(kernel_release "$1")
	gcc=gcc-$(kernel_gcc "$1")
	kbuild=$(suite_depends "$suite" "linux-headers-$release" 'linux-kbuild-.*')
	packages=$(suite_ask "$suite" depends --important "$kbuild" |
		sed -n 's/^ *Depends: \(lib[^ ]*\)$/\1/p' | sort | tr '\n' ' ')
	# W=1 runs kernel-doc, and headers with a vmlinux make BTF, where the suite has it.
	for package in perl pahole; do
		[[ -z $(suite_newest "$suite" "$package") ]] || packages+="$package "
	done
	need toolchain
	# shellcheck disable=SC2086 # words
	cached toolchain "${suite%-backports}-$gcc-$(key_of "$packages")" \
		"make a root of Debian ${suite%-backports} with $gcc" \
		make_toolchain "$suite" "$gcc" make $packages
}

# clang_toolchain: root with clang and what a kernel and its modules are built with
clang_toolchain()
{
	local packages=("clang-$CLANG" "lld-$CLANG" "llvm-$CLANG" libc6-dev libelf-dev make bc flex bison
		perl xz-utils lz4 kmod cpio rsync)

	need toolchain
	cached toolchain "$CLANG_SUITE-clang-$CLANG-$(key_of "${packages[@]}")" \
		"make a root of Debian $CLANG_SUITE with clang-$CLANG" \
		make_toolchain "$CLANG_SUITE" "${packages[@]}"
}

# by_clang KDIR: clang built that kernel, so clang has to build its modules
by_clang()
{
	grep -qs '^CONFIG_CC_IS_CLANG=y' "$1/include/config/auto.conf"
}

# make_toolchain SUITE PACKAGE...: into the current folder; a PACKAGE:arm64 is for programs that are
# built there
make_toolchain()
{
	local suite=$1 packages architectures=amd64
	shift

	[[ " $*" != *:arm64* ]] || architectures+=,arm64
	packages=$(printf '%s,' "$@")
	# shellcheck disable=SC2016 # for mmdebstrap
	suite_sources "$suite" | mmdebstrap --quiet --variant=essential \
		--architectures="$architectures" \
		--include="${packages%,}" --aptopt='APT::Install-Recommends "false"' \
		--aptopt='Acquire::Check-Valid-Until "false"' \
		--dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
		--dpkgopt='path-exclude=/usr/share/locale/*' \
		--customize-hook='rm -rf "$1"/var/lib/apt/lists "$1"/var/cache/apt' \
		"${suite%-backports}" . -
}

# in_toolchain ROOT FOLDER... -- COMMAND...: see lab/inroot.sh
in_toolchain()
{
	"$TOP/lab/inroot.sh" "$@"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	(($# == 1)) || die "usage: lab/toolchain.sh SERIES|clang"
	case $1 in
	clang) clang_toolchain ;;
	*) toolchain "$1" ;;
	esac
fi
