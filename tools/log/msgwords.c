// SPDX-License-Identifier: GPL-2.0-only
/*
 * Numbers that messages hold, in words.
 */
#include "core/caps/controls.h"
#include "core/caps/evmcs.h"
#include "core/entry/insnerror.h"
#include "core/entry/vmstate.h"
#include "core/exits/armesr.h"
#include "core/exits/exits.h"
#include "core/exits/exitwords.h"
#include "core/exits/suberror.h"
#include "core/facts/regs.h"

#include "tools/log/codes.h"
#include "tools/log/msgwords.h"
#include "tools/log/msrnames.h"
#include "tools/log/teecodes.h"

void nd_exit_describe(struct nd_row *row, u64 reason)
{
	const char *name = nd_vmx_exit_name(reason);
	const char *words = nd_vmx_exit_words(reason);

	nd_row_printf(row, "VMX exit reason %u", (unsigned int)(reason & ND_VMX_EXIT_BASIC));
	if (name)
		nd_row_printf(row, " %s", name);
	nd_row_printf(row, ": %s", words ? words : "unknown");
	if (reason & ND_VMX_EXIT_FAILED)
		nd_row_printf(row, "; bit 31: the VM entry itself failed");
	if (reason & ND_VMX_EXIT_ENCLAVE)
		nd_row_printf(row, "; from inside an SGX enclave");
}

void nd_svm_describe(struct nd_row *row, u64 code)
{
	const char *name = nd_svm_exit_name(code);
	const char *words = nd_svm_exit_words(code);

	nd_row_printf(row, "SVM exit code 0x%llx", code);
	if (name)
		nd_row_printf(row, " %s", name);
	nd_row_printf(row, ": %s", words ? words : "unknown");
}

void nd_insn_describe(struct nd_row *row, u64 error)
{
	const char *words = error < ND_NR_INSN_ERRORS ? nd_insn_error_words(error) : NULL;
	const char *cause = error < ND_NR_INSN_ERRORS ? nd_insn_error_cause(error) : NULL;

	/*
	 * Not one of the processor's: VMfailInvalid has no number, and a level below may set none.
	 */
	if (!error) {
		nd_row_printf(row, "no VM-instruction error: VMLAUNCH or VMRESUME failed without a number");
		return;
	}
	nd_row_printf(row, "VM-instruction error %lld: %s", (long long)error,
		      words ? words : "unknown");
	if (cause)
		nd_row_printf(row, " (%s)", cause);
}

/*
 * KVM hands user space the whole exit reason if a VM entry failed with an exit (bit 31), the
 * VM-instruction error where VMLAUNCH or VMRESUME itself failed, and on AMD the exit code, which
 * is then always -1: 32 bits of it in Linux 5.10 to 6.12, 64 in 7.2.
 */
void nd_hw_error_describe(struct nd_row *row, u64 code)
{
	if (code == ND_SVM_EXIT_ERR || code == ~0ULL)
		nd_svm_describe(row, ND_SVM_EXIT_ERR);
	else if (code <= 0xffffffffu && code & ND_VMX_EXIT_FAILED)
		nd_exit_describe(row, code);
	/* Of the VM-instruction errors it is VMCALL's, which enters no guest. */
	else if (code == 1)
		nd_row_printf(row, "1, KVM_EXIT_FAIL_ENTRY_CPU_UNSUPPORTED of Arm: the virtual CPU came onto a CPU that it cannot run on (cores of two kinds, or their counters)");
	else
		nd_insn_describe(row, code);
}

u32 nd_field_whole(u32 encoding)
{
	/* Bit 0 asks for the high half of a 64-bit field. */
	return (encoding & 0x6000) == 0x2000 ? encoding & ~1u : encoding;
}

const char *nd_field_name(u32 encoding)
{
	u32 i;

	encoding = nd_field_whole(encoding);
	for (i = 0; i < ND_NR_VMF; i++)
		if (nd_vmf_descs[i].where == encoding)
			return nd_vmf_descs[i].name;
	for (i = 0; i < nd_nr_evmcs_fields; i++)
		if (nd_evmcs_fields[i].encoding == encoding &&
		    encoding != ND_EVMCS_NO_ENCODING)
			return nd_evmcs_fields[i].name;
	return NULL;
}

