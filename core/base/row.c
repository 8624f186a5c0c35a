// SPDX-License-Identifier: GPL-2.0-only
/*
 * Rows: how an answer is put together and how people read it.
 */
#include "core/base/figures.h"
#include "core/base/row.h"

#define ROW_ROOM	30	/* columns that make a column of words */

/**
 * struct nd_layout - how rows of one kind look
 * @list:   JSON array, NULL if rows are no array's
 * @indent: columns before the label
 * @label:  columns of the label; what follows starts behind it
 * @id:     the id stands at the end of the line
 * @hides:  ND_HIDES_...
 * @state:  what the state is called in JSON, NULL for "state"
 */
struct nd_layout {
	const char *list;
	u8 indent;
	u8 label;
	bool id;
	u8 hides;
	const char *state;
};

/* A table's line for people, of which scripts get the columns. */
#define HIDES_LINE	(ND_HIDES_LABEL | ND_HIDES_TEXT)
#define IS_TABLE	BIT(7)	/* columns of numbers, which start where they start in the others */
#define HIDES_ALL	(HIDES_LINE | ND_HIDES_STATE)

static const struct nd_layout row_layouts[ND_NR_ROW_KINDS] = {
	[ND_ROW_SECTION]	= { NULL, 0, 0, false },
	[ND_ROW_FACT]		= { NULL, 0, 18, false },
	[ND_ROW_NOTE]		= { "notes", 0, 0, false },
	[ND_ROW_MSR]		= { "msrs", 2, 42, false, ND_HIDES_TEXT },
	[ND_ROW_MSR_NONE]	= { "msrs", 0, 0, false, ND_HIDES_ROW },
	[ND_ROW_CONTROL]	= { "controls", 2, 42, true, ND_HIDES_TEXT },
	[ND_ROW_FIELD]		= { "fields", 2, 42, true, ND_HIDES_TEXT },
	[ND_ROW_LEAF]		= { "leaves", 2, 12, false, HIDES_LINE },
	[ND_ROW_FEATURE]	= { "features", 2, 42, true, ND_HIDES_TEXT },
	[ND_ROW_SUPPORT]	= { "features", 2, 34, false, ND_HIDES_TEXT },
	[ND_ROW_ASSIST]		= { "assist", 2, 42, false, ND_HIDES_TEXT },
	[ND_ROW_EVMCS_CPU]	= { "evmcs_cpus", 2, 42, false, ND_HIDES_LABEL },
	[ND_ROW_EVMCS]		= { "evmcs_fields", 2, 42, false, HIDES_LINE },
	[ND_ROW_EVMCS_CTL]	= { "evmcs_controls", 2, 42, false, ND_HIDES_STATE },
	[ND_ROW_DIFFER]		= { NULL, 2, 28, false },
	[ND_ROW_DIFFER_VALUE]	= { "differences", 0, 0, false, ND_HIDES_ROW | ND_HIDES_TEXT },
	[ND_ROW_AVAILABLE]	= { "available", 0, 0, false, ND_HIDES_ROW },
	[ND_ROW_MISSING]	= { "missing", 2, 30, false, ND_HIDES_TEXT },
	[ND_ROW_FINDING]	= { "findings", 2, 0, false, HIDES_ALL },
	[ND_ROW_LOST]		= { "lost", 2, 34, false, ND_HIDES_TEXT },
	[ND_ROW_GAINED]		= { "gained", 2, 34, false, ND_HIDES_TEXT },
	[ND_ROW_CHANGE]		= { "changes", 2, 34, false, ND_HIDES_TEXT },
	[ND_ROW_CHECK]		= { "checks", 2, 51, false, HIDES_ALL },
	[ND_ROW_DETAIL]		= { NULL, 4, 9, false },
	[ND_ROW_RULE]		= { "rules", 2, 19, false, HIDES_LINE, "severity" },
	[ND_ROW_EXIT]		= { "exits", 2, 19, false, ND_HIDES_TEXT | IS_TABLE },
	[ND_ROW_TIMES]		= { "histograms", 2, 34, false, ND_HIDES_TEXT | IS_TABLE },
	[ND_ROW_USERSPACE]	= { "userspace", 2, 34, false, ND_HIDES_TEXT | IS_TABLE },
	[ND_ROW_POINT]		= { "tracepoints", 2, 34, false },
	[ND_ROW_NESTED]		= { "nested_reasons", 2, 19, false, ND_HIDES_TEXT | IS_TABLE },
	[ND_ROW_VMX]		= { "instructions", 2, 34, false, ND_HIDES_TEXT | IS_TABLE },
	[ND_ROW_REFUSAL]	= { "refusals", 2, 10, false, ND_HIDES_LABEL },
	[ND_ROW_VCPU]		= { "vcpus", 2, 16, false, HIDES_LINE | IS_TABLE },
	[ND_ROW_STAT]		= { "statistics", 2, 28, false, HIDES_LINE | IS_TABLE },
	[ND_ROW_DUMP]		= { "dumps", 0, 18, false },
	[ND_ROW_VIOLATION]	= { "violations", 2, 0, false },
	[ND_ROW_UNCHECKED]	= { "unchecked", 2, 0, false, ND_HIDES_TEXT },
	[ND_ROW_FAILURE]	= { "failures", 2, 0, false },
	[ND_ROW_EVIDENCE]	= { "captured", 4, 48, false, ND_HIDES_TEXT },
	[ND_ROW_STEP]		= { "steps", 2, 27, false },
	[ND_ROW_KVM_CAP]	= { "kvm_capabilities", 2, 42, false, ND_HIDES_TEXT },
	[ND_ROW_MESSAGE]	= { "messages", 2, 0, false, ND_HIDES_TEXT, "severity" },
	[ND_ROW_READING]	= { "readings", 2, 0, false, 0, "sort" },
	[ND_ROW_GROUP]		= { "groups", 2, 11, false, HIDES_LINE },
	[ND_ROW_UNLIKE]		= { "unlike", 0, 0, false, ND_HIDES_ROW | HIDES_ALL },
	[ND_ROW_POOLED]		= { "pooled", 0, 0, false, ND_HIDES_ROW | ND_HIDES_TEXT },
	[ND_ROW_COST]		= { "costs", 2, 34, false, HIDES_LINE },
	[ND_ROW_SLOW]		= { "slow", 2, 19, false, ND_HIDES_TEXT },
	[ND_ROW_TOP]		= { "top", 0, 0, false, HIDES_LINE | ND_HIDES_ROW },
	[ND_ROW_UNREAD]		= { "unread_files", 2, 0, false, HIDES_LINE },
	[ND_ROW_ITEM]		= { "collected", 2, 28, false, HIDES_LINE },
	[ND_ROW_HOT]		= { "hot", 2, 34, false, HIDES_LINE | IS_TABLE },
	[ND_ROW_HOT_VM]		= { "vms", 2, 16, false, HIDES_LINE },
	[ND_ROW_CHAIN]		= { "chain", 2, 20, false, HIDES_LINE },
	[ND_ROW_JOINED]		= { "joined", 2, 19, false, ND_HIDES_TEXT | IS_TABLE },
	[ND_ROW_ADVICE]		= { "advice", 2, 24, false },
	[ND_ROW_RECORDING]	= { "recordings", 0, 0, false, ND_HIDES_ROW },
	[ND_ROW_RECORDED]	= { "last_exits", 2, 10, false, HIDES_LINE | IS_TABLE },
};

