// SPDX-License-Identifier: GPL-2.0-only
/*
 * The fields of Hyper-V's enlightened VMCS, version 1.
 */
#include "core/base/bytes.h"
#include "core/caps/evmcs.h"

/* Bits of hv_clean_fields. */
enum {
	EVMCS_IO_BITMAP,
	EVMCS_MSR_BITMAP,
	EVMCS_CONTROL_GRP2,
	EVMCS_CONTROL_GRP1,
	EVMCS_CONTROL_PROC,
	EVMCS_CONTROL_EVENT,
	EVMCS_CONTROL_ENTRY,
	EVMCS_CONTROL_EXCPN,
	EVMCS_CRDR,
	EVMCS_CONTROL_XLAT,
	EVMCS_GUEST_BASIC,
	EVMCS_GUEST_GRP1,
	EVMCS_GUEST_GRP2,
	EVMCS_HOST_POINTER,
	EVMCS_HOST_GRP1,
	EVMCS_ENLIGHTENMENTS,
	EVMCS_ALL	= ND_EVMCS_ALL_CLEAN,
	EVMCS_NONE	= ND_EVMCS_NO_CLEAN,
};

const char *const nd_evmcs_clean_names[ND_NR_EVMCS_CLEAN] = {
	[EVMCS_IO_BITMAP]	= "IO_BITMAP",
	[EVMCS_MSR_BITMAP]	= "MSR_BITMAP",
	[EVMCS_CONTROL_GRP2]	= "CONTROL_GRP2",
	[EVMCS_CONTROL_GRP1]	= "CONTROL_GRP1",
	[EVMCS_CONTROL_PROC]	= "CONTROL_PROC",
	[EVMCS_CONTROL_EVENT]	= "CONTROL_EVENT",
	[EVMCS_CONTROL_ENTRY]	= "CONTROL_ENTRY",
	[EVMCS_CONTROL_EXCPN]	= "CONTROL_EXCPN",
	[EVMCS_CRDR]		= "CRDR",
	[EVMCS_CONTROL_XLAT]	= "CONTROL_XLAT",
	[EVMCS_GUEST_BASIC]	= "GUEST_BASIC",
	[EVMCS_GUEST_GRP1]	= "GUEST_GRP1",
	[EVMCS_GUEST_GRP2]	= "GUEST_GRP2",
	[EVMCS_HOST_POINTER]	= "HOST_POINTER",
	[EVMCS_HOST_GRP1]	= "HOST_GRP1",
	[EVMCS_ENLIGHTENMENTS]	= "ENLIGHTENMENTSCONTROL",
};

#define EVMCS_OWN	ND_EVMCS_NO_ENCODING
#define EVMCS_LAST	0x3f8

_Static_assert(EVMCS_LAST + sizeof(u64) == ND_EVMCS_BYTES, "version 1 is 1024 bytes");

/*
 * Offset, size, clean bit, encoding, name. Names are those of Linux's struct hv_enlightened_vmcs.
 *
 * - TLFS's table prints the encoding of HOST_RIP beside the SYSENTER_CS of the host; the VMCS
 *   encodings of both are beyond doubt and stand here.
 * - TLFS's table leaves out page-fault masks, the CR3-target count, MSR areas, the SYSENTER_CS
 *   and PERF_GLOBAL_CTRL of the host, and most shadow-stack fields: encodings and clean bits are
 *   Linux's. The CR3-target values are in neither table and are taken like their count.
 * - Linux has padding in place of the tertiary controls; TLFS has the field.
 * - What covers the fields behind hv_enlightenments_control is what KVM takes to cover them.
 */
