// SPDX-License-Identifier: GPL-2.0-only
#include "core/caps/differ.h"
#include "core/caps/level.h"
#include "core/caps/usable.h"
#include "core/features/featurerows.h"
#include "core/features/features.h"
#include "core/features/offer.h"

#include "tools/cmd/cmd.h"
#include "tools/cmd/lists.h"
#include "tools/in/snapshot.h"

#define MANY	16	/* features in one state: more are not told one by one */

/**
 * struct telling - the features in one state, as people read them
 * @emit:     where it goes
 * @list:     those that are only named
 * @evidence: what proves the state of all of them, empty if it is not the same for all
 * @seen:     features so far
 * @told:     those of them with a row of their own
 * @few:      tell only of those that a guest notices, and name the others
 * @named:    the pass that names the others
 */
struct telling {
	const struct nd_emit *emit;
	struct nd_list list;
	char evidence[ND_ROW_WORDS];
	unsigned int seen;
	unsigned int told;
	bool few;
	bool named;
};

/* First pass: is the evidence the same for all? */
static void compare(void *ctx, const struct nd_row *row)
{
	struct telling *t = ctx;

	if (!t->seen++)
		scnprintf(t->evidence, sizeof(t->evidence), "%s", row->words);
	else if (strcmp(t->evidence, row->words))
		t->evidence[0] = '\0';
}

static const char *column(const struct nd_row *row, const char *key)
{
	u32 i;

	for (i = 0; i < row->nr_cols; i++)
		if (!strcmp(row->cols[i].key, key))
			return row->cols[i].str;
	return NULL;
}

static void tell(void *ctx, const struct nd_row *from)
{
	bool noticed = nd_feature_find(from->id)->flags & ND_FEATURE_NOTICED;
	struct telling *t = ctx;
	struct nd_row row;

	if (t->few && noticed == t->named)
		return;
	if (t->named) {
		nd_list_add(&t->list, from->id);
		return;
	}
	nd_row_init(&row, ND_ROW_SUPPORT, from->id, from->label, NULL);
	nd_row_printf(&row, "%s: ", from->id);
	if (!t->evidence[0] && from->words[0])
		nd_row_printf(&row, "%s. Without it, ", from->words);
	nd_row_printf(&row, "%s", column(from, "loss"));
	nd_emit_row(t->emit, &row);
	t->told++;
}

static void section(const struct nd_emit *emit, const char *title, unsigned int n)
{
	char text[128];

	scnprintf(text, sizeof(text), "%s (%u)", title, n);
	nd_emit_section(emit, text);
}

static void tell_missing(const struct nd_scene *scene, enum nd_feature_state state,
			 const struct nd_emit *emit)
{
	struct telling t = { .emit = emit, .list = { .emit = emit } };
	const struct nd_emit first = { compare, &t };
	const struct nd_emit second = { tell, &t };
	unsigned int n = nd_feature_rows(scene, state, &first);

	if (!n)
		return;
	section(emit, nd_feature_state_title(state), n);
	if (t.evidence[0])
		nd_list_sentence(emit, t.evidence);
	t.few = n > MANY;
	nd_feature_rows(scene, state, &second);
	if (!t.few)
		return;
	if (t.told)
		nd_emit_note(emit, "  Of minor importance:");
	t.named = true;
	nd_feature_rows(scene, state, &second);
	nd_list_end(&t.list);
}

static void name(void *ctx, const struct nd_row *row)
{
	struct telling *t = ctx;

	nd_list_add(&t->list, row->id);
}

static void tell_there(const struct nd_scene *scene, enum nd_feature_state state,
		       const struct nd_emit *emit)
{
	struct telling t = { .list = { .emit = emit } };
	const struct nd_emit names = { name, &t };
	unsigned int n = nd_feature_rows(scene, state, NULL);

	if (!n)
		return;
	section(emit, nd_feature_state_title(state), n);
	nd_feature_rows(scene, state, &names);
	nd_list_end(&t.list);
}