const char *nd_row_list(enum nd_row_kind kind)
{
	return kind < ND_NR_ROW_KINDS ? row_layouts[kind].list : NULL;
}

bool nd_row_hides(enum nd_row_kind kind, u8 parts)
{
	return row_layouts[kind].hides & parts;
}

const char *nd_row_state_key(enum nd_row_kind kind)
{
	return row_layouts[kind].state ? row_layouts[kind].state : "state";
}

void nd_row_init(struct nd_row *row, enum nd_row_kind kind, const char *id, const char *label,
		 const char *state)
{
	row->kind = kind;
	row->id = id;
	row->label = label;
	row->state = state;
	row->words[0] = '\0';
	row->group = ND_GROUP_NONE;
	row->nr_cols = 0;
}

static struct nd_col *row_col(struct nd_row *row, const char *key, enum nd_col_type type)
{
	/*
	 * The last column is reused rather than the array overrun: a table mistake shows in tests.
	 */
	u32 i = row->nr_cols < ND_ROW_COLS ? row->nr_cols++ : ND_ROW_COLS - 1;
	struct nd_col *col = &row->cols[i];

	col->key = key;
	col->type = type;
	col->group = row->group;
	return col;
}

void nd_row_str(struct nd_row *row, const char *key, const char *str)
{
	row_col(row, key, ND_COL_STR)->str = str;
}

