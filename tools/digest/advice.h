/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What to say of a message, in the log that it stands in.
 */
#ifndef NESTDIAG_TOOLS_ADVICE_H
#define NESTDIAG_TOOLS_ADVICE_H

#include "tools/digest/arch.h"

/**
 * struct nd_said - what an answer says
 * @meaning: what the message means
 * @cause:   why that comes about, or NULL
 * @remedy:  what to do, or NULL
 */
struct nd_said {
	const char *meaning;
	const char *cause;
	const char *remedy;
};

/**
 * nd_advice() - the entry's answer, fit for the log's processor and the line's error
 * @arch:    the processor that the log is of
 * @message: the entry
 * @error:   the error of Linux in its lines, 0 for none, or several
 */
struct nd_said nd_advice(const struct nd_arch *arch, const struct nd_message *message, u32 error);

#endif /* NESTDIAG_TOOLS_ADVICE_H */
