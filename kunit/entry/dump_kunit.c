// SPDX-License-Identifier: GPL-2.0-only
/*
 * The reader of KVM's dumps. The lines are in the form of Linux 6.12, made by hand; real ones, as
 * far as they can be had, are in tests/fixtures/dumps.
 */
static const char *const dump_vmcs_lines[] = {
	"VMCS 00000000f971be22, last attempted VM-entry on CPU 3",
	"*** Guest State ***",
	"CR0: actual=0x0000000080050033, shadow=0x0000000080050033, gh_mask=fffffffffffefff7",
	"CR4: actual=0x0000000000002640, shadow=0x0000000000000640, gh_mask=fffffffffffef871",
	"CR3 = 0x0000000000020000",
	"PDPTR0 = 0x0000000000000000  PDPTR1 = 0x0000000000000000",
	"PDPTR2 = 0x0000000000000000  PDPTR3 = 0x0000000000000000",
	"RSP = 0xffff800000001000  RIP = 0xffff800000002000",
	"RFLAGS=0x00000202         DR7 = 0x0000000000000400",
	"Sysenter RSP=fffffe0000007000 CS:RIP=0010:ffffffff81a00000",
	"CS:   sel=0x0010, attr=0x0a09b, limit=0xffffffff, base=0x0000000000000000",
	"DS:   sel=0x0018, attr=0x0c093, limit=0xffffffff, base=0x0000000000000000",
	"SS:   sel=0x0018, attr=0x0c093, limit=0xffffffff, base=0x0000000000000000",
	"ES:   sel=0x0018, attr=0x0c093, limit=0xffffffff, base=0x0000000000000000",
	"FS:   sel=0x0000, attr=0x1c000, limit=0xffffffff, base=0x00007f0000001000",
	"GS:   sel=0x0000, attr=0x1c000, limit=0xffffffff, base=0xffff888000001000",
	"GDTR:                           limit=0x0000007f, base=0xfffffe0000005000",
	"LDTR: sel=0x0000, attr=0x1c000, limit=0xffffffff, base=0x0000000000000000",
	"IDTR:                           limit=0x00000fff, base=0xfffffe0000006000",
	"TR:   sel=0x0040, attr=0x0008b, limit=0x0000206f, base=0xfffffe0000004000",
	"EFER= 0x0000000000000d01",
	"PAT = 0x0407050600070106",
	"DebugCtl = 0x0000000000000000  DebugExceptions = 0x0000000000000000",
	"Interruptibility = 00000000  ActivityState = 00000000",
	"InterruptStatus = 0000",
	"MSR guest autoload:",
	"   0: msr=0x00000600 value=0x0000000000000000",
	"*** Host State ***",
	"RIP = 0xffffffffc0123456  RSP = 0xffffc90000123000",
	"CS=0010 SS=0018 DS=0000 ES=0000 FS=0000 GS=0000 TR=0040",
	"FSBase=00007f0000000000 GSBase=ffff888000000000 TRBase=fffffe0000003000",
	"GDTBase=fffffe0000001000 IDTBase=fffffe0000000000",
	"CR0=0000000080050033 CR3=0000000000010000 CR4=00000000000026e0",
	"Sysenter RSP=fffffe0000002200 CS:RIP=0010:ffffffff81a00000",
	"EFER= 0x0000000000000d01",
	"PAT = 0x0407050600070106",
	"MSR host autoload:",
	"   0: msr=0x00000600 value=0xfffffe0000000000",
	"*** Control State ***",
	"CPUBased=0xb5a06dfa SecondaryExec=0x000037eb TertiaryExec=0x0000000000000000",
	"PinBased=0x000000ff EntryControls=0000d3ff ExitControls=002befff",
	"ExceptionBitmap=00060042 PFECmask=00000000 PFECmatch=00000000",
	"VMEntry: intr_info=00000000 errcode=00000006 ilen=00000000",
	"VMExit: intr_info=00000000 errcode=00000000 ilen=00000003",
	"        reason=80000021 qualification=0000000000000000",
	"IDTVectoring: info=00000000 errcode=00000000",
	"TSC Offset = 0xfffff456789abcde",
	"SVI|RVI = 00|00 TPR Threshold = 0x00",
	"APIC-access addr = 0x00000000fee00000 virt-APIC addr = 0x0000000000004000",
	"PostedIntrVec = 0xf2",
	"EPT pointer = 0x000000000600005e",
	"PLE Gap=00000080 Window=00001000",
	"Virtual processor ID = 0x0001",
};

