// SPDX-License-Identifier: GPL-2.0-only
/*
 * Hot spots by BPF programs on KVM's tracepoints, which live as long as this process has them open.
 */
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <errno.h>

#include "tools/count/allowed.h"
#include "tools/count/bpf_load.h"
#include "tools/count/counter.h"
#include "tools/count/hotcount.h"
#include "tools/count/hotmaps.h"

/* tools/count/hot.bpf.c, compiled: program.S. */
extern const char nd_hot_programs[];
extern const u64 nd_hot_programs_size;

#define ENUM_PREFIX	"APICV_INHIBIT_REASON_"

enum arguments {
	ANY,
	VCPU_FIRST,
	NO_VCPU_FIRST,
};

#define EACH	(BIT(ND_NR_HOT) - 1)

/* The level comes first, so that what follows has one. */
static const struct {
	const char *program;
	const char *point;
	u32 kinds;
	enum arguments arguments;
} programs[] = {
	{ "nd_hot_entry", "kvm_entry", EACH & ~BIT(ND_HOT_APICV), VCPU_FIRST },
	{ "nd_hot_vm", "kvm_entry", BIT(ND_HOT_APICV), VCPU_FIRST },
	{ "nd_hot_msr", "kvm_msr", BIT(ND_HOT_MSR), ANY },
	{ "nd_hot_pio", "kvm_pio", BIT(ND_HOT_PORT), ANY },
	{ "nd_hot_mmio", "kvm_mmio", BIT(ND_HOT_GPA), ANY },
	{ "nd_hot_fast_mmio", "kvm_fast_mmio", BIT(ND_HOT_GPA), ANY },
	{ "nd_hot_fault", "kvm_page_fault", BIT(ND_HOT_GPA), VCPU_FIRST },
	{ "nd_hot_fault_first", "kvm_page_fault", BIT(ND_HOT_GPA), NO_VCPU_FIRST },
	{ "nd_hot_cpuid", "kvm_cpuid", BIT(ND_HOT_CPUID), ANY },
	{ "nd_hot_hypercall", "kvm_hypercall", BIT(ND_HOT_HYPERCALL), ANY },
	{ "nd_hot_hv_hypercall", "kvm_hv_hypercall", BIT(ND_HOT_HYPERCALL), ANY },
	{ "nd_hot_cr", "kvm_cr", BIT(ND_HOT_CR), ANY },
	{ "nd_hot_apicv", "kvm_apicv_inhibit_changed", BIT(ND_HOT_APICV), ANY },
};

/**
 * struct session - what is open
 * @object:  programs and maps, NULL if none
 * @links:   of the programs that are attached
 * @types:   what BTF told
 * @wanted:  programs for this kind whose tracepoint this KVM has
 * @inhibits: it keeps what inhibits APICv
 * @reasons: its names of that
 */
static struct session {
	struct bpf_object *object;
	struct bpf_link *links[ARRAY_SIZE(programs)];
	struct nd_bpf_types types;
	enum nd_hot_what what;
	u32 wanted;
	bool inhibits;
	char reasons[ND_HOT_REASONS][ND_HOT_NAME];
} session;

/* Their numbers are not the same in all versions. */
static void read_reasons(const struct btf *kvm)
{
	s32 id = btf__find_by_name_kind(kvm, "kvm_apicv_inhibit", BTF_KIND_ENUM);
	const struct btf_type *type = id > 0 ? btf__type_by_id(kvm, id) : NULL;
	u32 i;

	for (i = 0; type && i < btf_vlen(type); i++) {
		const struct btf_enum *value = &btf_enum(type)[i];
		const char *name = btf__name_by_offset(kvm, value->name_off);

		if (name && value->val >= 0 && value->val < ND_HOT_REASONS &&
		    !strncmp(name, ENUM_PREFIX, strlen(ENUM_PREFIX)))
			snprintf(session.reasons[value->val], ND_HOT_NAME, "%s",
				 name + strlen(ENUM_PREFIX));
	}
}

static bool has_member(const struct btf *kvm, const char *name, const char *member)
{
	s32 id = btf__find_by_name_kind(kvm, name, BTF_KIND_STRUCT);
	const struct btf_type *type = id > 0 ? btf__type_by_id(kvm, id) : NULL;
	u32 i;

	for (i = 0; type && i < btf_vlen(type); i++)
		if (!strcmp(btf__name_by_offset(kvm, btf_members(type)[i].name_off), member))
			return true;
	return false;
}

