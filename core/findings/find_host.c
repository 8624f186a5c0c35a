// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on the host around KVM: its device, memory, clocks, devices passed through and other
 * hypervisors.
 */
#include "core/base/figures.h"
#include "core/facts/hypervisor.h"
#include "core/features/features.h"
#include "core/findings/findings.h"

#define HOST_FEW_KB	(512 * 1024)	/* with less not even one Linux guest boots well */

/* A fact of the host that a rule needs: "unreadable" and "not recorded" decide nothing. */
static const char *host_value(struct nd_check *c, const char *key, enum nd_verdict *verdict)
{
	const char *value = nd_facts_host(c->facts, key);

	*verdict = ND_NOT_ASKED;
	if (value && strcmp(value, "unreadable"))
		return value;
	*verdict = value ? nd_cannot_tell(c, "run nestdiag as root", "%s could not be read", key) :
			   nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "%s was not recorded", key);
	return NULL;
}

static bool host_is(const char *value, const char *word)
{
	return value && !strcmp(value, word);
}

static bool host_kvm_loaded(const struct nd_check *c)
{
	return nd_host_has(c->facts, "modules", "kvm_intel") ||
	       nd_host_has(c->facts, "modules", "kvm_amd");
}

/* An unloaded KVM is no fault: it is loaded on demand. */
static enum nd_verdict host_kvm_unloaded(struct nd_check *c)
{
	enum nd_verdict verdict;

	if (!nd_check_usable(c))
		return ND_NOT_ASKED;
	if (!host_value(c, "modules", &verdict))
		return verdict;
	/* Built in, it has parameters only if it works. */
	if (host_kvm_loaded(c) || nd_facts_param(c->facts, "kvm_intel", "nested") ||
	    nd_facts_param(c->facts, "kvm_amd", "nested"))
		return ND_PASSES;
	if (c->cpu) {
		bool svm = nd_scene_is_svm(c->cpu);

		nd_row_printf(c->row, "%s is not loaded", svm ? "kvm_amd" : "kvm_intel");
		c->remedy = svm ? "modprobe kvm_amd" : "modprobe kvm_intel";
	} else {
		nd_row_printf(c->row, "neither kvm_intel nor kvm_amd is loaded");
	}
	return ND_FIRES;
}

static enum nd_verdict host_kvm_device(struct nd_check *c)
{
	enum nd_verdict verdict;
	const char *mode = host_value(c, "kvm_mode", &verdict);

	if (!nd_check_usable(c) || !host_kvm_loaded(c))
		return ND_NOT_ASKED;
	if (!mode)
		return verdict;
	if (strcmp(mode, "absent"))
		return ND_PASSES;
	nd_row_printf(c->row, "KVM is loaded, but there is no /dev/kvm");
	return ND_FIRES;
}

static enum nd_verdict host_kvm_access(struct nd_check *c)
{
	enum nd_verdict verdict;
	const char *access = host_value(c, "kvm_access", &verdict);
	const char *group = nd_facts_host(c->facts, "kvm_group");
	const char *mode = nd_facts_host(c->facts, "kvm_mode");

	if (!nd_check_usable(c) || host_is(mode, "absent"))
		return ND_NOT_ASKED;
	if (!access)
		return verdict;
	if (host_is(access, "yes"))
		return ND_PASSES;
	nd_row_printf(c->row, "/dev/kvm has mode %s, group %s; the user who took these facts is not in that group",
		      mode ? mode : "?", group ? group : "?");
	return ND_FIRES;
}

static enum nd_verdict host_kvm_denied(struct nd_check *c)
{
	const char *open = nd_facts_host(c->facts, "kvm_open");

	if (!open || !host_is(nd_facts_host(c->facts, "kvm_access"), "yes"))
		return ND_NOT_ASKED;
	if (host_is(open, "ok"))
		return ND_PASSES;
	nd_row_printf(c->row, "opening /dev/kvm: %s, though its mode allows it", open);
	return ND_FIRES;
}

static enum nd_verdict host_memory(struct nd_check *c)
{
	enum nd_verdict verdict;
	u64 available, total = 0;

	if (!nd_check_usable(c))
		return ND_NOT_ASKED;
	if (!host_value(c, "mem_available_kb", &verdict))
		return verdict;
	if (!nd_host_number(c->facts, "mem_available_kb", &available))
		return ND_NOT_ASKED;
	if (available >= HOST_FEW_KB)
		return ND_PASSES;
	nd_host_number(c->facts, "mem_total_kb", &total);
	nd_row_printf(c->row, "%llu MiB of %llu MiB are available", available / 1024, total / 1024);
	return ND_FIRES;
}

