// SPDX-License-Identifier: GPL-2.0-only
#include "core/base/scan.h"

#include "tools/in/vmwarelog.h"

/* What is behind the first @word of a line; NULL if it has none. */
static const char *behind(const char *text, size_t len, const char *word)
{
	size_t size = strlen(word), i;

	for (i = 0; i + size <= len; i++)
		if (!memcmp(text + i, word, size))
			return text + i + size;
	return NULL;
}

bool nd_vmwarelog_begins(const char *text, size_t len)
{
	return behind(text, len, "Log for VMware ") || behind(text, len, "hostCPUID ");
}

static const char *skip(const char *at, const char *end, char what)
{
	while (at && at < end && *at == what)
		at++;
	return at;
}

/* The hexadecimal number at @at and the @stop behind it; NULL if it is something else. */
static const char *number(const char *at, const char *end, const char *stop, u32 *value)
{
	const char *digits;
	u64 wide;

	at = skip(at, end, ' ');
	digits = at;
	while (at && at < end && *at != *stop)
		at++;
	if (!at || (at == end && *stop) || !nd_scan_digits(digits, at - digits, 16, &wide) ||
	    wide > 0xffffffffull)
		return NULL;
	*value = wide;
	return *stop ? at + 1 : at;
}

/* "0x000006f2" and what is behind it. */
static const char *value(const char *at, const char *end, const char *stop, u32 *value)
{
	at = skip(at, end, ' ');
	if (!at || end - at < 3 || memcmp(at, "0x", 2))
		return NULL;
	return number(at + 2, end, stop, value);
}

/*
 * "Aug 18 10:01:57.546: vmx| hostCPUID level 00000001, 0:
 * 0x000006f2 0x00020800 0x0000e39d 0xbfebfbff"
 */
bool nd_vmwarelog_leaf(const char *text, size_t len, struct nd_cpuid *leaf)
{
	const char *at = behind(text, len, "hostCPUID level "), *end = text + len;

	while (at && end > at && (end[-1] == '\r' || end[-1] == ' '))
		end--;
	at = number(at, end, ",", &leaf->leaf);
	at = number(at, end, ":", &leaf->subleaf);
	at = value(at, end, " ", &leaf->eax);
	at = value(at, end, " ", &leaf->ebx);
	at = value(at, end, " ", &leaf->ecx);
	return value(at, end, "", &leaf->edx);
}

/*
 * "vmx Common: MSR      0x480 =   0xda040000000004": the same on all CPUs of the host. Registers
 * that differ between them are listed one by one, and left out here.
 */
bool nd_vmwarelog_register(const char *text, size_t len, enum nd_reg *reg, u64 *value)
{
	const char *at = behind(text, len, "Common: MSR "), *end = text + len;
	u32 index;

	while (at && end > at && (end[-1] == '\r' || end[-1] == ' '))
		end--;
	at = skip(at, end, ' ');
	if (!at || end - at < 3 || memcmp(at, "0x", 2))
		return false;
	at = skip(number(at + 2, end, " ", &index), end, ' ');
	if (!at || at == end || *at != '=')
		return false;
	at = skip(at + 1, end, ' ');
	if (end - at < 3 || memcmp(at, "0x", 2) || !nd_scan_digits(at + 2, end - at - 2, 16, value))
		return false;
	*reg = nd_reg_by_index(index);
	return *reg != ND_NR_REGS;
}

void nd_vmwarelog_ident(struct nd_cpu *cpu)
{
	const struct nd_cpuid *zero = nd_cpu_leaf(cpu, 0, 0), *one = nd_cpu_leaf(cpu, 1, 0);

	if (!zero || !one)
		return;
	cpu->has_ident = true;
	memcpy(cpu->vendor, &zero->ebx, 4);
	memcpy(cpu->vendor + 4, &zero->edx, 4);
	memcpy(cpu->vendor + 8, &zero->ecx, 4);
	cpu->vendor[12] = '\0';
	cpu->family = (one->eax >> 8) & 0xf;
	cpu->model = (one->eax >> 4) & 0xf;
	if (cpu->family == 6 || cpu->family == 15)
		cpu->model |= (one->eax >> 12) & 0xf0;
	if (cpu->family == 15)
		cpu->family += (one->eax >> 20) & 0xff;
	cpu->stepping = one->eax & 0xf;
}
