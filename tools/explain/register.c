// SPDX-License-Identifier: GPL-2.0-only
/*
 * MSRs, fields of a VMCS, and CPUID leaves of hypervisors.
 */
#include "core/caps/evmcs.h"
#include "core/entry/vmstate.h"
#include "core/facts/hypervisor.h"
#include "core/facts/regs.h"

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
	if (index >= 0x480 && index <= 0x493)
		reading.nesting = "A guest hypervisor reads in its own copy what its nested guests can have: KVM makes that from what it can emulate, this register and the guest's CPU model. A QEMU that asks for more fails with \"failed to set MSR\".";
	else
		reading.nesting = "A nested guest has its own value; accesses exit to this KVM and on to the guest hypervisor unless both levels' MSR bitmaps let them pass.";
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
	for (i = 0; i < nd_nr_evmcs_fields; i++)
		if (nd_explain_is(e, nd_evmcs_fields[i].name) &&
		    nd_evmcs_fields[i].encoding != ND_EVMCS_NO_ENCODING)
			add_field(e, nd_evmcs_fields[i].encoding, nd_evmcs_fields[i].name);
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
	reading.here = here.words;
	nd_explain_add(e, &reading);
}

void nd_explain_msr_names(struct nd_strings *names)
{
	enum nd_reg reg;

	for (reg = 0; reg < ND_NR_REGS; reg++)
		nd_strings_add(names, "%s", nd_reg_desc(reg)->name);
}
