// SPDX-License-Identifier: GPL-2.0-only
/*
 * The other capability registers: bits and ranges of IA32_FEATURE_CONTROL, the VMX capability
 * registers that hold no controls, and on AMD VM_CR and the SVM leaf of CPUID.
 *
 * Ids are QEMU's, or libvirt's if QEMU gave two bits one name: QEMU calls bit 41 of
 * IA32_VMX_EPT_VPID_CAP, which is an INVVPID type, "vmx-invept-single-context" like bit 25, and
 * bit 43 "vmx-invept-single-context-noglobals". Fields without a name there have no id.
 * Labels are in the wording of QEMU's vmxcap script if that has them.
 */
#include "core/caps/controls.h"
#include "core/caps/fields.h"
#include "core/caps/generation.h"
#include "core/facts/hypervisor.h"
#include "core/facts/regs.h"

#define SVM_LEAF	0x8000000a

/**
 * struct field - a bit or a range of bits
 * @low:   lowest bit
 * @high:  highest bit; @low for a single bit
 * @id:    QEMU's feature name, or NULL
 * @label: title
 * @words: writes a range's value; NULL for a plain number
 */
struct field {
	u8 low;
	u8 high;
	const char *id;
	const char *label;
	void (*words)(struct nd_row *row, u64 value);
};

/**
 * struct field_table - the fields of one register
 * @title:     heading
 * @reg:       the register
 * @fields:    its fields, by ascending bit
 * @nr_fields: their number
 */
struct field_table {
	const char *title;
	enum nd_reg reg;
	const struct field *fields;
	unsigned int nr_fields;
};

static void words_bytes(struct nd_row *row, u64 value)
{
	nd_row_printf(row, "%llu bytes", value);
}

static void words_hex(struct nd_row *row, u64 value)
{
	nd_row_printf(row, "0x%llx", value);
}

static void words_memory_type(struct nd_row *row, u64 value)
{
	static const char *const types[16] = { [0] = "uncacheable", [6] = "write-back" };

	nd_row_printf(row, "%llu (%s)", value, types[value & 15] ?: "reserved");
}

static void words_timer_rate(struct nd_row *row, u64 value)
{
	nd_row_printf(row, "%llu (TSC / %llu)", value, 1ULL << value);
}

static void words_msr_count(struct nd_row *row, u64 value)
{
	nd_row_printf(row, "%llu (at most %llu registers in a list)", value, 512 * (value + 1));
}

static const struct field field_feature_control[] = {
	{ 0, 0, NULL, "Locked" },
	{ 1, 1, NULL, "VMX inside SMX operation" },
	{ 2, 2, NULL, "VMX outside SMX operation" },
	{ 8, 14, NULL, "SENTER functions enabled", words_hex },
	{ 15, 15, NULL, "SENTER enabled" },
	{ 17, 17, NULL, "SGX launch control" },
	{ 18, 18, NULL, "SGX enabled" },
	{ 20, 20, NULL, "Local machine checks (LMCE)" },
};

static const struct field field_basic[] = {
	{ 0, 30, NULL, "Revision" },
	{ 32, 44, NULL, "VMCS size", words_bytes },
	{ 48, 48, NULL, "VMCS restricted to 32 bit addresses" },
	{ 49, 49, NULL, "Dual-monitor support" },
	{ 50, 53, NULL, "VMCS memory type", words_memory_type },
	{ 54, 54, "vmx-ins-outs", "INS/OUTS instruction information" },
	{ 55, 55, "vmx-true-ctls", "IA32_VMX_TRUE_*_CTLS support" },
	{ 56, 56, "vmx-any-errcode", "Skip checks on event error code" },
	{ 58, 58, "vmx-nested-exception", "Nested exceptions (FRED)" },
	/* From Linux, for TDX: the SDM does not have it here. */
	{ 60, 60, NULL, "SEAMRET keeps the current VMCS" },
};

