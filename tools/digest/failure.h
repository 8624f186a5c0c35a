/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Failures in words that the catalogue does not have.
 */
#ifndef NESTDIAG_TOOLS_FAILURE_H
#define NESTDIAG_TOOLS_FAILURE_H

#include "tools/log/msgmatch.h"

/**
 * nd_failure() - which step of running a guest does a line say has failed?
 * @line:  a line about virtualization that is not known
 * @len:   its length
 * @match: filled with the entry of that step and, if the line has one, the error of Linux
 *
 * Return: whether it says so.
 */
bool nd_failure(const char *line, size_t len, struct nd_msg_match *match);

/** nd_has_failed() - does a line say in some word that something failed? */
bool nd_has_failed(const char *line, size_t len);

/** nd_is_prompt() - what was typed at the prompt of a shell */
bool nd_is_prompt(const char *line, size_t len);

/** nd_has_passed() - is it a check, of nestdiag too, that ends with the result that it passed? */
bool nd_has_passed(const char *line, size_t len);

/** nd_is_chatter() - is it a line that its program itself marks as information, and no failure? */
bool nd_is_chatter(const char *line, size_t len);

#endif /* NESTDIAG_TOOLS_FAILURE_H */
