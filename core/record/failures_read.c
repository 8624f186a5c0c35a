// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reading the records of failed launches.
 */
#include "core/entry/failure.h"
#include "core/exits/trace.h"
#include "core/record/families.h"
#include "core/record/reader.h"

#define FAIL_UNKNOWN	"-"	/* stands for a number that is not known */

static bool fail_scan_kind(const struct nd_token *f, u64 *kind)
{
	return nd_record_word(f, nd_fail_kind_word, kind);
}

static bool fail_scan_isa(const struct nd_token *f, u64 *isa)
{
	return nd_record_word(f, nd_isa_word, isa);
}

static bool fail_scan_level(const struct nd_token *f, u64 *level)
{
	return nd_record_word(f, nd_fail_level_word, level);
}

static bool fail_scan_evidence(const struct nd_token *f, u64 *evidence)
{
	return nd_record_word(f, nd_fail_evidence_word, evidence);
}

/* Numbers that may be unknown. */
static bool fail_scan_dec_u32(const struct nd_token *f, u64 *value)
{
	return nd_scan_is(f, FAIL_UNKNOWN) || nd_record_dec_u32(f, value);
}

static bool fail_scan_hex_u32(const struct nd_token *f, u64 *value)
{
	return nd_scan_is(f, FAIL_UNKNOWN) || nd_record_hex_u32(f, value);
}

static bool fail_scan_hex(const struct nd_token *f, u64 *value)
{
	return nd_scan_is(f, FAIL_UNKNOWN) || nd_record_hex(f, value);
}

#define FAIL_WORD	"kind, guest, level or evidence is not a known word"
#define FAIL_NUMBER	"a number is malformed or too large"

static const struct nd_field fail_count = { nd_record_dec, "a count is not a decimal number" };
static const struct nd_field fail_kind = { fail_scan_kind, FAIL_WORD };
static const struct nd_field fail_isa = { fail_scan_isa, FAIL_WORD };
static const struct nd_field fail_level = { fail_scan_level, FAIL_WORD };
static const struct nd_field fail_evidence = { fail_scan_evidence, FAIL_WORD };
static const struct nd_field fail_u64 = { nd_record_dec, FAIL_NUMBER };
static const struct nd_field fail_u32 = { nd_record_dec_u32, FAIL_NUMBER };
static const struct nd_field fail_maybe_u32 = { fail_scan_dec_u32, FAIL_NUMBER };
static const struct nd_field fail_maybe_hex_u32 = { fail_scan_hex_u32, FAIL_NUMBER };
static const struct nd_field fail_maybe_hex = { fail_scan_hex, FAIL_NUMBER };
static const struct nd_field fail_number = {
	nd_record_dec, "number of the failure is not a decimal number",
};

static const struct nd_field fail_value = { nd_record_hex, "value is not a number with 0x" };
static const struct nd_field fail_msr = {
	nd_record_hex_u32, "register or value is not a number with 0x",
};

static const struct nd_field fail_msr_value = {
	nd_record_hex, "register or value is not a number with 0x",
};

static enum nd_parsed fail_ready(struct nd_parser *p)
{
	p->wants_failures = !p->facts->failures;
	return p->wants_failures ? ND_PARSED_FULL : ND_PARSED_OK;
}

static enum nd_parsed take_failures(struct nd_parser *p, const struct nd_fields *f)
{
	p->facts->failures->dropped = f->num[0];
	memcpy(p->facts->failures->counts, &f->num[1], sizeof(p->facts->failures->counts));
	return ND_PARSED_OK;
}

static bool fail_text(const struct nd_token *f, char *buf, size_t size)
{
	if (!nd_scan_text(f, buf, size))
		return false;
	if (!strcmp(buf, FAIL_UNKNOWN))
		buf[0] = '\0';
	return true;
}