static const char *const dump_vmcb_lines[] = {
	"VMCB 00000000d2a1f3c4, last attempted VMRUN on CPU 1",
	"VMCB Control Area:",
	"cr_read:            0010",
	"cr_write:           0010",
	"dr_read:            00ff",
	"dr_write:           00ff",
	"exceptions:         00060042",
	"intercepts:         bc4c8027 00002e7f",
	"pause filter count: 3000",
	"pause filter threshold:128",
	"iopm_base_pa:       0000000000001000",
	"msrpm_base_pa:      0000000000004000",
	"tsc_offset:         fffff456789abcde",
	"asid:               0",
	"tlb_ctl:            13",
	"int_ctl:            07000100",
	"int_vector:         00000000",
	"int_state:          00000000",
	"exit_code:          ffffffff",
	"exit_info1:         0000000000000000",
	"exit_info2:         0000000000000000",
	"exit_int_info:      00000000",
	"exit_int_info_err:  00000000",
	"nested_ctl:         1",
	"nested_cr3:         0000000000010000",
	"avic_vapic_bar:     0000000000000000",
	"ghcb:               0000000000000000",
	"event_inj:          00000000",
	"event_inj_err:      00000000",
	"virt_ext:           2",
	"next_rip:           0000000000000000",
	"avic_backing_page:  0000000000000000",
	"avic_logical_id:    0000000000000000",
	"avic_physical_id:   0000000000000000",
	"vmsa_pa:            0000000000000000",
	"VMCB State Save Area:",
	"es:   s: 0000 a: 0093 l: ffffffff b: 0000000000000000",
	"cs:   s: 0010 a: 029b l: ffffffff b: 0000000000000000",
	"ss:   s: 0000 a: 0093 l: ffffffff b: 0000000000000000",
	"ds:   s: 0000 a: 0093 l: ffffffff b: 0000000000000000",
	"fs:   s: 0000 a: 0093 l: ffffffff b: 0000000000000000",
	"gs:   s: 0000 a: 0093 l: ffffffff b: 0000000000000000",
	"gdtr: s: 0000 a: 0093 l: ffffffff b: 0000000000000000",
	"ldtr: s: 0000 a: 0093 l: ffffffff b: 0000000000000000",
	"idtr: s: 0000 a: 0093 l: ffffffff b: 0000000000000000",
	"tr:   s: 0000 a: 0093 l: ffffffff b: 0000000000000000",
	"vmpl: 0   cpl:  0               efer:          0000000000001d01",
	"cr0:            0000000080050033 cr2:          0000000000000000",
	"cr3:            0000000000020000 cr4:          00000000000006f0",
	"dr6:            00000000ffff0ff0 dr7:          0000000000000400",
	"rip:            ffffffff81000000 rflags:       0000000000000002",
	"rsp:            0000000000000000 rax:          0000000000000000",
	"star:           0000000000000000 lstar:        0000000000000000",
	"cstar:          0000000000000000 sfmask:       0000000000000000",
	"kernel_gs_base: 0000000000000000 sysenter_cs:  0000000000000000",
	"sysenter_esp:   0000000000000000 sysenter_eip: 0000000000000000",
	"gpat:           0007040600070406 dbgctl:       0000000000000000",
	"br_from:        0000000000000000 br_to:        0000000000000000",
	"excp_from:      0000000000000000 excp_to:      0000000000000000",
};

