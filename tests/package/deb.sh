#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The Debian packages in fresh roots: installed, built by DKMS for two kernels, replaced, purged. The
# module that DKMS built on Debian 13 is then loaded on its Linux 7.x.
#
#	tests/package/deb.sh [SUITE...]		(default: bookworm trixie)

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../vm/tcg-lib.sh"

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
	cp "$DEBS"/nestdiag_*.deb "$DEBS"/nestdiag-dkms_*.deb "$ROOT/root"
	cp /etc/resolv.conf "$ROOT/etc/resolv.conf"
	apt_inside update
}

apt_inside()
{
	inside env DEBIAN_FRONTEND=noninteractive apt-get -qq -y "$@"
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

check_suite()
{
	local suite=$1 kernel headers packages

	mapfile -t packages < <(cd "$DEBS" && printf '/root/%s\n' nestdiag_*.deb nestdiag-dkms_*.deb)
	step "make a root of Debian $suite" fresh_root "$suite"
	ROOT=$WORK/$suite
	headers=$(headers_of "$suite")
	# shellcheck disable=SC2086 # words
	step "install headers of two kernels there" apt_inside install $headers || true
	check "$suite: apt installs the packages" apt_inside install "${packages[@]}"
	for kernel in ${KERNELS[$suite]}; do
		check "$suite: DKMS built the module for $kernel" dkms_module "$kernel"
	done
	check "$suite: the tool runs" inside nestdiag --version
	check "$suite: the manual page is there" inside test -s /usr/share/man/man8/nestdiag.8.gz
	check "$suite: the service is not enabled" \
		inside sh -c '! find /etc/systemd -name "nestdiag*" | grep .'
	check "$suite: the same version once more, as an upgrade" \
		apt_inside install --reinstall "${packages[@]}"
	for kernel in ${KERNELS[$suite]}; do
		check "$suite: the module for $kernel is there after it" dkms_module "$kernel"
	done
	[[ $suite != trixie ]] || keep_module 7.3
	check "$suite: purged" apt_inside purge nestdiag nestdiag-dkms
	for kernel in ${KERNELS[$suite]}; do
		check "$suite: the module for $kernel is gone" no_dkms_module "$kernel"
	done
	check "$suite: nothing is left" nothing_left
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
	DEBS=$TOP/build/deb
	work_dir package-deb
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
