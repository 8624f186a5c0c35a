#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Kernels that are configured as no kernel of Debian's is, or booted as none is by default. What has to
# be built is built once, into the cache.
#
#	tests/vm/variants.sh [VARIANT...]		(default: all)
#
#	kcfi	clang checks the type of each indirect call, by kCFI and by FineIBT
#	signed	KVM is built in, and modules have to be signed by a key that the kernel trusts
#	bare	no KVM, no Hyper-V, no tracepoints
#	wsl2	a kernel that is named as WSL2's is, from whose source lab/wsl2-module.sh builds
#	refused	Debian 6.12 takes signed modules only, and is locked down

# shellcheck disable=SC2317 # functions are called by check

# shellcheck source=tests/vm/kernel-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/kernel-lib.sh"

QUICK=$TOP/lab/testkernel-quick.config

# has VARIANT: its kernel is there and the module builds for it; sets IMAGE, MODULES, KDIR, MODULE and
# FRAGMENTS
has()
{
	FRAGMENTS=("$QUICK" "$TOP/lab/testkernel-$1.config")
	IMAGE=$(testkernel_path image "${FRAGMENTS[@]}")
	MODULES=$(testkernel_path modules "${FRAGMENTS[@]}")
	KDIR=$(testkernel_path kdir "${FRAGMENTS[@]}")
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

# --- signed ------------------------------------------------------------------

# sign KEY NAME: a copy of the module by that name; prints its path
sign()
{
	mkdir -p "$WORK/signed"
	cp "$MODULE" "$WORK/signed/$2.ko"
	KDIR=$KDIR "$TOP/packaging/sign.sh" "$1" "$1" "$WORK/signed/$2.ko" >&2
	printf '%s\n' "$WORK/signed/$2.ko"
}

try_signed()
{
	local name="kernel that wants signatures" module

	has signed
	module=$(sign "$(testkernel_path key "${FRAGMENTS[@]}")" nestdiag)
	cp "$MODULE" "$WORK/unsigned.ko"
	tcg_run "count a guest on a $name, with KVM built in" signed "$IMAGE" kernel "ko=$module" \
		"ko=$WORK/unsigned.ko" "bin=$(kvmguest_built)/kvmguest" "bin=$TOP/tools/nestdiag" -- \
		cpu=EPYC,+svm,+npt smp=2 memory=512 append="KVM= DO=unsigned"
	works "$name, KVM built in"
	check "$name: it takes none without" shows unsigned 'Key was rejected by service'
}

# --- bare --------------------------------------------------------------------

try_bare()
{
	local name="kernel without KVM, Hyper-V and tracepoints" view

	has bare
	tcg_run "read registers on a $name" bare "$IMAGE" views "ko=$MODULE" \
		"bin=$(kvmguest_built)/kvmguest" "bin=$TOP/tools/nestdiag" -- cpu=EPYC,+svm,+npt memory=512
	for view in summary capabilities hyperv evmcs exits nested vcpus failures raw; do
		check "$name: $view can be read" succeeded "before-kvm.$view"
	done
	check "$name: registers were read" shows before-kvm.raw '^msr 0 0xc0010114 0x'
	check "$name: exits says what is missing" says before-kvm.exits "built without tracepoints"
	check "$name: nested, too" says before-kvm.nested "built without tracepoints"
	check "$name: the tool says that KVM is not there" shows before-kvm.check ' NOTE .*\(kvm-unloaded\)'
	check "$name: nothing is left after unloading" shows_nothing leftovers
	end_of_machine "views machine ends" "$name"
}

# --- wsl2 --------------------------------------------------------------------

# wsl_source FOLDER: the source of a kernel that looks like WSL2's, and holds no more than is tried
wsl_source()
{
	mkdir -p "$1"
	tar -xf "$(source_archive)" --strip-components=1 -C "$1"
	(
		cd "$1"
		configure "$TESTKERNEL_CONFIG" "$QUICK" "$TOP/lab/testkernel-wsl2.config"
		mkdir Microsoft
		mv .config Microsoft/config-wsl
	)
}

# wsl_module ARGUMENT...: of lab/wsl2-module.sh, in a copy of this tree, in which it builds the module
wsl_module()
{
	"$WORK/tree/lab/wsl2-module.sh" "$@" 2>&1
}

# refuses WORD ARGUMENT...: it fails, and names the reason
refuses()
{
	local word=$1 said
	shift

	if said=$(wsl_module "$@"); then
		echo "it takes $*"
		return 1
	fi
	[[ $said == *"$word"* ]] || { tail -n 1 <<<"$said"; return 1; }
}

try_wsl2()
{
	local source=$WORK/wsl name="kernel of WSL2's kind" release theirs

	step "unpack a $name" wsl_source "$source"
	release=$(make -s -C "$source" kernelversion)-microsoft-standard-WSL2
	mkdir -p "$WORK/tree/tools"
	(cd "$TOP" && cp -r --parents lab VERSION Kbuild core module include kunit "$WORK/tree")
	check "$name: the source of another release is refused" \
		refuses "is the source of $release" "$source" 6.6.87.2-microsoft-standard-WSL2
	check "$name: the module is built, and compared with the kernel's own" \
		wsl_module "$source" "$release" "$source/arch/x86/kvm"
	theirs=$(kernel_module 6.12 kvm)
	mkdir -p "$WORK/theirs"
	cp "$theirs" "$WORK/theirs/"
	check "$name: modules of another kernel are noticed" \
		refuses "vermagic" "$source" "$release" "$WORK/theirs"
	step "build its image" make -C "$source" KCONFIG_CONFIG=Microsoft/config-wsl LOCALVERSION= \
		-j "$(nproc)" bzImage
	MODULE=$WORK/tree/nestdiag.ko
	tcg_run "count a guest on a $name" wsl2 "$source/arch/x86/boot/bzImage" kernel "ko=$MODULE" \
		"bin=$(kvmguest_built)/kvmguest" "bin=$TOP/tools/nestdiag" "ko=$source/virt/lib/irqbypass.ko" \
		"ko=$source/arch/x86/kvm/kvm.ko" "ko=$source/arch/x86/kvm/kvm-amd.ko" -- \
		cpu=EPYC,+svm,+npt smp=2 memory=512 append="KVM=irqbypass,kvm,kvm-amd"
	works "$name"
	check "$name: that is what runs" shows release "^$release"
	rm -rf "$source"
}

# --- refused -----------------------------------------------------------------

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
	strange=$(sign "$(strange_key)" strange)
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

(($#)) || set -- kcfi signed bare wsl2 refused
need lab module testkernel
step "build the tool" make -C "$TOP" tools
work_dir variants
for variant; do
	case $variant in
	kcfi | signed | bare | wsl2 | refused) "try_$variant" ;;
	*) die "no variant '$variant' (there are: kcfi signed bare wsl2 refused)" ;;
	esac
done
exit $((FAILURES > 0))
