// SPDX-License-Identifier: GPL-2.0-only
/*
 * The record of kvm_exit's trace event, through a perf event of the kernel's own on each CPU: the
 * way to the exit reason that works for every kind of guest and on every kernel, at a price.
 */
#include <linux/cpuhotplug.h>
#include <linux/perf_event.h>
#include <linux/trace_events.h>

#include "kvmtrace.h"

static DEFINE_PER_CPU(struct perf_event *, kvmrecord_event);
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

/* A CPU comes without its event where perf refuses it; its exits are then not seen. */
static int kvmrecord_cpu_online(unsigned int cpu)
{
	struct perf_event_attr attr = {
		.type		= PERF_TYPE_TRACEPOINT,
		.size		= sizeof(attr),
		.config		= kvmrecord_id,
		.sample_period	= 1,
		.sample_type	= PERF_SAMPLE_RAW,
	};
	struct perf_event *event;

	event = perf_event_create_kernel_counter(&attr, cpu, NULL, kvmrecord_hit, NULL);
	if (IS_ERR(event))
		return PTR_ERR(event);
	per_cpu(kvmrecord_event, cpu) = event;
	return 0;
}

static int kvmrecord_cpu_offline(unsigned int cpu)
{
	struct perf_event *event = per_cpu(kvmrecord_event, cpu);

	per_cpu(kvmrecord_event, cpu) = NULL;
	if (event)
		perf_event_release_kernel(event);
	return 0;
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
	err = cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "nestdiag:record", kvmrecord_cpu_online,
				kvmrecord_cpu_offline);
	if (err < 0)
		return err;
	kvmrecord_hp = err;
	return 0;
}

void nd_kvmrecord_stop(void)
{
	cpuhp_remove_state(kvmrecord_hp);
}
