// SPDX-License-Identifier: GPL-2.0-only
/*
 * CPU models of QEMU 7.2 as query-cpu-model-expansion has them, with vmx=on or svm=on.
 * tests/host/qemumodels.py compares them with the QEMU that is installed.
 *
 * Not among the features that a host has to give: what QEMU provides by itself whatever KVM says
 * (x2apic, tsc-deadline, arat, hypervisor) or leaves out with KVM (monitor, acpi), and VMX and SVM.
 * Models that need bits of IA32_ARCH_CAPABILITIES, like Cascadelake-Server, are not here, as no
 * snapshot tells whether a host gives those.
 */
#include "tools/baseline/qemumodel.h"

const struct nd_qemu_model nd_qemu_models[] = {
	{
		.name = "Icelake-Server", .vendor = "GenuineIntel", .generation = ND_GEN_ICE_LAKE,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76da3203,
			[ND_CPUID_7_EBX] = 0xd19f0fb9,
			[ND_CPUID_7_ECX] = 0x00015f4e,
			[ND_CPUID_7_EDX] = 0x84000000,
			[ND_CPUID_EXT_EDX] = 0x2c100800,
			[ND_CPUID_EXT_ECX] = 0x00000121,
			[ND_CPUID_EXT8_EBX] = 0x00000200,
			[ND_CPUID_XSAVE_EAX] = 0x00000007,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0xe9,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0x7bff,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x20000060,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106330041,
		},
	},
	{
		.name = "Icelake-Server-noTSX", .vendor = "GenuineIntel", .generation = ND_GEN_ICE_LAKE,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76da3203,
			[ND_CPUID_7_EBX] = 0xd19f07a9,
			[ND_CPUID_7_ECX] = 0x00015f4e,
			[ND_CPUID_7_EDX] = 0x84000000,
			[ND_CPUID_EXT_EDX] = 0x2c100800,
			[ND_CPUID_EXT_ECX] = 0x00000121,
			[ND_CPUID_EXT8_EBX] = 0x00000200,
			[ND_CPUID_XSAVE_EAX] = 0x00000007,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0xe9,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0x7bff,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x20000060,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106330041,
		},
	},
	{
		.name = "Skylake-Server-noTSX-IBRS", .vendor = "GenuineIntel", .generation = ND_GEN_SKYLAKE,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76da3203,
			[ND_CPUID_7_EBX] = 0xd11f07a9,
			[ND_CPUID_7_ECX] = 0x00000008,
			[ND_CPUID_7_EDX] = 0x04000000,
			[ND_CPUID_EXT_EDX] = 0x2c100800,
			[ND_CPUID_EXT_ECX] = 0x00000121,
			[ND_CPUID_XSAVE_EAX] = 0x00000007,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0xe9,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0x37bff,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x20000060,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106330041,
		},
	},
	{
		.name = "Skylake-Client-noTSX-IBRS", .vendor = "GenuineIntel", .generation = ND_GEN_SKYLAKE,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76da3203,
			[ND_CPUID_7_EBX] = 0x001c07a9,
			[ND_CPUID_7_EDX] = 0x04000000,
			[ND_CPUID_EXT_EDX] = 0x28100800,
			[ND_CPUID_EXT_ECX] = 0x00000121,
			[ND_CPUID_XSAVE_EAX] = 0x00000007,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0x69,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0x378ef,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x20000060,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106330041,
			[ND_VMX_VMFUNC] = 0x1,
		},
	},
	{
		.name = "Broadwell-noTSX-IBRS", .vendor = "GenuineIntel", .generation = ND_GEN_BROADWELL,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76da3203,
			[ND_CPUID_7_EBX] = 0x001c07a9,
			[ND_CPUID_7_EDX] = 0x04000000,
			[ND_CPUID_EXT_EDX] = 0x28100800,
			[ND_CPUID_EXT_ECX] = 0x00000121,
			[ND_CPUID_XSAVE_EAX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0xe9,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0x37bff,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x20000060,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106330041,
			[ND_VMX_VMFUNC] = 0x1,
		},
	},
	{
		.name = "Broadwell-noTSX", .vendor = "GenuineIntel", .generation = ND_GEN_BROADWELL,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76da3203,
			[ND_CPUID_7_EBX] = 0x001c07a9,
			[ND_CPUID_EXT_EDX] = 0x28100800,
			[ND_CPUID_EXT_ECX] = 0x00000121,
			[ND_CPUID_XSAVE_EAX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0xe9,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0x37bff,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x20000060,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106330041,
			[ND_VMX_VMFUNC] = 0x1,
		},
	},
	{
		.name = "Haswell-noTSX-IBRS", .vendor = "GenuineIntel", .generation = ND_GEN_HASWELL,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76da3203,
			[ND_CPUID_7_EBX] = 0x000007a9,
			[ND_CPUID_7_EDX] = 0x04000000,
			[ND_CPUID_EXT_EDX] = 0x28100800,
			[ND_CPUID_EXT_ECX] = 0x00000021,
			[ND_CPUID_XSAVE_EAX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0xe9,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0x7bff,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x20000060,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106330041,
			[ND_VMX_VMFUNC] = 0x1,
		},
	},
	{
		.name = "Haswell-noTSX", .vendor = "GenuineIntel", .generation = ND_GEN_HASWELL,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76da3203,
			[ND_CPUID_7_EBX] = 0x000007a9,
			[ND_CPUID_EXT_EDX] = 0x28100800,
			[ND_CPUID_EXT_ECX] = 0x00000021,
			[ND_CPUID_XSAVE_EAX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0xe9,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0x7bff,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x20000060,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106330041,
			[ND_VMX_VMFUNC] = 0x1,
		},
	},
	{
		.name = "IvyBridge-IBRS", .vendor = "GenuineIntel", .generation = ND_GEN_IVY_BRIDGE,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76982203,
			[ND_CPUID_7_EBX] = 0x00000281,
			[ND_CPUID_7_EDX] = 0x04000000,
			[ND_CPUID_EXT_EDX] = 0x28100800,
			[ND_CPUID_EXT_ECX] = 0x00000001,
			[ND_CPUID_XSAVE_EAX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0xe9,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0xbff,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x60,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106130041,
		},
	},
	{
		.name = "IvyBridge", .vendor = "GenuineIntel", .generation = ND_GEN_IVY_BRIDGE,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76982203,
			[ND_CPUID_7_EBX] = 0x00000281,
			[ND_CPUID_EXT_EDX] = 0x28100800,
			[ND_CPUID_EXT_ECX] = 0x00000001,
			[ND_CPUID_XSAVE_EAX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0xe9,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0xbff,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x60,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106130041,
		},
	},
	{
		.name = "SandyBridge-IBRS", .vendor = "GenuineIntel", .generation = ND_GEN_SANDY_BRIDGE,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x16982203,
			[ND_CPUID_7_EDX] = 0x04000000,
			[ND_CPUID_EXT_EDX] = 0x28100800,
			[ND_CPUID_EXT_ECX] = 0x00000001,
			[ND_CPUID_XSAVE_EAX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0x69,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0xff,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x60,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106130041,
		},
	},
	{
		.name = "SandyBridge", .vendor = "GenuineIntel", .generation = ND_GEN_SANDY_BRIDGE,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x16982203,
			[ND_CPUID_EXT_EDX] = 0x28100800,
			[ND_CPUID_EXT_ECX] = 0x00000001,
			[ND_CPUID_XSAVE_EAX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0x69,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0xff,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x60,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106130041,
		},
	},
	{
		.name = "Westmere-IBRS", .vendor = "GenuineIntel", .generation = ND_GEN_WESTMERE,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x02982203,
			[ND_CPUID_7_EDX] = 0x04000000,
			[ND_CPUID_EXT_EDX] = 0x20100800,
			[ND_CPUID_EXT_ECX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0x69,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0xf7,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x60,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106130041,
		},
	},
	{
		.name = "Westmere", .vendor = "GenuineIntel", .generation = ND_GEN_WESTMERE,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x02982203,
			[ND_CPUID_EXT_EDX] = 0x20100800,
			[ND_CPUID_EXT_ECX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0x69,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0xf7,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x60,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106130041,
		},
	},
	{
		.name = "Nehalem-IBRS", .vendor = "GenuineIntel", .generation = ND_GEN_NEHALEM,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x00982201,
			[ND_CPUID_7_EDX] = 0x04000000,
			[ND_CPUID_EXT_EDX] = 0x20100800,
			[ND_CPUID_EXT_ECX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0x69,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0x77,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x40,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106130041,
		},
	},
	{
		.name = "Nehalem", .vendor = "GenuineIntel", .generation = ND_GEN_NEHALEM,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x00982201,
			[ND_CPUID_EXT_EDX] = 0x20100800,
			[ND_CPUID_EXT_ECX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0xc0000000000000,
			[ND_VMX_PINBASED_CTLS] = 0x69,
			[ND_VMX_PROCBASED_CTLS] = 0xfbf99e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0x77,
			[ND_VMX_EXIT_CTLS] = 0x7c9004,
			[ND_VMX_ENTRY_CTLS] = 0xe204,
			[ND_VMX_MISC] = 0x40,
			[ND_VMX_EPT_VPID_CAP] = 0xf0106130041,
		},
	},
	{
		.name = "Penryn", .vendor = "GenuineIntel", .generation = ND_GEN_PENRYN,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x00082201,
			[ND_CPUID_EXT_EDX] = 0x20100800,
			[ND_CPUID_EXT_ECX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0x40000000000000,
			[ND_VMX_PINBASED_CTLS] = 0x29,
			[ND_VMX_PROCBASED_CTLS] = 0xf3f81e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0x41,
			[ND_VMX_EXIT_CTLS] = 0x9000,
			[ND_VMX_ENTRY_CTLS] = 0x2200,
			[ND_VMX_MISC] = 0x40,
		},
	},
	{
		.name = "Conroe", .vendor = "GenuineIntel", .generation = ND_GEN_CORE2,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x00000201,
			[ND_CPUID_EXT_EDX] = 0x20100800,
			[ND_CPUID_EXT_ECX] = 0x00000001,
		},
		.vmx = {
			[ND_VMX_BASIC] = 0x40000000000000,
			[ND_VMX_PINBASED_CTLS] = 0x29,
			[ND_VMX_PROCBASED_CTLS] = 0xf3f81e8c,
			[ND_VMX_PROCBASED_CTLS2] = 0x1,
			[ND_VMX_EXIT_CTLS] = 0x8000,
			[ND_VMX_ENTRY_CTLS] = 0x200,
			[ND_VMX_MISC] = 0x40,
		},
	},
	{
		.name = "EPYC-Milan", .vendor = "AuthenticAMD", .generation = ND_GEN_AMD_ZEN3,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76da3203,
			[ND_CPUID_7_EBX] = 0x219c07a9,
			[ND_CPUID_7_ECX] = 0x0040000c,
			[ND_CPUID_7_EDX] = 0x00000010,
			[ND_CPUID_EXT_EDX] = 0x2e500800,
			[ND_CPUID_EXT_ECX] = 0x00c003f1,
			[ND_CPUID_EXT8_EBX] = 0x0100d205,
			[ND_CPUID_XSAVE_EAX] = 0x0000000f,
		},
		.svm = 0x10000009,
	},
	{
		.name = "EPYC-Rome", .vendor = "AuthenticAMD", .generation = ND_GEN_AMD_ZEN2,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76d83203,
			[ND_CPUID_7_EBX] = 0x219c01a9,
			[ND_CPUID_7_ECX] = 0x00400004,
			[ND_CPUID_EXT_EDX] = 0x2e500800,
			[ND_CPUID_EXT_ECX] = 0x00c003f1,
			[ND_CPUID_EXT8_EBX] = 0x00009205,
			[ND_CPUID_XSAVE_EAX] = 0x0000000f,
		},
		.svm = 0x00000009,
	},
	{
		.name = "EPYC-IBPB", .vendor = "AuthenticAMD", .generation = ND_GEN_AMD_ZEN,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76d83203,
			[ND_CPUID_7_EBX] = 0x209c01a9,
			[ND_CPUID_EXT_EDX] = 0x2e500800,
			[ND_CPUID_EXT_ECX] = 0x004003f1,
			[ND_CPUID_EXT8_EBX] = 0x00001000,
			[ND_CPUID_XSAVE_EAX] = 0x00000007,
		},
		.svm = 0x00000009,
	},
	{
		.name = "EPYC", .vendor = "AuthenticAMD", .generation = ND_GEN_AMD_ZEN,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x76d83203,
			[ND_CPUID_7_EBX] = 0x209c01a9,
			[ND_CPUID_EXT_EDX] = 0x2e500800,
			[ND_CPUID_EXT_ECX] = 0x004003f1,
			[ND_CPUID_XSAVE_EAX] = 0x00000007,
		},
		.svm = 0x00000009,
	},
	{
		.name = "Opteron_G5", .vendor = "AuthenticAMD", .generation = ND_GEN_AMD_15H,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x36983203,
			[ND_CPUID_EXT_EDX] = 0x2c100800,
			[ND_CPUID_EXT_ECX] = 0x002109e1,
		},
		.svm = 0x00000009,
	},
	{
		.name = "Opteron_G4", .vendor = "AuthenticAMD", .generation = ND_GEN_AMD_15H,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x16982203,
			[ND_CPUID_EXT_EDX] = 0x2c100800,
			[ND_CPUID_EXT_ECX] = 0x000109e1,
		},
		.svm = 0x00000009,
	},
	{
		.name = "Opteron_G3", .vendor = "AuthenticAMD", .generation = ND_GEN_AMD_10H,
		.cpuid = {
			[ND_CPUID_1_EDX] = 0x078bfbfd,
			[ND_CPUID_1_ECX] = 0x00802001,
			[ND_CPUID_EXT_EDX] = 0x28100800,
			[ND_CPUID_EXT_ECX] = 0x000000e1,
		},
	},
};

