// SPDX-License-Identifier: GPL-2.0-only
/* KVM on AMD: kvm_amd and SEV. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_clause sev_snp_memory[] = {
	{ 0, "restricted", NULL,
	  "AMD's kernel and QEMU of 2023, before SNP came into Linux, and QEMU without -object memory-backend-memfd-private.",
	  NULL },
	{ 0, "guest_memfd", NULL,
	  "A QEMU that does not ask for it, or a kernel without CONFIG_KVM_PRIVATE_MEM.",
	  "QEMU and kernel of one release: Linux 6.11 and QEMU 9.1 or later have SNP in them." },
	{ 0 }
};

/* arch/x86/virt/svm/sev.c of Linux 6.12. */
static const struct nd_clause no_rmp[] = {
	{ 0, "RMP table", "This boot has no SEV-SNP: the firmware set no memory aside for its table of pages (RMP). Other guests run without it.",
	  "SEV-SNP, or the RMP table for all memory, is off in the board's firmware, or that is too old for it.",
	  "If SEV-SNP is wanted: SMEE, SEV-SNP and the coverage of the RMP table on in the firmware's settings, power-cycle." },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "svm-failed-vmrun",
		.origin = "kvm_amd",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused a VMCB (VMEXIT_INVALID): the guest was not entered. KVM's dump of the VMCB follows.",
		.cause = "A state or an intercept in the VMCB that VMRUN's checks do not take; in a VM also a feature that the level below does not give.",
		.remedy = "nestdiag autopsy on the log with the dump names the check that failed.",
		.reference = "handle_exit() of github.com/google/android-emulator-hypervisor-driver",
		.wordings = ND_WORDINGS(
			{ "kvm: FAILED VMRUN WITH VMCB:", "Linux 2.6.32 to 4.18, AEHD" }
		),
	},
	{
		.id = "svm-not-supported",
		.origin = "kvm_amd",
		.severity = ND_MSG_ERROR,
		.meaning = "Linux counts SVM as missing on that CPU, so kvm_amd does not load.",
		.cause = "Off in the firmware: newer Linux then takes the flag away as it boots, and tells \"SVM disabled (by BIOS) in MSR_VM_CR\" there. Or the hypervisor below does not expose it to this VM, or the processor has none.",
		.remedy = "dmesg | grep SVM. On a machine: SVM on in the firmware. In a VM: expose it in the hypervisor below (KVM: a CPU model with svm and nested=1 for kvm_amd on the host).",
		.wordings = ND_WORDINGS(
			{ "SVM not supported by CPU {cpu}{any}", "Linux 6.12 to 7.2" },
			{ "has_svm: svm not available", "Linux 5.10 to 6.1" },
			{ "has_svm: can't execute cpuid_8000000a" }
		),
	},
	{
		.id = "kvm-amd-vendor",
		.origin = "kvm_amd",
		.severity = ND_MSG_HARMLESS,
		.meaning = "kvm_amd was loaded on a processor that is neither AMD's nor Hygon's, and gives up. On Intel that says nothing of VMX: kvm_intel is the module that counts there.",
		.cause = "Something asks for both modules: VirtualBox' vboxdrv, which takes KVM's symbols from them, or a list of modules to load.",
		.remedy = "None is needed on Intel; to be rid of the line, blacklist kvm_amd. In a VM on AMD: the CPU model below names another vendor.",
		.reference = "github.com/VirtualBox/virtualbox/issues/629",
		.wordings = ND_WORDINGS(
			{ "CPU {cpu} isn't AMD or Hygon", "Linux 6.12 to 7.2" },
			{ "has_svm: not amd{any}", "Linux 5.10 to 6.1" }
		),
	},
	{
		.id = "kvm-sev-guest",
		.origin = "kvm_amd",
		.severity = ND_MSG_ERROR,
		.meaning = "kvm_amd refuses to load because this machine is itself an encrypted (SEV) guest, which cannot nest.",
		.remedy = "Use a VM without memory encryption for nesting.",
		.wordings = ND_WORDINGS(
			{ "KVM is unsupported when running as an SEV guest", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "kvm-svm-enable-failed",
		.origin = "kvm_amd",
		.severity = ND_MSG_ERROR,
		.meaning = "SVM could not be enabled on that CPU: CPUID does not report it there, or KVM has no data for that CPU. That another hypervisor uses SVM is not what this line says.",
		.cause = "A hypervisor below that shows SVM on some virtual CPUs only, or not to one that was added later.",
		.remedy = "grep -c svm /proc/cpuinfo against nproc; in a VM one CPU model with svm for all virtual CPUs.",
		.wordings = ND_WORDINGS(
			{ "svm_hardware_enable: err EOPNOTSUPP on {cpu}", "Linux 5.10 to 6.1" },
			{ "svm_hardware_enable: svm_data is NULL on {cpu}", "Linux 5.10" }
		),
	},
	{
		.id = "svm-nested-on",
		.origin = "kvm_amd",
		.severity = ND_MSG_NOTE,
		.meaning = "Guests may run nested guests (kvm_amd parameter nested).",
		.wordings = ND_WORDINGS(
			{ "Nested Virtualization enabled", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "svm-npt-on",
		.origin = "kvm_amd",
		.severity = ND_MSG_NOTE,
		.meaning = "Guests' memory is mapped by the processor's nested paging.",
		.wordings = ND_WORDINGS(
			{ "Nested Paging enabled", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "svm-npt-off",
		.origin = "kvm_amd",
		.severity = ND_MSG_WARNING,
		.meaning = "Nested paging is off: guests run on shadow page tables, which is slow, even more so for nested guests.",
		.cause = "The CPU or the hypervisor below does not have it, or kvm_amd was loaded with npt=0.",
		.remedy = "Load kvm_amd without npt=0; in a VM: a CPU model with npt.",
		.wordings = ND_WORDINGS(
			{ "Nested Paging disabled", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "svm-features",
		.origin = "kvm_amd",
		.severity = ND_MSG_HARMLESS,
		.meaning = "A feature of SVM is available and in use.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "Virtual VMLOAD VMSAVE supported", "Linux 5.10 to 7.2" },
			{ "Virtual GIF supported", "Linux 5.10 to 7.2" },
			{ "Virtual NMI enabled", "Linux 6.12 to 7.2" },
			{ "TSC scaling supported", "Linux 6.1 to 7.2" },
			{ "LBR virtualization supported", "Linux 6.1 to 7.2" },
			{ "AVIC enabled", "Linux 5.10 to 7.2" },
			{ "x2AVIC enabled{any}", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "svm-pmu-off",
		.origin = "kvm_amd",
		.severity = ND_MSG_NOTE,
		.meaning = "Guests get no performance counters: enable_pmu=0 was set for kvm, or this machine has none that KVM can use.",
		.wordings = ND_WORDINGS(
			{ "PMU virtualization is disabled", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "avic-off",
		.origin = "kvm_amd",
		.severity = ND_MSG_WARNING,
		.meaning = "AVIC, the processor's interrupt virtualization, is off or was forced on: interrupts cause exits, or the machine may crash.",
		.cause = "CPUID does not report AVIC and force_avic was set, x2AVIC is present without AVIC, or SNP is on without HvInUseWrAllowed.",
		.remedy = "Remove force_avic; leave avic=0 if CPUID does not report it.",
		.wordings = ND_WORDINGS(
			{ "AVIC is not supported in CPUID but force enabled", "Linux 6.1 to 6.12" },
			{ "Your system might crash and burn", "Linux 6.1 to 6.12" },
			{ "AVIC unsupported in CPUID but force enabled, your system might crash and burn", "Linux 7.2" },
			{ "Cannot support x2AVIC due to AVIC is disabled", "Linux 6.1 to 6.12" },
			{ "Try enable AVIC using force_avic option", "Linux 6.1 to 6.12" },
			{ "Cannot enable x2AVIC, AVIC is unsupported", "Linux 7.2" },
			{ "AVIC disabled: missing HvInUseWrAllowed on SNP-enabled system", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "sev-state",
		.origin = "kvm_amd",
		.severity = ND_MSG_HARMLESS,
		.meaning = "This says whether guests with encrypted memory can be created. It is unrelated to nesting.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "SEV supported", "Linux 5.10" },
			{ "SEV supported: {n} ASIDs", "Linux 5.10" },
			{ "SEV-ES supported: {n} ASIDs", "Linux 5.10" },
			{ "SEV-ES and SEV-SNP supported: {n} ASIDs" },
			{ "ccp {word} SEV API:{any}" },
			{ "ccp {word} SEV-SNP API:{any}" },
			{ "ccp {word} sev enabled" },
			{ "ccp {word} SEV firmware update{any}" },
			{ "SEV {word} (ASIDs {n} - {n})", "Linux 6.1 to 7.2" },
			{ "SEV-ES {word} (ASIDs {n} - {n})", "Linux 6.1 to 7.2" },
			{ "SEV-SNP {word} (ASIDs {n} - {n})", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "svm-hyperv-npt",
		.origin = "kvm_amd",
		.severity = ND_MSG_NOTE,
		.meaning = "kvm_amd runs on Hyper-V and uses its shortcut for flushing the TLBs of this machine's guests.",
		.wordings = ND_WORDINGS(
			{ "Hyper-V enlightened NPT TLB flush enabled", "Linux 6.1 to 7.2" },
			{ "Hyper-V Direct TLB Flush enabled", "Linux 6.1 to 7.2" }
		),
	},
	{
		.id = "vmcb-dump",
		.origin = "kvm_amd",
		.severity = ND_MSG_ERROR,
		.meaning = "KVM printed the VMCB of a guest whose VMRUN failed, or that exited for a reason unknown to KVM.",
		.remedy = "dmesg | nestdiag autopsy - applies the processor's checks to it and names the field.",
		.fold = true,
		.dump = true,
		.wordings = ND_WORDINGS(
			{ "VMCB {word}, last attempted VMRUN on CPU {cpu}", "Linux 6.1 to 6.12" },
			{ "{word} vCPU{n} VMCB {word}, last attempted VMRUN on CPU {cpu}", "Linux 7.2" },
			{ "VMCB Control Area:", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "vmcb-dump-part",
		.origin = "kvm_amd",
		.severity = ND_MSG_ERROR,
		.meaning = "A part of the VMCB of a guest whose VMRUN failed, or that exited for a reason unknown to KVM; its beginning was left out.",
		.remedy = "dmesg | nestdiag autopsy - reads a part, too, and checks what is there; the whole, from \"VMCB ..., last attempted VMRUN\" on, lets it check more.",
		.follows = "vmcb-dump vmcb-dump-part",
		.dump = true,
		.wordings = ND_WORDINGS(
			{ "VMCB State Save Area:", "Linux 5.10 to 7.2" },
			{ "intercepts: {any}", "Linux 5.10 to 7.2" },
			{ "exit_code: {any}", "Linux 5.10 to 7.2" },
			{ "nested_cr3: {any}", "Linux 5.10 to 7.2" },
			{ "{any}iopm_base_pa: {any}", "Linux 5.10 to 7.2" },
			{ "sysenter_esp: {any}sysenter_eip: {any}", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "amd-erratum",
		.origin = "kvm_amd",
		.severity = ND_MSG_ERROR,
		.meaning = "A guest hit an erratum of this AMD processor; it is stopped, or its instruction could not be read.",
		.remedy = "Update the firmware and the microcode; for 1096 the guest hit a page that KVM could not read an instruction from.",
		.wordings = ND_WORDINGS(
			{ "Guest triggered AMD Erratum 383", "Linux 5.10 to 7.2" },
			{ "SEV Guest triggered AMD Erratum 1096", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "avic-unexpected",
		.origin = "kvm_amd",
		.severity = ND_MSG_ERROR,
		.meaning = "AVIC reported a state of a guest's APIC that KVM does not know or expect.",
		.cause = "A bug in KVM, the processor, or a hypervisor below that emulates AVIC.",
		.remedy = "kvm_amd avic=0.",
		.wordings = ND_WORDINGS(
			{ "Unknown {any}IPI interception", "Linux 5.10 to 7.2" },
			{ "svm: Handling trap read.", "Linux 5.10 to 7.2" },
			{ "Invalid backing page", "Linux 5.10 to 7.2" }
		),
	},
	{
		.id = "sev-guest-request",
		.origin = "kvm_amd",
		.severity = ND_MSG_WARNING,
		.meaning = "A guest with encrypted registers made a request that KVM cannot serve, or terminated itself.",
		.cause = "The guest's kernel or firmware, or a KVM that is too old.",
		.fold = true,
		.wordings = ND_WORDINGS(
			{ "vmgexit: {any}", "Linux 6.1 to 7.2" },
			{ "SEV-ES guest requested termination: {any}", "Linux 6.1 to 7.2" },
			{ "SEV: Unexpected RMP fault{any}", "Linux 6.12 to 7.2" }
		),
	},
	{
		.id = "sev-es-no-lbrv",
		.origin = "kvm_amd",
		.severity = ND_MSG_WARNING,
		.meaning = "KVM leaves SEV-ES and SEV-SNP off for guests: this CPU reports SEV-ES, but not the virtualization of branch records (LBRV) that KVM needs for it. Other guests run.",
		.cause = "A VM: the hypervisor below shows SEV-ES to it and hides LBRV. KVM expects every processor with SEV-ES to have both.",
		.remedy = "None is needed for guests without SEV. Else run them on the machine itself, or on a level below that hands on all of SVM (nestdiag caps shows what there is).",
		.reference = "github.com/sc2-sys/deploy/pull/143",
		.wordings = ND_WORDINGS(
			{ "LBRV must be present for SEV-ES support" }
		),
	},
	{
		.id = "sev-init-failed",
		.origin = "ccp",
		.severity = ND_MSG_ERROR,
		.meaning = "AMD's secure processor did not start SEV or SEV-SNP, or did not end it cleanly: confidential guests of that kind cannot be created. Other guests and nesting are not affected.",
		.cause = "By the status: settings of the firmware, a board's or secure processor's firmware that is too old, or a kernel that does not fit them. After SEV-SNP failed, SEV fails as well.",
		.remedy = "Update the board's firmware and linux-firmware (amd/amd_sev_*.sbin); in the firmware's settings SMEE, SEV-SNP, its RMP table, the IOMMU and the minimum ASID of SEV-ES. dmesg | grep -iE \"sev|ccp\".",
		.reference = "github.com/AMDESE/AMDSEV/issues/176",
		.follows = "sev-timeout",
		.wordings = ND_WORDINGS(
			{ "SEV: failed to INIT error {psp}" },
			{ "SEV: failed to INIT error {psp}, rc -{n}", "Linux 5.10 to 6.1" },
			{ "SEV: {word} failed {psp}, rc -{n}", "Linux 6.12" },
			{ "SEV-SNP: failed to INIT error {psp}" },
			{ "SEV-SNP: failed to INIT rc -{n}, error {psp}", "Linux 6.12" },
			{ "SEV-SNP: {word} failed rc -{n}, error {psp}", "Linux 6.12" },
			{ "SEV: failed to get status. Error: {psp}", "Linux 6.12" },
			{ "SEV: failed to SHUTDOWN error {psp}, rc {n}", "Linux 6.12" },
			{ "SEV-SNP firmware shutdown failed, rc {n}, error {psp}", "Linux 6.12" },
			{ "SEV: memory encryption not enabled by BIOS", "Linux 6.12" },
			{ "sev initialization failed", "Linux 6.12" }
		),
	},
	{
		.id = "sev-snp-firmware",
		.origin = "ccp",
		.severity = ND_MSG_ERROR,
		.meaning = "The firmware of AMD's secure processor is older than the version that SEV-SNP needs: this host runs no SNP guests. The line \"SEV API\" tells the version that is there.",
		.remedy = "Update the board's firmware, or put AMD's newer one beside the kernel (linux-firmware, /lib/firmware/amd/amd_sev_*.sbin) and restart.",
		.reference = "github.com/AMDESE/linux-svsm/issues/9",
		.wordings = ND_WORDINGS(
			{ "SEV-SNP support requires firmware version >= {n}:{n}", "Linux 6.12" }
		),
	},
	{
		.id = "sev-snp-memory",
		.origin = "kvm_amd",
		.severity = ND_MSG_ERROR,
		.meaning = "An SEV-SNP guest cannot be made of this memory: SNP needs private memory (before: restricted memory), and the guest, or this kernel, has none. That is not a refusal of the firmware.",
		.cause = "\"restricted\": AMD's kernel and QEMU of 2023, before SNP came into Linux, and QEMU without -object memory-backend-memfd-private. \"guest_memfd\": a QEMU that does not ask for it, or a kernel without CONFIG_KVM_PRIVATE_MEM.",
		.remedy = "QEMU and kernel of one release: Linux 6.11 and QEMU 9.1 or later have SNP in them. With AMD's of 2023: give the guest that memory backend.",
		.reference = "github.com/AMDESE/AMDSEV/issues/166, github.com/coconut-svsm/svsm/issues/409",
		.clauses = sev_snp_memory,
		.wordings = ND_WORDINGS(
			{ "SEV-SNP requires restricted memory{any}" },
			{ "SEV-SNP requires private memory support via guest_memfd{any}" },
			{ "{any}kernel does not support restricted guest memory{any}" }
		),
	},
	{
		.id = "sev-timeout",
		.origin = "ccp",
		.severity = ND_MSG_ERROR,
		.meaning = "AMD's secure processor did not answer a command in time, and the kernel uses it no longer: confidential guests cannot be created until a restart.",
		.cause = "A bug of its firmware, or of the board's; settings for SEV-SNP that are not complete.",
		.remedy = "A cold start, then newer firmware of the board and linux-firmware (amd/amd_sev_*.sbin).",
		.reference = "github.com/AMDESE/AMDSEV/issues/184",
		.wordings = ND_WORDINGS(
			{ "sev command {pspcommand} timed out, disabling PSP", "Linux 5.10 to 6.12" }
		),
	},
	{
		.id = "sev-failed",
		.origin = "kvm_amd",
		.severity = ND_MSG_ERROR,
		.meaning = "An operation that guests with encrypted memory need failed.",
		.cause = "The firmware of the secure processor, limits on locked memory, or for SEV-SNP settings of the board's firmware (RMP table).",
		.remedy = "Locked memory: raise the limit (ulimit -l, LimitMEMLOCK=) of the program that runs the guest. Otherwise update the firmware.",
		.clauses = no_rmp,
		.wordings = ND_WORDINGS(
			{ "SEV{any}: DF_FLUSH failed, ret={n}, error={hex}", "Linux 5.10 to 7.2" },
			{ "SEV: {n} {any}pages{any} exceed the lock limit of {n}.", "Linux 5.10 to 7.2" },
			{ "SEV: Failure locking {n} pages.", "Linux 5.10 to 7.2" },
			{ "SEV-SNP: Memory for the RMP table has not been reserved by BIOS", "Linux 6.12 to 7.2" },
			{ "SEV-SNP: SNP init failed: {any}", "Linux 7.2" }
		),
	},
};

const struct nd_catalogue nd_catalogue_kvm_amd = {
	"kvm_amd", messages, ARRAY_SIZE(messages)
};
