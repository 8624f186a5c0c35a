// SPDX-License-Identifier: GPL-2.0-only
/*
 * The last exits of vCPUs, as rows.
 *
 * What EXITINFO1 and EXITINFO2 hold is read from Linux 6.12, arch/x86: include/asm/svm.h
 * (SVM_IOIO_), kvm_host.h (PFERR_), and the handlers in kvm/svm/svm.c: npf_interception(),
 * pf_interception(), io_interception(), msr_interception().
 */
#include "core/base/figures.h"
#include "core/exits/exitwords.h"
#include "core/exits/recorderrows.h"
#include "core/exits/trace.h"

#define IOIO_IN		BIT_ULL(0)
#define IOIO_STRING	BIT_ULL(2)
#define IOIO_REPEATED	BIT_ULL(3)
#define IOIO_SIZE(info)	((info) >> 4 & 7)	/* a bit each for 1, 2 and 4 bytes */
#define IOIO_PORT(info)	((info) >> 16 & 0xffff)

#define MSR_WRITE	1

#define FAULT_PRESENT	BIT_ULL(0)
#define FAULT_WRITE	BIT_ULL(1)
#define FAULT_RESERVED	BIT_ULL(3)
#define FAULT_FETCH	BIT_ULL(4)
#define FAULT_WALK	BIT_ULL(33)	/* the guest's page tables were being walked */

#define CODE_EXCEPTION	0x40u
#define CODE_IOIO	0x7bu
#define CODE_MSR	0x7cu
#define CODE_NPF	0x400u
#define VECTOR_PF	14u

static void detail_io(u64 info, char *buf)
{
	u64 size = IOIO_SIZE(info);

	scnprintf(buf, ND_EXIT_DETAIL, "the guest %s %llu byte%s %s port 0x%llx%s%s",
		  info & IOIO_IN ? "reads" : "writes", size, size == 1 ? "" : "s",
		  info & IOIO_IN ? "from" : "to", IOIO_PORT(info),
		  info & IOIO_STRING ? ", a string" : "", info & IOIO_REPEATED ? ", repeated" : "");
}

static const char *detail_access(u64 error)
{
	return error & FAULT_FETCH ? "executes" : error & FAULT_WRITE ? "writes to" : "reads";
}

/* A reserved bit is how KVM marks what it emulates. */
static void detail_npf(const u64 *info, char *buf)
{
	scnprintf(buf, ND_EXIT_DETAIL, "the guest %s guest-physical 0x%llx, %s%s",
		  detail_access(info[0]), info[1],
		  !(info[0] & FAULT_PRESENT) ? "which is not mapped" :
		  info[0] & FAULT_RESERVED ? "whose mapping has a reserved bit" :
		  "which does not allow that",
		  info[0] & FAULT_WALK ? "; for its page tables" : "");
}

static void detail_exception(u32 vector, const struct nd_last_exit *exit, char *buf)
{
	const char *name = nd_exception_name(vector);

	if (!name)
		return;
	if (vector == VECTOR_PF && exit->has_info)
		scnprintf(buf, ND_EXIT_DETAIL, "%s: the guest %s 0x%llx", name,
			  detail_access(exit->info[0]), exit->info[1]);
	else
		scnprintf(buf, ND_EXIT_DETAIL, "%s", name);
}

/* Four kinds of sixteen, each code with its register. */
static void detail_register(u32 code, char *buf)
{
	scnprintf(buf, ND_EXIT_DETAIL, "the guest %s %s%u", code & 0x10 ? "writes" : "reads",
		  code & 0x20 ? "DR" : "CR", code & 0xf);
}

static void detail_svm(const struct nd_last_exit *exit, char *buf)
{
	u32 code = exit->reason;

	if (code < CODE_EXCEPTION)
		detail_register(code, buf);
	else if (code < CODE_EXCEPTION + 32)
		detail_exception(code - CODE_EXCEPTION, exit, buf);
	else if (code == CODE_IOIO && exit->has_info && IOIO_SIZE(exit->info[0]))
		detail_io(exit->info[0], buf);
	else if (code == CODE_MSR && exit->has_info)
		scnprintf(buf, ND_EXIT_DETAIL, "the guest executed %s",
			  exit->info[0] == MSR_WRITE ? "WRMSR" : "RDMSR");
	else if (code == CODE_NPF && exit->has_info)
		detail_npf(exit->info, buf);
}

