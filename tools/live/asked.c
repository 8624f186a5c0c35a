// SPDX-License-Identifier: GPL-2.0-only
/*
 * What KVM's parameters were asked to be: modprobe.d, and the kernel's command line.
 */
#include <ctype.h>
#include <stdlib.h>

#include "tools/in/lines.h"
#include "tools/in/source.h"
#include "tools/live/asked.h"

static bool is_kvm(const char *module)
{
	return !strcmp(module, "kvm") || !strcmp(module, "kvm_intel") ||
	       !strcmp(module, "kvm_amd") || !strcmp(module, "kvm_hv");
}

/* Modules and parameters may be written either way; the kernel has underscores. */
static void underscores(char *text)
{
	for (; *text; text++)
		if (*text == '-')
			*text = '_';
}

/* Replaces the fact of an earlier option: the module takes the last one. */
static void add_asked(struct nd_machine *m, const char *prefix, const char *module, char *setting,
		      const char *where)
{
	char *value = strchr(setting, '=');
	struct nd_facts *facts = &m->facts;
	char key[72];
	u32 i;

	if (value)
		*value++ = '\0';
	underscores(setting);
	snprintf(key, sizeof(key), "%s.%.16s.%.40s", prefix, module, setting);
	for (i = 0; i < facts->nr_host; i++)
		if (!strcmp(facts->host[i].key, key))
			facts->host[i] = facts->host[--facts->nr_host];
	/* A parameter without a value is a switch that is on. */
	nd_machine_add_host(m, key, "%s%s%s", value ? value : "1", *where ? " " : "", where);
}

/* One line, continued ones joined: "options MODULE NAME=VALUE ...". */
static void take_line(struct nd_machine *m, char *line, const char *file)
{
	char *save, *word = strtok_r(line, " \t", &save);
	char *module;

	if (!word || strcmp(word, "options"))
		return;
	module = strtok_r(NULL, " \t", &save);
	if (!module)
		return;
	underscores(module);
	if (!is_kvm(module))
		return;
	while ((word = strtok_r(NULL, " \t", &save)))
		add_asked(m, "asked", module, word, file);
}

static void read_file(struct nd_machine *m, const char *path)
{
	struct nd_lines lines;
	char line[2048];
	const char *text;
	size_t len, at = 0;

	if (nd_lines_open(&lines, path)) {
		nd_strings_add(&m->comments, "%s could not be read", path);
		return;
	}
	while (nd_lines_next(&lines, &text, &len) > 0) {
		bool goes_on = len && text[len - 1] == '\\';

		at += scnprintf(line + at, sizeof(line) - at, "%.*s", (int)(len - goes_on), text);
		if (goes_on)
			continue;
		take_line(m, line, path);
		at = 0;
	}
	nd_lines_close(&lines);
}

static bool is_earlier(const struct nd_strings *seen, const char *name)
{
	size_t i;

	for (i = 0; i < seen->nr; i++)
		if (!strcmp(seen->list[i], name))
			return true;
	return false;
}

static bool is_conf(const char *name)
{
	size_t len = strlen(name);

	return len > 5 && !strcmp(name + len - 5, ".conf");
}

/* A file hides those of the same name in later directories. */
static void read_modprobe(struct nd_machine *m)
{
	static const char *const dirs[] = {
		"/etc/modprobe.d", "/run/modprobe.d", "/usr/local/lib/modprobe.d",
		"/usr/lib/modprobe.d", "/lib/modprobe.d",
	};
	struct nd_strings seen = { 0 };
	size_t i, j;

	for (i = 0; i < ARRAY_SIZE(dirs); i++) {
		struct nd_strings names = { 0 };
		char path[512];

		if (nd_source_list(dirs[i], &names))
			continue;
		for (j = 0; j < names.nr; j++) {
			if (!is_conf(names.list[j]) || is_earlier(&seen, names.list[j]))
				continue;
			nd_strings_add(&seen, "%s", names.list[j]);
			snprintf(path, sizeof(path), "%s/%.255s", dirs[i], names.list[j]);
			read_file(m, path);
		}
		nd_strings_free(&names);
	}
	nd_strings_free(&seen);
}

static void take_boot_word(struct nd_machine *m, char *word)
{
	char *dot = strchr(word, '.');
	char *equals = strchr(word, '=');

	if (!strncmp(word, "kvm-arm.mode=", 13)) {
		nd_machine_add_host(m, "kvm_arm_mode", "%s", word + 13);
		return;
	}
	if (!dot || (equals && equals < dot))
		return;
	*dot = '\0';
	underscores(word);
	if (is_kvm(word))
		add_asked(m, "boot", word, dot + 1, "");
}

void nd_live_asked(struct nd_machine *m)
{
	char text[4096 + 1], *save, *word;

	read_modprobe(m);
	if (nd_source_read("/proc/cmdline", text, sizeof(text)))
		return;
	for (word = strtok_r(text, " \t\n", &save); word; word = strtok_r(NULL, " \t\n", &save))
		take_boot_word(m, word);
}
