// SPDX-License-Identifier: GPL-2.0-only
#include "tools/digest/backtrace.h"

static const char *find(const char *line, size_t len, const char *what)
{
	return memmem(line, len, what, strlen(what));
}

static bool has_both(const char *line, size_t len, const char *first, const char *second)
{
	const char *at = find(line, len, first);

	return at && find(at, len - (at - line), second);
}

static bool starts(const char *line, size_t len, const char *with)
{
	size_t n = strlen(with);

	return len >= n && !memcmp(line, with, n);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool nd_is_python_call(const char *line, size_t len)
{
	return has_both(line, len, "File \"", "\", line ");
}

/*
 * "12: kvm_ioctls::ioctls::vm::VmFd::create_vcpu", "0:
 * 0x55d - kvm_ioctls::new", but not an error in a list.
 */
static bool is_rust_call(const char *line, size_t len)
{
	size_t at = 0;

	while (at < len && is_digit(line[at]))
		at++;
	return at && at + 1 < len && line[at] == ':' && line[at + 1] == ' ' &&
	       find(line + at, len - at, "::") && !find(line + at, len - at, "rror");
}

/*
 * "at org.foo.Bar.run(Bar.java:12)", "at ./src/kvm.rs:12:5",
 * "at Foo.Bar(String x) in /_/Bar.cs:line 12"
 */
static bool is_at(const char *line, size_t len)
{
	static const char *const suffixes[] = {
		".java:", "(Native Method)", "(Unknown Source)", ".kt:", ".scala:", ".rs:", ".js:",
		".ts:",
		"(node:", "(<anonymous>)", ".cs:line ",
	};
	size_t i;

	if (!starts(line, len, "at "))
		return false;
	for (i = 0; i < ARRAY_SIZE(suffixes); i++)
		if (find(line, len, suffixes[i]))
			return true;
	/* A method with its arguments, and nothing else. */
	return line[len - 1] == ')' && find(line, len, "(") && find(line, len, ".");
}

/* "raise QemuBroken(", "raise Foo(msg)": the source of a call, as Python quotes it. */
static bool is_raise(const char *line, size_t len)
{
	return starts(line, len, "raise ") && find(line, len, "(") && !find(line, len, ": ");
}

bool nd_is_backtrace(const char *line, size_t len)
{
	while (len && (*line == ' ' || *line == '\t')) {
		line++;
		len--;
	}
	while (len && strchr("\r\n \t", line[len - 1]))
		len--;
	if (!len)
		return false;
	return nd_is_python_call(line, len) || find(line, len, "Traceback (most recent call last)") ||
	       is_at(line, len) || is_rust_call(line, len) || has_both(line, len, ".rb:", ":in ") ||
	       has_both(line, len, ".go:", " +0x") || starts(line, len, "created by ") ||
	       has_both(line, len, "goroutine ", " [") || is_raise(line, len) ||
	       has_both(line, len, ".tf line ", ", in ") ||
	       (*line == '#' && len > 2 && is_digit(line[1]) && has_both(line, len, " in ", "("));
}
