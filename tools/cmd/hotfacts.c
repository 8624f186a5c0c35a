// SPDX-License-Identifier: GPL-2.0-only
/*
 * Hot spots as facts: what inhibits APICv or AVIC of VMs that run, and the MSR that most accesses are
 * to. Only programs on KVM's tracepoints get at them: so they are looked for only by those who have exits
 * counted, and after that, lest it change what exits cost.
 */
#include <stdlib.h>

#include "tools/cmd/hotfacts.h"
#include "tools/count/hotcount.h"
#include "tools/hot/hotnames.h"

#define LOOK_APICV	200	/* milliseconds: many ticks of a guest's timer */
#define LOOK_MSR	500

static void add_reason(struct nd_machine *m, const struct nd_hot *hot, u32 reason)
{
	char key[ND_HOT_NAME + 20];
	unsigned int vms = 0;
	u32 i;

	for (i = 0; i < hot->nr_vms; i++)
		vms += !!(hot->vms[i].inhibits & BIT(reason));
	if (!vms)
		return;
	if (hot->reasons[reason][0])
		snprintf(key, sizeof(key), "apicv_inhibit.%s", hot->reasons[reason]);
	else
		snprintf(key, sizeof(key), "apicv_inhibit.%u", reason);
	nd_machine_add_host(m, key, "%u", vms);
}

static void add_apicv(struct nd_machine *m, const struct nd_hot *hot)
{
	u32 i;

	nd_machine_add_host(m, "apicv_vms", "%u", hot->nr_vms);
	for (i = 0; i < ND_HOT_REASONS; i++)
		add_reason(m, hot, i);
}

/* The one MSR and access of all vCPUs and levels that most are of, with its name if it has one. */
static void add_msr(struct nd_machine *m, const struct nd_hot *hot)
{
	struct nd_hot_count top = { .count = 0 };
	char name[ND_HOT_NAME];
	u64 all = hot->lost;
	u32 i, j;

	for (i = 0; i < hot->nr; i++) {
		struct nd_hot_count one = hot->counts[i];

		all += one.count;
		for (j = i + 1; j < hot->nr; j++)
			if (hot->counts[j].index == one.index && hot->counts[j].op == one.op)
				one.count += hot->counts[j].count;
		if (one.count > top.count)
			top = one;
	}
	if (!all) {
		nd_machine_add_host(m, "hot_msr", "none");
		return;
	}
	nd_hot_name(&top, name);
	nd_machine_add_host(m, "hot_msr", "0x%llx %s %llu %llu %s", top.index,
			    nd_hot_events[top.point].ops[top.op], top.count, all, *name ? name : "-");
}

static void look(struct nd_machine *m, enum nd_hot_what what, enum nd_way way, unsigned int ms,
		 const char *key, void (*add)(struct nd_machine *m, const struct nd_hot *hot))
{
	struct nd_hot *hot = nd_realloc(NULL, sizeof(*hot));
	enum nd_exit ret;

	memset(hot, 0, sizeof(*hot));
	hot->what = what;
	ret = nd_hot_start(way, what, m);
	if (!ret) {
		nd_session_wait(ms);
		ret = nd_hot_read(hot, m);
	}
	nd_hot_stop();
	if (!ret)
		add(m, hot);
	else
		nd_machine_add_host(m, key, "unreadable");
	m->error[0] = '\0';
	free(hot);
}

/* Off, there is nothing to inhibit. */
static bool apicv_is_on(const struct nd_facts *facts)
{
	return nd_param_is(facts, "kvm_intel", "enable_apicv", true) ||
	       nd_param_is(facts, "kvm_amd", "avic", true);
}

void nd_hotfacts_look(struct nd_call *call)
{
	struct nd_machine *m = call->machine;

	/* Who interrupts the counting does not wait any longer; and without figures nothing can run. */
	if (call->args->from || !call->args->interval || !m->facts.trace || !nd_session_wait(0))
		return;
	if (apicv_is_on(&m->facts))
		look(m, ND_HOT_APICV, ND_WAY_BPF, LOOK_APICV, "apicv_vms", add_apicv);
	look(m, ND_HOT_MSR, ND_WAY_AUTO, LOOK_MSR, "hot_msr", add_msr);
}
