/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The state of a feature, and what removed it.
 */
#ifndef NESTDIAG_ATTRIBUTE_H
#define NESTDIAG_ATTRIBUTE_H

#include "core/base/row.h"
#include "core/features/features.h"

/**
 * nd_feature_state() - what became of a feature, and why
 * @scene:    whom it is about
 * @feature:  the feature
 * @evidence: gets a sentence that says why, in its words, which are cleared first; may be NULL
 */
enum nd_feature_state nd_feature_state(const struct nd_scene *scene,
				       const struct nd_feature *feature, struct nd_row *evidence);

#endif /* NESTDIAG_ATTRIBUTE_H */
