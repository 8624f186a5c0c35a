// SPDX-License-Identifier: GPL-2.0-only
/*
 * Writing a snapshot.
 */
#include <linux/nestdiag.h>

#include <nestdiag/hyperv.h>
#include <nestdiag/snapshot.h>

/**
 * struct snap_writer - the line being written
 * @line: takes it when it is complete
 * @ctx:  for @line
 * @at:   used part of @buf
 * @buf:  the line
 */
struct snap_writer {
	void (*line)(void *ctx, const char *text);
	void *ctx;
	size_t at;
	char buf[ND_SNAPSHOT_LINE];
};

__printf(2, 3) static void snap_put(struct snap_writer *w, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	w->at += vscnprintf(w->buf + w->at, sizeof(w->buf) - w->at, fmt, args);
	va_end(args);
}

static void snap_put_text(struct snap_writer *w, const char *text)
{
	snap_put(w, " ");
	for (; *text; text++)
		snap_put(w, *text > ' ' && *text < 0x7f && *text != '\\' ? "%c" : "\\%03o",
			 (u8)*text);
}

static void snap_put_bytes(struct snap_writer *w, const u8 *bytes, size_t len)
{
	snap_put(w, " ");
	while (len--)
		snap_put(w, "%02x", *bytes++);
}

static void snap_end(struct snap_writer *w)
{
	w->line(w->ctx, w->buf);
	w->at = 0;
}

static void snap_write_registers(struct snap_writer *w, const struct nd_cpu *cpu)
{
	u32 i;

	for (i = 0; i < cpu->nr_cpuid; i++) {
		const struct nd_cpuid *l = &cpu->cpuid[i];

		snap_put(w, "cpuid %u 0x%08x 0x%x %08x %08x %08x %08x", cpu->id, l->leaf,
			 l->subleaf, l->eax, l->ebx, l->ecx, l->edx);
		snap_end(w);
	}
	for (i = 0; i < ND_NR_REGS; i++) {
		const struct nd_value *value = &cpu->regs[i];

		if (value->state == ND_UNKNOWN)
			continue;
		snap_put(w, "msr %u 0x%x ", cpu->id, nd_reg_desc(i)->index);
		if (value->state == ND_OK)
			snap_put(w, "0x%016llx", value->value);
		else
			snap_put(w, "%s", nd_state_word(value->state));
		snap_end(w);
	}
}

static void snap_write_hyperv(struct snap_writer *w, const struct nd_cpu *cpu)
{
	u32 offset;

	if (cpu->assist.state != ND_UNKNOWN) {
		snap_put(w, "assist %u 0x%llx %s", cpu->id, cpu->assist.gpa,
			 nd_state_word(cpu->assist.state));
		if (cpu->assist.state == ND_OK)
			snap_put_bytes(w, cpu->assist.bytes, sizeof(cpu->assist.bytes));
		snap_end(w);
	}
	if (cpu->evmcs.state == ND_EVMCS_UNKNOWN)
		return;
	snap_put(w, "evmcs %u 0x%llx %s", cpu->id, cpu->evmcs.gpa,
		 nd_evmcs_state_word(cpu->evmcs.state));
	snap_end(w);
	if (cpu->evmcs.state != ND_EVMCS_CURRENT)
		return;
	for (offset = 0; offset < ND_EVMCS_BYTES; offset += ND_EVMCS_PART) {
		if (!(cpu->evmcs.parts & BIT(offset / ND_EVMCS_PART)))
			continue;
		snap_put(w, "evmcs_data %u 0x%03x", cpu->id, offset);
		snap_put_bytes(w, cpu->evmcs.bytes + offset, ND_EVMCS_PART);
		snap_end(w);
	}
}

static void snap_write_cpu(struct snap_writer *w, const struct nd_cpu *cpu)
{
	if (cpu->has_ident) {
		snap_put(w, "cpu %u", cpu->id);
		snap_put_text(w, cpu->vendor);
		snap_put(w, " %u %u %u 0x%x", cpu->family, cpu->model, cpu->stepping,
			 cpu->microcode);
		snap_end(w);
	}
	snap_write_registers(w, cpu);
	snap_write_hyperv(w, cpu);
}

void nd_snapshot_write(const struct nd_facts *facts, void (*line)(void *ctx, const char *text),
		       void *ctx)
{
	struct snap_writer w = { .line = line, .ctx = ctx };
	u32 i;

	snap_put(&w, "%s %u", NESTDIAG_SNAPSHOT_MAGIC, NESTDIAG_SNAPSHOT_VERSION);
	snap_end(&w);
	if (nd_facts_ring0(facts)) {
		snap_put(&w, "module");
		snap_put_text(&w, facts->module_version);
		snap_put(&w, " %u", NESTDIAG_INTERFACE_VERSION);
		snap_end(&w);
	}
	if (facts->release[0]) {
		snap_put(&w, "kernel");
		snap_put_text(&w, facts->release);
		snap_put_text(&w, facts->machine);
		snap_end(&w);
	}
	if (facts->guest_type[0] && facts->hv_support[0]) {
		snap_put(&w, "platform");
		snap_put_text(&w, facts->guest_type);
		snap_put_text(&w, facts->hv_support);
		snap_end(&w);
	}
	for (i = 0; i < facts->nr_cpus; i++)
		snap_write_cpu(&w, &facts->cpus[i]);
	for (i = 0; i < facts->nr_params; i++) {
		snap_put(&w, "param");
		snap_put_text(&w, facts->params[i].module);
		snap_put_text(&w, facts->params[i].name);
		snap_put_text(&w, facts->params[i].value);
		snap_end(&w);
	}
}
