// SPDX-License-Identifier: GPL-2.0-only
/*
 * The SDM's "Checks on Guest Segment Registers" and "... Descriptor-Table Registers": exit
 * reason 33 with bit 31.
 *
 * @arg of these checks is the register's number in the order of the VMCS.
 */
#include "core/entry/checks.h"

enum { SEGS_ES, SEGS_CS, SEGS_SS, SEGS_DS, SEGS_FS, SEGS_GS, SEGS_LDTR, SEGS_TR };

#define SEGS_CODE	8	/* of the type: a code segment */

static u64 segs_sel(struct nd_chk *c, unsigned int reg)
{
	return nd_chk_get(c, ND_VMF_ES_SEL + reg);
}

static u64 segs_ar(struct nd_chk *c, unsigned int reg)
{
	return nd_chk_get(c, ND_VMF_ES_AR + reg);
}

static unsigned int segs_dpl(struct nd_chk *c, unsigned int reg)
{
	return segs_ar(c, reg) >> 5 & 3;
}

static bool segs_v86(struct nd_chk *c)
{
	return nd_chk_mode(c, ND_VMF_RFLAGS, 17);
}

static bool segs_unrestricted(struct nd_chk *c)
{
	return nd_chk_on(c, ND_ON_SECONDARY(7));
}

/* CS and TR are always in use; the others while their unusable bit is 0. */
static bool segs_usable(struct nd_chk *c, unsigned int reg)
{
	return reg == SEGS_CS || reg == SEGS_TR || !(segs_ar(c, reg) & BIT_ULL(16));
}

/* Are the parts of the access rights looked at? LDTR's and TR's are in virtual-8086 mode, too. */
static bool segs_judged(struct nd_chk *c)
{
	unsigned int reg = c->check->arg;

	return (reg >= SEGS_LDTR || !segs_v86(c)) && segs_usable(c, reg);
}

static bool segs_ti(struct nd_chk *c)
{
	return !segs_usable(c, c->check->arg) || !(segs_sel(c, c->check->arg) & 4);
}

static bool segs_ss_rpl(struct nd_chk *c)
{
	return segs_v86(c) || segs_unrestricted(c) ||
	       (segs_sel(c, SEGS_SS) & 3) == (segs_sel(c, SEGS_CS) & 3);
}

static bool segs_v86_base(struct nd_chk *c)
{
	return !segs_v86(c) ||
	       nd_chk_get(c, ND_VMF_ES_BASE + c->check->arg) == segs_sel(c, c->check->arg) << 4;
}

static bool segs_canonical(struct nd_chk *c)
{
	return !segs_usable(c, c->check->arg) || nd_rule_canonical(c);
}

/* The base of FS, GS and TR is loaded even if the segment is not usable. */
static bool segs_low(struct nd_chk *c)
{
	return !segs_usable(c, c->check->arg) || !(nd_chk_get(c, c->check->field) >> 32);
}

static bool segs_v86_limit(struct nd_chk *c)
{
	return !segs_v86(c) || nd_chk_get(c, c->check->field) == 0xffff;
}

static bool segs_v86_ar(struct nd_chk *c)
{
	return !segs_v86(c) || segs_ar(c, c->check->arg) == 0xf3;
}

static bool segs_type(struct nd_chk *c)
{
	unsigned int reg = c->check->arg;
	u64 type;

	if (!segs_judged(c))
		return true;
	type = segs_ar(c, reg) & 0xf;
	switch (reg) {
	case SEGS_CS:
		return (type & (SEGS_CODE | 1)) == (SEGS_CODE | 1) ||
		       (type == 3 && segs_unrestricted(c));
	case SEGS_SS:
		return type == 3 || type == 7;
	case SEGS_LDTR:
		return type == 2;
	case SEGS_TR:
		return type == 11 || (type == 3 && !nd_chk_on(c, ND_ON_ENTRY(9)));
	default:
		return type & 1 && (!(type & SEGS_CODE) || type & 2);
	}
}

