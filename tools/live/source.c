// SPDX-License-Identifier: GPL-2.0-only
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/live/source.h"

#define CHUNK		(64 * 1024)
#define MAX_BYTES	(256u << 20)	/* ND_MAX_CPUS full of records need a third of it */

static const char *root = "";

void nd_source_set_root(const char *new_root)
{
	root = new_root;
}

bool nd_source_is_live(void)
{
	return !*root;
}

static int full_path(char *buf, size_t size, const char *path)
{
	int len = snprintf(buf, size, "%s%s", root, path);

	return len >= 0 && (size_t)len < size ? 0 : -ENAMETOOLONG;
}

int nd_lines_user(struct nd_lines *lines, const char *file)
{
	memset(lines, 0, sizeof(*lines));
	lines->file = strcmp(file, "-") ? fopen(file, "re") : stdin;
	return lines->file ? 0 : -errno;
}

int nd_lines_open(struct nd_lines *lines, const char *path)
{
	char full[PATH_MAX];
	int err = full_path(full, sizeof(full), path);

	memset(lines, 0, sizeof(*lines));
	if (err)
		return err;
	lines->file = fopen(full, "re");
	return lines->file ? 0 : -errno;
}

static int fill(struct nd_lines *l)
{
	size_t got;

	if (l->total >= MAX_BYTES)
		return -EFBIG;
	if (l->start) {
		memmove(l->buf, l->buf + l->start, l->end - l->start);
		l->end -= l->start;
		l->start = 0;
	}
	if (l->size - l->end < CHUNK) {
		l->size = l->size * 2 + CHUNK;
		l->buf = nd_realloc(l->buf, l->size);
	}

	errno = 0;
	got = fread(l->buf + l->end, 1, l->size - l->end, l->file);
	if (!got && ferror(l->file))
		return errno ? -errno : -EIO;
	l->eof = !got;
	l->end += got;
	l->total += got;
	return 0;
}

/* Editors of other systems begin a file with a byte order mark. */
static void skip_mark(struct nd_lines *l)
{
	if (l->started)
		return;
	l->started = true;
	if (l->end - l->start >= 3 && !memcmp(l->buf + l->start, "\xef\xbb\xbf", 3))
		l->start += 3;
}

int nd_lines_next(struct nd_lines *l, const char **text, size_t *len)
{
	size_t seen = 0;	/* bytes of this line already searched */

	for (;;) {
		size_t have = l->end - l->start;
		char *end = NULL;
		int err;

		if (have > seen)
			end = memchr(l->buf + l->start + seen, '\n', have - seen);
		if (end || (l->eof && have)) {
			*len = end ? (size_t)(end - (l->buf + l->start)) : have;
			break;
		}
		if (l->eof)
			return 0;
		seen = have;
		err = fill(l);
		if (err)
			return err;
		skip_mark(l);
	}

	*text = l->buf + l->start;
	l->start += *len;
	if (l->start < l->end)
		l->start++;
	return 1;
}

void nd_lines_close(struct nd_lines *l)
{
	if (l->file && l->file != stdin)
		fclose(l->file);
	free(l->buf);
	memset(l, 0, sizeof(*l));
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

int nd_source_read(const char *path, char *buf, size_t size)
{
	char full[PATH_MAX];
	int err = full_path(full, sizeof(full), path);
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

bool nd_source_exists(const char *path)
{
	char full[PATH_MAX];

	return !full_path(full, sizeof(full), path) && !access(full, F_OK);
}

int nd_source_stat(const char *path, struct nd_entry *entry)
{
	char full[PATH_MAX];
	int err = full_path(full, sizeof(full), path);
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
	int err = full_path(full, sizeof(full), path);
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
	int err = full_path(full, sizeof(full), path);
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
	int err = full_path(full, sizeof(full), path);
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
	int err = full_path(full, sizeof(full), path);
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

int nd_kmsg_open(struct nd_kmsg *kmsg)
{
	static const char path[] = "/dev/kmsg";
	char full[PATH_MAX];
	int err = full_path(full, sizeof(full), path);
	struct stat st;

	kmsg->fd = -1;
	if (err)
		return err;
	kmsg->fd = open(full, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (kmsg->fd < 0)
		return -errno;
	if (!fstat(kmsg->fd, &st) && S_ISCHR(st.st_mode))
		return 0;
	close(kmsg->fd);
	kmsg->fd = -1;
	return nd_lines_open(&kmsg->lines, path);
}

int nd_kmsg_next(struct nd_kmsg *kmsg, const char **text, size_t *len)
{
	ssize_t got;

	if (kmsg->fd < 0)
		return nd_lines_next(&kmsg->lines, text, len);
	do {
		got = read(kmsg->fd, kmsg->buf, sizeof(kmsg->buf));
	} while (got < 0 && (errno == EPIPE || errno == EINTR));
	if (got < 0)
		return errno == EAGAIN ? 0 : -errno;
	*text = kmsg->buf;
	*len = got;
	/* The lines behind the first one are a record's properties. */
	if (memchr(kmsg->buf, '\n', got))
		*len = (char *)memchr(kmsg->buf, '\n', got) - kmsg->buf;
	return got > 0;
}

void nd_kmsg_close(struct nd_kmsg *kmsg)
{
	if (kmsg->fd < 0)
		nd_lines_close(&kmsg->lines);
	else
		close(kmsg->fd);
}

FILE *nd_source_output(const char *file)
{
	FILE *stream;
	int fd;

	if (!strcmp(file, "-"))
		return stdout;
	fd = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (fd < 0)
		return NULL;
	stream = fdopen(fd, "w");
	if (!stream)
		close(fd);
	return stream;
}

int nd_source_output_close(FILE *file)
{
	int err = 0;

	errno = 0;
	if (fflush(file) || ferror(file))
		err = errno ? -errno : -EIO;
	if (file != stdout && fclose(file) && !err)
		err = -errno;
	return err;
}
