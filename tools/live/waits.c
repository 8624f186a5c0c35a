// SPDX-License-Identifier: GPL-2.0-only
/*
 * How long vCPUs of guests waited for a CPU of this machine: KVM's debugfs has the thread of each
 * vCPU (vcpuN/pid, not in all versions), /proc/THREAD/schedstat how long that ran and how long it
 * could have, in nanoseconds. Both are sums since the thread began.
 */
#include <stdio.h>
#include <stdlib.h>

#include "tools/in/source.h"
#include "tools/live/waits.h"

#define VMS	"/sys/kernel/debug/kvm"

/**
 * struct waits - sums over vCPUs
 * @seen:    vCPUs in KVM's debugfs
 * @threads: those whose thread was found, with its times
 * @ran:     nanoseconds on a CPU
 * @waited:  nanoseconds in the queue of one
 */
struct waits {
	unsigned int seen;
	unsigned int threads;
	unsigned long long ran;
	unsigned long long waited;
};

static void add_vcpu(struct waits *w, const char *vm, const char *vcpu)
{
	unsigned long long ran, waited;
	unsigned long thread;
	char path[200], text[96];

	snprintf(path, sizeof(path), VMS "/%.64s/%.32s/pid", vm, vcpu);
	w->seen++;
	if (nd_source_read(path, text, sizeof(text)))
		return;
	thread = strtoul(text, NULL, 10);
	if (!thread) {	/* it has never run */
		w->seen--;
		return;
	}
	snprintf(path, sizeof(path), "/proc/%lu/schedstat", thread);
	if (nd_source_read(path, text, sizeof(text)) || sscanf(text, "%llu %llu", &ran, &waited) != 2)
		return;
	w->threads++;
	w->ran += ran;
	w->waited += waited;
}

static void add_vm(struct waits *w, const char *vm)
{
	struct nd_strings vcpus = { 0 };
	char path[128];
	size_t i;

	snprintf(path, sizeof(path), VMS "/%.64s", vm);
	if (nd_source_list(path, &vcpus))
		return;
	for (i = 0; i < vcpus.nr; i++)
		if (!strncmp(vcpus.list[i], "vcpu", 4))
			add_vcpu(w, vm, vcpus.list[i]);
	nd_strings_free(&vcpus);
}

void nd_live_waits(struct nd_machine *m)
{
	struct nd_strings vms = { 0 };
	struct waits w = { .seen = 0 };
	size_t i;

	if (nd_source_list(VMS, &vms))
		return;
	for (i = 0; i < vms.nr; i++)
		if (strchr(vms.list[i], '-'))	/* PID-FD; statistics have none */
			add_vm(&w, vms.list[i]);
	nd_strings_free(&vms);
	/* Times of some would not be those of guests. */
	if (w.threads != w.seen)
		return;
	nd_machine_add_host(m, "vcpu_threads", "%u", w.threads);
	nd_machine_add_host(m, "vcpu_run_ms", "%llu", w.ran / 1000000);
	nd_machine_add_host(m, "vcpu_wait_ms", "%llu", w.waited / 1000000);
}
