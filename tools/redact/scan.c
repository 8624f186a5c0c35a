// SPDX-License-Identifier: GPL-2.0-only
#include <ctype.h>

#include "tools/redact/scan.h"

bool nd_scan_word(char c)
{
	return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

char nd_scan_before(const struct nd_scan *s)
{
	return s->at > s->text ? s->at[-1] : '\n';
}

void nd_scan_name(struct nd_scan *s, enum nd_name_kind kind, size_t len)
{
	char buf[ND_PSEUDONYM];

	fputs(nd_names_pseudonym(s->names, kind, s->at, len, buf), s->to);
	s->at += len;
}

void nd_scan_copy(struct nd_scan *s, size_t len)
{
	fwrite(s->at, 1, len, s->to);
	s->at += len;
}
