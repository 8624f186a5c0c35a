// SPDX-License-Identifier: GPL-2.0-only
/*
 * The enlightened VMCS of each CPU as rows.
 */
#include "core/caps/controls.h"
#include "core/caps/evmcs.h"
#include "core/entry/evmcsrows.h"
#include "core/exits/exits.h"
#include "core/facts/assist.h"
#include "core/facts/cpulist.h"
#include "core/facts/hypervisor.h"

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

/* 0 for a field that is not known: there is then nothing to name in it. */
static u64 evmcs_known_value(const struct nd_evmcs *evmcs, const char *name)
{
	const struct nd_evmcs_field *field = nd_evmcs_find(name);

	return field && nd_evmcs_is_known(evmcs, field->offset, field->size) ?
	       nd_evmcs_value(evmcs, field) : 0;
}

static void evmcs_reason_describe(struct nd_row *row, u64 value)
{
	const char *name = nd_vmx_exit_name(value);

	if (value == ND_VMX_EXIT_TRAP_AFTER_FLUSH) {
		nd_row_printf(row, " TRAP_AFTER_FLUSH (synthetic)");
		return;
	}
	nd_row_printf(row, " %s", name ? name : "(unknown)");
	if (value & ND_VMX_EXIT_FAILED)
		nd_row_printf(row, ", VM entry failed");
	if (value & ND_VMX_EXIT_ENCLAVE)
		nd_row_printf(row, ", in an SGX enclave");
}

static void evmcs_clean_describe(struct nd_row *row, u64 value)
{
	/* All names in one row would be a row of nothing but names. */
	if (value == BIT_ULL(ND_NR_EVMCS_CLEAN) - 1)
		nd_row_printf(row, " all groups clean");
	else if (value == 0)
		nd_row_printf(row, " no group clean");
	else
		nd_row_bits(row, value, nd_evmcs_clean_names, ND_NR_EVMCS_CLEAN);
}

static void evmcs_enlightenment_describe(struct nd_row *row, u64 value)
{
	static const char *const names[] = { "nested-flush-hypercall", "msr-bitmap" };

	nd_row_bits(row, value, names, ARRAY_SIZE(names));
}

/* Fields whose value says little before it is put into words. */
static const struct {
	const char *field;
	void (*words)(struct nd_row *row, u64 value);
} evmcs_decoders[] = {
	{ "vm_exit_reason", evmcs_reason_describe },
	{ "hv_clean_fields", evmcs_clean_describe },
	{ "hv_enlightenments_control", evmcs_enlightenment_describe },
};

static void evmcs_field_row(const struct nd_cpu *cpu, const struct nd_evmcs_field *field,
			    struct nd_row *row, const struct nd_emit *emit)
{
	bool known = nd_evmcs_is_known(&cpu->evmcs, field->offset, field->size);
	u64 value = nd_evmcs_value(&cpu->evmcs, field);
	size_t at;
	u32 i;

	nd_row_init(row, ND_ROW_EVMCS, field->name, field->name, known ? NULL : "unknown");
	if (known)
		nd_row_printf(row, "0x%0*llx", field->size * 2, value);
	at = strlen(row->words);
	for (i = 0; known && i < ARRAY_SIZE(evmcs_decoders); i++)
		if (!strcmp(evmcs_decoders[i].field, field->name))
			evmcs_decoders[i].words(row, value);
	nd_row_dec(row, "cpu", cpu->id);
	if (field->encoding != ND_EVMCS_NO_ENCODING)
		nd_row_hex(row, "encoding", field->encoding);
	nd_row_hex(row, "offset", field->offset);
	nd_row_dec(row, "size_bytes", field->size);
	if (field->clean == ND_EVMCS_ALL_CLEAN)
		nd_row_str(row, "clean", "ALL");
	else if (field->clean != ND_EVMCS_NO_CLEAN)
		nd_row_str(row, "clean", nd_evmcs_clean_name(field->clean));
	if (known)
		nd_row_hex(row, "value", value);
	if (row->words[at])	/* behind the number and a space */
		nd_row_str(row, "decoded", row->words + at + 1);
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
		nd_row_init(row, ND_ROW_EVMCS_CTL, known ? known->id : NULL,
			    known ? known->label : label, "set");
		nd_row_dec(row, "cpu", cpu->id);
		nd_row_str(row, "field", control->field);
		nd_row_dec(row, "bit", bit);
		nd_emit_row(emit, row);
	}
}

/* A VMCS recorded as live that does not look live is not shown as live. */
static enum nd_evmcs_state evmcs_state(const struct nd_cpu *cpu)
{
	enum nd_evmcs_state state = cpu->evmcs.state;