void nd_field_describe(struct nd_row *row, u64 encoding)
{
	static const char *const widths[] = { "16-bit", "64-bit", "32-bit", "natural-width" };
	static const char *const types[] = { "control", "read-only", "guest-state", "host-state" };
	const char *name = encoding <= 0x7fff ? nd_field_name(encoding) : NULL;

	nd_row_printf(row, "VMCS field 0x%llx", encoding);
	if (name)
		nd_row_printf(row, " (%s)", name);
	if (encoding <= 0x7fff)
		nd_row_printf(row, ", a %s %s field", widths[encoding >> 13 & 3],
			      types[encoding >> 10 & 3]);
	else
		nd_row_printf(row, ", which is not a valid encoding");
}

void nd_msr_describe(struct nd_row *row, u64 index)
{
	const char *name = index <= 0xffffffffu ? nd_msr_name(index) : NULL;

	if (!name && index <= 0xffffffffu)
		name = nd_msr_range(index);
	nd_row_printf(row, "MSR 0x%llx is %s", index, name ? name : "unknown here");
}

/* The group of controls that @reg is the capability register of, its TRUE register included. */
static const struct nd_ctl_group *control_group(enum nd_reg reg)
{
	u32 i;

	for (i = 0; i < nd_nr_ctl_groups; i++)
		if (nd_ctl_groups[i].reg == reg || nd_ctl_groups[i].true_reg == reg)
			return &nd_ctl_groups[i];
	return NULL;
}

static const char *control_id(const struct nd_ctl_group *group, u32 bit)
{
	u32 i;

	for (i = 0; i < group->nr_bits; i++)
		if (group->bits[i].bit == bit)
			return group->bits[i].id;
	return NULL;
}

static void bit_describe(struct nd_row *row, const struct nd_ctl_group *group, u64 bits)
{
	u32 bit;

	for (bit = 0; bit < 64; bit++) {
		const char *id = group ? control_id(group, bit) : NULL;

		if (!(bits & BIT_ULL(bit)))
			continue;
		if (id)
			nd_row_printf(row, " %s", id);
		else
			nd_row_printf(row, " bit %u", bit);
	}
}

/* Of a pair register: 1-settings beyond those allowed, and 0-settings that are not allowed. */
static void pair_describe(struct nd_row *row, const struct nd_ctl_group *group, u64 value, u64 here)
{
	u64 more = (value & ~here) >> 32;
	u64 less = ~value & here & 0xffffffffu;

	if (more) {
		nd_row_printf(row, "; sets bits that this CPU does not allow to be 1:");
		bit_describe(row, group, more);
	}
	if (less) {
		nd_row_printf(row, "; clears bits that this CPU does not allow to be 0:");
		bit_describe(row, group, less);
	}
	if (!more && !less)
		nd_row_printf(row, "; this CPU's register allows all of it, so KVM does not: because of a parameter, eVMCS, or APICv disabled by SynIC");
}

static void feature_control_describe(struct nd_row *row, u64 value)
{
	nd_row_printf(row, "; %s", value & BIT(0) ? "locked" : "not locked");
	if (value & BIT(2))
		nd_row_printf(row, ", VMX allowed");
	else
		nd_row_printf(row, value & BIT(1) ? ", VMX within SMX only" : ", VMX off");
}

void nd_msr_value_describe(struct nd_row *row, const struct nd_cpu *cpu, u32 index, u64 value)
{
	enum nd_reg reg = nd_reg_by_index(index);
	const struct nd_ctl_group *group;
	u64 here;

	if (reg == ND_FEATURE_CONTROL)
		feature_control_describe(row, value);
	if (reg == ND_NR_REGS || reg < ND_VMX_BASIC || reg > ND_VMX_EXIT_CTLS2)
		return;
	if (!cpu || cpu->regs[reg].state != ND_OK) {
		nd_row_printf(row, "; use --from with a snapshot of the machine that printed this to see the offending bits");
		return;
	}
	here = cpu->regs[reg].value;
	nd_row_printf(row, "; 0x%llx here", here);
	group = control_group(reg);
	if (group && group->kind == ND_CTLS_PAIR) {
		pair_describe(row, group, value, here);
	} else if (value & ~here) {
		nd_row_printf(row, "; set there and not here:");
		bit_describe(row, group, value & ~here);
	}
}

