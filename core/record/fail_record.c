// SPDX-License-Identifier: GPL-2.0-only
/*
 * The records of failed launches.
 */
#include "core/entry/failure.h"
#include "core/exits/trace.h"
#include "core/record/record.h"

#define FAIL_UNKNOWN	"-"	/* stands for a number that is not known */

/* --- writing ---------------------------------------------------------------------------------- */

static void fail_put(struct nd_writer *w, bool known, const char *fmt, u64 value)
{
	if (known)
		nd_writer_put(w, fmt, value);
	else
		nd_writer_put(w, " " FAIL_UNKNOWN);
}

static void fail_write_state(struct nd_writer *w, const struct nd_failure *f)
{
	u32 i;

	for (i = 0; i < nd_vmstate_nr(f->state.isa); i++) {
		const struct nd_vmf_desc *desc = nd_vmstate_desc(f->state.isa, i);

		if (!f->state.known[i])
			continue;
		nd_writer_put(w, "failure_field %llu %s 0x%llx", f->number, desc->id,
			      f->state.value[i]);
		nd_writer_end(w);
	}
	for (i = 0; i < f->state.nr_msrs; i++) {
		nd_writer_put(w, "failure_msr %llu 0x%x 0x%llx", f->number,
			      f->state.msrs[i].index, f->state.msrs[i].value);
		nd_writer_end(w);
	}
}

static void fail_write(struct nd_writer *w, const struct nd_failure *f)
{
	nd_writer_put(w, "failure %llu %llu %s %s %s %u %u", f->number, f->time_ns,
		      nd_fail_kind_word(f->kind), nd_isa_word(f->isa), nd_fail_level_word(f->level),
		      f->pid, f->tid);
	fail_put(w, f->has & ND_FAIL_HAS_VCPU, " %llu", f->vcpu);
	fail_put(w, f->has & ND_FAIL_HAS_REASON, " 0x%llx", f->reason);
	fail_put(w, f->has & ND_FAIL_HAS_QUAL, " 0x%llx", f->qual);
	fail_put(w, f->has & ND_FAIL_HAS_ERROR, " %llu", f->error);
	nd_writer_put(w, " %s", nd_fail_evidence_word(f->evidence));
	nd_writer_text(w, f->comm[0] ? f->comm : FAIL_UNKNOWN);
	nd_writer_text(w, f->message[0] ? f->message : FAIL_UNKNOWN);
	nd_writer_end(w);
	fail_write_state(w, f);
}

void nd_failures_write(struct nd_writer *w, const struct nd_failures *failures)
{
	u32 i;

	nd_writer_put(w, "failures %llu", failures->dropped);
	for (i = 0; i < ND_NR_FAIL_KINDS; i++)
		nd_writer_put(w, " %llu", failures->counts[i]);
	nd_writer_end(w);
	for (i = 0; i < failures->nr; i++)
		fail_write(w, &failures->list[i]);
}

/* --- reading ---------------------------------------------------------------------------------- */

static enum nd_parsed fail_ready(struct nd_parser *p)
{
	p->wants_failures = !p->facts->failures;
	return p->wants_failures ? ND_PARSED_FULL : ND_PARSED_OK;
}

static enum nd_parsed take_failures(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	u64 dropped, counts[ND_NR_FAIL_KINDS];
	u32 i;

	if (fail_ready(p) != ND_PARSED_OK)
		return ND_PARSED_FULL;
	if (!nd_scan_dec(&f[0], ~0ULL, &dropped))
		return nd_record_bad(p, "a count is not a decimal number");
	for (i = 0; i < ND_NR_FAIL_KINDS; i++)
		if (!nd_scan_dec(&f[i + 1], ~0ULL, &counts[i]))
			return nd_record_bad(p, "a count is not a decimal number");
	p->facts->failures->dropped = dropped;
	memcpy(p->facts->failures->counts, counts, sizeof(counts));
	return ND_PARSED_OK;
}

static bool fail_word(const struct nd_token *f, const char *(*word)(u32 index), u32 *index)
{
	for (*index = 0; word(*index); ++*index)
		if (nd_scan_is(f, word(*index)))
			return true;
	return false;
}

static bool fail_words(struct nd_failure *failure, const struct nd_token *f)
{
	u32 kind, isa, level, evidence;

	if (!fail_word(&f[2], nd_fail_kind_word, &kind) ||
	    !fail_word(&f[3], nd_isa_word, &isa) || !fail_word(&f[4], nd_fail_level_word, &level) ||
	    !fail_word(&f[11], nd_fail_evidence_word, &evidence))
		return false;
	failure->kind = kind;
	failure->isa = isa;
	failure->level = level;
	failure->evidence = evidence;
	return true;
}

/* A number that may be unknown. */
static bool fail_number(const struct nd_token *f, struct nd_failure *failure, u32 has, bool hex,
			u64 max, u64 *value)
{
	*value = 0;
	if (nd_scan_is(f, FAIL_UNKNOWN))
		return true;
	failure->has |= has;
	return hex ? nd_scan_hex(f, max, value) : nd_scan_dec(f, max, value);
}

