// SPDX-License-Identifier: GPL-2.0-only
/*
 * The VP assist pages as rows.
 */
#include "core/base/bytes.h"
#include "core/caps/assistrows.h"
#include "core/facts/cpulist.h"

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

#define ASSIST_VMCS_AT	0x30	/* CurrentNestedVmcs: an address, which differs from CPU to CPU */
#define ASSIST_VMCS_END	0x38

static u64 assist_vmcs(const struct nd_cpu *cpu)
{
	return nd_bytes_le(cpu->assist.bytes + ASSIST_VMCS_AT, ASSIST_VMCS_END - ASSIST_VMCS_AT);
}

/* Whether there is a VMCS is the same, not where. */
static bool assist_same_kind(u64 a, u64 b)
{
	return a == b || (a && b && a != ~0ULL && b != ~0ULL);
}

static bool assist_same(const struct nd_cpu *a, const struct nd_cpu *b, u32 with)
{
	const u8 *x = a->assist.bytes, *y = b->assist.bytes;

	return a->assist.state == b->assist.state && !a->assist.gpa == !b->assist.gpa &&
	       assist_same_kind(assist_vmcs(a), assist_vmcs(b)) && !memcmp(x, y, ASSIST_VMCS_AT) &&
	       !memcmp(x + ASSIST_VMCS_END, y + ASSIST_VMCS_END, ND_ASSIST_BYTES - ASSIST_VMCS_END);
}

static bool assist_same_gpa(const struct nd_cpu *a, const struct nd_cpu *b, u32 with)
{
	return assist_same(a, b, with) && a->assist.gpa == b->assist.gpa;
}

static bool assist_same_vmcs(const struct nd_cpu *a, const struct nd_cpu *b, u32 with)
{
	return assist_same(a, b, with) && assist_vmcs(a) == assist_vmcs(b);
}

static void assist_field_row(const struct nd_cpu *cpu, const struct assist_field *field, bool one,
			     struct nd_row *row, const struct nd_emit *emit)
{
	u64 value = nd_bytes_le(cpu->assist.bytes + field->offset, field->size);
	size_t at;

	nd_row_init(row, ND_ROW_ASSIST, field->id, field->label, NULL);
	if (one)
		nd_row_printf(row, "0x%0*llx", field->size * 2, value);
	else
		nd_row_printf(row, "another on each CPU");
	at = strlen(row->words);
	if (field->bits[0])
		nd_row_bits(row, value, field->bits, ARRAY_SIZE(field->bits));
	nd_row_dec(row, "cpu", cpu->id);
	nd_row_hex(row, "offset", field->offset);
	nd_row_dec(row, "size_bytes", field->size);
	if (one)
		nd_row_hex(row, "value", value);
	if (row->words[at])	/* behind the number and a space */
		nd_row_str(row, "decoded", row->words + at + 1);
	nd_emit_row(emit, row);
}

static noinline_for_stack void assist_cpu_rows(const struct nd_alike *alike, u32 at,
					       struct nd_row *row, const struct nd_emit *emit)
{
	const struct nd_alike gpas = { alike->facts, assist_same_gpa, 0 };
	const struct nd_alike vmcss = { alike->facts, assist_same_vmcs, 0 };
	const struct nd_cpu *cpu = &alike->facts->cpus[at];
	u32 i, n = nd_alike_count(alike, at);
	struct nd_row title;

	nd_row_init(&title, ND_ROW_SECTION, NULL, NULL, NULL);
	nd_row_printf(&title, "VP assist page of CPU ");
	nd_alike_describe(alike, at, &title);
	nd_emit_section(emit, title.words);
	nd_row_init(row, ND_ROW_ASSIST, "state", "VP assist page", nd_state_word(cpu->assist.state));
	nd_row_dec(row, "cpu", cpu->id);
	nd_row_str(row, "cpus", title.words + strlen("VP assist page of CPU "));
	nd_row_dec(row, "cpu_count", n);
	if (cpu->assist.gpa && nd_alike_count(&gpas, at) == n) {
		nd_row_printf(row, "at 0x%llx", cpu->assist.gpa);
		nd_row_hex(row, "gpa", cpu->assist.gpa);
	} else if (cpu->assist.gpa) {
		nd_row_printf(row, "each at another address");
	}
	nd_emit_row(emit, row);
	for (i = 0; cpu->assist.state == ND_OK && i < ARRAY_SIZE(assist_fields); i++)
		assist_field_row(cpu, &assist_fields[i],
				 assist_fields[i].offset != ASSIST_VMCS_AT ||
				 nd_alike_count(&vmcss, at) == n, row, emit);
}

void nd_assist_rows(const struct nd_facts *facts, const struct nd_emit *emit)
{
	const struct nd_alike alike = { facts, assist_same, 0 };
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
		if (!nd_alike_repeats(&alike, i))
			assist_cpu_rows(&alike, i, &row, emit);
}
