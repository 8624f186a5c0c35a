/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Boolean parameters of modules, as sysfs shows them and as people write them.
 */
#ifndef NESTDIAG_FLAG_H
#define NESTDIAG_FLAG_H

#include <nestdiag/types.h>

/**
 * nd_flag_is() - does the value say on, or off?
 * @value: "Y", "y", "1" or "on"; "N", "n", "0" or "off"; NULL or anything else says neither
 * @on:    which of the two is asked
 */
bool nd_flag_is(const char *value, bool on);

#endif /* NESTDIAG_FLAG_H */
