// SPDX-License-Identifier: GPL-2.0-only
#include "tools/baseline/cpuline.h"
#include "tools/out/text.h"

#define LINE	8192	/* all names of QEMU take less than half of it */

/* Of features with one name the first speaks for all. */
static bool is_first_of_name(const struct nd_feature *feature, const char *name)
{
	const char *other;
	unsigned int i;

	for (i = 0; &nd_features[i] < feature; i++) {
		other = nd_qemu_name(&nd_features[i]);
		if (other && !strcmp(other, name))
			return false;
	}
	return true;
}

static bool implies_name(const struct nd_qemu_model *model, const char *name)
{
	const char *other;
	unsigned int i;

	for (i = 0; i < nd_nr_features; i++) {
		other = nd_qemu_name(&nd_features[i]);
		if (other && !strcmp(other, name) && nd_qemu_implies(model, &nd_features[i]))
			return true;
	}
	return false;
}

enum nd_cpu_sign nd_cpu_sign(const struct nd_baseline *baseline, const struct nd_qemu_model *model,
			     const struct nd_feature *feature)
{
	const char *name = nd_qemu_name(feature);

	if (!name || !(feature->flags & ND_FEATURE_SVM) == baseline->hosts[0].svm ||
	    nd_qemu_newer(feature) || !is_first_of_name(feature, name))
		return ND_SIGN_NONE;
	if (nd_baseline_named(baseline, feature) != ND_BIT_YES)
		return implies_name(model, name) ? ND_SIGN_OFF : ND_SIGN_NONE;
	/* Also a name that stands for several, of which the model has only some. */
	if (nd_qemu_needs(model, feature))
		return ND_SIGN_NONE;
	return nd_qemu_implies(model, feature) && !strcmp(name, feature->id) &&
	       strcmp(name, "vmx-invept-single-context") ? ND_SIGN_NONE : ND_SIGN_ON;
}

static void qemu_line(const struct nd_baseline *baseline, const struct nd_qemu_model *model,
		      struct nd_out *out)
{
	char line[LINE];
	enum nd_cpu_sign sign;
	unsigned int i, pass;
	int at;

	at = scnprintf(line, sizeof(line), "-cpu %s", model ? model->name : ND_MODEL_WORD);
	for (pass = ND_SIGN_ON; pass <= ND_SIGN_OFF; pass++) {
		for (i = 0; i < nd_nr_features; i++) {
			sign = nd_cpu_sign(baseline, model, &nd_features[i]);
			if (sign == pass)
				at += scnprintf(line + at, sizeof(line) - at, ",%c%s",
						sign == ND_SIGN_ON ? '+' : '-',
						nd_qemu_name(&nd_features[i]));
		}
	}
	scnprintf(line + at, sizeof(line) - at, ",enforce");
	out->line(out, "qemu", line);
}

static void libvirt_lines(const struct nd_baseline *baseline, const struct nd_qemu_model *model,
			  struct nd_out *out)
{
	enum nd_cpu_sign sign;
	char line[160];
	unsigned int i;

	out->line(out, "libvirt", "<cpu mode='custom' match='exact' check='full'>");
	scnprintf(line, sizeof(line), "  <model fallback='forbid'>%s</model>",
		  model ? model->name : ND_MODEL_WORD);
	out->line(out, "libvirt", line);
	for (i = 0; i < nd_nr_features; i++) {
		sign = nd_cpu_sign(baseline, model, &nd_features[i]);
		if (sign == ND_SIGN_NONE)
			continue;
		scnprintf(line, sizeof(line), "  <feature policy='%s' name='%s'/>",
			  sign == ND_SIGN_ON ? "require" : "disable", nd_libvirt_name(&nd_features[i]));
		out->line(out, "libvirt", line);
	}
	out->line(out, "libvirt", "</cpu>");
}

void nd_cpu_lines(const struct nd_baseline *baseline, const struct nd_qemu_model *model,
		  struct nd_out *out)
{
	nd_emit_section(&out->emit, "QEMU");
	qemu_line(baseline, model, out);
	nd_emit_section(&out->emit, "libvirt");
	libvirt_lines(baseline, model, out);
}
