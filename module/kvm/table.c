// SPDX-License-Identifier: GPL-2.0-only
/*
 * The table of vCPUs: what goes from an exit to the entry after it, and what each vCPU counted.
 */
#include <linux/hash.h>
#include <linux/kvm_host.h>
#include <linux/moduleparam.h>
#include <linux/slab.h>

#include "module/kvm/probe.h"
#include "module/kvm/table.h"

static bool times = true;
module_param(times, bool, 0444);
MODULE_PARM_DESC(times, "measure handling times and keep a table of vCPUs (default: yes)");

static unsigned int vcpus = 256;
module_param(vcpus, uint, 0444);
MODULE_PARM_DESC(vcpus, "size of the table of vCPUs, 4 KiB each (default: 256)");

#define TABLE_PLACES		16	/* tried in the table, and its least size */

struct nd_acct_vcpu *nd_table;
unsigned int nd_table_mask;

static unsigned int table_hash(const struct kvm_vcpu *vcpu)
{
	return hash_ptr(vcpu, 32) & nd_table_mask;
}

/*
 * The entry of a vCPU. An address may be used again for another vCPU: then process or number
 * differ, and the entry starts anew.
 */
notrace struct nd_acct_vcpu *nd_table_find(struct kvm_vcpu *vcpu)
{
	unsigned int i, at = table_hash(vcpu);

	for (i = 0; i < TABLE_PLACES; i++, at = (at + 1) & nd_table_mask) {
		struct nd_acct_vcpu *entry = &nd_table[at];
		const void *key = READ_ONCE(entry->key);

		if (!key)
			key = cmpxchg(&entry->key, NULL, vcpu) ?: vcpu;
		if (key != vcpu)
			continue;
		if (entry->pid != current->tgid || entry->id != vcpu->vcpu_id)
			nd_acct_vcpu_start(entry, current, current->tgid, vcpu->vcpu_id);
		entry->task = current;
		return entry;
	}
	return NULL;
}

/*
 * Each CPU knows the entry of the vCPU that it ran last. That of a thread that was moved since is
 * on the CPU that it left, unless another vCPU has run there.
 */
struct nd_acct_vcpu *nd_table_current(void)
{
	struct nd_acct_vcpu *ran = NULL;
	unsigned int i;

	for_each_possible_cpu(i) {
		const struct nd_probe_cpu *cpu = per_cpu(nd_probe_cpus, i);
		struct nd_acct_vcpu *entry = cpu ? READ_ONCE(cpu->entry) : NULL;

		if (entry && READ_ONCE(entry->task) == current &&
		    (!ran || entry->entered > ran->entered))
			ran = entry;
	}
	return ran;
}

void nd_table_restart(void)
{
	unsigned int i;

	for (i = 0; nd_table && i <= nd_table_mask; i++)
		nd_acct_vcpu_restart(&nd_table[i]);
}

/* vCPUs keep their places. */
void nd_table_reset(void)
{
	unsigned int i;

	for (i = 0; nd_table && i <= nd_table_mask; i++) {
		struct nd_acct_vcpu *entry = &nd_table[i];

		entry->guest = 0;
		entry->host = 0;
		memset(entry->counts, 0, sizeof(entry->counts));
	}
}

void nd_table_read(struct nd_trace *trace)
{
	unsigned int i;

	if (!nd_table)
		return;
	trace->max_vcpus = nd_table_mask + 1;
	trace->vcpus = kvcalloc(trace->max_vcpus, sizeof(*trace->vcpus), GFP_KERNEL);
	for (i = 0; trace->vcpus && i < trace->max_vcpus; i++)
		if (READ_ONCE(nd_table[i].key))
			trace->vcpus[trace->nr_vcpus++] = nd_table[i];
}

bool nd_table_timed(void)
{
	return times;
}

int nd_table_init(void)
{
	unsigned int size = roundup_pow_of_two(clamp(vcpus, TABLE_PLACES + 0U, ND_MAX_VCPUS + 0U));

	if (!times)
		return 0;
	nd_table = kvcalloc(size, sizeof(*nd_table), GFP_KERNEL);
	if (!nd_table)
		return -ENOMEM;
	nd_table_mask = size - 1;
	return 0;
}

void nd_table_exit(void)
{
	kvfree(nd_table);
}
