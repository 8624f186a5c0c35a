#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# A command in the current folder, with another root as its system and the FOLDERs and the current
# one where they are here. The command takes the place of this script, and so its process id.
#
#	lab/inroot.sh ROOT FOLDER... -- COMMAND...

set -eu

root=$1 folders=("$PWD") map=()
shift

while [[ $1 != -- ]]; do
	folders+=("$1")
	shift
done
shift
((!EUID)) || map=(--map-root-user)
# Mounts of its own go with the process, whatever becomes of it.
# shellcheck disable=SC2016 # for the inner shell
exec unshare --mount "${map[@]}" bash -ec '
	root=$1 here=$PWD count=$2
	shift 2
	mount --make-rprivate /
	mount --rbind /dev "$root/dev"
	mount --rbind /proc "$root/proc"
	for folder in "${@:1:count}"; do
		mkdir -p "$root$folder"
		mount --bind "$folder" "$root$folder"
	done
	shift "$count"
	exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C \
		bash -c "cd \"\$0\" && exec \"\$@\"" "$here" "$@"
' bash "$root" "${#folders[@]}" "${folders[@]}" "$@"