static const struct field field_misc[] = {
	{ 0, 4, NULL, "VMX-preemption timer scale (log2)", words_timer_rate },
	{ 5, 5, "vmx-store-lma", "Store EFER.LMA into IA-32e mode guest control" },
	{ 6, 6, "vmx-activity-hlt", "HLT activity state" },
	{ 7, 7, "vmx-activity-shutdown", "Shutdown activity state" },
	{ 8, 8, "vmx-activity-wait-sipi", "Wait-for-SIPI activity state" },
	{ 14, 14, NULL, "PT in VMX operation" },
	{ 15, 15, NULL, "IA32_SMBASE support" },
	{ 16, 24, NULL, "Number of CR3-target values" },
	{ 25, 27, NULL, "MSR-load/store count recommendation", words_msr_count },
	{ 28, 28, NULL, "IA32_SMM_MONITOR_CTL[2] can be set to 1" },
	/* An octal "r", so that a search for the instruction in module/ finds nothing. */
	{ 29, 29, "vmx-vmw\162ite-vmexit-fields", "VMWRITE to VM-exit information fields" },
	{ 30, 30, "vmx-zero-len-inject", "Inject event with insn length=0" },
	{ 32, 63, NULL, "MSEG revision identifier" },
};

static const struct field field_vmcs_enum[] = {
	{ 1, 9, NULL, "Highest index of any VMCS field" },
};

static const struct field field_ept_vpid[] = {
	{ 0, 0, "vmx-ept-execonly", "Execute-only EPT translations" },
	{ 6, 6, "vmx-page-walk-4", "Page-walk length 4" },
	{ 7, 7, "vmx-page-walk-5", "Page-walk length 5" },
	{ 8, 8, "vmx-ept-uc", "Paging-structure memory type UC" },	/* libvirt's name */
	{ 14, 14, "vmx-ept-wb", "Paging-structure memory type WB" },	/* libvirt's name */
	{ 16, 16, "vmx-ept-2mb", "2MB EPT pages" },
	{ 17, 17, "vmx-ept-1gb", "1GB EPT pages" },
	{ 20, 20, "vmx-invept", "INVEPT supported" },
	{ 21, 21, "vmx-eptad", "EPT accessed and dirty flags" },
	{ 22, 22, "vmx-ept-advanced-exitinfo",
	  "Advanced VM-exit information for EPT violations" },
	{ 23, 23, NULL, "Supervisor shadow-stack control" },
	{ 25, 25, "vmx-invept-single-context", "Single-context INVEPT" },
	{ 26, 26, "vmx-invept-all-context", "All-context INVEPT" },
	{ 32, 32, "vmx-invvpid", "INVVPID supported" },
	{ 40, 40, "vmx-invvpid-single-addr", "Individual-address INVVPID" },
	{ 41, 41, "vmx-invvpid-single-context", "Single-context INVVPID" },
	{ 42, 42, "vmx-invvpid-all-context", "All-context INVVPID" },
	{ 43, 43, "vmx-invvpid-single-context-noglobals",
	  "Single-context-retaining-globals INVVPID" },
	{ 48, 53, NULL, "Maximum HLAT prefix size" },
};

static const struct field field_vmfunc[] = {
	{ 0, 0, "vmx-eptp-switching", "EPTP Switching" },
};

static const struct field field_vm_cr[] = {
	{ 0, 0, NULL, "External debugging disabled (DPD)" },
	{ 1, 1, NULL, "INIT is an exception (R_INIT)" },
	{ 2, 2, NULL, "A20 masking disabled (DIS_A20M)" },
	{ 3, 3, NULL, "Locked" },
	{ 4, 4, NULL, "SVM disabled (SVMDIS)" },
};

static const struct field_table field_feature_control_table = {
	"Feature control", ND_FEATURE_CONTROL,
	field_feature_control, ARRAY_SIZE(field_feature_control)
};

