// SPDX-License-Identifier: GPL-2.0-only
#include <stdlib.h>

#include "core/entry/dump.h"
#include "core/entry/dumplines.h"

#include "tools/collect/kernlog.h"
#include "tools/digest/digest.h"
#include "tools/in/kmsg.h"
#include "tools/out/text.h"

#define MAX_LINE	1024

/* Beside what is known: words that make a line worth keeping for somebody who knows more. */
static const char *const words[] = {
	"kvm", "KVM", "vmx", "VMX", "svm", "SVM", "VMCS", "VMCB", "nestdiag", "ypervisor", "Hyper-V",
	"virtualization", "microcode", "DMAR", "AMD-Vi", "IOMMU", "vfio", "lockdown", "Secure boot",
	"secureboot", "nested", "Command line", "DMI:",
};

static bool has_word(const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(words); i++)
		if (memmem(text, len, words[i], strlen(words[i])))
			return true;
	return false;
}

/* "6,1234,5678901,-;TEXT" as "[    5.678901] TEXT"; a line of a file stays as it is. */
static int as_dmesg(const char *record, size_t len, char *line, size_t size)
{
	const char *text = memchr(record, ';', len);
	unsigned long long us = 0;
	unsigned int level, number;
	char head[64];

	if (!text || text - record >= (long)sizeof(head))
		return scnprintf(line, size, "%.*s", (int)len, record);
	scnprintf(head, sizeof(head), "%.*s", (int)(text - record), record);
	if (sscanf(head, "%u,%u,%llu,", &level, &number, &us) != 3)
		return scnprintf(line, size, "%.*s", (int)len, record);
	return scnprintf(line, size, "[%5llu.%06llu] %.*s", us / 1000000, us % 1000000,
			 (int)(record + len - text - 1), text + 1);
}

/**
 * struct keeping - the log being read
 * @digest: what it knows counts up
 * @dump:   a dump of a VMCS or VMCB, whose lines are kept all
 */
struct keeping {
	struct nd_digest digest;
	struct nd_dump dump;
};

static bool is_relevant(struct keeping *k, const char *line, size_t len)
{
	u64 known = k->digest.known, unknown = k->digest.unknown.nr;
	bool dump;

	nd_digest_line(&k->digest, line, len);
	if (nd_dump_begins(&k->dump, line, len))
		nd_dump_init(&k->dump);
	dump = nd_dump_line(&k->dump, line, len);
	return dump || k->digest.known > known || k->digest.unknown.nr > unknown ||
	       has_word(line, len);
}

int nd_kernlog(struct nd_reading *r)
{
	struct keeping *k = nd_realloc(NULL, sizeof(*k));
	struct nd_kmsg *kmsg = nd_realloc(NULL, sizeof(*kmsg));
	char line[MAX_LINE];
	const char *text;
	size_t len;
	int got;

	memset(k, 0, sizeof(*k));
	nd_dump_init(&k->dump);
	got = nd_kmsg_open(kmsg);
	if (!got) {
		while ((got = nd_kmsg_next(kmsg, &text, &len)) > 0) {
			int n = as_dmesg(text, len, line, sizeof(line));

			if (is_relevant(k, line, n) && !nd_reading_line(r, line, n))
				break;
		}
		if (got > 0)
			got = 0;
		nd_kmsg_close(kmsg);
	}
	nd_digest_end(&k->digest);
	nd_digest_free(&k->digest);
	free(kmsg);
	free(k);
	return got;
}