static bool segs_s(struct nd_chk *c)
{
	unsigned int reg = c->check->arg;

	return !segs_judged(c) || !!(segs_ar(c, reg) & BIT(4)) == (reg < SEGS_LDTR);
}

static bool segs_cs_dpl(struct nd_chk *c)
{
	unsigned int type = segs_ar(c, SEGS_CS) & 0xf;

	if (segs_v86(c))
		return true;
	switch (type) {
	case 3:
		return segs_dpl(c, SEGS_CS) == 0;
	case 9:
	case 11:
		return segs_dpl(c, SEGS_CS) == segs_dpl(c, SEGS_SS);
	case 13:
	case 15:
		return segs_dpl(c, SEGS_CS) <= segs_dpl(c, SEGS_SS);
	default:
		return true;
	}
}

/* SS.DPL is the CPL, so it counts even while SS is not usable. */
static bool segs_ss_dpl(struct nd_chk *c)
{
	return segs_v86(c) || segs_unrestricted(c) ||
	       segs_dpl(c, SEGS_SS) == (segs_sel(c, SEGS_SS) & 3);
}

static bool segs_ss_dpl_real(struct nd_chk *c)
{
	if (segs_v86(c) || segs_dpl(c, SEGS_SS) == 0)
		return true;
	return nd_chk_bit(c, ND_VMF_CR0, 0) && (segs_ar(c, SEGS_CS) & 0xf) != 3;
}

static bool segs_data_dpl(struct nd_chk *c)
{
	unsigned int reg = c->check->arg;

	if (segs_unrestricted(c) || !segs_judged(c) || (segs_ar(c, reg) & 0xf) > 11)
		return true;
	return segs_dpl(c, reg) >= (segs_sel(c, reg) & 3);
}

static bool segs_present(struct nd_chk *c)
{
	return !segs_judged(c) || segs_ar(c, c->check->arg) & BIT(7);
}

/* Bits 11:8 or 31:17. */
static bool segs_reserved(struct nd_chk *c)
{
	return !segs_judged(c) || nd_chk_zero(c, segs_ar(c, c->check->arg) & 0xf00);
}

static bool segs_reserved_high(struct nd_chk *c)
{
	return !segs_judged(c) || nd_chk_zero(c, segs_ar(c, c->check->arg) & 0xfffe0000);
}

static bool segs_cs_db(struct nd_chk *c)
{
	u64 ar;

	if (segs_v86(c) || !nd_chk_on(c, ND_ON_ENTRY(9)))
		return true;
	ar = segs_ar(c, SEGS_CS);
	return !(ar & BIT(13)) || !(ar & BIT(14));
}

static bool segs_granularity(struct nd_chk *c)
{
	unsigned int reg = c->check->arg;
	u64 limit;
	bool g;

	if (!segs_judged(c))
		return true;
	limit = nd_chk_get(c, ND_VMF_ES_LIMIT + reg);
	g = segs_ar(c, reg) & BIT(15);
	return g ? (limit & 0xfff) == 0xfff : !(limit & 0xfff00000);
}

static bool segs_tr_usable(struct nd_chk *c)
{
	return !(segs_ar(c, SEGS_TR) & BIT_ULL(16));
}

