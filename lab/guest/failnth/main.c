// SPDX-License-Identifier: GPL-2.0-only
/*
 * failnth - do something again and again; the first time its first allocation in the kernel fails,
 * the second time its second, until there are no more
 */
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MAX_POINTS	20000

/* Each returns 0 or an errno. */
static int do_insmod(const char *path, const char *module)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), err;

	if (fd < 0)
		return errno;
	err = syscall(SYS_finit_module, fd, "", 0) ? errno : 0;
	close(fd);
	return err;
}

/* Of what was read last. */
static long lines_read;

static int do_read(const char *path, const char *unused)
{
	static char buffer[65536];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got, i;

	if (fd < 0)
		return errno;
	lines_read = 0;
	while ((got = read(fd, buffer, sizeof(buffer))) > 0)
		for (i = 0; i < got; i++)
			lines_read += buffer[i] == '\n';
	got = got < 0 ? errno : 0;
	close(fd);
	return got;
}

/* A file that lacks what there was no memory for would be a false answer. */
static void check_whole(const char *path, long point)
{
	long lines = lines_read;
	int error = do_read(path, NULL);

	if (error || lines_read != lines)
		errx(EXIT_FAILURE, "%s: %ld lines where allocation %ld failed, else %ld (%s)", path, lines,
		     point, lines_read, strerror(error));
}

static int do_write(const char *path, const char *word)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC), err;

	if (fd < 0)
		return errno;
	err = write(fd, word, strlen(word)) < 0 ? errno : 0;
	close(fd);
	return err;
}

static void undo_insmod(const char *module)
{
	int tries;

	for (tries = 0; syscall(SYS_delete_module, module, O_NONBLOCK); tries++) {
		if (tries == 100)
			err(EXIT_FAILURE, "delete_module %s", module);
		usleep(20000);
	}
}

/* Opened once: what opening allocates might be what fails. */
static int control = -1;

static void open_control(void)
{
	control = open("/proc/thread-self/fail-nth", O_RDWR | O_CLOEXEC);
	if (control < 0)
		err(EXIT_FAILURE, "fail-nth");
}

static void fail_at(const char *point)
{
	if (pwrite(control, point, strlen(point), 0) < 0)
		err(EXIT_FAILURE, "writing fail-nth");
}

/* Allocations that are still to come before one fails; 0 if it has. */
static long points_left(void)
{
	char text[32] = "";

	if (pread(control, text, sizeof(text) - 1, 0) < 0)
		err(EXIT_FAILURE, "reading fail-nth");
	return atol(text);
}

int main(int argc, char **argv)
{
	int (*act)(const char *path, const char *word);
	long point, failed = 0, left;
	char text[32];
	int error;

	if (argc < 3)
		errx(EXIT_FAILURE, "usage: failnth insmod FILE MODULE | read FILE | write FILE WORD [UNDO]");
	open_control();
	act = !strcmp(argv[1], "insmod") ? do_insmod : !strcmp(argv[1], "read") ? do_read : do_write;
	for (point = 1; point < MAX_POINTS; point++) {
		snprintf(text, sizeof(text), "%ld", point);
		fail_at(text);
		error = act(argv[2], argv[3]);
		left = points_left();
		fail_at("0");
		if (!error && act == do_read)
			check_whole(argv[2], point);
		if (!error && act == do_insmod)
			undo_insmod(argv[3]);
		if (argc > 4 && do_write(argv[2], argv[4]))
			err(EXIT_FAILURE, "%s: %s", argv[2], argv[4]);
		if (left)
			break;
		failed += error != 0;
	}
	if (error)
		errx(EXIT_FAILURE, "%s %s: %s, and no allocation failed", argv[1], argv[2],
		     strerror(error));
	printf("failnth: %s %s: %ld allocations, %ld of them needed\n", argv[1], argv[2],
	       point - 1, failed);
	return EXIT_SUCCESS;
}
