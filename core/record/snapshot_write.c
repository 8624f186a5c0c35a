// SPDX-License-Identifier: GPL-2.0-only
/*
 * Writing a snapshot.
 */
#include <linux/nestdiag.h>

#include "core/facts/assist.h"
#include "core/facts/regs.h"
#include "core/record/record.h"

void nd_writer_put(struct nd_writer *w, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	w->at += vscnprintf(w->buf + w->at, sizeof(w->buf) - w->at, fmt, args);
	va_end(args);
}

void nd_writer_text(struct nd_writer *w, const char *text)
{
	nd_writer_put(w, " ");
	for (; *text; text++)
		nd_writer_put(w, *text > ' ' && *text < 0x7f && *text != '\\' ? "%c" : "\\%03o",
			      (u8)*text);
}

static void snap_put_bytes(struct nd_writer *w, const u8 *bytes, size_t len)
{
	nd_writer_put(w, " ");
	while (len--)
		nd_writer_put(w, "%02x", *bytes++);
}

void nd_writer_end(struct nd_writer *w)
{
	w->line(w->ctx, w->buf);
	w->at = 0;
}

static void snap_write_registers(struct nd_writer *w, const struct nd_cpu *cpu)
{
	u32 i;

	for (i = 0; i < cpu->nr_cpuid; i++) {
		const struct nd_cpuid *l = &cpu->cpuid[i];

		nd_writer_put(w, "cpuid %u 0x%08x 0x%x %08x %08x %08x %08x", cpu->id, l->leaf,
			      l->subleaf, l->eax, l->ebx, l->ecx, l->edx);
		nd_writer_end(w);
	}
	for (i = 0; i < ND_NR_REGS; i++) {
		const struct nd_value *value = &cpu->regs[i];

		if (value->state == ND_UNKNOWN)
			continue;
		nd_writer_put(w, "msr %u 0x%x ", cpu->id, nd_reg_desc(i)->index);
		if (value->state == ND_OK)
			nd_writer_put(w, "0x%016llx", value->value);
		else
			nd_writer_put(w, "%s", nd_state_word(value->state));
		nd_writer_end(w);
	}
}

static void snap_write_hyperv(struct nd_writer *w, const struct nd_cpu *cpu)
{
	u32 offset;

	if (cpu->assist.state != ND_UNKNOWN) {
		nd_writer_put(w, "assist %u 0x%llx %s", cpu->id, cpu->assist.gpa,
			      nd_state_word(cpu->assist.state));
		if (cpu->assist.state == ND_OK)
			snap_put_bytes(w, cpu->assist.bytes, sizeof(cpu->assist.bytes));
		nd_writer_end(w);
	}
	if (cpu->evmcs.state == ND_EVMCS_UNKNOWN)
		return;
	nd_writer_put(w, "evmcs %u 0x%llx %s", cpu->id, cpu->evmcs.gpa,
		      nd_evmcs_state_word(cpu->evmcs.state));
	nd_writer_end(w);
	if (cpu->evmcs.state != ND_EVMCS_CURRENT)
		return;
	for (offset = 0; offset < ND_EVMCS_BYTES; offset += ND_EVMCS_PART) {
		if (!(cpu->evmcs.parts & BIT(offset / ND_EVMCS_PART)))
			continue;
		nd_writer_put(w, "evmcs_data %u 0x%03x", cpu->id, offset);
		snap_put_bytes(w, cpu->evmcs.bytes + offset, ND_EVMCS_PART);
		nd_writer_end(w);
	}
}

static void snap_write_cpu(struct nd_writer *w, const struct nd_cpu *cpu)
{
	if (cpu->has_ident) {
		nd_writer_put(w, "cpu %u", cpu->id);
		nd_writer_text(w, cpu->vendor);
		nd_writer_put(w, " %u %u %u 0x%x", cpu->family, cpu->model, cpu->stepping,
			      cpu->microcode);
		nd_writer_end(w);
	}
	snap_write_registers(w, cpu);
	snap_write_hyperv(w, cpu);
}

void nd_snapshot_write(const struct nd_facts *facts, void (*line)(void *ctx, const char *text),
		       void *ctx)
{
	struct nd_writer w = { .line = line, .ctx = ctx };
	u32 i;

	nd_writer_put(&w, "%s %u", NESTDIAG_SNAPSHOT_MAGIC, NESTDIAG_SNAPSHOT_VERSION);
	nd_writer_end(&w);
	if (nd_facts_ring0(facts)) {
		nd_writer_put(&w, "module");
		nd_writer_text(&w, facts->module_version);
		nd_writer_put(&w, " %u", NESTDIAG_INTERFACE_VERSION);
		nd_writer_end(&w);
	}
	if (facts->release[0]) {
		nd_writer_put(&w, "kernel");
		nd_writer_text(&w, facts->release);
		nd_writer_text(&w, facts->machine);
		nd_writer_end(&w);
	}
	if (facts->guest_type[0] && facts->hv_support[0]) {
		nd_writer_put(&w, "platform");
		nd_writer_text(&w, facts->guest_type);
		nd_writer_text(&w, facts->hv_support);
		nd_writer_end(&w);
	}
	for (i = 0; i < facts->nr_cpus; i++)
		snap_write_cpu(&w, &facts->cpus[i]);
	for (i = 0; i < facts->nr_params; i++) {
		nd_writer_put(&w, "param");
		nd_writer_text(&w, facts->params[i].module);
		nd_writer_text(&w, facts->params[i].name);
		nd_writer_text(&w, facts->params[i].value);
		nd_writer_end(&w);
	}
	if (facts->price.samples) {
		nd_writer_put(&w, "price %u %llu %llu %u", facts->price.samples, facts->price.min,
			      facts->price.median, facts->price.tsc_khz);
		nd_writer_end(&w);
	}
	for (i = 0; i < facts->nr_host; i++) {
		nd_writer_put(&w, "host");
		nd_writer_text(&w, facts->host[i].key);
		nd_writer_text(&w, facts->host[i].value);
		nd_writer_end(&w);
	}
	if (facts->trace)
		nd_trace_write(&w, facts->trace);
	if (facts->failures)
		nd_failures_write(&w, facts->failures);
}
