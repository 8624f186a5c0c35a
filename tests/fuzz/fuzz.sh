#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Fuzz each reader in turn, for MINUTES in all. What they learn is kept in the cache, and the next run
# goes on from there; so is a line for each run: when, which, seconds, executions, edges covered.
#
#	tests/fuzz/fuzz.sh MINUTES

# shellcheck source=lab/packages.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../lab/packages.sh"

cd "$TOP"
KEPT=$CACHE/fuzz
RUNS=$KEPT/runs

# fuzz TARGET SECONDS
fuzz()
{
	local target=$1 seconds=$2 log=$KEPT/$1.log status=0 executed covered

	say "==> fuzz: $target for $seconds s, from $(find "$KEPT/$target" -type f | wc -l) inputs ..."
	tests/fuzz/run.sh "$seconds" "$target" "$KEPT/$target" >"$log" 2>&1 || status=$?
	executed=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
	covered=$(grep -o ' cov: [0-9]*' "$log" | tail -n 1 | tr -dc 0-9)
	printf '%s %s %s %s %s\n' "$(date -u +%F)" "$target" "$seconds" "${executed:-0}" \
		"${covered:-0}" >>"$RUNS"
	((!status)) || {
		tail -n 20 "$log"
		die "$target found something, or could not run; it is in build/fuzz and $log"
	}
	say "==> fuzz: $target: ${executed:-0} executions, ${covered:-0} edges"
}

(($# == 1)) || die "usage: tests/fuzz/fuzz.sh MINUTES"
need tool fuzz
step "build the fuzzers" make tools-fuzz
targets=(snapshot dump messages)
for target in "${targets[@]}"; do
	mkdir -p "$KEPT/$target"
	fuzz "$target" $(($1 * 60 / ${#targets[@]}))
done
awk '{ n[$2] += $4; s[$2] += $3 }
	END { for (t in n) printf "%s: %.0f executions in %d s so far\n", t, n[t], s[t] }' "$RUNS"
