// SPDX-License-Identifier: GPL-2.0-only
/*
 * What VM-entry checks are made of: fields, controls, capabilities, and the tests that many share.
 *
 * A check that asks for what is not known has not been tried, whatever it returns. So a test that
 * can decide without a capability does that before it asks for the capability.
 */
#include "core/entry/checks.h"

const char *nd_check_class_word(enum nd_check_class class)
{
	static const char *const words[ND_NR_CHECK_CLASSES] = {
		[ND_CHECK_CONTROLS]	= "controls",
		[ND_CHECK_HOST]		= "host",
		[ND_CHECK_GUEST]	= "guest",
		[ND_CHECK_MSRS]		= "msr-load",
		[ND_CHECK_VMRUN]	= "vmrun",
	};

	return class < ND_NR_CHECK_CLASSES ? words[class] : "?";
}

bool nd_chk_lack(struct nd_chk *c, unsigned int what)
{
	if (c->lack == ND_LACK_NONE)
		c->lack = what;
	return true;
}

u64 nd_chk_get(struct nd_chk *c, unsigned int field)
{
	unsigned int i;

	if (!nd_vmstate_has(c->state, field)) {
		nd_chk_lack(c, field);
		return 0;
	}
	for (i = 0; i < c->nr_seen; i++)
		if (c->seen[i] == field)
			break;
	if (i == c->nr_seen && i < ND_CHK_SEEN)
		c->seen[c->nr_seen++] = field;
	return c->state->value[field];
}

bool nd_chk_mode(struct nd_chk *c, unsigned int field, unsigned int bit)
{
	if (!nd_vmstate_has(c->state, field))
		return !nd_chk_lack(c, field);
	return c->state->value[field] >> bit & 1;
}

bool nd_chk_on(struct nd_chk *c, unsigned int on)
{
	static const u8 fields[] = {
		ND_VMF_PIN_CTLS, ND_VMF_PRIMARY_CTLS, ND_VMF_SECONDARY_CTLS, ND_VMF_TERTIARY_CTLS,
		ND_VMF_EXIT_CTLS, ND_VMF_EXIT2_CTLS, ND_VMF_ENTRY_CTLS,
	};
	/* The control that puts the whole field in force. */
	static const u16 activates[ARRAY_SIZE(fields)] = {
		[2] = ND_ON_PRIMARY(31),
		[3] = ND_ON_PRIMARY(17),
		[5] = ND_ON_EXIT(31),
	};
	unsigned int group = (on - 1) / 64;
	u16 activate = activates[group];

	if (activate && !nd_chk_mode(c, fields[(activate - 1) / 64], (activate - 1) % 64))
		return false;
	return nd_chk_bit(c, fields[group], (on - 1) % 64);
}

bool nd_chk_reg(struct nd_chk *c, enum nd_reg reg, u64 *value)
{
	*value = 0;
	if (!c->cpu || c->cpu->regs[reg].state != ND_OK)
		return !nd_chk_lack(c, ND_LACK_REG + reg);
	*value = c->cpu->regs[reg].value;
	return true;
}

const struct nd_cpuid *nd_chk_leaf(struct nd_chk *c, u32 leaf, u32 subleaf)
{
	const struct nd_cpuid *found = c->cpu ? nd_cpu_leaf(c->cpu, leaf, subleaf) : NULL;

	if (!found)
		nd_chk_lack(c, ND_LACK_CPUID);
	return found;
}

bool nd_chk_zero(struct nd_chk *c, u64 wrong)
{
	if (wrong)
		scnprintf(c->note, sizeof(c->note), "0x%llx", wrong);
	return !wrong;
}

static bool checks_extends(u64 address, unsigned int width)
{
	u64 top = address >> (width - 1);

	return top == 0 || top == ~0ULL >> (width - 1);
}

bool nd_chk_canonical(struct nd_chk *c, u64 address)
{
	const struct nd_cpuid *leaf;

	if (checks_extends(address, 48))
		return true;
	if (!checks_extends(address, 57))
		return false;
	leaf = c->cpu ? nd_cpu_leaf(c->cpu, 0x80000008, 0) : NULL;
	if (!leaf)
		return nd_chk_lack(c, ND_LACK_LINEAR_WIDTH);
	return (leaf->eax >> 8 & 0xff) >= 57;
}

