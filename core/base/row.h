/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A row is one answer. The core emits rows; every view, plain or JSON, in the kernel or in the
 * tool, prints the same rows and nothing else, so no two views can disagree.
 */
#ifndef NESTDIAG_ROW_H
#define NESTDIAG_ROW_H

#include <nestdiag/types.h>

#define ND_ROW_WORDS	320
#define ND_ROW_COLS	18
#define ND_ROW_LINE	1280	/* a formatted plain row of at least ND_WIDTH_MIN always fits */

/* Columns of a plain view: if nothing says how many there are, and the least. */
#define ND_WIDTH	80
#define ND_WIDTH_MIN	60

/**
 * enum nd_row_kind - what a row is; decides the JSON array that holds it and its plain layout
 * @ND_ROW_SECTION:  a heading of the plain views; not in JSON
 * @ND_ROW_FACT:     one answer of the whole machine: a member, named by its id, of the JSON object
 * @ND_ROW_NOTE:     a sentence for the reader: JSON array "notes"
 * @ND_ROW_MSR:      a register with its value and state: "msrs"
 * @ND_ROW_MSR_NONE: a register that this kind of machine never has: "msrs", only there
 * @ND_ROW_CONTROL:  a VMX control bit: "controls"
 * @ND_ROW_FIELD:    another bit or range of a capability register: "fields"
 * @ND_ROW_LEAF:     a CPUID leaf as read: "leaves"
 * @ND_ROW_FEATURE:  a bit of a hypervisor or SVM CPUID leaf: "features"
 * @ND_ROW_SUPPORT:  a virtualization feature, whether it is there and who took it: "features"
 * @ND_ROW_ASSIST:   a field of a VP assist page: "assist"
 * @ND_ROW_EVMCS_CPU: what was found where a CPU's assist page points: "evmcs_cpus"
 * @ND_ROW_EVMCS:    a field of an enlightened VMCS: "evmcs_fields"
 * @ND_ROW_EVMCS_CTL: a control set in it: "evmcs_controls"
 * @ND_ROW_DIFFER:   a register that is not the same on every CPU; not in JSON
 * @ND_ROW_DIFFER_VALUE: one of its values, and the CPUs that have it: "differences", only there
 * @ND_ROW_AVAILABLE: something that KVM can use: "available", only there
 * @ND_ROW_MISSING:  a feature that KVM here runs without, and why: "missing"
 * @ND_ROW_FINDING:  something that needs attention: "findings"
 * @ND_ROW_LOST:     a feature that the first of two machines has and the second lacks: "lost"
 * @ND_ROW_GAINED:   the other way round: "gained"
 * @ND_ROW_CHANGE:   something else that two machines do not have in common: "changes"
 * @ND_ROW_CHECK:    a rule that was asked, and what it says: "checks"
 * @ND_ROW_DETAIL:   evidence, cause or remedy under a row; in JSON they are that row's own
 * @ND_ROW_RULE:     a rule that can be asked: "rules"
 * @ND_ROW_EXIT:     exits of one reason, vCPU, CPU or level: "exits"
 * @ND_ROW_TIMES:    how many exits of one reason took so long: "histograms"
 * @ND_ROW_USERSPACE: returns to user space for one reason: "userspace"
 * @ND_ROW_POINT:    a tracepoint that is not attached: "tracepoints"
 * @ND_ROW_NESTED:   exits of nested guests for one reason, and who handled them: "nested_reasons"
 * @ND_ROW_VMX:      exits of guest hypervisors by instruction: "instructions"
 * @ND_ROW_REFUSAL:  nested entries refused for one reason: "refusals"
 * @ND_ROW_VCPU:     a vCPU: "vcpus"
 * @ND_ROW_STAT:     one of KVM's own statistics: "statistics"
 * @ND_ROW_DUMP:     a dump of a VMCS or VMCB: "dumps"
 * @ND_ROW_VIOLATION: a check of a VM entry that fails: "violations"
 * @ND_ROW_UNCHECKED: checks that could not be tried, and for lack of what: "unchecked"
 * @ND_ROW_FAILURE:  a failed launch: "failures"
 * @ND_ROW_EVIDENCE: a field captured at one: "captured"
 * @ND_ROW_STEP:     something that was tried: "steps"
 * @ND_ROW_KVM_CAP:  a capability of KVM: "kvm_capabilities"
 * @ND_ROW_MESSAGE:  a line of a log that the catalogue knows: "messages"
 * @ND_ROW_READING:  one thing that a word may stand for: "readings"
 * @ND_ROW_GROUP:    machines that have something in common: "groups"
 * @ND_ROW_UNLIKE:   a fact by which a group differs from another: "unlike", only there
 * @ND_ROW_POOLED:   a feature, and whether guests of all machines get it: "pooled", only there
 * @ND_ROW_COST:     machines without which the others have more features: "costs"
 * @ND_ROW_SLOW:     exits of one reason that took long: "slow"
 * @ND_ROW_TOP:      what a VM, a vCPU or a reason is at: "top", only there
 * @ND_ROW_UNREAD:   a file that could not be read, and why: "unread_files"
 * @ND_ROW_ITEM:     a text for a report, or why there is none: "collected"
 * @ND_ROW_HOT:      a register, port, address, leaf or call that exits are about: "hot"
 * @ND_ROW_CHAIN:    one of several machines that run on each other: "chain"
 * @ND_ROW_JOINED:   exits as two of them counted them: "joined"
 * @ND_ROW_ADVICE:   an estimate of what a change gains: "advice"
 * @ND_ROW_HOT_VM:   a VM, and what inhibits its APICv or AVIC: "vms"
 * @ND_ROW_RECORDING: what is recorded of a vCPU: "recordings", only there
 * @ND_ROW_RECORDED: one of its last exits: "last_exits"
 */
