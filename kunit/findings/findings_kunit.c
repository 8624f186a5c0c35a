// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings: each rule fires where it should, and not if it must not. Machines are written as
 * records of a snapshot, so that they read like the ones that people send.
 */
#include <kunit/test.h>
#include "core/facts/regs.h"
#include "core/findings/findings.h"
#include "core/record/snapshot_read.h"
#include "core/findings/status.h"

#include "kunit/findings/findings_cases.c"

#define FT_MAX_RULES	128

static struct nd_cpu find_test_cpus[3];
static struct nd_param find_test_params[16];
static struct nd_host find_test_host[32];
static struct nd_stat find_test_stats[8];
static struct nd_acct_vcpu find_test_vcpus[2];
static struct nd_trace find_test_trace;
static struct nd_facts find_test_facts;

static int find_test_init(struct kunit *test)
{
	memset(&find_test_facts, 0, sizeof(find_test_facts));
	memset(&find_test_trace, 0, sizeof(find_test_trace));
	memset(find_test_cpus, 0, sizeof(find_test_cpus));
	find_test_facts.cpus = find_test_cpus;
	find_test_facts.max_cpus = ARRAY_SIZE(find_test_cpus);
	find_test_facts.params = find_test_params;
	find_test_facts.max_params = ARRAY_SIZE(find_test_params);
	find_test_facts.host = find_test_host;
	find_test_facts.max_host = ARRAY_SIZE(find_test_host);
	find_test_facts.stats = find_test_stats;
	find_test_facts.max_stats = ARRAY_SIZE(find_test_stats);
	find_test_trace.vcpus = find_test_vcpus;
	find_test_trace.max_vcpus = ARRAY_SIZE(find_test_vcpus);
	return 0;
}

/* Fills the facts; false if a record is not as it should be. */
static bool find_test_read(struct kunit *test, const char *records)
{
	struct nd_parser parser = { .facts = &find_test_facts, .line = 1 };
	enum nd_parsed parsed;
	size_t len;
	u32 i;

	find_test_init(test);
	for (; *records; records += len + 1) {
		len = strcspn(records, "\n");
		parsed = nd_snapshot_parse(&parser, records, len);
		if (parsed == ND_PARSED_FULL && !find_test_facts.trace) {
			find_test_facts.trace = &find_test_trace;
			parsed = nd_snapshot_parse(&parser, records, len);
		}
		if (parsed == ND_PARSED_OK)
			continue;
		KUNIT_FAIL(test, "%.*s: %d %s", (int)len, records, parsed, parser.why);
		return false;
	}
	for (i = 0; i < find_test_facts.nr_cpus; i++)
		nd_cpu_settle_msrs(&find_test_cpus[i]);
	return true;
}

/* What a rule says of a machine. */
static enum nd_verdict find_test_ask(struct kunit *test, const char *id, const char *records,
				     struct nd_row *row)
{
	const struct nd_finding *rule = nd_finding_find(id);
	struct nd_check c;

	if (!rule || !find_test_read(test, records))
		return ND_NOT_ASKED;
	return nd_finding_check(&c, rule, &find_test_facts, nd_facts_first(&find_test_facts), row);
}

static void find_test_one(struct kunit *test, u32 i)
{
	const struct find_test_case *wanted = &find_test_table[i];
	const struct nd_finding *rule = nd_finding_find(wanted->id);
	enum nd_verdict verdict;
	struct nd_check c;
	struct nd_row row;

	if (!rule || !find_test_read(test, wanted->records)) {
		KUNIT_FAIL(test, "case %u: no rule or no machine for %s", i, wanted->id);
		return;
	}
	verdict = nd_finding_check(&c, rule, &find_test_facts, nd_facts_first(&find_test_facts),
				   &row);
	if (verdict != wanted->verdict)
		KUNIT_FAIL(test, "case %u, %s: %d instead of %d: %s", i, wanted->id, verdict,
			   wanted->verdict, row.words);
	if (wanted->words && !strstr(row.words, wanted->words) &&
	    !(c.remedy && strstr(c.remedy, wanted->words)))
		KUNIT_FAIL(test, "case %u, %s: \"%s\" is neither in \"%s\" nor in \"%s\"", i,
			   wanted->id, wanted->words, row.words, c.remedy ? c.remedy : "");
	/* Whoever says something says it whole; who passes has nothing to say. */
	if (verdict == ND_PASSES || verdict == ND_NOT_ASKED ? row.words[0] : !row.words[0])
		KUNIT_FAIL(test, "case %u, %s: evidence \"%s\"", i, wanted->id, row.words);
	if (strstr(row.words, "..."))
		KUNIT_FAIL(test, "case %u, %s: cut: %s", i, wanted->id, row.words);
	if (verdict == ND_CANNOT_TELL && !c.remedy)
		KUNIT_FAIL(test, "case %u, %s: no way to find out", i, wanted->id);
}

