#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Everything at once, at random, for as long as one likes, on kernels that watch:
#
#	tests/vm/torture.sh		a minute or so on each of two kernels
#	tests/vm/torture.sh MINUTES [ROUND...]
#					all of it, or these rounds, shared out: every access to memory
#					checked; locks, leaks and objects; data races;
#					failing allocations; 64 CPUs and 10,000 VMs; 10,000 loads
#
# lab/init/torture says what "everything" is.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

SHORT_SECONDS=60
FRAGMENTS=$TOP/lab/testkernel
SVM_EXIT_CPUID=0x72

# What one guest of lab/init/torture executes in CPUIDs: 500, 501, 502 and 503
KNOWN_CPUIDS=2006

# --- what a round has to show ------------------------------------------------

# did KIND [TIMES]: so often at least
did()
{
	local times

	times=$(section work | awk -v kind="$1" '$2 == kind { print $1 }')
	((${times:-0} >= ${2:-1})) || { echo "$1 ${times:-0} times"; return 1; }
}

# all_done: each loop did its work
all_done()
{
	local kind

	for kind in guest insmod rmmod attach detach reset read cpu kvm perf perf--bpf ftrace; do
		did "$kind" "$1" || return 1
	done
}

# counted_right NAME: a guest afterwards is counted as one before
counted_right()
{
	section "$1" | awk -v cpuid="$SVM_EXIT_CPUID" -v due="$KNOWN_CPUIDS" '
		$1 == "exits" && $4 == cpuid { exits += $5 }
		$1 == "missed" { missed = $0 }
		END { printf "%d CPUIDs, %s\n", exits, missed
		      exit !(exits == due && missed == "missed 0 0 0 0") }'
}

# no_leak: kmemleak was asked, and has nothing of ours to report
no_leak()
{
	succeeded kmemleak || return 1
	! section kmemleak | grep -m 1 nestdiag
}

# reported: KCSAN's reports of ours
reported()
{
	tr -d '\r' <"$LOG" | awk -f "$TOP/tests/vm/kcsan.awk"
}

no_race()
{
	local first

	first=$(reported | head -n 1)
	[[ -z $first ]] || { echo "$first"; return 1; }
}

# instrumented KDIR: or nothing of it would be reported
instrumented()
{
	nm -u "$(module_built "$1")/nestdiag.ko" | grep __tsan_read >/dev/null
}

# watched: and KCSAN was at work
races_looked_for()
{
	has_token 'kcsan: enabled early'
}

# forbidden_but_races: other lines that no kernel may say
forbidden_but_races()
{
	local line

	line=$(grep -a -f "$FORBIDDEN" "$LOG" | grep -avE 'KCSAN|Call Trace' | head -n 1 | tr -d '\r')
	[[ -z $line ]] || { echo "$line"; return 1; }
}

# --- rounds --------------------------------------------------------------------

# modules_of KDIR MODULES: parts of the initramfs
modules_of()
{
	local name

	printf 'ko=%s\n' "$(module_built "$1")/nestdiag.ko" \
		"$(test_modules_built fakehv "$1")/fakehv.ko"
	for name in irqbypass kvm kvm-amd; do
		printf 'ko=%s\n' "$2/$name.ko"
	done
}

# least SECONDS: how often each loop has to have done its work in them; if that takes longer, it does
least()
{
	echo $((1 + $1 / 200))
}

# torture NAME SECONDS IMAGE PART... -- OPTION...: boot it, LOG is what it said
torture()
{
	local name=$1 seconds=$2 image=$3 parts=()
	shift 3

	while [[ $1 != -- ]]; do
		parts+=("$1")
		shift
	done
	shift
	tcg_run "torture, $name, $seconds s" "$name" "$image" torture "${parts[@]}" \
		"file=$TOP/lab/init/torture:/lib/torture.sh" \
		"bin=$(kvmguest_built)/kvmguest" "bin=$(perfhold_built)/perfhold" \
		"bin=/usr/bin/flock" -- cpu=EPYC,+svm,+npt "$@"
}

