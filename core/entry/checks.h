/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The tables of VM-entry checks, and what a check works with. For the autopsy, the tables and
 * their tests; others want <nestdiag/autopsy.h>.
 */
#ifndef NESTDIAG_CHECKS_H
#define NESTDIAG_CHECKS_H

#include "core/caps/controls.h"
#include "core/entry/vmstate.h"
#include "core/facts/facts.h"

/*
 * A VMX control as one number: its group, in the order of nd_ctl_groups, and its bit; 0 is none.
 */
#define ND_ON(group, bit)	((group) * 64 + (bit) + 1)
#define ND_ON_PIN(bit)		ND_ON(0, bit)
#define ND_ON_PRIMARY(bit)	ND_ON(1, bit)
#define ND_ON_SECONDARY(bit)	ND_ON(2, bit)
#define ND_ON_TERTIARY(bit)	ND_ON(3, bit)
#define ND_ON_EXIT(bit)		ND_ON(4, bit)
#define ND_ON_EXIT2(bit)	ND_ON(5, bit)
#define ND_ON_ENTRY(bit)	ND_ON(6, bit)

/**
 * enum nd_check_class - how the processor reports that a check fails, in the order of checking
 * @ND_CHECK_CONTROLS: VM-instruction error 7
 * @ND_CHECK_HOST:     VM-instruction error 8
 * @ND_CHECK_GUEST:    exit reason 33 with bit 31
 * @ND_CHECK_MSRS:     exit reason 34 with bit 31
 * @ND_CHECK_VMRUN:    SVM: exit code -1
 *
 * Of controls and host state a processor may check either first.
 */
enum nd_check_class {
	ND_CHECK_CONTROLS,
	ND_CHECK_HOST,
	ND_CHECK_GUEST,
	ND_CHECK_MSRS,
	ND_CHECK_VMRUN,
	ND_NR_CHECK_CLASSES
};

/** nd_check_class_word() - "controls", "host", "guest", "msr-load", "vmrun" */
const char *nd_check_class_word(enum nd_check_class class);

/* What a check can lack: a field, by its number, or one of these. */
enum {
	ND_LACK_REG	= ND_NR_VMF,	/* and on: the register with that enum nd_reg */
	ND_LACK_ADDRESS_WIDTH = ND_LACK_REG + ND_NR_REGS,
	ND_LACK_LINEAR_WIDTH,
	ND_LACK_CPUID,
	ND_LACK_MODE,
	ND_LACK_MEMORY,
	ND_LACK_MSR_AREA,
	ND_NR_LACKS,
	ND_LACK_NONE	= ND_NR_LACKS,
};

struct nd_chk;

/**
 * struct nd_entry_check - one check of a VM entry
 * @id:    stable name for scripts
 * @words: what is wrong if it does not hold
 * @holds: the test; if it asked for what is not known, its answer does not count
 * @arg:   for @holds: bits, or a control, or a register's number
 * @field: for @holds: the field that it is about
 * @when:  it only applies while this control is 1; 0: always
 * @class: what a failure is reported as
 */
struct nd_entry_check {
	const char *id;
	const char *words;
	bool (*holds)(struct nd_chk *c);
	u64 arg;
	u8 field;
	u16 when;
	u8 class;
};

/**
 * struct nd_check_table - the checks of one section of the specification, in its order
 * @isa:    VMCS or VMCB
 * @checks: the checks
 * @nr:     their number
 */
struct nd_check_table {
	enum nd_isa isa;
	const struct nd_entry_check *checks;
	unsigned int nr;
};

extern const struct nd_check_table nd_checks_ctls;
extern const struct nd_check_table nd_checks_host;
extern const struct nd_check_table nd_checks_guest;
extern const struct nd_check_table nd_checks_segments;
extern const struct nd_check_table nd_checks_nonreg;
extern const struct nd_check_table nd_checks_msrs;
extern const struct nd_check_table nd_checks_vmcb;

#define ND_CHK_SEEN	6

/**
 * struct nd_chk - one check at work
 * @state:   the captured state
 * @cpu:     the CPU whose capabilities count, or NULL
 * @check:   the check
 * @lack:    the first thing it asked for that is not known
 * @nr_seen: used entries of @seen
 * @seen:    fields that it looked at
 * @note:    what exactly is wrong, if @check's words do not say it
 */
