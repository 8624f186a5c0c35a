// SPDX-License-Identifier: GPL-2.0-only
#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

#include "tools/out/text.h"
#include "tools/redact/common.h"
#include "tools/redact/names.h"

#define SHORT	3	/* shorter names are everywhere */
#define MAX_NAMES	1024	/* more only in a text made so; the others look all alike */

const char *nd_names_word(enum nd_name_kind kind)
{
	static const char *const words[ND_NR_NAME_KINDS] = {
		"host", "user", "vm", "uuid", "mac", "ip", "serial", "path",
	};

	return words[kind];
}

static bool ignores_case(enum nd_name_kind kind)
{
	return kind == ND_NAME_HOST || kind == ND_NAME_UUID || kind == ND_NAME_MAC ||
	       kind == ND_NAME_IP;
}

static bool is_same(const struct nd_name *name, enum nd_name_kind kind, const char *text,
		    size_t len)
{
	if (name->kind != kind || strlen(name->text) != len)
		return false;
	return ignores_case(kind) ? !strncasecmp(name->text, text, len) :
				    !memcmp(name->text, text, len);
}

/* The number if it is "vm-12" by itself, 0 if not. */
static unsigned int number_of(enum nd_name_kind kind, const char *text, size_t len)
{
	const char *word = nd_names_word(kind);
	size_t n = strlen(word), i;
	unsigned int number = 0;

	if (len < n + 2 || len > n + 7 || memcmp(text, word, n) || text[n] != '-' ||
	    text[n + 1] == '0')
		return 0;
	for (i = n + 1; i < len; i++) {
		if (!isdigit((unsigned char)text[i]))
			return 0;
		number = number * 10 + text[i] - '0';
	}
	return number;
}

/* Numbers, and hexadecimal as long as a word of it: "101", "beef". */
static bool is_number(const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (!isxdigit((unsigned char)text[i]) && !strchr(".-_", text[i]))
			return false;
	return true;
}

static bool has_number(const struct nd_names *names, enum nd_name_kind kind, unsigned int number)
{
	size_t i;

	for (i = 0; i < names->nr; i++)
		if (names->list[i].kind == kind && names->list[i].number == number)
			return true;
	return false;
}

static struct nd_name *add(struct nd_names *names, enum nd_name_kind kind, const char *text,
			   size_t len)
{
	unsigned int number = number_of(kind, text, len);
	struct nd_name *name;

	if (!number) {
		do {
			number = ++names->last[kind];
		} while (has_number(names, kind, number));
	}
	names->list = nd_realloc(names->list, (names->nr + 1) * sizeof(*names->list));
	name = &names->list[names->nr++];
	name->kind = kind;
	name->number = number;
	name->text = nd_realloc(NULL, len + 1);
	memcpy(name->text, text, len);
	name->text[len] = '\0';
	name->common = len < SHORT || is_number(text, len) || nd_common_word(name->text);
	return name;
}

const char *nd_names_pseudonym(struct nd_names *names, enum nd_name_kind kind, const char *text,
			       size_t len, char buf[ND_PSEUDONYM])
{
	const struct nd_name *name = NULL;
	size_t i;

	for (i = 0; i < names->nr && !name; i++)
		if (is_same(&names->list[i], kind, text, len))
			name = &names->list[i];
	if (!name && names->nr == MAX_NAMES) {
		snprintf(buf, ND_PSEUDONYM, "%s-other", nd_names_word(kind));
		return buf;
	}
	if (!name)
		name = add(names, kind, text, len);
	snprintf(buf, ND_PSEUDONYM, "%s-%u", nd_names_word(kind), name->number);
	return buf;
}

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* Of two that fit the longer one: "web1.example.org" before "web1". */
const struct nd_name *nd_names_at(const struct nd_names *names, const char *text, const char *at)
{
	const struct nd_name *found = NULL;
	size_t i, len, best = 0;

	if (at > text && is_word(at[-1]))
		return NULL;
	for (i = 0; i < names->nr; i++) {
		const struct nd_name *name = &names->list[i];

		if (name->kind > ND_NAME_VM || name->common)
			continue;
		len = strlen(name->text);
		if (len <= best || strncasecmp(at, name->text, len) || is_word(at[len]) ||
		    (!ignores_case(name->kind) && memcmp(at, name->text, len)))
			continue;
		found = name;
		best = len;
	}
	return found;
}

void nd_names_free(struct nd_names *names)
{
	while (names->nr)
		free(names->list[--names->nr].text);
	free(names->list);
	memset(names, 0, sizeof(*names));
}
