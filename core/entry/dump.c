// SPDX-License-Identifier: GPL-2.0-only
/*
 * Dumps of a VMCS or VMCB in the words of KVM's dump_vmcs() and dump_vmcb(), Linux 5.10 to 7.3.
 *
 * A value is found by the word before it, wherever in the line that stands: what comes in front
 * (time, host, "kvm_intel:") differs from log to log. Words are looked for in their own part only,
 * because guest and host have the same ones. "EFER= ... (effective)" and "(autoload)" are not what
 * the VMCS holds and are left out.
 */
#include "core/entry/dump.h"
#include "core/base/scan.h"

/**
 * enum dump_form - how a value is written behind its word
 * @DUMP_HEX:    hexadecimal, with or without 0x
 * @DUMP_DEC:    decimal, possibly negative
 * @DUMP_SECOND: hexadecimal behind the colon that follows a first number
 * @DUMP_EFER:   as DUMP_HEX, with nothing behind it in the line
 * @DUMP_HIGH:   as DUMP_HEX, the upper 16 bits of a field
 * @DUMP_LOW:    the lower ones
 * @DUMP_NEXT:   hexadecimal behind a first number and a blank
 */
enum dump_form {
	DUMP_HEX,
	DUMP_DEC,
	DUMP_SECOND,
	DUMP_EFER,
	DUMP_HIGH,
	DUMP_LOW,
	DUMP_NEXT,
};

/**
 * struct dump_word - one value of a dump
 * @part:  where it stands
 * @form:  how it is written
 * @field: which it is
 * @head:  a word that is before it in the line, NULL for none
 * @word:  the word before it; blanks may follow
 */
struct dump_word {
	u8 part;
	u8 form;
	u8 field;
	const char *head;
	const char *word;
};

static const struct {
	enum nd_dump_part part;
	const char *heading;
} dump_headings[] = {
	{ ND_DUMP_GUEST, "*** Guest State ***" },
	{ ND_DUMP_HOST, "*** Host State ***" },
	{ ND_DUMP_CONTROL, "*** Control State ***" },
	{ ND_DUMP_AREA, "VMCB Control Area:" },
	{ ND_DUMP_SAVE, "VMCB State Save Area:" },
	{ ND_DUMP_TITLE, "last attempted VM-entry on CPU" },
	{ ND_DUMP_TITLE, "last attempted VMRUN on CPU" },
};

