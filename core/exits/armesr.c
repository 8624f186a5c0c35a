// SPDX-License-Identifier: GPL-2.0-only
/*
 * Exception classes of Arm, from the architecture's description of ESR_EL2.
 */
#include "core/exits/armesr.h"

static const struct {
	const char *name;
	const char *words;
} classes[ND_NR_ARM_CLASSES] = {
	[0x00] = { "UNKNOWN", "an instruction that is not defined here, or an unknown reason" },
	[0x01] = { "WFx", "WFI, WFE or the like: the CPU waited" },
	[0x03] = { "CP15_32", "a system register of AArch32 (CP15)" },
	[0x04] = { "CP15_64", "a system register of AArch32 (CP15), of 64 bits" },
	[0x05] = { "CP14_MR", "a debug register of AArch32 (CP14)" },
	[0x06] = { "CP14_LS", "a load or store of a debug register of AArch32 (CP14)" },
	[0x07] = { "FP_ASIMD", "floating point or SIMD while access to it is trapped" },
	[0x08] = { "CP10_ID", "an ID register of floating point in AArch32" },
	[0x09] = { "PAC", "an instruction or key of pointer authentication while it is trapped" },
	[0x0a] = { "OTHER", "an instruction of a newer extension (LD64B and the like)" },
	[0x0c] = { "CP14_64", "a debug register of AArch32 (CP14), of 64 bits" },
	[0x0d] = { "BTI", "a branch to a place that is no target of branches" },
	[0x0e] = { "ILL", "an illegal execution state" },
	[0x11] = { "SVC32", "a system call (SVC) in AArch32" },
	[0x12] = { "HVC32", "a call of the hypervisor (HVC) in AArch32" },
	[0x13] = { "SMC32", "a call of the firmware (SMC) in AArch32" },
	[0x15] = { "SVC64", "a system call (SVC)" },
	[0x16] = { "HVC64", "a call of the hypervisor (HVC)" },
	[0x17] = { "SMC64", "a call of the firmware (SMC)" },
	[0x18] = { "SYS64", "a system register or instruction (MSR, MRS) that is trapped" },
	[0x19] = { "SVE", "SVE while access to it is trapped" },
	[0x1a] = { "ERET", "a return from an exception (ERET) of a nested hypervisor" },
	[0x1c] = { "FPAC", "pointer authentication failed" },
	[0x1d] = { "SME", "SME while access to it is trapped" },
	[0x1f] = { "IMP_DEF", "a reason of this make of processor" },
	[0x20] = { "IABT_LOW", "an instruction could not be fetched" },
	[0x21] = { "IABT_CUR", "the hypervisor or kernel could not fetch its own instruction" },
	[0x22] = { "PC_ALIGN", "an instruction's address that is not aligned" },
	[0x24] = { "DABT_LOW", "an access to memory that is not mapped or not allowed" },
	[0x25] = { "DABT_CUR", "the hypervisor or kernel itself accessed memory that is not mapped or not allowed" },
	[0x26] = { "SP_ALIGN", "a stack pointer that is not aligned" },
	[0x27] = { "MOPS", "a copy or set of memory that went to another processor" },
	[0x28] = { "FP_EXC32", "an exception of floating point in AArch32" },
	[0x2c] = { "FP_EXC64", "an exception of floating point" },
	[0x2d] = { "GCS", "a check of the guarded control stack" },
	[0x2f] = { "SERROR", "an error that the hardware reports late (SError)" },
	[0x30] = { "BREAKPT_LOW", "a breakpoint" },
	[0x31] = { "BREAKPT_CUR", "a breakpoint in the hypervisor or kernel itself" },
	[0x32] = { "SOFTSTP_LOW", "a single step" },
	[0x33] = { "SOFTSTP_CUR", "a single step in the hypervisor or kernel itself" },
	[0x34] = { "WATCHPT_LOW", "a watchpoint" },
	[0x35] = { "WATCHPT_CUR", "a watchpoint in the hypervisor or kernel itself" },
	[0x38] = { "BKPT32", "BKPT in AArch32" },
	[0x3a] = { "VECTOR32", "a vector catch in AArch32" },
	[0x3c] = { "BRK64", "BRK, which programs use for traps and debuggers for breakpoints" },
};

const char *nd_arm_class_name(u32 class)
{
	return class < ARRAY_SIZE(classes) ? classes[class].name : NULL;
}

const char *nd_arm_class_words(u32 class)
{
	return class < ARRAY_SIZE(classes) ? classes[class].words : NULL;
}

static u32 bits(u64 esr, u32 low, u32 nr)
{
	return (u32)(esr >> low) & ((1U << nr) - 1);
}

/* Of an abort: its lowest six bits. */
static void abort_details(u64 esr, bool data, char *text, size_t size)
{
	static const char *const faults[] = {
		"address size", "translation", "access flag", "permission",
	};
	u32 status = bits(esr, 0, 6);
	const char *access = !data ? "" : bits(esr, 6, 1) ? "write, " : "read, ";

	if (status < 16)
		scnprintf(text, size, "%s%s fault at level %u", access, faults[status >> 2], status & 3);
	else if (status == 0x10)
		scnprintf(text, size, "%sexternal abort: an error of what answers at that address, or no answer", access);
	else if (status == 0x21)
		scnprintf(text, size, "%saddress that is not aligned", access);
}

void nd_arm_esr_details(u64 esr, char *text, size_t size)
{
	*text = '\0';
	switch (nd_arm_class(esr)) {
	case 0x15 ... 0x17:
		scnprintf(text, size, "its number in the instruction is %u", bits(esr, 0, 16));
		break;
	case 0x18:
		scnprintf(text, size, "S%u_%u_C%u_C%u_%u, %s", bits(esr, 20, 2), bits(esr, 14, 3),
			  bits(esr, 10, 4), bits(esr, 1, 4), bits(esr, 17, 3),
			  esr & 1 ? "read" : "written");
		break;
	case 0x20 ... 0x21:
		abort_details(esr, false, text, size);
		break;
	case 0x24 ... 0x25:
		abort_details(esr, true, text, size);
		break;
	default:
		break;
	}
}
