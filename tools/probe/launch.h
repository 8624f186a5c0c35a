/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Running a small guest on /dev/kvm in a child, see launched.h.
 */
#ifndef NESTDIAG_TOOLS_LAUNCH_H
#define NESTDIAG_TOOLS_LAUNCH_H

#include "tools/probe/launched.h"

/**
 * nd_launch() - run it in a child that is killed after @seconds
 * @kvm_fd:  an open /dev/kvm
 * @launch:  what to run
 * @seconds: time limit
 * @result:  what became of it; large, so not for the stack
 */
void nd_launch(int kvm_fd, const struct nd_launch *launch, unsigned int seconds,
	       struct nd_launched *result);

#endif /* NESTDIAG_TOOLS_LAUNCH_H */
