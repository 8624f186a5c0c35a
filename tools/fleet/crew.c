// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tools/fleet/crew.h"
#include "tools/out/text.h"

#define MAX_WORKERS	64
#define CHUNK		(64 * 1024)
#define BEGINS		UINT64_MAX	/* in place of a length: the task is being done */

/* In front of every report, and without one where a task is begun. */
struct head {
	uint64_t task;
	uint64_t len;
};

/**
 * struct worker - one of the processes
 * @pid:  its number
 * @fd:   its reports, -1 once it is gone
 * @busy: it has begun @task and not reported
 * @task: what it does
 * @buf:  what came and has not been taken yet
 * @len:  bytes of it
 * @size: bytes of @buf
 */
struct worker {
	pid_t pid;
	int fd;
	bool busy;
	uint64_t task;
	char *buf;
	size_t len;
	size_t size;
};

static void put(int fd, const void *data, size_t len)
{
	const char *at = data;

	while (len) {
		ssize_t put = write(fd, at, len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			_exit(1);
		at += put;
		len -= put;
	}
}

/* An idle worker takes the next task, so that a large file does not hold up the others. */
static void work(const struct nd_crew *crew, uint64_t *next, int fd)
{
	uint64_t task;

	while ((task = __atomic_fetch_add(next, 1, __ATOMIC_RELAXED)) < crew->tasks) {
		struct head head = { task, BEGINS };
		char *report = NULL;
		size_t len = 0;
		FILE *file;

		put(fd, &head, sizeof(head));
		file = open_memstream(&report, &len);
		if (!file)
			_exit(1);
		crew->work(crew->ctx, task, file);
		fclose(file);
		head.len = len;
		put(fd, &head, sizeof(head));
		put(fd, report, len);
		free(report);
	}
	_exit(0);
}

static bool start(const struct nd_crew *crew, struct worker *w, uint64_t *next)
{
	int fds[2];

	if (pipe(fds))
		return false;
	w->pid = fork();
	if (!w->pid) {
		close(fds[0]);
		work(crew, next, fds[1]);
	}
	close(fds[1]);
	w->fd = fds[0];
	if (w->pid < 0)
		close(fds[0]);
	return w->pid > 0;
}

/* Takes what is complete. A report is ended by a 0 that its buffer has room for. */
static void take(const struct nd_crew *crew, struct worker *w, bool *done)
{
	size_t at = 0;
	struct head head;

	while (w->len - at >= sizeof(head)) {
		memcpy(&head, w->buf + at, sizeof(head));
		if (head.len != BEGINS && w->len - at - sizeof(head) < head.len)
			break;
		at += sizeof(head);
		w->task = head.task;
		w->busy = head.len == BEGINS;
		if (!w->busy) {
			char *report = w->buf + at, after = report[head.len];

			report[head.len] = '\0';
			done[head.task] = true;
			crew->take(crew->ctx, head.task, report, head.len);
			report[head.len] = after;
			at += head.len;
		}
	}
	memmove(w->buf, w->buf + at, w->len - at);
	w->len -= at;
}

static void end(const struct nd_crew *crew, struct worker *w, bool *done)
{
	char why[96] = "the process that read it ended early";
	int status = 0;

	close(w->fd);
	w->fd = -1;
	while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR)
		;
	if (WIFSIGNALED(status))
		snprintf(why, sizeof(why), "the process that read it ended with signal %d (%s)",
			 WTERMSIG(status), strsignal(WTERMSIG(status)));
	if (w->busy) {
		done[w->task] = true;
		crew->lost(crew->ctx, w->task, why);
	}
	free(w->buf);
	w->buf = NULL;
}

static void receive(const struct nd_crew *crew, struct worker *w, bool *done)
{
	ssize_t got;

	if (w->size - w->len < CHUNK + 1) {
		w->size = w->size * 2 + CHUNK + 1;
		w->buf = nd_realloc(w->buf, w->size);
	}
	got = read(w->fd, w->buf + w->len, w->size - w->len - 1);
	if (got < 0 && errno == EINTR)
		return;
	if (got <= 0) {
		end(crew, w, done);
		return;
	}
	w->len += got;
	take(crew, w, done);
}

static void wait_for(const struct nd_crew *crew, struct worker *workers, size_t nr, bool *done)
{
	struct pollfd fds[MAX_WORKERS];
	size_t i, open;

	for (;;) {
		open = 0;
		for (i = 0; i < nr; i++) {
			fds[i] = (struct pollfd){ .fd = workers[i].fd, .events = POLLIN };
			open += workers[i].fd >= 0;
		}
		if (!open)
			return;
		if (poll(fds, nr, -1) < 0 && errno != EINTR)
			return;
		for (i = 0; i < nr; i++)
			if (fds[i].fd >= 0 && fds[i].revents)
				receive(crew, &workers[i], done);
	}
}

static size_t nr_workers(size_t tasks)
{
	cpu_set_t cpus;
	size_t nr = sched_getaffinity(0, sizeof(cpus), &cpus) ? 2 : (size_t)CPU_COUNT(&cpus);

	if (nr > MAX_WORKERS)
		nr = MAX_WORKERS;
	return nr < tasks ? nr : tasks;
}

int nd_crew_run(const struct nd_crew *crew)
{
	struct worker workers[MAX_WORKERS] = { 0 };
	size_t i, nr, wanted = nr_workers(crew->tasks);
	uint64_t *next;
	bool *done;

	if (!crew->tasks)
		return 0;
	next = mmap(NULL, sizeof(*next), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (next == MAP_FAILED)
		return -errno;
	/* What is buffered here would be written by each of them, too. */
	fflush(NULL);
	for (nr = 0; nr < wanted && start(crew, &workers[nr], next); nr++)
		;
	if (!nr) {
		munmap(next, sizeof(*next));
		return -EAGAIN;
	}
	done = nd_realloc(NULL, crew->tasks);
	memset(done, 0, crew->tasks);
	wait_for(crew, workers, nr, done);
	for (i = 0; i < crew->tasks; i++)
		if (!done[i])
			crew->lost(crew->ctx, i, "every process that read files ended early");
	free(done);
	munmap(next, sizeof(*next));
	return 0;
}
