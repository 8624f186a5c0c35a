// SPDX-License-Identifier: GPL-2.0-only
/*
 * Snapshots: what is written can be read back, what is malformed is refused with its reason, and
 * what a later version wrote is counted and left out.
 */
#include <kunit/test.h>
#include <linux/nestdiag.h>
#include "core/record/snapshot.h"

#define SNAP_CPUS	3
#define SNAP_PARAMS	2
#define SNAP_LINES	200

#define SNAP_TEXT(to, text)	scnprintf(to, sizeof(to), "%s", text)

static struct nd_cpu snap_cpus[SNAP_CPUS], snap_cpus2[SNAP_CPUS];
static struct nd_param snap_params[SNAP_PARAMS], snap_params2[SNAP_PARAMS];
static struct nd_facts snap_facts, snap_facts2;
static struct nd_parser snap_parser;

static char snap_lines[SNAP_LINES][ND_SNAPSHOT_LINE];
static u32 snap_nr_lines;

static void snap_test_reset(struct nd_facts *facts, struct nd_cpu *cpus, struct nd_param *params)
{
	memset(facts, 0, sizeof(*facts));
	memset(cpus, 0, SNAP_CPUS * sizeof(*cpus));
	memset(params, 0, SNAP_PARAMS * sizeof(*params));
	facts->cpus = cpus;
	facts->max_cpus = SNAP_CPUS;
	facts->params = params;
	facts->max_params = SNAP_PARAMS;
}

static int snap_test_init(struct kunit *test)
{
	snap_test_reset(&snap_facts, snap_cpus, snap_params);
	snap_test_reset(&snap_facts2, snap_cpus2, snap_params2);
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

	SNAP_TEXT(facts->release, "6.12.0-test amd64");
	SNAP_TEXT(facts->machine, "x86_64");
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
}

static void snap_test_round_trip(struct kunit *test)
{
	u32 i, nr;

	snap_fill(&snap_facts2);
	nd_snapshot_write(&snap_facts2, snap_take_line, NULL);
	KUNIT_ASSERT_LT(test, snap_nr_lines, (u32)SNAP_LINES);
	for (i = 0; i < snap_nr_lines; i++)
		KUNIT_EXPECT_EQ_MSG(test, snap_parse(snap_lines[i]), ND_PARSED_OK, "(%s)",
				    snap_lines[i]);
	KUNIT_EXPECT_EQ(test, snap_parser.line, snap_nr_lines);
	KUNIT_EXPECT_EQ(test, snap_parser.extra, 0U);
	KUNIT_EXPECT_EQ(test, snap_parser.ignored, 0U);

	KUNIT_EXPECT_STREQ(test, snap_facts.release, snap_facts2.release);
	KUNIT_EXPECT_STREQ(test, snap_facts.machine, snap_facts2.machine);
	KUNIT_EXPECT_STREQ(test, snap_facts.guest_type, snap_facts2.guest_type);
	KUNIT_EXPECT_STREQ(test, snap_facts.hv_support, snap_facts2.hv_support);
	KUNIT_EXPECT_STREQ(test, snap_facts.module_version, snap_facts2.module_version);
	KUNIT_EXPECT_EQ(test, snap_facts.nr_cpus, 3U);
	KUNIT_EXPECT_EQ(test, snap_facts.nr_params, 2U);
	for (i = 0; i < SNAP_PARAMS; i++) {
		KUNIT_EXPECT_STREQ(test, snap_params[i].module, snap_params2[i].module);
		KUNIT_EXPECT_STREQ(test, snap_params[i].name, snap_params2[i].name);
		KUNIT_EXPECT_STREQ(test, snap_params[i].value, snap_params2[i].value);
	}
	for (i = 0; i < SNAP_CPUS; i++) {
		const struct nd_cpu *a = &snap_cpus[i], *b = &snap_cpus2[i];

		KUNIT_EXPECT_EQ(test, a->id, b->id);
		KUNIT_EXPECT_EQ(test, a->has_ident, b->has_ident);
		KUNIT_EXPECT_STREQ(test, a->vendor, b->vendor);
		KUNIT_EXPECT_EQ(test, a->family, b->family);
		KUNIT_EXPECT_EQ(test, a->model, b->model);
		KUNIT_EXPECT_EQ(test, a->stepping, b->stepping);
		KUNIT_EXPECT_EQ(test, a->microcode, b->microcode);
		KUNIT_EXPECT_EQ(test, a->nr_cpuid, b->nr_cpuid);
		KUNIT_EXPECT_TRUE(test, !memcmp(a->cpuid, b->cpuid, sizeof(a->cpuid)));
		for (nr = 0; nr < ND_NR_REGS; nr++)
			KUNIT_EXPECT_TRUE_MSG(test, nd_value_same(&a->regs[nr], &b->regs[nr]),
					      "(CPU %u, %s)", a->id, nd_reg_desc(nr)->name);
		KUNIT_EXPECT_EQ(test, a->assist.gpa, b->assist.gpa);
		KUNIT_EXPECT_EQ(test, a->assist.state, b->assist.state);
		KUNIT_EXPECT_TRUE(test, !memcmp(a->assist.bytes, b->assist.bytes, ND_ASSIST_BYTES));
		KUNIT_EXPECT_EQ(test, a->evmcs.gpa, b->evmcs.gpa);
		KUNIT_EXPECT_EQ(test, a->evmcs.state, b->evmcs.state);
		KUNIT_EXPECT_TRUE(test, !memcmp(a->evmcs.bytes, b->evmcs.bytes, ND_EVMCS_BYTES));
	}
}