enum nd_row_kind {
	ND_ROW_SECTION,
	ND_ROW_FACT,
	ND_ROW_NOTE,
	ND_ROW_MSR,
	ND_ROW_MSR_NONE,
	ND_ROW_CONTROL,
	ND_ROW_FIELD,
	ND_ROW_LEAF,
	ND_ROW_FEATURE,
	ND_ROW_SUPPORT,
	ND_ROW_ASSIST,
	ND_ROW_EVMCS_CPU,
	ND_ROW_EVMCS,
	ND_ROW_EVMCS_CTL,
	ND_ROW_DIFFER,
	ND_ROW_DIFFER_VALUE,
	ND_ROW_AVAILABLE,
	ND_ROW_MISSING,
	ND_ROW_FINDING,
	ND_ROW_LOST,
	ND_ROW_GAINED,
	ND_ROW_CHANGE,
	ND_ROW_CHECK,
	ND_ROW_DETAIL,
	ND_ROW_RULE,
	ND_ROW_EXIT,
	ND_ROW_TIMES,
	ND_ROW_USERSPACE,
	ND_ROW_POINT,
	ND_ROW_NESTED,
	ND_ROW_VMX,
	ND_ROW_REFUSAL,
	ND_ROW_VCPU,
	ND_ROW_STAT,
	ND_ROW_DUMP,
	ND_ROW_VIOLATION,
	ND_ROW_UNCHECKED,
	ND_ROW_FAILURE,
	ND_ROW_EVIDENCE,
	ND_ROW_STEP,
	ND_ROW_KVM_CAP,
	ND_ROW_MESSAGE,
	ND_ROW_READING,
	ND_ROW_GROUP,
	ND_ROW_UNLIKE,
	ND_ROW_POOLED,
	ND_ROW_COST,
	ND_ROW_SLOW,
	ND_ROW_TOP,
	ND_ROW_UNREAD,
	ND_ROW_ITEM,
	ND_ROW_HOT,
	ND_ROW_HOT_VM,
	ND_ROW_CHAIN,
	ND_ROW_JOINED,
	ND_ROW_ADVICE,
	ND_ROW_RECORDING,
	ND_ROW_RECORDED,
	ND_NR_ROW_KINDS
};

/**
 * enum nd_col_type - how the value of a column is written
 * @ND_COL_STR: text
 * @ND_COL_HEX: hexadecimal with 0x; a string in JSON, whose numbers lose bits beyond 2^53
 * @ND_COL_DEC: a decimal number
 * @ND_COL_MILLI: a decimal number with three places, kept in thousandths
 * @ND_COL_BOOL: true or false
 * @ND_COL_LIST: text with ", " between its words; in JSON an array of them
 * @ND_COL_NAMES: texts of any content, NULL behind the last; in JSON an array of them
 */
enum nd_col_type {
	ND_COL_STR,
	ND_COL_HEX,
	ND_COL_DEC,
	ND_COL_MILLI,
	ND_COL_BOOL,
	ND_COL_LIST,
	ND_COL_NAMES,
};

/**
 * enum nd_col_group - the object within the row that holds a column in JSON
 * @ND_GROUP_NONE:    the row itself
 * @ND_GROUP_VALUES:  "values": fields of a VMCS or VMCB, whose ids are no keys of the row
 * @ND_GROUP_FIGURES: "figures": what a judgement rests on
 */
