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

/**
 * nd_failure_by_subject() - does a line say that something of virtualization failed, and not what?
 */
bool nd_failure_by_subject(const char *line, size_t len);

/** nd_has_failed() - does a line say in some word that something failed? */
bool nd_has_failed(const char *line, size_t len);

/** nd_words_failed() - the same of a line that nd_words() has taken apart */
bool nd_words_failed(const char *text);

#endif /* NESTDIAG_TOOLS_FAILURE_H */
