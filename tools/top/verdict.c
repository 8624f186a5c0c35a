// SPDX-License-Identifier: GPL-2.0-only
/*
 * What the rules on figures say of one VM or vCPU, in one word.
 */
#include "core/findings/judge.h"

#include "tools/top/verdict.h"

/* Rules on where a vCPU is need all that was counted, rules on rates what came of late. */
enum verdict_of { OF_TOTAL, OF_WINDOW };

/* The worst first. */
static const struct verdict_word {
	const char *id;
	const char *word;
	enum nd_top_mood mood;
	enum verdict_of of;
} words[] = {
	{ "guest-starved",	"starved",	ND_TOP_BAD,	OF_WINDOW },
	{ "entry-failed",	"failing",	ND_TOP_BAD,	OF_WINDOW },
	{ "vcpu-stuck",		"stuck",	ND_TOP_BAD,	OF_TOTAL },
	{ "vcpu-unwoken",	"unwoken",	ND_TOP_BAD,	OF_TOTAL },
	{ "exit-storm",		"storm",	ND_TOP_WARNS,	OF_WINDOW },
	{ "guest-exit-bound",	"exit-bound",	ND_TOP_WARNS,	OF_WINDOW },
	{ "entry-without-exit",	"no exit",	ND_TOP_WARNS,	OF_WINDOW },
	{ "nested-refused",	"refused",	ND_TOP_WARNS,	OF_WINDOW },
	{ "nested-costly",	"costly",	ND_TOP_WARNS,	OF_WINDOW },
};

/**
 * struct hearing - rules being asked
 * @of:      whose figures they see
 * @best:    the worst that has fired, ARRAY_SIZE(words) before any
 * @verdict: gets it, NULL if nobody asks
 * @fired:   bit of words[] for each that has fired
 */
struct hearing {
	enum verdict_of of;
	size_t best;
	struct nd_top_verdict *verdict;
	u32 fired;
};

static const char *evidence_of(const struct nd_row *row)
{
	u32 i;

	for (i = 0; i < row->nr_cols; i++)
		if (!strcmp(row->cols[i].key, "evidence") && row->cols[i].str)
			return row->cols[i].str;
	return "";
}

static void hear(void *ctx, const struct nd_row *row)
{
	struct hearing *h = ctx;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(words); i++)
		if (row->id && !strcmp(words[i].id, row->id) && words[i].of == h->of)
			break;
	if (i == ARRAY_SIZE(words))
		return;
	h->fired |= BIT(i);
	if (i >= h->best)
		return;
	h->best = i;
	if (!h->verdict)
		return;
	h->verdict->word = words[i].word;
	h->verdict->mood = words[i].mood;
	scnprintf(h->verdict->text, sizeof(h->verdict->text), "%s", evidence_of(row));
}

static void ask(const struct nd_facts *facts, struct nd_trace *trace, struct hearing *h)
{
	const struct nd_emit emit = { hear, h };
	struct nd_facts asked = *facts;

	asked.trace = trace;
	nd_judge_rows(&asked, NULL, &emit);
}

void nd_top_judge(const struct nd_facts *facts, struct nd_trace *total, struct nd_trace *window,
		  struct nd_top_verdict *verdict)
{
	struct hearing h = { OF_WINDOW, ARRAY_SIZE(words), verdict, 0 };

	ask(facts, window, &h);
	h.of = OF_TOTAL;
	ask(facts, total, &h);
}

void nd_top_judge_host(const struct nd_facts *facts, struct nd_trace *window, char *buf,
		       size_t size)
{
	struct hearing h = { OF_WINDOW, ARRAY_SIZE(words), NULL, 0 };
	size_t i, at = 0;

	ask(facts, window, &h);
	*buf = '\0';
	for (i = 0; i < ARRAY_SIZE(words); i++)
		if (h.fired & BIT(i))
			at += scnprintf(buf + at, size - at, "%s%s", at ? ", " : "", words[i].word);
}
