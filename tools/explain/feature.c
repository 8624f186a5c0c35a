// SPDX-License-Identifier: GPL-2.0-only
/*
 * Features and findings: what they are, and how they stand on the machine asked about.
 */
#include "core/facts/regs.h"
#include "core/features/attribute.h"
#include "core/features/features.h"
#include "core/features/offer.h"
#include "core/findings/findings.h"
#include "core/findings/holes.h"

#include "tools/explain/feature.h"
#include "tools/explain/findingwords.h"

static void place_describe(struct nd_row *row, const struct nd_feature *feature,
			   const struct nd_bit_place *place)
{
	if (place->leaf)
		nd_row_printf(row, "CPUID 0x%x %s bit %u", place->leaf, place->cpuid_reg,
			      place->bit);
	else
		nd_row_printf(row, "bit %u of %s", place->bit, nd_reg_desc(place->reg)->name);
	if (feature->param)
		nd_row_printf(row, "; KVM parameter %s controls it", feature->param);
	if (!place->evmcs || feature->flags & ND_FEATURE_BEYOND_EVMCS)
		nd_row_printf(row, "; eVMCS version 1 cannot express it");
	nd_row_printf(row, ". Without it, %s", feature->loss);
}

/* Ids of our own: QEMU has no property for these bits. */
static bool is_named_here(const char *id)
{
	return !strncmp(id, "x-", 2);
}

/* As nested_vmx_setup_ctls_msrs() and svm_set_cpu_caps() have it: in Linux 7.3, not in 6.12. */
static bool is_late(const char *id)
{
	static const char *const late[] = {
		"vmx-mbec", "vmx-exit-save-cet", "vmx-entry-load-cet", "vmx-any-errcode",
		"vmx-ept-advanced-exitinfo", "gmet",
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(late); i++)
		if (!strcmp(late[i], id))
			return true;
	return false;
}

static void given_describe(const struct nd_feature *feature, struct nd_row *row)
{
	bool here = is_named_here(feature->id);

	if (feature->flags & ND_FEATURE_KVM_KEEPS) {
		nd_row_printf(row, "KVM gives it to no guest hypervisor (Linux 6.12 and 7.3), whatever the guest's CPU model%s",
			      here ? "; this name is nestdiag's, QEMU has none" : "");
		return;
	}
	nd_row_printf(row, "A guest hypervisor sees it if KVM here gives it to guests and the guest's CPU model includes it (%s)",
		      here ? "-cpu host; QEMU has no name of its own for it" : "-cpu host, or this name");
	if (is_late(feature->id))
		nd_row_printf(row, ". KVM of Linux 7.3 can give it, that of 6.12 not");
}

/* What KVM gives is not what it has: it emulates some on any hardware, and keeps others. */
static void nesting_describe(const struct nd_explain *e, const struct nd_feature *feature,
			     struct nd_row *row)
{
	enum nd_bit bit = nd_offer_bit(e->facts, feature);
	bool asked = nd_facts_offered(e->facts) && bit != ND_BIT_UNKNOWN;

	given_describe(feature, row);
	if (asked && nd_offer_emulated(e->facts, feature))
		nd_row_printf(row, ". KVM here gives it, emulated");
	else if (asked)
		nd_row_printf(row, bit == ND_BIT_YES ? ". KVM here gives it" :
			      ". KVM here does not give it");
	else if (!(feature->flags & ND_FEATURE_KVM_KEEPS))
		nd_row_printf(row, ". KVM emulates some features that the hardware lacks and keeps others: nestdiag features --guest");
}

static void add_feature(struct nd_explain *e, const struct nd_feature *feature,
			const struct nd_bit_place *place)
{
	const struct nd_scene scene = { .facts = e->facts, .cpu = e->cpu };
	struct nd_reading reading = { .sort = "feature", .id = feature->id };
	struct nd_row meaning, evidence, nesting, here;
	char label[160];

	nd_row_init(&nesting, ND_ROW_NOTE, NULL, NULL, NULL);
	nesting_describe(e, feature, &nesting);
	nd_row_init(&meaning, ND_ROW_NOTE, NULL, NULL, NULL);
	place_describe(&meaning, feature, place);
	nd_row_init(&evidence, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_row_init(&here, ND_ROW_NOTE, NULL, NULL, NULL);
	if (e->cpu) {
		enum nd_feature_state state = nd_feature_state(&scene, feature, &evidence);

		nd_row_printf(&here, "%s%s%s", nd_feature_state_word(state),
			      *evidence.words ? ": " : "", evidence.words);
	}
	scnprintf(label, sizeof(label), "%s (%s)", feature->id, place->label);
	reading.label = label;
	reading.meaning = meaning.words;
	reading.nesting = nesting.words;
	reading.here = here.words;
	nd_explain_add(e, &reading);
}

/* The same by the flags of /proc/cpuinfo, where Linux has another name. */
static const char *const flags[][2] = {
	{ "tpr-shadow", "vmx-flexpriority" }, { "vtpr", "vmx-flexpriority" },
	{ "vapic", "vmx-apicv-xapic" }, { "vapic-reg", "vmx-apicv-register" },
	{ "vid", "vmx-apicv-vid" }, { "posted-intr", "vmx-posted-intr" },
	{ "posted-interrupts", "vmx-posted-intr" }, { "ept-ad", "vmx-eptad" },
	{ "ept-1gb", "vmx-ept-1gb" }, { "ept-x-only", "vmx-ept-execonly" },
	{ "ept-5level", "vmx-page-walk-5" }, { "shadow-vmcs", "vmx-shadow-vmcs" },
	{ "vpid", "vmx-vpid" }, { "pml", "vmx-pml" }, { "ple", "vmx-ple" }, { "mtf", "vmx-mtf" },
	{ "mode-based-exec", "vmx-mbec" }, { "ept-mode-based-exec", "vmx-mbec" },
	{ "ept-violation-ve", "x-vmx-ept-violation-ve" }, { "tsc-scaling", "vmx-tsc-scaling" },
	{ "usr-wait-pause", "vmx-enable-user-wait-pause" },
	{ "notify-vm-exiting", "x-vmx-notify-exit" }, { "ipi-virt", "x-vmx-ipi-virt" },
	{ "ipiv", "x-vmx-ipi-virt" }, { "pausefilter", "pause-filter" },
	{ "npt-lock", "svm-lock" }, { "vls", "v-vmsave-vmload" },
};

static const char *flag_of(const struct nd_explain *e)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(flags); i++)
		if (nd_explain_is(e, flags[i][0]))
			return flags[i][1];
	return NULL;
}

