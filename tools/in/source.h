/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * This machine's files and devices. Nothing outside of tools/in and tools/out opens a file.
 */
#ifndef NESTDIAG_TOOLS_SOURCE_H
#define NESTDIAG_TOOLS_SOURCE_H

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

/** nd_source_path() - @path under that root; 0 or -ENAMETOOLONG */
int nd_source_path(char *buf, size_t size, const char *path);

/** nd_source_read() - a small file's text, without blanks at its ends; 0 or -errno */
int nd_source_read(const char *path, char *buf, size_t size);

/** nd_source_write() - write @text to a file of the kernel that is there; 0 or -errno */
int nd_source_write(const char *path, const char *text);

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

#endif /* NESTDIAG_TOOLS_SOURCE_H */
