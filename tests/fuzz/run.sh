#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# Fuzzes the snapshot parser and all views of what it reads, for SECONDS (default 60).
# What is found stays in build/fuzz as crash-*, slow-* or timeout-*; put it into tests/fuzz/corpus
# once it is fixed, and tests/fuzz/replay.sh watches it from then on.
set -eu

cd "$(dirname "$0")/../.."
seconds=${1:-60}
fuzzer=build/fuzz/nestdiag-fuzz

[ -x "$fuzzer" ] || { echo "run.sh: no $fuzzer: make tools-fuzz" >&2; exit 1; }
mkdir -p build/fuzz/corpus
for seed in tests/fixtures/*.snapshot tests/fixtures-bad/* tests/fuzz/corpus/*; do
	[ ! -f "$seed" ] || cp "$seed" build/fuzz/corpus/
done
exec nice "$fuzzer" -max_total_time="$seconds" -max_len=16384 -timeout=10 -rss_limit_mb=2048 \
	-dict=tests/fuzz/snapshot.dict -artifact_prefix=build/fuzz/ -print_final_stats=1 \
	-verbosity=1 build/fuzz/corpus
