// SPDX-License-Identifier: GPL-2.0-only
/*
 * Machines on which a rule fires and machines on which it must not, as records of a snapshot.
 */
/* Processors: with VMX on bare metal, the same in a VM, without VMX, and with SVM. */
#define FT_IDENT \
	"cpuid 0 0x80000000 0x0 80000008 00000000 00000000 00000000\n" \
	"cpuid 0 0x80000001 0x0 00000000 00000000 00000121 2c100000\n"
#define FT_INTEL	"cpuid 0 0x00000001 0x0 00040651 00100800 7ffafbff bfebfbff\n" FT_IDENT
#define FT_GUEST	"cpuid 0 0x00000001 0x0 00040651 00100800 fffafbff bfebfbff\n" FT_IDENT
#define FT_NO_VMX	"cpuid 0 0x00000001 0x0 00040651 00100800 7ffafbdf bfebfbff\n" FT_IDENT
#define FT_NO_VMX_GUEST	"cpuid 0 0x00000001 0x0 00040651 00100800 fffafbdf bfebfbff\n" FT_IDENT
#define FT_AMD \
	"cpuid 0 0x00000001 0x0 00830f10 00000800 7ef8320b 1f8bfbff\n" \
	"cpuid 0 0x80000000 0x0 80000020 00000000 00000000 00000000\n" \
	"cpuid 0 0x80000001 0x0 00830f10 00000000 75c237ff 2fd3fbff\n"
#define FT_SVM_LEAF(edx)	"cpuid 0 0x8000000a 0x0 00000001 00008000 00000000 " edx "\n"

/*
 * Hypervisors. The values of Hyper-V's leaves were printed
 * by WSL2, on Windows 11 and on Windows 10.
 */
#define FT_HYPERV \
	"cpuid 0 0x40000000 0x0 4000000b 7263694d 666f736f 76482074\n" \
	"cpuid 0 0x40000001 0x0 31237648 00000000 00000000 00000000\n" \
	"cpuid 0 0x40000003 0x0 0000ae7f 003b8030 00000000 e4bed7b6\n"
/* The same with other privileges: CreatePartitions, CpuManagement, Isolation. */
#define FT_PRIVILEGES(ebx) \
	"cpuid 0 0x40000000 0x0 4000000b 7263694d 666f736f 76482074\n" \
	"cpuid 0 0x40000001 0x0 31237648 00000000 00000000 00000000\n" \
	"cpuid 0 0x40000003 0x0 0000ae7f " ebx " 00000000 e4bed7b6\n"
#define FT_WINDOWS_11 FT_HYPERV \
	"cpuid 0 0x40000004 0x0 000a4e24 00000000 00000000 00000000\n" \
	"cpuid 0 0x4000000a 0x0 003e0101 00000000 00000000 00000000\n"
#define FT_WINDOWS_10 FT_HYPERV \
	"cpuid 0 0x40000004 0x0 00020e24 00000000 00000000 00000000\n" \
	"cpuid 0 0x4000000a 0x0 00000000 00000000 00000000 00000000\n"
#define FT_KVM \
	"cpuid 0 0x40000000 0x0 40000001 4b4d564b 564b4d56 0000004d\n"

#define FT_PVM \
	"cpuid 0 0x40000000 0x0 40000002 4b4d564b 564b4d56 0000004d\n" \
	"cpuid 0 0x40000002 0x0 00000000 004d5650 00000000 00000000\n"
#define FT_AMD_NO_SVM_GUEST \
	"cpuid 0 0x00000000 0x0 00000010 68747541 444d4163 69746e65\n" \
	"cpuid 0 0x00000001 0x0 00a00f11 00000800 fef8320b 1f8bfbff\n" \
	"cpuid 0 0x80000000 0x0 80000020 00000000 00000000 00000000\n" \
	"cpuid 0 0x80000001 0x0 00a00f11 00000000 75c237fb 2fd3fbff\n"
#define FT_EC2		"host dmi_vendor Amazon\\040EC2\n"
#define FT_GCE		"host dmi_product Google\\040Compute\\040Engine\n"
#define FT_AZURE	"host dmi_asset 7783-7084-3265-9085-8269-3286-77\n"

#define FT_VMX_ON	"msr 0 0x3a 0x0000000000000005\n"
#define FT_VMX_LOCKED	"msr 0 0x3a 0x0000000000000001\n"

/* A Core i7-4600U (Haswell), as read by github.com/honorarybot/VmxCaps. */
#define FT_HASWELL \
	"msr 0 0x480 0x00da040000000012\nmsr 0 0x481 0x0000007f00000016\n" \
	"msr 0 0x482 0xfff9fffe0401e172\nmsr 0 0x483 0x007fffff00036dff\n" \
	"msr 0 0x484 0x0000ffff000011ff\nmsr 0 0x485 0x00000000300481e5\n" \
	"msr 0 0x486 0x0000000080000021\nmsr 0 0x487 0x00000000ffffffff\n" \
	"msr 0 0x488 0x0000000000002000\nmsr 0 0x489 0x00000000001767ff\n" \
	"msr 0 0x48a 0x000000000000002a\nmsr 0 0x48b 0x00007cff00000000\n" \
	"msr 0 0x48c 0x00000f0106334141\nmsr 0 0x48d 0x0000007f00000016\n" \
	"msr 0 0x48e 0xfff9fffe04006172\nmsr 0 0x48f 0x007fffff00036dfb\n" \
	"msr 0 0x490 0x0000ffff000011fb\n"

/* The same processor's second CPU. */
#define FT_HASWELL_1 \
	"msr 1 0x480 0x00da040000000012\nmsr 1 0x481 0x0000007f00000016\n" \
	"msr 1 0x482 0xfff9fffe0401e172\nmsr 1 0x483 0x007fffff00036dff\n" \
	"msr 1 0x484 0x0000ffff000011ff\nmsr 1 0x485 0x00000000300481e5\n" \
	"msr 1 0x486 0x0000000080000021\nmsr 1 0x487 0x00000000ffffffff\n" \
	"msr 1 0x488 0x0000000000002000\nmsr 1 0x489 0x00000000001767ff\n" \
	"msr 1 0x48a 0x000000000000002a\nmsr 1 0x48b 0x00007cff00000000\n" \
	"msr 1 0x48c 0x00000f0106334141\nmsr 1 0x48d 0x0000007f00000016\n" \
	"msr 1 0x48e 0xfff9fffe04006172\nmsr 1 0x48f 0x007fffff00036dfb\n" \
	"msr 1 0x490 0x0000ffff000011fb\nmsr 1 0x491 0x0000000000000001\n" \
	"msr 1 0x492 absent\nmsr 1 0x493 absent\n"

/* A KVM guest as read by XMHF inside it: exit controls without host address-space size. */
#define FT_XMHF_EXIT	"msr 0 0x483 0x007ffdff00036dff\n"

#define FT_ASSIST_ON \
	"assist 0 0x10001000 ok 0000000000000000000000000000000000000000000000000000000000000000" \
	"0000000000000000010000000000000000500010000000000000000000000000\n"

#define FT_MODULE	"module 0.1.0 1\n"
#define FT_LINUX	"kernel 6.12.1 x86_64\n"
#define FT_EVMCS	"" FT_MODULE FT_GUEST FT_WINDOWS_11 FT_ASSIST_ON
#define FT_TRACE	"trace vmx 64 0 2000000 vmx\ntracepoint kvm_exit attached 0\n"
#define FT_TRACE_SVM	"trace vmcb 64 0 2000000 svm\ntracepoint kvm_exit attached 0\n"
#define FT_APICV	"param kvm_intel enable_apicv Y\n"
#define FT_AVIC		"param kvm_amd nested 1\nparam kvm_amd avic Y\n"
#define FT_WINDOWS	"host guests_qemu 3\nhost guests_hyperv 2\nhost guests_hyperv_nested 1\n"
#define FT_WINDOWS_3	"host guests_qemu 3\nhost guests_hyperv 3\nhost guests_hyperv_nested 3\n"
#define FT_OFFER_EVMCS(versions) FT_OFFER_LEAF("77fafbff") \
	"guest_cpuid 0x40000001 0x0 31237648 00000000 00000000 00000000\n" \
	"guest_cpuid 0x4000000a 0x0 " versions " 00000000 00000000 00000000\n"
#define FT_USERSPACE	"tracepoint kvm_userspace_exit attached 0\n"
#define FT_IBPB_USER \
	"host vmscape Mitigation:\\040IBPB\\040before\\040exit\\040to\\040userspace\n" \
	"host srso Mitigation:\\040Safe\\040RET\n"
#define FT_IBPB_EXIT	"host vmscape Mitigation:\\040IBPB\\040on\\040VMEXIT\n"
#define FT_HOST		"host modules kvm\\040kvm_intel\n"
#define FT_NESTED	"param kvm_intel nested Y\n"
/* What KVM gives to guests: ECX of leaf 1, and the allowed-1 half of 0x48b. */
#define FT_OFFER_LEAF(ecx) \
	"host kvm_offer ok\nguest_cpuid 0x00000001 0x0 00040651 00100800 " ecx " bfebfbff\n"
#define FT_OFFER_MSRS(allowed) \
	"guest_msr 0x482 0xfff9fffe04006172\nguest_msr 0x48b 0x" allowed "00000000\n"

/**
 * struct find_test_case - a rule, a machine, and what the rule says of it
 * @id:      the rule
 * @verdict: what it must say
 * @words:   in its evidence, or in its remedy; NULL for nothing particular
 * @records: the machine
 */
struct find_test_case {
	const char *id;
	enum nd_verdict verdict;
	const char *words;
	const char *records;
};