static const struct field_table field_vmx_tables[] = {
	{ "Basic VMX information", ND_VMX_BASIC, field_basic, ARRAY_SIZE(field_basic) },
	{ "Miscellaneous data", ND_VMX_MISC, field_misc, ARRAY_SIZE(field_misc) },
	{ "VPID and EPT capabilities", ND_VMX_EPT_VPID_CAP,
	  field_ept_vpid, ARRAY_SIZE(field_ept_vpid) },
	{ "VM functions", ND_VMX_VMFUNC, field_vmfunc, ARRAY_SIZE(field_vmfunc) },
	{ "VMCS enumeration", ND_VMX_VMCS_ENUM, field_vmcs_enum, ARRAY_SIZE(field_vmcs_enum) },
};

static const struct field_table field_vm_cr_table = {
	"VM_CR", ND_VM_CR, field_vm_cr, ARRAY_SIZE(field_vm_cr)
};

static const struct field field_cr0[] = {
	{ 0, 0, NULL, "PE" }, { 1, 1, NULL, "MP" }, { 2, 2, NULL, "EM" }, { 3, 3, NULL, "TS" },
	{ 4, 4, NULL, "ET" }, { 5, 5, NULL, "NE" }, { 16, 16, NULL, "WP" },
	{ 18, 18, NULL, "AM" }, { 29, 29, NULL, "NW" }, { 30, 30, NULL, "CD" },
	{ 31, 31, NULL, "PG" },
};

static const struct field field_cr4[] = {
	{ 0, 0, NULL, "VME" }, { 1, 1, NULL, "PVI" }, { 2, 2, NULL, "TSD" },
	{ 3, 3, NULL, "DE" }, { 4, 4, NULL, "PSE" }, { 5, 5, NULL, "PAE" },
	{ 6, 6, NULL, "MCE" }, { 7, 7, NULL, "PGE" }, { 8, 8, NULL, "PCE" },
	{ 9, 9, NULL, "OSFXSR" }, { 10, 10, NULL, "OSXMMEXCPT" }, { 11, 11, NULL, "UMIP" },
	{ 12, 12, NULL, "LA57" }, { 13, 13, NULL, "VMXE" }, { 14, 14, NULL, "SMXE" },
	{ 16, 16, NULL, "FSGSBASE" }, { 17, 17, NULL, "PCIDE" }, { 18, 18, NULL, "OSXSAVE" },
	{ 19, 19, NULL, "KL" }, { 20, 20, NULL, "SMEP" }, { 21, 21, NULL, "SMAP" },
	{ 22, 22, NULL, "PKE" }, { 23, 23, NULL, "CET" }, { 24, 24, NULL, "PKS" },
	{ 25, 25, NULL, "UINTR" }, { 27, 27, NULL, "LASS" }, { 28, 28, NULL, "LAM_SUP" },
	{ 32, 32, NULL, "FRED" },
};

/**
 * struct fixed_table - which bits of a control register VMX operation fixes
 * @title:    heading
 * @fixed0:   register whose set bits must be 1
 * @fixed1:   register whose clear bits must be 0
 * @reserved: bits of no meaning that @fixed1 has set on every processor
 * @fields:   the named bits
 * @nr_fields: their number
 */
struct fixed_table {
	const char *title;
	enum nd_reg fixed0;
	enum nd_reg fixed1;
	u64 reserved;
	const struct field *fields;
	unsigned int nr_fields;
};

static const struct fixed_table fixed_tables[] = {
	{ "CR0 in VMX operation", ND_VMX_CR0_FIXED0, ND_VMX_CR0_FIXED1, 0xffffffff,
	  field_cr0, ARRAY_SIZE(field_cr0) },
	{ "CR4 in VMX operation", ND_VMX_CR4_FIXED0, ND_VMX_CR4_FIXED1, 0,
	  field_cr4, ARRAY_SIZE(field_cr4) },
};

