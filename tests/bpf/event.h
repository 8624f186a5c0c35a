/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Events that both accountings are given: what, the vCPU's key, level, reason, tick.
 */
#ifndef NESTDIAG_TEST_EVENT_H
#define NESTDIAG_TEST_EVENT_H

enum test_what {
	TEST_EXIT,
	TEST_ENTRY,
	TEST_REFLECT,
	TEST_RESUME,
	TEST_RESTART,
	TEST_NR
};

#define TEST_PID	4711
#define TEST_TASK(key)	((key) * 3)
#define TEST_ID(key)	((u32)((key) >> 12))

#endif /* NESTDIAG_TEST_EVENT_H */