void nd_row_hex(struct nd_row *row, const char *key, u64 num)
{
	row_col(row, key, ND_COL_HEX)->num = num;
}

void nd_row_dec(struct nd_row *row, const char *key, u64 num)
{
	row_col(row, key, ND_COL_DEC)->num = num;
}

void nd_row_ratio(struct nd_row *row, const char *key, u64 part, u64 whole)
{
	row_col(row, key, ND_COL_MILLI)->num = nd_ratio(part, whole, 1000);
}

void nd_row_bool(struct nd_row *row, const char *key, bool on)
{
	row_col(row, key, ND_COL_BOOL)->num = on;
}

void nd_row_words(struct nd_row *row, const char *key, const char *list)
{
	row_col(row, key, ND_COL_LIST)->str = list;
}

void nd_row_names(struct nd_row *row, const char *key, const char *const *names)
{
	row_col(row, key, ND_COL_NAMES)->names = names;
}

void nd_row_printf(struct nd_row *row, const char *fmt, ...)
{
	size_t used, left;
	va_list args;
	int wanted;

	if (!row)
		return;
	used = strlen(row->words);
	left = sizeof(row->words) - used;
	va_start(args, fmt);
	wanted = vsnprintf(row->words + used, left, fmt, args);
	va_end(args);
	if (wanted >= 0 && (size_t)wanted >= left)
		memcpy(row->words + sizeof(row->words) - 4, "...", 4);
}

void nd_row_bits(struct nd_row *row, u64 value, const char *const *names, unsigned int nr)
{
	u32 bit;

	for (bit = 0; value >> bit; bit++) {
		if (!(value & BIT_ULL(bit)))
			continue;
		if (bit < nr && names[bit])
			nd_row_printf(row, " %s", names[bit]);
		else
			nd_row_printf(row, " bit-%u-(unknown)", bit);
		if (bit == 63)
			break;
	}
}

void nd_emit_section(const struct nd_emit *emit, const char *label)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_SECTION, NULL, label, NULL);
	nd_emit_row(emit, &row);
}

void nd_emit_note(const struct nd_emit *emit, const char *note)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_row_printf(&row, "%s", note);
	nd_emit_row(emit, &row);
}

void nd_emit_detail(const struct nd_emit *emit, const char *label, const char *text)
{
	struct nd_row row;

	if (!text || !*text)
		return;
	nd_row_init(&row, ND_ROW_DETAIL, NULL, label, NULL);
	nd_row_printf(&row, "%s", text);
	nd_emit_row(emit, &row);
}

bool nd_row_is_judged(enum nd_row_kind kind)
{
	return kind == ND_ROW_FINDING || kind == ND_ROW_MESSAGE || kind == ND_ROW_READING;
}

/* The column in which the next character would stand. */
static size_t row_column(const char *buf, size_t at)
{
	size_t start = at;

	while (start > 0 && buf[start - 1] != '\n')
		start--;
	return at - start;
}

