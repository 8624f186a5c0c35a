// SPDX-License-Identifier: GPL-2.0-only
/*
 * perfhold - be on a tracepoint until killed: with perf events on all CPUs, as `perf stat -a` is,
 * or with a BPF program, as bpftrace is
 */
#include <err.h>
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define TRACING		"/sys/kernel/tracing"
#define BPF_INSNS	2

static unsigned long long event_id(const char *name)
{
	unsigned long long id;
	char path[256];
	FILE *file;

	snprintf(path, sizeof(path), TRACING "/events/%s/id", name);
	file = fopen(path, "r");
	if (!file || fscanf(file, "%llu", &id) != 1)
		err(EXIT_FAILURE, "%s", path);
	fclose(file);
	return id;
}

static void hold_perf(const char *name)
{
	struct perf_event_attr attr = { .type = PERF_TYPE_TRACEPOINT, .size = sizeof(attr) };
	long cpu, cpus = sysconf(_SC_NPROCESSORS_ONLN);

	attr.config = event_id(name);
	for (cpu = 0; cpu < cpus; cpu++)
		if (syscall(SYS_perf_event_open, &attr, -1, cpu, -1, 0) < 0)
			err(EXIT_FAILURE, "perf_event_open for CPU %ld", cpu);
}

static int bpf_do(enum bpf_cmd cmd, union bpf_attr *attr)
{
	int result = syscall(SYS_bpf, cmd, attr, sizeof(*attr));

	if (result < 0)
		err(EXIT_FAILURE, "BPF command %d", cmd);
	return result;
}

/* A program that returns 0. */
static void hold_bpf(const char *name)
{
	static const struct bpf_insn code[BPF_INSNS] = {
		{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0 },
		{ .code = BPF_JMP | BPF_EXIT },
	};
	union bpf_attr attr;
	int program;

	memset(&attr, 0, sizeof(attr));
	attr.prog_type = BPF_PROG_TYPE_RAW_TRACEPOINT;
	attr.insns = (unsigned long)code;
	attr.insn_cnt = BPF_INSNS;
	attr.license = (unsigned long)"GPL";
	program = bpf_do(BPF_PROG_LOAD, &attr);
	memset(&attr, 0, sizeof(attr));
	attr.raw_tracepoint.name = (unsigned long)strchr(name, '/') + 1;
	attr.raw_tracepoint.prog_fd = program;
	bpf_do(BPF_RAW_TRACEPOINT_OPEN, &attr);
}

int main(int argc, char **argv)
{
	const char *name = argv[argc - 1];

	if (argc == 2 && strchr(name, '/'))
		hold_perf(name);
	else if (argc == 3 && !strcmp(argv[1], "--bpf") && strchr(name, '/'))
		hold_bpf(name);
	else
		errx(EXIT_FAILURE, "usage: perfhold [--bpf] SYSTEM/EVENT");
	printf("perfhold: %s\n", name);
	fflush(stdout);
	for (;;)
		pause();
}
