// SPDX-License-Identifier: GPL-2.0-only
/*
 * Holes of nesting: what the CVE records say of single releases, and the table as a whole.
 */
#include <kunit/test.h>
#include "core/findings/holes.h"

/* Read in the records, around the first releases with the fix. */
static const struct {
	const char *hole;
	const char *release;
	enum nd_hole_state state;
} hole_test_table[] = {
	{ "Januscape", "2.6.35", ND_HOLE_NEVER },
	{ "Januscape", "2.6.36", ND_HOLE_OPEN },
	{ "Januscape", "5.10.260", ND_HOLE_OPEN },	/* announced, and not in it */
	{ "Januscape", "5.15.211", ND_HOLE_OPEN },	/* the same */
	{ "Januscape", "5.15.221", ND_HOLE_OPEN },
	{ "Januscape", "5.15.222", ND_HOLE_FIXED },
	{ "Januscape", "6.1.176", ND_HOLE_OPEN },
	{ "Januscape", "6.1.177", ND_HOLE_FIXED },
	{ "Januscape", "6.6.143", ND_HOLE_OPEN },
	{ "Januscape", "6.6.144", ND_HOLE_FIXED },
	{ "Januscape", "6.11.11", ND_HOLE_OPEN },
	{ "Januscape", "6.12.94", ND_HOLE_OPEN },
	{ "Januscape", "6.12.95", ND_HOLE_FIXED },
	{ "Januscape", "6.18.37", ND_HOLE_OPEN },
	{ "Januscape", "6.18.38", ND_HOLE_FIXED },
	{ "Januscape", "7.0.14", ND_HOLE_OPEN },
	{ "Januscape", "7.1.2", ND_HOLE_OPEN },
	{ "Januscape", "7.1.3", ND_HOLE_FIXED },
	{ "Januscape", "7.2.0", ND_HOLE_FIXED },
	{ "Januscape", "7.3.4", ND_HOLE_FIXED },
	{ "Januscape", "8.0.0", ND_HOLE_FIXED },
	{ "Zapscape", "5.8.18", ND_HOLE_NEVER },
	{ "Zapscape", "5.9.0", ND_HOLE_OPEN },
	{ "Zapscape", "5.10.271", ND_HOLE_OPEN },
	{ "Zapscape", "5.15.217", ND_HOLE_OPEN },
	{ "Zapscape", "5.15.218", ND_HOLE_FIXED },
	{ "Zapscape", "6.1.182", ND_HOLE_OPEN },
	{ "Zapscape", "6.1.183", ND_HOLE_FIXED },
	{ "Zapscape", "6.6.147", ND_HOLE_OPEN },
	{ "Zapscape", "6.6.148", ND_HOLE_FIXED },
	{ "Zapscape", "6.12.100", ND_HOLE_OPEN },
	{ "Zapscape", "6.12.101", ND_HOLE_FIXED },
	{ "Zapscape", "6.18.41", ND_HOLE_OPEN },
	{ "Zapscape", "6.18.42", ND_HOLE_FIXED },
	{ "Zapscape", "7.1.5", ND_HOLE_OPEN },
	{ "Zapscape", "7.1.6", ND_HOLE_FIXED },
	{ "CVE-2026-46113", "6.1.174", ND_HOLE_OPEN },
	{ "CVE-2026-46113", "6.1.175", ND_HOLE_FIXED },
	{ "CVE-2026-46113", "6.6.139", ND_HOLE_OPEN },
	{ "CVE-2026-46113", "6.6.140", ND_HOLE_FIXED },
	{ "CVE-2026-46113", "6.12.87", ND_HOLE_OPEN },
	{ "CVE-2026-46113", "6.12.88", ND_HOLE_FIXED },
	{ "CVE-2026-46113", "6.18.29", ND_HOLE_OPEN },
	{ "CVE-2026-46113", "6.18.30", ND_HOLE_FIXED },
	{ "CVE-2026-46113", "7.0.6", ND_HOLE_OPEN },
	{ "CVE-2026-46113", "7.0.7", ND_HOLE_FIXED },
	{ "CVE-2026-46113", "7.1.0", ND_HOLE_FIXED },
	/* Two series are known of it, one or two of the next. */
	{ "CVE-2026-98863", "6.1.192", ND_HOLE_UNKNOWN },
	{ "CVE-2026-98863", "6.12.116", ND_HOLE_OPEN },
	{ "CVE-2026-98863", "6.12.117", ND_HOLE_FIXED },
	{ "CVE-2026-98863", "6.18.50", ND_HOLE_UNKNOWN },
	{ "CVE-2026-98863", "7.2.9", ND_HOLE_OPEN },
	{ "CVE-2026-98863", "7.2.10", ND_HOLE_FIXED },
	{ "CVE-2026-98863", "7.3.0", ND_HOLE_FIXED },
	{ "CVE-2026-98863", "7.4.1", ND_HOLE_FIXED },
	{ "CVE-2026-99343", "6.12.116", ND_HOLE_OPEN },
	{ "CVE-2026-99343", "7.2.13", ND_HOLE_UNKNOWN },
	{ "CVE-2026-99343", "7.3.1", ND_HOLE_OPEN },
	{ "CVE-2026-99343", "7.3.2", ND_HOLE_FIXED },
	{ "CVE-2026-99312", "6.12.117", ND_HOLE_OPEN },
	{ "CVE-2026-99312", "6.12.118", ND_HOLE_FIXED },
	{ "CVE-2026-99312", "7.3.4", ND_HOLE_UNKNOWN },
	{ "CVE-2026-80726", "6.12.103", ND_HOLE_OPEN },
	{ "CVE-2026-80726", "6.12.104", ND_HOLE_FIXED },
	{ "CVE-2026-64562", "4.8.17", ND_HOLE_NEVER },
	{ "CVE-2026-64562", "5.10.264", ND_HOLE_OPEN },
	{ "CVE-2026-64562", "5.10.265", ND_HOLE_FIXED },
	{ "CVE-2026-74516", "6.12.102", ND_HOLE_OPEN },
	{ "CVE-2026-74516", "6.12.103", ND_HOLE_FIXED },
	{ "CVE-2026-46032", "6.1.190", ND_HOLE_OPEN },
	{ "CVE-2026-46032", "6.1.191", ND_HOLE_FIXED },
	{ "CVE-2026-46032", "6.6.150", ND_HOLE_UNKNOWN },
	{ "CVE-2026-46032", "6.12.113", ND_HOLE_OPEN },
	{ "CVE-2026-46032", "6.12.114", ND_HOLE_FIXED },
	{ "CVE-2026-46032", "7.0.3", ND_HOLE_OPEN },
	{ "CVE-2026-46032", "7.0.4", ND_HOLE_FIXED },
	{ "CVE-2026-46076", "6.6.200", ND_HOLE_OPEN },
	{ "CVE-2026-46076", "6.12.86", ND_HOLE_FIXED },
	{ "CVE-2026-46131", "6.18.30", ND_HOLE_FIXED },
	{ "CVE-2026-46317", "6.10.14", ND_HOLE_NEVER },
	{ "CVE-2026-46317", "6.12.117", ND_HOLE_OPEN },
	{ "CVE-2026-46317", "6.18.35", ND_HOLE_FIXED },
	{ "CVE-2026-98927", "6.10.14", ND_HOLE_NEVER },
	{ "CVE-2026-98927", "6.12.112", ND_HOLE_OPEN },
	{ "CVE-2026-98927", "6.12.113", ND_HOLE_FIXED },
	{ "CVE-2026-98927", "6.18.60", ND_HOLE_UNKNOWN },
	{ "CVE-2026-98927", "7.2.8", ND_HOLE_OPEN },
	{ "CVE-2026-98927", "7.2.9", ND_HOLE_FIXED },
	{ "CVE-2026-98927", "7.3.4", ND_HOLE_UNKNOWN },
	{ "CVE-2026-89932", "4.3.6", ND_HOLE_NEVER },
	{ "CVE-2026-89932", "5.10.270", ND_HOLE_OPEN },
	{ "CVE-2026-89932", "5.15.220", ND_HOLE_OPEN },
	{ "CVE-2026-89932", "5.15.221", ND_HOLE_FIXED },
	{ "CVE-2026-89932", "6.1.187", ND_HOLE_OPEN },
	{ "CVE-2026-89932", "6.1.188", ND_HOLE_FIXED },
	{ "CVE-2026-89932", "6.6.156", ND_HOLE_OPEN },
	{ "CVE-2026-89932", "6.6.157", ND_HOLE_FIXED },
	{ "CVE-2026-89932", "6.12.109", ND_HOLE_OPEN },
	{ "CVE-2026-89932", "6.12.110", ND_HOLE_FIXED },
	{ "CVE-2026-89932", "6.18.50", ND_HOLE_OPEN },
	{ "CVE-2026-89932", "6.18.51", ND_HOLE_FIXED },
	{ "CVE-2026-89932", "7.2.4", ND_HOLE_OPEN },
	{ "CVE-2026-89932", "7.2.5", ND_HOLE_FIXED },
	{ "CVE-2026-89932", "7.3.0", ND_HOLE_FIXED },
	{ "CVE-2026-89930", "6.6.156", ND_HOLE_OPEN },
	{ "CVE-2026-89930", "6.6.157", ND_HOLE_FIXED },
	{ "CVE-2026-89929", "6.1.192", ND_HOLE_OPEN },
	{ "CVE-2026-89929", "6.12.110", ND_HOLE_FIXED },
	{ "CVE-2026-89931", "6.7.12", ND_HOLE_NEVER },
	{ "CVE-2026-89931", "6.12.109", ND_HOLE_OPEN },
	{ "CVE-2026-89931", "6.12.110", ND_HOLE_FIXED },
	{ "CVE-2026-89931", "6.18.51", ND_HOLE_FIXED },
	{ "CVE-2026-89931", "7.2.5", ND_HOLE_FIXED },
	{ "CVE-2026-98720", "5.15.222", ND_HOLE_NEVER },
	{ "CVE-2026-98720", "6.1.192", ND_HOLE_UNKNOWN },
	{ "CVE-2026-98720", "6.12.112", ND_HOLE_OPEN },
	{ "CVE-2026-98720", "6.12.113", ND_HOLE_FIXED },
	{ "CVE-2026-98720", "6.18.60", ND_HOLE_UNKNOWN },
	{ "CVE-2026-98720", "7.2.9", ND_HOLE_OPEN },
	{ "CVE-2026-98720", "7.2.10", ND_HOLE_FIXED },
	{ "CVE-2026-98720", "7.3.0", ND_HOLE_FIXED },
	{ "CVE-2026-68081", "5.1.21", ND_HOLE_NEVER },
	{ "CVE-2026-68081", "6.1.190", ND_HOLE_OPEN },
	{ "CVE-2026-68081", "6.1.191", ND_HOLE_FIXED },
	{ "CVE-2026-68081", "6.6.160", ND_HOLE_UNKNOWN },
	{ "CVE-2026-68081", "6.12.113", ND_HOLE_OPEN },
	{ "CVE-2026-68081", "6.12.114", ND_HOLE_FIXED },
	{ "CVE-2026-68081", "6.18.39", ND_HOLE_OPEN },
	{ "CVE-2026-68081", "6.18.40", ND_HOLE_FIXED },
	{ "CVE-2026-68081", "7.1.4", ND_HOLE_OPEN },
	{ "CVE-2026-68081", "7.1.5", ND_HOLE_FIXED },
	{ "CVE-2026-68081", "7.3.4", ND_HOLE_FIXED },
	{ "CVE-2026-43133", "5.12.19", ND_HOLE_NEVER },
	{ "CVE-2026-43133", "5.15.201", ND_HOLE_OPEN },
	{ "CVE-2026-43133", "5.15.202", ND_HOLE_FIXED },
	{ "CVE-2026-43133", "6.1.165", ND_HOLE_FIXED },
	{ "CVE-2026-43133", "6.6.128", ND_HOLE_FIXED },
	{ "CVE-2026-43133", "6.12.74", ND_HOLE_OPEN },
	{ "CVE-2026-43133", "6.12.75", ND_HOLE_FIXED },
	{ "CVE-2026-43133", "6.18.16", ND_HOLE_FIXED },
	{ "CVE-2026-43133", "6.19.6", ND_HOLE_FIXED },
	{ "CVE-2026-46071", "5.18.19", ND_HOLE_NEVER },
	{ "CVE-2026-46071", "6.12.113", ND_HOLE_OPEN },
	{ "CVE-2026-46071", "6.12.114", ND_HOLE_FIXED },
	{ "CVE-2026-46071", "6.18.27", ND_HOLE_FIXED },
	{ "CVE-2026-46071", "6.6.160", ND_HOLE_UNKNOWN },
	{ "CVE-2026-99341", "6.12.116", ND_HOLE_OPEN },
	{ "CVE-2026-99341", "6.12.117", ND_HOLE_FIXED },
	{ "CVE-2026-99341", "7.3.1", ND_HOLE_OPEN },
	{ "CVE-2026-99341", "7.3.2", ND_HOLE_FIXED },
	{ "CVE-2026-99341", "6.18.60", ND_HOLE_UNKNOWN },
	{ "CVE-2026-99711", "6.12.117", ND_HOLE_OPEN },
	{ "CVE-2026-99711", "6.12.118", ND_HOLE_FIXED },
	{ "CVE-2026-99711", "7.3.4", ND_HOLE_UNKNOWN },
	{ "CVE-2026-99176", "7.2.12", ND_HOLE_OPEN },
	{ "CVE-2026-99176", "7.2.13", ND_HOLE_FIXED },
	{ "CVE-2026-46059", "6.1.191", ND_HOLE_FIXED },
	{ "CVE-2026-45987", "5.10.257", ND_HOLE_OPEN },
	{ "CVE-2026-45987", "5.10.258", ND_HOLE_FIXED },
	{ "CVE-2026-45987", "5.15.222", ND_HOLE_UNKNOWN },
};

