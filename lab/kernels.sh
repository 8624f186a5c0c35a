#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Debian's stock kernels, taken from their packages without installing them.
#
#	lab/kernels.sh SERIES		prints image, modules and headers (6.1, 6.12, 7.3-rt...)

# shellcheck source=lab/suite.sh
. "$(dirname "${BASH_SOURCE[0]}")/suite.sh"

# what we call it, suite that has it, series and flavour in the names of its packages
kernel_table()
{
	cat <<-END
	5.10		bullseye		5.10	amd64
	5.10-rt		bullseye		5.10	rt-amd64
	5.10-cloud	bullseye		5.10	cloud-amd64
	6.1		bookworm		6.1	amd64
	6.1-rt		bookworm		6.1	rt-amd64
	6.1-cloud	bookworm		6.1	cloud-amd64
	6.12		bookworm		6.12	amd64
	6.12-rt		bookworm		6.12	rt-amd64
	6.12-cloud	bookworm		6.12	cloud-amd64
	6.12-deb13	trixie			6.12	amd64
	6.12-deb13-rt	trixie			6.12	rt-amd64
	6.12-deb13-cloud	trixie		6.12	cloud-amd64
	7.2		trixie-backports	7.2	amd64
	7.2-rt		trixie-backports	7.2	rt-amd64
	7.2-cloud	trixie-backports	7.2	cloud-amd64
	7.2-sid		sid			7.2	amd64
	7.3		trixie-backports	7.3	amd64
	7.3-rt		trixie-backports	7.3	rt-amd64
	7.3-cloud	trixie-backports	7.3	cloud-amd64
	END
}

kernel_names()
{
	kernel_table | awk '{ print $1 }'
}

# kernel_row SERIES: suite, series, flavour
kernel_row()
{
	kernel_table | awk -v name="$1" '$1 == name { print $2, $3, $4; found = 1 } END { exit !found }' ||
		die "no kernel '$1' (there are: $(kernel_names | xargs))"
}

suite_of()
{
	local row

	row=$(kernel_row "$1")
	printf '%s\n' "${row%% *}"
}

# kernel_release SERIES: the newest that the suite has, "6.1.0-56-amd64"
kernel_release()
{
	local row suite series flavour newest

	row=$(kernel_row "$1")
	read -r suite series flavour <<<"$row"
	# By the signed image, which comes last: headers may be there hours before it.
	newest=$(suite_newest "$suite" \
		"linux-image-${series//./\\.}\.[0-9.]+(-[0-9.deb]+)?(\+deb[0-9.]+)?-$flavour")
	[[ -n $newest ]] || die "Debian $suite has no kernel $series for $flavour"
	printf '%s\n' "${newest#linux-image-}"
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

	common=$(suite_depends "$suite" "linux-headers-$release" 'linux-headers-.*-common(-rt)?')
	for package in "linux-headers-$release" "$common" \
		"$(suite_depends "$suite" "linux-headers-$release" 'linux-kbuild-.*')"; do
		packages+=("$package=$(suite_version "$suite" "$package")")
	done
	unpack_packages "$root" "${packages[@]}"
	# As installed, it names both by where they are installed.
	# shellcheck disable=SC2016 # for make
	sed -e '1i here := $(abspath $(dir $(lastword $(MAKEFILE_LIST))))' \
		-e 's|/usr/src/linux-headers-|$(here)/../linux-headers-|' \
		-i "usr/src/linux-headers-$release/Makefile"
}

# kernel_dir SERIES: folder with the unpacked packages of image and modules
kernel_dir()
{
	local suite release split

	suite=$(suite_of "$1")
	release=$(kernel_release "$1")
	# From 7.x on the image package only depends on one for each.
	split=$(suite_depends "$suite" "linux-image-$release" 'linux-binary-.*')
	if [[ -n $split ]]; then
		suite_package "$suite" "$split" "linux-modules-$release"
	else
		suite_package "$suite" "linux-image-$release"
	fi
}

kernel_image()
{
	local dir image

	dir=$(kernel_dir "$1")
	image=$(find "$dir" -name 'vmlinuz*' -print -quit)
	[[ -n $image ]] || die "Debian's kernel $1 has no image in $dir"
	printf '%s\n' "$image"
}

# kernel_module SERIES NAME...: path of each module, NAME as in the file name
kernel_module()
{
	local series=$1 dir name path
	shift

	dir=$(kernel_dir "$series")
	for name; do
		path=$(find "$dir" -path '*/lib/modules/*' -name "$name.ko*" -print -quit)
		[[ -n $path ]] || die "Debian's kernel $series has no module $name"
		printf '%s\n' "$path"
	done
}

# kernel_modules_for SERIES NAME...: the same with what they need, in the order of loading
kernel_modules_for()
{
	local series=$1 name path needs
	shift

	for name; do
		path=$(kernel_module "$series" "$name")
		needs=$(modinfo -F depends "$path" | tr ',_' ' -')
		# shellcheck disable=SC2086 # words
		[[ -z $needs ]] || kernel_modules_for "$series" $needs
		printf '%s\n' "$path"
	done | awk '!seen[$0]++'
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	(($# == 1)) || die "usage: lab/kernels.sh SERIES"
	printf 'image   %s\n' "$(kernel_image "$1")"
	printf 'modules %s\n' "$(kernel_dir "$1")/lib/modules"
	printf 'headers %s\n' "$(kernel_headers "$1")"
fi
