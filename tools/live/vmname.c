// SPDX-License-Identifier: GPL-2.0-only
/*
 * What the VM of a process is called, as its VMM was told, never by guess.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "tools/in/source.h"
#include "tools/live/cmdline.h"
#include "tools/live/vmname.h"
#include "tools/out/text.h"

#define NAME_MAX_BYTES	128

/**
 * struct vmm - how a VMM is told the name of a VM
 * @program: its program, or what the program's name begins with if it ends in '*'
 * @option:  an option
 * @key:     the part of its value, as "KEY=VALUE" between commas; NULL: all of it
 * @bare:    a part without a key is the value, too, if it is the first
 * @rank:    which of several values counts, the lowest
 */
static const struct vmm {
	const char *program;
	const char *option;
	const char *key;
	bool bare;
	int rank;
} vmms[] = {
	{ "qemu-system-*",	"-name",	"guest",	true,	0 },
	{ "qemu-system-*",	"-uuid",	NULL,		false,	2 },
	{ "qemu-kvm",		"-name",	"guest",	true,	0 },
	{ "qemu-kvm",		"-uuid",	NULL,		false,	2 },
	{ "kvm",		"-name",	"guest",	true,	0 },
	{ "kvm",		"-uuid",	NULL,		false,	2 },
	{ "firecracker*",	"--id",		NULL,		false,	0 },
	{ "crosvm",		"--name",	NULL,		false,	0 },
	{ "cloud-hypervisor*",	"--platform",	"uuid",		false,	2 },
};

#define RANK_CGROUP	1
#define RANK_NONE	3

/**
 * struct command - a command line being read
 * @program: of the process
 * @vmm:     whose option was the last word
 * @rank:    of @name
 * @name:    the best so far
 */
struct command {
	char program[64];
	const struct vmm *vmm;
	int rank;
	char name[NAME_MAX_BYTES];
};

static bool is_program(const char *program, const char *pattern)
{
	size_t len = strlen(pattern);

	return pattern[len - 1] == '*' ? !strncmp(program, pattern, len - 1) :
					 !strcmp(program, pattern);
}

/* One part of a value, up to a comma that is not doubled; its length in the value. */
static size_t cut_part(const char *text, size_t len, char *part, size_t size)
{
	size_t i, n = 0;

	for (i = 0; i < len; i++) {
		if (text[i] == ',' && (i + 1 == len || text[i + 1] != ','))
			break;
		i += text[i] == ',';
		if (n + 1 < size)
			part[n++] = text[i];
	}
	part[n] = '\0';
	return i;
}

static void offer(struct command *c, int rank, const char *name)
{
	if (!*name || rank > c->rank)
		return;
	snprintf(c->name, sizeof(c->name), "%s", name);
	nd_text_clean(c->name);
	c->rank = rank;
}

static void take_value(struct command *c, const struct vmm *vmm, const char *text, size_t len)
{
	size_t at = 0, key = vmm->key ? strlen(vmm->key) : 0;
	char part[NAME_MAX_BYTES];
	bool first = true;

	if (!vmm->key) {
		snprintf(part, sizeof(part), "%.*s", (int)(len < sizeof(part) ? len : sizeof(part)), text);
		offer(c, vmm->rank, part);
		return;
	}
	for (; at < len; at++, first = false) {
		at += cut_part(text + at, len - at, part, sizeof(part));
		if (!strncmp(part, vmm->key, key) && part[key] == '=')
			offer(c, vmm->rank, part + key + 1);
		else if (first && vmm->bare && !strchr(part, '='))
			offer(c, vmm->rank, part);
	}
}

/* QEMU takes "--name" for "-name". */
static bool is_option(const struct vmm *vmm, const char *text, size_t len)
{
	size_t n = strlen(vmm->option);

	if (vmm->option[1] != '-' && len && len == n + 1 && text[0] == '-' && text[1] == '-') {
		text++;
		len--;
	}
	return len == n && !memcmp(text, vmm->option, n);
}

static void take_word(void *ctx, const char *text, size_t len, bool first)
{
	struct command *c = ctx;
	const struct vmm *vmm = c->vmm;
	size_t i;

	c->vmm = NULL;
	if (first)
		return;
	if (vmm) {
		take_value(c, vmm, text, len);
		return;
	}
	for (i = 0; i < ARRAY_SIZE(vmms); i++) {
		size_t n = strlen(vmms[i].option);

		if (!is_program(c->program, vmms[i].program))
			continue;
		if (is_option(&vmms[i], text, len))
			c->vmm = &vmms[i];
		else if (vmms[i].option[1] == '-' && len > n && !memcmp(text, vmms[i].option, n) &&
			 text[n] == '=')
			take_value(c, &vmms[i], text + n + 1, len - n - 1);
	}
}

/* systemd writes characters that a unit's name must not have as \xNN. */
static void unescape(char *text)
{
	char *to = text;
	unsigned int byte;

	while (*text) {
		if (text[0] == '\\' && text[1] == 'x' && sscanf(text + 2, "%2x", &byte) == 1 && byte) {
			*to++ = byte;
			text += 4;
		} else {
			*to++ = *text++;
		}
	}
	*to = '\0';
}