static void hole_test_releases(struct kunit *test)
{
	const struct nd_hole *hole;
	struct nd_kernel_id id;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(hole_test_table); i++) {
		hole = nd_hole_find(hole_test_table[i].hole);
		nd_kernel_identify(hole_test_table[i].release, "", &id);
		KUNIT_ASSERT_TRUE(test, hole);
		KUNIT_EXPECT_EQ_MSG(test, nd_hole_state(hole, &id), hole_test_table[i].state,
				    "(case %u, %s, %s)", i, hole_test_table[i].hole,
				    hole_test_table[i].release);
	}
}

/* Versions that hide their fixes: no hole may count as closed, however high the number is. */
static void hole_test_unreadable(struct kunit *test)
{
	static const char *const releases[] = {
		"", "5.14.0-687.el9.x86_64", "6.8.0-134-generic", "7.9.9-200.fc44.x86_64", "7.2.0-rc4",
		"6.18.44.1-microsoft-standard-WSL2", "6.1.0-56-amd64", "7.2.13+", "custom",
		"6.12.117-127.188.amzn2023.x86_64", "6.17.4-1-pve", "7.3.4-arch1-1",
	};
	struct nd_kernel_id id;
	struct nd_row row;
	u32 i, j;

	for (i = 0; i < ARRAY_SIZE(releases); i++) {
		nd_kernel_identify(releases[i], "", &id);
		for (j = 0; j < nd_nr_holes; j++)
			KUNIT_EXPECT_EQ_MSG(test, nd_hole_state(&nd_holes[j], &id), ND_HOLE_UNKNOWN,
					    "(%s)", releases[i]);
		nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
		KUNIT_EXPECT_EQ_MSG(test, nd_holes_describe(&id, ND_HOLE_X86, &row),
				    ND_HOLE_UNKNOWN, "(%s)", releases[i]);
		KUNIT_EXPECT_TRUE(test, strstr(row.words, "not"));
		KUNIT_EXPECT_TRUE(test, nd_holes_settle(&id) && *nd_holes_settle(&id));
		KUNIT_EXPECT_TRUE(test, strlen(nd_holes_settle(&id)) <= 180);
	}
}

