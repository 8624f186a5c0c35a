// SPDX-License-Identifier: GPL-2.0-only
/*
 * A VMM is a process that has a VM of KVM open, or one whose program is known to be one. Whether a
 * guest runs by KVM or is emulated is told by that, if this user may see it.
 */
#include <errno.h>
#include <stdlib.h>

#include "tools/collect/vmms.h"
#include "tools/in/lines.h"
#include "tools/in/source.h"

#define MAX_COMMAND	(64 * 1024)

/* Parts of the names of programs that are VMMs. */
static const char *const programs[] = {
	"qemu-system", "qemu-kvm", "cloud-hypervisor", "firecracker", "crosvm", "VBoxHeadless",
	"VirtualBoxVM", "vmware-vmx", "stratovirt", "dragonball", "openvmm", "alioth",
};

/* Options that the name of a VM stands behind. */
static const char *const name_options[] = { "-name", "--name", "--id", "--comment" };

enum has_vm { NO_VM, HAS_VM, NOT_SEEN };

static enum has_vm has_vm(const char *pid)
{
	struct nd_strings fds = { 0 };
	enum has_vm has = NO_VM;
	char path[96], target[64];
	size_t i;
	int err;

	snprintf(path, sizeof(path), "/proc/%.20s/fd", pid);
	err = nd_source_list(path, &fds);
	if (err)
		return NOT_SEEN;
	for (i = 0; i < fds.nr && has != HAS_VM; i++) {
		snprintf(path, sizeof(path), "/proc/%.20s/fd/%.20s", pid, fds.list[i]);
		if (!nd_source_link(path, target, sizeof(target)) &&
		    !strcmp(target, "anon_inode:kvm-vm"))
			has = HAS_VM;
	}
	nd_strings_free(&fds);
	return has;
}

/* The words of a command line, each with a 0 behind it; their length, 0 if it cannot be read. */
static size_t read_command(const char *pid, char *buf, size_t size)
{
	struct nd_lines lines;
	const char *text;
	size_t len, at = 0;
	char path[64];

	snprintf(path, sizeof(path), "/proc/%.20s/cmdline", pid);
	if (nd_lines_open(&lines, path))
		return 0;
	while (nd_lines_next(&lines, &text, &len) > 0) {
		if (at && at < size - 1)
			buf[at++] = '\n';
		len = len < size - 1 - at ? len : size - 1 - at;
		memcpy(buf + at, text, len);
		at += len;
	}
	nd_lines_close(&lines);
	buf[at] = '\0';
	return at;
}

static bool is_vmm(const char *command)
{
	const char *name = strrchr(command, '/');
	size_t i;

	name = name ? name + 1 : command;
	for (i = 0; i < ARRAY_SIZE(programs); i++)
		if (strstr(name, programs[i]))
			return true;
	return !strcmp(name, "kvm");
}

/* Quoted as a shell would need it, so that words with blanks stay together. */
static int quote(const char *word, char *line, size_t size)
{
	bool plain = *word && !strpbrk(word, " \t\n\"'\\$`<>|&;()*?#~");

	return scnprintf(line, size, plain ? "%s" : "'%s'", word);
}

/* An option a line, with what belongs to it. */
static void add_words(struct nd_reading *r, const char *command, size_t len)
{
	const char *end = command + len, *word = command + strlen(command) + 1;
	char *line = nd_realloc(NULL, MAX_COMMAND + 16);
	int at = 0;

	for (; word < end; word += strlen(word) + 1) {
		if (at && *word == '-') {
			nd_reading_line(r, line, at);
			at = 0;
		}
		at += scnprintf(line + at, MAX_COMMAND + 16 - at, at ? " " : "  ");
		at += quote(word, line + at, MAX_COMMAND + 16 - at);
	}
	if (at)
		nd_reading_line(r, line, at);
	free(line);
}

static void add_vmm(struct nd_reading *r, const char *pid, enum has_vm has, const char *command,
		    size_t len)
{
	static const char *const words[] = {
		[NO_VM]		= "has no VM of KVM: its guest is emulated (TCG), or has not started",
		[HAS_VM]	= "has a VM of KVM",
		[NOT_SEEN]	= "not known whether it has a VM of KVM: no permission",
	};
	char line[512];

	nd_reading_line(r, line, scnprintf(line, sizeof(line), "process %.20s: %.300s, %s", pid,
					   command, words[has]));
	add_words(r, command, len);
}

static void learn_names(struct nd_redact *redact, const char *command, size_t len)
{
	const char *word, *before = "";
	size_t i;

	for (word = command; word < command + len; word += strlen(word) + 1) {
		const char *name = !strncmp(word, "guest=", 6) ? word + 6 : word;

		for (i = 0; i < ARRAY_SIZE(name_options); i++)
			if (!strcmp(before, name_options[i]))
				nd_redact_learn(redact, ND_NAME_VM, name, strcspn(name, ",="));
		before = word;
	}
}

/* Calls @each for every VMM; 0 or -errno. */
static int for_each(void (*each)(void *ctx, const char *pid, enum has_vm has, const char *command,
				 size_t len), void *ctx)
{
	char *command = nd_realloc(NULL, MAX_COMMAND);
	struct nd_strings pids = { 0 };
	int err = nd_source_list("/proc", &pids);
	size_t i, len;

	for (i = 0; i < pids.nr; i++) {
		enum has_vm has;

		if (pids.list[i][0] < '0' || pids.list[i][0] > '9')
			continue;
		len = read_command(pids.list[i], command, MAX_COMMAND);
		if (!len)
			continue;
		has = has_vm(pids.list[i]);
		if (has == HAS_VM || is_vmm(command))
			each(ctx, pids.list[i], has, command, len);
	}
	nd_strings_free(&pids);
	free(command);
	return err;
}

static void each_learn(void *ctx, const char *pid, enum has_vm has, const char *command, size_t len)
{
	(void)pid;
	(void)has;
	learn_names(ctx, command, len);
}

static void each_add(void *ctx, const char *pid, enum has_vm has, const char *command, size_t len)
{
	add_vmm(ctx, pid, has, command, len);
}

int nd_vmms(struct nd_reading *r)
{
	return for_each(each_add, r);
}

void nd_vmms_learn(struct nd_redact *redact)
{
	for_each(each_learn, redact);
}