const char *nd_exit_detail(u32 isa, const struct nd_last_exit *exit, char *buf)
{
	const char *words;

	buf[0] = '\0';
	if (isa == ND_ISA_SVM)
		detail_svm(exit, buf);
	if (buf[0])
		return buf;
	words = isa == ND_ISA_SVM ? nd_svm_exit_words(exit->reason) :
		isa == ND_ISA_VMX ? nd_vmx_exit_words(exit->reason) : NULL;
	scnprintf(buf, ND_EXIT_DETAIL, "%s", words ? words : "");
	return buf;
}

/* --- rows ------------------------------------------------------------------------------------- */

/**
 * struct recorder_times - of one exit; each may be unknown
 * @stayed:  in the guest before
 * @handled: from it to the next entry
 * @waits:   there was none yet
 */
struct recorder_times {
	bool stayed;
	bool handled;
	bool waits;
	u64 stay_ns;
	u64 handled_ns;
};

/* An exit does not tell when its entry came: the next one does, or where the vCPU was then. */
static struct recorder_times recorder_times(const struct nd_recorder *recorder,
					    const struct nd_recording *of, u32 i)
{
	const struct nd_last_exit *exit = &recorder->exits[of->first + i];
	struct recorder_times t = { .stayed = exit->stayed, .stay_ns = exit->guest };
	u64 entered = of->entered;

	if (i + 1 < of->nr) {
		t.handled = exit[1].stayed;
		entered = exit[1].ago + exit[1].guest;
	} else {
		t.handled = of->in_guest;
		t.waits = !of->in_guest;
	}
	/* Clocks of CPUs may differ. */
	t.handled &= entered <= exit->ago;
	t.handled_ns = t.handled ? exit->ago - entered : 0;
	return t;
}

/* For a line of a table: who does it goes without saying. */
static const char *recorder_short(const char *detail)
{
	static const char guest[] = "the guest ";

	return strncmp(detail, guest, sizeof(guest) - 1) ? detail : detail + sizeof(guest) - 1;
}

/**
 * struct recorder_texts - what is said of an exit, which its row points to
 * @ago:    how long ago it was
 * @name:   room for the name of its reason
 * @known:  that name
 * @detail: what it was for
 */
struct recorder_texts {
	char ago[ND_FIGURE];
	char name[ND_EXIT_NAME];
	const char *known;
	char detail[ND_EXIT_DETAIL];
};

static noinline_for_stack void recorder_put_exit(const struct nd_recording *of,
						 const struct nd_last_exit *exit,
						 const struct recorder_times *t,
						 const struct recorder_texts *texts,
						 const struct nd_emit *emit)
{
	char stay[ND_FIGURE], handled[ND_FIGURE];
	const char *detail = texts->detail;
	struct nd_row row;

	nd_row_init(&row, ND_ROW_RECORDED, NULL, texts->ago, NULL);
	nd_row_printf(&row, "%10s%11s  %-7s %s%s%s",
		      t->stayed ? nd_time_text(t->stay_ns, stay, sizeof(stay)) : "-",
		      t->handled ? nd_time_text(t->handled_ns, handled, sizeof(handled)) :
		      t->waits ? "not yet" : "-",
		      nd_level_name(exit->level), texts->known, detail[0] ? ": " : "",
		      recorder_short(detail));
	nd_row_dec(&row, "pid", of->pid);
	nd_row_dec(&row, "vcpu", of->id);
	nd_row_str(&row, "kept", nd_recording_word(of->why));
	nd_row_dec(&row, "ago_ns", exit->ago);
	if (t->stayed)
		nd_row_dec(&row, "guest_ns", t->stay_ns);
	if (t->handled)
		nd_row_dec(&row, "until_entry_ns", t->handled_ns);
	nd_row_str(&row, "level", nd_level_name(exit->level));
	nd_row_dec(&row, "reason", exit->reason);
	nd_row_str(&row, "name", texts->known);
	nd_row_str(&row, "meaning", detail[0] ? detail : NULL);
	if (exit->has_info) {
		nd_row_hex(&row, "info1", exit->info[0]);
		nd_row_hex(&row, "info2", exit->info[1]);
	}
	nd_emit_row(emit, &row);
}

static void recorder_exit_row(const struct nd_recorder *recorder, const struct nd_recording *of,
			      u32 i, u32 isa, const struct nd_emit *emit)
{
	const struct nd_last_exit *exit = &recorder->exits[of->first + i];
	struct recorder_times t = recorder_times(recorder, of, i);
	struct recorder_texts texts;

	nd_time_text(exit->ago, texts.ago, sizeof(texts.ago));
	texts.known = nd_exit_name(isa, exit->reason, texts.name, sizeof(texts.name));
	nd_exit_detail(isa, exit, texts.detail);
	recorder_put_exit(of, exit, &t, &texts, emit);
}