/* Every row: ascending releases, the fix after the cause, all its words, and room for them. */
static void hole_test_rows(struct kunit *test)
{
	u32 i, j;

	for (i = 0; i < nd_nr_holes; i++) {
		const struct nd_hole *hole = &nd_holes[i];

		if (strncmp(hole->id, "CVE-20", 6) || !hole->title || !hole->needs || !hole->harm ||
		    !hole->source || (!hole->since && !(hole->flags & ND_HOLE_PARTLY)))
			KUNIT_FAIL(test, "%s lacks something", hole->id);
		/* One of the ways at most. */
		if (!!(hole->flags & ND_HOLE_HELPED) + !!(hole->flags & ND_HOLE_HOST) +
		    !!(hole->flags & ND_HOLE_TIME) > 1)
			KUNIT_FAIL(test, "%s is reached with help and without", hole->id);
		if (!(hole->flags & (ND_HOLE_X86 | ND_HOLE_ARM64)))
			KUNIT_FAIL(test, "%s is in no KVM", hole->id);
		if (nd_hole_find(hole->id) != hole ||
		    (hole->name && nd_hole_find(hole->name) != hole))
			KUNIT_FAIL(test, "%s is there twice", hole->id);
		if (strlen(hole->needs) + strlen(hole->harm) > 240)
			KUNIT_FAIL(test, "%s is too long for its row", hole->id);
		for (j = 0; j < ND_HOLE_FIXES && hole->fixed[j]; j++)
			if (hole->fixed[j] <= (j ? hole->fixed[j - 1] : hole->since) ||
			    (j && ND_RELEASE_SERIES(hole->fixed[j]) ==
				  ND_RELEASE_SERIES(hole->fixed[j - 1])))
				KUNIT_FAIL(test, "%s: fix %u is out of order", hole->id, j);
		/*
		 * The last release is a mainline one, or later series would pass without the fix.
		 */
		if (j && (hole->fixed[j - 1] & 0xffff) && !(hole->flags & ND_HOLE_PARTLY))
			KUNIT_FAIL(test, "%s ends with a stable release", hole->id);
	}
	KUNIT_EXPECT_TRUE(test, !nd_hole_find("CVE-2026-0000"));
	KUNIT_EXPECT_TRUE(test, !nd_hole_find(""));
	KUNIT_EXPECT_TRUE(test, !nd_hole_find("Janus"));
	KUNIT_EXPECT_TRUE(test, nd_hole_find("cve-2026-53359") == nd_hole_find("JANUSCAPE"));
}