/* 0 if it is not known. With IA32_VMX_BASIC[48] addresses in a VMCS have 32 bits. */
static unsigned int checks_address_width(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *leaf = cpu ? nd_cpu_leaf(cpu, 0x80000008, 0) : NULL;
	const struct nd_value *basic = cpu ? &cpu->regs[ND_VMX_BASIC] : NULL;

	if (basic && basic->state == ND_OK && basic->value & BIT_ULL(48))
		return 32;
	return leaf ? leaf->eax & 0xff : 0;
}

bool nd_chk_address(struct nd_chk *c, u64 address, u64 low)
{
	unsigned int known = checks_address_width(c->cpu);
	unsigned int width = known && known < 52 ? known : 52;

	if (address & low) {
		scnprintf(c->note, sizeof(c->note), "0x%llx is not aligned to %llu bytes", address,
			  low + 1);
		return false;
	}
	if (address >> width) {
		scnprintf(c->note, sizeof(c->note),
			  "0x%llx is beyond the physical-address width of %u bits", address, width);
		return false;
	}
	return known || nd_chk_lack(c, ND_LACK_ADDRESS_WIDTH);
}

/* UC, WC, WT, WP, WB, UC-. */
bool nd_chk_pat(struct nd_chk *c, u64 pat)
{
	unsigned int i;

	for (i = 0; i < 8; i++) {
		u8 type = pat >> 8 * i;

		if (type > 7 || type == 2 || type == 3) {
			scnprintf(c->note, sizeof(c->note), "PA%u has type %u", i, type);
			return false;
		}
	}
	return true;
}

/*
 * Bits that each processor with VMX has had as 1, so that a dump without capability registers
 * tells something: CR0.PE, CR0.NE and CR0.PG, and CR4.VMXE. CR0.NW and CR0.CD are never checked.
 */
bool nd_chk_cr_fixed(struct nd_chk *c, u64 value, enum nd_reg fixed0, u64 free)
{
	u64 always = fixed0 == ND_VMX_CR0_FIXED0 ? 0x80000021 : 0x2000;
	u64 ignored = fixed0 == ND_VMX_CR0_FIXED0 ? 0x60000000 : 0;
	u64 ones, allowed, wrong = always & ~free & ~value;

	if (wrong) {
		scnprintf(c->note, sizeof(c->note), "0x%llx must be 1", wrong);
		return false;
	}
	if (!nd_chk_reg(c, fixed0, &ones) || !nd_chk_reg(c, fixed0 + 1, &allowed))
		return true;
	wrong = ones & ~free & ~value & ~ignored;
	if (wrong) {
		scnprintf(c->note, sizeof(c->note), "0x%llx must be 1", wrong);
		return false;
	}
	wrong = value & ~allowed & ~ignored;
	if (wrong)
		scnprintf(c->note, sizeof(c->note), "0x%llx must be 0", wrong);
	return !wrong;
}

#define CHECKS_LAM	GENMASK_ULL(62, 61)

bool nd_chk_cr3(struct nd_chk *c, u64 cr3)
{
	const struct nd_cpuid *leaf;

	if (!nd_chk_address(c, cr3 & ~CHECKS_LAM, 0))
		return false;
	if (!(cr3 & CHECKS_LAM))
		return true;
	leaf = nd_chk_leaf(c, 7, 1);
	return !leaf || leaf->eax & BIT(26);
}

/* Bits 9:6 are reserved; SUPPRESS (10) and TRACKER (11) exclude each other; the rest is address. */
bool nd_chk_s_cet(struct nd_chk *c, u64 s_cet)
{
	if (s_cet & 0x3c0)
		return nd_chk_zero(c, s_cet & 0x3c0);
	return (s_cet & 0xc00) != 0xc00 && nd_chk_canonical(c, s_cet);
}

/*
 * General-purpose counters from bit 0, fixed ones from bit 32, bit 48 for PERF_METRICS. Which of
 * them exist says CPUID leaf 10; what no processor has can be told without.
 */
