/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Processes that share a list of tasks, one on each CPU, and report what came of them.
 *
 * Processes rather than threads, because readers of files keep state of their own, and because a
 * file that ends the process that reads it then costs that file alone.
 */
#ifndef NESTDIAG_TOOLS_CREW_H
#define NESTDIAG_TOOLS_CREW_H

#include <stdio.h>

/**
 * struct nd_crew - what the processes do
 * @tasks: number of tasks
 * @work:  in another process: do a task and write the report
 * @take:  in this process: take a report, which ends in a 0. Reports come in any order
 * @lost:  in this process: there is no report of that task, and why
 * @ctx:   handed to all of them
 */
struct nd_crew {
	size_t tasks;
	void (*work)(void *ctx, size_t task, FILE *report);
	void (*take)(void *ctx, size_t task, char *report, size_t len);
	void (*lost)(void *ctx, size_t task, const char *why);
	void *ctx;
};

/** nd_crew_run() - do all tasks; 0, or -errno if no process could be started */
int nd_crew_run(const struct nd_crew *crew);

#endif /* NESTDIAG_TOOLS_CREW_H */
