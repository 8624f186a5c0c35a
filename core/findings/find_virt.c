// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on hardware virtualization: is it there, who switched it off, do the CPUs agree.
 */
#include "core/caps/differ.h"
#include "core/caps/generation.h"
#include "core/caps/level.h"
#include "core/caps/usable.h"
#include "core/facts/hypervisor.h"
#include "core/facts/regs.h"
#include "core/features/featurerows.h"
#include "core/features/features.h"
#include "core/features/model.h"
#include "core/findings/findings.h"
#include "core/findings/virtremedy.h"

#define VIRT_HYBRID	BIT(15)		/* CPUID 7 EDX: cores of more than one kind */
#define VIRT_SVM_LEAF	0x8000000a
#define VIRT_AVIC	BIT(13)
#define VIRT_X2AVIC	BIT(18)

#define VIRT_SDM	"Intel SDM, Enabling and Entering VMX Operation"
#define VIRT_APM	"AMD APM volume 2, Enabling SVM"
#define VIRT_LOCK_SDM	"Intel SDM, IA32_FEATURE_CONTROL"
#define VIRT_LOCK_APM	"AMD APM volume 2, VM_CR MSR"

/* Put what holds in this place where the rule has something general. */
static void virt_remedy(struct nd_check *c)
{
	const struct nd_virt_remedy *place = nd_virt_remedy(c->facts, c->cpu);

	if (place->cause)
		c->cause = place->cause;
	c->remedy = place->remedy;
}

static enum nd_verdict virt_no_cpuid(struct nd_check *c)
{
	return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "CPUID was not recorded");
}

/*
 * Intel brought VMX with processors of family 15 and then 6, AMD SVM with family 15, and vendors
 * that had gone before neither. Of a vendor that nobody knows nothing is known.
 */
static bool virt_is_too_old(const struct nd_cpu *cpu)
{
	static const char *const gone[] = {
		"GenuineTMx86", "TransmetaCPU", "CyrixInstead", "Geode by NSC", "NexGenDriven",
		"RiseRiseRise", "SiS SiS SiS ", "UMC UMC UMC ", "Vortex86 SoC", "Genuine  RDC",
	};
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, 1, 0);
	char vendor[13];
	u32 family, i;

	nd_cpu_vendor(cpu, vendor);
	if (!l)
		return false;
	family = l->eax >> 8 & 15;
	switch (nd_cpu_maker(cpu)) {
	case ND_MAKER_SVM:
		return family < 15;
	case ND_MAKER_VMX:
		return family < 6;
	default:
		for (i = 0; i < ARRAY_SIZE(gone); i++)
			if (!strcmp(vendor, gone[i]))
				return true;
		return false;
	}
}

/* On bare metal: of most models nobody knows, of some every processor has it, of some none. */
static void virt_metal(struct nd_check *c)
{
	const struct nd_feature *root = nd_feature_find(nd_scene_is_svm(c->cpu) ? "svm" : "vmx");
	bool known = nd_cpu_maker(c->cpu) != ND_MAKER_UNKNOWN;

	if (virt_is_too_old(c->cpu)) {
		c->cause = "no processor of this family has it";
		c->remedy = "use another processor: no setting of the firmware brings it";
		return;
	}
	c->remedy = !known ? "enable virtualization (VT-x, VMX, SVM) in the firmware setup, then power-cycle; if it is not there, this CPU may have none" :
		    nd_scene_is_svm(c->cpu) ? "enable virtualization (SVM, AMD-V) in the firmware setup, then power-cycle; if it is not there, this CPU may have none" :
					      "enable virtualization (VT-x, VMX) in the firmware setup, then power-cycle; if it is not there, this CPU may have none";
	if (nd_model_bit(c->cpu, root) != ND_BIT_YES)
		return;
	nd_row_printf(c->row, "; every known processor of this model (%s) has %s",
		      nd_cpu_generation_name(c->cpu), root->id);
	c->cause = "the firmware hides it, or a hypervisor that does not show itself";
	c->remedy = nd_scene_is_svm(c->cpu) ?
		    "enable virtualization (SVM, AMD-V) in the firmware setup, then power-cycle; if it is not there, update the firmware" :
		    "enable virtualization (VT-x, VMX) in the firmware setup, then power-cycle; if it is not there, update the firmware";
}

static enum nd_verdict virt_absent(struct nd_check *c)
{
	struct nd_row why;

