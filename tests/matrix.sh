#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Every kernel of Debian's from 5.10 on: build for it, boot it on an AMD CPU, and some on an Intel CPU.
# Then other machines and other builds. What came out is written into README.md.
#
#	tests/matrix.sh [KERNEL|MACHINE...]	(names as in lab/kernels.sh and in machines(); default: all)

# shellcheck source=lab/toolchain.sh
. "$(dirname "${BASH_SOURCE[0]}")/../lab/toolchain.sh"

RESULTS=$TOP/build/matrix
# Bochs takes minutes for each, so these have to do; MATRIX_VMX= names others, or none.
ON_VMX=${MATRIX_VMX-5.10 6.1 6.12 7.3 7.3-rt}
# KVM on these wants a TSC that QEMU's AMD CPU does not show, and they cannot be told otherwise.
ONLY_VMX="5.10-rt 6.1-rt 6.12-rt 6.12-deb13-rt"

# machines: name, what it is, and its test
machines()
{
	cat <<-'END'
	cpus-64|64 CPUs, Debian 6.12|tests/vm/kernel.sh cpus-64 6.12
	cpus-255|255 CPUs, Debian 6.12|tests/vm/kernel.sh cpus-255 6.12
	maxcpus|4 CPUs, started with one (`maxcpus=1`), Debian 6.12|tests/vm/kernel.sh maxcpus 6.12
	unplug|a CPU that goes and comes back under a guest, Debian 6.12|tests/vm/kernel.sh unplug 6.12
	suspend|suspended under a guest (`pm_test` devices and core), Debian 6.12|tests/vm/kernel.sh suspend 6.12
	kexec|kexec with the module loaded and a guest running, Debian 6.12|tests/vm/kernel.sh kexec 6.12
	la57|addresses of 57 bits, Debian 6.12|tests/vm/kernel.sh la57 6.12
	kcfi|Linux 6.12 by clang 19 with kCFI, then with FineIBT; perf is on kvm_exit, too|tests/vm/variants.sh kcfi
	signed|Linux 6.12 with KVM built in, IBT and retpolines, which takes only modules signed by a key that it trusts|tests/vm/variants.sh signed
	bare|Linux 6.12 without KVM, Hyper-V and tracepoints: registers are read, what is missing is said|tests/vm/variants.sh bare
	wsl2|Linux 6.12 named as WSL2's kernel is, the module built by `lab/wsl2-module.sh`|tests/vm/variants.sh wsl2
	refused|Debian 6.12 with `module.sig_enforce=1`, then locked down: what is refused is explained|tests/vm/variants.sh refused
	static|the tool as one file: on Debian 11; for aarch64, under emulation|tests/package/static.sh
	END
}

machine_names()
{
	machines | cut -d '|' -f 1
}

# verdict FILE PATTERN: of the checks in FILE whose names match
verdict()
{
	local bad

	[[ -e $1 ]] || { echo "not tried"; return; }
	bad=$(grep -E "^not ok - $2" "$1" | head -n 1 || true)
	if [[ -n $bad ]]; then
		# Where the cache is tells a reader of the table nothing.
		echo "no: ${bad#*# }" | sed "s|$CACHE/[a-z]*/[^/ ]*/||g"
	elif grep -qE "^ok - $2" "$1"; then
		echo yes
	else
		echo "not tried"
	fi
}

# row KERNEL: of the table, from what its runs said
row()
{
	local kernel=$1 name file=$RESULTS/$1.tap loads

	name="${kernel//./\\.}: "
	loads=$(verdict "$file" "${name}loads")
	[[ $loads != "not tried" ]] || loads=$(verdict "$file.vmx" "${name}loads")
	printf '| %s | %s | gcc %s | %s | %s | %s | %s | %s |\n' "$kernel" "$(kernel_release "$kernel")" \
		"$(kernel_gcc "$kernel")" "$(verdict "$file" "${name}builds")" \
		"$loads" "$(verdict "$file" "${name}counts")" \
		"$(verdict "$file.vmx" "${name}counts")" "$(date -r "$file" +%F)"
}

# kept NAME: its row of an earlier run, in another checkout, says when that was
kept()
{
	grep -F -- "| $1 | " "$TOP/README.md" | grep "^| " | head -n 1 || true
}

table()
{
	local kernel

	cat <<-END
	| kernel | release | compiler | builds | loads | counts (SVM) | counts (VMX) | tested |
	|---|---|---|---|---|---|---|---|
	END
	for kernel in $(kernel_names); do
		if [[ -e $RESULTS/$kernel.tap ]]; then
			row "$kernel"
		else
			kept "$kernel"
		fi
	done
}

machine_table()
{
	local name what file

	cat <<-END
	| machine | works | tested |
	|---|---|---|
	END
	while IFS='|' read -r name what _; do
		file=$RESULTS/$name.tap
		if [[ -e $file ]]; then
			printf '| %s | %s | %s |\n' "$what" "$(verdict "$file" '')" "$(date -r "$file" +%F)"
		else
			kept "$what"
		fi
	done < <(machines)
}

# into_readme NAME COMMAND: what it prints, between the two marks of that name
into_readme()
{
	"$2" >"$RESULTS/$1.md"
	sed -i -e "/<!-- $1 -->/,/<!-- end of $1 -->/{//!d}" -e "/<!-- $1 -->/r $RESULTS/$1.md" \
		"$TOP/README.md"
}

# run FILE COMMAND...: its checks go to FILE and to our output
run()
{
	local file=$1
	shift

	(cd "$TOP" && "$@") | tee "$file" || true
	# Broken off before its first check, it has failed.
	[[ -s $file ]] || echo "not ok - ${file##*/} # ran no check" >"$file"
}

# run_named KERNEL|MACHINE
run_named()
{
	local name=$1 command

	command=$(machines | awk -F '|' -v name="$name" '$1 == name { print $3 }')
	if [[ -n $command ]]; then
		# shellcheck disable=SC2086 # words
		run "$RESULTS/$name.tap" $command
		return
	fi
	case " $ONLY_VMX " in
	*" $name "*) run "$RESULTS/$name.tap" tests/vm/kernel.sh build "$name" ;;
	*) run "$RESULTS/$name.tap" tests/vm/kernel.sh svm "$name" ;;
	esac
	[[ " $ON_VMX $ONLY_VMX " != *" $name "* ]] || run "$RESULTS/$name.tap.vmx" tests/vm/kernel.sh vmx "$name"
}

# checks PATTERN KERNEL...: how many lines of their results match
checks()
{
	local pattern=$1 kernel
	shift

	for kernel; do
		cat "$RESULTS/$kernel.tap" "$RESULTS/$kernel.tap.vmx" 2>/dev/null || true
	done | grep -c "$pattern" || true
}

main()
{
	local name passed failed

	mkdir -p "$RESULTS"
	for name; do
		run_named "$name"
	done
	into_readme matrix table
	into_readme machines machine_table
	cat "$RESULTS/matrix.md" "$RESULTS/machines.md"
	passed=$(checks '^ok ' "$@")
	failed=$(checks '^not ok ' "$@")
	printf '%d passed, %d failed\n' "$passed" "$failed"
	((!failed))
}

# shellcheck disable=SC2046 # words
(($#)) || set -- $(kernel_names) $(machine_names)
main "$@"
