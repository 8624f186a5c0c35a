// SPDX-License-Identifier: GPL-2.0-only
/*
 * The name that CPUID has for the processor.
 */
#include "core/facts/brand.h"

#define BRAND_LEAF	0x80000002

/* Blanks stand around the name, and where its parts are padded to a width. */
static void brand_squeeze(char *text)
{
	const char *from;
	char *to = text;

	for (from = text; *from; from++)
		if (*from != ' ' || (to > text && to[-1] != ' '))
			*to++ = *from;
	if (to > text && to[-1] == ' ')
		to--;
	*to = '\0';
}

void nd_cpu_brand(const struct nd_cpu *cpu, char text[ND_BRAND])
{
	size_t len;
	u32 i;

	memset(text, 0, ND_BRAND);
	for (i = 0; i < 3; i++) {
		const struct nd_cpuid *l = nd_cpu_leaf(cpu, BRAND_LEAF + i, 0);

		if (!l)
			break;
		memcpy(text + 16 * i, &l->eax, 4);
		memcpy(text + 16 * i + 4, &l->ebx, 4);
		memcpy(text + 16 * i + 8, &l->ecx, 4);
		memcpy(text + 16 * i + 12, &l->edx, 4);
	}
	for (len = 0; len < ND_BRAND - 1 && text[len]; len++)
		if (text[len] < ' ' || text[len] > '~')
			text[len] = '.';
	brand_squeeze(text);
}
