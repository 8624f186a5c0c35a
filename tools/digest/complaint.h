/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Lines in anybody's words that something of virtualization is missing or off.
 */
#ifndef NESTDIAG_TOOLS_COMPLAINT_H
#define NESTDIAG_TOOLS_COMPLAINT_H

#include <nestdiag/types.h>

/**
 * nd_complaint() - the id of the entry that answers a line which the catalogue does not know
 *
 * Goes by a subject ("KVM", "VT-x", "nested virtualization") and, close to it, words that say it is
 * missing, off or refused, in several languages.
 *
 * Return: NULL if the line does not complain, or of something else.
 */
const char *nd_complaint(const char *line, size_t len);

#endif /* NESTDIAG_TOOLS_COMPLAINT_H */
