// SPDX-License-Identifier: GPL-2.0-only
/*
 * The features, and the parameters of KVM that govern them.
 *
 * The generation that brought a feature is the first one known to have it, and that from which on
 * every processor has it is named only if no processor is known that speaks against it. Sources:
 * the registers and leaves that people published of real processors (mostly InstLatx64's dumps,
 * about 170 with VMX's registers and as many of AMD), and the CPU models of QEMU, which its
 * contributors from Intel took from their own, for the processors before Westmere (servers) and Ivy
 * Bridge (clients), of which hardly a register was published. "IPI virtualization" came with
 * Sapphire Rapids by the documentation of its kernel patches.
 *
 * Some features are sold with some processors of a generation and left out of others: VMCS
 * shadowing is not in Xeon w7-2475X and w9-3475X, VM functions not in Pentium G4400, G4600 and
 * G5400, virtual NMIs and the secondary controls not in Core 2 X6800, svme-addr-chk not in Vermeer
 * (0xa20f10), SVM not in early K8. AVIC depends on the firmware: of two processors of one model
 * (Ryzen 9 9950X and 9950X3D) one reports it. What KVM keeps for itself is what
 * nested_vmx_setup_ctls_msrs() and svm_set_cpu_caps() leave out in Linux 6.12 and in 7.3.
 *
 * A feature whose id ends in -noexit, -nosave or -noload is the permission to leave a control of
 * the default1 class 0, as everywhere with QEMU's names.
 */
#include "core/features/features.h"

#define UNK	ND_GEN_UNKNOWN
#define VMX	ND_GEN_FIRST_VMX
#define C2	ND_GEN_CORE2
#define PNR	ND_GEN_PENRYN
#define NHM	ND_GEN_NEHALEM
#define WSM	ND_GEN_WESTMERE
#define IVB	ND_GEN_IVY_BRIDGE
#define HSW	ND_GEN_HASWELL
#define BDW	ND_GEN_BROADWELL
#define SKL	ND_GEN_SKYLAKE
#define ICL	ND_GEN_ICE_LAKE
#define TGL	ND_GEN_TIGER_LAKE
#define ADL	ND_GEN_ALDER_LAKE
#define SPR	ND_GEN_SAPPHIRE_RAPIDS
#define PTL	ND_GEN_PANTHER_LAKE
#define K8	ND_GEN_AMD_K8
#define F10	ND_GEN_AMD_10H
#define F15	ND_GEN_AMD_15H
#define Z1	ND_GEN_AMD_ZEN
#define Z2	ND_GEN_AMD_ZEN2
#define Z3	ND_GEN_AMD_ZEN3
#define Z4	ND_GEN_AMD_ZEN4
#define Z5	ND_GEN_AMD_ZEN5

#define SVM	ND_FEATURE_SVM
#define NOTICED	ND_FEATURE_NOTICED
#define BEYOND	ND_FEATURE_BEYOND_EVMCS
#define KEEPS	ND_FEATURE_KVM_KEEPS
#define FIRMWARE ND_FEATURE_BY_FIRMWARE

