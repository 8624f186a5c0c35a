// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <stdlib.h>

#include "tools/cmd/archive.h"
#include "tools/html/html.h"
#include "tools/in/members.h"
#include "tools/out/tarball.h"
#include "tools/report/markdown.h"

/* What an archive has beside the items; the list says what became of each, by lines with tabs. */
#define LIST	"collected.tsv"
#define HTML	"report.html"
#define MARK	"report.md"

#define MAX_BYTES	(32u << 20)	/* of all texts */

static void add_form(struct nd_tarball *ball, const char *name, const struct nd_doc *doc,
		     void (*write)(FILE *to, const struct nd_doc *doc))
{
	char *text = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&text, &len);

	if (!to) {
		ball->err = -ENOMEM;
		return;
	}
	write(to, doc);
	fclose(to);
	nd_tarball_add(ball, name, text, len);
	free(text);
}

static void add_list(struct nd_tarball *ball, const struct nd_items *items)
{
	char *text = NULL;
	size_t len = 0, i;
	FILE *to = open_memstream(&text, &len);

	if (!to) {
		ball->err = -ENOMEM;
		return;
	}
	for (i = 0; i < items->nr; i++)
		fprintf(to, "%s\t%s\t%s\t%s\n", items->list[i].path,
			nd_items_word(items->list[i].state), items->list[i].title,
			items->list[i].why);
	fclose(to);
	nd_tarball_add(ball, LIST, text, len);
	free(text);
}

int nd_archive_write(FILE *to, const struct nd_doc *doc, const struct nd_items *items)
{
	struct nd_tarball ball;
	size_t i;

	nd_tarball_begin(&ball, to);
	for (i = 0; i < items->nr; i++)
		if (items->list[i].text)
			nd_tarball_add(&ball, items->list[i].path, items->list[i].text,
				       items->list[i].len);
	add_list(&ball, items);
	add_form(&ball, HTML, doc, nd_html);
	add_form(&ball, MARK, doc, nd_markdown);
	return nd_tarball_end(&ball);
}

/**
 * struct loading - an archive being read
 * @redact: what is taken out, from one that was written without
 * @items:  takes its texts
 * @list:   its list, NULL if it has none
 * @room:   bytes that are still taken
 */
struct loading {
	struct nd_redact *redact;
	struct nd_items *items;
	char *list;
	size_t room;
};

static void take(void *ctx, const char *name, const char *text, size_t len)
{
	static const char *const others[] = { ND_ITEM_SNAPSHOT, HTML, MARK };
	struct loading *l = ctx;
	size_t i, n;
	char *own;

	for (i = 0; i < ARRAY_SIZE(others); i++)
		if (!strcmp(name, others[i]))
			return;
	if (len > l->room)
		return;
	l->room -= len;
	own = nd_redact(l->redact, text, len, &n);
	if (strcmp(name, LIST))
		nd_items_add(l->items, name, name, ND_ITEM_TAKEN, "", own, n);
	else if (!l->list)
		l->list = own;
	else
		free(own);
}

/* What the list says of an item: its title, or why it is not there. */
static void take_line(struct nd_items *items, char *line)
{
	char *field[4] = { line, "", "", "" };
	struct nd_item *item = NULL;
	unsigned int state;
	size_t i;

	for (i = 1; i < ARRAY_SIZE(field) && (field[i] = strchr(field[i - 1], '\t')); i++)
		*field[i]++ = '\0';
	if (i < ARRAY_SIZE(field))
		return;
	for (i = 0; i < items->nr; i++)
		if (!strcmp(items->list[i].path, field[0]))
			item = &items->list[i];
	if (item) {
		free(item->title);
		item->title = strdup(field[2]);
		return;
	}
	for (state = ND_ITEM_NOT_THERE; state <= ND_ITEM_FAILED; state++)
		if (!strcmp(field[1], nd_items_word(state)))
			nd_items_add(items, field[0], field[2], state, field[3], NULL, 0);
}

int nd_archive_load(const char *file, struct nd_redact *redact, struct nd_items *items)
{
	struct loading l = { redact, items, NULL, MAX_BYTES };
	char *line, *end;
	int err = 0;

	if (!nd_members_any(file))
		return 0;
	err = nd_members(file, take, &l);
	for (line = l.list; line && *line; line = end) {
		end = line + strcspn(line, "\n");
		if (*end)
			*end++ = '\0';
		take_line(items, line);
	}
	free(l.list);
	return err;
}
