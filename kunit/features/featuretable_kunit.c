// SPDX-License-Identifier: GPL-2.0-only
/*
 * The tables of features and of KVM's parameters.
 */
#include <kunit/test.h>
#include "core/features/features.h"

/* One fact, one row: each id has a place, and no place is named twice. */
static void feat_test_tables(struct kunit *test)
{
	struct nd_bit_place place, other;
	u32 i, j;

	for (i = 0; i < nd_nr_features; i++) {
		const struct nd_feature *feature = &nd_features[i];

		nd_feature_place(feature, &place);
		KUNIT_EXPECT_TRUE_MSG(test, place.leaf || place.reg < ND_NR_REGS, "%s",
				      feature->id);
		KUNIT_EXPECT_TRUE(test, nd_feature_find(feature->id) == feature);
		KUNIT_EXPECT_TRUE_MSG(test, feature->loss && *feature->loss, "%s", feature->id);
		/* No processor is known to have it before the first one that has it. */
		KUNIT_EXPECT_TRUE_MSG(test, !feature->core || feature->since <= feature->core,
				      "%s", feature->id);
		KUNIT_EXPECT_TRUE_MSG(test, !feature->xeon || feature->since <= feature->xeon,
				      "%s", feature->id);
		if (feature->param)
			KUNIT_EXPECT_TRUE_MSG(test, nd_kvm_param_find(feature->flags &
					      ND_FEATURE_SVM ? "kvm_amd" : "kvm_intel",
					      feature->param), "%s", feature->id);
		for (j = 0; j < i; j++) {
			nd_feature_place(&nd_features[j], &other);
			KUNIT_EXPECT_TRUE_MSG(test, !feat_test_same_place(&place, &other),
					      "%s and %s", feature->id, nd_features[j].id);
		}
	}
	for (i = 0; i < nd_nr_ctl_groups; i++)
		for (j = 0; j < nd_ctl_groups[i].nr_bits; j++)
			KUNIT_EXPECT_TRUE_MSG(test,
					      nd_feature_find(nd_ctl_groups[i].bits[j].id),
					      "%s has no row in featuretable.c",
					      nd_ctl_groups[i].bits[j].id);
}

/* Every named bit of the other tables is a feature, too; FEATURE_CONTROL and VM_CR have none. */
static void feat_test_fields(struct kunit *test)
{
	u32 i, j;

	for (i = 0; i < ARRAY_SIZE(field_vmx_tables); i++)
		for (j = 0; j < field_vmx_tables[i].nr_fields; j++)
			KUNIT_EXPECT_TRUE_MSG(test, !field_vmx_tables[i].fields[j].id ||
					      nd_feature_find(field_vmx_tables[i].fields[j].id),
					      "%s", field_vmx_tables[i].fields[j].id);
	for (i = 0; i < ARRAY_SIZE(field_svm_tables); i++)
		for (j = 0; j < field_svm_tables[i].nr_fields; j++)
			KUNIT_EXPECT_TRUE_MSG(test, !field_svm_tables[i].fields[j].id ||
					      nd_feature_find(field_svm_tables[i].fields[j].id),
					      "%s", field_svm_tables[i].fields[j].id);
}

static void feat_test_param_table(struct kunit *test)
{
	u32 i, j;

	for (i = 0; i < nd_nr_kvm_params; i++) {
		const struct nd_kvm_param *param = &nd_kvm_params[i];

		KUNIT_EXPECT_NOT_NULL(test, param->bits[0]);
		for (j = 0; j < ARRAY_SIZE(param->bits) && param->bits[j]; j++)
			KUNIT_EXPECT_TRUE_MSG(test, nd_feature_find(param->bits[j]), "%s",
					      param->bits[j]);
		for (j = 0; j < ARRAY_SIZE(param->any) && param->any[j]; j++)
			KUNIT_EXPECT_TRUE_MSG(test, nd_feature_find(param->any[j]), "%s",
					      param->any[j]);
		for (j = 0; j < ARRAY_SIZE(param->params) && param->params[j]; j++)
			KUNIT_EXPECT_TRUE_MSG(test, nd_kvm_param_find(param->module,
								      param->params[j]),
					      "%s", param->params[j]);
	}
	KUNIT_EXPECT_TRUE(test, nd_flag_is("N", false));
	KUNIT_EXPECT_TRUE(test, nd_flag_is("0", false));
	KUNIT_EXPECT_FALSE(test, nd_flag_is("Y", false));
	KUNIT_EXPECT_FALSE(test, nd_flag_is("128", false));
	KUNIT_EXPECT_NULL(test, nd_feature_find("vmx-nothing"));
	KUNIT_EXPECT_NULL(test, nd_kvm_param_find("kvm_amd", "ept"));
}

static struct kunit_case featuretable_test_cases[] = {
	KUNIT_CASE(feat_test_tables),
	KUNIT_CASE(feat_test_fields),
	KUNIT_CASE(feat_test_param_table),
	{}
};

static struct kunit_suite nestdiag_featuretable_suite = {
	.name = "nestdiag_featuretable",
	.init = feat_test_init,
	.test_cases = featuretable_test_cases,
};
