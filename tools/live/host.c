// SPDX-License-Identifier: GPL-2.0-only
/*
 * The host around KVM: its device, memory, clocks, devices passed through, what the kernel lets in.
 *
 * A fact is "absent" if the host has no such file and "unreadable" if it has one that this
 * user may not read; a key is left out if that cannot be told apart.
 */
#include <errno.h>
#include <stdlib.h>

#include "tools/in/lines.h"
#include "tools/in/source.h"
#include "tools/live/host.h"

static const char *why_not(int err)
{
	return err == -ENOENT || err == -ENODEV || err == -ENOTDIR ? "absent" : "unreadable";
}

/* A file with one word or line. */
static void add_file(struct nd_machine *m, const char *key, const char *path)
{
	char text[512];
	int err = nd_source_read(path, text, sizeof(text));

	nd_machine_add_host(m, key, "%s", err ? why_not(err) : *text ? text : "absent");
}

/* A file with choices, "[one] two three": the one in brackets. */
static void add_choice(struct nd_machine *m, const char *key, const char *path)
{
	char text[256];
	int err = nd_source_read(path, text, sizeof(text));
	char *open = err ? NULL : strchr(text, '[');
	char *close = open ? strchr(open, ']') : NULL;

	if (close)
		*close = '\0';
	nd_machine_add_host(m, key, "%s", err ? why_not(err) : close ? open + 1 : text);
}

static void add_modules(struct nd_machine *m)
{
	static const char *const modules[] = {
		"kvm", "kvm_intel", "kvm_amd", "kvm_pvm", "kvm_hv", "mshv_root", "vboxdrv", "vmmon",
		"jailhouse", "nestdiag",
	};
	char list[128] = "", path[64];
	size_t i, at = 0;

	if (!nd_source_exists("/sys/module"))
		return;
	for (i = 0; i < ARRAY_SIZE(modules); i++) {
		snprintf(path, sizeof(path), "/sys/module/%s", modules[i]);
		if (nd_source_exists(path))
			at += scnprintf(list + at, sizeof(list) - at, "%s%s", at ? " " : "",
					modules[i]);
	}
	nd_machine_add_host(m, "modules", "%s", at ? list : "absent");
}

/* The name of a number in /etc/passwd or /etc/group, else the number. */
static void name_of(const char *path, unsigned int id, char *name, size_t size)
{
	struct nd_lines lines;
	const char *text;
	char line[256];
	size_t len;

	scnprintf(name, size, "%u", id);
	if (nd_lines_open(&lines, path))
		return;
	while (nd_lines_next(&lines, &text, &len) > 0) {
		char *colon, *number;

		scnprintf(line, sizeof(line), "%.*s", (int)len, text);
		colon = strchr(line, ':');
		number = colon ? strchr(colon + 1, ':') : NULL;
		if (!number || strtoul(number + 1, NULL, 10) != id || number[1] < '0' ||
		    number[1] > '9')
			continue;
		*colon = '\0';
		scnprintf(name, size, "%s", line);
		break;
	}
	nd_lines_close(&lines);
}

static void add_kvm(struct nd_machine *m)
{
	struct nd_entry entry;
	char name[64];
	int err;

	if (!nd_source_exists("/dev"))
		return;
	err = nd_source_stat("/dev/kvm", &entry);
	if (err) {
		nd_machine_add_host(m, "kvm_mode", "%s", why_not(err));
		return;
	}
	nd_machine_add_host(m, "kvm_mode", "%04o", entry.mode & 07777);
	name_of("/etc/passwd", entry.uid, name, sizeof(name));
	nd_machine_add_host(m, "kvm_owner", "%s", name);
	name_of("/etc/group", entry.gid, name, sizeof(name));
	nd_machine_add_host(m, "kvm_group", "%s", name);
	nd_machine_add_host(m, "kvm_access", "%s", entry.access ? "yes" : "no");
	/* To open it where KVM is not loaded would load it. */
	if (!entry.access || !nd_source_exists("/sys/module/kvm"))
		return;
	err = nd_source_try("/dev/kvm");
	nd_machine_add_host(m, "kvm_open", "%s", err ? strerror(-err) : "ok");
}

