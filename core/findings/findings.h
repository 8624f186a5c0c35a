/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Findings: what may be wrong, as a table of rules; each asks the facts one question.
 */
#ifndef NESTDIAG_FINDINGS_H
#define NESTDIAG_FINDINGS_H

#include "core/caps/generation.h"
#include "core/facts/facts.h"
#include "core/base/row.h"

/**
 * enum nd_severity - how bad it is where a rule fires
 * @ND_NOTE:    advice, or something to know
 * @ND_WARNING: works, but not as well as it could or not for long
 * @ND_ERROR:   virtualization, or guests in it, do not work
 */
enum nd_severity {
	ND_NOTE,
	ND_WARNING,
	ND_ERROR,
};

/**
 * enum nd_verdict - what the facts say to a rule
 * @ND_NOT_ASKED:    the question does not arise on this machine
 * @ND_PASSES:       it was looked at and is in order
 * @ND_CANNOT_TELL:  the facts that would decide are not there
 * @ND_FIRES:        it holds
 */
enum nd_verdict {
	ND_NOT_ASKED,
	ND_PASSES,
	ND_CANNOT_TELL,
	ND_FIRES,
};

/* Kinds of facts that a rule cannot do without. */
#define ND_WANTS_CPU	BIT(0)	/* CPUID or registers of an x86 CPU */
#define ND_WANTS_X86	BIT(4)	/* no facts, but an x86: elsewhere the question does not arise */
#define ND_WANTS_PARAMS	BIT(1)	/* KVM's module parameters */
#define ND_WANTS_HOST	BIT(2)	/* the host around KVM: /proc and /sys */
#define ND_WANTS_EXITS	BIT(3)	/* exit accounting */

struct nd_check;
struct nd_judge;

/**
 * struct nd_finding - a rule
 * @id:        stable name
 * @severity:  if it fires; @check may find that it is worse
 * @wants:     ND_WANTS_...: without one of them the verdict is ND_CANNOT_TELL; of the host and of
 *	       exits ND_NOT_ASKED if no fact at all was recorded
 * @title:     what is wrong if it fires, in few words
 * @asks:      what is in order if it passes
 * @cause:     why it comes to that
 * @remedy:    command or setting; @check may put a better one in its place
 * @reference: where that is written: title of a document
 * @check:     decides, and appends evidence to the row of the check
 * @judge:     of a rule on the figures of exit accounting: do they show it? Appends evidence, cause
 *	       and remedy to the row. NULL for other rules
 * @vendors:   the part of @reference that is for the processors of one maker, if it has such parts
 */
struct nd_finding {
	const char *id;
	enum nd_severity severity;
	u8 wants;
	const char *title;
	const char *asks;
	const char *cause;
	const char *remedy;
	const char *reference;
	enum nd_verdict (*check)(struct nd_check *c);
	bool (*judge)(const struct nd_judge *j, struct nd_row *row);
	const char *vendors[ND_NR_MAKERS];
};

/**
 * struct nd_check - a rule being asked
 * @finding: the rule
 * @facts:   of the machine
 * @cpu:     the CPU that speaks for all; NULL only for rules without ND_WANTS_CPU
 * @severity: of the finding here; @check may change it
 * @row:     its words take the evidence or, with ND_CANNOT_TELL, which facts are missing
 * @cause:   of the finding; NULL if there is nothing to say
 * @remedy:  for the finding; with ND_CANNOT_TELL how to find out
 */
struct nd_check {
	const struct nd_finding *finding;
	const struct nd_facts *facts;
	const struct nd_cpu *cpu;
	enum nd_severity severity;
	struct nd_row *row;
	const char *cause;
	const char *remedy;
};

/** nd_finding_at() - the rules in their order; NULL behind the last */
const struct nd_finding *nd_finding_at(unsigned int i);

/** nd_finding_find() - the rule with that id, NULL if there is none */
const struct nd_finding *nd_finding_find(const char *id);