/* The text is the contract: these lines may gain fields at their ends, and nothing else. */
static void snap_test_text(struct kunit *test)
{
	static const char *const expected[] = {
		"nestdiag-snapshot 1",
		"kernel 6.1\\0400 x86_64",
		"cpu 3 GenuineIntel 6 69 1 0x26",
		"cpuid 3 0x00000007 0x0 00000001 00000002 00000003 deadbeef",
		"msr 3 0x3a 0x0000000000000005",
		"msr 3 0x480 fault",
		"msr 3 0x491 absent",
		"param kvm nested Y",
	};
	struct nd_cpu *cpu = nd_facts_cpu(&snap_facts2, 3);
	u32 i;

	SNAP_TEXT(snap_facts2.release, "6.1 0");
	SNAP_TEXT(snap_facts2.machine, "x86_64");
	cpu->has_ident = true;
	SNAP_TEXT(cpu->vendor, "GenuineIntel");
	cpu->family = 6;
	cpu->model = 69;
	cpu->stepping = 1;
	cpu->microcode = 0x26;
	cpu->nr_cpuid = 1;
	cpu->cpuid[0] = (struct nd_cpuid){ 7, 0, 1, 2, 3, 0xdeadbeef };
	cpu->regs[ND_FEATURE_CONTROL] = (struct nd_value){ 5, ND_OK };
	cpu->regs[ND_VMX_BASIC].state = ND_FAULT;
	cpu->regs[ND_VMX_VMFUNC].state = ND_ABSENT;
	snap_facts2.nr_params = 1;
	SNAP_TEXT(snap_facts2.params[0].module, "kvm");
	SNAP_TEXT(snap_facts2.params[0].name, "nested");
	SNAP_TEXT(snap_facts2.params[0].value, "Y");
	nd_snapshot_write(&snap_facts2, snap_take_line, NULL);
	KUNIT_ASSERT_EQ(test, snap_nr_lines, (u32)ARRAY_SIZE(expected));
	for (i = 0; i < ARRAY_SIZE(expected); i++)
		KUNIT_EXPECT_STREQ(test, snap_lines[i], expected[i]);
}