/*
 * "qemu-3-web": the driver, the number of the VM, and what of its name is allowed in such a name.
 */
static bool is_machine(const char *name)
{
	size_t driver = strcspn(name, "-"), number;

	if ((strncmp(name, "qemu", driver) || driver != 4) && (strncmp(name, "ch", driver) || driver != 2))
		return false;
	if (name[driver] != '-')
		return false;
	number = strspn(name + driver + 1, "0123456789");
	return number && name[driver + 1 + number] == '-' && name[driver + 2 + number];
}

/* A component of the cgroup's path: machine-NAME.scope with systemd, NAME.libvirt-qemu without. */
static void take_component(struct command *c, const char *text, size_t len)
{
	static const char *const ends[] = { ".scope", ".libvirt-qemu", ".libvirt-ch" };
	char name[NAME_MAX_BYTES];
	size_t i, end;

	if (len >= sizeof(name))
		return;
	snprintf(name, sizeof(name), "%.*s", (int)len, text);
	for (i = 0; i < ARRAY_SIZE(ends); i++) {
		end = strlen(ends[i]);
		if (len > end && !strcmp(name + len - end, ends[i]))
			break;
	}
	if (i == ARRAY_SIZE(ends))
		return;
	name[len - end] = '\0';
	if (!i && strncmp(name, "machine-", 8))
		return;
	if (!i)
		memmove(name, name + 8, strlen(name + 8) + 1);
	unescape(name);
	if (is_machine(name))
		offer(c, RANK_CGROUP, name);
}

static void read_cgroup(struct command *c, u32 pid)
{
	char path[64], text[4096];
	const char *at;

	snprintf(path, sizeof(path), "/proc/%u/cgroup", pid);
	if (nd_source_read(path, text, sizeof(text)))
		return;
	for (at = text; *at; at += !!*at) {
		size_t len = strcspn(at, "/\n");

		take_component(c, at, len);
		at += len;
	}
}

/* "qemu-system-x86_64 (deleted)" after an upgrade. */
static bool read_program(struct command *c, u32 pid)
{
	char path[64], *gone;

	snprintf(path, sizeof(path), "/proc/%u/exe", pid);
	if (nd_source_link(path, c->program, sizeof(c->program)))
		return false;
	gone = strstr(c->program, " (deleted)");
	if (gone)
		*gone = '\0';
	return true;
}

/* 1: it has a VM open; 0: it has none; -errno: that cannot be seen. */
static int has_vm(u32 pid)
{
	struct nd_strings names = { 0 };
	char path[96], target[64];
	int ret, found = 0;
	size_t i;

	snprintf(path, sizeof(path), "/proc/%u/fd", pid);
	ret = nd_source_list(path, &names);
	for (i = 0; !ret && !found && i < names.nr; i++) {
		snprintf(path, sizeof(path), "/proc/%u/fd/%.20s", pid, names.list[i]);
		found = !nd_source_link(path, target, sizeof(target)) &&
			!strcmp(target, "anon_inode:kvm-vm");
	}
	nd_strings_free(&names);
	return ret ? ret : found;
}

/*
 * --- what was found, kept -----------------------------------------------------------------------
 */

/**
 * struct known - a process that was asked about
 * @pid:   its number
 * @look:  when it was looked at
 * @lives: it has a VM open, or that cannot be seen
 * @name:  of its VM, NULL if there is none
 */
struct known {
	u32 pid;
	u32 look;
	bool lives;
	char *name;
};

static struct known *known;
static size_t nr_known;
static u32 this_look = 1;

static void look_at(struct known *k)
{
	struct command c = { .rank = RANK_NONE };
	char pid[16], path[64];
	int open = has_vm(k->pid);

	k->look = this_look;
	snprintf(path, sizeof(path), "/proc/%u", k->pid);
	k->lives = open > 0 || (open < 0 && nd_source_exists(path)) || !nd_source_exists("/proc");
	snprintf(pid, sizeof(pid), "%u", k->pid);
	if (open > 0 && read_program(&c, k->pid)) {
		nd_live_cmdline(pid, take_word, &c);
		read_cgroup(&c, k->pid);
	}
	if (k->name && !strcmp(k->name, c.name))
		return;
	free(k->name);
	k->name = *c.name ? strdup(c.name) : NULL;
}

static struct known *find(u32 pid)
{
	size_t i;

	for (i = 0; i < nr_known; i++)
		if (known[i].pid == pid)
			break;
	if (i == nr_known) {
		known = nd_realloc(known, (nr_known + 1) * sizeof(*known));
		known[nr_known++] = (struct known){ .pid = pid };
	}
	if (known[i].look != this_look)
		look_at(&known[i]);
	return &known[i];
}

const char *nd_live_vm_name(u32 pid)
{
	return find(pid)->name;
}

bool nd_live_vm_lives(u32 pid)
{
	return find(pid)->lives;
}

void nd_live_vm_again(void)
{
	this_look++;
}

void nd_live_vm_forget(void)
{
	size_t i;

	for (i = 0; i < nr_known; i++)
		free(known[i].name);
	free(known);
	known = NULL;
	nr_known = 0;
}
