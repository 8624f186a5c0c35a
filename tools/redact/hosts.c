// SPDX-License-Identifier: GPL-2.0-only
#include <ctype.h>
#include <strings.h>

#include "tools/redact/hosts.h"

/* USER@HOST: but not "getty@tty1.service", nor "CPU @ 3.40GHz", nor "pci@0000:00". */
bool nd_hosts_mail(struct nd_scan *s)
{
	static const char name[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-+";
	static const char *const units[] = {
		".service", ".socket", ".slice", ".timer", ".device", ".mount", ".scope", ".target",
	};
	size_t user = strspn(s->at, name), host, i;

	if (!user || s->at[user] != '@' || nd_scan_word(nd_scan_before(s)) ||
	    !isalpha((unsigned char)s->at[user + 1]))
		return false;
	host = strspn(s->at + user + 1, name);
	while (host && s->at[user + host] == '.')
		host--;
	for (i = 0; i < ARRAY_SIZE(units); i++)
		if (host > strlen(units[i]) && !strncmp(s->at + user + 1 + host - strlen(units[i]),
							units[i], strlen(units[i])))
			return false;
	nd_scan_name(s, ND_NAME_USER, user);
	nd_scan_copy(s, 1);
	nd_scan_name(s, ND_NAME_HOST, host);
	return true;
}

/* The host of a URL other than those that documents are at. */
bool nd_hosts_url(struct nd_scan *s)
{
	static const char *const public[] = { "http", "https", "file" };
	size_t scheme = strspn(s->at, "abcdefghijklmnopqrstuvwxyz+"), host, i;

	if (!scheme || strncmp(s->at + scheme, "://", 3) || nd_scan_word(nd_scan_before(s)))
		return false;
	for (i = 0; i < ARRAY_SIZE(public); i++)
		if (scheme == strlen(public[i]) && !strncmp(s->at, public[i], scheme))
			return false;
	nd_scan_copy(s, scheme + 3);
	host = strcspn(s->at, "/@ \t\n\"'<>");
	if (s->at[host] == '@') {
		host = strcspn(s->at, ":@");
		nd_scan_name(s, ND_NAME_USER, host);
		if (*s->at == ':') {
			fputs(":" ND_REMOVED, s->to);
			s->at += strcspn(s->at, "@");
		}
		nd_scan_copy(s, 1);
	}
	host = strspn(s->at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");
	if (!host || strspn(s->at, "0123456789.") == host || !strncmp(s->at, "localhost", host))
		return true;
	nd_scan_name(s, ND_NAME_HOST, host);
	return true;
}

/* Another host of this one's domain. */
bool nd_hosts_neighbour(struct nd_scan *s)
{
	size_t domain = strlen(s->domain);
	size_t len = strspn(s->at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");

	while (len && s->at[len - 1] == '.')
		len--;
	if (!domain || nd_scan_word(nd_scan_before(s)) || len <= domain ||
	    strncasecmp(s->at + len - domain, s->domain, domain))
		return false;
	nd_scan_name(s, ND_NAME_HOST, len);
	return true;
}