static const struct find_test_case find_test_table[] = {
	{ "virt-absent", ND_FIRES, "this CPU may have none", FT_NO_VMX },
	/* Of a Haswell every one has VMX. */
	{ "virt-absent", ND_FIRES, "no setting of the firmware",
	  "cpuid 0 0x00000000 0x0 00000001 756e6547 6c65746e 49656e69\n"
	  "cpuid 0 0x00000001 0x0 00000543 00000000 00000000 008001bf\n" FT_IDENT },
	{ "virt-absent", ND_FIRES, "no setting of the firmware",	/* Transmeta Crusoe */
	  "cpuid 0 0x00000000 0x0 00000001 756e6547 3638784d 54656e69\n"
	  "cpuid 0 0x00000001 0x0 00000543 00000000 00000000 0084893f\n" FT_IDENT },
	{ "virt-absent", ND_FIRES, "no setting of the firmware",	/* AMD K6 */
	  "cpuid 0 0x00000000 0x0 00000001 68747541 444d4163 69746e65\n"
	  "cpuid 0 0x00000001 0x0 000005d0 00000000 00000000 008021bf\n" FT_IDENT },
	{ "virt-absent", ND_FIRES, "this CPU may have none",	/* NobodyKnows! */
	  "cpuid 0 0x00000000 0x0 00000016 6f626f4e 2173776f 6e4b7964\n" FT_NO_VMX },
	{ "virt-absent", ND_FIRES, "VT-x, VMX) in",
	  "cpuid 0 0x00000000 0x0 00000016 756e6547 6c65746e 49656e69\n"
	  "cpuid 0 0x00000001 0x0 000006d8 00000000 00000000 0084893f\n" FT_IDENT },
	{ "virt-absent", ND_FIRES, "SVM, AMD-V) in",
	  "cpuid 0 0x00000000 0x0 00000001 68747541 444d4163 69746e65\n"
	  "cpuid 0 0x00000001 0x0 00000f5a 00000000 00000000 078bfbff\n" FT_IDENT },
	{ "virt-absent", ND_FIRES, "the emulated processor has no vmx",
	  FT_NO_VMX "cpuid 0 0x80000002 0x0 74726956 416c6175 656c7070 32204020\n"
	  "cpuid 0 0x80000003 0x0 4730352e 00007a48 00000000 00000000\n"
	  "cpuid 0 0x80000004 0x0 00000000 00000000 00000000 00000000\n" },
	{ "virt-absent", ND_FIRES, "update the firmware",
	  "cpuid 0 0x00000000 0x0 0000000d 756e6547 6c65746e 49656e69\n" FT_NO_VMX },
	{ "virt-absent", ND_FIRES, "this model (Haswell) has vmx",
	  "cpuid 0 0x00000000 0x0 0000000d 756e6547 6c65746e 49656e69\n" FT_NO_VMX },
	{ "virt-absent", ND_FIRES, "Set-VMProcessor", FT_NO_VMX_GUEST FT_WINDOWS_11 },
	{ "virt-absent", ND_FIRES, "nestedVirtualization=true",
	  "kernel 5.15.90.1-microsoft-standard-WSL2 x86_64\n" FT_NO_VMX_GUEST FT_WINDOWS_10 },
	{ "virt-absent", ND_FIRES, "host-passthrough", FT_NO_VMX_GUEST FT_KVM },
	{ "virt-absent", ND_FIRES, "Azure VM size",
	  FT_NO_VMX_GUEST FT_WINDOWS_10 "host dmi_asset 7783-7084-3265-9085-8269-3286-77\n" },
	{ "virt-absent", ND_FIRES, ".metal",
	  FT_NO_VMX_GUEST FT_KVM "host dmi_vendor Amazon\\040EC2\n" },
	{ "virt-absent", ND_FIRES, "C8i, M8i or R8i", FT_NO_VMX_GUEST FT_KVM FT_EC2 },
	{ "virt-absent", ND_FIRES, "or use a .metal instance",
	  FT_NO_VMX_GUEST FT_KVM FT_EC2 "host dmi_product m5.large\n" },
	{ "virt-absent", ND_FIRES, "launch it with --cpu-options NestedVirtualization=enabled",
	  FT_NO_VMX_GUEST FT_KVM FT_EC2 "host dmi_product r8i-flex.large\n" },
	{ "virt-absent", ND_FIRES, "E2 and memory-optimized machine types cannot",
	  FT_NO_VMX_GUEST FT_KVM FT_GCE },
	{ "virt-absent", ND_FIRES, "with an Intel processor", FT_AMD_NO_SVM_GUEST FT_KVM FT_GCE },
	{ "virt-absent", ND_FIRES, "not confidential",
	  FT_NO_VMX_GUEST FT_PRIVILEGES("00400030") FT_AZURE },
	{ "virt-absent", ND_FIRES, "Arm sizes do not", FT_NO_VMX_GUEST FT_PRIVILEGES("00000030") FT_AZURE },
	/* The host's own partitions: nothing is exposed to them, and no cmdlet does it. */
	{ "virt-absent", ND_FIRES, "boots without the hypervisor",
	  FT_NO_VMX_GUEST FT_PRIVILEGES("003b9001") },
	{ "virt-absent", ND_FIRES, "siblings of this machine",
	  FT_NO_VMX_GUEST FT_PRIVILEGES("003b8001") },
	{ "virt-absent", ND_FIRES, "have the hypervisor below expose VMX or SVM to this VM",
	  FT_NO_VMX_GUEST },
	{ "virt-absent", ND_FIRES, "instead of kvm_pvm", FT_NO_VMX_GUEST FT_PVM },
	/* A cloud's name on bare metal is no cloud's hypervisor. */
	{ "virt-absent", ND_FIRES, "firmware setup", FT_NO_VMX FT_EC2 "host dmi_product c5.metal\n" },
	/* Guests run all the same. */
	{ "virt-absent", ND_NOT_ASKED, NULL, FT_NO_VMX_GUEST FT_KVM "host modules kvm\\040kvm_pvm\n" },
	{ "virt-software", ND_FIRES, "kvm_pvm is loaded",
	  FT_NO_VMX_GUEST FT_KVM "host modules kvm\\040kvm_pvm\n" },
	{ "virt-software", ND_FIRES, "/dev/kvm can be opened", FT_NO_VMX "host kvm_open ok\n" },
	{ "virt-software", ND_NOT_ASKED, NULL, FT_NO_VMX "host modules kvm\n" },
	{ "virt-absent", ND_NOT_ASKED, NULL,
	  FT_NO_VMX_GUEST FT_PRIVILEGES("003b9001") "host modules mshv_root\n" },
	{ "virt-mshv", ND_FIRES, "mshv_root is loaded",
	  FT_NO_VMX_GUEST FT_PRIVILEGES("003b9001") "host modules mshv_root\n" },
	{ "virt-mshv", ND_NOT_ASKED, NULL, FT_NO_VMX_GUEST FT_PRIVILEGES("003b9001") },
	{ "virt-software", ND_NOT_ASKED, NULL, FT_INTEL FT_VMX_ON FT_HOST },
	{ "virt-software", ND_NOT_ASKED, NULL, FT_GUEST FT_KVM FT_VMX_ON "host modules kvm\\040kvm_intel\n" },
	{ "virt-software", ND_NOT_ASKED, NULL, FT_INTEL FT_VMX_ON "host kvm_open ok\n" },
	{ "virt-absent", ND_PASSES, NULL, FT_GUEST FT_KVM FT_VMX_ON FT_GCE },
	{ "virt-absent", ND_PASSES, NULL, FT_GUEST FT_KVM FT_VMX_ON FT_EC2 "host dmi_product c8i.large\n" },
	{ "virt-absent", ND_PASSES, NULL, FT_GUEST FT_PRIVILEGES("003b8030") FT_AZURE },
	{ "virt-absent", ND_PASSES, NULL, FT_GUEST FT_PVM },
	{ "virt-absent", ND_PASSES, NULL,
	  "cpuid 0 0x00000000 0x0 00000010 68747541 444d4163 69746e65\n" FT_AMD FT_KVM FT_GCE },
	{ "virt-absent", ND_PASSES, NULL, FT_INTEL FT_VMX_ON FT_EC2 "host dmi_product c5.metal\n" },
	{ "virt-absent", ND_PASSES, NULL, FT_INTEL FT_VMX_ON },
	{ "virt-absent", ND_PASSES, NULL, FT_INTEL FT_VMX_ON
	  "cpuid 0 0x80000002 0x0 65746e49 2952286c 726f4320 4d542865\n"
	  "cpuid 0 0x80000003 0x0 37692029 3737342d 50432030 20402055\n"
	  "cpuid 0 0x80000004 0x0 30342e33 007a4847 00000000 00000000\n" },
	{ "virt-absent", ND_PASSES, NULL, FT_AMD "msr 0 0xc0010114 0x0000000000000000\n" },
	{ "virt-absent", ND_PASSES, NULL,
	  "kernel 5.15.90.1-microsoft-standard-WSL2 x86_64\n" FT_GUEST FT_WINDOWS_10 },
	{ "virt-absent", ND_PASSES, NULL, FT_GUEST FT_KVM "host dmi_vendor Amazon\\040EC2\n" },
	{ "virt-absent", ND_PASSES, NULL,
	  FT_GUEST FT_WINDOWS_11 "host dmi_asset 7783-7084-3265-9085-8269-3286-77\n" },
	{ "virt-absent", ND_CANNOT_TELL, "CPUID", FT_HASWELL },
	/* No VMX, and of SVM the leaf is missing: not AMD's alone, but Intel has none. */
	{ "virt-absent", ND_CANNOT_TELL, "CPUID",
	  "cpuid 0 0x00000000 0x0 00000001 68747541 444d4163 69746e65\n"
	  "cpuid 0 0x00000001 0x0 00000580 00000000 00000000 008001bf\n" },
	{ "virt-absent", ND_FIRES, "firmware setup",
	  "cpuid 0 0x00000000 0x0 00000002 756e6547 6c65746e 49656e69\n"
	  "cpuid 0 0x00000001 0x0 00000673 00000000 00000000 0387f9ff\n" },
	/* Of other features than VMX, too, that register is the lock. */
	{ "virt-absent", ND_CANNOT_TELL, "CPUID", FT_VMX_LOCKED },
	{ "virt-absent", ND_PASSES, NULL, FT_INTEL FT_VMX_LOCKED },

	{ "virt-locked", ND_FIRES, "0x1", FT_INTEL FT_VMX_LOCKED },
	{ "virt-locked", ND_FIRES, "SVMDIS and LOCK", FT_AMD "msr 0 0xc0010114 0x0000000000000018\n" },
	{ "virt-locked", ND_PASSES, NULL, FT_INTEL FT_VMX_ON },
	{ "virt-locked", ND_PASSES, NULL, FT_AMD "msr 0 0xc0010114 0x0000000000000000\n" },
	{ "virt-locked", ND_NOT_ASKED, NULL, FT_GUEST FT_KVM FT_VMX_LOCKED },
	{ "virt-locked", ND_CANNOT_TELL, "not read", FT_INTEL },
	{ "virt-locked-below", ND_FIRES, "host-passthrough", FT_GUEST FT_KVM FT_VMX_LOCKED },
	{ "virt-locked-below", ND_NOT_ASKED, NULL, FT_INTEL FT_VMX_LOCKED },
	{ "virt-locked-below", ND_PASSES, NULL, FT_GUEST FT_KVM FT_VMX_ON },

	{ "virt-unlocked", ND_FIRES, "0x4", FT_INTEL "msr 0 0x3a 0x0000000000000004\n" },
	{ "virt-unlocked", ND_PASSES, NULL, FT_INTEL FT_VMX_ON },
	{ "virt-unlocked", ND_NOT_ASKED, NULL, FT_NO_VMX "msr 0 0x3a 0x0000000000000000\n" },
	{ "svm-disabled", ND_FIRES, "SVMDIS", FT_AMD "msr 0 0xc0010114 0x0000000000000010\n" },
	{ "svm-disabled", ND_PASSES, NULL, FT_AMD "msr 0 0xc0010114 0x0000000000000000\n" },
	/* Locked off is another finding, and nothing to pass here. */
	{ "svm-disabled", ND_NOT_ASKED, NULL, FT_AMD "msr 0 0xc0010114 0x0000000000000018\n" },
	{ "svm-disabled", ND_NOT_ASKED, NULL, FT_INTEL FT_VMX_ON },

	{ "x2avic-alone", ND_FIRES, "bit 13 is not", FT_AMD FT_SVM_LEAF("00040001") },
	{ "x2avic-alone", ND_PASSES, NULL, FT_AMD FT_SVM_LEAF("00042001") },
	{ "x2avic-alone", ND_NOT_ASKED, NULL, FT_AMD FT_SVM_LEAF("00000001") },
	{ "x2avic-alone", ND_CANNOT_TELL, "not recorded", FT_AMD },
	{ "x2avic-alone", ND_NOT_ASKED, NULL, FT_INTEL FT_VMX_ON },

	{ "hyperv-no-nesting", ND_FIRES, "EAX is 0", FT_GUEST FT_WINDOWS_10 },
	{ "hyperv-no-nesting", ND_PASSES, NULL, FT_GUEST FT_WINDOWS_11 },
	{ "hyperv-no-nesting", ND_NOT_ASKED, NULL, FT_NO_VMX_GUEST FT_WINDOWS_10 },
	{ "hyperv-no-nesting", ND_NOT_ASKED, NULL, FT_GUEST FT_KVM },
	{ "hyperv-no-nesting", ND_NOT_ASKED, NULL, FT_GUEST FT_PRIVILEGES("003b9001") },

	/* A Core i5-L16G7 (Lakefield): the large core, and a small one. */
	{ "cpus-differ", ND_FIRES, "1 capability register;",
	  "msr 0 0x48b 0x435fffff00000000\nmsr 1 0x48b 0x035fffff00000000\n" },
	{ "cpus-differ", ND_FIRES, "pin VMs to CPUs of one kind",
	  FT_INTEL "cpuid 0 0x00000007 0x0 00000000 239422c3 00400104 bc008400\n"
	  "msr 0 0x48b 0x435fffff00000000\nmsr 1 0x48b 0x035fffff00000000\n" },
	{ "cpus-differ", ND_PASSES, NULL,
	  FT_INTEL FT_HASWELL "cpuid 0 0x00000007 0x0 00000000 239422c3 00400104 bc008400\n"
	  "msr 0 0x491 0x0000000000000001\n" FT_HASWELL_1 },
	{ "cpus-differ", ND_PASSES, NULL,
	  FT_INTEL FT_HASWELL "msr 0 0x491 0x0000000000000001\n" FT_HASWELL_1 },
	{ "cpus-differ", ND_CANNOT_TELL, "IA32_VMX_BASIC of CPU 0: not read",
	  "msr 0 0x48b 0x00007cff00000000\nmsr 1 0x48b 0x00007cff00000000\n" },
	/* Nothing was read but CPUID. */
	{ "cpus-differ", ND_CANNOT_TELL, "not read",
	  FT_INTEL "cpuid 1 0x00000001 0x0 00040651 00100800 7ffafbff bfebfbff\n" },
	{ "cpus-differ", ND_NOT_ASKED, NULL,
	  FT_NO_VMX "cpuid 1 0x00000001 0x0 00040651 00100800 7ffafbdf bfebfbff\n" },
	{ "cpus-differ", ND_CANNOT_TELL, "CPUID 0x8000000a of CPU 0 was not recorded",
	  FT_AMD "msr 0 0xc0010114 0x0000000000000000\nmsr 1 0xc0010114 0x0000000000000000\n" },
	{ "cpus-differ", ND_CANNOT_TELL, "CPUID 0x8000000a of CPU 1 was not recorded",
	  FT_AMD FT_SVM_LEAF("01bdbcff")
	  "msr 0 0xc0010114 0x0000000000000000\nmsr 1 0xc0010114 0x0000000000000000\n" },
	{ "cpus-differ", ND_PASSES, NULL,
	  FT_AMD FT_SVM_LEAF("01bdbcff")
	  "cpuid 1 0x8000000a 0x0 00000001 00008000 00000000 01bdbcff\n"
	  "msr 0 0xc0010114 0x0000000000000000\nmsr 1 0xc0010114 0x0000000000000000\n" },
	{ "cpus-differ", ND_FIRES, "EDX is 0x01bdbcff on CPU 0, 0x01bd9cff on CPU 1",
	  FT_AMD FT_SVM_LEAF("01bdbcff")
	  "cpuid 1 0x8000000a 0x0 00000001 00008000 00000000 01bd9cff\n"
	  "msr 0 0xc0010114 0x0000000000000000\nmsr 1 0xc0010114 0x0000000000000000\n" },
	{ "cpus-differ", ND_NOT_ASKED, NULL, FT_HASWELL },
	{ "microcode-differs", ND_FIRES, "CPU 1 has 0x26",
	  FT_INTEL "cpu 0 GenuineIntel 6 69 1 0x25\ncpu 1 GenuineIntel 6 69 1 0x26\n" },
	{ "microcode-differs", ND_PASSES, NULL,
	  FT_INTEL "cpu 0 GenuineIntel 6 69 1 0x25\ncpu 1 GenuineIntel 6 69 1 0x25\n" },
	/* Cores of two kinds, and what hypervisors show in the place of a revision. */
	{ "microcode-differs", ND_PASSES, NULL,
	  FT_INTEL "cpu 0 GenuineIntel 6 138 1 0x25\ncpu 1 GenuineIntel 6 150 1 0x26\n" },
	{ "microcode-differs", ND_NOT_ASKED, NULL,
	  FT_INTEL "cpu 0 GenuineIntel 6 69 1 0xffffffff\ncpu 1 GenuineIntel 6 69 1 0x0\n" },

	{ "evmcs-unused", ND_FIRES, "kvm=off", FT_GUEST FT_WINDOWS_11 "platform kvm yes\n" },
	{ "evmcs-unused", ND_PASSES, NULL,
	  FT_EVMCS "platform ms-hyperv yes\nparam kvm_intel enlightened_vmcs Y\n" },
	{ "evmcs-unused", ND_FIRES, "CONFIG_HYPERV", FT_GUEST FT_WINDOWS_11 "platform none no\n" },
	{ "evmcs-unused", ND_FIRES, "no VP assist page",
	  FT_GUEST FT_WINDOWS_11 "platform ms-hyperv yes\nassist 0 0x0 absent\n" },
	{ "evmcs-unused", ND_FIRES, "enlightened_vmcs=1",
	  FT_GUEST FT_WINDOWS_11 "platform ms-hyperv yes\nparam kvm_intel enlightened_vmcs N\n" },
	{ "evmcs-unused", ND_PASSES, NULL, FT_EVMCS },
	{ "evmcs-unused", ND_CANNOT_TELL, "only the module can see", FT_GUEST FT_WINDOWS_11 },
	{ "evmcs-unused", ND_NOT_ASKED, NULL, FT_MODULE FT_GUEST FT_WINDOWS_11 },
	{ "evmcs-unused", ND_NOT_ASKED, NULL, FT_GUEST FT_WINDOWS_10 },
	{ "evmcs-unused", ND_NOT_ASKED, NULL, FT_INTEL },
	{ "evmcs-costs", ND_FIRES, "were not read", FT_EVMCS },
	{ "evmcs-costs", ND_NOT_ASKED, NULL, FT_GUEST FT_WINDOWS_11 "platform kvm yes\n" },
	{ "evmcs-stale", ND_FIRES, "1 CPU points", FT_GUEST FT_WINDOWS_11 "evmcs 0 0x5000 stale\n" },
	{ "evmcs-stale", ND_PASSES, NULL, FT_GUEST FT_WINDOWS_11 "evmcs 0 0x5000 current\n" },
	{ "evmcs-stale", ND_CANNOT_TELL, "module", FT_GUEST FT_WINDOWS_11 },
	{ "evmcs-stale", ND_NOT_ASKED, NULL, FT_INTEL },
	{ "evmcs-deeper", ND_FIRES, "10 nested entries",
	  FT_EVMCS FT_TRACE "nested 10 12\nexits vmx nested 0xa 12 0 0 0 0\n" },
	{ "evmcs-deeper", ND_PASSES, NULL,
	  FT_EVMCS FT_TRACE "nested 10 12\nexits vmx nested 0x80000021 12 0 0 0 0\n" },
	{ "evmcs-deeper", ND_PASSES, NULL, FT_EVMCS FT_TRACE "nested 0 0\n" },
	{ "evmcs-deeper", ND_NOT_ASKED, NULL, FT_EVMCS },
	{ "evmcs-deeper", ND_NOT_ASKED, NULL, FT_INTEL FT_TRACE "nested 10 12\n" },

	{ "regs-basic", ND_PASSES, NULL, FT_INTEL FT_HASWELL },
	{ "regs-basic", ND_FIRES, "VMCS size 0", FT_INTEL "msr 0 0x480 0x00d8000000000012\n" },
	{ "regs-basic", ND_FIRES, "VMCS size 8191", FT_INTEL "msr 0 0x480 0x00d81fff00000012\n" },
	{ "regs-basic", ND_FIRES, "memory type 0", FT_INTEL "msr 0 0x480 0x0080040000000012\n" },
	{ "regs-basic", ND_FIRES, "32 bits", FT_INTEL "msr 0 0x480 0x00d9040000000012\n" },
	{ "regs-basic", ND_PASSES, NULL,
	  "kernel 6.1.0 i686\n" FT_INTEL "msr 0 0x480 0x00d9040000000012\n" },
	/* A processor without long mode, of whose kernel nothing is known. */
	{ "regs-basic", ND_PASSES, NULL,
	  "cpuid 0 0x00000001 0x0 000006e8 00100800 0000c1a9 bfe9fbff\n"
	  "cpuid 0 0x80000001 0x0 00000000 00000000 00000000 00100000\n"
	  "msr 0 0x480 0x00d9040000000012\n" },
	{ "regs-required", ND_CANNOT_TELL, "not read",
	  "cpuid 0 0x00000001 0x0 000006e8 00100800 0000c1a9 bfe9fbff\n"
	  "cpuid 0 0x80000001 0x0 00000000 00000000 00000000 00100000\n" FT_XMHF_EXIT },
	{ "regs-basic", ND_CANNOT_TELL, "faulted", FT_INTEL "msr 0 0x480 fault\n" },
	{ "regs-basic", ND_NOT_ASKED, NULL, FT_NO_VMX },
	{ "regs-required", ND_PASSES, NULL, FT_INTEL FT_HASWELL },
	{ "regs-required", ND_FIRES, "Host address-space size", FT_GUEST FT_XMHF_EXIT },
	{ "regs-required", ND_CANNOT_TELL, "not read",
	  "kernel 6.1.0 i686\n" FT_GUEST FT_XMHF_EXIT },
	{ "regs-required", ND_FIRES, "HLT exiting", FT_INTEL "msr 0 0x482 0xfff9ff7e0401e172\n" },
	{ "regs-contradict", ND_PASSES, NULL, FT_INTEL FT_HASWELL },
	{ "regs-contradict", ND_FIRES, "0x16 must be 1",
	  FT_INTEL "msr 0 0x481 0x0000000900000016\n" },
	/* A TRUE register that IA32_VMX_BASIC does not report says nothing. */
	{ "regs-contradict", ND_CANNOT_TELL, "IA32_VMX_PROCBASED_CTLS: not read",
	  FT_INTEL "msr 0 0x480 0x005a080000000007\nmsr 0 0x481 0x0000003f00000016\n"
	  "msr 0 0x48d 0x0000000000000016\n" },
	{ "regs-ept-vpid", ND_PASSES, NULL, FT_INTEL FT_HASWELL },
	{ "regs-ept-vpid", ND_FIRES, "EPT capabilities 0x6114041",
	  FT_INTEL "msr 0 0x482 0xfff9fffe0401e172\nmsr 0 0x48b 0x0000182c00000000\n"
	  "msr 0 0x48c 0x00000f0106114041\n" },
	{ "regs-ept-vpid", ND_FIRES, "VPID capabilities 0xf01",
	  FT_INTEL "msr 0 0x482 0xfff9fffe0401e172\nmsr 0 0x48b 0x0000180e00000000\n"
	  "msr 0 0x48c 0x00000f0106114041\n" },
	{ "regs-ept-vpid", ND_NOT_ASKED, NULL, FT_INTEL "msr 0 0x48c absent\n" },
	{ "regs-pairs", ND_PASSES, NULL, FT_INTEL FT_HASWELL },
	{ "regs-pairs", ND_FIRES, "vmx-entry-load-efer without vmx-exit-load-efer",
	  FT_INTEL "msr 0 0x483 0x005fffff00036dff\nmsr 0 0x484 0x0000ffff000011ff\n" },
	{ "regs-pairs", ND_FIRES, "vmx-exit-load-pat without vmx-entry-load-pat",
	  FT_INTEL "msr 0 0x483 0x007fffff00036dff\nmsr 0 0x484 0x0000bfff000011ff\n" },
	{ "regs-depends", ND_PASSES, NULL, FT_INTEL FT_HASWELL },
	{ "regs-depends", ND_FIRES, "vmx-unrestricted-guest without vmx-ept",
	  FT_INTEL "msr 0 0x482 0xfff9fffe0401e172\nmsr 0 0x48b 0x000000a000000000\n" },
	{ "regs-depends", ND_FIRES, "vmx-posted-intr without vmx-apicv-vid",
	  FT_INTEL "msr 0 0x481 0x000000ff00000016\nmsr 0 0x482 0xfff9fffe0401e172\n"
	  "msr 0 0x48b 0x000000ff00000000\n" },
	{ "regs-true", ND_PASSES, NULL, FT_INTEL FT_HASWELL },
	{ "regs-true", ND_FIRES,
	  "bit 7 (vmx-posted-intr) may be 1 by IA32_VMX_TRUE_PINBASED_CTLS, not by IA32_VMX_PINBASED_CTLS",
	  FT_INTEL "msr 0 0x480 0x00da040000000012\nmsr 0 0x481 0x0000007f00000016\n"
	  "msr 0 0x48d 0x000000ff00000016\n" },
	{ "regs-true", ND_FIRES, "bit 5 (no known control) may be 1 by IA32_VMX_EXIT_CTLS, not",
	  FT_INTEL "msr 0 0x480 0x00da040000000012\nmsr 0 0x483 0x007fffff00036dff\n"
	  "msr 0 0x48f 0x007fffdf00036ddb\n" },
	{ "regs-true", ND_NOT_ASKED, NULL,
	  FT_INTEL "msr 0 0x480 0x005a080000000007\nmsr 0 0x481 0x0000003f00000016\n"
	  "msr 0 0x48d 0x0000000000000016\n" },
	{ "regs-default1", ND_PASSES, NULL, FT_INTEL FT_HASWELL },
	{ "regs-default1", ND_FIRES, "IA32_VMX_PINBASED_CTLS lacks 0x2",
	  FT_INTEL "msr 0 0x481 0x0000007f00000014\n" },
	{ "regs-reserved", ND_PASSES, NULL, FT_INTEL FT_HASWELL },
	{ "regs-reserved", ND_FIRES, "0x80000000", FT_INTEL "msr 0 0x480 0x00da040080000012\n" },
	{ "regs-reserved", ND_FIRES, "IA32_VMX_PROCBASED_CTLS2 has 0x2",
	  FT_INTEL "msr 0 0x48b 0x00007cff00000002\n" },
	{ "regs-reserved", ND_FIRES, "IA32_VMX_VMCS_ENUM has 0x1",
	  FT_INTEL "msr 0 0x48a 0x000000000000002b\n" },
	{ "regs-fixed", ND_PASSES, NULL, FT_INTEL FT_HASWELL },
	{ "regs-fixed", ND_FIRES, "0x2000",
	  FT_INTEL "msr 0 0x486 0x0000000080000021\nmsr 0 0x487 0x00000000ffffffff\n"
	  "msr 0 0x488 0x0000000000002000\nmsr 0 0x489 0x00000000001747ff\n" },

	{ "nested-off", ND_FIRES, "kvm_intel has nested=N", FT_INTEL "param kvm_intel nested N\n" },
	{ "nested-off", ND_FIRES, "options kvm_amd", FT_AMD "param kvm_amd nested 0\n" },
	{ "nested-off", ND_FIRES, "; /etc/modprobe.d/kvm.conf sets it",
	  FT_INTEL "param kvm_intel nested N\n"
	  "host asked.kvm_intel.nested 0\\040/etc/modprobe.d/kvm.conf\n" },
	{ "nested-off", ND_FIRES, "set nested=1 where it is set to 0, then reload kvm_amd",
	  FT_AMD "param kvm_amd nested 0\n"
	  "host boot.kvm_amd.nested 0\\040kernel\\040command\\040line\n" },
	{ "nested-off", ND_FIRES, "options kvm_amd",
	  FT_AMD "param kvm_amd nested 0\nhost asked.kvm_amd.nested 1\\040/etc/modprobe.d/kvm.conf\n" },
	/* Never "nested=1" without what is known of this kernel. */
	{ "nested-off", ND_FIRES, "the kernel was not recorded", FT_INTEL "param kvm_intel nested N\n" },
	{ "nested-off", ND_FIRES, "Januscape, fixed in 6.12.95",
	  FT_INTEL "kernel 6.12.94 x86_64\nparam kvm_intel nested N\n" },
	{ "nested-off", ND_FIRES, "first a kernel with the fixes",
	  FT_AMD "kernel 6.12.94 x86_64\nparam kvm_amd nested 0\n" },
	{ "nested-off", ND_FIRES, "first see whether",
	  FT_INTEL "kernel 5.14.0-687.el9.x86_64 x86_64\nparam kvm_intel nested N\n" },
	{ "nested-off", ND_FIRES, "has the fixes of the known holes",
	  FT_INTEL "kernel 6.12.117+deb12-amd64 x86_64\nparam kvm_intel nested N\n" },
	{ "nested-off", ND_PASSES, NULL, FT_INTEL FT_NESTED },
	{ "nested-off", ND_PASSES, NULL, FT_AMD "param kvm_amd nested 1\n" },
	{ "nested-off", ND_FIRES, "with the fixes; then set nested=1 where it is set to 0, then reload kvm_amd",
	  "kernel 6.12.94 x86_64\n" FT_AMD "param kvm_amd nested 0\n"
	  "host asked.kvm_amd.nested 0\\040/etc/modprobe.d/kvm.conf\n" },
	{ "nested-off", ND_PASSES, NULL, "kernel 6.12.94 x86_64\n" FT_INTEL FT_NESTED },
	{ "nested-off", ND_PASSES, NULL, "kernel 6.12.94 x86_64\n" FT_AMD "param kvm_amd nested 1\n" },
	{ "nested-off", ND_CANNOT_TELL, "neither on nor off", FT_INTEL "param kvm_intel nested 2\n" },
	{ "nested-off", ND_CANNOT_TELL, "not recorded", FT_INTEL },
	/* Neither kvm_intel nor kvm_amd is loaded, or not even kvm: they have no parameters. */
	{ "nested-off", ND_NOT_ASKED, NULL,
	  FT_INTEL "host modules kvm\nparam kvm tdp_mmu Y\n" },
	{ "nested-off", ND_NOT_ASKED, NULL, FT_INTEL "host modules nestdiag\n" },
	{ "nested-paging-off", ND_FIRES, "ept=N", FT_NESTED "param kvm_intel ept N\n" },
	{ "nested-paging-off", ND_FIRES, "npt=N",
	  "param kvm_amd nested 1\nparam kvm_amd npt N\n" },
	{ "nested-paging-off", ND_PASSES, NULL, FT_NESTED "param kvm_intel ept Y\n" },
	{ "nested-paging-off", ND_PASSES, NULL, "param kvm_amd nested 1\nparam kvm_amd npt Y\n" },
	{ "nested-paging-off", ND_NOT_ASKED, NULL,
	  "param kvm_intel nested N\nparam kvm_intel ept N\n" },
	{ "nested-shadow-off", ND_FIRES, "enable_shadow_vmcs=N",
	  FT_INTEL FT_VMX_ON FT_HASWELL FT_NESTED "param kvm_intel enable_shadow_vmcs N\n" },
	{ "nested-shadow-off", ND_PASSES, NULL,
	  FT_INTEL FT_VMX_ON FT_HASWELL FT_NESTED "param kvm_intel enable_shadow_vmcs Y\n" },
	/* Not the parameter's doing if the processor has none, or eVMCS takes it away. */
	{ "nested-shadow-off", ND_NOT_ASKED, NULL,
	  FT_INTEL "msr 0 0x48b 0x00003cff00000000\n" FT_NESTED
	  "param kvm_intel enable_shadow_vmcs N\n" },
	{ "nested-shadow-off", ND_NOT_ASKED, NULL,
	  FT_EVMCS "msr 0 0x48b 0x00007cff00000000\n" FT_NESTED
	  "param kvm_intel enable_shadow_vmcs N\n" },
	{ "nested-shadow-off", ND_CANNOT_TELL, "was not read",
	  FT_INTEL FT_NESTED "param kvm_intel enable_shadow_vmcs N\n" },
	{ "nested-early-check", ND_FIRES, NULL, FT_NESTED "param kvm_intel nested_early_check Y\n" },
	{ "nested-early-check", ND_PASSES, NULL,
	  FT_NESTED "param kvm_intel nested_early_check N\n" },
	{ "real-mode", ND_FIRES, NULL,
	  "param kvm_intel unrestricted_guest N\nparam kvm_intel emulate_invalid_guest_state N\n" },
	{ "real-mode", ND_PASSES, NULL,
	  "param kvm_intel unrestricted_guest N\nparam kvm_intel emulate_invalid_guest_state Y\n" },
	{ "amd-migration", ND_FIRES, "nested=1", "param kvm_amd nested 1\n" },
	{ "amd-migration", ND_NOT_ASKED, NULL, "param kvm_amd nested 0\n" },
	{ "amd-migration", ND_NOT_ASKED, NULL, FT_NESTED },
	{ "params-asked", ND_FIRES, "nested=1 was requested in /etc/modprobe.d/a.conf, but N is in effect",
	  "param kvm_intel nested N\nhost asked.kvm_intel.nested 1\\040/etc/modprobe.d/a.conf\n" },
	{ "params-asked", ND_FIRES, "halt_poll_ns=0 was requested, but 200000 is in effect",
	  "param kvm halt_poll_ns 200000\nhost boot.kvm.halt_poll_ns 0\n" },
	{ "params-asked", ND_FIRES, "nestdiag features",
	  "param kvm_intel enable_apicv N\nhost boot.kvm_intel.enable_apicv 1\n" },
	{ "params-asked", ND_PASSES, NULL,
	  FT_NESTED "host asked.kvm_intel.nested 1\\040/etc/modprobe.d/a.conf\n" },
	{ "params-asked", ND_PASSES, NULL,
	  "param kvm halt_poll_ns 0\nhost boot.kvm.halt_poll_ns 0\n" },
	{ "params-asked", ND_PASSES, NULL,
	  "param kvm_intel enable_apicv Y\nhost boot.kvm_intel.enable_apicv 1\n" },
	{ "params-asked", ND_NOT_ASKED, NULL, FT_NESTED FT_HOST },
	{ "nested-lasting", ND_FIRES, "nested=N", FT_LINUX "param kvm_intel nested N\n" FT_HOST },
	{ "nested-lasting", ND_FIRES, "nested=Y", "kernel 4.19.1 x86_64\n" FT_NESTED FT_HOST },
	{ "nested-lasting", ND_PASSES, NULL, FT_LINUX FT_NESTED FT_HOST },
	{ "nested-lasting", ND_PASSES, NULL,
	  FT_LINUX "param kvm_intel nested N\nhost boot.kvm_intel.nested 0\n" },

	{ "kvm-unloaded", ND_FIRES, "modprobe", FT_INTEL FT_VMX_ON "host modules nestdiag\n" },
	{ "kvm-unloaded", ND_PASSES, NULL, FT_INTEL FT_VMX_ON FT_HOST },
	{ "kvm-unloaded", ND_PASSES, NULL, FT_INTEL FT_VMX_ON FT_NESTED "host modules nestdiag\n" },
	{ "kvm-unloaded", ND_NOT_ASKED, NULL, FT_NO_VMX "host modules kvm\n" },
	{ "kvm-device", ND_FIRES, "container", FT_INTEL FT_VMX_ON FT_HOST "host kvm_mode absent\n" },
	{ "kvm-device", ND_PASSES, NULL, FT_INTEL FT_VMX_ON FT_HOST "host kvm_mode 0660\n" },
	{ "kvm-device", ND_NOT_ASKED, NULL, FT_INTEL FT_VMX_ON "host modules kvm\n" },
	{ "kvm-device", ND_NOT_ASKED, NULL, FT_NO_VMX FT_HOST "host kvm_mode absent\n" },
	{ "kvm-device", ND_CANNOT_TELL, "not recorded", FT_INTEL FT_VMX_ON FT_HOST },
	{ "kvm-device", ND_CANNOT_TELL, "could not be read",
	  FT_INTEL FT_VMX_ON FT_HOST "host kvm_mode unreadable\n" },
	/* Nobody looked at the host. */
	{ "kvm-device", ND_NOT_ASKED, NULL, FT_INTEL FT_VMX_ON },
	{ "kvm-access", ND_FIRES, "mode 0660, group kvm",
	  "host kvm_mode 0660\nhost kvm_group kvm\nhost kvm_access no\n" },
	{ "kvm-access", ND_PASSES, NULL,
	  "host kvm_mode 0666\nhost kvm_group kvm\nhost kvm_access yes\n" },
	{ "kvm-access", ND_CANNOT_TELL, "not recorded", "host kvm_mode 0666\n" },
	{ "kvm-access", ND_NOT_ASKED, NULL, "host kvm_mode absent\n" },
	{ "kvm-denied", ND_FIRES, "Operation not permitted",
	  "host kvm_access yes\nhost kvm_open Operation\\040not\\040permitted\n" },
	{ "kvm-denied", ND_PASSES, NULL, "host kvm_access yes\nhost kvm_open ok\n" },
	{ "kvm-denied", ND_NOT_ASKED, NULL, "host kvm_access no\n" },
	{ "other-hypervisor", ND_FIRES, "vboxdrv beside kvm", "host modules kvm\\040vboxdrv\n" },
	{ "other-hypervisor", ND_FIRES, "kvm.enable_virt_at_load=0",
	  "host modules kvm\\040vmmon\nparam kvm enable_virt_at_load Y\n" },
	{ "other-hypervisor", ND_PASSES, NULL, FT_HOST "param kvm enable_virt_at_load Y\n" },
	{ "kernel-fault", ND_FIRES, "4.19.79", "kernel 4.19.78-flatcar x86_64\n" },
	{ "kernel-fault", ND_PASSES, NULL, "kernel 4.19.79 x86_64\n" },
	{ "kernel-fault", ND_CANNOT_TELL, NULL, FT_INTEL },
	{ "kernel-fault", ND_CANNOT_TELL, "does not tell", "kernel 4.19.0-6-amd64 x86_64\n" },
	{ "kernel-fault", ND_CANNOT_TELL, "no version", "kernel custom x86_64\n" },
	{ "kernel-fault", ND_PASSES, NULL, "kernel 4.19.0-6-amd64 x86_64\n"
	  "proc_version #1\\040SMP\\040Debian\\0404.19.67-2+deb10u2\n" },
	{ "kernel-fault", ND_PASSES, NULL, "kernel 5.14.0-687.el9.x86_64 x86_64\n" },

	{ "nested-exposed", ND_FIRES, "Januscape, fixed in 6.12.95",
	  "kernel 6.12.94 x86_64\n" FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_FIRES, "Januscape, no fix in 7.0",
	  "kernel 7.0.12 x86_64\n" FT_AMD "param kvm_amd nested 1\n" },
	{ "nested-exposed", ND_FIRES, "Zapscape, fixed in 6.12.101",
	  "kernel 6.12.100+deb13-amd64 x86_64\n" FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_FIRES, "Debian's 6.1.170-1",
	  "kernel 6.1.0-50-amd64 x86_64\nproc_version #1\\040SMP\\040Debian\\0406.1.170-1\n" FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_FIRES, "2 guests have vmx",
	  "kernel 6.12.94 x86_64\nhost guests_qemu 3\nhost guests_given 2\n" FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_FIRES, "runs nested guests (7 entries)",
	  "kernel 6.12.94 x86_64\nhost nested_runs 7\n" FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_FIRES, "runs nested guests (10 entries)",
	  "kernel 6.12.94 x86_64\n" FT_INTEL FT_NESTED FT_TRACE "nested 10 12\n" },
	/* Without EPT or NPT the shadow MMU is every guest's. */
	{ "nested-exposed", ND_FIRES, "kvm_amd has npt=N",
	  "kernel 6.12.94 x86_64\n" FT_AMD "param kvm_amd nested 0\nparam kvm_amd npt N\n" },
	{ "nested-exposed", ND_NOT_ASKED, NULL,
	  "kernel 6.12.94 x86_64\n" FT_AMD "param kvm_amd nested 0\nparam kvm_amd npt Y\n" },
	{ "nested-exposed", ND_NOT_ASKED, NULL,
	  "kernel 6.12.94 x86_64\n" FT_INTEL "param kvm_intel nested N\n" },
	{ "arm-exposed", ND_FIRES, "kvm-arm.mode is nested",
	  "kernel 6.12.94 aarch64\nhost kvm_arm_mode nested\n" },
	{ "arm-exposed", ND_NOT_ASKED, NULL,
	  "kernel 6.12.94 aarch64\nhost kvm_arm_mode protected\n" },
	{ "nested-exposed", ND_PASSES, NULL, "kernel 6.12.117 x86_64\n" FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_PASSES, NULL, "kernel 7.3.4 x86_64\n" FT_AMD "param kvm_amd nested 1\n" },
	{ "nested-exposed", ND_PASSES, NULL,
	  "kernel 6.1.0-56-amd64 x86_64\nproc_version #1\\040SMP\\040Debian\\0406.1.192-2\n" FT_AMD
	  "param kvm_amd nested 1\n" },
	{ "nested-exposed", ND_PASSES, NULL,
	  "kernel 6.12.0-9-amd64 x86_64\nproc_version #1\\040SMP\\040Debian\\0406.12.117-1\n" FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_CANNOT_TELL, "fix of CVE-2026-98720",
	  "kernel 6.1.0-56-amd64 x86_64\nproc_version #1\\040SMP\\040Debian\\0406.1.192-2\n" FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_CANNOT_TELL, "ChangeLogs of this series",
	  "kernel 6.18.60 x86_64\n" FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_PASSES, NULL, "kernel 6.12.117 x86_64\nhost guests_qemu 3\n"
	  "host guests_given 2\nhost nested_runs 7\n" FT_INTEL FT_NESTED FT_TRACE "nested 10 12\n" },
	{ "nested-exposed", ND_PASSES, NULL,
	  "kernel 6.12.117 x86_64\n" FT_AMD "param kvm_amd nested 0\nparam kvm_amd npt N\n" },
	{ "arm-exposed", ND_PASSES, NULL,
	  "kernel 6.10.14 aarch64\nhost kvm_arm_mode nested\n" },
	{ "arm-exposed", ND_CANNOT_TELL, "fix of CVE-2026-98927",
	  "kernel 7.3.4 aarch64\nhost kvm_arm_mode nested\n" },
	{ "nested-exposed", ND_CANNOT_TELL, "neither on nor off",
	  "kernel 6.12.117 x86_64\n" FT_INTEL "param kvm_intel nested unreadable\n" },
	{ "nested-exposed", ND_CANNOT_TELL, "/proc/version",
	  "kernel 6.1.0-56-amd64 x86_64\n" FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_CANNOT_TELL, "rpm -q --changelog",
	  "kernel 5.14.0-687.el9.x86_64 x86_64\n" FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_CANNOT_TELL, "apt changelog",
	  "kernel 6.8.0-134-generic x86_64\n" FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_CANNOT_TELL, "release candidate",
	  "kernel 7.2.0-rc4 x86_64\n" FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_CANNOT_TELL, "the kernel was not recorded", FT_INTEL FT_NESTED },
	{ "nested-exposed", ND_CANNOT_TELL, "not recorded", "kernel 6.12.94 x86_64\n" FT_INTEL },
	{ "kernel-migration", ND_FIRES, "5.2.21", "kernel 5.2.21 x86_64\n" FT_NESTED },
	{ "kernel-migration", ND_PASSES, NULL, "kernel 5.3.0 x86_64\n" FT_NESTED },
	{ "kernel-migration", ND_NOT_ASKED, NULL,
	  "kernel 5.2.21 x86_64\nparam kvm_intel nested N\n" },
	{ "memory-low", ND_FIRES, "100 MiB of 2000 MiB",
	  "host mem_total_kb 2048000\nhost mem_available_kb 102400\n" },
	{ "memory-low", ND_PASSES, NULL,
	  "host mem_total_kb 2048000\nhost mem_available_kb 524288\n" },
	{ "memory-low", ND_NOT_ASKED, NULL, FT_NO_VMX "host mem_available_kb 102400\n" },
	{ "steal", ND_FIRES, "12 % of this machine's CPU time",
	  FT_GUEST FT_KVM "host cpu_stolen_ticks 120\nhost cpu_ticks 1000\n" },
	{ "steal", ND_PASSES, NULL,
	  FT_GUEST FT_KVM "host cpu_stolen_ticks 99\nhost cpu_ticks 1000\n" },
	{ "steal", ND_PASSES, NULL,
	  FT_GUEST FT_KVM "cpuid 0 0x40000001 0x0 01007efb 00000000 00000000 00000000\n"
	  "host cpu_stolen_ticks 0\nhost cpu_ticks 1000\n" },
	/* Nobody would have told: no such feature of KVM's, or a hypervisor without one. */
	{ "steal", ND_NOT_ASKED, NULL,
	  FT_GUEST FT_KVM "cpuid 0 0x40000001 0x0 01007edb 00000000 00000000 00000000\n"
	  "host cpu_stolen_ticks 0\nhost cpu_ticks 1000\n" },
	{ "steal", ND_NOT_ASKED, NULL,
	  FT_GUEST FT_HYPERV "host cpu_stolen_ticks 0\nhost cpu_ticks 1000\n" },
	{ "steal", ND_NOT_ASKED, NULL, FT_INTEL "host cpu_stolen_ticks 0\nhost cpu_ticks 1000\n" },
	{ "steal", ND_CANNOT_TELL, "not recorded", FT_GUEST FT_KVM "host modules kvm\n" },
	{ "vcpus-wait", ND_FIRES, "10 % of the time that 4 vCPUs",
	  "host kvm_stats ok\nhost vcpu_threads 4\nhost vcpu_run_ms 9000\nhost vcpu_wait_ms 1000\n" },
	{ "vcpus-wait", ND_PASSES, NULL,
	  "host kvm_stats ok\nhost vcpu_threads 4\nhost vcpu_run_ms 9001\nhost vcpu_wait_ms 999\n" },
	{ "vcpus-wait", ND_CANNOT_TELL, "9999 of 10000 ms",
	  "host kvm_stats ok\nhost vcpu_threads 4\nhost vcpu_run_ms 1\nhost vcpu_wait_ms 9998\n" },
	{ "vcpus-wait", ND_NOT_ASKED, NULL,
	  "host kvm_stats ok\nhost vcpu_threads 0\nhost vcpu_run_ms 0\nhost vcpu_wait_ms 0\n" },
	{ "vcpus-wait", ND_NOT_ASKED, NULL, "host kvm_stats absent\n" },
	{ "vcpus-wait", ND_CANNOT_TELL, "as root", "host kvm_stats unreadable\n" },
	{ "emulation-failed", ND_FIRES, "3 instructions",
	  "host kvm_stats ok\nkvm_stat - - insn_emulation_fail 3\nkvm_stat - - exits 9\n" },
	{ "emulation-failed", ND_PASSES, NULL,
	  "host kvm_stats ok\nkvm_stat - - insn_emulation_fail 0\nkvm_stat - - exits 9\n" },
	/* Of one VM it says nothing of all. */
	{ "emulation-failed", ND_NOT_ASKED, NULL,
	  "host kvm_stats ok\nkvm_stat 12-9 - insn_emulation_fail 3\n" },
	{ "emulation-failed", ND_NOT_ASKED, NULL,
	  "host kvm_stats ok\nkvm_stat - - insn_emulation_fail 0\nkvm_stat - - exits 0\n" },
	{ "emulation-failed", ND_CANNOT_TELL, "insn_emulation_fail", "host kvm_stats partly\n" },
	{ "emulation-failed", ND_CANNOT_TELL, "could not be read", "host kvm_stats unreadable\n" },
	{ "emulation-failed", ND_NOT_ASKED, NULL, "host kvm_stats absent\n" },
	{ "notify-window", ND_FIRES, "1 exits",
	  "host kvm_stats ok\nkvm_stat - - notify_window_exits 1\n" },
	{ "notify-window", ND_PASSES, NULL,
	  "host kvm_stats ok\nkvm_stat - - notify_window_exits 0\nkvm_stat - - exits 9\n" },
	{ "huge-pages-split", ND_FIRES, "41 huge",
	  "host kvm_stats partly\nkvm_stat - - nx_lpage_splits 41\n" },
	{ "huge-pages-split", ND_PASSES, NULL,
	  "host kvm_stats partly\nkvm_stat - - nx_lpage_splits 0\n" },
	{ "l1d-flushed", ND_FIRES, "50 flushes for 100",
	  "host kvm_stats ok\nkvm_stat - - l1d_flush 50\nkvm_stat - - exits 100\n" },
	{ "l1d-flushed", ND_FIRES, "fewer such exits",
	  "host kvm_stats ok\nkvm_stat - - l1d_flush 50\nkvm_stat - - exits 100\nparam kvm_intel vmentry_l1d_flush cond\n" },
	{ "l1d-flushed", ND_FIRES, "vmentry_l1d_flush=cond",
	  "host kvm_stats ok\nkvm_stat - - l1d_flush 50\nkvm_stat - - exits 100\nparam kvm_intel vmentry_l1d_flush always\n" },
	{ "l1d-flushed", ND_PASSES, NULL,
	  "host kvm_stats ok\nkvm_stat - - l1d_flush 49\nkvm_stat - - exits 100\nparam kvm_intel vmentry_l1d_flush cond\n" },
	{ "l1d-flushed", ND_PASSES, NULL,
	  "host kvm_stats ok\nkvm_stat - - l1d_flush 49\nkvm_stat - - exits 100\n" },
	{ "l1d-flushed", ND_PASSES, NULL,
	  "host kvm_stats ok\nkvm_stat - - l1d_flush 0\nkvm_stat - - exits 1\n" },
	{ "l1d-flushed", ND_CANNOT_TELL, "exits", "host kvm_stats partly\nkvm_stat - - l1d_flush 50\n" },
	{ "halt-poll-vain", ND_FIRES, "10.00 s of 12.50 s",
	  "host kvm_stats ok\nkvm_stat - - halt_poll_fail_ns 10000000000\nkvm_stat - - halt_poll_success_ns 2500000000\n" },
	/* It is off by now, or almost: what was polled is no proof that nothing polls. */
	{ "halt-poll-vain", ND_NOT_ASKED, NULL,
	  "host kvm_stats ok\nkvm_stat - - halt_poll_fail_ns 10000000000\nkvm_stat - - halt_poll_success_ns 0\nparam kvm halt_poll_ns 0\n" },
	{ "halt-poll-vain", ND_FIRES, "in vain",
	  "host kvm_stats ok\nkvm_stat - - halt_poll_fail_ns 10000000000\nkvm_stat - - halt_poll_success_ns 0\nparam kvm halt_poll_ns 1\n" },
	/* A little less of it in vain, or less in all. */
	{ "halt-poll-vain", ND_PASSES, NULL,
	  "host kvm_stats ok\nkvm_stat - - halt_poll_fail_ns 10000000000\nkvm_stat - - halt_poll_success_ns 2700000000\n" },
	{ "halt-poll-vain", ND_PASSES, NULL,
	  "host kvm_stats ok\nkvm_stat - - halt_poll_fail_ns 9999999999\nkvm_stat - - halt_poll_success_ns 0\n" },
	{ "halt-poll-vain", ND_PASSES, NULL,
	  "host kvm_stats ok\nkvm_stat - - halt_poll_fail_ns 9999999999\nkvm_stat - - halt_poll_success_ns 0\nparam kvm halt_poll_ns 1\n" },
	{ "halt-poll-vain", ND_PASSES, NULL,
	  "host kvm_stats ok\nkvm_stat - - halt_poll_fail_ns 0\nkvm_stat - - halt_poll_success_ns 0\nkvm_stat - - exits 5\n" },
	{ "halt-poll-vain", ND_NOT_ASKED, NULL,
	  "host kvm_stats ok\nkvm_stat - - halt_poll_fail_ns 0\nkvm_stat - - halt_poll_success_ns 0\nkvm_stat - - exits 0\n" },
	/* Forged: sums that would be small again. */
	{ "halt-poll-vain", ND_FIRES, "of 18446744073.70 s",
	  "host kvm_stats ok\nkvm_stat - - halt_poll_fail_ns 18446744073709551615\nkvm_stat - - halt_poll_success_ns 2\n" },
	{ "halt-poll-vain", ND_CANNOT_TELL, "halt_poll_success_ns",
	  "host kvm_stats partly\nkvm_stat - - halt_poll_fail_ns 90000000000\n" },
	{ "avic-off-nested", ND_FIRES, "2 guests have svm, on Linux 5.18.19",
	  "kernel 5.18.19 x86_64\nhost guests_qemu 2\nhost guests_given 2\n" FT_AMD FT_AVIC },
	{ "avic-off-nested", ND_FIRES, "1 guest has svm, on Debian's 5.10.262-1",
	  "kernel 5.10.0-46-amd64 x86_64\nproc_version #1\\040SMP\\040Debian\\0405.10.262-1\n"
	  "host guests_qemu 1\nhost guests_given 1\n" FT_AMD FT_AVIC },
	{ "avic-off-nested", ND_PASSES, NULL,
	  "kernel 5.19.0 x86_64\nproc_version #1\\040SMP\nhost guests_qemu 2\nhost guests_given 2\n"
	  FT_AMD FT_AVIC },
	{ "avic-off-nested", ND_CANNOT_TELL, "does not tell",
	  "kernel 5.14.0-687.el9.x86_64 x86_64\nhost guests_qemu 2\nhost guests_given 2\n" FT_AMD FT_AVIC },
	{ "avic-off-nested", ND_CANNOT_TELL, "not recorded",
	  "kernel 5.18.19 x86_64\nhost modules kvm_amd\n" FT_AMD FT_AVIC },
	{ "avic-off-nested", ND_NOT_ASKED, NULL,
	  "kernel 5.18.19 x86_64\nhost guests_qemu 2\nhost guests_given 0\n" FT_AMD FT_AVIC },
	{ "avic-off-nested", ND_NOT_ASKED, NULL,
	  "kernel 5.5.19 x86_64\nhost guests_qemu 2\nhost guests_given 2\n" FT_AMD FT_AVIC },
	{ "avic-off-nested", ND_NOT_ASKED, NULL,
	  "kernel 5.18.19 x86_64\nhost guests_qemu 2\nhost guests_given 2\n" FT_AMD
	  "param kvm_amd nested 1\nparam kvm_amd avic N\n" },
	{ "pages-small", ND_FIRES, "512 of 1024 MiB",
	  "host kvm_stats ok\nkvm_stat - - pages_4k 131072\nkvm_stat - - pages_2m 256\nkvm_stat - - pages_1g 0\n" },
	{ "pages-small", ND_PASSES, NULL,
	  "host kvm_stats ok\nkvm_stat - - pages_4k 131071\nkvm_stat - - pages_2m 257\nkvm_stat - - pages_1g 0\n" },
	{ "pages-small", ND_PASSES, NULL,
	  "host kvm_stats ok\nkvm_stat - - pages_4k 131072\nkvm_stat - - pages_2m 0\nkvm_stat - - pages_1g 1\n" },
	{ "pages-small", ND_PASSES, NULL,
	  "host kvm_stats ok\nkvm_stat - - pages_4k 262144\nkvm_stat - - pages_2m 0\nkvm_stat - - pages_1g 17179869184\n" },
	{ "pages-small", ND_FIRES, "17592186044415 of 17592186044415 MiB",
	  "host kvm_stats ok\nkvm_stat - - pages_4k 18446744073709551615\nkvm_stat - - pages_2m 1\nkvm_stat - - pages_1g 0\n" },
	{ "pages-small", ND_CANNOT_TELL, "1023 of 1024 MiB",
	  "host kvm_stats ok\nkvm_stat - - pages_4k 262143\nkvm_stat - - pages_2m 0\nkvm_stat - - pages_1g 0\nkvm_stat - - exits 5\n" },
	{ "pages-small", ND_NOT_ASKED, NULL,
	  "host kvm_stats ok\nkvm_stat - - pages_4k 0\nkvm_stat - - pages_2m 0\nkvm_stat - - pages_1g 0\nkvm_stat - - exits 0\n" },
	{ "pages-small", ND_CANNOT_TELL, "pages_1g",
	  "host kvm_stats partly\nkvm_stat - - pages_4k 262144\nkvm_stat - - pages_2m 0\n" },
	{ "pages-small", ND_NOT_ASKED, NULL, "host kvm_stats ok\nkvm_stat - - exits 5\n" },
	{ "windows-vbs", ND_FIRES, "1 guest with Hyper-V's interface has run",
	  "host guests_qemu 3\nhost guests_hyperv 2\nhost guests_hyperv_nested 1\n" FT_INTEL FT_NESTED },
	{ "windows-vbs", ND_FIRES, "-svm",
	  "host guests_qemu 3\nhost guests_hyperv 2\nhost guests_hyperv_nested 2\n" FT_AMD FT_AVIC },
	{ "windows-vbs", ND_PASSES, NULL,
	  "host guests_qemu 3\nhost guests_hyperv 2\nhost guests_hyperv_nested 0\n" FT_INTEL FT_NESTED },
	{ "windows-vbs", ND_PASSES, NULL,
	  "host guests_qemu 3\nhost guests_hyperv 2\nhost guests_hyperv_nested 0\n" FT_AMD FT_AVIC },
	{ "windows-vbs", ND_NOT_ASKED, NULL,
	  "host guests_qemu 3\nhost guests_hyperv 0\nhost guests_hyperv_nested 0\n" },
	{ "windows-vbs", ND_CANNOT_TELL, "as root", "host guests_qemu 3\nhost guests_hyperv 2\n" },
	{ "windows-vbs", ND_CANNOT_TELL, "guests_hyperv was not", "host guests_qemu 3\nhost guests_given 1\n" },
	{ "windows-vbs", ND_NOT_ASKED, NULL, FT_HOST },
	{ "windows-no-evmcs", ND_FIRES, "2 of 3 guests with",
	  FT_WINDOWS_3 "host guests_hyperv_plain 2\n" FT_INTEL FT_NESTED FT_OFFER_EVMCS("00000101") },
	{ "windows-no-evmcs", ND_PASSES, NULL,
	  FT_WINDOWS_3 "host guests_hyperv_plain 0\n" FT_INTEL FT_NESTED FT_OFFER_EVMCS("00000101") },
	/* It is not to be had: a KVM without CONFIG_KVM_HYPERV, or an AMD. */
	{ "windows-no-evmcs", ND_NOT_ASKED, NULL,
	  FT_WINDOWS_3 "host guests_hyperv_plain 2\n" FT_INTEL FT_NESTED FT_OFFER_EVMCS("00000000") },
	{ "windows-no-evmcs", ND_NOT_ASKED, NULL,
	  FT_WINDOWS_3 "host guests_hyperv_plain 2\n" FT_AMD FT_AVIC },
	{ "windows-no-evmcs", ND_CANNOT_TELL, "not known",
	  FT_WINDOWS_3 "host guests_hyperv_plain 2\n" FT_INTEL FT_NESTED FT_OFFER_LEAF("77fafbff") },
	{ "windows-no-evmcs", ND_CANNOT_TELL, "guests_hyperv_plain",
	  FT_WINDOWS_3 FT_INTEL FT_NESTED FT_OFFER_EVMCS("00000101") },
	{ "windows-no-evmcs", ND_NOT_ASKED, NULL,
	  "host guests_qemu 3\nhost guests_hyperv 2\nhost guests_hyperv_nested 0\nhost guests_hyperv_plain 0\n"
	  FT_INTEL FT_NESTED FT_OFFER_EVMCS("00000101") },
	{ "hvci-without-mbec", ND_FIRES, "KVM gives its guests no vmx-mbec",
	  FT_WINDOWS FT_INTEL FT_NESTED FT_OFFER_LEAF("77fafbff") FT_OFFER_MSRS("00007cff") },
	{ "hvci-without-mbec", ND_FIRES, "as this machine has none",
	  FT_WINDOWS FT_INTEL FT_VMX_ON FT_HASWELL FT_NESTED FT_OFFER_LEAF("77fafbff")
	  FT_OFFER_MSRS("00007cff") },
	{ "hvci-without-mbec", ND_PASSES, NULL,
	  FT_WINDOWS FT_INTEL FT_VMX_ON FT_HASWELL FT_NESTED FT_OFFER_LEAF("77fafbff")
	  FT_OFFER_MSRS("00407cff") },
	{ "hvci-without-mbec", ND_NOT_ASKED, NULL,
	  "host guests_qemu 3\nhost guests_hyperv 2\nhost guests_hyperv_nested 0\n"
	  FT_INTEL FT_NESTED FT_OFFER_LEAF("77fafbff") FT_OFFER_MSRS("00007cff") },
	{ "hvci-without-mbec", ND_CANNOT_TELL, "not known: Permission denied",
	  FT_WINDOWS FT_INTEL FT_NESTED "host kvm_offer Permission\\040denied\n" },
	{ "hvci-without-mbec", ND_CANNOT_TELL, "is not known",
	  FT_WINDOWS FT_INTEL FT_NESTED FT_OFFER_LEAF("77fafbff") },
	{ "hvci-without-mbec", ND_CANNOT_TELL, "nested_run",
	  "host guests_qemu 3\nhost guests_hyperv 2\n" FT_INTEL FT_NESTED FT_OFFER_LEAF("77fafbff")
	  FT_OFFER_MSRS("00007cff") },
	{ "hvci-without-mbec", ND_NOT_ASKED, NULL, FT_WINDOWS FT_AMD FT_AVIC },
	{ "apicv-inhibited", ND_FIRES, "HYPERV in 2 of 3 VMs",
	  "host apicv_vms 3\nhost apicv_inhibit.HYPERV 2\nhost apicv_inhibit.IRQWIN 1\n" FT_INTEL FT_APICV },
	{ "apicv-inhibited", ND_FIRES, "hv-avic",
	  "host apicv_vms 3\nhost apicv_inhibit.HYPERV 2\nhost apicv_inhibit.PIT_REINJ 1\n" FT_AMD FT_AVIC },
	{ "apicv-inhibited", ND_FIRES, "PIT_REINJ in 1 of 1 VM",
	  "host apicv_vms 1\nhost apicv_inhibit.PIT_REINJ 1\n" FT_AMD FT_AVIC },
	{ "apicv-inhibited", ND_FIRES, "see who sets it",
	  "host apicv_vms 1\nhost apicv_inhibit.31 1\n" FT_AMD FT_AVIC },
	{ "apicv-inhibited", ND_PASSES, NULL, "host apicv_vms 3\n" FT_INTEL FT_APICV },
	{ "apicv-inhibited", ND_PASSES, NULL,
	  "host apicv_vms 3\nhost apicv_inhibit.IRQWIN 1\n" FT_AMD FT_AVIC },
	{ "apicv-inhibited", ND_CANNOT_TELL, "hot apicv", "host apicv_vms unreadable\n" FT_INTEL FT_APICV },
	{ "apicv-inhibited", ND_CANNOT_TELL, "hot apicv",
	  "host apicv_vms 1\nhost apicv_inhibit. 1\n" FT_INTEL FT_APICV },
	{ "apicv-inhibited", ND_CANNOT_TELL, "hot apicv",
	  "host apicv_vms 2\nhost apicv_inhibit.HYPERV -5\n" FT_INTEL FT_APICV },
	{ "apicv-inhibited", ND_CANNOT_TELL, "hot apicv",	/* in more than there are */
	  "host apicv_vms 2\nhost apicv_inhibit.HYPERV 3\n" FT_INTEL FT_APICV },
	/* None ran, nobody looked, or it is off altogether. */
	{ "apicv-inhibited", ND_NOT_ASKED, NULL, "host apicv_vms 0\n" FT_INTEL FT_APICV },
	{ "apicv-inhibited", ND_NOT_ASKED, NULL, FT_HOST FT_INTEL FT_APICV },
	{ "apicv-inhibited", ND_NOT_ASKED, NULL,
	  "host apicv_vms 1\nhost apicv_inhibit.HYPERV 1\n" FT_INTEL "param kvm_intel enable_apicv N\n" },
	{ "msr-hotspot", ND_FIRES, "3000 of 10000 exits are for MSRs, and 50 % of 200 accesses write 0x6e0 (IA32_TSC_DEADLINE)",
	  FT_TRACE "exits vmx guest 0x20 2999 0 0 0 0\nexits vmx nested 0x1f 1 0 0 0 0\n"
	  "exits vmx guest 0x1 7000 0 0 0 0\n"
	  "host hot_msr 0x6e0\\040write\\040100\\040200\\040IA32_TSC_DEADLINE\n" },
	{ "msr-hotspot", ND_FIRES, "nestdiag hot msr",
	  FT_TRACE_SVM "exits svm guest 0x7c 10000 0 0 0 0\n"
	  "host hot_msr 0xc0010015\\040read,#GP\\0409\\04010\\040-\n" },
	{ "msr-hotspot", ND_FIRES, "(APIC EOI)",
	  FT_TRACE_SVM "exits svm guest 0x7c 10000 0 0 0 0\n"
	  "host hot_msr 0x80b\\040write\\0409\\04010\\040APIC\\040EOI\n" },
	{ "msr-hotspot", ND_PASSES, NULL,
	  FT_TRACE "exits vmx guest 0x20 2999 0 0 0 0\nexits vmx guest 0x1 7001 0 0 0 0\n"
	  "host hot_msr 0x6e0\\040write\\040100\\040200\\040IA32_TSC_DEADLINE\n" },
	{ "msr-hotspot", ND_PASSES, NULL,
	  FT_TRACE "exits vmx guest 0x20 10000 0 0 0 0\n"
	  "host hot_msr 0x6e0\\040write\\04099\\040200\\040IA32_TSC_DEADLINE\n" },
	{ "msr-hotspot", ND_CANNOT_TELL, "could not be read",
	  FT_TRACE "exits vmx guest 0x20 10000 0 0 0 0\nhost hot_msr unreadable\n" },
	{ "msr-hotspot", ND_CANNOT_TELL, "no access",
	  FT_TRACE "exits vmx guest 0x20 10000 0 0 0 0\nhost hot_msr none\n" },
	{ "msr-hotspot", ND_CANNOT_TELL, "could not be read",
	  FT_TRACE "exits vmx guest 0x20 10000 0 0 0 0\nhost hot_msr 0x6e0\\040write\\0401\n" },
	{ "msr-hotspot", ND_CANNOT_TELL, "could not be read",
	  FT_TRACE "exits vmx guest 0x20 10000 0 0 0 0\nhost hot_msr 0x6e0\\040write\\0402\\0401\\040-\n" },
	{ "msr-hotspot", ND_FIRES, "clocksource",	/* with hv-time, or it could not read it */
	  FT_TRACE "exits vmx guest 0x1f 10000 0 0 0 0\n"
	  "host hot_msr 0x40000020\\040read\\0409\\04010\\040-\n" },
	{ "msr-hotspot", ND_CANNOT_TELL, "of 10000 exits",
	  FT_TRACE "exits vmx guest 0x20 9999 0 0 0 0\n"
	  "host hot_msr 0x6e0\\040write\\04099\\040200\\040IA32_TSC_DEADLINE\n" },
	{ "msr-hotspot", ND_NOT_ASKED, NULL,
	  FT_TRACE FT_HOST "exits vmx guest 0x20 10000 0 0 0 0\n" },
	{ "memory-unmanaged", ND_FIRES, "mem=8G, and 1 VM that has run nested guests has /dev/mem mapped",
	  "host boot_mem 8G\nhost vms_devmem_nested 1\n" },
	{ "memory-unmanaged", ND_PASSES, NULL, "host boot_mem 8G\nhost vms_devmem_nested 0\n" },
	{ "memory-unmanaged", ND_CANNOT_TELL, "is not known", "host boot_mem 8G\n" },
	{ "memory-unmanaged", ND_NOT_ASKED, NULL, "host boot_mem absent\n" },
	{ "memory-unmanaged", ND_NOT_ASKED, NULL, FT_HOST },
	{ "ple-spinning", ND_FIRES, "2000 of 10000 exits",
	  FT_TRACE "exits vmx guest 0x28 2000 0 0 0 0\nexits vmx guest 0x1 8000 0 0 0 0\n" },
	{ "ple-spinning", ND_FIRES, "pause_filter_count=0",
	  FT_TRACE_SVM "exits svm guest 0x77 3000 0 0 0 0\nexits svm nested 0x77 2000 0 0 0 0\n"
	  "exits svm guest 0x60 20000 0 0 0 0\n" },
	{ "ple-spinning", ND_PASSES, NULL,
	  FT_TRACE "exits vmx guest 0x28 1999 0 0 0 0\nexits vmx guest 0x1 8001 0 0 0 0\n" },
	{ "ple-spinning", ND_FIRES, "18446744073709551615 of 18446744073709551615 exits",
	  FT_TRACE "exits vmx guest 0x28 18446744073709551615 0 0 0 0\nexits vmx guest 0x1 10001 0 0 0 0\n" },
	/* With SVM that number is another reason, and the other way round. */
	{ "ple-spinning", ND_PASSES, NULL,
	  FT_TRACE "exits vmx guest 0x77 2000 0 0 0 0\nexits vmx guest 0x1 8000 0 0 0 0\n" },
	{ "ple-spinning", ND_CANNOT_TELL, "9999 of 10000 exits",
	  FT_TRACE "exits vmx guest 0x28 9999 0 0 0 0\n" },
	{ "ple-spinning", ND_CANNOT_TELL, "cannot be read",
	  "trace unavailable 0 0 2000000 vmx 1\n" },
	{ "ple-spinning", ND_NOT_ASKED, NULL, FT_TRACE },
	{ "ple-spinning", ND_NOT_ASKED, NULL, FT_INTEL },
	{ "bus-lock", ND_FIRES, "3 exits", FT_TRACE "exits vmx guest 0x4a 3 0 0 0 0\n" },
	{ "bus-lock", ND_FIRES, "1 exit",
	  FT_TRACE "exits vmx guest 0x30 5 0 0 0 0\nuserspace 33 1\n" },
	{ "bus-lock", ND_FIRES, "7 exits",	/* beside an I/O instruction: nobody saw user space */
	  FT_TRACE "exits vmx guest 0x4a 3 0 0 0 0\nexits vmx guest 0x400001e 4 0 0 0 0\n" },
	{ "bus-lock", ND_PASSES, NULL,	/* a bit further */
	  FT_TRACE "exits vmx guest 0x800001e 4 0 0 0 0\nexits vmx guest 0x84000021 4 0 0 0 0\n" },
	{ "bus-lock", ND_FIRES, "2 exits", FT_TRACE_SVM "exits svm nested 0xa5 2 0 0 0 0\n" },
	{ "bus-lock", ND_PASSES, NULL,
	  FT_TRACE "exits vmx guest 0x4b 3 0 0 0 0\nexits vmx guest 0xa5 3 0 0 0 0\nuserspace 32 1\nuserspace 2 7\n" },
	{ "bus-lock", ND_CANNOT_TELL, "cannot be read", "trace unavailable 0 0 2000000 vmx 1\n" },
	{ "bus-lock", ND_NOT_ASKED, NULL, FT_TRACE },
	{ "tool-cost", ND_FIRES, "on in tracefs: kvm_exit mine:kvm_entry",
	  "host kvm_traced kvm_exit\\040mine:kvm_entry\n" },
	{ "tool-cost", ND_PASSES, NULL, "host kvm_traced none\n" },
	{ "tool-cost", ND_NOT_ASKED, NULL, "host kvm_traced absent\n" },
	{ "tool-cost", ND_NOT_ASKED, NULL, FT_NO_VMX "host kvm_traced none\n" },
	{ "tool-cost", ND_CANNOT_TELL, "as root", "host kvm_traced unreadable\n" },
	{ "tool-cost", ND_CANNOT_TELL, "not recorded", FT_HOST },
	{ "userspace-ibpb", ND_FIRES, "1000 returns to user space among 10000 exits",
	  FT_TRACE FT_USERSPACE FT_IBPB_USER "exits vmx guest 0x1e 10000 0 0 0 0\nuserspace 2 900\nruns 100 0 0\n" },
	{ "userspace-ibpb", ND_PASSES, NULL,
	  FT_TRACE FT_USERSPACE FT_IBPB_USER "exits vmx guest 0x1e 10000 0 0 0 0\nuserspace 2 899\nruns 100 0 0\n" },
	{ "userspace-ibpb", ND_FIRES, "spec_rstack_overflow",
	  FT_TRACE_SVM FT_USERSPACE FT_IBPB_EXIT "exits svm guest 0x7b 10000 0 0 0 0\n" },
	{ "userspace-ibpb", ND_FIRES, "for each of 10000 exits",	/* spec_rstack_overflow=ibpb */
	  FT_TRACE_SVM FT_USERSPACE
	  "host vmscape Mitigation:\\040IBPB\\040before\\040exit\\040to\\040userspace\n"
	  "host srso Mitigation:\\040IBPB\nexits svm guest 0x7b 10000 0 0 0 0\n" },
	{ "userspace-ibpb", ND_CANNOT_TELL, "srso was not recorded",
	  FT_TRACE "host vmscape Not\\040affected\nexits vmx guest 0x1e 10000 0 0 0 0\n" },
	{ "userspace-ibpb", ND_PASSES, NULL,
	  FT_TRACE "host vmscape Not\\040affected\nhost srso Not\\040affected\nexits vmx guest 0x1e 10000 0 0 0 0\nuserspace 2 9000\n" },
	{ "userspace-ibpb", ND_CANNOT_TELL, "9999 of 10000 exits",
	  FT_TRACE FT_USERSPACE FT_IBPB_USER "exits vmx guest 0x1e 9999 0 0 0 0\nuserspace 2 9000\n" },
	{ "userspace-ibpb", ND_CANNOT_TELL, "user space were not counted",
	  FT_TRACE FT_IBPB_USER "exits vmx guest 0x1e 10000 0 0 0 0\n" },
	{ "userspace-ibpb", ND_CANNOT_TELL, "vmscape was not recorded",
	  FT_TRACE FT_USERSPACE FT_HOST "exits vmx guest 0x1e 10000 0 0 0 0\nuserspace 2 9000\n" },
	{ "userspace-ibpb", ND_CANNOT_TELL, "as root",
	  FT_TRACE FT_USERSPACE "host vmscape unreadable\nexits vmx guest 0x1e 10000 0 0 0 0\n" },
	{ "userspace-ibpb", ND_NOT_ASKED, NULL,
	  FT_TRACE FT_USERSPACE "host vmscape absent\nexits vmx guest 0x1e 10000 0 0 0 0\nuserspace 2 9000\n" },
	{ "userspace-ibpb", ND_NOT_ASKED, NULL, FT_IBPB_USER },
	{ "huge-pages-off", ND_FIRES, "never", "host thp never\nhost hugepages_total 0\n" },
	{ "huge-pages-off", ND_PASSES, NULL, "host thp never\nhost hugepages_total 512\n" },
	{ "huge-pages-off", ND_PASSES, NULL, "host thp madvise\n" },
	{ "huge-pages-off", ND_CANNOT_TELL, "hugepages_total", "host thp never\n" },
	{ "clocksource-slow", ND_FIRES, "clocksource is hpet",
	  "host clocksource hpet\nhost clocksources hpet\\040acpi_pm\n" },
	{ "clocksource-slow", ND_PASSES, NULL,
	  "host clocksource tsc\nhost clocksources tsc\\040hpet\n" },
	{ "clocksource-slow", ND_PASSES, NULL, "host clocksource kvm-clock\n" },
	{ "clocksource-slow", ND_CANNOT_TELL, "could not be read", "host clocksource unreadable\n" },
	{ "tsc-varies", ND_FIRES, "no nonstop_tsc", "host tsc_flags constant_tsc\n" },
	{ "tsc-varies", ND_FIRES, "no constant_tsc and no nonstop_tsc", "host tsc_flags absent\n" },
	{ "tsc-varies", ND_PASSES, NULL, "host tsc_flags constant_tsc\\040nonstop_tsc\n" },
	{ "vfio-group", ND_FIRES, "snd_hda_intel",
	  "host vfio_devices 1\nhost vfio_mixed 13\\0400000:01:00.1\\040snd_hda_intel\n" },
	{ "vfio-group", ND_PASSES, NULL, "host vfio_devices 1\n" },
	{ "vfio-group", ND_NOT_ASKED, NULL, "host vfio_devices 0\n" },
	{ "vfio-no-iommu", ND_FIRES, "1 device is", "host vfio_devices 1\nhost iommu_groups 0\n" },
	{ "vfio-no-iommu", ND_PASSES, NULL, "host vfio_devices 1\nhost iommu_groups 20\n" },
	{ "vfio-no-iommu", ND_NOT_ASKED, NULL, "host vfio_devices 0\nhost iommu_groups 0\n" },
	{ "module-refused", ND_FIRES, "lockdown is integrity, Secure Boot is on",
	  "host lockdown integrity\nhost secure_boot on\n" },
	{ "module-refused", ND_FIRES, "sig_enforce is Y", "host lockdown none\nhost sig_enforce Y\n" },
	{ "module-refused", ND_FIRES, "without module support",
	  "host modules_disabled absent\nhost lockdown none\nhost sig_enforce absent\n" },
	{ "module-refused", ND_FIRES, "modules_disabled is 1",
	  "host modules_disabled 1\nhost lockdown none\nhost sig_enforce N\n" },
	{ "module-refused", ND_PASSES, NULL,
	  "host modules_disabled 0\nhost lockdown none\nhost sig_enforce N\nhost secure_boot off\n" },
	{ "module-refused", ND_CANNOT_TELL, "modules_disabled was not recorded",
	  "host lockdown none\nhost sig_enforce N\n" },
	{ "module-refused", ND_CANNOT_TELL, "sig_enforce was not recorded",
	  "host modules_disabled 0\nhost lockdown none\n" },
	{ "module-refused", ND_CANNOT_TELL, "not recorded", FT_HOST },
	{ "module-refused", ND_PASSES, NULL, FT_MODULE "host lockdown integrity\n" },
	{ "module-refused", ND_CANNOT_TELL, "modules_disabled was not recorded", "host lockdown unreadable\n" },
	{ "module-refused", ND_CANNOT_TELL, "lockdown could not be read",
	  "host modules_disabled 0\nhost lockdown unreadable\n" },
	{ "module-refused", ND_CANNOT_TELL, "securityfs is not mounted",
	  "host modules_disabled 0\nhost lockdown unmounted\nhost sig_enforce N\n" },
	{ "module-refused", ND_FIRES, "sig_enforce is Y",
	  "host modules_disabled 0\nhost lockdown unmounted\nhost sig_enforce Y\n" },
	{ "tunnel-mtu", ND_FIRES, "vxlan0 (vxlan) has MTU 1500 on eth0 with 1500: at most 1450",
	  "host tunnel.vxlan0 vxlan\\0401500\\040eth0\\0401500\n" },
	{ "tunnel-mtu", ND_FIRES, "on any interface with 1500",
	  "host tunnel.gnv0 geneve\\0401451\\040-\\0401500\n" },
	{ "tunnel-mtu", ND_PASSES, NULL, "host tunnel.vxlan0 vxlan\\0401450\\040eth0\\0401500\n" },
	{ "tunnel-mtu", ND_NOT_ASKED, NULL, "host tunnel.vxlan0 vxlan\\0401450\n" },
	{ "tunnel-mtu", ND_NOT_ASKED, NULL, FT_HOST },

	/* On AMD, or where VMX is not exposed, there is no VMCS to enlighten. */
	{ "evmcs-unused", ND_NOT_ASKED, NULL, FT_NO_VMX_GUEST FT_WINDOWS_11 },
	{ "guests-no-root", ND_FIRES, "kvm_intel has nested on, and KVM gives its guests no vmx",
	  FT_INTEL FT_NESTED FT_OFFER_LEAF("77fafbdf") },
	{ "guests-no-root", ND_PASSES, NULL, FT_INTEL FT_NESTED FT_OFFER_LEAF("77fafbff") },
	{ "guests-no-root", ND_CANNOT_TELL, "group of /dev/kvm",
	  FT_INTEL FT_NESTED "host kvm_offer Permission\\040denied\n" },
	{ "guests-no-root", ND_CANNOT_TELL, "without vmx",
	  FT_INTEL FT_NESTED "guest_msr 0x480 0x00d81000000004d2\n" },
	/* Nobody asked, or with nesting off there is nothing to ask. */
	{ "guests-no-root", ND_NOT_ASKED, NULL, FT_INTEL FT_NESTED },
	{ "guests-no-root", ND_NOT_ASKED, NULL,
	  FT_INTEL "param kvm_intel nested N\n" FT_OFFER_LEAF("77fafbdf") },
	{ "guests-no-root", ND_NOT_ASKED, NULL,
	  FT_INTEL "param kvm_intel nested N\nhost kvm_offer Permission\\040denied\n" },
	{ "guests-no-paging", ND_FIRES, "KVM gives its guests no vmx-ept",
	  FT_INTEL FT_NESTED FT_OFFER_LEAF("77fafbff") FT_OFFER_MSRS("00007cfd") },
	{ "guests-no-paging", ND_PASSES, NULL,
	  FT_INTEL FT_NESTED FT_OFFER_LEAF("77fafbff") FT_OFFER_MSRS("00007cff") },
	{ "guests-no-paging", ND_CANNOT_TELL, "without vmx-ept",
	  FT_INTEL FT_NESTED FT_OFFER_LEAF("77fafbff") },
	{ "guests-no-paging", ND_CANNOT_TELL, "group of /dev/kvm",
	  FT_INTEL FT_NESTED "host kvm_offer Permission\\040denied\n" },
	/* The parameter has a finding of its own. */
	{ "guests-no-paging", ND_NOT_ASKED, NULL,
	  FT_INTEL FT_NESTED "param kvm_intel ept N\n" FT_OFFER_LEAF("77fafbff")
	  FT_OFFER_MSRS("00007cfd") },
	{ "guests-no-paging", ND_NOT_ASKED, NULL, FT_INTEL FT_NESTED FT_OFFER_LEAF("77fafbdf") },

	{ "arch-z", ND_FIRES, "nested=0 and hpage=1",
	  "kernel 6.12.1 s390x\nparam kvm nested 0\nparam kvm hpage 1\n" },
	{ "arch-z", ND_PASSES, NULL,
	  "kernel 6.12.1 s390x\nparam kvm nested 1\nparam kvm hpage 0\n" },
	{ "arch-z", ND_CANNOT_TELL, "modprobe kvm", "kernel 6.12.1 s390x\n" },
	{ "arch-z", ND_NOT_ASKED, NULL, FT_LINUX "param kvm nested 0\n" },
	{ "arch-power", ND_FIRES, "ppc64le", "kernel 6.12.1 ppc64le\n" },
	{ "arch-power", ND_NOT_ASKED, NULL, FT_LINUX },
	{ "arch-arm", ND_FIRES, "not recorded", "kernel 6.12.1 aarch64\n" },
	{ "arch-arm", ND_CANNOT_TELL, "+NV2", "kernel 6.12.1 aarch64\nhost kvm_arm_mode nested\n" },
	{ "arch-arm", ND_NOT_ASKED, NULL, FT_LINUX },
	{ "arch-arm", ND_FIRES, "bare-metal Arm host",
	  "kernel 6.6.87.2-microsoft-standard-WSL2 aarch64\n" },
	{ "arch-arm", ND_FIRES, "bare-metal Arm host", "kernel 6.12.1 aarch64\n" FT_AZURE },
	{ "arch-arm", ND_FIRES, "bare-metal Arm host",
	  "kernel 6.12.1 aarch64\nhost kvm_arm_mode nested\n" FT_AZURE },
	{ "arch-riscv", ND_FIRES, "using SBI nested acceleration", "kernel 6.12.1 riscv64\n" },
	{ "arch-riscv", ND_NOT_ASKED, NULL, FT_LINUX },
	/* Rules of the registers have nothing to say if there are none. */
	{ "virt-absent", ND_NOT_ASKED, NULL, "kernel 6.12.1 s390x\n" },

	{ "guest-starved", ND_FIRES, "process 100",
	  FT_TRACE "vcpu 100 0 guest 0x30 host 1 2 50000000 10000000000\n"
	  "vcpu_exits 100 0 guest 0x30 100000\n" },
	{ "guest-exit-bound", ND_FIRES, "process 100",
	  FT_TRACE "vcpu 100 0 guest 0xa host 1 2 50000000 10000000000\n"
	  "vcpu_exits 100 0 guest 0xa 100000\n" },
	{ "guest-exit-bound", ND_PASSES, NULL,
	  FT_TRACE "vcpu 100 0 guest 0x30 host 1 2 50000000 10000000000\n"
	  "vcpu_exits 100 0 guest 0x30 100000\n" },
	{ "guest-starved", ND_PASSES, NULL,
	  FT_TRACE "vcpu 100 0 guest 0xa host 1 2 10000000000 50000000\n"
	  "vcpu_exits 100 0 guest 0xa 100000\n" },
	{ "guest-starved", ND_NOT_ASKED, NULL, FT_INTEL },
	/* Exits were counted, and there were none. */
	{ "guest-starved", ND_NOT_ASKED, NULL, FT_TRACE },
	{ "exit-storm", ND_FIRES, "1000000 exits a second",
	  FT_TRACE "vcpu 100 0 guest 0xa host 1 2 1000000000 1000000000\n"
	  "vcpu_exits 100 0 guest 0xa 2000000\n" },
	{ "exit-storm", ND_PASSES, NULL,
	  FT_TRACE "vcpu 100 0 guest 0xa host 1 2 1000000000 1000000000\n"
	  "vcpu_exits 100 0 guest 0xa 2000\n" },
	{ "vcpu-unwoken", ND_FIRES, "in HLT for 30.00 s",
	  FT_TRACE "tracepoint kvm_entry attached 0\n"
	  "exits vmx guest 0xc 15000 60000000000 4000000 15000 0\n"
	  "vcpu 100 0 guest 0xc host 30000000000 30000000100 60000000000 60000000000\n"
	  "vcpu_exits 100 0 guest 0xc 15000\n"
	  "vcpu 100 1 guest 0x1 host 1000 2000 60000000000 1000\n" },
	{ "vcpu-unwoken", ND_PASSES, NULL,
	  FT_TRACE "tracepoint kvm_entry attached 0\n"
	  "exits vmx guest 0xc 15000 60000000000 4000000 15000 0\n"
	  "vcpu 100 0 guest 0xc host 3000000 3000100 60000000000 60000000000\n"
	  "vcpu_exits 100 0 guest 0xc 15000\n"
	  "vcpu 100 1 guest 0x1 host 1000 2000 60000000000 1000\n" },
	{ "vcpu-stuck", ND_FIRES, "for 20.00 s",
	  FT_TRACE "vcpu 100 0 guest 0xa guest 21000000000 20000000000 0 0\n" },
	{ "vcpu-stuck", ND_PASSES, NULL,
	  FT_TRACE "vcpu 100 0 guest 0xa host 21000000000 20000000000 0 0\n" },
	{ "entry-failed", ND_FIRES, "3 of guests", FT_TRACE "exits vmx guest 0x80000021 3 0 0 0 0\n" },
	{ "entry-failed", ND_PASSES, NULL, FT_TRACE "exits vmx guest 0x21 3 0 0 0 0\n" },
	{ "entry-without-exit", ND_FIRES, "4 VM entries", FT_TRACE "missed 4 0 0 0\n" },
	{ "entry-without-exit", ND_PASSES, NULL,
	  FT_TRACE "missed 0 4 0 0\nexits vmx guest 0xa 3 0 0 0 0\n" },
	{ "nested-refused", ND_FIRES,
	  "5 messages by KVM; most often: check \"bad controls\" failed (7)",
	  FT_TRACE "refusal 7 5 bad\\040controls\n" },
	{ "nested-refused", ND_PASSES, NULL, FT_TRACE "exits vmx guest 0xa 3 0 0 0 0\n" },
	{ "nested-costly", ND_FIRES, "VMREAD 7.0, VMRESUME 1.0",
	  FT_TRACE "nested 2000 2000\nreflected 0xa 2000 20000\n"
	  "exits vmx guest 0x17 14000 0 0 0 0\nexits vmx guest 0x18 2000 0 0 0 0\n" },
	{ "nested-costly", ND_PASSES, NULL,
	  FT_TRACE "exits vmx nested 0xa 2000 0 0 0 0\nnested 2000 2000\nreflected 0xa 2000 200000\n"
	  "exits vmx guest 0x18 2000 0 0 0 0\nexits vmx guest 0x1e 200000 0 0 0 0\n" },
};
