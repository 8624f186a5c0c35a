// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/lscpu.h"

static bool is_field(const char *line, size_t len, const char *name)
{
	size_t n = strlen(name);

	return len >= n && !memcmp(line, name, n);
}

static bool holds(const char *line, size_t len, const char *what)
{
	return memmem(line, len, what, strlen(what));
}

static bool is_x86(const char *line, size_t len)
{
	return holds(line, len, "x86_64") || holds(line, len, "i686");
}

bool nd_lscpu_line(struct nd_lscpu *lscpu, const char *line, size_t len)
{
	bool missing = lscpu->x86 && lscpu->modes && lscpu->stepping && !lscpu->flag &&
		       lscpu->next && is_field(line, len, "Hypervisor vendor:");

	if (is_field(line, len, "Architecture:"))
		*lscpu = (struct nd_lscpu){ .x86 = is_x86(line, len) };
	lscpu->modes = lscpu->modes || is_field(line, len, "CPU op-mode(s):");
	lscpu->stepping = lscpu->stepping || is_field(line, len, "Stepping:");
	/*
	 * sys-utils/lscpu.c of util-linux 2.23 to 2.41: the line is the first
	 * behind the heading on a terminal; without headings it comes after
	 * BogoMIPS, or, since 2.37, after the flags behind that, which answer
	 * themselves.
	 */
	lscpu->next = is_field(line, len, "BogoMIPS:") ||
		      is_field(line, len, "Virtualization features:");
	return missing;
}
