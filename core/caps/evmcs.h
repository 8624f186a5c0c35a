/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The fields of the enlightened VMCS, version 1.
 */
#ifndef NESTDIAG_EVMCS_H
#define NESTDIAG_EVMCS_H

#include "core/facts/facts.h"

/**
 * struct nd_evmcs_field - one field of the enlightened VMCS, version 1
 * @offset:   byte offset in the page
 * @size:     bytes: 2, 4 or 8
 * @encoding: VMCS component encoding (0 is that of the VPID), ND_EVMCS_NO_ENCODING if the
 *            field is Hyper-V's own
 * @clean:    bit of hv_clean_fields that covers it, ND_EVMCS_NO_CLEAN or ND_EVMCS_ALL_CLEAN
 * @name:     TLFS's and Linux's name
 */
struct nd_evmcs_field {
	u16 offset;
	u8 size;
	u8 clean;
	u16 encoding;
	const char *name;
};

#define ND_EVMCS_NO_ENCODING	0xffff
#define ND_EVMCS_NO_CLEAN	0xff	/* always read: no bit says that it is unchanged */
#define ND_EVMCS_ALL_CLEAN	0xfe	/* TLFS names no bit: KVM clears them all to change it */

extern const struct nd_evmcs_field nd_evmcs_fields[];
extern const unsigned int nd_nr_evmcs_fields;

#define ND_NR_EVMCS_CLEAN	16	/* bits of hv_clean_fields that have a name */

extern const char *const nd_evmcs_clean_names[ND_NR_EVMCS_CLEAN];

/** nd_evmcs_clean_name() - name of bit @bit of hv_clean_fields, NULL if there is none */
const char *nd_evmcs_clean_name(unsigned int bit);

/** nd_evmcs_get() - value of the field with that name; the page's bytes are little-endian */
u64 nd_evmcs_get(const struct nd_evmcs *evmcs, const char *name);

/** nd_evmcs_find() - the field with that name, NULL if there is none */
const struct nd_evmcs_field *nd_evmcs_find(const char *name);

/** nd_evmcs_value() - value of a field; the page's bytes are little-endian */
u64 nd_evmcs_value(const struct nd_evmcs *evmcs, const struct nd_evmcs_field *field);

/** nd_evmcs_is_known() - was that part of the page copied? */
bool nd_evmcs_is_known(const struct nd_evmcs *evmcs, u32 offset, u32 size);

#endif /* NESTDIAG_EVMCS_H */
