// SPDX-License-Identifier: GPL-2.0-only
/*
 * The types of the running kernel and its KVM, by its BTF.
 *
 * KVM's types are in the BTF of its modules, each of which continues the kernel's. libbpf finds
 * them there by itself only with CAP_SYS_ADMIN, because it asks the kernel for every BTF that is
 * loaded. The files in /sys/kernel/btf are for everybody, and a module's BTF put behind the
 * kernel's is one BTF: types are numbered and strings are placed just so.
 */
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "tools/count/allowed.h"
#include "tools/count/counter.h"
#include "tools/count/bpf_types.h"
#include "tools/in/source.h"

#define BTF_DIR		"/sys/kernel/btf/"
#define VMLINUX		BTF_DIR "vmlinux"

/* Types of a module, or of the kernel, which has those of what is built in. */
static struct btf *read_module(struct btf *vmlinux, const char *name)
{
	struct btf *btf;
	char path[64];

	snprintf(path, sizeof(path), BTF_DIR "%s", name);
	if (!nd_source_exists(path))
		return vmlinux;
	btf = btf__parse_split(path, vmlinux);
	return libbpf_get_error(btf) ? NULL : btf;
}

static bool write_all(int fd, const void *data, size_t len)
{
	const char *at = data;

	while (len) {
		ssize_t n = write(fd, at, len);

		if (n <= 0)
			return false;
		at += n;
		len -= n;
	}
	return true;
}

/* Both sections of @base, each with that of @more behind it. */
static bool write_joined(int fd, const struct btf *base, const struct btf *more)
{
	u32 base_size, more_size;
	const struct btf_header *b = btf__raw_data(base, &base_size);
	const struct btf_header *m = btf__raw_data(more, &more_size);
	struct btf_header joined;

	if (!b || !m)
		return false;
	joined = *b;
	joined.hdr_len = sizeof(joined);
	joined.type_off = 0;
	joined.type_len = b->type_len + m->type_len;
	joined.str_off = joined.type_len;
	joined.str_len = b->str_len + m->str_len;
	return write_all(fd, &joined, sizeof(joined)) &&
	       write_all(fd, (const char *)b + b->hdr_len + b->type_off, b->type_len) &&
	       write_all(fd, (const char *)m + m->hdr_len + m->type_off, m->type_len) &&
	       write_all(fd, (const char *)b + b->hdr_len + b->str_off, b->str_len) &&
	       write_all(fd, (const char *)m + m->hdr_len + m->str_off, m->str_len);
}

static bool join(struct nd_bpf_types *types, const struct btf *vmlinux, const struct btf *arch,
		 char *why)
{
	if (arch == vmlinux) {
		snprintf(types->path, sizeof(types->path), "%s", VMLINUX);
		return true;
	}
	types->fd = memfd_create("nestdiag-btf", MFD_CLOEXEC);
	if (types->fd < 0 || !write_joined(types->fd, vmlinux, arch))
		return nd_counter_refuse(why, "cannot keep KVM's BTF in memory: %s", strerror(errno));
	snprintf(types->path, sizeof(types->path), "/proc/self/fd/%d", types->fd);
	return true;
}

/* What the tracepoint passes to a probe: a prototype, or NULL. */
static const struct btf_type *prototype(const struct btf *btf, const char *point)
{
	const struct btf_type *type;
	char name[48];
	s32 id;

	snprintf(name, sizeof(name), "btf_trace_%s", point);
	id = btf__find_by_name_kind(btf, name, BTF_KIND_TYPEDEF);
	if (id < 0)
		return NULL;
	type = btf__type_by_id(btf, btf__type_by_id(btf, id)->type);
	if (!type || !btf_is_ptr(type))
		return NULL;
	type = btf__type_by_id(btf, type->type);
	return type && btf_is_func_proto(type) ? type : NULL;
}

static bool is_pointer(const struct btf *btf, const struct btf_type *proto, u32 argument)
{
	s32 id;

	if (argument >= btf_vlen(proto))
		return false;
	id = btf__resolve_type(btf, btf_params(proto)[argument].type);
	return id > 0 && btf_is_ptr(btf__type_by_id(btf, id));
}

bool nd_bpf_types_point(const struct btf *kvm, const char *point, bool *vcpu_first)
{
	const struct btf_type *proto = prototype(kvm, point);

	/* Argument 0 is the probe's own. */
	*vcpu_first = proto && is_pointer(kvm, proto, 1);
	return proto;
}

static bool read_points(struct nd_bpf_types *types, const struct btf *kvm, char *why)
{
	const struct btf_type *exit, *entry;
	u32 i;

	for (i = 0; i < ND_MAX_POINTS; i++)
		if (prototype(kvm, nd_point_name(i)))
			types->points |= BIT(i);
	exit = prototype(kvm, nd_point_name(ND_TP_EXIT));
	entry = prototype(kvm, nd_point_name(ND_TP_ENTRY));
	if (!exit || !entry)
		return nd_counter_refuse(why, "the BTF of this KVM has no tracepoints kvm_exit and kvm_entry");
	types->reason_first = !is_pointer(kvm, exit, 1);
	if (!is_pointer(kvm, entry, 1) || !is_pointer(kvm, exit, types->reason_first ? 2 : 1))
		return nd_counter_refuse(why, "KVM's tracepoints pass no vCPU here");
	return true;
}

static bool read_kvm(struct nd_bpf_types *types, struct btf *vmlinux,
		     void (*more)(const struct btf *kvm, void *ctx), void *ctx, char *why)
{
	struct btf *kvm = read_module(vmlinux, "kvm");
	struct btf *arch = read_module(vmlinux, types->isa == ND_ISA_SVM ? "kvm_amd" : "kvm_intel");
	const char *own = types->isa == ND_ISA_SVM ? "vcpu_svm" : "vcpu_vmx";
	bool ok;

	if (!kvm || !arch)
		ok = nd_counter_refuse(why, "the BTF of KVM's modules cannot be read");
	else if (btf__find_by_name_kind(arch, own, BTF_KIND_STRUCT) < 0)
		ok = nd_counter_refuse(why, "this kernel has no BTF of KVM's modules: that takes Linux 5.11 with CONFIG_DEBUG_INFO_BTF_MODULES");
	else
		ok = read_points(types, kvm, why) && join(types, vmlinux, arch, why);
	if (ok && more)
		more(kvm, ctx);
	if (arch != vmlinux)
		btf__free(arch);
	if (kvm != vmlinux)
		btf__free(kvm);
	return ok;
}

bool nd_bpf_types_read(struct nd_bpf_types *types, void (*more)(const struct btf *kvm, void *ctx),
		       void *ctx, char *why)
{
	struct btf *vmlinux;
	bool ok;

	*types = (struct nd_bpf_types){ .fd = -1 };
	types->isa = nd_allowed_isa();
	vmlinux = btf__parse_raw(VMLINUX);
	if (libbpf_get_error(vmlinux))
		return nd_counter_refuse(why, VMLINUX ": %s", strerror(errno));
	ok = read_kvm(types, vmlinux, more, ctx, why);
	btf__free(vmlinux);
	return ok;
}

void nd_bpf_types_free(struct nd_bpf_types *types)
{
	if (types->fd >= 0)
		close(types->fd);
	types->fd = -1;
}
