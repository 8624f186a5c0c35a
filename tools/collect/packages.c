// SPDX-License-Identifier: GPL-2.0-only
/*
 * Versions from the databases that are text: those of dpkg, apk and pacman. RPM's is not; no
 * program is run to ask it.
 */
#include <errno.h>
#include <limits.h>

#include "tools/collect/packages.h"
#include "tools/in/lines.h"
#include "tools/in/source.h"

/* How the names of packages begin. */
static const char *const wanted[] = {
	"qemu-system", "qemu-kvm", "qemu-full", "qemu-base", "qemu-utils", "pve-qemu", "pve-kernel",
	"proxmox-", "libvirt", "ovmf", "edk2", "seabios", "virtualbox", "cloud-hypervisor",
	"firecracker", "crosvm", "kata-", "incus", "lxd", "xen-hypervisor", "linux-image-", "linux-lts",
	"linux-virt", "intel-microcode", "amd64-microcode", "intel-ucode", "amd-ucode", "nestdiag",
	"open-vm-tools", "hyperv-daemons", "virt-manager", "libkrun", "vagrant", "minikube",
};

static bool is_wanted(const char *name, size_t len)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(wanted); i++)
		if (len >= strlen(wanted[i]) && !memcmp(name, wanted[i], strlen(wanted[i])))
			return true;
	return false;
}

/**
 * struct format - a database with a line for each field
 * @path:    where it is
 * @name:    in front of the name
 * @version: in front of the version, behind it
 * @status:  in front of the state, NULL if only what is installed is in it
 */
struct format {
	const char *path;
	const char *name;
	const char *version;
	const char *status;
};

static const struct format formats[] = {
	{ "/var/lib/dpkg/status", "Package: ", "Version: ", "Status: " },
	{ "/lib/apk/db/installed", "P:", "V:", NULL },
	{ "/usr/lib/apk/db/installed", "P:", "V:", NULL },
};

static const char *field(const char *text, size_t len, const char *name, size_t *rest)
{
	size_t n = name ? strlen(name) : 0;

	if (!n || len < n || memcmp(text, name, n))
		return NULL;
	*rest = len - n;
	return text + n;
}

/* Of a package that is not installed dpkg keeps the name. */
static int take_format(struct nd_reading *r, const struct format *f)
{
	char name[128] = "", line[300];
	struct nd_lines lines;
	const char *text, *value;
	bool there = true;
	size_t len, n;
	int got = nd_lines_open(&lines, f->path);

	if (got)
		return got;
	while ((got = nd_lines_next(&lines, &text, &len)) > 0) {
		value = field(text, len, f->name, &n);
		if (value) {
			scnprintf(name, sizeof(name), "%.*s", is_wanted(value, n) ? (int)n : 0, value);
			there = true;
		}
		value = field(text, len, f->status, &n);
		if (value)
			there = memmem(value, n, " installed", 10);
		value = field(text, len, f->version, &n);
		if (!value || !*name || !there)
			continue;
		nd_reading_line(r, line, scnprintf(line, sizeof(line), "%s %.*s", name, (int)n, value));
		*name = '\0';
	}
	nd_lines_close(&lines);
	return got;
}

/* A folder for each: NAME-VERSION-RELEASE. */
static int take_pacman(struct nd_reading *r)
{
	struct nd_strings names = { 0 };
	int err = nd_source_list("/var/lib/pacman/local", &names);
	size_t i;

	for (i = 0; i < names.nr; i++)
		if (is_wanted(names.list[i], strlen(names.list[i])) ||
		    !strncmp(names.list[i], "linux-", 6))
			nd_reading_line(r, names.list[i], strlen(names.list[i]));
	nd_strings_free(&names);
	return err;
}

int nd_packages(struct nd_reading *r)
{
	static const char hint[] = "RPM's database is not read. Add the output of: rpm -qa 'qemu*' 'libvirt*' 'edk2*' 'kernel*'";
	int err = -ENOENT, got;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(formats); i++) {
		got = take_format(r, &formats[i]);
		if (err == -ENOENT || (got && got != -ENOENT))
			err = got;
	}
	got = take_pacman(r);
	if (err == -ENOENT)
		err = got;
	if (err == -ENOENT && (nd_source_exists("/var/lib/rpm") ||
			       nd_source_exists("/usr/lib/sysimage/rpm"))) {
		nd_reading_line(r, hint, strlen(hint));
		err = 0;
	}
	return err;
}
