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
	if (is_field(line, len, "Architecture:"))
		return holds(line, len, "x86_64") || holds(line, len, "i686");
	return is_field(line, len, "Vendor ID:") &&
	       (holds(line, len, "GenuineIntel") || holds(line, len, "AuthenticAMD") ||
		holds(line, len, "HygonGenuine"));
}

bool nd_lscpu_line(struct nd_lscpu *lscpu, const char *line, size_t len)
{
	bool missing = lscpu->x86 && !lscpu->flag && lscpu->next &&
		       is_field(line, len, "Hypervisor vendor:");

	lscpu->x86 = lscpu->x86 || is_x86(line, len);
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
