// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tunnel interfaces and what carries them.
 */
#include <stdlib.h>

#include "tools/in/lines.h"
#include "tools/in/source.h"
#include "tools/live/net.h"

#define NET	"/sys/class/net/"

/* The DEVTYPE of an interface, empty if it has none. */
static void kind_of(const char *name, char *kind, size_t size)
{
	struct nd_lines lines;
	const char *text;
	char path[128];
	size_t len;

	*kind = '\0';
	snprintf(path, sizeof(path), NET "%.64s/uevent", name);
	if (nd_lines_open(&lines, path))
		return;
	while (nd_lines_next(&lines, &text, &len) > 0)
		if (len > 8 && !memcmp(text, "DEVTYPE=", 8))
			scnprintf(kind, size, "%.*s", (int)(len - 8), text + 8);
	nd_lines_close(&lines);
}

static unsigned int mtu_of(const char *name)
{
	char path[128], text[32];

	snprintf(path, sizeof(path), NET "%.64s/mtu", name);
	return nd_source_read(path, text, sizeof(text)) ? 0 : strtoul(text, NULL, 10);
}

static bool is_tunnel(const char *kind)
{
	return !strcmp(kind, "vxlan") || !strcmp(kind, "geneve");
}

/* The interface that was given for it, by its link; false if the route decides. */
static bool lower_of(const char *name, char *lower, size_t size)
{
	struct nd_strings names = { 0 };
	char path[128];
	size_t i;

	snprintf(path, sizeof(path), NET "%.64s", name);
	*lower = '\0';
	if (!nd_source_list(path, &names))
		for (i = 0; i < names.nr; i++)
			if (!strncmp(names.list[i], "lower_", 6))
				scnprintf(lower, size, "%s", names.list[i] + 6);
	nd_strings_free(&names);
	return *lower;
}

/* The largest MTU of any interface that could carry a tunnel. */
static unsigned int largest_mtu(const struct nd_strings *names)
{
	unsigned int mtu, largest = 0;
	char kind[32];
	size_t i;

	for (i = 0; i < names->nr; i++) {
		kind_of(names->list[i], kind, sizeof(kind));
		mtu = mtu_of(names->list[i]);
		if (strcmp(names->list[i], "lo") && !is_tunnel(kind) && mtu > largest)
			largest = mtu;
	}
	return largest;
}

void nd_live_net(struct nd_machine *m)
{
	struct nd_strings names = { 0 };
	char kind[32], lower[64], key[64];
	size_t i;

	if (!nd_source_list(NET, &names))
		for (i = 0; i < names.nr; i++) {
			kind_of(names.list[i], kind, sizeof(kind));
			if (!is_tunnel(kind))
				continue;
			snprintf(key, sizeof(key), "tunnel.%.32s", names.list[i]);
			if (lower_of(names.list[i], lower, sizeof(lower)))
				nd_machine_add_host(m, key, "%s %u %s %u", kind,
						    mtu_of(names.list[i]), lower, mtu_of(lower));
			else
				nd_machine_add_host(m, key, "%s %u - %u", kind,
						    mtu_of(names.list[i]), largest_mtu(&names));
		}
	nd_strings_free(&names);
}
