// SPDX-License-Identifier: GPL-2.0-only
#include "tools/html/html.h"
#include "tools/html/htmlblock.h"
#include "tools/html/htmltext.h"
#include "tools/html/picture.h"
#include "tools/html/style.h"
#include "tools/report/verdict.h"

/*
 * Nothing may be loaded and no script may run, also if a text from outside got through unescaped.
 * The style stands in the file itself.
 */
#define POLICY	"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

#define MAX_FAILURES	3	/* in the verdict; all are further down */

static void put_head(FILE *to, const struct nd_doc *doc)
{
	const char *name = doc->facts->taken.hostname;

	fputs("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
	      "<meta charset=\"utf-8\"/>\n"
	      "<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\"/>\n"
	      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
	      "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
	      "<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>nestdiag report", to);
	if (*name) {
		fputs(" of ", to);
		nd_htmltext(to, name);
	}
	fputs("</title>\n<style>\n", to);
	fwrite(nd_style, 1, nd_style_size, to);
	fputs("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#verdict\">Skip to the verdict</a>\n", to);
}

static void put_origin(FILE *to, const char *label, const char *text)
{
	if (!*text)
		return;
	fprintf(to, "<div><dt>%s</dt><dd>", label);
	nd_htmltext(to, text);
	fputs("</dd></div>\n", to);
}

static void put_header(FILE *to, const struct nd_doc *doc)
{
	const struct nd_facts *facts = doc->facts;

	fputs("<header><h1>nestdiag report</h1>\n<dl class=\"origin\">\n", to);
	put_origin(to, "Host", facts->taken.hostname);
	put_origin(to, "Facts read", facts->taken.time);
	put_origin(to, "By nestdiag", facts->taken.tool);
	put_origin(to, "Module", facts->module_version[0] ? facts->module_version : "not loaded");
	put_origin(to, "Written by", "nestdiag " NESTDIAG_VERSION);
	fputs("</dl>\n", to);
	if (*doc->note) {
		fputs("<p class=\"note\">", to);
		nd_htmltext(to, doc->note);
		fputs("</p>\n", to);
	}
	fputs("</header>\n", to);
}

static const char *detail_of(const struct nd_block *card, const char *label)
{
	size_t i;

	for (i = 0; i < card->nr_pairs; i++)
		if (!strcmp(card->pairs[i].label, label))
			return card->pairs[i].text;
	return "";
}

/* The part that shows what that command does, NULL for none; @len: of the command in @text. */
static const struct nd_part *part_of(const struct nd_doc *doc, const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < doc->nr; i++)
		if (doc->parts[i].nr && len && !strncmp(doc->parts[i].command, text, len))
			return &doc->parts[i];
	return NULL;
}

/*
 * A text that names one of our commands in quotes: who has only this page finds the answer in it.
 */
static void put_linked(FILE *to, const struct nd_doc *doc, const char *text)
{
	const char *at = strstr(text, "\"nestdiag ");
	size_t len = at ? strcspn(at + 1, "\"") : 0;
	const struct nd_part *part = at ? part_of(doc, at + 1, len) : NULL;
	char head[ND_ROW_WORDS];

	if (!part) {
		nd_htmltext(to, text);
		return;
	}
	snprintf(head, sizeof(head), "%.*s", (int)(at - text), text);
	nd_htmltext(to, head);
	fprintf(to, "<a href=\"#%s\">%s</a> below", part->id, part->title);
	nd_htmltext(to, at + 1 + len + (at[1 + len] == '"'));
}

static void put_detail(FILE *to, const struct nd_doc *doc, const char *title, const char *text)
{
	if (!*text)
		return;
	fprintf(to, "<br/><b>%s:</b> ", title);
	put_linked(to, doc, text);
}

static void put_finding(FILE *to, const struct nd_doc *doc, const struct nd_block *card)
{
	fputs("<li>", to);
	nd_htmlblock_state(to, card->state);
	fputs(" <a href=\"#finding-", to);
	nd_htmltext(to, card->id);
	fputs("\">", to);
	nd_htmltext(to, card->title);
	fputs("</a>", to);
	if (*card->text) {
		fputs("<br/>", to);
		nd_htmltext(to, card->text);
	}
	put_detail(to, doc, "Evidence", detail_of(card, "evidence"));
	put_detail(to, doc, "Cause", detail_of(card, "cause"));
	put_detail(to, doc, "Remedy", detail_of(card, "remedy"));
	fputs("</li>\n", to);
}

/* A failed launch, with the check that it failed first, and whose it was. */
static void put_failure(FILE *to, const struct nd_block *card, const char *whose)
{
	fputs("<li><span class=\"state bad\">launch</span> <a href=\"#failures\">", to);
	nd_htmltext(to, card->title);
	fputs("</a><br/>", to);
	nd_htmltext(to, whose);
	if (card->nr_pairs) {
		fputs(strcmp(card->pairs[0].label, "first") ? "<br/>" :
		      "<br/><b>Check that failed:</b> ", to);
		nd_htmltext(to, card->pairs[0].text);
	}
	fputs("</li>\n", to);
}