static enum nd_verdict host_huge_pages(struct nd_check *c)
{
	enum nd_verdict verdict;
	const char *thp = host_value(c, "thp", &verdict);
	u64 reserved = 0;

	if (!nd_check_usable(c))
		return ND_NOT_ASKED;
	if (!thp)
		return verdict;
	if (strcmp(thp, "never") && strcmp(thp, "absent"))
		return ND_PASSES;
	if (!host_value(c, "hugepages_total", &verdict))
		return verdict;
	nd_host_number(c->facts, "hugepages_total", &reserved);
	if (reserved)
		return ND_PASSES;
	nd_row_printf(c->row, "transparent huge pages: %s; none are reserved", thp);
	return ND_FIRES;
}

#define KVM_FEATURES		1	/* leaf, from KVM's first one on */
#define KVM_FEATURE_STEAL_TIME	BIT(5)	/* in its EAX; Linux, asm/kvm_para.h */

/*
 * Linux gets stolen time from its hypervisor, by an interface that not each has. Of KVM's it is
 * known that there is one, so that none stolen is an answer.
 */
static bool host_steal_told(const struct nd_cpu *cpu)
{
	struct nd_signature sigs[ND_HV_MAX_BASES];
	unsigned int i, n = nd_hv_signatures(cpu, sigs);

	for (i = 0; i < n; i++) {
		const struct nd_cpuid *leaf = nd_cpu_leaf(cpu, sigs[i].base + KVM_FEATURES, 0);

		if (!strcmp(sigs[i].id, "kvm") && leaf && leaf->eax & KVM_FEATURE_STEAL_TIME)
			return true;
	}
	return false;
}

#define HOST_STOLEN	10	/* percent: one tick of ten comes late */

static enum nd_verdict host_steal(struct nd_check *c)
{
	enum nd_verdict verdict;
	u64 stolen, all;

	if (!c->cpu || !nd_hv_present(c->cpu))
		return ND_NOT_ASKED;
	if (!host_value(c, "cpu_stolen_ticks", &verdict))
		return verdict;
	if (!nd_host_number(c->facts, "cpu_stolen_ticks", &stolen) ||
	    !nd_host_number(c->facts, "cpu_ticks", &all) || !all)
		return ND_NOT_ASKED;
	if (!stolen)
		return host_steal_told(c->cpu) ? ND_PASSES : ND_NOT_ASKED;
	if (nd_ratio(stolen, all, 100) < HOST_STOLEN)
		return ND_PASSES;
	nd_row_printf(c->row, "%llu %% of this machine's CPU time since it booted",
		      nd_ratio(stolen, all, 100));
	return ND_FIRES;
}

#define HOST_RAN_MS	10000	/* of all vCPUs together: less is the start of a guest */

/* The same one level up: what guests of this machine lose to what else runs here. */
static enum nd_verdict host_waits(struct nd_check *c)
{
	const char *stats = nd_facts_host(c->facts, "kvm_stats");
	u64 threads, ran, waited;
	enum nd_verdict verdict;

	/* Without KVM nobody looked. */
	if (!nd_check_usable(c) || !stats || !strcmp(stats, "absent"))
		return ND_NOT_ASKED;
	if (!nd_host_number(c->facts, "vcpu_threads", &threads))
		return nd_cannot_tell(c, "run nestdiag as root, on a kernel that has vcpu*/pid in KVM's debugfs, as 6.12",
				      "the threads of vCPUs were not recorded");
	if (!threads)
		return ND_NOT_ASKED;
	if (!nd_host_number(c->facts, "vcpu_run_ms", &ran) ||
	    !nd_host_number(c->facts, "vcpu_wait_ms", &waited))
		return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "vcpu_run_ms or vcpu_wait_ms was not recorded");
	if (ran + waited < HOST_RAN_MS) {
		verdict = nd_cannot_tell(c, "let guests run for longer",
					 "too little to judge: vCPUs ran %llu of %u ms", ran + waited,
					 HOST_RAN_MS);
		c->severity = ND_NOTE;
		return verdict;
	}
	if (nd_ratio(waited, ran + waited, 100) < HOST_STOLEN)
		return ND_PASSES;
	nd_row_printf(c->row, "%llu %% of the time that %llu vCPU%s could have run since they began",
		      nd_ratio(waited, ran + waited, 100), threads, threads == 1 ? "" : "s");
	return ND_FIRES;
}

