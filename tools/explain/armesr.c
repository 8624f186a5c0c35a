// SPDX-License-Identifier: GPL-2.0-only
#include "core/exits/armesr.h"

#include "tools/explain/armesr.h"

static void add_class(struct nd_explain *e, u32 class, const char *details)
{
	struct nd_reading reading = { .sort = "exception class of Arm" };
	char id[16], label[64], meaning[256];

	scnprintf(id, sizeof(id), "0x%02x", class);
	scnprintf(label, sizeof(label), "class %s, %s", id, nd_arm_class_name(class));
	scnprintf(meaning, sizeof(meaning), "What the processor met: %s%s%s.",
		  nd_arm_class_words(class), *details ? ": " : "", details);
	reading.id = id;
	reading.label = label;
	reading.meaning = meaning;
	reading.reference = "Arm Architecture Reference Manual, ESR_EL2";
	nd_explain_add(e, &reading);
}

void nd_explain_arm_esr(struct nd_explain *e)
{
	char details[128];
	u32 class = nd_arm_class(e->num);

	if (!nd_explain_wants(e, ND_EXPLAIN_ARM_ESR) || !e->number || !nd_arm_class_name(class))
		return;
	nd_arm_esr_details(e->num, details, sizeof(details));
	add_class(e, class, details);
}

void nd_explain_arm_class(struct nd_explain *e)
{
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_ARM_CLASS))
		return;
	for (i = 0; i < ND_NR_ARM_CLASSES; i++) {
		const char *name = nd_arm_class_name(i);

		/* "ERET", "OTHER", "SVE" alone may be anything. */
		if (name && (e->number ? e->num == i :
			     e->sorts == ND_EXPLAIN_ARM_CLASS || strpbrk(name, "_0123456789") ?
			     nd_explain_is(e, name) : false))
			add_class(e, i, "");
	}
}

void nd_explain_arm_names(struct nd_strings *names)
{
	u32 i;

	for (i = 0; i < ND_NR_ARM_CLASSES; i++)
		if (nd_arm_class_name(i) && strpbrk(nd_arm_class_name(i), "_0123456789"))
			nd_strings_add(names, "%s", nd_arm_class_name(i));
}
