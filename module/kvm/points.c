// SPDX-License-Identifier: GPL-2.0-only
/*
 * KVM's tracepoints, found by name, so that no symbol of KVM is needed and KVM may come and go.
 *
 * A raw probe takes no reference on kvm.ko. The tracepoint's module notifier tells when it comes,
 * when it is already there, and when it goes; a KVM that is built in is found by walking the
 * kernel's own tracepoints.
 *
 * Lock order: tracepoint_module_list_mutex (held around the notifier),
 * points_lock, the lock of source.c, then what registering takes, and the lock of CPU hotplug.
 */
#include <linux/module.h>
#include <linux/tracepoint.h>

#include <asm/cpufeature.h>

#include "module/compat/cfi.h"
#include "module/compat/mutex.h"
#include "module/compat/tracepoints.h"
#include "module/kvm/points.h"
#include "module/kvm/probe.h"
#include "module/kvm/probes.h"
#include "module/kvm/recorder.h"
#include "module/kvm/source.h"
#include "module/kvm/table.h"

/*
 * Our probe runs before the trace event that writes a record of the same hit, even if that was
 * attached first: nd_slow_recorded() needs what the probe notes.
 */
#define POINTS_PRIO	(TRACEPOINT_DEFAULT_PRIO + 1)

static DEFINE_MUTEX(points_lock);		/* protects what follows */
static bool points_wanted;

/**
 * struct point - one of KVM's tracepoints
 * @name:  its name
 * @tp:    the tracepoint, NULL if no KVM with it is loaded
 * @probe: what is attached to it
 * @state: what views say of it
 * @error: errno of ND_POINT_FAILED
 */
struct point {
	const char *name;
	struct tracepoint *tp;
	void *probe;
	enum nd_point_state state;
	int error;
};

static struct point points[ND_MAX_POINTS];
static u32 points_nr;

/* Without, all that follows is left out, and with it what such a kernel does not export. */
static const bool points_exist = IS_ENABLED(CONFIG_TRACEPOINTS);

#define points_for_each(point)	for ((point) = points; (point) < points + points_nr; (point)++)

/* The last ones first: what an entry needs goes before what an exit needs. */
#define points_for_each_reverse(point)	\
	for ((point) = points + points_nr; (point)-- > points;)

/**
 * struct point_prototype - a row of prototypes.h
 * @point: name of the tracepoint
 * @probe: our probe
 * @twin:  of the type that the kernel's own caller of probes has, with kCFI
 * @when:  is it needed?
 */
struct point_prototype {
	const char *point;
	void *probe;
	void *twin;
	enum nd_prototype_when when;
};

#if ND_CFI
#define ND_PROTOTYPE(_point, _probe, _when, ...)	\
	static int _probe##_twin(void *unused, __VA_ARGS__) { return 0; }
#include "module/kvm/prototypes.h"
#define POINT_TWIN(_probe)	_probe##_twin
#else
#define POINT_TWIN(_probe)	NULL
#endif

