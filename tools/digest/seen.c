// SPDX-License-Identifier: GPL-2.0-only
#include <ctype.h>
#include <string.h>

#include "core/entry/nestedchecks.h"
#include "core/facts/kernel.h"
#include "core/findings/holes.h"

#include "tools/digest/seen.h"

bool nd_seen_is_near(const struct nd_seen *seen, u64 line, u64 lines)
{
	return (seen->line > line ? seen->line - line : line - seen->line) <= lines;
}

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

static void add_other(struct nd_seen *seen, const char *text)
{
	size_t at = strlen(seen->other);

	if (nd_is_listed(seen->other, text, ", "))
		return;
	if (at + strlen(text) + 3 > sizeof(seen->other)) {
		seen->more++;
		return;
	}
	scnprintf(seen->other + at, sizeof(seen->other) - at, "%s%s", at ? ", " : "", text);
}

void nd_seen_add(struct nd_seen *seen, const struct nd_msg_match *m)
{
	u32 i;

	for (i = 0; i < m->nr; i++) {
		const struct nd_msg_value *v = &m->values[i];

		if (v->kind != ND_MSG_WORD && !is_msr(v->kind))
			continue;
		if (i < seen->match.nr && !strcmp(seen->match.values[i].text, v->text))
			continue;
		add_other(seen, v->text);
	}
}

void nd_seen_add_line(struct nd_seen *seen, const char *line, size_t len)
{
	u32 hash = 1;
	size_t i;

	for (i = 0; i < len; i++)
		if (isalpha((u8)line[i]) && !isxdigit((u8)line[i]))
			hash = hash * 31 + (u8)line[i];
	if (!seen->words)
		seen->words = hash;
	seen->varied = seen->varied || hash != seen->words;
}

static bool is_of_name(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static size_t name_length(const char *text, size_t len)
{
	size_t n = 0;

	while (n < len && is_of_name(text[n]))
		n++;
	return n;
}

/* "0x80370102", "0xC0351000": ten bytes. */
static bool is_hresult(const char *text, size_t len)
{
	size_t i;

	if (len < 10 || memcmp(text, "0x", 2) || !strchr("8cC", text[2]))
		return false;
	for (i = 2; i < 10; i++)
		if (!isxdigit((u8)text[i]))
			return false;
	return len == 10 || !isxdigit((u8)text[10]);
}

void nd_seen_add_codes(struct nd_seen *seen, const char *line, size_t len)
{
	static const char *const begins[] = { "VERR_", "HCS_E_", "WSL_E_", "HV_STATUS_", "WHV_E_" };
	char code[64];
	size_t at, i, n;

	for (at = 0; at < len; at += n ? n : 1) {
		n = name_length(line + at, len - at);
		for (i = 0; i < ARRAY_SIZE(begins); i++)
			if (n > strlen(begins[i]) &&
			    !memcmp(line + at, begins[i], strlen(begins[i])))
				break;
		if (is_hresult(line + at, len - at))
			n = 10;
		else if (i == ARRAY_SIZE(begins))
			continue;
		scnprintf(code, sizeof(code), "%.*s", (int)n, line + at);
		if (!strstr(seen->text, code))
			add_other(seen, code);
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

/* KVM's trace event has the condition of its source. */
static void check_describe(struct nd_row *row, const struct nd_seen *seen)
{
	static const char event[] = "kvm_nested_vmenter_failed: ";
	const char *text = strstr(seen->text, event);
	char words[ND_NESTED_WORDS];

	if (text)
		nd_row_printf(row, "%s", nd_nested_words(text + sizeof(event) - 1, 0, words,
							 sizeof(words)));
}

void nd_seen_describe(struct nd_row *row, const struct nd_seen *seen, const struct nd_cpu *cpu)
{
	check_describe(row, seen);
	nd_msg_describe(row, &seen->match, cpu);
	fault_describe(row, &seen->fault);
	if (!*seen->other)
		return;
	nd_row_printf(row, "%salso %s", *row->words ? "; " : "", seen->other);
	if (seen->more)
		nd_row_printf(row, " and %u more", seen->more);
}

/* A fault or lockup in KVM's code; that of others is not in the records of KVM's holes. */
static bool is_in_kvm(const struct nd_seen *seen)
{
	const struct nd_message *message = seen->match.message;
	static const char *const others[] = { "hyperv-bug", "hypervisor-module-bug", "pvm-bug" };
	const char *id = message->fault ? message->id : nd_fault_entry(&seen->fault);
	size_t i;

	if (!message->fault && !*seen->fault.function)
		return false;
	for (i = 0; i < ARRAY_SIZE(others); i++)
		if (!strcmp(id, others[i]))
			return false;
	return true;
}

bool nd_seen_holes(const struct nd_seen *seen, bool arm, struct nd_row *row)
{
	const struct nd_fault *fault = &seen->fault;
	struct nd_kernel_id id;
	u32 who = ND_HOLE_X86;

	if (!*fault->kernel || !is_in_kvm(seen))
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
