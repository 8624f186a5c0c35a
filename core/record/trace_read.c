// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reading the records of exit accounting. Nanoseconds become ticks of the recorded clock again.
 */
#include "core/exits/trace.h"
#include "core/record/families.h"
#include "core/record/reader.h"

/* Beyond every reason: the words that stand where a vCPU has none, or one without a number. */
#define TRACE_REASON_NONE	BIT_ULL(32)
#define TRACE_REASON_OTHER	BIT_ULL(33)

static bool trace_scan_source(const struct nd_token *f, u64 *source)
{
	return nd_record_word(f, nd_source_word, source);
}

static bool trace_scan_isa(const struct nd_token *f, u64 *isa)
{
	return nd_record_word(f, nd_isa_word, isa);
}

static bool trace_scan_level(const struct nd_token *f, u64 *level)
{
	return nd_record_word(f, nd_level_name, level);
}

static bool trace_scan_point_state(const struct nd_token *f, u64 *state)
{
	return nd_record_word(f, nd_point_word, state);
}

static bool trace_scan_errno(const struct nd_token *f, u64 *error)
{
	return nd_scan_dec(f, 4095, error);
}

static bool trace_scan_khz(const struct nd_token *f, u64 *khz)
{
	return nd_record_dec_u32(f, khz) && *khz;
}

static bool trace_scan_cpu(const struct nd_token *f, u64 *id)
{
	return nd_scan_dec(f, ND_MAX_CPUS - 1, id);
}

static bool trace_scan_where(const struct nd_token *f, u64 *in_guest)
{
	*in_guest = nd_scan_is(f, "guest");
	return *in_guest || nd_scan_is(f, "host");
}

static bool trace_scan_reason(const struct nd_token *f, u64 *reason)
{
	*reason = TRACE_REASON_OTHER;
	return nd_scan_is(f, "other") || nd_record_hex_u32(f, reason);
}

static bool trace_scan_last(const struct nd_token *f, u64 *reason)
{
	*reason = TRACE_REASON_NONE;
	return nd_scan_is(f, "none") || trace_scan_reason(f, reason);
}

static const struct nd_field trace_source = {
	trace_scan_source,
	"source is not none, vmx, record, argument, unavailable, bpf, hist, vmcb or cached",
};

static const struct nd_field trace_isa = {
	trace_scan_isa, "ISA is not unknown, vmx or svm",
};

static const struct nd_field trace_khz = {
	trace_scan_khz, "clock is not a decimal number of kHz above 0",
};

static const struct nd_field trace_number = {
	nd_record_dec, "a count or a time is not a decimal number",
};

static const struct nd_field trace_level = {
	trace_scan_level, "level is neither guest nor nested",
};

static const struct nd_field trace_reason = {
	nd_record_hex_u32, "reason is not a 32-bit number with 0x",
};

static const struct nd_field trace_point_state = {
	trace_scan_point_state,
	"state is not absent, attached, off, failed, untyped, foreign or unsupported",
};

static const struct nd_field trace_point_error = {
	trace_scan_errno, "error is not a decimal number up to 4095",
};

static const struct nd_field trace_cpu_id = {
	trace_scan_cpu, "CPU number is not a decimal number below 8192",
};

_Static_assert(ND_MAX_CPUS == 8192, "the words above say so");

static const struct nd_field trace_vcpu_id = {
	nd_record_dec_u32, "process or vCPU is not a decimal number",
};

static const struct nd_field trace_vcpu_reason = {
	trace_scan_reason, "reason is neither other nor a number with 0x",
};

static const struct nd_field trace_vcpu_last = {
	trace_scan_last, "reason is not none, other or a number with 0x",
};

static const struct nd_field trace_vcpu_where = {
	trace_scan_where, "state is neither guest nor host",
};

static const struct nd_field trace_error = {
	nd_record_dec_u32, "error is not a decimal number",
};

