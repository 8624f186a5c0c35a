/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Which processor a log is of.
 */
#ifndef NESTDIAG_ARCH_H
#define NESTDIAG_ARCH_H

#include "tools/digest/wordset.h"
#include "tools/log/msgmatch.h"

/**
 * struct nd_arch - what lines of a log say of its processor, by words that no other prints
 * @arm: lines that only an Arm machine prints
 * @riscv: lines that only a RISC-V machine prints
 * @x86: lines that only an x86 machine prints
 * @amd: lines that name AMD's virtualization
 * @intel: lines that name Intel's
 */
struct nd_arch {
	bool arm;
	bool riscv;
	bool x86;
	bool amd;
	bool intel;
};

/* For nd_skim_watch(). */
extern struct nd_wordset nd_arch_arm_words, nd_arch_riscv_words, nd_arch_x86_words,
			 nd_arch_amd_words, nd_arch_intel_words;

/** nd_arch_line() - take a line of the log */
void nd_arch_line(struct nd_arch *arch, const char *text, size_t len);

/** nd_arch_exits() - exits in a line that both vendors' KVM prints are SVM's in a log of AMD */
void nd_arch_exits(const struct nd_arch *arch, struct nd_msg_match *match);

/** nd_arch_is_other() - is it a log of Arm or RISC-V, and nothing in it of x86? */
bool nd_arch_is_other(const struct nd_arch *arch);

#endif /* NESTDIAG_ARCH_H */
