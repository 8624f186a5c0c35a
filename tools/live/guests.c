// SPDX-License-Identifier: GPL-2.0-only
/*
 * Guests that run now, and whether they have been given VMX or SVM: by KVM's count of nested
 * entries, which root may read, and by the command lines of QEMU, which everybody may. Other VMMs
 * do not tell it on theirs. Of a command line nothing but a count is kept. Those that are shown
 * Hyper-V's interface are most often Windows.
 */
#include "tools/in/source.h"
#include "tools/live/cmdline.h"
#include "tools/live/guests.h"

#define STATS		"/sys/kernel/debug/kvm"
#define NESTED_RUNS	STATS "/nested_run"

/**
 * struct command - a command line being read
 * @flag:  "vmx" or "svm"
 * @qemu:  it is QEMU's...
 * @kvm:   ...with KVM
 * @cpu:   the next word is the CPU's
 * @given: that CPU has the flag
 * @hyperv: it is shown Hyper-V's interface...
 * @evmcs: ...with the enlightened VMCS
 */
struct command {
	const char *flag;
	bool qemu;
	bool kvm;
	bool cpu;
	bool given;
	bool hyperv;
	bool evmcs;
};

static bool contains(const char *text, size_t len, const char *word)
{
	return memmem(text, len, word, strlen(word));
}

static bool is(const char *text, size_t len, const char *word)
{
	return len == strlen(word) && !memcmp(text, word, len);
}

static bool begins(const char *text, size_t len, const char *with)
{
	return len >= strlen(with) && !memcmp(text, with, strlen(with));
}

/* "hv-relaxed", "hv_time=on"; hv-vendor-id and hv-version-id-... alone show nothing. */
static bool is_hyperv(const char *text, size_t len)
{
	if (!begins(text, len, "hv-") && !begins(text, len, "hv_"))
		return false;
	return !begins(text + 3, len - 3, "vendor") && !begins(text + 3, len - 3, "version") &&
	       (len < 4 || memcmp(text + len - 4, "=off", 4));
}

/* One option of a CPU: "+vmx", "vmx=on"; of two the later one holds. */
static void take_option(struct command *c, const char *text, size_t len)
{
	size_t n = strlen(c->flag);
	bool minus = len && *text == '-';

	if (len && (*text == '+' || minus)) {
		text++;
		len--;
	}
	if (!minus && is_hyperv(text, len)) {
		c->hyperv = true;
		c->evmcs |= begins(text + 3, len - 3, "evmcs") ||
			    begins(text + 3, len - 3, "passthrough");
	}
	if (len < n || memcmp(text, c->flag, n))
		return;
	text += n;
	len -= n;
	if (!len)
		c->given = !minus;
	else if (is(text, len, "=on") || is(text, len, "=true") || is(text, len, "=yes"))
		c->given = true;
	else if (*text == '=')
		c->given = false;
}

/* QEMU takes VMX and SVM out of its named models; host and max have what KVM offers. */
static void take_cpu(struct command *c, const char *text, size_t len)
{
	size_t n = 0, at;

	for (at = 0; at < len; at += n + 1) {
		const char *end = memchr(text + at, ',', len - at);

		n = end ? (size_t)(end - text) - at : len - at;
		if (at)
			take_option(c, text + at, n);
		else
			c->given = is(text, n, "host") || is(text, n, "max");
	}
}

static void take_word(void *ctx, const char *text, size_t len, bool first)
{
	struct command *c = ctx;

	if (first)
		c->qemu = contains(text, len, "qemu") || is(text, len, "kvm") ||
			  is(text, len, "/usr/bin/kvm");
	c->kvm |= contains(text, len, "kvm");
	if (c->cpu)
		take_cpu(c, text, len);
	c->cpu = is(text, len, "-cpu") || is(text, len, "--cpu");
}

/* Has a VM of that process run a nested guest? @vms: the directories of KVM's statistics. */
static bool has_nested(const struct nd_strings *vms, const char *pid)
{
	char path[160], text[32];
	size_t i, n = strlen(pid);

	for (i = 0; i < vms->nr; i++) {
		if (strncmp(vms->list[i], pid, n) || vms->list[i][n] != '-')
			continue;
		snprintf(path, sizeof(path), STATS "/%.64s/nested_run", vms->list[i]);
		if (!nd_source_read(path, text, sizeof(text)) && strcmp(text, "0"))
			return true;
	}
	return false;
}

static void add_commands(struct nd_machine *m, const char *flag)
{
	unsigned int guests = 0, given = 0, hyperv = 0, nested = 0, plain = 0;
	struct nd_strings pids = { 0 }, vms = { 0 };
	bool seen = false, stats = nd_source_exists(NESTED_RUNS);
	size_t i;

	if (nd_source_list("/proc", &pids))
		return;
	nd_source_list(STATS, &vms);
	for (i = 0; i < pids.nr; i++) {
		struct command c = { .flag = flag };

		if (pids.list[i][0] < '0' || pids.list[i][0] > '9' ||
		    !nd_live_cmdline(pids.list[i], take_word, &c))
			continue;
		seen = true;
		if (!c.qemu || !c.kvm)
			continue;
		guests++;
		given += c.given;
		if (!c.given || !c.hyperv)
			continue;
		hyperv++;
		if (!has_nested(&vms, pids.list[i]))
			continue;
		nested++;
		plain += !c.evmcs;
	}
	nd_strings_free(&pids);
	nd_strings_free(&vms);
	if (!seen)
		return;
	nd_machine_add_host(m, "guests_qemu", "%u", guests);
	nd_machine_add_host(m, "guests_given", "%u", given);
	nd_machine_add_host(m, "guests_hyperv", "%u", hyperv);
	if (!stats)
		return;
	nd_machine_add_host(m, "guests_hyperv_nested", "%u", nested);
	nd_machine_add_host(m, "guests_hyperv_plain", "%u", plain);
}

void nd_live_guests(struct nd_machine *m)
{
	char text[32];

	if (!nd_source_read(NESTED_RUNS, text, sizeof(text)))
		nd_machine_add_host(m, "nested_runs", "%s", text);
	if (nd_source_exists("/sys/module/kvm_intel"))
		add_commands(m, "vmx");
	else if (nd_source_exists("/sys/module/kvm_amd"))
		add_commands(m, "svm");
}
