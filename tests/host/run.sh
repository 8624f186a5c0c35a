#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Builds and runs the host tests. One line a case on standard output; the rest on standard error.

cd "$(dirname "$0")/../.." || exit 1

if ! make --no-print-directory build/host/tests build/host/tests-asan >&2; then
	echo "not ok - host # the tests do not build"
	exit 1
fi
status=0
if make --no-print-directory build/host/messages >&2; then
	build/host/messages tests/messages/*.txt tests/messages/*/*.txt || status=1
else
	echo "not ok - messages # the walk over the catalogue does not build"
	status=1
fi
if make --no-print-directory build/host/pasted >&2; then
	build/host/pasted tests/logs/pasted.txt || status=1
	if [[ $(build/host/pasted tests/logs/pasted-wrong.txt 2>/dev/null | cut -d' ' -f1 | uniq -c) == *" 5 not" ]]; then
		echo "ok - pasted: answers that are wrong are found"
	else
		echo "not ok - pasted: answers that are wrong are found"
		status=1
	fi
else
	echo "not ok - pasted # the test of pasted logs does not build"
	status=1
fi
if make --no-print-directory build/host/exitnames >&2; then
	build/host/exitnames || status=1
else
	echo "not ok - host: names of exits # the comparison does not build"
	status=1
fi
if make --no-print-directory build/host/redact >&2; then
	build/host/redact || status=1
else
	echo "not ok - redact # the test does not build"
	status=1
fi
if ! make --no-print-directory build/host/account >&2; then
	echo "not ok - bpf # the comparison of the accountings does not build"
	status=1
elif [[ -s build/host/account ]]; then
	build/host/account build/host/account.bpf.o || status=1
else
	echo "skip - bpf: the accounting is the module's # no clang or libbpf: lab/packages.sh bpf"
fi
if make --no-print-directory build/host/recorder >&2; then
	build/host/recorder || status=1
else
	echo "not ok - recorder # the test does not build"
	status=1
fi
if make --no-print-directory build/host/top >&2; then
	build/host/top tests/fixtures/synthetic-top-[12].snapshot || status=1
else
	echo "not ok - top # the test of the table does not build"
	status=1
fi
build/host/tests host || status=1
build/host/tests-asan host-asan || status=1
exit $status