# on_testkernel NAME SECONDS OPTIONS FRAGMENT...: the checks that all have in common
on_testkernel()
{
	local name=$1 seconds=$2 words=$3 kdir image modules parts
	shift 3

	image=$(testkernel_path image "$@")
	modules=$(testkernel_path modules "$@")
	kdir=$(testkernel_path kdir "$@")
	parts=$(modules_of "$kdir" "$modules")
	mapfile -t parts <<<"$parts"
	torture "$name" "$seconds" "$image" "${parts[@]}" -- smp=4 memory=1024 \
		append="TORTURE_SECONDS=$seconds LEAST=$(least "$seconds") SEED=$RANDOM $words"
	check_work "$name" "$seconds"
}

# check_work NAME SECONDS
check_work()
{
	say "    $1: $(section work | tr -s ' \n' ' ')"
	check "$1: each loop did its work $(least "$2") times" all_done "$(least "$2")"
	check "$1: a guest was counted to the last exit before" counted_right before
	check "$1: and so it is after" counted_right after
	check "$1: nothing is left after unloading" shows_nothing leftovers
	check "$1: the machine got to its end" has_token "torture machine ends"
	check "$1: nothing failed inside" no_failures
}

round_memory()
{
	on_testkernel memory "$1" WILD=1 "$FRAGMENTS-kasan.config"
	check "memory: the kernel checked each access" has_token "KernelAddressSanitizer initialized"
	check "memory: enlightened VMCSs were written into meanwhile" shows wild '^[0-9]{2,}$'
	check "memory: no forbidden line in the kernel logs" no_forbidden_lines
}

round_locks()
{
	on_testkernel locks "$1" WILD=1
	check "locks: no leak" no_leak
	check "locks: enlightened VMCSs were written into meanwhile" shows wild '^[0-9]{2,}$'
	check "locks: no forbidden line in the kernel logs" no_forbidden_lines
}

round_races()
{
	on_testkernel races "$1" WILD=0 "$FRAGMENTS-kcsan.config"
	check "races: the kernel looked for them" races_looked_for
	check "races: in the module, too" instrumented "$(testkernel_path kdir "$FRAGMENTS-kcsan.config")"
	check "races: none has nestdiag in it" no_race
	check "races: no other forbidden line in the kernel logs" forbidden_but_races
}

# points SECTION MINIMUM: so many allocations were made to fail
points()
{
	local found

	succeeded "$1" || return 1
	found=$(section "$1" | sed -n 's/^failnth: .*: \([0-9]*\) allocations, .*/\1/p')
	((${found:-0} >= $2)) || { echo "$1: ${found:-no} allocations"; return 1; }
}

# all_read: each file, whichever of its allocations fails
all_read()
{
	local files read

	files=$(section files | awk '{ print $1 }')
	read=$(tr -d '\r' <"$LOG" | grep -c '^--- STATUS read .* 0$' || true)
	((files > 10 && read == files)) || { echo "$read of $files files"; return 1; }
}

# no_other_forbidden: an allocation that fails may be said to, with a trace of the stack
no_other_forbidden()
{
	local line

	line=$(grep -a -f "$FORBIDDEN" "$LOG" | grep -av 'Call Trace' | head -n 1 | tr -d '\r')
	[[ -z $line ]] || { echo "$line"; return 1; }
}

# Each allocation fails once; then everything at once, while undefined behaviour is looked for.
round_faults()
{
	local kdir modules parts fragment=$FRAGMENTS-faults.config

	kdir=$(testkernel_path kdir "$fragment")
	modules=$(testkernel_path modules "$fragment")
	parts=$(modules_of "$kdir" "$modules")
	mapfile -t parts <<<"$parts"
	tcg_run "each allocation fails once" faults "$(testkernel_path image "$fragment")" faults \
		"${parts[@]}" "bin=$(kvmguest_built)/kvmguest" "bin=$(failnth_built)/failnth" -- \
		cpu=EPYC,+svm,+npt smp=2 memory=768
	say "    $(grep -a '^failnth:' "$LOG" | tr -d '\r' | tr '\n' ';')"
	check "faults: each allocation of insmod fails" points insmod 100
	check "faults: each allocation of insmod beside KVM fails" points insmod-kvm 100
	check "faults: each allocation of attaching fails" points attach 1
	check "faults: detaching and resetting" all_succeeded detach reset
	check "faults: each file is read, whichever allocation fails" all_read
	check "faults: a guest is counted afterwards" shows after "^exits svm guest $SVM_EXIT_CPUID 100 "
	check "faults: no leak" no_leak
	check "faults: nothing is left after unloading" shows_nothing leftovers
	check "faults: the machine got to its end" has_token "faults machine ends"
	check "faults: nothing failed inside" no_failures
	check "faults: no other forbidden line in the kernel logs" no_other_forbidden

	on_testkernel undefined "$1" WILD=1 "$fragment"
	check "undefined: none has nestdiag in it" no_undefined
	check "undefined: no leak" no_leak
	check "undefined: no forbidden line in the kernel logs" no_forbidden_lines
}

