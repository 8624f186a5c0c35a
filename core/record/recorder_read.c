// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reading the records of the last exits.
 */
#include "core/exits/recorder.h"
#include "core/exits/trace.h"
#include "core/record/families.h"
#include "core/record/reader.h"

/* No number is greater, and no time of this is one. */
#define RECORDER_UNKNOWN	(~0ULL)

static bool recorder_scan_size(const struct nd_token *f, u64 *size)
{
	return nd_scan_dec(f, ND_RECORDER_MOST, size);
}

static bool recorder_scan_why(const struct nd_token *f, u64 *why)
{
	return nd_record_word(f, nd_recording_word, why);
}

static bool recorder_scan_where(const struct nd_token *f, u64 *in_guest)
{
	*in_guest = nd_scan_is(f, "guest");
	return *in_guest || nd_scan_is(f, "host");
}

static bool recorder_scan_stay(const struct nd_token *f, u64 *ns)
{
	*ns = RECORDER_UNKNOWN;
	return nd_scan_is(f, "-") || nd_scan_dec(f, RECORDER_UNKNOWN - 1, ns);
}

static bool recorder_scan_level(const struct nd_token *f, u64 *level)
{
	return nd_record_word(f, nd_level_name, level);
}

static const struct nd_field recorder_size = {
	recorder_scan_size, "size is not a decimal number up to 1024",
};

_Static_assert(ND_RECORDER_MOST == 1024, "the words above say so");

static const struct nd_field recorder_id = {
	nd_record_dec_u32, "process, vCPU or count is not a decimal number",
};

static const struct nd_field recorder_why = {
	recorder_scan_why, "reason to keep it is none that this version knows",
};

static const struct nd_field recorder_time = {
	nd_record_dec, "time is not a decimal number",
};

static const struct nd_field recorder_where = {
	recorder_scan_where, "state is neither guest nor host",
};

static const struct nd_field recorder_stay = {
	recorder_scan_stay, "time in the guest is neither a decimal number nor -",
};

static const struct nd_field recorder_level = {
	recorder_scan_level, "level is neither guest nor nested",
};

static const struct nd_field recorder_reason = {
	nd_record_hex_u32, "reason is not a 32-bit number with 0x",
};

static const struct nd_field recorder_info = {
	nd_record_hex, "information is not a number with 0x",
};

/* Every record but the first follows it. */
static enum nd_parsed recorder_ready(struct nd_parser *p)
{
	if (!p->facts->recorder || !p->facts->recorder->known)
		return nd_record_bad(p, "must follow the \"recorder\" record");
	return ND_PARSED_OK;
}

static enum nd_parsed take_recorder(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_recorder *recorder = p->facts->recorder;

	if (!recorder)
		return ND_PARSED_FULL;
	if (recorder->known)
		return nd_record_bad(p, "appears twice");
	recorder->known = true;
	recorder->size = f->num[0];
	return ND_PARSED_OK;
}

static enum nd_parsed take_recording(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_recorder *recorder = p->facts->recorder;

	if (recorder->nr == recorder->max)
		return ND_PARSED_FULL;
	recorder->recordings[recorder->nr++] = (struct nd_recording){
		.pid = f->num[0], .id = f->num[1], .why = f->num[2], .taken = f->num[3],
		.in_guest = f->num[4], .entered = f->num[5], .torn = f->num[6],
		.first = recorder->nr_exits,
	};
	return ND_PARSED_OK;
}

static enum nd_parsed take_recorded(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_recorder *recorder = p->facts->recorder;
	struct nd_recording *of;

	if (!recorder->nr)
		return nd_record_bad(p, "does not follow a \"recording\" record");
	if (f->n == 5)
		return nd_record_bad(p, "has one word of information, not both");
	of = &recorder->recordings[recorder->nr - 1];
	if (of->nr == recorder->size)
		return nd_record_bad(p, "more exits than are recorded of a vCPU");
	if (recorder->nr_exits == recorder->max_exits)
		return ND_PARSED_FULL;
	recorder->exits[recorder->nr_exits++] = (struct nd_last_exit){
		.ago = f->num[0], .stayed = f->num[1] != RECORDER_UNKNOWN,
		.guest = f->num[1] != RECORDER_UNKNOWN ? f->num[1] : 0,
		.level = f->num[2], .reason = f->num[3], .has_info = f->n >= 6,
		.info = { f->num[4], f->num[5] },
	};
	of->nr++;
	return ND_PARSED_OK;
}

static const struct nd_record recorder_records[] = {
	{ "recorder",	1, 1, NULL, take_recorder, { &recorder_size } },
	{ "recording",	7, 7, recorder_ready, take_recording,
	  { &recorder_id, &recorder_id, &recorder_why, &recorder_time, &recorder_where,
	    &recorder_time, &recorder_id } },
	{ "recorded",	4, 6, recorder_ready, take_recorded,
	  { &recorder_time, &recorder_stay, &recorder_level, &recorder_reason, &recorder_info,
	    &recorder_info } },
};

const struct nd_record_family nd_recorder_family = {
	recorder_records, ARRAY_SIZE(recorder_records)
};
