// SPDX-License-Identifier: GPL-2.0-only
/*
 * KVM's own statistics, as its debugfs has them: a file each, for all VMs together, for each VM in
 * a directory PID-FD, and few of them for each vCPU in a directory vcpuN of that.
 */
#include <errno.h>

#include "core/base/scan.h"

#include "tools/in/source.h"
#include "tools/live/stats.h"

#define STATS	"/sys/kernel/debug/kvm"

/**
 * struct reading - files being read
 * @m:       where they go
 * @read:    files that were statistics
 * @refused: files that could not be read
 * @full:    there were more than there is room for
 */
struct reading {
	struct nd_machine *m;
	unsigned int read;
	unsigned int refused;
	bool full;
};

/* The whole text is PREFIX and a number: "vcpu3". */
static bool is_numbered(const char *text, const char *prefix, u32 *number)
{
	size_t n = strlen(prefix);
	struct nd_token rest;

	if (strncmp(text, prefix, n))
		return false;
	rest = (struct nd_token){ text + n, strlen(text + n) };
	return nd_scan_dec_u32(&rest, number);
}

static bool is_vm(const char *text, struct nd_stat *vm)
{
	const char *dash = strchr(text, '-');
	struct nd_token pid = { text, dash ? (size_t)(dash - text) : 0 };
	struct nd_token fd = { dash ? dash + 1 : text, dash ? strlen(dash + 1) : 0 };

	return dash && nd_scan_dec_u32(&pid, &vm->pid) && vm->pid != ND_STAT_SUM &&
	       nd_scan_dec_u32(&fd, &vm->fd);
}

/*
 * Statistics have names of these characters. What else is there is no statistic (tsc-offset), or of
 * a histogram only the first bucket, or the thread of a vCPU.
 */
static bool is_stat(const char *name)
{
	size_t len = strlen(name);

	if (!strcmp(name, "pid") || (len > 5 && !strcmp(name + len - 5, "_hist")) ||
	    len >= sizeof(((struct nd_stat *)0)->name))
		return false;
	return strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == len;
}

static void take_file(struct reading *r, const char *dir, const char *name, struct nd_stat stat)
{
	struct nd_token token;
	char path[256], text[32];
	int err;

	if (!is_stat(name) || snprintf(path, sizeof(path), "%s/%s", dir, name) >= (int)sizeof(path))
		return;
	err = nd_source_read(path, text, sizeof(text));
	if (err == -EACCES || err == -EPERM)
		r->refused++;
	if (err)
		return;
	token = (struct nd_token){ text, strlen(text) };
	if (!nd_scan_dec(&token, ~0ULL, &stat.value))
		return;
	snprintf(stat.name, sizeof(stat.name), "%s", name);
	r->read++;
	r->full |= !nd_machine_add_stat(r->m, &stat);
}

/* The files first, so that all of one VM or vCPU stand together. */
static int take_dir(struct reading *r, const char *dir, const struct nd_stat *whose)
{
	struct nd_strings names = { 0 };
	struct nd_stat inner = *whose;
	int err = nd_source_list(dir, &names);
	char path[200];
	size_t i;

	for (i = 0; !err && i < names.nr; i++)
		if (!is_numbered(names.list[i], "vcpu", &inner.vcpu))
			take_file(r, dir, names.list[i], *whose);
	for (i = 0; !err && i < names.nr; i++) {
		inner = *whose;
		if (whose->pid == ND_STAT_SUM ? !is_vm(names.list[i], &inner) :
		    whose->vcpu != ND_STAT_VM || !is_numbered(names.list[i], "vcpu", &inner.vcpu))
			continue;
		if (snprintf(path, sizeof(path), "%s/%s", dir, names.list[i]) < (int)sizeof(path))
			take_dir(r, path, &inner);
	}
	nd_strings_free(&names);
	return err;
}

static const char *answer(const struct reading *r, int err)
{
	if (r->read)
		return r->refused ? "partly" : "ok";
	if (r->refused || err == -EACCES || err == -EPERM)
		return "unreadable";
	return "absent";
}

void nd_live_stats(struct nd_machine *m)
{
	static const struct nd_stat all = { .pid = ND_STAT_SUM, .vcpu = ND_STAT_VM };
	struct reading r = { .m = m };
	int err = take_dir(&r, STATS, &all);

	nd_machine_add_host(m, "kvm_stats", "%s", answer(&r, err));
	if (r.full)
		nd_strings_add(&m->comments, "of KVM's statistics only the first %u are kept",
			       ND_MAX_STATS);
}
