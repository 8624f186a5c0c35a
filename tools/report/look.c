// SPDX-License-Identifier: GPL-2.0-only
#include "tools/report/look.h"

#define TEXT(key, title)	{ key, title, ND_HOW_TEXT, NULL }
#define NUMBER(key, title)	{ key, title, ND_HOW_NUMBER, NULL }
#define TIME(key, title)	{ key, title, ND_HOW_TIME, NULL }
#define SHARE(key, title)	{ key, title, ND_HOW_SHARE, NULL }
#define PART(key, title, with)	{ key, title, ND_HOW_PART, with }

/* What most rows have; columns that are empty throughout are left out. */
static const struct nd_look plain_table = {
	.kind = ND_LOOK_TABLE,
	.shown = {
		TEXT("=label", "Name"), TEXT("=state", "State"), TEXT("=words", "Value"),
	},
};

static const struct nd_look looks[ND_NR_ROW_KINDS] = {
	[ND_ROW_SECTION]	= { .kind = ND_LOOK_HEADING },
	[ND_ROW_FACT]		= { .kind = ND_LOOK_FACT },
	[ND_ROW_NOTE]		= { .kind = ND_LOOK_NOTE },
	[ND_ROW_MSR_NONE]	= { .kind = ND_LOOK_NONE },
	[ND_ROW_DIFFER_VALUE]	= { .kind = ND_LOOK_NONE },
	[ND_ROW_AVAILABLE]	= { .kind = ND_LOOK_NONE },
	/* The rules say the same, with everything that is to be said. */
	[ND_ROW_FINDING]	= { .kind = ND_LOOK_NONE },
	[ND_ROW_FEATURE]	= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Feature"), TEXT("=state", "State"), TEXT("=words", "Value"),
		TEXT("=id", "Name") }, .folded = true, .title = "Bits of the leaves" },
	[ND_ROW_LEAF]		= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Leaf"), TEXT("=words", "Value") },
		.folded = true, .title = "CPUID leaves" },
	[ND_ROW_EVMCS]		= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Field"), TEXT("=state", "State"), TEXT("=words", "Value") },
		.folded = true, .title = "Fields of the enlightened VMCS" },
	[ND_ROW_SUPPORT]	= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Feature"), TEXT("=state", "State"), TEXT("=words", "Without it") } },
	[ND_ROW_MISSING]	= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Feature"), TEXT("=words", "Why"), TEXT("loss", "What that costs") } },
	[ND_ROW_CHECK]		= { .kind = ND_LOOK_CHECK, .shown = {
		TEXT("=label", "Check"), TEXT("=state", "Result"), TEXT("=words", "Why") },
		.title = "Checks that could not be decided" },
	[ND_ROW_DETAIL]		= { .kind = ND_LOOK_DETAIL },
	[ND_ROW_EXIT]		= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Exit"), NUMBER("count", "Count"),
		SHARE("count", "of all"), TIME("total_ns", "Time"),
		SHARE("total_ns", "of all"), TIME("mean_ns", "Mean"),
		TIME("max_ns", "Longest") }, .chart = ND_CHART_BARS },
	[ND_ROW_TIMES]		= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Exit"), TIME("from_ns", "From"),
		TIME("below_ns", "To"), NUMBER("count", "Count") },
		.chart = ND_CHART_HISTOGRAM, .folded = true,
		.title = "Handling times as numbers" },
	[ND_ROW_USERSPACE]	= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Reason"), NUMBER("count", "Count"),
		SHARE("count", "of all") } },
	[ND_ROW_NESTED]		= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Exit"), NUMBER("count", "Count"),
		NUMBER("reflected", "Reflected"),
		NUMBER("handled_here", "Handled here"),
		NUMBER("hypervisor_exits", "Host exits caused") } },
	[ND_ROW_VMX]		= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Instruction"), NUMBER("count", "Count"),
		TIME("mean_ns", "Mean") } },
	[ND_ROW_REFUSAL]	= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=words", "Refused because"), NUMBER("count", "Count") } },
	[ND_ROW_JOINED]		= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Exit"), NUMBER("count", "Count below"),
		NUMBER("reflected", "Handed on"),
		NUMBER("counted_above", "Counted here") } },
	[ND_ROW_CHAIN]		= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Level"), TEXT("=words", "Takes") } },
	[ND_ROW_VCPU]		= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Process/vCPU"), NUMBER("exit_count", "Exits"),
		PART("guest_ns", "In guest", "host_ns"),
		TEXT("top_exit", "Most frequent"), TEXT("=details", "Now") } },
	[ND_ROW_STAT]		= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Statistic"), NUMBER("count", "Value"),
		TEXT("meaning", "Meaning") }, .folded = true },
	[ND_ROW_ITEM]		= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Item"), TEXT("=state", "State"), TEXT("=words", "What it is") } },
	[ND_ROW_VIOLATION]	= { .kind = ND_LOOK_DETAIL },
	[ND_ROW_UNCHECKED]	= { .kind = ND_LOOK_DETAIL },
	[ND_ROW_DUMP]		= { .kind = ND_LOOK_CARD },
	[ND_ROW_FAILURE]	= { .kind = ND_LOOK_CARD },
	[ND_ROW_MESSAGE]	= { .kind = ND_LOOK_CARD },
	[ND_ROW_READING]	= { .kind = ND_LOOK_CARD },
	[ND_ROW_EVIDENCE]	= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Field"), TEXT("=words", "Value") },
		.folded = true, .title = "Captured fields" },
	[ND_ROW_CONTROL]	= { .kind = ND_LOOK_TABLE, .shown = {
		TEXT("=label", "Control"), TEXT("=state", "State"), TEXT("=words", "Value"),
		TEXT("=id", "Name") }, .folded = true, .title = "Controls" },
};

static const struct nd_look passed = {
	.kind = ND_LOOK_CHECK,
	.shown = { TEXT("=label", "Check"), TEXT("=state", "Result") },
	.folded = true,
	.title = "Checks that pass",
};

static const struct nd_look rates = {
	.kind = ND_LOOK_TABLE,
	.shown = {
		TEXT("ms", "Up to"), NUMBER("guest", "Exits/s of guests"),
		NUMBER("nested", "of nested guests"), PART("ran", "In guests, of a CPU", NULL),
	},
	.chart = ND_CHART_RATES,
};

const struct nd_look *nd_look_rates(void)
{
	return &rates;
}

const struct nd_look *nd_look_passed(void)
{
	return &passed;
}

const struct nd_look *nd_look_at(enum nd_row_kind kind)
{
	const struct nd_look *look = &looks[kind];

	return look->kind == ND_LOOK_TABLE && !look->shown[0].key ? &plain_table : look;
}
