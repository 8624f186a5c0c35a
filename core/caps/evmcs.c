// SPDX-License-Identifier: GPL-2.0-only
/*
 * Hyper-V's enlightened VMCS, version 1, and the VP assist page that points to it.
 */
#include "core/caps/caps.h"
#include "core/exits/exits.h"
#include "core/caps/hyperv.h"

#define EVMCS_REVISION	1

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
	EVMCS_NR_CLEAN,
	EVMCS_ALL	= ND_EVMCS_ALL_CLEAN,
	EVMCS_NONE	= ND_EVMCS_NO_CLEAN,
};

static const char *const evmcs_clean_names[EVMCS_NR_CLEAN] = {
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

/* Fields that hold VMX controls, and the capability register that their group goes by. */
static const struct evmcs_control {
	const char *field;
	enum nd_reg reg;
} evmcs_controls[] = {
	{ "pin_based_vm_exec_control", ND_VMX_PINBASED_CTLS },
	{ "cpu_based_vm_exec_control", ND_VMX_PROCBASED_CTLS },
	{ "secondary_vm_exec_control", ND_VMX_PROCBASED_CTLS2 },
	{ "tertiary_vm_exec_control", ND_VMX_PROCBASED_CTLS3 },
	{ "vm_exit_controls", ND_VMX_EXIT_CTLS },
	{ "vm_entry_controls", ND_VMX_ENTRY_CTLS },
};

/**
 * struct evmcs_assist_field - one field of the VP assist page
 * @offset: byte offset in the page
 * @size:   bytes
 * @id:     Linux's name
 * @label:  TLFS's name
 * @bits:   names of the lowest bits
 */
struct evmcs_assist_field {
	u8 offset;
	u8 size;
	const char *id;
	const char *label;
	const char *bits[2];
};

#define EVMCS_ASSIST_ENLIGHTEN	0x28
#define EVMCS_ASSIST_CURRENT	0x30

/* Linux knows the first of the two nested features only. */
static const struct evmcs_assist_field evmcs_assist_fields[] = {
	{ 0x00, 4, "apic_assist", "ApicAssist", { "no-EOI-required" } },
	{ 0x08, 4, "vtl_entry_reason", "VtlControl.EntryReason", { NULL } },
	{ 0x0c, 4, "vtl_reserved", "VtlControl.VinaStatus and reserved", { NULL } },
	{ 0x10, 8, "vtl_ret_x64rax", "VtlControl.VtlReturnX64Rax", { NULL } },
	{ 0x18, 8, "vtl_ret_x64rcx", "VtlControl.VtlReturnX64Rcx", { NULL } },
	{ 0x20, 4, "nested_control.features", "NestedEnlightenmentsControl.Features",
	  { "direct-hypercall", "virtualization-exception" } },
	{ 0x24, 4, "nested_control.hypercall_controls",
	  "NestedEnlightenmentsControl.HypercallControls", { "inter-partition-communication" } },
	{ EVMCS_ASSIST_ENLIGHTEN, 1, "enlighten_vmentry", "EnlightenVmEntry", { NULL } },
	{ EVMCS_ASSIST_CURRENT, 8, "current_nested_vmcs", "CurrentNestedVmcs", { NULL } },
	{ 0x38, 1, "synthetic_time_unhalted_timer_expired", "SyntheticTimeUnhaltedTimerExpired",
	  { NULL } },
};

_Static_assert(EVMCS_ASSIST_CURRENT + sizeof(u64) <= ND_ASSIST_BYTES, "the pointer is copied");

static const struct {
	const char *word;
	const char *words;
} evmcs_states[ND_NR_EVMCS_STATES] = {
	[ND_EVMCS_UNKNOWN]	= { "unknown", "not recorded" },
	[ND_EVMCS_NONE]		= { "none", "no VP assist page, so no enlightened VMCS" },
	[ND_EVMCS_OFF]		= { "off", "VM entries are not enlightened" },
	[ND_EVMCS_IDLE]		= { "idle", "VM entries are enlightened, but no VMCS is current" },
	[ND_EVMCS_CURRENT]	= { "current", "live" },
	[ND_EVMCS_STALE]	= { "stale", "the pointer is left over; no VMCS is there" },
	[ND_EVMCS_NOT_RAM]	= { "not-ram", "the pointer does not point to memory" },
	[ND_EVMCS_FAULT]	= { "fault", "the memory could not be copied" },
	[ND_EVMCS_MOVING]	= { "moving", "the pointer changed each time it was looked at" },
};

const char *nd_evmcs_state_word(enum nd_evmcs_state state)
{
	return evmcs_states[state < ND_NR_EVMCS_STATES ? state : ND_EVMCS_UNKNOWN].word;
}

const char *nd_evmcs_clean_name(unsigned int bit)
{
	return bit < EVMCS_NR_CLEAN ? evmcs_clean_names[bit] : NULL;
}

/* Hyper-V's structures are little-endian and so are the machines it runs on; files may travel. */
static u64 evmcs_load(const u8 *bytes, unsigned int size)
{
	u64 value = 0;

	while (size-- > 0)
		value = value << 8 | bytes[size];
	return value;
}

static u64 evmcs_value(const struct nd_evmcs *evmcs, const struct nd_evmcs_field *field)
{
	return evmcs_load(evmcs->bytes + field->offset, field->size);
}

static bool evmcs_is_known(const struct nd_evmcs *evmcs, u32 offset, u32 size)
{
	return evmcs->parts & BIT(offset / ND_EVMCS_PART) &&
	       evmcs->parts & BIT((offset + size - 1) / ND_EVMCS_PART);
}

static const struct nd_evmcs_field *evmcs_find(const char *name)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(nd_evmcs_fields); i++)
		if (!strcmp(nd_evmcs_fields[i].name, name))
			return &nd_evmcs_fields[i];
	return NULL;
}

