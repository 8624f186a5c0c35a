// SPDX-License-Identifier: GPL-2.0-only
/*
 * Fuzz target: any bytes as a snapshot, then every view of it, plain and JSON, and the snapshot
 * that is written of it, which must be one again, with the same facts.
 */
#include "core/caps/differ.h"
#include "core/caps/fields.h"
#include "core/caps/hvleaves.h"
#include "core/entry/evmcsrows.h"
#include "core/entry/failrows.h"
#include "core/entry/refusals.h"
#include "core/exits/exitrows.h"
#include "core/exits/nestedrows.h"
#include "core/exits/vcpurows.h"
#include "core/findings/findings.h"
#include "core/record/snapshot_write.h"

#include "tools/in/snapshot.h"
#include "tools/out/out.h"
#include "accepted.h"
#include "views.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

unsigned long fuzz_accepted;	/* inputs that are a snapshot */

static enum nd_exit parse(struct nd_machine *m, const void *data, size_t size)
{
	struct nd_lines lines = { .file = fmemopen((void *)data, size, "r"), .limit = SIZE_MAX };
	enum nd_exit ret;

	if (!lines.file)
		fail("fmemopen");
	ret = nd_machine_parse(m, &lines, "fuzz");
	nd_lines_close(&lines);
	if (!ret != !m->error[0])
		fail("an error without a reason, or a reason without an error");
	return ret;
}

static void ask_rules(const struct nd_machine *m, struct nd_out *out)
{
	const struct nd_finding *rule;
	struct nd_check c;
	struct nd_row row;
	unsigned int i;

	for (i = 0; (rule = nd_finding_at(i)); i++) {
		enum nd_verdict verdict = nd_finding_check(&c, rule, &m->facts,
							   nd_facts_first(&m->facts), &row);
		bool says = verdict == ND_FIRES || verdict == ND_CANNOT_TELL;

		if (says != (row.words[0] != '\0'))
			fail("a verdict without evidence, or evidence without a verdict");
		if (says)
			nd_finding_emit(&c, &out->emit);
	}
}

static void show(const struct nd_machine *m, struct nd_out *out)
{
	const struct nd_cpu *first = nd_facts_first(&m->facts);
	u32 by;

	nd_status_rows(&m->facts, &out->emit);
	ask_rules(m, out);
	nd_hyperv_rows(&m->facts, &out->emit);
	nd_evmcs_rows(&m->facts, &out->emit);
	nd_differ_rows(&m->facts, &out->emit);
	for (by = 0; by < ND_NR_EXITS_BY; by++)
		nd_exit_rows(&m->facts, by, &out->emit);
	nd_exit_times_rows(&m->facts, &out->emit);
	nd_nested_rows(&m->facts, &out->emit);
	nd_refusal_rows(&m->facts, &out->emit);
	nd_vcpu_rows(&m->facts, &out->emit);
	nd_failure_rows(&m->facts, 0, true, true, &out->emit);
	if (first)
		nd_caps_rows(first, &out->emit);
}

/* The output closes its stream, so each one gets its own. */
static void show_all(const struct nd_machine *m, struct text *plain, struct text *json)
{
	struct nd_out *out;

	out = nd_out_plain(open_memstream(&plain->bytes, &plain->len), true, ND_WIDTH);
	show(m, out);
	out->finish(out);
	out = nd_out_json(open_memstream(&json->bytes, &json->len));
	show(m, out);
	out->finish(out);
}

static void collect(void *ctx, const char *line)
{
	struct text *text = ctx;
	size_t len = strlen(line);

	if (len >= ND_SNAPSHOT_LINE)
		fail("a line longer than ND_SNAPSHOT_LINE");
	text->bytes = nd_realloc(text->bytes, text->len + len + 1);
	memcpy(text->bytes + text->len, line, len);
	text->bytes[text->len + len] = '\n';
	text->len += len + 1;
}

/* What carries no fact may get lost in the first writing, and nothing in the second. */
static void check_rewritten(const struct nd_machine *m)
{
	struct text first = { 0 }, second = { 0 };
	struct nd_machine again = { 0 };

	nd_snapshot_write(&m->facts, &(struct nd_writer){ .line = collect, .ctx = &first });
	if (parse(&again, first.bytes, first.len)) {
		fprintf(stderr, "%s\n", again.error);
		fail("a written snapshot cannot be read");
	}
	nd_snapshot_write(&again.facts, &(struct nd_writer){ .line = collect, .ctx = &second });
	if (first.len != second.len || memcmp(first.bytes, second.bytes, first.len))
		fail("a written snapshot does not say the same");
	free(first.bytes);
	free(second.bytes);
	nd_machine_free(&again);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct text plain = { 0 }, json = { 0 };
	struct nd_machine machine = { 0 };

	if (!size)
		return 0;
	if (!parse(&machine, data, size)) {
		fuzz_accepted++;
		show_all(&machine, &plain, &json);
		check_plain(&plain);
		check_json(&json);
		check_rewritten(&machine);
	}
	free(plain.bytes);
	free(json.bytes);
	nd_machine_free(&machine);
	return 0;
}
