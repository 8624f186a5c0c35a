// SPDX-License-Identifier: GPL-2.0-only
/*
 * One CPU and the rows that its registers give, for the tests of controls and of fields.
 */
#include <kunit/test.h>
#include "core/base/row.h"
#include "core/caps/fields.h"
#include "core/facts/facts.h"
#include "core/facts/regs.h"

#define CAPS_SEEN	512

/* The groups' places in nd_ctl_groups[]. */
enum { CAPS_PIN, CAPS_PRIMARY, CAPS_SECONDARY, CAPS_TERTIARY, CAPS_EXIT, CAPS_EXIT2, CAPS_ENTRY };

/* A row, copied: it is only valid while it is emitted. */
struct caps_seen {
	enum nd_row_kind kind;
	bool has_id;
	char id[48];
	char label[64];
	char state[16];
	char words[64];
	u64 msr;	/* or index, or leaf */
	u64 value;
	u64 bit;	/* or the lowest of a range, ~0 if there is none */
	char reg[4];
};

static struct nd_cpu caps_cpu;
static struct caps_seen caps_seen[CAPS_SEEN];
static u32 caps_nr_seen;
static bool caps_too_long;

static void caps_take_col(struct caps_seen *seen, const struct nd_col *col)
{
	if (!strcmp(col->key, "msr") || !strcmp(col->key, "index") || !strcmp(col->key, "leaf"))
		seen->msr = col->type == ND_COL_HEX ? col->num : ~0ULL;
	else if (!strcmp(col->key, "value"))
		seen->value = col->type == ND_COL_HEX ? col->num : ~0ULL;
	else if (!strcmp(col->key, "bit") || !strcmp(col->key, "low"))
		seen->bit = col->type == ND_COL_DEC ? col->num : ~0ULL;
	else if (!strcmp(col->key, "register"))
		scnprintf(seen->reg, sizeof(seen->reg), "%s", col->str);
}

static void caps_take(void *ctx, const struct nd_row *row)
{
	static char line[ND_ROW_LINE];
	struct caps_seen *seen = &caps_seen[caps_nr_seen];
	u32 i;

	if (nd_row_format(row, ND_WIDTH, line, sizeof(line)) >= ND_ROW_LINE - 1)
		caps_too_long = true;
	if (caps_nr_seen == CAPS_SEEN)
		return;
	caps_nr_seen++;
	memset(seen, 0, sizeof(*seen));
	seen->kind = row->kind;
	seen->has_id = row->id;
	seen->bit = ~0ULL;
	scnprintf(seen->id, sizeof(seen->id), "%s", row->id ?: "");
	scnprintf(seen->label, sizeof(seen->label), "%s", row->label ?: "");
	scnprintf(seen->state, sizeof(seen->state), "%s", row->state ?: "");
	scnprintf(seen->words, sizeof(seen->words), "%s", row->words);
	for (i = 0; i < row->nr_cols; i++)
		caps_take_col(seen, &row->cols[i]);
}

static void caps_run(void)
{
	struct nd_emit emit = { .row = caps_take };

	caps_nr_seen = 0;
	nd_caps_rows(&caps_cpu, &emit);
}

/* The row of that kind for a bit of a register, or with that label if @label is given. */
static const struct caps_seen *caps_find(enum nd_row_kind kind, u64 msr, u64 bit,
					 const char *label)
{
	static const struct caps_seen none = { .state = "none", .words = "none" };
	u32 i;

	for (i = 0; i < caps_nr_seen; i++)
		if (caps_seen[i].kind == kind && caps_seen[i].msr == msr &&
		    caps_seen[i].bit == bit && (!label || !strcmp(caps_seen[i].label, label)))
			return &caps_seen[i];
	return &none;
}

static u32 caps_count(enum nd_row_kind kind)
{
	u32 i, n = 0;

	for (i = 0; i < caps_nr_seen; i++)
		n += caps_seen[i].kind == kind;
	return n;
}

static u32 caps_count_unknown(void)
{
	u32 i, n = 0;

	for (i = 0; i < caps_nr_seen; i++)
		n += strstr(caps_seen[i].label, "(unknown)") != NULL;
	return n;
}

static void caps_set(enum nd_reg reg, u64 value)
{
	caps_cpu.regs[reg].state = ND_OK;
	caps_cpu.regs[reg].value = value;
}

static void caps_leaf(u32 leaf, u32 eax, u32 ebx, u32 ecx, u32 edx)
{
	caps_cpu.cpuid[caps_cpu.nr_cpuid++] = (struct nd_cpuid){
		.leaf = leaf, .eax = eax, .ebx = ebx, .ecx = ecx, .edx = edx,
	};
}

/* A Core i7-4600U (Haswell). */
static void caps_haswell(void)
{
	caps_set(ND_FEATURE_CONTROL, 0x5);
	caps_set(ND_VMX_BASIC, 0x00da040000000012);
	caps_set(ND_VMX_PINBASED_CTLS, 0x0000007f00000016);
	caps_set(ND_VMX_PROCBASED_CTLS, 0xfff9fffe0401e172);
	caps_set(ND_VMX_EXIT_CTLS, 0x007fffff00036dff);
	caps_set(ND_VMX_ENTRY_CTLS, 0x0000ffff000011ff);
	caps_set(ND_VMX_MISC, 0x00000000300481e5);
	caps_set(ND_VMX_CR0_FIXED0, 0x0000000080000021);
	caps_set(ND_VMX_CR0_FIXED1, 0x00000000ffffffff);
	caps_set(ND_VMX_CR4_FIXED0, 0x0000000000002000);
	caps_set(ND_VMX_CR4_FIXED1, 0x00000000001767ff);
	caps_set(ND_VMX_VMCS_ENUM, 0x000000000000002a);
	caps_set(ND_VMX_PROCBASED_CTLS2, 0x00007cff00000000);
	caps_set(ND_VMX_EPT_VPID_CAP, 0x00000f0106334141);
	caps_set(ND_VMX_TRUE_PINBASED_CTLS, 0x0000007f00000016);
	caps_set(ND_VMX_TRUE_PROCBASED_CTLS, 0xfff9fffe04006172);
	caps_set(ND_VMX_TRUE_EXIT_CTLS, 0x007fffff00036dfb);
	caps_set(ND_VMX_TRUE_ENTRY_CTLS, 0x0000ffff000011fb);
	caps_set(ND_VMX_VMFUNC, 0x1);
	caps_cpu.regs[ND_VMX_PROCBASED_CTLS3].state = ND_ABSENT;
	caps_cpu.regs[ND_VMX_EXIT_CTLS2].state = ND_ABSENT;
}

static int caps_test_init(struct kunit *test)
{
	memset(&caps_cpu, 0, sizeof(caps_cpu));
	caps_nr_seen = 0;
	caps_too_long = false;
	return 0;
}