static enum nd_verdict host_clocksource(struct nd_check *c)
{
	static const char *const slow[] = {
		"hpet", "acpi_pm", "jiffies", "refined-jiffies", "pit",
	};
	enum nd_verdict verdict;
	const char *source = host_value(c, "clocksource", &verdict);
	const char *sources = nd_facts_host(c->facts, "clocksources");
	u32 i;

	if (!source)
		return verdict;
	for (i = 0; i < ARRAY_SIZE(slow); i++) {
		if (strcmp(source, slow[i]))
			continue;
		nd_row_printf(c->row, "clocksource is %s; available: %s", source,
			      sources ? sources : "not recorded");
		return ND_FIRES;
	}
	return host_is(source, "absent") ? ND_NOT_ASKED : ND_PASSES;
}

static enum nd_verdict host_tsc(struct nd_check *c)
{
	enum nd_verdict verdict;
	const char *flags = host_value(c, "tsc_flags", &verdict);
	bool steady = nd_host_has(c->facts, "tsc_flags", "constant_tsc");
	bool awake = nd_host_has(c->facts, "tsc_flags", "nonstop_tsc");

	if (!nd_check_usable(c))
		return ND_NOT_ASKED;
	if (!flags)
		return verdict;
	if (steady && awake)
		return ND_PASSES;
	nd_row_printf(c->row, "no %s%s%s", steady ? "" : "constant_tsc",
		      !steady && !awake ? " and no " : "", awake ? "" : "nonstop_tsc");
	return ND_FIRES;
}

static enum nd_verdict host_vfio_group(struct nd_check *c)
{
	const char *mixed = nd_facts_host(c->facts, "vfio_mixed");
	u64 devices = 0;

	nd_host_number(c->facts, "vfio_devices", &devices);
	if (mixed) {
		nd_row_printf(c->row, "group, device and driver: %s", mixed);
		return ND_FIRES;
	}
	return devices ? ND_PASSES : ND_NOT_ASKED;
}

static enum nd_verdict host_iommu(struct nd_check *c)
{
	u64 groups = 0, devices = 0;

	if (!nd_host_number(c->facts, "iommu_groups", &groups) ||
	    !nd_host_number(c->facts, "vfio_devices", &devices) || !devices)
		return ND_NOT_ASKED;
	if (groups)
		return ND_PASSES;
	nd_row_printf(c->row, "%llu device%s bound to vfio-pci, but there is no IOMMU group", devices,
		      devices == 1 ? " is" : "s are");
	return ND_FIRES;
}

static enum nd_verdict host_other(struct nd_check *c)
{
	static const char *const others[] = { "vboxdrv", "vmmon", "jailhouse" };
	enum nd_verdict verdict;
	const char *gap = "";
	u32 i;

	if (!host_value(c, "modules", &verdict))
		return verdict;
	for (i = 0; i < ARRAY_SIZE(others); i++) {
		if (!nd_host_has(c->facts, "modules", others[i]))
			continue;
		nd_row_printf(c->row, "%s%s", gap, others[i]);
		gap = ", ";
	}
	if (!c->row->words[0])
		return ND_PASSES;
	nd_row_printf(c->row, " beside %s", nd_host_has(c->facts, "modules", "kvm") ? "kvm" :
		      "kvm, which is not loaded");
	if (!nd_param_is(c->facts, "kvm", "enable_virt_at_load", true))
		return ND_FIRES;
	nd_row_printf(c->row, ", which has enable_virt_at_load on");
	c->cause = "KVM holds VMX or SVM from the time it is loaded: VMs of the other hypervisor fail with \"being used by another hypervisor\"";
	c->remedy = "kvm.enable_virt_at_load=0, or rmmod kvm_intel (kvm_amd) while the other one runs";
	return ND_FIRES;
}

#define HOST_DOC	"Linux, Documentation/"

