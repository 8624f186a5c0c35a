#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Build nestdiag.ko for the kernel of WSL2 from its source, which WSL2 does not bring:
#
#	lab/wsl2-module.sh SOURCE [RELEASE]
#
# SOURCE is the tree of the tag linux-msft-wsl-VERSION, RELEASE what `uname -r` prints in WSL2
# (default: here). The kernel is built in SOURCE in full: only that gives the checksums of its
# symbols, without which the module would be refused. See docs/wsl2.md.

# shellcheck source=lab/modversions.sh
. "$(dirname "${BASH_SOURCE[0]}")/modversions.sh"
# shellcheck source=lab/packages.sh
. "$(dirname "${BASH_SOURCE[0]}")/packages.sh"

# wsl_config SOURCE: where the trees of the different years have it
wsl_config()
{
	local path

	for path in arch/x86/configs/config-wsl Microsoft/config-wsl; do
		[[ ! -r $1/$path ]] || { echo "$path"; return; }
	done
	die "no config-wsl in $1: is it the source of WSL2's kernel?"
}

# wsl_make ARGUMENT...: LOCALVERSION, even if empty, keeps the "+" of an untagged checkout out of
# the release
wsl_make()
{
	make -C "$SOURCE" KCONFIG_CONFIG="$CONFIG" LOCALVERSION= -j "$(nproc)" "$@"
}

# their_module RELEASE: a module of the running kernel, to compare with
their_module()
{
	find "/lib/modules/$1" -name 'kvm*.ko*' -print -quit 2>/dev/null
}

main()
{
	local release built theirs

	SOURCE=$(realpath "$1") release=${2:-$(uname -r)}
	[[ -r $SOURCE/Makefile && -d $SOURCE/kernel ]] || die "$SOURCE is no kernel source"
	CONFIG=$(wsl_config "$SOURCE")
	need module testkernel
	step "configure the kernel" wsl_make olddefconfig
	built=$(wsl_make -s kernelrelease)
	[[ $built == "$release" ]] ||
		die "$SOURCE is the source of $built, and WSL2 runs $release: get the tag linux-msft-wsl-${release%%-*}"
	step "build the kernel, which takes a while" wsl_make vmlinux modules
	step "build nestdiag.ko" make -C "$SOURCE" KCONFIG_CONFIG="$CONFIG" LOCALVERSION= M="$TOP" modules
	theirs=$(their_module "$release")
	if [[ -z $theirs ]]; then
		say "not compared: there is no module of $release on this machine"
		return
	fi
	same_kernel "$TOP/nestdiag.ko" "$theirs" || die "Linux would refuse nestdiag.ko"
	say "to load it: insmod $TOP/nestdiag.ko"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	(($# == 1 || $# == 2)) || die "usage: lab/wsl2-module.sh SOURCE [RELEASE]"
	main "$@"
fi
