#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Kernels that are configured as no kernel of Debian's is, or booted as none is by default. What has to
# be built is built once, into the cache.
#
#	tests/vm/variants.sh [VARIANT...]		(default: all)
#
#	kcfi	clang checks the type of each indirect call, by kCFI and by FineIBT
#	refused	Debian 6.12 takes signed modules only, and is locked down

# shellcheck disable=SC2317 # functions are called by check

# shellcheck source=tests/vm/kernel-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/kernel-lib.sh"

# has VARIANT: its kernel is there and the module builds for it; sets IMAGE, MODULES, KDIR and MODULE
has()
{
	local fragment=$TOP/lab/testkernel-$1.config

	IMAGE=$(testkernel_path image "$fragment")
	MODULES=$(testkernel_path modules "$fragment")
	KDIR=$(testkernel_path kdir "$fragment")
	check "$1: the module builds without a warning" builds "$KDIR"
	MODULE=$(module_built "$KDIR")/nestdiag.ko
}

# --- kcfi -------------------------------------------------------------------

declare -A MODES=([kcfi]='Using kCFI' [fineibt]='Using FineIBT CFI')

try_kcfi()
{
	local mode parts name

	has kcfi
	parts=("ko=$MODULE" "bin=$(kvmguest_built)/kvmguest" "bin=$TOP/tools/nestdiag"
		"bin=$(perfhold_built)/perfhold" "ko=$MODULES/kvm.ko" "ko=$MODULES/kvm-amd.ko"
		"ko=$MODULES/irqbypass.ko")
	for mode in kcfi fineibt; do
		name="kernel with CFI, $mode"
		tcg_run "count a guest on a $name" "$mode" "$IMAGE" kernel "${parts[@]}" -- \
			cpu=EPYC,+svm,+npt smp=2 memory=512 \
			append="KVM=irqbypass,kvm,kvm-amd DO=perf cfi=$mode"
		works "$name"
		check "$name: that is what the kernel uses" grep -aq "${MODES[$mode]}" "$LOG"
		check "$name: no call was of another type" shows_not dmesg 'CFI failure'
	done
}

# --- refused -----------------------------------------------------------------

# sign KEY: a copy of the module; prints its path
sign()
{
	cp "$MODULE" "$WORK/strange.ko"
	KDIR=$KDIR "$TOP/packaging/sign.sh" "$1" "$1" "$WORK/strange.ko" >&2
	printf '%s\n' "$WORK/strange.ko"
}

# strange_key: one that nobody trusts
strange_key()
{
	openssl req -new -x509 -batch -newkey rsa:2048 -nodes -days 2 -subj '/CN=strange/' \
		-keyout "$WORK/key.pem" -out "$WORK/cert.pem" 2>/dev/null
	cat "$WORK/key.pem" "$WORK/cert.pem" >"$WORK/strange.pem"
	printf '%s\n' "$WORK/strange.pem"
}

# refused SECTION WORD...: make load failed, and said all that
refused()
{
	local name=$1 word
	shift

	succeeded "$name" 1 || return 1
	for word; do
		says "$name" "$word" || return 1
	done
}

# load_parts MODULE: `make load` as on a host, with kmod's insmod; one part a line
load_parts()
{
	printf '%s\n' "ko=$1" "bin=$TOP/tools/nestdiag:/nestdiag/tools/nestdiag" "bin=/bin/bash" \
		"bin=$(command -v kmod):/kmod/insmod" \
		"file=$TOP/lab/load.sh:/nestdiag/lab/load.sh" "file=$TOP/lab/lib.sh:/nestdiag/lab/lib.sh"
}

try_refused()
{
	local strange parts name="Debian 6.12 that wants signatures"

	KDIR=$(kernel_headers 6.12)
	MODULE=$(module_built 6.12)/nestdiag.ko
	strange=$(sign "$(strange_key)")
	parts=$(load_parts "$MODULE")
	mapfile -t parts <<<"$parts"
	tcg_run "load modules that are not trusted" refused "$(kernel_image 6.12)" refused "${parts[@]}" \
		"file=$strange:/signed/strange.ko" -- cpu=EPYC,+svm,+npt memory=768 append="module.sig_enforce=1"
	check "$name: an unsigned module is refused" \
		shows unsigned.insmod 'Key was rejected by service'
	check "$name: make load says so before it tries" \
		refused unsigned "has no signature" "sig_enforce is Y" "make sign" "module.sig_enforce=1"
	check "$name: so does the tool" says unsigned.tool "will not load it as it was built: sig_enforce is Y"
	check "$name: a key that is not trusted" \
		refused strange "Key was rejected by service" "trusts no key that signed it" "make sign"
	check "$name: lockdown=integrity: an unsigned module" \
		refused integrity "has no signature" "lockdown is integrity"
	check "$name: kernel.modules_disabled=1" \
		refused disabled "Operation not permitted" "modules_disabled is 1" "reboot"
	check "$name: nothing is left after unloading" shows_nothing leftovers
	end_of_machine "refused machine ends" "$name"
}

(($#)) || set -- kcfi refused
need lab testkernel
step "build the tool" make -C "$TOP" tools
work_dir variants
for variant; do
	case $variant in
	kcfi | refused) "try_$variant" ;;
	*) die "no variant '$variant' (there are: kcfi refused)" ;;
	esac
done
exit $((FAILURES > 0))