/*
 * In status evidence and remedy stand in one row: neither of the two may be cut for want of room.
 */
static void find_test_fits(struct kunit *test)
{
	static const char *const ids[] = { "nested-exposed", "nested-off" };
	static const char *const records[] = {
		"kernel 6.1.0-50-amd64 x86_64\nproc_version #1\\040SMP\\040Debian\\0406.1.170-1~deb12u1\n"
		FT_INTEL FT_NESTED "host guests_given 12\n",
		"kernel 6.1.0-50-amd64 x86_64\nproc_version #1\\040SMP\\040Debian\\0406.1.170-1~deb12u1\n"
		FT_INTEL "param kvm_intel nested N\n",
	};
	struct nd_check c;
	struct nd_row row;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(ids); i++) {
		KUNIT_ASSERT_TRUE(test, find_test_read(test, records[i]));
		KUNIT_EXPECT_EQ(test,
				nd_finding_check(&c, nd_finding_find(ids[i]), &find_test_facts,
						 nd_facts_first(&find_test_facts), &row),
				ND_FIRES);
		nd_row_printf(&row, ". Remedy: %s", c.remedy);
		KUNIT_EXPECT_TRUE_MSG(test, !strstr(row.words, "..."), "(%s: %s)", ids[i], row.words);
	}
}

static void find_test_cases(struct kunit *test)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(find_test_table); i++)
		find_test_one(test, i);
}

static bool find_test_has(const char *id, bool fires)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(find_test_table); i++)
		if (!strcmp(find_test_table[i].id, id) &&
		    (find_test_table[i].verdict == ND_FIRES) == fires)
			return true;
	return false;
}

/* No rule without a machine on which it fires and one on which it does not. */
static void find_test_both(struct kunit *test)
{
	const struct nd_finding *rule;
	unsigned int i;

	for (i = 0; (rule = nd_finding_at(i)); i++) {
		if (!find_test_has(rule->id, true))
			KUNIT_FAIL(test, "%s never fires: add a case to findings_cases.c", rule->id);
		if (!find_test_has(rule->id, false))
			KUNIT_FAIL(test, "%s never passes: add a case to findings_cases.c", rule->id);
	}
	KUNIT_EXPECT_LT(test, i, (unsigned int)FT_MAX_RULES);
}

/*
 * The length of that part of a record that says which fact it is; 0 for records that exist only of
 * what there is, so that none of them is an answer, too; and for the one that all others of its
 * kind need to be read.
 */
static size_t find_test_key(const char *line)
{
	static const struct {
		const char *start;
		u32 fields;
	} keys[] = {
		{ "trace ", 0 }, { "exits ", 0 }, { "vcpu ", 0 }, { "vcpu_exits ", 0 }, { "refusal ", 0 },
		{ "reflected ", 0 }, { "nested ", 0 }, { "host tunnel.", 0 }, { "host asked.", 0 },
		{ "host boot.", 0 }, { "host vfio_mixed ", 0 }, { "userspace ", 0 }, { "host apicv_inhibit.", 0 },
		{ "runs ", 0 },
		{ "cpuid ", 4 }, { "msr ", 3 }, { "param ", 3 }, { "host ", 2 }, { "cpu ", 2 },
		{ "assist ", 2 }, { "evmcs ", 2 }, { "tracepoint ", 2 }, { "", 1 },
	};
	size_t len = 0;
	u32 i = 0, n;

	while (strncmp(line, keys[i].start, strlen(keys[i].start)))
		i++;
	for (n = 0; n < keys[i].fields; n++)
		len += strcspn(line + len, "\n ") + 1;
	return len;
}

static bool find_test_is(const char *line, const char *key, size_t len)
{
	return find_test_key(line) == len && !strncmp(line, key, len);
}

static char find_test_less[8192];

/* The records of a machine without those of one fact; false if it has none. */
static bool find_test_without(const char *records, const char *key, size_t key_len)
{
	size_t at = 0, len;
	bool found = false;

	for (; *records; records += len) {
		len = strcspn(records, "\n") + 1;
		if (find_test_is(records, key, key_len)) {
			found = true;
			continue;
		}
		memcpy(find_test_less + at, records, len);
		at += len;
	}
	find_test_less[at] = '\0';
	return found;
}

