// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <fcntl.h>
#include <string.h>
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