const struct nd_feature nd_features[] = {
	{ "vmx", "nested", 0, VMX, NHM, NHM,
	  "no hardware virtualization (with nested=0: none for guests)" },
	{ "vmx-intr-exit", NULL, 0, VMX, C2, C2,
	  "host interrupts go to the guest: KVM does not load" },
	{ "vmx-nmi-exit", NULL, 0, VMX, C2, C2,
	  "host NMIs go to the guest: KVM does not load" },
	{ "vmx-vnmi", "vnmi", 0, C2, PNR, PNR,
	  "the hypervisor has to track NMI blocking itself" },
	{ "vmx-preemption-timer", "preemption_timer", NOTICED, NHM, NHM, NHM,
	  "the guest's timer needs a host timer and its interrupt" },
	{ "vmx-posted-intr", "enable_apicv", NOTICED, IVB, ICL, HSW,
	  "each interrupt for a running guest causes an exit" },
	{ "vmx-vintr-pending", NULL, 0, VMX, C2, C2,
	  "no exit when a guest can take interrupts: KVM does not load" },
	{ "vmx-tsc-offset", NULL, 0, VMX, C2, C2,
	  "guests see the host's TSC: KVM does not load" },
	{ "vmx-hlt-exit", NULL, 0, VMX, C2, C2,
	  "a guest that halts holds its CPU: KVM does not load" },
	{ "vmx-invlpg-exit", NULL, 0, VMX, C2, C2,
	  "INVLPG cannot be trapped: KVM does not load" },
	{ "vmx-mwait-exit", NULL, 0, VMX, C2, C2,
	  "MWAIT cannot be trapped: KVM does not load" },
	{ "vmx-rdpmc-exit", NULL, 0, VMX, C2, C2,
	  "RDPMC cannot be trapped: KVM does not load" },
	{ "vmx-rdtsc-exit", NULL, 0, VMX, C2, C2,
	  "reads of the TSC cannot be trapped" },
	{ "vmx-cr3-load-noexit", NULL, 0, NHM, NHM, NHM,
	  "each address-space switch of a guest is an exit, even with EPT" },
	{ "vmx-cr3-store-noexit", NULL, 0, NHM, NHM, NHM,
	  "each read of CR3 by a guest is an exit, even with EPT" },
	{ "x-vmx-tertiary-ctls", NULL, KEEPS, TGL, TGL, UNK,
	  "none of the tertiary controls can be used, IPI virtualization among them" },
	{ "vmx-cr8-load-exit", NULL, 0, VMX, C2, C2,
	  "writes of the task priority cannot be trapped: KVM does not load" },
	{ "vmx-cr8-store-exit", NULL, 0, VMX, C2, C2,
	  "reads of the task priority cannot be trapped: KVM does not load" },
	{ "vmx-flexpriority", NULL, 0, VMX, C2, C2,
	  "accesses to the task priority are exits, and APICv cannot be used" },
	{ "vmx-vnmi-pending", NULL, 0, C2, PNR, PNR,
	  "no exit when a guest can take NMIs" },
	{ "vmx-movdr-exit", NULL, 0, VMX, C2, C2,
	  "accesses to debug registers cannot be trapped: KVM does not load" },
	{ "vmx-io-exit", NULL, 0, VMX, C2, C2,
	  "I/O port accesses cannot be trapped as a whole: KVM does not load" },
	{ "vmx-io-bitmap", NULL, 0, VMX, C2, C2,
	  "I/O port accesses are trapped all or none" },
	{ "vmx-mtf", NULL, 0, NHM, NHM, NHM,
	  "a hypervisor cannot single-step a guest transparently" },
	{ "vmx-msr-bitmap", NULL, 0, VMX, C2, C2,
	  "each RDMSR and WRMSR by a guest is an exit" },
	{ "vmx-monitor-exit", NULL, 0, VMX, C2, C2,
	  "MONITOR cannot be trapped: KVM does not load" },
	{ "vmx-pause-exit", NULL, 0, VMX, C2, C2,
	  "PAUSE cannot be trapped" },
	{ "vmx-secondary-ctls", NULL, 0, C2, PNR, PNR,
	  "none of the secondary controls can be used, EPT among them" },
	{ "vmx-apicv-xapic", "flexpriority", NOTICED, C2, PNR, PNR,
	  "each access to the local APIC page is emulated" },
	{ "vmx-ept", "ept", NOTICED, NHM, NHM, NHM,
	  "guests run on shadow page tables: every page-table change is an exit" },
	{ "vmx-desc-exit", NULL, 0, NHM, NHM, NHM,
	  "UMIP cannot be emulated for guests" },
	{ "vmx-rdtscp-exit", NULL, 0, NHM, NHM, NHM,
	  "guests cannot use RDTSCP and RDPID" },
	{ "vmx-apicv-x2apic", NULL, 0, NHM, NHM, NHM,
	  "each access to the local APIC in x2APIC mode is an exit" },
	{ "vmx-vpid", "vpid", NOTICED, NHM, NHM, NHM,
	  "each VM entry and exit flushes the TLB" },
	{ "vmx-wbinvd-exit", NULL, 0, PNR, PNR, PNR,
	  "WBINVD cannot be trapped" },
	{ "vmx-unrestricted-guest", "unrestricted_guest", NOTICED, WSM, WSM, WSM,
	  "real-mode code is emulated instead of run" },
	{ "vmx-apicv-register", "enable_apicv", NOTICED, IVB, ICL, HSW,
	  "reads of the local APIC's registers are exits" },
	{ "vmx-apicv-vid", "enable_apicv", NOTICED, IVB, ICL, HSW,
	  "each interrupt delivered to a guest costs exits" },
	{ "vmx-ple", "ple_gap", KEEPS, WSM, HSW, HSW,
	  "vCPUs that spin on a lock hold their CPU" },
	{ "vmx-rdrand-exit", NULL, 0, IVB, IVB, HSW,
	  "RDRAND cannot be trapped" },
	{ "vmx-invpcid-exit", NULL, 0, HSW, HSW, HSW,
	  "guests cannot use INVPCID" },
	{ "vmx-vmfunc", NULL, NOTICED, HSW, UNK, HSW,
	  "no switching of EPT roots without an exit" },
	{ "vmx-shadow-vmcs", "enable_shadow_vmcs", NOTICED, HSW, UNK, UNK,
	  "each VMREAD and VMWRITE by a guest hypervisor is an exit" },
	{ "vmx-encls-exit", NULL, 0, SKL, UNK, UNK,
	  "no SGX for guests" },
	{ "vmx-rdseed-exit", NULL, 0, BDW, BDW, BDW,
	  "RDSEED cannot be trapped" },
	{ "vmx-pml", "pml", NOTICED, BDW, UNK, BDW,
	  "dirty pages are tracked by write protection (slow migration)" },
	{ "x-vmx-ept-violation-ve", NULL, KEEPS, BDW, BDW, BDW,
	  "EPT violations cannot go to the guest itself" },
	{ "x-vmx-pt-conceal", NULL, KEEPS, SKL, SKL, SKL,
	  "a guest's processor trace shows that it runs in VMX non-root operation" },
	{ "vmx-xsaves", NULL, 0, SKL, SKL, SKL,
	  "guests cannot use XSAVES, which supervisor states need" },
	{ "x-vmx-pasid-translation", NULL, KEEPS, SPR, UNK, UNK,
	  "guests cannot submit work with ENQCMD" },
	{ "vmx-mbec", NULL, 0, SKL, UNK, SKL,
	  "EPT execute permissions do not distinguish kernel and user code (slow HVCI)" },
	{ "x-vmx-spp", NULL, KEEPS, ICL, UNK, UNK,
	  "no write permissions for parts of pages" },
	{ "x-vmx-pt-use-gpa", "pt_mode", KEEPS, ICL, ICL, UNK,
	  "guests cannot use processor trace" },
	{ "vmx-tsc-scaling", NULL, NOTICED, HSW, ICL, SKL,
	  "no migration between hosts of different TSC frequency" },
	{ "vmx-enable-user-wait-pause", NULL, 0, ADL, ADL, UNK,
	  "guests cannot use UMWAIT, UMONITOR and TPAUSE" },
	{ "x-vmx-pconfig", NULL, KEEPS, ICL, UNK, UNK,
	  "guests cannot use PCONFIG" },
	{ "x-vmx-enclv-exit", NULL, KEEPS, ICL, UNK, UNK,
	  "no overcommitment of SGX memory in guests" },
	{ "x-vmx-epc-virt", NULL, KEEPS, ICL, UNK, UNK,
	  "the memory of SGX cannot be virtualized" },
	{ "x-vmx-bus-lock-detection", NULL, KEEPS, ICL, UNK, UNK,
	  "bus locks by guests go undetected" },
	{ "x-vmx-notify-exit", NULL, KEEPS, SPR, UNK, UNK,
	  "a guest can hold its CPU without ever opening an interrupt window" },
	{ "x-vmx-loadiwkey-exit", NULL, KEEPS, TGL, UNK, UNK,
	  "no Key Locker for guests" },
	{ "x-vmx-hlat", NULL, KEEPS, UNK, UNK, UNK,
	  "guests' page tables cannot be protected by HLAT" },
	{ "x-vmx-ept-paging-write", NULL, KEEPS, UNK, UNK, UNK,
	  "guests' page tables cannot be written by paging alone" },
	{ "x-vmx-guest-paging-verification", NULL, KEEPS, UNK, UNK, UNK,
	  "guests' page tables cannot be verified by paging" },
	{ "x-vmx-ipi-virt", "enable_ipiv", KEEPS, SPR, UNK, UNK,
	  "each interrupt from one vCPU to another is an exit" },
	{ "x-vmx-seam-gpaw", NULL, KEEPS, UNK, UNK, UNK,
	  "no TDX guests" },
	{ "x-vmx-msrlist", NULL, KEEPS, UNK, UNK, UNK,
	  "guests cannot use RDMSRLIST and WRMSRLIST" },
	{ "x-vmx-virt-spec-ctrl", NULL, KEEPS, UNK, UNK, UNK,
	  "guest writes to IA32_SPEC_CTRL can turn off the mitigations set in it" },
	{ "x-vmx-apic-timer-virt", NULL, KEEPS, UNK, UNK, UNK,
	  "each write to the TSC deadline by a guest is an exit" },
	{ "x-vmx-pbndkb", NULL, KEEPS, UNK, UNK, UNK,
	  "guests cannot use PBNDKB" },
	{ "x-vmx-pebs-use-gpa", NULL, KEEPS, UNK, UNK, UNK,
	  "PEBS of guests cannot use guest-physical addresses" },
	{ "vmx-exit-nosave-debugctl", NULL, 0, NHM, NHM, NHM,
	  "debug controls are saved on each exit" },
	{ "x-vmx-exit-host-addr-space-size", NULL, 0, VMX, C2, C2,
	  "no 64-bit host: KVM does not load" },
	{ "vmx-exit-load-perf-global-ctrl", NULL, 0, PNR, NHM, NHM,
	  "switching performance counters is slower" },
	{ "vmx-exit-ack-intr", NULL, 0, VMX, C2, C2,
	  "interrupts that cause an exit are acknowledged late: KVM does not load" },
	{ "vmx-exit-save-pat", NULL, 0, NHM, NHM, NHM,
	  "guest writes to PAT have to be trapped" },
	{ "vmx-exit-load-pat", NULL, 0, NHM, NHM, NHM,
	  "loading the host's PAT is slower" },
	{ "vmx-exit-save-efer", NULL, 0, NHM, NHM, NHM,
	  "guest writes to EFER have to be trapped" },
	{ "vmx-exit-load-efer", NULL, 0, NHM, NHM, NHM,
	  "loading the host's EFER is slower" },
	{ "vmx-exit-save-preemption-timer", NULL, 0, NHM, NHM, NHM,
	  "the remaining time of the preemption timer is lost on each exit" },
	{ "vmx-exit-clear-bndcfgs", NULL, 0, SKL, UNK, UNK,
	  "no MPX for guests" },
	{ "x-vmx-exit-pt-conceal", NULL, KEEPS, SKL, SKL, SKL,
	  "VM exits cannot be hidden from processor trace" },
	{ "vmx-exit-clear-rtit-ctl", NULL, KEEPS, ICL, ICL, UNK,
	  "guests cannot use processor trace" },
	{ "x-vmx-exit-clear-lbr-ctl", NULL, KEEPS, ADL, ADL, UNK,
	  "guests cannot use architectural LBRs" },
	{ "x-vmx-exit-clear-uinv", NULL, KEEPS, SPR, UNK, UNK,
	  "guests cannot use user interrupts" },
	{ "vmx-exit-save-cet", NULL, 0, TGL, TGL, UNK,
	  "guests cannot use control-flow enforcement (CET)" },
	{ "vmx-exit-load-pkrs", NULL, KEEPS, ADL, ADL, UNK,
	  "guests cannot use protection keys for supervisor pages" },
	{ "x-vmx-exit-save-perf-global-ctrl", NULL, KEEPS, ADL, ADL, UNK,
	  "guest writes to performance counter controls have to be trapped" },
	{ "vmx-exit-secondary-ctls", NULL, KEEPS, ADL, ADL, UNK,
	  "none of the secondary exit controls can be used, FRED among them" },
	{ "x-vmx-exit-save-fred", NULL, KEEPS, UNK, UNK, UNK,
	  "guests cannot use FRED" },
	{ "x-vmx-exit-load-fred", NULL, KEEPS, UNK, UNK, UNK,
	  "guests cannot use FRED" },
	{ "x-vmx-exit-load-spec-ctrl", NULL, KEEPS, UNK, UNK, UNK,
	  "switching IA32_SPEC_CTRL is slower" },
	{ "x-vmx-exit-busy-shadow-stack", NULL, KEEPS, UNK, UNK, UNK,
	  "a shadow stack left busy by an exit cannot be detected" },
	{ "vmx-entry-noload-debugctl", NULL, 0, NHM, NHM, NHM,
	  "debug controls are loaded on each entry" },
	{ "vmx-entry-ia32e-mode", NULL, 0, VMX, C2, C2,
	  "no 64-bit guests: KVM does not load" },
	{ "x-vmx-entry-smm", NULL, KEEPS, UNK, UNK, UNK,
	  "no SMM-transfer monitor; no current hypervisor needs one" },
	{ "x-vmx-entry-deactivate-dual-monitor", NULL, KEEPS, UNK, UNK, UNK,
	  "no SMM-transfer monitor; no current hypervisor needs one" },
	{ "vmx-entry-load-perf-global-ctrl", NULL, 0, PNR, NHM, NHM,
	  "switching performance counters is slower" },
	{ "vmx-entry-load-pat", NULL, 0, NHM, NHM, NHM,
	  "loading a guest's PAT is slower" },
	{ "vmx-entry-load-efer", NULL, 0, NHM, NHM, NHM,
	  "loading a guest's EFER is slower" },
	{ "vmx-entry-load-bndcfgs", NULL, 0, SKL, UNK, UNK,
	  "no MPX for guests" },
	{ "x-vmx-entry-pt-conceal", NULL, KEEPS, SKL, SKL, SKL,
	  "VM entries cannot be hidden from processor trace" },
	{ "vmx-entry-load-rtit-ctl", "pt_mode", KEEPS, ICL, ICL, UNK,
	  "guests cannot use processor trace" },
	{ "x-vmx-entry-load-uinv", NULL, KEEPS, SPR, UNK, UNK,
	  "guests cannot use user interrupts" },
	{ "vmx-entry-load-cet", NULL, 0, TGL, TGL, UNK,
	  "guests cannot use control-flow enforcement (CET)" },
	{ "x-vmx-entry-load-lbr-ctl", NULL, KEEPS, ADL, ADL, UNK,
	  "guests cannot use architectural LBRs" },
	{ "vmx-entry-load-pkrs", NULL, KEEPS, ADL, ADL, UNK,
	  "guests cannot use protection keys for supervisor pages" },
	{ "vmx-entry-load-fred", NULL, KEEPS, PTL, UNK, UNK,
	  "guests cannot use FRED" },
	{ "x-vmx-entry-load-spec-ctrl", NULL, KEEPS, PTL, UNK, UNK,
	  "switching IA32_SPEC_CTRL is slower" },
	{ "x-vmx-entry-seam-telemetry", NULL, KEEPS, UNK, UNK, UNK,
	  "no telemetry of TDX guests" },
	{ "vmx-ins-outs", NULL, 0, C2, PNR, PNR,
	  "string I/O instructions are decoded in software" },
	{ "vmx-true-ctls", NULL, 0, NHM, NHM, NHM,
	  "default1 controls cannot be cleared" },
	{ "vmx-any-errcode", NULL, 0, TGL, TGL, UNK,
	  "injected exceptions must follow the old error-code rules; CET needs others" },
	{ "vmx-nested-exception", NULL, KEEPS, PTL, UNK, UNK,
	  "guests cannot use FRED" },
	{ "vmx-store-lma", NULL, 0, WSM, WSM, WSM,
	  "the hypervisor has to track long mode itself" },
	{ "vmx-activity-hlt", NULL, 0, VMX, C2, C2,
	  "a guest cannot be entered in the HLT state" },
	{ "vmx-activity-shutdown", NULL, KEEPS, VMX, C2, C2,
	  "a guest cannot be entered in the shutdown state" },
	{ "vmx-activity-wait-sipi", NULL, 0, VMX, C2, C2,
	  "a guest cannot be entered in the wait-for-SIPI state" },
	{ "vmx-vmw\162ite-vmexit-fields", NULL, 0, HSW, HSW, HSW,
	  "KVM does not use VMCS shadowing" },
	{ "vmx-zero-len-inject", NULL, KEEPS, SKL, SKL, SKL,
	  "no software interrupts can be injected with an instruction length of 0" },
	{ "vmx-ept-execonly", NULL, 0, NHM, NHM, NHM,
	  "pages cannot be executable without being readable" },
	{ "vmx-page-walk-4", NULL, 0, NHM, NHM, NHM,
	  "KVM does not use EPT" },
	{ "vmx-page-walk-5", NULL, 0, ICL, UNK, UNK,
	  "guests have at most 256 TiB of physical addresses" },
	{ "vmx-ept-uc", NULL, KEEPS, NHM, NHM, NHM,
	  "EPT structures cannot be in uncached memory; no hypervisor needs that" },
	{ "vmx-ept-wb", NULL, 0, NHM, NHM, NHM,
	  "KVM does not use EPT" },
	{ "vmx-ept-2mb", NULL, 0, NHM, NHM, NHM,
	  "guests' memory is mapped in pages of 4 KiB only (slow)" },
	{ "vmx-ept-1gb", NULL, 0, UNK, HSW, HSW,
	  "guests' memory is mapped in pages of 2 MiB at most" },
	{ "vmx-invept", NULL, 0, NHM, NHM, NHM,
	  "EPT mappings cannot be invalidated" },
	{ "vmx-eptad", "eptad", 0, HSW, HSW, HSW,
	  "accesses are tracked by making pages inaccessible, and there is no PML" },
	{ "vmx-ept-advanced-exitinfo", NULL, 0, SKL, UNK, SKL,
	  "EPT violations do not report the permissions in the guest's page tables" },
	{ "vmx-invept-single-context", NULL, 0, NHM, NHM, NHM,
	  "flushing one guest's mappings flushes those of all guests" },
	{ "vmx-invept-all-context", NULL, 0, NHM, NHM, NHM,
	  "KVM does not use EPT" },
	{ "vmx-invvpid", NULL, 0, NHM, NHM, NHM,
	  "KVM does not use VPID" },
	{ "vmx-invvpid-single-addr", NULL, 0, NHM, NHM, NHM,
	  "flushing one address flushes all of a guest's" },
	{ "vmx-invvpid-single-context", NULL, 0, NHM, NHM, NHM,
	  "flushing one guest flushes all guests" },
	{ "vmx-invvpid-all-context", NULL, 0, NHM, NHM, NHM,
	  "all guests cannot be flushed at once" },
	{ "vmx-invvpid-single-context-noglobals", NULL, 0, NHM, NHM, NHM,
	  "a flush also drops a guest's global pages" },
	{ "vmx-eptp-switching", NULL, BEYOND, HSW, UNK, UNK,
	  "no switching of EPT roots without an exit" },
	{ "svm", "nested", SVM, K8, UNK, F10,
	  "no hardware virtualization (with nested=0: none for guests)" },
	{ "npt", "npt", SVM | NOTICED, F10, UNK, F10,
	  "guests run on shadow page tables: every page-table change is an exit" },
	{ "lbrv", "lbrv", SVM, K8, UNK, Z1,
	  "branch records of guests are switched in software" },
	{ "svm-lock", NULL, SVM | KEEPS, F10, UNK, Z1,
	  "SVM cannot be locked by a key" },
	{ "nrip-save", "nrips", SVM | NOTICED, F10, UNK, F15,
	  "each emulated instruction has to be decoded to find the next one" },
	{ "tsc-scale", "tsc_scaling", SVM | NOTICED, F15, UNK, Z1,
	  "no migration between hosts of different TSC frequency" },
	{ "vmcb-clean", NULL, SVM, F15, UNK, Z1,
	  "each VM entry loads all of the VMCB" },
	{ "flushbyasid", NULL, SVM, F15, UNK, Z1,
	  "flushing one guest's TLB entries flushes those of all guests" },
	{ "decodeassists", NULL, SVM | KEEPS, F15, UNK, Z1,
	  "instructions that exit have to be fetched and decoded" },
	{ "pause-filter", "pause_filter_count", SVM, F10, UNK, Z1,
	  "vCPUs that spin on a lock hold their CPU" },
	{ "pfthreshold", "pause_filter_thresh", SVM, F15, UNK, Z1,
	  "PAUSEs far apart also count as spinning" },
	{ "avic", "avic", SVM | KEEPS | NOTICED | FIRMWARE, F15, UNK, UNK,
	  "accesses to the local APIC and interrupts between vCPUs are exits" },
	{ "v-vmsave-vmload", "vls", SVM | NOTICED, F15, UNK, Z1,
	  "each VMSAVE and VMLOAD by a guest hypervisor is an exit" },
	{ "vgif", "vgif", SVM | NOTICED, F15, UNK, Z1,
	  "each STGI and CLGI by a guest hypervisor is an exit" },
	{ "gmet", NULL, SVM, Z2, UNK, UNK,
	  "execute permissions of nested paging do not distinguish kernel and user code" },
	{ "x2avic", "avic", SVM | KEEPS | FIRMWARE, Z4, UNK, UNK,
	  "no AVIC for guests in x2APIC mode" },
	{ "v-spec-ctrl", NULL, SVM | KEEPS, Z2, UNK, UNK,
	  "SPEC_CTRL of guests has to be switched in software" },
	{ "vnmi", "vnmi", SVM | NOTICED, Z4, UNK, Z4,
	  "an NMI for a guest costs extra exits to detect when its handler returns" },
	{ "svme-addr-chk", NULL, SVM, Z3, UNK, UNK,
	  "accesses to a VMCB at a bad address fault instead of exiting" },
	{ "bus-lock-threshold", NULL, SVM | KEEPS, Z5, UNK, UNK,
	  "bus locks by guests go undetected" },
	{ "idle-hlt", NULL, SVM | KEEPS, Z5, UNK, UNK,
	  "HLT with an interrupt pending is an exit" },
	{ "x2avic-ext", NULL, SVM | KEEPS, UNK, UNK, UNK,
	  "x2AVIC serves at most 512 vCPUs" },
};

