// SPDX-License-Identifier: GPL-2.0-only
/*
 * What --pid, --vm, --vcpu, --reason, --min and --sort leave of figures and rows.
 */
#include "tools/cmd/picked.h"
#include "tools/live/vmname.h"

bool nd_picked_any(const struct nd_args *args)
{
	return args->pid != ND_ARG_NONE || args->vcpu != ND_ARG_NONE || args->vm;
}

bool nd_picked_wrong(struct nd_call *call)
{
	const struct nd_args *args = call->args;

	if (args->vm && args->from)
		nd_error("--vm works on this machine: a snapshot does not have the names of VMs; see --pid");
	else if (nd_picked_any(args) && args->source == ND_WAY_TRACEFS)
		nd_error("histograms in tracefs do not tell vCPUs apart");
	else
		return false;
	call->failed = true;
	return true;
}

static bool is_picked(const struct nd_args *args, const struct nd_acct_vcpu *vcpu)
{
	const char *name;

	if ((args->pid != ND_ARG_NONE && vcpu->pid != args->pid) ||
	    (args->vcpu != ND_ARG_NONE && vcpu->id != args->vcpu))
		return false;
	if (!args->vm)
		return true;
	name = nd_live_vm_name(vcpu->pid);
	return name && !strcmp(name, args->vm);
}

void nd_picked_vcpus(struct nd_call *call)
{
	struct nd_trace *trace = call->machine->facts.trace;
	u32 i, nr = 0;

	if (!trace || !nd_picked_any(call->args))
		return;
	for (i = 0; i < trace->nr_vcpus; i++)
		if (is_picked(call->args, &trace->vcpus[i]))
			trace->vcpus[nr++] = trace->vcpus[i];
	trace->nr_vcpus = nr;
	if (!nr)
		nd_emit_note(&call->out->emit, "No vCPU that was asked about has been seen.");
}

struct nd_narrowed nd_picked_figures(struct nd_call *call)
{
	struct nd_narrowed n = { .whole = true, .nested = true };
	char text[160];

	if (!call->machine->facts.trace || !nd_picked_any(call->args))
		return n;
	nd_picked_vcpus(call);
	n = nd_trace_narrow(call->machine->facts.trace);
	if (!n.whole)
		nd_emit_note(&call->out->emit,
			     "Times are counted by reason, not by vCPU: they are shown of reasons that no other vCPU has.");
	if (n.rare) {
		scnprintf(text, sizeof(text), "%llu exits for rare reasons are counted, but not by reason.",
			  n.rare);
		nd_emit_note(&call->out->emit, text);
	}
	return n;
}

void nd_picked_begin(struct nd_picked *p, struct nd_call *call)
{
	const struct nd_args *args = call->args;

	p->pick = (struct nd_pick){
		.reason = args->reason, .min = args->min,
		.sort = args->sort ? args->sort->key : NULL,
		.by_name = args->sort && !args->sort->key,
	};
	p->picking = nd_pick_begin(&p->pick, &call->out->emit, &p->emit);
}

size_t nd_picked_end(struct nd_picked *p)
{
	return nd_pick_end(p->picking);
}
