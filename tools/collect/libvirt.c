// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <limits.h>

#include "tools/collect/libvirt.h"
#include "tools/collect/reading.h"
#include "tools/in/source.h"

#define SUFFIX	".xml"

static const struct {
	const char *path;
	const char *title;
	const char *folder;
} folders[] = {
	{ "libvirt/running", "VM that runs, as libvirt runs it", "/run/libvirt/qemu" },
	{ "libvirt/defined", "VM, as it is defined", "/etc/libvirt/qemu" },
};

static size_t name_length(const char *file)
{
	size_t len = strlen(file);

	return len > strlen(SUFFIX) && !strcmp(file + len - strlen(SUFFIX), SUFFIX) ?
	       len - strlen(SUFFIX) : 0;
}

void nd_libvirt_learn(struct nd_redact *redact)
{
	size_t i, j;

	for (i = 0; i < ARRAY_SIZE(folders); i++) {
		struct nd_strings names = { 0 };

		nd_source_list(folders[i].folder, &names);
		for (j = 0; j < names.nr; j++)
			nd_redact_learn(redact, ND_NAME_VM, names.list[j],
					name_length(names.list[j]));
		nd_strings_free(&names);
	}
}

static void take(struct nd_redact *redact, struct nd_items *items, size_t folder, const char *file)
{
	char path[PATH_MAX], item[128], pseudonym[ND_PSEUDONYM];
	size_t len = name_length(file);
	struct nd_reading r;
	int err;

	snprintf(path, sizeof(path), "%s/%s", folders[folder].folder, file);
	if (redact->off)
		snprintf(item, sizeof(item), "%s/%.80s", folders[folder].path, file);
	else
		snprintf(item, sizeof(item), "%s/%s" SUFFIX, folders[folder].path,
			 nd_names_pseudonym(&redact->names, ND_NAME_VM, file, len, pseudonym));
	nd_reading_begin(&r);
	err = nd_reading_file(&r, path, false);
	nd_reading_end(&r, redact, items, item, folders[folder].title, err);
}

void nd_libvirt(struct nd_redact *redact, struct nd_items *items)
{
	size_t i, j;

	for (i = 0; i < ARRAY_SIZE(folders); i++) {
		struct nd_strings names = { 0 };
		int err = nd_source_list(folders[i].folder, &names);
		size_t before = items->nr;

		for (j = 0; j < names.nr; j++)
			if (name_length(names.list[j]))
				take(redact, items, i, names.list[j]);
		if (items->nr == before)
			nd_items_add(items, folders[i].path, folders[i].title,
				     nd_items_state(err ? err : -ENOENT), "", NULL, 0);
		nd_strings_free(&names);
	}
}
