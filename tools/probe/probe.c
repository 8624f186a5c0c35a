// SPDX-License-Identifier: GPL-2.0-only
/*
 * The steps of the launch test. Each runs in a child of its own, which starts from scratch: what an
 * earlier one left behind does not help a later one.
 */
#ifdef __x86_64__
#include <errno.h>
#include <stdlib.h>
#include <sys/ioctl.h>

#include <linux/kvm.h>

#include "tools/probe/child.h"
#include "tools/probe/launch.h"
#include "tools/probe/probe.h"
#include "tools/probe/probe_words.h"
#include "tools/in/source.h"

#define DEV_KVM		"/dev/kvm"

/* Exits of the first look at a cost, and the guest's time that the second one may take. */
#define FIRST_LOOK	64
#define FIRST_LOOK_NESTED	16
#define SECOND_LOOK_MS	40

const struct nd_probe_cap nd_probe_caps[ND_PROBE_CAPS_NR] = {
	{ KVM_CAP_NR_VCPUS, "nr_vcpus", "vCPUs of a VM, recommended" },
	{ KVM_CAP_NESTED_STATE, "nested_state", "State of nested guests, bytes" },
	{ KVM_CAP_HYPERV, "hyperv", "Hyper-V's interface for guests" },
	{ KVM_CAP_HYPERV_SYNIC2, "hyperv_synic2", "Hyper-V's interrupt controller" },
	{ KVM_CAP_HYPERV_VP_INDEX, "hyperv_vp_index", "Hyper-V's CPU numbers" },
	{ KVM_CAP_HYPERV_CPUID, "hyperv_cpuid", "Hyper-V's CPUID leaves" },
	{ KVM_CAP_HYPERV_ENLIGHTENED_VMCS, "hyperv_evmcs", "Hyper-V's enlightened VMCS for guests" },
	{ KVM_CAP_HYPERV_DIRECT_TLBFLUSH, "hyperv_tlbflush", "Hyper-V's direct TLB flush" },
	{ KVM_CAP_EXCEPTION_PAYLOAD, "exception_payload", "Exceptions with their payload" },
	{ KVM_CAP_TSC_CONTROL, "tsc_control", "TSC scaling" },
	{ KVM_CAP_X2APIC_API, "x2apic_api", "x2APIC numbers above 255" },
};

/**
 * struct probe_look - what the child finds out about /dev/kvm without a VM
 * @kvm_fd: /dev/kvm, or -1 to try to open it
 * @error:  errno
 * @api:    version of the interface
 * @caps:   see struct nd_probe
 */
struct probe_look {
	int kvm_fd;
	int error;
	int api;
	int caps[ND_PROBE_CAPS_NR];
};

static void look_open(void *arg)
{
	struct probe_look *look = arg;
	int fd = nd_source_device_read_write(DEV_KVM);

	look->error = fd < 0 ? -fd : 0;
}

static void look_api(void *arg)
{
	struct probe_look *look = arg;

	look->api = ioctl(look->kvm_fd, KVM_GET_API_VERSION, 0);
	look->error = look->api < 0 ? errno : 0;
}

static void look_caps(void *arg)
{
	struct probe_look *look = arg;
	u32 i;

	for (i = 0; i < ND_PROBE_CAPS_NR; i++) {
		look->caps[i] = ioctl(look->kvm_fd, KVM_CHECK_EXTENSION, nd_probe_caps[i].number);
		if (look->caps[i] < 0)
			look->caps[i] = -errno;
	}
}

/* False where the child did not come to its end; then the step says so. */
static bool probe_child(struct nd_probe *p, void (*work)(void *arg), struct probe_look *look,
			struct nd_probe_end *end)
{
	int signal;

	switch (nd_child_run(work, look, p->seconds, &signal)) {
	case ND_CHILD_DONE:
		return true;
	case ND_CHILD_SIGNAL:
		nd_probe_say(end, ND_PROBE_FAILED, "ended by signal %d", signal);
		return false;
	case ND_CHILD_NONE:
		nd_probe_say(end, ND_PROBE_FAILED, "no child process: %s", strerror(errno));
		return false;
	default:
		nd_probe_say(end, ND_PROBE_TIMED_OUT, "no answer within %u s", p->seconds);
		return false;
	}
}

static bool probe_open(struct nd_probe *p, struct probe_look *look, struct nd_probe_end *end)
{
	if (!probe_child(p, look_open, look, end))
		return false;
	/* It can be opened, so it does not hang; now for us and the children after it. */
	p->kvm_fd = look->error ? -look->error : nd_source_device_read_write(DEV_KVM);
	look->kvm_fd = p->kvm_fd;
	if (p->kvm_fd < 0) {
		nd_probe_open_describe(end, -p->kvm_fd);
		return false;
	}
	nd_probe_say(end, ND_PROBE_OK, "%s", "");
	return true;
}

static bool probe_api(struct nd_probe *p, struct probe_look *look, struct nd_probe_end *end)
{
	if (!probe_child(p, look_api, look, end))
		return false;
	if (look->error) {
		end->error = look->error;
		nd_probe_say(end, ND_PROBE_FAILED, "%s: %s is not KVM",
			     strerror(look->error), DEV_KVM);
		return false;
	}
	nd_probe_say(end, look->api == KVM_API_VERSION ? ND_PROBE_OK : ND_PROBE_FAILED,
		     look->api == KVM_API_VERSION ? "%d" : "%d, expected 12",
		     look->api);
	return end->state == ND_PROBE_OK;
}

