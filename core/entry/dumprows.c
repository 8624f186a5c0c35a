// SPDX-License-Identifier: GPL-2.0-only
/*
 * What a dump says: the last exit, the autopsy, and its controls by name.
 */
#include "core/caps/controls.h"
#include "core/entry/dump.h"
#include "core/entry/dumplines.h"
#include "core/entry/dumprows.h"
#include "core/entry/insnerror.h"
#include "core/exits/exits.h"
#include "core/exits/reasons.h"

/* Adds the column "dump" to the rows that pass. */
struct dump_numbered {
	const struct nd_emit *to;
	u32 number;
};

static void dump_number_row(void *ctx, const struct nd_row *row)
{
	const struct dump_numbered *n = ctx;
	struct nd_row *numbered = (struct nd_row *)row;	/* ours: made by nd_autopsy_rows() */

	nd_row_dec(numbered, "dump", n->number);
	nd_emit_row(n->to, numbered);
}

static void dump_vmx_describe(const struct nd_vmstate *state, struct nd_row *row)
{
	u64 reason = nd_vmstate_get(state, ND_VMF_EXIT_REASON);
	u32 error = nd_vmstate_get(state, ND_VMF_INSTRUCTION_ERROR);
	const char *name = nd_vmx_exit_name(reason);

	/* VMfail leaves the exit reason as it was; an exit leaves the error as it was. */
	if (nd_insn_error_checks(error)) {
		nd_row_dec(row, "error", error);
		nd_row_printf(row, "the VM entry failed: VM-instruction error %u, %s", error,
			      nd_insn_error_words(error));
		nd_row_printf(row, reason & ND_VMX_EXIT_FAILED ?
			      ", unless that is left from an earlier one; " : "; ");
	}
	if (!nd_vmstate_has(state, ND_VMF_EXIT_REASON)) {
		nd_row_printf(row, "the dump has no exit reason");
		return;
	}
	nd_row_hex(row, "exit_reason", reason);
	if (reason & ND_VMX_EXIT_FAILED)
		nd_row_printf(row, "the VM entry failed: ");
	else
		nd_row_printf(row, "the last exit recorded in the VMCS was not a failed entry: ");
	switch (reason & (ND_VMX_EXIT_FAILED | ND_VMX_EXIT_BASIC)) {
	case ND_VMX_EXIT_FAILED | ND_VMEXIT_INVALID_STATE:
		nd_row_printf(row, "invalid guest state");
		break;
	case ND_VMX_EXIT_FAILED | ND_VMEXIT_MSR_LOAD_FAIL:
		nd_row_printf(row, "MSR loading, entry %llu of the area",
			      nd_vmstate_get(state, ND_VMF_QUALIFICATION));
		break;
	case ND_VMX_EXIT_FAILED | ND_VMEXIT_MCE_DURING_VMENTRY:
		nd_row_printf(row, "machine check");
		break;
	default:
		nd_row_printf(row, "%s", name ? name : "unknown exit reason");
	}
	nd_row_printf(row, " (exit reason 0x%llx", reason);
	if (nd_vmstate_has(state, ND_VMF_QUALIFICATION)) {
		u64 qualification = nd_vmstate_get(state, ND_VMF_QUALIFICATION);

		nd_row_printf(row, ", qualification 0x%llx", qualification);
		nd_row_hex(row, "qualification", qualification);
	}
	nd_row_printf(row, ")");
}

static void dump_svm_describe(const struct nd_vmstate *state, struct nd_row *row)
{
	u64 code = nd_vmstate_get(state, ND_VMCB_EXIT_CODE);
	const char *name = nd_svm_exit_name(code);

	if (!nd_vmstate_has(state, ND_VMCB_EXIT_CODE)) {
		nd_row_printf(row, "the dump has no exit code");
		return;
	}
	nd_row_hex(row, "exit_code", code);
	/* Printed with 32 or 64 bits. */
	if (code == ~0U || code == ~0ULL)
		nd_row_printf(row, "VMRUN failed: invalid guest state (exit code -1)");
	else
		nd_row_printf(row, "the last exit was not a failed VMRUN: %s (exit code 0x%llx)",
			      name ? name : "unknown exit code", code);
}

static void dump_row(const struct nd_dump *dump, const struct nd_dump_place *place,
		     struct nd_row *row, const struct nd_emit *emit)
{
	const char *missing = nd_dump_missing(dump);
	bool svm = dump->state.isa == ND_ISA_SVM;
	char label[24];

	scnprintf(label, sizeof(label), "dump %u: %s", place->number, svm ? "VMCB" : "VMCS");
	nd_emit_section(emit, label);
	nd_row_init(row, ND_ROW_DUMP, svm ? "vmcb" : "vmcs", "Outcome",
		    missing ? "cut" : NULL);
	if (missing)
		nd_row_printf(row, "the dump is incomplete, %s is missing; ", missing);
	nd_row_dec(row, "dump", place->number);
	nd_row_dec(row, "first_line", place->first);
	nd_row_dec(row, "last_line", place->last);
	nd_row_dec(row, "field_count", nd_vmstate_known(&dump->state));
	if (dump->cpu >= 0)
		nd_row_dec(row, "cpu", dump->cpu);
	if (missing)
		nd_row_str(row, "missing_part", missing);
	if (svm)
		dump_svm_describe(&dump->state, row);
	else
		dump_vmx_describe(&dump->state, row);
	if (dump->cpu >= 0)
		nd_row_printf(row, ", on CPU %d", dump->cpu);
	nd_row_printf(row, ", lines %u to %u", place->first, place->last);
	nd_emit_row(emit, row);
}

