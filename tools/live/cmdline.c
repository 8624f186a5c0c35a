// SPDX-License-Identifier: GPL-2.0-only
/*
 * Command lines of processes.
 */
#include "tools/in/lines.h"
#include "tools/live/cmdline.h"

bool nd_live_cmdline(const char *pid,
		     void (*take)(void *ctx, const char *text, size_t len, bool first), void *ctx)
{
	struct nd_lines lines;
	bool first = true;
	const char *text;
	char path[64];
	size_t len;

	snprintf(path, sizeof(path), "/proc/%.20s/cmdline", pid);
	if (nd_lines_open(&lines, path))
		return false;
	while (nd_lines_next(&lines, &text, &len) > 0) {
		while (len) {
			const char *end = memchr(text, '\0', len);
			size_t n = end ? (size_t)(end - text) : len;

			take(ctx, text, n, first);
			first = false;
			text += n + !!end;
			len -= n + !!end;
		}
	}
	nd_lines_close(&lines);
	return !first;
}
