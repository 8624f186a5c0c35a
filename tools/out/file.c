// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/out/file.h"

FILE *nd_out_file_open(const char *file)
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

int nd_out_file_close(FILE *file)
{
	int err = 0;

	errno = 0;
	if (fflush(file) || ferror(file))
		err = errno ? -errno : -EIO;
	if (file != stdout && fclose(file) && !err)
		err = -errno;
	return err;
}

static int write_lines(int fd, char *const *lines, size_t nr)
{
	FILE *stream = fdopen(fd, "w");
	size_t i;
	int err;

	if (!stream) {
		err = -errno;
		close(fd);
		return err;
	}
	for (i = 0; i < nr; i++)
		fprintf(stream, "%s\n", lines[i]);
	fflush(stream);
	/* A crash of the machine must not leave an empty file in its place either. */
	if (!ferror(stream) && fsync(fd) && errno != EINVAL && errno != EROFS) {
		err = -errno;
		fclose(stream);
		return err;
	}
	return nd_out_file_close(stream);
}

int nd_out_file_replace(const char *file, char *const *lines, size_t nr)
{
	char beside[PATH_MAX];
	int fd, err;

	if (snprintf(beside, sizeof(beside), "%s.XXXXXX", file) >= (int)sizeof(beside))
		return -ENAMETOOLONG;
	fd = mkstemp(beside);
	if (fd < 0)
		return -errno;
	err = fchmod(fd, 0644) ? -errno : 0;
	if (err)
		close(fd);
	else
		err = write_lines(fd, lines, nr);
	if (!err && rename(beside, file))
		err = -errno;
	if (err)
		unlink(beside);
	return err;
}