enum nd_col_group {
	ND_GROUP_NONE,
	ND_GROUP_VALUES,
	ND_GROUP_FIGURES,
};

struct nd_col {
	const char *key;
	u8 type;	/* enum nd_col_type */
	u8 group;	/* enum nd_col_group */
	union {
		const char *str;
		const char *const *names;
		u64 num;
	};
};

/**
 * struct nd_row - one answer
 * @kind:	what it is
 * @id:		stable name for scripts (QEMU's feature name if there is one), or NULL
 * @label:	title for people, as the specification prints it
 * @state:	one word: yes, no, forced, default, ok, fault, absent, ... or NULL
 * @words:	value or sentence for people; empty if @state says it all. "text" in JSON, unless it
 *		only repeats the columns
 * @group:	enum nd_col_group of columns to come
 * @nr_cols:	used entries of @cols
 * @cols:	what scripts get beside id, label, state and text
 *
 * All pointers are to constants or to memory that outlives the emit call.
 */
struct nd_row {
	enum nd_row_kind kind;
	const char *id;
	const char *label;
	const char *state;
	char words[ND_ROW_WORDS];
	u8 group;
	unsigned int nr_cols;
	struct nd_col cols[ND_ROW_COLS];
};

/**
 * struct nd_emit - where rows go
 * @row: takes one row; the row is only valid during the call
 * @ctx: handed to @row
 */
struct nd_emit {
	void (*row)(void *ctx, const struct nd_row *row);
	void *ctx;
};

/** nd_row_list() - name of the JSON array that holds rows of this kind, NULL if there is none */
const char *nd_row_list(enum nd_row_kind kind);

/* Parts of a row that are for people alone, because the columns say the same to scripts. */
#define ND_HIDES_LABEL	BIT(0)
#define ND_HIDES_STATE	BIT(1)
#define ND_HIDES_TEXT	BIT(2)
#define ND_HIDES_ROW	BIT(3)	/* from people: the whole row is for scripts */

/** nd_row_hides() - are these parts of such rows hidden? */
bool nd_row_hides(enum nd_row_kind kind, u8 parts);

/** nd_row_state_key() - what the state of such a row is called in JSON */
const char *nd_row_state_key(enum nd_row_kind kind);

void nd_row_init(struct nd_row *row, enum nd_row_kind kind, const char *id, const char *label,
		 const char *state);
void nd_row_str(struct nd_row *row, const char *key, const char *str);
void nd_row_hex(struct nd_row *row, const char *key, u64 num);
void nd_row_dec(struct nd_row *row, const char *key, u64 num);
void nd_row_ratio(struct nd_row *row, const char *key, u64 part, u64 whole);
void nd_row_bool(struct nd_row *row, const char *key, bool on);
void nd_row_words(struct nd_row *row, const char *key, const char *list);
void nd_row_names(struct nd_row *row, const char *key, const char *const *names);

/* Appends to @words; what does not fit is cut, with "..." as the mark. NULL: nobody wants them. */
__printf(2, 3) void nd_row_printf(struct nd_row *row, const char *fmt, ...);

/**
 * nd_row_bits() - append the names of the bits that are set in @value
 * @names: by bit; a bit without one is appended as its number
 * @nr:    their number
 */
void nd_row_bits(struct nd_row *row, u64 value, const char *const *names, unsigned int nr);

static inline void nd_emit_row(const struct nd_emit *emit, const struct nd_row *row)
{
	emit->row(emit->ctx, row);
}

/* Shorthands for the rows that are only words. */
void nd_emit_section(const struct nd_emit *emit, const char *label);
void nd_emit_note(const struct nd_emit *emit, const char *note);

/** nd_emit_detail() - a sentence under a row as ND_ROW_DETAIL; none if @text is NULL or empty */
void nd_emit_detail(const struct nd_emit *emit, const char *label, const char *text);

/** nd_row_is_judged() - plain rows of this kind are "state: label" with their words below */
bool nd_row_is_judged(enum nd_row_kind kind);

/**
 * nd_row_format() - write a row the way people read it, without a line end
 * @row:   the row
 * @width: columns that a line has at most, unless a word is longer
 * @buf:   at least ND_ROW_LINE bytes
 * @size:  size of @buf
 *
 * Return: length written. A section starts with a line end of its own.
 */
int nd_row_format(const struct nd_row *row, unsigned int width, char *buf, size_t size);

#endif /* NESTDIAG_ROW_H */