struct nd_chk {
	const struct nd_vmstate *state;
	const struct nd_cpu *cpu;
	const struct nd_entry_check *check;
	u16 lack;
	u8 nr_seen;
	u8 seen[ND_CHK_SEEN];
	char note[120];
};

enum nd_check_result {
	ND_CHECK_HOLDS,
	ND_CHECK_FAILS,
	ND_CHECK_UNCHECKED,
};

/** nd_chk_run() - try one check; @c tells the rest */
enum nd_check_result nd_chk_run(struct nd_chk *c, const struct nd_vmstate *state,
				const struct nd_cpu *cpu, const struct nd_entry_check *check);

/** nd_check_at() - the check with that number in the order of checking, NULL behind the last */
const struct nd_entry_check *nd_check_at(enum nd_isa isa, unsigned int n);

/* What checks are made of. Each notes what it was asked for. */

/** nd_chk_lack() - the check cannot be tried for lack of @what; returns true */
bool nd_chk_lack(struct nd_chk *c, unsigned int what);

/** nd_chk_get() - a field's value, 0 if it is not known */
u64 nd_chk_get(struct nd_chk *c, unsigned int field);

static inline bool nd_chk_bit(struct nd_chk *c, unsigned int field, unsigned int bit)
{
	return nd_chk_get(c, field) >> bit & 1;
}

/** nd_chk_mode() - a bit that says whether a check applies; not to be shown as evidence */
bool nd_chk_mode(struct nd_chk *c, unsigned int field, unsigned int bit);

/** nd_chk_on() - is that control 1, and the field that holds it in force? */
bool nd_chk_on(struct nd_chk *c, unsigned int on);

/** nd_chk_reg() - value of a capability register; false if it is not known */
bool nd_chk_reg(struct nd_chk *c, enum nd_reg reg, u64 *value);

/** nd_chk_leaf() - a CPUID leaf, NULL if it is not known */
const struct nd_cpuid *nd_chk_leaf(struct nd_chk *c, u32 leaf, u32 subleaf);

/** nd_chk_zero() - is @wrong, bits that must be 0, 0? */
bool nd_chk_zero(struct nd_chk *c, u64 wrong);

bool nd_chk_canonical(struct nd_chk *c, u64 address);

/** nd_chk_address() - @low bits are 0, and none is set beyond the physical-address width */
bool nd_chk_address(struct nd_chk *c, u64 address, u64 low);

/** nd_chk_pat() - each byte of it is a memory type */
bool nd_chk_pat(struct nd_chk *c, u64 pat);

/**
 * nd_chk_cr_fixed() - a control register has no bit that VMX operation does not support
 * @value:  the register
 * @fixed0: ND_VMX_CR0_FIXED0 or ND_VMX_CR4_FIXED0; its FIXED1 follows it
 * @free:   bits that may be 0 nevertheless
 */
bool nd_chk_cr_fixed(struct nd_chk *c, u64 value, enum nd_reg fixed0, u64 free);

/** nd_chk_cr3() - nothing beyond the physical-address width but LAM's bits */
bool nd_chk_cr3(struct nd_chk *c, u64 cr3);

bool nd_chk_s_cet(struct nd_chk *c, u64 s_cet);
bool nd_chk_perf_global_ctrl(struct nd_chk *c, u64 ctrl);

/* Tests that several checks share, see @field, @when and @arg. */
bool nd_rule_zero(struct nd_chk *c);		/* @arg: bits of @field that must be 0 */
bool nd_rule_nonzero(struct nd_chk *c);		/* @field must not be 0 */
bool nd_rule_address(struct nd_chk *c);		/* @arg: bits of @field that alignment clears */
bool nd_rule_canonical(struct nd_chk *c);
bool nd_rule_pat(struct nd_chk *c);
bool nd_rule_implies(struct nd_chk *c);		/* @arg: control that must be 1, too */
bool nd_rule_excludes(struct nd_chk *c);	/* @arg: control that must be 0 */
bool nd_rule_allowed(struct nd_chk *c);		/* @arg: group of controls that @field holds */

#endif /* NESTDIAG_CHECKS_H */
