// SPDX-License-Identifier: GPL-2.0-only
/*
 * VM-instruction errors, as the SDM numbers and names them (volume 3, chapter on VMX instructions).
 */
#include "core/entry/insnerror.h"

/**
 * struct insn_error - one number
 * @words: the SDM's title
 * @cause: what leads to it, for a reader who did not write the hypervisor
 */
struct insn_error {
	const char *words;
	const char *cause;
};

static const struct insn_error insn_errors[ND_NR_INSN_ERRORS] = {
	[1] = {
		"VMCALL executed in VMX root operation",
		"a hypervisor made a hypercall while it was in root operation itself" },
	[2] = {
		"VMCLEAR with invalid physical address",
		"the address of the VMCS is not page-aligned or beyond the physical-address width" },
	[3] = {
		"VMCLEAR with VMXON pointer",
		"the address given is that of the VMXON region" },
	[4] = {
		"VMLAUNCH with non-clear VMCS",
		"the VMCS was launched before; VMRESUME is the instruction for it" },
	[5] = {
		"VMRESUME with non-launched VMCS",
		"the VMCS is clear; VMLAUNCH has to come first" },
	[6] = {
		"VMRESUME after VMXOFF",
		"VMX operation was left and entered again since the VMCS was launched" },
	[7] = {
		"VM entry with invalid control field(s)",
		"a control that the capability registers do not allow, or controls that exclude each other; behind a hypervisor also: it refuses what its registers announce" },
	[8] = {
		"VM entry with invalid host-state field(s)",
		"a field that is loaded on the next VM exit (control registers, selectors, bases, EFER, PAT) is not one the processor could run with" },
	[9] = {
		"VMPTRLD with invalid physical address",
		"the address of the VMCS is not page-aligned or beyond the physical-address width" },
	[10] = {
		"VMPTRLD with VMXON pointer",
		"the address given is that of the VMXON region" },
	[11] = {
		"VMPTRLD with incorrect VMCS revision identifier",
		"the first word of the VMCS is not the revision of IA32_VMX_BASIC, or asks for a shadow VMCS that the processor does not have" },
	[12] = {
		"VMREAD/VMWRITE from/to unsupported VMCS component",
		"the field does not exist here: the processor, or the hypervisor that emulates it, does not have the feature that the field belongs to" },
	[13] = {
		"VMWRITE to read-only VMCS component",
		"the field is one of those that report a VM exit, and IA32_VMX_MISC does not announce that they may be written" },
	[15] = {
		"VMXON executed in VMX root operation",
		"VMX operation was entered already" },
	[16] = {
		"VM entry with invalid executive-VMCS pointer",
		"a return from SMM names an executive VMCS that cannot be one" },
	[17] = {
		"VM entry with non-launched executive VMCS",
		"a return from SMM names an executive VMCS that was never launched" },
	[18] = {
		"VM entry with executive-VMCS pointer not VMXON pointer",
		"SMM tried to end the dual-monitor treatment with another pointer than the VMXON region's" },
	[19] = {
		"VMCALL with non-clear VMCS",
		"the dual-monitor treatment of SMM was to be switched on while a VMCS was launched" },
	[20] = {
		"VMCALL with invalid VM-exit control fields",
		"the dual-monitor treatment of SMM was to be switched on with VM-exit controls that are not allowed" },
	[22] = {
		"VMCALL with incorrect MSEG revision identifier",
		"the monitor segment of SMM is not of the revision that the processor wants" },
	[23] = {
		"VMXOFF under dual-monitor treatment of SMIs and SMM",
		"VMX operation cannot be left while SMM has a monitor of its own" },
	[24] = {
		"VMCALL with invalid SMM-monitor features",
		"the monitor segment of SMM asks for features that do not exist" },
	[25] = {
		"VM entry with invalid VM-execution control fields in executive VMCS",
		"a return from SMM found controls in the executive VMCS that are not allowed" },
	[26] = {
		"VM entry with events blocked by MOV SS",
		"the instruction before VMLAUNCH or VMRESUME was MOV SS or POP SS" },
	[28] = {
		"Invalid operand to INVEPT/INVVPID",
		"the type of invalidation or its descriptor is not one that IA32_VMX_EPT_VPID_CAP announces" },
};

static const struct insn_error *insn_error_find(u32 error)
{
	return error < ND_NR_INSN_ERRORS && insn_errors[error].words ? &insn_errors[error] : NULL;
}

const char *nd_insn_error_words(u32 error)
{
	const struct insn_error *e = insn_error_find(error);

	return e ? e->words : NULL;
}

const char *nd_insn_error_cause(u32 error)
{
	const struct insn_error *e = insn_error_find(error);

	return e ? e->cause : NULL;
}