static void fail_fill(struct nd_failure *failure, const struct nd_fields *f)
{
	static const u32 has[] = {
		ND_FAIL_HAS_VCPU, ND_FAIL_HAS_REASON, ND_FAIL_HAS_QUAL, ND_FAIL_HAS_ERROR,
	};
	u32 i;

	failure->number = f->num[0];
	failure->time_ns = f->num[1];
	failure->kind = f->num[2];
	failure->isa = f->num[3];
	failure->level = f->num[4];
	failure->pid = f->num[5];
	failure->tid = f->num[6];
	failure->vcpu = f->num[7];
	failure->reason = f->num[8];
	failure->qual = f->num[9];
	failure->error = f->num[10];
	failure->evidence = f->num[11];
	/* The only one with its cause, or of a version that kept each by itself. */
	failure->cause = f->n > 14 ? f->num[14] : failure->number;
	failure->count = f->n > 15 ? f->num[15] : 1;
	for (i = 0; i < ARRAY_SIZE(has); i++)
		if (!nd_scan_is(&f->text[7 + i], FAIL_UNKNOWN))
			failure->has |= has[i];
}

static enum nd_parsed take_failure(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_failures *failures = p->facts->failures;
	struct nd_failure *failure;

	if (failures->nr == ND_MAX_FAILURES)
		return ND_PARSED_IGNORED;
	failure = &failures->list[failures->nr];
	memset(failure, 0, sizeof(*failure));
	fail_fill(failure, f);
	if (!fail_text(&f->text[12], failure->comm, sizeof(failure->comm)) ||
	    !fail_text(&f->text[13], failure->message, sizeof(failure->message)))
		return nd_record_bad(p, "process or message is too long or wrongly escaped");
	nd_vmstate_init(&failure->state, failure->isa);
	failures->nr++;
	return ND_PARSED_OK;
}

/* The failure that the record goes on with; NULL with @parsed set. */
static struct nd_failure *fail_last(struct nd_parser *p, u64 number, enum nd_parsed *parsed)
{
	struct nd_failures *failures = p->facts->failures;
	struct nd_failure *failure = failures->nr ? &failures->list[failures->nr - 1] : NULL;

	if (failure && failure->number == number)
		return failure;
	/* Those of a failure that found no room go the way of their failure. */
	*parsed = failures->nr == ND_MAX_FAILURES ? ND_PARSED_IGNORED :
		  nd_record_bad(p, "does not follow its \"failure\" record");
	return NULL;
}

static enum nd_parsed take_failure_field(struct nd_parser *p, const struct nd_fields *f)
{
	enum nd_parsed parsed;
	struct nd_failure *failure = fail_last(p, f->num[0], &parsed);
	u32 field;

	if (!failure)
		return parsed;
	field = nd_vmstate_find(failure->isa, f->text[1].s, f->text[1].len);
	if (field == nd_vmstate_nr(failure->isa))
		return ND_PARSED_IGNORED;
	nd_vmstate_set(&failure->state, field, f->num[2]);
	return ND_PARSED_OK;
}

static enum nd_parsed take_failure_msr(struct nd_parser *p, const struct nd_fields *f)
{
	enum nd_parsed parsed;
	struct nd_failure *failure = fail_last(p, f->num[0], &parsed);

	if (!failure)
		return parsed;
	if (failure->state.nr_msrs == ND_VMSTATE_MSRS)
		return ND_PARSED_IGNORED;
	failure->state.msrs[failure->state.nr_msrs++] =
		(struct nd_vmstate_msr){ .index = f->num[1], .value = f->num[2] };
	return ND_PARSED_OK;
}

_Static_assert(ND_NR_FAIL_KINDS == 6, "the \"failures\" record has a count for each kind");

static const struct nd_record fail_records[] = {
	{ "failures",	6, 7, fail_ready, take_failures,
	  { &fail_count, &fail_count, &fail_count, &fail_count, &fail_count, &fail_count,
	    &fail_count } },
	{ "failure",	14, 16, fail_ready, take_failure,
	  { &fail_u64, &fail_u64, &fail_kind, &fail_isa, &fail_level, &fail_u32, &fail_u32,
	    &fail_maybe_u32, &fail_maybe_hex_u32, &fail_maybe_hex, &fail_maybe_u32,
	    &fail_evidence, NULL, NULL, &fail_u64, &fail_u64 } },
	{ "failure_field", 3, 3, fail_ready, take_failure_field,
	  { &fail_number, NULL, &fail_value } },
	{ "failure_msr", 3, 3, fail_ready, take_failure_msr,
	  { &fail_number, &fail_msr, &fail_msr_value } },
};

const struct nd_record_family nd_failures_family = { fail_records, ARRAY_SIZE(fail_records) };