	switch (nd_usable_best(c->cpu)) {
	case ND_USABLE_NO_CPUID:
		/* Guests run all the same: another finding. */
		if (nd_usable_otherwise(c->facts, c->cpu) != ND_OTHERWISE_NONE)
			return ND_NOT_ASKED;
		break;
	case ND_USABLE_UNKNOWN:
	case ND_USABLE_LOCKED:	/* IA32_FEATURE_CONTROL is there for other features, too */
		/* One of the two may be there, if the leaf that would say so was not recorded. */
		if (!nd_cpu_leaf(c->cpu, 1, 0) || (nd_vmx_usable(c->cpu) == ND_USABLE_NO_CPUID &&
						   !nd_cpu_leaf(c->cpu, 0x80000001, 0)))
			return virt_no_cpuid(c);
		return ND_PASSES;
	default:
		return ND_PASSES;
	}
	nd_row_printf(c->row, "CPUID reports neither VMX nor SVM");
	if (nd_hv_present(c->cpu)) {
		nd_row_init(&why, ND_ROW_NOTE, NULL, NULL, NULL);
		if (nd_unexposed_describe(c->cpu, &why))
			nd_row_printf(c->row, ": %s", why.words);
		c->cause = "the hypervisor below does not expose it";
	} else {
		nd_row_printf(c->row, ", and no hypervisor");
	}
	virt_remedy(c);
	if (!nd_hv_present(c->cpu))
		virt_metal(c);
	return ND_FIRES;
}

/* A KVM that needs neither VMX nor SVM: guests run, and have none for guests of their own. */
static enum nd_verdict virt_software(struct nd_check *c)
{
	if (nd_usable_otherwise(c->facts, c->cpu) != ND_OTHERWISE_KVM)
		return ND_NOT_ASKED;
	nd_row_printf(c->row, "CPUID reports neither VMX nor SVM, and %s",
		      nd_host_has(c->facts, "modules", "kvm_pvm") ? "kvm_pvm is loaded" :
		      "/dev/kvm can be opened");
	c->remedy = nd_virt_remedy(c->facts, c->cpu)->remedy;
	return ND_FIRES;
}

/* Linux in Hyper-V's own partition, or in one that creates others. */
static enum nd_verdict virt_mshv(struct nd_check *c)
{
	if (nd_usable_otherwise(c->facts, c->cpu) != ND_OTHERWISE_MSHV)
		return ND_NOT_ASKED;
	nd_row_printf(c->row, "CPUID reports neither VMX nor SVM, and mshv_root is loaded");
	c->cause = nd_virt_remedy(c->facts, c->cpu)->cause;
	return ND_FIRES;
}

static bool virt_is_vmx(const struct nd_cpu *cpu)
{
	return nd_svm_usable(cpu) == ND_USABLE_NO_CPUID ||
	       nd_vmx_usable(cpu) != ND_USABLE_NO_CPUID;
}

static enum nd_verdict virt_lock_verdict(struct nd_check *c, bool below)
{
	bool vmx = virt_is_vmx(c->cpu);
	enum nd_reg reg = vmx ? ND_FEATURE_CONTROL : ND_VM_CR;
	enum nd_usable usable = nd_usable_best(c->cpu);

	if (usable == ND_USABLE_NO_CPUID || below != nd_hv_present(c->cpu))
		return ND_NOT_ASKED;
	if (usable == ND_USABLE_UNKNOWN)
		return nd_cannot_tell(c, ND_SETTLE_MODULE ", or as root: modprobe msr",
				      "%s was not read", nd_reg_desc(reg)->name);
	if (usable != ND_USABLE_LOCKED)
		return ND_PASSES;
	nd_row_printf(c->row, "%s is 0x%llx: %s", nd_reg_desc(reg)->name, c->cpu->regs[reg].value,
		      vmx ? "locked, and VMX outside SMX is off" : "SVMDIS and LOCK are set");
	virt_remedy(c);
	return ND_FIRES;
}

static enum nd_verdict virt_locked(struct nd_check *c)
{
	enum nd_verdict verdict = virt_lock_verdict(c, false);

	if (verdict == ND_FIRES && !nd_cpu_leaf(c->cpu, 1, 0))
		c->cause = "the firmware, or a hypervisor below, locked it off until the next power-on";
	return verdict;
}