/*
 * The SVM leaf. If QEMU has no name the id is Linux's, with dashes; the rest has none. Sources
 * differ about EDX bit 11: reserved in AMD's manual, but processors set it, and code from AMD once
 * called it the encrypted microcode patch. It stays an unknown bit.
 */
static const struct field field_svm_eax[] = {
	{ 0, 7, NULL, "SVM revision" },
};

static const struct field field_svm_ebx[] = {
	{ 0, 31, NULL, "Number of address space identifiers (ASIDs)" },
};

static const struct field field_svm_ecx[] = {
	{ 4, 4, NULL, "Page modification logging (PML)" },
	{ 5, 5, NULL, "Enhanced TLB invalidation (EnhancedTlbi)" },
	{ 6, 6, "x2avic-ext", "4096 vCPUs in x2AVIC mode" },
};

static const struct field field_svm_edx[] = {
	{ 0, 0, "npt", "Nested paging" },
	{ 1, 1, "lbrv", "LBR virtualization" },
	{ 2, 2, "svm-lock", "SVM lock" },
	{ 3, 3, "nrip-save", "Next RIP saved on exit" },
	{ 4, 4, "tsc-scale", "TSC rate control" },
	{ 5, 5, "vmcb-clean", "VMCB clean bits" },
	{ 6, 6, "flushbyasid", "TLB flush by ASID" },
	{ 7, 7, "decodeassists", "Decode assists" },
	{ 8, 8, NULL, "Performance counter virtualization" },
	{ 10, 10, "pause-filter", "PAUSE filter" },
	{ 12, 12, "pfthreshold", "PAUSE filter threshold" },
	{ 13, 13, "avic", "Virtual interrupt controller (AVIC)" },
	{ 15, 15, "v-vmsave-vmload", "VMSAVE and VMLOAD virtualization" },
	{ 16, 16, "vgif", "Virtual global interrupt flag" },
	{ 17, 17, "gmet", "Guest mode execute trap" },	/* not yet in QEMU 8.2 */
	{ 18, 18, "x2avic", "AVIC in x2APIC mode" },
	{ 19, 19, NULL, "Supervisor shadow stack restrictions" },
	{ 20, 20, "v-spec-ctrl", "SPEC_CTRL virtualization" },
	{ 21, 21, NULL, "Read-only guest page tables" },
	{ 23, 23, NULL, "Host machine-check override" },
	{ 24, 24, NULL, "INVLPGB and TLBSYNC control" },
	{ 25, 25, "vnmi", "NMI virtualization" },
	{ 26, 26, NULL, "IBS virtualization" },
	{ 27, 27, NULL, "Extended LVT AVIC access changes" },
	{ 28, 28, "svme-addr-chk", "Guest VMCB address check" },
	{ 29, 29, "bus-lock-threshold", "Bus lock threshold" },
	{ 30, 30, "idle-hlt", "Idle HLT intercept" },
	{ 31, 31, NULL, "Enhanced shutdown intercept" },
};

/**
 * struct field_leaf - the fields of one register of the SVM leaf
 * @cpuid_reg: its name
 * @fields:    its fields
 * @nr_fields: their number
 */
struct field_leaf {
	const char *cpuid_reg;
	const struct field *fields;
	unsigned int nr_fields;
};

static const struct field_leaf field_svm_tables[] = {
	{ "eax", field_svm_eax, ARRAY_SIZE(field_svm_eax) },
	{ "ebx", field_svm_ebx, ARRAY_SIZE(field_svm_ebx) },
	{ "ecx", field_svm_ecx, ARRAY_SIZE(field_svm_ecx) },
	{ "edx", field_svm_edx, ARRAY_SIZE(field_svm_edx) },
};

static const struct field *field_named(const struct field *fields, unsigned int nr,
				       const char *id)
{
	unsigned int i;

	for (i = 0; i < nr; i++)
		if (fields[i].id && !strcmp(fields[i].id, id))
			return &fields[i];
	return NULL;
}

