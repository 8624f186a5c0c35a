/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What somebody typed, between what was answered.
 */
#ifndef NESTDIAG_TYPED_H
#define NESTDIAG_TYPED_H

#include <nestdiag/types.h>

/** nd_is_prompt() - does a line begin with the prompt of a shell? */
bool nd_is_prompt(const char *line, size_t len);

/** nd_is_typed() - is a line a command that is known as one, its prompt left out? */
bool nd_is_typed(const char *line, size_t len);

/** nd_is_command() - has a line the options of a command, be it that a program printed it? */
bool nd_is_command(const char *line, size_t len);

#endif /* NESTDIAG_TYPED_H */