static const char *recorder_why_words(u32 why)
{
	static const char *const words[ND_NR_RECORDINGS] = {
		[ND_RECORDING_ASKED]	= "somebody asked",
		[ND_RECORDING_STUCK]	= "it was in the guest for long without an exit",
		[ND_RECORDING_UNWOKEN]	= "it waited for longer than it ever did",
		[ND_RECORDING_STARVED]	= "it hardly got to run",
		[ND_RECORDING_ENTRY]	= "an entry failed",
		[ND_RECORDING_VMFAIL]	= "VMLAUNCH or VMRESUME failed",
		[ND_RECORDING_REFUSED]	= "KVM refused a nested entry",
		[ND_RECORDING_SHUTDOWN]	= "a triple fault ended the guest",
		[ND_RECORDING_INTERNAL]	= "KVM gave the guest up",
		[ND_RECORDING_RUN]	= "KVM_RUN returned an error",
	};

	return words[why];
}

static void recorder_title(const struct nd_recording *of, const struct nd_emit *emit)
{
	char title[160], taken[ND_FIGURE];

	if (of->why == ND_RECORDING_LIVE)
		scnprintf(title, sizeof(title), "Process %u, vCPU %u: the last %u exit%s",
			  of->pid, of->id, of->nr, of->nr == 1 ? "" : "s");
	else
		scnprintf(title, sizeof(title), "Process %u, vCPU %u: %u exit%s kept %s ago, as %s",
			  of->pid, of->id, of->nr, of->nr == 1 ? "" : "s",
			  nd_time_text(of->taken, taken, sizeof(taken)),
			  recorder_why_words(of->why));
	nd_emit_section(emit, title);
}

static noinline_for_stack void recorder_head(const struct nd_recording *of,
					     const struct nd_emit *emit)
{
	struct nd_row row;

	nd_row_init(&row, ND_ROW_RECORDING, NULL, NULL, NULL);
	nd_row_dec(&row, "pid", of->pid);
	nd_row_dec(&row, "vcpu", of->id);
	nd_row_str(&row, "kept", nd_recording_word(of->why));
	nd_row_dec(&row, "taken_ns", of->taken);
	nd_row_dec(&row, "count", of->nr);
	nd_row_dec(&row, "torn_count", of->torn);
	if (of->in_guest)
		nd_row_dec(&row, "in_guest_ns", of->entered);
	nd_emit_row(emit, &row);
}

static void recorder_foot(const struct nd_recording *of, const struct nd_emit *emit)
{
	char text[160], since[ND_FIGURE];

	if (of->in_guest && of->why == ND_RECORDING_LIVE) {
		scnprintf(text, sizeof(text), "In the guest since %s.",
			  nd_time_text(of->entered, since, sizeof(since)));
		nd_emit_detail(emit, "now", text);
	}
	if (!of->torn)
		return;
	scnprintf(text, sizeof(text),
		  "%u exit%s overwritten while %s read, and %s left out.", of->torn,
		  of->torn == 1 ? " was" : "s were", of->torn == 1 ? "it was" : "they were",
		  of->torn == 1 ? "is" : "are");
	nd_emit_note(emit, text);
}

static bool recorder_is_asked(const struct nd_recording *of, u32 pid, u32 id)
{
	return (pid == ND_RECORDER_ALL || of->pid == pid) &&
	       (id == ND_RECORDER_ALL || of->id == id);
}

u32 nd_recorder_rows(const struct nd_facts *facts, u32 pid, u32 id, const struct nd_emit *emit)
{
	const struct nd_recorder *recorder = facts->recorder;
	u32 isa = facts->trace ? facts->trace->isa : ND_ISA_UNKNOWN;
	u32 i, j, nr = 0;

	if (!recorder || !recorder->known) {
		nd_emit_note(emit, "The last exits were not read. Only the module records them: load it with recorder=64.");
		return 0;
	}
	if (!recorder->size) {
		nd_emit_note(emit, "The flight recorder is off. Load the module with recorder=64, and without times=0.");
		return 0;
	}
	for (i = 0; i < recorder->nr; i++) {
		const struct nd_recording *of = &recorder->recordings[i];

		if (!recorder_is_asked(of, pid, id))
			continue;
		recorder_title(of, emit);
		recorder_head(of, emit);
		if (!nr++)
			nd_emit_detail(emit, "columns", "how long ago; in the guest before; out of it since; whose exit; what for");
		for (j = 0; j < of->nr; j++)
			recorder_exit_row(recorder, of, j, isa, emit);
		recorder_foot(of, emit);
	}
	if (!nr)
		nd_emit_note(emit, "No exit of such a vCPU is recorded.");
	return nr;
}
