#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Build nestdiag.ko for the kernel of WSL2 from its source, which WSL2 does not bring:
#
#	lab/wsl2-module.sh SOURCE [RELEASE [MODULES]]
#
# SOURCE is the tree of the tag linux-msft-wsl-VERSION, RELEASE what `uname -r` prints in WSL2
# (default: here), MODULES the folder of that kernel's own modules (default: /lib/modules/RELEASE).
# The kernel is built in SOURCE in full: only that gives the checksums of its symbols, without which
# the module would be refused. See docs/wsl2.md.

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

# wsl_make ARGUMENT...: LOCALVERSION, even if empty, decides over the "+" that an untagged checkout
# would append to the release
wsl_make()
{
	make -C "$SOURCE" KCONFIG_CONFIG="$CONFIG" LOCALVERSION="$SUFFIX" -j "$(nproc)" "$@"
}

# wsl_configure: as far as kbuild needs it to know its own release
wsl_configure()
{
	wsl_make olddefconfig
	wsl_make syncconfig
}

# their_module FOLDER: a module of the running kernel, to compare with
their_module()
{
	find "$1" -name 'kvm*.ko*' -print -quit 2>/dev/null || true
}

main()
{
	local release=${2:-$(uname -r)} modules built theirs

	SOURCE=$(realpath "$1") modules=${3:-/lib/modules/$release}
	[[ -r $SOURCE/Makefile && -d $SOURCE/kernel ]] || die "$SOURCE is no kernel source"
	CONFIG=$(wsl_config "$SOURCE")
	# The running kernel has it if its own tree was such a checkout.
	SUFFIX=
	[[ $release != *+ ]] || SUFFIX=+
	need module testkernel
	step "configure the kernel" wsl_configure
	built=$(wsl_make -s kernelrelease)
	[[ $built == "$release" ]] ||
		die "$SOURCE is the source of $built, and WSL2 runs $release: get the tag linux-msft-wsl-${release%%-*}"
	step "build the kernel, which takes a while" wsl_make vmlinux modules
	step "build nestdiag.ko" wsl_make "M=$TOP" modules
	theirs=$(their_module "$modules")
	if [[ -z $theirs ]]; then
		say "built, but not compared: there is no module of $release in $modules"
		return
	fi
	same_kernel "$TOP/nestdiag.ko" "$theirs" || die "Linux would refuse nestdiag.ko"
	say "to load it: insmod $TOP/nestdiag.ko"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	(($# >= 1 && $# <= 3)) || die "usage: lab/wsl2-module.sh SOURCE [RELEASE [MODULES]]"
	main "$@"
fi