#define ND_PROTOTYPE(_point, _probe, _when, ...)	\
	{ .point = #_point, .probe = _probe, .twin = POINT_TWIN(_probe), .when = _when },

static const struct point_prototype points_prototypes[] = {
#include "module/kvm/prototypes.h"
};

static struct point *points_find(const struct tracepoint *tp)
{
	struct point *point;

	points_for_each(point)
		if (!strcmp(point->name, tp->name))
			return point;
	return NULL;
}

static enum nd_prototype_when points_mode(void)
{
	if (!nd_table_timed())
		return ND_UNTIMED;
	if (!nd_recorder_size())
		return ND_TIMED;
	return boot_cpu_has(X86_FEATURE_SVM) ? ND_RECORDED_VMCB : ND_RECORDED;
}

static bool points_need(const struct point_prototype *prototype)
{
	return prototype->when == ND_ALWAYS || prototype->when == points_mode() ||
	       (prototype->when == ND_TIMES && nd_table_timed());
}

/*
 * A call of the wrong type is fatal if types are checked. The tracepoint's iterator has the
 * arguments of its probes, but returns int.
 */
static bool points_fits(const struct point_prototype *prototype, const struct tracepoint *tp)
{
	u32 wanted, has;

	return !ND_CFI || (nd_cfi_hash(tp->iterator, &wanted) &&
			   nd_cfi_hash(prototype->twin, &has) && wanted == has);
}

/* The probe for a tracepoint; NULL, and @state says why, if there is none. */
static void *points_choose(const struct point *point, enum nd_point_state *state)
{
	u32 i;

	*state = ND_POINT_OFF;
	for (i = 0; i < ARRAY_SIZE(points_prototypes); i++) {
		const struct point_prototype *prototype = &points_prototypes[i];

		if (strcmp(prototype->point, point->name) || !points_need(prototype))
			continue;
		if (points_fits(prototype, point->tp))
			return prototype->probe;
		*state = ND_POINT_UNTYPED;
	}
	return NULL;
}

static void points_register(struct point *point)
{
	lockdep_assert_held(&points_lock);
	if (!points_exist || !point->tp || point->state == ND_POINT_ATTACHED)
		return;
	point->probe = points_choose(point, &point->state);
	if (!point->probe)
		return;
	point->error = tracepoint_probe_register_prio(point->tp, point->probe, NULL, POINTS_PRIO);
	point->state = point->error ? ND_POINT_FAILED : ND_POINT_ATTACHED;
}

static void points_unregister(struct point *point, enum nd_point_state state)
{
	lockdep_assert_held(&points_lock);
	if (!points_exist || !point->tp)
		return;
	if (point->state == ND_POINT_ATTACHED)
		tracepoint_probe_unregister(point->tp, point->probe, NULL);
	point->state = state;
}

/* A probe has found out something, or has been told. */
static void points_decide(struct work_struct *work)
{
	struct point *entry = &points[ND_TP_ENTRY];

	mutex_lock(&points_lock);
	/*
	 * Nothing of struct kvm_vcpu is looked at any more, and what came of that is thrown away.
	 */
	if (nd_probe.arguments == ND_ARGUMENTS_OTHER && entry->state == ND_POINT_ATTACHED) {
		points_unregister(entry, ND_POINT_FOREIGN);
		nd_table_empty();
	}
	if (nd_probe.entry == ND_ARGUMENTS_OTHER && entry->state == ND_POINT_ATTACHED)
		points_unregister(entry, ND_POINT_UNTYPED);
	nd_source_decide();
	mutex_unlock(&points_lock);
}

static DECLARE_WORK(points_todo, points_decide);

static void points_changed(void)
{
	schedule_work(&points_todo);
}

static bool points_exit_attached(void)
{
	return points[ND_TP_EXIT].state == ND_POINT_ATTACHED;
}

/*
 * What was found out about one KVM need not hold for the next. Nobody runs into a probe any more
 * once those that did have been waited for.
 */
static void points_forget(void)
{
	tracepoint_synchronize_unregister();
	nd_source_forget();
	nd_probe_restart();
	nd_table_restart();
}

/* The reason first, so that no exit comes for which there is none; then exits, then entries. */
static void points_register_all(void)
{
	struct point *point;

	lockdep_assert_held(&points_lock);
	nd_source_attached(points[ND_TP_EXIT].tp);
	points_for_each(point)
		points_register(point);
	nd_source_attached(points_exit_attached());
}

/* The other way round: an entry without a probe for its exit would be one that failed. */
static void points_unregister_all(void)
{
	struct point *point;

	lockdep_assert_held(&points_lock);
	points_for_each_reverse(point)
		points_unregister(point, ND_POINT_OFF);
	points_forget();
	nd_source_attached(false);
}

static void points_come(struct tracepoint *tp, void *unused)
{
	struct point *point = points_find(tp);

	if (!point)
		return;
	point->tp = tp;
	point->state = ND_POINT_OFF;
}

static bool points_go(struct tracepoint *tp)
{
	struct point *point = points_find(tp);

	if (!point || point->tp != tp)
		return false;
	points_unregister(point, ND_POINT_ABSENT);
	point->tp = NULL;
	return true;
}

/* Is kvm_intel or kvm_amd there? Without them nothing depends on kvm.ko. */
static bool points_used(struct module *mod)
{
#ifdef CONFIG_MODULE_UNLOAD
	return strcmp(mod->name, "kvm") || !list_empty(&mod->source_list);
#else
	return true;
#endif
}

static void points_module_comes(struct module *mod)
{
	bool ours = false;
	unsigned int i;

	for (i = 0; i < nd_tracepoints_of(mod); i++) {
		struct tracepoint *tp = nd_tracepoint_of(mod, i);

		ours |= points_find(tp) != NULL;
		points_come(tp, NULL);
	}
	if (!ours)
		return;
	nd_source_vendor(points_used(mod));
	/* If it was there before us, nd_points_init() attaches to it. */
	if (points_wanted && mod->state == MODULE_STATE_COMING)
		points_register_all();
}

/* No vCPU is left, or, if it did not come to life, none was there. */
static void points_module_goes(struct module *mod)
{
	bool ours = false;
	unsigned int i;

	for (i = nd_tracepoints_of(mod); i-- > 0;)
		ours |= points_go(nd_tracepoint_of(mod, i));
	if (!ours)
		return;
	points_forget();
	/* Its vCPUs are gone, and their addresses will be those of others. */
	nd_table_empty();
	nd_source_attached(points_exit_attached());
}

static int points_notify(struct notifier_block *nb, unsigned long action, void *data)
{
	struct tp_module *tp_mod = data;

	mutex_lock(&points_lock);
	if (action == MODULE_STATE_COMING)
		points_module_comes(tp_mod->mod);
	else if (action == MODULE_STATE_GOING)
		points_module_goes(tp_mod->mod);
	mutex_unlock(&points_lock);
	return NOTIFY_OK;
}

static struct notifier_block points_nb = {
	.notifier_call = points_notify,
};

static int points_notify_vendor(struct notifier_block *nb, unsigned long action, void *data)
{
	const struct module *mod = data;

	if (strcmp(mod->name, "kvm_intel") && strcmp(mod->name, "kvm_amd"))
		return NOTIFY_DONE;
	if (action != MODULE_STATE_COMING && action != MODULE_STATE_GOING)
		return NOTIFY_DONE;
	/* At once: its first guest must find us ready, and its leaving lets kvm.ko leave. */
	nd_source_vendor(action == MODULE_STATE_COMING);
	return NOTIFY_OK;
}

static struct notifier_block points_vendor_nb = {
	.notifier_call = points_notify_vendor,
};

void nd_points_attach(bool wanted)
{
	mutex_lock(&points_lock);
	points_wanted = wanted;
	if (wanted)
		points_register_all();
	else
		points_unregister_all();
	mutex_unlock(&points_lock);
}

void nd_points_read(struct nd_trace *trace)
{
	const struct point *point;

	mutex_lock(&points_lock);
	points_for_each(point) {
		struct nd_point *copy = &trace->points[trace->nr_points++];

		copy->name = point->name;
		copy->state = point->state;
		copy->error = point->error;
	}
	mutex_unlock(&points_lock);
}

/* Those of a KVM that is built in, and of one that is loaded or will be. */
static int points_watch(void)
{
	if (!points_exist)
		return 0;
	for_each_kernel_tracepoint(points_come, NULL);
	return register_tracepoint_module_notifier(&points_nb);
}

int nd_points_init(void)
{
	int err;

	while (points_nr < ND_MAX_POINTS && nd_point_name(points_nr)) {
		points[points_nr].name = nd_point_name(points_nr);
		points[points_nr].state = points_exist ? ND_POINT_ABSENT : ND_POINT_UNSUPPORTED;
		points_nr++;
	}
	nd_source_init();
	nd_probe.changed = points_changed;
	/* First, so that a vendor's module that comes meanwhile is not missed. */
	err = register_module_notifier(&points_vendor_nb);
	if (err)
		return err;
	err = points_watch();
	if (err) {
		unregister_module_notifier(&points_vendor_nb);
		return err;
	}
	if (!nd_source_off())
		nd_points_attach(true);
	return 0;
}

void nd_points_exit(void)
{
	nd_points_attach(false);
	if (points_exist)
		unregister_tracepoint_module_notifier(&points_nb);
	unregister_module_notifier(&points_vendor_nb);
	cancel_work_sync(&points_todo);
	nd_source_exit();
}
