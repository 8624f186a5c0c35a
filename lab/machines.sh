#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# What goes into the machines with VMX: an outer one for Bochs, and for some an
# inner one that QEMU/KVM boots on the outer one. To be sourced.

# shellcheck source=lab/build-module.sh
. "$(dirname "${BASH_SOURCE[0]}")/build-module.sh"
# shellcheck source=lab/initramfs.sh
. "$(dirname "${BASH_SOURCE[0]}")/initramfs.sh"
# shellcheck source=lab/bochs.sh
. "$(dirname "${BASH_SOURCE[0]}")/bochs.sh"

# Nothing but the machine's own words should cost time, and every address should
# be the same in each run. Without a baud rate the console has 9600, which Bochs
# takes seriously.
MACHINE_APPEND="console=ttyS0,115200 nokaslr mitigations=off tsc=reliable no_timer_check quiet \
loglevel=1 cryptomgr.notests audit=0 apparmor=0 random.trust_cpu=on TERM=dumb"

kvmguest_built()
{
	local sources=$TOP/lab/guest/kvmguest

	cached bin "kvmguest-$(key_of "$sources")" "build kvmguest" \
		gcc -Wall -Wextra -Werror -O2 -static -pthread -o kvmguest "$sources"/*.c
}

perfhold_built()
{
	local sources=$TOP/lab/guest/perfhold

	cached bin "perfhold-$(key_of "$sources")" "build perfhold" \
		gcc -Wall -Wextra -Werror -O2 -static -o perfhold "$sources/main.c"
}

kexec_built()
{
	local sources=$TOP/lab/guest/kexec

	cached bin "kexec-$(key_of "$sources")" "build kexec" \
		gcc -Wall -Wextra -Werror -O2 -static -o kexec "$sources/main.c"
}

failnth_built()
{
	local sources=$TOP/lab/guest/failnth

	cached bin "failnth-$(key_of "$sources")" "build failnth" \
		gcc -Wall -Wextra -Werror -Wno-unused-parameter -O2 -static -o failnth "$sources/main.c"
}

bpfcount_built()
{
	local sources=$TOP/lab/guest/bpfcount

	cached bin "bpfcount-$(key_of "$sources")" "build bpfcount" build_bpfcount "$sources"
}

build_bpfcount()
{
	clang -target bpf -mcpu=v3 -O2 -g -Wall -Werror \
		-idirafter "/usr/include/$(gcc -print-multiarch)" -c -o count.bpf.o "$1/count.bpf.c"
	gcc -Wall -Wextra -Werror -O2 -o bpfcount "$1/main.c" -lbpf
}

# What badlaunch is made of: itself, the guests of `nestdiag probe`, and the core.
badlaunch_sources()
{
	find lab/launch -name '*.[ch]'
	find tools -name 'launch*.[ch]' -o -name 'nestguest.[Sh]' -o -name 'vm.[ch]' \
		-o -name 'child.[ch]' -o -name 'text.[ch]'
	find core include -name '*.[ch]'
}

badlaunch_built()
{
	local sources

	sources=$(cd "$TOP" && badlaunch_sources | sort | xargs sha256sum)
	cached bin "badlaunch-$(key_of "$sources")" "build badlaunch" build_badlaunch
}

build_badlaunch()
{
	# shellcheck disable=SC2046 # a file a word
	(cd "$TOP" && gcc -Wall -Wextra -Werror -Wno-unused-parameter -Wno-sign-compare \
		-Wno-missing-field-initializers -O2 -static -D_GNU_SOURCE -I. -Iinclude -Iinclude/uapi \
		-o "$OLDPWD/badlaunch" $(badlaunch_sources | grep -v '\.h$'))
}

# machine_parts SERIES INIT: what both machines have; one part a line
machine_parts()
{
	local series=$1 init=$2 kvm nestdiag kvmguest

	# Not inside the lines below: there a failure would go unnoticed.
	kvm=$(kernel_module "$series" irqbypass kvm kvm-intel)
	nestdiag=$(module_built "$series")
	kvmguest=$(kvmguest_built)
	# shellcheck disable=SC2086 # a path a word
	printf 'ko=%s\n' $kvm "$nestdiag/nestdiag.ko"
	cat <<-END
	init=$init
	file=$TOP/lab/init/machine.sh:/lib/machine.sh
	file=$TOP/lab/guest/lab.sh:/lib/lab.sh
	file=$TOP/lab/forbidden:/lib/forbidden
	bin=$TOP/lab/guest/report
	bin=$TOP/tools/nestdiag
	bin=$kvmguest/kvmguest
	END
}

# QEMU with what it reads when it starts, for the machine that runs another. All
# stays in its place, as QEMU looks for its files from where it lies itself.
qemu_parts()
{
	local name path

	path=$(command -v qemu-system-x86_64) || die "no qemu-system-x86_64"
	printf 'bin=%s:%s\n' "$path" "$path"
	for name in bios-256k.bin linuxboot_dma.bin kvmvapic.bin; do
		path=$(find /usr/share/seabios /usr/share/qemu -name "$name" -print -quit)
		[[ -n $path ]] || die "QEMU's $name is not where Debian puts it"
		printf 'file=%s:%s\n' "$path" "$path"
	done
}

# machine_initramfs OUT SERIES INIT [PART...]
machine_initramfs()
{
	local out=$1 series=$2 init=$3 parts
	shift 3

	parts=$(machine_parts "$series" "$init")
	mapfile -t parts <<<"$parts"
	initramfs "$out" "${parts[@]}" "$@"
}

# host_initramfs OUT SERIES INIT INNER [PART...]: a machine with QEMU, and the initramfs INNER for what it
# runs; that is gone then
host_initramfs()
{
	local out=$1 series=$2 init=$3 inner=$4 kernel qemu
	shift 4

	printf '%s\n' "$MACHINE_APPEND" >"$out.append"
	kernel=$(kernel_image "$series")
	qemu=$(qemu_parts)
	mapfile -t qemu <<<"$qemu"
	machine_initramfs "$out" "$series" "$init" "$@" "${qemu[@]}" \
		"file=$inner:/inner/initramfs" "file=$out.append:/inner/append" \
		"file=$kernel:/inner/vmlinuz"
	rm -f "$inner" "$out.append"
}

# nested_initramfs OUT SERIES INIT [[inner:]PART...]: the outer machine, with the
# inner one, that has the same INIT, in /inner
nested_initramfs()
{
	local out=$1 series=$2 init=$3 part both=()
	shift 3

	for part; do
		[[ $part == inner:* ]] || both+=("$part")
	done
	machine_initramfs "$out.inner" "$series" "$init" "${@#inner:}"
	host_initramfs "$out" "$series" "$init" "$out.inner" "${both[@]}"
}
