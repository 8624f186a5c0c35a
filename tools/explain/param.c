// SPDX-License-Identifier: GPL-2.0-only
/*
 * Parameters of KVM's modules: NAME, MODULE.NAME or MODULE/NAME; a dash is as good as an
 * underscore, as on the kernel's command line.
 */
#include <stdio.h>

#include "tools/explain/kvmsettings.h"
#include "tools/explain/param.h"

static bool same_name(const char *a, const char *b, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if ((a[i] == '-' ? '_' : a[i]) != b[i])
			return false;
	return !b[len];
}

static bool names_it(const char *word, const struct nd_kvm_setting *s)
{
	const char *point = strpbrk(word, "./");
	size_t len = strcspn(word, "=");

	if (point && !same_name(word, s->module, point - word))
		return false;
	if (point) {
		len -= point + 1 - word;
		word = point + 1;
	}
	return same_name(word, s->name, len);
}

/* "7.1" and "7.2 to 7.3": there is no release between them. */
static bool is_gapless(const struct nd_kvm_setting *s)
{
	unsigned int absent[2], first[2];

	return sscanf(s->absent, "%u.%u", &absent[0], &absent[1]) == 2 &&
	       sscanf(s->versions, "%u.%u", &first[0], &first[1]) == 2 &&
	       absent[0] == first[0] && absent[1] + 1 == first[1];
}

static void add_param(struct nd_explain *e, const struct nd_kvm_setting *s)
{
	const char *value = nd_facts_param(e->facts, s->module, s->name);
	struct nd_reading reading = { .sort = "parameter of KVM", .id = s->name };
	struct nd_row meaning, here;
	char label[80];

	nd_row_init(&meaning, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_row_printf(&meaning, "%s. Default: %s. In Linux %s", s->meaning, s->value, s->versions);
	if (s->absent)
		nd_row_printf(&meaning, ", not in %s%s", s->absent,
			      is_gapless(s) ? "" : "; which of those between have it was not read");
	nd_row_init(&here, ND_ROW_NOTE, NULL, NULL, NULL);
	if (value)
		nd_row_printf(&here, "%s", value);
	else if (e->facts->nr_params)
		nd_row_printf(&here, "unknown: %s is not loaded, or does not have it", s->module);
	scnprintf(label, sizeof(label), "%s.%s", s->module, s->name);
	reading.label = label;
	reading.meaning = meaning.words;
	reading.nesting = s->nesting ? s->nesting :
		"Nothing is known that is special to nested guests: it acts on all guests of this KVM alike.";
	reading.here = here.words;
	nd_explain_add(e, &reading);
}

void nd_explain_param(struct nd_explain *e)
{
	const struct nd_kvm_setting *s;

	if (!nd_explain_wants(e, ND_EXPLAIN_PARAM))
		return;
	for (s = nd_kvm_settings; s->name; s++)
		if (names_it(e->word, s))
			add_param(e, s);
}

void nd_explain_param_names(struct nd_strings *names)
{
	const struct nd_kvm_setting *s;

	for (s = nd_kvm_settings; s->name; s++)
		nd_strings_add(names, "%s.%s", s->module, s->name);
}
