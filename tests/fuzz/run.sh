#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
# run.sh [SECONDS [snapshot|dump|messages [CORPUS]]]: fuzzes the reader of snapshots, of dumps or of logs
# and what is made of it, for SECONDS (default 60), with the inputs in CORPUS and more. What is found
# stays in build/fuzz as crash-*, slow-* or timeout-*; put it into tests/fuzz/corpus, corpus-dump or
# corpus-messages once it is fixed, and tests/fuzz/replay.sh watches it from then on.
set -eu

cd "$(dirname "$0")/../.."
seconds=${1:-60}
target=${2:-snapshot}
case $target in
snapshot)
	fuzzer=build/fuzz/nestdiag-fuzz dict=tests/fuzz/snapshot.dict
	seeds='tests/fixtures/*.snapshot tests/fixtures-bad/* tests/fuzz/corpus/*'
	;;
dump)
	fuzzer=build/fuzz/dump-fuzz dict=tests/fuzz/dump.dict
	seeds='tests/fixtures/dumps/* tests/fuzz/corpus-dump/*'
	;;
messages)
	fuzzer=build/fuzz/messages-fuzz dict=tests/fuzz/messages.dict
	seeds='tests/fuzz/corpus-messages/* tests/messages/*.txt tests/messages/*/*.txt tests/logs/*'
	;;
*)
	echo "run.sh: no fuzz target '$target'" >&2
	exit 1
	;;
esac

[ -x "$fuzzer" ] || { echo "run.sh: no $fuzzer: make tools-fuzz" >&2; exit 1; }
corpus=${3:-build/fuzz/corpus-$target}
mkdir -p "$corpus"
for seed in $seeds; do	# patterns
	[ ! -f "$seed" ] || cp "$seed" "$corpus/"
done
exec nice "$fuzzer" -max_total_time="$seconds" -max_len=16384 -timeout=600 -rss_limit_mb=2048 \
	-dict=$dict -artifact_prefix=build/fuzz/ -print_final_stats=1 \
	-verbosity=1 "$corpus"