static void put_failures(FILE *to, const struct nd_part *part)
{
	const char *whose = "";
	unsigned int n = 0;
	size_t i;

	for (i = 0; part && i < part->nr; i++) {
		const struct nd_block *block = &part->blocks[i];

		if (block->kind == ND_BLOCK_HEADING)
			whose = block->title;
		else if (block->rows == ND_ROW_FAILURE && n++ < MAX_FAILURES)
			put_failure(to, block, whose);
	}
}

static void put_findings(FILE *to, const struct nd_doc *doc, const char *state)
{
	const struct nd_part *part = nd_doc_find(doc, ND_CHECKS);
	size_t i;

	for (i = 0; part && i < part->nr; i++)
		if (part->blocks[i].kind == ND_BLOCK_CARD && !strcmp(part->blocks[i].state, state))
			put_finding(to, doc, &part->blocks[i]);
}

static void put_verdict(FILE *to, const struct nd_doc *doc)
{
	struct nd_summary sum;

	if (!nd_verdict(doc, &sum))
		snprintf(sum.text, sizeof(sum.text), "Nothing could be checked.");
	fprintf(to, "<section id=\"verdict\" class=\"verdict %s\" aria-labelledby=\"verdict-title\">\n"
		"<h2 id=\"verdict-title\">Verdict</h2>\n<p class=\"big\">%s</p>\n", sum.word, sum.text);
	if (sum.failed + sum.warned)
		fputs("<ul class=\"findings\">\n", to);
	put_findings(to, doc, "FAIL");
	if (sum.failed + sum.warned)
		put_failures(to, nd_doc_find(doc, ND_FAILURES));
	put_findings(to, doc, "WARN");
	if (sum.failed + sum.warned)
		fputs("</ul>\n", to);
	fprintf(to, "<p class=\"note\">Checks: %u FAIL, %u WARN, %u NOTE, %u UNKNOWN, %u PASS.</p>\n</section>\n",
		sum.failed, sum.warned, sum.noted, sum.unknown, sum.passed);
}

static void put_levels(FILE *to, const struct nd_doc *doc)
{
	struct nd_tier tiers[ND_TIERS];
	unsigned int nr = nd_levels(doc->facts, doc->below, tiers);

	fputs("<section id=\"levels\" aria-labelledby=\"levels-heading\">\n"
	      "<h2 id=\"levels-heading\">Levels</h2>\n<figure>\n", to);
	nd_picture(to, tiers, nr);
	fputs("<figcaption>The lowest level is at the bottom; an arrow says what it passes on. Dashed: it was not seen. Dotted: not possible here.</figcaption></figure>\n</section>\n", to);
}

static void put_contents(FILE *to, const struct nd_doc *doc)
{
	size_t i;

	fputs("<nav aria-label=\"Contents\"><ul>\n<li><a href=\"#verdict\">Verdict</a></li>\n"
	      "<li><a href=\"#levels\">Levels</a></li>\n", to);
	for (i = 0; i < doc->nr; i++)
		if (doc->parts[i].nr)
			fprintf(to, "<li><a href=\"#%s\">%s</a></li>\n", doc->parts[i].id,
				doc->parts[i].title);
	fputs("</ul>\n<p class=\"note\">Everything is in this page and unfolded: the search of the browser finds it.</p></nav>\n", to);
}

static void put_part(FILE *to, const struct nd_part *part, unsigned int *charts)
{
	size_t i;

	if (!part->nr)
		return;
	fprintf(to, "<section id=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\">%s</h2>\n",
		part->id, part->id, part->id, part->title);
	if (*part->command) {
		fputs("<p class=\"command\"><code>", to);
		nd_htmltext(to, part->command);
		fputs("</code></p>\n", to);
	}
	for (i = 0; i < part->nr; i++)
		nd_htmlblock(to, part, i, charts);
	fputs("</section>\n", to);
}

void nd_html(FILE *to, const struct nd_doc *doc)
{
	unsigned int charts = 0;
	size_t i;

	put_head(to, doc);
	put_header(to, doc);
	put_contents(to, doc);
	fputs("<main>\n", to);
	put_verdict(to, doc);
	put_levels(to, doc);
	for (i = 0; i < doc->nr; i++)
		put_part(to, &doc->parts[i], &charts);
	fputs("</main>\n<footer><p>This file loads nothing and has no script. Everything in it is what the commands of nestdiag answer to the same facts. On paper the collected texts are left out.</p></footer>\n"
	      "</body>\n</html>\n", to);
}
