// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "tools/collect/learn.h"
#include "tools/collect/libvirt.h"
#include "tools/collect/vmms.h"
#include "tools/in/lines.h"
#include "tools/in/source.h"

#define FIRST_USER	1000	/* the numbers below are those of programs */
#define LAST_USER	60000

static void learn_hosts(struct nd_redact *redact)
{
	static const char *const files[] = { "/proc/sys/kernel/hostname", "/etc/hostname" };
	char name[256];
	size_t i;

	for (i = 0; i < ARRAY_SIZE(files); i++)
		if (!nd_source_read(files[i], name, sizeof(name)))
			nd_redact_learn(redact, ND_NAME_HOST, name, strcspn(name, " \t\n"));
}

/* NAME:x:UID:... */
static void learn_user(struct nd_redact *redact, const char *line)
{
	const char *name_end = strchr(line, ':');
	const char *uid = name_end ? strchr(name_end + 1, ':') : NULL;
	unsigned long number = uid ? strtoul(uid + 1, NULL, 10) : 0;

	if (number >= FIRST_USER && number < LAST_USER)
		nd_redact_learn(redact, ND_NAME_USER, line, name_end - line);
}

static void learn_users(struct nd_redact *redact)
{
	struct nd_lines lines;
	const char *text;
	char line[256];
	size_t len;

	if (nd_lines_open(&lines, "/etc/passwd"))
		return;
	while (nd_lines_next(&lines, &text, &len) > 0) {
		scnprintf(line, sizeof(line), "%.*s", (int)(len < 255 ? len : 255), text);
		learn_user(redact, line);
	}
	nd_lines_close(&lines);
}

void nd_learn(struct nd_redact *redact)
{
	learn_hosts(redact);
	learn_users(redact);
	nd_libvirt_learn(redact);
	nd_vmms_learn(redact);
}
