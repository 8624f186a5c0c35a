// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>

#include "tools/count/bpf_load.h"
#include "tools/count/counter.h"

/* The last that libbpf had to say. */
static char said[ND_COUNTER_WHY / 2];

static int listen(enum libbpf_print_level level, const char *fmt, va_list args)
{
	if (level == LIBBPF_WARN)
		vscnprintf(said, sizeof(said), fmt, args);
	said[strcspn(said, "\n")] = '\0';
	return 0;
}

void nd_bpf_listen(void)
{
	libbpf_set_print(listen);
}

struct bpf_object *nd_bpf_open(const char *programs, u64 size, const struct nd_bpf_types *types,
			       char *why)
{
	struct bpf_object_open_opts opts = {
		.sz = sizeof(opts),
		.object_name = "nestdiag",
		.btf_custom_path = types->path,
	};
	struct bpf_object *object;
	int err;

	object = bpf_object__open_mem(programs, size, &opts);
	err = libbpf_get_error(object);
	if (!err)
		return object;
	nd_counter_refuse(why, "libbpf cannot open the programs: %s", strerror(-err));
	return NULL;
}

void nd_bpf_want(struct bpf_object *object, const char *name, bool wanted)
{
	bpf_program__set_autoload(bpf_object__find_program_by_name(object, name), wanted);
}

bool nd_bpf_load(struct bpf_object *object, char *why)
{
	int err = bpf_object__load(object);

	return !err || nd_counter_refuse(why, "the kernel does not take the programs: %s (%s)",
					 strerror(-err), said);
}

struct bpf_link *nd_bpf_attach(struct bpf_object *object, const char *name, const char *point,
			       s32 *error, char *why)
{
	struct bpf_program *program = bpf_object__find_program_by_name(object, name);
	struct bpf_link *link = bpf_program__attach_raw_tracepoint(program, point);

	*error = -libbpf_get_error(link);
	if (!*error)
		return link;
	nd_counter_refuse(why, "attaching to %s failed: %s", point, strerror(*error));
	return NULL;
}
