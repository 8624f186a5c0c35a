/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Names that programs have for fields of a VMCS and a VMCB, beside Linux's own.
 */
#ifndef NESTDIAG_TOOLS_EXPLAIN_FIELDNAMES_H
#define NESTDIAG_TOOLS_EXPLAIN_FIELDNAMES_H

#include <nestdiag/types.h>

/**
 * struct nd_field_name - a name of a field
 * @name:  as a log or a dump has it
 * @where: the VMCS field's encoding, or the offset of the VMCB's
 * @title: what the field is, in words
 * @whose: who calls it so
 */
struct nd_field_name {
	const char *name;
	u32 where;
	const char *title;
	const char *whose;
};

extern const struct nd_field_name nd_vmcs_names[];
extern const unsigned int nd_nr_vmcs_names;

extern const struct nd_field_name nd_vmcb_names[];
extern const unsigned int nd_nr_vmcb_names;

#endif /* NESTDIAG_TOOLS_EXPLAIN_FIELDNAMES_H */
