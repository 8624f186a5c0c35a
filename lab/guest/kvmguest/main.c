// SPDX-License-Identifier: GPL-2.0-only
/*
 * kvmguest - the smallest guests whose VM exits are known: one executes CPUIDs,
 * one has a timer that ticks, and one an exception that never ends
 */
#include "vm.h"

#include <err.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_VCPUS	64
#define MAX_HZ		100000
#define VMS_AT_ONCE	10

static void usage(FILE *stream)
{
	fprintf(stream,
		"Usage: kvmguest [OPTION]...\n"
		"Run a guest that executes CPUIDs, an OUT to port 0xe9, and HLT.\n"
		"\n"
		"  --cpuids N       CPUIDs before each OUT (default 100)\n"
		"  --vcpus N        vCPUs, each in a thread; each has one CPUID more than\n"
		"                   the one before (default 1)\n"
		"  --loop SECONDS   repeat CPUIDs and OUT for so long\n"
		"  --ticks ROUNDS   then repeat them so many times, each time with a round of\n"
		"                   one CPUID, and print the ticks that both took: the medians,\n"
		"                   the mean, and how far chance may put the medians off\n"
		"  --at-stop CMD    run CMD while vCPU 0 is stopped at its (last) OUT;\n"
		"                   its exit status becomes ours\n"
		"  --vms N          so many processes do all that, up to 10 at once\n"
		"\n"
		"Or one that has a timer, for as long as --loop says (at least one second):\n"
		"\n"
		"  --hz N           interrupts a second; the guest halts between them\n"
		"  --busy           it counts instead\n"
		"  --last N         it sets its timer no more at tick N: nothing wakes it then\n"
		"\n"
		"Or one that hangs until it is killed:\n"
		"\n"
		"  --faults         it executes UD2, and the handler returns to it\n"
		"\n"
		"  --help           this text\n");
}

static uint32_t number(const char *text, uint32_t min, uint32_t max)
{
	unsigned long value;
	char *end;

	errno = 0;
	value = strtoul(text, &end, 0);
	if (errno || end == text || *end || value < min || value > max)
		errx(EXIT_FAILURE, "'%s' is not a value from %u to %u", text, min, max);
	return value;
}

static struct options parse_options(int argc, char **argv)
{
	static const struct option names[] = {
		{ "cpuids", required_argument, NULL, 'c' },
		{ "vcpus", required_argument, NULL, 'v' },
		{ "loop", required_argument, NULL, 'l' },
		{ "ticks", required_argument, NULL, 't' },
		{ "at-stop", required_argument, NULL, 's' },
		{ "vms", required_argument, NULL, 'm' },
		{ "hz", required_argument, NULL, 'z' },
		{ "busy", no_argument, NULL, 'b' },
		{ "last", required_argument, NULL, 'a' },
		{ "faults", no_argument, NULL, 'f' },
		{ "help", no_argument, NULL, 'h' },
		{ }
	};
	struct options options = { .cpuids = 100, .vcpus = 1, .vms = 1 };
	int option;

	while ((option = getopt_long(argc, argv, "", names, NULL)) != -1) {
		switch (option) {
		case 'c':
			/* The guest counts down to 0 and asks afterwards. */
			options.cpuids = number(optarg, 1, UINT32_MAX - MAX_VCPUS);
			break;
		case 'v':
			options.vcpus = number(optarg, 1, MAX_VCPUS);
			break;
		case 'l':
			options.loop_seconds = number(optarg, 0, UINT32_MAX);
			break;
		case 't':
			options.measured = number(optarg, 1, UINT32_MAX);
			break;
		case 's':
			options.at_stop = optarg;
			break;
		case 'm':
			options.vms = number(optarg, 1, UINT32_MAX);
			break;
		case 'z':
			options.hz = number(optarg, 1, MAX_HZ);
			break;
		case 'b':
			options.busy = 1;
			break;
		case 'a':
			options.last_tick = number(optarg, 1, UINT32_MAX);
			break;
		case 'f':
			options.faults = 1;
			break;
		case 'h':
			usage(stdout);
			exit(EXIT_SUCCESS);
		default:
			usage(stderr);
			exit(EXIT_FAILURE);
		}
	}
	if (optind < argc)
		errx(EXIT_FAILURE, "unexpected word '%s'", argv[optind]);
	if (options.hz && !options.loop_seconds)
		options.loop_seconds = 1;
	return options;
}

static void wait_for_one(void)
{
	int status;

	checked(wait(&status), "wait");
	if (!WIFEXITED(status) || WEXITSTATUS(status))
		errx(EXIT_FAILURE, "a guest failed");
}

static int run_vms(const struct options *options)
{
	uint32_t started = 0, alive = 0;

	while (started < options->vms || alive) {
		if (started == options->vms || alive == VMS_AT_ONCE) {
			wait_for_one();
			alive--;
			continue;
		}
		if (!checked(fork(), "fork"))
			return run_cpuid_guest(options);
		started++;
		alive++;
	}
	return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
	struct options options = parse_options(argc, argv);

	if (options.vms > 1)
		return run_vms(&options);
	if (options.faults)
		return run_fault_guest();
	return options.hz ? run_tick_guest(&options) : run_cpuid_guest(&options);
}
