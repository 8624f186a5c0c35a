/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Status codes and calls of what runs confidential guests:
 * AMD's secure processor and Intel's TDX module.
 */
#ifndef NESTDIAG_TOOLS_TEECODES_H
#define NESTDIAG_TOOLS_TEECODES_H

#include "tools/log/codes.h"

/*
 * What the firmware of AMD's secure processor answers, and what it is asked for; NULL for others.
 */
const struct nd_code *nd_psp_at(u64 number);
const struct nd_code *nd_psp_command_at(u64 number);

/* The same of the TDX module. */
const struct nd_code *nd_tdx_at(u64 status);
const struct nd_code *nd_seamcall_at(u64 leaf);

#endif /* NESTDIAG_TOOLS_TEECODES_H */
