/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * An instance of tracefs of our own, with hist triggers on events of KVM.
 */
#ifndef NESTDIAG_INSTANCE_H
#define NESTDIAG_INSTANCE_H

#include "tools/in/lines.h"

/**
 * struct nd_instance_hist - a histogram
 * @event:   KVM's trace event
 * @trigger: what makes the histogram
 */
struct nd_instance_hist {
	const char *event;
	const char *trigger;
};

/**
 * nd_instance_start() - make the instance, and in it the histograms in the order of @list
 * @list: lives as long as the instance
 *
 * Return: false with the reason; nd_instance_stop() removes what there is by then.
 */
bool nd_instance_start(const struct nd_instance_hist *list, size_t nr, char *why);

/** nd_instance_stop() - remove it, if there is one */
void nd_instance_stop(void);

/** nd_instance_read() - open the histogram number @i; false with the reason */
bool nd_instance_read(size_t i, struct nd_lines *lines, char *why);

/** nd_instance_dropped() - is it the line of a histogram that says how many found no place? */
bool nd_instance_dropped(const char *text, size_t len, u64 *dropped);

#endif /* NESTDIAG_INSTANCE_H */
