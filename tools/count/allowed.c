// SPDX-License-Identifier: GPL-2.0-only
/*
 * What this process, and this kernel, allow.
 */
#include <errno.h>
#include <stdlib.h>

#include "tools/count/allowed.h"
#include "tools/count/counter.h"
#include "tools/in/lines.h"
#include "tools/in/source.h"

#define CAP_SYS_ADMIN_BIT	21
#define CAP_PERFMON_BIT		38
#define CAP_BPF_BIT		39

/* The process's effective capabilities; all, if nothing tells. */
static u64 capabilities(void)
{
	static const char mark[] = "\nCapEff:";
	char text[8192];
	const char *at;

	if (nd_source_read("/proc/self/status", text, sizeof(text)))
		return ~0ULL;
	at = strstr(text, mark);
	return at ? strtoull(at + sizeof(mark) - 1, NULL, 16) : ~0ULL;
}

/* "none integrity [confidentiality]" */
static bool is_confidential(void)
{
	char text[64];

	return !nd_source_read("/sys/kernel/security/lockdown", text, sizeof(text)) &&
	       strstr(text, "[confidentiality]");
}

bool nd_allowed_bpf(char *why)
{
	u64 caps = capabilities();
	bool admin = caps & BIT_ULL(CAP_SYS_ADMIN_BIT);
	bool bpf = admin || caps & BIT_ULL(CAP_BPF_BIT);
	bool perfmon = admin || caps & BIT_ULL(CAP_PERFMON_BIT);

	if (!nd_source_exists("/proc/sys/kernel/unprivileged_bpf_disabled"))
		return nd_counter_refuse(why, "this kernel has no BPF (CONFIG_BPF_SYSCALL)");
	if (!nd_source_exists("/sys/kernel/btf/vmlinux"))
		return nd_counter_refuse(why, "this kernel has no BTF (CONFIG_DEBUG_INFO_BTF)");
	if (is_confidential())
		return nd_counter_refuse(why, "kernel lockdown is confidentiality, which forbids BPF to read kernel memory");
	if (!bpf || !perfmon)
		return nd_counter_refuse(why, "this process lacks %s%s%s: run as root, or give the tool both: setcap cap_bpf,cap_perfmon+ep",
					 bpf ? "" : "CAP_BPF", bpf || perfmon ? "" : " and ",
					 perfmon ? "" : "CAP_PERFMON");
	return true;
}

bool nd_allowed_tracefs(char *why)
{
	struct nd_strings names = { 0 };
	int err;

	if (is_confidential())
		return nd_counter_refuse(why, "kernel lockdown is confidentiality, which forbids tracefs");
	err = nd_source_list("/sys/kernel/tracing", &names);
	nd_strings_free(&names);
	if (err == -EACCES || err == -EPERM)
		return nd_counter_refuse(why, "only root may use tracefs: run as root");
	if (err || !nd_source_exists("/sys/kernel/tracing/instances"))
		return nd_counter_refuse(why, "tracefs is not mounted: mount -t tracefs none /sys/kernel/tracing");
	if (!nd_source_exists("/sys/kernel/tracing/events/kvm/kvm_exit/trigger"))
		return nd_counter_refuse(why, "tracefs has no event kvm:kvm_exit");
	if (!nd_source_exists("/sys/kernel/tracing/events/kvm/kvm_exit/hist"))
		return nd_counter_refuse(why, "this kernel has no histograms of events (CONFIG_HIST_TRIGGERS)");
	return true;
}

bool nd_allowed_kvm(char *why)
{
	if (nd_source_exists("/sys/module/kvm_intel") || nd_source_exists("/sys/module/kvm_amd"))
		return true;
	return nd_counter_refuse(why, "neither kvm_intel nor kvm_amd is loaded: modprobe one of them");
}

/* Both modules are there if they are built in: the CPU decides. */
enum nd_isa nd_allowed_isa(void)
{
	bool intel = nd_source_exists("/sys/module/kvm_intel");
	bool svm = nd_source_exists("/sys/module/kvm_amd");
	struct nd_lines lines;
	const char *text;
	size_t len;

	if (!intel || !svm)
		return svm ? ND_ISA_SVM : ND_ISA_VMX;
	if (nd_lines_open(&lines, "/proc/cpuinfo"))
		return ND_ISA_VMX;
	for (svm = false; !svm && nd_lines_next(&lines, &text, &len) > 0;)
		svm = len > 5 && !memcmp(text, "flags", 5) && memmem(text, len, " svm", 4);
	nd_lines_close(&lines);
	return svm ? ND_ISA_SVM : ND_ISA_VMX;
}
