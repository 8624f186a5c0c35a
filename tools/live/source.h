/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The tool's one door to the outside: nothing else in tools/ opens a file.
 */
#ifndef NESTDIAG_TOOLS_SOURCE_H
#define NESTDIAG_TOOLS_SOURCE_H

#include <stdio.h>
#include <sys/types.h>

#include <nestdiag/types.h>

#include "tools/out/text.h"

/**
 * nd_source_set_root() - look for the machine's files under @root instead of /
 *
 * Made for tests. The machine itself is then not asked (see nd_source_is_live()), so that two
 * machines never mix in one answer.
 */
void nd_source_set_root(const char *root);
bool nd_source_is_live(void);

/**
 * struct nd_lines - a text file, line by line
 *
 * Lines may have any length and any bytes, NUL too.
 */
struct nd_lines {
	FILE *file;
	char *buf;
	size_t size;
	size_t start;
	size_t end;
	size_t total;
	bool started;
	bool eof;
};

/**
 * nd_lines_user() - open a file that the user named, "-" for standard input
 * nd_lines_open() - open one of the machine's files
 * nd_lines_next() - the next line without its line end
 * @text: valid until the next call
 *
 * Return: for the first two 0 or -errno; for the last 1, 0 at the end, or -errno.
 */
int nd_lines_user(struct nd_lines *lines, const char *file);
int nd_lines_open(struct nd_lines *lines, const char *path);
int nd_lines_next(struct nd_lines *lines, const char **text, size_t *len);
void nd_lines_close(struct nd_lines *lines);

/** nd_source_read() - a small file's text, without blanks at its ends; 0 or -errno */
int nd_source_read(const char *path, char *buf, size_t size);

bool nd_source_exists(const char *path);

/**
 * struct nd_entry - what a directory says of a file
 * @mode:   permissions and type
 * @uid:    owner
 * @gid:    group
 * @access: this process may read and write it, by its permissions
 */
struct nd_entry {
	unsigned int mode;
	unsigned int uid;
	unsigned int gid;
	bool access;
};

/** nd_source_stat() - 0 or -errno */
int nd_source_stat(const char *path, struct nd_entry *entry);

/** nd_source_link() - last component of what a symbolic link points to; 0 or -errno */
int nd_source_link(const char *path, char *buf, size_t size);

/** nd_source_try() - open a device to read and write, and close it: 0 or -errno */
int nd_source_try(const char *path);

/** nd_source_list() - names in a directory, sorted, without hidden ones; 0 or -errno */
int nd_source_list(const char *path, struct nd_strings *names);

/* A device that is read at an offset: file descriptor or -errno; 0 or -errno. */
int nd_source_device(const char *path);
int nd_source_device_read_write(const char *path);
int nd_source_device_read(int fd, u64 offset, void *buf, size_t len);
void nd_source_device_close(int fd);

/**
 * struct nd_kmsg - the kernel's log as /dev/kmsg has it now
 * @fd:    the device, -1 where it is a plain file (under another root)
 * @lines: that file
 * @buf:   the last record
 */
struct nd_kmsg {
	int fd;
	struct nd_lines lines;
	char buf[8192];
};

/**
 * nd_kmsg_open() - open /dev/kmsg at the oldest record that there is; 0 or -errno
 * nd_kmsg_next() - the next record; 1, 0 where there is none yet, or -errno
 *
 * Records that the kernel overwrote meanwhile are skipped.
 */
int nd_kmsg_open(struct nd_kmsg *kmsg);
int nd_kmsg_next(struct nd_kmsg *kmsg, const char **text, size_t *len);
void nd_kmsg_close(struct nd_kmsg *kmsg);

/**
 * nd_source_output() - open the file that a user wants written, "-" for standard output
 *
 * Readable by its owner only: a snapshot may hold kernel addresses. NULL: see errno.
 */
FILE *nd_source_output(const char *file);

/** nd_source_output_close() - 0 or -errno of any write before */
int nd_source_output_close(FILE *file);

#endif /* NESTDIAG_TOOLS_SOURCE_H */