#define IN_GUEST(head, word, field)					\
	{ ND_DUMP_GUEST, DUMP_HEX, ND_VMF_##field, head, word }
#define IN_HOST(head, word, field)					\
	{ ND_DUMP_HOST, DUMP_HEX, ND_VMF_HOST_##field, head, word }
#define IN_CONTROL(head, word, field)					\
	{ ND_DUMP_CONTROL, DUMP_HEX, ND_VMF_##field, head, word }
#define IN_AREA(word, form, field)		{ ND_DUMP_AREA, form, ND_VMCB_##field, NULL, word }
#define IN_SAVE(head, word, field)					\
	{ ND_DUMP_SAVE, DUMP_HEX, ND_VMCB_##field, head, word }
static const struct dump_word dump_words[] = {
	IN_GUEST("CR0:", "actual=", CR0), IN_GUEST("CR0:", "shadow=", CR0_SHADOW),
	IN_GUEST("CR0:", "gh_mask=", CR0_MASK),
	IN_GUEST("CR4:", "actual=", CR4), IN_GUEST("CR4:", "shadow=", CR4_SHADOW),
	IN_GUEST("CR4:", "gh_mask=", CR4_MASK),
	IN_GUEST(NULL, "CR3 =", CR3),
	IN_GUEST(NULL, "PDPTR0 =", PDPTE0), IN_GUEST(NULL, "PDPTR1 =", PDPTE1),
	IN_GUEST(NULL, "PDPTR2 =", PDPTE2), IN_GUEST(NULL, "PDPTR3 =", PDPTE3),
	IN_GUEST(NULL, "RSP =", RSP), IN_GUEST(NULL, "RIP =", RIP),
	IN_GUEST(NULL, "RFLAGS=", RFLAGS), IN_GUEST(NULL, "DR7 =", DR7),
	IN_GUEST("Sysenter", "RSP=", SYSENTER_ESP), IN_GUEST("Sysenter", "CS:RIP=", SYSENTER_CS),
	{ ND_DUMP_GUEST, DUMP_SECOND, ND_VMF_SYSENTER_EIP, "Sysenter", "CS:RIP=" },
	IN_GUEST("CS:", "sel=", CS_SEL), IN_GUEST("CS:", "attr=", CS_AR),
	IN_GUEST("CS:", "limit=", CS_LIMIT), IN_GUEST("CS:", "base=", CS_BASE),
	IN_GUEST("DS:", "sel=", DS_SEL), IN_GUEST("DS:", "attr=", DS_AR),
	IN_GUEST("DS:", "limit=", DS_LIMIT), IN_GUEST("DS:", "base=", DS_BASE),
	IN_GUEST("SS:", "sel=", SS_SEL), IN_GUEST("SS:", "attr=", SS_AR),
	IN_GUEST("SS:", "limit=", SS_LIMIT), IN_GUEST("SS:", "base=", SS_BASE),
	IN_GUEST("ES:", "sel=", ES_SEL), IN_GUEST("ES:", "attr=", ES_AR),
	IN_GUEST("ES:", "limit=", ES_LIMIT), IN_GUEST("ES:", "base=", ES_BASE),
	IN_GUEST("FS:", "sel=", FS_SEL), IN_GUEST("FS:", "attr=", FS_AR),
	IN_GUEST("FS:", "limit=", FS_LIMIT), IN_GUEST("FS:", "base=", FS_BASE),
	IN_GUEST("GS:", "sel=", GS_SEL), IN_GUEST("GS:", "attr=", GS_AR),
	IN_GUEST("GS:", "limit=", GS_LIMIT), IN_GUEST("GS:", "base=", GS_BASE),
	IN_GUEST("LDTR:", "sel=", LDTR_SEL), IN_GUEST("LDTR:", "attr=", LDTR_AR),
	IN_GUEST("LDTR:", "limit=", LDTR_LIMIT), IN_GUEST("LDTR:", "base=", LDTR_BASE),
	IN_GUEST("TR:", "sel=", TR_SEL), IN_GUEST("TR:", "attr=", TR_AR),
	IN_GUEST("TR:", "limit=", TR_LIMIT), IN_GUEST("TR:", "base=", TR_BASE),
	IN_GUEST("GDTR:", "limit=", GDTR_LIMIT), IN_GUEST("GDTR:", "base=", GDTR_BASE),
	IN_GUEST("IDTR:", "limit=", IDTR_LIMIT), IN_GUEST("IDTR:", "base=", IDTR_BASE),
	{ ND_DUMP_GUEST, DUMP_EFER, ND_VMF_EFER, NULL, "EFER=" }, IN_GUEST(NULL, "EFER =", EFER),
	IN_GUEST(NULL, "PAT =", PAT),
	IN_GUEST(NULL, "DebugCtl =", DEBUGCTL), IN_GUEST(NULL, "DebugExceptions =", PENDING_DBG),
	IN_GUEST(NULL, "PerfGlobCtl =", PERF_GLOBAL_CTRL), IN_GUEST(NULL, "BndCfgS =", BNDCFGS),
	IN_GUEST(NULL, "Interruptibility =", INTERRUPTIBILITY),
	IN_GUEST(NULL, "ActivityState =", ACTIVITY),
	IN_GUEST(NULL, "InterruptStatus =", INTR_STATUS),

	IN_HOST(NULL, "RIP =", RIP), IN_HOST(NULL, "RSP =", RSP),
	IN_HOST(NULL, "CS=", CS_SEL), IN_HOST(NULL, "SS=", SS_SEL), IN_HOST(NULL, "DS=", DS_SEL),
	IN_HOST(NULL, "ES=", ES_SEL), IN_HOST(NULL, "FS=", FS_SEL), IN_HOST(NULL, "GS=", GS_SEL),
	IN_HOST(NULL, "TR=", TR_SEL),
	IN_HOST(NULL, "FSBase=", FS_BASE), IN_HOST(NULL, "GSBase=", GS_BASE),
	IN_HOST(NULL, "TRBase=", TR_BASE), IN_HOST(NULL, "GDTBase=", GDTR_BASE),
	IN_HOST(NULL, "IDTBase=", IDTR_BASE),
	IN_HOST(NULL, "CR0=", CR0), IN_HOST(NULL, "CR3=", CR3), IN_HOST(NULL, "CR4=", CR4),
	IN_HOST("Sysenter", "RSP=", SYSENTER_ESP), IN_HOST("Sysenter", "CS:RIP=", SYSENTER_CS),
	{ ND_DUMP_HOST, DUMP_SECOND, ND_VMF_HOST_SYSENTER_EIP, "Sysenter", "CS:RIP=" },
	IN_HOST(NULL, "EFER=", EFER), IN_HOST(NULL, "EFER =", EFER), IN_HOST(NULL, "PAT =", PAT),
	IN_HOST(NULL, "PerfGlobCtl =", PERF_GLOBAL_CTRL),

	IN_CONTROL(NULL, "CPUBased=", PRIMARY_CTLS),
	IN_CONTROL(NULL, "SecondaryExec=", SECONDARY_CTLS),
	IN_CONTROL(NULL, "TertiaryExec=", TERTIARY_CTLS), IN_CONTROL(NULL, "PinBased=", PIN_CTLS),
	IN_CONTROL(NULL, "EntryControls=", ENTRY_CTLS),
	IN_CONTROL(NULL, "ExitControls=", EXIT_CTLS),
	IN_CONTROL(NULL, "ExceptionBitmap=", EXCEPTION_BITMAP),
	IN_CONTROL("VMEntry:", "intr_info=", ENTRY_INTR_INFO),
	IN_CONTROL("VMEntry:", "errcode=", ENTRY_ERROR_CODE),
	IN_CONTROL("VMEntry:", "ilen=", ENTRY_INSTR_LEN),
	IN_CONTROL("VMExit:", "intr_info=", EXIT_INTR_INFO),
	IN_CONTROL("VMExit:", "errcode=", EXIT_INTR_ERROR),
	IN_CONTROL(NULL, "reason=", EXIT_REASON), IN_CONTROL(NULL, "qualification=", QUALIFICATION),
	IN_CONTROL("IDTVectoring:", "info=", IDT_INFO),
	IN_CONTROL("IDTVectoring:", "errcode=", IDT_ERROR),
	IN_CONTROL(NULL, "TSC Offset =", TSC_OFFSET),
	IN_CONTROL(NULL, "TSC Multiplier =", TSC_MULTIPLIER),
	IN_CONTROL(NULL, "TPR Threshold =", TPR_THRESHOLD),
	IN_CONTROL(NULL, "APIC-access addr =", APIC_ACCESS_ADDR),
	IN_CONTROL(NULL, "virt-APIC addr =", VAPIC_ADDR),
	IN_CONTROL(NULL, "PostedIntrVec =", POSTED_INTR_VECTOR),
	IN_CONTROL(NULL, "EPT pointer =", EPTP), IN_CONTROL(NULL, "Virtual processor ID =", VPID),
	IN_CONTROL(NULL, "VE info address =", VE_INFO_ADDR),

	IN_AREA("cr_read:", DUMP_LOW, CR_INTERCEPTS),
	IN_AREA("cr_write:", DUMP_HIGH, CR_INTERCEPTS),
	IN_AREA("dr_read:", DUMP_LOW, DR_INTERCEPTS),
	IN_AREA("dr_write:", DUMP_HIGH, DR_INTERCEPTS),
	IN_AREA("exceptions:", DUMP_HEX, EXCEPTIONS), IN_AREA("intercepts:", DUMP_HEX, INTERCEPTS3),
	IN_AREA("intercepts:", DUMP_NEXT, INTERCEPTS4), IN_AREA("iopm_base_pa:", DUMP_HEX, IOPM),
	IN_AREA("msrpm_base_pa:", DUMP_HEX, MSRPM), IN_AREA("tsc_offset:", DUMP_HEX, TSC_OFFSET),
	IN_AREA("asid:", DUMP_DEC, ASID), IN_AREA("tlb_ctl:", DUMP_DEC, TLB_CTL),
	IN_AREA("int_ctl:", DUMP_HEX, INT_CTL), IN_AREA("int_vector:", DUMP_HEX, INT_VECTOR),
	IN_AREA("int_state:", DUMP_HEX, INT_STATE), IN_AREA("exit_code:", DUMP_HEX, EXIT_CODE),
	IN_AREA("exit_info1:", DUMP_HEX, EXIT_INFO1), IN_AREA("exit_info2:", DUMP_HEX, EXIT_INFO2),
	IN_AREA("exit_int_info:", DUMP_HEX, EXIT_INT_INFO),
	IN_AREA("exit_int_info_err:", DUMP_HEX, EXIT_INT_ERROR),
	IN_AREA("nested_ctl:", DUMP_DEC, NESTED_CTL), IN_AREA("misc_ctl:", DUMP_DEC, NESTED_CTL),
	IN_AREA("nested_cr3:", DUMP_HEX, NCR3),
	IN_AREA("avic_vapic_bar:", DUMP_HEX, AVIC_BAR), IN_AREA("ghcb:", DUMP_HEX, GHCB),
	IN_AREA("event_inj:", DUMP_HEX, EVENT_INJ),
	IN_AREA("event_inj_err:", DUMP_HEX, EVENT_INJ_ERROR),
	IN_AREA("virt_ext:", DUMP_DEC, VIRT_EXT), IN_AREA("misc_ctl2:", DUMP_DEC, VIRT_EXT),
	IN_AREA("next_rip:", DUMP_HEX, NEXT_RIP),
	IN_AREA("avic_backing_page:", DUMP_HEX, AVIC_BACKING),
	IN_AREA("avic_logical_id:", DUMP_HEX, AVIC_LOGICAL),
	IN_AREA("avic_physical_id:", DUMP_HEX, AVIC_PHYSICAL), IN_AREA("vmsa_pa:", DUMP_HEX, VMSA),

	IN_SAVE("es:", "s:", ES_SEL), IN_SAVE("es:", "a:", ES_ATTR),
	IN_SAVE("es:", "l:", ES_LIMIT), IN_SAVE("es:", "b:", ES_BASE),
	IN_SAVE("cs:", "s:", CS_SEL), IN_SAVE("cs:", "a:", CS_ATTR),
	IN_SAVE("cs:", "l:", CS_LIMIT), IN_SAVE("cs:", "b:", CS_BASE),
	IN_SAVE("ss:", "s:", SS_SEL), IN_SAVE("ss:", "a:", SS_ATTR),
	IN_SAVE("ss:", "l:", SS_LIMIT), IN_SAVE("ss:", "b:", SS_BASE),
	IN_SAVE("ds:", "s:", DS_SEL), IN_SAVE("ds:", "a:", DS_ATTR),
	IN_SAVE("ds:", "l:", DS_LIMIT), IN_SAVE("ds:", "b:", DS_BASE),
	IN_SAVE("fs:", "s:", FS_SEL), IN_SAVE("fs:", "a:", FS_ATTR),
	IN_SAVE("fs:", "l:", FS_LIMIT), IN_SAVE("fs:", "b:", FS_BASE),
	IN_SAVE("gs:", "s:", GS_SEL), IN_SAVE("gs:", "a:", GS_ATTR),
	IN_SAVE("gs:", "l:", GS_LIMIT), IN_SAVE("gs:", "b:", GS_BASE),
	IN_SAVE("ldtr:", "s:", LDTR_SEL), IN_SAVE("ldtr:", "a:", LDTR_ATTR),
	IN_SAVE("ldtr:", "l:", LDTR_LIMIT), IN_SAVE("ldtr:", "b:", LDTR_BASE),
	IN_SAVE("tr:", "s:", TR_SEL), IN_SAVE("tr:", "a:", TR_ATTR),
	IN_SAVE("tr:", "l:", TR_LIMIT), IN_SAVE("tr:", "b:", TR_BASE),
	IN_SAVE("gdtr:", "l:", GDTR_LIMIT), IN_SAVE("gdtr:", "b:", GDTR_BASE),
	IN_SAVE("idtr:", "l:", IDTR_LIMIT), IN_SAVE("idtr:", "b:", IDTR_BASE),
	{ ND_DUMP_SAVE, DUMP_DEC, ND_VMCB_CPL, NULL, "cpl:" },
	IN_SAVE(NULL, "efer:", EFER), IN_SAVE(NULL, "cr0:", CR0), IN_SAVE(NULL, "cr2:", CR2),
	IN_SAVE(NULL, "cr3:", CR3), IN_SAVE(NULL, "cr4:", CR4), IN_SAVE(NULL, "dr6:", DR6),
	IN_SAVE(NULL, "dr7:", DR7), IN_SAVE(NULL, "rip:", RIP), IN_SAVE(NULL, "rflags:", RFLAGS),
	IN_SAVE(NULL, "rsp:", RSP), IN_SAVE(NULL, "rax:", RAX), IN_SAVE(NULL, "gpat:", PAT),
	IN_SAVE(NULL, "dbgctl:", DBGCTL),
};

void nd_dump_init(struct nd_dump *dump)
{
	memset(dump, 0, sizeof(*dump));
	dump->cpu = -1;
}

static bool dump_is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       c == '_';
}

/* Where the text behind @word starts, at or behind @from; @len where the line does not have it. */
static size_t dump_find(const char *text, size_t len, size_t from, const char *word)
{
	size_t n = strlen(word);
	size_t i;

	for (i = from; i + n <= len; i++)
		if (!memcmp(text + i, word, n) && (i == 0 || !dump_is_word(text[i - 1])))
			return i + n;
	return len;
}

static size_t dump_blanks(const char *text, size_t len, size_t at)
{
	while (at < len && text[at] == ' ')
		at++;
	return at;
}

/* A number at @at, which moves behind it. What runs on into other letters is none. */
static bool dump_number(const char *text, size_t len, size_t *at, unsigned int base, u64 *value)
{
	size_t start = dump_blanks(text, len, *at);
	size_t end;

	if (base == 16 && len - start > 2 && text[start] == '0' && text[start + 1] == 'x')
		start += 2;
	for (end = start; end < len && dump_is_word(text[end]); end++)
		;
	if (!nd_scan_digits(text + start, end - start, base, value))
		return false;
	*at = end;
	return true;
}

/* Decimal, and KVM prints some unsigned fields with a sign. */
static bool dump_decimal(const char *text, size_t len, size_t *at, u64 *value)
{
	size_t start = dump_blanks(text, len, *at);
	bool minus = start < len && text[start] == '-';

	*at = start + minus;
	if (minus && *at < len && text[*at] == ' ')
		return false;
	if (!dump_number(text, len, at, 10, value))
		return false;
	if (minus)
		*value = -*value;
	return true;
}

static bool dump_value(const struct dump_word *w, const char *text, size_t len, size_t at,
		       u64 *value)
{
	if (w->form == DUMP_DEC)
		return dump_decimal(text, len, &at, value);
	if (!dump_number(text, len, &at, 16, value))
		return false;
	switch (w->form) {
	case DUMP_SECOND:
		if (at >= len || text[at] != ':')
			return false;
		at++;
		return dump_number(text, len, &at, 16, value);
	case DUMP_NEXT:
		return dump_number(text, len, &at, 16, value);
	case DUMP_EFER:
		return dump_blanks(text, len, at) == len;
	default:
		return true;
	}
}

static void dump_set(struct nd_dump *dump, const struct dump_word *w, u64 value)
{
	u64 old = dump->state.value[w->field];
	u8 half, both;

	if (w->form != DUMP_LOW && w->form != DUMP_HIGH) {
		nd_vmstate_set(&dump->state, w->field, value);
		return;
	}
	/* The field is known once both halves are. */
	half = BIT(w->form == DUMP_HIGH) << (w->field == ND_VMCB_DR_INTERCEPTS ? 2 : 0);
	both = w->field == ND_VMCB_DR_INTERCEPTS ? 0xc : 0x3;
	dump->halves |= half;
	value &= 0xffff;
	dump->state.value[w->field] = w->form == DUMP_HIGH ? (old & 0xffff) | value << 16 :
							     (old & 0xffff0000) | value;
	dump->state.known[w->field] = (dump->halves & both) == both;
}

/* "  0: msr=0x... value=0x..." behind "MSR guest autoload:". */
static bool dump_msr(struct nd_dump *dump, const char *text, size_t len)
{
	struct nd_vmstate *state = &dump->state;
	size_t index_at = dump_find(text, len, 0, "msr=");
	size_t value_at = dump_find(text, len, 0, "value=");
	u64 index, value, count;

	if (!dump_number(text, len, &index_at, 16, &index) || index > ~0U ||
	    !dump_number(text, len, &value_at, 16, &value))
		return false;
	count = nd_vmstate_get(state, ND_VMF_ENTRY_MSR_LOAD_COUNT);
	if (state->nr_msrs < ND_VMSTATE_MSRS && state->nr_msrs == count)
		state->msrs[state->nr_msrs++] = (struct nd_vmstate_msr){ index, value };
	nd_vmstate_set(state, ND_VMF_ENTRY_MSR_LOAD_COUNT, count + 1);
	return true;
}

static enum nd_dump_part dump_heading(const char *text, size_t len)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(dump_headings); i++) {
		const char *heading = dump_headings[i].heading;
		size_t at = dump_find(text, len, 0, heading);

		/* A word that ends the line has been found, too. */
		if (at < len || (len >= strlen(heading) &&
				 !memcmp(text + len - strlen(heading), heading, strlen(heading))))
			return dump_headings[i].part;
	}
	return ND_DUMP_NONE;
}

/*
 * "haxm_warning: 4402 VM_EXIT_INFO_REASON: 80000021": encoding, name and value of a field.
 *
 * Return: the field, ND_NR_VMF if the line is none, or of a field that is not looked at.
 */
static enum nd_vmf dump_encoded(const char *text, size_t len, u64 *value)
{
	size_t at = dump_find(text, len, 0, "haxm_warning:");
	u64 encoding;
	u32 i;

	if (at == len || !dump_number(text, len, &at, 16, &encoding))
		return ND_NR_VMF;
	for (at = dump_blanks(text, len, at); at < len && dump_is_word(text[at]); at++)
		;
	if (at == len || text[at++] != ':' || !dump_number(text, len, &at, 16, value))
		return ND_NR_VMF;
	for (i = 0; i < ND_NR_VMF; i++)
		if (nd_vmf_descs[i].where == encoding)
			break;
	return i;
}

bool nd_dump_begins(const struct nd_dump *dump, const char *text, size_t len)
{
	enum nd_dump_part part = dump_heading(text, len);
	enum nd_vmf field;
	u64 value;

	if (dump->haxm) {
		field = dump_encoded(text, len, &value);
		return part != ND_DUMP_NONE ||
		       (field < ND_NR_VMF && nd_vmstate_has(&dump->state, field));
	}
	if (part == ND_DUMP_NONE || dump->part == ND_DUMP_NONE)
		return false;
	/* A part that was there before, or one that comes before it, is another dump's. */
	if (part <= dump->part)
		return true;
	return dump->part != ND_DUMP_TITLE &&
	       (part >= ND_DUMP_AREA) != (dump->part >= ND_DUMP_AREA);
}

static void dump_enter(struct nd_dump *dump, enum nd_dump_part part, const char *text, size_t len)
{
	size_t at = dump_find(text, len, 0, "on CPU");
	u64 cpu;

	dump->part = part;
	dump->parts |= BIT(part);
	dump->list = false;
	if (part == ND_DUMP_TITLE) {
		if (dump_number(text, len, &at, 10, &cpu) && cpu <= 0x7fffffff)
			dump->cpu = cpu;
		return;
	}
	dump->state.isa = part >= ND_DUMP_AREA ? ND_ISA_SVM : ND_ISA_VMX;
}

bool nd_dump_line(struct nd_dump *dump, const char *text, size_t len)
{
	enum nd_dump_part part;
	enum nd_vmf field;
	bool found = false;
	unsigned int i;
	u64 value;

	/* Files of other systems. */
	while (len && (text[len - 1] == '\r' || text[len - 1] == ' ' || text[len - 1] == '\t'))
		len--;
	field = dump_encoded(text, len, &value);
	if (field < ND_NR_VMF && (dump->haxm || dump->part == ND_DUMP_NONE)) {
		dump->haxm = true;
		dump->state.isa = ND_ISA_VMX;
		nd_vmstate_set(&dump->state, field, value);
		dump->lines++;
		return true;
	}
	part = dump_heading(text, len);
	if (part != ND_DUMP_NONE) {
		dump_enter(dump, part, text, len);
		return true;
	}
	if (dump_find(text, len, 0, "MSR guest autoload") < len) {
		dump->list = dump->part == ND_DUMP_GUEST;
		return true;
	}
	if (dump->list && dump_msr(dump, text, len)) {
		dump->lines++;
		return true;
	}
	for (i = 0; i < ARRAY_SIZE(dump_words); i++) {
		const struct dump_word *w = &dump_words[i];
		size_t at = 0;

		if (w->part != dump->part)
			continue;
		if (w->head)
			at = dump_find(text, len, 0, w->head);
		at = dump_find(text, len, at, w->word);
		if (at == len || !dump_value(w, text, len, at, &value))
			continue;
		dump_set(dump, w, value);
		found = true;
	}
	dump->list &= !found;
	dump->lines += found;
	return found;
}

const char *nd_dump_heading(enum nd_dump_part part)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(dump_headings); i++)
		if (dump_headings[i].part == part)
			return dump_headings[i].heading;
	return "";
}

const char *nd_dump_missing(const struct nd_dump *dump)
{
	const struct nd_vmstate *state = &dump->state;
	bool svm = state->isa == ND_ISA_SVM;
	unsigned int i;

	/* The last field that HAXM prints. */
	if (dump->haxm)
		return nd_vmstate_has(state, ND_VMF_ACTIVITY) ? NULL : "the end of the list";

	for (i = 0; i < ARRAY_SIZE(dump_headings); i++) {
		enum nd_dump_part part = dump_headings[i].part;

		if (part == ND_DUMP_TITLE || (part >= ND_DUMP_AREA) != svm)
			continue;
		if (!(dump->parts & BIT(part)))
			return dump_headings[i].heading;
	}
	/* The last lines that KVM always prints. */
	if (!(svm ? nd_vmstate_has(state, ND_VMCB_DBGCTL) :
		    nd_vmstate_has(state, ND_VMF_TSC_OFFSET)))
		return svm ? "the end of the state save area" : "the end of the control state";
	return NULL;
}
