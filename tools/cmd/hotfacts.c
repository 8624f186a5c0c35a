// SPDX-License-Identifier: GPL-2.0-only
/*
 * Hot spots as facts: what inhibits APICv or AVIC of VMs that run, and the MSR that most accesses
 * are to. Only programs on KVM's tracepoints get at them: so they are looked for only by those who
 * have exits counted, and after that, lest it change what exits cost.
 */
#include <stdlib.h>

#include "tools/cmd/hotfacts.h"
#include "tools/count/hotcount.h"
#include "tools/hot/hotnames.h"

#define LOOK_APICV	200	/* milliseconds: many ticks of a guest's timer */
#define LOOK_MSR	500
#define MSRS		8	/* those that are recorded */

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

/* Of all vCPUs and levels. */
static u32 sum_msrs(const struct nd_hot *hot, struct nd_hot_count *sums)
{
	u32 i, j, nr = 0;

	for (i = 0; i < hot->nr; i++) {
		for (j = 0; j < nr; j++)
			if (sums[j].index == hot->counts[i].index &&
			    sums[j].op == hot->counts[i].op)
				break;
		if (j == nr)
			sums[nr++] = (struct nd_hot_count){
				.point = hot->counts[i].point,
				.index = hot->counts[i].index,
				.op = hot->counts[i].op,
			};
		sums[j].count += hot->counts[i].count;
	}
	return nr;
}

static int most_first(const void *a, const void *b)
{
	const struct nd_hot_count *one = a, *other = b;

	return one->count < other->count ? 1 : one->count > other->count ? -1 :
	       one->index < other->index ? -1 : one->index > other->index;
}

static const char *access_word(const struct nd_hot_count *sum)
{
	return nd_hot_events[sum->point].ops[sum->op];
}

/*
 * The MSR and access that most are of, with its name if it
 * has one, and how often each of the first ones.
 */
static void add_msr(struct nd_machine *m, const struct nd_hot *hot)
{
	struct nd_hot_count *sums = nd_realloc(NULL, (hot->nr + 1) * sizeof(*sums));
	u32 nr = sum_msrs(hot, sums), i;
	char name[ND_HOT_NAME], key[52];
	u64 all = hot->lost;

	qsort(sums, nr, sizeof(*sums), most_first);
	for (i = 0; i < nr; i++)
		all += sums[i].count;
	if (!all) {
		nd_machine_add_host(m, "hot_msr", "none");
		free(sums);
		return;
	}
	if (nr) {
		nd_hot_name(&sums[0], name);
		nd_machine_add_host(m, "hot_msr", "0x%llx %s %llu %llu %s", sums[0].index,
				    access_word(&sums[0]), sums[0].count, all, *name ? name : "-");
	}
	nd_machine_add_host(m, "hot_msr_all", "%llu", all);
	for (i = 0; i < nr && i < MSRS; i++) {
		if (sums[i].op >= ND_HOT_REFUSED)
			continue;
		snprintf(key, sizeof(key), "hot_msr.0x%llx.%s", sums[i].index, access_word(&sums[i]));
		nd_machine_add_host(m, key, "%llu", sums[i].count);
	}
	free(sums);
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

	/*
	 * Who interrupts the counting does not wait any
	 * longer; and without figures nothing can run.
	 */
	if (call->args->from || !call->args->interval || !m->facts.trace || !nd_session_wait(0))
		return;
	if (apicv_is_on(&m->facts))
		look(m, ND_HOT_APICV, ND_WAY_BPF, LOOK_APICV, "apicv_vms", add_apicv);
	look(m, ND_HOT_MSR, ND_WAY_AUTO, LOOK_MSR, "hot_msr", add_msr);
}