const unsigned int nd_nr_features = ARRAY_SIZE(nd_features);

#undef UNK
#undef VMX
#undef C2
#undef PNR
#undef NHM
#undef WSM
#undef IVB
#undef HSW
#undef BDW
#undef SKL
#undef ICL
#undef TGL
#undef ADL
#undef SPR
#undef PTL
#undef K8
#undef F10
#undef F15
#undef Z1
#undef Z2
#undef Z3
#undef Z4
#undef Z5
#undef SVM
#undef NOTICED
#undef BEYOND
#undef KEEPS
#undef FIRMWARE

const struct nd_kvm_param nd_kvm_params[] = {
	{ "kvm_intel", "nested", .bits = { "vmx" } },
	{ "kvm_intel", "vpid", .bits = { "vmx-vpid", "vmx-invvpid" },
	  .any = { "vmx-invvpid-single-context", "vmx-invvpid-all-context" } },
	{ "kvm_intel", "ept",
	  .bits = { "vmx-ept", "vmx-page-walk-4", "vmx-ept-wb", "vmx-invept-all-context" } },
	{ "kvm_intel", "eptad", .bits = { "vmx-eptad" }, .params = { "ept" } },
	{ "kvm_intel", "unrestricted_guest", .bits = { "vmx-unrestricted-guest" },
	  .params = { "ept" } },
	{ "kvm_intel", "pml", .bits = { "vmx-pml" }, .params = { "ept", "eptad" } },
	{ "kvm_intel", "flexpriority", .bits = { "vmx-flexpriority", "vmx-apicv-xapic" } },
	{ "kvm_intel", "vnmi", .bits = { "vmx-vnmi", "vmx-vnmi-pending" } },
	/* Without the TPR shadow KVM takes the first two for missing, and the third with them. */
	{ "kvm_intel", "enable_apicv",
	  .bits = { "vmx-flexpriority", "vmx-apicv-register", "vmx-apicv-vid",
		    "vmx-posted-intr" } },
	{ "kvm_intel", "enable_ipiv", .bits = { "x-vmx-tertiary-ctls", "x-vmx-ipi-virt" },
	  .params = { "enable_apicv" } },
	{ "kvm_intel", "preemption_timer", .bits = { "vmx-preemption-timer" } },
	/* With nested=0 KVM does not even look at this one: it stays as it was asked for. */
	{ "kvm_intel", "enable_shadow_vmcs",
	  .bits = { "vmx-shadow-vmcs", "vmx-vmw\162ite-vmexit-fields" }, .params = { "nested" } },
	{ "kvm_intel", "ple_gap", .bits = { "vmx-ple" } },
	{ "kvm_intel", "pt_mode", .bits = { "x-vmx-pt-use-gpa", "vmx-entry-load-rtit-ctl" },
	  .params = { "ept" }, .off = true },
	{ "kvm_amd", "nested", .bits = { "svm" } },
	{ "kvm_amd", "npt", .bits = { "npt" } },
	{ "kvm_amd", "nrips", .bits = { "nrip-save" } },
	{ "kvm_amd", "tsc_scaling", .bits = { "tsc-scale" } },
	{ "kvm_amd", "pause_filter_count", .bits = { "pause-filter" } },
	{ "kvm_amd", "pause_filter_thresh", .bits = { "pause-filter", "pfthreshold" } },
	{ "kvm_amd", "lbrv", .bits = { "lbrv" } },
	{ "kvm_amd", "avic", .bits = { "avic" }, .params = { "npt" }, .off = true },
	{ "kvm_amd", "vls", .bits = { "v-vmsave-vmload" }, .params = { "npt" } },
	{ "kvm_amd", "vgif", .bits = { "vgif" } },
	{ "kvm_amd", "vnmi", .bits = { "vnmi" }, .params = { "vgif" } },
};

const unsigned int nd_nr_kvm_params = ARRAY_SIZE(nd_kvm_params);
