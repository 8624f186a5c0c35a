// SPDX-License-Identifier: GPL-2.0-only
/*
 * MSRs, fields of a VMCS or VMCB, and CPUID leaves of hypervisors.
 */
#include <ctype.h>

#include "core/caps/evmcs.h"
#include "core/entry/vmstate.h"
#include "core/facts/hypervisor.h"
#include "core/facts/regs.h"

#include "tools/explain/fieldnames.h"
#include "tools/explain/register.h"
#include "tools/log/msgwords.h"
#include "tools/log/msrnames.h"

static void msr_here(struct nd_row *here, const struct nd_explain *e, u32 index)
{
	enum nd_reg reg = nd_reg_by_index(index);
	const struct nd_value *value;

	if (reg == ND_NR_REGS || !e->cpu)
		return;
	value = &e->cpu->regs[reg];
	if (value->state == ND_OK)
		nd_row_printf(here, "0x%llx on CPU %u; nestdiag caps decodes it", value->value,
			      e->cpu->id);
	else if (value->state == ND_ABSENT)
		nd_row_printf(here, "not present on CPU %u", e->cpu->id);
	else if (value->state == ND_FAULT)
		nd_row_printf(here, "reading it on CPU %u faulted", e->cpu->id);
	else
		nd_row_printf(here, "not read: run as root, with the nestdiag module loaded");
}

#define MSR_ACCESS \
	" A nested guest's access exits to this KVM unless both levels' MSR bitmaps let it pass, and goes on if the guest hypervisor's one intercepts it."

static bool is_within(u32 index, const u32 *list, size_t nr)
{
	size_t i;

	for (i = 0; i < nr; i++)
		if (list[i] == index)
			return true;
	return false;
}

/*
 * What KVM of Linux 7.3 switches between a guest hypervisor and its nested guest: prepare_vmcs02()
 * and nested_vmcb02_prepare_save().
 */
static const char *msr_nesting(u32 index)
{
	/* SYSENTER, DEBUGCTL, PAT, PERF_GLOBAL_CTRL, CET, BNDCFGS, EFER, bases of FS and GS */
	static const u32 own[] = {
		0x174, 0x175, 0x176, 0x1d9, 0x277, 0x38f, 0x6a2, 0x6a8, 0xd90, 0xc0000080,
		0xc0000100, 0xc0000101,
	};
	/* STAR, LSTAR, CSTAR, FMASK, KERNEL_GS_BASE */
	static const u32 loaded[] = { 0xc0000081, 0xc0000082, 0xc0000083, 0xc0000084, 0xc0000102 };

	if (index >= 0x480 && index <= 0x493)
		return "A guest hypervisor reads in its own copy what its nested guests can have: KVM makes that from what it can emulate, this register and the guest's CPU model. A QEMU that asks for more fails with \"failed to set MSR\".";
	if (index == 0x3a)
		return "Each guest of KVM has one of its own, which its firmware or VMM sets: a guest that has vmx and finds it locked without VMX says \"disabled by BIOS\". VMXON of a guest hypervisor needs it locked with VMX on.";
	if (index == 0xc0010114)
		return "Each guest of KVM has one of its own: SVMDIS in it keeps that guest from setting EFER.SVME, and so from running nested guests.";
	if (index == 0xc0010117)
		return "Each guest hypervisor has one of its own, which KVM emulates: its VMRUN faults as long as it is 0.";
	if (index == 0x10)
		return "A nested guest's TSC is its guest hypervisor's with one more offset, and with TSC scaling one more factor: KVM computes both into one." MSR_ACCESS;
	if (index >= 0x40000000 && index <= 0x400001ff)
		return "An interface of Hyper-V, or of a hypervisor that shows itself as it: a nested guest finds that of its own hypervisor, if that has one." MSR_ACCESS;
	if (index >= 0x4b564d00 && index <= 0x4b564dff)
		return "An interface of KVM: a nested guest finds that of its own hypervisor, if that is a KVM." MSR_ACCESS;
	if (is_within(index, own, ARRAY_SIZE(own)))
		return "The VMCS or VMCB holds it (some only if a control asks for that): a nested guest has a value of its own." MSR_ACCESS;
	if (is_within(index, loaded, ARRAY_SIZE(loaded)))
		return "KVM does not switch it at the entry of a nested guest: the guest hypervisor does, on AMD by VMLOAD and VMSAVE, on Intel by its MSR lists or by itself." MSR_ACCESS;
	return "KVM does not switch it for a nested guest, unless the guest hypervisor's MSR lists have it (Intel): that one does so itself, if its guests have values of their own." MSR_ACCESS;
}

