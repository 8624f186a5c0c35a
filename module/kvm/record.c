// SPDX-License-Identifier: GPL-2.0-only
/*
 * The record of kvm_exit's trace event, through a perf event of the kernel's own on each CPU: the
 * way to the exit reason that works for every kind of guest and on every kernel, at a price.
 */
#include <linux/cpu.h>
#include <linux/mutex.h>
#include <linux/perf_event.h>
#include <linux/trace_events.h>
#include <linux/workqueue.h>

#include "module/kvm/trace.h"

static DEFINE_MUTEX(kvmrecord_lock);	/* protects the events */
static DEFINE_PER_CPU(struct perf_event *, kvmrecord_event);
static DEFINE_PER_CPU(bool, kvmrecord_stale);	/* its CPU went, and the event with it */
static u64 kvmrecord_id;
static u32 kvmrecord_reason_at;
static u32 kvmrecord_isa_at;
static enum cpuhp_state kvmrecord_hp;

static void kvmrecord_hit(struct perf_event *event, struct perf_sample_data *data,
			  struct pt_regs *regs)
{
	u32 reason, isa;
	const u8 *record;

	if (!(event->attr.sample_type & PERF_SAMPLE_RAW) || !data->raw)
		return;
	record = data->raw->frag.data;
	memcpy(&reason, record + kvmrecord_reason_at, sizeof(reason));
	memcpy(&isa, record + kvmrecord_isa_at, sizeof(isa));
	nd_kvmprobe_recorded(reason, isa);
}

static struct perf_event *kvmrecord_create(unsigned int cpu)
{
	struct perf_event_attr attr = {
		.type		= PERF_TYPE_TRACEPOINT,
		.size		= sizeof(attr),
		.config		= kvmrecord_id,
		.sample_period	= 1,
		.sample_type	= PERF_SAMPLE_RAW,
	};

	return perf_event_create_kernel_counter(&attr, cpu, NULL, kvmrecord_hit, NULL);
}

static void kvmrecord_release(unsigned int cpu)
{
	struct perf_event *event = per_cpu(kvmrecord_event, cpu);

	per_cpu(kvmrecord_event, cpu) = NULL;
	per_cpu(kvmrecord_stale, cpu) = false;
	if (event)
		perf_event_release_kernel(event);
}

/*
 * An event for each online CPU; perf lets go of a CPU's events when it goes. Not with hotplug held
 * off, and not from its callbacks: creating an event may patch code, which holds it off itself. A
 * CPU that goes meanwhile is refused, and one that comes has us called again.
 */
static int kvmrecord_fill(void)
{
	struct perf_event *event;
	unsigned int cpu;

	lockdep_assert_held(&kvmrecord_lock);
	for_each_online_cpu(cpu) {
		if (READ_ONCE(per_cpu(kvmrecord_stale, cpu)))
			kvmrecord_release(cpu);
		if (per_cpu(kvmrecord_event, cpu))
			continue;
		event = kvmrecord_create(cpu);
		if (!IS_ERR(event))
			per_cpu(kvmrecord_event, cpu) = event;
		else if (PTR_ERR(event) != -ENODEV)
			return PTR_ERR(event);
	}
	return 0;
}

static void kvmrecord_refill(struct work_struct *work)
{
	mutex_lock(&kvmrecord_lock);
	kvmrecord_fill();
	mutex_unlock(&kvmrecord_lock);
}

static DECLARE_WORK(kvmrecord_work, kvmrecord_refill);

/* Exits on a CPU that has just come are counted as unread until its event is there. */
static int kvmrecord_cpu_online(unsigned int cpu)
{
	schedule_work(&kvmrecord_work);
	return 0;
}

static int kvmrecord_cpu_offline(unsigned int cpu)
{
	WRITE_ONCE(per_cpu(kvmrecord_stale, cpu), true);
	return 0;
}

static void kvmrecord_empty(void)
{
	unsigned int cpu;

	mutex_lock(&kvmrecord_lock);
	for_each_possible_cpu(cpu)
		kvmrecord_release(cpu);
	mutex_unlock(&kvmrecord_lock);
}

/* Offsets as the kernel computes them: each field aligned behind the one before. */
static int kvmrecord_locate(const struct trace_event_call *call)
{
	const struct trace_event_fields *field;
	u32 at = sizeof(struct trace_entry);

	kvmrecord_reason_at = 0;
	kvmrecord_isa_at = 0;
	for (field = call->class->fields_array; field && field->type; field++) {
		if (field->type == TRACE_FUNCTION_TYPE)
			break;
		at = ALIGN(at, field->align);
		if (!strcmp(field->name, "exit_reason") && field->size == sizeof(u32))
			kvmrecord_reason_at = at;
		else if (!strcmp(field->name, "isa") && field->size == sizeof(u32))
			kvmrecord_isa_at = at;
		at += field->size;
	}
	return kvmrecord_reason_at && kvmrecord_isa_at ? 0 : -ENOENT;
}

int nd_kvmrecord_start(void)
{
	struct trace_event_file *file = trace_get_event_file(NULL, "kvm", "kvm_exit");
	int err;

	if (IS_ERR(file))
		return PTR_ERR(file);
	kvmrecord_id = file->event_call->event.type;
	err = kvmrecord_locate(file->event_call);
	trace_put_event_file(file);
	if (err)
		return err;
	err = cpuhp_setup_state_nocalls(CPUHP_AP_ONLINE_DYN, "nestdiag:record",
					kvmrecord_cpu_online, kvmrecord_cpu_offline);
	if (err < 0)
		return err;
	kvmrecord_hp = err;
	mutex_lock(&kvmrecord_lock);
	err = kvmrecord_fill();
	mutex_unlock(&kvmrecord_lock);
	if (err)
		nd_kvmrecord_stop();
	return err;
}

void nd_kvmrecord_stop(void)
{
	cpuhp_remove_state_nocalls(kvmrecord_hp);
	cancel_work_sync(&kvmrecord_work);
	kvmrecord_empty();
}