const unsigned int nd_nr_qemu_models = ARRAY_SIZE(nd_qemu_models);

bool nd_cpuid_word(const struct nd_cpu *cpu, enum nd_cpuid_word word, u32 *value)
{
	static const struct {
		u32 leaf;
		u32 subleaf;
		char reg;
	} places[ND_NR_CPUID_WORDS] = {
		[ND_CPUID_1_EDX]	= { 1, 0, 'd' },
		[ND_CPUID_1_ECX]	= { 1, 0, 'c' },
		[ND_CPUID_7_EBX]	= { 7, 0, 'b' },
		[ND_CPUID_7_ECX]	= { 7, 0, 'c' },
		[ND_CPUID_7_EDX]	= { 7, 0, 'd' },
		[ND_CPUID_EXT_EDX]	= { 0x80000001, 0, 'd' },
		[ND_CPUID_EXT_ECX]	= { 0x80000001, 0, 'c' },
		[ND_CPUID_EXT8_EBX]	= { 0x80000008, 0, 'b' },
		[ND_CPUID_XSAVE_EAX]	= { 0xd, 1, 'a' },
	};
	u32 leaf = places[word].leaf;
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, leaf, places[word].subleaf);

	*value = 0;
	if (!l) {
		/* Beyond the last leaf there is nothing, and that is known. */
		l = nd_cpu_leaf(cpu, leaf & 0x80000000, 0);
		return l && l->eax < leaf;
	}
	*value = places[word].reg == 'a' ? l->eax : places[word].reg == 'b' ? l->ebx :
		 places[word].reg == 'c' ? l->ecx : l->edx;
	return true;
}

