// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <limits.h>

#include "tools/collect/collect.h"
#include "tools/collect/kernlog.h"
#include "tools/collect/libvirt.h"
#include "tools/collect/packages.h"
#include "tools/collect/reading.h"
#include "tools/collect/vmms.h"
#include "tools/in/lines.h"
#include "tools/in/source.h"

/**
 * struct source - an item, and where it comes from
 * @path:  in the archive
 * @title: what it is
 * @take:  adds its lines: 0 or -errno
 * @from:  NULL at the end: files or folders that @take reads
 * @keys:  of a folder with a value a file: the files, NULL for all
 */
struct source {
	const char *path;
	const char *title;
	int (*take)(struct nd_reading *reading, const struct source *source);
	const char *const *from;
	const char *const *keys;
};

static int take_file(struct nd_reading *r, const struct source *source)
{
	int err = -ENOENT;
	size_t i;

	for (i = 0; source->from[i] && err; i++)
		err = nd_reading_file(r, source->from[i], false);
	return err;
}

/* All CPUs have much the same, and a machine may have hundreds. */
static int take_first(struct nd_reading *r, const struct source *source)
{
	return nd_reading_file(r, source->from[0], true);
}

/* A folder of files with a value each. */
static int take_values(struct nd_reading *r, const struct source *source)
{
	struct nd_strings names = { 0 };
	char path[PATH_MAX], value[256], line[512];
	int err = nd_source_list(source->from[0], &names), failed;
	size_t i, j;

	for (i = 0; i < names.nr; i++) {
		for (j = 0; source->keys && source->keys[j]; j++)
			if (!strcmp(source->keys[j], names.list[i]))
				break;
		if (source->keys && !source->keys[j])
			continue;
		snprintf(path, sizeof(path), "%s/%s", source->from[0], names.list[i]);
		failed = nd_source_read(path, value, sizeof(value));
		if (failed)
			err = failed;
		else if (*value)
			nd_reading_line(r, line, scnprintf(line, sizeof(line), "%s: %s",
							   names.list[i], value));
	}
	nd_strings_free(&names);
	return err;
}

static bool concerns_kvm(const char *text, size_t len)
{
	static const char *const words[] = {
		"kvm", "vfio", "vhost", "nested", "nestdiag", "iommu", "vboxdrv", "vmmon", "hv_",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(words); i++)
		if (memmem(text, len, words[i], strlen(words[i])))
			return true;
	return false;
}

static int take_options(struct nd_reading *r, const char *file)
{
	struct nd_lines lines;
	const char *text;
	char line[600];
	size_t len;
	int got = nd_lines_open(&lines, file);

	if (got)
		return got;
	while ((got = nd_lines_next(&lines, &text, &len)) > 0)
		if (concerns_kvm(text, len) && len < 500)
			nd_reading_line(r, line, scnprintf(line, sizeof(line), "%s: %.*s", file,
							   (int)len, text));
	nd_lines_close(&lines);
	return got;
}

static int take_modprobe(struct nd_reading *r, const struct source *source)
{
	char path[PATH_MAX];
	int err = -ENOENT;
	size_t i, j;

	for (i = 0; source->from[i]; i++) {
		struct nd_strings names = { 0 };
		int got = nd_source_list(source->from[i], &names);

		if (err == -ENOENT || (got && got != -ENOENT))
			err = got;
		for (j = 0; j < names.nr; j++) {
			snprintf(path, sizeof(path), "%s/%s", source->from[i], names.list[j]);
			got = take_options(r, path);
			if (got)
				err = got;
		}
		nd_strings_free(&names);
	}
	return err;
}

static int take_kernel_log(struct nd_reading *r, const struct source *source)
{
	(void)source;
	return nd_kernlog(r);
}

static int take_vmms(struct nd_reading *r, const struct source *source)
{
	(void)source;
	return nd_vmms(r);
}

static int take_packages(struct nd_reading *r, const struct source *source)
{
	(void)source;
	return nd_packages(r);
}

#define FROM(...)	((const char *const []){ __VA_ARGS__, NULL })

static const struct source sources[] = {
	{ "os-release", "Distribution", take_file, FROM("/etc/os-release", "/usr/lib/os-release"),
	  NULL },
	{ "version", "Kernel, /proc/version", take_file, FROM("/proc/version"), NULL },
	{ "cmdline", "Kernel command line", take_file, FROM("/proc/cmdline"), NULL },
	{ "cpuinfo", "First CPU, /proc/cpuinfo", take_first, FROM("/proc/cpuinfo"), NULL },
	{ "vulnerabilities", "Vulnerabilities and mitigations", take_values,
	  FROM("/sys/devices/system/cpu/vulnerabilities"), NULL },
	/* Not the serial numbers, which only root may read. */
	{ "dmi", "What the firmware calls this machine", take_values, FROM("/sys/class/dmi/id"),
	  FROM("bios_date", "bios_release", "bios_vendor", "bios_version", "board_name",
	       "board_vendor", "chassis_type", "chassis_vendor", "product_family", "product_name",
	       "product_version", "sys_vendor") },
	{ "microcode", "Microcode of the first CPU", take_values,
	  FROM("/sys/devices/system/cpu/cpu0/microcode"), FROM("version", "processor_flags") },
	{ "modprobe", "Options of modules", take_modprobe,
	  FROM("/etc/modprobe.d", "/run/modprobe.d", "/usr/lib/modprobe.d"), NULL },
	{ ND_ITEM_KERNEL_LOG, "Kernel log, lines about virtualization", take_kernel_log, NULL, NULL },
	{ ND_ITEM_VMMS, "Running VMMs and their command lines", take_vmms, NULL, NULL },
	{ "packages", "Versions of VMMs, firmware and kernels", take_packages, NULL, NULL },
};

void nd_collect(struct nd_redact *redact, struct nd_items *items)
{
	struct nd_reading r;
	size_t i;
	int err;

	for (i = 0; i < ARRAY_SIZE(sources); i++) {
		nd_reading_begin(&r);
		err = sources[i].take(&r, &sources[i]);
		nd_reading_end(&r, redact, items, sources[i].path, sources[i].title, err);
	}
	nd_libvirt(redact, items);
}