bool nd_field_find(const char *id, struct nd_bit_place *place)
{
	const struct field *field = NULL;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(field_vmx_tables) && !field; i++) {
		const struct field_table *table = &field_vmx_tables[i];

		field = field_named(table->fields, table->nr_fields, id);
		*place = (struct nd_bit_place){ .reg = table->reg };
	}
	for (i = 0; i < ARRAY_SIZE(field_svm_tables) && !field; i++) {
		const struct field_leaf *table = &field_svm_tables[i];

		field = field_named(table->fields, table->nr_fields, id);
		*place = (struct nd_bit_place){
			.leaf = SVM_LEAF, .reg = ND_NR_REGS, .cpuid_reg = table->cpuid_reg,
		};
	}
	if (!field)
		return false;
	place->label = field->label;
	place->bit = field->low;
	place->evmcs = true;
	return true;
}

/**
 * struct place - where a field's value stands
 * @msr:       register number, if @leaf is 0
 * @leaf:      CPUID leaf...
 * @cpuid_reg: ...and the name of one of its four registers
 */
struct place {
	u32 msr;
	u32 leaf;
	const char *cpuid_reg;
};

static void field_row(struct nd_row *row, const struct place *place, const char *id,
		      const char *label, const char *state)
{
	nd_row_init(row, ND_ROW_FIELD, id, label, state);
	if (place->leaf) {
		nd_row_hex(row, "leaf", place->leaf);
		nd_row_str(row, "register", place->cpuid_reg);
	} else {
		nd_row_hex(row, "msr", place->msr);
	}
}

static void field_emit_bit(const struct nd_emit *emit, const struct place *place, const char *id,
			   const char *label, const char *state, unsigned int bit)
{
	struct nd_row row;

	field_row(&row, place, id, label, state);
	nd_row_dec(&row, "bit", bit);
	nd_emit_row(emit, &row);
}

static void field_emit_unknown(const struct nd_emit *emit, const struct place *place,
			       const char *state, unsigned int bit)
{
	char label[24];

	scnprintf(label, sizeof(label), "bit %u (unknown)", bit);
	field_emit_bit(emit, place, NULL, label, state, bit);
}

static void field_emit_range(const struct nd_emit *emit, const struct place *place,
			     const struct field *field, u64 value)
{
	struct nd_row row;

	field_row(&row, place, field->id, field->label, NULL);
	nd_row_dec(&row, "low", field->low);
	nd_row_dec(&row, "high", field->high);
	nd_row_dec(&row, "number", value);
	if (field->words) {
		field->words(&row, value);
		nd_row_str(&row, "decoded", row.words);
	} else {
		nd_row_printf(&row, "%llu", value);
	}
	nd_emit_row(emit, &row);
}

static u64 fields_mask(const struct field *fields, unsigned int nr)
{
	u64 mask = 0;

	while (nr--)
		mask |= GENMASK_ULL(fields[nr].high, fields[nr].low);
	return mask;
}

u64 nd_reg_unnamed(const struct nd_cpu *cpu, enum nd_reg reg)
{
	const struct nd_value *value = &cpu->regs[reg];
	unsigned int i;

	if (value->state != ND_OK)
		return 0;
	for (i = 0; i < nd_nr_ctl_groups; i++)
		if (nd_ctl_groups[i].reg == reg)
			return nd_ctl_unnamed(cpu, &nd_ctl_groups[i]);
	for (i = 0; i < ARRAY_SIZE(field_vmx_tables); i++)
		if (field_vmx_tables[i].reg == reg)
			return value->value & ~fields_mask(field_vmx_tables[i].fields,
							   field_vmx_tables[i].nr_fields);
	return 0;
}

