#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# Replays the fuzz target's seeds, and what it once found, under AddressSanitizer and UBSan; then
# random bytes into the sanitized tool. One line a check, as tests/run.sh counts them.
set -u

cd "$(dirname "$0")/../.." || exit 1
make -s tools-asan build/asan/fuzz-replay >&2 || { echo "not ok - fuzz # build failed"; exit 1; }

status=0
inputs=(tests/fixtures/*.snapshot tests/fixtures-bad/* tests/fuzz/corpus/*)
build/asan/fuzz-replay "${inputs[@]}" || {
	echo "not ok - fuzz replay # the sanitizers stopped it at the input after the last one"
	status=1
}

make -s build/asan/dump-replay >&2 || { echo "not ok - fuzz # build failed"; exit 1; }
build/asan/dump-replay tests/fixtures/dumps/* tests/fuzz/corpus-dump/* || {
	echo "not ok - fuzz replay, dumps # the sanitizers stopped it at the input after the last one"
	status=1
}
make -s build/asan/messages-replay >&2 || { echo "not ok - fuzz # build failed"; exit 1; }
build/asan/messages-replay tests/fuzz/corpus-messages/* tests/logs/* tests/messages/*.txt tests/messages/*/*.txt || {
	echo "not ok - fuzz replay, messages # the sanitizers stopped it at the input after the last one"
	status=1
}

# random NAME ARGUMENTS...: a megabyte of them is refused with one line and status 64.
random()
{
	local name="fuzz random bytes, $1" said ret
	shift
	said=$(build/asan/nestdiag "$@" --from - 2>&1)
	ret=$?
	if [[ $ret = 64 && $said == "nestdiag: (standard input):"* && $said != *$'\n'* ]]; then
		echo "ok - $name"
	else
		printf '%s\n' "$said" | head -40 >&2
		echo "not ok - $name # exit status $ret"
		status=1
	fi
}

for command in status check caps hyperv evmcs snapshot; do
	random "$command" "$command" < <(head -c 1048576 /dev/urandom)
	random "$command --json behind a good line" "$command" --json < <(
		echo 'nestdiag-snapshot 1'
		head -c 1048576 /dev/urandom
	)
done
said=$(head -c 1048576 /dev/urandom | build/asan/nestdiag -q autopsy 2>&1)
ret=$?
if [[ $ret = 3 && $said == "nestdiag: (standard input): no dump"* && $said != *$'\n'* ]]; then
	echo "ok - fuzz random bytes, autopsy"
else
	printf '%s\n' "$said" | head -40 >&2
	echo "not ok - fuzz random bytes, autopsy # exit status $ret"
	status=1
fi
said=$(head -c 1048576 /dev/urandom | build/asan/nestdiag dmesg - 2>&1)
ret=$?
if ((ret <= 1)) && [[ $said == *" lines read, "*" known" ]]; then
	echo "ok - fuzz random bytes, dmesg"
else
	printf '%s\n' "$said" | head -40 >&2
	echo "not ok - fuzz random bytes, dmesg # exit status $ret"
	status=1
fi
exit "$status"