void nd_explain_msr(struct nd_explain *e)
{
	struct nd_reading reading = { .sort = "MSR", .reference = "Intel SDM volume 4; AMD APM volume 2" };
	struct nd_row here;
	u32 index = e->num;
	char label[96], id[16];

	if (!nd_explain_wants(e, ND_EXPLAIN_MSR))
		return;
	if (e->number ? e->num != index || !nd_msr_name(index) : !nd_msr_find(e->word, &index))
		return;
	nd_row_init(&here, ND_ROW_NOTE, NULL, NULL, NULL);
	msr_here(&here, e, index);
	scnprintf(id, sizeof(id), "0x%x", index);
	scnprintf(label, sizeof(label), "%s, %s", id, nd_msr_name(index));
	reading.id = id;
	reading.label = label;
	reading.nesting = msr_nesting(index);
	reading.here = here.words;
	nd_explain_add(e, &reading);
}

static const struct nd_evmcs_field *evmcs_field(u32 encoding)
{
	u32 i;

	for (i = 0; i < nd_nr_evmcs_fields; i++)
		if (nd_evmcs_fields[i].encoding == encoding)
			return &nd_evmcs_fields[i];
	return NULL;
}

static void add_field(struct nd_explain *e, u32 encoding, const char *name)
{
	u32 whole = nd_field_whole(encoding);
	const struct nd_evmcs_field *field = evmcs_field(whole);
	struct nd_reading reading = {
		.sort = "VMCS field",
		.reference = "Intel SDM volume 3, appendix on field encodings; Hyper-V TLFS",
	};
	struct nd_row meaning;
	char label[96], id[16];

	nd_row_init(&meaning, ND_ROW_NOTE, NULL, NULL, NULL);
	nd_field_describe(&meaning, encoding);
	if (field)
		nd_row_printf(&meaning, "; in the enlightened VMCS at offset 0x%x as %s",
			      field->offset + (encoding == whole ? 0 : 4), field->name);
	else
		nd_row_printf(&meaning, "; version 1 of the enlightened VMCS has no field for it");
	scnprintf(id, sizeof(id), "0x%x", encoding);
	scnprintf(label, sizeof(label), "%s, %s", id, name);
	reading.id = id;
	reading.label = label;
	reading.nesting = encoding >> 10 & 1 && !(encoding >> 11 & 1) ?
		"Of a nested guest's exit KVM fills it in for the guest hypervisor." :
		"A guest hypervisor has it in the VMCS of its nested guest (vmcs12); KVM checks it and merges it with its own needs at each entry.";
	reading.meaning = meaning.words;
	nd_explain_add(e, &reading);
}

/* By its title or by Linux's name; "GUEST_CS_AR" is what others call "GUEST_CS_AR_BYTES". */
static bool is_field(const struct nd_explain *e, const struct nd_vmf_desc *desc)
{
	static const char bytes[] = "_BYTES";
	size_t len = strlen(e->word), n = strlen(desc->id);

	if (nd_explain_is(e, desc->id) || nd_explain_is(e, desc->name))
		return true;
	return n == len + sizeof(bytes) - 1 && !strncasecmp(e->word, desc->id, len) &&
	       !strcasecmp(desc->id + len, bytes);
}

void nd_explain_field(struct nd_explain *e)
{
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_FIELD))
		return;
	if (e->number) {
		if (e->num <= 0x7fff && nd_field_name(e->num))
			add_field(e, e->num, nd_field_name(e->num));
		return;
	}
	for (i = 0; i < ND_NR_VMF; i++) {
		if (nd_vmf_descs[i].where == ND_VMF_IN_MEMORY || !is_field(e, &nd_vmf_descs[i]))
			continue;
		add_field(e, nd_vmf_descs[i].where, nd_vmf_descs[i].name);
		return;
	}
	for (i = 0; i < nd_nr_vmcs_names; i++) {
		const struct nd_field_name *name = &nd_vmcs_names[i];

		/* "VMX_VPID" is HAXM's, "vmx-vpid" QEMU's. */
		if (strncmp(name->name, "VM", 2) ? nd_explain_is(e, name->name) :
		    !strcmp(e->word, name->name)) {
			add_field(e, name->where, name->title);
			return;
		}
	}
	for (i = 0; i < nd_nr_evmcs_fields; i++)
		if (nd_explain_is(e, nd_evmcs_fields[i].name) &&
		    nd_evmcs_fields[i].encoding != ND_EVMCS_NO_ENCODING)
			add_field(e, nd_evmcs_fields[i].encoding, nd_evmcs_fields[i].name);
}

