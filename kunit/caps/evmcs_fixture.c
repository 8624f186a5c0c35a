// SPDX-License-Identifier: GPL-2.0-only
/*
 * A CPU with an enlightened VMCS, and a walk over what is shown of it.
 */
#include <kunit/test.h>
#include "core/base/row.h"
#include "core/entry/evmcsrows.h"
#include "core/facts/facts.h"
#include "core/facts/regs.h"

#define EVMCS_TEST_GPA	0x5000

static struct nd_cpu evmcs_test_cpus[2];
static struct nd_facts evmcs_test_facts;

/* What a walk over the rows has to find, and what it found. */
static struct {
	const char *id;
	const char *label;
	u32 cpu;
	u32 nr_found;
	u32 nr_fields;
	u32 nr_set;
	u32 nr_assist;
	char state[16];
	char words[ND_ROW_WORDS];
	u64 encoding;
	u64 offset;
	u64 size;
	char clean[24];
} evmcs_test_seen;

static void evmcs_test_put(struct nd_cpu *cpu, u32 offset, u64 value, u32 size)
{
	u32 i;

	for (i = 0; i < size; i++)
		cpu->evmcs.bytes[offset + i] = value >> (i * 8);
}

static void evmcs_test_point(struct nd_assist *assist, u8 enlightened, u64 gpa)
{
	u32 i;

	memset(assist, 0, sizeof(*assist));
	assist->state = ND_OK;
	assist->gpa = 0x1000;
	assist->bytes[0x28] = enlightened;
	for (i = 0; i < 8; i++)
		assist->bytes[0x30 + i] = gpa >> (i * 8);
}

static int evmcs_test_init(struct kunit *test)
{
	memset(evmcs_test_cpus, 0, sizeof(evmcs_test_cpus));
	memset(&evmcs_test_facts, 0, sizeof(evmcs_test_facts));
	evmcs_test_cpus[0].id = 0;
	evmcs_test_cpus[1].id = 7;
	evmcs_test_facts.cpus = evmcs_test_cpus;
	evmcs_test_facts.nr_cpus = 2;
	evmcs_test_facts.max_cpus = 2;
	return 0;
}

/* CPU 7 runs a guest on an enlightened VMCS, CPU 0 has none current. */
static struct nd_cpu *evmcs_test_live(void)
{
	struct nd_cpu *cpu = &evmcs_test_cpus[1];

	evmcs_test_point(&evmcs_test_cpus[0].assist, 1, 0);
	evmcs_test_cpus[0].evmcs.state = ND_EVMCS_IDLE;
	evmcs_test_point(&cpu->assist, 1, EVMCS_TEST_GPA);
	cpu->evmcs.state = ND_EVMCS_CURRENT;
	cpu->evmcs.parts = ND_EVMCS_ALL;
	cpu->evmcs.gpa = EVMCS_TEST_GPA;
	evmcs_test_put(cpu, 0x000, 1, 4);
	return cpu;
}

static const struct nd_col *evmcs_test_col(const struct nd_row *row, const char *key)
{
	u32 i;

	for (i = 0; i < row->nr_cols; i++)
		if (!strcmp(row->cols[i].key, key))
			return &row->cols[i];
	return NULL;
}

static void evmcs_test_row(void *ctx, const struct nd_row *row)
{
	const char *id = row->kind == ND_ROW_EVMCS_CPU ? "state" : row->id;
	const struct nd_col *cpu = evmcs_test_col(row, "cpu");
	const struct nd_col *col;

	if (row->kind == ND_ROW_EVMCS && evmcs_test_col(row, "value"))
		evmcs_test_seen.nr_fields++;
	if (row->kind == ND_ROW_EVMCS_CTL && evmcs_test_col(row, "field"))
		evmcs_test_seen.nr_set++;
	if (row->kind == ND_ROW_ASSIST)
		evmcs_test_seen.nr_assist++;
	if (evmcs_test_seen.id && (!id || strcmp(id, evmcs_test_seen.id)))
		return;
	if (evmcs_test_seen.label && (!row->label || strcmp(row->label, evmcs_test_seen.label)))
		return;
	if (cpu && cpu->num != evmcs_test_seen.cpu)
		return;
	evmcs_test_seen.nr_found++;
	scnprintf(evmcs_test_seen.state, sizeof(evmcs_test_seen.state), "%s",
		  row->state ? row->state : "");
	scnprintf(evmcs_test_seen.words, sizeof(evmcs_test_seen.words), "%s", row->words);
	col = evmcs_test_col(row, "encoding");
	evmcs_test_seen.encoding = col ? col->num : ~0ULL;
	col = evmcs_test_col(row, "offset");
	evmcs_test_seen.offset = col ? col->num : ~0ULL;
	col = evmcs_test_col(row, "size_bytes");
	evmcs_test_seen.size = col ? col->num : ~0ULL;
	col = evmcs_test_col(row, "clean");
	scnprintf(evmcs_test_seen.clean, sizeof(evmcs_test_seen.clean), "%s", col ? col->str : "");
}

static const struct nd_emit evmcs_test_emit = { .row = evmcs_test_row };

/* Emits all rows and keeps the one of CPU @cpu with that id; its state or words are the result. */
static void evmcs_test_find(u32 cpu, const char *id)
{
	memset(&evmcs_test_seen, 0, sizeof(evmcs_test_seen));
	evmcs_test_seen.id = id;
	evmcs_test_seen.cpu = cpu;
	nd_evmcs_rows(&evmcs_test_facts, &evmcs_test_emit);
}

static void evmcs_test_find_label(u32 cpu, const char *label)
{
	memset(&evmcs_test_seen, 0, sizeof(evmcs_test_seen));
	evmcs_test_seen.label = label;
	evmcs_test_seen.cpu = cpu;
	nd_evmcs_rows(&evmcs_test_facts, &evmcs_test_emit);
}
