/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Features that one of two machines lacks.
 */
#ifndef NESTDIAG_TOOLS_DIFF_FEATURES_H
#define NESTDIAG_TOOLS_DIFF_FEATURES_H

#include "tools/cmd/pair.h"

/** nd_diff_features() - the features that one has and the other lacks, by who took them */
void nd_diff_features(struct nd_diff *diff);

#endif /* NESTDIAG_TOOLS_DIFF_FEATURES_H */