static void look_at_types(const struct btf *kvm, void *ctx)
{
	u32 i;

	(void)ctx;
	for (i = 0; i < ARRAY_SIZE(programs); i++) {
		bool vcpu_first;

		if (!(programs[i].kinds & BIT(session.what)) ||
		    !nd_bpf_types_point(kvm, programs[i].point, &vcpu_first))
			continue;
		if (programs[i].arguments == ANY ||
		    vcpu_first == (programs[i].arguments == VCPU_FIRST))
			session.wanted |= BIT(i);
	}
	read_reasons(kvm);
	session.inhibits = has_member(kvm, "kvm_arch", "apicv_inhibit_reasons");
}

static bool load(char *why)
{
	u32 i;

	session.object = nd_bpf_open(nd_hot_programs, nd_hot_programs_size, &session.types, why);
	if (!session.object)
		return false;
	for (i = 0; i < ARRAY_SIZE(programs); i++)
		nd_bpf_want(session.object, programs[i].program, session.wanted & BIT(i));
	return nd_bpf_load(session.object, why);
}

static int map_fd(const char *name)
{
	return bpf_object__find_map_fd_by_name(session.object, name);
}

static bool attach(char *why)
{
	struct nd_hot_about about = { .isa = session.types.isa };
	u32 zero = 0, i;
	s32 error;

	if (bpf_map_update_elem(map_fd(ND_MAP_HOT_ABOUT), &zero, &about, 0))
		return nd_counter_refuse(why, "the kernel does not take a map: %s", strerror(errno));
	for (i = 0; i < ARRAY_SIZE(programs); i++) {
		if (!(session.wanted & BIT(i)))
			continue;
		session.links[i] = nd_bpf_attach(session.object, programs[i].program,
						 programs[i].point, &error, why);
		if (!session.links[i])
			return false;
	}
	return true;
}

static bool hot_usable(enum nd_hot_what what, char *why)
{
	(void)what;
	return nd_allowed_bpf(why) && nd_allowed_kvm(why);
}

/* Beside the program on kvm_entry there must be one that counts. */
static bool is_counted(char *why)
{
	if (session.what == ND_HOT_APICV && !session.inhibits)
		return nd_counter_refuse(why, "this KVM does not keep what inhibits APICv");
	if (session.what != ND_HOT_APICV && !(session.wanted & ~BIT(0)))
		return nd_counter_refuse(why, "this KVM has no tracepoint for it");
	return true;
}

static bool hot_start(enum nd_hot_what what, char *why)
{
	nd_bpf_listen();
	session.what = what;
	return nd_bpf_types_read(&session.types, look_at_types, NULL, why) && is_counted(why) &&
	       load(why) && attach(why);
}

static void read_counts(struct nd_hot *hot)
{
	struct nd_hot_key key, *last = NULL;
	int fd = map_fd(ND_MAP_HOT);
	u64 count;

	while (!bpf_map_get_next_key(fd, last, &key)) {
		last = &key;
		if (!bpf_map_lookup_elem(fd, &key, &count))
			nd_hot_add(hot, &(struct nd_hot_count){ key.point, key.op, key.level,
								key.index, count });
	}
}

static void read_vms(struct nd_hot *hot)
{
	int fd = map_fd(ND_MAP_HOT_VMS);
	u64 key, *last = NULL;

	while (hot->nr_vms < ND_HOT_VMS && !bpf_map_get_next_key(fd, last, &key)) {
		last = &key;
		if (!bpf_map_lookup_elem(fd, &key, &hot->vms[hot->nr_vms]))
			hot->nr_vms++;
	}
}

static bool hot_read(struct nd_hot *hot, char *why)
{
	struct nd_hot_about about;
	u32 zero = 0;

	(void)why;
	memcpy(hot->reasons, session.reasons, sizeof(hot->reasons));
	read_counts(hot);
	read_vms(hot);
	if (!bpf_map_lookup_elem(map_fd(ND_MAP_HOT_ABOUT), &zero, &about))
		hot->lost += about.lost;
	return true;
}

static void hot_stop(void)
{
	u32 i;

	for (i = ARRAY_SIZE(programs); i-- > 0;)
		bpf_link__destroy(session.links[i]);
	bpf_object__close(session.object);
	nd_bpf_types_free(&session.types);
	memset(&session, 0, sizeof(session));
	session.types.fd = -1;
}

const struct nd_hot_counter nd_hot_counter_bpf = {
	.way = ND_WAY_BPF,
	.usable = hot_usable,
	.start = hot_start,
	.read = hot_read,
	.stop = hot_stop,
};