u64 nd_evmcs_get(const struct nd_evmcs *evmcs, const char *name)
{
	const struct nd_evmcs_field *field = evmcs_find(name);

	return field ? evmcs_value(evmcs, field) : 0;
}

/* 0 for a field that is not known: there is then nothing to name in it. */
static u64 evmcs_known_value(const struct nd_evmcs *evmcs, const char *name)
{
	const struct nd_evmcs_field *field = evmcs_find(name);

	return field && evmcs_is_known(evmcs, field->offset, field->size) ?
	       evmcs_value(evmcs, field) : 0;
}

bool nd_assist_enlightened(const struct nd_assist *assist)
{
	return assist->state == ND_OK && assist->bytes[EVMCS_ASSIST_ENLIGHTEN] != 0;
}

u64 nd_assist_current_vmcs(const struct nd_assist *assist)
{
	return assist->state == ND_OK ?
	       evmcs_load(assist->bytes + EVMCS_ASSIST_CURRENT, sizeof(u64)) : 0;
}

enum nd_evmcs_state nd_evmcs_judge(const struct nd_assist *assist, bool is_ram, bool is_free,
				   bool copied, u32 revision)
{
	u64 gpa = nd_assist_current_vmcs(assist);

	if (assist->state == ND_ABSENT)
		return ND_EVMCS_NONE;
	if (assist->state != ND_OK)
		return ND_EVMCS_UNKNOWN;
	if (!nd_assist_enlightened(assist))
		return ND_EVMCS_OFF;
	if (gpa == 0 || gpa == ~0ULL)
		return ND_EVMCS_IDLE;
	if (!is_ram)
		return ND_EVMCS_NOT_RAM;
	if (is_free)
		return ND_EVMCS_STALE;
	if (!copied)
		return ND_EVMCS_FAULT;
	return revision == EVMCS_REVISION ? ND_EVMCS_CURRENT : ND_EVMCS_STALE;
}

unsigned int nd_evmcs_in_use(const struct nd_facts *facts)
{
	unsigned int n = 0;
	u32 i;

	for (i = 0; i < facts->nr_cpus; i++)
		n += nd_assist_enlightened(&facts->cpus[i].assist);
	return n;
}