static void intr_info_describe(struct nd_row *row, u64 info)
{
	static const char *const types[] = {
		"external interrupt", "reserved type", "NMI", "exception", "software interrupt",
		"privileged software exception", "software exception", "other event"
	};
	u32 type = info >> 8 & 7;
	u32 vector = info & 0xff;

	if (!(info & 0x80000000u)) {
		nd_row_printf(row, "interruption information 0x%llx is not valid", info);
		return;
	}
	nd_row_printf(row, "%s %u", types[type], vector);
	if (type == 3 && nd_exception_name(vector))
		nd_row_printf(row, " (%s)", nd_exception_name(vector));
}

static void nested_describe(struct nd_row *row, u64 features)
{
	u32 low = features & 0xff;
	u32 high = features >> 8 & 0xff;

	if (low || high)
		nd_row_printf(row, "eVMCS versions %u to %u", low, high);
	else
		nd_row_printf(row, "no eVMCS");
	if (features & BIT(17))
		nd_row_printf(row, ", direct virtual flush");
	if (features & BIT(18))
		nd_row_printf(row, ", guest-mapping flush");
	if (features & BIT(19))
		nd_row_printf(row, ", enlightened MSR bitmap");
	if (features & BIT(22))
		nd_row_printf(row, ", enlightened TLB for nested paging on AMD");
}

/* The control fields by KVM's names in its message about eVMCS, and by Xen's. */
static void controls_describe(struct nd_row *row, const char *what, const char *field, u64 bits)
{
	static const struct {
		const char *field;
		enum nd_reg reg;
	} fields[] = {
		{ "pin_based_exec_ctrl", ND_VMX_PINBASED_CTLS },
		{ "cpu_based_exec_ctrl", ND_VMX_PROCBASED_CTLS },
		{ "cpu_based_2nd_exec_ctrl", ND_VMX_PROCBASED_CTLS2 },
		{ "cpu_based_3rd_exec_ctrl", ND_VMX_PROCBASED_CTLS3 },
		{ "vmexit_ctrl", ND_VMX_EXIT_CTLS },
		{ "vmentry_ctrl", ND_VMX_ENTRY_CTLS },
		{ "Pin-Based", ND_VMX_PINBASED_CTLS },
		{ "CPU-Based", ND_VMX_PROCBASED_CTLS },
		{ "Secondary", ND_VMX_PROCBASED_CTLS2 },
		{ "VMExit", ND_VMX_EXIT_CTLS },
		{ "VMEntry", ND_VMX_ENTRY_CTLS },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(fields); i++) {
		if (strcmp(field, fields[i].field))
			continue;
		nd_row_printf(row, "%s:", what);
		bit_describe(row, control_group(fields[i].reg), bits);
	}
}

/* By the register, plain or TRUE, that says what the field allows. */
static void lack_describe(struct nd_row *row, u64 msr, u64 bits)
{
	static const struct {
		u32 msr, true_msr;
		const char *field;
	} fields[] = {
		{ 0x481, 0x48d, "Pin-Based" }, { 0x482, 0x48e, "CPU-Based" }, { 0x483, 0x48f, "VMExit" },
		{ 0x484, 0x490, "VMEntry" }, { 0x48b, 0, "Secondary" },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(fields) && bits; i++)
		if (msr == fields[i].msr || msr == fields[i].true_msr)
			controls_describe(row, "missing", fields[i].field, bits);
}

/* An MSR's value belongs to the MSR before it. */
static void value_describe(struct nd_row *row, const struct nd_msg_match *m, u32 i,
			   const struct nd_cpu *cpu)
{
	if (i && m->values[i - 1].num <= 0xffffffffu &&
	    (m->values[i - 1].kind == ND_MSG_MSR || m->values[i - 1].kind == ND_MSG_VMX_MSR))
		nd_msr_value_describe(row, cpu, m->values[i - 1].num, m->values[i].num);
}

static void verr_describe(struct nd_row *row, const struct nd_code *code)
{
	if (!code)
		return;
	nd_row_printf(row, "VERR_%s (%lld)", code->name, (long long)code->number);
	if (code->words)
		nd_row_printf(row, ": %s", code->words);
	else if (strstr(code->name, "IPE"))
		nd_row_printf(row, ": an internal error of VirtualBox");
}

