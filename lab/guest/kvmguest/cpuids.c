// SPDX-License-Identifier: GPL-2.0-only
/*
 * The guest that makes a known number of exits
 *
 * It executes a number of CPUIDs, then one OUT to a known port. Each CPUID is an
 * exit that KVM handles by itself; the OUT brings us back to user space, and
 * until we let the guest go on it stays the last exit of this CPU:
 * IO_INSTRUCTION, with the port in the exit qualification. That makes it
 * possible to check from outside what somebody says about the current VMCS.
 */
#include "vm.h"

#include <err.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <x86intrin.h>

#define GUEST_PORT	0xe9

/* Lies at VM_ORDERS of each vCPU's data, where it reads it in every round. */
struct orders {
	uint32_t cpuids;
	uint8_t again;
};

static const uint8_t cpuid_code[] = {
	0x66, 0x8b, 0x36, 0x00, 0x20,	/* start: mov esi, [orders.cpuids] */
	0x66, 0x31, 0xc0,		/* next:  xor eax, eax */
	0x0f, 0xa2,			/*        cpuid */
	0x66, 0x4e,			/*        dec esi */
	0x75, 0xf7,			/*        jnz next */
	0xe6, GUEST_PORT,		/*        out GUEST_PORT, al */
	0x80, 0x3e, 0x04, 0x20, 0x00,	/*        cmp byte [orders.again], 0 */
	0x75, 0xe9,			/*        jne start */
	0xf4,				/*        hlt */
};

/**
 * struct player - a vCPU, the thread that runs it, and what it has to do
 * @vcpu:    the vCPU
 * @thread:  its thread; vCPU 0 has the program's first one
 * @orders:  for the guest
 * @options: of the command line
 * @status:  what the command at the stop returned
 */
struct player {
	struct vcpu vcpu;
	pthread_t thread;
	struct orders *orders;
	const struct options *options;
	int status;
};

/* Runs the guest up to its next exit to user space, which has to be @reason. */
static void run_until(struct player *player, int reason)
{
	int got;

	do
		got = vcpu_run(&player->vcpu);
	while (got == -EINTR);
	if (got != reason)
		errx(EXIT_FAILURE, "KVM exit %d where %d was due", got, reason);
}

static void run_to_port(struct player *player)
{
	const struct kvm_run *run = player->vcpu.run;

	run_until(player, KVM_EXIT_IO);
	if (run->io.port != GUEST_PORT || run->io.direction != KVM_EXIT_IO_OUT)
		errx(EXIT_FAILURE, "I/O at port 0x%x where OUT to 0x%x was due",
		     run->io.port, GUEST_PORT);
}

static int run_command(const char *command)
{
	int status = system(command);

	if (status < 0)
		err(EXIT_FAILURE, "%s", command);
	return WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAILURE;
}

static time_t now_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec;
}

static uint64_t measure_round(struct player *player, uint32_t cpuids)
{
	uint64_t start;

	player->orders->cpuids = cpuids;
	start = __rdtsc();
	run_to_port(player);
	return __rdtsc() - start;
}

static int compare_ticks(const void *a, const void *b)
{
	const uint64_t *one = a, *other = b;

	return *one < *other ? -1 : *one > *other;
}

/*
 * How far the median of @rounds sorted ones may be off by chance, whatever they are spread like:
 * the rank of the true one lies within sqrt(rounds) / 2 of it, in two of three cases.
 */
static uint64_t error_of_median(const uint64_t *ticks, uint32_t rounds)
{
	uint32_t within = 0;

	while (4 * within * within < rounds)
		within++;
	if (within >= rounds / 2)
		return ticks[rounds - 1] - ticks[0];
	return (ticks[rounds / 2 + within] - ticks[rounds / 2 - within] + 1) / 2;
}

/*
 * The cost of an exit is the difference between a round of all CPUIDs and a round of one, divided
 * by the number of CPUIDs between them: the way to us and back is in both. Both are medians, as a
 * timer interrupt costs more than all else in a round. The first round, with all that happens
 * once, was run before.
 */
static void measure_rounds(struct player *player)
{
	uint32_t rounds = player->options->measured, cpuids = player->orders->cpuids, i;
	uint64_t *longer = calloc(rounds, sizeof(*longer)),
		 *shorter = calloc(rounds, sizeof(*shorter));
	uint64_t sum = 0;

	if (!longer || !shorter)
		err(EXIT_FAILURE, "memory for %u rounds", rounds);
	for (i = 0; i < rounds; i++) {
		longer[i] = measure_round(player, cpuids);
		shorter[i] = measure_round(player, 1);
		sum += longer[i];
	}
	player->orders->cpuids = cpuids;
	qsort(longer, rounds, sizeof(*longer), compare_ticks);
	qsort(shorter, rounds, sizeof(*shorter), compare_ticks);
	printf("ticks: cpuids %u rounds %u median %llu single %llu mean %llu error %llu\n",
	       cpuids, rounds, (unsigned long long)longer[rounds / 2],
	       (unsigned long long)shorter[rounds / 2], (unsigned long long)(sum / rounds),
	       (unsigned long long)(error_of_median(longer, rounds) +
				    error_of_median(shorter, rounds)));
	free(longer);
	free(shorter);
}

static void *play(void *data)
{
	struct player *player = data;
	const struct options *options = player->options;
	time_t end = now_seconds() + options->loop_seconds;
	unsigned long rounds = 1;

	player->orders->cpuids = options->cpuids + player->vcpu.id;
	player->orders->again = 1;
	run_to_port(player);
	for (; now_seconds() < end; rounds++)
		run_to_port(player);
	if (options->measured)
		measure_rounds(player);

	if (options->at_stop && !player->vcpu.id)
		player->status = run_command(options->at_stop);

	player->orders->again = 0;
	run_until(player, KVM_EXIT_HLT);
	printf("kvmguest: %lu x %u CPUIDs and an OUT to port 0x%x, then HLT, by vCPU %u\n",
	       rounds + options->measured, player->orders->cpuids, GUEST_PORT, player->vcpu.id);
	return NULL;
}

int run_cpuid_guest(const struct options *options)
{
	struct player *players = calloc(options->vcpus, sizeof(*players));
	struct vm vm;
	uint32_t i;

	if (!players)
		err(EXIT_FAILURE, "memory for %u vCPUs", options->vcpus);
	vm_create(&vm, cpuid_code, sizeof(cpuid_code), 0);
	for (i = 0; i < options->vcpus; i++) {
		vm_create_vcpu(&vm, &players[i].vcpu, i);
		players[i].options = options;
		players[i].orders = (void *)(vm.memory + VM_ORDERS + 16 * i);
	}
	for (i = 1; i < options->vcpus; i++) {
		errno = pthread_create(&players[i].thread, NULL, play, &players[i]);
		if (errno)
			err(EXIT_FAILURE, "a thread for vCPU %u", i);
	}
	play(&players[0]);
	for (i = 1; i < options->vcpus; i++)
		pthread_join(players[i].thread, NULL);
	return players[0].status;
}