/* Appends the names of the set bits; a bit without a name is never passed over. */
static void evmcs_bit_words(struct nd_row *row, u64 value, const char *const *names, u32 nr)
{
	u32 bit;

	for (bit = 0; value >> bit; bit++) {
		if (!(value & BIT_ULL(bit)))
			continue;
		if (bit < nr && names[bit])
			nd_row_words(row, " %s", names[bit]);
		else
			nd_row_words(row, " bit-%u-(unknown)", bit);
		if (bit == 63)
			break;
	}
}

static void evmcs_reason_words(struct nd_row *row, u64 value)
{
	const char *name = nd_vmx_exit_name(value);

	if (value == ND_VMX_EXIT_TRAP_AFTER_FLUSH) {
		nd_row_words(row, " TRAP_AFTER_FLUSH (synthetic)");
		return;
	}
	nd_row_words(row, " %s", name ? name : "(unknown)");
	if (value & ND_VMX_EXIT_FAILED)
		nd_row_words(row, ", VM entry failed");
	if (value & ND_VMX_EXIT_ENCLAVE)
		nd_row_words(row, ", in an SGX enclave");
}

static void evmcs_clean_words(struct nd_row *row, u64 value)
{
	/* All names in one row would be a row of nothing but names. */
	if (value == BIT_ULL(EVMCS_NR_CLEAN) - 1)
		nd_row_words(row, " all groups clean");
	else if (value == 0)
		nd_row_words(row, " no group clean");
	else
		evmcs_bit_words(row, value, evmcs_clean_names, EVMCS_NR_CLEAN);
}

static void evmcs_enlightenment_words(struct nd_row *row, u64 value)
{
	static const char *const names[] = { "nested-flush-hypercall", "msr-bitmap" };

	evmcs_bit_words(row, value, names, ARRAY_SIZE(names));
}

/* Fields whose value says little before it is put into words. */
static const struct {
	const char *field;
	void (*words)(struct nd_row *row, u64 value);
} evmcs_decoders[] = {
	{ "vm_exit_reason", evmcs_reason_words },
	{ "hv_clean_fields", evmcs_clean_words },
	{ "hv_enlightenments_control", evmcs_enlightenment_words },
};

static void evmcs_field_row(const struct nd_cpu *cpu, const struct nd_evmcs_field *field,
			    struct nd_row *row, const struct nd_emit *emit)
{
	bool known = evmcs_is_known(&cpu->evmcs, field->offset, field->size);
	u64 value = evmcs_value(&cpu->evmcs, field);
	u32 i;

	nd_row_init(row, ND_ROW_EVMCS, field->name, field->name, known ? NULL : "unknown");
	if (known)
		nd_row_words(row, "0x%0*llx", field->size * 2, value);
	for (i = 0; known && i < ARRAY_SIZE(evmcs_decoders); i++)
		if (!strcmp(evmcs_decoders[i].field, field->name))
			evmcs_decoders[i].words(row, value);
	nd_row_dec(row, "cpu", cpu->id);
	if (field->encoding != ND_EVMCS_NO_ENCODING)
		nd_row_hex(row, "encoding", field->encoding);
	nd_row_hex(row, "offset", field->offset);
	nd_row_dec(row, "size", field->size);
	if (field->clean == ND_EVMCS_ALL_CLEAN)
		nd_row_str(row, "clean", "ALL");
	else if (field->clean != ND_EVMCS_NO_CLEAN)
		nd_row_str(row, "clean", evmcs_clean_names[field->clean]);
	if (known)
		nd_row_hex(row, "value", value);
	nd_emit_row(emit, row);
}

static const struct nd_ctl_group *evmcs_group(enum nd_reg reg)
{
	u32 i;

	for (i = 0; i < nd_nr_ctl_groups; i++)
		if (nd_ctl_groups[i].reg == reg)
			return &nd_ctl_groups[i];
	return NULL;
}

static const struct nd_ctl_bit *evmcs_group_bit(const struct nd_ctl_group *group, u32 bit)
{
	u32 i;

	for (i = 0; i < group->nr_bits; i++)
		if (group->bits[i].bit == bit)
			return &group->bits[i];
	return NULL;
}

/*
 * The controls that are set, one row each, under a heading of their field. Those without a name
 * that everybody has to set are left out: they would be most of the rows.
 */
