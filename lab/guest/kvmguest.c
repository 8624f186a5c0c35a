// SPDX-License-Identifier: GPL-2.0-only
/*
 * kvmguest - the smallest guest that makes known VM exits
 *
 * A real-mode guest executes a number of CPUIDs, then one OUT to a known port.
 * Each CPUID is an exit that KVM handles by itself; the OUT brings us back to
 * user space, and until we let the guest go on it stays the last exit of this
 * CPU: IO_INSTRUCTION, with the port in the exit qualification. That makes it
 * possible to check from outside what somebody says about the current VMCS.
 */
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <linux/kvm.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <x86intrin.h>

#define GUEST_PORT	0xe9
#define GUEST_CODE	0x1000
#define GUEST_ORDERS	0x2000
#define GUEST_MEMORY	0x4000

/* Three pages below 4 GiB that older Intel CPUs need to run real mode. */
#define TSS_ADDRESS	0xfffbd000UL

/* Lies at GUEST_ORDERS, where the guest reads it in every round. */
struct orders {
	uint32_t cpuids;
	uint8_t again;
};

static const uint8_t guest_code[] = {
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

struct options {
	uint32_t cpuids;
	unsigned int loop_seconds;
	uint32_t measured;
	const char *at_stop;
};

struct guest {
	int vm_fd;
	int vcpu_fd;
	struct kvm_run *run;
	uint8_t *memory;
	struct orders *orders;
};

static int checked(int result, const char *what)
{
	if (result < 0)
		err(EXIT_FAILURE, "%s", what);
	return result;
}

static void *map(size_t size, int flags, int fd, const char *what)
{
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, flags, fd, 0);

	if (memory == MAP_FAILED)
		err(EXIT_FAILURE, "%s", what);
	return memory;
}

static void create_memory(struct guest *guest)
{
	struct kvm_userspace_memory_region region = { .memory_size = GUEST_MEMORY };

	guest->memory = map(GUEST_MEMORY, MAP_PRIVATE | MAP_ANONYMOUS, -1, "guest memory");
	region.userspace_addr = (uintptr_t)guest->memory;
	checked(ioctl(guest->vm_fd, KVM_SET_USER_MEMORY_REGION, &region),
		"KVM_SET_USER_MEMORY_REGION");

	memcpy(guest->memory + GUEST_CODE, guest_code, sizeof(guest_code));
	guest->orders = (void *)(guest->memory + GUEST_ORDERS);
}

static void create_vcpu(struct guest *guest, int kvm_fd)
{
	struct kvm_regs regs = { .rip = GUEST_CODE, .rflags = 0x2 };
	struct kvm_sregs sregs;
	int run_size;

	guest->vcpu_fd = checked(ioctl(guest->vm_fd, KVM_CREATE_VCPU, 0), "KVM_CREATE_VCPU");
	run_size = checked(ioctl(kvm_fd, KVM_GET_VCPU_MMAP_SIZE, 0), "KVM_GET_VCPU_MMAP_SIZE");
	guest->run = map(run_size, MAP_SHARED, guest->vcpu_fd, "vCPU state");

	checked(ioctl(guest->vcpu_fd, KVM_GET_SREGS, &sregs), "KVM_GET_SREGS");
	sregs.cs.base = 0;
	sregs.cs.selector = 0;
	checked(ioctl(guest->vcpu_fd, KVM_SET_SREGS, &sregs), "KVM_SET_SREGS");
	checked(ioctl(guest->vcpu_fd, KVM_SET_REGS, &regs), "KVM_SET_REGS");
}

static void create_guest(struct guest *guest)
{
	int kvm_fd = checked(open("/dev/kvm", O_RDWR | O_CLOEXEC), "/dev/kvm");

	guest->vm_fd = checked(ioctl(kvm_fd, KVM_CREATE_VM, 0), "KVM_CREATE_VM");
	/* Only Intel has it, and only without unrestricted guest needs it. */
	if (ioctl(kvm_fd, KVM_CHECK_EXTENSION, KVM_CAP_SET_TSS_ADDR) > 0)
		checked(ioctl(guest->vm_fd, KVM_SET_TSS_ADDR, TSS_ADDRESS), "KVM_SET_TSS_ADDR");
	create_memory(guest);
	create_vcpu(guest, kvm_fd);
	close(kvm_fd);
}

