/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Names of hot spots, and who asks for them.
 */
#ifndef NESTDIAG_HOTNAMES_H
#define NESTDIAG_HOTNAMES_H

#include "tools/hot/hot.h"

/**
 * nd_hot_name() - what @count is about: "IA32_TSC_DEADLINE";
 * empty if it has no name. @buf, ND_HOT_NAME
 */
const char *nd_hot_name(const struct nd_hot_count *count, char *buf);

/** nd_hot_asker() - who does that in a guest and why, NULL if it is not known */
const char *nd_hot_asker(const struct nd_hot_count *count);

/** nd_hot_inhibit() - what KVM's reason of that name stands for, NULL if it is not known */
const char *nd_hot_inhibit(const char *name);

#endif /* NESTDIAG_HOTNAMES_H */