/** nd_severity_word() - "note", "warning", "error" */
const char *nd_severity_word(enum nd_severity severity);

/**
 * nd_finding_check() - ask one rule
 * @c:       filled: the caller reads @cause and @remedy
 * @finding: the rule
 * @facts:   the machine
 * @cpu:     the CPU that speaks for all, NULL if there is none
 * @row:     initialised here; its words are the evidence
 */
enum nd_verdict nd_finding_check(struct nd_check *c, const struct nd_finding *finding,
				 const struct nd_facts *facts, const struct nd_cpu *cpu,
				 struct nd_row *row);

/**
 * nd_verdict_word() - "PASS", "UNKNOWN", "N/A"; of a rule
 * that fires by its severity "FAIL", "WARN", "NOTE"
 */
const char *nd_verdict_word(enum nd_verdict verdict, enum nd_severity severity);

/** nd_finding_reference() - @rule's reference for @cpu, which may be NULL */
const char *nd_finding_reference(const struct nd_finding *rule, const struct nd_cpu *cpu);

/**
 * nd_finding_cols() - what scripts get of a rule that was asked, in every command the same
 * @row:      takes the columns
 * @rule:     the rule
 * @cpu:      the CPU that speaks for all, NULL if there is none
 * @verdict:  what it says
 * @severity: of the finding here
 * @evidence: of that, or which facts are missing
 * @cause:    NULL if there is nothing to say
 * @remedy:   with ND_CANNOT_TELL how to find out
 */
void nd_finding_cols(struct nd_row *row, const struct nd_finding *rule, const struct nd_cpu *cpu,
		     enum nd_verdict verdict, enum nd_severity severity, const char *evidence,
		     const char *cause, const char *remedy);

/** nd_finding_emit() - the finding of a check that fired as ND_ROW_FINDING */
void nd_finding_emit(const struct nd_check *c, const struct nd_emit *emit);

/** nd_finding_rows() - ND_ROW_FINDING for each rule that fires; their number. @emit may be NULL */
unsigned int nd_finding_rows(const struct nd_facts *facts, const struct nd_cpu *cpu,
			     const struct nd_emit *emit);

/* Ends of a rule: what is missing, and what would bring it. */
__printf(3, 4) enum nd_verdict nd_cannot_tell(struct nd_check *c, const char *how,
					      const char *fmt, ...);

/* How to find out in most cases. */
#define ND_SETTLE_MODULE	"load the nestdiag module"
#define ND_SETTLE_SNAPSHOT	"take a new snapshot: nestdiag snapshot, as root, on that machine"

/** nd_check_usable() - nothing says that this machine has no virtualization to ask about */
bool nd_check_usable(const struct nd_check *c);

/** nd_facts_x86() - the machine is an x86, or nothing says that it is not */
bool nd_facts_x86(const struct nd_facts *facts);

/* The rules, one array for each noun; an array ends with an empty id. */
extern const struct nd_finding nd_virt_findings[];
extern const struct nd_finding nd_evmcs_findings[];
extern const struct nd_finding nd_regs_findings[];
extern const struct nd_finding nd_params_findings[];
extern const struct nd_finding nd_host_findings[];
extern const struct nd_finding nd_module_findings[];
extern const struct nd_finding nd_kernel_findings[];
extern const struct nd_finding nd_offer_findings[];
extern const struct nd_finding nd_holes_findings[];
extern const struct nd_finding nd_net_findings[];
extern const struct nd_finding nd_arch_findings[];
extern const struct nd_finding nd_stats_findings[];
extern const struct nd_finding nd_speed_findings[];
extern const struct nd_finding nd_apicv_findings[];
extern const struct nd_finding nd_exits_findings[];

/*
 * The arrays in the order in which rules are asked: all of them in core/findings/rules.c, those
 * that can fire on what ring 0 knows in module/rules.c.
 */
extern const struct nd_finding *const nd_rule_tables[];
extern const unsigned int nd_nr_rule_tables;

#endif /* NESTDIAG_FINDINGS_H */