static enum nd_verdict virt_locked_below(struct nd_check *c)
{
	return virt_lock_verdict(c, true);
}

static enum nd_verdict virt_unlocked(struct nd_check *c)
{
	const struct nd_value *control = &c->cpu->regs[ND_FEATURE_CONTROL];

	if (nd_vmx_usable(c->cpu) == ND_USABLE_NO_CPUID || control->state != ND_OK)
		return ND_NOT_ASKED;
	if (control->value & BIT_ULL(0))
		return ND_PASSES;
	/* Without CPUID nobody knows whether there is VMX for it to lock. */
	if (nd_vmx_usable(c->cpu) != ND_USABLE_UNLOCKED)
		return virt_no_cpuid(c);
	nd_row_printf(c->row, "IA32_FEATURE_CONTROL is 0x%llx: not locked", control->value);
	return ND_FIRES;
}

static enum nd_verdict virt_svm_disabled(struct nd_check *c)
{
	/* Disabled and locked is another finding. */
	if (nd_svm_usable(c->cpu) < ND_USABLE_UNLOCKED)
		return ND_NOT_ASKED;
	if (nd_svm_usable(c->cpu) == ND_USABLE_YES)
		return ND_PASSES;
	nd_row_printf(c->row, "VM_CR is 0x%llx: SVMDIS is set, LOCK is not",
		      c->cpu->regs[ND_VM_CR].value);
	if (nd_hv_present(c->cpu))
		c->cause = "the hypervisor below disabled SVM; KVM does not enable it, locked or not";
	virt_remedy(c);
	return ND_FIRES;
}

/* KVM uses x2AVIC only together with AVIC. */
static enum nd_verdict virt_x2avic_alone(struct nd_check *c)
{
	const struct nd_cpuid *l = nd_cpu_leaf(c->cpu, VIRT_SVM_LEAF, 0);

	if (nd_svm_usable(c->cpu) == ND_USABLE_NO_CPUID || nd_hv_present(c->cpu) ||
	    !nd_scene_is_svm(c->cpu))
		return ND_NOT_ASKED;
	if (!l)
		return virt_no_cpuid(c);
	if (!(l->edx & VIRT_X2AVIC))
		return ND_NOT_ASKED;
	if (l->edx & VIRT_AVIC)
		return ND_PASSES;
	nd_row_printf(c->row, "CPUID 0x%x EDX is 0x%08x: bit 18 is set, bit 13 is not", VIRT_SVM_LEAF,
		      l->edx);
	return ND_FIRES;
}

/* What Hyper-V offers to a hypervisor in its guest beside VMX is in one leaf. */
static enum nd_verdict virt_hyperv_zero(struct nd_check *c)
{
	const struct nd_cpuid *base = nd_cpu_leaf(c->cpu, ND_HV_BASE, 0);
	const struct nd_cpuid *nested = nd_cpu_leaf(c->cpu, ND_HV_NESTED_LEAF, 0);
	const struct nd_cpuid *basic = nd_cpu_leaf(c->cpu, 1, 0);

	/* The host's own partition is no guest that anything is offered to. */
	if (!nd_hv_is_hyperv(c->cpu) || !basic || !(basic->ecx & BIT(5)) ||
	    nd_hv_partition(c->cpu) == ND_PARTITION_ROOT ||
	    nd_hv_partition(c->cpu) == ND_PARTITION_L1VH)
		return ND_NOT_ASKED;
	if (base && base->eax < ND_HV_NESTED_LEAF)
		nd_row_printf(c->row, "the highest Hyper-V leaf is 0x%x", base->eax);
	else if (nested && nested->eax == 0)
		nd_row_printf(c->row, "CPUID 0x4000000A EAX is 0");
	else
		return nested ? ND_PASSES : virt_no_cpuid(c);
	if (strcmp(nd_level_word(c->cpu), "hyperv"))	/* another one shows Hyper-V's face */
		c->remedy = "on QEMU: -cpu ...,hv-vapic,hv-evmcs";
	return ND_FIRES;
}

/* Which of the capability registers of VMX, or the lock of SVM, was not read on every CPU? */
static enum nd_verdict virt_all_read(struct nd_check *c)
{
	bool svm = nd_scene_is_svm(c->cpu);
	u32 first = svm ? ND_VM_CR : ND_VMX_BASIC;
	u32 last = svm ? ND_VM_CR : ND_VMX_EXIT_CTLS2;
	u32 i, reg;

