/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Whose VM the machine is that a log is of.
 */
#ifndef NESTDIAG_TOOLS_BELOW_H
#define NESTDIAG_TOOLS_BELOW_H

#include "core/base/row.h"

#include "tools/digest/wordset.h"

/**
 * struct nd_below - what lines of a log say of the level below
 * @place:   the place that they show, as a number of below.c's table, 0 for none
 * @unclear: they show several: of more than one machine, or more than one level
 * @other:   the firmware is of another maker: a machine, or a cloud that is not known
 * @metal:   a machine of a cloud is a physical one
 * @named:   @place is only named, as by the size of a cloud's machine
 */
struct nd_below {
	u8 place;
	bool unclear;
	bool other;
	bool metal;
	bool named;
};

/* For nd_skim_watch(). */
extern struct nd_wordset nd_below_words;

/** nd_below_line() - take a line of the log */
void nd_below_line(struct nd_below *below, const char *text, size_t len);

/** nd_below_named() - take the answer of systemd-detect-virt, virt-what or lscpu */
void nd_below_named(struct nd_below *below, const char *name, size_t len);

/** nd_below_is_other() - is it the VM of another hypervisor than KVM? */
bool nd_below_is_other(const struct nd_below *below);

/**
 * nd_below_describe() - how virtualization comes to this machine
 * @row: gets it as words; nothing if the log does not show whose VM it is
 */
void nd_below_describe(const struct nd_below *below, struct nd_row *row);

#endif /* NESTDIAG_TOOLS_BELOW_H */
