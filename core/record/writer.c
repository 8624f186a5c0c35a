// SPDX-License-Identifier: GPL-2.0-only
/*
 * What writers of records are made of.
 */
#include "core/record/writer.h"

void nd_writer_put(struct nd_writer *w, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	w->at += vscnprintf(w->buf + w->at, sizeof(w->buf) - w->at, fmt, args);
	va_end(args);
}

void nd_writer_text(struct nd_writer *w, const char *text)
{
	nd_writer_put(w, " ");
	for (; *text; text++)
		nd_writer_put(w, *text > ' ' && *text < 0x7f && *text != '\\' ? "%c" : "\\%03o",
			      (u8)*text);
}

void nd_writer_bytes(struct nd_writer *w, const u8 *bytes, size_t len)
{
	nd_writer_put(w, " ");
	while (len--)
		nd_writer_put(w, "%02x", *bytes++);
}

void nd_writer_end(struct nd_writer *w)
{
	w->line(w->ctx, w->buf);
	w->at = 0;
}
