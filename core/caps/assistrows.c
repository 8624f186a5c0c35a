// SPDX-License-Identifier: GPL-2.0-only
/*
 * The VP assist pages as rows.
 */
#include "core/base/bytes.h"
#include "core/caps/assistrows.h"

/**
 * struct assist_field - one field of the VP assist page
 * @offset: byte offset in the page
 * @size:   bytes
 * @id:     Linux's name
 * @label:  TLFS's name
 * @bits:   names of the lowest bits
 */
struct assist_field {
	u8 offset;
	u8 size;
	const char *id;
	const char *label;
	const char *bits[2];
};

/* Linux knows the first of the two nested features only. */
static const struct assist_field assist_fields[] = {
	{ 0x00, 4, "apic_assist", "ApicAssist", { "no-EOI-required" } },
	{ 0x08, 4, "vtl_entry_reason", "VtlControl.EntryReason", { NULL } },
	{ 0x0c, 4, "vtl_reserved", "VtlControl.VinaStatus and reserved", { NULL } },
	{ 0x10, 8, "vtl_ret_x64rax", "VtlControl.VtlReturnX64Rax", { NULL } },
	{ 0x18, 8, "vtl_ret_x64rcx", "VtlControl.VtlReturnX64Rcx", { NULL } },
	{ 0x20, 4, "nested_control.features", "NestedEnlightenmentsControl.Features",
	  { "direct-hypercall", "virtualization-exception" } },
	{ 0x24, 4, "nested_control.hypercall_controls",
	  "NestedEnlightenmentsControl.HypercallControls", { "inter-partition-communication" } },
	{ 0x28, 1, "enlighten_vmentry", "EnlightenVmEntry", { NULL } },
	{ 0x30, 8, "current_nested_vmcs", "CurrentNestedVmcs", { NULL } },
	{ 0x38, 1, "synthetic_time_unhalted_timer_expired", "SyntheticTimeUnhaltedTimerExpired",
	  { NULL } },
};

static void assist_cpu_rows(const struct nd_cpu *cpu, struct nd_row *row,
			      const struct nd_emit *emit)
{
	const struct nd_assist *assist = &cpu->assist;
	char label[48];
	size_t at;
	u32 i;

	scnprintf(label, sizeof(label), "VP assist page of CPU %u", cpu->id);
	nd_emit_section(emit, label);
	nd_row_init(row, ND_ROW_ASSIST, "state", "VP assist page", nd_state_word(assist->state));
	nd_row_dec(row, "cpu", cpu->id);
	if (assist->gpa) {
		nd_row_printf(row, "at 0x%llx", assist->gpa);
		nd_row_hex(row, "gpa", assist->gpa);
	}
	nd_emit_row(emit, row);
	if (assist->state != ND_OK)
		return;

	for (i = 0; i < ARRAY_SIZE(assist_fields); i++) {
		const struct assist_field *field = &assist_fields[i];
		u64 value = nd_bytes_le(assist->bytes + field->offset, field->size);

		nd_row_init(row, ND_ROW_ASSIST, field->id, field->label, NULL);
		nd_row_printf(row, "0x%0*llx", field->size * 2, value);
		at = strlen(row->words);
		if (field->bits[0])
			nd_row_bits(row, value, field->bits, ARRAY_SIZE(field->bits));
		nd_row_dec(row, "cpu", cpu->id);
		nd_row_hex(row, "offset", field->offset);
		nd_row_dec(row, "size_bytes", field->size);
		nd_row_hex(row, "value", value);
		if (row->words[at])	/* behind the number and a space */
			nd_row_str(row, "decoded", row->words + at + 1);
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
		nd_row_printf(&row, "%s", known ? "not set up by the kernel" : "not recorded");
		if (known)
			nd_row_dec(&row, "cpu_count", 0);
		nd_emit_row(emit, &row);
		return;
	}
	for (i = 0; i < facts->nr_cpus; i++)
		assist_cpu_rows(&facts->cpus[i], &row, emit);
}
