#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Check that the packages of the named groups are there. What is missing is
# named in one line together with the command that installs it; run as root we
# install it ourselves.
#
#	lab/packages.sh GROUP...	(groups: see the table)

# shellcheck source=lab/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

LISTS_MAX_AGE_DAYS=1

# group, package, and what shows that it is there on a system without dpkg
packages_table()
{
	cat <<-END
	module		build-essential		gcc
	module		gcc-12			gcc
	module		libelf-dev		/usr/include/libelf.h
	module		pahole			pahole
	tool		gcc			gcc
	tool		libc6-dev		/usr/include/stdio.h
	tool		make			make
	tool		pkg-config		pkg-config
	tool		libjson-c-dev		/usr/include/json-c/json.h
	tool		zlib1g-dev		/usr/include/zlib.h
	tool		liblzma-dev		/usr/include/lzma.h
	tool		libzstd-dev		/usr/include/zstd.h
	bpf		clang			clang
	bpf		libbpf-dev		/usr/include/bpf/libbpf.h
	bpf		libelf-dev		/usr/include/libelf.h
	bpf		bpftool			bpftool
	screen		libncurses-dev		/usr/include/ncurses.h
	check		libncurses-dev		/usr/include/ncurses.h
	check		tmux			tmux
	check		libcmocka-dev		/usr/include/cmocka.h
	check		bats			bats
	check		sparse			sparse
	check		cppcheck		cppcheck
	check		shellcheck		shellcheck
	check		jq			jq
	check		zstd			zstd
	check		python3-jsonschema	/usr/lib/python3/dist-packages/jsonschema
	fuzz		clang			clang
	fuzz		libclang-rt-dev		clang
	check		zsh			zsh
	check		fish			fish
	lab		gcc			gcc
	lab		libc6-dev		/usr/include/stdio.h
	lab		make			make
	lab		bochs			bochs
	lab		bochsbios		/usr/share/bochs/BIOS-bochs-latest
	lab		vgabios			/usr/share/vgabios/vgabios.bin
	lab		qemu-system-x86		qemu-system-x86_64
	lab		isolinux		/usr/lib/ISOLINUX/isolinux.bin
	lab		syslinux-common		/usr/lib/syslinux/modules/bios/ldlinux.c32
	lab		xorriso			xorriso
	lab		cpio			cpio
	lab		busybox-static		busybox
	lab		xz-utils		xz
	lab		kmod			modinfo
	lab		zstd			zstd
	lab		lz4			lz4
	metrics		prometheus		prometheus
	metrics		prometheus-node-exporter	prometheus-node-exporter
	metrics		jq			jq
	metrics		curl			curl
	report		chromium-headless-shell	chromium-headless-shell
	report		fonts-dejavu-core	/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
	report		sosreport		sos
	peers		cpuid			cpuid
	peers		cpu-checker		kvm-ok
	peers		libvirt-clients		virt-host-validate
	deb		clang			clang
	deb		libbpf-dev		/usr/include/bpf/libbpf.h
	deb		debhelper		dh
	deb		dh-dkms			dh_dkms
	deb		dpkg-dev		dpkg-buildpackage
	deb		lintian			lintian
	deb		libjson-c-dev		/usr/include/json-c/json.h
	deb		libncurses-dev		/usr/include/ncurses.h
	deb		zlib1g-dev		/usr/include/zlib.h
	deb		liblzma-dev		/usr/include/lzma.h
	deb		libzstd-dev		/usr/include/zstd.h
	rpm		clang			clang
	rpm		libbpf-dev		/usr/include/bpf/libbpf.h
	rpm		rpm			rpmbuild
	rpm		libjson-c-dev		/usr/include/json-c/json.h
	rpm		libncurses-dev		/usr/include/ncurses.h
	rpm		zlib1g-dev		/usr/include/zlib.h
	rpm		liblzma-dev		/usr/include/lzma.h
	rpm		libzstd-dev		/usr/include/zstd.h
	toolchain	mmdebstrap		mmdebstrap
	toolchain	kmod			modinfo
	testkernel	bc			bc
	testkernel	flex			flex
	testkernel	bison			bison
	testkernel	libelf-dev		/usr/include/libelf.h
	testkernel	libssl-dev		/usr/include/openssl/ssl.h
	testkernel	openssl			openssl
	testkernel	dwarves			pahole
	testkernel	lz4			lz4
	testkernel	xz-utils		xz
	END
}

# packages_of GROUP...: their packages, each once
packages_of()
{
	local group

	for group; do
		packages_table | awk -v group="$group" '
			$1 == group { print $2; found = 1 }
			END { exit !found }' || die "no package group '$group'"
	done | sort -u
}

# missing_packages PACKAGE...: those that are not installed
missing_packages()
{
	dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null |
		awk '$1 == "ii" { print $2 }' | sort -u |
		comm -13 - <(printf '%s\n' "$@" | sort -u)
}

# lists_are_fresh DIR: apt's package lists there
lists_are_fresh()
{
	[[ -n $(find "$1" -name '*_Packages*' -mtime "-$LISTS_MAX_AGE_DAYS" \
		-print -quit 2>/dev/null) ]]
}

apt_get()
{
	DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=600 \
		-o APT::Install-Recommends=false "$@"
}

install_packages()
{
	lists_are_fresh /var/lib/apt/lists || apt_get update
	# The lists may name versions that the archive no longer has.
	apt_get install "$@" || { apt_get update && apt_get install "$@"; }
}

# need_packages PACKAGE...: they are installed afterwards, or we end here
need_packages()
{
	local missing

	mapfile -t missing < <(missing_packages "$@")
	((${#missing[@]})) || return 0
	if ((EUID)); then
		die "missing packages: sudo apt-get install --no-install-recommends ${missing[*]}"
	fi
	step "install ${missing[*]}" install_packages "${missing[@]}"
}

# On a system without dpkg we cannot install anything, but we can say what lacks.
need_commands()
{
	local group package probe missing=()

	while read -r group package probe; do
		[[ " $* " == *" $group "* ]] || continue
		[[ -e $probe ]] || command -v "$probe" >/dev/null || missing+=("$probe ($package)")
	done < <(packages_table)
	((!${#missing[@]})) || die "this is not Debian, and these are missing: ${missing[*]}"
}

# need GROUP...
need()
{
	local packages

	if command -v dpkg-query >/dev/null; then
		packages=$(packages_of "$@")
		# shellcheck disable=SC2086 # one word a package
		need_packages $packages
	else
		need_commands "$@"
	fi
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	(($#)) || die "usage: lab/packages.sh GROUP..."
	need "$@"
fi
