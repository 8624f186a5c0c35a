// SPDX-License-Identifier: GPL-2.0-only
#include "tools/html/htmltext.h"
#include "tools/html/picture.h"

/* In units that are about a pixel on a phone. */
#define WIDTH	380
#define LINE	17
#define PAD	11
#define GAP	38	/* between two boxes: the arrow */
#define ROOM	54	/* characters of a line of a box, by the width of common letters */
#define MAX_WRAPPED	8

/* Where the lines of a text are broken: at most ROOM characters, at a blank if there is one. */
static size_t line_length(const char *text)
{
	size_t len = strlen(text), cut = ROOM;

	if (len <= ROOM)
		return len;
	while (cut > ROOM / 2 && text[cut] != ' ')
		cut--;
	if (text[cut] != ' ')
		cut = ROOM;
	/* Not within a character. */
	while (cut > 1 && ((unsigned char)text[cut] & 0xc0) == 0x80)
		cut--;
	return cut;
}

static unsigned int nr_wrapped(const char *text)
{
	unsigned int n = 0;

	for (; *text && n < MAX_WRAPPED; n++) {
		text += line_length(text);
		text += *text == ' ';
	}
	return n;
}

static unsigned int box_lines(const struct nd_tier *tier)
{
	unsigned int i, n = nr_wrapped(tier->title);

	for (i = 0; i < tier->nr; i++)
		n += nr_wrapped(tier->lines[i]);
	return n;
}

static unsigned int box_height(const struct nd_tier *tier)
{
	return 2 * PAD + LINE * box_lines(tier) - 3;
}

static unsigned int put_lines(FILE *to, const char *class, const char *text, unsigned int y)
{
	char line[ND_TIER_TEXT];
	unsigned int n;

	for (n = 0; *text && n < MAX_WRAPPED; n++) {
		size_t len = line_length(text);

		snprintf(line, sizeof(line), "%.*s", (int)len, text);
		fprintf(to, "<text class=\"%s\" x=\"%d\" y=\"%u\">", class, 1 + PAD, y);
		nd_htmltext(to, line);
		fputs("</text>\n", to);
		text += len;
		text += *text == ' ';
		y += LINE;
	}
	return y;
}

static void put_box(FILE *to, const struct nd_tier *tier, unsigned int y)
{
	static const char *const classes[] = {
		[ND_TIER_THERE]	= "tier",
		[ND_TIER_MAYBE]	= "tier maybe",
		[ND_TIER_NOT]	= "tier not",
	};
	unsigned int i, at = y + PAD + 12;

	fprintf(to, "<rect class=\"%s%s\" x=\"1\" y=\"%u\" width=\"%d\" height=\"%u\" rx=\"6\"/>\n",
		classes[tier->state], tier->own ? " own" : "", y, WIDTH - 2, box_height(tier));
	at = put_lines(to, "name", tier->title, at);
	for (i = 0; i < tier->nr; i++)
		at = put_lines(to, "", tier->lines[i], at);
}

/* Upwards, from the box below to the one above. */
static void put_arrow(FILE *to, const char *what, unsigned int y)
{
	unsigned int x = 24;

	fprintf(to, "<path class=\"arrow\" d=\"M%u %uV%uM%u %ul-5 8M%u %ul5 8\"/>\n", x,
		y + GAP - 4, y + 5, x, y + 4, x, y + 4);
	fprintf(to, "<text class=\"passes\" x=\"%u\" y=\"%u\">", x + 14, y + GAP / 2 + 5);
	nd_htmltext(to, what);
	fputs("</text>\n", to);
}

/* The same in words for those who do not see it. */
static void put_description(FILE *to, const struct nd_tier *tiers, unsigned int nr)
{
	unsigned int i, j;

	fputs("<title id=\"levels-title\">Levels, the lowest at the bottom</title>\n"
	      "<desc id=\"levels-desc\">", to);
	for (i = 0; i < nr; i++) {
		nd_htmltext(to, tiers[i].title);
		for (j = 0; j < tiers[i].nr; j++) {
			fputs("; ", to);
			nd_htmltext(to, tiers[i].lines[j]);
		}
		if (tiers[i].passes[0] && i + 1 < nr) {
			fputs(". Passed on to the next level: ", to);
			nd_htmltext(to, tiers[i].passes);
		}
		fputs(". ", to);
	}
	fputs("</desc>\n", to);
}

void nd_picture(FILE *to, const struct nd_tier *tiers, unsigned int nr)
{
	unsigned int i, y = 1, height = 2;

	for (i = 0; i < nr; i++)
		height += box_height(&tiers[i]) + (i ? GAP : 0);
	fprintf(to, "<svg class=\"levels\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %u\" role=\"img\" aria-labelledby=\"levels-title levels-desc\">\n", WIDTH, height);
	put_description(to, tiers, nr);
	for (i = nr; i-- > 0;) {
		put_box(to, &tiers[i], y);
		y += box_height(&tiers[i]);
		if (i && tiers[i].state != ND_TIER_NOT)
			put_arrow(to, tiers[i - 1].passes, y);
		y += GAP;
	}
	fputs("</svg>\n", to);
}