/* Every record but the first needs the clock that the first one brings. */
static enum nd_parsed trace_ready(struct nd_parser *p)
{
	if (!p->facts->trace)
		return ND_PARSED_FULL;
	if (!p->facts->trace->tsc_khz)
		return nd_record_bad(p, "must follow the \"trace\" record, whose clock it needs");
	return ND_PARSED_OK;
}

static enum nd_parsed take_trace(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_trace *trace = p->facts->trace;

	if (!trace)
		return ND_PARSED_FULL;
	if (trace->tsc_khz)
		return nd_record_bad(p, "appears twice");
	trace->source = f->num[0];
	trace->compared = f->num[1];
	trace->mismatched = f->num[2];
	trace->tsc_khz = f->num[3];
	trace->isa = f->num[4];
	trace->source_error = f->num[5];
	/* Until their records come. */
	trace->unrecorded = ND_TRACE_NO_MISSED | BIT(ND_LEVEL_GUEST) | BIT(ND_LEVEL_NESTED);
	return ND_PARSED_OK;
}

static enum nd_parsed take_tracepoint(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_trace *trace = p->facts->trace;
	const char *name;
	u64 point;
	u32 i;

	if (!nd_record_word(&f->text[0], nd_point_name, &point))
		return ND_PARSED_IGNORED;
	name = nd_point_name(point);
	for (i = 0; i < trace->nr_points; i++)
		if (!strcmp(trace->points[i].name, name))
			return nd_record_bad(p, "tracepoint appears twice");
	if (trace->nr_points == ARRAY_SIZE(trace->points))
		return ND_PARSED_IGNORED;
	trace->points[trace->nr_points++] = (struct nd_point){ name, f->num[1], f->num[2] };
	return ND_PARSED_OK;
}

static enum nd_parsed take_in_guest(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_trace *trace = p->facts->trace;
	u32 level = f->num[0];

	trace->unrecorded &= ~BIT(level);
	trace->sum.guest[level] = nd_trace_ticks(trace, f->num[1]);
	trace->stay[level] = nd_trace_ticks(trace, f->num[2]);
	return ND_PARSED_OK;
}

static enum nd_parsed take_missed(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_trace *trace = p->facts->trace;

	trace->unrecorded &= ~ND_TRACE_NO_MISSED;
	trace->sum.no_exit = f->num[0];
	trace->sum.untabled = f->num[1];
	trace->sum.unread = f->num[2];
	trace->refusals_lost = f->num[3];
	return ND_PARSED_OK;
}

static bool trace_hist(const struct nd_token *f, u64 *hist)
{
	size_t start = 0, end;
	u32 nr;

	for (nr = 0; start <= f->len; nr++, start = end + 1) {
		for (end = start; end < f->len && f->s[end] != ','; end++)
			;
		if (nr == ND_HIST_BUCKETS ||
		    !nd_scan_digits(f->s + start, end - start, 10, &hist[nr]))
			return false;
	}
	return true;
}

/*
 * A reason's slot; ND_NO_SLOT if the slots for rare reasons are used up: a writer does not
 * have more than there are.
 */
static u32 trace_slot(struct nd_acct *acct, u32 reason)
{
	u32 slot = nd_acct_slot(acct, reason);

	return nd_acct_reason(acct, slot) == reason ? slot : ND_NO_SLOT;
}

static enum nd_parsed take_exits(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_trace *trace = p->facts->trace;
	struct nd_acct_cell cell = { 0 }, *to;
	u32 level = f->num[1], reason = f->num[2], slot;

	if (f->num[0] != trace->isa)
		return nd_record_bad(p, "ISA is not that of the \"trace\" record");
	if (!trace_hist(&f->text[7], cell.hist))
		return nd_record_bad(p, "histogram is not up to %u decimal numbers with commas",
				     ND_HIST_BUCKETS);
	slot = trace_slot(&trace->sum, reason);
	if (slot == ND_NO_SLOT)
		return ND_PARSED_IGNORED;
	to = &trace->sum.cells[level][slot];
	if (to->count || to->timed)
		return nd_record_bad(p, "exits for reason 0x%x appear twice", reason);
	cell.count = f->num[3];
	cell.ticks = nd_trace_ticks(trace, f->num[4]);
	cell.max = nd_trace_ticks(trace, f->num[5]);
	cell.timed = f->num[6];
	*to = cell;
	return ND_PARSED_OK;
}