static enum nd_hole_state hole_test_of(const char *release, u32 who, struct nd_row *row)
{
	struct nd_kernel_id id;

	nd_row_init(row, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_kernel_identify(release, "", &id);
	return nd_holes_describe(&id, who, row);
}

static void hole_test_describe(struct kunit *test)
{
	struct nd_row row;

	KUNIT_EXPECT_EQ(test, hole_test_of("6.12.100", ND_HOLE_INTEL, &row), ND_HOLE_OPEN);
	KUNIT_EXPECT_TRUE(test, strstr(row.words, "CVE-2026-64561 (Zapscape, fixed in 6.12.101"));
	KUNIT_EXPECT_TRUE(test, !strstr(row.words, "Januscape"));
	/* One is AMD's alone. */
	KUNIT_EXPECT_EQ(test, hole_test_of("6.18.43", ND_HOLE_AMD, &row), ND_HOLE_OPEN);
	KUNIT_EXPECT_TRUE(test, strstr(row.words, "CVE-2026-74516"));
	KUNIT_EXPECT_EQ(test, hole_test_of("6.18.43", ND_HOLE_INTEL, &row), ND_HOLE_OPEN);
	KUNIT_EXPECT_TRUE(test, !strstr(row.words, "CVE-2026-74516"));
	KUNIT_EXPECT_EQ(test, hole_test_of("7.0.12", ND_HOLE_INTEL, &row), ND_HOLE_OPEN);
	KUNIT_EXPECT_TRUE(test, strstr(row.words, "Januscape, no fix in 7.0"));
	KUNIT_EXPECT_TRUE(test, !strstr(row.words, "46113"));
	KUNIT_EXPECT_TRUE(test, !strstr(row.words, "..."));
	KUNIT_EXPECT_EQ(test, hole_test_of("6.12.117", ND_HOLE_X86, &row), ND_HOLE_FIXED);
	KUNIT_EXPECT_EQ(test, hole_test_of("7.3.4", ND_HOLE_X86, &row), ND_HOLE_FIXED);
	KUNIT_EXPECT_EQ(test, hole_test_of("2.6.19", ND_HOLE_X86, &row), ND_HOLE_NEVER);
	KUNIT_EXPECT_EQ(test, hole_test_of("7.3.4", ND_HOLE_ARM64, &row), ND_HOLE_UNKNOWN);
	KUNIT_EXPECT_EQ(test, hole_test_of("6.12.117", ND_HOLE_ARM64, &row), ND_HOLE_OPEN);
	/* What only nesting reaches is no hole of a host without it. */
	KUNIT_EXPECT_EQ(test, hole_test_of("5.15.215", ND_HOLE_INTEL | ND_HOLE_SHADOW, &row),
			ND_HOLE_OPEN);
	KUNIT_EXPECT_TRUE(test, !strstr(row.words, "64562"));
}

/* The command that settles it looks for each that the rule asks of, and for nothing else. */
static void hole_test_settle(struct kunit *test)
{
	struct nd_kernel_id id;
	const char *command;
	u32 i;

	nd_kernel_identify("6.8.0-134-generic", "", &id);
	command = nd_holes_settle(&id);
	for (i = 0; i < nd_nr_holes; i++) {
		const struct nd_hole *hole = &nd_holes[i];
		bool asked = (hole->flags & ND_HOLE_HOST) && (hole->flags & ND_HOLE_X86);

		if (!strstr(command, hole->id + strlen("CVE-2026-")) == asked)
			KUNIT_FAIL(test, "%s is %s the command", hole->id, asked ? "not in" : "in");
	}
}

/* Of the series that are not known the CVE is named, and the command can be followed. */
static void hole_test_partly(struct kunit *test)
{
	struct nd_kernel_id id;
	struct nd_row row;

	KUNIT_EXPECT_EQ(test, hole_test_of("6.18.60", ND_HOLE_INTEL, &row), ND_HOLE_UNKNOWN);
	KUNIT_EXPECT_TRUE(test, strstr(row.words, "CVE-2026-98720"));
	KUNIT_EXPECT_TRUE(test, !strstr(row.words, "CVE-2026-68081"));
	KUNIT_EXPECT_EQ(test, hole_test_of("6.18.60", ND_HOLE_AMD, &row), ND_HOLE_FIXED);
	KUNIT_EXPECT_EQ(test, hole_test_of("6.6.160", ND_HOLE_INTEL, &row), ND_HOLE_UNKNOWN);
	KUNIT_EXPECT_TRUE(test, strstr(row.words, "CVE-2026-98720, CVE-2026-68081"));
	nd_kernel_identify("6.18.60", "", &id);
	KUNIT_EXPECT_TRUE(test, strstr(nd_holes_settle(&id), "ChangeLogs"));
	nd_kernel_identify("6.18.60+deb13-amd64", "", &id);
	KUNIT_EXPECT_TRUE(test, strstr(nd_holes_settle(&id), "apt changelog"));
}

/* Only advice to switch nesting on is one; and a kernel that nobody recorded is not spoken of. */
static void hole_test_before(struct kunit *test)
{
	const char *advice = "options kvm_intel nested=1 in /etc/modprobe.d";
	struct nd_kernel_id id;
	struct nd_row row;

	nd_kernel_identify("", "", &id);
	nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
	KUNIT_EXPECT_FALSE(test, nd_holes_before(NULL, &id, &row));
	KUNIT_EXPECT_FALSE(test, nd_holes_before("power-cycle", &id, &row));
	KUNIT_EXPECT_FALSE(test, nd_holes_before("nested=0", &id, &row));
	KUNIT_EXPECT_EQ(test, *row.words, '\0');
	KUNIT_EXPECT_TRUE(test, nd_holes_before(advice, &id, &row));
	KUNIT_EXPECT_TRUE(test, strstr(row.words, "explain Januscape"));
	KUNIT_EXPECT_TRUE(test, !strstr(row.words, "recorded"));
	nd_kernel_identify("6.12.94", "", &id);
	nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
	KUNIT_EXPECT_TRUE(test, nd_holes_before(advice, &id, &row));
	KUNIT_EXPECT_TRUE(test, strstr(row.words, "Linux 6.12.94 has holes"));
}

static struct kunit_case hole_test_cases[] = {
	KUNIT_CASE(hole_test_releases),
	KUNIT_CASE(hole_test_unreadable),
	KUNIT_CASE(hole_test_rows),
	KUNIT_CASE(hole_test_describe),
	KUNIT_CASE(hole_test_settle),
	KUNIT_CASE(hole_test_partly),
	KUNIT_CASE(hole_test_before),
	{}
};

static struct kunit_suite nestdiag_holes_suite = {
	.name = "nestdiag_holes",
	.test_cases = hole_test_cases,
};
