#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Runs the tests, stage by stage, and counts.
#
#	tests/run.sh all|check|lint|STAGE...
#
# A stage is a command that prints one line a check, "ok - NAME", "not ok - NAME # REASON" or
# "skip - NAME # REASON", on standard output; everything else belongs on standard error. A stage
# that prints no line, or fails without a "not ok", is counted as one failure.

# shellcheck source=lab/packages.sh
. "$(dirname "${BASH_SOURCE[0]}")/../lab/packages.sh"

cd "$TOP"

# Debian's packages of Python modules are for Debian's Python, and wrappers of another one start slowly.
export PATH=/usr/bin:/bin:$PATH

passed=0 failed=0 skipped=0
failures=()

declare -A stages=(
	[lint]='tests/lint/lint.sh'
	[lab]='tests/lab/lib.sh'
	[host]='tests/host/run.sh'
	[groundtruth]='tests/host/groundtruth.sh'
	[truth-features]='tests/host/truth-features.sh'
	[cli]='tests/cli/run.sh'
	[golden]='tests/golden/run.sh'
	[schema]='tests/schema/validate.py'
	[metrics]='tests/metrics/run.sh'
	[report]='tests/report/run.sh'
	[qemu-models]='tests/host/qemumodels.py'
	[libvirt]='tests/host/libvirt.sh'
	[fuzz]='tests/fuzz/replay.sh'
	[kunit]='tests/vm/kunit.sh'
	[tcg-amd]='tests/vm/tcg-amd.sh'
	[tcg-none]='tests/vm/tcg-none.sh'
	[tcg-kasan]='tests/vm/tcg-kasan.sh'
	[tcg-stress]='tests/vm/tcg-stress.sh'
	[tcg-launch]='tests/vm/tcg-launch.sh'
	[tcg-trace]='tests/vm/tcg-trace.sh'
	[tcg-hot]='tests/vm/tcg-hot.sh'
	[tcg-attach]='tests/vm/tcg-attach.sh'
	[torture]='tests/vm/torture.sh'
	[tcg-vcpus]='tests/vm/tcg-vcpus.sh'
	[tcg-recorder]='tests/vm/tcg-recorder.sh'
	[tcg-vmcore]='tests/vm/tcg-vmcore.sh'
	[tcg-top]='tests/vm/tcg-top.sh'
	[tcg-bpf]='tests/vm/tcg-bpf.sh'
	[kernels]='tests/vm/kernel.sh svm 5.10 7.3'
	[bochs-6.1]='tests/vm/bochs-baremetal-6.1.sh'
	[bochs-6.12]='tests/vm/bochs-baremetal-6.12.sh'
	[bochs-smp]='tests/vm/bochs-smp.sh'
	[bochs-launch]='tests/vm/bochs-launch.sh'
	[bochs-bpf]='tests/vm/bochs-bpf.sh'
	[bochs-evmcs]='tests/vm/bochs-evmcs.sh'
	[bochs-starved]='tests/vm/bochs-starved.sh'
	[bochs-pool]='tests/vm/bochs-pool.sh'
	[bochs-chain]='tests/vm/bochs-chain.sh'
	[nested-suites]='tests/vm/nested-suites.sh'
)
check_stages=(lint lab host groundtruth truth-features cli golden schema qemu-models fuzz)
tcg_stages=(kunit tcg-amd tcg-none tcg-kasan tcg-stress tcg-trace tcg-hot tcg-vcpus tcg-recorder tcg-vmcore tcg-attach tcg-launch kernels torture)
bochs_stages=(bochs-6.1 bochs-6.12 bochs-smp bochs-launch bochs-evmcs bochs-starved bochs-pool)

# count STAGE STATUS FILE: add up what a stage printed
count()
{
	local stage=$1 status=$2 out=$3 ok bad skip

	ok=$(grep -c '^ok ' "$out" || true)
	bad=$(grep -c '^not ok ' "$out" || true)
	skip=$(grep -c '^skip ' "$out" || true)
	mapfile -t -O "${#failures[@]}" failures < <(grep '^not ok ' "$out" || true)
	if ((ok + bad + skip == 0)); then
		failures+=("not ok - $stage # ran no check (exit status $status)")
		bad=1
	elif ((status && !bad)); then
		failures+=("not ok - $stage # exit status $status")
		bad=1
	fi
	passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + skip))
	counted="$ok passed, $bad failed, $skip skipped"
}

run_stage()
{
	local stage=$1 start=$SECONDS out status=0 counted

	out=$(mktemp)
	say "=== $stage"
	# pipefail gives us the stage's own status.
	# shellcheck disable=SC2086 # a command and its arguments
	${stages[$stage]} </dev/null | tee "$out" || status=$?
	count "$stage" "$status" "$out"
	say "=== $stage: $counted, $((SECONDS - start)) s"
	rm -f "$out"
}

# lane RESULT STAGE...: run the stages, leave what they amount to in the file
lane()
{
	local result=$1 stage
	shift
	passed=0 failed=0 skipped=0 failures=()

	for stage; do
		run_stage "$stage"
	done
	{
		echo "$passed $failed $skipped"
		((${#failures[@]} == 0)) || printf '%s\n' "${failures[@]}"
	} >"$result"
}

# build_kernels: the test kernels, the longest part of a first run. A stage that needs one waits for
# it, and retries the build if this one failed.
build_kernels()
{
	lab/testkernel.sh path image >/dev/null &&
		lab/testkernel.sh path image lab/testkernel-kasan.config >/dev/null
}

# lanes "STAGE..." "STAGE...": side by side; an emulated machine keeps one CPU busy, not two
lanes()
{
	local names result results ok bad skip
	results=$(mktemp -d)

	for names; do
		# shellcheck disable=SC2086 # words
		(lane "$results/${names%% *}" $names) &
	done
	wait

	for names; do
		result=$results/${names%% *}
		if [[ ! -s $result ]]; then
			failures+=("not ok - ${names%% *} # it and the stages behind it broke off")
			((++failed))
			continue
		fi
		read -r ok bad skip <"$result"
		passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + skip))
		mapfile -t -O "${#failures[@]}" failures < <(sed 1d "$result")
	done
	rm -rf "$results"
}

main()
{
	local stage wanted=() side_by_side=()

	for stage; do
		case $stage in
		all) side_by_side=("${check_stages[*]} ${tcg_stages[*]}" "${bochs_stages[*]}") ;;
		check) wanted+=("${check_stages[@]}") ;;
		*)
			[[ -n ${stages[$stage]-} ]] || die "no stage '$stage'; there are: ${!stages[*]}"
			wanted+=("$stage")
			;;
		esac
	done

	# At once: two lanes must not install packages side by side, and without root rights all that
	# is missing belongs in one line.
	# shellcheck disable=SC2046 # groups
	need module tool check $( ((!${#side_by_side[@]})) || echo lab testkernel toolchain bpf)
	if ((${#side_by_side[@]})); then
		# For both lanes, which would otherwise build it side by side.
		step "build the tool" make tools
		build_kernels &
	fi
	for stage in "${wanted[@]}"; do
		run_stage "$stage"
	done
	lanes "${side_by_side[@]}"

	for stage in "${failures[@]}"; do
		say "$stage"
	done
	printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
	((!failed))
}

(($#)) || die "usage: tests/run.sh all|check|lint|STAGE..."
main "$@"
