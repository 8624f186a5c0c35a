// SPDX-License-Identifier: GPL-2.0-only
/*
 * The features that one of two machines has and the other lacks.
 */
#include "core/features/attribute.h"
#include "core/features/model.h"

#include "tools/cmd/diff_features.h"
#include "tools/cmd/lists.h"

#define MANY	6	/* features lost one way: more are not told one by one */

/**
 * struct side - features that one machine has and the other lacks
 * @diff:  the comparison
 * @has:   who has them
 * @lacks: who lacks them
 * @kind:  of the rows
 * @state: what became of them where they are lacking
 */
struct side {
	struct nd_diff *diff;
	const struct nd_scene *has;
	const struct nd_scene *lacks;
	enum nd_row_kind kind;
	enum nd_feature_state state;
};

static bool is_lacking(const struct side *side, const struct nd_feature *feature,
		       struct nd_row *evidence)
{
	bool svm = feature->flags & ND_FEATURE_SVM;
	const struct nd_feature *root = nd_feature_find(svm ? "svm" : "vmx");

	if (svm != nd_scene_is_svm(side->has->cpu))
		return false;
	/* If the technology itself is missing, that says it all. */
	if (feature != root && nd_feature_bit(side->lacks->cpu, root) == ND_BIT_NO)
		return false;
	return nd_feature_state_there(nd_feature_state(side->has, feature, NULL)) &&
	       nd_feature_state(side->lacks, feature, evidence) == side->state;
}

static void lacking_row(const struct side *side, const struct nd_feature *feature,
			const struct nd_row *evidence)
{
	bool why = side->state == ND_FEATURE_OFF || side->state == ND_FEATURE_DROPPED ||
		   nd_model_only(side->lacks->cpu, feature);
	struct nd_bit_place place;
	struct nd_row row;

	nd_feature_place(feature, &place);
	nd_row_init(&row, side->kind, feature->id, place.label, NULL);
	/* The heading says it to people. */
	if (side->diff->args->json)
		row.state = nd_feature_state_word(side->state);
	if (side->diff->args->all)
		nd_row_printf(&row, "%s: %s. Without it, %s", feature->id, evidence->words,
			      feature->loss);
	else
		nd_row_printf(&row, "%s", why ? evidence->words : feature->loss);
	nd_row_str(&row, "culprit",
		   nd_culprit_word(nd_feature_state_culprit(side->lacks, side->state)));
	nd_row_str(&row, "evidence", evidence->words);
	nd_row_str(&row, "loss", feature->loss);
	nd_row_str(&row, "parameter", feature->param);
	nd_emit_row(&side->diff->out->emit, &row);
}

static void title(const struct side *side, unsigned int n)
{
	bool second = side->kind == ND_ROW_LOST;
	const char *head = nd_feature_state_title(side->state);
	char text[160];

	scnprintf(text, sizeof(text), "%s: %s (%u)",
		  !side->diff->up ? (second ? "Only the first one has" : "Only the second one has") :
		  second ? "Lost between the levels" : "Only the upper one has", head, n);
	nd_emit_section(&side->diff->out->emit, text);
}

/* Those that guests rarely notice, if there are many, are only named. */
static bool is_named(const struct side *side, const struct nd_feature *feature, unsigned int n)
{
	return n > MANY && !side->diff->args->json && !side->diff->args->all &&
	       !(feature->flags & ND_FEATURE_NOTICED);
}

static void compare_state(const struct side *side)
{
	struct nd_list names = { .emit = &side->diff->out->emit };
	struct nd_row evidence = { 0 };
	unsigned int i, n = 0;

	for (i = 0; i < nd_nr_features; i++)
		n += is_lacking(side, &nd_features[i], NULL);
	side->diff->found += n;
	if (n)
		title(side, n);
	for (i = 0; n && i < nd_nr_features; i++) {
		if (!is_lacking(side, &nd_features[i], &evidence))
			continue;
		if (is_named(side, &nd_features[i], n))
			nd_list_add(&names, nd_features[i].id);
		else
			lacking_row(side, &nd_features[i], &evidence);
	}
	nd_list_end(&names);
}

void nd_diff_features(struct nd_diff *diff)
{
	struct side lost = { diff, &diff->a, &diff->b, ND_ROW_LOST, 0 };
	struct side gained = { diff, &diff->b, &diff->a, ND_ROW_GAINED, 0 };
	static const enum nd_feature_state order[] = {
		ND_FEATURE_LOCKED, ND_FEATURE_OFF, ND_FEATURE_DROPPED, ND_FEATURE_NO_FIELD,
		ND_FEATURE_HIDDEN, ND_FEATURE_NOT_OFFERED, ND_FEATURE_MISSING,
		ND_FEATURE_UNREPORTED, ND_FEATURE_ABSENT,
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(order); i++) {
		lost.state = order[i];
		compare_state(&lost);
	}
	for (i = 0; i < ARRAY_SIZE(order); i++) {
		gained.state = order[i];
		compare_state(&gained);
	}
}
