// SPDX-License-Identifier: GPL-2.0-only
/*
 * VMs whose memory is none of the kernel's: "mem=" on its command line keeps it from some, and a
 * VMM that gives this to a guest has /dev/mem mapped.
 */
#include <stdlib.h>

#include "tools/in/lines.h"
#include "tools/in/source.h"
#include "tools/live/devmem.h"

#define VMS	"/sys/kernel/debug/kvm"
#define DEVICE	" /dev/mem"

/* The last mem= holds; memmap= is another parameter. */
static bool boot_mem(char *value, size_t size)
{
	char text[4096 + 1], *save, *word;

	if (nd_source_read("/proc/cmdline", text, sizeof(text)))
		return false;
	snprintf(value, size, "absent");
	for (word = strtok_r(text, " \t\n", &save); word; word = strtok_r(NULL, " \t\n", &save))
		if (!strncmp(word, "mem=", 4) && word[4])
			snprintf(value, size, "%s", word + 4);
	return true;
}

/* Has the process of the VM, PID-FD, /dev/mem mapped? Below 0: it cannot be read. */
static int maps_device(const char *vm)
{
	struct nd_lines lines;
	const char *text;
	bool maps = false;
	char path[64];
	size_t len;

	snprintf(path, sizeof(path), "/proc/%lu/maps", strtoul(vm, NULL, 10));
	if (nd_lines_open(&lines, path))
		return -1;
	while (!maps && nd_lines_next(&lines, &text, &len) > 0)
		maps = len > strlen(DEVICE) &&
		       !memcmp(text + len - strlen(DEVICE), DEVICE, strlen(DEVICE));
	nd_lines_close(&lines);
	return maps;
}

static bool has_nested(const char *vm)
{
	char path[160], text[32];

	snprintf(path, sizeof(path), VMS "/%.64s/nested_run", vm);
	return !nd_source_read(path, text, sizeof(text)) && strcmp(text, "0");
}

void nd_live_devmem(struct nd_machine *m)
{
	struct nd_strings vms = { 0 };
	unsigned int nested = 0;
	bool known = true;
	char value[32];
	size_t i;

	if (!boot_mem(value, sizeof(value)))
		return;
	nd_machine_add_host(m, "boot_mem", "%s", value);
	if (!strcmp(value, "absent") || nd_source_list(VMS, &vms))
		return;
	for (i = 0; i < vms.nr; i++) {
		int maps = strchr(vms.list[i], '-') ? maps_device(vms.list[i]) : 0;

		known &= maps >= 0;
		nested += maps > 0 && has_nested(vms.list[i]);
	}
	nd_strings_free(&vms);
	if (known)
		nd_machine_add_host(m, "vms_devmem_nested", "%u", nested);
}
