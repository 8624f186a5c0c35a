// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/arch.h"

static const char *const arm_words[] = {
	"aarch64", "arm64", "AArch64", "HYP mode", "at EL1", "at EL2", "psci: PSCIv",
	"Booting Linux on physical CPU 0x",
	/* Registers in a trace. */
	"pc : ", "lr : ", "x29: ",
};
static const char *const riscv_words[] = {
	"riscv64", "rv64ima", "epc : ",
};
static const char *const x86_words[] = {
	"x86_64", "x86-64", "kvm_intel", "kvm_amd", "GenuineIntel", "AuthenticAMD", "VT-x",
};
static const char *const amd_words[] = {
	"AuthenticAMD", "kvm_amd", "kvm-amd", "AMD EPYC", "AMD Ryzen", "AMD Opteron", "SVM: ",
	"svm: ",
};
static const char *const intel_words[] = {
	"GenuineIntel", "kvm_intel", "kvm-intel", "Intel(R)", "VT-x", "vmx", "VMX", "VMCS", "EPT",
};
struct nd_wordset nd_arch_arm_words = ND_WORDSET(arm_words),
		  nd_arch_riscv_words = ND_WORDSET(riscv_words),
		  nd_arch_x86_words = ND_WORDSET(x86_words),
		  nd_arch_amd_words = ND_WORDSET(amd_words),
		  nd_arch_intel_words = ND_WORDSET(intel_words);

void nd_arch_line(struct nd_arch *arch, const char *text, size_t len)
{
	arch->riscv = arch->riscv || nd_wordset_has(&nd_arch_riscv_words, text, len);
	/* Of RISC-V's "epc : " the end looks like Arm's. */
	if (!arch->arm && nd_wordset_has(&nd_arch_arm_words, text, len))
		arch->arm = !memmem(text, len, "epc : ", 6);
	arch->x86 = arch->x86 || nd_wordset_has(&nd_arch_x86_words, text, len);
	arch->amd = arch->amd || nd_wordset_has(&nd_arch_amd_words, text, len);
	arch->intel = arch->intel || nd_wordset_has(&nd_arch_intel_words, text, len);
}

void nd_arch_exits(const struct nd_arch *arch, struct nd_msg_match *match)
{
	static const char *const both[] = { "qemu-unknown-exit", "unexpected-exit", "suberror-" };
	const char *id = match->message->id;
	size_t j;
	u32 i;

	for (j = 0; j < ARRAY_SIZE(both) && strncmp(id, both[j], strlen(both[j])); j++)
		;
	if (j == ARRAY_SIZE(both) || !arch->amd || arch->intel)
		return;
	for (i = 0; i < match->nr; i++)
		if (match->values[i].kind == ND_MSG_EXIT)
			match->values[i].kind = ND_MSG_SVM_EXIT;
}

bool nd_arch_is_other(const struct nd_arch *arch)
{
	/* Of both: a list of platforms that an image is for. */
	return arch->arm != arch->riscv && !arch->x86;
}
