// SPDX-License-Identifier: GPL-2.0-only
/*
 * The table of vCPUs: what goes from an exit to the entry after it, and what each vCPU counted.
 */
#include <linux/hash.h>
#include <linux/kvm_host.h>
#include <linux/pid.h>
#include <linux/pid_namespace.h>
#include <linux/sched.h>
#include <linux/slab.h>

#include "module/compat/tsc.h"
#include "module/kvm/probe.h"
#include "module/kvm/table.h"
#include "module/param.h"

static bool times = true;
module_param(times, bool, 0444);
MODULE_PARM_DESC(times, "measure handling times and keep a table of vCPUs (default: yes)");

#define TABLE_PLACES		16	/* tried in the table, and its least size */

ND_PARAM_RANGE(table_vcpus_ops, 1, ND_MAX_VCPUS);
static unsigned int vcpus = 256;
module_param_cb(vcpus, &table_vcpus_ops, &vcpus, 0444);
MODULE_PARM_DESC(vcpus, "size of the table of vCPUs, 1 to 65536, 4 KiB each (default: 256)");

struct nd_acct_vcpu *nd_table;
unsigned int nd_table_mask;

static unsigned int table_hash(const struct kvm_vcpu *vcpu)
{
	return hash_ptr(vcpu, 32) & nd_table_mask;
}

/*
 * No vCPU runs for so long without an exit that it is not in the guest then: it halts, is stopped,
 * or is gone.
 */
#define TABLE_IDLE_SECONDS	10
/* A CPU that found no place looks for one that can be given up so often. */
#define TABLE_RETRY_PER_SECOND	10

/* So many times in a row it may come second to another CPU. */
#define TABLE_CLAIMS		4

static DEFINE_PER_CPU(u64, table_retry);

/*
 * Where a thread's entry is, for probes that know no vCPU: hashed by thread, as many places tried
 * as in the table, and twice as many there. Each is checked against the entry itself.
 */
static struct nd_acct_vcpu **table_threads;
static unsigned int table_threads_mask;

static unsigned int table_thread_hash(const void *task)
{
	return hash_ptr(task, 32) & table_threads_mask;
}

/* Is nothing found there any more: no entry, or one that another thread has by now? */
static bool table_thread_gone(const struct nd_acct_vcpu *entry, unsigned int at)
{
	const void *task = entry ? READ_ONCE(entry->task) : NULL;

	return !task || ((at - table_thread_hash(task)) & table_threads_mask) >= TABLE_PLACES;
}

/* Without a place the thread is not found, and what it fails on has no vCPU. */
static notrace void table_note_thread(struct nd_acct_vcpu *entry)
{
	unsigned int i, at, home = table_thread_hash(current);
	struct nd_acct_vcpu *was;

	for (i = 0; i < TABLE_PLACES; i++)
		if (READ_ONCE(table_threads[(home + i) & table_threads_mask]) == entry)
			return;
	for (i = 0; i < TABLE_PLACES; i++) {
		at = (home + i) & table_threads_mask;
		was = READ_ONCE(table_threads[at]);
		if (table_thread_gone(was, at) &&
		    cmpxchg(&table_threads[at], was, entry) == was)
			return;
	}
}

static bool table_process_gone(u32 pid)
{
	bool gone;

	rcu_read_lock();
	gone = !pid_task(find_pid_ns(pid, &init_pid_ns), PIDTYPE_TGID);
	rcu_read_unlock();
	return gone;
}

/* How long the entry's vCPU has been out of the guest, in ticks; 0 for one to be kept. */
static u64 table_idle(const struct nd_acct_vcpu *entry, u64 now)
{
	u64 since = READ_ONCE(entry->exited);
	s64 idle = now - since;

	if (READ_ONCE(entry->state) & ND_VCPU_IN_GUEST || idle <= 0)
		return 0;
	if (idle > (s64)TABLE_IDLE_SECONDS * 1000 * tsc_khz)
		return idle;
	return table_process_gone(READ_ONCE(entry->pid)) ? idle : 0;
}

/*
 * An entry passes from one vCPU to another in one step, which its fast path, if it is alive after
 * all, notices at its next exit. The time is set first, so that nobody takes it from us.
 */
static notrace bool table_take_over(struct nd_acct_vcpu *entry, const void *from, const void *to,
				    u64 now)
{
	WRITE_ONCE(entry->exited, now);
	return cmpxchg(&entry->key, from, to) == from;
}

/* The entry that has been idle for longest within the places tried, and whose it is. */
static notrace struct nd_acct_vcpu *table_oldest(unsigned int at, u64 now, const void **oldest_key)
{
	struct nd_acct_vcpu *oldest = NULL;
	unsigned int i;
	u64 most = 0;

	for (i = 0; i < TABLE_PLACES; i++) {
		struct nd_acct_vcpu *entry = &nd_table[(at + i) & nd_table_mask];
		/* Before its times: those of a new owner are there before its key. */
		const void *key = smp_load_acquire(&entry->key);
		u64 idle = table_idle(entry, now);

		if (idle <= most)
			continue;
		most = idle;
		oldest = entry;
		*oldest_key = key;
	}
	return oldest;
}