static bool fail_numbers(struct nd_failure *failure, const struct nd_token *f)
{
	u64 vcpu, reason, error;

	if (!nd_scan_dec(&f[0], ~0ULL, &failure->number) ||
	    !nd_scan_dec(&f[1], ~0ULL, &failure->time_ns) ||
	    !nd_scan_dec_u32(&f[5], &failure->pid) || !nd_scan_dec_u32(&f[6], &failure->tid) ||
	    !fail_number(&f[7], failure, ND_FAIL_HAS_VCPU, false, ~0U, &vcpu) ||
	    !fail_number(&f[8], failure, ND_FAIL_HAS_REASON, true, ~0U, &reason) ||
	    !fail_number(&f[9], failure, ND_FAIL_HAS_QUAL, true, ~0ULL, &failure->qual) ||
	    !fail_number(&f[10], failure, ND_FAIL_HAS_ERROR, false, ~0U, &error))
		return false;
	failure->vcpu = vcpu;
	failure->reason = reason;
	failure->error = error;
	return true;
}

static bool fail_text(const struct nd_token *f, char *buf, size_t size)
{
	if (!nd_scan_text(f, buf, size))
		return false;
	if (!strcmp(buf, FAIL_UNKNOWN))
		buf[0] = '\0';
	return true;
}

static enum nd_parsed take_failure(struct nd_parser *p, const struct nd_token *f, unsigned int n)
{
	struct nd_failures *failures = p->facts->failures;
	struct nd_failure *failure;

	if (fail_ready(p) != ND_PARSED_OK)
		return ND_PARSED_FULL;
	if (failures->nr == ND_MAX_FAILURES)
		return ND_PARSED_IGNORED;
	failure = &failures->list[failures->nr];
	memset(failure, 0, sizeof(*failure));
	if (!fail_words(failure, f))
		return nd_record_bad(p, "kind, guest, level or evidence is none of its words");
	if (!fail_numbers(failure, f))
		return nd_record_bad(p, "a number is malformed or too large");
	if (!fail_text(&f[12], failure->comm, sizeof(failure->comm)) ||
	    !fail_text(&f[13], failure->message, sizeof(failure->message)))
		return nd_record_bad(p, "process or message is too long or wrongly escaped");
	nd_vmstate_init(&failure->state, failure->isa);
	failures->nr++;
	return ND_PARSED_OK;
}

/* The failure that the record goes on with; NULL with @parsed set. */
static struct nd_failure *fail_last(struct nd_parser *p, const struct nd_token *number,
				    enum nd_parsed *parsed)
{
	struct nd_failures *failures = p->facts->failures;
	struct nd_failure *failure;
	u64 wanted;

	*parsed = fail_ready(p);
	if (*parsed != ND_PARSED_OK)
		return NULL;
	if (!nd_scan_dec(number, ~0ULL, &wanted)) {
		*parsed = nd_record_bad(p, "number of the failure is not a decimal number");
		return NULL;
	}
	failure = failures->nr ? &failures->list[failures->nr - 1] : NULL;
	if (failure && failure->number == wanted)
		return failure;
	/* Those of a failure that found no room go the way of their failure. */
	*parsed = failures->nr == ND_MAX_FAILURES ? ND_PARSED_IGNORED :
		  nd_record_bad(p, "does not follow its \"failure\" record");
	return NULL;
}

static enum nd_parsed take_failure_field(struct nd_parser *p, const struct nd_token *f,
					 unsigned int n)
{
	enum nd_parsed parsed;
	struct nd_failure *failure = fail_last(p, &f[0], &parsed);
	u32 field;
	u64 value;

	if (!failure)
		return parsed;
	if (!nd_scan_hex(&f[2], ~0ULL, &value))
		return nd_record_bad(p, "value is not a number with 0x");
	field = nd_vmstate_find(failure->isa, f[1].s, f[1].len);
	if (field == nd_vmstate_nr(failure->isa))
		return ND_PARSED_IGNORED;
	nd_vmstate_set(&failure->state, field, value);
	return ND_PARSED_OK;
}

static enum nd_parsed take_failure_msr(struct nd_parser *p, const struct nd_token *f,
				       unsigned int n)
{
	enum nd_parsed parsed;
	struct nd_failure *failure = fail_last(p, &f[0], &parsed);
	struct nd_vmstate_msr msr = { 0 };

	if (!failure)
		return parsed;
	if (!nd_scan_hex_u32(&f[1], &msr.index) || !nd_scan_hex(&f[2], ~0ULL, &msr.value))
		return nd_record_bad(p, "register or value is not a number with 0x");
	if (failure->state.nr_msrs == ND_VMSTATE_MSRS)
		return ND_PARSED_IGNORED;
	failure->state.msrs[failure->state.nr_msrs++] = msr;
	return ND_PARSED_OK;
}

const struct nd_record nd_failure_records[] = {
	{ "failures",		6, 6, take_failures },
	{ "failure",		14, 14, take_failure },
	{ "failure_field",	3, 3, take_failure_field },
	{ "failure_msr",	3, 3, take_failure_msr },
};

const u32 nd_nr_failure_records = ARRAY_SIZE(nd_failure_records);