static bool probe_caps(struct nd_probe *p, struct probe_look *look, struct nd_probe_end *end)
{
	if (!probe_child(p, look_caps, look, end))
		return false;
	memcpy(p->caps, look->caps, sizeof(p->caps));
	nd_probe_say(end, ND_PROBE_OK, "see below");
	return true;
}

/* The part before there is a VM: false where that is the end. */
static bool probe_device(struct nd_probe *p)
{
	struct probe_look *look = nd_child_memory(sizeof(*look));
	bool good;

	if (!look) {
		nd_probe_say(&p->end[ND_PROBE_OPEN], ND_PROBE_FAILED, "no memory");
		return false;
	}
	look->kvm_fd = -1;
	good = probe_open(p, look, &p->end[ND_PROBE_OPEN]) &&
	       probe_api(p, look, &p->end[ND_PROBE_API]) &&
	       probe_caps(p, look, &p->end[ND_PROBE_CAPS]);
	nd_child_free(look, sizeof(*look));
	return good;
}

static bool probe_launch(struct nd_probe *p, const struct nd_launch *launch,
			 struct nd_probe_end *end)
{
	nd_launch(p->kvm_fd, launch, p->seconds, &p->launched);
	nd_probe_launch_describe(p, end);
	return end->state == ND_PROBE_OK;
}

static int compare_samples(const void *a, const void *b)
{
	u64 x = *(const u64 *)a, y = *(const u64 *)b;

	return x < y ? -1 : x > y;
}

void nd_cost_of(struct nd_launched *l, struct nd_cost *cost)
{
	if (!l->nr_samples)
		return;
	qsort(l->samples, l->nr_samples, sizeof(l->samples[0]), compare_samples);
	cost->samples = l->nr_samples;
	cost->min = l->samples[0];
	cost->median = l->samples[l->nr_samples / 2];
	cost->tsc_khz = l->tsc_khz;
}

/* As many as take SECOND_LOOK_MS of the guest's time, by the few that were measured first. */
static u32 probe_count(const struct nd_cost *first)
{
	u64 budget = (u64)(first->tsc_khz ? first->tsc_khz : 1000000) * SECOND_LOOK_MS;
	u64 count = budget / (first->median ? first->median : 1);

	if (count < first->samples)
		return first->samples;
	return count < NG_MAX_SAMPLES ? count : NG_MAX_SAMPLES;
}

static void probe_cost(struct nd_probe *p, struct nd_launch launch, struct nd_cost *cost,
		       struct nd_probe_end *end)
{
	if (!cost->samples && probe_launch(p, &launch, end))
		nd_cost_of(&p->launched, cost);
	if (!cost->samples)
		return;
	launch.cpuids = probe_count(cost);
	if (probe_launch(p, &launch, end))
		nd_cost_of(&p->launched, cost);
}

static void probe_nested(struct nd_probe *p)
{
	struct nd_launch launch = { .cpuids = FIRST_LOOK_NESTED };
	struct nd_probe_end *end = &p->end[ND_PROBE_NESTED];

	if (!p->nested) {
		nd_probe_say(end, ND_PROBE_SKIPPED, "disabled by --no-nested");
		p->end[ND_PROBE_NESTED_COST] = *end;
		return;
	}
	if (!probe_launch(p, &launch, end))
		return;
	p->svm = p->launched.svm;
	nd_cost_of(&p->launched, &p->nested_cost);
	probe_cost(p, launch, &p->nested_cost, &p->end[ND_PROBE_NESTED_COST]);
}

static const struct {
	enum nd_probe_step step;
	enum nd_launch_kind kind;
	bool go_on;	/* what comes after it can be tried even if it fails */
} probe_launches[] = {
	{ ND_PROBE_VM, ND_LAUNCH_OF_VM, false },
	{ ND_PROBE_MEMORY, ND_LAUNCH_OF_MEMORY, false },
	{ ND_PROBE_VCPU, ND_LAUNCH_OF_VCPU, false },
	{ ND_PROBE_REAL, ND_LAUNCH_OF_REAL, true },
	{ ND_PROBE_PROT, ND_LAUNCH_OF_PROT, true },
	{ ND_PROBE_LONG, ND_LAUNCH_OF_LONG, false },
};

void nd_probe_run(struct nd_probe *p)
{
	u32 i;

	for (i = 0; i < ND_NR_PROBE_STEPS; i++)
		nd_probe_say(&p->end[i], ND_PROBE_SKIPPED, "an earlier step failed");
	p->kvm_fd = -EBADF;
	if (!probe_device(p))
		return;
	for (i = 0; i < ARRAY_SIZE(probe_launches); i++) {
		struct nd_launch launch = { .kind = probe_launches[i].kind };

		if (!probe_launch(p, &launch, &p->end[probe_launches[i].step]) &&
		    !probe_launches[i].go_on)
			return;
	}
	probe_cost(p, (struct nd_launch){ .kind = ND_LAUNCH_OF_COST, .cpuids = FIRST_LOOK },
		   &p->cost, &p->end[ND_PROBE_COST]);
	probe_nested(p);
}
#endif /* __x86_64__ */
