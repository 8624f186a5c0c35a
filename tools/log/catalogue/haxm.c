// SPDX-License-Identifier: GPL-2.0-only
/* HAXM. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "haxm-no-vt",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM, the hypervisor that the Android emulator used on Windows and macOS, found no VMX or NX that it can use.",
		.cause = "Off in the firmware; held by Hyper-V; or this is a VM to which the hypervisor below does not expose it.",
		.remedy = "Enable VT-x and execute disable in the firmware; switch Hyper-V off, or use the emulator with Hyper-V (WHPX) or AEHD: HAXM is no longer developed.",
		.wordings = ND_WORDINGS(
			{ "{any}VT is not supported in the system, HAXM exits{any}", "HAXM 7" },
			{ "{any}VT is not enabled in the system, HAXM does not function{any}", "HAXM 7" },
			{ "{any}NX is not supported in the system, HAXM exits{any}", "HAXM 7" },
			{ "{any}NX is not enabled in the system, HAXM does not function{any}", "HAXM 7" },
			{ "{any}Unknown reason happens to VT init, HAXM exit{any}", "HAXM 7" }
		),
	},
	{
		.id = "haxm-vmfail",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "The processor refused a VM entry of HAXM.",
		.cause = "HAXM below another hypervisor (Hyper-V), which does not take its controls or state.",
		.remedy = "Use the emulator with Hyper-V (WHPX) instead of HAXM in that VM.",
		.reference = "github.com/intel/haxm/issues/306",
		.wordings = ND_WORDINGS(
			{ "{any}VMfailValid. Prev exit: {exit}. Error code: {insn}{any}", "HAXM 7" },
			{ "{any}VMfailInvalid. Prev exit: {exit} no error code{any}", "HAXM 7" },
			{ "{any}VM entry failed: RIP={hex}", "HAXM 7" }
		),
	},
	{
		.id = "haxm-exit-reason",
		.origin = "haxm",
		.severity = ND_MSG_ERROR,
		.meaning = "HAXM printed the VMCS of its guest; this line is the exit reason. With bit 31 the entry itself failed: 33 is an invalid guest state.",
		.cause = "HAXM below another hypervisor (Hyper-V), whose emulation of VMX does not take the state; reports of it are unsolved.",
		.remedy = "nestdiag autopsy reads these lines. Use the emulator with Hyper-V (WHPX) instead of HAXM in that VM.",
		.reference = "github.com/intel/haxm/issues/306",
		.wordings = ND_WORDINGS(
			{ "4402 VM_EXIT_INFO_REASON: {exit}", "HAXM 7" }
		),
	},
};

const struct nd_catalogue nd_catalogue_haxm = {
	"haxm", messages, ARRAY_SIZE(messages)
};