/* Runs the guest up to its next exit to user space, which has to be @reason. */
static void run_until(struct guest *guest, uint32_t reason)
{
	struct kvm_run *run = guest->run;

	while (ioctl(guest->vcpu_fd, KVM_RUN, 0) < 0)
		if (errno != EINTR)
			err(EXIT_FAILURE, "KVM_RUN");

	if (run->exit_reason == KVM_EXIT_FAIL_ENTRY)
		errx(EXIT_FAILURE, "VM entry failed, hardware reason 0x%llx",
		     (unsigned long long)run->fail_entry.hardware_entry_failure_reason);
	if (run->exit_reason != reason)
		errx(EXIT_FAILURE, "KVM exit %u where %u was due", run->exit_reason, reason);
}

static void run_to_port(struct guest *guest)
{
	run_until(guest, KVM_EXIT_IO);
	if (guest->run->io.port != GUEST_PORT || guest->run->io.direction != KVM_EXIT_IO_OUT)
		errx(EXIT_FAILURE, "I/O at port 0x%x where OUT to 0x%x was due",
		     guest->run->io.port, GUEST_PORT);
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

/*
 * The price of an exit: a round has one exit more than it has CPUIDs, and what comes once a round
 * does not show among many. The first round, with all that happens once, was run before.
 */
static void measure_rounds(struct guest *guest, uint32_t rounds)
{
	uint64_t start;

	while (rounds--) {
		start = __rdtsc();
		run_to_port(guest);
		printf("ticks: %llu\n", (unsigned long long)(__rdtsc() - start));
	}
}

/* Returns what the command at the stop returned. */
static int run_guest(struct guest *guest, const struct options *options)
{
	time_t end = now_seconds() + options->loop_seconds;
	unsigned long rounds = 1;
	int status = EXIT_SUCCESS;

	guest->orders->cpuids = options->cpuids;
	guest->orders->again = 1;
	run_to_port(guest);
	for (; now_seconds() < end; rounds++)
		run_to_port(guest);
	measure_rounds(guest, options->measured);
	rounds += options->measured;

	if (options->at_stop)
		status = run_command(options->at_stop);

	guest->orders->again = 0;
	run_until(guest, KVM_EXIT_HLT);
	printf("kvmguest: %lu x %u CPUIDs and an OUT to port 0x%x, then HLT\n",
	       rounds, options->cpuids, GUEST_PORT);
	return status;
}

static void usage(FILE *stream)
{
	fprintf(stream,
		"Usage: kvmguest [OPTION]...\n"
		"Run a guest that executes CPUIDs, an OUT to port 0x%x, and HLT.\n"
		"\n"
		"  --cpuids N       CPUIDs before each OUT (default 100)\n"
		"  --loop SECONDS   repeat CPUIDs and OUT for so long\n"
		"  --ticks ROUNDS   then repeat them so many times, and print the ticks that\n"
		"                   each round took\n"
		"  --at-stop CMD    run CMD while the guest is stopped at its (last) OUT;\n"
		"                   its exit status becomes ours\n"
		"  --help           this text\n", GUEST_PORT);
}

static uint32_t number(const char *text, uint32_t min)
{
	unsigned long value;
	char *end;

	errno = 0;
	value = strtoul(text, &end, 0);
	if (errno || end == text || *end || value < min || value > UINT32_MAX)
		errx(EXIT_FAILURE, "'%s' is not a value from %u to %u", text, min, UINT32_MAX);
	return value;
}

static struct options parse_options(int argc, char **argv)
{
	static const struct option names[] = {
		{ "cpuids", required_argument, NULL, 'c' },
		{ "loop", required_argument, NULL, 'l' },
		{ "ticks", required_argument, NULL, 't' },
		{ "at-stop", required_argument, NULL, 's' },
		{ "help", no_argument, NULL, 'h' },
		{ }
	};
	struct options options = { .cpuids = 100 };
	int option;

	while ((option = getopt_long(argc, argv, "", names, NULL)) != -1) {
		switch (option) {
		case 'c':
			/* The guest counts down to 0 and asks afterwards. */
			options.cpuids = number(optarg, 1);
			break;
		case 'l':
			options.loop_seconds = number(optarg, 0);
			break;
		case 't':
			options.measured = number(optarg, 1);
			break;
		case 's':
			options.at_stop = optarg;
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
	return options;
}

int main(int argc, char **argv)
{
	struct options options = parse_options(argc, argv);
	struct guest guest = { };

	create_guest(&guest);
	return run_guest(&guest, &options);
}