#define SEGS(id, holds, reg, field, words)					\
	{ "guest-" id, words, holds, SEGS_##reg, ND_VMF_##reg##_##field, 0, ND_CHECK_GUEST }
#define SEGS_V86_BASE(id, reg)							\
	SEGS(id "-v86-base", segs_v86_base, reg, BASE,				\
	     "guest " #reg " base is not the selector times 16 in virtual-8086 mode")
#define SEGS_V86_LIMIT(id, reg)							\
	SEGS(id "-v86-limit", segs_v86_limit, reg, LIMIT,			\
	     "guest " #reg " limit is not 0xffff in virtual-8086 mode")
#define SEGS_V86_AR(id, reg)							\
	SEGS(id "-v86-ar", segs_v86_ar, reg, AR,				\
	     "guest " #reg " access rights are not 0xf3 in virtual-8086 mode")
#define SEGS_TYPE(id, reg, allowed)						\
	SEGS(id "-type", segs_type, reg, AR,					\
	     "guest " #reg " has a type (bits 3:0) other than " allowed)
#define SEGS_CODE_TYPES	"9, 11, 13, 15, or 3 with unrestricted guest"
#define SEGS_DATA_TYPES	"1, 3, 5, 7, 11 or 15"
#define SEGS_S(id, reg)								\
	SEGS(id "-s", segs_s, reg, AR, "guest " #reg ".S (bit 4 of the access rights) is wrong")
#define SEGS_DATA_DPL(id, reg)							\
	SEGS(id "-dpl", segs_data_dpl, reg, AR, "guest " #reg ".DPL is less than its RPL")
#define SEGS_PRESENT(id, reg)							\
	SEGS(id "-present", segs_present, reg, AR, "guest " #reg " is not present")
#define SEGS_RESERVED(id, reg)							\
	SEGS(id "-reserved", segs_reserved, reg, AR,				\
	     "bits 11:8 of guest " #reg " access rights are not 0")
#define SEGS_GRANULARITY(id, reg)						\
	SEGS(id "-granularity", segs_granularity, reg, AR,			\
	     "guest " #reg ".G does not match its limit")
#define SEGS_RESERVED_HIGH(id, reg)						\
	SEGS(id "-reserved-high", segs_reserved_high, reg, AR,			\
	     "bits 31:17 of guest " #reg " access rights are not 0")

static const struct nd_entry_check segs_checks[] = {
	/* Selectors. */
	SEGS("tr-ti", segs_ti, TR, SEL, "guest TR selector has its TI bit set"),
	SEGS("ldtr-ti", segs_ti, LDTR, SEL, "guest LDTR selector has its TI bit set"),
	SEGS("ss-rpl", segs_ss_rpl, SS, SEL, "guest SS.RPL is not CS.RPL"),

	/* Bases. */
	SEGS_V86_BASE("cs", CS), SEGS_V86_BASE("ss", SS), SEGS_V86_BASE("ds", DS),
	SEGS_V86_BASE("es", ES), SEGS_V86_BASE("fs", FS), SEGS_V86_BASE("gs", GS),
	SEGS("tr-base", nd_rule_canonical, TR, BASE, "guest TR base is not canonical"),
	SEGS("fs-base", nd_rule_canonical, FS, BASE, "guest FS base is not canonical"),
	SEGS("gs-base", nd_rule_canonical, GS, BASE, "guest GS base is not canonical"),
	SEGS("ldtr-base", segs_canonical, LDTR, BASE, "guest LDTR base is not canonical"),
	SEGS("cs-base", segs_low, CS, BASE, "bits 63:32 of guest CS base are not 0"),
	SEGS("ss-base", segs_low, SS, BASE, "bits 63:32 of guest SS base are not 0"),
	SEGS("ds-base", segs_low, DS, BASE, "bits 63:32 of guest DS base are not 0"),
	SEGS("es-base", segs_low, ES, BASE, "bits 63:32 of guest ES base are not 0"),

	SEGS_V86_LIMIT("cs", CS), SEGS_V86_LIMIT("ss", SS), SEGS_V86_LIMIT("ds", DS),
	SEGS_V86_LIMIT("es", ES), SEGS_V86_LIMIT("fs", FS), SEGS_V86_LIMIT("gs", GS),

	/* Access rights. */
	SEGS_V86_AR("cs", CS), SEGS_V86_AR("ss", SS), SEGS_V86_AR("ds", DS),
	SEGS_V86_AR("es", ES), SEGS_V86_AR("fs", FS), SEGS_V86_AR("gs", GS),
	SEGS_TYPE("cs", CS, SEGS_CODE_TYPES),
	SEGS_TYPE("ss", SS, "3 or 7"),
	SEGS_TYPE("ds", DS, SEGS_DATA_TYPES), SEGS_TYPE("es", ES, SEGS_DATA_TYPES),
	SEGS_TYPE("fs", FS, SEGS_DATA_TYPES), SEGS_TYPE("gs", GS, SEGS_DATA_TYPES),
	SEGS_S("cs", CS), SEGS_S("ss", SS), SEGS_S("ds", DS),
	SEGS_S("es", ES), SEGS_S("fs", FS), SEGS_S("gs", GS),
	SEGS("cs-dpl", segs_cs_dpl, CS, AR, "guest CS.DPL does not match its type and SS.DPL"),
	SEGS("ss-dpl", segs_ss_dpl, SS, AR, "guest SS.DPL is not SS.RPL"),
	SEGS("ss-dpl-real", segs_ss_dpl_real, SS, AR,
	     "guest SS.DPL is not 0 in real mode or with a CS of type 3"),
	SEGS_DATA_DPL("ds", DS),
	SEGS_DATA_DPL("es", ES),
	SEGS_DATA_DPL("fs", FS),
	SEGS_DATA_DPL("gs", GS),
	SEGS_PRESENT("cs", CS), SEGS_PRESENT("ss", SS), SEGS_PRESENT("ds", DS),
	SEGS_PRESENT("es", ES), SEGS_PRESENT("fs", FS), SEGS_PRESENT("gs", GS),
	SEGS_RESERVED("cs", CS), SEGS_RESERVED("ss", SS), SEGS_RESERVED("ds", DS),
	SEGS_RESERVED("es", ES), SEGS_RESERVED("fs", FS), SEGS_RESERVED("gs", GS),
	SEGS("cs-db", segs_cs_db, CS, AR, "guest CS.D and CS.L are both 1 in IA-32e mode"),
	SEGS_GRANULARITY("cs", CS), SEGS_GRANULARITY("ss", SS), SEGS_GRANULARITY("ds", DS),
	SEGS_GRANULARITY("es", ES), SEGS_GRANULARITY("fs", FS), SEGS_GRANULARITY("gs", GS),
	SEGS_RESERVED_HIGH("cs", CS), SEGS_RESERVED_HIGH("ss", SS), SEGS_RESERVED_HIGH("ds", DS),
	SEGS_RESERVED_HIGH("es", ES), SEGS_RESERVED_HIGH("fs", FS), SEGS_RESERVED_HIGH("gs", GS),

	SEGS_TYPE("tr", TR, "11, or 3 outside IA-32e mode"),
	SEGS_S("tr", TR),
	SEGS_PRESENT("tr", TR),
	SEGS_RESERVED("tr", TR),
	SEGS_GRANULARITY("tr", TR),
	SEGS("tr-unusable", segs_tr_usable, TR, AR, "guest TR is marked as unusable"),
	SEGS_RESERVED_HIGH("tr", TR),

	SEGS_TYPE("ldtr", LDTR, "2"),
	SEGS_S("ldtr", LDTR),
	SEGS_PRESENT("ldtr", LDTR),
	SEGS_RESERVED("ldtr", LDTR),
	SEGS_GRANULARITY("ldtr", LDTR),
	SEGS_RESERVED_HIGH("ldtr", LDTR),

	/* Descriptor-table registers. */
	{ "guest-gdtr-base", "guest GDTR base is not canonical", nd_rule_canonical, 0,
	  ND_VMF_GDTR_BASE, 0, ND_CHECK_GUEST },
	{ "guest-idtr-base", "guest IDTR base is not canonical", nd_rule_canonical, 0,
	  ND_VMF_IDTR_BASE, 0, ND_CHECK_GUEST },
	{ "guest-gdtr-limit", "bits 31:16 of guest GDTR limit are not 0", nd_rule_zero, 0xffff0000,
	  ND_VMF_GDTR_LIMIT, 0, ND_CHECK_GUEST },
	{ "guest-idtr-limit", "bits 31:16 of guest IDTR limit are not 0", nd_rule_zero, 0xffff0000,
	  ND_VMF_IDTR_LIMIT, 0, ND_CHECK_GUEST },
};

const struct nd_check_table nd_checks_segments = {
	ND_ISA_VMX, segs_checks, ARRAY_SIZE(segs_checks)
};