/* A free entry within the places tried, or the one that has been idle for longest. */
static notrace struct nd_acct_vcpu *table_claim(const struct kvm_vcpu *vcpu, unsigned int at)
{
	struct nd_acct_vcpu *oldest;
	const void *key = NULL;
	u64 now = rdtsc();
	unsigned int i;

	for (i = 0; i < TABLE_PLACES; i++) {
		struct nd_acct_vcpu *entry = &nd_table[(at + i) & nd_table_mask];

		if (!READ_ONCE(entry->key) && table_take_over(entry, NULL, vcpu, now))
			return entry;
	}
	if ((s64)(now - this_cpu_read(table_retry)) < 0)
		return NULL;
	/* Another CPU may take the same one: then there is another one, or there will be. */
	for (i = 0; i < TABLE_CLAIMS; i++) {
		oldest = table_oldest(at, now, &key);
		if (!oldest)
			break;
		if (table_take_over(oldest, key, vcpu, now))
			return oldest;
	}
	if (!oldest)
		this_cpu_write(table_retry, now + 1000ULL * tsc_khz / TABLE_RETRY_PER_SECOND);
	return NULL;
}

/*
 * Nothing but its own key ends a search, because the places before a vCPU's may have been given up
 * meanwhile.
 */
notrace struct nd_acct_vcpu *nd_table_look(const struct kvm_vcpu *vcpu)
{
	unsigned int i, at = table_hash(vcpu);

	for (i = 0; nd_table && i < TABLE_PLACES; i++) {
		struct nd_acct_vcpu *entry = &nd_table[(at + i) & nd_table_mask];

		if (READ_ONCE(entry->key) == vcpu)
			return entry;
	}
	return NULL;
}

/*
 * An address may be used again for another vCPU: then process or number differ, and the entry
 * starts over.
 */
notrace struct nd_acct_vcpu *nd_table_find(struct kvm_vcpu *vcpu)
{
	struct nd_acct_vcpu *entry = nd_table_look(vcpu);

	if (entry && entry->pid == current->tgid && entry->id == vcpu->vcpu_id) {
		entry->task = current;
		table_note_thread(entry);
		return entry;
	}
	if (!entry)
		entry = table_claim(vcpu, table_hash(vcpu));
	if (!entry)
		return NULL;
	nd_acct_vcpu_start(entry, current, current->tgid, vcpu->vcpu_id);
	entry->exited = rdtsc();
	entry->began = entry->exited;
	table_note_thread(entry);
	return entry;
}

/* A thread that runs several vCPUs has several entries: the last one that entered counts. */
struct nd_acct_vcpu *nd_table_current(void)
{
	unsigned int i, home = table_thread_hash(current);
	struct nd_acct_vcpu *ran = NULL;

	for (i = 0; nd_table && i < TABLE_PLACES; i++) {
		struct nd_acct_vcpu *entry =
			READ_ONCE(table_threads[(home + i) & table_threads_mask]);

		if (entry && READ_ONCE(entry->task) == current && entry->pid == current->tgid &&
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

/* A vCPU that runs meanwhile gets a place at its next exit or entry, and starts over. */
void nd_table_empty(void)
{
	unsigned int i;

	for (i = 0; nd_table && i <= nd_table_mask; i++) {
		WRITE_ONCE(nd_table[i].key, NULL);
		WRITE_ONCE(nd_table[i].task, NULL);
	}
}

/* A table may have 65,536 entries of 4 KiB: who reads it lets others run. */
static void table_rest(unsigned int i)
{
	if (!(i % 32))
		cond_resched();
}

unsigned int nd_table_used(void)
{
	unsigned int i, used = 0;

	for (i = 0; nd_table && i <= nd_table_mask; i++) {
		used += READ_ONCE(nd_table[i].key) != NULL;
		table_rest(i);
	}
	return used;
}

/* A vCPU that comes meanwhile may be left out. */
void nd_table_read(struct nd_trace *trace)
{
	unsigned int i, used = nd_table_used();

	if (!nd_table)
		return;
	trace->max_vcpus = nd_table_mask + 1;
	trace->vcpus = nd_table_alloc(max(used, 1U), sizeof(*trace->vcpus));
	for (i = 0; trace->vcpus && i <= nd_table_mask && trace->nr_vcpus < used; i++) {
		if (READ_ONCE(nd_table[i].key))
			trace->vcpus[trace->nr_vcpus++] = nd_table[i];
		table_rest(i);
	}
}

/*
 * Parameters can ask for hundreds of MiB: those fail, quietly, rather than have other processes
 * killed. What may come in one piece is no such size, and nothing is to be moved for it.
 */
void *nd_table_alloc(size_t nr, size_t size)
{
	gfp_t gfp = GFP_KERNEL;

	if (nr > KMALLOC_MAX_SIZE / size)
		gfp |= __GFP_RETRY_MAYFAIL | __GFP_NOWARN;
	return kvcalloc(nr, size, gfp);
}

bool nd_table_timed(void)
{
	return times;
}

int nd_table_init(void)
{
	unsigned int size = roundup_pow_of_two(max(vcpus, TABLE_PLACES + 0U));

	if (!times)
		return 0;
	nd_table = nd_table_alloc(size, sizeof(*nd_table));
	table_threads = nd_table_alloc(2 * size, sizeof(*table_threads));
	if (!nd_table || !table_threads) {
		nd_table_exit();
		return -ENOMEM;
	}
	nd_table_mask = size - 1;
	table_threads_mask = 2 * size - 1;
	return 0;
}

void nd_table_exit(void)
{
	kvfree(table_threads);
	kvfree(nd_table);
}