static void add_memory(struct nd_machine *m)
{
	static const struct {
		const char *line;
		const char *key;
	} wanted[] = {
		{ "MemTotal:", "mem_total_kb" }, { "MemAvailable:", "mem_available_kb" },
		{ "HugePages_Total:", "hugepages_total" }, { "HugePages_Free:", "hugepages_free" },
		{ "Hugepagesize:", "hugepage_kb" },
	};
	struct nd_lines lines;
	const char *text;
	size_t len, i;

	if (nd_lines_open(&lines, "/proc/meminfo"))
		return;
	while (nd_lines_next(&lines, &text, &len) > 0) {
		char line[128];

		scnprintf(line, sizeof(line), "%.*s", (int)len, text);
		for (i = 0; i < ARRAY_SIZE(wanted); i++)
			if (!strncmp(line, wanted[i].line, strlen(wanted[i].line)))
				nd_machine_add_host(m, wanted[i].key, "%llu",
						    strtoull(line + strlen(wanted[i].line), NULL,
							     10));
	}
	nd_lines_close(&lines);
	add_choice(m, "thp", "/sys/kernel/mm/transparent_hugepage/enabled");
}

/*
 * "cpu USER NICE SYSTEM IDLE IOWAIT IRQ SOFTIRQ STEAL GUEST GUEST_NICE", of which the last two are
 * in the first two, too.
 */
static void add_steal(struct nd_machine *m)
{
	unsigned long long ticks[8] = {}, all = 0;
	struct nd_lines lines;
	const char *text;
	char line[256];
	size_t len, i;
	int n = 0;

	if (nd_lines_open(&lines, "/proc/stat"))
		return;
	if (nd_lines_next(&lines, &text, &len) > 0) {
		scnprintf(line, sizeof(line), "%.*s", (int)len, text);
		n = sscanf(line, "cpu %llu %llu %llu %llu %llu %llu %llu %llu", &ticks[0], &ticks[1],
			   &ticks[2], &ticks[3], &ticks[4], &ticks[5], &ticks[6], &ticks[7]);
	}
	nd_lines_close(&lines);
	if (n != ARRAY_SIZE(ticks))
		return;
	for (i = 0; i < ARRAY_SIZE(ticks); i++)
		all += ticks[i];
	nd_machine_add_host(m, "cpu_stolen_ticks", "%llu", ticks[7]);
	nd_machine_add_host(m, "cpu_ticks", "%llu", all);
}

static bool has_word(const char *text, size_t len, const char *word)
{
	size_t n = strlen(word);
	const char *at = text;

	while ((at = memmem(at, text + len - at, word, n))) {
		if ((at == text || at[-1] == ' ') &&
		    (at + n == text + len || at[n] == ' '))
			return true;
		at += n;
	}
	return false;
}

/* The flags of the first CPU: of those that vary within a machine none is among them. */
static void add_tsc_flags(struct nd_machine *m)
{
	static const char *const flags[] = {
		"constant_tsc", "nonstop_tsc", "tsc_reliable", "tsc_known_freq",
	};
	char list[128] = "";
	struct nd_lines lines;
	bool found = false;
	const char *text;
	size_t len, i, at = 0;

	if (nd_lines_open(&lines, "/proc/cpuinfo"))
		return;
	while (!found && nd_lines_next(&lines, &text, &len) > 0) {
		if (len < 6 || memcmp(text, "flags\t", 6))
			continue;
		found = true;
		for (i = 0; i < ARRAY_SIZE(flags); i++)
			if (has_word(text, len, flags[i]))
				at += scnprintf(list + at, sizeof(list) - at, "%s%s",
						at ? " " : "", flags[i]);
	}
	nd_lines_close(&lines);
	if (found)
		nd_machine_add_host(m, "tsc_flags", "%s", at ? list : "absent");
}

#define CLOCKS	"/sys/devices/system/clocksource/clocksource0/"
#define DRIVER	"/sys/bus/pci/drivers/vfio-pci"

/* A device of another driver in the group of one that is bound to vfio-pci. */
static void look_at_group(struct nd_machine *m, const char *device)
{
	struct nd_strings names = { 0 };
	char path[256], group[32], driver[64];
	size_t i;

	snprintf(path, sizeof(path), "/sys/bus/pci/devices/%s/iommu_group", device);
	if (nd_source_link(path, group, sizeof(group)))
		return;
	snprintf(path, sizeof(path), "/sys/kernel/iommu_groups/%s/devices", group);
	if (nd_source_list(path, &names))
		return;
	for (i = 0; i < names.nr; i++) {
		snprintf(path, sizeof(path), "/sys/bus/pci/devices/%.64s/driver", names.list[i]);
		/* Bridges may stay with their driver: they do no DMA of their own. */
		if (!nd_source_link(path, driver, sizeof(driver)) &&
		    strcmp(driver, "vfio-pci") && strcmp(driver, "pcieport") &&
		    strcmp(driver, "pci-stub"))
			nd_machine_add_host(m, "vfio_mixed", "%s %s %s", group, names.list[i],
					    driver);
	}
	nd_strings_free(&names);
}

