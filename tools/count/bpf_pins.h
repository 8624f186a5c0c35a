/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Programs and maps that outlive the tool: pinned in /sys/fs/bpf/nestdiag/NAME.
 */
#ifndef NESTDIAG_BPF_PINS_H
#define NESTDIAG_BPF_PINS_H

#include "tools/count/maps.h"

/* The maps that a reader needs. */
enum nd_pinned_map {
	ND_PINNED_CPUS,
	ND_PINNED_VCPUS,
	ND_PINNED_REFUSALS,
	ND_PINNED_LOST,
	ND_PINNED_FAILED,
	ND_PINNED_ABOUT,
	ND_NR_PINNED_MAPS
};

/**
 * struct nd_pins - file descriptors of what is pinned
 * @maps:    the maps
 * @program: the one on kvm_exit
 */
struct nd_pins {
	int maps[ND_NR_PINNED_MAPS];
	int program;
};

/** nd_pinned_map() - its name: ND_MAP_* */
const char *nd_pinned_map(enum nd_pinned_map map);

/**
 * nd_pins_make() - pin all of it as @name
 * @links: file descriptors of the links; the kernel keeps a program attached as long as its link
 *         lives
 * @nr:    their number
 *
 * Return: false with the reason; then nothing is pinned.
 */
bool nd_pins_make(const struct nd_pins *pins, const int *links, size_t nr, const char *name,
		  char *why);

/** nd_pins_open() - open what was pinned as @name; false with the reason */
bool nd_pins_open(struct nd_pins *pins, const char *name, char *why);
void nd_pins_close(struct nd_pins *pins);

/** nd_pins_remove() - unpin all of it, which ends it; false with the reason */
bool nd_pins_remove(const char *name, char *why);

#endif /* NESTDIAG_BPF_PINS_H */
