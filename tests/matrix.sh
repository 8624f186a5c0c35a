#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Every kernel of Debian's from 5.10 on: build for it, boot it on an AMD CPU, and some on an Intel CPU,
# and write what came out into README.md.
#
#	tests/matrix.sh [KERNEL...]		(names as in lab/kernels.sh; default: all)

# shellcheck source=lab/toolchain.sh
. "$(dirname "${BASH_SOURCE[0]}")/../lab/toolchain.sh"

RESULTS=$TOP/build/matrix
# Bochs takes minutes for each, so these have to do; MATRIX_VMX= names others, or none.
ON_VMX=${MATRIX_VMX-5.10 6.1 6.12 7.3 7.3-rt}

# verdict FILE PATTERN: of the checks in FILE whose names match
verdict()
{
	local bad

	[[ -e $1 ]] || { echo "not tried"; return; }
	bad=$(grep -E "^not ok - $2" "$1" | head -n 1 || true)
	if [[ -n $bad ]]; then
		echo "no: ${bad#*# }"
	elif grep -qE "^ok - $2" "$1"; then
		echo yes
	else
		echo "not tried"
	fi
}

# row KERNEL: of the table, from what its runs said
row()
{
	local kernel=$1 name file=$RESULTS/$1.tap

	name="${kernel//./\\.}: "
	printf '| %s | %s | gcc %s | %s | %s | %s | %s | %s |\n' "$kernel" "$(kernel_release "$kernel")" \
		"$(kernel_gcc "$kernel")" "$(verdict "$file" "${name}builds")" \
		"$(verdict "$file" "${name}loads")" "$(verdict "$file" "${name}counts")" \
		"$(verdict "$file.vmx" "${name}counts")" "$(date -r "$file" +%F)"
}

table()
{
	local kernel

	cat <<-END
	| kernel | release | compiler | builds | loads | counts (SVM) | counts (VMX) | tested |
	|---|---|---|---|---|---|---|---|
	END
	for kernel in $(kernel_names); do
		[[ ! -e $RESULTS/$kernel.tap ]] || row "$kernel"
	done
}

# into_readme: between its two marks
into_readme()
{
	local readme=$TOP/README.md

	table >"$RESULTS/table.md"
	sed -i -e '/<!-- matrix -->/,/<!-- end of matrix -->/{//!d}' \
		-e "/<!-- matrix -->/r $RESULTS/table.md" "$readme"
}

# run HOW KERNEL FILE: its checks go to FILE and to our output
run()
{
	"$TOP/tests/vm/kernel.sh" "$1" "$2" | tee "$3" || true
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
	local kernel passed failed

	mkdir -p "$RESULTS"
	for kernel; do
		run svm "$kernel" "$RESULTS/$kernel.tap"
		[[ " $ON_VMX " != *" $kernel "* ]] || run vmx "$kernel" "$RESULTS/$kernel.tap.vmx"
	done
	into_readme
	cat "$RESULTS/table.md"
	passed=$(checks '^ok ' "$@")
	failed=$(checks '^not ok ' "$@")
	printf '%d passed, %d failed\n' "$passed" "$failed"
	((!failed))
}

# shellcheck disable=SC2046 # words
(($#)) || set -- $(kernel_names)
main "$@"
