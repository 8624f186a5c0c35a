// SPDX-License-Identifier: GPL-2.0-only
#include "core/facts/kernel.h"
#include "core/findings/holes.h"

#include "tools/digest/seen.h"

bool nd_is_listed(const char *list, const char *word, const char *by)
{
	size_t len = strlen(word);

	while (*list) {
		size_t n = strcspn(list, by);

		if (n == len && !memcmp(list, word, n))
			return true;
		list += n;
		list += strspn(list, by);
	}
	return false;
}

static bool is_msr(enum nd_msg_kind kind)
{
	return kind == ND_MSG_MSR || (kind >= ND_MSG_VMX_MSR && kind <= ND_MSG_TRACE_MSR);
}

void nd_seen_add(struct nd_seen *seen, const struct nd_msg_match *m)
{
	size_t at = strlen(seen->other);
	u32 i;

	for (i = 0; i < m->nr; i++) {
		const struct nd_msg_value *v = &m->values[i];

		if (v->kind != ND_MSG_WORD && !is_msr(v->kind))
			continue;
		if (i < seen->match.nr && !strcmp(seen->match.values[i].text, v->text))
			continue;
		if (nd_is_listed(seen->other, v->text, ", "))
			continue;
		if (at + strlen(v->text) + 3 > sizeof(seen->other)) {
			seen->more++;
			continue;
		}
		at += scnprintf(seen->other + at, sizeof(seen->other) - at, "%s%s", at ? ", " : "",
				v->text);
	}
}

/* "in evmcs_write64 of kvm_intel, on Linux 5.4.0-1048-azure" */
static void fault_describe(struct nd_row *row, const struct nd_fault *fault)
{
	const char *place = *fault->function ? fault->function : fault->place;

	if (*place)
		nd_row_printf(row, "%sin %s", *row->words ? "; " : "", place);
	if (*fault->function && *fault->module)
		nd_row_printf(row, " of %s", fault->module);
	if (*fault->kernel)
		nd_row_printf(row, "%son Linux %s", *row->words ? ", " : "", fault->kernel);
	if (*fault->foreign)
		nd_row_printf(row, "%swith modules of another hypervisor loaded: %s",
			      *row->words ? "; " : "", fault->foreign);
}

void nd_seen_describe(struct nd_row *row, const struct nd_seen *seen, const struct nd_cpu *cpu)
{
	nd_msg_describe(row, &seen->match, cpu);
	fault_describe(row, &seen->fault);
	if (!*seen->other)
		return;
	nd_row_printf(row, "%salso %s", *row->words ? "; " : "", seen->other);
	if (seen->more)
		nd_row_printf(row, " and %u more", seen->more);
}

bool nd_seen_holes(const struct nd_seen *seen, bool arm, struct nd_row *row)
{
	const struct nd_fault *fault = &seen->fault;
	struct nd_kernel_id id;
	u32 who = ND_HOLE_X86;

	if (!seen->match.message->fault || !*fault->kernel)
		return false;
	if (arm)
		who = ND_HOLE_ARM64;
	else if (!strcmp(fault->module, "kvm_intel"))
		who = ND_HOLE_INTEL;
	else if (!strcmp(fault->module, "kvm_amd"))
		who = ND_HOLE_AMD;
	nd_kernel_identify(fault->kernel, fault->build, &id);
	nd_holes_describe(&id, who, row);
	return *row->words;
}

void nd_seen_basis(struct nd_row *row, const struct nd_seen *seen)
{
	const char *stem = seen->match.stem;
	size_t len;

	if (!stem)
		return;
	while (*stem == ' ')
		stem++;
	len = strlen(stem);
	while (len && strchr(" :", stem[len - 1]))
		len--;
	nd_row_printf(row, "A failure, and \"%.*s\" in it: the line itself is not in the catalogue.",
		      (int)len, stem);
}
