// SPDX-License-Identifier: GPL-2.0-only
/*
 * Counting by BPF programs on KVM's tracepoints. Program, link and map live as long as this process
 * has them open: whatever ends it, detaches them.
 */
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "tools/count/allowed.h"
#include "tools/count/bpf_failed.h"
#include "tools/count/bpf_load.h"
#include "tools/count/bpf_pins.h"
#include "tools/count/bpf_types.h"
#include "tools/count/counter.h"
#include "tools/out/text.h"

/* tools/count/programs.bpf.c, compiled: program.S. */
extern const char nd_bpf_programs[];
extern const u64 nd_bpf_programs_size;

/*
 * In this order they are attached, and in the other one detached: an entry that is seen while its
 * exit is not would be one without an exit.
 */
static const struct {
	const char *program;
	enum nd_tracepoint point;
} attachments[] = {
	{ "nd_exit", ND_TP_EXIT },
	{ "nd_exit_reason", ND_TP_EXIT },
	{ "nd_nested_exit", ND_TP_NESTED_VMEXIT },
	{ "nd_inject", ND_TP_NESTED_VMEXIT_INJECT },
	{ "nd_nested_enter", ND_TP_NESTED_VMENTER },
	{ "nd_nested_run", ND_TP_NESTED_VMRUN },
	{ "nd_refused", ND_TP_NESTED_VMENTER_FAILED },
	{ "nd_userspace", ND_TP_USERSPACE_EXIT },
	{ "nd_entry", ND_TP_ENTRY },
};

/**
 * struct session - what is open
 * @object: programs and maps, NULL if none, or if what was pinned is read
 * @links:  of the programs that are attached
 * @gone:   of the one that sees threads end
 * @types:  what BTF told
 * @pins:   file descriptors of the maps and of the program on kvm_exit
 * @about:  what is said beside the maps
 */
static struct session {
	struct bpf_object *object;
	struct bpf_link *links[ARRAY_SIZE(attachments)];
	struct bpf_link *gone;
	struct nd_bpf_types types;
	struct nd_pins pins;
	struct nd_count_about about;
} session;

/* A program for a tracepoint that this KVM does not have, or that passes something else. */
static bool is_wanted(size_t i)
{
	if (!(session.types.points & BIT(attachments[i].point)))
		return false;
	return attachments[i].point != ND_TP_EXIT ||
	       session.types.reason_first == !strcmp(attachments[i].program, "nd_exit_reason");
}

static bool load(char *why)
{
	int cpus = libbpf_num_possible_cpus();
	size_t i;

	if (cpus < 1)
		return nd_counter_refuse(why, "the number of CPUs is not known");
	session.object = nd_bpf_open(nd_bpf_programs, nd_bpf_programs_size, &session.types, why);
	if (!session.object)
		return false;
	for (i = 0; i < ARRAY_SIZE(attachments); i++)
		nd_bpf_want(session.object, attachments[i].program, is_wanted(i));
	bpf_map__set_max_entries(bpf_object__find_map_by_name(session.object, ND_MAP_CPUS), cpus);
	return nd_bpf_load(session.object, why);
}

/* Without one of the first two there is nothing to count; without another, less. */
static bool attach(char *why)
{
	s32 *errors = session.about.errors, error;
	size_t i;

	session.gone = nd_bpf_attach(session.object, "nd_gone", "sched_process_exit", &error, why);
	if (!session.gone)
		return false;
	for (i = 0; i < ARRAY_SIZE(attachments); i++) {
		enum nd_tracepoint point = attachments[i].point;

		if (!is_wanted(i))
			continue;
		session.links[i] = nd_bpf_attach(session.object, attachments[i].program,
						 nd_point_name(point), &errors[point], why);
		if (!session.links[i] && (point == ND_TP_EXIT || point == ND_TP_ENTRY))
			return false;
	}
	return true;
}

static bool bpf_usable(char *why)
{
	return nd_allowed_bpf(why) && nd_allowed_kvm(why);
}

/* The programs take the time from the same clock, in nanoseconds. */
static u64 now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000ull + time.tv_nsec;
}

/* What one that reads the maps needs to know beside them. */
static bool describe(char *why)
{
	u32 i, zero = 0;

	for (i = 0; i < ND_NR_PINNED_MAPS; i++)
		session.pins.maps[i] = bpf_object__find_map_fd_by_name(session.object,
								       nd_pinned_map(i));
	for (i = 0; i < ARRAY_SIZE(attachments); i++)
		if (attachments[i].point == ND_TP_EXIT && session.links[i])
			session.pins.program = bpf_program__fd(bpf_object__find_program_by_name(
				session.object, attachments[i].program));
	session.about.format = ND_COUNT_FORMAT;
	session.about.isa = session.types.isa;
	session.about.points = session.types.points;
	session.about.started = now();
	if (!bpf_map_update_elem(session.pins.maps[ND_PINNED_ABOUT], &zero, &session.about, 0))
		return true;
	return nd_counter_refuse(why, "the kernel does not take a map: %s", strerror(errno));
}

static bool bpf_start(char *why)
{
	nd_bpf_listen();
	return nd_bpf_types_read(&session.types, NULL, NULL, why) && load(why) && attach(why) &&
	       describe(why);
}

static void bpf_stop(void)
{
	size_t i;

	if (!session.object)
		nd_pins_close(&session.pins);
	for (i = ARRAY_SIZE(attachments); i-- > 0;)
		bpf_link__destroy(session.links[i]);
	bpf_link__destroy(session.gone);
	bpf_object__close(session.object);
	nd_bpf_types_free(&session.types);
	memset(&session, 0, sizeof(session));
	session.types.fd = -1;
}

/*
 * --- what outlives this process -----------------------------------------------------------------
 */