static void field_emit_value(const struct nd_emit *emit, const struct place *place,
			     const struct field *fields, unsigned int nr, u64 value)
{
	u64 unknown = value & ~fields_mask(fields, nr);
	unsigned int i;

	for (i = 0; i < nr; i++) {
		const struct field *field = &fields[i];
		u64 part = (value & fields_mask(field, 1)) >> field->low;

		if (field->low == field->high)
			field_emit_bit(emit, place, field->id, field->label, part ? "yes" : "no",
				       field->low);
		else
			field_emit_range(emit, place, field, part);
	}
	for (i = 0; i < 64; i++)
		if (unknown & BIT_ULL(i))
			field_emit_unknown(emit, place, "yes", i);
}

/* One row that says why there are no others. */
static void field_emit_unread(const struct nd_emit *emit, enum nd_reg reg, enum nd_state state)
{
	struct place place = { .msr = nd_reg_desc(reg)->index };
	struct nd_row row;

	field_row(&row, &place, NULL, nd_reg_desc(reg)->name, nd_state_word(state));
	nd_emit_row(emit, &row);
}

static void field_table_rows(const struct nd_cpu *cpu, const struct nd_emit *emit,
			     const struct field_table *table)
{
	struct place place = { .msr = nd_reg_desc(table->reg)->index };
	const struct nd_value *value = &cpu->regs[table->reg];

	nd_emit_section(emit, table->title);
	if (value->state == ND_OK)
		field_emit_value(emit, &place, table->fields, table->nr_fields, value->value);
	else
		field_emit_unread(emit, table->reg, value->state);
}

static const char *fixed_word(u64 fixed0, u64 fixed1, unsigned int bit)
{
	bool must = fixed0 & BIT_ULL(bit);
	bool may = fixed1 & BIT_ULL(bit);
	enum nd_ctl_state state;

	if (may)
		state = must ? ND_CTL_FORCED : ND_CTL_YES;
	else
		state = must ? ND_CTL_CONTRADICTORY : ND_CTL_NO;
	return nd_ctl_state_word(state);
}

static void fixed_rows(const struct nd_cpu *cpu, const struct nd_emit *emit,
		       const struct fixed_table *table)
{
	struct place place = { .msr = nd_reg_desc(table->fixed0)->index };
	const struct nd_value *fixed0 = &cpu->regs[table->fixed0];
	const struct nd_value *fixed1 = &cpu->regs[table->fixed1];
	unsigned int i;
	u64 unknown;

	nd_emit_section(emit, table->title);
	if (fixed0->state != ND_OK || fixed1->state != ND_OK) {
		bool first = fixed0->state != ND_OK;

		field_emit_unread(emit, first ? table->fixed0 : table->fixed1,
				  first ? fixed0->state : fixed1->state);
		return;
	}
	for (i = 0; i < table->nr_fields; i++)
		field_emit_bit(emit, &place, NULL, table->fields[i].label,
			       fixed_word(fixed0->value, fixed1->value, table->fields[i].low),
			       table->fields[i].low);
	unknown = fixed0->value | (fixed1->value & ~table->reserved);
	unknown &= ~fields_mask(table->fields, table->nr_fields);
	for (i = 0; i < 64; i++)
		if (unknown & BIT_ULL(i))
			field_emit_unknown(emit, &place,
					   fixed_word(fixed0->value, fixed1->value, i), i);
}

static void svm_rows(const struct nd_cpu *cpu, const struct nd_emit *emit)
{
	const struct nd_cpuid *features = nd_cpu_leaf(cpu, 0x80000001, 0);
	const struct nd_cpuid *leaf = nd_cpu_leaf(cpu, SVM_LEAF, 0);
	struct place place = { .leaf = SVM_LEAF };

	/* Processors without SVM answer the leaf too, with zeros or with leftovers. */
	if (!leaf || !features || !(features->ecx & BIT(2)))
		return;
	nd_emit_section(emit, "SVM (CPUID 0x8000000a)");
	place.cpuid_reg = "eax";
	field_emit_value(emit, &place, field_svm_eax, ARRAY_SIZE(field_svm_eax), leaf->eax);
	place.cpuid_reg = "ebx";
	field_emit_value(emit, &place, field_svm_ebx, ARRAY_SIZE(field_svm_ebx), leaf->ebx);
	place.cpuid_reg = "ecx";
	field_emit_value(emit, &place, field_svm_ecx, ARRAY_SIZE(field_svm_ecx), leaf->ecx);
	place.cpuid_reg = "edx";
	field_emit_value(emit, &place, field_svm_edx, ARRAY_SIZE(field_svm_edx), leaf->edx);
}

