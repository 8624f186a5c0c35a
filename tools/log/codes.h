/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Error codes of other programs, by number and by name.
 */
#ifndef NESTDIAG_TOOLS_CODES_H
#define NESTDIAG_TOOLS_CODES_H

#include <nestdiag/types.h>

/**
 * struct nd_code - an error code
 * @number: its number
 * @name:   its name; of VirtualBox without "VERR_"
 * @words:  what it says, NULL if the name says all there is
 */
struct nd_code {
	long long number;
	const char *name;
	const char *words;
};

/* VirtualBox's status codes that concern virtualization; NULL for others. */
const struct nd_code *nd_verr_at(long long number);
const struct nd_code *nd_verr_find(const char *name);

/* One after the other, in the order of the table; NULL behind the last. */
const struct nd_code *nd_verr_nth(size_t i);
const struct nd_code *nd_hcs_nth(size_t i);

/*
 * Error codes of Windows' host compute service, hypervisor and its driver, and those of Windows
 * itself that VMs fail with; NULL for others.
 */
const struct nd_code *nd_hcs_at(u64 number);

/** nd_hcs_find() - the same by name: its first part, which all of a kind have, and the rest */
const struct nd_code *nd_hcs_find(const char *first, const char *rest);

/* What Hyper-V's management interface (WMI) returns; NULL for others. */
const struct nd_code *nd_wmi_at(u64 number);

#endif /* NESTDIAG_TOOLS_CODES_H */
