#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The fast path of exit accounting on four CPUs, which no emulator here can do with
# KVM: a module plays KVM and counts by itself, on the test kernel.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"

# counted NAME: nestdiag's counters in the words of fakekvm's
counted()
{
	section "$1.counted" | awk '
		$1 == "exits" { print $1, $3, $4, $5, $8 }
		$1 == "reflected" || $1 == "nested" { print }
		$1 == "refusal" { print $1, $2, $3 }
		$1 == "vcpu_exits" { vcpu[$2 " " $3] += $6 }
		END { for (i in vcpu) print "vcpu", i, vcpu[i] }' | sort
}

# fired NAME: what was done, without what was not
fired()
{
	section "$1.done" | grep -v -e ' 0 0$' -e '^shutdown ' -e '^type ' | sort
}

# agree MADE COUNTED: they are not empty and the same
agree()
{
	[[ $(wc -l <<<"$1") -gt 10 ]] || { echo "nothing was done"; return 1; }
	[[ $1 == "$2" ]] || {
		diff <(printf '%s\n' "$1") <(printf '%s\n' "$2") | grep '^[<>]' | head -n 3 | xargs
		return 1
	}
}

# same NAME: to the last exit, and none was missed
same()
{
	agree "$(fired "$1")" "$(counted "$1")" && shows "$1.counted" '^missed 0 0 0 0$'
}

# untimed NAME: the same, but no exit has a time, as no entry is seen, and it is said why
untimed()
{
	agree "$(fired "$1" | without_times)" "$(counted "$1")" &&
		shows "$1.counted" '^missed 0 0 0 0$' &&
		shows "$1.counted" '^tracepoint kvm_entry untyped 0$' &&
		shows "$1.exits" '^ *kvm_entry +untyped ' &&
		says "$1.exits" 'nestdiag has no probe for the arguments'
}

without_times()
{
	awk '$1 == "exits" { $5 = 0 } { print }' | sort
}

# typed NAME: nestdiag has a probe of the very type of each tracepoint, and of kvm_exit four
typed()
{
	local types

	types=$(section "$1.done" | awk '$1 == "type" { n[$2]++ } END { for (i in n) print i, n[i] }' |
		sort | xargs)
	[[ $types == "kvm_entry 1 kvm_exit 4 kvm_nested_vmenter 1 kvm_nested_vmenter_failed 1 kvm_nested_vmexit 1 kvm_nested_vmexit_inject 1 kvm_userspace_exit 1" ]] ||
		{ echo "$types"; return 1; }
}

# reasons: REASON COUNT of all levels, out of what the two above print
reasons()
{
	awk '$1 == "exits" { n[$3] += $4 } END { for (i in n) print i, n[i] }' | sort
}

# by_reason NAME: the same for reasons alone, of any vCPU
by_reason()
{
	local made counted

	made=$(fired "$1" | reasons) counted=$(counted "$1" | reasons)
	[[ -n $made && $made == "$counted" ]] ||
		{ echo "done ${made//$'\n'/, }; counted ${counted//$'\n'/, }"; return 1; }
}

# none_lost NAME: what is not counted is said to be unread
none_lost()
{
	local made counted unread

	made=$(fired "$1" | reasons | awk '{ n += $2 } END { print n + 0 }')
	counted=$(counted "$1" | reasons | awk '{ n += $2 } END { print n + 0 }')
	unread=$(section "$1.counted" | awk '$1 == "missed" { print $4 }')
	((made > 0 && counted > 0 && made == counted + unread)) ||
		{ echo "$made exits, $counted counted, $unread unread"; return 1; }
}

# ended NAME: each VM that shut down is listed with the vCPU that was last in the guest
ended()
{
	local made listed

	made=$(section "$1.done" | awk '$1 == "shutdown" { print $2, $3 }' | sort)
	listed=$(section "$1.counted" | awk '$1 == "failure" && $4 == "shutdown" { print $7, $9 }' |
		sort)
	[[ -n $made && $made == "$listed" ]] ||
		{ echo "ended ${made//$'\n'/, }; listed ${listed//$'\n'/, }"; return 1; }
}

