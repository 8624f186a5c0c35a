#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The Debian packages in fresh roots: an older version is installed and built by DKMS for two kernels,
# upgraded, purged. The module that DKMS built on Debian 13 is then loaded on its Linux 7.x.
#
#	tests/package/deb.sh [SUITE...]		(default: bookworm trixie)

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../vm/tcg-lib.sh"

# What is upgraded; older than any version of ours.
OLD_VERSION=0.0.1

declare -A KERNELS=([bookworm]="6.1 6.12" [trixie]="6.12-deb13 7.3")

# inside COMMAND...: as root of ROOT
inside()
{
	in_toolchain "$ROOT" -- "$@"
}

# fresh_root SUITE: one that apt can install into, in ROOT
fresh_root()
{
	ROOT=$WORK/$1
	suite_sources "$1" >"$WORK/sources"
	# The kernels that this suite gets from its backports.
	[[ $1 != trixie ]] || suite_sources trixie-backports >"$WORK/sources"
	mmdebstrap --quiet --variant=apt --include=ca-certificates \
		--aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Check-Valid-Until "false"' \
		"$1" "$ROOT" - <"$WORK/sources"
	mkdir "$ROOT/root/old" "$ROOT/root/new"
	cp "$OLD"/nestdiag*.deb "$ROOT/root/old"
	cp "$DEBS"/nestdiag*.deb "$ROOT/root/new"
	cp /etc/resolv.conf "$ROOT/etc/resolv.conf"
	apt_inside update
}

apt_inside()
{
	inside env DEBIAN_FRONTEND=noninteractive apt-get -qq -y "$@"
}

# counts_alone: by BPF, for which the package has what it takes
counts_alone()
{
	local said

	said=$(inside nestdiag exits --source bpf --interval 1 2>&1 || true)
	[[ -n $said && $said != *"built without BPF"* && $said == *bpf* ]] ||
		{ echo "${said%%$'\n'*}"; return 1; }
}

headers_of()
{
	local kernel

	for kernel in ${KERNELS[$1]}; do
		printf 'linux-headers-%s\n' "$(kernel_release "$kernel")"
	done
}

# dkms_module KERNEL: what DKMS installed for it
dkms_module()
{
	find "$ROOT/lib/modules/$(kernel_release "$1")/updates" -name 'nestdiag.ko*' 2>/dev/null | grep .
}

no_dkms_module()
{
	! dkms_module "$1"
}

nothing_left()
{
	local left

	left=$(find "$ROOT/usr" "$ROOT/etc" "$ROOT/lib" "$ROOT/var/lib/dkms" -name '*nestdiag*' \
		! -path '*/share/doc/*' 2>/dev/null | head -n 1)
	[[ -z $left ]] || { echo "left: $left"; return 1; }
}

# packages FOLDER: of ours, without those of debugging symbols, as apt gets them
packages()
{
	(cd "$ROOT/root/$1" && printf "/root/$1/%s\n" nestdiag_*.deb nestdiag-dkms_*.deb)
}

# built VERSION KERNEL...: DKMS has that version for each, and no other
built()
{
	local version=$1 kernel status
	shift

	for kernel; do
		dkms_module "$kernel" >/dev/null || { echo "no module for $kernel"; return 1; }
		status=$(inside dkms status -m nestdiag -k "$(kernel_release "$kernel")")
		[[ $status == *"$version"*installed* && $status != *$'\n'* ]] ||
			{ echo "${status:-dkms knows nothing of $kernel}" | xargs; return 1; }
	done
}

check_suite()
{
	local suite=$1 kernel headers old new version kernels

	step "make a root of Debian $suite" fresh_root "$suite"
	ROOT=$WORK/$suite
	mapfile -t old < <(packages old)
	mapfile -t new < <(packages new)
	version=$(cat "$TOP/VERSION")
	read -ra kernels <<<"${KERNELS[$suite]}"
	headers=$(headers_of "$suite")
	# shellcheck disable=SC2086 # words
	step "install headers of two kernels there" apt_inside install $headers || true
	check "$suite: apt installs the packages" apt_inside install "${old[@]}"
	check "$suite: DKMS built the module for ${KERNELS[$suite]}" built "$OLD_VERSION" "${kernels[@]}"
	check "$suite: the tool runs" inside nestdiag --version
	check "$suite: it counts without the module, or says what is missing here" counts_alone
	check "$suite: the manual page is there" inside test -s /usr/share/man/man8/nestdiag.8.gz
	check "$suite: the service is not enabled" \
		inside sh -c '! find /etc/systemd -name "nestdiag*" | grep .'
	check "$suite: apt upgrades them" apt_inside install "${new[@]}"
	check "$suite: DKMS built the new module, and dropped the old one" built "$version" "${kernels[@]}"
	check "$suite: the tool has the new version" \
		inside sh -c "nestdiag --version | grep -qF ' $version '"
	check "$suite: the same version once more" apt_inside install --reinstall "${new[@]}"
	check "$suite: the module is there after it" built "$version" "${kernels[@]}"
	[[ $suite != trixie ]] || keep_module 7.3
	check "$suite: purged" apt_inside purge nestdiag nestdiag-dkms
	for kernel in "${kernels[@]}"; do
		check "$suite: the module for $kernel is gone" no_dkms_module "$kernel"
	done
	check "$suite: nothing is left" nothing_left
}

# lintian_clean: neither an error nor a warning
lintian_clean()
{
	local said

	said=$(lintian "$DEBS"/nestdiag_*.deb "$DEBS"/nestdiag-dkms_*.deb 2>&1 | grep -m 1 '^[EW]:' || true)
	[[ -z $said ]] || { echo "$said"; return 1; }
}

# keep_module KERNEL: for a machine that loads it
keep_module()
{
	cp "$(dkms_module "$1")" "$WORK" || true
}

main()
{
	local suite module

	need lab toolchain deb
	step "build the Debian packages" "$TOP/packaging/deb.sh" "$TOP/build/deb"
	DEBS=$TOP/build/deb OLD=$TOP/build/deb-old
	step "build an older version of them" "$TOP/packaging/deb.sh" "$OLD" "$OLD_VERSION"
	work_dir package-deb
	check "lintian finds no error and no warning" lintian_clean
	for suite; do
		check_suite "$suite"
	done
	module=$(find "$WORK" -maxdepth 1 -name 'nestdiag.ko*')
	if [[ -n $module ]]; then
		"$TOP/tests/vm/kernel.sh" svm 7.3 "$module" || FAILURES=$((FAILURES + 1))
	fi
	rm -rf "${WORK:?}"/{bookworm,trixie}
	exit $((FAILURES > 0))
}

(($#)) || set -- bookworm trixie
main "$@"
