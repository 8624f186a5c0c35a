#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# What DKMS builds the module from: its sources and dkms.conf.
#
#	packaging/dkms-source.sh FOLDER VERSION

set -euo pipefail
(($# == 2)) || { echo "usage: packaging/dkms-source.sh FOLDER VERSION" >&2; exit 1; }

folder=$(realpath "$1") version=$2
cd "$(dirname "$0")/.."
{
	echo Kbuild
	find core module include kunit -name '*.[ch]' -o -name 'Kbuild*'
} | sort | xargs cp --parents -t "$folder"
echo "$version" >"$folder/VERSION"
sed "s/@VERSION@/$version/" packaging/dkms.conf >"$folder/dkms.conf"