/* Every text as long as its field, every byte escaped where it may be: the lines still fit. */
static void snap_test_longest_lines(struct kunit *test)
{
	struct nd_param *p = &snap_facts2.params[0];
	u32 i;

	snap_facts2.nr_params = 1;
	memset(p->module, 'm', sizeof(p->module) - 1);	/* these two are identifiers */
	memset(p->name, 'n', sizeof(p->name) - 1);
	memset(p->value, 0x01, sizeof(p->value) - 1);
	memset(snap_facts2.release, '\n', sizeof(snap_facts2.release) - 1);
	memset(snap_facts2.machine, 0xff, sizeof(snap_facts2.machine) - 1);
	nd_snapshot_write(&snap_facts2, snap_take_line, NULL);
	KUNIT_ASSERT_EQ(test, snap_nr_lines, 3U);
	for (i = 0; i < 3; i++) {
		KUNIT_EXPECT_LT(test, strlen(snap_lines[i]), (size_t)ND_SNAPSHOT_LINE - 1);
		KUNIT_EXPECT_EQ(test, snap_parse(snap_lines[i]), ND_PARSED_OK);
	}
	KUNIT_EXPECT_STREQ(test, snap_params[0].value, p->value);
	KUNIT_EXPECT_STREQ(test, snap_params[0].name, p->name);
	KUNIT_EXPECT_STREQ(test, snap_facts.release, snap_facts2.release);
	KUNIT_EXPECT_STREQ(test, snap_facts.machine, snap_facts2.machine);
}

static void snap_test_first_line(struct kunit *test)
{
	static const struct {
		const char *line;
		const char *why;
	} bad[] = {
		{ "", "not a snapshot" },
		{ "# comment", "not a snapshot" },
		{ "nestdiag-snapshot", "not a snapshot" },
		{ "nestdiag-snapshots 1", "not a snapshot" },
		{ " nestdiag-snapshot 1", "not a snapshot" },
		{ "msr 0 0x480 0000000000000000", "not a snapshot" },
		{ "nestdiag-snapshot ", "not a decimal number" },
		{ "nestdiag-snapshot x", "not a decimal number" },
		{ "nestdiag-snapshot 0x1", "not a decimal number" },
		{ "nestdiag-snapshot 1 ", "not a decimal number" },
		{ "nestdiag-snapshot 2", "version 2" },
		{ "nestdiag-snapshot 0", "version 0" },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(bad); i++) {
		snap_test_init(test);
		KUNIT_EXPECT_EQ_MSG(test, snap_parse(bad[i].line), ND_PARSED_BAD, "(%s)",
				    bad[i].line);
		KUNIT_EXPECT_TRUE_MSG(test, strstr(snap_parser.why, bad[i].why), "(%s: %s)",
				      bad[i].line, snap_parser.why);
		KUNIT_EXPECT_EQ(test, snap_parser.line, 1U);
	}
}

