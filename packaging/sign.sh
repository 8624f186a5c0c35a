#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Sign nestdiag.ko for a kernel under Secure Boot.
#
#	packaging/sign.sh KEY CERT [MODULE]	(KEY in PEM, CERT in PEM or DER)

set -euo pipefail

die()
{
	echo "error: $*" >&2
	exit 1
}

# sign_file: kbuild's program, where kernels and distributions keep it
sign_file()
{
	local path

	for path in "${KDIR:-/lib/modules/$(uname -r)/build}/scripts/sign-file" \
		/usr/lib/linux-kbuild-*/scripts/sign-file; do
		[[ ! -x $path ]] || { echo "$path"; return; }
	done
	die "no sign-file: install the headers of this kernel (Debian: linux-kbuild-*), or set KDIR="
}

(($# == 2 || $# == 3)) || die "usage: make sign KEY=FILE CERT=FILE"
key=$1 cert=$2 module=${3:-nestdiag.ko}
[[ -r $key ]] || die "cannot read the key '$key'"
[[ -r $cert ]] || die "cannot read the certificate '$cert'"
[[ -r $module ]] || die "no $module: run make modules first"
program=$(sign_file)
"$program" sha256 "$key" "$cert" "$module"
echo "signed by: $(modinfo -F signer "$module")"
echo "The kernel has to know the certificate: mokutil --import CERT.der, restart, confirm in the firmware's menu."