static void hcs_describe(struct nd_row *row, const struct nd_code *code)
{
	if (!code)
		return;
	nd_row_printf(row, "0x%llx %s", code->number, code->name);
	if (code->words)
		nd_row_printf(row, ": %s", code->words);
}

static void wmi_describe(struct nd_row *row, u64 number)
{
	const struct nd_code *code = nd_wmi_at(number);

	if (code)
		nd_row_printf(row, "%lld %s: %s", code->number, code->name, code->words);
}

/* 0 is no error of the firmware's: the kernel failed by itself. */
static void psp_describe(struct nd_row *row, u64 number)
{
	const struct nd_code *code = nd_psp_at(number);

	if (!number)
		return;
	nd_row_printf(row, "status 0x%llx of the secure processor: %s", number,
		      code ? code->name : "none that the kernel knows; seen where the board's firmware was too old");
	if (code && code->words)
		nd_row_printf(row, ", %s", code->words);
}

/* The lower half of a status says more of some: the operand, or the MSR. */
static void tdx_describe(struct nd_row *row, u64 status)
{
	const struct nd_code *code = nd_tdx_at(status);
	u32 detail = status;

	if (!code)
		return;
	nd_row_printf(row, "TDX_%s", code->name);
	if (strstr(code->name, "MSR") && nd_msr_name(detail))
		nd_row_printf(row, " of MSR 0x%x (%s)", detail, nd_msr_name(detail));
	if (code->words)
		nd_row_printf(row, ": %s", code->words);
}

static void name_describe(struct nd_row *row, const struct nd_code *code)
{
	if (code)
		nd_row_printf(row, "%s", code->name);
}

/* The low seven bits are the signal, the eight above the lowest byte the exit status. */
static void init_exit_describe(struct nd_row *row, u64 code)
{
	static const struct {
		u32 number;
		const char *words;
	} signals[] = {
		{ 4, "SIGILL: an instruction that this CPU does not have" },
		{ 6, "SIGABRT: it ended itself" },
		{ 7, "SIGBUS: memory or a file that could not be read" },
		{ 8, "SIGFPE" },
		{ 9, "SIGKILL" },
		{ 11, "SIGSEGV: memory that is not its" },
		{ 15, "SIGTERM" },
	};
	u32 signal = code & 0x7f, status = code >> 8 & 0xff;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(signals); i++)
		if (signals[i].number == signal)
			nd_row_printf(row, "ended by %s", signals[i].words);
	if (!signal)
		nd_row_printf(row, "ended by itself with exit status %u%s", status,
			      status == 127 ? ": a program or library is not there" :
			      status == 126 ? ": a program that cannot be executed" : "");
}

/**
 * struct os_error - an error of Linux
 * @number: its number
 * @words:  what it comes from
 */
struct os_error {
	u64 number;
	const char *words;
};

static void os_error_words(struct nd_row *row, const struct os_error *errors, size_t nr, u64 number)
{
	size_t i;

	for (i = 0; i < nr; i++)
		if (errors[i].number == number)
			nd_row_printf(row, "%s", errors[i].words);
}

/* From opening KVM, or making its first VM. */
static void os_error_describe(struct nd_row *row, u64 number)
{
	static const struct os_error errors[] = {
		{ 1, "EPERM: not allowed, by a filter on system calls or by KVM" },
		{ 2, "ENOENT: there is no /dev/kvm: there is no virtualization, KVM's module is not loaded, or the container does not have it" },
		{ 6, "ENXIO: the device node exists, but KVM is not loaded" },
		{ 7, "E2BIG: more registers or CPUID leaves than the program made room for" },
		{ 11, "EAGAIN: try again" },
		{ 12, "ENOMEM: no memory" },
		{ 13, "EACCES: this user may not open /dev/kvm: group kvm, or a rule of udev" },
		{ 14, "EFAULT: memory of the guest that is not there" },
		{ 16, "EBUSY: another hypervisor uses VMX or SVM" },
		{ 19, "ENODEV: no KVM behind the device" },
		{ 22, "EINVAL: KVM does not take that value, or does not have that interface" },
		{ 25, "ENOTTY: KVM does not have that interface" },
		{ 95, "EOPNOTSUPP: no virtualization here, or KVM cannot do this" },
	};

	os_error_words(row, errors, ARRAY_SIZE(errors), number);
}

