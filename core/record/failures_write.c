// SPDX-License-Identifier: GPL-2.0-only
/*
 * Writing the records of failed launches.
 */
#include "core/entry/failure.h"
#include "core/exits/trace.h"
#include "core/record/families.h"
#include "core/record/writer.h"

#define FAIL_UNKNOWN	"-"	/* stands for a number that is not known */

static void fail_put(struct nd_writer *w, bool known, const char *fmt, u64 value)
{
	if (known)
		nd_writer_put(w, fmt, value);
	else
		nd_writer_put(w, " " FAIL_UNKNOWN);
}

static void fail_write_state(struct nd_writer *w, const struct nd_failure *f)
{
	u32 i;

	for (i = 0; i < nd_vmstate_nr(f->state.isa); i++) {
		const struct nd_vmf_desc *desc = nd_vmstate_desc(f->state.isa, i);

		if (!f->state.known[i])
			continue;
		nd_writer_put(w, "failure_field %llu %s 0x%llx", f->number, desc->id,
			      f->state.value[i]);
		nd_writer_end(w);
	}
	for (i = 0; i < f->state.nr_msrs; i++) {
		nd_writer_put(w, "failure_msr %llu 0x%x 0x%llx", f->number,
			      f->state.msrs[i].index, f->state.msrs[i].value);
		nd_writer_end(w);
	}
}

static void fail_write(struct nd_writer *w, const struct nd_failure *f)
{
	nd_writer_put(w, "failure %llu %llu %s %s %s %u %u", f->number, f->time_ns,
		      nd_fail_kind_word(f->kind), nd_isa_word(f->isa), nd_fail_level_word(f->level),
		      f->pid, f->tid);
	fail_put(w, f->has & ND_FAIL_HAS_VCPU, " %llu", f->vcpu);
	fail_put(w, f->has & ND_FAIL_HAS_REASON, " 0x%llx", f->reason);
	fail_put(w, f->has & ND_FAIL_HAS_QUAL, " 0x%llx", f->qual);
	fail_put(w, f->has & ND_FAIL_HAS_ERROR, " %llu", f->error);
	nd_writer_put(w, " %s", nd_fail_evidence_word(f->evidence));
	nd_writer_text(w, f->comm[0] ? f->comm : FAIL_UNKNOWN);
	nd_writer_text(w, f->message[0] ? f->message : FAIL_UNKNOWN);
	if (f->cause != f->number || f->count != 1)
		nd_writer_put(w, " %llu %llu", f->cause, f->count);
	nd_writer_end(w);
	fail_write_state(w, f);
}

void nd_failures_write(struct nd_writer *w, const struct nd_failures *failures)
{
	u32 i;

	nd_writer_put(w, "failures %llu", failures->dropped);
	for (i = 0; i < ND_NR_FAIL_KINDS; i++)
		nd_writer_put(w, " %llu", failures->counts[i]);
	nd_writer_end(w);
	for (i = 0; i < failures->nr; i++)
		fail_write(w, &failures->list[i]);
}
