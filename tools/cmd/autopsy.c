// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "core/entry/autopsy.h"
#include "core/entry/dump.h"
#include "core/entry/dumplines.h"
#include "core/entry/dumprows.h"

#include "tools/cmd/autopsy.h"
#include "tools/in/members.h"
#include "tools/live/live.h"

/**
 * struct autopsy - a file with dumps being read
 * @call:  the call
 * @facts: this machine, if no snapshot is named
 * @dump:  the dump as far as it was read
 * @place: where it is; the number is that of the dumps so far
 * @sum:   of all dumps
 * @little: dumps of which too little is there to judge, and no check fails
 */
struct autopsy {
	struct nd_call *call;
	struct nd_machine facts;
	struct nd_dump dump;
	struct nd_dump_place place;
	struct nd_autopsy sum;
	unsigned int little;
};

/*
 * The CPU to compare a dump with. Half of one is worse than none: CPUID without the capability
 * registers, or the address width of another vendor's processor.
 */
static const struct nd_cpu *find_cpu(const struct autopsy *a, enum nd_isa isa)
{
	const struct nd_cpu *cpu = a->call->args->from ? nd_cmd_cpu(a->call) :
						       nd_facts_first(&a->facts.facts);

	if (!cpu)
		return NULL;
	if (isa == ND_ISA_SVM)
		return nd_cpu_leaf(cpu, 0x8000000a, 0) ? cpu : NULL;
	return cpu->regs[ND_VMX_BASIC].state == ND_OK ? cpu : NULL;
}

static void note_cpu(const struct autopsy *a, const struct nd_cpu *cpu)
{
	const char *from = a->call->args->from;
	struct nd_row row;

	nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_row_printf(&row, "dump %u: ", a->place.number);
	if (cpu)
		nd_row_printf(&row, "compared with the capability registers of %s%s",
			      from ? from : "this machine",
			      from ? "" : "; for a dump of another machine name its snapshot with --from");
	else
		nd_row_printf(&row, "no capability registers to compare with; use --from with a snapshot of the machine");
	nd_emit_row(&a->call->out->emit, &row);
}

static void finish_dump(struct autopsy *a)
{
	const struct nd_cpu *cpu;
	struct nd_autopsy sum;

	if (!nd_dump_any(&a->dump))
		return;
	a->place.number++;
	cpu = find_cpu(a, a->dump.state.isa);
	sum = nd_dump_rows(&a->dump, &a->place, cpu, &a->call->out->emit);
	note_cpu(a, cpu);
	a->little += !sum.failed && nd_dump_wanting(&a->dump, NULL);
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

static int read_dumps(struct autopsy *a, struct nd_lines *lines)
{
	const char *text;
	u32 number = 0;
	size_t len;
	int got;

	nd_dump_init(&a->dump);
	while ((got = nd_lines_next(lines, &text, &len)) > 0)
		take_line(a, ++number, text, len);
	nd_lines_close(lines);
	finish_dump(a);
	return got;
}

unsigned int nd_autopsy_lines(struct nd_call *call, struct nd_lines *lines)
{
	struct autopsy *a = calloc(1, sizeof(*a));
	unsigned int dumps;

	if (!a) {
		nd_lines_close(lines);
		return 0;
	}
	a->call = call;
	read_dumps(a, lines);
	dumps = a->place.number;
	free(a);
	return dumps;
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
	return a->sum.passed && !a->little ? ND_EXIT_OK : ND_EXIT_UNKNOWN;
}

static enum nd_exit run(struct nd_call *call)
{
	const char *from = call->args->from;
	const char *file = call->args->nr_words ? call->args->words[0] :
			   from && nd_members_any(from) ? from : "-";
	const char *name = strcmp(file, "-") ? file : "(standard input)";
	struct autopsy *a = calloc(1, sizeof(*a));
	struct nd_lines lines;
	enum nd_exit ret;
	int err;

	call->out->list(call->out, ND_ROW_DUMP);
	call->out->list(call->out, ND_ROW_VIOLATION);
	call->out->list(call->out, ND_ROW_UNCHECKED);
	call->out->list(call->out, ND_ROW_CONTROL);
	if (!a)
		return ND_EXIT_UNKNOWN;
	a->call = call;
	if (!call->args->from)
		nd_live_ask(&a->facts);	/* without, there is nothing to compare with */
	err = nd_lines_log(&lines, file);
	if (!err)
		err = read_dumps(a, &lines);
	if (err) {
		nd_error("%s: %s", name, nd_lines_why(err));
		call->failed = true;
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
	.summary = "find the check that a VM entry failed, from KVM's dump",
	.details = "Reads the VMCS and VMCB dumps that KVM prints to the kernel log when a VM entry\n"
		   "fails (parameter dump_invalid_vmcs of kvm_intel, dump_invalid_vmcb of kvm_amd)\n"
		   "and applies the processor's VM-entry checks: shows the check that fails first,\n"
		   "other checks that fail, and checks that could not be tried. FILE is a log; \"-\"\n"
		   "or no FILE is standard input. Controls are compared with the capability\n"
		   "registers of the snapshot given with --from, or of this machine if they can be\n"
		   "read.\n\n"
		   "Exit status: 0 no check fails, 1 a check fails, 3 no dump, or lines of it are\n"
		   "wanting and no check of the others fails, 64 FILE cannot be read.",
	.example = "dmesg | nestdiag autopsy",
	.options = "c",
	.takes = "[FILE]",
	.max = 1,
	.needs = ND_NEEDS_NOTHING,
	.run = run,
};