static struct nd_dump dump_dump;

/* Gives the lines to the reader as the tool does; returns how many dumps began before the last. */
static unsigned int dump_read(const char *const *lines, unsigned int nr, const char *prefix)
{
	unsigned int i, begun = 0;
	char line[200];

	nd_dump_init(&dump_dump);
	for (i = 0; i < nr; i++) {
		int len = scnprintf(line, sizeof(line), "%s%s", prefix, lines[i]);

		if (nd_dump_begins(&dump_dump, line, len)) {
			begun++;
			nd_dump_init(&dump_dump);
		}
		nd_dump_line(&dump_dump, line, len);
	}
	return begun;
}

static bool dump_one(const char *text)
{
	return nd_dump_line(&dump_dump, text, strlen(text));
}

static u64 dump_get(unsigned int field)
{
	return nd_vmstate_has(&dump_dump.state, field) ? dump_dump.state.value[field] : 0xbad;
}

static void dump_vmcs_is_read(struct kunit *test)
{
	static const char *const prefixes[] = {
		"", "[  673.850218] kvm_intel: ", "Nov 21 03:00:00 host kernel: ", "<3>[1.2] ", "\t",
	};
	static const struct {
		u8 field;
		u64 value;
	} values[] = {
		{ ND_VMF_CR0, 0x80050033 }, { ND_VMF_CR0_MASK, 0xfffffffffffefff7 },
		{ ND_VMF_CR4, 0x2640 }, { ND_VMF_CR4_SHADOW, 0x640 }, { ND_VMF_CR3, 0x20000 },
		{ ND_VMF_RSP, 0xffff800000001000 }, { ND_VMF_RIP, 0xffff800000002000 },
		{ ND_VMF_RFLAGS, 0x202 }, { ND_VMF_DR7, 0x400 },
		{ ND_VMF_SYSENTER_ESP, 0xfffffe0000007000 }, { ND_VMF_SYSENTER_CS, 0x10 },
		{ ND_VMF_SYSENTER_EIP, 0xffffffff81a00000 },
		{ ND_VMF_CS_SEL, 0x10 }, { ND_VMF_CS_AR, 0xa09b }, { ND_VMF_CS_LIMIT, 0xffffffff },
		{ ND_VMF_CS_BASE, 0 }, { ND_VMF_FS_BASE, 0x7f0000001000 },
		{ ND_VMF_LDTR_AR, 0x1c000 }, { ND_VMF_TR_SEL, 0x40 }, { ND_VMF_TR_LIMIT, 0x206f },
		{ ND_VMF_GDTR_LIMIT, 0x7f }, { ND_VMF_IDTR_BASE, 0xfffffe0000006000 },
		{ ND_VMF_EFER, 0xd01 }, { ND_VMF_PAT, 0x0407050600070106 },
		{ ND_VMF_ACTIVITY, 0 }, { ND_VMF_ENTRY_MSR_LOAD_COUNT, 1 },
		{ ND_VMF_HOST_RIP, 0xffffffffc0123456 }, { ND_VMF_HOST_CS_SEL, 0x10 },
		{ ND_VMF_HOST_TR_SEL, 0x40 }, { ND_VMF_HOST_TR_BASE, 0xfffffe0000003000 },
		{ ND_VMF_HOST_CR4, 0x26e0 }, { ND_VMF_HOST_SYSENTER_EIP, 0xffffffff81a00000 },
		{ ND_VMF_PRIMARY_CTLS, 0xb5a06dfa }, { ND_VMF_SECONDARY_CTLS, 0x37eb },
		{ ND_VMF_PIN_CTLS, 0xff }, { ND_VMF_ENTRY_CTLS, 0xd3ff },
		{ ND_VMF_EXIT_CTLS, 0x2befff }, { ND_VMF_ENTRY_ERROR_CODE, 6 },
		{ ND_VMF_EXIT_REASON, 0x80000021 }, { ND_VMF_QUALIFICATION, 0 },
		{ ND_VMF_TPR_THRESHOLD, 0 }, { ND_VMF_APIC_ACCESS_ADDR, 0xfee00000 },
		{ ND_VMF_VAPIC_ADDR, 0x4000 }, { ND_VMF_POSTED_INTR_VECTOR, 0xf2 },
		{ ND_VMF_EPTP, 0x600005e }, { ND_VMF_VPID, 1 },
		/* Not in such a dump. */
		{ ND_VMF_MSR_BITMAP, 0xbad }, { ND_VMF_LINK_POINTER, 0xbad },
		{ ND_VMF_EXIT_MSR_LOAD_COUNT, 0xbad },
	};
	unsigned int i, j;

	for (i = 0; i < ARRAY_SIZE(prefixes); i++) {
		KUNIT_EXPECT_EQ(test, dump_read(dump_vmcs_lines, ARRAY_SIZE(dump_vmcs_lines),
						prefixes[i]), 0U);
		for (j = 0; j < ARRAY_SIZE(values); j++)
			KUNIT_EXPECT_EQ_MSG(test, dump_get(values[j].field), values[j].value,
					    "%s, %s", prefixes[i],
					    nd_vmf_descs[values[j].field].id);
		KUNIT_EXPECT_EQ(test, dump_dump.state.isa, ND_ISA_VMX);
		KUNIT_EXPECT_EQ(test, dump_dump.cpu, 3);
		KUNIT_EXPECT_EQ(test, dump_dump.state.nr_msrs, 1U);
		KUNIT_EXPECT_EQ(test, dump_dump.state.msrs[0].index, 0x600U);
		KUNIT_EXPECT_NULL(test, nd_dump_missing(&dump_dump));
	}
}

