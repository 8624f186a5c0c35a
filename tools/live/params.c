// SPDX-License-Identifier: GPL-2.0-only
/*
 * KVM's module parameters.
 */
#include <errno.h>

#include "tools/in/source.h"
#include "tools/live/params.h"

static void read_param(struct nd_machine *m, const char *module, const char *name)
{
	char path[512], value[4096 + 1];
	int err;

	snprintf(path, sizeof(path), "/sys/module/%s/parameters/%s", module, name);
	err = nd_source_read(path, value, sizeof(value));
	if (err)
		nd_strings_add(&m->comments, "parameter %s.%s could not be read: %s", module, name,
			       strerror(-err));
	else if (!nd_machine_add_param(m, module, name, value))
		nd_strings_add(&m->comments, "parameter %s.%s left out: too long, or too many",
			       module, name);
}

void nd_live_params(struct nd_machine *m)
{
	static const char *const modules[] = { "kvm", "kvm_intel", "kvm_amd", "kvm_hv" };
	size_t i, j;

	for (i = 0; i < ARRAY_SIZE(modules); i++) {
		struct nd_strings names = { 0 };
		char path[64];

		snprintf(path, sizeof(path), "/sys/module/%s/parameters", modules[i]);
		if (!nd_source_list(path, &names))
			for (j = 0; j < names.nr; j++)
				read_param(m, modules[i], names.list[j]);
		nd_strings_free(&names);
	}
}
