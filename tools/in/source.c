// SPDX-License-Identifier: GPL-2.0-only
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/in/source.h"

static const char *root = "";

void nd_source_set_root(const char *new_root)
{
	root = new_root;
}

bool nd_source_is_live(void)
{
	return !*root;
}

int nd_source_path(char *buf, size_t size, const char *path)
{
	int len = snprintf(buf, size, "%s%s", root, path);

	return len >= 0 && (size_t)len < size ? 0 : -ENAMETOOLONG;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

int nd_source_read(const char *path, char *buf, size_t size)
{
	char full[PATH_MAX];
	int err = nd_source_path(full, sizeof(full), path);
	ssize_t got;
	size_t begin = 0;
	int fd;

	if (err)
		return err;
	fd = open(full, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -errno;
	got = read(fd, buf, size);
	err = got < 0 ? -errno : (size_t)got == size ? -EFBIG : 0;
	close(fd);
	if (err)
		return err;

	while (got && is_blank(buf[got - 1]))
		got--;
	while (begin < (size_t)got && is_blank(buf[begin]))
		begin++;
	memmove(buf, buf + begin, got - begin);
	buf[got - begin] = '\0';
	return 0;
}

int nd_source_write(const char *path, const char *text)
{
	char full[PATH_MAX];
	int err = nd_source_path(full, sizeof(full), path);
	size_t len = strlen(text);
	int fd;

	if (err)
		return err;
	fd = open(full, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return -errno;
	if (write(fd, text, len) != (ssize_t)len)
		err = errno ? -errno : -EIO;
	close(fd);
	return err;
}

bool nd_source_exists(const char *path)
{
	char full[PATH_MAX];

	return !nd_source_path(full, sizeof(full), path) && !access(full, F_OK);
}

int nd_source_stat(const char *path, struct nd_entry *entry)
{
	char full[PATH_MAX];
	int err = nd_source_path(full, sizeof(full), path);
	struct stat st;

	if (err)
		return err;
	if (stat(full, &st))
		return -errno;
	*entry = (struct nd_entry){ st.st_mode, st.st_uid, st.st_gid, !access(full, R_OK | W_OK) };
	return 0;
}

int nd_source_link(const char *path, char *buf, size_t size)
{
	char full[PATH_MAX], target[PATH_MAX];
	int err = nd_source_path(full, sizeof(full), path);
	const char *last;
	ssize_t len;

	if (err)
		return err;
	len = readlink(full, target, sizeof(target) - 1);
	if (len < 0)
		return -errno;
	target[len] = '\0';
	last = strrchr(target, '/');
	snprintf(buf, size, "%s", last ? last + 1 : target);
	return 0;
}

int nd_source_try(const char *path)
{
	char full[PATH_MAX];
	int err = nd_source_path(full, sizeof(full), path);
	int fd;

	if (err)
		return err;
	fd = open(full, O_RDWR | O_CLOEXEC);
	if (fd < 0)
		return -errno;
	close(fd);
	return 0;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

int nd_source_list(const char *path, struct nd_strings *names)
{
	char full[PATH_MAX];
	int err = nd_source_path(full, sizeof(full), path);
	struct dirent *entry;
	DIR *dir;

	if (err)
		return err;
	dir = opendir(full);
	if (!dir)
		return -errno;
	while ((entry = readdir(dir)))
		if (entry->d_name[0] != '.')
			nd_strings_add(names, "%s", entry->d_name);
	closedir(dir);
	if (names->nr)
		qsort(names->list, names->nr, sizeof(*names->list), compare_names);
	return 0;
}

static int open_device(const char *path, int mode)
{
	char full[PATH_MAX];
	int err = nd_source_path(full, sizeof(full), path);
	int fd;

	if (err)
		return err;
	fd = open(full, mode | O_CLOEXEC);
	return fd < 0 ? -errno : fd;
}

int nd_source_device(const char *path)
{
	return open_device(path, O_RDONLY);
}

int nd_source_device_read_write(const char *path)
{
	return open_device(path, O_RDWR);
}

int nd_source_device_read(int fd, u64 offset, void *buf, size_t len)
{
	ssize_t got = pread(fd, buf, len, (off_t)offset);

	if (got < 0)
		return -errno;
	return (size_t)got == len ? 0 : -ENODATA;
}

void nd_source_device_close(int fd)
{
	close(fd);
}
