// SPDX-License-Identifier: GPL-2.0-only
#include <stdbool.h>
#include <stdio.h>
#include <time.h>

#include "tools/out/progress.h"

#define PAUSE_NS	200000000	/* between two looks */

static bool shown;
static struct timespec last;

static long long since(const struct timespec *then, const struct timespec *now)
{
	return (now->tv_sec - then->tv_sec) * 1000000000LL + now->tv_nsec - then->tv_nsec;
}

void nd_progress(size_t done, size_t all)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (!last.tv_sec && !last.tv_nsec)
		last = now;		/* what takes no time needs no word */
	if (since(&last, &now) < PAUSE_NS)
		return;
	last = now;
	shown = true;
	fprintf(stderr, "\r%zu of %zu", done, all);
	fflush(stderr);
}

void nd_progress_end(void)
{
	if (shown)
		fprintf(stderr, "\r%30s\r", "");
	shown = false;
}
