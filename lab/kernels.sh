#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Debian's stock kernels, taken from their packages without installing them.
#
#	lab/kernels.sh SERIES		prints image, modules and headers (6.1 or 6.12)

# shellcheck source=lab/packages.sh
. "$(dirname "${BASH_SOURCE[0]}")/packages.sh"

# apt_cache COMMAND...: apt-cache's answer, which takes it a second, remembered
# until the state of apt or dpkg changes
apt_cache()
{
	local answer fresh

	answer=$CACHE/apt/$(key_of "$*")
	if [[ ! $answer -nt /var/lib/apt/lists || ! $answer -nt /var/lib/dpkg/status ]]; then
		mkdir -p "$CACHE/apt"
		fresh=$(mktemp "$answer.XXXXXX")
		apt-cache "$@" >"$fresh"
		mv "$fresh" "$answer"
	fi
	cat "$answer"
}

# kernel_release SERIES: what the metapackage of SERIES stands for, "6.1.0-56-amd64"
kernel_release()
{
	local series=$1 meta release

	case $series in
	6.1) meta=linux-headers-amd64 ;;
	6.12) meta=linux-headers-6.12-amd64 ;;
	*) die "no kernel series '$series' (there are 6.1 and 6.12)" ;;
	esac
	need_packages "$meta"
	release=$(apt_cache depends --important "$meta" | sed -n 's/^ *Depends: linux-headers-//p')
	[[ $release == "$series".* ]] ||
		die "$meta stands for '$release' here, not for $series: the lab needs Debian 12"
	printf '%s\n' "$release"
}

# kernel_headers SERIES: the KDIR to build modules for it
kernel_headers()
{
	local release

	release=$(kernel_release "$1")
	need_packages "linux-headers-$release"
	printf '/usr/src/linux-headers-%s\n' "$release"
}

# kernel_dir SERIES: folder with the unpacked image package
kernel_dir()
{
	local release package version

	release=$(kernel_release "$1")
	package=linux-image-$release
	version=$(apt_cache show --no-all-versions "$package" | sed -n 's/^Version: //p')
	[[ -n $version ]] || die "apt knows no package $package"
	cached kernel "${release}_$version" "download Debian's kernel $release ($version)" \
		unpack_package "$package=$version"
}

# The package's debug files and most of its drivers are of no use here, but
# dpkg-deb takes out all or nothing.
unpack_package()
{
	apt-get download "$1" || die "cannot download $1; try: apt-get update"
	dpkg-deb -x ./*.deb . && rm -f ./*.deb
}

kernel_image()
{
	local dir

	dir=$(kernel_dir "$1")
	printf '%s\n' "$dir"/boot/vmlinuz-*
}

# kernel_module SERIES NAME...: path of each module, NAME as in the file name
kernel_module()
{
	local series=$1 dir name path
	shift

	dir=$(kernel_dir "$series")
	for name; do
		path=$(find "$dir/lib/modules" -name "$name.ko*" -print -quit)
		[[ -n $path ]] || die "Debian's kernel $series has no module $name"
		printf '%s\n' "$path"
	done
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	(($# == 1)) || die "usage: lab/kernels.sh SERIES"
	printf 'image   %s\n' "$(kernel_image "$1")"
	printf 'modules %s\n' "$(kernel_dir "$1")/lib/modules"
	printf 'headers %s\n' "$(kernel_headers "$1")"
fi
