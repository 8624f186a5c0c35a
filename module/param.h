/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Module parameters with limits: a value beyond them is
 * refused, when the module is loaded and later.
 */
#ifndef NESTDIAG_PARAM_H
#define NESTDIAG_PARAM_H

#include <linux/kernel.h>
#include <linux/moduleparam.h>

/** ND_PARAM_RANGE() - define @_ops for an unsigned int from @_min to @_max */
#define ND_PARAM_RANGE(_ops, _min, _max)						\
static int _ops##_set(const char *text, const struct kernel_param *kp)			\
{											\
	unsigned int value;								\
	int err = kstrtouint(text, 0, &value);						\
											\
	if (err || value < (_min) || value > (_max))					\
		return -EINVAL;								\
	return param_set_uint(text, kp);						\
}											\
											\
static const struct kernel_param_ops _ops = { .set = _ops##_set, .get = param_get_uint }

#endif /* NESTDIAG_PARAM_H */