static void dump_vmcb_is_read(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, dump_read(dump_vmcb_lines, ARRAY_SIZE(dump_vmcb_lines),
					"kvm_amd: "), 0U);
	KUNIT_EXPECT_EQ(test, dump_dump.state.isa, ND_ISA_SVM);
	KUNIT_EXPECT_EQ(test, dump_dump.cpu, 1);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_CR_INTERCEPTS), 0x100010ULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_DR_INTERCEPTS), 0xff00ffULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_INTERCEPTS3), 0xbc4c8027ULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_INTERCEPTS4), 0x2e7fULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_ASID), 0ULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_TLB_CTL), 13ULL);	/* decimal */
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_NESTED_CTL), 1ULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_EXIT_CODE), 0xffffffffULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_CS_ATTR), 0x29bULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_TR_LIMIT), 0xffffffffULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_CPL), 0ULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_EFER), 0x1d01ULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_CR4), 0x6f0ULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_RIP), 0xffffffff81000000ULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMCB_PAT), 0x0007040600070406ULL);
	KUNIT_EXPECT_NULL(test, nd_dump_missing(&dump_dump));
}

/* Cut behind each of its lines: read as far as it goes, and said to be cut. */
static void dump_cut_is_said(struct kunit *test)
{
	unsigned int i, vmcs = ARRAY_SIZE(dump_vmcs_lines), vmcb = ARRAY_SIZE(dump_vmcb_lines);

	for (i = 1; i < vmcs; i++) {
		dump_read(dump_vmcs_lines, i, "");
		/* "TSC Offset" is the last line that is always there; six may follow. */
		KUNIT_EXPECT_EQ(test, nd_dump_missing(&dump_dump) != NULL, i < vmcs - 6);
		KUNIT_EXPECT_EQ(test, nd_dump_any(&dump_dump), i > 2);
	}
	for (i = 1; i < vmcb; i++) {
		dump_read(dump_vmcb_lines, i, "");
		KUNIT_EXPECT_EQ(test, nd_dump_missing(&dump_dump) != NULL, i < vmcb - 2);
	}
	/* The front is missing. */
	dump_read(dump_vmcs_lines + 40, vmcs - 40, "");
	KUNIT_EXPECT_STREQ(test, nd_dump_missing(&dump_dump), "*** Guest State ***");
}

