/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Is a line about virtualization?
 */
#ifndef NESTDIAG_TOOLS_TOPIC_H
#define NESTDIAG_TOOLS_TOPIC_H

#include <nestdiag/types.h>

/** nd_topic() - the line names virtualization, an interface of it or a program for it */
bool nd_topic(const char *line, size_t len);

#endif /* NESTDIAG_TOOLS_TOPIC_H */
