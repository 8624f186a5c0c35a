/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A shim for the part of KUnit that kunit/ uses, so that the same tests run as a program. One line
 * a case on standard output, "ok - NAME" or "not ok - NAME # first reason"; every failed
 * expectation on standard error. Arguments: a prefix for the names.
 */
#ifndef SHIM_KUNIT_TEST_H
#define SHIM_KUNIT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct kunit {
	void *priv;
	jmp_buf abort;
	unsigned int failures;
	char first[160];
};

struct kunit_case {
	void (*run_case)(struct kunit *test);
	const char *name;
};

struct kunit_suite {
	const char *name;
	int (*init)(struct kunit *test);
	void (*exit)(struct kunit *test);
	struct kunit_case *test_cases;
};

#define KUNIT_CASE(fn)			{ .run_case = fn, .name = #fn }
#define MODULE_LICENSE(text)		_Static_assert(1, text)
#define MODULE_DESCRIPTION(text)	_Static_assert(1, text)

__attribute__((format(printf, 4, 5)))
static void shim_fail(struct kunit *test, const char *file, int line, const char *fmt, ...)
{
	char text[400];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	fprintf(stderr, "%s:%d: %s\n", file, line, text);
	if (test->failures++ == 0)
		snprintf(test->first, sizeof(test->first), "%s:%d: %.120s", file, line, text);
}

#define SHIM_CHECK(test, abort_, good, ...)					\
	do {									\
		if (!(good)) {							\
			shim_fail(test, __FILE__, __LINE__, __VA_ARGS__);	\
			if (abort_)						\
				longjmp((test)->abort, 1);			\
		}								\
	} while (0)

#define SHIM_BINARY(test, abort_, left, op, right, why, ...)			\
	do {									\
		typeof(left) shim_l = (left);					\
		typeof(right) shim_r = (right);					\
										\
		SHIM_CHECK(test, abort_, shim_l op shim_r,			\
			   "%s " #op " %s: 0x%llx, 0x%llx " why, #left, #right,	\
			   (unsigned long long)shim_l,				\
			   (unsigned long long)shim_r, ##__VA_ARGS__);		\
	} while (0)

#define SHIM_STRING(test, abort_, left, right, why, ...)			\
	do {									\
		const char *shim_l = (left);					\
		const char *shim_r = (right);					\
										\
		SHIM_CHECK(test, abort_, shim_l && shim_r && !strcmp(shim_l, shim_r), \
			   "%s is \"%s\", not \"%s\" " why, #left,		\
			   shim_l ? shim_l : "NULL",				\
			   shim_r ? shim_r : "NULL", ##__VA_ARGS__);		\
	} while (0)

#define KUNIT_FAIL(t, ...)		SHIM_CHECK(t, 0, 0, __VA_ARGS__)
#define KUNIT_EXPECT_TRUE(t, c)		SHIM_CHECK(t, 0, c, "%s is false", #c)
#define KUNIT_EXPECT_FALSE(t, c)	SHIM_CHECK(t, 0, !(c), "%s is true", #c)
#define KUNIT_EXPECT_EQ(t, l, r)	SHIM_BINARY(t, 0, l, ==, r, "")
#define KUNIT_EXPECT_NE(t, l, r)	SHIM_BINARY(t, 0, l, !=, r, "")
#define KUNIT_EXPECT_LT(t, l, r)	SHIM_BINARY(t, 0, l, <, r, "")
#define KUNIT_EXPECT_LE(t, l, r)	SHIM_BINARY(t, 0, l, <=, r, "")
#define KUNIT_EXPECT_GT(t, l, r)	SHIM_BINARY(t, 0, l, >, r, "")
#define KUNIT_EXPECT_GE(t, l, r)	SHIM_BINARY(t, 0, l, >=, r, "")
#define KUNIT_EXPECT_STREQ(t, l, r)	SHIM_STRING(t, 0, l, r, "")
#define KUNIT_EXPECT_NULL(t, p)		SHIM_CHECK(t, 0, !(p), "%s is not NULL", #p)
#define KUNIT_EXPECT_NOT_NULL(t, p)	SHIM_CHECK(t, 0, p, "%s is NULL", #p)
#define KUNIT_ASSERT_TRUE(t, c)		SHIM_CHECK(t, 1, c, "%s is false", #c)
#define KUNIT_ASSERT_FALSE(t, c)	SHIM_CHECK(t, 1, !(c), "%s is true", #c)
#define KUNIT_ASSERT_EQ(t, l, r)	SHIM_BINARY(t, 1, l, ==, r, "")
#define KUNIT_ASSERT_LT(t, l, r)	SHIM_BINARY(t, 1, l, <, r, "")
#define KUNIT_ASSERT_STREQ(t, l, r)	SHIM_STRING(t, 1, l, r, "")
#define KUNIT_ASSERT_NOT_NULL(t, p)	SHIM_CHECK(t, 1, p, "%s is NULL", #p)

#define KUNIT_EXPECT_TRUE_MSG(t, c, why, ...)					\
	SHIM_CHECK(t, 0, c, "%s is false " why, #c, ##__VA_ARGS__)
#define KUNIT_EXPECT_FALSE_MSG(t, c, why, ...)					\
	SHIM_CHECK(t, 0, !(c), "%s is true " why, #c, ##__VA_ARGS__)
#define KUNIT_EXPECT_EQ_MSG(t, l, r, why, ...)	SHIM_BINARY(t, 0, l, ==, r, why, ##__VA_ARGS__)
#define KUNIT_EXPECT_STREQ_MSG(t, l, r, why, ...) SHIM_STRING(t, 0, l, r, why, ##__VA_ARGS__)

/* Apart from the loop: what longjmp() comes back to must not have changed variables. */
__attribute__((noinline))
static void shim_run_case(struct kunit *test, struct kunit_suite *suite, struct kunit_case *c)
{
	memset(test, 0, sizeof(*test));
	if (setjmp(test->abort))
		return;
	if (suite->init && suite->init(test))
		shim_fail(test, c->name, 0, "init failed");
	else
		c->run_case(test);
}

static int shim_run_suites(struct kunit_suite *const *suites, const char *prefix)
{
	static struct kunit test;
	struct kunit_case *c;
	int failed = 0;

	setvbuf(stdout, NULL, _IOLBF, 0);
	for (; *suites; suites++) {
		for (c = (*suites)->test_cases; c->run_case; c++) {
			shim_run_case(&test, *suites, c);
			if ((*suites)->exit)
				(*suites)->exit(&test);
			printf("%sok - %s: %s.%s%s%s\n", test.failures ? "not " : "", prefix,
			       (*suites)->name, c->name, test.failures ? " # " : "", test.first);
			failed += test.failures > 0;
		}
	}
	return failed > 0;
}

#define kunit_test_suites(...)							\
	int main(int argc, char **argv)						\
	{									\
		struct kunit_suite *const suites[] = { __VA_ARGS__, NULL };	\
		exit(shim_run_suites(suites, argc > 1 ? argv[1] : "host"));	\
	}									\
	_Static_assert(1, "a semicolon follows")

#endif /* SHIM_KUNIT_TEST_H */