static void add_iommu(struct nd_machine *m)
{
	struct nd_strings groups = { 0 }, names = { 0 };
	unsigned int devices = 0;
	size_t i;

	if (!nd_source_list("/sys/kernel/iommu_groups", &groups))
		nd_machine_add_host(m, "iommu_groups", "%zu", groups.nr);
	nd_strings_free(&groups);
	if (nd_source_list(DRIVER, &names))
		return;
	for (i = 0; i < names.nr; i++) {
		/* Among bind and unbind the devices are the names with two colons. */
		if (!strchr(names.list[i], ':'))
			continue;
		devices++;
		look_at_group(m, names.list[i]);
	}
	nd_strings_free(&names);
	nd_machine_add_host(m, "vfio_devices", "%u", devices);
}

#define EFIVARS	"/sys/firmware/efi/efivars"

/* Four bytes of attributes, then the value. */
static void add_secure_boot(struct nd_machine *m)
{
	char bytes[16] = "";
	int err;

	if (!nd_source_exists("/sys/firmware"))
		return;
	if (!nd_source_exists("/sys/firmware/efi")) {
		nd_machine_add_host(m, "secure_boot", "absent");
		return;
	}
	err = nd_source_read(EFIVARS "/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c", bytes,
			     sizeof(bytes));
	nd_machine_add_host(m, "secure_boot", "%s", err == -ENOENT ? "unreadable" :
			    err ? why_not(err) : bytes[4] == 1 ? "on" : "off");
}

/* Azure's; an asset tag of one's own is nobody's business. */
static void add_asset(struct nd_machine *m)
{
	char text[64];

	if (!nd_source_read("/sys/class/dmi/id/chassis_asset_tag", text, sizeof(text)) &&
	    !strcmp(text, ND_AZURE_ASSET))
		nd_machine_add_host(m, "dmi_asset", "%s", text);
}

bool nd_live_mounted(const char *path)
{
	struct nd_lines lines;
	bool mounted = false;
	const char *text;
	char point[64];
	size_t len;

	if (nd_lines_open(&lines, "/proc/mounts"))
		return true;	/* not known: leave it to the error at hand */
	scnprintf(point, sizeof(point), " %s ", path);
	while (!mounted && nd_lines_next(&lines, &text, &len) > 0)
		mounted = memmem(text, len, point, strlen(point));
	nd_lines_close(&lines);
	return mounted;
}

/* Each line ends with a name, behind a tab. */
bool nd_live_lacks(const char *name)
{
	size_t len, named = strlen(name);
	struct nd_lines lines;
	bool lacks = true;
	const char *text;

	if (nd_lines_open(&lines, "/proc/filesystems"))
		return false;	/* not known */
	while (lacks && nd_lines_next(&lines, &text, &len) > 0)
		lacks = len <= named || text[len - named - 1] != '\t' ||
			memcmp(text + len - named, name, named) != 0;
	nd_lines_close(&lines);
	return lacks;
}

#define SECURITYFS	"/sys/kernel/security"

/* Without securityfs, which the kernel has if it has the mount point, lockdown cannot be read. */
static void add_lockdown(struct nd_machine *m)
{
	if (!nd_source_exists("/sys/kernel"))
		return;
	if (nd_source_exists(SECURITYFS) && !nd_live_mounted(SECURITYFS))
		nd_machine_add_host(m, "lockdown", "unmounted");
	else
		add_choice(m, "lockdown", SECURITYFS "/lockdown");
}

void nd_live_host(struct nd_machine *m)
{
	static const struct {
		const char *key;
		const char *path;
	} files[] = {
		{ "clocksource", CLOCKS "current_clocksource" },
		{ "clocksources", CLOCKS "available_clocksource" },
		{ "vmscape", "/sys/devices/system/cpu/vulnerabilities/vmscape" },
		{ "srso", "/sys/devices/system/cpu/vulnerabilities/spec_rstack_overflow" },
		{ "sig_enforce", "/sys/module/module/parameters/sig_enforce" },
		{ "dmi_vendor", "/sys/class/dmi/id/sys_vendor" },
		{ "dmi_product", "/sys/class/dmi/id/product_name" },
	};
	size_t i;

	/* Not a single fact if there is no machine: "absent" would be a lie. */
	if (!nd_source_exists("/sys") && !nd_source_exists("/proc"))
		return;
	add_modules(m);
	add_kvm(m);
	add_memory(m);
	add_steal(m);
	for (i = 0; nd_source_exists("/sys") && i < ARRAY_SIZE(files); i++)
		add_file(m, files[i].key, files[i].path);
	/* The file is there if the kernel can load modules at all. */
	if (nd_source_exists("/proc/sys/kernel"))
		add_file(m, "modules_disabled", "/proc/sys/kernel/modules_disabled");
	add_asset(m);
	add_tsc_flags(m);
	add_iommu(m);
	add_secure_boot(m);
	add_lockdown(m);
}
