// SPDX-License-Identifier: GPL-2.0-only
/*
 * Records that are wrong, unknown, too long, too many.
 */
#include <kunit/test.h>
#include "core/record/snapshot.h"

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
		{ "taken 2026-11-28T19:20:00Z", "needs 2 fields" },
		{ "taken 2026-11-28T19:20:00 0.2.0", "time" },
		{ "taken 2026-11-28T19:20:00Zx 0.2.0", "time" },
		{ "taken 2026-11-28 0.2.0", "time" },
		{ "taken 2026-11-28Tab:20:00Z 0.2.0", "time" },
		{ "taken 2026-11-28T19:20:00Z 0.2.0-of-a-long-branch-name", "version of the tool" },
		{ "taken 2026-11-28T19:20:00Z 0.2.0 a\\b", "host name" },
		{ "module 0.1.0", "needs 2 fields" },
		{ "module 0.1.0 x", "not a decimal" },
		{ "module  1", "empty" },
		{ "kernel 6.1", "needs 2 fields" },
		{ "kernel a\\b x86_64", "escaped" },
		{ "kernel a\\400 x86_64", "escaped" },
		{ "kernel a\\000 x86_64", "escaped" },
		{ "kernel 6.1 a-machine-with-a-name-too-long-for-it", "too long" },
		{ "proc_version", "needs 1 fields" },
		{ "proc_version a\\09b", "escaped" },
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
		{ "guest_msr 0x480", "needs 2 fields" },
		{ "guest_msr 480 fault", "0x" },
		{ "guest_msr 0x480 faulty", "16 hexadecimal" },
		{ "guest_cpuid 0x1 0x0 00000001 00000002 00000003", "needs 6 fields" },
		{ "guest_cpuid 0x1 0x0 00000001 00000002 00000003 4", "8 hexadecimal" },
		{ "assist 0 0x1000", "needs 3 fields" },
		{ "assist 0 1000 fault", "0x" },
		{ "assist 0 0x1000 good", "not ok, fault or absent" },
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
		{ "host thp", "needs 2 fields" },
		{ "host  never", "empty" },
		{ "host a-key-that-is-longer-than-any-key-of-ours-may-be-in-a-snapshot x", "too long" },
		{ "host thp ne\\09ver", "wrongly escaped" },
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
	KUNIT_EXPECT_TRUE(test, strstr(snap_parser.why, "MSR 0x480 of CPU 0 appears twice") != NULL);
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

static void snap_test_stats(struct kunit *test)
{
	static const char *const bad[] = {
		"kvm_stat - 0 exits 1", "kvm_stat 7 - exits 1", "kvm_stat 7- - exits 1",
		"kvm_stat -7 - exits 1", "kvm_stat 7-9 x exits 1", "kvm_stat 7-9 - exits -1",
		"kvm_stat 7-9 - exits 0x1", "kvm_stat 7-9 -  1", "kvm_stat 7-9 - exits",
		"kvm_stat 4294967295-1 - exits 1", "kvm_stat 7-9 4294967295 exits 1",
		"kvm_stat 7-9 - a_name_that_is_longer_than_any_of_KVM 1",
		"kvm_stat 7-9 - exits 18446744073709551616",
	};
	u64 value = 0;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(bad); i++) {
		snap_start(test);
		if (snap_parse(bad[i]) != ND_PARSED_BAD)
			KUNIT_FAIL(test, "taken: %s", bad[i]);
	}
	snap_start(test);
	KUNIT_EXPECT_EQ(test, snap_parse("kvm_stat 7-9 - exits 5"), ND_PARSED_OK);
	KUNIT_EXPECT_TRUE(test, !nd_facts_stat(&snap_facts, "exits", &value));
	KUNIT_EXPECT_EQ(test, snap_parse("kvm_stat 7-9 - exits 5"), ND_PARSED_BAD);
	KUNIT_EXPECT_EQ(test, snap_parse("kvm_stat - - exits 18446744073709551615"), ND_PARSED_OK);
	KUNIT_EXPECT_TRUE(test, nd_facts_stat(&snap_facts, "exits", &value));
	KUNIT_EXPECT_EQ(test, value, ~0ULL);
	KUNIT_EXPECT_EQ(test, snap_parse("kvm_stat 7-9 3 guest_mode 1"), ND_PARSED_OK);
	KUNIT_EXPECT_EQ(test, snap_parse("kvm_stat 7-9 4 guest_mode 1"), ND_PARSED_FULL);
	KUNIT_EXPECT_EQ(test, snap_facts.nr_stats, 3U);
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
		("evmcs_data 0 0x3e0 " SNAP_PART),
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(lines); i++) {
		snap_start(test);
		KUNIT_EXPECT_EQ(test, snap_parse(lines[i]), ND_PARSED_OK);
		KUNIT_EXPECT_EQ(test, snap_parse(lines[i]), ND_PARSED_BAD);
		KUNIT_EXPECT_TRUE(test, strstr(snap_parser.why, "appears twice") != NULL);
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

static struct kunit_case snap_read_test_cases[] = {
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
	KUNIT_CASE(snap_test_stats),
	KUNIT_CASE(snap_test_leaves_full),
	KUNIT_CASE(snap_test_evmcs_data),
	KUNIT_CASE(snap_test_facts),
	{}
};

static struct kunit_suite nestdiag_snapshot_read_suite = {
	.name = "nestdiag_snapshot_read",
	.init = snap_test_init,
	.test_cases = snap_read_test_cases,
};
