// SPDX-License-Identifier: GPL-2.0-only
/*
 * Features as rows and lists.
 */
#include "core/facts/emulator.h"
#include "core/facts/hypervisor.h"
#include "core/facts/regs.h"
#include "core/features/attribute.h"
#include "core/features/featurerows.h"
#include "core/features/features.h"

static bool featrow_is_here(const struct nd_cpu *cpu, const struct nd_feature *feature)
{
	return !(feature->flags & ND_FEATURE_SVM) == !nd_scene_is_svm(cpu);
}

enum nd_culprit nd_feature_culprit(const struct nd_facts *facts, const struct nd_cpu *cpu,
				   const struct nd_feature *feature, const char **label)
{
	const struct nd_scene scene = { .facts = facts, .cpu = cpu };
	struct nd_bit_place place;

	nd_feature_place(feature, &place);
	*label = place.label;
	return nd_feature_state_culprit(&scene, nd_feature_state(&scene, feature, NULL));
}

/*
 * The number of the first feature from @i on that guests notice and that @culprit is to blame for.
 */
static unsigned int featrow_noticed(const struct nd_facts *facts, const struct nd_cpu *cpu,
				    enum nd_culprit culprit, unsigned int i, const char **label)
{
	for (; i < nd_nr_features; i++)
		if ((nd_features[i].flags & ND_FEATURE_NOTICED) &&
		    featrow_is_here(cpu, &nd_features[i]) &&
		    nd_feature_culprit(facts, cpu, &nd_features[i], label) == culprit)
			break;
	return i;
}

static unsigned int featrow_available(const struct nd_facts *facts, const struct nd_cpu *cpu,
				      unsigned int i, const char **label)
{
	return featrow_noticed(facts, cpu, ND_CULPRIT_NONE, i, label);
}

void nd_available_describe(const struct nd_facts *facts, const struct nd_cpu *cpu,
			   struct nd_row *row)
{
	const char *label, *gap = "";
	unsigned int i, unknown = 0;

	for (i = 0; (i = featrow_available(facts, cpu, i, &label)) < nd_nr_features; i++) {
		nd_row_printf(row, "%s%s", gap, label);
		gap = ", ";
	}
	for (i = 0; (i = featrow_noticed(facts, cpu, ND_CULPRIT_UNKNOWN, i, &label)) <
	     nd_nr_features; i++)
		unknown++;
	if (!*gap && !unknown)
		nd_row_printf(row, "nothing beyond plain %s", nd_scene_is_svm(cpu) ? "SVM" : "VMX");
	else if (unknown)
		nd_row_printf(row, "%s%u feature%s not known: not all registers were read",
			      *gap ? "; " : "", unknown, unknown == 1 ? " is" : "s are");
}

void nd_available_rows(const struct nd_facts *facts, const struct nd_cpu *cpu,
		       const struct nd_emit *emit)
{
	const char *label;
	struct nd_row row;
	unsigned int i;

	for (i = 0; (i = featrow_available(facts, cpu, i, &label)) < nd_nr_features; i++) {
		nd_row_init(&row, ND_ROW_AVAILABLE, nd_features[i].id, label, NULL);
		nd_emit_row(emit, &row);
	}
}

bool nd_unexposed_describe(const struct nd_cpu *cpu, struct nd_row *row)
{
	const struct nd_feature *root = nd_feature_find(nd_scene_is_svm(cpu) ? "svm" : "vmx");
	unsigned int i, n = 0;

	if (nd_feature_bit(cpu, root) != ND_BIT_NO)
		return false;
	for (i = 0; i < nd_nr_features; i++)
		n += &nd_features[i] != root && featrow_is_here(cpu, &nd_features[i]);
	if (nd_emulator_foreign(cpu))
		nd_row_printf(row, "the emulated processor has no %s, so it has none of its %u features",
			      root->id, n);
	else if (nd_hv_present(cpu))
		nd_row_printf(row, "%s is not exposed to this machine, so none of its %u features is",
			      root->id, n);
	else
		nd_row_printf(row, "CPUID does not report %s, so none of its %u features can be used",
			      root->id, n);
	return true;
}