const struct nd_finding nd_host_findings[] = {
	{ "kvm-unloaded", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "KVM is not loaded", "KVM is loaded",
	  "it was not requested, it refused to load (see the kernel log), or this kernel was built without it",
	  "modprobe kvm_intel, or kvm_amd", HOST_DOC "virt/kvm/api.rst", host_kvm_unloaded },
	{ "kvm-device", ND_ERROR, ND_WANTS_HOST,
	  "/dev/kvm is missing", "/dev/kvm exists",
	  "the device node was not created, or this is a container without it",
	  "udevadm trigger --name-match=kvm; for a container: --device /dev/kvm",
	  HOST_DOC "virt/kvm/api.rst", host_kvm_device },
	{ "kvm-access", ND_ERROR, ND_WANTS_HOST,
	  "/dev/kvm is not for this user", "This user may use /dev/kvm",
	  "the device is for root and one group", "usermod -aG kvm USER, then log in again",
	  HOST_DOC "virt/kvm/api.rst", host_kvm_access },
	{ "kvm-denied", ND_ERROR, ND_WANTS_HOST,
	  "/dev/kvm cannot be opened", "/dev/kvm can be opened",
	  "AppArmor, SELinux or a container's device rules forbid it",
	  "look for \"denied\" in the kernel log or audit log; for a container: --device /dev/kvm",
	  HOST_DOC "admin-guide/LSM; " HOST_DOC "admin-guide/cgroup-v2.rst", host_kvm_denied },
	{ "other-hypervisor", ND_WARNING, ND_WANTS_HOST,
	  "another hypervisor's module is loaded", "No other hypervisor's module is loaded",
	  "VMX or SVM belongs to one hypervisor at a time: VMs of the second one fail with EBUSY",
	  "stop the other one's VMs, or unload its module, while KVM is in use",
	  "Linux, The kernel's command-line parameters: kvm.enable_virt_at_load", host_other },
	{ "memory-low", ND_NOTE, ND_WANTS_HOST,
	  "little memory is available for guests", "Memory is available for guests",
	  "each page swapped out from a guest hypervisor costs its guests an exit",
	  "give this machine more memory, or run fewer or smaller guests",
	  HOST_DOC "filesystems/proc.rst", host_memory },
	{ "steal", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "CPU time was stolen from this machine", "Little CPU time was stolen since the machine booted",
	  "the CPUs below ran something else while vCPUs of this machine had work: more vCPUs than CPUs, a CPU quota, or a burstable instance without credits; guests here lose that time, too",
	  "on the host below: fewer vCPUs than CPUs, pinned, without a quota; on a cloud: another instance type",
	  HOST_DOC "filesystems/proc.rst: /proc/stat", host_steal },
	{ "vcpus-wait", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "vCPUs wait for a CPU of this machine", "vCPUs waited little for a CPU since they began",
	  "threads of vCPUs were ready to run, and their CPUs ran other vCPUs or other work; a guest sees that as stolen time, and its nested guests lose it as well",
	  "no more vCPUs than CPUs, or CPUs for guests alone (isolcpus=, a cpuset and vCPUs pinned to it): guests get that time back",
	  HOST_DOC "scheduler/sched-stats.rst: /proc/<pid>/schedstat", host_waits },
	{ "huge-pages-off", ND_NOTE, ND_WANTS_HOST,
	  "guests use small pages", "Guests can use huge pages",
	  "nested paging walks two tables for each TLB miss; small pages make the walks long and misses many",
	  "echo madvise >/sys/kernel/mm/transparent_hugepage/enabled, or reserve huge pages",
	  HOST_DOC "admin-guide/mm/transhuge.rst", host_huge_pages },
	{ "clocksource-slow", ND_NOTE, ND_WANTS_HOST,
	  "the clock is slow to read", "The clock is fast to read",
	  "the TSC is missing or the kernel found it unstable; in a guest each read of such a clock is an exit",
	  "see \"clocksource\" and \"tsc\" in the kernel log; in a VM: use kvm-clock or hv-time",
	  HOST_DOC "virt/kvm/x86/timekeeping.rst", host_clocksource },
	{ "tsc-varies", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "the TSC may stop or change its frequency", "The TSC keeps its frequency",
	  "an old CPU, or a hypervisor below that does not report an invariant TSC",
	  "in a VM: give it an invariant TSC (QEMU: -cpu host,+invtsc, which prevents migration)",
	  HOST_DOC "virt/kvm/x86/timekeeping.rst", host_tsc },
	{ "vfio-group", ND_WARNING, ND_WANTS_HOST,
	  "a device to pass through shares its IOMMU group", "Devices to pass through have their IOMMU groups",
	  "a group is assigned to one guest as a whole: VFIO calls it not viable while a host driver holds a device of it",
	  "bind every device of the group to vfio-pci, or move the card to another slot",
	  HOST_DOC "driver-api/vfio.rst", host_vfio_group },
	{ "vfio-no-iommu", ND_WARNING, ND_WANTS_HOST,
	  "devices to pass through, but no IOMMU", "Devices to pass through have an IOMMU",
	  "the IOMMU is off, or the hypervisor below does not provide one",
	  "enable VT-d or AMD-Vi in the firmware and boot with intel_iommu=on; in a VM: add a virtual IOMMU",
	  HOST_DOC "driver-api/vfio.rst", host_iommu },
	{ NULL, }
};