	if (state >= ND_NR_EVMCS_STATES)
		return ND_EVMCS_UNKNOWN;
	if (state == ND_EVMCS_CURRENT && nd_evmcs_is_known(&cpu->evmcs, 0, sizeof(u32)) &&
	    nd_evmcs_get(&cpu->evmcs, "revision_id") != ND_EVMCS_REVISION)
		return ND_EVMCS_STALE;
	return state;
}

static bool evmcs_has_pointer(enum nd_evmcs_state state)
{
	return state == ND_EVMCS_CURRENT || state == ND_EVMCS_STALE ||
	       state == ND_EVMCS_NOT_RAM || state == ND_EVMCS_FAULT;
}

/* Of the same state, with the same to be read; where it lies differs from CPU to CPU. */
static bool evmcs_same(const struct nd_cpu *a, const struct nd_cpu *b, u32 with)
{
	return a->evmcs.state == b->evmcs.state && a->evmcs.parts == b->evmcs.parts &&
	       !memcmp(a->evmcs.bytes, b->evmcs.bytes, sizeof(a->evmcs.bytes));
}

static bool evmcs_same_place(const struct nd_cpu *a, const struct nd_cpu *b, u32 with)
{
	return evmcs_same(a, b, with) && a->evmcs.gpa == b->evmcs.gpa;
}

/* One row for CPUs that are alike; their other rows are there if it says "current". */
static void evmcs_state_row(const struct nd_alike *alike, u32 at, struct nd_row *row,
			    const struct nd_emit *emit)
{
	const struct nd_alike place = { alike->facts, evmcs_same_place, 0 };
	const struct nd_cpu *cpu = &alike->facts->cpus[at];
	enum nd_evmcs_state state = evmcs_state(cpu);
	struct nd_row label;

	nd_row_init(&label, ND_ROW_EVMCS_CPU, NULL, NULL, NULL);
	nd_row_printf(&label, "CPU ");
	nd_alike_describe(alike, at, &label);
	nd_row_init(row, ND_ROW_EVMCS_CPU, NULL, label.words, nd_evmcs_state_word(state));
	if (state != cpu->evmcs.state && state == ND_EVMCS_STALE)
		nd_row_printf(row, "recorded as live, but the recorded data is not an enlightened VMCS");
	else
		nd_row_printf(row, "%s", nd_evmcs_state_words(state));
	nd_row_dec(row, "cpu", cpu->id);
	nd_row_str(row, "cpus", label.words + strlen("CPU "));
	nd_row_dec(row, "cpu_count", nd_alike_count(alike, at));
	if (evmcs_has_pointer(state) && nd_alike_count(&place, at) == nd_alike_count(alike, at)) {
		nd_row_printf(row, ", at 0x%llx", cpu->evmcs.gpa);
		nd_row_hex(row, "gpa", cpu->evmcs.gpa);
	} else if (evmcs_has_pointer(state)) {
		nd_row_printf(row, ", each at another address");
	}
	nd_emit_row(emit, row);
}

static void evmcs_current_rows(const struct nd_alike *alike, u32 at, struct nd_row *row,
			       const struct nd_emit *emit)
{
	const struct nd_cpu *cpu = &alike->facts->cpus[at];
	u32 i;

	nd_row_init(row, ND_ROW_SECTION, NULL, NULL, NULL);
	nd_row_printf(row, "CPU ");
	nd_alike_describe(alike, at, row);
	if (nd_alike_count(alike, at) == 1)
		nd_row_printf(row, ": enlightened VMCS at 0x%llx", cpu->evmcs.gpa);
	else
		nd_row_printf(row, ": enlightened VMCS, the same on %u CPUs",
			      nd_alike_count(alike, at));
	nd_emit_section(emit, row->words);
	for (i = 0; i < nd_nr_evmcs_fields; i++)
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
		nd_row_printf(row, "CPUID was not recorded");
	else if (version)
		nd_row_printf(row, "up to version %u", version);
	if (known)
		nd_row_dec(row, "evmcs_version", version);
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
		nd_row_printf(row, "VP assist pages were not recorded");
	else if (n)
		nd_row_printf(row, "on %u of %u CPUs", n, facts->nr_cpus);
	if (known)
		nd_row_dec(row, "cpu_count", n);
	nd_emit_row(emit, row);
}

void nd_evmcs_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	const struct nd_alike alike = { facts, evmcs_same, 0 };
	struct nd_row row;
	u32 i;

	evmcs_offered_row(nd_facts_first(facts), &row, emit);
	evmcs_in_use_row(facts, &row, emit);
	for (i = 0; i < facts->nr_cpus; i++)
		if (!nd_alike_repeats(&alike, i))
			evmcs_state_row(&alike, i, &row, emit);
	for (i = 0; i < facts->nr_cpus; i++)
		if (evmcs_state(&facts->cpus[i]) == ND_EVMCS_CURRENT &&
		    !nd_alike_repeats(&alike, i))
			evmcs_current_rows(&alike, i, &row, emit);
}
