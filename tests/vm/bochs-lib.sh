#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# For the scenarios on an emulated Intel CPU with VMX (Bochs). To be sourced.

# shellcheck source=tests/vm/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=lab/machines.sh
. "$TOP/lab/machines.sh"

# bochs_prepare NAME: what has to be there before a machine can be put together
bochs_prepare()
{
	need module tool lab
	step "build the tool" make -C "$TOP" tools
	work_dir "$1"
	# shellcheck disable=SC2034 # for tests/vm/lib.sh
	LOG=$WORK/serial.log
}

# bochs_boot SERIES TITLE [SETTING...]: run $WORK/initramfs. Whatever becomes of
# it, the checks on the log have to name it.
bochs_boot()
{
	local series=$1 title=$2
	shift 2

	bochs_run "$WORK" "$(kernel_image "$series")" "$WORK/initramfs" \
		"$MACHINE_APPEND machine=bare-metal" "$title" "bare-metal: done" "$@" || true
	rm -f "$WORK/initramfs"
}