/* What proves the answer in another way. */
static bool find_test_proven(const char *id, const char *key)
{
	static const struct {
		const char *id;
		const char *key;
	} proofs[] = {
		{ "virt-absent", "cpuid 0 0x0000000" },	/* CPUID reports SVM */
		{ "virt-unlocked", "cpuid " },		/* the register says that it is locked */
		{ "evmcs-unused", "cpuid " },		/* the VP assist page says that it is used */
		{ "evmcs-unused", "platform " },
		{ "evmcs-unused", "param " },
		{ "nested-shadow-off", "msr " },	/* KVM would have cleared its parameter */
		{ "nested-shadow-off", "cpuid " },
		{ "nested-exposed", "param kvm_amd nested " },	/* npt=N is a way in, too */
		{ "windows-no-evmcs", "guest_cpuid " },	/* all of them have it already */
		{ "avic-off-nested", "proc_version " },	/* whoever built it: 5.19 has it */
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(proofs); i++)
		if (!strcmp(id, proofs[i].id) &&
		    !strncmp(key, proofs[i].key, strlen(proofs[i].key)))
			return true;
	return false;
}

/* Has a machine all facts that another one has, whatever they say? */
static bool find_test_covers(const char *records, const char *other)
{
	size_t len;

	for (; *other; other += strcspn(other, "\n") + 1) {
		len = find_test_key(other);
		if (len && !find_test_without(records, other, len))
			return false;
	}
	return true;
}

/* A fact without which the rule would not fire: whoever passes has it, and not without it. */
static void find_test_decisive(struct kunit *test, const struct find_test_case *firing,
			       const char *key, size_t len)
{
	bool found = false, passes = false;
	struct nd_row row;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(find_test_table); i++) {
		const struct find_test_case *passing = &find_test_table[i];

		if (strcmp(passing->id, firing->id) || passing->verdict != ND_PASSES)
			continue;
		passes = true;
		if (!find_test_covers(passing->records, firing->records))
			continue;
		found = true;
		find_test_without(passing->records, key, len);
		if (find_test_ask(test, firing->id, find_test_less, &row) == ND_PASSES &&
		    !find_test_proven(firing->id, key))
			KUNIT_FAIL(test, "case %u, %s: passes without \"%.*s\"", i, firing->id,
				   (int)len, key);
	}
	if (passes && !found)
		KUNIT_FAIL(test, "%s: no machine on which it passes has all that \"%.*s\" needs",
			   firing->id, (int)len, key);
}

/* Every rule with each of its facts taken away: no pass may remain. */
static void find_test_taken(struct kunit *test)
{
	const struct find_test_case *firing;
	const char *line;
	struct nd_row row;
	size_t key;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(find_test_table); i++) {
		firing = &find_test_table[i];
		if (firing->verdict != ND_FIRES)
			continue;
		for (line = firing->records; *line; line += strcspn(line, "\n") + 1) {
			key = find_test_key(line);
			if (!key)
				continue;
			find_test_without(firing->records, line, key);
			if (find_test_ask(test, firing->id, find_test_less, &row) != ND_FIRES)
				find_test_decisive(test, firing, line, key);
		}
	}
}

/* Every rule has all its words, an id of its own, and room for them in a row. */
static void find_test_rules(struct kunit *test)
{
	const struct nd_finding *rule;
	unsigned int i;

	for (i = 0; (rule = nd_finding_at(i)); i++) {
		if (!rule->title || !rule->asks || !rule->reference || !rule->check)
			KUNIT_FAIL(test, "%s lacks something", rule->id);
		if (strlen(rule->id) > 18 || strlen(rule->asks) > 51)
			KUNIT_FAIL(test, "%s is too long for its column", rule->id);
		if ((rule->cause && strlen(rule->cause) > 200) ||
		    (rule->remedy && strlen(rule->remedy) > 180))
			KUNIT_FAIL(test, "%s: cause or remedy is too long", rule->id);
		if (nd_finding_find(rule->id) != rule)
			KUNIT_FAIL(test, "%s is there twice", rule->id);
	}
	KUNIT_EXPECT_TRUE(test, !nd_finding_find("no-such-rule"));
	KUNIT_EXPECT_TRUE(test, !nd_finding_find(""));
}

/* Facts about nothing at all: nothing fires, nothing passes that asks the CPU. */
static void find_test_nothing(struct kunit *test)
{
	const struct nd_finding *rule;
	struct nd_check c;
	struct nd_row row;
	unsigned int i;

	for (i = 0; (rule = nd_finding_at(i)); i++) {
		enum nd_verdict verdict = nd_finding_check(&c, rule, &find_test_facts, NULL, &row);

		if (verdict == ND_FIRES || verdict == ND_PASSES)
			KUNIT_FAIL(test, "%s says %d of nothing", rule->id, verdict);
	}
	KUNIT_EXPECT_EQ(test, nd_finding_rows(&find_test_facts, NULL, NULL), 0U);
}

