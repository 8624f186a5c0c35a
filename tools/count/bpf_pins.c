// SPDX-License-Identifier: GPL-2.0-only
#include <bpf/bpf.h>
#include <ctype.h>
#include <errno.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "tools/count/bpf_pins.h"
#include "tools/count/counter.h"
#include "tools/in/source.h"

#define BPFFS		"/sys/fs/bpf"
#define FOLDER		BPFFS "/nestdiag"
#define PROGRAM		"kvm_exit"
#define MAX_NAME	32

const char *nd_pinned_map(enum nd_pinned_map map)
{
	static const char *const names[ND_NR_PINNED_MAPS] = {
		[ND_PINNED_CPUS]	= ND_MAP_CPUS,
		[ND_PINNED_VCPUS]	= ND_MAP_VCPUS,
		[ND_PINNED_REFUSALS]	= ND_MAP_REFUSALS,
		[ND_PINNED_LOST]	= ND_MAP_LOST,
		[ND_PINNED_FAILED]	= ND_MAP_FAILED,
		[ND_PINNED_ABOUT]	= ND_MAP_ABOUT,
	};

	return names[map];
}

/* Sizes of what a reader copies; another version of the tool may have others. */
static u32 value_size(enum nd_pinned_map map)
{
	static const u32 sizes[ND_NR_PINNED_MAPS] = {
		[ND_PINNED_CPUS]	= sizeof(struct nd_acct_cpu),
		[ND_PINNED_VCPUS]	= sizeof(struct nd_acct_vcpu),
		[ND_PINNED_REFUSALS]	= sizeof(u64),
		[ND_PINNED_LOST]	= sizeof(struct nd_count_lost),
		[ND_PINNED_FAILED]	= sizeof(struct nd_failed),
		[ND_PINNED_ABOUT]	= sizeof(struct nd_count_about),
	};

	return sizes[map];
}

/* A name becomes a folder; that file system takes no dot. */
static bool is_name(const char *name, char *why)
{
	size_t len = strlen(name), i;

	for (i = 0; i < len; i++)
		if (!isalnum((unsigned char)name[i]) && name[i] != '-' && name[i] != '_')
			break;
	if (len && len <= MAX_NAME && i == len)
		return true;
	return nd_counter_refuse(why, "a name has up to %d letters, digits, '-' and '_'", MAX_NAME);
}

static bool is_bpffs(char *why)
{
	struct statfs fs;

	if (!statfs(BPFFS, &fs) && fs.f_type == BPF_FS_MAGIC)
		return true;
	return nd_counter_refuse(why, BPFFS " is no BPF file system: mount -t bpf none " BPFFS);
}

static bool pin(int fd, const char *folder, const char *file, char *why)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", folder, file);
	if (!bpf_obj_pin(fd, path))
		return true;
	return nd_counter_refuse(why, "%s: %s", path, strerror(errno));
}

static bool pin_all(const struct nd_pins *pins, const int *links, size_t nr, const char *folder,
		    char *why)
{
	char file[32];
	size_t i;

	for (i = 0; i < ND_NR_PINNED_MAPS; i++)
		if (!pin(pins->maps[i], folder, nd_pinned_map(i), why))
			return false;
	for (i = 0; i < nr; i++) {
		snprintf(file, sizeof(file), "link%zu", i);
		if (!pin(links[i], folder, file, why))
			return false;
	}
	return pin(pins->program, folder, PROGRAM, why);
}

bool nd_pins_make(const struct nd_pins *pins, const int *links, size_t nr, const char *name,
		  char *why)
{
	char folder[96], ignored[ND_COUNTER_WHY];

	if (!is_name(name, why) || !is_bpffs(why))
		return false;
	snprintf(folder, sizeof(folder), FOLDER "/%s", name);
	mkdir(FOLDER, 0700);
	if (mkdir(folder, 0700))
		return errno == EEXIST ?
		       nd_counter_refuse(why, "'%s' is counting already", name) :
		       nd_counter_refuse(why, "%s: %s", folder, strerror(errno));
	if (pin_all(pins, links, nr, folder, why))
		return true;
	nd_pins_remove(name, ignored);
	return false;
}

static int open_pin(const char *name, const char *file)
{
	char path[128];

	snprintf(path, sizeof(path), FOLDER "/%s/%s", name, file);
	return bpf_obj_get(path);
}

bool nd_pins_open(struct nd_pins *pins, const char *name, char *why)
{
	struct bpf_map_info info;
	u32 size, i;

	for (i = 0; i < ND_NR_PINNED_MAPS; i++)
		pins->maps[i] = -1;
	pins->program = -1;
	if (!is_name(name, why))
		return false;
	pins->program = open_pin(name, PROGRAM);
	if (pins->program < 0)
		return errno == ENOENT ? nd_counter_refuse(why, "nothing is counting as '%s'", name) :
					 nd_counter_refuse(why, FOLDER "/%s: %s", name, strerror(errno));
	for (i = 0; i < ND_NR_PINNED_MAPS; i++) {
		pins->maps[i] = open_pin(name, nd_pinned_map(i));
		size = sizeof(info);
		memset(&info, 0, sizeof(info));
		if (pins->maps[i] < 0 || bpf_obj_get_info_by_fd(pins->maps[i], &info, &size) ||
		    info.value_size != value_size(i))
			return nd_counter_refuse(why, "'%s' was begun by another version of nestdiag: end it, and begin anew",
						 name);
	}
	return true;
}

void nd_pins_close(struct nd_pins *pins)
{
	u32 i;

	for (i = 0; i < ND_NR_PINNED_MAPS; i++)
		if (pins->maps[i] > 0)
			close(pins->maps[i]);
	if (pins->program > 0)
		close(pins->program);
}

bool nd_pins_remove(const char *name, char *why)
{
	struct nd_strings files = { 0 };
	char folder[96], path[160];
	size_t i;
	int err;

	if (!is_name(name, why))
		return false;
	snprintf(folder, sizeof(folder), FOLDER "/%s", name);
	err = nd_source_list(folder, &files);
	for (i = 0; !err && i < files.nr; i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, files.list[i]);
		unlink(path);
	}
	nd_strings_free(&files);
	if (!err && rmdir(folder))
		err = -errno;
	if (err)
		return err == -ENOENT ? nd_counter_refuse(why, "nothing is counting as '%s'", name) :
					nd_counter_refuse(why, "%s: %s", folder, strerror(-err));
	rmdir(FOLDER);	/* stays as long as others are in it */
	return true;
}
