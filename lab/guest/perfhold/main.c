// SPDX-License-Identifier: GPL-2.0-only
/*
 * perfhold - count a tracepoint on all CPUs with perf events until killed, as `perf stat -a` does
 */
#include <err.h>
#include <linux/perf_event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define TRACING	"/sys/kernel/tracing"

static unsigned long long event_id(const char *name)
{
	unsigned long long id;
	char path[256];
	FILE *file;

	snprintf(path, sizeof(path), TRACING "/events/%s/id", name);
	file = fopen(path, "r");
	if (!file || fscanf(file, "%llu", &id) != 1)
		err(EXIT_FAILURE, "%s", path);
	fclose(file);
	return id;
}

int main(int argc, char **argv)
{
	struct perf_event_attr attr = { .type = PERF_TYPE_TRACEPOINT, .size = sizeof(attr) };
	long cpu, cpus = sysconf(_SC_NPROCESSORS_ONLN);

	if (argc != 2)
		errx(EXIT_FAILURE, "usage: perfhold SYSTEM/EVENT");
	attr.config = event_id(argv[1]);
	for (cpu = 0; cpu < cpus; cpu++)
		if (syscall(SYS_perf_event_open, &attr, -1, cpu, -1, 0) < 0)
			err(EXIT_FAILURE, "perf_event_open for CPU %ld", cpu);
	printf("perfhold: %s\n", argv[1]);
	fflush(stdout);
	for (;;)
		pause();
}
