// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>
#include <string.h>

#include "tools/digest/oserror.h"
#include "tools/digest/words.h"

static const struct error {
	u32 number;
	const char *name;
	const char *text;
} errors[] = {
	{ 1, "eperm", "operation not permitted" }, { 2, "enoent", "no such file or directory" },
	{ 5, "eio", "input/output error" }, { 6, "enxio", "no such device or address" },
	{ 7, "e2big", "argument list too long" },
	{ 11, "eagain", "resource temporarily unavailable" },
	{ 12, "enomem", "cannot allocate memory" }, { 13, "eacces", "permission denied" },
	{ 14, "efault", "bad address" }, { 16, "ebusy", "device or resource busy" },
	{ 16, "ebusy", "resource busy" }, { 17, "eexist", "file exists" }, { 19, "enodev", "no such device" },
	{ 22, "einval", "invalid argument" }, { 25, "enotty", "inappropriate ioctl for device" },
	{ 28, "enospc", "no space left on device" }, { 38, "enosys", "function not implemented" },
	{ 95, "eopnotsupp", "operation not supported" }, { 131, "enotrecoverable", "state not recoverable" },
};

static u32 number_behind(const char *text, const char *const *before, size_t nr)
{
	size_t i;

	for (i = 0; i < nr; i++) {
		const char *at = nd_words_find(text, before[i]);
		unsigned long number = at ? strtoul(at + strlen(before[i]), NULL, 10) : 0;

		if (number && number < 134)
			return number;
	}
	return 0;
}

/* "(os error 22)", "Os { code: 22", "errno=22": numbers that are nothing else. */
static u32 sure_number(const char *text)
{
	static const char *const before[] = {
		"os error ", "os { code: ", "errno ", "errno=", "errno: ", "errno = ", "error(",
		"oserror(", "err(error(",
	};

	return number_behind(text, before, ARRAY_SIZE(before));
}

/* "ret = -22", "failed: -22": what a call returned. */
static u32 returned_number(const char *text)
{
	static const char *const before[] = {
		"error -", "error: -", "ret -", "ret=-", "ret = -", "rc -", "rc=-", "rc = -",
		"err -", "err=-", "err = -", "failed: -", "failed with -", "returned -",
		"result -", "failed (-",
	};

	return number_behind(text, before, ARRAY_SIZE(before));
}

static u32 named_error(const char *text)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(errors); i++)
		if (nd_words_find(text, errors[i].name) || nd_words_find(text, errors[i].text))
			return errors[i].number;
	return 0;
}

static bool is_listed(u32 number)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(errors); i++)
		if (errors[i].number == number)
			return true;
	return false;
}

static u32 error_in(const char *text)
{
	u32 number = sure_number(text);

	if (!number)
		number = named_error(text);
	if (!number)
		number = returned_number(text);
	return is_listed(number) ? number : 0;
}

u32 nd_os_error(const char *text)
{
	const char *device = strstr(text, "/dev/kvm");
	u32 number = device ? error_in(device) : 0;

	/* Of two errors that of the device counts, which stands behind it. */
	return number ? number : error_in(text);
}

u32 nd_os_error_of(const char *line, size_t len)
{
	char text[ND_WORDS];

	nd_words(text, line, len);
	return nd_os_error(text);
}
