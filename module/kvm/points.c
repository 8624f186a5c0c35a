// SPDX-License-Identifier: GPL-2.0-only
/*
 * KVM's tracepoints, found by name, so that no symbol of KVM is needed and KVM may come and go.
 *
 * A raw probe takes no reference on kvm.ko. The tracepoint's module notifier tells when it comes,
 * when it is already there, and when it goes; a KVM that is built in is found by walking the
 * kernel's own tracepoints.
 *
 * Lock order: points_attach_lock, tracepoint_module_list_mutex (held around the notifier),
 * points_lock, the lock of source.c, then what registering takes, and the lock of CPU hotplug.
 */
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/tracepoint.h>

#include "module/kvm/points.h"
#include "module/kvm/probe.h"
#include "module/kvm/probes.h"
#include "module/kvm/source.h"
#include "module/kvm/table.h"

static DEFINE_MUTEX(points_attach_lock);	/* one attaches or detaches at a time */
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

#define points_for_each(point)	for ((point) = points; (point) < points + points_nr; (point)++)

/* The last ones first: what an entry needs goes before what an exit needs. */
#define points_for_each_reverse(point)	\
	for ((point) = points + points_nr; (point)-- > points;)

/**
 * struct point_prototype - a row of prototypes.h
 * @point: name of the tracepoint
 * @probe: our probe
 * @when:  is it needed?
 */
struct point_prototype {
	const char *point;
	void *probe;
	enum nd_prototype_when when;
};

#define ND_PROTOTYPE(_point, _probe, _when, ...)	\
	{ .point = #_point, .probe = _probe, .when = _when },

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

static bool points_need(const struct point_prototype *prototype)
{
	return prototype->when == ND_ALWAYS ||
	       (prototype->when == ND_TIMED) == nd_table_timed();
}

/* The probe for a tracepoint; NULL if without times none is needed. */
static void *points_choose(const struct point *point)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(points_prototypes); i++)
		if (!strcmp(points_prototypes[i].point, point->name) &&
		    points_need(&points_prototypes[i]))
			return points_prototypes[i].probe;
	return NULL;
}

static void points_register(struct point *point)
{
	lockdep_assert_held(&points_lock);
	if (!point->tp || point->state == ND_POINT_ATTACHED)
		return;
	point->probe = points_choose(point);
	if (!point->probe) {
		point->state = ND_POINT_OFF;
		return;
	}
	point->error = tracepoint_probe_register(point->tp, point->probe, NULL);
	point->state = point->error ? ND_POINT_FAILED : ND_POINT_ATTACHED;
}

static void points_unregister(struct point *point, enum nd_point_state state)
{
	lockdep_assert_held(&points_lock);
	if (!point->tp)
		return;
	if (point->state == ND_POINT_ATTACHED)
		tracepoint_probe_unregister(point->tp, point->probe, NULL);
	point->state = state;
}

static bool points_exit_attached(void)
{
	return points[0].state == ND_POINT_ATTACHED;
}

/* What was found out about one KVM need not hold for the next. */
static void points_forget(void)
{
	nd_source_forget();
	nd_probe_restart();
	nd_table_restart();
}

static void points_come(struct tracepoint *tp, void *unused)
{
	struct point *point = points_find(tp);

	if (!point)
		return;
	point->tp = tp;
	point->state = ND_POINT_OFF;
	if (points_wanted)
		points_register(point);
}

static void points_go(struct tracepoint *tp)
{
	struct point *point = points_find(tp);

	if (!point || point->tp != tp)
		return;
	points_unregister(point, ND_POINT_ABSENT);
	point->tp = NULL;
	points_forget();
}

static int points_notify(struct notifier_block *nb, unsigned long action, void *data)
{
	struct tp_module *tp_mod = data;
	struct module *mod = tp_mod->mod;
	unsigned int i;

	mutex_lock(&points_lock);
	for (i = 0; i < mod->num_tracepoints; i++) {
		struct tracepoint *tp = tracepoint_ptr_deref(&mod->tracepoints_ptrs[i]);

		/* Just being loaded, not only found: what is specific to a vendor comes later. */
		if (points_find(tp) && mod->state == MODULE_STATE_COMING)
			nd_source_vendor(false);
		if (action == MODULE_STATE_COMING)
			points_come(tp, NULL);
		else if (action == MODULE_STATE_GOING)
			points_go(tp);
	}
	nd_source_attached(points_exit_attached());
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
	struct point *point;

	mutex_lock(&points_attach_lock);
	mutex_lock(&points_lock);
	points_wanted = wanted;
	if (wanted)
		points_for_each(point)
			points_register(point);
	else
		points_for_each_reverse(point)
			points_unregister(point, ND_POINT_OFF);
	mutex_unlock(&points_lock);
	tracepoint_synchronize_unregister();
	if (!wanted)
		points_forget();
	mutex_lock(&points_lock);
	nd_source_attached(points_exit_attached());
	mutex_unlock(&points_lock);
	mutex_unlock(&points_attach_lock);
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

int nd_points_init(void)
{
	int err;

	while (points_nr < ND_MAX_POINTS && nd_point_name(points_nr)) {
		points[points_nr].name = nd_point_name(points_nr);
		points_nr++;
	}
	nd_source_init();
	points_wanted = !nd_source_off();
	mutex_lock(&points_lock);
	for_each_kernel_tracepoint(points_come, NULL);
	mutex_unlock(&points_lock);
	err = register_tracepoint_module_notifier(&points_nb);
	if (!err)
		err = register_module_notifier(&points_vendor_nb);
	if (err)
		nd_points_exit();
	return err;
}

void nd_points_exit(void)
{
	unregister_module_notifier(&points_vendor_nb);
	/* Calls us for each module as if it went; what is built in is left for the detaching. */
	unregister_tracepoint_module_notifier(&points_nb);
	nd_points_attach(false);
	nd_source_exit();
}