/* Worse where a guest has what it takes. */
static void find_test_severity(struct kunit *test)
{
	static const struct {
		const char *records;
		enum nd_severity severity;
	} cases[] = {
		{ "kernel 6.12.94 x86_64\n" FT_INTEL FT_NESTED, ND_WARNING },
		{ "kernel 6.12.94 x86_64\nhost guests_given 0\nhost nested_runs 0\n" FT_INTEL FT_NESTED,
		  ND_WARNING },
		{ "kernel 6.12.94 x86_64\nhost guests_given 1\n" FT_INTEL FT_NESTED, ND_ERROR },
	};
	const struct nd_finding *rule = nd_finding_find("nested-exposed");
	struct nd_check c;
	struct nd_row row;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		KUNIT_ASSERT_TRUE(test, find_test_read(test, cases[i].records));
		KUNIT_EXPECT_EQ(test, nd_finding_check(&c, rule, &find_test_facts,
						       nd_facts_first(&find_test_facts), &row),
				ND_FIRES);
		KUNIT_EXPECT_EQ(test, c.severity, cases[i].severity);
		KUNIT_EXPECT_STREQ(test, row.state, nd_severity_word(cases[i].severity));
	}
}

static unsigned int find_test_rows;

static void find_test_count(void *ctx, const struct nd_row *row)
{
	find_test_rows++;
}

/* What status shows: warnings and errors of the state, notes and exits not. */
static void find_test_status(struct kunit *test)
{
	static const struct nd_emit emit = { .row = find_test_count };
	const struct nd_cpu *cpu;

	KUNIT_ASSERT_TRUE(test, find_test_read(test, FT_EVMCS FT_TRACE "missed 4 0 0 0\n"
					       "param kvm_intel nested N\n"));
	cpu = nd_facts_first(&find_test_facts);
	find_test_rows = 0;
	KUNIT_EXPECT_EQ(test, nd_finding_rows(&find_test_facts, cpu, &emit), 1U);
	KUNIT_EXPECT_EQ(test, find_test_rows, 1U);
}

static void find_test_versions(struct kunit *test)
{
	static const struct {
		const char *release;
		u32 version;
	} cases[] = {
		{ "6.12.117+deb12-amd64", ND_KERNEL(6, 12, 117) },
		{ "4.19", ND_KERNEL(4, 19, 0) },
		{ "5.3-rc1", ND_KERNEL(5, 3, 0) },
		{ "4.19.300", ND_KERNEL(4, 19, 255) },
		{ "custom", 0 },
		{ "", 0 },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		scnprintf(find_test_facts.release, sizeof(find_test_facts.release), "%s",
			  cases[i].release);
		KUNIT_EXPECT_EQ(test, nd_kernel_version(&find_test_facts), cases[i].version);
	}
}

static void find_test_lists(struct kunit *test)
{
	KUNIT_ASSERT_TRUE(test, find_test_read(test, "host modules kvm_intel\\040vboxdrv\n"));
	KUNIT_EXPECT_TRUE(test, nd_host_has(&find_test_facts, "modules", "kvm_intel"));
	KUNIT_EXPECT_TRUE(test, nd_host_has(&find_test_facts, "modules", "vboxdrv"));
	KUNIT_EXPECT_FALSE(test, nd_host_has(&find_test_facts, "modules", "kvm"));
	KUNIT_EXPECT_FALSE(test, nd_host_has(&find_test_facts, "modules", "vbox"));
	KUNIT_EXPECT_FALSE(test, nd_host_has(&find_test_facts, "nothing", "kvm"));
}

static struct kunit_case findings_test_cases[] = {
	KUNIT_CASE(find_test_cases),
	KUNIT_CASE(find_test_both),
	KUNIT_CASE(find_test_taken),
	KUNIT_CASE(find_test_rules),
	KUNIT_CASE(find_test_nothing),
	KUNIT_CASE(find_test_fits),
	KUNIT_CASE(find_test_severity),
	KUNIT_CASE(find_test_status),
	KUNIT_CASE(find_test_versions),
	KUNIT_CASE(find_test_lists),
	{}
};

static struct kunit_suite nestdiag_findings_suite = {
	.name = "nestdiag_findings",
	.init = find_test_init,
	.test_cases = findings_test_cases,
};
