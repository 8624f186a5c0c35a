// SPDX-License-Identifier: GPL-2.0-only
/*
 * Fuzz target: any bytes as a log. Each line is taken apart, looked up in the catalogue and put
 * into words, with and without a machine; what points into the line must stay within it.
 */
#include <stdlib.h>

#include "core/facts/facts.h"

#include "tools/digest/digest.h"
#include "tools/in/utf16.h"
#include "tools/log/logline.h"
#include "tools/log/msgmatch.h"
#include "tools/log/msgwords.h"
#include "tools/log/unwrap.h"
#include "accepted.h"
#include "tools/out/text.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

unsigned long fuzz_accepted;	/* lines that the catalogue knows */

static void fail(const char *why)
{
	fprintf(stderr, "FAIL: %s\n", why);
	abort();
}

/* Every register reads as the same odd value, so that all comparisons are walked. */
static const struct nd_cpu *machine(void)
{
	static struct nd_cpu cpu;
	u32 i;

	for (i = 0; i < ND_NR_REGS; i++)
		cpu.regs[i] = (struct nd_value){ 0x0055aa5500aa55aaULL, ND_OK };
	return &cpu;
}

static void check_words(const struct nd_msg_match *match, const struct nd_cpu *cpu)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_msg_describe(&row, match, cpu);
	if (strlen(row.words) >= ND_ROW_WORDS)
		fail("words without an end");
}

static void check_match(const struct nd_logline *line, const struct nd_msg_match *match)
{
	char text[128];

	if (!match->message || !match->wording || match->nr > ND_MSG_VALUES)
		fail("a match of nothing");
	if (match->start > line->len)
		fail("a match that starts behind its line");
	nd_text_escape(text, sizeof(text), line->text, line->len);
	check_words(match, NULL);
	check_words(match, machine());
}

static void take_text(const char *text, size_t len)
{
	struct nd_msg_match match;
	struct nd_logline line;

	nd_logline_parse(&line, text, len);
	if (line.text < text || line.text + line.len > text + len)
		fail("text outside of its line");
	if (strlen(line.time) >= sizeof(line.time))
		fail("a time without an end");
	if (!nd_msg_match(line.text, line.len, &match))
		return;
	fuzz_accepted++;
	check_match(&line, &match);
}

static void take_line(const char *text, size_t len)
{
	static struct nd_unwrap unwrap;

	take_text(text, len);
	nd_unwrap(&unwrap, text, len);
	while (nd_unwrap_next(&unwrap, &text, &len))
		take_text(text, len);
}

static const char *take_one(struct nd_digest *digest, const char *at, const char *end)
{
	const char *stop = memchr(at, '\n', end - at);

	stop = stop ? stop : end;
	nd_digest_line(digest, at, stop - at);
	return stop + 1;
}

/* What is passed over by the block would not have been kept line by line. */
static void check_skimmed(const struct nd_digest *digest, const char *at, const char *end)
{
	static struct nd_digest skimmed;
	size_t i;

	memset(&skimmed, 0, sizeof(skimmed));
	while (at < end) {
		const char *last = memrchr(at, '\n', end - at);

		at += nd_digest_skim(&skimmed, at, last ? last + 1 - at : 0);
		if (at < end)
			at = take_one(&skimmed, at, end);
	}
	if (skimmed.lines != digest->lines || skimmed.known != digest->known ||
	    skimmed.nr != digest->nr || skimmed.unknown.nr != digest->unknown.nr ||
	    skimmed.arch.arm != digest->arch.arm || skimmed.arch.x86 != digest->arch.x86 ||
	    skimmed.below.place != digest->below.place ||
	    strcmp(skimmed.headless, digest->headless))
		fail("a line was passed over that counts");
	for (i = 0; i < digest->nr; i++)
		if (skimmed.list[i].match.wording != digest->list[i].match.wording ||
		    skimmed.list[i].count != digest->list[i].count ||
		    skimmed.list[i].line != digest->list[i].line ||
		    strcmp(skimmed.list[i].text, digest->list[i].text))
			fail("a line was passed over that belongs to an answer");
	nd_digest_free(&skimmed);
}

/* Lines that are put together count as they came. */
static void check_pasted(const struct nd_digest *digest, const char *data, size_t size)
{
	static struct nd_digest pasted;

	memset(&pasted, 0, sizeof(pasted));
	nd_digest_paste(&pasted, data, size);
	nd_digest_end(&pasted);
	if (pasted.lines != digest->lines)
		fail("a line was lost where lines are put together");
	nd_digest_free(&pasted);
}

/* In pieces of any size, each into a place just as large as it is said to need. */
static void check_utf16(const char *data, size_t size)
{
	struct nd_utf16 utf16;
	size_t at, len;
	char *out;

	nd_utf16_begin(&utf16, data, size);
	for (at = 0; at < size; at += len) {
		len = 1 + (u8)data[at] % 7;
		len = len < size - at ? len : size - at;
		out = nd_realloc(NULL, ND_UTF16_ROOM(len));
		if (nd_utf16_take(&utf16, data + at, len, out) > ND_UTF16_ROOM(len))
			fail("more than there is room for");
		free(out);
	}
}

static void check_digest(const char *data, size_t size)
{
	static struct nd_digest digest;
	const char *at = data;
	size_t i;

	memset(&digest, 0, sizeof(digest));
	while (at < data + size)
		at = take_one(&digest, at, data + size);
	check_skimmed(&digest, data, data + size);
	check_pasted(&digest, data, size);
	for (i = 0; i < digest.nr; i++) {
		struct nd_row row;

		nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
		nd_seen_describe(&row, &digest.list[i], NULL);
		if (!digest.list[i].count)
			fail("an answer to no line");
	}
	nd_digest_free(&digest);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	char *copy;
	const char *at, *end;

	if (!size)
		return 0;
	/* Exactly as large as the input, so that the sanitizer sees each byte beyond. */
	copy = memcpy(nd_realloc(NULL, size), data, size);
	at = copy;
	end = copy + size;

	while (at < end) {
		const char *stop = memchr(at, '\n', end - at);

		take_line(at, (stop ? stop : end) - at);
		at = stop ? stop + 1 : end;
	}
	check_digest(copy, size);
	check_utf16(copy, size);
	free(copy);
	return 0;
}
