// SPDX-License-Identifier: GPL-2.0-only
/*
 * The fields that entry checks look at, and captured states of them.
 *
 * Encodings are those of the SDM's Appendix B, offsets those of the APM's layout of the VMCB.
 */
#include "core/base/bytes.h"
#include "core/caps/evmcs.h"
#include "core/entry/vmstate.h"

const struct nd_vmf_desc nd_vmf_descs[ND_NR_VMF] = {
	[ND_VMF_INSTRUCTION_ERROR] = { 0x4400, 4, "vm_instruction_error", "VM-instruction error" },
	/* controls */
	[ND_VMF_PIN_CTLS] = { 0x4000, 4, "pin_based_vm_exec_control",
		"pin-based VM-execution controls" },
	[ND_VMF_PRIMARY_CTLS] = { 0x4002, 4, "cpu_based_vm_exec_control",
		"primary processor-based VM-execution controls" },
	[ND_VMF_SECONDARY_CTLS] = { 0x401e, 4, "secondary_vm_exec_control",
		"secondary processor-based VM-execution controls" },
	[ND_VMF_TERTIARY_CTLS] = { 0x2034, 8, "tertiary_vm_exec_control",
		"tertiary processor-based VM-execution controls" },
	[ND_VMF_EXIT_CTLS] = { 0x400c, 4, "vm_exit_controls", "primary VM-exit controls" },
	[ND_VMF_EXIT2_CTLS] = { 0x2044, 8, "secondary_vm_exit_controls",
		"secondary VM-exit controls" },
	[ND_VMF_ENTRY_CTLS] = { 0x4012, 4, "vm_entry_controls", "VM-entry controls" },
	[ND_VMF_EXCEPTION_BITMAP] = { 0x4004, 4, "exception_bitmap", "exception bitmap" },
	[ND_VMF_CR3_TARGET_COUNT] = { 0x400a, 4, "cr3_target_count", "CR3-target count" },
	[ND_VMF_IO_BITMAP_A] = { 0x2000, 8, "io_bitmap_a", "address of I/O bitmap A" },
	[ND_VMF_IO_BITMAP_B] = { 0x2002, 8, "io_bitmap_b", "address of I/O bitmap B" },
	[ND_VMF_MSR_BITMAP] = { 0x2004, 8, "msr_bitmap", "address of MSR bitmaps" },
	[ND_VMF_EXIT_MSR_STORE_ADDR] = { 0x2006, 8, "vm_exit_msr_store_addr",
		"VM-exit MSR-store address" },
	[ND_VMF_EXIT_MSR_LOAD_ADDR] = { 0x2008, 8, "vm_exit_msr_load_addr",
		"VM-exit MSR-load address" },
	[ND_VMF_ENTRY_MSR_LOAD_ADDR] = { 0x200a, 8, "vm_entry_msr_load_addr",
		"VM-entry MSR-load address" },
	[ND_VMF_EXIT_MSR_STORE_COUNT] = { 0x400e, 4, "vm_exit_msr_store_count",
		"VM-exit MSR-store count" },
	[ND_VMF_EXIT_MSR_LOAD_COUNT] = { 0x4010, 4, "vm_exit_msr_load_count",
		"VM-exit MSR-load count" },
	[ND_VMF_ENTRY_MSR_LOAD_COUNT] = { 0x4014, 4, "vm_entry_msr_load_count",
		"VM-entry MSR-load count" },
	[ND_VMF_PML_ADDR] = { 0x200e, 8, "pml_address", "PML address" },
	[ND_VMF_TSC_OFFSET] = { 0x2010, 8, "tsc_offset", "TSC offset" },
	[ND_VMF_TSC_MULTIPLIER] = { 0x2032, 8, "tsc_multiplier", "TSC multiplier" },
	[ND_VMF_VAPIC_ADDR] = { 0x2012, 8, "virtual_apic_page_addr", "virtual-APIC address" },
	[ND_VMF_APIC_ACCESS_ADDR] = { 0x2014, 8, "apic_access_addr", "APIC-access address" },
	[ND_VMF_TPR_THRESHOLD] = { 0x401c, 4, "tpr_threshold", "TPR threshold" },
	[ND_VMF_POSTED_INTR_VECTOR] = { 0x0002, 2, "posted_intr_nv",
		"posted-interrupt notification vector" },
	[ND_VMF_POSTED_INTR_DESC] = { 0x2016, 8, "posted_intr_desc_addr",
		"posted-interrupt descriptor address" },
	[ND_VMF_VPID] = { 0x0000, 2, "virtual_processor_id",
		"virtual-processor identifier (VPID)" },
	[ND_VMF_EPTP] = { 0x201a, 8, "ept_pointer", "EPT pointer" },
	[ND_VMF_EPTP_LIST] = { 0x2024, 8, "eptp_list_address", "EPTP-list address" },
	[ND_VMF_VMFUNC_CTLS] = { 0x2018, 8, "vm_function_control", "VM-function controls" },
	[ND_VMF_VMREAD_BITMAP] = { 0x2026, 8, "vmread_bitmap", "VMREAD-bitmap address" },
	[ND_VMF_VMWRITE_BITMAP] = { 0x2028, 8, "vmw\162ite_bitmap", "VMWRITE-bitmap address" },
	[ND_VMF_VE_INFO_ADDR] = { 0x202a, 8, "ve_information_address",
		"virtualization-exception information address" },
	[ND_VMF_SPPTP] = { 0x2030, 8, "spptp", "sub-page-permission-table pointer" },
	[ND_VMF_HLATP] = { 0x2040, 8, "hlatp",
		"hypervisor-managed linear-address translation pointer" },
	[ND_VMF_PID_TABLE] = { 0x2042, 8, "pid_pointer_table", "PID-pointer table address" },
	[ND_VMF_PID_LAST] = { 0x0008, 2, "last_pid_pointer_index", "last PID-pointer index" },
	[ND_VMF_ENTRY_INTR_INFO] = { 0x4016, 4, "vm_entry_intr_info_field",
		"VM-entry interruption-information field" },
	[ND_VMF_ENTRY_ERROR_CODE] = { 0x4018, 4, "vm_entry_exception_error_code",
		"VM-entry exception error code" },
	[ND_VMF_ENTRY_INSTR_LEN] = { 0x401a, 4, "vm_entry_instruction_len",
		"VM-entry instruction length" },
	[ND_VMF_CR0_MASK] = { 0x6000, 8, "cr0_guest_host_mask", "CR0 guest/host mask" },
	[ND_VMF_CR4_MASK] = { 0x6002, 8, "cr4_guest_host_mask", "CR4 guest/host mask" },
	[ND_VMF_CR0_SHADOW] = { 0x6004, 8, "cr0_read_shadow", "CR0 read shadow" },
	[ND_VMF_CR4_SHADOW] = { 0x6006, 8, "cr4_read_shadow", "CR4 read shadow" },
	/* host state */
	[ND_VMF_HOST_CR0] = { 0x6c00, 8, "host_cr0", "host CR0" },
	[ND_VMF_HOST_CR3] = { 0x6c02, 8, "host_cr3", "host CR3" },
	[ND_VMF_HOST_CR4] = { 0x6c04, 8, "host_cr4", "host CR4" },
	[ND_VMF_HOST_ES_SEL] = { 0x0c00, 2, "host_es_selector", "host ES selector" },
	[ND_VMF_HOST_CS_SEL] = { 0x0c02, 2, "host_cs_selector", "host CS selector" },
	[ND_VMF_HOST_SS_SEL] = { 0x0c04, 2, "host_ss_selector", "host SS selector" },
	[ND_VMF_HOST_DS_SEL] = { 0x0c06, 2, "host_ds_selector", "host DS selector" },
	[ND_VMF_HOST_FS_SEL] = { 0x0c08, 2, "host_fs_selector", "host FS selector" },
	[ND_VMF_HOST_GS_SEL] = { 0x0c0a, 2, "host_gs_selector", "host GS selector" },
	[ND_VMF_HOST_TR_SEL] = { 0x0c0c, 2, "host_tr_selector", "host TR selector" },
	[ND_VMF_HOST_FS_BASE] = { 0x6c06, 8, "host_fs_base", "host FS base" },
	[ND_VMF_HOST_GS_BASE] = { 0x6c08, 8, "host_gs_base", "host GS base" },
	[ND_VMF_HOST_TR_BASE] = { 0x6c0a, 8, "host_tr_base", "host TR base" },
	[ND_VMF_HOST_GDTR_BASE] = { 0x6c0c, 8, "host_gdtr_base", "host GDTR base" },
	[ND_VMF_HOST_IDTR_BASE] = { 0x6c0e, 8, "host_idtr_base", "host IDTR base" },
	[ND_VMF_HOST_SYSENTER_CS] = { 0x4c00, 4, "host_ia32_sysenter_cs", "host IA32_SYSENTER_CS" },
	[ND_VMF_HOST_SYSENTER_ESP] = { 0x6c10, 8, "host_ia32_sysenter_esp",
		"host IA32_SYSENTER_ESP" },
	[ND_VMF_HOST_SYSENTER_EIP] = { 0x6c12, 8, "host_ia32_sysenter_eip",
		"host IA32_SYSENTER_EIP" },
	[ND_VMF_HOST_PAT] = { 0x2c00, 8, "host_ia32_pat", "host IA32_PAT" },
	[ND_VMF_HOST_EFER] = { 0x2c02, 8, "host_ia32_efer", "host IA32_EFER" },
	[ND_VMF_HOST_PERF_GLOBAL_CTRL] = { 0x2c04, 8, "host_ia32_perf_global_ctrl",
		"host IA32_PERF_GLOBAL_CTRL" },
	[ND_VMF_HOST_PKRS] = { 0x2c06, 8, "host_ia32_pkrs", "host IA32_PKRS" },
	[ND_VMF_HOST_S_CET] = { 0x6c18, 8, "host_ia32_s_cet", "host IA32_S_CET" },
	[ND_VMF_HOST_SSP] = { 0x6c1a, 8, "host_ssp", "host SSP" },
	[ND_VMF_HOST_SSP_TABLE] = { 0x6c1c, 8, "host_ia32_int_ssp_table_addr",
		"host IA32_INTERRUPT_SSP_TABLE_ADDR" },
	[ND_VMF_HOST_RSP] = { 0x6c14, 8, "host_rsp", "host RSP" },
	[ND_VMF_HOST_RIP] = { 0x6c16, 8, "host_rip", "host RIP" },
	/* guest state */
	[ND_VMF_CR0] = { 0x6800, 8, "guest_cr0", "guest CR0" },
	[ND_VMF_CR3] = { 0x6802, 8, "guest_cr3", "guest CR3" },
	[ND_VMF_CR4] = { 0x6804, 8, "guest_cr4", "guest CR4" },
	[ND_VMF_DR7] = { 0x681a, 8, "guest_dr7", "guest DR7" },
	[ND_VMF_RSP] = { 0x681c, 8, "guest_rsp", "guest RSP" },
	[ND_VMF_RIP] = { 0x681e, 8, "guest_rip", "guest RIP" },
	[ND_VMF_RFLAGS] = { 0x6820, 8, "guest_rflags", "guest RFLAGS" },
	[ND_VMF_ES_SEL] = { 0x0800, 2, "guest_es_selector", "guest ES selector" },
	[ND_VMF_CS_SEL] = { 0x0802, 2, "guest_cs_selector", "guest CS selector" },
	[ND_VMF_SS_SEL] = { 0x0804, 2, "guest_ss_selector", "guest SS selector" },
	[ND_VMF_DS_SEL] = { 0x0806, 2, "guest_ds_selector", "guest DS selector" },
	[ND_VMF_FS_SEL] = { 0x0808, 2, "guest_fs_selector", "guest FS selector" },
	[ND_VMF_GS_SEL] = { 0x080a, 2, "guest_gs_selector", "guest GS selector" },
	[ND_VMF_LDTR_SEL] = { 0x080c, 2, "guest_ldtr_selector", "guest LDTR selector" },
	[ND_VMF_TR_SEL] = { 0x080e, 2, "guest_tr_selector", "guest TR selector" },
	[ND_VMF_ES_BASE] = { 0x6806, 8, "guest_es_base", "guest ES base" },
	[ND_VMF_CS_BASE] = { 0x6808, 8, "guest_cs_base", "guest CS base" },
	[ND_VMF_SS_BASE] = { 0x680a, 8, "guest_ss_base", "guest SS base" },
	[ND_VMF_DS_BASE] = { 0x680c, 8, "guest_ds_base", "guest DS base" },
	[ND_VMF_FS_BASE] = { 0x680e, 8, "guest_fs_base", "guest FS base" },
	[ND_VMF_GS_BASE] = { 0x6810, 8, "guest_gs_base", "guest GS base" },
	[ND_VMF_LDTR_BASE] = { 0x6812, 8, "guest_ldtr_base", "guest LDTR base" },
	[ND_VMF_TR_BASE] = { 0x6814, 8, "guest_tr_base", "guest TR base" },
	[ND_VMF_ES_LIMIT] = { 0x4800, 4, "guest_es_limit", "guest ES limit" },
	[ND_VMF_CS_LIMIT] = { 0x4802, 4, "guest_cs_limit", "guest CS limit" },
	[ND_VMF_SS_LIMIT] = { 0x4804, 4, "guest_ss_limit", "guest SS limit" },
	[ND_VMF_DS_LIMIT] = { 0x4806, 4, "guest_ds_limit", "guest DS limit" },
	[ND_VMF_FS_LIMIT] = { 0x4808, 4, "guest_fs_limit", "guest FS limit" },
	[ND_VMF_GS_LIMIT] = { 0x480a, 4, "guest_gs_limit", "guest GS limit" },
	[ND_VMF_LDTR_LIMIT] = { 0x480c, 4, "guest_ldtr_limit", "guest LDTR limit" },
	[ND_VMF_TR_LIMIT] = { 0x480e, 4, "guest_tr_limit", "guest TR limit" },
	[ND_VMF_ES_AR] = { 0x4814, 4, "guest_es_ar_bytes", "guest ES access rights" },
	[ND_VMF_CS_AR] = { 0x4816, 4, "guest_cs_ar_bytes", "guest CS access rights" },
	[ND_VMF_SS_AR] = { 0x4818, 4, "guest_ss_ar_bytes", "guest SS access rights" },
	[ND_VMF_DS_AR] = { 0x481a, 4, "guest_ds_ar_bytes", "guest DS access rights" },
	[ND_VMF_FS_AR] = { 0x481c, 4, "guest_fs_ar_bytes", "guest FS access rights" },
	[ND_VMF_GS_AR] = { 0x481e, 4, "guest_gs_ar_bytes", "guest GS access rights" },
	[ND_VMF_LDTR_AR] = { 0x4820, 4, "guest_ldtr_ar_bytes", "guest LDTR access rights" },
	[ND_VMF_TR_AR] = { 0x4822, 4, "guest_tr_ar_bytes", "guest TR access rights" },
	[ND_VMF_GDTR_BASE] = { 0x6816, 8, "guest_gdtr_base", "guest GDTR base" },
	[ND_VMF_IDTR_BASE] = { 0x6818, 8, "guest_idtr_base", "guest IDTR base" },
	[ND_VMF_GDTR_LIMIT] = { 0x4810, 4, "guest_gdtr_limit", "guest GDTR limit" },
	[ND_VMF_IDTR_LIMIT] = { 0x4812, 4, "guest_idtr_limit", "guest IDTR limit" },
	[ND_VMF_DEBUGCTL] = { 0x2802, 8, "guest_ia32_debugctl", "guest IA32_DEBUGCTL" },
	[ND_VMF_SYSENTER_CS] = { 0x482a, 4, "guest_sysenter_cs", "guest IA32_SYSENTER_CS" },
	[ND_VMF_SYSENTER_ESP] = { 0x6824, 8, "guest_sysenter_esp", "guest IA32_SYSENTER_ESP" },
	[ND_VMF_SYSENTER_EIP] = { 0x6826, 8, "guest_sysenter_eip", "guest IA32_SYSENTER_EIP" },
	[ND_VMF_PAT] = { 0x2804, 8, "guest_ia32_pat", "guest IA32_PAT" },
	[ND_VMF_EFER] = { 0x2806, 8, "guest_ia32_efer", "guest IA32_EFER" },
	[ND_VMF_PERF_GLOBAL_CTRL] = { 0x2808, 8, "guest_ia32_perf_global_ctrl",
		"guest IA32_PERF_GLOBAL_CTRL" },
	[ND_VMF_BNDCFGS] = { 0x2812, 8, "guest_bndcfgs", "guest IA32_BNDCFGS" },
	[ND_VMF_RTIT_CTL] = { 0x2814, 8, "guest_ia32_rtit_ctl", "guest IA32_RTIT_CTL" },
	[ND_VMF_LBR_CTL] = { 0x2816, 8, "guest_ia32_lbr_ctl", "guest IA32_LBR_CTL" },
	[ND_VMF_PKRS] = { 0x2818, 8, "guest_ia32_pkrs", "guest IA32_PKRS" },
	[ND_VMF_UINV] = { 0x0814, 2, "guest_uinv", "guest UINV" },
	[ND_VMF_S_CET] = { 0x6828, 8, "guest_ia32_s_cet", "guest IA32_S_CET" },
	[ND_VMF_SSP] = { 0x682a, 8, "guest_ssp", "guest SSP" },
	[ND_VMF_SSP_TABLE] = { 0x682c, 8, "guest_ia32_int_ssp_table_addr",
		"guest IA32_INTERRUPT_SSP_TABLE_ADDR" },
	[ND_VMF_ACTIVITY] = { 0x4826, 4, "guest_activity_state", "guest activity state" },
	[ND_VMF_INTERRUPTIBILITY] = { 0x4824, 4, "guest_interruptibility_info",
		"guest interruptibility state" },
	[ND_VMF_PENDING_DBG] = { 0x6822, 8, "guest_pending_dbg_exceptions",
		"guest pending debug exceptions" },
	[ND_VMF_LINK_POINTER] = { 0x2800, 8, "vmcs_link_pointer", "VMCS link pointer" },
	[ND_VMF_SMBASE] = { 0x4828, 4, "guest_smbase", "guest SMBASE" },
	[ND_VMF_PREEMPTION_TIMER] = { 0x482e, 4, "vmx_preemption_timer_value",
		"VMX-preemption timer value" },
	[ND_VMF_INTR_STATUS] = { 0x0810, 2, "guest_intr_status", "guest interrupt status" },
	[ND_VMF_PML_INDEX] = { 0x0812, 2, "guest_pml_index", "PML index" },
	[ND_VMF_PDPTE0] = { 0x280a, 8, "guest_pdptr0", "guest PDPTE0" },
	[ND_VMF_PDPTE1] = { 0x280c, 8, "guest_pdptr1", "guest PDPTE1" },
	[ND_VMF_PDPTE2] = { 0x280e, 8, "guest_pdptr2", "guest PDPTE2" },
	[ND_VMF_PDPTE3] = { 0x2810, 8, "guest_pdptr3", "guest PDPTE3" },
	/* read-only: what the last entry or exit left */
	[ND_VMF_EXIT_REASON] = { 0x4402, 4, "vm_exit_reason", "exit reason" },
	[ND_VMF_QUALIFICATION] = { 0x6400, 8, "exit_qualification", "exit qualification" },
	[ND_VMF_EXIT_INTR_INFO] = { 0x4404, 4, "vm_exit_intr_info",
		"VM-exit interruption information" },
	[ND_VMF_EXIT_INTR_ERROR] = { 0x4406, 4, "vm_exit_intr_error_code",
		"VM-exit interruption error code" },
	[ND_VMF_IDT_INFO] = { 0x4408, 4, "idt_vectoring_info_field", "IDT-vectoring information" },
	[ND_VMF_IDT_ERROR] = { 0x440a, 4, "idt_vectoring_error_code", "IDT-vectoring error code" },
	/* in memory */
	[ND_VMF_VTPR] = { ND_VMF_IN_MEMORY, 4, "vtpr", "virtual TPR (VTPR)" },
};