static const char *vmcb_nesting(u32 offset)
{
	switch (offset) {
	case 0x0070 ... 0x008c:
		return "Of a nested guest's exit KVM fills it in for the guest hypervisor.";
	case 0x0090:
	case 0x00b0:
		return "A guest hypervisor that uses nested paging has its own tables here (vmcb12). KVM merges them with its own, and runs the nested guest on the result.";
	case 0x0098 ... 0x00a0:
	case 0x00e0 ... 0x0108:
		return "KVM gives neither AVIC nor SEV to guest hypervisors: in the VMCB of their nested guests it means nothing.";
	case 0x00b8:
		return "A guest hypervisor gets both if KVM does (lbrv, vls): VMLOAD and VMSAVE of it then need no exit.";
	default:
		return "A guest hypervisor has it in the VMCB of its nested guest (vmcb12); KVM copies and checks it at each VMRUN and merges it with its own needs (vmcb02).";
	}
}

static void add_vmcb(struct nd_explain *e, u32 offset, const char *name)
{
	struct nd_reading reading = {
		.sort = "VMCB field",
		.nesting = vmcb_nesting(offset),
		.reference = "AMD APM volume 2, appendix on the layout of the VMCB",
	};
	char label[96], id[16], meaning[160];

	scnprintf(id, sizeof(id), "0x%03x", offset);
	scnprintf(label, sizeof(label), "%s, %s", id, name);
	scnprintf(meaning, sizeof(meaning), "the field at offset %s of AMD's VMCB (%s), in its %s",
		  id, name, offset < 0x400 ? "control area" : "state save area");
	reading.id = id;
	reading.label = label;
	reading.meaning = meaning;
	nd_explain_add(e, &reading);
}

/* Names of the control area that can be nothing else, the others only behind "vmcb field". */
static bool is_vmcb_name(const struct nd_explain *e, const struct nd_vmf_desc *desc)
{
	bool asked = e->sorts == ND_EXPLAIN_VMCB;

	if (!asked && (desc->where >= 0x400 || !strchr(desc->id, '_')))
		return false;
	/* "exit code" is two words of a sentence. */
	if (!asked)
		return !strcasecmp(e->word, desc->id) || !strcasecmp(e->word, desc->name);
	return nd_explain_is(e, desc->id) || nd_explain_is(e, desc->name);
}

void nd_explain_vmcb(struct nd_explain *e)
{
	u32 i;

	if (!nd_explain_wants(e, ND_EXPLAIN_VMCB) || e->number)
		return;
	for (i = 0; i < ND_NR_VMCB; i++) {
		if (is_vmcb_name(e, &nd_vmcb_descs[i])) {
			add_vmcb(e, nd_vmcb_descs[i].where, nd_vmcb_descs[i].name);
			return;
		}
	}
	for (i = 0; i < nd_nr_vmcb_names; i++) {
		if (nd_explain_is(e, nd_vmcb_names[i].name)) {
			add_vmcb(e, nd_vmcb_names[i].where, nd_vmcb_names[i].title);
			return;
		}
	}
}