/* --all: one after the other, each with all that there is to say. */
static void tell_all(void *ctx, const struct nd_row *from)
{
	const struct nd_emit *emit = ctx;
	const char *param = column(from, "parameter");
	struct nd_row row;

	nd_row_init(&row, ND_ROW_SUPPORT, from->id, from->label, from->state);
	nd_row_printf(&row, "%s", from->id);
	if (param)
		nd_row_printf(&row, ", parameter %s", param);
	if (strcmp(column(from, "since"), "unknown"))
		nd_row_printf(&row, ", since %s", column(from, "since"));
	if (from->words[0])
		nd_row_printf(&row, ": %s", from->words);
	if (*column(from, "culprit"))
		nd_row_printf(&row, ". Without it, %s", column(from, "loss"));
	nd_emit_row(emit, &row);
}

static bool all_missing(const struct nd_scene *scene)
{
	return !nd_feature_rows(scene, ND_FEATURE_IN_USE, NULL) &&
	       !nd_feature_rows(scene, ND_FEATURE_AVAILABLE, NULL);
}

static void tell_people(const struct nd_scene *scene, const struct nd_emit *emit)
{
	/* What somebody can do something about comes first. */
	static const enum nd_feature_state missing[] = {
		ND_FEATURE_LOCKED, ND_FEATURE_OFF, ND_FEATURE_DROPPED, ND_FEATURE_NO_FIELD,
		ND_FEATURE_HIDDEN, ND_FEATURE_NOT_OFFERED, ND_FEATURE_MISSING,
		ND_FEATURE_UNREPORTED, ND_FEATURE_ABSENT,
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(missing); i++)
		tell_missing(scene, missing[i], emit);
	tell_there(scene, ND_FEATURE_UNKNOWN, emit);
	tell_there(scene, ND_FEATURE_IN_USE, emit);
	tell_there(scene, ND_FEATURE_AVAILABLE, emit);
	if (all_missing(scene))
		nd_emit_section(emit, "No feature is available");
}

static void tell_machine(const struct nd_scene *scene, const struct nd_emit *emit)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_FACT, "platform", "Platform", NULL);
	nd_level_describe(scene->cpu, &row);
	nd_row_str(&row, "hypervisor", nd_level_word(scene->cpu));
	nd_emit_row(emit, &row);
	nd_cpu_row(scene->facts, scene->cpu, &row);
	nd_emit_row(emit, &row);
	nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
	if (nd_unexposed_describe(scene->cpu, &row))
		nd_emit_row(emit, &row);
	if (nd_differ_rows(scene->facts, NULL)) {
		nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
		nd_row_printf(&row, "Showing CPU %u; the CPUs differ (see nestdiag caps), use --cpu for another.",
			      scene->cpu->id);
		nd_emit_row(emit, &row);
	}
	if (!scene->below_cpu)
		return;
	nd_row_init(&row, ND_ROW_FACT, "below", "Level below", NULL);
	nd_level_describe(scene->below_cpu, &row);
	nd_row_str(&row, "hypervisor", nd_level_word(scene->below_cpu));
	nd_emit_row(emit, &row);
}

static enum nd_exit judge(const struct nd_scene *scene)
{
	bool svm = nd_scene_is_svm(scene->cpu);
	const struct nd_feature *first = nd_feature_find(svm ? "npt" : "vmx-intr-exit");

	switch (nd_usable_best(scene->cpu)) {
	case ND_USABLE_NO_CPUID:
	case ND_USABLE_LOCKED:
		return ND_EXIT_BROKEN;
	default:
		return nd_feature_bit(scene->cpu, first) == ND_BIT_UNKNOWN ? ND_EXIT_UNKNOWN :
									     ND_EXIT_OK;
	}
}

static enum nd_exit show(struct nd_call *call, const struct nd_scene *scene)
{
	const struct nd_emit *emit = &call->out->emit;
	const struct nd_emit all = { tell_all, (void *)emit };

	tell_machine(scene, emit);
	if (call->args->json) {
		nd_feature_rows(scene, ND_NR_FEATURE_STATES, emit);
	} else if (call->args->all) {
		nd_emit_section(emit, "Features");
		nd_feature_rows(scene, ND_NR_FEATURE_STATES, &all);
	} else {
		tell_people(scene, emit);
	}
	return judge(scene);
}

static void tell_offered(const struct nd_facts *facts, enum nd_bit bit, const char *title,
			 const struct nd_emit *emit)
{
	struct telling t = { .list = { .emit = emit } };
	const struct nd_emit names = { name, &t };
	unsigned int n = nd_offer_rows(facts, bit, NULL);

	if (!n)
		return;
	section(emit, title, n);
	nd_offer_rows(facts, bit, &names);
	nd_list_end(&t.list);
}

