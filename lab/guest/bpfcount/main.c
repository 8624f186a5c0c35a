// SPDX-License-Identifier: GPL-2.0-only
/*
 * bpfcount - count VM exits by reason while a command runs, by the cheapest BPF program
 *
 * kvm_exit passes the vCPU, not the reason (Linux 5.16 and later). KVM has it in memory: behind the
 * vCPU on VMX, in the VMCB on SVM. Where, is in the BTF of KVM's module.
 */
#include "bpfcount.h"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <err.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAM		"/lib/count.bpf.o"

/* The program's constants, in its order. */
struct places {
	uint32_t pointer_at;
	uint32_t reason_at;
};

/* Where @field is in the struct @name, whose type is in @btf */
static uint32_t offset_of(const struct btf *btf, const char *name, const char *field)
{
	int id = btf__find_by_name_kind(btf, name, BTF_KIND_STRUCT);
	const struct btf_member *members;
	const struct btf_type *type;
	uint32_t i;

	if (id < 0)
		errx(EXIT_FAILURE, "BTF has no struct %s", name);
	type = btf__type_by_id(btf, id);
	members = btf_members(type);
	for (i = 0; i < btf_vlen(type); i++)
		if (!strcmp(btf__name_by_offset(btf, members[i].name_off), field))
			return btf_member_bit_offset(type, i) / 8;
	errx(EXIT_FAILURE, "struct %s has no %s", name, field);
}

static struct places places_of(bool svm)
{
	struct btf *vmlinux = btf__load_vmlinux_btf(), *kvm;
	struct places places = { 0 };

	if (!vmlinux)
		err(EXIT_FAILURE, "BTF of the kernel");
	kvm = btf__load_module_btf(svm ? "kvm_amd" : "kvm_intel", vmlinux);
	if (!kvm)
		err(EXIT_FAILURE, "BTF of KVM");
	if (svm) {
		places.pointer_at = offset_of(kvm, "vcpu_svm", "vmcb");
		places.reason_at = offset_of(kvm, "vmcb", "control") +
				   offset_of(kvm, "vmcb_control_area", "exit_code");
	} else {
		places.reason_at = offset_of(kvm, "vcpu_vmx", "exit_reason");
	}
	btf__free(kvm);
	btf__free(vmlinux);
	return places;
}

static struct bpf_object *load(const struct places *places)
{
	struct bpf_object *object = bpf_object__open_file(PROGRAM, NULL);
	struct bpf_map *constants;
	struct bpf_link *link;

	if (!object)
		err(EXIT_FAILURE, "%s", PROGRAM);
	constants = bpf_object__find_map_by_name(object, ".rodata");
	if (!constants || bpf_map__set_initial_value(constants, places, sizeof(*places)))
		errx(EXIT_FAILURE, "%s has other constants", PROGRAM);
	if (bpf_object__load(object))
		err(EXIT_FAILURE, "the kernel does not take the program");
	link = bpf_program__attach(bpf_object__find_program_by_name(object, "count_exit"));
	if (!link)
		err(EXIT_FAILURE, "attaching to kvm_exit");
	return object;
}

static int run(char **argv)
{
	pid_t pid = fork();
	int status;

	if (!pid) {
		execvp(argv[0], argv);
		err(EXIT_FAILURE, "%s", argv[0]);
	}
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		err(EXIT_FAILURE, "%s", argv[0]);
	return WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAILURE;
}

/* As nestdiag's records of exits, but for the level, which is not known. */
static void print_counts(const struct bpf_object *object, bool svm)
{
	int fd = bpf_object__find_map_fd_by_name(object, "counts");
	int cpus = libbpf_num_possible_cpus(), cpu;
	uint64_t *values = calloc(cpus > 0 ? cpus : 1, sizeof(*values)), sum;
	uint32_t reason;

	if (cpus < 1 || !values)
		errx(EXIT_FAILURE, "no CPUs");
	for (reason = 0; reason < BPFCOUNT_REASONS; reason++) {
		if (bpf_map_lookup_elem(fd, &reason, values))
			err(EXIT_FAILURE, "reading the map");
		for (sum = 0, cpu = 0; cpu < cpus; cpu++)
			sum += values[cpu];
		if (sum)
			printf("exits %s all 0x%x %llu\n", svm ? "svm" : "vmx", reason,
			       (unsigned long long)sum);
	}
	free(values);
}

int main(int argc, char **argv)
{
	bool svm = !access("/sys/module/kvm_amd", F_OK);
	struct bpf_object *object;
	struct places places;
	int status;

	if (argc < 2)
		errx(EXIT_FAILURE, "usage: bpfcount COMMAND...");
	places = places_of(svm);
	object = load(&places);
	status = run(argv + 1);
	print_counts(object, svm);
	bpf_object__close(object);
	return status;
}
