/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A line of a log, in any of the forms in which logs come: its time and its text.
 */
#ifndef NESTDIAG_TOOLS_LOGLINE_H
#define NESTDIAG_TOOLS_LOGLINE_H

#include <nestdiag/types.h>

/**
 * struct nd_logline - a line taken apart
 * @time: as it stands there ("12.345678", "Sat Nov 21 03:21:06 2026"), empty if it has none
 * @text: what comes behind it; points into the line
 * @len:  its length
 * @full: of a log of VirtualBox or VMware, which tell of all that they do: most of it is no failure
 */
struct nd_logline {
	char time[40];
	const char *text;
	size_t len;
	bool full;
};

/**
 * nd_logline_parse() - take a line apart
 *
 * Knows what dmesg prints (also with -r, -x, -T, -e and --time-format=iso), records of /dev/kmsg,
 * journalctl in its short forms, syslog's files, and logs of libvirt and of QEMU under it. A line
 * in no such form is all text.
 */
void nd_logline_parse(struct nd_logline *line, const char *text, size_t len);

#endif /* NESTDIAG_TOOLS_LOGLINE_H */
