// SPDX-License-Identifier: GPL-2.0-only
/*
 * What inhibits APICv or AVIC of VMs that run. KVM keeps it in memory, where only a program on one of
 * its tracepoints gets at it: so this is looked at only by those who have exits counted, and after that,
 * lest it change what exits cost.
 */
#include <stdlib.h>

#include "tools/cmd/inhibits.h"
#include "tools/count/hotcount.h"

#define LOOK	200	/* milliseconds: many ticks of a guest's timer */

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

static void add(struct nd_machine *m, const struct nd_hot *hot)
{
	u32 i;

	nd_machine_add_host(m, "apicv_vms", "%u", hot->nr_vms);
	for (i = 0; i < ND_HOT_REASONS; i++)
		add_reason(m, hot, i);
}

/* Off, there is nothing to inhibit. */
static bool is_on(const struct nd_facts *facts)
{
	return nd_param_is(facts, "kvm_intel", "enable_apicv", true) ||
	       nd_param_is(facts, "kvm_amd", "avic", true);
}

void nd_inhibits_look(struct nd_call *call)
{
	struct nd_machine *m = call->machine;
	struct nd_hot *hot;
	enum nd_exit ret;

	if (call->args->from || !call->args->interval || !is_on(&m->facts))
		return;
	hot = nd_realloc(NULL, sizeof(*hot));
	memset(hot, 0, sizeof(*hot));
	hot->what = ND_HOT_APICV;
	ret = nd_hot_start(ND_WAY_BPF, ND_HOT_APICV, m);
	if (!ret) {
		nd_session_wait(LOOK);
		ret = nd_hot_read(hot, m);
	}
	nd_hot_stop();
	if (!ret)
		add(m, hot);
	else
		nd_machine_add_host(m, "apicv_vms", "unreadable");
	m->error[0] = '\0';
	free(hot);
}
