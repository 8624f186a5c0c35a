// SPDX-License-Identifier: GPL-2.0-only
/*
 * What KVM's trace events tell of hot spots, and the table of what was counted.
 *
 * The events and their fields are those of Linux 6.12, arch/x86/kvm/trace.h and
 * include/trace/events/kvm.h.
 */
#include <stdlib.h>

#include "tools/hot/hot.h"

const char *nd_hot_word(u32 what)
{
	static const char *const words[ND_NR_HOT] = {
		"msr", "port", "gpa", "cpuid", "hypercall", "cr", "apicv",
	};

	return what < ND_NR_HOT ? words[what] : NULL;
}

const struct nd_hot_event nd_hot_events[ND_NR_HOT_POINTS] = {
	[ND_HOT_KVM_MSR] = { ND_HOT_MSR, "kvm_msr", "ecx", "write", "exception", 0,
			     { "read", "write", "read,#GP", "write,#GP" } },
	[ND_HOT_KVM_PIO] = { ND_HOT_PORT, "kvm_pio", "port", "rw", NULL, 0, { "in", "out" } },
	/*
	 * A read that user space has to answer is traced twice: first as one that is not satisfied.
	 */
	[ND_HOT_KVM_MMIO] = { ND_HOT_GPA, "kvm_mmio", "gpa", "type", NULL, 0,
			      { NULL, "read", "write" } },
	[ND_HOT_KVM_FAST_MMIO] = { ND_HOT_GPA, "kvm_fast_mmio", "gpa", NULL, NULL, 0, { "doorbell" } },
	[ND_HOT_KVM_PAGE_FAULT] = { ND_HOT_GPA, "kvm_page_fault", "fault_address", NULL, NULL,
				    ND_HOT_REGION, { "fault" } },
	[ND_HOT_KVM_CPUID] = { ND_HOT_CPUID, "kvm_cpuid", "function", NULL, NULL, 0, { "cpuid" } },
	[ND_HOT_KVM_HYPERCALL] = { ND_HOT_HYPERCALL, "kvm_hypercall", "nr", NULL, NULL, 0, { "kvm" } },
	[ND_HOT_KVM_HV_HYPERCALL] = { ND_HOT_HYPERCALL, "kvm_hv_hypercall", "code", NULL, NULL, 0,
				      { "hyper-v" } },
	[ND_HOT_KVM_CR] = { ND_HOT_CR, "kvm_cr", "cr", "rw", NULL, 0, { "read", "write" } },
	[ND_HOT_KVM_APICV] = { ND_HOT_APICV, "kvm_apicv_inhibit_changed", "reason", "set", NULL, 0,
			       { "cleared", "set" } },
};

const char *nd_hot_keys(const struct nd_hot_event *event, char *buf)
{
	snprintf(buf, ND_HOT_KEYS, "%s%s%s%s%s", event->index, event->op ? "," : "",
		 event->op ? event->op : "", event->flag ? "," : "", event->flag ? event->flag : "");
	return buf;
}

void nd_hot_add(struct nd_hot *hot, const struct nd_hot_count *one)
{
	u32 i;

	if (one->op >= ND_HOT_OPS || !nd_hot_events[one->point].ops[one->op])
		return;
	for (i = 0; i < hot->nr; i++) {
		struct nd_hot_count *there = &hot->counts[i];

		if (there->point != one->point || there->op != one->op ||
		    there->level != one->level || there->index != one->index)
			continue;
		there->count += one->count;
		return;
	}
	if (hot->nr == ND_HOT_MAX)
		hot->lost += one->count;
	else
		hot->counts[hot->nr++] = *one;
}

/* The number behind "NAME:" in @line, whether hexadecimal or not. */
static bool number_of(const char *line, const char *name, u64 *number)
{
	size_t n = strlen(name);
	const char *at = line;
	char *end;

	while ((at = strstr(at, name))) {
		bool begins = at == line || at[-1] == ' ';

		at += n;
		if (!begins || *at != ':')
			continue;
		*number = strtoull(at + 1, &end, 0);
		return end > at + 1;
	}
	return false;
}

/* Fields of an event without an op are there in one that has it, too. */
static bool is_event(const struct nd_hot_event *event, const char *line)
{
	u64 number;

	if (!number_of(line, event->index, &number))
		return false;
	return event->op ? number_of(line, event->op, &number) : !strchr(line, ',');
}

static u32 point_of(const struct nd_hot *hot, const char *line)
{
	u32 i;

	for (i = 0; i < ND_NR_HOT_POINTS; i++)
		if (nd_hot_events[i].what == hot->what && is_event(&nd_hot_events[i], line))
			break;
	return i;
}

bool nd_hot_line(struct nd_hot *hot, u32 point, const char *text, size_t len)
{
	struct nd_hot_count one = { .level = ND_HOT_LEVEL_UNASKED };
	const struct nd_hot_event *event;
	u64 op = 0, flag = 0;
	char line[160];

	snprintf(line, sizeof(line), "%.*s", (int)len, text);
	if (line[0] != '{')
		return false;
	one.point = point == ND_NR_HOT_POINTS ? point_of(hot, line) : point;
	if (one.point == ND_NR_HOT_POINTS)
		return false;
	event = &nd_hot_events[one.point];
	if (!is_event(event, line) || !number_of(line, event->index, &one.index) ||
	    !number_of(line, "hitcount", &one.count))
		return false;
	if (event->op)
		number_of(line, event->op, &op);
	if (event->flag && number_of(line, event->flag, &flag) && flag)
		op += ND_HOT_REFUSED;
	one.op = op < ND_HOT_OPS ? op : ND_HOT_OPS;
	one.index >>= event->shift;
	nd_hot_add(hot, &one);
	return true;
}
