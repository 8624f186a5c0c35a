// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/chain.h"
#include "tools/log/logline.h"

static const char caused[] = "Caused by:", chained[] = "following chain of errors:",
		  panicked[] = "panicked at ";
static const char *const begins[] = { caused, chained, panicked };
struct nd_wordset nd_chain_words = ND_WORDSET(begins);

void nd_chain_tag(char tag[ND_CHAIN_TAG], const char *text, size_t len)
{
	struct nd_logline line;
	const char *end, *at;

	nd_logline_parse(&line, text, len);
	for (end = line.text; end > text && end[-1] == ' '; end--)
		;
	for (at = end; at > text && at[-1] != ' '; at--)
		;
	scnprintf(tag, ND_CHAIN_TAG, "%.*s", (int)(end - at), at);
	/* A time is nobody. */
	if (!*tag || tag[strlen(tag) - 1] != ':')
		*tag = '\0';
}

static bool ends(const char *text, size_t len, const char *words)
{
	size_t n = strlen(words);

	return len >= n && !memcmp(text + len - n, words, n);
}

bool nd_chain_begins(const char *text, size_t len)
{
	while (len && strchr("\r\n ", text[len - 1]))
		len--;
	return ends(text, len, caused) || ends(text, len, chained);
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
	nd_chain_tag(chain->tag, text, len);
}

size_t nd_chain_panicked(const struct nd_chain *chain, const char **text, size_t len, char *joined,
			 size_t size)
{
	struct nd_logline line;
	char tag[ND_CHAIN_TAG];

	if (!*chain->panic)
		return len;
	nd_chain_tag(tag, *text, len);
	if (strcmp(tag, chain->tag))
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
	if (len > ND_CHAIN_PART)
		len = ND_CHAIN_PART;
	if (used)
		used += scnprintf(chain->text + used, sizeof(chain->text) - used, ": ");
	chain->at[chain->parts++] = used;
	scnprintf(chain->text + used, sizeof(chain->text) - used, "%.*s", (int)len, text);
}

void nd_chain_begin(struct nd_chain *chain, const char *line, size_t len, const char *head)
{
	nd_chain_tag(chain->tag, line, len);
	chain->parts = 0;
	chain->first = 0;
	*chain->text = '\0';
	add_part(chain, head, strlen(head));
}

/* "at com.example.Main(Main.java:3)", "... 12 more": a stack of Java's, which tells no cause. */
static bool is_stack(const char *text, size_t len)
{
	return (len > 3 && !memcmp(text, "at ", 3)) || (len > 4 && !memcmp(text, "... ", 4));
}

/* "    3: start the VMM"; a single cause has no number, and is indented. */
enum nd_link nd_chain_add(struct nd_chain *chain, const char *text, size_t len)
{
	struct nd_logline line;
	char tag[ND_CHAIN_TAG];
	size_t at = 0;
	u32 number = 0;

	nd_chain_tag(tag, text, len);
	if (strcmp(tag, chain->tag))
		return ND_LINK_OTHER;
	nd_logline_parse(&line, text, len);
	text = line.text;
	len = line.len;
	while (at < len && (text[at] == ' ' || text[at] == '\t'))
		at++;
	if (at == len || chain->parts > ND_CHAIN_CAUSES || is_stack(text + at, len - at))
		return ND_LINK_END;
	if (at > 1 && chain->parts == 1 && !(text[at] >= '0' && text[at] <= '9')) {
		add_part(chain, text + at, len - at);
		return ND_LINK_CAUSE;
	}
	if (text[at] < '0' || text[at] > '9')
		return ND_LINK_END;
	for (; at < len && text[at] >= '0' && text[at] <= '9' && number < 100; at++)
		number = number * 10 + text[at] - '0';
	if (chain->parts == 1 && number < 2)
		chain->first = number;
	if (number + 1 != chain->parts + chain->first || at + 2 > len || text[at] != ':' ||
	    text[at + 1] != ' ')
		return ND_LINK_END;
	add_part(chain, text + at + 2, len - at - 2);
	return ND_LINK_CAUSE;
}