bool nd_chk_perf_global_ctrl(struct nd_chk *c, u64 ctrl)
{
	const struct nd_cpuid *leaf;

	if (!ctrl)
		return true;
	if (ctrl & GENMASK_ULL(63, 49))
		return nd_chk_zero(c, ctrl & GENMASK_ULL(63, 49));
	leaf = nd_chk_leaf(c, 10, 0);
	if (!leaf)
		return true;
	ctrl &= ~(BIT_ULL(leaf->eax >> 8 & 0x1f) - 1);
	ctrl &= ~((BIT_ULL(leaf->edx & 0x1f) - 1) << 32 | (u64)leaf->ecx << 32);
	return nd_chk_zero(c, ctrl & ~BIT_ULL(48));
}

bool nd_rule_zero(struct nd_chk *c)
{
	return nd_chk_zero(c, nd_chk_get(c, c->check->field) & c->check->arg);
}

bool nd_rule_nonzero(struct nd_chk *c)
{
	return nd_chk_get(c, c->check->field) != 0;
}

bool nd_rule_address(struct nd_chk *c)
{
	return nd_chk_address(c, nd_chk_get(c, c->check->field), c->check->arg);
}

bool nd_rule_canonical(struct nd_chk *c)
{
	return nd_chk_canonical(c, nd_chk_get(c, c->check->field));
}

bool nd_rule_pat(struct nd_chk *c)
{
	return nd_chk_pat(c, nd_chk_get(c, c->check->field));
}

bool nd_rule_implies(struct nd_chk *c)
{
	return nd_chk_on(c, c->check->arg);
}

bool nd_rule_excludes(struct nd_chk *c)
{
	return !nd_chk_on(c, c->check->arg);
}

/* Adds "X must be 0" to the note; what no longer fits is left out, its bit is in the value. */
static void checks_note_bit(struct nd_chk *c, const struct nd_ctl_group *group, unsigned int bit,
			    bool set)
{
	size_t used = strlen(c->note);
	const char *label = NULL;
	unsigned int i;

	for (i = 0; i < group->nr_bits; i++)
		if (group->bits[i].bit == bit)
			label = group->bits[i].label;
	if (used > sizeof(c->note) - 48)
		return;
	if (label)
		scnprintf(c->note + used, sizeof(c->note) - used, "%s\"%s\" must be %u",
			  used ? ", " : "", label, !set);
	else
		scnprintf(c->note + used, sizeof(c->note) - used, "%sbit %u must be %u",
			  used ? ", " : "", bit, !set);
}

bool nd_rule_allowed(struct nd_chk *c)
{
	const struct nd_ctl_group *group = &nd_ctl_groups[c->check->arg];
	u64 value = nd_chk_get(c, c->check->field);
	unsigned int bit, bits = group->kind == ND_CTLS_PAIR ? 32 : 64;
	bool good = true;

	if (!c->cpu)
		return nd_chk_lack(c, ND_LACK_REG + group->reg);
	for (bit = 0; bit < bits; bit++) {
		enum nd_ctl_state state = nd_ctl_state(c->cpu, group, bit);
		bool set = value >> bit & 1;

		if (state < ND_CTL_NO || state == ND_CTL_CONTRADICTORY)
			return nd_chk_lack(c, ND_LACK_REG + group->reg);
		if (set ? state != ND_CTL_NO : state != ND_CTL_FORCED)
			continue;
		checks_note_bit(c, group, bit, set);
		good = false;
	}
	return good;
}

enum nd_check_result nd_chk_run(struct nd_chk *c, const struct nd_vmstate *state,
				const struct nd_cpu *cpu, const struct nd_entry_check *check)
{
	bool holds;

	c->state = state;
	c->cpu = cpu;
	c->check = check;
	c->lack = ND_LACK_NONE;
	c->nr_seen = 0;
	c->note[0] = '\0';
	holds = (check->when && !nd_chk_on(c, check->when)) || check->holds(c);
	if (c->lack != ND_LACK_NONE)
		return ND_CHECK_UNCHECKED;
	return holds ? ND_CHECK_HOLDS : ND_CHECK_FAILS;
}

const struct nd_entry_check *nd_check_at(enum nd_isa isa, unsigned int n)
{
	static const struct nd_check_table *const tables[] = {
		&nd_checks_ctls, &nd_checks_host, &nd_checks_guest, &nd_checks_segments,
		&nd_checks_nonreg, &nd_checks_msrs, &nd_checks_vmcb,
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(tables); i++) {
		if (tables[i]->isa != isa)
			continue;
		if (n < tables[i]->nr)
			return &tables[i]->checks[n];
		n -= tables[i]->nr;
	}
	return NULL;
}