/* Ids that are libvirt's or a later QEMU's: two INVVPID types have names of INVEPT types there. */
static const struct {
	const char *id;
	const char *name;
	const char *newer;
} names[] = {
	{ "vmx-ept-uc", NULL, NULL },
	{ "vmx-ept-wb", NULL, NULL },
	{ "vmx-invvpid-single-context", "vmx-invept-single-context", NULL },
	{ "vmx-invvpid-single-context-noglobals", "vmx-invept-single-context-noglobals", NULL },
	{ "vmx-any-errcode", "vmx-any-errcode", "8.2" },
	{ "vmx-enable-user-wait-pause", "vmx-enable-user-wait-pause", "8.2" },
	{ "vnmi", "vnmi", "8.2" },
};

static const char *const svm_names[] = {
	"svm", "npt", "lbrv", "svm-lock", "nrip-save", "tsc-scale", "vmcb-clean", "flushbyasid",
	"decodeassists", "pause-filter", "pfthreshold", "avic", "v-vmsave-vmload", "vgif", "vnmi",
	"svme-addr-chk",
};

/* VMX features of later versions that none of the models here has. */
static const char *const unknown_names[] = {
	"vmx-mbec", "vmx-nested-exception", "vmx-exit-save-cet", "vmx-entry-load-cet",
	"vmx-entry-load-fred", "vmx-exit-secondary-ctls",
};