static void snap_test_malformed(struct kunit *test)
{
	static const struct {
		const char *line;
		const char *why;
	} bad[] = {
		{ "module 0.1.0", "needs 2 fields" },
		{ "module 0.1.0 x", "not a decimal" },
		{ "module  1", "empty" },
		{ "kernel 6.1", "needs 2 fields" },
		{ "kernel a\\b x86_64", "escaped" },
		{ "kernel a\\400 x86_64", "escaped" },
		{ "kernel a\\000 x86_64", "escaped" },
		{ "kernel 6.1 a-machine-with-a-name-too-long-for-it", "too long" },
		{ "platform kvm", "needs 2 fields" },
		{ "platform kvm maybe", "yes nor no" },
		{ "cpu 0 GenuineIntel 6 69 1", "needs 6 fields" },
		{ "cpu 0 GenuineIntelX 6 69 1 0x26", "12 characters" },
		{ "cpu 0 GenuineIntel 0x6 69 1 0x26", "not a decimal" },
		{ "cpu 0 GenuineIntel 6 69 -1 0x26", "not a decimal" },
		{ "cpu 0 GenuineIntel 6 69 1 26", "0x" },
		{ "cpu 0 GenuineIntel 6 69 1 0x126262626", "32-bit" },
		{ "cpu x GenuineIntel 6 69 1 0x26", "CPU number" },
		{ "cpu 8192 GenuineIntel 6 69 1 0x26", "CPU number" },
		{ "cpu 0x1 GenuineIntel 6 69 1 0x26", "CPU number" },
		{ "cpu 99999999999999999999 GenuineIntel 6 69 1 0x26", "CPU number" },
		{ "cpuid 0 0x1 0x0 00000001 00000002 00000003", "needs 7 fields" },
		{ "cpuid 0 1 0x0 00000001 00000002 00000003 00000004", "0x" },
		{ "cpuid 0 0x1 0x0 0x000001 00000002 00000003 00000004", "8 hexadecimal" },
		{ "cpuid 0 0x1 0x0 0000001 00000002 00000003 00000004", "8 hexadecimal" },
		{ "cpuid 0 0x1 0x0 00000001 00000002 00000003 0000000g", "8 hexadecimal" },
		{ "cpuid -1 0x1 0x0 00000001 00000002 00000003 00000004", "CPU number" },
		{ "msr 0 0x480", "needs 3 fields" },
		{ "msr 0  0x480 fault", "0x" },
		{ "msr 0 480 fault", "0x" },
		{ "msr 0 0x fault", "0x" },
		{ "msr 0 0x100000000 fault", "32-bit" },
		{ "msr 0 0x480 0", "16 hexadecimal" },
		{ "msr 0 0x480 00da04000000001", "16 hexadecimal" },
		{ "msr 0 0x480 00da0400000000123", "16 hexadecimal" },
		{ "msr 0 0x480 00da0400000000zz", "16 hexadecimal" },
		{ "msr 0 0x480 0x0da040000000012", "16 hexadecimal" },
		{ "msr 0 0x480 faulty", "16 hexadecimal" },
		{ "msr 0 0x480 unknown", "16 hexadecimal" },
		{ "msr 8192 0x480 fault", "CPU number" },
		{ "msr  0x480 fault", "CPU number" },
		{ "assist 0 0x1000", "needs 3 fields" },
		{ "assist 0 1000 fault", "0x" },
		{ "assist 0 0x1000 good", "none of ok" },
		{ "assist 0 0x1000 ok", "128 hexadecimal" },
		{ "assist 0 0x1000 ok 00", "128 hexadecimal" },
		{ "evmcs 0 0x1000", "needs 3 fields" },
		{ "evmcs 0 0x1000 alive", "unknown state" },
		{ "evmcs 0 4096 idle", "0x" },
		{ "evmcs_data 0 0x0", "needs 3 fields" },
		{ "evmcs_data 0 0x3f0 00", "offset" },
		{ "evmcs_data 0 0x0 00", "64 hexadecimal" },
		{ "param kvm nested", "needs 3 fields" },
		{ "param a-module-with-a-name-too-long x Y", "too long" },
		{ " msr 0 0x480 fault", "name of a record" },
		{ "MSR 0 0x480 fault", "name of a record" },
		{ "0 0x480 fault", "name of a record" },
		{ "msr\t0\t0x480\tfault", "byte 0x09 in column 4" },
		{ "msr 0 0x480 f\xc3\xa4ult", "byte 0xc3 in column 14" },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(bad); i++) {
		snap_start(test);
		KUNIT_EXPECT_EQ_MSG(test, snap_parse(bad[i].line), ND_PARSED_BAD, "(%s)",
				    bad[i].line);
		KUNIT_EXPECT_TRUE_MSG(test, strstr(snap_parser.why, bad[i].why), "(%s: %s)",
				      bad[i].line, snap_parser.why);
		KUNIT_EXPECT_EQ(test, snap_parser.line, 2U);
		KUNIT_EXPECT_EQ(test, snap_parser.ignored, 0U);
	}
}