static bool bpf_pin(const char *name, char *why)
{
	int links[ARRAY_SIZE(attachments) + 1];
	u32 zero = 0;
	size_t i, nr = 0;

	session.about.pinned = true;
	if (bpf_map_update_elem(session.pins.maps[ND_PINNED_ABOUT], &zero, &session.about, 0))
		return nd_counter_refuse(why, "the kernel does not take a map: %s", strerror(errno));
	links[nr++] = bpf_link__fd(session.gone);
	for (i = 0; i < ARRAY_SIZE(attachments); i++)
		if (session.links[i])
			links[nr++] = bpf_link__fd(session.links[i]);
	return nd_pins_make(&session.pins, links, nr, name, why);
}

static bool bpf_join(const char *name, char *why)
{
	u32 zero = 0;

	nd_bpf_listen();
	session.types.fd = -1;
	if (!nd_allowed_bpf(why) || !nd_pins_open(&session.pins, name, why))
		return false;
	if (!bpf_map_lookup_elem(session.pins.maps[ND_PINNED_ABOUT], &zero, &session.about) &&
	    session.about.format == ND_COUNT_FORMAT)
		return true;
	return nd_counter_refuse(why, "'%s' was begun by another version of nestdiag: end it, and begin anew",
				 name);
}

/*
 * --- reading ------------------------------------------------------------------------------------
 */

static int map_fd(enum nd_pinned_map map)
{
	return session.pins.maps[map];
}

static void read_points(struct nd_trace *trace)
{
	u32 i;

	trace->nr_points = ND_MAX_POINTS;
	for (i = 0; i < ND_MAX_POINTS; i++)
		trace->points[i] = (struct nd_point){
			.name = nd_point_name(i),
			.state = !(session.about.points & BIT(i)) ? ND_POINT_ABSENT :
				 session.about.errors[i] ? ND_POINT_FAILED : ND_POINT_ATTACHED,
			.error = session.about.errors[i],
		};
}

static void read_cpus(struct nd_trace *trace)
{
	struct nd_acct_cpu *acct = nd_realloc(NULL, sizeof(*acct));
	int fd = map_fd(ND_PINNED_CPUS);
	u32 cpu, level;

	trace->max_cpus = libbpf_num_possible_cpus();
	trace->cpus = nd_realloc(NULL, trace->max_cpus * sizeof(*trace->cpus));
	for (cpu = 0; cpu < trace->max_cpus; cpu++) {
		if (bpf_map_lookup_elem(fd, &cpu, acct))
			continue;
		nd_acct_add(&trace->sum, acct);
		nd_trace_cpu_fill(&trace->cpus[trace->nr_cpus++], cpu, acct);
	}
	for (level = 0; level < ND_NR_LEVELS; level++)
		if (trace->sum.stayed[level])
			trace->stay[level] = -trace->sum.stayed[level];
	free(acct);
}

static void read_vcpus(struct nd_trace *trace)
{
	int fd = map_fd(ND_PINNED_VCPUS);
	u64 key, *last = NULL;

	trace->max_vcpus = ND_COUNT_VCPUS;
	trace->vcpus = nd_realloc(NULL, trace->max_vcpus * sizeof(*trace->vcpus));
	while (trace->nr_vcpus < trace->max_vcpus && !bpf_map_get_next_key(fd, last, &key)) {
		if (!bpf_map_lookup_elem(fd, &key, &trace->vcpus[trace->nr_vcpus]))
			trace->nr_vcpus++;
		last = &key;
	}
}

static void read_refusals(struct nd_trace *trace)
{
	int fd = map_fd(ND_PINNED_REFUSALS), lost_fd = map_fd(ND_PINNED_LOST);
	struct nd_refused_key key, *last = NULL;
	struct nd_count_lost lost;
	u32 zero = 0;

	while (trace->nr_refusals < ND_MAX_REFUSALS && !bpf_map_get_next_key(fd, last, &key)) {
		struct nd_refusal *refusal = &trace->refusals[trace->nr_refusals];

		last = &key;
		if (bpf_map_lookup_elem(fd, &key, &refusal->count))
			continue;
		refusal->error = key.error;
		snprintf(refusal->text, sizeof(refusal->text), "%.*s", (int)sizeof(key.text),
			 key.text);
		trace->nr_refusals++;
	}
	if (!bpf_map_lookup_elem(lost_fd, &zero, &lost))
		trace->refusals_lost = lost.refusals;
}

/* Hits during which the same program was at work on the same CPU: the kernel lets them go by. */
static u64 read_missed(void)
{
	struct bpf_prog_info info = { 0 };
	u32 size = sizeof(info);

	if (bpf_obj_get_info_by_fd(session.pins.program, &info, &size))
		return 0;
	return info.recursion_misses;
}

static bool bpf_read(struct nd_trace *trace, char *why)
{
	(void)why;
	trace->isa = session.about.isa;
	trace->source = ND_SOURCE_BPF;
	trace->tsc_khz = 1000000;
	read_points(trace);
	read_cpus(trace);
	read_vcpus(trace);
	trace->now = now();
	read_refusals(trace);
	trace->sum.unread += read_missed();
	return true;
}

static void bpf_failures(struct nd_failures *failures)
{
	nd_bpf_failed_read(failures, map_fd(ND_PINNED_FAILED), map_fd(ND_PINNED_LOST),
			   session.about.isa);
}

const struct nd_counter nd_counter_bpf = {
	.word = "bpf",
	.usable = bpf_usable,
	.start = bpf_start,
	.read = bpf_read,
	.failures = bpf_failures,
	.stop = bpf_stop,
	.pin = bpf_pin,
	.join = bpf_join,
	.unpin = nd_pins_remove,
};
