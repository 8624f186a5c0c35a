#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# `make load` on a machine that is played by a tree of files and by programs of ours.

# Variables that bats and common.bash set; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031

load common

LOAD=$TESTS/../lab/load.sh

setup() {
	export NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR/root PATH=$BATS_TEST_TMPDIR/bin:$PATH
	export MODULE=$BATS_TEST_TMPDIR/nestdiag.ko
	mkdir -p "$NESTDIAG_SYSROOT"/{proc/sys/kernel,sys/module/module/parameters} "$BATS_TEST_TMPDIR/bin"
	echo 0 >"$NESTDIAG_SYSROOT/proc/sys/kernel/modules_disabled"
	echo N >"$NESTDIAG_SYSROOT/sys/module/module/parameters/sig_enforce"
	program uname 'echo 6.12.1'
	program dmesg 'echo "[ 1.0] nestdiag: as the kernel says"'
	program insmod 'echo inserted >&2; echo "$1" >"$MODULE.inserted"'
	printf '\0vermagic=6.12.1 SMP mod_unload \0' >"$MODULE"
}

# program NAME TEXT: in front of the real one
program() {
	printf '#!/bin/sh\n%s\n' "$2" >"$BATS_TEST_TMPDIR/bin/$1"
	chmod 755 "$BATS_TEST_TMPDIR/bin/$1"
}

# insmod_says TEXT: it fails so
insmod_says() {
	program insmod "echo 'insmod: ERROR: could not insert module nestdiag.ko: $1' >&2; exit 1"
}

# load STATUS: what it says in one line is in $output
load_module() {
	run "-$1" "$LOAD" "$MODULE"
	output=$(tr -s ' \n' ' ' <<<"$output")
}

@test "load: a kernel that allows it gets the module" {
	load_module 0
	[ -s "$MODULE.inserted" ]
	[[ $output == *loaded* ]]
}

@test "load: a module of another release is not inserted" {
	program uname 'echo 6.12.2'
	load_module 1
	[ ! -e "$MODULE.inserted" ]
	[[ $output == *"built for Linux 6.12.1, but Linux 6.12.2 runs"*linux-headers-6.12.2* ]]
}

@test "load: an unsigned module is not inserted where the kernel wants signatures" {
	echo Y >"$NESTDIAG_SYSROOT/sys/module/module/parameters/sig_enforce"
	load_module 1
	[ ! -e "$MODULE.inserted" ]
	[[ $output == *"no signature"*"sig_enforce is Y"*"make sign"*"modprobe msr"* ]]
}

@test "load: a signed one is tried, and of a key that is not trusted that is said" {
	echo Y >"$NESTDIAG_SYSROOT/sys/module/module/parameters/sig_enforce"
	printf '~Module signature appended~\n' >>"$MODULE"
	load_module 0
	[ -s "$MODULE.inserted" ]
	for error in 'Key was rejected by service' 'Required key not available'; do
		insmod_says "$error"
		load_module 1
		[[ $output == *"not loaded: $error"*"trusts no key that signed it"*"make sign"*"as the kernel says"* ]]
	done
}

@test "load: no module until the next boot" {
	echo 1 >"$NESTDIAG_SYSROOT/proc/sys/kernel/modules_disabled"
	printf '~Module signature appended~\n' >>"$MODULE"
	insmod_says 'Operation not permitted'
	load_module 1
	[[ $output == *"Operation not permitted"*"modules_disabled is 1"*reboot* ]]
}

@test "load: other refusals of the kernel" {
	insmod_says 'Invalid module format'
	load_module 1
	[[ $output == *"another configuration"*"as the kernel says"* && $output != *"make sign"* ]]
	insmod_says 'Unknown symbol in module'
	load_module 1
	[[ $output == *"lacks something"* ]]
}