static const struct nd_ctl_bit *dump_ctl_bit(const struct nd_ctl_group *group, unsigned int bit)
{
	unsigned int i;

	for (i = 0; i < group->nr_bits; i++)
		if (group->bits[i].bit == bit)
			return &group->bits[i];
	return NULL;
}

static void dump_control_row(const struct nd_ctl_group *group, unsigned int bit, bool set,
			     enum nd_ctl_state allowed, struct nd_row *row,
			     const struct nd_emit *emit)
{
	const struct nd_ctl_bit *known = dump_ctl_bit(group, bit);
	bool wrong = set ? allowed == ND_CTL_NO : allowed == ND_CTL_FORCED;
	char label[24];

	/* Those that everybody sets and nobody has a name for would be most of the rows. */
	if (!wrong && (!set || (!known && group->default1 & BIT_ULL(bit))))
		return;
	if (!known)
		scnprintf(label, sizeof(label), "bit %u (unknown)", bit);
	nd_row_init(row, ND_ROW_CONTROL, known ? known->id : NULL, known ? known->label : label,
		    wrong ? "wrong" : "set");
	if (wrong)
		nd_row_printf(row, set ? "not 1!" : "not 0!");
	nd_row_str(row, "field", group->title);
	nd_row_dec(row, "bit", bit);
	nd_row_bool(row, "set", set);
	nd_row_str(row, "allowed", nd_ctl_state_word(allowed));
	nd_emit_row(emit, row);
}

/* Are these controls in force? Fields that are not are not looked at by the processor either. */
static bool dump_in_force(const struct nd_vmstate *state, unsigned int group)
{
	u64 primary = nd_vmstate_get(state, ND_VMF_PRIMARY_CTLS);
	u64 exits = nd_vmstate_get(state, ND_VMF_EXIT_CTLS);

	switch (group) {
	case 2:
		return primary >> 31 & 1;
	case 3:
		return primary >> 17 & 1;
	case 5:
		return exits >> 31 & 1;
	default:
		return true;
	}
}

static void dump_control_rows(const struct nd_vmstate *state, const struct nd_cpu *cpu,
			      struct nd_row *row, const struct nd_emit *emit)
{
	static const u8 fields[] = {
		ND_VMF_PIN_CTLS, ND_VMF_PRIMARY_CTLS, ND_VMF_SECONDARY_CTLS, ND_VMF_TERTIARY_CTLS,
		ND_VMF_EXIT_CTLS, ND_VMF_EXIT2_CTLS, ND_VMF_ENTRY_CTLS,
	};
	unsigned int i, bit;
	char label[64];

	for (i = 0; i < ARRAY_SIZE(fields); i++) {
		const struct nd_ctl_group *group = &nd_ctl_groups[i];
		u64 value = nd_vmstate_get(state, fields[i]);

		if (!nd_vmstate_has(state, fields[i]) || !dump_in_force(state, i))
			continue;
		scnprintf(label, sizeof(label), "%s: 0x%llx", group->title, value);
		nd_emit_section(emit, label);
		for (bit = 0; bit < (group->kind == ND_CTLS_PAIR ? 32 : 64); bit++)
			dump_control_row(group, bit, value >> bit & 1,
					 cpu ? nd_ctl_state(cpu, group, bit) : ND_CTL_UNKNOWN,
					 row, emit);
	}
}

/* Nothing is wrong with what is there; whether that is enough depends on what is not. */
static void dump_none_failed(const struct nd_dump *dump, const struct nd_dump_place *place,
			     const struct nd_autopsy *sum, struct nd_row *row,
			     const struct nd_emit *emit)
{
	nd_row_init(row, ND_ROW_NOTE, NULL, NULL, NULL);
	if (!nd_dump_wanting(dump, NULL)) {
		nd_row_printf(row, "dump %u: none of the %u checks that could be tried failed",
			      place->number, sum->passed);
	} else {
		nd_row_printf(row, "dump %u: too little of it to judge: %u checks could not be tried. These lines are wanting: ",
			      place->number, sum->unchecked);
		if (dump->haxm)
			nd_row_printf(row, "the rest of HAXM's list of fields");
		else
			nd_dump_wanting(dump, row);
	}
	nd_emit_row(emit, row);
}

struct nd_autopsy nd_dump_rows(const struct nd_dump *dump, const struct nd_dump_place *place,
			       const struct nd_cpu *cpu, const struct nd_emit *emit)
{
	struct dump_numbered numbered = { .to = emit, .number = place->number };
	const struct nd_emit with_number = { .row = dump_number_row, .ctx = &numbered };
	struct nd_autopsy sum;
	struct nd_row row;

	dump_row(dump, place, &row, emit);
	nd_emit_section(emit, "Checks of the VM entry");
	sum = nd_autopsy_rows(&dump->state, nd_suspects_state(&dump->state), cpu,
			      &with_number);
	if (!sum.failed)
		dump_none_failed(dump, place, &sum, &row, emit);
	if (dump->state.isa == ND_ISA_VMX)
		dump_control_rows(&dump->state, cpu, &row, &with_number);
	return sum;
}
