// SPDX-License-Identifier: GPL-2.0-only
/*
 * The autopsy: runs the tables of checks over a captured state and says what it finds.
 */
#include "core/entry/autopsy.h"
#include "core/entry/checks.h"
#include "core/entry/insnerror.h"
#include "core/exits/exits.h"
#include "core/exits/reasons.h"
#include "core/facts/regs.h"

u32 nd_suspects_exit(u32 reason)
{
	switch (reason & ND_VMX_EXIT_BASIC) {
	case ND_VMEXIT_INVALID_STATE:
		return BIT(ND_CHECK_GUEST);
	case ND_VMEXIT_MSR_LOAD_FAIL:
		return BIT(ND_CHECK_MSRS);
	default:
		return 0;
	}
}

u32 nd_suspects_vmfail(u32 error)
{
	switch (error) {
	case 0:
		return BIT(ND_CHECK_CONTROLS) | BIT(ND_CHECK_HOST);
	case ND_INSN_ERROR_CONTROLS:
		return BIT(ND_CHECK_CONTROLS);
	case ND_INSN_ERROR_HOST:
		return BIT(ND_CHECK_HOST);
	default:
		return 0;
	}
}

u32 nd_suspects_state(const struct nd_vmstate *state)
{
	u32 reason = nd_vmstate_get(state, ND_VMF_EXIT_REASON);
	u32 error = nd_vmstate_get(state, ND_VMF_INSTRUCTION_ERROR);
	bool exited = reason & ND_VMX_EXIT_FAILED;

	if (state->isa != ND_ISA_VMX || exited == nd_insn_error_checks(error))
		return ND_SUSPECT_ALL;
	return exited ? nd_suspects_exit(reason) : nd_suspects_vmfail(error);
}

/*
 * The number of the check that most likely it was, -1 for none. A check of another class then only
 * fails because something is wrong with what is known, or because it was not tried any more.
 */
static int autopsy_first(struct nd_chk *c, const struct nd_vmstate *state, u32 suspects,
			 const struct nd_cpu *cpu)
{
	const struct nd_entry_check *check;
	unsigned int n;

	for (n = 0; (check = nd_check_at(state->isa, n)); n++)
		if (suspects & BIT(check->class) &&
		    nd_chk_run(c, state, cpu, check) == ND_CHECK_FAILS)
			return n;
	return -1;
}

static void autopsy_fill(const struct nd_chk *c, struct nd_row *row, const char *word)
{
	const struct nd_entry_check *check = c->check;
	unsigned int i;

	nd_row_init(row, ND_ROW_VIOLATION, check->id, NULL, word);
	nd_row_printf(row, "%s", check->words);
	if (c->note[0])
		nd_row_printf(row, ": %s", c->note);
	nd_row_str(row, "class", nd_check_class_word(check->class));
	row->group = ND_GROUP_VALUES;
	for (i = 0; i < c->nr_seen; i++) {
		const struct nd_vmf_desc *desc = nd_vmstate_desc(c->state->isa, c->seen[i]);
		u64 value = c->state->value[c->seen[i]];

		nd_row_printf(row, "%s%s 0x%llx", i ? ", " : " (", desc->name, value);
		nd_row_hex(row, desc->id, value);
	}
	if (c->nr_seen)
		nd_row_printf(row, ")");
	row->group = ND_GROUP_NONE;
}

const char *nd_autopsy_first(const struct nd_vmstate *state, u32 suspects,
			     const struct nd_cpu *cpu, struct nd_row *row)
{
	struct nd_chk c;

	if (autopsy_first(&c, state, suspects, cpu) < 0)
		return NULL;
	if (row)
		autopsy_fill(&c, row, "first");
	return c.check->id;
}

static noinline_for_stack void autopsy_put(const struct nd_chk *c, const char *word,
					   const struct nd_emit *emit)
{
	struct nd_row row;

	autopsy_fill(c, &row, word);
	nd_emit_row(emit, &row);
}

static const char *autopsy_lack_word(const struct nd_vmstate *state, unsigned int lack)
{
	static const char *const others[ND_NR_LACKS - ND_LACK_ADDRESS_WIDTH] = {
		"the physical-address width",
		"the linear-address width",
		"CPUID leaves",
		"the processor's mode",
		"memory that the state points to",
		"entries of the VM-entry MSR-load area",
	};

	if (lack < ND_LACK_REG)
		return nd_vmstate_desc(state->isa, lack)->name;
	if (lack < ND_LACK_ADDRESS_WIDTH)
		return nd_reg_desc(lack - ND_LACK_REG)->name;
	return others[lack - ND_LACK_ADDRESS_WIDTH];
}

/* As many rows as the names need; the first says how many checks they are. */
static noinline_for_stack void autopsy_unchecked(const struct nd_vmstate *state, const u8 *lacks,
						 u32 checks, const struct nd_emit *emit)
{
	struct nd_row own, *row = &own;
	unsigned int lack;

	nd_row_init(row, ND_ROW_UNCHECKED, NULL, NULL, NULL);
	nd_row_printf(row, "not checked: %u check%s, for lack of ", checks, checks == 1 ? "" : "s");
	nd_row_dec(row, "check_count", checks);
	nd_row_words(row, "lacking", row->words + strlen(row->words));
	for (lack = 0; lack < ND_NR_LACKS; lack++) {
		const char *word;

		if (!(lacks[lack / 8] & BIT(lack % 8)))
			continue;
		word = autopsy_lack_word(state, lack);
		if (strlen(row->words) + strlen(word) + 8 > ND_ROW_WORDS) {
			nd_emit_row(emit, row);
			nd_row_init(row, ND_ROW_UNCHECKED, NULL, NULL, NULL);
			nd_row_printf(row, "and for lack of ");
			nd_row_words(row, "lacking", row->words + strlen(row->words));
		}
		nd_row_printf(row, "%s%s", strncmp(row->words + strlen(row->words) - 3, "of ", 3) ?
			      ", " : "", word);
	}
	nd_emit_row(emit, row);
}

struct nd_autopsy nd_autopsy_rows(const struct nd_vmstate *state, u32 suspects,
				  const struct nd_cpu *cpu, const struct nd_emit *emit)
{
	u8 lacks[ND_NR_LACKS / 8 + 1] = { 0 };
	struct nd_autopsy sum = { 0 };
	const struct nd_entry_check *check;
	struct nd_chk c;
	int first = autopsy_first(&c, state, suspects, cpu);
	int n;

	for (n = 0; (check = nd_check_at(state->isa, n)); n++) {
		switch (nd_chk_run(&c, state, cpu, check)) {
		case ND_CHECK_HOLDS:
			sum.passed++;
			break;
		case ND_CHECK_UNCHECKED:
			sum.unchecked++;
			lacks[c.lack / 8] |= BIT(c.lack % 8);
			break;
		case ND_CHECK_FAILS:
			sum.failed++;
			autopsy_put(&c, n == first ? "first" : "fails", emit);
			break;
		}
	}
	if (sum.unchecked)
		autopsy_unchecked(state, lacks, sum.unchecked, emit);
	return sum;
}