const struct nd_vmf_desc nd_vmcb_descs[ND_NR_VMCB] = {
	/* control area */
	[ND_VMCB_CR_INTERCEPTS] = { 0x0000, 4, "intercept_cr", "CR intercepts" },
	[ND_VMCB_DR_INTERCEPTS] = { 0x0004, 4, "intercept_dr", "DR intercepts" },
	[ND_VMCB_EXCEPTIONS] = { 0x0008, 4, "intercept_exceptions", "exception intercepts" },
	[ND_VMCB_INTERCEPTS3] = { 0x000c, 4, "intercept_word3", "intercepts, vector 3" },
	[ND_VMCB_INTERCEPTS4] = { 0x0010, 4, "intercept_word4", "intercepts, vector 4" },
	[ND_VMCB_INTERCEPTS5] = { 0x0014, 4, "intercept_word5", "intercepts, vector 5" },
	[ND_VMCB_IOPM] = { 0x0040, 8, "iopm_base_pa", "IOPM_BASE_PA" },
	[ND_VMCB_MSRPM] = { 0x0048, 8, "msrpm_base_pa", "MSRPM_BASE_PA" },
	[ND_VMCB_TSC_OFFSET] = { 0x0050, 8, "tsc_offset", "TSC_OFFSET" },
	[ND_VMCB_ASID] = { 0x0058, 4, "asid", "guest ASID" },
	[ND_VMCB_TLB_CTL] = { 0x005c, 1, "tlb_ctl", "TLB_CONTROL" },
	[ND_VMCB_INT_CTL] = { 0x0060, 4, "int_ctl", "virtual interrupt control" },
	[ND_VMCB_INT_VECTOR] = { 0x0064, 4, "int_vector", "virtual interrupt vector" },
	[ND_VMCB_INT_STATE] = { 0x0068, 4, "int_state",
		"interrupt shadow and guest interrupt mask" },
	[ND_VMCB_EXIT_CODE] = { 0x0070, 8, "exit_code", "EXITCODE" },
	[ND_VMCB_EXIT_INFO1] = { 0x0078, 8, "exit_info_1", "EXITINFO1" },
	[ND_VMCB_EXIT_INFO2] = { 0x0080, 8, "exit_info_2", "EXITINFO2" },
	[ND_VMCB_EXIT_INT_INFO] = { 0x0088, 4, "exit_int_info", "EXITINTINFO" },
	[ND_VMCB_EXIT_INT_ERROR] = { 0x008c, 4, "exit_int_info_err", "EXITINTINFO error code" },
	[ND_VMCB_NESTED_CTL] = { 0x0090, 8, "nested_ctl", "nested paging and SEV controls" },
	[ND_VMCB_AVIC_BAR] = { 0x0098, 8, "avic_vapic_bar", "AVIC APIC_BAR" },
	[ND_VMCB_GHCB] = { 0x00a0, 8, "ghcb_gpa", "GHCB address" },
	[ND_VMCB_EVENT_INJ] = { 0x00a8, 4, "event_inj", "EVENTINJ" },
	[ND_VMCB_EVENT_INJ_ERROR] = { 0x00ac, 4, "event_inj_err", "EVENTINJ error code" },
	[ND_VMCB_NCR3] = { 0x00b0, 8, "nested_cr3", "nested CR3 (N_CR3)" },
	[ND_VMCB_VIRT_EXT] = { 0x00b8, 8, "virt_ext",
		"LBR virtualization and virtualized VMLOAD/VMSAVE" },
	[ND_VMCB_CLEAN] = { 0x00c0, 4, "clean", "VMCB clean bits" },
	[ND_VMCB_NEXT_RIP] = { 0x00c8, 8, "next_rip", "nRIP" },
	[ND_VMCB_AVIC_BACKING] = { 0x00e0, 8, "avic_backing_page", "AVIC APIC_BACKING_PAGE" },
	[ND_VMCB_AVIC_LOGICAL] = { 0x00f0, 8, "avic_logical_id", "AVIC LOGICAL_TABLE" },
	[ND_VMCB_AVIC_PHYSICAL] = { 0x00f8, 8, "avic_physical_id", "AVIC PHYSICAL_TABLE" },
	[ND_VMCB_VMSA] = { 0x0108, 8, "vmsa_pa", "VMSA address" },
	/* state save area */
	[ND_VMCB_ES_SEL] = { 0x0400, 2, "es_selector", "guest ES selector" },
	[ND_VMCB_ES_ATTR] = { 0x0402, 2, "es_attrib", "guest ES attributes" },
	[ND_VMCB_ES_LIMIT] = { 0x0404, 4, "es_limit", "guest ES limit" },
	[ND_VMCB_ES_BASE] = { 0x0408, 8, "es_base", "guest ES base" },
	[ND_VMCB_CS_SEL] = { 0x0410, 2, "cs_selector", "guest CS selector" },
	[ND_VMCB_CS_ATTR] = { 0x0412, 2, "cs_attrib", "guest CS attributes" },
	[ND_VMCB_CS_LIMIT] = { 0x0414, 4, "cs_limit", "guest CS limit" },
	[ND_VMCB_CS_BASE] = { 0x0418, 8, "cs_base", "guest CS base" },
	[ND_VMCB_SS_SEL] = { 0x0420, 2, "ss_selector", "guest SS selector" },
	[ND_VMCB_SS_ATTR] = { 0x0422, 2, "ss_attrib", "guest SS attributes" },
	[ND_VMCB_SS_LIMIT] = { 0x0424, 4, "ss_limit", "guest SS limit" },
	[ND_VMCB_SS_BASE] = { 0x0428, 8, "ss_base", "guest SS base" },
	[ND_VMCB_DS_SEL] = { 0x0430, 2, "ds_selector", "guest DS selector" },
	[ND_VMCB_DS_ATTR] = { 0x0432, 2, "ds_attrib", "guest DS attributes" },
	[ND_VMCB_DS_LIMIT] = { 0x0434, 4, "ds_limit", "guest DS limit" },
	[ND_VMCB_DS_BASE] = { 0x0438, 8, "ds_base", "guest DS base" },
	[ND_VMCB_FS_SEL] = { 0x0440, 2, "fs_selector", "guest FS selector" },
	[ND_VMCB_FS_ATTR] = { 0x0442, 2, "fs_attrib", "guest FS attributes" },
	[ND_VMCB_FS_LIMIT] = { 0x0444, 4, "fs_limit", "guest FS limit" },
	[ND_VMCB_FS_BASE] = { 0x0448, 8, "fs_base", "guest FS base" },
	[ND_VMCB_GS_SEL] = { 0x0450, 2, "gs_selector", "guest GS selector" },
	[ND_VMCB_GS_ATTR] = { 0x0452, 2, "gs_attrib", "guest GS attributes" },
	[ND_VMCB_GS_LIMIT] = { 0x0454, 4, "gs_limit", "guest GS limit" },
	[ND_VMCB_GS_BASE] = { 0x0458, 8, "gs_base", "guest GS base" },
	[ND_VMCB_GDTR_LIMIT] = { 0x0464, 4, "gdtr_limit", "guest GDTR limit" },
	[ND_VMCB_GDTR_BASE] = { 0x0468, 8, "gdtr_base", "guest GDTR base" },
	[ND_VMCB_LDTR_SEL] = { 0x0470, 2, "ldtr_selector", "guest LDTR selector" },
	[ND_VMCB_LDTR_ATTR] = { 0x0472, 2, "ldtr_attrib", "guest LDTR attributes" },
	[ND_VMCB_LDTR_LIMIT] = { 0x0474, 4, "ldtr_limit", "guest LDTR limit" },
	[ND_VMCB_LDTR_BASE] = { 0x0478, 8, "ldtr_base", "guest LDTR base" },
	[ND_VMCB_IDTR_LIMIT] = { 0x0484, 4, "idtr_limit", "guest IDTR limit" },
	[ND_VMCB_IDTR_BASE] = { 0x0488, 8, "idtr_base", "guest IDTR base" },
	[ND_VMCB_TR_SEL] = { 0x0490, 2, "tr_selector", "guest TR selector" },
	[ND_VMCB_TR_ATTR] = { 0x0492, 2, "tr_attrib", "guest TR attributes" },
	[ND_VMCB_TR_LIMIT] = { 0x0494, 4, "tr_limit", "guest TR limit" },
	[ND_VMCB_TR_BASE] = { 0x0498, 8, "tr_base", "guest TR base" },
	[ND_VMCB_CPL] = { 0x04cb, 1, "cpl", "guest CPL" },
	[ND_VMCB_EFER] = { 0x04d0, 8, "efer", "guest EFER" },
	[ND_VMCB_CR4] = { 0x0548, 8, "cr4", "guest CR4" },
	[ND_VMCB_CR3] = { 0x0550, 8, "cr3", "guest CR3" },
	[ND_VMCB_CR0] = { 0x0558, 8, "cr0", "guest CR0" },
	[ND_VMCB_DR7] = { 0x0560, 8, "dr7", "guest DR7" },
	[ND_VMCB_DR6] = { 0x0568, 8, "dr6", "guest DR6" },
	[ND_VMCB_RFLAGS] = { 0x0570, 8, "rflags", "guest RFLAGS" },
	[ND_VMCB_RIP] = { 0x0578, 8, "rip", "guest RIP" },
	[ND_VMCB_RSP] = { 0x05d8, 8, "rsp", "guest RSP" },
	[ND_VMCB_S_CET] = { 0x05e0, 8, "s_cet", "guest S_CET" },
	[ND_VMCB_SSP] = { 0x05e8, 8, "ssp", "guest SSP" },
	[ND_VMCB_SSP_TABLE] = { 0x05f0, 8, "isst_addr", "guest INTERRUPT_SSP_TABLE_ADDR" },
	[ND_VMCB_RAX] = { 0x05f8, 8, "rax", "guest RAX" },
	[ND_VMCB_CR2] = { 0x0640, 8, "cr2", "guest CR2" },
	[ND_VMCB_PAT] = { 0x0668, 8, "g_pat", "guest PAT (G_PAT)" },
	[ND_VMCB_DBGCTL] = { 0x0670, 8, "dbgctl", "guest DBGCTL" },
};

