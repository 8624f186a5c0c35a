#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Debian's stock kernels, taken from their packages without installing them.
#
#	lab/kernels.sh SERIES		prints image, modules and headers (6.1 or 6.12)

# shellcheck source=lab/suite.sh
. "$(dirname "${BASH_SOURCE[0]}")/suite.sh"

# series, suite that has it, what its package names end with there
series_table()
{
	cat <<-END
	6.1	bookworm	amd64
	6.12	bookworm	6.12-amd64
	END
}

suite_of()
{
	series_table | awk -v series="$1" '$1 == series { print $2; found = 1 } END { exit !found }' ||
		die "no kernel series '$1' (there are: $(series_table | cut -f 1 | xargs))"
}

# kernel_release SERIES: what the metapackage of SERIES stands for, "6.1.0-56-amd64"
kernel_release()
{
	local series=$1 suite meta release

	suite=$(suite_of "$series")
	meta=linux-headers-$(series_table | awk -v series="$series" '$1 == series { print $3 }')
	release=$(suite_ask "$suite" depends --important "$meta" |
		sed -n 's/^ *Depends: linux-headers-//p' | head -n 1)
	[[ $release == "$series".* ]] ||
		die "$meta of Debian $suite stands for '$release', not for $series"
	printf '%s\n' "$release"
}

# kernel_headers SERIES: the KDIR to build modules for it
kernel_headers()
{
	local series=$1 suite release root version dir

	suite=$(suite_of "$series")
	release=$(kernel_release "$series")
	version=$(suite_version "$suite" "linux-headers-$release")
	root=$(suite_root "$suite")
	dir=$(cached headers "${release}_$version" "download the headers of Debian's kernel $release" \
		unpack_headers "$suite" "$root" "$release")
	printf '%s/usr/src/linux-headers-%s\n' "$dir" "$release"
}

# unpack_headers SUITE ROOT RELEASE: headers, what they share, and kbuild's programs
unpack_headers()
{
	local suite=$1 root=$2 release=$3 package packages=() common

	common=$(suite_depends "$suite" "linux-headers-$release" 'linux-headers-.*-common')
	for package in "linux-headers-$release" "$common" \
		"$(suite_depends "$suite" "linux-headers-$release" 'linux-kbuild-.*')"; do
		packages+=("$package=$(suite_version "$suite" "$package")")
	done
	unpack_packages "$root" "${packages[@]}"
	# As installed, it names the other by where it is installed.
	# shellcheck disable=SC2016 # for make
	printf 'include $(dir $(lastword $(MAKEFILE_LIST)))../%s/Makefile\n' "$common" \
		>"usr/src/linux-headers-$release/Makefile"
}

# kernel_dir SERIES: folder with the unpacked image package
kernel_dir()
{
	local suite

	suite=$(suite_of "$1")
	suite_package "$suite" "linux-image-$(kernel_release "$1")"
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