/* Of a technology that CPUID does not report: that it is absent is one answer, not twenty. */
static bool msr_is_foreign(const struct nd_cpu *cpu, u32 reg)
{
	if (cpu->regs[reg].state != ND_ABSENT)
		return false;
	if (reg == ND_HV_VP_ASSIST_PAGE)
		return !nd_hv_is_hyperv(cpu);
	return reg == ND_VM_CR || cpu->regs[ND_VMX_BASIC].state == ND_ABSENT;
}

static void msr_rows(const struct nd_cpu *cpu, const struct nd_emit *emit)
{
	bool titled = false;
	struct nd_row row;
	u32 reg;

	for (reg = 0; reg < ND_NR_REGS; reg++) {
		const struct nd_value *value = &cpu->regs[reg];
		bool foreign = msr_is_foreign(cpu, reg);

		if (value->state == ND_UNKNOWN)
			continue;
		if (!foreign && !titled)
			nd_emit_section(emit, "Registers");
		titled |= !foreign;
		nd_row_init(&row, foreign ? ND_ROW_MSR_NONE : ND_ROW_MSR, NULL,
			    nd_reg_desc(reg)->name, nd_state_word(value->state));
		nd_row_hex(&row, "index", nd_reg_desc(reg)->index);
		if (value->state == ND_OK) {
			nd_row_printf(&row, "0x%016llx", value->value);
			nd_row_hex(&row, "value", value->value);
		}
		nd_emit_row(emit, &row);
	}
}

static bool reg_was_read(const struct nd_cpu *cpu, enum nd_reg reg)
{
	return cpu->regs[reg].state == ND_OK || cpu->regs[reg].state == ND_FAULT;
}

static bool vmx_was_read(const struct nd_cpu *cpu)
{
	u32 reg;

	for (reg = ND_VMX_BASIC; reg <= ND_VMX_EXIT_CTLS2; reg++)
		if (reg_was_read(cpu, reg))
			return true;
	return false;
}

static void vmx_rows(const struct nd_cpu *cpu, const struct nd_emit *emit)
{
	unsigned int i;

	if (cpu->regs[ND_VMX_BASIC].state == ND_ABSENT && nd_cpu_maker(cpu) == ND_MAKER_SVM)
		return;
	/* A hundred rows of "absent" would hide the one answer that there is. */
	if (!vmx_was_read(cpu)) {
		nd_emit_section(emit, "VMX capabilities");
		nd_emit_note(emit, cpu->regs[ND_VMX_BASIC].state == ND_ABSENT ?
			     "CPUID does not report VMX: there are no VMX capability registers." :
			     "No VMX capability register was recorded.");
		return;
	}
	nd_ctl_rows(cpu, emit);
	for (i = 0; i < ARRAY_SIZE(field_vmx_tables); i++)
		field_table_rows(cpu, emit, &field_vmx_tables[i]);
	for (i = 0; i < ARRAY_SIZE(fixed_tables); i++)
		fixed_rows(cpu, emit, &fixed_tables[i]);
}

void nd_caps_rows(const struct nd_cpu *cpu, const struct nd_emit *emit)
{
	msr_rows(cpu, emit);
	if (reg_was_read(cpu, ND_FEATURE_CONTROL))
		field_table_rows(cpu, emit, &field_feature_control_table);
	vmx_rows(cpu, emit);
	if (reg_was_read(cpu, ND_VM_CR))
		field_table_rows(cpu, emit, &field_vm_cr_table);
	svm_rows(cpu, emit);
}