/* Names of fields as Linux writes them, then those of others. */
void nd_explain_field_names(struct nd_strings *names)
{
	static const char bytes[] = "_bytes";
	char name[64];
	size_t len, j;
	u32 i;

	for (i = 0; i < ND_NR_VMF; i++) {
		if (nd_vmf_descs[i].where == ND_VMF_IN_MEMORY)
			continue;
		scnprintf(name, sizeof(name), "%s", nd_vmf_descs[i].id);
		for (j = 0; name[j]; j++)
			name[j] = (char)toupper((unsigned char)name[j]);
		nd_strings_add(names, "%s", name);
		len = strlen(name);
		if (len >= sizeof(bytes) && !strcasecmp(name + len - (sizeof(bytes) - 1), bytes))
			nd_strings_add(names, "%.*s", (int)(len - (sizeof(bytes) - 1)), name);
	}
	for (i = 0; i < nd_nr_vmcs_names; i++)
		nd_strings_add(names, "%s", nd_vmcs_names[i].name);
	for (i = 0; i < ND_NR_VMCB; i++)
		if (nd_vmcb_descs[i].where < 0x400 && strchr(nd_vmcb_descs[i].id, '_'))
			nd_strings_add(names, "%s", nd_vmcb_descs[i].id);
	for (i = 0; i < nd_nr_vmcb_names; i++)
		nd_strings_add(names, "%s", nd_vmcb_names[i].name);
}

/* By distance from 0x40000000; the TLFS's titles. */
static const char *const leaves[] = {
	[0x0] = "a hypervisor's signature and its highest leaf",
	[0x1] = "Hyper-V's interface signature \"Hv#1\"; if the base leaf is KVM's, KVM's features",
	[0x2] = "Hyper-V: version of the hypervisor",
	[0x3] = "Hyper-V: privileges and features of this partition",
	[0x4] = "Hyper-V: implementation recommendations, bit 14 of EAX: use the enlightened VMCS",
	[0x5] = "Hyper-V: implementation limits",
	[0x6] = "Hyper-V: hardware features in use",
	[0x7] = "Hyper-V: CPU management features, of the managing partition",
	[0x8] = "Hyper-V: shared virtual memory features",
	[0x9] = "Hyper-V: features for a nested hypervisor",
	[0xa] = "Hyper-V: nested virtualization features: versions of the enlightened VMCS, direct flush, MSR bitmap",
	[0xc] = "Hyper-V: isolation configuration",
};

void nd_explain_leaf(struct nd_explain *e)
{
	struct nd_reading reading = {
		.sort = "CPUID leaf",
		.reference = "Hyper-V TLFS, feature discovery; nestdiag hyperv decodes it",
	};
	const struct nd_cpuid *leaf;
	struct nd_row here;
	char label[32];
	u64 distance = e->num - ND_HV_BASE;

	if (!nd_explain_wants(e, ND_EXPLAIN_LEAF) || !e->number || e->num < ND_HV_BASE ||
	    distance >= ARRAY_SIZE(leaves) || !leaves[distance])
		return;
	nd_row_init(&here, ND_ROW_NOTE, NULL, NULL, NULL);
	leaf = e->cpu ? nd_cpu_leaf(e->cpu, e->num, 0) : NULL;
	if (leaf)
		nd_row_printf(&here, "eax 0x%08x ebx 0x%08x ecx 0x%08x edx 0x%08x", leaf->eax,
			      leaf->ebx, leaf->ecx, leaf->edx);
	else if (e->cpu)
		nd_row_printf(&here, "not present, or not recorded");
	leaf = nd_cpu_leaf(&e->facts->offer, e->num, 0);
	if (leaf)
		nd_row_printf(&here, "; KVM here can show its guests eax 0x%08x ebx 0x%08x ecx 0x%08x edx 0x%08x",
			      leaf->eax, leaf->ebx, leaf->ecx, leaf->edx);
	scnprintf(label, sizeof(label), "0x%llx", e->num);
	reading.id = label;
	reading.label = label;
	reading.meaning = leaves[distance];
	reading.nesting = distance == 0xa ?
		"A guest hypervisor finds here what makes nesting cheaper, if its VMM asks KVM for it: eVMCS, direct flush, the enlightened MSR bitmap. Under Hyper-V KVM itself looks here." :
		"CPUID of a nested guest goes on to its guest hypervisor: it finds that one's leaves, not these.";
	reading.here = here.words;
	nd_explain_add(e, &reading);
}

void nd_explain_msr_names(struct nd_strings *names)
{
	enum nd_reg reg;

	for (reg = 0; reg < ND_NR_REGS; reg++)
		nd_strings_add(names, "%s", nd_reg_desc(reg)->name);
	nd_strings_add(names, "MSR_VM_CR");
	nd_strings_add(names, "MSR_IA32_FEAT_CTL");
}
