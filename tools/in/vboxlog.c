// SPDX-License-Identifier: GPL-2.0-only
#include "core/base/scan.h"

#include "tools/in/vboxlog.h"

/* "00:00:11.659041 ": the time since the machine was started. */
static size_t stamp(const char *text, size_t len)
{
	static const char form[] = "dd:dd:dd.dddddd ";
	size_t i;

	if (len < sizeof(form))
		return 0;
	for (i = 0; form[i]; i++)
		if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
			return 0;
	return i;
}

bool nd_vboxlog_begins(const char *text, size_t len)
{
	return stamp(text, len);
}

/* The register with that name of the SDM's. */
static enum nd_reg find_reg(const char *name, size_t len)
{
	enum nd_reg reg;

	for (reg = 0; reg < ND_NR_REGS; reg++)
		if (strlen(nd_reg_desc(reg)->name) == len &&
		    !memcmp(nd_reg_desc(reg)->name, name, len))
			break;
	return reg;
}

/* "HM: MSR_IA32_VMX_BASIC                = 0xda040000000004" */
bool nd_vboxlog_register(const char *text, size_t len, enum nd_reg *reg, u64 *value)
{
	static const char head[] = "HM: MSR_";
	size_t at = stamp(text, len), end;

	if (!at || len - at < sizeof(head) || memcmp(text + at, head, sizeof(head) - 1))
		return false;
	at += sizeof(head) - 1;
	for (end = at; end < len && text[end] != ' '; end++)
		;
	*reg = find_reg(text + at, end - at);
	for (at = end; at < len && text[at] == ' '; at++)
		;
	if (*reg == ND_NR_REGS || len - at < 5 || memcmp(text + at, "= 0x", 4))
		return false;
	at += 4;
	for (end = len; end > at && (text[end - 1] == '\r' || text[end - 1] == ' '); end--)
		;
	return nd_scan_digits(text + at, end - at, 16, value);
}