/* From a later request, which may be to another hypervisor than KVM. */
static void step_error_describe(struct nd_row *row, u64 number)
{
	static const struct os_error errors[] = {
		{ 1, "EPERM: not permitted, by a filter on system calls or by the hypervisor" },
		{ 2, "ENOENT: something that the request refers to is not there" },
		{ 5, "EIO: the hypervisor reports a fault" },
		{ 6, "ENXIO: there is no such device, register or attribute here" },
		{ 7, "E2BIG: more registers, CPUID leaves or memory than there is room for" },
		{ 11, "EAGAIN: try again" },
		{ 12, "ENOMEM: no memory" },
		{ 13, "EACCES: permission denied: file permissions, SELinux, AppArmor or the container" },
		{ 14, "EFAULT: memory that is not there" },
		{ 16, "EBUSY: in use already; of creating a VM, another hypervisor uses VMX or SVM" },
		{ 17, "EEXIST: there is one already, or it overlaps one" },
		{ 19, "ENODEV: this kernel or this machine has no such device" },
		{ 22, "EINVAL: the hypervisor does not take that value, or does not have that interface" },
		{ 25, "ENOTTY: the hypervisor does not have that interface" },
		{ 28, "ENOSPC: no room left" },
		{ 38, "ENOSYS: this kernel does not have that interface" },
		{ 95, "EOPNOTSUPP: the hypervisor cannot do this here" },
		{ 131, "ENOTRECOVERABLE: the hypervisor does not get out of that state" },
	};

	os_error_words(row, errors, ARRAY_SIZE(errors), number);
}

/* A name as KVM's trace events print it, or with KVM's own prefixes. */
static void exit_name_describe(struct nd_row *row, const char *name)
{
	u32 code;

	if (!strncasecmp(name, "EXIT_", 5))
		name += 5;
	for (code = 0; code < ND_NR_VMX_EXITS; code++) {
		if (!nd_vmx_exit_name(code) || strcasecmp(nd_vmx_exit_name(code), name))
			continue;
		nd_exit_describe(row, code);
		return;
	}
	for (code = 0; code <= 0x403; code++) {
		if (!nd_svm_exit_name(code) || strcasecmp(nd_svm_exit_name(code), name))
			continue;
		nd_svm_describe(row, code);
		return;
	}
}

static void arm_describe(struct nd_row *row, u32 class, u64 esr)
{
	char details[128];

	if (!nd_arm_class_name(class))
		return;
	nd_arm_esr_details(esr, details, sizeof(details));
	nd_row_printf(row, "exception class 0x%02x %s: %s%s%s", class, nd_arm_class_name(class),
		      nd_arm_class_words(class), *details ? ": " : "", details);
}

