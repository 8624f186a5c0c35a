// SPDX-License-Identifier: GPL-2.0-only
/*
 * The record of kvm_exit's trace event, through a perf event of the kernel's own on each CPU: the
 * way to the exit reason that works for every kind of guest and on every kernel, at a cost.
 */
#include <linux/cpu.h>
#include <linux/perf_event.h>
#include <linux/trace_events.h>
#include <linux/workqueue.h>

#include "module/compat/mutex.h"
#include "module/kvm/record.h"
#include "module/kvm/slow.h"
#include "module/lockdown.h"

static DEFINE_MUTEX(record_lock);	/* protects the events */
static DEFINE_PER_CPU(struct perf_event *, record_event);
static DEFINE_PER_CPU(bool, record_stale);	/* its CPU went, and the event with it */
static u64 record_id;
static u32 record_reason_at;
static u32 record_isa_at;
static enum cpuhp_state record_hp;

static void record_hit(struct perf_event *event, struct perf_sample_data *data,
			  struct pt_regs *regs)
{
	u32 reason, isa;
	const u8 *record;

	if (!(event->attr.sample_type & PERF_SAMPLE_RAW) || !data->raw)
		return;
	record = data->raw->frag.data;
	memcpy(&reason, record + record_reason_at, sizeof(reason));
	memcpy(&isa, record + record_isa_at, sizeof(isa));
	nd_slow_recorded(reason, isa);
}

static struct perf_event *record_create(unsigned int cpu)
{
	struct perf_event_attr attr = {
		.type		= PERF_TYPE_TRACEPOINT,
		.size		= sizeof(attr),
		.config		= record_id,
		.sample_period	= 1,
		.sample_type	= PERF_SAMPLE_RAW,
	};

	return perf_event_create_kernel_counter(&attr, cpu, NULL, record_hit, NULL);
}

static void record_release(unsigned int cpu)
{
	struct perf_event *event = per_cpu(record_event, cpu);

	per_cpu(record_event, cpu) = NULL;
	per_cpu(record_stale, cpu) = false;
	if (event)
		perf_event_release_kernel(event);
}

/*
 * An event for each online CPU; perf lets go of a CPU's events when it goes. Not with hotplug held
 * off, and not from its callbacks: creating an event may patch code, which holds it off itself. A
 * CPU that goes meanwhile is refused, and one that comes has us called again.
 */
static int record_fill(void)
{
	struct perf_event *event;
	unsigned int cpu;

	lockdep_assert_held(&record_lock);
	for_each_online_cpu(cpu) {
		if (READ_ONCE(per_cpu(record_stale, cpu)))
			record_release(cpu);
		if (per_cpu(record_event, cpu))
			continue;
		event = record_create(cpu);
		if (!IS_ERR(event))
			per_cpu(record_event, cpu) = event;
		else if (PTR_ERR(event) != -ENODEV)
			return PTR_ERR(event);
	}
	return 0;
}

static void record_refill(struct work_struct *work)
{
	mutex_lock(&record_lock);
	record_fill();
	mutex_unlock(&record_lock);
}

static DECLARE_WORK(record_work, record_refill);

/* Exits on a CPU that has just come are counted as unread until its event is there. */
static int record_cpu_online(unsigned int cpu)
{
	schedule_work(&record_work);
	return 0;
}

static int record_cpu_offline(unsigned int cpu)
{
	WRITE_ONCE(per_cpu(record_stale, cpu), true);
	return 0;
}

static void record_empty(void)
{
	unsigned int cpu;

	mutex_lock(&record_lock);
	for_each_possible_cpu(cpu)
		record_release(cpu);
	mutex_unlock(&record_lock);
}

/* Offsets as the kernel computes them: each field aligned behind the one before. */
static int record_locate(const struct trace_event_call *call)
{
	const struct trace_event_fields *field;
	u32 at = sizeof(struct trace_entry);

	record_reason_at = 0;
	record_isa_at = 0;
	for (field = call->class->fields_array; field && field->type; field++) {
		if (field->type == TRACE_FUNCTION_TYPE)
			break;
		at = ALIGN(at, field->align);
		if (!strcmp(field->name, "exit_reason") && field->size == sizeof(u32))
			record_reason_at = at;
		else if (!strcmp(field->name, "isa") && field->size == sizeof(u32))
			record_isa_at = at;
		at += field->size;
	}
	return record_reason_at && record_isa_at ? 0 : -ENOENT;
}

int nd_record_start(void)
{
	struct trace_event_file *file;
	int err;

	/* A kernel without trace events does not export what follows. */
	if (!IS_ENABLED(CONFIG_EVENT_TRACING))
		return -EOPNOTSUPP;
	file = trace_get_event_file(NULL, "kvm", "kvm_exit");
	/* With lockdown=confidentiality there are no trace events, which says nothing of why. */
	if (IS_ERR(file))
		return nd_locked_down() ? -EPERM : PTR_ERR(file);
	record_id = file->event_call->event.type;
	err = record_locate(file->event_call);
	trace_put_event_file(file);
	if (err)
		return err;
	err = cpuhp_setup_state_nocalls(CPUHP_AP_ONLINE_DYN, "nestdiag:record",
					record_cpu_online, record_cpu_offline);
	if (err < 0)
		return err;
	record_hp = err;
	mutex_lock(&record_lock);
	err = record_fill();
	mutex_unlock(&record_lock);
	if (err)
		nd_record_stop();
	return err;
}

void nd_record_stop(void)
{
	cpuhp_remove_state_nocalls(record_hp);
	cancel_work_sync(&record_work);
	record_empty();
}
