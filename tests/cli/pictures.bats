#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
#
# What the documents show is what the tool prints.

@test "the picture of a terminal is what the tool prints there" {
	command -v python3 >/dev/null || skip "no python3"
	run "$BATS_TEST_DIRNAME/../../lab/pictures.py" --check
	[ "$output" = "" ]
	[ "$status" -eq 0 ]
}