no_undefined()
{
	! tr -d '\r' <"$LOG" | grep -m 1 'UBSAN:'
}

# Debian's kernel, as the test kernels have 8 CPUs at most.
round_cpus()
{
	local series=6.12 parts vms=10000

	parts=$(view_parts "$series" ccp irqbypass kvm kvm-amd)
	mapfile -t parts <<<"$parts"
	torture cpus "$1" "$(kernel_image "$series")" "${parts[@]}" -- smp=64 memory=2048 \
		append="TORTURE_SECONDS=$1 LEAST=$(least "$1") SEED=$RANDOM VMS=$vms"
	check_work cpus "$1"
	check "cpus: $vms short VMs: each exit is counted, each vCPU had a place" all_tabled "$vms"
	check "cpus: no forbidden line in the kernel logs" no_forbidden_lines
}

# all_tabled VMS
all_tabled()
{
	section vms | awk -v cpuid="$SVM_EXIT_CPUID" -v due="$((20 * $1))" '
		$1 == "exits" && $4 == cpuid { exits += $5 }
		$1 == "missed" { missed = $0 }
		END { printf "%d CPUIDs, %s\n", exits, missed
		      exit !(exits == due && missed == "missed 0 0 0 0") }'
}

# Debian's kernel once more: the others take a second for what takes it a twentieth. The QEMU of Debian 12
# does not bear it: after some 900 loads the kernel faults with reserved bits set in EFLAGS.
round_loads()
{
	local series=6.12 parts loads=10000

	parts=$(view_parts "$series" ccp irqbypass kvm kvm-amd)
	mapfile -t parts <<<"$parts"
	tcg_run "$loads loads" loads "$(kernel_image "$series")" loads "${parts[@]}" -- \
		suite=trixie cpu=EPYC,+svm,+npt smp=2 memory=512 append="LOADS=$loads"
	say "    loads: $(section work | tr '\n' ';') $(section memory)"
	check "loads: $loads loads" shows work "^$loads loads"
	check "loads: CPUs went and came back meanwhile" shows work '^[1-9][0-9]+ CPUs'
	check "loads: no memory is missing afterwards" little_memory_less
	check "loads: a guest was counted to the last exit before" one_guest_counted before
	check "loads: and so it is after" one_guest_counted after
	check "loads: nothing is left after unloading" shows_nothing leftovers
	end_of_machine "loads machine ends" loads
}

# little_memory_less: a load that left a page behind would have left 39 MiB
little_memory_less()
{
	section memory | awk '{ print; exit !($1 < 20000) }'
}

# one_guest_counted SECTION: of 500 CPUIDs
one_guest_counted()
{
	shows "$1" "^exits svm guest $SVM_EXIT_CPUID 500 " && shows "$1" '^missed 0 0 0 0$'
}

# Each round's share of the time. The loads take what they take.
declare -A rounds=([memory]=16 [locks]=8 [races]=15 [cpus]=9 [faults]=8 [loads]=8)

# torture_for MINUTES ROUND...
torture_for()
{
	local seconds=$(($1 * 60)) total=0 round
	shift

	for round; do
		[[ -n ${rounds[$round]-} ]] || die "no round '$round'; there are: ${!rounds[*]}"
		total=$((total + rounds[$round]))
	done
	for round; do
		"round_$round" $((seconds * rounds[$round] / total))
	done
}

prepare_views
work_dir torture
if (($# == 0)); then
	round_memory "$SHORT_SECONDS"
	round_locks "$SHORT_SECONDS"
elif (($# == 1)); then
	torture_for "$1" memory locks races cpus faults loads
else
	torture_for "$@"
fi
exit $((FAILURES > 0))
