// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/chain.h"
#include "tools/log/logline.h"

static const char caused[] = "Caused by:", panicked[] = "panicked at ";
static const char *const begins[] = { caused, panicked };
struct nd_wordset nd_chain_words = ND_WORDSET(begins);

bool nd_chain_begins(const char *text, size_t len)
{
	return memmem(text, len, caused, sizeof(caused) - 1);
}

bool nd_chain_goes_on(const struct nd_chain *chain)
{
	return *chain->panic || chain->parts;
}

/* "thread 'main' panicked at src/kvm.rs:12:5:": what it panicked of stands in the next line. */
void nd_chain_panic(struct nd_chain *chain, const char *text, size_t len)
{
	const char *path = memmem(text, len, panicked, sizeof(panicked) - 1);
	size_t n;

	*chain->panic = '\0';
	while (len && strchr("\r\n ", text[len - 1]))
		len--;
	if (!path || text[len - 1] != ':')
		return;
	path += sizeof(panicked) - 1;
	n = strcspn(path, ": ");
	if (n > (size_t)(text + len - path))
		return;
	if (n >= sizeof(chain->panic)) {
		path += n - sizeof(chain->panic) + 1;
		n = sizeof(chain->panic) - 1;
	}
	scnprintf(chain->panic, sizeof(chain->panic), "%.*s", (int)n, path);
}

size_t nd_chain_panicked(const struct nd_chain *chain, const char **text, size_t len, char *joined,
			 size_t size)
{
	struct nd_logline line;

	if (!*chain->panic)
		return len;
	nd_logline_parse(&line, *text, len);
	*text = joined;
	return scnprintf(joined, size, "%s: %.*s", chain->panic, (int)line.len, line.text);
}

static void add_part(struct nd_chain *chain, const char *text, size_t len)
{
	size_t used = strlen(chain->text);

	while (len && strchr("\r\n ", text[len - 1]))
		len--;
	if (used)
		used += scnprintf(chain->text + used, sizeof(chain->text) - used, ": ");
	chain->at[chain->parts++] = used;
	scnprintf(chain->text + used, sizeof(chain->text) - used, "%.*s", (int)len, text);
}

void nd_chain_begin(struct nd_chain *chain, const char *head, size_t len)
{
	chain->parts = 0;
	*chain->text = '\0';
	add_part(chain, head, len);
}

/* "    3: start the VMM"; a single cause has no number, and is indented. */
bool nd_chain_add(struct nd_chain *chain, const char *text, size_t len)
{
	struct nd_logline line;
	size_t at = 0;
	u32 number = 0;

	nd_logline_parse(&line, text, len);
	text = line.text;
	len = line.len;
	while (at < len && (text[at] == ' ' || text[at] == '\t'))
		at++;
	if (at == len || chain->parts > ND_CHAIN_CAUSES)
		return false;
	if (at > 1 && chain->parts == 1 && !(text[at] >= '0' && text[at] <= '9')) {
		add_part(chain, text + at, len - at);
		return true;
	}
	if (text[at] < '0' || text[at] > '9')
		return false;
	for (; at < len && text[at] >= '0' && text[at] <= '9' && number < 100; at++)
		number = number * 10 + text[at] - '0';
	if (number + 1 != chain->parts || at + 2 > len || text[at] != ':' || text[at + 1] != ' ')
		return false;
	add_part(chain, text + at + 2, len - at - 2);
	return true;
}
