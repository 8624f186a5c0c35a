#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# An initramfs from a list of parts: static busybox plus whatever is named.
#
#	lab/initramfs.sh OUT.cpio PART...
#
#	init=FILE		/init
#	ko=FILE			a kernel module, decompressed, as /modules/NAME.ko
#	bin=FILE[:DEST]		a program with its shared libraries (default /bin/NAME)
#	file=FILE:DEST		any file; DEST is absolute

# shellcheck source=lab/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# put FILE ROOT DEST
put()
{
	[[ -e $1 ]] || die "initramfs: no file $1"
	mkdir -p "$2$(dirname "$3")"
	cp -L "$1" "$2$3"
}

put_module()
{
	local name=${1##*/}

	name=${name%%.ko*}
	put "$1" "$2" "/modules/$name.ko${1##*.ko}"
	case $1 in
	*.xz) xz -d "$2/modules/$name.ko.xz" ;;
	*.zst) zstd -qd --rm "$2/modules/$name.ko.zst" ;;
	esac
}

put_program()
{
	local lib

	put "$1" "$2" "$3"
	# ldd fails on a static program, which needs nothing more.
	for lib in $(ldd "$1" 2>/dev/null | grep -oE '/[^ ]+\.so[^ ]*'); do
		[[ -e $2$lib ]] || put "$lib" "$2" "$lib"
	done
}

put_busybox()
{
	mkdir -p "$1"/{bin,dev,proc,sys,tmp,root,etc}
	# The links that `busybox --install` would make, without running init first.
	busybox --list | while read -r applet; do
		[[ -e $1/bin/$applet ]] || ln -s busybox "$1/bin/$applet"
	done
	# Last, because busybox lists itself, too.
	cp --remove-destination "$(command -v busybox)" "$1/bin/busybox"
	ln -sf bin "$1/sbin"
}

put_part()
{
	local value=${1#*=}

	case $1 in
	init=*) put "$value" "$2" /init && chmod 755 "$2/init" ;;
	ko=*) put_module "$value" "$2" ;;
	bin=*:*) put_program "${value%:*}" "$2" "${value##*:}" ;;
	bin=*) put_program "$value" "$2" "/bin/${value##*/}" ;;
	file=*:*) put "${value%:*}" "$2" "${value##*:}" ;;
	*) die "initramfs: unknown part '$1'" ;;
	esac
}

# initramfs OUT.cpio PART...
initramfs()
{
	local out=$1 root part
	shift

	root=$(mktemp -d "${TMPDIR:-/tmp}/nestdiag-initramfs.XXXXXX")
	put_busybox "$root"
	for part; do
		put_part "$part" "$root"
	done
	(cd "$root" && find . -print0 | cpio -0 -o --quiet -H newc -R 0:0) >"$out"
	rm -rf "$root"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	(($# >= 2)) || die "usage: lab/initramfs.sh OUT.cpio PART..."
	initramfs "$@"
fi