# foreign NAME: nothing is attributed to vCPUs, and it is said why
foreign()
{
	shows "$1.counted" '^tracepoint kvm_entry foreign 0$' &&
		shows "$1.exits" '^ *kvm_entry +foreign ' && says "$1.exits" 'not laid out' &&
		shows_not "$1.counted" '^vcpu_exits ' || return 1
}

# source_is NAME SOURCE
source_is()
{
	shows "$1.counted" "^trace $2 "
}

# compared NAME: at least 64 exits, and none differed
compared()
{
	section "$1.counted" | awk '$1 == "trace" { n = $3; d = $4 } END { exit !(n >= 64 && !d) }' ||
		{ section "$1.counted" | grep '^trace '; return 1; }
}

# said_times TEXT TIMES: it is in the kernel log so often, and not again and again
said_times()
{
	local times

	times=$(section dmesg | grep -c "nestdiag: .*$1" || true)
	((times == $2)) || { echo "'$1' is $times times in the kernel log"; return 1; }
}

said_once()
{
	said_times "$1" 1
}

kernel=$(testkernel_path image)
kdir=$(testkernel_path kdir)
module=$(module_built "$kdir")/nestdiag.ko
fakekvm=$(test_modules_built fakekvm "$kdir")

kvms=("$fakekvm"/fakekvm*.ko)

work_dir tcg-hot
tcg_run "count exits of four processes on four CPUs" hot "$kernel" hot \
	"ko=$module" "${kvms[@]/#/ko=}" -- \
	cpu=EPYC,+svm smp=4 memory=512

for name in argument reused afterwards reloaded; do
	check "kvm_exit of Linux 5.10, $name: the arguments are the source" source_is "$name" argument
	check "kvm_exit of Linux 5.10, $name: each exit and entry is counted" same "$name"
done
check "without KVM there is no source" shows gone '^Exit reasons +none '
for name in vmcb vmcb-later vmcb-forced; do
	check "kvm_exit of Linux 7.0, $name: the VMCB is the source" source_is "$name" vmcb
	check "kvm_exit of Linux 7.0, $name: each exit and entry is counted" same "$name"
done
check "the VMCB is the source: at least 64 exits were compared, and none differed" \
	compared vmcb
check "asked for records: they are the source" source_is record record
check "asked for records: each exit is counted, or unread" none_lost record
for name in miscoded pointless; do
	check "VMCBs that are none, $name: records are the source" source_is "$name" record
	check "VMCBs that are none, $name: each exit and entry is counted" same "$name"
done
check "VMCBs that are none: that is said, each time once" said_times "VMCB and records disagree" 2
check "VMCBs that go: records are the source" source_is unmapped record
check "VMCBs that go: each exit is counted, or unread" none_lost unmapped
check "VMCBs that go: that is said" said_once "the VMCB cannot be read"
check "VMCBs that went: each exit and entry is counted" same unmapped-later
check "asked for KVM's copy, which only Intel has: records are the source" source_is foreign record
check "asked for KVM's copy, which only Intel has: that is said" \
	said_once "does not have the source that was asked for"
check "threads that moved: each failure has the vCPU that it was of" ended ends
check "asked for arguments that are not there: records are the source" source_is refused record
check "asked for arguments that are not there: each exit is counted, or unread" none_lost refused
check "asked for arguments that are not there: that is said" said_once "does not pass exit reasons"
check "no argument is a vCPU: records are the source" source_is strangers record
check "no argument is a vCPU: that is said" said_once "unexpected arguments"
check "vCPUs that are none, strangers: each exit is counted" by_reason strangers
for name in strangers misnumbered uncounted; do
	check "vCPUs that are none, $name: each exit is counted, or unread" none_lost "$name"
	check "vCPUs that are none, $name: no vCPU is believed" foreign "$name"
done
for kvm in "${kvms[@]}"; do
	name=$(basename "$kvm" .ko) linux=${kvm%.ko} linux=${linux##*fakekvm}
	((linux >= 510)) || continue
	check "$name: each exit and entry is counted" same "$name"
	# On x86 no kernel up to 6.0 checks types.
	((linux < 601)) || check "$name: a kernel that checks types finds a probe for each tracepoint" typed "$name"
done
check "kvm_entry of Linux 5.9 passes no vCPU: each exit is counted, and none is timed" untimed fakekvm509
check "nothing is left after unloading" shows_nothing leftovers
finish "hot machine ends"
