// SPDX-License-Identifier: GPL-2.0-only
/*
 * Fuzz target: any bytes as a log with dumps of a VMCS or VMCB, then the autopsy of each, plain and
 * JSON, with and without a CPU to compare with. The first byte chooses the CPU's capabilities.
 */
#include "core/entry/autopsy.h"
#include "core/entry/checks.h"
#include "core/entry/dump.h"
#include "core/entry/dumprows.h"

#include "tools/out/out.h"
#include "accepted.h"
#include "views.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

unsigned long fuzz_accepted;	/* dumps found */

static void cpu_fill(struct nd_cpu *cpu, unsigned char seed)
{
	unsigned int i;

	memset(cpu, 0, sizeof(*cpu));
	for (i = 0; i < ND_NR_REGS; i++) {
		cpu->regs[i].state = (seed >> (i % 4) & 1) ? ND_OK : ND_ABSENT;
		cpu->regs[i].value = seed & 0x10 ? ~0ULL : 0x0000ffff00000016ULL * (seed | 1);
	}
	if (seed & 0x20)
		cpu->cpuid[cpu->nr_cpuid++] =
			(struct nd_cpuid){ 0x80000008, 0, seed << 8 | seed, 0, 0, 0 };
	if (seed & 0x40)
		cpu->cpuid[cpu->nr_cpuid++] = (struct nd_cpuid){ 10, 0, ~0U, 0, ~0U, ~0U };
}

static void show(const struct nd_dump *dump, const struct nd_dump_place *place,
		 const struct nd_cpu *cpu, struct nd_out *out)
{
	struct nd_autopsy sum = nd_dump_rows(dump, place, cpu, &out->emit);
	struct nd_row row;
	u32 n = 0;

	while (nd_check_at(dump->state.isa, n))
		n++;
	if (sum.passed + sum.failed + sum.unchecked != n)
		fail("not all checks were accounted for");
	if (nd_autopsy_first(&dump->state, nd_suspects_state(&dump->state), cpu, &row) &&
	    !sum.failed)
		fail("a first check and no failed one");
}

static void show_all(const struct nd_dump *dump, const struct nd_dump_place *place,
		     const struct nd_cpu *cpu)
{
	struct text plain = { 0 }, json = { 0 };
	struct nd_out *out;

	out = nd_out_plain(open_memstream(&plain.bytes, &plain.len), true, ND_WIDTH);
	show(dump, place, cpu, out);
	out->finish(out);
	out = nd_out_json(open_memstream(&json.bytes, &json.len));
	show(dump, place, NULL, out);
	out->finish(out);
	check_plain(&plain);
	check_json(&json);
	free(plain.bytes);
	free(json.bytes);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	static struct nd_cpu cpu;
	static struct nd_dump dump;
	struct nd_dump_place place = { .number = 1 };
	const char *text = (const char *)data;
	size_t i, start = 1;

	if (!size)
		return 0;
	cpu_fill(&cpu, data[0]);
	nd_dump_init(&dump);
	for (i = 1; i <= size; i++) {
		if (i < size && text[i] != '\n')
			continue;
		place.last++;
		if (start <= i && nd_dump_begins(&dump, text + start, i - start)) {
			fuzz_accepted++;
			if (nd_dump_any(&dump))
				show_all(&dump, &place, &cpu);
			nd_dump_init(&dump);
		}
		if (start <= i)
			nd_dump_line(&dump, text + start, i - start);
		start = i + 1;
	}
	if (nd_dump_any(&dump))
		show_all(&dump, &place, &cpu);
	return 0;
}
