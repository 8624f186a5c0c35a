#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# A machine in Bochs, the one emulator of VMX that needs no VMX itself. To be
# sourced; see bochs_run.

# shellcheck source=lab/toolchain.sh
. "$(dirname "${BASH_SOURCE[0]}")/toolchain.sh"

BOCHS_PID=

# Bochs reports hyper-threading without the CPU numbers that go with it, and
# Linux 6.12 warns about that.
BOCHS_APPEND="clearcpuid=ht"

# The settings that make Debian's package run unattended:
# - it has no display but rfb and x, and rfb needs no X server;
# - without ignore_bad_msrs Linux dies early, on an MSR that Bochs lacks;
# - without a dummy sound driver it aborts where there is no sound card;
# - sync=none: emulated time follows instructions, not the wall clock. `ips`
#   says how many instructions are a second. A low number makes waits short; a
#   high one is needed when guests run inside guests, as otherwise the handling
#   of one timer tick takes longer than a tick.
bochs_rc()
{
	local dir=$1 cpu=$2 ips=$3 memory=$4 cpus=$5

	cat <<-END
	display_library: rfb, options="timeout=0"
	romimage: file=/usr/share/bochs/BIOS-bochs-latest
	vgaromimage: file=/usr/share/vgabios/vgabios.bin
	cpu: model=$cpu, count=$cpus, ips=$ips, reset_on_triple_fault=0, ignore_bad_msrs=1
	memory: guest=$memory, host=$memory
	ata0-master: type=cdrom, path=$dir/boot.iso, status=inserted
	boot: cdrom
	com1: enabled=1, mode=file, dev=$dir/serial.log
	log: $dir/bochs.log
	panic: action=fatal
	error: action=report
	info: action=ignore
	sound: waveoutdrv=dummy
	clock: sync=none, time0=local
	END
}

# bochs_smp_root: root of Debian 13, whose Bochs 3.0 is built for several CPUs. That of Debian 12 is
# not, and 3.1 does not boot Linux 6.12 (a divide error in __clocksource_update_freq_scale()).
bochs_smp_root()
{
	local packages=(bochs bochs-term bochsbios vgabios)

	need toolchain
	cached toolchain "trixie-bochs-$(key_of "$(suite_version trixie bochs)")" \
		"make a root of Debian 13 with Bochs for several CPUs" make_toolchain trixie "${packages[@]}"
}

# Bochs has no way to boot a kernel but from a medium.
bochs_iso()
{
	local dir=$1 kernel=$2 initramfs=$3 append=$4 tree=$1/iso

	mkdir -p "$tree/isolinux"
	cp /usr/lib/ISOLINUX/isolinux.bin /usr/lib/syslinux/modules/bios/ldlinux.c32 \
		"$tree/isolinux"
	cp "$kernel" "$tree/vmlinuz"
	cp "$initramfs" "$tree/initrd"
	cat >"$tree/isolinux/isolinux.cfg" <<-END
	DEFAULT linux
	LABEL linux
	  KERNEL /vmlinuz
	  INITRD /initrd
	  APPEND $append
	END
	xorriso -as mkisofs -quiet -o "$dir/boot.iso" -b isolinux/isolinux.bin \
		-c isolinux/boot.cat -no-emul-boot -boot-load-size 4 -boot-info-table "$tree" \
		2>"$dir/xorriso.log"
	rm -rf "$tree"
}

# without_network: the command that gives Bochs a network with nobody in it, as
# rfb listens on every address
without_network()
{
	local try

	for try in "unshare -n" "unshare -rn"; do
		if $try true 2>/dev/null; then
			echo "$try"
			return
		fi
	done
	say "note: no network namespaces here; while Bochs runs, its display listens on port 5900"
}

# bochs_start DIR ROOT: the Bochs of ROOT, or this machine's own. Sets BOCHS_PID.
bochs_start()
{
	local dir=$1 root=$2 alone inside=()

	alone=$(without_network)
	# Debian's build starts in its debugger, which waits for this.
	echo c >"$dir/debugger"
	: >"$dir/serial.log"
	[[ -z $root ]] || inside=("$TOP/lab/inroot.sh" "$root" "$dir" --)
	# shellcheck disable=SC2086 # a command and its option, or nothing
	$alone "${inside[@]}" bochs -q -f "$dir/bochsrc" -rc "$dir/debugger" \
		>"$dir/bochs.out" 2>&1 </dev/null &
	BOCHS_PID=$!
	trap bochs_stop EXIT
}

bochs_stop()
{
	end_process "$BOCHS_PID"
	BOCHS_PID=
}

# What to tell when the machine did not get to its end.
bochs_post_mortem()
{
	local dir=$1 why=$2

	say "error: $why"
	{ grep -a '^FAILED' "$dir/serial.log" || tail -n 15 "$dir/serial.log"; } |
		tr -d '\r' | sed 's/^/    serial | /' >&"$NESTDIAG_PROGRESS_FD"
	{ grep -aE 'PANIC|FAIL' "$dir/bochs.log" || tail -n 3 "$dir/bochs.out"; } 2>/dev/null |
		tail -n 5 | sed 's/^/    bochs  | /' >&"$NESTDIAG_PROGRESS_FD"
	say "    all of it: $dir/serial.log, $dir/bochs.log, $dir/bochs.out"
}

# bochs_run DIR KERNEL INITRAMFS APPEND TITLE TOKEN [cpu=|ips=|memory=|cpus=]...
#
# Boot, and wait for TOKEN, the machine's last words. Several CPUs take turns, so that N of them take
# N times as long.
# DIR/serial.log is what the machine said, DIR/bochs.log names every VM entry
# that the emulated processor refused.
bochs_run()
{
	local dir=$1 kernel=$2 initramfs=$3 append=$4 title=$5 token=$6 setting status=0
	local cpu=corei7_haswell_4770 ips=50000000 memory=1024 cpus=1 root=
	shift 6

	for setting; do
		case $setting in
		cpu=* | ips=* | memory=* | cpus=*)
			printf -v "${setting%%=*}" '%s' "${setting#*=}" ;;
		*) die "bochs_run: unknown setting '$setting'" ;;
		esac
	done
	if ((cpus > 1)); then
		root=$(bochs_smp_root)
		# Tried only without it.
		append+=" hpet=disable"
	fi
	bochs_iso "$dir" "$kernel" "$initramfs" "$append $BOCHS_APPEND"
	bochs_rc "$dir" "$cpu" "$ips" "$memory" "$cpus" >"$dir/bochsrc"
	bochs_start "$dir" "$root"
	wait_for "$BOCHS_PID" "$dir/serial.log" "$token" "$title" "$dir/bochs.log" || status=$?
	bochs_stop
	rm -f "$dir/boot.iso"
	case $status in
	1) bochs_post_mortem "$dir" "the machine stopped before its end" ;;
	2) bochs_post_mortem "$dir" "the machine hangs: $(stall_words)" ;;
	esac
	return "$status"
}