	for (i = 0; i < c->facts->nr_cpus; i++)
		for (reg = first; reg <= last; reg++) {
			enum nd_state state = c->facts->cpus[i].regs[reg].state;

			if (state == ND_OK || state == ND_ABSENT)
				continue;
			return nd_cannot_tell(c, ND_SETTLE_MODULE ", or as root: modprobe msr",
					      "%s of CPU %u: %s", nd_reg_desc(reg)->name,
					      c->facts->cpus[i].id, state == ND_FAULT ?
					      "reading it faulted" : "not read");
		}
	return ND_PASSES;
}

static bool virt_is_hybrid(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, 7, 0);

	return l && (l->edx & VIRT_HYBRID);
}

/* SVM's capabilities are in a leaf of CPUID. */
static enum nd_verdict virt_leaves_differ(struct nd_check *c)
{
	const struct nd_cpuid *first = nd_cpu_leaf(&c->facts->cpus[0], VIRT_SVM_LEAF, 0);
	u32 i;

	for (i = 0; i < c->facts->nr_cpus; i++) {
		const struct nd_cpu *cpu = &c->facts->cpus[i];
		const struct nd_cpuid *l = nd_cpu_leaf(cpu, VIRT_SVM_LEAF, 0);

		if (!l || !first)
			return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT,
					      "CPUID 0x%x of CPU %u was not recorded", VIRT_SVM_LEAF,
					      first ? cpu->id : c->facts->cpus[0].id);
		if (l->edx == first->edx)
			continue;
		nd_row_printf(c->row, "CPUID 0x%x EDX is 0x%08x on CPU %u, 0x%08x on CPU %u", VIRT_SVM_LEAF,
			      first->edx, c->facts->cpus[0].id, l->edx, cpu->id);
		return ND_FIRES;
	}
	return virt_all_read(c);
}

static enum nd_verdict virt_cpus_differ(struct nd_check *c)
{
	unsigned int n = nd_differ_rows(c->facts, NULL);

	if (n == 0 && (c->facts->nr_cpus < 2 || nd_usable_best(c->cpu) == ND_USABLE_NO_CPUID))
		return ND_NOT_ASKED;
	if (n == 0)
		return nd_scene_is_svm(c->cpu) ? virt_leaves_differ(c) : virt_all_read(c);
	if (virt_is_hybrid(c->cpu)) {
		c->cause = "this processor has cores of two kinds; KVM uses the registers of the first CPU for all, and may refuse to run on the others";
		c->remedy = "pin VMs to CPUs of one kind; take the other kind offline if KVM refuses to load";
	}
	nd_row_printf(c->row, "%u capability register%s; see \"nestdiag caps\"", n,
		      n == 1 ? "" : "s");
	return ND_FIRES;
}

/* A hypervisor's guests see 0, or all ones: that is nobody's revision. */
static enum nd_verdict virt_microcode(struct nd_check *c)
{
	const struct nd_cpu *first = NULL, *unread = NULL;
	u32 i;

	for (i = 0; i < c->facts->nr_cpus; i++) {
		const struct nd_cpu *cpu = &c->facts->cpus[i];

		if (!cpu->has_ident)
			unread = cpu;
		if (!cpu->has_ident || !cpu->microcode || cpu->microcode == 0xffffffff)
			continue;
		/* Kinds of cores in one package have revisions of their own. */
		if (first && cpu->model == first->model && cpu->stepping == first->stepping &&
		    cpu->microcode != first->microcode) {
			nd_row_printf(c->row, "CPU %u has 0x%x, CPU %u has 0x%x", first->id,
				      first->microcode, cpu->id, cpu->microcode);
			return ND_FIRES;
		}
		if (!first)
			first = cpu;
	}
	if (!first || c->facts->nr_cpus < 2)
		return ND_NOT_ASKED;
	if (unread)
		return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "of CPU %u no revision was recorded",
				      unread->id);
	return ND_PASSES;
}