static bool is_among(const char *const *list, size_t nr, const char *id)
{
	while (nr--)
		if (!strcmp(list[nr], id))
			return true;
	return false;
}

const char *nd_qemu_name(const struct nd_feature *feature)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(names); i++)
		if (!strcmp(names[i].id, feature->id))
			return names[i].name;
	if (feature->flags & ND_FEATURE_SVM)
		return is_among(svm_names, ARRAY_SIZE(svm_names), feature->id) ? feature->id : NULL;
	if (!strncmp(feature->id, "x-", 2) ||
	    is_among(unknown_names, ARRAY_SIZE(unknown_names), feature->id))
		return NULL;
	return feature->id;
}

/*
 * libvirt refuses names that it does not know, and knows QEMU's name of this one only as an alias.
 * Of the other INVVPID type it has a name, too, but does not hand that on to QEMU.
 */
const char *nd_libvirt_name(const struct nd_feature *feature)
{
	return strcmp(feature->id, "vmx-invvpid-single-context-noglobals") ? nd_qemu_name(feature) :
	       feature->id;
}

const char *nd_qemu_newer(const struct nd_feature *feature)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(names); i++)
		if (!strcmp(names[i].id, feature->id))
			return names[i].newer;
	return NULL;
}

bool nd_qemu_implies(const struct nd_qemu_model *model, const struct nd_feature *feature)
{
	struct nd_bit_place place;

	if (!model || feature == nd_feature_root(feature))
		return false;
	nd_feature_place(feature, &place);
	if (feature->flags & ND_FEATURE_SVM)
		return place.cpuid_reg && !strcmp(place.cpuid_reg, "edx") &&
		       (model->svm & BIT(place.bit));
	return place.reg < ND_NR_REGS && (model->vmx[place.reg] & BIT_ULL(place.bit));
}

