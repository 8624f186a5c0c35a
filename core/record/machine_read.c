// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reading the records of the machine.
 */
#include "core/record/families.h"
#include "core/record/reader.h"

static const struct nd_field machine_interface = {
	nd_record_dec_u32, "interface version is not a decimal number",
};

/* As "date -u +%FT%TZ" prints it, so that what reads it later need not check it. */
static bool is_time(const char *text)
{
	static const char form[] = "dddd-dd-ddTdd:dd:ddZ";
	u32 i;

	for (i = 0; form[i]; i++)
		if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
			return false;
	return !text[i];
}

static enum nd_parsed take_taken(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_taken *taken = &p->facts->taken;

	if (taken->time[0])
		return nd_record_bad(p, "the time appears twice");
	if (!nd_scan_text(&f->text[0], taken->time, sizeof(taken->time)) || !is_time(taken->time))
		return nd_record_bad(p, "time is not YYYY-MM-DDThh:mm:ssZ");
	if (!nd_scan_text(&f->text[1], taken->tool, sizeof(taken->tool)))
		return nd_record_bad(p, "version of the tool is too long or wrongly escaped");
	if (f->n > 2 && !nd_scan_text(&f->text[2], taken->hostname, sizeof(taken->hostname)))
		return nd_record_bad(p, "host name is too long or wrongly escaped");
	return ND_PARSED_OK;
}

static enum nd_parsed take_module(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_facts *facts = p->facts;

	if (nd_facts_ring0(facts))
		return nd_record_bad(p, "the module appears twice");
	if (f->text[0].len == 0 ||
	    !nd_scan_text(&f->text[0], facts->module_version, sizeof(facts->module_version)))
		return nd_record_bad(p, "module version is empty, too long or wrongly escaped");
	return ND_PARSED_OK;
}

static enum nd_parsed take_kernel(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_facts *facts = p->facts;

	if (facts->release[0])
		return nd_record_bad(p, "the kernel appears twice");
	if (!nd_scan_text(&f->text[0], facts->release, sizeof(facts->release)))
		return nd_record_bad(p, "kernel release is too long or wrongly escaped");
	if (!nd_scan_text(&f->text[1], facts->machine, sizeof(facts->machine)))
		return nd_record_bad(p, "machine is too long or wrongly escaped");
	return ND_PARSED_OK;
}

static enum nd_parsed take_proc_version(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_facts *facts = p->facts;

	if (facts->proc_version[0])
		return nd_record_bad(p, "/proc/version appears twice");
	if (!nd_scan_text(&f->text[0], facts->proc_version, sizeof(facts->proc_version))) {
		facts->proc_version[0] = '\0';
		return nd_record_bad(p, "/proc/version is too long or wrongly escaped");
	}
	return ND_PARSED_OK;
}

static enum nd_parsed take_platform(struct nd_parser *p, const struct nd_fields *f)
{
	struct nd_facts *facts = p->facts;

	if (facts->guest_type[0])
		return nd_record_bad(p, "the platform appears twice");
	if (!nd_scan_text(&f->text[0], facts->guest_type, sizeof(facts->guest_type)))
		return nd_record_bad(p, "guest type is too long or wrongly escaped");
	if (!nd_scan_is(&f->text[1], "yes") && !nd_scan_is(&f->text[1], "no"))
		return nd_record_bad(p, "Hyper-V support is neither yes nor no");
	nd_scan_text(&f->text[1], facts->hv_support, sizeof(facts->hv_support));
	return ND_PARSED_OK;
}

static const struct nd_record machine_records[] = {
	{ "taken",	2, 3, NULL, take_taken },
	{ "module",	2, 2, NULL, take_module, { NULL, &machine_interface } },
	{ "kernel",	2, 2, NULL, take_kernel },
	{ "proc_version", 1, 1, NULL, take_proc_version },
	{ "platform",	2, 2, NULL, take_platform },
};

const struct nd_record_family nd_machine_family = {
	machine_records, ARRAY_SIZE(machine_records),
};
