// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "tools/out/text.h"
#include "tools/report/levels.h"
#include "tools/report/markdown.h"
#include "tools/report/mdblock.h"
#include "tools/report/verdict.h"

#define NOTICE	600	/* bytes kept for the list of what was left out */

/**
 * struct chunk - a piece that is written whole or not at all
 * @text:   it
 * @len:    its length
 * @weight: the greater, the sooner it goes; 0 stays
 * @part:   the part that it belongs to, NULL for none
 * @gone:   it is left out
 */
struct chunk {
	char *text;
	size_t len;
	unsigned int weight;
	const struct nd_part *part;
	bool gone;
};

/**
 * struct pieces - all of them
 * @list: in order
 * @nr:   their number
 * @len:  bytes of those that are not left out
 */
struct pieces {
	struct chunk *list;
	size_t nr;
	size_t len;
};

static FILE *begin_chunk(struct pieces *p, unsigned int weight, const struct nd_part *part)
{
	p->list = nd_realloc(p->list, (p->nr + 1) * sizeof(*p->list));
	p->list[p->nr] = (struct chunk){ .weight = weight, .part = part };
	return open_memstream(&p->list[p->nr].text, &p->list[p->nr].len);
}

static void end_chunk(struct pieces *p, FILE *to)
{
	fclose(to);
	p->len += p->list[p->nr++].len;
}

static void put_origin(FILE *to, const char *label, const char *text)
{
	if (!*text)
		return;
	fprintf(to, "- **%s:** ", label);
	nd_mdblock_text(to, text);
	fputc('\n', to);
}

static void put_header(FILE *to, const struct nd_doc *doc)
{
	const struct nd_facts *facts = doc->facts;

	fputs("# nestdiag report\n\n", to);
	put_origin(to, "Host", facts->taken.hostname);
	put_origin(to, "Facts read", facts->taken.time);
	put_origin(to, "By nestdiag", facts->taken.tool);
	put_origin(to, "Module", facts->module_version[0] ? facts->module_version : "not loaded");
	put_origin(to, "Written by", "nestdiag " NESTDIAG_VERSION);
	fputc('\n', to);
	if (*doc->note) {
		nd_mdblock_text(to, doc->note);
		fputs("\n\n", to);
	}
}

static void put_verdict(FILE *to, const struct nd_doc *doc)
{
	const struct nd_part *part = nd_doc_find(doc, ND_CHECKS);
	struct nd_summary sum;
	size_t i;

	if (!nd_verdict(doc, &sum))
		snprintf(sum.text, sizeof(sum.text), "Nothing could be checked.");
	fprintf(to, "## Verdict\n\n%s\n\n", sum.text);
	for (i = 0; part && i < part->nr; i++) {
		const struct nd_block *card = &part->blocks[i];

		if (card->kind != ND_BLOCK_CARD ||
		    (strcmp(card->state, "FAIL") && strcmp(card->state, "WARN")))
			continue;
		fprintf(to, "- **%s** ", card->state);
		nd_mdblock_text(to, card->title);
		fputc('\n', to);
	}
	fprintf(to, "\nChecks: %u FAIL, %u WARN, %u NOTE, %u UNKNOWN, %u PASS.\n\n", sum.failed,
		sum.warned, sum.noted, sum.unknown, sum.passed);
}

static void put_levels(FILE *to, const struct nd_doc *doc)
{
	struct nd_tier tiers[ND_TIERS];
	unsigned int i, j, nr = nd_levels(doc->facts, doc->below, tiers);

	fputs("## Levels\n\nThe lowest first:\n\n", to);
	for (i = 0; i < nr; i++) {
		fputs("- **", to);
		nd_mdblock_text(to, tiers[i].title);
		fputs("**", to);
		for (j = 0; j < tiers[i].nr; j++) {
			fputs(j ? "; " : ": ", to);
			nd_mdblock_text(to, tiers[i].lines[j]);
		}
		if (tiers[i].passes[0] && i + 1 < nr) {
			fputs(". Passes on: ", to);
			nd_mdblock_text(to, tiers[i].passes);
		}
		fputc('\n', to);
	}
	fputc('\n', to);
}

static void add_part(struct pieces *p, const struct nd_part *part)
{
	FILE *to;
	size_t i;

	if (!part->nr)
		return;
	to = begin_chunk(p, 0, part);
	fprintf(to, "## %s\n\n", part->title);
	if (*part->command)
		fprintf(to, "`%s`\n\n", part->command);
	end_chunk(p, to);
	for (i = 0; i < part->nr; i++) {
		const struct nd_block *block = &part->blocks[i];
		bool folded = block->kind == ND_BLOCK_TABLE && block->look->folded;

		/* Long lists that few want go first, of parts that matter, too. */
		to = begin_chunk(p, part->weight + (folded ? ND_WEIGHT_FOLDED : 0), part);
		nd_mdblock(to, block);
		end_chunk(p, to);
	}
}

/* The heaviest, of equal ones the last. */
static struct chunk *least_important(struct pieces *p)
{
	struct chunk *found = NULL;
	size_t i;

	for (i = 0; i < p->nr; i++)
		if (!p->list[i].gone && p->list[i].weight &&
		    (!found || p->list[i].weight >= found->weight))
			found = &p->list[i];
	return found;
}

static bool cut(struct pieces *p)
{
	bool any = false;
	struct chunk *chunk;

	while (p->len > ND_MARKDOWN_MAX - NOTICE && (chunk = least_important(p))) {
		chunk->gone = true;
		p->len -= chunk->len;
		any = true;
	}
	return any;
}

static void put_notice(FILE *to, const struct pieces *p)
{
	const struct nd_part *told = NULL;
	size_t i, room = NOTICE - 150;

	fputs("## Left out\n\nSo that this fits into an issue, parts of these are left out; the HTML file has them: ", to);
	for (i = 0; i < p->nr; i++) {
		const struct chunk *chunk = &p->list[i];

		if (!chunk->gone || chunk->part == told || strlen(chunk->part->title) + 2 > room)
			continue;
		fprintf(to, "%s%s", told ? ", " : "", chunk->part->title);
		told = chunk->part;
		room -= strlen(told->title) + 2;
	}
	fputs(".\n", to);
}

void nd_markdown(FILE *to, const struct nd_doc *doc)
{
	struct pieces p = { 0 };
	FILE *head = begin_chunk(&p, 0, NULL);
	bool short_of;
	size_t i;

	put_header(head, doc);
	put_verdict(head, doc);
	put_levels(head, doc);
	end_chunk(&p, head);
	for (i = 0; i < doc->nr; i++)
		add_part(&p, &doc->parts[i]);
	short_of = cut(&p);
	for (i = 0; i < p.nr; i++) {
		if (!p.list[i].gone)
			fwrite(p.list[i].text, 1, p.list[i].len, to);
		free(p.list[i].text);
	}
	if (short_of)
		put_notice(to, &p);
	free(p.list);
}