/* Of what it can have: nothing in the machine's own registers stands behind it. */
static void tell_emulated(const struct nd_facts *facts, const struct nd_emit *emit)
{
	struct nd_list list = { .emit = emit };
	unsigned int i, n = 0;

	for (i = 0; i < nd_nr_features; i++)
		n += nd_offer_emulated(facts, &nd_features[i]);
	if (!n)
		return;
	section(emit, "KVM emulates for it, as this machine's own registers do not have them", n);
	for (i = 0; i < nd_nr_features; i++)
		if (nd_offer_emulated(facts, &nd_features[i]))
			nd_list_add(&list, nd_features[i].id);
	nd_list_end(&list);
}

/* --guest: not what KVM uses, but what it gives. It emulates some that the hardware lacks. */
static enum nd_exit show_offer(struct nd_call *call, const struct nd_scene *scene)
{
	const struct nd_facts *facts = &call->machine->facts;
	const struct nd_emit *emit = &call->out->emit;
	struct nd_row row;

	if (!nd_cmd_offered(call))
		return ND_EXIT_UNKNOWN;
	tell_machine(scene, emit);
	if (nd_offer_row(facts, &row))
		nd_emit_row(emit, &row);
	if (call->args->json) {
		nd_offer_rows(facts, ND_BIT_YES, emit);
		nd_offer_rows(facts, ND_BIT_NO, emit);
		nd_offer_rows(facts, ND_BIT_UNKNOWN, emit);
		return ND_EXIT_OK;
	}
	tell_offered(facts, ND_BIT_NO, "A hypervisor inside a guest will not see", emit);
	tell_offered(facts, ND_BIT_UNKNOWN, "Not known whether it will see", emit);
	tell_offered(facts, ND_BIT_YES, "A hypervisor inside a guest can have", emit);
	tell_emulated(facts, emit);
	return ND_EXIT_OK;
}

static enum nd_exit run(struct nd_call *call)
{
	struct nd_scene scene = { .facts = &call->machine->facts };
	struct nd_machine below = { 0 };
	enum nd_exit ret = ND_EXIT_OK;

	call->out->list(call->out, ND_ROW_SUPPORT);
	scene.cpu = nd_cmd_cpu(call);
	if (nd_cmd_elsewhere(call) || !scene.cpu)
		return ND_EXIT_UNKNOWN;
	if (call->args->guest)
		return show_offer(call, &scene);
	if (call->args->below) {
		ret = nd_machine_load(&below, call->args->below);
		scene.below_facts = &below.facts;
		scene.below_cpu = nd_facts_first(&below.facts);
		if (!ret && !scene.below_cpu) {
			snprintf(below.error, sizeof(below.error),
				 "%.200s: no CPU was recorded", below.name);
			ret = ND_EXIT_UNKNOWN;
		}
	}
	call->failed = ret;
	if (ret)
		nd_error("%s", below.error);
	else
		ret = show(call, &scene);
	nd_machine_free(&below);
	return ret;
}

const struct nd_cmd nd_cmd_features = {
	.name = "features",
	.summary = "show every virtualization feature, and what removed it",
	.details = "Shows for each virtualization feature that has a capability bit whether a\n"
		   "hypervisor on this machine can use it, and if not, what removed it: the CPU, the\n"
		   "firmware, the hypervisor below, eVMCS, a KVM parameter, or KVM itself, which\n"
		   "disables a feature if a requirement is missing. Missing features come first,\n"
		   "with evidence and consequence; available ones are only named.\n\n"
		   "A feature is called \"hidden\" only if the CPU model has it, or a snapshot of the\n"
		   "level below, given with --below, has it; otherwise it is \"not offered\". A\n"
		   "hypervisor may show any CPU model.\n\n"
		   "With --guest: what KVM here gives to a hypervisor inside its guests, as /dev/kvm\n"
		   "tells. That is another question: KVM emulates VMCS shadowing and the preemption\n"
		   "timer for guests on any hardware, and keeps some that it uses for itself.\n\n"
		   "Exit status: 0 shown, 2 no virtualization is available, 3 the registers could\n"
		   "not be read.",
	.example = "nestdiag features --below host.snapshot --from guest.snapshot",
	.options = "aBcG",
	.run = run,
};