const char *nd_qemu_needs(const struct nd_qemu_model *model, const struct nd_feature *feature)
{
	static const struct {
		const char *id;
		enum nd_cpuid_word word;
		u8 bit;
		const char *needs;
	} needs[] = {
		{ "vmx-xsaves", ND_CPUID_XSAVE_EAX, 3, "xsaves" },
		{ "vmx-rdrand-exit", ND_CPUID_1_ECX, 30, "rdrand" },
		{ "vmx-invpcid-exit", ND_CPUID_7_EBX, 10, "invpcid" },
		{ "vmx-exit-clear-bndcfgs", ND_CPUID_7_EBX, 14, "mpx" },
		{ "vmx-entry-load-bndcfgs", ND_CPUID_7_EBX, 14, "mpx" },
		{ "vmx-rdseed-exit", ND_CPUID_7_EBX, 18, "rdseed" },
		{ "vmx-rdtscp-exit", ND_CPUID_EXT_EDX, 27, "rdtscp" },
		{ "vmx-enable-user-wait-pause", ND_CPUID_7_ECX, 5, "waitpkg" },
		{ "vmx-entry-ia32e-mode", ND_CPUID_EXT_EDX, 29, "lm" },
	};
	size_t i;

	for (i = 0; model && i < ARRAY_SIZE(needs); i++)
		if (!strcmp(needs[i].id, feature->id) &&
		    !(model->cpuid[needs[i].word] & BIT(needs[i].bit)))
			return needs[i].needs;
	return NULL;
}
