/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Is a line about virtualization?
 */
#ifndef NESTDIAG_TOOLS_TOPIC_H
#define NESTDIAG_TOOLS_TOPIC_H

#include <nestdiag/types.h>

/**
 * enum nd_topic - what a line is about
 * @ND_TOPIC_NONE:  nothing that is looked for here
 * @ND_TOPIC_NEAR:  words such as "VM", which other things are called, too
 * @ND_TOPIC_NAMED: virtualization, an interface of it or a program for it
 */
enum nd_topic {
	ND_TOPIC_NONE,
	ND_TOPIC_NEAR,
	ND_TOPIC_NAMED,
};

enum nd_topic nd_topic(const char *line, size_t len);

#endif /* NESTDIAG_TOOLS_TOPIC_H */
