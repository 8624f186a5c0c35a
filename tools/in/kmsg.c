// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/in/kmsg.h"
#include "tools/in/source.h"

int nd_kmsg_open(struct nd_kmsg *kmsg)
{
	static const char path[] = "/dev/kmsg";
	char full[PATH_MAX];
	int err = nd_source_path(full, sizeof(full), path);
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
