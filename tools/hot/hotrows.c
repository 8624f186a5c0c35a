// SPDX-License-Identifier: GPL-2.0-only
/*
 * Rows of hot spots.
 */
#include <stdlib.h>

#include "core/base/figures.h"

#include "tools/hot/hotnames.h"
#include "tools/hot/hotrows.h"

#define TITLES	"%-36s %-9s %-7s %9s %8s"

static const struct {
	const char *title;
	const char *nothing;
} words[ND_NR_HOT] = {
	[ND_HOT_MSR] = { "MSRs of guests", "no exit was about an MSR" },
	[ND_HOT_PORT] = { "Ports of guests", "no exit was about a port" },
	[ND_HOT_GPA] = { "Guest-physical addresses", "no exit was about an address" },
	[ND_HOT_CPUID] = { "CPUID leaves", "no guest executed CPUID" },
	[ND_HOT_HYPERCALL] = { "Hypercalls", "no guest made a hypercall" },
	[ND_HOT_CR] = { "Control registers", "no exit was about a control register" },
	[ND_HOT_APICV] = { "Changes", NULL },
};

static const char *level_word(u32 level)
{
	return level == 0 ? "guest" : level == 1 ? "nested" : level == ND_HOT_LEVEL_UNKNOWN ? "?" : NULL;
}

static int by_count(const void *left, const void *right)
{
	const struct nd_hot_count *a = left, *b = right;

	if (a->count != b->count)
		return a->count < b->count ? 1 : -1;
	if (a->index != b->index)
		return a->index > b->index ? 1 : -1;
	if (a->op != b->op)
		return a->op > b->op ? 1 : -1;
	return a->level > b->level ? 1 : a->level < b->level ? -1 : 0;
}

static const char *reason_of(const struct nd_hot *hot, u64 number)
{
	return number < ND_HOT_REASONS && hot->reasons[number][0] ? hot->reasons[number] : NULL;
}

static void label_of(const struct nd_hot *hot, const struct nd_hot_count *count, const char *name,
		     char *buf, size_t size)
{
	u64 from = count->index << nd_hot_events[count->point].shift;
	const char *reason = reason_of(hot, count->index);

	if (count->point == ND_HOT_KVM_APICV)
		scnprintf(buf, size, "reason %llu %s", count->index, reason ? reason : "");
	else if (count->point == ND_HOT_KVM_CR)
		scnprintf(buf, size, "CR%llu", count->index);
	else if (nd_hot_events[count->point].shift)
		scnprintf(buf, size, "0x%llx and 2 MiB on", from);
	else
		scnprintf(buf, size, "0x%llx %s", from, name);
}

static void row_of(const struct nd_hot *hot, const struct nd_hot_count *count, u64 all,
		   const struct nd_emit *emit)
{
	const struct nd_hot_event *event = &nd_hot_events[count->point];
	const char *who = nd_hot_asker(count), *level = level_word(count->level);
	char name[ND_HOT_NAME], label[64], share[ND_FIGURE];
	struct nd_row row;

	nd_hot_name(count, name);
	label_of(hot, count, name, label, sizeof(label));
	nd_row_init(&row, ND_ROW_HOT, NULL, label, NULL);
	nd_row_printf(&row, "%-9s %-7s %9llu %8s", event->ops[count->op], level ? level : "",
		      count->count, nd_share_text(count->count, all, share, sizeof(share)));
	nd_row_str(&row, "event", event->name);
	nd_row_hex(&row, "index", count->index << event->shift);
	if (count->point == ND_HOT_KVM_APICV && reason_of(hot, count->index))
		nd_row_str(&row, "name", reason_of(hot, count->index));
	else if (name[0])
		nd_row_str(&row, "name", name);
	nd_row_str(&row, "access", event->ops[count->op]);
	if (count->level != ND_HOT_LEVEL_UNASKED)
		nd_row_str(&row, "level", count->level == ND_HOT_LEVEL_UNKNOWN ? "unknown" : level);
	nd_row_dec(&row, "count", count->count);
	if (who)
		nd_row_str(&row, "asked_by", who);
	nd_emit_row(emit, &row);
	nd_emit_detail(emit, "by", who);
}

static void vm_row(const struct nd_hot *hot, const struct nd_hot_vm *vm, const struct nd_emit *emit)
{
	const char *names[ND_HOT_REASONS + 1] = { NULL };
	char label[32];
	struct nd_row row;
	u32 i, nr = 0;

	scnprintf(label, sizeof(label), "process %u", vm->pid);
	nd_row_init(&row, ND_ROW_HOT_VM, NULL, label, vm->inhibits ? "inhibited" : "active");
	for (i = 0; i < ND_HOT_REASONS; i++) {
		if (!(vm->inhibits & BIT(i)))
			continue;
		names[nr++] = hot->reasons[i][0] ? hot->reasons[i] : "unknown";
		nd_row_printf(&row, "%s%s", nr > 1 ? ", " : "", names[nr - 1]);
	}
	nd_row_dec(&row, "pid", vm->pid);
	nd_row_hex(&row, "inhibits", vm->inhibits);
	nd_row_names(&row, "inhibited_by", names);
	nd_emit_row(emit, &row);
	for (i = 0; i < nr; i++)
		nd_emit_detail(emit, "", nd_hot_inhibit(names[i]));
}

static void vm_rows(const struct nd_hot *hot, const struct nd_emit *emit)
{
	u32 i;

	nd_emit_section(emit, "APICv or AVIC of the VMs that ran");
	for (i = 0; i < hot->nr_vms; i++)
		vm_row(hot, &hot->vms[i], emit);
	if (!hot->nr_vms)
		nd_emit_note(emit, "No VM entered its guest in this time: of those that did not nothing is known.");
}

static void head(const struct nd_hot *hot, const struct nd_emit *emit)
{
	char title[104];

	scnprintf(title, sizeof(title), TITLES, words[hot->what].title, "access", "level", "count",
		  "of all");
	nd_emit_section(emit, title);
}

void nd_hot_rows(struct nd_hot *hot, u32 max, const struct nd_emit *emit)
{
	u64 all = hot->lost, rest = 0;
	char text[160];
	u32 i;

	qsort(hot->counts, hot->nr, sizeof(hot->counts[0]), by_count);
	for (i = 0; i < hot->nr; i++)
		all += hot->counts[i].count;
	if (hot->what == ND_HOT_APICV)
		vm_rows(hot, emit);
	if (!hot->nr && !hot->lost) {
		if (words[hot->what].nothing)
			nd_emit_note(emit, words[hot->what].nothing);
		return;
	}
	head(hot, emit);
	for (i = 0; i < hot->nr; i++) {
		if (max && i >= max)
			rest += hot->counts[i].count;
		else
			row_of(hot, &hot->counts[i], all, emit);
	}
	if (rest) {
		scnprintf(text, sizeof(text), "%u further rows with %llu accesses: --all shows them",
			  hot->nr - max, rest);
		nd_emit_note(emit, text);
	}
	if (hot->lost) {
		scnprintf(text, sizeof(text), "%llu further accesses found no place among %u rows: of them only the number is known",
			  hot->lost, ND_HOT_MAX);
		nd_emit_note(emit, text);
	}
}