const struct nd_finding nd_virt_findings[] = {
	{ "virt-absent", ND_ERROR, ND_WANTS_CPU,
	  "no hardware virtualization", "CPUID reports hardware virtualization",
	  "the CPU has none, or the firmware hides it", NULL, VIRT_SDM "; " VIRT_APM,
	  virt_absent, .vendors = { NULL, VIRT_SDM, VIRT_APM } },
	{ "virt-software", ND_WARNING, ND_WANTS_CPU,
	  "guests run by software virtualization", "Guests run by hardware virtualization",
	  "KVM runs guests here without VMX and SVM (PVM), so that they have neither to nest with", NULL,
	  "PVM, a shadow-paging virtualization framework, SOSP 2023", virt_software },
	{ "virt-mshv", ND_NOTE, ND_WANTS_CPU,
	  "guests run through /dev/mshv, not KVM", "KVM runs guests here", NULL,
	  "use a VMM that knows /dev/mshv (Cloud Hypervisor, QEMU with mshv); KVM works only without the hypervisor below",
	  "Linux, drivers/hv/Kconfig, MSHV_ROOT", virt_mshv },
	{ "virt-locked", ND_ERROR, ND_WANTS_CPU,
	  "hardware virtualization is locked off", "Firmware does not lock virtualization off",
	  "the firmware locked it off until the next power-on", NULL,
	  VIRT_LOCK_SDM "; " VIRT_LOCK_APM, virt_locked,
	  .vendors = { NULL, VIRT_LOCK_SDM, VIRT_LOCK_APM } },
	{ "virt-locked-below", ND_ERROR, ND_WANTS_CPU,
	  "hardware virtualization is locked off by the hypervisor below",
	  "The hypervisor below leaves virtualization usable",
	  "the hypervisor below reports it in CPUID, but emulates firmware that locked it off", NULL,
	  VIRT_LOCK_SDM "; " VIRT_LOCK_APM, virt_locked_below,
	  .vendors = { NULL, VIRT_LOCK_SDM, VIRT_LOCK_APM } },
	{ "virt-unlocked", ND_NOTE, ND_WANTS_CPU,
	  "IA32_FEATURE_CONTROL is not locked", "IA32_FEATURE_CONTROL is locked",
	  "firmware left it unlocked; Linux locks it at boot, before 5.6 when kvm_intel is loaded",
	  "none if KVM works; otherwise use a kernel with CONFIG_X86_FEAT_CTL and CONFIG_KVM_INTEL",
	  "Linux, arch/x86/kernel/cpu/feat_ctl.c", virt_unlocked },
	{ "svm-disabled", ND_ERROR, ND_WANTS_CPU,
	  "SVM is disabled", "VM_CR does not disable SVM",
	  "the firmware disabled SVM; KVM does not enable it, locked or not", NULL,
	  VIRT_LOCK_APM, virt_svm_disabled },
	{ "x2avic-alone", ND_NOTE, ND_WANTS_CPU,
	  "x2AVIC without AVIC", "x2AVIC comes with AVIC",
	  "the firmware leaves x2AVIC reported and AVIC not, which Linux calls a firmware bug: KVM uses x2AVIC only together with AVIC",
	  "look for AVIC in the firmware setup, or for newer firmware; KVM works without it",
	  "Linux, avic_hardware_setup() in arch/x86/kvm/svm/avic.c", virt_x2avic_alone },
	{ "hyperv-no-nesting", ND_WARNING, ND_WANTS_CPU,
	  "Hyper-V offers no nested enlightenments",
	  "Hyper-V offers nested enlightenments",
	  "no eVMCS, no direct flush, no enlightened MSR bitmap: the lack of each costs exits",
	  "on the Hyper-V host: Get-VM NAME; nesting requires configuration version 8.0 or later (Update-VMVersion)",
	  "Hyper-V TLFS, Nested Virtualization; CPUID leaf 0x4000000A", virt_hyperv_zero },
	{ "cpus-differ", ND_WARNING, ND_WANTS_CPU,
	  "CPUs differ", "All CPUs have the same capability registers",
	  "KVM uses those of the first CPU for all; it may refuse to run on the others, and a VM that moves there fails",
	  "use the same firmware and microcode on all packages, or pin VMs to identical CPUs",
	  "Linux, kvm_intel: VMCS config of each CPU is compared with the first one's",
	  virt_cpus_differ },
	{ "microcode-differs", ND_WARNING, ND_WANTS_CPU,
	  "microcode differs between CPUs", "All CPUs run the same microcode",
	  "an update did not reach every package, or a CPU was brought online later",
	  "update the firmware or the early-load microcode image, then reboot",
	  "Linux, Documentation/arch/x86/microcode.rst", virt_microcode },
	{ NULL, }
};