static enum nd_parsed take_nested(struct nd_parser *p, const struct nd_fields *f)
{
	p->facts->trace->sum.nested_entries = f->num[0];
	p->facts->trace->sum.nested_exits = f->num[1];
	return ND_PARSED_OK;
}

static enum nd_parsed take_reflected(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_trace *trace = p->facts->trace;
	u32 slot = trace_slot(&trace->sum, f->num[0]);

	if (slot == ND_NO_SLOT)
		return ND_PARSED_IGNORED;
	trace->sum.reflected[slot] = f->num[1];
	trace->sum.caused[slot] = f->num[2];
	return ND_PARSED_OK;
}

static enum nd_parsed take_userspace(struct nd_parser *p, const struct nd_fields *f)
{
	if (f->num[0] >= ND_NR_USERSPACE)
		return ND_PARSED_IGNORED;
	p->facts->trace->sum.userspace[f->num[0]] = f->num[1];
	return ND_PARSED_OK;
}

static enum nd_parsed take_runs(struct nd_parser *p, const struct nd_fields *f)
{
	u64 *errors = p->facts->trace->sum.run_errors;

	errors[ND_RUN_INTERRUPTED] = f->num[0];
	errors[ND_RUN_WAITING] = f->num[1];
	errors[ND_RUN_FAILED] = f->num[2];
	return ND_PARSED_OK;
}

static struct nd_trace_cpu *trace_cpu(struct nd_trace *trace, u32 id)
{
	struct nd_trace_cpu *cpu;
	u32 i;

	for (i = trace->nr_cpus; i-- > 0;)
		if (trace->cpus[i].id == id)
			return &trace->cpus[i];
	if (trace->nr_cpus == trace->max_cpus)
		return NULL;
	cpu = &trace->cpus[trace->nr_cpus++];
	memset(cpu, 0, sizeof(*cpu));
	cpu->id = id;
	return cpu;
}

static enum nd_parsed take_exits_cpu(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_trace *trace = p->facts->trace;
	struct nd_trace_cpu *cpu = trace_cpu(trace, f->num[0]);
	u32 level = f->num[1];

	if (!cpu)
		return ND_PARSED_FULL;
	cpu->exits[level].count = f->num[2];
	cpu->exits[level].timed = f->num[3];
	cpu->exits[level].ticks = nd_trace_ticks(trace, f->num[4]);
	cpu->exits[level].max = nd_trace_ticks(trace, f->num[5]);
	cpu->guest[level] = nd_trace_ticks(trace, f->num[6]);
	return ND_PARSED_OK;
}

/* Only reasons that have a slot of their own are written for a vCPU. */
static u32 trace_vcpu_slot(const struct nd_trace *trace, u64 reason)
{
	u32 slot;

	if (reason == TRACE_REASON_NONE)
		return ND_NO_SLOT;
	for (slot = 0; slot < ND_SLOT_OTHER; slot++)
		if (nd_acct_reason(&trace->sum, slot) == reason)
			break;
	return slot;
}

static enum nd_parsed take_vcpu(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_trace *trace = p->facts->trace;
	struct nd_acct_vcpu *vcpu;

	if (trace->nr_vcpus == ND_MAX_VCPUS)
		return ND_PARSED_IGNORED;
	if (trace->nr_vcpus == trace->max_vcpus)
		return ND_PARSED_FULL;
	vcpu = &trace->vcpus[trace->nr_vcpus++];
	memset(vcpu, 0, sizeof(*vcpu));
	vcpu->pid = f->num[0];
	vcpu->id = f->num[1];
	vcpu->state = f->num[4] ? ND_VCPU_IN_GUEST : 0;
	nd_acct_vcpu_place(vcpu, f->num[2], trace_vcpu_slot(trace, f->num[3]));
	vcpu->exited = trace->now - nd_trace_ticks(trace, f->num[5]);
	vcpu->entered = trace->now - nd_trace_ticks(trace, f->num[6]);
	vcpu->guest = nd_trace_ticks(trace, f->num[7]);
	vcpu->host = nd_trace_ticks(trace, f->num[8]);
	return ND_PARSED_OK;
}