const struct nd_evmcs_field nd_evmcs_fields[] = {
	{ 0x000, 4, EVMCS_NONE, EVMCS_OWN, "revision_id" },
	{ 0x004, 4, EVMCS_NONE, EVMCS_OWN, "abort" },
	{ 0x008, 2, EVMCS_HOST_GRP1, 0x0c00, "host_es_selector" },
	{ 0x00a, 2, EVMCS_HOST_GRP1, 0x0c02, "host_cs_selector" },
	{ 0x00c, 2, EVMCS_HOST_GRP1, 0x0c04, "host_ss_selector" },
	{ 0x00e, 2, EVMCS_HOST_GRP1, 0x0c06, "host_ds_selector" },
	{ 0x010, 2, EVMCS_HOST_GRP1, 0x0c08, "host_fs_selector" },
	{ 0x012, 2, EVMCS_HOST_GRP1, 0x0c0a, "host_gs_selector" },
	{ 0x014, 2, EVMCS_HOST_GRP1, 0x0c0c, "host_tr_selector" },
	{ 0x018, 8, EVMCS_HOST_GRP1, 0x2c00, "host_ia32_pat" },
	{ 0x020, 8, EVMCS_HOST_GRP1, 0x2c02, "host_ia32_efer" },
	{ 0x028, 8, EVMCS_HOST_GRP1, 0x6c00, "host_cr0" },
	{ 0x030, 8, EVMCS_HOST_GRP1, 0x6c02, "host_cr3" },
	{ 0x038, 8, EVMCS_HOST_GRP1, 0x6c04, "host_cr4" },
	{ 0x040, 8, EVMCS_HOST_GRP1, 0x6c10, "host_ia32_sysenter_esp" },
	{ 0x048, 8, EVMCS_HOST_GRP1, 0x6c12, "host_ia32_sysenter_eip" },
	{ 0x050, 8, EVMCS_HOST_GRP1, 0x6c16, "host_rip" },
	{ 0x058, 4, EVMCS_HOST_GRP1, 0x4c00, "host_ia32_sysenter_cs" },
	{ 0x05c, 4, EVMCS_CONTROL_GRP1, 0x4000, "pin_based_vm_exec_control" },
	{ 0x060, 4, EVMCS_CONTROL_GRP1, 0x400c, "vm_exit_controls" },
	{ 0x064, 4, EVMCS_CONTROL_GRP1, 0x401e, "secondary_vm_exec_control" },
	{ 0x068, 8, EVMCS_IO_BITMAP, 0x2000, "io_bitmap_a" },
	{ 0x070, 8, EVMCS_IO_BITMAP, 0x2002, "io_bitmap_b" },
	{ 0x078, 8, EVMCS_MSR_BITMAP, 0x2004, "msr_bitmap" },
	{ 0x080, 2, EVMCS_GUEST_GRP2, 0x0800, "guest_es_selector" },
	{ 0x082, 2, EVMCS_GUEST_GRP2, 0x0802, "guest_cs_selector" },
	{ 0x084, 2, EVMCS_GUEST_GRP2, 0x0804, "guest_ss_selector" },
	{ 0x086, 2, EVMCS_GUEST_GRP2, 0x0806, "guest_ds_selector" },
	{ 0x088, 2, EVMCS_GUEST_GRP2, 0x0808, "guest_fs_selector" },
	{ 0x08a, 2, EVMCS_GUEST_GRP2, 0x080a, "guest_gs_selector" },
	{ 0x08c, 2, EVMCS_GUEST_GRP2, 0x080c, "guest_ldtr_selector" },
	{ 0x08e, 2, EVMCS_GUEST_GRP2, 0x080e, "guest_tr_selector" },
	{ 0x090, 4, EVMCS_GUEST_GRP2, 0x4800, "guest_es_limit" },
	{ 0x094, 4, EVMCS_GUEST_GRP2, 0x4802, "guest_cs_limit" },
	{ 0x098, 4, EVMCS_GUEST_GRP2, 0x4804, "guest_ss_limit" },
	{ 0x09c, 4, EVMCS_GUEST_GRP2, 0x4806, "guest_ds_limit" },
	{ 0x0a0, 4, EVMCS_GUEST_GRP2, 0x4808, "guest_fs_limit" },
	{ 0x0a4, 4, EVMCS_GUEST_GRP2, 0x480a, "guest_gs_limit" },
	{ 0x0a8, 4, EVMCS_GUEST_GRP2, 0x480c, "guest_ldtr_limit" },
	{ 0x0ac, 4, EVMCS_GUEST_GRP2, 0x480e, "guest_tr_limit" },
	{ 0x0b0, 4, EVMCS_GUEST_GRP2, 0x4810, "guest_gdtr_limit" },
	{ 0x0b4, 4, EVMCS_GUEST_GRP2, 0x4812, "guest_idtr_limit" },
	{ 0x0b8, 4, EVMCS_GUEST_GRP2, 0x4814, "guest_es_ar_bytes" },
	{ 0x0bc, 4, EVMCS_GUEST_GRP2, 0x4816, "guest_cs_ar_bytes" },
	{ 0x0c0, 4, EVMCS_GUEST_GRP2, 0x4818, "guest_ss_ar_bytes" },
	{ 0x0c4, 4, EVMCS_GUEST_GRP2, 0x481a, "guest_ds_ar_bytes" },
	{ 0x0c8, 4, EVMCS_GUEST_GRP2, 0x481c, "guest_fs_ar_bytes" },
	{ 0x0cc, 4, EVMCS_GUEST_GRP2, 0x481e, "guest_gs_ar_bytes" },
	{ 0x0d0, 4, EVMCS_GUEST_GRP2, 0x4820, "guest_ldtr_ar_bytes" },
	{ 0x0d4, 4, EVMCS_GUEST_GRP2, 0x4822, "guest_tr_ar_bytes" },
	{ 0x0d8, 8, EVMCS_GUEST_GRP2, 0x6806, "guest_es_base" },
	{ 0x0e0, 8, EVMCS_GUEST_GRP2, 0x6808, "guest_cs_base" },
	{ 0x0e8, 8, EVMCS_GUEST_GRP2, 0x680a, "guest_ss_base" },
	{ 0x0f0, 8, EVMCS_GUEST_GRP2, 0x680c, "guest_ds_base" },
	{ 0x0f8, 8, EVMCS_GUEST_GRP2, 0x680e, "guest_fs_base" },
	{ 0x100, 8, EVMCS_GUEST_GRP2, 0x6810, "guest_gs_base" },
	{ 0x108, 8, EVMCS_GUEST_GRP2, 0x6812, "guest_ldtr_base" },
	{ 0x110, 8, EVMCS_GUEST_GRP2, 0x6814, "guest_tr_base" },
	{ 0x118, 8, EVMCS_GUEST_GRP2, 0x6816, "guest_gdtr_base" },
	{ 0x120, 8, EVMCS_GUEST_GRP2, 0x6818, "guest_idtr_base" },
	{ 0x140, 8, EVMCS_ALL, 0x2006, "vm_exit_msr_store_addr" },
	{ 0x148, 8, EVMCS_ALL, 0x2008, "vm_exit_msr_load_addr" },
	{ 0x150, 8, EVMCS_ALL, 0x200a, "vm_entry_msr_load_addr" },
	{ 0x158, 8, EVMCS_ALL, 0x6008, "cr3_target_value0" },
	{ 0x160, 8, EVMCS_ALL, 0x600a, "cr3_target_value1" },
	{ 0x168, 8, EVMCS_ALL, 0x600c, "cr3_target_value2" },
	{ 0x170, 8, EVMCS_ALL, 0x600e, "cr3_target_value3" },
	{ 0x178, 4, EVMCS_ALL, 0x4006, "page_fault_error_code_mask" },
	{ 0x17c, 4, EVMCS_ALL, 0x4008, "page_fault_error_code_match" },
	{ 0x180, 4, EVMCS_ALL, 0x400a, "cr3_target_count" },
	{ 0x184, 4, EVMCS_ALL, 0x400e, "vm_exit_msr_store_count" },
	{ 0x188, 4, EVMCS_ALL, 0x4010, "vm_exit_msr_load_count" },
	{ 0x18c, 4, EVMCS_ALL, 0x4014, "vm_entry_msr_load_count" },
	{ 0x190, 8, EVMCS_CONTROL_GRP2, 0x2010, "tsc_offset" },
	{ 0x198, 8, EVMCS_CONTROL_GRP2, 0x2012, "virtual_apic_page_addr" },
	{ 0x1a0, 8, EVMCS_GUEST_GRP1, 0x2800, "vmcs_link_pointer" },
	{ 0x1a8, 8, EVMCS_GUEST_GRP1, 0x2802, "guest_ia32_debugctl" },
	{ 0x1b0, 8, EVMCS_GUEST_GRP1, 0x2804, "guest_ia32_pat" },
	{ 0x1b8, 8, EVMCS_GUEST_GRP1, 0x2806, "guest_ia32_efer" },
	{ 0x1c0, 8, EVMCS_GUEST_GRP1, 0x280a, "guest_pdptr0" },
	{ 0x1c8, 8, EVMCS_GUEST_GRP1, 0x280c, "guest_pdptr1" },
	{ 0x1d0, 8, EVMCS_GUEST_GRP1, 0x280e, "guest_pdptr2" },
	{ 0x1d8, 8, EVMCS_GUEST_GRP1, 0x2810, "guest_pdptr3" },
	{ 0x1e0, 8, EVMCS_GUEST_GRP1, 0x6822, "guest_pending_dbg_exceptions" },
	{ 0x1e8, 8, EVMCS_GUEST_GRP1, 0x6824, "guest_sysenter_esp" },
	{ 0x1f0, 8, EVMCS_GUEST_GRP1, 0x6826, "guest_sysenter_eip" },
	{ 0x1f8, 4, EVMCS_GUEST_GRP1, 0x4826, "guest_activity_state" },
	{ 0x1fc, 4, EVMCS_GUEST_GRP1, 0x482a, "guest_sysenter_cs" },
	{ 0x200, 8, EVMCS_CRDR, 0x6000, "cr0_guest_host_mask" },
	{ 0x208, 8, EVMCS_CRDR, 0x6002, "cr4_guest_host_mask" },
	{ 0x210, 8, EVMCS_CRDR, 0x6004, "cr0_read_shadow" },
	{ 0x218, 8, EVMCS_CRDR, 0x6006, "cr4_read_shadow" },
	{ 0x220, 8, EVMCS_CRDR, 0x6800, "guest_cr0" },
	{ 0x228, 8, EVMCS_CRDR, 0x6802, "guest_cr3" },
	{ 0x230, 8, EVMCS_CRDR, 0x6804, "guest_cr4" },
	{ 0x238, 8, EVMCS_CRDR, 0x681a, "guest_dr7" },
	{ 0x240, 8, EVMCS_HOST_POINTER, 0x6c06, "host_fs_base" },
	{ 0x248, 8, EVMCS_HOST_POINTER, 0x6c08, "host_gs_base" },
	{ 0x250, 8, EVMCS_HOST_POINTER, 0x6c0a, "host_tr_base" },
	{ 0x258, 8, EVMCS_HOST_POINTER, 0x6c0c, "host_gdtr_base" },
	{ 0x260, 8, EVMCS_HOST_POINTER, 0x6c0e, "host_idtr_base" },
	{ 0x268, 8, EVMCS_HOST_POINTER, 0x6c14, "host_rsp" },
	{ 0x270, 8, EVMCS_CONTROL_XLAT, 0x201a, "ept_pointer" },
	{ 0x278, 2, EVMCS_CONTROL_XLAT, 0x0000, "virtual_processor_id" },
	{ 0x2a8, 8, EVMCS_NONE, 0x2400, "guest_physical_address" },
	{ 0x2b0, 4, EVMCS_NONE, 0x4400, "vm_instruction_error" },
	{ 0x2b4, 4, EVMCS_NONE, 0x4402, "vm_exit_reason" },
	{ 0x2b8, 4, EVMCS_NONE, 0x4404, "vm_exit_intr_info" },
	{ 0x2bc, 4, EVMCS_NONE, 0x4406, "vm_exit_intr_error_code" },
	{ 0x2c0, 4, EVMCS_NONE, 0x4408, "idt_vectoring_info_field" },
	{ 0x2c4, 4, EVMCS_NONE, 0x440a, "idt_vectoring_error_code" },
	{ 0x2c8, 4, EVMCS_NONE, 0x440c, "vm_exit_instruction_len" },
	{ 0x2cc, 4, EVMCS_NONE, 0x440e, "vmx_instruction_info" },
	{ 0x2d0, 8, EVMCS_NONE, 0x6400, "exit_qualification" },
	{ 0x2d8, 8, EVMCS_NONE, 0x6402, "exit_io_instruction_ecx" },
	{ 0x2e0, 8, EVMCS_NONE, 0x6404, "exit_io_instruction_esi" },
	{ 0x2e8, 8, EVMCS_NONE, 0x6406, "exit_io_instruction_edi" },
	{ 0x2f0, 8, EVMCS_NONE, 0x6408, "exit_io_instruction_eip" },
	{ 0x2f8, 8, EVMCS_NONE, 0x640a, "guest_linear_address" },
	{ 0x300, 8, EVMCS_GUEST_BASIC, 0x681c, "guest_rsp" },
	{ 0x308, 8, EVMCS_GUEST_BASIC, 0x6820, "guest_rflags" },
	{ 0x310, 4, EVMCS_GUEST_BASIC, 0x4824, "guest_interruptibility_info" },
	{ 0x314, 4, EVMCS_CONTROL_PROC, 0x4002, "cpu_based_vm_exec_control" },
	{ 0x318, 4, EVMCS_CONTROL_EXCPN, 0x4004, "exception_bitmap" },
	{ 0x31c, 4, EVMCS_CONTROL_ENTRY, 0x4012, "vm_entry_controls" },
	{ 0x320, 4, EVMCS_CONTROL_EVENT, 0x4016, "vm_entry_intr_info_field" },
	{ 0x324, 4, EVMCS_CONTROL_EVENT, 0x4018, "vm_entry_exception_error_code" },
	{ 0x328, 4, EVMCS_CONTROL_EVENT, 0x401a, "vm_entry_instruction_len" },
	{ 0x32c, 4, EVMCS_NONE, 0x401c, "tpr_threshold" },
	{ 0x330, 8, EVMCS_NONE, 0x681e, "guest_rip" },
	{ 0x338, 4, EVMCS_NONE, EVMCS_OWN, "hv_clean_fields" },
	{ 0x340, 4, EVMCS_NONE, EVMCS_OWN, "hv_synthetic_controls" },
	{ 0x344, 4, EVMCS_ENLIGHTENMENTS, EVMCS_OWN, "hv_enlightenments_control" },
	{ 0x348, 4, EVMCS_ENLIGHTENMENTS, EVMCS_OWN, "hv_vp_id" },
	{ 0x350, 8, EVMCS_ENLIGHTENMENTS, EVMCS_OWN, "hv_vm_id" },
	{ 0x358, 8, EVMCS_ENLIGHTENMENTS, EVMCS_OWN, "partition_assist_page" },
	{ 0x380, 8, EVMCS_GUEST_GRP1, 0x2812, "guest_bndcfgs" },
	{ 0x388, 8, EVMCS_GUEST_GRP1, 0x2808, "guest_ia32_perf_global_ctrl" },
	{ 0x390, 8, EVMCS_GUEST_GRP1, 0x6828, "guest_ia32_s_cet" },
	{ 0x398, 8, EVMCS_GUEST_BASIC, 0x682a, "guest_ssp" },
	{ 0x3a0, 8, EVMCS_GUEST_GRP1, 0x682c, "guest_ia32_int_ssp_table_addr" },
	{ 0x3a8, 8, EVMCS_GUEST_GRP1, 0x2816, "guest_ia32_lbr_ctl" },
	{ 0x3c0, 8, EVMCS_CONTROL_GRP2, 0x202c, "xss_exit_bitmap" },
	{ 0x3c8, 8, EVMCS_CONTROL_GRP2, 0x202e, "encls_exiting_bitmap" },
	{ 0x3d0, 8, EVMCS_HOST_GRP1, 0x2c04, "host_ia32_perf_global_ctrl" },
	{ 0x3d8, 8, EVMCS_CONTROL_GRP2, 0x2032, "tsc_multiplier" },
	{ 0x3e0, 8, EVMCS_HOST_GRP1, 0x6c18, "host_ia32_s_cet" },
	{ 0x3e8, 8, EVMCS_HOST_GRP1, 0x6c1a, "host_ssp" },
	{ 0x3f0, 8, EVMCS_HOST_GRP1, 0x6c1c, "host_ia32_int_ssp_table_addr" },
	{ 0x3f8, 8, EVMCS_CONTROL_GRP1, 0x2034, "tertiary_vm_exec_control" },
};

const unsigned int nd_nr_evmcs_fields = ARRAY_SIZE(nd_evmcs_fields);

const char *nd_evmcs_clean_name(unsigned int bit)
{
	return bit < ND_NR_EVMCS_CLEAN ? nd_evmcs_clean_names[bit] : NULL;
}

u64 nd_evmcs_value(const struct nd_evmcs *evmcs, const struct nd_evmcs_field *field)
{
	return nd_bytes_le(evmcs->bytes + field->offset, field->size);
}

bool nd_evmcs_is_known(const struct nd_evmcs *evmcs, u32 offset, u32 size)
{
	return evmcs->parts & BIT(offset / ND_EVMCS_PART) &&
	       evmcs->parts & BIT((offset + size - 1) / ND_EVMCS_PART);
}

const struct nd_evmcs_field *nd_evmcs_find(const char *name)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(nd_evmcs_fields); i++)
		if (!strcmp(nd_evmcs_fields[i].name, name))
			return &nd_evmcs_fields[i];
	return NULL;
}

u64 nd_evmcs_get(const struct nd_evmcs *evmcs, const char *name)
{
	const struct nd_evmcs_field *field = nd_evmcs_find(name);

	return field ? nd_evmcs_value(evmcs, field) : 0;
}
