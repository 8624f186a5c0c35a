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
	return *chain->panic || chain->reading;
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

/* "    3: start the VMM": one of the causes, a sentence together only. */
static bool is_cause(struct nd_chain *chain, const char *text, size_t len)
{
	size_t at = 0, used = strlen(chain->text);
	int number = 0;

	while (at < len && (text[at] == ' ' || text[at] == '\t'))
		at++;
	if (at == len || text[at] < '0' || text[at] > '9')
		return false;
	for (; at < len && text[at] >= '0' && text[at] <= '9' && number < 100; at++)
		number = number * 10 + text[at] - '0';
	if (number != chain->causes || at + 2 > len || text[at] != ':' || text[at + 1] != ' ')
		return false;
	scnprintf(chain->text + used, sizeof(chain->text) - used, "%s%.*s", number ? ": " : "",
		  (int)(len - at - 2), text + at + 2);
	chain->causes++;
	return true;
}

bool nd_chain_line(struct nd_chain *chain, const char *text, size_t len)
{
	if (nd_chain_begins(text, len)) {
		chain->reading = true;
		chain->causes = 0;
		*chain->text = '\0';
		return false;
	}
	chain->reading = chain->reading && is_cause(chain, text, len);
	return chain->reading && chain->causes > 1;
}