static void kind_describe(struct nd_row *row, const struct nd_msg_match *m, u32 i)
{
	const struct nd_msg_value *v = &m->values[i];

	switch (v->kind) {
	case ND_MSG_MSR:
	case ND_MSG_VMX_MSR:
	case ND_MSG_PMU_MSR:
	case ND_MSG_HV_MSR:
	case ND_MSG_KVM_MSR:
	case ND_MSG_PVM_MSR:
	case ND_MSG_TRACE_MSR:
		nd_msr_describe(row, v->num);
		break;
	case ND_MSG_EXIT:
		/* A line that both vendors' modules print. */
		if (!nd_vmx_exit_name(v->num & ND_VMX_EXIT_BASIC) && nd_svm_exit_name(v->num))
			nd_svm_describe(row, v->num);
		else
			nd_exit_describe(row, v->num);
		break;
	case ND_MSG_EXIT_NUMBER:
		/* Where it is printed with a sign, a failed entry is negative. */
		nd_exit_describe(row, (u32)v->num);
		break;
	case ND_MSG_SVM_EXIT:
		nd_svm_describe(row, v->num);
		break;
	case ND_MSG_HW_ERROR:
	case ND_MSG_FAIL_ENTRY:
	case ND_MSG_FAIL_GUEST:
		nd_hw_error_describe(row, v->num);
		break;
	case ND_MSG_OS_ERROR:
		os_error_describe(row, v->num);
		break;
	case ND_MSG_STEP_ERROR:
		step_error_describe(row, v->num);
		break;
	case ND_MSG_VERR:
		verr_describe(row, nd_verr_find(v->text));
		break;
	case ND_MSG_VERR_NUMBER:
		verr_describe(row, nd_verr_at((long long)v->num));
		break;
	case ND_MSG_HCS:
		hcs_describe(row, nd_hcs_at(0x80370000 | v->num));
		break;
	case ND_MSG_HV_STATUS:
		hcs_describe(row, nd_hcs_at(0xc0350000 | v->num));
		break;
	case ND_MSG_HV_NAME:
		hcs_describe(row, nd_hcs_find("ERROR_HV_", v->text));
		break;
	case ND_MSG_WHV_NAME:
		hcs_describe(row, nd_hcs_find("WHV_E_", v->text));
		break;
	case ND_MSG_VID_STATUS:
		hcs_describe(row, nd_hcs_at(0xc0370000 | v->num));
		break;
	case ND_MSG_VHD_STATUS:
		hcs_describe(row, nd_hcs_at(0xc03a0000 | v->num));
		break;
	case ND_MSG_WIN32:
		hcs_describe(row, nd_hcs_at(0x80070000 | v->num));
		break;
	case ND_MSG_WMI:
		wmi_describe(row, v->num);
		break;
	case ND_MSG_HRESULT:
		hcs_describe(row, nd_hcs_at((u32)v->num));
		break;
	case ND_MSG_PSP:
		psp_describe(row, v->num);
		break;
	case ND_MSG_PSP_COMMAND:
		name_describe(row, nd_psp_command_at(v->num));
		break;
	case ND_MSG_TDX:
		tdx_describe(row, v->num);
		break;
	case ND_MSG_INIT_EXIT:
		init_exit_describe(row, v->num);
		break;
	case ND_MSG_SEAMCALL:
		name_describe(row, nd_seamcall_at(v->num));
		break;
	case ND_MSG_EXIT_NAME:
		exit_name_describe(row, v->text);
		break;
	case ND_MSG_ARM_ESR:
		arm_describe(row, nd_arm_class(v->num), v->num);
		break;
	case ND_MSG_ARM_CLASS:
		arm_describe(row, (u32)v->num, 0);
		break;
	case ND_MSG_INSN:
		nd_insn_describe(row, v->num);
		break;
	case ND_MSG_FIELD:
		nd_field_describe(row, v->num);
		break;
	case ND_MSG_SUBERROR:
		nd_row_printf(row, "%s: %s",
			      nd_suberror_name(v->num) ? nd_suberror_name(v->num) : "Suberror",
			      nd_suberror_words(v->num) ? nd_suberror_words(v->num) : "unknown");
		break;
	case ND_MSG_VECTOR:
		nd_row_printf(row, "%s",
			      nd_exception_name(v->num) ? nd_exception_name(v->num) :
							 "not an architectural exception");
		break;
	case ND_MSG_INTR_INFO:
		intr_info_describe(row, v->num);
		break;
	case ND_MSG_NESTED:
		nested_describe(row, v->num);
		break;
	case ND_MSG_CONTROLS:
		controls_describe(row, "controls", i ? m->values[i - 1].text : "", v->num);
		break;
	case ND_MSG_GIVEN:
		if (i > 1)
			lack_describe(row, m->values[i - 2].num, m->values[i - 1].num & ~v->num);
		break;
	case ND_MSG_NEEDED:
		if (i > 1)
			controls_describe(row, "missing", m->values[i - 2].text,
					  v->num & ~m->values[i - 1].num);
		break;
	default:
		break;
	}
}

void nd_msg_describe(struct nd_row *row, const struct nd_msg_match *m, const struct nd_cpu *cpu)
{
	u32 i;

	for (i = 0; i < m->nr; i++) {
		size_t had = strlen(row->words);
		struct nd_row part;

		if (m->values[i].kind == ND_MSG_VALUE) {
			value_describe(row, m, i, cpu);
			continue;
		}
		nd_row_init(&part, ND_ROW_NOTE, NULL, NULL, NULL);
		kind_describe(&part, m, i);
		if (*part.words)
			nd_row_printf(row, "%s%s", had ? "; " : "", part.words);
	}
}
