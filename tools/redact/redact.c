// SPDX-License-Identifier: GPL-2.0-only
#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

#include "tools/out/text.h"
#include "tools/redact/address.h"
#include "tools/redact/context.h"
#include "tools/redact/hosts.h"
#include "tools/redact/redact.h"

static bool take_address(struct nd_scan *s)
{
	static const struct {
		size_t (*length)(const char *text, const char *at);
		enum nd_name_kind kind;
	} kinds[] = {
		{ nd_address_uuid, ND_NAME_UUID },
		{ nd_address_mac, ND_NAME_MAC },
		{ nd_address_ipv4, ND_NAME_IP },
		{ nd_address_ipv6, ND_NAME_IP },
	};
	size_t i, len;

	if (!isxdigit((unsigned char)*s->at) && *s->at != ':')
		return false;
	for (i = 0; i < ARRAY_SIZE(kinds); i++) {
		len = kinds[i].length(s->text, s->at);
		if (!len)
			continue;
		nd_scan_name(s, kinds[i].kind, len);
		return true;
	}
	return false;
}

static bool take_context(struct nd_scan *s)
{
	const struct nd_context *context = nd_context_at(s->text, s->at);
	size_t skip, len;

	if (!context)
		return false;
	skip = strlen(context->before);
	len = nd_context_length(context, s->at + skip);
	if (!len || (s->r->off && context->what != ND_CONTEXT_SECRET))
		return false;
	nd_scan_copy(s, skip);
	if (context->what == ND_CONTEXT_NAME) {
		nd_scan_name(s, context->kind, len);
	} else {
		fputs(ND_REMOVED, s->to);
		s->at += len;
	}
	return true;
}

/* What is below a folder that people have theirs in, on this system or seen from it. */
static const char *home_at(const char *at)
{
	static const char *const homes[] = { "/home/", "/Users/", "\\Users\\", "\\\\Users\\\\" };
	size_t i;

	for (i = 0; i < ARRAY_SIZE(homes); i++)
		if (!strncmp(at, homes[i], strlen(homes[i])))
			return homes[i];
	return NULL;
}

static size_t path_length(const struct nd_scan *s, const char *path)
{
	size_t n = 0;

	while (path[n] && path[n] != '\n') {
		char c = path[n];

		if (c == s->quote && s->quote)
			break;
		/* QEMU's way to write a comma, and what a backslash makes a part of it. */
		if ((c == ',' && path[n + 1] == ',') ||
		    (c == '\\' && path[n + 1] && path[n + 1] != '\n'))
			n += 2;
		else if ((s->quote && c == ' ') || !strchr(" \t\r,\"'<>;:|()[]{}", c))
			n++;
		else
			break;
	}
	/* A full stop ends the sentence, not the path. */
	while (n && path[n - 1] == '.')
		n--;
	return n;
}

static bool take_path(struct nd_scan *s)
{
	const char *home = *s->at == '/' || *s->at == '\\' ? home_at(s->at) : NULL;
	size_t skip, len, first;

	if (!home)
		return false;
	skip = strlen(home);
	len = path_length(s, s->at + skip);
	if (!len)
		return false;
	nd_scan_copy(s, skip);
	first = strcspn(s->at, "/\\");
	if (first < len)
		nd_redact_learn(s->r, ND_NAME_USER, s->at, first);
	nd_scan_name(s, ND_NAME_PATH, len);
	return true;
}

/* libvirt's folder of a VM, "domain-3-web1", also if its name is a common word. */
static bool take_domain(struct nd_scan *s)
{
	size_t number, len;

	if (strncmp(s->at, "domain-", 7) || nd_scan_word(nd_scan_before(s)))
		return false;
	number = strspn(s->at + 7, "0123456789");
	if (!number || s->at[7 + number] != '-')
		return false;
	len = strcspn(s->at + 8 + number, "/ \t\n,\"'<>;:");
	if (!len)
		return false;
	nd_scan_copy(s, 8 + number);
	nd_scan_name(s, ND_NAME_VM, len);
	return true;
}

static bool take_known(struct nd_scan *s)
{
	const struct nd_name *name = nd_names_at(&s->r->names, s->text, s->at);

	if (!name)
		return false;
	fprintf(s->to, "%s-%u", nd_names_word(name->kind), name->number);
	s->at += strlen(name->text);
	return true;
}

/* An apostrophe within a word opens nothing. */
static void look_for_quote(struct nd_scan *s)
{
	if (*s->at == '\n')
		s->quote = 0;
	else if (s->quote && *s->at == s->quote)
		s->quote = 0;
	else if (!s->quote && (*s->at == '"' || (*s->at == '\'' && !nd_scan_word(nd_scan_before(s)))))
		s->quote = *s->at;
}

static void scan(struct nd_scan *s)
{
	while (*s->at) {
		if (take_context(s))
			continue;
		if (!s->r->off &&
		    (take_path(s) || take_address(s) || nd_hosts_url(s) || nd_hosts_mail(s) ||
		     take_domain(s) || nd_hosts_neighbour(s) || take_known(s)))
			continue;
		look_for_quote(s);
		nd_scan_copy(s, 1);
	}
}

char *nd_redact(struct nd_redact *r, const char *text, size_t len, size_t *out)
{
	char *in = nd_realloc(NULL, len + 1), *result = NULL;
	struct nd_scan s = {
		.r = r, .names = &r->names, .domain = r->domain, .text = in, .at = in,
	};
	size_t i;

	memcpy(in, text, len);
	in[len] = '\0';
	for (i = 0; i < len; i++)
		if (!in[i])
			in[i] = '?';
	s.to = open_memstream(&result, out);
	if (s.to) {
		scan(&s);
		fclose(s.to);
	}
	free(in);
	return result;
}

void nd_redact_learn(struct nd_redact *r, enum nd_name_kind kind, const char *text, size_t len)
{
	char buf[ND_PSEUDONYM];
	const char *dot;

	if (!len || r->off)
		return;
	nd_names_pseudonym(&r->names, kind, text, len, buf);
	/* A host is called by its first name, too. */
	dot = kind == ND_NAME_HOST ? memchr(text, '.', len) : NULL;
	if (!dot || dot == text)
		return;
	nd_names_pseudonym(&r->names, kind, text, dot - text, buf);
	/* ".local" would be everybody's. */
	if (!r->domain[0] && memchr(dot + 1, '.', text + len - dot - 1))
		scnprintf(r->domain, sizeof(r->domain), "%.*s", (int)(text + len - dot), dot);
}

void nd_redact_field(struct nd_redact *r, char *field, size_t size)
{
	size_t len;
	char *text;

	if (!*field)
		return;
	text = nd_redact(r, field, strlen(field), &len);
	if (text)
		scnprintf(field, size, "%s", text);
	free(text);
}

void nd_redact_free(struct nd_redact *r)
{
	nd_names_free(&r->names);
}