static void snap_test_twice(struct kunit *test)
{
	snap_start(test);
	KUNIT_EXPECT_EQ(test, snap_parse("msr 0 0x480 00da040000000012"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("msr 0 0x480 0x00DA040000000012"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("msr 1 0x480 fault"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("msr 0 0x480 fault"), ND_PARSED_BAD);
	KUNIT_EXPECT_TRUE(test, strstr(snap_parser.why, "MSR 0x480 of CPU 0 is given twice") != NULL);
	KUNIT_EXPECT_EQ(test, snap_parse("msr 0 0x480 00da040000000013"), ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, snap_cpus[0].regs[ND_VMX_BASIC].value, 0x00da040000000012ULL);

	KUNIT_EXPECT_EQ(test, snap_parse("cpuid 0 0x1 0x0 00000001 00000002 00000003 00000004"),
			ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("cpuid 0 0x1 0x1 00000001 00000002 00000003 00000004"),
			ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("cpuid 0 0x1 0x0 00000001 00000002 00000003 00000004"),
			ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, snap_parse("param kvm nested Y"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("param kvm nested N"), ND_PARSED_BAD);
}

static void snap_test_ignored(struct kunit *test)
{
	snap_start(test);
	KUNIT_EXPECT_EQ(test, snap_parse("later vmx 1 48 17 1 2"), ND_PARSED_IGNORED);
	KUNIT_EXPECT_EQ(test, snap_parse("some_new-record9"), ND_PARSED_IGNORED);
	KUNIT_EXPECT_EQ(test, snap_parse("msr 0 0x10 0000000000000000"), ND_PARSED_IGNORED);
	KUNIT_EXPECT_EQ(test, snap_parser.ignored, 3U);
	KUNIT_EXPECT_EQ(test, snap_parser.extra, 0U);
	KUNIT_EXPECT_EQ(test, snap_parser.line, 4U);
	KUNIT_EXPECT_STREQ(test, snap_parser.why, "");
	/* A register that is not known here must still be well formed. */
	KUNIT_EXPECT_EQ(test, snap_parse("msr 0 0x10 0"), ND_PARSED_BAD);
}

static void snap_test_extra_fields(struct kunit *test)
{
	snap_start(test);
	KUNIT_EXPECT_EQ(test, snap_parse("msr 2 0x3a 0000000000000005 later"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("cpu 2 GenuineIntel 6 69 1 0x26 a b c d e f g h"),
			ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("evmcs 2 0x0 none "), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("kernel 6.1 x86_64"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parser.extra, 3U);
	KUNIT_EXPECT_EQ(test, snap_parser.ignored, 0U);
	KUNIT_EXPECT_EQ(test, snap_cpus[0].regs[ND_FEATURE_CONTROL].value, 5ULL);
	KUNIT_EXPECT_EQ(test, snap_cpus[0].microcode, 0x26U);
}

static void snap_test_skipped(struct kunit *test)
{
	snap_start(test);
	KUNIT_EXPECT_EQ(test, snap_parse(""), ND_PARSED_SKIPPED);
	KUNIT_EXPECT_EQ(test, snap_parse("#"), ND_PARSED_SKIPPED);
	KUNIT_EXPECT_EQ(test, snap_parse("# \xc3\xa4 anything \t"), ND_PARSED_SKIPPED);
	KUNIT_EXPECT_EQ(test, snap_parse("\r"), ND_PARSED_SKIPPED);
	KUNIT_EXPECT_EQ(test, snap_parse("msr 0 0x3a 0000000000000005\r"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("msr 0 0x480 fault\r\r"), ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, snap_parser.line, 7U);
}

/* The line is not terminated: what stands behind it does not count. */
static void snap_test_length(struct kunit *test)
{
	snap_start(test);
	KUNIT_EXPECT_EQ(test, nd_snapshot_parse(&snap_parser, "msr 0 0x3a 00000000000000051", 27),
			ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_cpus[0].regs[ND_FEATURE_CONTROL].value, 5ULL);
	KUNIT_EXPECT_EQ(test, nd_snapshot_parse(&snap_parser, "msr 0 0x480 fault\0x", 19),
			ND_PARSED_BAD);
	KUNIT_EXPECT_TRUE(test, strstr(snap_parser.why, "byte 0x00 in column 18") != NULL);
}

static void snap_test_cpus_full(struct kunit *test)
{
	snap_start(test);
	snap_facts.max_cpus = 2;
	KUNIT_EXPECT_EQ(test, snap_parse("msr 8191 0x3a 0000000000000001"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("msr 0 0x3a 0000000000000002"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parser.line, 3U);
	KUNIT_EXPECT_EQ(test, snap_parse("msr 4 0x3a 0000000000000004"), ND_PARSED_FULL);
	KUNIT_EXPECT_EQ(test, snap_parse("cpuid 4 0x1 0x0 00000001 00000002 00000003 00000004"),
			ND_PARSED_FULL);
	KUNIT_EXPECT_EQ(test, snap_parse("cpu 4 GenuineIntel 6 69 1 0x26"), ND_PARSED_FULL);
	KUNIT_EXPECT_EQ(test, snap_parse("evmcs 4 0x0 none"), ND_PARSED_FULL);
	KUNIT_EXPECT_EQ(test, snap_parser.line, 3U);
	KUNIT_EXPECT_EQ(test, snap_facts.nr_cpus, 2U);

	/* The CPUs that are there take records as before. */
	KUNIT_EXPECT_EQ(test, snap_parse("msr 8191 0x480 fault"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_cpus[0].id, 8191U);
	KUNIT_EXPECT_EQ(test, snap_cpus[0].regs[ND_VMX_BASIC].state, ND_FAULT);

	snap_facts.max_cpus = 3;
	KUNIT_EXPECT_EQ(test, snap_parse("msr 4 0x3a 0000000000000004 x"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parser.line, 5U);
	KUNIT_EXPECT_EQ(test, snap_parser.extra, 1U);
	KUNIT_EXPECT_EQ(test, snap_cpus[2].id, 4U);
	KUNIT_EXPECT_EQ(test, snap_cpus[2].regs[ND_FEATURE_CONTROL].value, 4ULL);
}

static void snap_test_params_full(struct kunit *test)
{
	snap_start(test);
	KUNIT_EXPECT_EQ(test, snap_parse("param kvm a 1"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("param kvm b 2"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("param kvm c 3"), ND_PARSED_FULL);
	KUNIT_EXPECT_EQ(test, snap_parser.line, 3U);
	KUNIT_EXPECT_STREQ(test, nd_facts_param(&snap_facts, "kvm", "b"), "2");
	KUNIT_EXPECT_TRUE(test, !nd_facts_param(&snap_facts, "kvm", "c"));
	KUNIT_EXPECT_TRUE(test, !nd_facts_param(&snap_facts, "kvm_intel", "b"));

	/* A reader without room for parameters at all, as in the module. */
	snap_start(test);
	snap_facts.params = NULL;
	snap_facts.max_params = 0;
	KUNIT_EXPECT_EQ(test, snap_parse("param kvm a 1"), ND_PARSED_FULL);
}

static void snap_test_leaves_full(struct kunit *test)
{
	char line[80];
	u32 i;

	snap_start(test);
	for (i = 0; i < ND_MAX_LEAVES; i++) {
		scnprintf(line, sizeof(line), "cpuid 0 0x%x 0x0 00000001 00000002 00000003 00000004",
			  i);
		KUNIT_EXPECT_EQ(test, snap_parse(line), ND_PARSED_OK);
	}
	KUNIT_EXPECT_EQ(test, snap_parse("cpuid 0 0x80000000 0x0 00000001 00000002 00000003 00000004"),
			ND_PARSED_IGNORED);
	KUNIT_EXPECT_EQ(test, snap_cpus[0].nr_cpuid, (u32)ND_MAX_LEAVES);
	KUNIT_EXPECT_EQ(test, snap_parser.ignored, 1U);
}

#define SNAP_PART	"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1eff"

/* Parts of an enlightened VMCS go where they belong, up to the last one. */
static void snap_test_evmcs_data(struct kunit *test)
{
	snap_start(test);
	KUNIT_EXPECT_EQ(test, snap_parse("evmcs_data 0 0x3e0 " SNAP_PART), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_cpus[0].evmcs.bytes[0x3df], 0);
	KUNIT_EXPECT_EQ(test, snap_cpus[0].evmcs.bytes[0x3e1], 1);
	KUNIT_EXPECT_EQ(test, snap_cpus[0].evmcs.bytes[0x3ff], 0xff);
	KUNIT_EXPECT_EQ(test, snap_cpus[0].evmcs.state, ND_EVMCS_UNKNOWN);
	KUNIT_EXPECT_EQ(test, snap_cpus[0].evmcs.parts, 0x80000000U);
	KUNIT_EXPECT_EQ(test, snap_parse("evmcs_data 0 0x3e1 " SNAP_PART), ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, snap_parse("evmcs_data 0 0x3e0 " SNAP_PART "00"), ND_PARSED_BAD);
}

/* Records of which a machine or a CPU has one: a second one would leave it open which counts. */
static void snap_test_only_once(struct kunit *test)
{
	static const char *const lines[] = {
		"module 0.1.0 1",
		"kernel 6.1.0 x86_64",
		"platform none yes",
		"cpu 0 GenuineIntel 6 60 3 0x1",
		"assist 0 0x0 absent",
		"evmcs 0 0x0 none",
		"evmcs_data 0 0x3e0 " SNAP_PART,
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(lines); i++) {
		snap_start(test);
		KUNIT_EXPECT_EQ(test, snap_parse(lines[i]), ND_PARSED_OK);
		KUNIT_EXPECT_EQ(test, snap_parse(lines[i]), ND_PARSED_BAD);
		KUNIT_EXPECT_TRUE(test, strstr(snap_parser.why, "given twice") != NULL);
	}
}

static void snap_test_facts(struct kunit *test)
{
	KUNIT_EXPECT_TRUE(test, !nd_facts_first(&snap_facts));
	KUNIT_ASSERT_TRUE(test, nd_facts_cpu(&snap_facts, 5) != NULL);
	KUNIT_EXPECT_TRUE(test, !nd_facts_first(&snap_facts));
	nd_facts_cpu(&snap_facts, 6)->regs[ND_VMX_BASIC].state = ND_FAULT;
	KUNIT_EXPECT_TRUE(test, nd_facts_first(&snap_facts) == &snap_cpus[1]);
	KUNIT_EXPECT_TRUE(test, nd_facts_cpu(&snap_facts, 5) == &snap_cpus[0]);
	KUNIT_EXPECT_EQ(test, snap_facts.nr_cpus, 2U);
	KUNIT_EXPECT_FALSE(test, nd_facts_ring0(&snap_facts));

	/* A CPU that nobody asked does not differ. */
	KUNIT_EXPECT_FALSE(test, nd_facts_reg_differs(&snap_facts, ND_VMX_BASIC));
	snap_cpus[0].regs[ND_VMX_BASIC].state = ND_FAULT;
	KUNIT_EXPECT_FALSE(test, nd_facts_reg_differs(&snap_facts, ND_VMX_BASIC));
	snap_cpus[0].regs[ND_VMX_BASIC].state = ND_ABSENT;
	KUNIT_EXPECT_TRUE(test, nd_facts_reg_differs(&snap_facts, ND_VMX_BASIC));
	snap_cpus[0].regs[ND_VMX_BASIC] = (struct nd_value){ 1, ND_OK };
	snap_cpus[1].regs[ND_VMX_BASIC] = (struct nd_value){ 1, ND_OK };
	KUNIT_EXPECT_FALSE(test, nd_facts_reg_differs(&snap_facts, ND_VMX_BASIC));
	snap_cpus[1].regs[ND_VMX_BASIC].value = 1ULL << 63;
	KUNIT_EXPECT_TRUE(test, nd_facts_reg_differs(&snap_facts, ND_VMX_BASIC));
	/* Each CPU has its own assist page. */
	snap_cpus[0].regs[ND_HV_VP_ASSIST_PAGE] = (struct nd_value){ 0x1001, ND_OK };
	snap_cpus[1].regs[ND_HV_VP_ASSIST_PAGE] = (struct nd_value){ 0x2001, ND_OK };
	KUNIT_EXPECT_FALSE(test, nd_facts_reg_differs(&snap_facts, ND_HV_VP_ASSIST_PAGE));
}

static struct kunit_case snap_test_cases[] = {
	KUNIT_CASE(snap_test_round_trip),
	KUNIT_CASE(snap_test_text),
	KUNIT_CASE(snap_test_longest_lines),
	KUNIT_CASE(snap_test_first_line),
	KUNIT_CASE(snap_test_malformed),
	KUNIT_CASE(snap_test_twice),
	KUNIT_CASE(snap_test_only_once),
	KUNIT_CASE(snap_test_ignored),
	KUNIT_CASE(snap_test_extra_fields),
	KUNIT_CASE(snap_test_skipped),
	KUNIT_CASE(snap_test_length),
	KUNIT_CASE(snap_test_cpus_full),
	KUNIT_CASE(snap_test_params_full),
	KUNIT_CASE(snap_test_leaves_full),
	KUNIT_CASE(snap_test_evmcs_data),
	KUNIT_CASE(snap_test_facts),
	{}
};

static struct kunit_suite nestdiag_snapshot_suite = {
	.name = "nestdiag_snapshot",
	.init = snap_test_init,
	.test_cases = snap_test_cases,
};
