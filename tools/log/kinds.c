// SPDX-License-Identifier: GPL-2.0-only
#include "tools/log/codes.h"
#include "tools/log/kinds.h"

static bool is_within(u64 num, u64 first, u64 last)
{
	return num >= first && num <= last;
}

static bool is_suberror_1(const struct nd_msg_value *value)
{
	return value->num == 1;
}

static bool is_suberror_2(const struct nd_msg_value *value)
{
	return value->num == 2;
}

static bool is_suberror_3(const struct nd_msg_value *value)
{
	return value->num == 3;
}

static bool is_suberror_4(const struct nd_msg_value *value)
{
	return value->num == 4;
}

static bool is_other_suberror(const struct nd_msg_value *value)
{
	return !is_within(value->num, 1, 4);
}

/* VM-entry failures: invalid guest state, loading of MSRs. */
static bool is_fail_guest(const struct nd_msg_value *value)
{
	return value->num == 0x80000021 || value->num == 0x80000022;
}

static bool is_fail_entry(const struct nd_msg_value *value)
{
	return value->num && !is_fail_guest(value);
}

static bool is_few(const struct nd_msg_value *value)
{
	return value->num < 200;
}

static bool is_verr(const struct nd_msg_value *value)
{
	return nd_verr_find(value->text);
}

static bool is_verr_number(const struct nd_msg_value *value)
{
	return nd_verr_at((long long)value->num);
}

/* Their first half is in the pattern. */
static bool is_hcs(const struct nd_msg_value *value)
{
	return nd_hcs_at(0x80370000 | value->num);
}

static bool is_hv_status(const struct nd_msg_value *value)
{
	return nd_hcs_at(0xc0350000 | value->num);
}

static bool is_hv_name(const struct nd_msg_value *value)
{
	return nd_hcs_find("ERROR_HV_", value->text);
}

static bool is_whv_name(const struct nd_msg_value *value)
{
	return nd_hcs_find("WHV_E_", value->text);
}

static bool is_win32(const struct nd_msg_value *value)
{
	return nd_hcs_at(0x80070000 | value->num);
}

static bool is_wmi(const struct nd_msg_value *value)
{
	return nd_wmi_at(value->num);
}

/* In decimal, as JSON has it: 32 bits with a sign. */
static bool is_hresult(const struct nd_msg_value *value)
{
	return nd_hcs_at((u32)value->num);
}

static bool is_vid_status(const struct nd_msg_value *value)
{
	/* "Pending" is what a request is told first. */
	return value->num != 0x103 && nd_hcs_at(0xc0370000 | value->num);
}

static bool is_vhd_status(const struct nd_msg_value *value)
{
	return nd_hcs_at(0xc03a0000 | value->num);
}

/* A refused entry and an internal error are told with numbers, which have entries of their own. */
static bool is_user_exit(const struct nd_msg_value *value)
{
	return strcmp(value->text, "FAIL_ENTRY") && strcmp(value->text, "INTERNAL_ERROR") &&
	       strcmp(value->text, "UNKNOWN");
}

static bool is_vmx_msr(const struct nd_msg_value *value)
{
	return is_within(value->num, 0x480, 0x493);
}

/* Counters, their controls and what reports on them, of both vendors. */
static bool is_pmu_msr(const struct nd_msg_value *value)
{
	static const u32 ranges[][2] = {
		{ 0xc1, 0xc8 }, { 0x186, 0x18d }, { 0x1a6, 0x1a7 }, { 0x309, 0x30c },
		{ 0x345, 0x345 }, { 0x38d, 0x391 }, { 0x3f1, 0x3f2 }, { 0x3f6, 0x3f7 },
		{ 0x4c1, 0x4c8 }, { 0x600, 0x600 }, { 0xc0000300, 0xc0000303 },
		{ 0xc0010000, 0xc0010007 }, { 0xc0010200, 0xc001020b },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(ranges); i++)
		if (is_within(value->num, ranges[i][0], ranges[i][1]))
			return true;
	return false;
}

static bool is_hv_msr(const struct nd_msg_value *value)
{
	return is_within(value->num, 0x40000000, 0x400001ff);
}

static bool is_kvm_msr(const struct nd_msg_value *value)
{
	return is_within(value->num, 0x4b564d00, 0x4b564d08) || is_within(value->num, 0x11, 0x12);
}

static bool is_pvm_msr(const struct nd_msg_value *value)
{
	return is_within(value->num, 0x4b564df0, 0x4b564dff);
}

/* Processor Trace and last branch records. */
static bool is_trace_msr(const struct nd_msg_value *value)
{
	static const u32 ranges[][2] = {
		{ 0x1c8, 0x1c9 }, { 0x1d9, 0x1d9 }, { 0x560, 0x561 }, { 0x570, 0x572 },
		{ 0x580, 0x587 }, { 0x680, 0x69f }, { 0x6c0, 0x6df }, { 0x14ce, 0x14cf },
		{ 0x1200, 0x121f }, { 0x1500, 0x151f }, { 0x1600, 0x161f },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(ranges); i++)
		if (is_within(value->num, ranges[i][0], ranges[i][1]))
			return true;
	return false;
}