static void evmcs_control_rows(const struct nd_cpu *cpu, const struct evmcs_control *control,
			       struct nd_row *row, const struct nd_emit *emit)
{
	const struct nd_ctl_group *group = evmcs_group(control->reg);
	u64 value = evmcs_known_value(&cpu->evmcs, control->field);
	char label[64];
	u32 bit;

	if (!value || !group)
		return;
	scnprintf(label, sizeof(label), "CPU %u: set in %s", cpu->id, control->field);
	nd_emit_section(emit, label);
	for (bit = 0; bit < 64; bit++) {
		const struct nd_ctl_bit *known = evmcs_group_bit(group, bit);

		if (!(value & BIT_ULL(bit)) || (!known && group->default1 & BIT_ULL(bit)))
			continue;
		if (!known)
			scnprintf(label, sizeof(label), "bit %u (unknown)", bit);
		nd_row_init(row, ND_ROW_EVMCS, known ? known->id : NULL,
			    known ? known->label : label, "set");
		nd_row_dec(row, "cpu", cpu->id);
		nd_row_str(row, "field", control->field);
		nd_row_dec(row, "bit", bit);
		nd_emit_row(emit, row);
	}
}

/* What was recorded as live and does not look so is not live, whoever recorded it. */
static enum nd_evmcs_state evmcs_state(const struct nd_cpu *cpu)
{
	enum nd_evmcs_state state = cpu->evmcs.state;

	if (state >= ND_NR_EVMCS_STATES)
		return ND_EVMCS_UNKNOWN;
	if (state == ND_EVMCS_CURRENT && evmcs_is_known(&cpu->evmcs, 0, sizeof(u32)) &&
	    nd_evmcs_get(&cpu->evmcs, "revision_id") != EVMCS_REVISION)
		return ND_EVMCS_STALE;
	return state;
}

static bool evmcs_has_pointer(enum nd_evmcs_state state)
{
	return state == ND_EVMCS_CURRENT || state == ND_EVMCS_STALE ||
	       state == ND_EVMCS_NOT_RAM || state == ND_EVMCS_FAULT;
}

/* One row a CPU, with id "state": the other rows of that CPU are there where it says "current". */
static void evmcs_state_row(const struct nd_cpu *cpu, struct nd_row *row,
			    const struct nd_emit *emit)
{
	enum nd_evmcs_state state = evmcs_state(cpu);
	char label[16];

	scnprintf(label, sizeof(label), "CPU %u", cpu->id);
	nd_row_init(row, ND_ROW_EVMCS, "state", label, nd_evmcs_state_word(state));
	if (state != cpu->evmcs.state && state == ND_EVMCS_STALE)
		nd_row_words(row, "recorded as live, but the record is of something else");
	else
		nd_row_words(row, "%s", evmcs_states[state].words);
	nd_row_dec(row, "cpu", cpu->id);
	if (evmcs_has_pointer(state)) {
		nd_row_words(row, ", at 0x%llx", cpu->evmcs.gpa);
		nd_row_hex(row, "gpa", cpu->evmcs.gpa);
	}
	nd_emit_row(emit, row);
}

static void evmcs_current_rows(const struct nd_cpu *cpu, struct nd_row *row,
			       const struct nd_emit *emit)
{
	char label[64];
	u32 i;

	scnprintf(label, sizeof(label), "CPU %u: enlightened VMCS at 0x%llx", cpu->id,
		  cpu->evmcs.gpa);
	nd_emit_section(emit, label);
	for (i = 0; i < ARRAY_SIZE(nd_evmcs_fields); i++)
		evmcs_field_row(cpu, &nd_evmcs_fields[i], row, emit);
	for (i = 0; i < ARRAY_SIZE(evmcs_controls); i++)
		evmcs_control_rows(cpu, &evmcs_controls[i], row, emit);
}

