/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What every fuzz target asks of the views of what it read.
 */
#ifndef NESTDIAG_FUZZ_VIEWS_H
#define NESTDIAG_FUZZ_VIEWS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <json-c/json.h>

struct text {
	char *bytes;
	size_t len;
};

static inline void fail(const char *why)
{
	fprintf(stderr, "FAIL: %s\n", why);
	abort();
}

static inline void check_plain(const struct text *plain)
{
	size_t i;

	for (i = 0; i < plain->len; i++) {
		unsigned char c = plain->bytes[i];

		if ((c < 0x20 && c != '\n' && c != '\033') || c == 0x7f)
			fail("a control character in plain output");
		/* Of escape sequences only colours, and none that came with the snapshot. */
		if (c == '\033' && plain->bytes[i + 1] != '[')
			fail("a foreign escape sequence in plain output");
	}
}

static inline void check_json(const struct text *json)
{
	struct json_tokener *tokener = json_tokener_new();
	struct json_object *object;

	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
	object = json_tokener_parse_ex(tokener, json->bytes, json->len + 1);
	if (!object || !json_object_is_type(object, json_type_object))
		fail("JSON output is not one valid object");
	json_object_put(object);
	json_tokener_free(tokener);
}

#endif /* NESTDIAG_FUZZ_VIEWS_H */