/* In few words if those do; if they do not, the evidence stays. */
static void featrow_because(struct nd_row *row, enum nd_feature_state state)
{
	static const char *const because[ND_NR_FEATURE_STATES] = {
		[ND_FEATURE_UNKNOWN]	 = "unknown: the register was not read",
		[ND_FEATURE_NO_FIELD]	 = "because of eVMCS: version 1 has no field for it",
		[ND_FEATURE_HIDDEN]	 = "hidden by the hypervisor below",
		[ND_FEATURE_NOT_OFFERED] = "not offered by the hypervisor below",
		[ND_FEATURE_UNREPORTED]	 = "not reported: off in firmware, or this CPU does not have it",
		[ND_FEATURE_ABSENT]	 = "this CPU does not have it",
		[ND_FEATURE_MISSING]	 = "missing: the hypervisor below, if any, is unknown",
	};

	if (!because[state])
		return;
	row->words[0] = '\0';
	nd_row_printf(row, "%s", because[state]);
}

unsigned int nd_missing_rows(const struct nd_facts *facts, const struct nd_cpu *cpu,
			     const struct nd_emit *emit)
{
	const struct nd_scene scene = { .facts = facts, .cpu = cpu };
	unsigned int i, missing = 0;
	struct nd_row row;

	for (i = 0; i < nd_nr_features; i++) {
		const struct nd_feature *feature = &nd_features[i];
		enum nd_feature_state state;
		struct nd_bit_place place;

		if (!(feature->flags & ND_FEATURE_NOTICED) || !featrow_is_here(cpu, feature))
			continue;
		nd_feature_place(feature, &place);
		nd_row_init(&row, ND_ROW_MISSING, feature->id, place.label, NULL);
		state = nd_feature_state(&scene, feature, &row);
		if (nd_feature_state_there(state))
			continue;
		featrow_because(&row, state);
		nd_row_str(&row, "culprit",
			   nd_culprit_word(nd_feature_state_culprit(&scene, state)));
		nd_row_str(&row, "evidence", row.words);
		nd_row_str(&row, "loss", feature->loss);
		nd_emit_row(emit, &row);
		missing++;
	}
	return missing;
}

void nd_feature_cols(struct nd_row *row, const struct nd_scene *scene,
		     const struct nd_feature *feature, const struct nd_bit_place *place,
		     enum nd_feature_state state)
{
	nd_row_str(row, "culprit", nd_culprit_word(nd_feature_state_culprit(scene, state)));
	nd_row_str(row, "evidence", row->words);
	nd_row_str(row, "loss", feature->loss);
	nd_row_str(row, "parameter", feature->param);
	nd_row_str(row, "since", nd_generation_name(feature->since));
	if (place->leaf) {
		nd_row_hex(row, "leaf", place->leaf);
		nd_row_str(row, "register", place->cpuid_reg);
	} else {
		nd_row_hex(row, "msr", nd_reg_desc(place->reg)->index);
	}
	nd_row_dec(row, "bit", place->bit);
}

unsigned int nd_feature_rows(const struct nd_scene *scene, enum nd_feature_state state,
			     const struct nd_emit *emit)
{
	unsigned int i, found = 0;
	struct nd_row row;

	for (i = 0; i < nd_nr_features; i++) {
		const struct nd_feature *feature = &nd_features[i];
		enum nd_feature_state it;
		struct nd_bit_place place;

		if (!featrow_is_here(scene->cpu, feature))
			continue;
		nd_feature_place(feature, &place);
		nd_row_init(&row, ND_ROW_SUPPORT, feature->id, place.label, NULL);
		it = nd_feature_state(scene, feature, &row);
		if (state != ND_NR_FEATURE_STATES && it != state)
			continue;
		found++;
		if (!emit)
			continue;
		row.state = nd_feature_state_word(it);
		nd_feature_cols(&row, scene, feature, &place, it);
		nd_emit_row(emit, &row);
	}
	return found;
}
