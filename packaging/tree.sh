# shellcheck shell=bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The source as packages are built from it. To be sourced.

# shellcheck source=lab/packages.sh
. "$(dirname "${BASH_SOURCE[0]}")/../lab/packages.sh"

# source_tree FOLDER: the checkout without what was built there, which is for this machine
source_tree()
{
	mkdir -p "$1"
	tar -C "$TOP" -c --exclude=./build --exclude='./.git*' --exclude=./tools/nestdiag \
		--exclude='*.o' --exclude='.*.cmd' --exclude='*.ko' --exclude='*.mod' \
		--exclude='*.mod.c' . | tar -C "$1" -x
}