const struct nd_kind nd_kinds[ND_NR_MSG_KINDS] = {
	[ND_MSG_ANY]		= { "any", ND_SET_ANY, NULL },
	[ND_MSG_NEAR]		= { "near", ND_SET_NEAR, NULL },
	[ND_MSG_WORD]		= { "word", ND_SET_WORD, NULL },
	[ND_MSG_N]		= { "n", ND_SET_DECIMAL, NULL },
	[ND_MSG_HEX]		= { "hex", ND_SET_HEX, NULL },
	[ND_MSG_CPU]		= { "cpu", ND_SET_DIGITS, NULL },
	[ND_MSG_MSR]		= { "msr", ND_SET_HEX, NULL },
	[ND_MSG_VALUE]		= { "value", ND_SET_HEX, NULL },
	[ND_MSG_EXIT]		= { "exit", ND_SET_HEX, NULL },
	[ND_MSG_EXIT_NUMBER]	= { "exitnumber", ND_SET_DECIMAL, NULL },
	[ND_MSG_SVM_EXIT]	= { "svmexit", ND_SET_HEX, NULL },
	[ND_MSG_HW_ERROR]	= { "hwerror", ND_SET_HEX, NULL },
	[ND_MSG_INSN]		= { "insn", ND_SET_DECIMAL, NULL },
	[ND_MSG_FIELD]		= { "field", ND_SET_HEX, NULL },
	[ND_MSG_SUBERROR]	= { "suberror", ND_SET_DIGITS, is_other_suberror },
	[ND_MSG_SUBERROR_1]	= { "suberror1", ND_SET_DIGITS, is_suberror_1 },
	[ND_MSG_SUBERROR_2]	= { "suberror2", ND_SET_DIGITS, is_suberror_2 },
	[ND_MSG_SUBERROR_3]	= { "suberror3", ND_SET_DIGITS, is_suberror_3 },
	[ND_MSG_SUBERROR_4]	= { "suberror4", ND_SET_DIGITS, is_suberror_4 },
	[ND_MSG_VECTOR]		= { "vector", ND_SET_DIGITS, NULL },
	[ND_MSG_INTR_INFO]	= { "intrinfo", ND_SET_HEX, NULL },
	[ND_MSG_NESTED]		= { "nested", ND_SET_HEX, NULL },
	[ND_MSG_CONTROLS]	= { "controls", ND_SET_HEX, NULL },
	[ND_MSG_NEEDED]		= { "needed", ND_SET_HEX, NULL },
	[ND_MSG_GIVEN]		= { "given", ND_SET_HEX, NULL },
	[ND_MSG_FEW]		= { "few", ND_SET_DIGITS, is_few },
	[ND_MSG_FAIL_ENTRY]	= { "failentry", ND_SET_NUMBER, is_fail_entry },
	[ND_MSG_FAIL_GUEST]	= { "failguest", ND_SET_NUMBER, is_fail_guest },
	[ND_MSG_OS_ERROR]	= { "oserror", ND_SET_DIGITS, NULL },
	[ND_MSG_STEP_ERROR]	= { "steperror", ND_SET_DIGITS, NULL },
	[ND_MSG_VERR]		= { "verr", ND_SET_NAME, is_verr },
	[ND_MSG_VERR_NUMBER]	= { "verrnumber", ND_SET_DECIMAL, is_verr_number },
	[ND_MSG_HCS]		= { "hcs", ND_SET_HEX, is_hcs },
	[ND_MSG_HV_STATUS]	= { "hvstatus", ND_SET_HEX, is_hv_status },
	[ND_MSG_HV_NAME]	= { "hvname", ND_SET_NAME, is_hv_name },
	[ND_MSG_WHV_NAME]	= { "whvname", ND_SET_NAME, is_whv_name },
	[ND_MSG_VID_STATUS]	= { "vidstatus", ND_SET_HEX, is_vid_status },
	[ND_MSG_VHD_STATUS]	= { "vhdstatus", ND_SET_HEX, is_vhd_status },
	[ND_MSG_WIN32]		= { "win32", ND_SET_HEX, is_win32 },
	[ND_MSG_HRESULT]	= { "hresult", ND_SET_DECIMAL, is_hresult },
	[ND_MSG_WMI]		= { "wmi", ND_SET_DIGITS, is_wmi },
	[ND_MSG_VMX_MSR]	= { "vmxmsr", ND_SET_HEX, is_vmx_msr },
	[ND_MSG_PMU_MSR]	= { "pmumsr", ND_SET_HEX, is_pmu_msr },
	[ND_MSG_HV_MSR]		= { "hvmsr", ND_SET_HEX, is_hv_msr },
	[ND_MSG_KVM_MSR]	= { "kvmmsr", ND_SET_HEX, is_kvm_msr },
	[ND_MSG_PVM_MSR]	= { "pvmmsr", ND_SET_HEX, is_pvm_msr },
	[ND_MSG_TRACE_MSR]	= { "tracemsr", ND_SET_HEX, is_trace_msr },
	[ND_MSG_EXIT_NAME]	= { "exitname", ND_SET_NAME, NULL },
	[ND_MSG_USER_EXIT]	= { "userexit", ND_SET_NAME, is_user_exit },
	[ND_MSG_PSP]		= { "psp", ND_SET_NUMBER, NULL },
	[ND_MSG_PSP_COMMAND]	= { "pspcommand", ND_SET_NUMBER, NULL },
	[ND_MSG_TDX]		= { "tdx", ND_SET_HEX, NULL },
	[ND_MSG_SEAMCALL]	= { "seamcall", ND_SET_NUMBER, NULL },
	[ND_MSG_INIT_EXIT]	= { "initexit", ND_SET_HEX, NULL },
	[ND_MSG_ARM_ESR]	= { "esr", ND_SET_HEX, NULL },
	[ND_MSG_ARM_CLASS]	= { "armclass", ND_SET_HEX, NULL },
};

size_t nd_kind_find(const char *text, enum nd_msg_kind *kind)
{
	u32 i;

	for (i = 0; i < ND_NR_MSG_KINDS; i++) {
		size_t len = strlen(nd_kinds[i].name);

		if (!strncmp(text, nd_kinds[i].name, len) && text[len] == '}') {
			*kind = i;
			return len + 1;
		}
	}
	return 0;
}
