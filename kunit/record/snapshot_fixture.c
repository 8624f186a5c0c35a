// SPDX-License-Identifier: GPL-2.0-only
/*
 * Facts to write into a snapshot, and facts to read it back into.
 */
#include <kunit/test.h>
#include <linux/nestdiag.h>
#include "core/record/snapshot.h"

#define SNAP_CPUS	3
#define SNAP_PARAMS	2
#define SNAP_STATS	3
#define SNAP_LINES	200

#define SNAP_TEXT(to, text)	scnprintf(to, sizeof(to), "%s", text)

static struct nd_cpu snap_cpus[SNAP_CPUS], snap_cpus2[SNAP_CPUS];
static struct nd_param snap_params[SNAP_PARAMS], snap_params2[SNAP_PARAMS];
static struct nd_stat snap_stats[SNAP_STATS], snap_stats2[SNAP_STATS];
static struct nd_facts snap_facts, snap_facts2;
static struct nd_parser snap_parser;

static char snap_lines[SNAP_LINES][ND_SNAPSHOT_LINE];
static u32 snap_nr_lines;

static void snap_test_reset(struct nd_facts *facts, struct nd_cpu *cpus, struct nd_param *params,
			    struct nd_stat *stats)
{
	memset(facts, 0, sizeof(*facts));
	memset(cpus, 0, SNAP_CPUS * sizeof(*cpus));
	memset(params, 0, SNAP_PARAMS * sizeof(*params));
	memset(stats, 0, SNAP_STATS * sizeof(*stats));
	facts->stats = stats;
	facts->max_stats = SNAP_STATS;
	facts->cpus = cpus;
	facts->max_cpus = SNAP_CPUS;
	facts->params = params;
	facts->max_params = SNAP_PARAMS;
}

static int snap_test_init(struct kunit *test)
{
	snap_test_reset(&snap_facts, snap_cpus, snap_params, snap_stats);
	snap_test_reset(&snap_facts2, snap_cpus2, snap_params2, snap_stats2);
	memset(&snap_parser, 0, sizeof(snap_parser));
	snap_parser.facts = &snap_facts;
	snap_nr_lines = 0;
	return 0;
}

static enum nd_parsed snap_parse(const char *line)
{
	return nd_snapshot_parse(&snap_parser, line, strlen(line));
}

static void snap_start(struct kunit *test)
{
	snap_test_init(test);
	KUNIT_ASSERT_EQ(test, snap_parse("nestdiag-snapshot 1"), ND_PARSED_OK);
}

static void snap_take_line(void *ctx, const char *text)
{
	if (snap_nr_lines < SNAP_LINES)
		scnprintf(snap_lines[snap_nr_lines], ND_SNAPSHOT_LINE, "%s", text);
	snap_nr_lines++;
}

/* One of everything that a snapshot can hold. */
static void snap_fill(struct nd_facts *facts)
{
	struct nd_cpu *cpu;
	u32 i;

	SNAP_TEXT(facts->taken.time, "2026-11-28T19:20:00Z");
	SNAP_TEXT(facts->taken.tool, "0.2.0");
	SNAP_TEXT(facts->taken.hostname, "node 7");
	SNAP_TEXT(facts->release, "6.12.0-test amd64");
	SNAP_TEXT(facts->machine, "x86_64");
	SNAP_TEXT(facts->proc_version, "Linux version 6.12.0-test (a@b) #1 SMP Debian 6.12.1-1");
	SNAP_TEXT(facts->guest_type, "ms-hyperv");
	SNAP_TEXT(facts->hv_support, "yes");
	SNAP_TEXT(facts->module_version, "0.1.0");

	cpu = nd_facts_cpu(facts, 0);
	cpu->has_ident = true;
	SNAP_TEXT(cpu->vendor, "GenuineIntel");
	cpu->family = 6;
	cpu->model = 69;
	cpu->stepping = 1;
	cpu->microcode = 0x26;
	for (i = 0; i < ND_NR_REGS; i++) {
		cpu->regs[i].state = i % 4;
		if (cpu->regs[i].state == ND_OK)
			cpu->regs[i].value = 0x0123456789abcdefULL * (i + 1);
	}
	for (i = 0; i < 3; i++)
		cpu->cpuid[i] = (struct nd_cpuid){ 0x40000000 + i, i, 1, 0xffffffff, 3, 4 };
	cpu->nr_cpuid = 3;
	cpu->assist.gpa = 0x1234000;
	cpu->assist.state = ND_OK;
	for (i = 0; i < ND_ASSIST_BYTES; i++)
		cpu->assist.bytes[i] = i * 3;
	cpu->evmcs.gpa = 0x5678000;
	cpu->evmcs.state = ND_EVMCS_CURRENT;
	cpu->evmcs.parts = ND_EVMCS_ALL;
	for (i = 0; i < ND_EVMCS_BYTES; i++)
		cpu->evmcs.bytes[i] = i * 7;

	facts->offer.regs[ND_VMX_BASIC] = (struct nd_value){ 0x00da040000000004ULL, ND_OK };
	facts->offer.regs[ND_VMX_EXIT_CTLS2].state = ND_ABSENT;
	facts->offer.cpuid[0] = (struct nd_cpuid){ 0x4000000a, 0, 0x101, 0, 0, 4 };
	facts->offer.nr_cpuid = 1;

	cpu = nd_facts_cpu(facts, 8191);
	cpu->assist.state = ND_FAULT;
	cpu->evmcs.state = ND_EVMCS_STALE;
	cpu->evmcs.gpa = ~0ULL;
	cpu = nd_facts_cpu(facts, 2);
	cpu->assist.state = ND_ABSENT;
	cpu->evmcs.state = ND_EVMCS_NONE;

	facts->nr_params = 2;
	SNAP_TEXT(facts->params[0].module, "kvm_intel");
	SNAP_TEXT(facts->params[0].name, "nested");
	SNAP_TEXT(facts->params[0].value, "Y");
	SNAP_TEXT(facts->params[1].module, "kvm");
	SNAP_TEXT(facts->params[1].name, "odd");
	SNAP_TEXT(facts->params[1].value, "a b\\c\t\xe9");

	facts->nr_stats = 3;
	facts->stats[0] = (struct nd_stat){ ND_STAT_SUM, 0, ND_STAT_VM, "exits", ~0ULL };
	facts->stats[1] = (struct nd_stat){ 4294967294u, 11, ND_STAT_VM, "exits", 0 };
	facts->stats[2] = (struct nd_stat){ 4294967294u, 11, 0, "guest_mode", 1 };
}
