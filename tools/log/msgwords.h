/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Numbers that messages hold, in words.
 */
#ifndef NESTDIAG_TOOLS_MSGWORDS_H
#define NESTDIAG_TOOLS_MSGWORDS_H

#include "core/facts/facts.h"
#include "core/base/row.h"

#include "tools/log/msgmatch.h"

/*
 * All append to @row's words and say "unknown" if they know nothing.
 *
 * nd_exit_describe(): a VMX exit reason with its flags
 * nd_hw_error_describe(): KVM_EXIT_FAIL_ENTRY's number: an exit reason with bit 31, a
 * VM-instruction error, SVM's -1, or Arm's 1 nd_field_describe(): a VMCS field by its encoding
 * nd_msr_describe(): an MSR by its index
 */
void nd_exit_describe(struct nd_row *row, u64 reason);
void nd_svm_describe(struct nd_row *row, u64 code);
void nd_hw_error_describe(struct nd_row *row, u64 code);
void nd_insn_describe(struct nd_row *row, u64 error);
void nd_field_describe(struct nd_row *row, u64 encoding);
void nd_msr_describe(struct nd_row *row, u64 index);

/** nd_field_whole() - a field's encoding; that of its high half, if @encoding is one, is odd */
u32 nd_field_whole(u32 encoding);

/** nd_field_name() - Linux's name of a VMCS field, NULL if there is none */
const char *nd_field_name(u32 encoding);

/**
 * nd_msr_value_describe() - what a value asks for that the machine's capability register lacks
 *
 * Appends nothing if @index is no capability register.
 */
void nd_msr_value_describe(struct nd_row *row, const struct nd_cpu *cpu, u32 index, u64 value);

/**
 * nd_msg_describe() - the values of a match in words, "; " between them
 * @row:  where to
 * @m:    the match
 * @cpu:  the machine's CPU, NULL if nothing is known of it
 */
void nd_msg_describe(struct nd_row *row, const struct nd_msg_match *m, const struct nd_cpu *cpu);

#endif /* NESTDIAG_TOOLS_MSGWORDS_H */
