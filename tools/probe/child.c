// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tools/probe/child.h"

#define KILL_SECONDS	3	/* a killed child that is not gone by then is stuck in the kernel */

static long long child_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* The child holds the other end of the pipe for as long as it lives; nothing is ever written. */
static bool child_is_gone(int pipe_fd, unsigned int seconds)
{
	long long end = child_now_ms() + seconds * 1000LL;
	struct pollfd fd = { .fd = pipe_fd };
	long long left;
	int got;

	do {
		left = end - child_now_ms();
		got = poll(&fd, 1, left > 0 ? (int)left : 0);
	} while (got < 0 && errno == EINTR);
	return got > 0;
}

static int child_status(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

enum nd_child_end nd_child_run(void (*work)(void *arg), void *arg, unsigned int seconds,
			       int *sig)
{
	pid_t parent = getpid();
	bool killed = false;
	int fds[2], status;
	pid_t pid;

	*sig = 0;
	if (pipe(fds))
		return ND_CHILD_NONE;
	fflush(NULL);	/* what is buffered would be written twice */
	pid = fork();
	if (pid == 0) {
		/* Nobody waits for a child whose parent was interrupted. */
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (getppid() == parent)
			work(arg);
		_exit(EXIT_SUCCESS);
	}
	close(fds[1]);
	if (pid < 0) {
		close(fds[0]);
		return ND_CHILD_NONE;
	}
	if (!child_is_gone(fds[0], seconds)) {
		killed = true;
		kill(pid, SIGKILL);
		if (!child_is_gone(fds[0], KILL_SECONDS)) {
			close(fds[0]);
			return ND_CHILD_IMMORTAL;
		}
	}
	close(fds[0]);
	status = child_status(pid);
	if (killed)
		return ND_CHILD_KILLED;
	if (WIFSIGNALED(status)) {
		*sig = WTERMSIG(status);
		return ND_CHILD_SIGNAL;
	}
	return ND_CHILD_DONE;
}

void *nd_child_memory(size_t size)
{
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	return memory == MAP_FAILED ? NULL : memory;
}

void nd_child_free(void *memory, size_t size)
{
	if (memory)
		munmap(memory, size);
}
