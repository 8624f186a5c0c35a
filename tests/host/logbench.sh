#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# How fast nestdiag dmesg reads a log: MiB (default 1024) of what journals hold, one line in a
# thousand from tests/messages. Prints rate and peak memory; then the time for lines that are all
# known. No test: a loaded machine is slower.
#
#	tests/host/logbench.sh [MiB]

cd "$(dirname "$0")/../.." || exit 1
size=${1:-1024}
log=$(mktemp)
trap 'rm -f "$log" "$log.known"' EXIT

sed -n 's/^yes: //p' tests/messages/*.txt tests/messages/*/*.txt >"$log.known"
awk -v bytes=$((size << 20)) -v known="$log.known" 'BEGIN {
	while ((getline line < known) > 0)
		lines[n++] = line
	srand(1)
	while (at < bytes) {
		i++
		if (rand() < 0.001)
			line = lines[int(rand() * n)]
		else if (i % 4 == 0)
			line = sprintf("Nov 21 03:21:06 host sshd[%d]: Accepted publickey for user%d from 10.0.%d.%d port 51234 ssh2", i, i % 9, i % 256, i % 251)
		else if (i % 4 == 1)
			line = sprintf("{\"level\":\"info\",\"ts\":%d,\"caller\":\"server/main.go:%d\",\"msg\":\"request served\",\"path\":\"/item/%d\",\"status\":200}", i, i % 99, i)
		else if (i % 4 == 2)
			line = sprintf("[%12.6f] EXT4-fs (sda%d): mounted filesystem with ordered data mode. Quota mode: none.", i / 1000, i % 9)
		else
			line = sprintf("I1121 03:21:06.%06d       1 controller.go:%d] Reconciling pod default/web-%x-%d", i % 1000000, i % 400, i, i % 7)
		print line
		at += length(line) + 1
	}
}' >"$log"

# rate FILE WHAT: read it, say how fast
rate()
{
	local bytes lines

	bytes=$(stat -c %s "$1")
	lines=$(wc -l <"$1")
	# CPU time: others may use the machine.
	/usr/bin/env time -f '%e %U %S %M' tools/nestdiag dmesg "$1" 2>"$log.time" >/dev/null
	tail -n 1 "$log.time" | awk -v b="$bytes" -v l="$lines" -v what="$2" '{
		s = $2 + $3 + 0.001
		printf "%s: %d MiB, %d lines, %.0f MB/s of CPU time, %.2f us a line, %d MiB of memory\n",
			what, b / 1048576, l, b / s / 1e6, s / l * 1e6, $4 / 1024 }'
	rm -f "$log.time"
}

rate "$log" "a journal"
for ((i = 0; i < 50; i++)); do cat "$log.known"; done >"$log"
rate "$log" "lines that are all known"
