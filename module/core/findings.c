// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings: what needs attention, as a table of rules.
 */
#include <nestdiag/hyperv.h>
#include <nestdiag/status.h>

/**
 * struct find_rule - one thing that may be wrong
 * @id:       stable name
 * @severity: "error" where virtualization does not work, else "warning"
 * @title:    what it is, in few words
 * @fires:    whether it holds; appends evidence, cause and remedy to @row
 */
struct find_rule {
	const char *id;
	const char *severity;
	const char *title;
	bool (*fires)(const struct nd_facts *facts, const struct nd_cpu *cpu, struct nd_row *row);
};

/* How the hypervisor below is told to pass virtualization on, by its signature's id. */
static const struct {
	const char *level;
	const char *remedy;
} find_remedies[] = {
	{ "bare-metal", "switch virtualization on in the firmware's setup, then power-cycle" },
	{ "hyperv", "with this VM off, on the Hyper-V host: Set-VMProcessor -VMName NAME -ExposeVirtualizationExtensions $true" },
	{ "kvm", "on the host: load kvm_intel or kvm_amd with nested=1 and give this VM a CPU model with vmx or svm, such as host-passthrough" },
	{ "vmware", "with this VM off: vhv.enable = \"TRUE\" in its configuration" },
	{ "virtualbox", "with this VM off: VBoxManage modifyvm NAME --nested-hw-virt on" },
};

static void find_remedy(const struct nd_cpu *cpu, struct nd_row *row)
{
	const char *level = nd_level_word(cpu);
	u32 i;

	for (i = 0; i < ARRAY_SIZE(find_remedies); i++)
		if (!strcmp(level, find_remedies[i].level))
			nd_row_words(row, ". Remedy: %s", find_remedies[i].remedy);
}

static bool find_absent(const struct nd_facts *facts, const struct nd_cpu *cpu,
			struct nd_row *row)
{
	if (nd_usable_best(cpu) != ND_USABLE_NO_CPUID)
		return false;
	nd_row_words(row, "CPUID announces neither VMX nor SVM");
	find_remedy(cpu, row);
	return true;
}

static bool find_locked(const struct nd_facts *facts, const struct nd_cpu *cpu,
			struct nd_row *row)
{
	bool vmx = nd_vmx_usable(cpu) == ND_USABLE_LOCKED;

	if (nd_usable_best(cpu) != ND_USABLE_LOCKED)
		return false;
	nd_row_words(row, "%s is 0x%llx: %s is locked off by %s",
		     nd_reg_desc(vmx ? ND_FEATURE_CONTROL : ND_VM_CR)->name,
		     cpu->regs[vmx ? ND_FEATURE_CONTROL : ND_VM_CR].value, vmx ? "VMX" : "SVM",
		     !nd_cpu_leaf(cpu, 1, 0) ? "the firmware or a hypervisor below" :
		     nd_hv_present(cpu) ? "the hypervisor below" : "the firmware");
	find_remedy(cpu, row);
	return true;
}

static bool find_differ(const struct nd_facts *facts, const struct nd_cpu *cpu,
			struct nd_row *row)
{
	unsigned int n = nd_differ_rows(facts, NULL);

	if (n == 0)
		return false;
	nd_row_words(row, "%u capability register%s; a VM that moves between such CPUs fails. See \"nestdiag caps\"", n, n == 1 ? "" : "s");
	return true;
}

static bool find_evmcs_unused(const struct nd_facts *facts, const struct nd_cpu *cpu,
			      struct nd_row *row)
{
	switch (nd_evmcs_use(facts, cpu)) {
	case ND_EVMCS_USE_OTHER_GUEST:
		nd_row_words(row, "the hypervisor below shows a second interface and Linux took it. Remedy where that is QEMU: -cpu ...,kvm=off");
		return true;
	case ND_EVMCS_USE_NO_SUPPORT:
		nd_row_words(row, "this kernel lacks CONFIG_HYPERV");
		return true;
	case ND_EVMCS_USE_NO_PAGE:
		nd_row_words(row, "kvm_intel wants a VP assist page on every CPU; look in the boot log for what Hyper-V support says");
		return true;
	case ND_EVMCS_USE_DECLINED:
		nd_row_words(row, "kvm_intel runs with enlightened_vmcs=N. Remedy: reload it with enlightened_vmcs=1");
		return true;
	default:
		return false;
	}
}

static bool find_evmcs_stale(const struct nd_facts *facts, const struct nd_cpu *cpu,
			     struct nd_row *row)
{
	unsigned int n = 0;
	u32 i;

	for (i = 0; i < facts->nr_cpus; i++)
		n += facts->cpus[i].evmcs.state == ND_EVMCS_STALE ||
		     facts->cpus[i].evmcs.state == ND_EVMCS_NOT_RAM;
	if (n == 0)
		return false;
	nd_row_words(row, "the VP assist page of %u CPU%s points to memory that holds no enlightened VMCS; harmless until the next VM entry there sets it anew",
		     n, n == 1 ? "" : "s");
	return true;
}

static bool find_nested_off(const struct nd_facts *facts, const struct nd_cpu *cpu,
			    struct nd_row *row)
{
	static const char *const modules[] = { "kvm_intel", "kvm_amd" };
	u32 i;

	for (i = 0; i < ARRAY_SIZE(modules); i++) {
		const char *nested = nd_facts_param(facts, modules[i], "nested");

		if (!nested || (strcmp(nested, "N") && strcmp(nested, "0")))
			continue;
		nd_row_words(row, "%s has nested=%s, so guests see no virtualization. Remedy: options %s nested=1 in /etc/modprobe.d, then reload it",
			     modules[i], nested, modules[i]);
		return true;
	}
	return false;
}

static const struct find_rule find_rules[] = {
	{ "virt-absent", "error", "no hardware virtualization", find_absent },
	{ "virt-locked", "error", "hardware virtualization is locked off", find_locked },
	{ "cpus-differ", "warning", "CPUs differ", find_differ },
	{ "evmcs-unused", "warning", "eVMCS is offered and not used", find_evmcs_unused },
	{ "evmcs-stale", "warning", "stale eVMCS pointer", find_evmcs_stale },
	{ "nested-off", "warning", "nested virtualization is off", find_nested_off },
};

unsigned int nd_finding_rows(const struct nd_facts *facts, const struct nd_cpu *cpu,
			     const struct nd_emit *emit)
{
	unsigned int i, found = 0;
	struct nd_row row;

	for (i = 0; i < ARRAY_SIZE(find_rules); i++) {
		const struct find_rule *rule = &find_rules[i];

		nd_row_init(&row, ND_ROW_FINDING, rule->id, rule->title, rule->severity);
		if (!rule->fires(facts, cpu, &row))
			continue;
		if (emit)
			nd_emit_row(emit, &row);
		found++;
	}
	return found;
}