/**
 * struct row_line - a row being written
 * @buf:   takes it
 * @size:  of @buf
 * @at:    what of it is used
 * @width: columns that a line should have at most
 */
struct row_line {
	char *buf;
	size_t size;
	size_t at;
	unsigned int width;
};

static __printf(2, 3) void row_put(struct row_line *line, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	line->at += vscnprintf(line->buf + line->at, line->size - line->at, fmt, args);
	va_end(args);
}

/* Ends the line, without the gap behind which nothing came. */
static void row_break(struct row_line *line, unsigned int indent)
{
	while (line->at && line->buf[line->at - 1] == ' ')
		line->at--;
	row_put(line, "\n%*s", indent, "");
}

/*
 * Appends @text and breaks it at spaces so that it stays within the width; continued lines are
 * indented by @indent. One word longer than a line stays whole.
 */
static void row_wrap(struct row_line *line, unsigned int indent, const char *text)
{
	for (;;) {
		size_t column = row_column(line->buf, line->at);
		size_t room = column < line->width ? line->width - column : 0;
		size_t cut = room;

		if (strlen(text) <= room)
			break;
		while (cut > 0 && text[cut] != ' ')
			cut--;
		if (cut == 0 && column <= indent) {
			cut = strcspn(text, " ");
			if (!text[cut])
				break;
		}
		row_put(line, "%.*s", (int)cut, text);
		row_break(line, indent);
		text += cut ? cut + 1 : 0;
	}
	row_put(line, "%s", text);
}

/* At the end of the line, or of the next one if it does not fit. */
static void row_put_id(struct row_line *line, const char *id)
{
	size_t len = strlen(id);

	if (row_column(line->buf, line->at) + 1 + len <= line->width) {
		row_put(line, " %s", id);
		return;
	}
	row_break(line, len < line->width ? line->width - len : 0);
	row_put(line, "%s", id);
}

int nd_row_format(const struct nd_row *row, unsigned int width, char *buf, size_t size)
{
	const struct nd_layout *layout = &row_layouts[row->kind];
	struct row_line line = { buf, size, 0, width };
	const char *state = row->state ? row->state : "";
	const char *label = row->label ? row->label : "";
	const char *gap = *state && *row->words ? "  " : "";
	unsigned int indent = layout->indent + layout->label;

	buf[0] = '\0';
	if (row->kind == ND_ROW_SECTION) {
		row_put(&line, "\n");
		row_wrap(&line, 0, label);
		return line.at;
	}
	if (nd_row_is_judged(row->kind)) {
		row_put(&line, "%*s%s: ", layout->indent, "", state);
		row_wrap(&line, 2 * layout->indent, label);
		if (*row->words) {
			row_put(&line, "\n%*s", 2 * layout->indent, "");
			row_wrap(&line, 2 * layout->indent, row->words);
		}
		return line.at;
	}
	if (layout->label == 0)
		row_put(&line, "%*s", layout->indent, "");
	else
		row_put(&line, "%*s%-*s ", layout->indent, "", layout->label, label);
	if ((layout->hides & IS_TABLE) && strlen(label) > layout->label)
		row_break(&line, indent + 1);

	if (layout->id && row->id) {
		row_put(&line, "%s%s%-*s", state, gap, (int)(10 - strlen(state) - strlen(gap)),
			row->words);
		row_put_id(&line, row->id);
		return line.at;
	}
	row_put(&line, "%s%s", state, gap);
	if (row->kind == ND_ROW_VIOLATION)	/* long sentences: they hang behind the state */
		indent += strlen(state) + strlen(gap);
	if (row->kind == ND_ROW_NOTE)		/* may be indented itself */
		indent += strspn(row->words, " ");
	/* Behind a long label there is no room for a column of words. */
	if (layout->label && indent + ROW_ROOM > width)
		indent = layout->indent + 9;
	row_wrap(&line, indent + (layout->label ? 1 : 0), row->words);
	return line.at;
}
