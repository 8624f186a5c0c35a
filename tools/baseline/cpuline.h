/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A baseline as QEMU and libvirt read it.
 */
#ifndef NESTDIAG_TOOLS_CPULINE_H
#define NESTDIAG_TOOLS_CPULINE_H

#include "tools/baseline/baseline.h"
#include "tools/out/out.h"

#define ND_MODEL_WORD	"MODEL"	/* in place of a model that the facts do not tell */

/**
 * enum nd_cpu_sign - what a CPU definition has to say of a feature
 * @ND_SIGN_NONE: nothing: QEMU has no name for it, or the model has it right
 * @ND_SIGN_ON:   on, as every host gives it and the model leaves it off
 * @ND_SIGN_OFF:  off, as a host does not give it, or may not, and the model has it on
 */
enum nd_cpu_sign {
	ND_SIGN_NONE,
	ND_SIGN_ON,
	ND_SIGN_OFF,
};

enum nd_cpu_sign nd_cpu_sign(const struct nd_baseline *baseline, const struct nd_qemu_model *model,
			     const struct nd_feature *feature);

/** nd_cpu_lines() - "-cpu ..." as a line of the list "qemu", "<cpu ...>" as lines of "libvirt" */
void nd_cpu_lines(const struct nd_baseline *baseline, const struct nd_qemu_model *model,
		  struct nd_out *out);

#endif /* NESTDIAG_TOOLS_CPULINE_H */
