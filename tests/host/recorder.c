// SPDX-License-Identifier: GPL-2.0-only
/*
 * The flight recorder, written by one thread and read by another at the same time: each exit that
 * is read is whole, and none between the first and the last one is missing.
 *
 *	recorder [READS]
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/exits/recorder.h"

#define NAME	"recorder: read while it is written"
#define PLACES	65
#define MOST	200	/* turns of the writer's idle loop between two exits */

static struct nd_acct_vcpu vcpu;
static struct nd_recorded places[PLACES];
static atomic_bool stop;
static atomic_uint pace;	/* set by the reader, so that it meets the writer at any moment */

/* Exit number N says so in each of its fields. */
static void *write_exits(void *unused)
{
	struct nd_recorded *record;
	unsigned int idle;
	u64 n;

	(void)unused;
	for (n = 1; !atomic_load_explicit(&stop, memory_order_relaxed); n++) {
		record = nd_recorder_begin(&vcpu, n % 100, -3 * n);
		record->info[0] = 5 * n;
		record->info[1] = 7 * n;
		nd_recorder_end(&vcpu, record, n);
		for (idle = atomic_load_explicit(&pace, memory_order_relaxed); idle; idle--)
			nd_recorder_order();
	}
	return NULL;
}

static bool is_whole(const struct nd_recorded *record)
{
	u64 n = record->exited;

	return record->cell == n % 100 && record->ago == -3 * n && record->info[0] == 5 * n &&
	       record->info[1] == 7 * n;
}

int main(int argc, char **argv)
{
	unsigned long reads = argc > 1 ? strtoul(argv[1], NULL, 10) : 300000, i;
	unsigned long long whole = 0, torn = 0;
	struct nd_recorded copy[PLACES - 1];
	const char *wrong = NULL;
	pthread_t writer;
	u32 nr, j, lost;

	nd_recorder_link(&vcpu, places, PLACES);
	if (pthread_create(&writer, NULL, write_exits, NULL)) {
		printf("not ok - " NAME " # no second thread\n");
		return 1;
	}
	for (i = 0; i < reads && !wrong; i++) {
		atomic_store_explicit(&pace, i % MOST, memory_order_relaxed);
		nr = nd_recorder_copy(&vcpu, places, PLACES, copy, &lost);
		for (j = 0; j < nr; j++) {
			if (!is_whole(&copy[j]))
				wrong = "an exit is half another one";
			else if (j && copy[j].exited != copy[j - 1].exited + 1)
				wrong = "one is missing, or comes before the one before it";
		}
		whole += nr;
		torn += lost;
	}
	atomic_store(&stop, true);
	pthread_join(writer, NULL);
	/* On a single CPU they may hardly have met: then it proves little, but is no failure. */
	if (wrong)
		printf("not ok - " NAME " # %s\n", wrong);
	else
		printf("ok - " NAME "\n");
	fprintf(stderr, "recorder: %llu exits read, %llu left out\n", whole, torn);
	return wrong != NULL;
}