/* A dump without any one of the lines that are always there is too little to judge by. */
static void dump_wants_lines(struct kunit *test)
{
	static const struct {
		const char *start;
		const char *wanting;
	} lines[] = {
		{ "CR3 =", "\"CR3 =\"" }, { "SS:", "\"SS:\"" }, { "TR:", "\"TR:\"" },
		{ "Interruptibility", "\"Interruptibility =\"" }, { "FSBase", "\"FSBase=\"" },
		{ "PinBased", "\"PinBased=\"" }, { "TSC Offset", "\"TSC Offset =\"" },
		{ "*** Host State", "all of \"*** Host State ***\"" },
	};
	u32 i, j, vmcs = ARRAY_SIZE(dump_vmcs_lines);
	struct nd_row row;

	dump_read(dump_vmcs_lines, vmcs, "");
	KUNIT_EXPECT_EQ(test, nd_dump_wanting(&dump_dump, NULL), 0U);
	dump_read(dump_vmcb_lines, ARRAY_SIZE(dump_vmcb_lines), "");
	KUNIT_EXPECT_EQ(test, nd_dump_wanting(&dump_dump, NULL), 0U);
	for (i = 0; i < ARRAY_SIZE(lines); i++) {
		nd_dump_init(&dump_dump);
		for (j = 0; j < vmcs; j++)
			if (strncmp(dump_vmcs_lines[j], lines[i].start, strlen(lines[i].start)))
				dump_one(dump_vmcs_lines[j]);
		nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
		KUNIT_EXPECT_GT(test, nd_dump_wanting(&dump_dump, &row), 0U);
		KUNIT_EXPECT_STREQ(test, row.words, lines[i].wanting);
	}
	/*
	 * Five lines of the front: every line of the rest is wanting, two parts by their headings.
	 */
	dump_read(dump_vmcs_lines, 6, "");
	nd_row_init(&row, ND_ROW_NOTE, NULL, NULL, NULL);
	KUNIT_EXPECT_GT(test, nd_dump_wanting(&dump_dump, &row), 20U);
	KUNIT_EXPECT_NOT_NULL(test, strstr(row.words, "\"RFLAGS=\""));
	KUNIT_EXPECT_NOT_NULL(test, strstr(row.words, "all of \"*** Control State ***\""));
	KUNIT_EXPECT_NULL(test, strstr(row.words, "..."));
}

static void dump_several_are_told_apart(struct kunit *test)
{
	nd_dump_init(&dump_dump);
	KUNIT_EXPECT_FALSE(test, nd_dump_begins(&dump_dump, "*** Guest State ***", 19));
	KUNIT_EXPECT_TRUE(test, dump_one("*** Guest State ***"));
	KUNIT_EXPECT_FALSE(test, nd_dump_begins(&dump_dump, "*** Host State ***", 18));
	KUNIT_EXPECT_TRUE(test, nd_dump_begins(&dump_dump, "*** Guest State ***", 19));
	KUNIT_EXPECT_TRUE(test, nd_dump_begins(&dump_dump, "VMCB Control Area:", 18));
	KUNIT_EXPECT_TRUE(test, dump_one("*** Control State ***"));
	KUNIT_EXPECT_TRUE(test, nd_dump_begins(&dump_dump, "*** Host State ***", 18));
	nd_dump_init(&dump_dump);
	dump_one("VMCB 0000000012345678, last attempted VMRUN on CPU 7");
	KUNIT_EXPECT_FALSE(test, nd_dump_begins(&dump_dump, "VMCB Control Area:", 18));
	KUNIT_EXPECT_EQ(test, dump_dump.cpu, 7);
	KUNIT_EXPECT_FALSE(test, nd_dump_any(&dump_dump));
}