void nd_explain_feature(struct nd_explain *e)
{
	const char *flag = flag_of(e);
	struct nd_bit_place place;
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_FEATURE))
		return;
	for (i = 0; i < nd_nr_features; i++) {
		nd_feature_place(&nd_features[i], &place);
		if (nd_explain_is(e, nd_features[i].id) || nd_explain_is(e, place.label) ||
		    (flag && !strcmp(flag, nd_features[i].id)))
			add_feature(e, &nd_features[i], &place);
	}
}

/* As /proc/cpuinfo has it. */
static void add_flag(struct nd_strings *names, const char *name)
{
	char flag[48];
	size_t i;

	scnprintf(flag, sizeof(flag), "%s", name);
	for (i = 0; flag[i]; i++)
		if (flag[i] == '-')
			flag[i] = '_';
	nd_strings_add(names, "%s", flag);
}

void nd_explain_feature_names(struct nd_strings *names)
{
	u32 i;

	for (i = 0; i < nd_nr_features; i++)
		nd_strings_add(names, "%s", nd_features[i].id);
	for (i = 0; i < ARRAY_SIZE(flags); i++)
		add_flag(names, flags[i][0]);
	for (i = 0; i < nd_nr_features; i++)
		if (nd_features[i].flags & ND_FEATURE_SVM && strchr(nd_features[i].id, '-'))
			add_flag(names, nd_features[i].id);
}

static void add_finding(struct nd_explain *e, const struct nd_finding *finding)
{
	struct nd_reading reading = { .sort = "finding", .id = finding->id };
	enum nd_verdict verdict;
	struct nd_row row, here, nesting, holes;
	struct nd_kernel_id kernel;
	struct nd_check check;
	char label[160];

	static const char *const words[] = {
		[ND_NOT_ASKED]		= "not applicable",
		[ND_PASSES]		= "in order",
		[ND_CANNOT_TELL]	= "unknown",
		[ND_FIRES]		= "applies here",
	};

	nd_row_init(&here, ND_ROW_NOTE, NULL, NULL, NULL);
	verdict = nd_finding_check(&check, finding, e->facts, e->cpu, &row);
	if (e->cpu || e->facts->nr_params)
		nd_row_printf(&here, "%s%s%s", words[verdict], *row.words ? ": " : "", row.words);
	if (verdict == ND_CANNOT_TELL && *here.words && check.remedy)
		nd_row_printf(&here, ". To find out: %s", check.remedy);
	scnprintf(label, sizeof(label), "%s (%s)", finding->id, finding->title);
	reading.label = label;
	reading.meaning = nd_finding_meaning(finding->id);
	reading.cause = verdict == ND_FIRES ? check.cause : finding->cause;
	reading.here = here.words;
	reading.remedy = verdict == ND_FIRES && check.remedy ? check.remedy : finding->remedy;
	/* Where it applies evidence and remedy say it themselves. */
	nd_holes_of(e->facts, &kernel);
	nd_row_init(&nesting, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_row_printf(&nesting, "%s", nd_finding_nesting(finding->id));
	nd_row_init(&holes, ND_ROW_NOTE, NULL, NULL, NULL);
	if (verdict != ND_FIRES && nd_holes_before(reading.remedy, &kernel, &holes))
		nd_row_printf(&nesting, " %s", holes.words);
	reading.nesting = nesting.words;
	reading.reference = finding->reference;
	nd_explain_add(e, &reading);
}

void nd_explain_finding(struct nd_explain *e)
{
	const struct nd_finding *finding;
	unsigned int i;

	if (!nd_explain_wants(e, ND_EXPLAIN_FINDING))
		return;
	for (i = 0; (finding = nd_finding_at(i)); i++)
		if (nd_explain_is(e, finding->id) || nd_explain_is(e, finding->title))
			add_finding(e, finding);
}

void nd_explain_finding_names(struct nd_strings *names)
{
	const struct nd_finding *finding;
	unsigned int i;

	for (i = 0; (finding = nd_finding_at(i)); i++)
		nd_strings_add(names, "%s", finding->id);
}
