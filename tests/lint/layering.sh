#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Who may call what, and what a file may hold. Prints what breaks a rule, and nothing otherwise;
# who may include whom says rooms.sh.
#
#	tests/lint/layering.sh [TOP]

cd "${1:-$(dirname "$0")/../..}" || exit 1

# forbid REASON PATTERN FILE...: no line of the files matches
forbid()
{
	local reason=$1 pattern=$2 found
	shift 2

	found=$(grep -nE "$pattern" "$@" /dev/null) || return 0
	printf '%s\n%s\n' "$reason:" "$found"
}

shopt -s nullglob globstar

core=(core/*/*.[ch] include/nestdiag/*.h)
views=(module/views/debugfs.c module/views/sysfs.c)
doors=(module/cpu/*.c module/kvm/*.c module/fail/*.c)
module=(module/**/*.[ch])
headers=(core/*/*.h include/nestdiag/*.h)

existing()
{
	local file

	for file; do
		[[ ! -e $file ]] || printf '%s\n' "$file"
	done
}

forbid "the module only reads" \
	'wrmsr|vmwrite|vmptrld|vmclear|kallsyms_lookup' "${module[@]}"
forbid "only types.h may tell kernel and user space apart" \
	'__KERNEL__' core/*/*.c "${headers[@]/*types.h//dev/null}"
forbid "kernel versions are told apart by feature, in module/compat alone" \
	'LINUX_VERSION_CODE|KERNEL_VERSION' "${module[@]}" "${core[@]}"
forbid "__has_include is compat's" \
	'__has_include' module/*.[ch] module/[!c]*/*.[ch] module/cpu/*.[ch] core/*/*.c
grep -nE '^#include' core/*/*.[ch] |
	grep -vE '#include ("core/[a-z]+/[a-z_]+\.h"|<nestdiag/types\.h>|<linux/nestdiag\.h>)' &&
	echo "^ the core includes only its own headers and the uapi names"
forbid "the core does not allocate, lock, print or read" \
	'\b((k|kv|v)?[mzc]alloc|(k|kv|v)?free|mutex_[a-z]+|spin_[a-z]+|printk|pr_[a-z]+|f?printf|seq_[a-z]+|rdmsr[a-z_]*|cpuid_count|fopen|read)\(' \
	<(sed 's/->[a-z]*(/(/' core/*/*.c)
forbid "a view reads no register" 'rdmsr|cpuid\(|cpuid_count|copy_from_kernel' "${views[@]}"
forbid "a view owns no table of names" 'struct nd_(ctl_bit|ctl_group|evmcs_field|reg_desc) *[a-z_]*\[' \
	"${views[@]}"
forbid "a door does not format" 'seq_|sysfs_|printk|nd_row|nd_emit' "${doors[@]}"
mapfile -t others < <(existing "${module[@]}" | grep -vE '^module/(cpu/(msr|cost)\.c|compat/)')
forbid "only msr.c and cost.c execute CPUID, only msr.c reads registers" 'rdmsr|cpuid_count' "${others[@]}"
mapfile -t others < <(existing tools/**/*.c | grep -vE '^tools/(in/|out/file\.c)')
forbid "only tools/in and tools/out/file.c open files in the tool" \
	'\b(fopen|open|openat|opendir|pread)\(' "${others[@]}"
mapfile -t others < <(existing tools/cmd/*.c tools/live/*.c tools/cli/*.c | grep -vE '/(snapshot|help)\.c')
forbid "in the tool only tools/out, help.c and the snapshot command print" \
	'\bprintf\(|\bputs\(' "${others[@]}"

# Whom a room of the tool may include beside itself; nestdiag.c stands on all of them.
declare -A beside=([out]='' [in]='out' [live]='in|out' [count]='hot|in|out' [hot]='log' [advise]='' [log]='out' [probe]='in|out'
	[digest]='log|out' [explain]='digest|log|out' [fleet]='in|out' [baseline]='out' [metrics]='out' [top]='out' [redact]='out' [collect]='redact|digest|log|in|out' [report]='out' [html]='report|out' [cmd]='redact|collect|top|report|html|metrics|fleet|baseline|explain|digest|probe|live|advise|hot|count|in|out' [cli]='cmd|out')
for room in tools/*/; do
	room=${room#tools/} room=${room%/}
	mapfile -t others < <(existing "tools/$room"/**/*.[ch])
	((${#others[@]})) || continue
	[[ -v beside[$room] ]] || echo "tools/$room: a room without a rule in tests/lint/layering.sh"
	grep -nE '^#include "tools/' "${others[@]}" /dev/null |
		grep -vE "#include \"tools/($room|${beside[$room]-none})/" &&
		echo "^ tools/$room may include only ${beside[$room]:-nothing} of the tool's other rooms"
done
exit 0