static void evmcs_offered_row(const struct nd_cpu *cpu, struct nd_row *row,
			      const struct nd_emit *emit)
{
	unsigned int version = cpu ? nd_hv_evmcs_offered(cpu) : 0;
	bool known = cpu && nd_cpu_leaf(cpu, 1, 0);

	nd_row_init(row, ND_ROW_FACT, "evmcs_offered", "eVMCS offered",
		    !known ? "unknown" : version ? "yes" : "no");
	if (!known)
		nd_row_words(row, "CPUID was not recorded");
	else if (version)
		nd_row_words(row, "up to version %u", version);
	nd_row_dec(row, "version", version);
	nd_emit_row(emit, row);
}

static void evmcs_in_use_row(const struct nd_facts *facts, struct nd_row *row,
			     const struct nd_emit *emit)
{
	unsigned int n = nd_evmcs_in_use(facts);
	unsigned int known = 0;
	u32 i;

	for (i = 0; i < facts->nr_cpus; i++)
		known += facts->cpus[i].assist.state != ND_UNKNOWN;
	nd_row_init(row, ND_ROW_FACT, "evmcs_in_use", "eVMCS in use",
		    !known ? "unknown" : n ? "yes" : "no");
	if (!known)
		nd_row_words(row, "VP assist pages were not recorded");
	else if (n)
		nd_row_words(row, "on %u of %u CPUs", n, facts->nr_cpus);
	nd_row_dec(row, "cpus", n);
	nd_emit_row(emit, row);
}

void nd_evmcs_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	struct nd_row row;
	u32 i;

	evmcs_offered_row(nd_facts_first(facts), &row, emit);
	evmcs_in_use_row(facts, &row, emit);
	for (i = 0; i < facts->nr_cpus; i++)
		evmcs_state_row(&facts->cpus[i], &row, emit);
	for (i = 0; i < facts->nr_cpus; i++)
		if (evmcs_state(&facts->cpus[i]) == ND_EVMCS_CURRENT)
			evmcs_current_rows(&facts->cpus[i], &row, emit);
}

static void evmcs_assist_rows(const struct nd_cpu *cpu, struct nd_row *row,
			      const struct nd_emit *emit)
{
	const struct nd_assist *assist = &cpu->assist;
	char label[48];
	u32 i;

	scnprintf(label, sizeof(label), "VP assist page of CPU %u", cpu->id);
	nd_emit_section(emit, label);
	nd_row_init(row, ND_ROW_ASSIST, "state", "VP assist page", nd_state_word(assist->state));
	nd_row_dec(row, "cpu", cpu->id);
	if (assist->gpa) {
		nd_row_words(row, "at 0x%llx", assist->gpa);
		nd_row_hex(row, "gpa", assist->gpa);
	}
	nd_emit_row(emit, row);
	if (assist->state != ND_OK)
		return;

	for (i = 0; i < ARRAY_SIZE(evmcs_assist_fields); i++) {
		const struct evmcs_assist_field *field = &evmcs_assist_fields[i];
		u64 value = evmcs_load(assist->bytes + field->offset, field->size);

		nd_row_init(row, ND_ROW_ASSIST, field->id, field->label, NULL);
		nd_row_words(row, "0x%0*llx", field->size * 2, value);
		if (field->bits[0])
			evmcs_bit_words(row, value, field->bits, ARRAY_SIZE(field->bits));
		nd_row_dec(row, "cpu", cpu->id);
		nd_row_hex(row, "offset", field->offset);
		nd_row_dec(row, "size", field->size);
		nd_row_hex(row, "value", value);
		nd_emit_row(emit, row);
	}
}

void nd_assist_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	struct nd_row row;
	u32 i, known = 0, there = 0;

	for (i = 0; i < facts->nr_cpus; i++) {
		known += facts->cpus[i].assist.state != ND_UNKNOWN;
		there += facts->cpus[i].assist.state == ND_OK ||
			 facts->cpus[i].assist.state == ND_FAULT;
	}
	if (!there) {
		nd_row_init(&row, ND_ROW_FACT, "assist_pages", "VP assist pages",
			    known ? "no" : "unknown");
		nd_row_words(&row, "%s", known ? "the kernel set up none" : "not recorded");
		nd_row_dec(&row, "cpus", 0);
		nd_emit_row(emit, &row);
		return;
	}
	for (i = 0; i < facts->nr_cpus; i++)
		evmcs_assist_rows(&facts->cpus[i], &row, emit);
}
