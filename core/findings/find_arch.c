// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on machines that are no x86: the registers and the module are, so these say what holds
 * there and where to look.
 */
#include "core/findings/findings.h"

#define ARCH_NESTED	"Linux, Running nested guests with KVM"

static bool arch_is(const struct nd_check *c, const char *machine)
{
	return !strcmp(c->facts->machine, machine);
}

static enum nd_verdict arch_z(struct nd_check *c)
{
	const char *nested = nd_facts_param(c->facts, "kvm", "nested");
	const char *hpage = nd_facts_param(c->facts, "kvm", "hpage");

	if (!arch_is(c, "s390x"))
		return ND_NOT_ASKED;
	if (nd_param_is(c->facts, "kvm", "nested", true))
		return ND_PASSES;
	if (!nested)
		return nd_cannot_tell(c, "modprobe kvm", "kvm's parameters were not recorded");
	nd_row_printf(c->row, "kvm has nested=%s", nested);
	if (nd_param_is(c->facts, "kvm", "hpage", true))
		nd_row_printf(c->row, " and hpage=%s: only one of the two can be on", hpage);
	return ND_FIRES;
}

static enum nd_verdict arch_power(struct nd_check *c)
{
	if (!arch_is(c, "ppc64le") && !arch_is(c, "ppc64"))
		return ND_NOT_ASKED;
	nd_row_printf(c->row, "machine is %s", c->facts->machine);
	if (nd_facts_param(c->facts, "kvm_hv", "nested"))
		nd_row_printf(c->row, ", kvm_hv has nested=%s",
			      nd_facts_param(c->facts, "kvm_hv", "nested"));
	return ND_FIRES;
}

/* Where Arm machines are guests of those that do not nest on Arm. */
static const char *arch_arm_cloud(const struct nd_check *c)
{
	const char *asset = nd_facts_host(c->facts, "dmi_asset");

	if (strstr(c->facts->release, "WSL2"))
		return "WSL 2 nests on x86 only";
	if (asset && !strcmp(asset, ND_AZURE_ASSET))
		return "Azure supports it on none of its Arm sizes";
	return NULL;
}

static enum nd_verdict arch_arm(struct nd_check *c)
{
	const char *mode = nd_facts_host(c->facts, "kvm_arm_mode");

	if (!arch_is(c, "aarch64"))
		return ND_NOT_ASKED;
	/*
	 * It was asked for. Whether the processor has what that takes only the kernel's log says.
	 */
	if (mode && !strcmp(mode, "nested") && !arch_arm_cloud(c))
		return nd_cannot_tell(c, "dmesg | grep 'VHE.* mode initialized': with \"+NV2\" in it the processor has FEAT_NV2, and Linux 6.16 and later give guests EL2",
				      "kvm-arm.mode is nested; whether the processor has FEAT_NV2 was not recorded");
	nd_row_printf(c->row, mode ? "kvm-arm.mode is %s" : "kvm-arm.mode was not recorded%s",
		      mode ? mode : "");
	if (arch_arm_cloud(c)) {
		c->cause = arch_arm_cloud(c);
		c->remedy = "use an x86 machine, or a bare-metal Arm host with FEAT_NV2";
	}
	return ND_FIRES;
}

static enum nd_verdict arch_riscv(struct nd_check *c)
{
	if (!arch_is(c, "riscv64") && !arch_is(c, "riscv32"))
		return ND_NOT_ASKED;
	nd_row_printf(c->row, "machine is %s", c->facts->machine);
	return ND_FIRES;
}

const struct nd_finding nd_arch_findings[] = {
	{ "arch-z", ND_NOTE, 0,
	  "nesting is off (IBM Z)", "Nesting is on (IBM Z)",
	  "nested=0 is KVM's default on s390x; nested=1 and hpage=1 exclude each other",
	  "options kvm nested=1 in /etc/modprobe.d, without hpage; the guest needs CPU feature sie (-cpu host)",
	  ARCH_NESTED ", Enabling nested (s390x)", arch_z },
	{ "arch-power", ND_NOTE, 0,
	  "nesting on POWER is enabled per guest", "Nesting on POWER",
	  "from POWER9 and Linux 4.20 on, KVM-HV runs nested radix guests through hypercalls, without VMX or SVM",
	  "QEMU: -machine pseries,cap-nested-hv=true for the guest that is to run guests",
	  "Linux, Nested KVM on POWER", arch_power },
	{ "arch-arm", ND_NOTE, 0,
	  "nesting is not enabled (Arm)", "Nesting is enabled (Arm)",
	  "KVM on Arm nests only with kvm-arm.mode=nested, on processors with FEAT_NV2; the kernel calls it experimental, to be used with extreme caution",
	  "kvm-arm.mode=nested on the kernel command line, on a host with FEAT_NV2 that nobody depends on",
	  "Linux, The kernel's command-line parameters: kvm-arm.mode", arch_arm },
	{ "arch-riscv", ND_NOTE, 0,
	  "nesting on RISC-V depends on the hypervisor below", "Nesting on RISC-V",
	  "KVM needs the H extension; in a guest the hypervisor below emulates it, and KVM uses its SBI nested acceleration (NACL) if that is offered",
	  "look for \"using SBI nested acceleration\" in the kernel log; without it every use of the H extension is trapped",
	  "RISC-V SBI specification, Nested Acceleration Extension", arch_riscv },
	{ NULL, }
};
