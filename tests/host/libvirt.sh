#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# shellcheck disable=SC2317 # called by way of check
#
# Baselines against libvirt itself: that of Debian 13, in a root of its own, as Debian 12's knows no
# features of VMX. It starts nothing: its test driver computes baselines as that of QEMU does, which
# wants KVM. The names and the model in the printed <cpu> have to make the printed list, and the
# baseline of hosts with the features that are listed for each alone has to be what is listed for all.
# One line a check.
#
#	tests/host/libvirt.sh

# shellcheck source=lab/toolchain.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../lab/toolchain.sh"
# shellcheck source=tests/check.sh
. "$TOP/tests/check.sh"

# shellcheck disable=SC2034 # for tests/check.sh
stage=libvirt
tool=${NESTDIAG:-$TOP/tools/nestdiag}

need tool check toolchain
root=$(cached toolchain "trixie-libvirt-$(key_of "$(suite_version trixie libvirt-clients)")" \
	"make a root of Debian 13 with libvirt" make_toolchain trixie libvirt-clients libvirt-common)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"

# offered FIXTURE: it, as if KVM gave to guests what the host has
offered()
{
	awk '{ print } $1 == "msr" && $3 ~ /^0x4[89]/ { print "guest_msr", $3, $4 }
		$1 == "cpuid" { print "guest_cpuid", $3, $4, $5, $6, $7, $8 }' "$TOP/tests/fixtures/$1"
}

# without FILE REGISTER BIT: the same host that lacks it
without()
{
	local value

	value=$(awk -v register="$2" '$1 == "guest_msr" && $2 == register { print $3 }' "$1")
	printf -v value '0x%016x' "$((value & ~(1 << $3)))"
	sed "s/^guest_msr $2 .*/guest_msr $2 $value/" "$1"
}

# ask SNAPSHOT...: what nestdiag says of that pool, as JSON in the file "answer"
ask()
{
	"$tool" -q baseline --json "$@" >answer || (($? == 1))
}

# listed: the features that it lists, by libvirt's names: of two with one name for QEMU only if both are
listed()
{
	jq -r '[.pooled[] | select(.qemu_since == null and .model_lacks == null and .qemu_name != null)] |
		group_by(.qemu_name)[] | select(all(.state == "yes")) | .[0].qemu_name' answer |
		sed 's/^vmx-invept-single-context-noglobals$/vmx-invvpid-single-context-noglobals/' |
		nesting
}

# nesting: of the names on standard input those of nesting, but for what libvirt never hands on to QEMU
nesting()
{
	awk '/^(vmx|svm|npt)/ || /^(lbrv|nrip-save|tsc-scale|vmcb-clean|flushbyasid|decodeassists|pause-filter)$/ ||
		/^(pfthreshold|avic|v-vmsave-vmload|vgif|vnmi)$/ {
		if ($0 !~ /^vmx-(ept-uc|ept-wb|invvpid-single-context)$/) print }' | sort -u
}

# by_libvirt FILE: the features of nesting in its baseline of the hosts in the file
by_libvirt()
{
	in_toolchain "$root" -- virsh -c test:///default cpu-baseline --features "$1" >baseline || return 1
	sed -nE "s/.*policy='require' name='([^']*)'.*/\1/p" baseline | nesting
}

# host MODEL: a host of that model with the features on standard input
host()
{
	printf '<cpu><arch>x86_64</arch><model>%s</model>\n' "$1"
	sed "s|.*|<feature name='&'/>|"
	echo '</cpu>'
}

# in_cpu POLICY: names of the features in the answer's <cpu> that have it
in_cpu()
{
	jq -r '.libvirt[]' answer | sed -nE "s/.*policy='$1' name='([^']+)'.*/\1/p" | sort
}

# same_lists: both are there, and the same
same_lists()
{
	[[ -s ours && -s theirs ]] || { cat theirs; return 1; }
	diff ours theirs
}

# of_model MODEL: features of nesting that come with it in QEMU, as libvirt has it; they are not in its baselines
of_model()
{
	sed -nE "s/.*<feature name='([^']*)' added='yes'.*/\1/p" \
		"$root/usr/share/libvirt/cpu_map/x86_$1.xml"
}

# takes SNAPSHOT...: what is in the <cpu> of that pool, for libvirt, is what the list has
takes()
{
	local model

	ask "$@" && listed >ours
	model=$(jq -r '.cpu_model.qemu_name' answer)
	in_cpu require | host "$model" >hosts.xml
	by_libvirt hosts.xml >theirs
	of_model "$model" | cat - theirs | nesting | comm -23 - <(in_cpu disable) >all
	mv all theirs
	# A name that it does not know is wrong in what is switched off, too.
	in_cpu disable | host kvm64 >hosts.xml
	by_libvirt hosts.xml >/dev/null && same_lists
}

# finds SNAPSHOT...: of the features of each host it finds what nestdiag finds for all
finds()
{
	local file

	for file; do
		ask "$file" && listed | host kvm64
	done >hosts.xml
	ask "$@" && listed >ours
	by_libvirt hosts.xml >theirs
	same_lists
}

offered emulated-haswell-l0.snapshot >haswell
without haswell 0x48b 46 >no-shadowing
without haswell 0x48c 25 >no-invept
without haswell 0x48c 43 >no-noglobals
offered synthetic-amd-svm.snapshot >amd

echo vmx-nonsense | host kvm64 >wrong.xml
check "it refuses a feature that it does not know" eval '! by_libvirt wrong.xml'
for host in haswell no-shadowing no-invept no-noglobals amd; do
	check "it reads the <cpu> of $host as the list" takes "$host"
done
check "and that of all four" takes haswell no-shadowing no-invept no-noglobals
check "its baseline of two hosts is ours" finds haswell no-shadowing
check "of three" finds haswell no-shadowing no-invept
check "of one without a feature that has another name for QEMU" finds haswell no-noglobals
