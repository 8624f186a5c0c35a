// SPDX-License-Identifier: GPL-2.0-only
/* KVM on Intel: kvm_intel and TDX. */
#include "tools/log/catalogue/catalogue.h"

#define NO_FIELD(error, word) \
	{ error, word, NULL, \
	  "The field does not exist here. Under another hypervisor nearly always a feature that it reports but does not emulate.", \
	  "Reload kvm_intel with the feature of that field disabled; update the hypervisor below." }
#define READ_ONLY(error, word) \
	{ error, word, NULL, \
	  "The field may only be read. Under another hypervisor nearly always a feature that it reports but does not emulate.", \
	  "Reload kvm_intel with the feature of that field disabled; update the hypervisor below." }

static const struct nd_clause vmwrite_failed[] = {
	NO_FIELD(0, "err=12"), NO_FIELD(0, "err 12"),
	READ_ONLY(0, "err=13"), READ_ONLY(0, "err 13"),
	{ 0 }
};

static const struct nd_clause of_xen[] = {
	{ 0, "(XEN)", "A line of Xen's dump of the VMCS of a guest that it stopped.",
	  NULL,
	  "The lines before it name the reason, those behind it the domain. xl dmesg | nestdiag autopsy - reads the dump." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "kafl-kernel",
		.origin = "kafl",
		.severity = ND_MSG_ERROR,
		.meaning = "kAFL needs a kernel whose KVM has its own extension for Processor Trace (KVM-PT, Nyx), and does not find it: KVM is missing, or is that of an ordinary kernel.",
		.cause = "The kernel of kAFL or Nyx is not the one that runs, or its kvm_intel did not load. In a VM Processor Trace is mostly not there.",
		.remedy = "uname -r: boot the kernel of kAFL on bare metal with an Intel processor that has PT; dmesg | grep -i vmx.",
		.reference = "github.com/IntelLabs/kAFL",
		.wordings = ND_WORDINGS(
			{ "{any}KVM-PT is not loaded!{any}" },
			{ "{any}KVM does not support NYX_PT{any}" }
		),
	},
	{
		.id = "kvm-txt",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM (or Android's AEHD) did not load: IA32_FEATURE_CONTROL allows VMX inside SMX (with TXT) only, and the machine was not launched by TXT.",
		.cause = "The firmware has TXT on and VT-x for it only; in a VM it is what the hypervisor below puts into that register.",
		.remedy = "TXT (Trusted Execution) off in the firmware, or a launch by tboot; then a cold start.",
		.reference = "vmx_disabled_by_bios() of github.com/google/android-emulator-hypervisor-driver",
		.wordings = ND_WORDINGS(
			{ "{any}disable TXT in the BIOS or activate TXT before enabling {any}", "Linux 3.2 to 4.18, AEHD" }
		),
	},
	{
		.id = "vm-entry-nested-insn",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "A VM entry of a nested guest failed on the processor: the number is the VM-instruction error. The hypervisor in the guest gets it as its own.",
		.cause = "A control or state of the merged VMCS that the processor, or the level below it, does not take.",
		.remedy = "nestdiag explain \"insn-error N\"; nestdiag failures with the module loaded names the check.",
		.reference = "nested_vmx_exit_reflected() of github.com/google/android-emulator-hypervisor-driver",
		.wordings = ND_WORDINGS(
			{ "{word} failed vm entry {hex}", "Linux 3.2 to 4.18, AEHD" }
		),
	},
	{
		.id = "vmx-not-supported",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "CPUID of that CPU reports no VMX, so kvm_intel does not load.",
		.cause = "The CPU has none, the hypervisor below does not expose it, or this is an AMD CPU. On some CPUs only: the hypervisor below treats them differently.",
		.remedy = "In a VM: expose nested virtualization in the hypervisor below. On AMD load kvm_amd. Off in the firmware it is not, Linux tells that as \"VMX not enabled (by BIOS)\".",
		.wordings = ND_WORDINGS(
			{ "VMX not supported by CPU {cpu}", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "vmx-not-enabled",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "The CPU has VMX, but IA32_FEATURE_CONTROL does not let kvm_intel use it.",
		.cause = "The register is locked without VMX, by the firmware or by the hypervisor below, or the hypervisor below does not let the kernel use the register.",
		.remedy = "Look for \"VMX (... TXT) disabled by BIOS\" earlier in the log; enable VT-x in the firmware's setup and power-cycle, or fix the hypervisor below.",
		.wordings = ND_WORDINGS(
			{ "VMX not enabled (by BIOS) in MSR_IA32_FEAT_CTL on CPU {cpu}", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "vmx-not-fully-enabled",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "IA32_FEATURE_CONTROL of that CPU is correct, but the kernel cleared its VMX flag during boot.",
		.cause = "An earlier kernel message about VMX and the firmware has the reason.",
		.remedy = "Look for \"VMX (... TXT) disabled by BIOS\" earlier in the log.",
		.wordings = ND_WORDINGS(
			{ "VMX not fully enabled on CPU {cpu}.  Check kernel logs and/or BIOS", "Linux 7.2" }
		),
	},
	{
		.id = "vmx-disabled-on-cpu",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "VMX cannot be used on that CPU.",
		.cause = "CPUID does not report it there, or IA32_FEATURE_CONTROL does not allow it.",
		.remedy = "Enable virtualization as if the firmware had disabled it; all CPUs have to be alike.",
		.wordings = ND_WORDINGS(
			{ "VMX is disabled on CPU {cpu}", "Linux 5.10 to 6.1" }
		),
	},
	{
		.id = "vmcs-config-failed",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "The CPU lacks a control that kvm_intel requires, so the module does not load (Input/output error).",
		.cause = "Nearly always a hypervisor below whose VMX capability registers lack a required control, or describe a VMCS of a wrong size or memory type.",
		.remedy = "nestdiag check names the control. Expose more in the hypervisor below: its CPU model, its nested virtualization settings, its version.",
		.reference = "setup_vmcs_config() in arch/x86/kvm/vmx/vmx.c; github.com/NixOS/nixpkgs/issues/27930",
		.wordings = ND_WORDINGS(
			{ "Failed to setup VMCS config on CPU {cpu}", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "vmcs-pair-inconsistent",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "The CPU has one half of a pair of VM-entry and VM-exit controls (such as load and save of one register) but not the other: kvm_intel refuses to load.",
		.cause = "Nearly always a hypervisor below with inconsistent VMX registers.",
		.remedy = "Fix or update the hypervisor below; nestdiag check names inconsistent registers. To continue without that pair: kvm_intel error_on_inconsistent_vmcs_config=0.",
		.wordings = ND_WORDINGS(
			{ "Inconsistent VM-Entry/VM-Exit pair, entry = {hex}, exit = {hex}", "Linux 6.1 to 6.12" },
			{ "Inconsistent VM-Entry/VM-Exit pair, entry = {hex} ({hex}), exit = {hex} ({hex})", "Linux 7.2" }
		),
	},
	{
		.id = "ept-caps-without-ept",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "IA32_VMX_EPT_VPID_CAP reports capabilities of EPT or VPID although the control that enables them is missing. Since Linux 6.1 kvm_intel refuses to load in this case.",
		.cause = "A hypervisor below with inconsistent VMX registers.",
		.remedy = "Fix or update the hypervisor below. To continue without the feature: kvm_intel error_on_inconsistent_vmcs_config=0.",
		.wordings = ND_WORDINGS(
			{ "EPT CAP should not exist if not support 1-setting enable EPT VM-execution control", "Linux 5.10 to 7.2" },
			{ "VPID CAP should not exist if not support 1-setting enable VPID VM-execution control", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "perf-global-ctrl-broken",
		.origin = "kvm_intel",
		.severity = ND_MSG_HARMLESS,
		.meaning = "This CPU model has an erratum in loading IA32_PERF_GLOBAL_CTRL on VM exits; KVM works around it.",
		.cause = "An erratum of a few old Intel CPU models.",
		.wordings = ND_WORDINGS(
			{ "VM_EXIT_LOAD_IA32_PERF_GLOBAL_CTRL does not work properly. Using workaround", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "bndcfgs-lost",
		.origin = "kvm_intel",
		.severity = ND_MSG_HARMLESS,
		.meaning = "The host uses MPX bounds that a VM exit would lose. Linux no longer uses MPX.",
		.wordings = ND_WORDINGS(
			{ "BNDCFGS in host will be lost", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "l1tf-leak",
		.origin = "kvm_intel",
		.severity = ND_MSG_WARNING,
		.meaning = "Guests may read host data through the L1 cache: this CPU is vulnerable to L1TF, and SMT is on or the flush on VM entry is off.",
		.remedy = "For untrusted guests: kvm-intel.vmentry_l1d_flush=always, SMT off, or newer hardware. This is particularly expensive for nested guests.",
		.reference = "Documentation/admin-guide/hw-vuln/l1tf.rst",
		.wordings = ND_WORDINGS(
			{ "L1TF CPU bug present and {any}, data leak possible.{any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "l1d-flush-ignored",
		.origin = "kvm_intel",
		.severity = ND_MSG_NOTE,
		.meaning = "The parameter vmentry_l1d_flush has no effect: the kernel was built without mitigations.",
		.wordings = ND_WORDINGS(
			{ "Kernel compiled without mitigations, ignoring vmentry_l1d_flush", "Linux 7.2" }
		),
	},
	{
		.id = "tdx-off",
		.origin = "tdx",
		.severity = ND_MSG_NOTE,
		.meaning = "Confidential guests with TDX cannot be created here. Other guests, and nesting, are not affected.",
		.cause = "Not offered by the CPU or firmware, or a requirement of TDX is missing.",
		.wordings = ND_WORDINGS(
			{ "TDX not supported by the host platform", "Linux 7.2" },
			{ "{word} is required for TDX", "Linux 7.2" },
			{ "TDP MMU and MMIO caching and EPT A/D bit is required for TDX", "Linux 7.2" },
			{ "virt/tdx: module not loaded", "Linux 6.12 to 7.2" },
			{ "tdx: not enabled by BIOS{any}" },
			{ "virt/tdx: not enabled by BIOS{any}" },
			{ "virt/tdx: initialization failed: {any}", "Linux 6.12 to 7.2" },
			{ "Disable TDX: MAX_VCPU_PER_TD ({n}) smaller than number of logical CPUs ({n}).", "Linux 7.2" }
		),
	},
	{
		.id = "evmcs-in-use",
		.origin = "kvm_intel",
		.severity = ND_MSG_NOTE,
		.meaning = "KVM runs on Hyper-V's enlightened VMCS: reading and writing it causes no exits, but KVM here runs without the features that have no field in eVMCS version 1 (APICv, posted interrupts, VMCS shadowing, preemption timer and more). Guests get those of them that KVM emulates.",
		.cause = "The hypervisor below offers it, and kvm_intel uses it (enlightened_vmcs=Y).",
		.remedy = "nestdiag evmcs and nestdiag features show the features that are lost. To compare: reload kvm_intel with enlightened_vmcs=0.",
		.reference = "Hyper-V TLFS, Enlightened VMCS; github.com/microsoft/WSL/issues/11467",
		.wordings = ND_WORDINGS(
			{ "using Hyper-V Enlightened VMCS", "Linux 5.10 to 6.1" },
			{ "Using Hyper-V Enlightened VMCS", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "evmcs-unsupported-control",
		.origin = "kvm_intel",
		.severity = ND_MSG_WARNING,
		.meaning = "The hypervisor below offered VMX controls that this kernel's eVMCS has no field for; KVM does not use them.",
		.cause = "The hypervisor is newer than this kernel, or offers controls that eVMCS version 1 cannot express.",
		.remedy = "The bits are named above; a newer kernel may know the field.",
		.reference = "vmx_onhyperv.c",
		.wordings = ND_WORDINGS(
			{ "{word} unsupported with eVMCS: {controls}", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "evmcs-unsupported-field",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM used a VMCS field that eVMCS does not have; the access was lost.",
		.cause = "A feature is on that eVMCS cannot express: a bug in this kernel, or in a patched one.",
		.remedy = "Update the kernel, or reload kvm_intel with enlightened_vmcs=0.",
		.wordings = ND_WORDINGS(
			{ "accessing unsupported EVMCS field {field}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "vmcs-dump",
		.last = true,
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM printed the VMCS of a guest whose entry failed, or that exited for a reason unknown to KVM.",
		.remedy = "dmesg | nestdiag autopsy - applies the processor's checks to it and names the field.",
		.fold = true,
		.dump = true,
		.wordings = ND_WORDINGS(
			{ "VMCS {word}, last attempted VM-entry on CPU {cpu}", "Linux 6.1 to 7.2" },
			{ "*** Guest State ***", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "vmcs-dump-part",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "A part of the VMCS of a guest whose entry failed, or that exited for a reason unknown to KVM; its beginning was left out.",
		.remedy = "dmesg | nestdiag autopsy - reads a part, too, and checks what is there; the whole, from \"VMCS ..., last attempted VM-entry\" on, lets it check more.",
		.follows = "vmcs-dump vmcs-dump-part",
		.dump = true,
		.last = true,
		.clauses = of_xen,
		.wordings = ND_WORDINGS(
			{ "*** Control State ***", "Linux 5.10 to 7.2" },
			{ "*** Host State ***", "Linux 5.10 to 7.2" },
			{ "CR0: actual={hex}, shadow={hex}, gh_mask={hex}", "Linux 5.10 to 7.2" },
			{ "CPUBased={hex} SecondaryExec={hex}{any}", "Linux 5.10 to 7.2" },
			{ "PinBased={hex} {word}={hex} {word}={hex}", "Linux 5.10 to 7.2" },
			{ "EntryControls={hex} ExitControls={hex}", "Linux 5.10" },
			{ "ExceptionBitmap={hex} PFECmask={hex} PFECmatch={hex}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "unexpected-interrupt-info",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "The information about a host interrupt that KVM got on a VM exit is not valid.",
		.cause = "A bug in the hypervisor below; on a machine without one in KVM or the processor.",
		.wordings = ND_WORDINGS(
			{ "unexpected VM-Exit interrupt info: {intrinfo}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "vmread-failed",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "VMREAD of a field failed: the processor, or the hypervisor that emulates it, does not have that field.",
		.cause = "Nearly always a hypervisor below that reports a feature whose field it does not emulate.",
		.remedy = "Reload kvm_intel with the feature of that field disabled; update the hypervisor below.",
		.wordings = ND_WORDINGS(
			{ "vmread failed: field={field}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "vmwrite-failed",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "VMWRITE of a field failed.",
		.cause = "12 would be a field that does not exist here, 13 one that may only be read. A number that is no VM-instruction error was not read at all: probably no VMCS was loaded on that CPU, as when a changed KVM writes guest state outside vcpu_load().",
		.remedy = "The trace below names the caller; an unchanged kernel.",
		.clauses = vmwrite_failed,
		.wordings = ND_WORDINGS(
			{ "vmwrite failed: field={field} val={hex} err={insn}", "Linux 5.10 to 7.2" },
			{ "vmwrite error: reg {field} value {hex} (err {insn})" }
		),
	},
	{
		.id = "vmclear-failed",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "VMCLEAR or VMPTRLD failed: the address or the revision of a VMCS was refused.",
		.cause = "A bug in KVM or the hypervisor below, or another hypervisor that disabled VMX while KVM was using it.",
		.wordings = ND_WORDINGS(
			{ "vmclear failed: {word} err={insn}", "Linux 6.1 to 7.2" },
			{ "vmptrld failed: {word} err={insn}", "Linux 6.1 to 7.2" },
			{ "kvm: vmclear failed: {word}", "Linux 5.10" },
			{ "kvm: vmptrld failed: {word}", "Linux 5.10" },
			{ "kvm: vmclear fail: {any}", "Linux 3.2 to 4.18, AEHD" },
			{ "kvm: vmptrld {any} failed", "Linux 3.2 to 4.18, AEHD" }
		),
	},
	{
		.id = "invept-failed",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "INVEPT or INVVPID failed: an invalidation type that IA32_VMX_EPT_VPID_CAP reports was rejected.",
		.cause = "Nearly always a bug in the hypervisor below; also an address that KVM should not have used, or VMX that was switched off meanwhile.",
		.remedy = "Reload kvm_intel with vpid=0 or ept=0 as a workaround; update the hypervisor below.",
		.wordings = ND_WORDINGS(
			{ "invept failed: ext={hex} eptp={hex}{any}", "Linux 5.10 to 7.2" },
			{ "invvpid failed: ext={hex} vpid={n} gva={hex}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "pmode-segment",
		.origin = "kvm_intel",
		.severity = ND_MSG_HARMLESS,
		.meaning = "KVM had to adjust a segment to run real-mode code of a guest without unrestricted guest mode.",
		.wordings = ND_WORDINGS(
			{ "segment base is not paragraph aligned when entering protected mode (seg={n}){any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "set-tss-addr",
		.origin = "kvm_intel",
		.severity = ND_MSG_WARNING,
		.meaning = "The program that runs the guest did not set KVM_SET_TSS_ADDR, which Intel CPUs without unrestricted guest mode need.",
		.remedy = "A bug in that program.",
		.wordings = ND_WORDINGS(
			{ "KVM_SET_TSS_ADDR need to be called before {any}", "Linux 5.10 to 6.1" }
		),
	},
	{
		.id = "msr-switch-full",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM needs to switch more MSRs at VM entry or exit than it has room for.",
		.cause = "A bug in KVM, or a guest hypervisor that requests very many.",
		.wordings = ND_WORDINGS(
			{ "Not enough msr switch entries. Can't add msr {msr}", "Linux 5.10 to 6.12" },
			{ "Not enough msr entries in msr_autostore.  Can't add msr {msr}", "Linux 5.10 to 6.12" }
		),
	},
	{
		.id = "nmi-window-timeout",
		.origin = "kvm_intel",
		.severity = ND_MSG_WARNING,
		.meaning = "A guest kept NMIs blocked for a second, and KVM cleared the blocking.",
		.cause = "This CPU, or the hypervisor below, has no virtual NMIs (vmx-vnmi).",
		.wordings = ND_WORDINGS(
			{ "{word}: Breaking out of NMI-blocked state on VCPU {n} after 1 s timeout", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "lbr-passthrough",
		.origin = "kvm_intel",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A guest requested last-branch records while the host used them, so it got none.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "vcpu-{n}: fail to passthrough LBR.", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "unexpected-ve",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest got a virtualization exception that KVM did not request.",
		.cause = "The kernel was built with CONFIG_KVM_INTEL_PROVE_VE, which is for developers: some processors raise such exceptions without reason, above all with eptad=0 or nested guests. Else EPT entries without the bit that suppresses it: a bug in KVM or the hypervisor below.",
		.remedy = "A kernel without CONFIG_KVM_INTEL_PROVE_VE.",
		.wordings = ND_WORDINGS(
			{ "Unexpected #VE on VM-Exit reason {exit}", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "posted-intr-broken",
		.origin = "kvm_intel",
		.severity = ND_MSG_ERROR,
		.meaning = "Posted interrupts of a guest are in an invalid state, or the IOMMU's table could not be changed: interrupts of a passed-through device may get lost.",
		.cause = "A bug in KVM or in the IOMMU emulation of the hypervisor below.",
		.remedy = "Update the kernel; as a workaround: kvm_intel enable_apicv=0.",
		.wordings = ND_WORDINGS(
			{ "{word}: failed to update PI IRTE", "Linux 5.10 to 6.12" },
			{ "PI descriptor SN field set before blocking", "Linux 6.1 to 7.2" },
			{ "Warning: SN field of posted-interrupts is set before blocking", "Linux 5.10" },
			{ "Wakeup handler not enabled while the VCPU is blocked", "Linux 5.10" }
		),
	},
	{
		.id = "sgx-guest",
		.origin = "kvm_intel",
		.severity = ND_MSG_WARNING,
		.meaning = "A guest used SGX in a way that KVM does not support.",
		.remedy = "To disable SGX for guests: kvm_intel sgx=0.",
		.wordings = ND_WORDINGS(
			{ "unexpected exit on ENCLS[{n}]", "Linux 6.1 to 7.2" },
			{ "skipping instruction after SGX enclave VM-Exit", "Linux 6.1 to 7.2" },
			{ "SGX PROVISIONKEY advertised but not allowed", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "tdx-failed",
		.origin = "tdx",
		.severity = ND_MSG_ERROR,
		.meaning = "A call to the TDX module failed; confidential guests with TDX cannot be created or continue.",
		.cause = "The module, the firmware, or a hypervisor below.",
		.remedy = "Update the firmware, which contains the module; check its settings for TDX. A module that is older than the kernel expects refuses its calls.",
		.reference = "github.com/canonical/tdx/issues/161",
		.wordings = ND_WORDINGS(
			{ "SEAMCALL ({seamcall}) failed: {tdx}", "Linux 6.12 to 7.2" },
			{ "SEAMCALL {word} failed: {tdx}", "Linux 6.12 to 7.2" },
			{ "tdx: SEAMCALL failed: CPU {cpu}: leaf {seamcall}, error {tdx}{any}" },
			{ "SEAMCALL failed: leaf {seamcall}, error {tdx}{any}" },
			{ "{word} failed. HKID {n} is leaked.", "Linux 7.2" },
			{ "TD vp_enter_ret {hex}", "Linux 7.2" }
		),
	},
	{
		/* They follow the call that failed. */
		.id = "tdx-failed-end",
		.origin = "tdx",
		.severity = ND_MSG_ERROR,
		.meaning = "The kernel did not get TDX to work; confidential guests with TDX cannot be created. Other guests are not affected.",
		.cause = "A call to the TDX module failed, which a line before tells; or the module is not there.",
		.remedy = "dmesg | grep -i tdx; update the firmware, which contains the module.",
		.reference = "github.com/canonical/tdx/issues/331",
		.follows = "tdx-failed tdx-off",
		.wordings = ND_WORDINGS(
			{ "virt/tdx: {any}odule initialization failed ({n})", "Linux 6.12 to 7.2" },
			{ "kvm_intel: Failed to initialize TDX module{any}" },
			{ "tdx: additional output: {any}" },
			{ "virt/tdx: RCX {hex} RDX {any}", "Linux 6.12 to 7.2" },
			{ "virt/tdx: R09 {hex} R10 {any}", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "tdx-keys",
		.origin = "tdx",
		.severity = ND_MSG_NOTE,
		.meaning = "The firmware has TDX switched on; the range is of the keys for TDX guests: one each, so many run at once. This alone does not say that the TDX module is ready.",
		.remedy = "If no line \"module initialized\" follows when kvm_intel is loaded: kvm_intel.tdx=1 (older kernels), and the firmware's other settings of TDX (SEAM loader, memory encryption with integrity off, all memory slots as the manual says).",
		.reference = "github.com/canonical/tdx/issues/260",
		.wordings = ND_WORDINGS(
			{ "virt/tdx: BIOS enabled: private KeyID range [{n}, {n})", "Linux 6.12 to 7.2" },
			{ "tdx: BIOS enabled: private KeyID range [{n}, {n})" }
		),
	},
	{
		.id = "tdx-on",
		.origin = "tdx",
		.severity = ND_MSG_NOTE,
		.meaning = "The TDX module is ready: KVM can start TDX guests.",
		.wordings = ND_WORDINGS(
			{ "virt/tdx: module initialized", "Linux 6.12" },
			{ "virt/tdx: TDX-Module initialized", "Linux 7.2" }
		),
	},
	{
		.id = "seam-no-ve",
		.origin = "seam",
		.severity = ND_MSG_ERROR,
		.meaning = "A kernel that emulates TDX (SEAM) in its KVM needs the control EPT-violation #VE of VMX, and does not find it: its KVM does not load.",
		.cause = "In a VM: KVM below does not offer that control to hypervisors in its guests. VMX and EPT themselves may well be there.",
		.remedy = "Run that kernel on bare metal, or an ordinary kernel in the VM. nestdiag features here lists which controls are exposed.",
		.reference = "github.com/IntelLabs/kafl.linux/issues/19",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "{any}SEAM: CPU doesn't support EPT violation #VE" }
		),
	},
};

const struct nd_catalogue nd_catalogue_kvm_intel = {
	"kvm_intel", messages, ARRAY_SIZE(messages)
};