static enum nd_parsed take_vcpu_exits(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_trace *trace = p->facts->trace;
	struct nd_acct_vcpu *vcpu = trace->nr_vcpus ? &trace->vcpus[trace->nr_vcpus - 1] : NULL;

	if (vcpu && vcpu->pid == f->num[0] && vcpu->id == f->num[1]) {
		vcpu->counts[f->num[2]][trace_vcpu_slot(trace, f->num[3])] += f->num[4];
		return ND_PARSED_OK;
	}
	/* Those of a vCPU that found no room go the way of their vCPU. */
	if (trace->nr_vcpus == ND_MAX_VCPUS)
		return ND_PARSED_IGNORED;
	return nd_record_bad(p, "does not follow its \"vcpu\" record");
}

static enum nd_parsed take_refusal(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_refusal refusal = { .error = f->num[0], .count = f->num[1] };
	struct nd_trace *trace = p->facts->trace;

	if (!nd_scan_text(&f->text[2], refusal.text, sizeof(refusal.text)))
		return nd_record_bad(p, "message is too long or wrongly escaped");
	if (trace->nr_refusals == ND_MAX_REFUSALS)
		return ND_PARSED_IGNORED;
	trace->refusals[trace->nr_refusals++] = refusal;
	return ND_PARSED_OK;
}

static const struct nd_record trace_records[] = {
	{ "trace",	5, 6, NULL, take_trace,
	  { &trace_source, &trace_number, &trace_number, &trace_khz, &trace_isa, &trace_number } },
	{ "tracepoint",	3, 3, trace_ready, take_tracepoint,
	  { NULL, &trace_point_state, &trace_point_error } },
	{ "in_guest",	3, 3, trace_ready, take_in_guest,
	  { &trace_level, &trace_number, &trace_number } },
	{ "missed",	4, 4, trace_ready, take_missed,
	  { &trace_number, &trace_number, &trace_number, &trace_number } },
	{ "exits",	8, 8, trace_ready, take_exits,
	  { &trace_isa, &trace_level, &trace_reason, &trace_number, &trace_number, &trace_number,
	    &trace_number } },
	{ "nested",	2, 2, trace_ready, take_nested, { &trace_number, &trace_number } },
	{ "reflected",	3, 3, trace_ready, take_reflected,
	  { &trace_reason, &trace_number, &trace_number } },
	{ "userspace",	2, 2, trace_ready, take_userspace, { &trace_number, &trace_number } },
	{ "runs",	3, 3, trace_ready, take_runs,
	  { &trace_number, &trace_number, &trace_number } },
	{ "exits_cpu",	7, 7, trace_ready, take_exits_cpu,
	  { &trace_cpu_id, &trace_level, &trace_number, &trace_number, &trace_number,
	    &trace_number, &trace_number } },
	{ "vcpu",	9, 9, trace_ready, take_vcpu,
	  { &trace_vcpu_id, &trace_vcpu_id, &trace_level, &trace_vcpu_last, &trace_vcpu_where,
	    &trace_number, &trace_number, &trace_number, &trace_number } },
	{ "vcpu_exits",	5, 5, trace_ready, take_vcpu_exits,
	  { &trace_vcpu_id, &trace_vcpu_id, &trace_level, &trace_vcpu_reason, &trace_number } },
	{ "refusal",	3, 3, trace_ready, take_refusal, { &trace_error, &trace_number } },
};

const struct nd_record_family nd_trace_family = { trace_records, ARRAY_SIZE(trace_records) };