void nd_vmstate_init(struct nd_vmstate *state, enum nd_isa isa)
{
	memset(state, 0, sizeof(*state));
	state->isa = isa;
}

unsigned int nd_vmstate_nr(enum nd_isa isa)
{
	return isa == ND_ISA_VMX ? ND_NR_VMF : isa == ND_ISA_SVM ? ND_NR_VMCB : 0;
}

const struct nd_vmf_desc *nd_vmstate_desc(enum nd_isa isa, unsigned int field)
{
	if (field >= nd_vmstate_nr(isa))
		return NULL;
	return isa == ND_ISA_VMX ? &nd_vmf_descs[field] : &nd_vmcb_descs[field];
}

unsigned int nd_vmstate_find(enum nd_isa isa, const char *id, size_t len)
{
	unsigned int i, nr = nd_vmstate_nr(isa);

	for (i = 0; i < nr; i++) {
		const char *known = nd_vmstate_desc(isa, i)->id;

		if (strlen(known) == len && !memcmp(known, id, len))
			break;
	}
	return i;
}

unsigned int nd_vmstate_known(const struct nd_vmstate *state)
{
	unsigned int i, known = 0;

	for (i = 0; i < nd_vmstate_nr(state->isa); i++)
		known += !!state->known[i];
	return known;
}

const struct nd_evmcs_field *nd_vmf_evmcs(enum nd_vmf field)
{
	unsigned int i;

	if (field >= ND_NR_VMF)
		return NULL;
	for (i = 0; i < nd_nr_evmcs_fields; i++)
		if (nd_evmcs_fields[i].encoding == nd_vmf_descs[field].where)
			return &nd_evmcs_fields[i];
	return NULL;
}

void nd_vmstate_from_evmcs(struct nd_vmstate *state, const u8 *bytes)
{
	unsigned int i;

	for (i = 0; i < ND_NR_VMF; i++) {
		const struct nd_evmcs_field *field = nd_vmf_evmcs(i);

		if (field)
			nd_vmstate_set(state, i, nd_bytes_le(bytes + field->offset, field->size));
	}
}

void nd_vmstate_from_vmcb(struct nd_vmstate *state, const u8 *bytes, size_t len)
{
	unsigned int i;

	for (i = 0; i < ND_NR_VMCB; i++) {
		const struct nd_vmf_desc *desc = &nd_vmcb_descs[i];

		if (desc->where + desc->width <= len)
			nd_vmstate_set(state, i, nd_bytes_le(bytes + desc->where, desc->width));
	}
}