/* Not a value of the dump, for one reason or another. */
static void dump_other_lines_are_left_out(struct kunit *test)
{
	static const char *const guest[] = {
		"", " ", "CR3", "CR3 =", "CR3 = ", "CR3 = 0x", "CR3 = zz", "CR3 = 0x12z",
		"CR3 = 0x11112222333344445", "XCR3 = 0x1", "CR0: actual", "CS: sel=",
		"EFER= 0x0000000000000d01 (effective)", "EFER= 0x0000000000000d01 (autoload)",
		"  0: msr=0x00000600 value=0x0000000000000000",
		"PinBased=0x000000ff EntryControls=0000d3ff ExitControls=002befff",
		"br0: port 2(tap0) entered forwarding state", "Sysenter", "Sysenter RSP",
		"GDTR: limit", "KVM: entry failed, hardware error 0x80000021",
	};
	unsigned int i;

	nd_dump_init(&dump_dump);
	for (i = 0; i < ARRAY_SIZE(guest); i++)
		KUNIT_EXPECT_FALSE_MSG(test, dump_one(guest[i]), "%s", guest[i]);
	dump_one("*** Guest State ***");
	for (i = 0; i < ARRAY_SIZE(guest); i++)
		KUNIT_EXPECT_FALSE_MSG(test, dump_one(guest[i]), "%s", guest[i]);
	KUNIT_EXPECT_EQ(test, nd_vmstate_known(&dump_dump.state), 0U);

	/* Until 5.11 both registers were in one line, with another word. */
	KUNIT_EXPECT_TRUE(test, dump_one("EFER =     0x0000000000000d01  PAT = 0x0007040600070406\r"));
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMF_EFER), 0xd01ULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMF_PAT), 0x0007040600070406ULL);
	dump_one("*** Control State ***");
	KUNIT_EXPECT_TRUE(test, dump_one("PinBased=0000007f CPUBased=b5a06dfa SecondaryExec=000037eb"));
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMF_SECONDARY_CTLS), 0x37ebULL);
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMF_TERTIARY_CTLS), 0xbadULL);
}

static void dump_msr_list_is_bounded(struct kunit *test)
{
	char line[64];
	int i;

	nd_dump_init(&dump_dump);
	dump_one("*** Guest State ***");
	dump_one("MSR guest autoload:");
	for (i = 0; i < 20; i++) {
		scnprintf(line, sizeof(line), "  %2d: msr=0x%08x value=0x%016x", i, 0x100 + i, i);
		KUNIT_EXPECT_TRUE(test, dump_one(line));
	}
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMF_ENTRY_MSR_LOAD_COUNT), 20ULL);
	KUNIT_EXPECT_EQ(test, dump_dump.state.nr_msrs, (u32)ND_VMSTATE_MSRS);
	KUNIT_EXPECT_EQ(test, dump_dump.state.msrs[7].index, 0x107U);
	/* The store and the host's lists are no entry's. */
	dump_one("MSR guest autostore:");
	dump_one("*** Host State ***");
	dump_one("MSR host autoload:");
	dump_one("   0: msr=0x00000600 value=0xfffffe0000000000");
	KUNIT_EXPECT_EQ(test, dump_get(ND_VMF_ENTRY_MSR_LOAD_COUNT), 20ULL);
}

/* What the views show of a dump. */
struct dump_seen {
	unsigned int dumps;
	unsigned int checks;
	unsigned int controls;
	unsigned int wrong;
	unsigned int numbered;
	char words[ND_ROW_WORDS];
};

static void dump_see(void *ctx, const struct nd_row *row)
{
	struct dump_seen *seen = ctx;
	unsigned int i;

	for (i = 0; i < row->nr_cols; i++)
		seen->numbered += !strcmp(row->cols[i].key, "dump") && row->cols[i].num == 4;
	if (row->kind == ND_ROW_DUMP) {
		seen->dumps++;
		memcpy(seen->words, row->words, sizeof(seen->words));
	}
	seen->checks += row->kind == ND_ROW_VIOLATION;
	seen->controls += row->kind == ND_ROW_CONTROL;
	seen->wrong += row->kind == ND_ROW_CONTROL && !strcmp(row->state, "wrong");
}

