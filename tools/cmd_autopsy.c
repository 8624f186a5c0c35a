// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include <nestdiag/dump.h>

#include "cmd.h"

/**
 * struct autopsy - a file with dumps being read
 * @call:  the call
 * @facts: the machine whose capability registers count
 * @cpu:   the CPU of it, NULL where there is none to go by
 * @dump:  the dump as far as it was read
 * @place: where it is; the number is that of the dumps so far
 * @sum:   of all dumps
 */
struct autopsy {
	struct nd_call *call;
	struct nd_machine facts;
	const struct nd_cpu *cpu;
	struct nd_dump dump;
	struct nd_dump_place place;
	struct nd_autopsy sum;
};

/* Half a machine is worse than none: CPUID alone, without the capability registers. */
static bool has_capabilities(const struct nd_cpu *cpu)
{
	return cpu && (cpu->regs[ND_VMX_BASIC].state == ND_OK ||
		       nd_cpu_leaf(cpu, 0x8000000a, 0));
}

/* The registers of --from, else this machine's where they can be read. */
static void find_cpu(struct autopsy *a)
{
	const struct nd_emit *emit = &a->call->out->emit;

	if (a->call->args->from) {
		a->cpu = nd_cmd_cpu(a->call);
		return;
	}
	if (nd_machine_ask(&a->facts) || a->call->args->cpu >= 0)
		return;
	a->cpu = nd_facts_first(&a->facts.facts);
	if (!has_capabilities(a->cpu))
		a->cpu = NULL;
	if (a->cpu)
		nd_emit_note(emit, "Compared with this machine's capability registers; for a dump of another machine name its snapshot with --from");
	else
		nd_emit_note(emit, "No capability registers to compare with: name a snapshot of the machine with --from");
}

static void finish_dump(struct autopsy *a)
{
	struct nd_autopsy sum;

	if (!nd_dump_any(&a->dump))
		return;
	a->place.number++;
	sum = nd_dump_rows(&a->dump, &a->place, a->cpu, &a->call->out->emit);
	a->sum.passed += sum.passed;
	a->sum.failed += sum.failed;
	a->sum.unchecked += sum.unchecked;
}

static void take_line(struct autopsy *a, u32 number, const char *text, size_t len)
{
	if (nd_dump_begins(&a->dump, text, len)) {
		finish_dump(a);
		nd_dump_init(&a->dump);
		a->place.first = 0;
	}
	if (!nd_dump_line(&a->dump, text, len))
		return;
	if (!a->place.first)
		a->place.first = number;
	a->place.last = number;
}

static int read_dumps(struct autopsy *a, const char *file)
{
	struct nd_lines lines;
	const char *text;
	u32 number = 0;
	size_t len;
	int got = nd_lines_user(&lines, file);

	if (got)
		return got;
	nd_dump_init(&a->dump);
	while ((got = nd_lines_next(&lines, &text, &len)) > 0)
		take_line(a, ++number, text, len);
	nd_lines_close(&lines);
	finish_dump(a);
	return got;
}

static enum nd_exit judge(const struct autopsy *a, const char *name)
{
	if (!a->place.number) {
		nd_error("%s: no dump of a VMCS or VMCB; KVM prints one on a failed entry with the parameter kvm_intel.dump_invalid_vmcs or kvm_amd.dump_invalid_vmcb",
			 name);
		return ND_EXIT_UNKNOWN;
	}
	if (a->sum.failed)
		return ND_EXIT_FINDINGS;
	return a->sum.passed ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
}

static enum nd_exit run(struct nd_call *call)
{
	const char *file = call->args->nr_words ? call->args->words[0] : "-";
	const char *name = strcmp(file, "-") ? file : "(standard input)";
	struct autopsy *a = calloc(1, sizeof(*a));
	enum nd_exit ret;
	int err;

	call->out->list(call->out, ND_ROW_DUMP);
	call->out->list(call->out, ND_ROW_VIOLATION);
	call->out->list(call->out, ND_ROW_UNCHECKED);
	call->out->list(call->out, ND_ROW_CONTROL);
	if (!a)
		return ND_EXIT_UNKNOWN;
	a->call = call;
	find_cpu(a);
	err = read_dumps(a, file);
	if (err) {
		nd_error("%s: %s", name, strerror(-err));
		ret = ND_EXIT_USAGE;
	} else {
		ret = judge(a, name);
	}
	nd_machine_free(&a->facts);
	free(a);
	return ret;
}

const struct nd_cmd nd_cmd_autopsy = {
	.name = "autopsy",
	.summary = "which check a failed VM entry failed, from KVM's dump of it",
	.details = "Reads the dumps of VMCS and VMCB that KVM prints into the kernel log when a VM\n"
		   "entry fails (parameter dump_invalid_vmcs of kvm_intel, dump_invalid_vmcb of\n"
		   "kvm_amd) and applies the checks that the processor makes at VM entry: which\n"
		   "one fails first, which others do, and which could not be tried. FILE is a log,\n"
		   "or \"-\" or nothing for standard input. Controls are compared with the\n"
		   "capability registers of the snapshot that --from names, else of this machine\n"
		   "where they can be read.\n\n"
		   "Exit status: 0 no check fails, 1 a check fails, 3 no dump or nothing that could\n"
		   "be checked, 64 FILE cannot be read.",
	.example = "dmesg | nestdiag autopsy",
	.options = "c",
	.takes = "[FILE]",
	.max = 1,
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
