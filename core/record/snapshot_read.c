// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reading a snapshot: its first line, then the records of all families.
 */
#include <linux/nestdiag.h>

#include "core/record/families.h"
#include "core/record/snapshot_read.h"

static enum nd_parsed snap_check_magic(struct nd_parser *p, const char *text, size_t len)
{
	static const char magic[] = NESTDIAG_SNAPSHOT_MAGIC " ";
	struct nd_token version = { text + sizeof(magic) - 1, len - (sizeof(magic) - 1) };
	u64 number;

	if (len < sizeof(magic) - 1 || memcmp(text, magic, sizeof(magic) - 1))
		return nd_record_bad(p, "not a snapshot: the first line is not \"%s%u\"", magic,
				     NESTDIAG_SNAPSHOT_VERSION);
	if (!nd_scan_dec(&version, ~0U, &number))
		return nd_record_bad(p, "the snapshot's version is not a decimal number");
	if (number != NESTDIAG_SNAPSHOT_VERSION)
		return nd_record_bad(p, "snapshot version %u is not supported, only version %u",
				     (u32)number, NESTDIAG_SNAPSHOT_VERSION);
	return ND_PARSED_OK;
}

enum nd_parsed nd_snapshot_parse(struct nd_parser *p, const char *text, size_t len)
{
	static const struct nd_record_family *const families[] = {
		&nd_machine_family, &nd_cpu_family, &nd_host_family, &nd_trace_family,
		&nd_failures_family, &nd_recorder_family,
	};
	enum nd_parsed parsed;

	p->why[0] = '\0';
	if (len > 0 && text[len - 1] == '\r')	/* mailed through a system with other line ends */
		len--;
	if (p->line == 0)
		parsed = snap_check_magic(p, text, len);
	else if (len == 0 || text[0] == '#')
		parsed = ND_PARSED_SKIPPED;
	else
		parsed = nd_record_read(p, families, ARRAY_SIZE(families), text, len);
	if (parsed == ND_PARSED_FULL)
		return parsed;
	p->line++;
	p->ignored += parsed == ND_PARSED_IGNORED;
	return parsed;
}
