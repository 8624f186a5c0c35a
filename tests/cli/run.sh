#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# Runs the command-line tests over tools/nestdiag, or over the tool that NESTDIAG names, and says
# what came out the way tests/run.sh counts it. Some files run side by side.
set -u

cd "$(dirname "$0")/../.." || exit 1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

if [[ -z ${NESTDIAG-} ]]; then
	make -s tools >&2 || { echo "not ok - cli # the tool does not build"; exit 1; }
	# A copy: a build meanwhile must not take the tool away under the tests.
	cp tools/nestdiag "$out/nestdiag"
	chmod 755 "$out"
	export NESTDIAG=$out/nestdiag
fi
command -v bats >/dev/null || { echo "skip - command line # no bats: apt-get install bats"; exit 0; }
command -v jq >/dev/null || { echo "skip - command line # no jq: apt-get install jq"; exit 0; }

# The longest first. All at once, none would get anywhere: some look at what is on a screen now.
mapfile -t files < <(ls -S tests/cli/*.bats)
# shellcheck disable=SC2016 # for sh
printf '%s\n' "${files[@]}" | xargs -P "$((2 * $(nproc)))" -I FILE \
	sh -c 'bats --tap "$1" >"$2/${1##*/}" 2>&1' - FILE "$out"

status=0
for file in "${files[@]}"; do
	name=$(basename "$file" .bats)
	sed -nE -e 's/^ok [0-9]+ (.*) # skip ?(.*)$/skip - cli '"$name"': \1 # \2/p; t' \
		-e 's/^ok [0-9]+ /ok - cli '"$name"': /p; t' \
		-e 's/^not ok [0-9]+ /not ok - cli '"$name"': /p' "$out/$name.bats"
	grep -vE '^ok |^[0-9]+\.\.' "$out/$name.bats" >&2
	# A file that broke off has fewer results than it announced.
	wanted=$(sed -n 's/^1\.\.//p' "$out/$name.bats")
	found=$(grep -cE '^(not )?ok ' "$out/$name.bats")
	if [[ $wanted != "$found" ]]; then
		echo "not ok - cli $name # $found of ${wanted:-?} tests ran"
		status=1
	fi
	! grep -q '^not ok ' "$out/$name.bats" || status=1
done
exit "$status"
