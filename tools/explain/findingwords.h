/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a finding means.
 */
#ifndef NESTDIAG_TOOLS_FINDINGWORDS_H
#define NESTDIAG_TOOLS_FINDINGWORDS_H

#include <nestdiag/types.h>

/** nd_finding_meaning() - what a rule looks at, and what follows if it fires; NULL: no such rule */
const char *nd_finding_meaning(const char *id);

/** nd_finding_nesting() - what that means for nested guests; NULL: no such rule */
const char *nd_finding_nesting(const char *id);

#endif /* NESTDIAG_TOOLS_FINDINGWORDS_H */
