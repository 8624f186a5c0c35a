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
		"a hypervisor executed VMCALL while it was itself in root operation" },
	[2] = {
		"VMCLEAR with invalid physical address",
		"the address of the VMCS is not page-aligned or beyond the physical-address width" },
	[3] = {
		"VMCLEAR with VMXON pointer",
		"the address is that of the VMXON region" },
	[4] = {
		"VMLAUNCH with non-clear VMCS",
		"the VMCS is already launched; use VMRESUME" },
	[5] = {
		"VMRESUME with non-launched VMCS",
		"the VMCS is clear; use VMLAUNCH first" },
	[6] = {
		"VMRESUME after VMXOFF",
		"the processor left VMX operation and entered it again after the VMCS was launched" },
	[7] = {
		"VM entry with invalid control field(s)",
		"a control that the capability registers do not allow, or controls that exclude each other; in a VM also a setting that the hypervisor rejects although its capability registers allow it" },
	[8] = {
		"VM entry with invalid host-state field(s)",
		"a field that is loaded on VM exit (control registers, selectors, bases, EFER, PAT) has a value that the processor cannot run with" },
	[9] = {
		"VMPTRLD with invalid physical address",
		"the address of the VMCS is not page-aligned or beyond the physical-address width" },
	[10] = {
		"VMPTRLD with VMXON pointer",
		"the address is that of the VMXON region" },
	[11] = {
		"VMPTRLD with incorrect VMCS revision identifier",
		"the first word of the VMCS is not the revision identifier in IA32_VMX_BASIC, or marks a shadow VMCS on a processor without VMCS shadowing" },
	[12] = {
		"VMREAD/VMWRITE from/to unsupported VMCS component",
		"the field does not exist here: the processor, or the hypervisor that emulates it, does not have the feature that the field belongs to" },
	[13] = {
		"VMWRITE to read-only VMCS component",
		"the field holds VM-exit information, and IA32_VMX_MISC does not allow writing to it" },
	[15] = {
		"VMXON executed in VMX root operation",
		"the processor is already in VMX operation" },
	[16] = {
		"VM entry with invalid executive-VMCS pointer",
		"a return from SMM uses an executive-VMCS pointer that is not valid" },
	[17] = {
		"VM entry with non-launched executive VMCS",
		"a return from SMM uses an executive VMCS that was never launched" },
	[18] = {
		"VM entry with executive-VMCS pointer not VMXON pointer",
		"SMM tried to end dual-monitor treatment with a pointer other than the VMXON pointer" },
	[19] = {
		"VMCALL with non-clear VMCS",
		"dual-monitor treatment of SMM was to be activated while the VMCS was not clear" },
	[20] = {
		"VMCALL with invalid VM-exit control fields",
		"dual-monitor treatment of SMM was to be activated with VM-exit controls that are not allowed" },
	[22] = {
		"VMCALL with incorrect MSEG revision identifier",
		"the monitor segment of SMM (MSEG) has a revision that the processor does not support" },
	[23] = {
		"VMXOFF under dual-monitor treatment of SMIs and SMM",
		"VMX operation cannot be left while SMM runs its own monitor" },
	[24] = {
		"VMCALL with invalid SMM-monitor features",
		"the monitor segment of SMM (MSEG) requests features that the processor does not have" },
	[25] = {
		"VM entry with invalid VM-execution control fields in executive VMCS",
		"a return from SMM found VM-execution controls in the executive VMCS that are not allowed" },
	[26] = {
		"VM entry with events blocked by MOV SS",
		"the instruction before VMLAUNCH or VMRESUME was MOV SS or POP SS" },
	[28] = {
		"Invalid operand to INVEPT/INVVPID",
		"IA32_VMX_EPT_VPID_CAP does not report the type of invalidation, or the descriptor is not valid" },
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
