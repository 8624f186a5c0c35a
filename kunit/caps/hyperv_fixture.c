// SPDX-License-Identifier: GPL-2.0-only
/*
 * One CPU's hypervisor leaves, and a walk over what is made of them.
 */
#include <kunit/test.h>
#include "core/base/row.h"
#include "core/caps/hvleaves.h"
#include "core/facts/facts.h"
#include "core/facts/hypervisor.h"

#define HV_TEST_INTERFACE	0x31237648	/* "Hv#1" */

static struct nd_cpu hv_test_cpu;
static struct nd_facts hv_test_facts;
static struct nd_signature hv_test_sig[ND_HV_MAX_BASES];

/* What a walk over the rows has to find, and what it found. */
static struct {
	enum nd_row_kind kind;
	const char *id;
	const char *label;
	u32 leaf;
	u32 nr_found;
	u32 nr_features;
	u32 nr_leaves;
	u32 nr_assist;
	u32 nr_unknown;
	u64 bit;
	char state[16];
	char words[ND_ROW_WORDS];
} hv_test_seen;

static int hv_test_init(struct kunit *test)
{
	memset(&hv_test_cpu, 0, sizeof(hv_test_cpu));
	memset(&hv_test_facts, 0, sizeof(hv_test_facts));
	hv_test_facts.cpus = &hv_test_cpu;
	hv_test_facts.nr_cpus = 1;
	hv_test_facts.max_cpus = 1;
	return 0;
}

static void hv_test_leaf(u32 leaf, u32 eax, u32 ebx, u32 ecx, u32 edx)
{
	hv_test_cpu.cpuid[hv_test_cpu.nr_cpuid++] = (struct nd_cpuid){
		.leaf = leaf, .eax = eax, .ebx = ebx, .ecx = ecx, .edx = edx,
	};
}

/* The bit that says "guest", set or not; other bits of the register must not matter. */
static void hv_test_present(bool present)
{
	hv_test_leaf(1, 0x306c3, 0, present ? 0xfffa3203 : 0x7ffafbff, 0xbfebfbff);
}

static void hv_test_base(u32 base, u32 max, const char *text)
{
	u32 regs[3] = { 0 };
	u32 i;

	for (i = 0; i < 12 && text[i]; i++)
		regs[i / 4] |= (u32)(u8)text[i] << (i % 4 * 8);
	hv_test_leaf(base, max, regs[0], regs[1], regs[2]);
}

/* A Hyper-V guest with that highest leaf; the leaves above 1 are the caller's. */
static void hv_test_hyperv(u32 max)
{
	hv_test_present(true);
	hv_test_base(0x40000000, max, "Microsoft Hv");
	hv_test_leaf(0x40000001, HV_TEST_INTERFACE, 0, 0, 0);
}

static const struct nd_col *hv_test_col(const struct nd_row *row, const char *key)
{
	u32 i;

	for (i = 0; i < row->nr_cols; i++)
		if (!strcmp(row->cols[i].key, key))
			return &row->cols[i];
	return NULL;
}

static void hv_test_row(void *ctx, const struct nd_row *row)
{
	const struct nd_col *leaf = hv_test_col(row, "leaf");
	const struct nd_col *bit = hv_test_col(row, "bit");

	hv_test_seen.nr_features += row->kind == ND_ROW_FEATURE && bit;
	hv_test_seen.nr_unknown += row->kind == ND_ROW_FEATURE && bit && !row->id;
	hv_test_seen.nr_leaves += row->kind == ND_ROW_LEAF;
	hv_test_seen.nr_assist += row->kind == ND_ROW_ASSIST;
	if (row->kind != hv_test_seen.kind)
		return;
	if (hv_test_seen.id && (!row->id || strcmp(row->id, hv_test_seen.id)))
		return;
	if (hv_test_seen.label && (!row->label || strcmp(row->label, hv_test_seen.label)))
		return;
	if (hv_test_seen.leaf && (!leaf || leaf->num != hv_test_seen.leaf))
		return;
	hv_test_seen.nr_found++;
	hv_test_seen.bit = bit ? bit->num : ~0ULL;
	scnprintf(hv_test_seen.state, sizeof(hv_test_seen.state), "%s",
		  row->state ? row->state : "");
	scnprintf(hv_test_seen.words, sizeof(hv_test_seen.words), "%s", row->words);
}

static void hv_test_walk(enum nd_row_kind kind, const char *id, const char *label, u32 leaf)
{
	static const struct nd_emit emit = { .row = hv_test_row };

	memset(&hv_test_seen, 0, sizeof(hv_test_seen));
	hv_test_seen.kind = kind;
	hv_test_seen.id = id;
	hv_test_seen.label = label;
	hv_test_seen.leaf = leaf;
	nd_hyperv_rows(&hv_test_facts, &emit);
}

/* State of the feature with that id, or its value in words; "" if there is none. */
static const char *hv_test_feature(const char *id)
{
	hv_test_walk(ND_ROW_FEATURE, id, NULL, 0);
	if (hv_test_seen.nr_found != 1)
		return hv_test_seen.nr_found ? "more than one" : "";
	return *hv_test_seen.state ? hv_test_seen.state : hv_test_seen.words;
}

static const char *hv_test_fact(const char *id)
{
	hv_test_walk(ND_ROW_FACT, id, NULL, 0);
	return hv_test_seen.state;
}