static void dump_rows_say_it(struct kunit *test)
{
	const struct nd_dump_place place = { .number = 4, .first = 10, .last = 70 };
	struct dump_seen seen = { 0 };
	const struct nd_emit emit = { .row = dump_see, .ctx = &seen };
	struct nd_autopsy sum;

	autopsy_build_cpu();
	dump_read(dump_vmcs_lines, ARRAY_SIZE(dump_vmcs_lines), "");
	sum = nd_dump_rows(&dump_dump, &place, &autopsy_cpu, &emit);
	KUNIT_EXPECT_EQ(test, sum.failed, 1U);
	KUNIT_EXPECT_EQ(test, seen.checks, 1U);
	KUNIT_EXPECT_EQ(test, seen.dumps, 1U);
	KUNIT_EXPECT_EQ(test, seen.controls, 35U);
	KUNIT_EXPECT_EQ(test, seen.wrong, 0U);
	KUNIT_EXPECT_GE(test, seen.numbered, 1U + 1U + 35U + 1U);
	KUNIT_EXPECT_STREQ(test, seen.words,
			   "the VM entry failed: invalid guest state (exit reason 0x80000021, qualification 0x0), on CPU 3, lines 10 to 70");

	/* A dump that has the VM-instruction error, too. */
	memset(&seen, 0, sizeof(seen));
	nd_vmstate_set(&dump_dump.state, ND_VMF_INSTRUCTION_ERROR, 7);
	nd_dump_rows(&dump_dump, &place, &autopsy_cpu, &emit);
	KUNIT_EXPECT_TRUE(test, strstr(seen.words, "VM-instruction error 7, VM entry with invalid control field(s), unless that is left from an earlier one; the VM entry failed: invalid guest state") != NULL);
	nd_vmstate_set(&dump_dump.state, ND_VMF_EXIT_REASON, 0x30);
	nd_dump_rows(&dump_dump, &place, &autopsy_cpu, &emit);
	KUNIT_EXPECT_TRUE(test, strstr(seen.words, "control field(s); the last exit recorded in the VMCS was not a failed entry") != NULL);

	/* The same on a processor without posted interrupts. */
	memset(&seen, 0, sizeof(seen));
	autopsy_reg(ND_VMX_TRUE_PINBASED_CTLS, 0x0000007f00000016ULL);
	sum = nd_dump_rows(&dump_dump, &place, &autopsy_cpu, &emit);
	KUNIT_EXPECT_EQ(test, sum.failed, 2U);
	KUNIT_EXPECT_EQ(test, seen.wrong, 1U);

	memset(&seen, 0, sizeof(seen));
	dump_read(dump_vmcb_lines, ARRAY_SIZE(dump_vmcb_lines), "");
	sum = nd_dump_rows(&dump_dump, &place, NULL, &emit);
	KUNIT_EXPECT_EQ(test, sum.failed, 1U);
	KUNIT_EXPECT_STREQ(test, seen.words,
			   "VMRUN failed: invalid guest state (exit code -1), on CPU 1, lines 10 to 70");
}

static struct kunit_case dump_test_cases[] = {
	KUNIT_CASE(dump_vmcs_is_read),
	KUNIT_CASE(dump_vmcb_is_read),
	KUNIT_CASE(dump_cut_is_said),
	KUNIT_CASE(dump_wants_lines),
	KUNIT_CASE(dump_several_are_told_apart),
	KUNIT_CASE(dump_other_lines_are_left_out),
	KUNIT_CASE(dump_msr_list_is_bounded),
	KUNIT_CASE(dump_rows_say_it),
	{}
};

static struct kunit_suite nestdiag_dump_suite = {
	.name = "nestdiag_dump",
	.test_cases = dump_test_cases,
};
