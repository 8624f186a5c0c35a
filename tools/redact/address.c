// SPDX-License-Identifier: GPL-2.0-only
#include <arpa/inet.h>
#include <ctype.h>
#include <strings.h>

#include "tools/redact/address.h"

static bool is_alnum(char c)
{
	return isalnum((unsigned char)c);
}

static bool is_hex(char c)
{
	return isxdigit((unsigned char)c);
}

static char before(const char *text, const char *at)
{
	return at > text ? at[-1] : ' ';
}

size_t nd_address_uuid(const char *text, const char *at)
{
	size_t i;

	if (is_alnum(before(text, at)) || before(text, at) == '-')
		return 0;
	for (i = 0; i < 36; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;

		if (dash ? at[i] != '-' : !is_hex(at[i]))
			return 0;
	}
	return is_alnum(at[36]) || at[36] == '-' ? 0 : 36;
}

/* Six pairs, or the eight of a world wide name or a GUID of InfiniBand. */
size_t nd_address_mac(const char *text, const char *at)
{
	char by = at[0] && at[1] ? at[2] : 0;
	size_t pairs = 0;

	if (is_alnum(before(text, at)) || strchr(":-.", before(text, at)) || (by != ':' && by != '-'))
		return 0;
	while (is_hex(at[3 * pairs]) && is_hex(at[3 * pairs + 1])) {
		pairs++;
		if (at[3 * pairs - 1] != by)
			break;
	}
	if ((pairs != 6 && pairs != 8) || is_alnum(at[3 * pairs - 1]) || at[3 * pairs - 1] == by)
		return 0;
	return 3 * pairs - 1;
}

/*
 * "version", "release 5.15.153.1", "QEMU 7.2.0.4": what is in front of a number that is no address.
 */
static bool is_version(const char *text, const char *at)
{
	static const char *const words[] = {
		"version", "release", "ver", "linux", "kernel", "qemu", "libvirt", "bios", "firmware",
		"driver", "microcode", "revision", "rev", "edk2", "ovmf", "seabios", "build", "openssl",
		"windows", "wsl", "package", "upgrade", "update",
	};
	const char *end = at, *begin;
	size_t i;

	if (end > text && (end[-1] == 'v' || end[-1] == 'V') &&
	    (end == text + 1 || !is_alnum(end[-2])))
		return true;
	while (end > text && strchr(" :=\t\"'(", end[-1]))
		end--;
	for (begin = end; begin > text && is_alnum(begin[-1]); begin--)
		;
	for (i = 0; i < ARRAY_SIZE(words); i++)
		if ((size_t)(end - begin) == strlen(words[i]) &&
		    !strncasecmp(begin, words[i], end - begin))
			return true;
	return false;
}

static size_t parse_ipv4(const char *at, unsigned int number[4])
{
	size_t i, n = 0;

	for (i = 0; i < 4; i++) {
		size_t digits = 0;

		number[i] = 0;
		if (i && at[n++] != '.')
			return 0;
		while (isdigit((unsigned char)at[n]) && digits++ < 3)
			number[i] = number[i] * 10 + at[n++] - '0';
		if (!digits || number[i] > 255)
			return 0;
	}
	return n;
}

/* Networks that no version number looks like. */
static bool is_private(const unsigned int n[4])
{
	return (n[0] == 192 && n[1] == 168) || (n[0] == 172 && n[1] >= 16 && n[1] < 32) ||
	       (n[0] == 169 && n[1] == 254) || (n[0] == 100 && n[1] >= 64 && n[1] < 128);
}

size_t nd_address_ipv4(const char *text, const char *at)
{
	char c = before(text, at);
	unsigned int n[4];
	size_t len;

	if (isdigit((unsigned char)c) || c == '.' || !isdigit((unsigned char)*at))
		return 0;
	len = parse_ipv4(at, n);
	/* "1.2.3.4.5" and "1.2.3.4a" are something else; a full stop may end a sentence. */
	if (!len || is_alnum(at[len]) || at[len] == '_' ||
	    (at[len] == '.' && isdigit((unsigned char)at[len + 1])))
		return 0;
	if (n[0] == 0 || n[0] == 127 || n[0] == 255)
		return 0;
	if (is_private(n))
		return len;
	if (is_alnum(c) || strchr("-+~_", c) || is_version(text, at))
		return 0;
	/* As in 5.15.153.1-microsoft-standard; of a range the second one has all its dots. */
	if (strchr("+~", at[len]) && at[len])
		return 0;
	if (at[len] == '-' && !parse_ipv4(at + len + 1, n))
		return 0;
	return len;
}

size_t nd_address_ipv6(const char *text, const char *at)
{
	char c = before(text, at), buf[48];
	size_t len = strspn(at, "0123456789abcdefABCDEF:."), groups = 0, i;
	unsigned char bin[16];
	bool digit = false;

	/* "tcp::4444" has an empty host; "tcp:fe80::1" a word and a colon in front. */
	if (is_alnum(c) || c == '.' || c == '_' || (c == ':' && *at == ':') || !len)
		return 0;
	while (len && at[len - 1] == '.')
		len--;
	if (len > 3 && at[len - 1] == ':' && at[len - 2] != ':')
		len--;
	if (len < 3 || len >= sizeof(buf) || is_alnum(at[len]) || at[len] == '_')
		return 0;
	memcpy(buf, at, len);
	buf[len] = '\0';
	if (inet_pton(AF_INET6, buf, bin) != 1)
		return 0;
	for (i = 0; i < len; i++) {
		groups += buf[i] != ':' && (!i || buf[i - 1] == ':');
		digit |= isdigit((unsigned char)buf[i]);
	}
	/* "a::b" is rather a name of C++; :: and ::1 are the same everywhere. */
	if ((!digit && groups < 3) || (groups < 2 && buf[0] == ':'))
		return 0;
	return len;
}
