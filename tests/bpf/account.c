// SPDX-License-Identifier: GPL-2.0-only
/*
 * The same events for the accounting as the module has it and for the one that runs as BPF: what
 * both have written afterwards is the same, byte for byte.
 *
 *	account PROGRAMS.o [SEED]
 */
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/exits/hot.h"
#include "tests/bpf/event.h"
#include "tools/count/maps.h"

#define EVENTS		30000
#define MAX_TEST_CPUS	2
#define VCPUS		5
#define NAME		"bpf: the accounting is the module's, byte for byte"

static struct nd_acct_cpu accts[MAX_TEST_CPUS], theirs;
static struct nd_acct_vcpu vcpus[VCPUS], their_vcpu;
static u64 state;

static u32 pick(u32 n)
{
	state = state * 6364136223846793005ull + 1442695040888963407ull;
	return (u32)(state >> 33) % n;
}

static u64 key_of(u32 vcpu)
{
	return 0xffff888000000000ull + ((u64)vcpu << 12);
}

/* As module/kvm/exit.c does: the fast path first. */
static void account(struct nd_acct_cpu *acct, struct nd_acct_vcpu *vcpu, const u64 *event)
{
	enum nd_acct_level level = event[2] ? ND_LEVEL_NESTED : ND_LEVEL_GUEST;
	u32 reason = event[3];
	u64 now = event[4];

	switch (event[0]) {
	case TEST_EXIT:
		if (reason >= ND_SLOT_SVM_HIGH || !nd_hot_exit(acct, vcpu, level, reason, now))
			nd_acct_vcpu_exit(acct, vcpu, level, nd_acct_exit(acct, level, reason),
					  now);
		break;
	case TEST_ENTRY:
		if (!nd_hot_entry(acct, vcpu, now))
			nd_acct_vcpu_entry(acct, vcpu, now);
		break;
	case TEST_REFLECT:
		nd_acct_vcpu_reflect(vcpu, reason);
		break;
	case TEST_RESUME:
		nd_acct_vcpu_resume(vcpu);
		break;
	default:
		nd_acct_vcpu_restart(vcpu);
	}
}

/* Mostly exit and entry in turn, as in life, with all that may come between them. */
static void make(u64 *event, u32 vcpu, u64 *now)
{
	static const u32 reasons[] = {
		10, 12, 48, 0x72, 0xaf, 0xb0, 0x3ff, 0x400, 0x407, 0x408, 0x80000021, 0x8000002f,
		0x80000030, 0xffffffff, 0xf0000001,
	};
	bool inside = nd_acct_vcpu_in_guest(&vcpus[vcpu]);
	u32 odd = pick(100);

	*now += pick(8) ? pick(5000) : pick(0xffffffff) * 9ull;
	event[0] = odd < 90 ? (inside ? TEST_EXIT : TEST_ENTRY) : pick(TEST_NR);
	event[1] = key_of(vcpu);
	event[2] = pick(3) == 0;
	event[3] = pick(40) ? reasons[pick(ARRAY_SIZE(reasons))] : pick(0xffffffff);
	/* A clock that steps back. */
	event[4] = pick(50) ? *now : *now - pick(1000000);
}

static int give(int prog, const u64 *event, u32 cpu)
{
	LIBBPF_OPTS(bpf_test_run_opts, opts, .ctx_in = event, .ctx_size_in = 12 * sizeof(u64),
		    .flags = BPF_F_TEST_RUN_ON_CPU, .cpu = cpu);

	return bpf_prog_test_run_opts(prog, &opts);
}

static int differ(const char *what, u32 number, const void *a, const void *b, size_t size)
{
	const u8 *x = a, *y = b;
	size_t i;

	for (i = 0; i < size; i++)
		if (x[i] != y[i])
			break;
	if (i == size)
		return 0;
	printf("not ok - " NAME " # %s %u differs at byte %zu of %zu\n", what, number, i, size);
	return 1;
}

static int compare(struct bpf_object *object, u32 cpus)
{
	int cpu_fd = bpf_object__find_map_fd_by_name(object, ND_MAP_CPUS);
	int vcpu_fd = bpf_object__find_map_fd_by_name(object, ND_MAP_VCPUS);
	u32 i;

	for (i = 0; i < cpus; i++) {
		if (bpf_map_lookup_elem(cpu_fd, &i, &theirs) ||
		    differ("CPU", i, &accts[i], &theirs, sizeof(theirs)))
			return 1;
	}
	for (i = 0; i < VCPUS; i++) {
		u64 key = key_of(i);

		if (bpf_map_lookup_elem(vcpu_fd, &key, &their_vcpu) ||
		    differ("vCPU", i, &vcpus[i], &their_vcpu, sizeof(their_vcpu)))
			return 1;
	}
	return 0;
}

static int run(struct bpf_object *object, u32 cpus)
{
	int prog = bpf_program__fd(bpf_object__find_program_by_name(object, "test_event"));
	u64 event[12] = { 0 }, now = 1ull << 40;
	u32 i, vcpu, cpu;

	for (i = 0; i < VCPUS; i++)
		vcpus[i] = (struct nd_acct_vcpu){
			.key = (const void *)key_of(i), .task = (const void *)TEST_TASK(key_of(i)),
			.pid = TEST_PID, .id = TEST_ID(key_of(i)),
		};
	for (i = 0; i < EVENTS; i++) {
		vcpu = pick(VCPUS);
		cpu = pick(cpus);
		make(event, vcpu, &now);
		if (give(prog, event, cpu)) {
			printf("not ok - " NAME " # event %u: %s\n", i, strerror(errno));
			return 1;
		}
		account(&accts[cpu], &vcpus[vcpu], event);
	}
	if (compare(object, cpus))
		return 1;
	/* Or all of this compares nothing. */
	if (accts[0].others.nr < ND_NR_OTHER || !accts[0].no_exit) {
		printf("not ok - " NAME " # the events are too tame\n");
		return 1;
	}
	printf("ok - " NAME "\n");
	return 0;
}

int main(int argc, char **argv)
{
	int cpus = libbpf_num_possible_cpus(), err;
	struct bpf_object *object;

	libbpf_set_print(NULL);
	object = bpf_object__open_file(argc > 1 ? argv[1] : "", NULL);

	state = argc > 2 ? strtoull(argv[2], NULL, 0) : 1;
	if (cpus > MAX_TEST_CPUS)
		cpus = MAX_TEST_CPUS;
	if (libbpf_get_error(object)) {
		printf("not ok - " NAME " # no programs\n");
		return 1;
	}
	bpf_map__set_max_entries(bpf_object__find_map_by_name(object, ND_MAP_CPUS),
				 libbpf_num_possible_cpus());
	err = bpf_object__load(object);
	if (err == -EPERM) {
		printf("skip - " NAME " # this takes root\n");
		return 0;
	}
	if (err) {
		printf("not ok - " NAME " # load: %s\n", strerror(-err));
		return 1;
	}
	return run(object, cpus);
}
