// SPDX-License-Identifier: GPL-2.0-only
/*
 * What became of a step of the launch test, in words.
 */
#ifdef __x86_64__
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

#include <linux/kvm.h>

#include "core/base/flag.h"
#include "core/entry/insnerror.h"
#include "core/exits/exits.h"
#include "core/exits/suberror.h"
#include "core/exits/trace.h"
#include "core/findings/holes.h"

#include "tools/probe/probe_words.h"

#define VMX_EXIT_VMCALL		18
#define SVM_EXIT_HLT		0x78

void nd_probe_say(struct nd_probe_end *end, enum nd_probe_state state, const char *fmt, ...)
{
	va_list args;

	end->state = state;
	va_start(args, fmt);
	vsnprintf(end->words, sizeof(end->words), fmt, args);
	va_end(args);
}

static const struct {
	const char *id;
	const char *label;
} step_names[ND_NR_PROBE_STEPS] = {
	[ND_PROBE_OPEN]		= { "open", "Open /dev/kvm" },
	[ND_PROBE_API]		= { "api", "API version" },
	[ND_PROBE_CAPS]		= { "capabilities", "Capabilities" },
	[ND_PROBE_VM]		= { "vm", "Create a VM" },
	[ND_PROBE_MEMORY]	= { "memory", "Add memory" },
	[ND_PROBE_VCPU]		= { "vcpu", "Create a vCPU" },
	[ND_PROBE_REAL]		= { "real", "Guest in real mode" },
	[ND_PROBE_PROT]		= { "protected", "Guest in protected mode" },
	[ND_PROBE_LONG]		= { "long", "Guest in 64-bit mode" },
	[ND_PROBE_COST]	= { "price", "Cost of a CPUID exit" },
	[ND_PROBE_NESTED]	= { "nested", "Guest with a nested guest" },
	[ND_PROBE_NESTED_COST]	= { "nested-price", "Cost of a nested CPUID exit" },
};

const char *nd_probe_id(enum nd_probe_step step)
{
	return step_names[step].id;
}

const char *nd_probe_label(enum nd_probe_step step)
{
	return step_names[step].label;
}

const char *nd_probe_state_word(enum nd_probe_state state)
{
	static const char *const words[] = {
		[ND_PROBE_SKIPPED]	= "skipped",
		[ND_PROBE_OK]		= "ok",
		[ND_PROBE_FAILED]	= "failed",
		[ND_PROBE_TIMED_OUT]	= "timed-out",
	};

	return words[state];
}

/**
 * struct errno_words - what an errno means at one stage
 * @stage: which
 * @error: which
 * @words: that
 */
struct errno_words {
	enum nd_launch_stage stage;
	int error;
	const char *words;
};

static const struct errno_words errno_words[] = {
	{ ND_LAUNCH_OPEN, ENOENT,
	  "no such device: KVM is not loaded (modprobe kvm_intel or kvm_amd; if that fails, see the kernel log)" },
	{ ND_LAUNCH_OPEN, EACCES,
	  "no permission: join the group that owns it (ls -l /dev/kvm; usually kvm), or run as root" },
	{ ND_LAUNCH_OPEN, EPERM,
	  "forbidden: a container without this device, or a security module" },
	{ ND_LAUNCH_OPEN, ENODEV,
	  "the device exists, but KVM is not loaded: load kvm_intel or kvm_amd" },
	{ ND_LAUNCH_OPEN, ENXIO,
	  "the device exists, but KVM is not loaded: load kvm_intel or kvm_amd" },
	{ ND_LAUNCH_VM, EBUSY,
	  "virtualization could not be enabled: another hypervisor (VirtualBox, VMware) holds it, or firmware has locked it off" },
	{ ND_LAUNCH_VM, EIO,
	  "virtualization could not be enabled: firmware has locked it off, or the hypervisor below refuses it" },
	{ ND_LAUNCH_VM, ENOMEM, "no memory for a VM" },
	{ ND_LAUNCH_MEMORY, ENOMEM, "no memory for its tables" },
	{ ND_LAUNCH_VCPU, ENOMEM, "no memory for a vCPU" },
	{ ND_LAUNCH_CPUID, E2BIG, "KVM has more CPUID leaves than fit" },
};

static const char *find_errno_words(enum nd_launch_stage stage, int error)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(errno_words); i++)
		if (errno_words[i].stage == stage && errno_words[i].error == error)
			return errno_words[i].words;
	return NULL;
}

static const char *const stage_calls[] = {
	[ND_LAUNCH_OPEN]	= "",		/* the step says it */
	[ND_LAUNCH_VM]		= "KVM_CREATE_VM",
	[ND_LAUNCH_MEMORY]	= "KVM_SET_USER_MEMORY_REGION",
	[ND_LAUNCH_VCPU]	= "KVM_CREATE_VCPU",
	[ND_LAUNCH_CPUID]	= "KVM_SET_CPUID2",
	[ND_LAUNCH_NESTED]	= "nesting",
	[ND_LAUNCH_STATE]	= "KVM_SET_SREGS",
	[ND_LAUNCH_RUN]		= "KVM_RUN",
	[ND_LAUNCH_FAULT]	= "KVM_RUN",
	[ND_LAUNCH_END]		= "the end",
};

static void errno_say(struct nd_probe_end *end, enum nd_launch_stage stage, int error)
{
	const char *why = find_errno_words(stage, error);

	end->error = error;
	nd_probe_say(end, ND_PROBE_FAILED, "%s%s%s%s%s", stage_calls[stage],
		     *stage_calls[stage] ? ": " : "", strerror(error), why ? ": " : "",
		     why ? why : "");
}

void nd_probe_open_describe(struct nd_probe_end *end, int error)
{
	errno_say(end, ND_LAUNCH_OPEN, error);
}

/* A hardware_entry_failure_reason: an exit reason with bit 31, or the VM-instruction error. */
static void entry_say(struct nd_probe_end *end, const struct nd_probe *p, u64 reason)
{
	bool svm = p->launched.svm || nd_facts_param(&p->machine->facts, "kvm_amd", "npt");
	char name[ND_EXIT_NAME];
	const char *error;

	error = svm || reason & ND_VMX_EXIT_FAILED ? NULL : nd_insn_error_words(reason);
	if (error)
		nd_probe_say(end, ND_PROBE_FAILED,
			     "VM entry failed, VM-instruction error %llu: %s", reason, error);
	else
		nd_probe_say(end, ND_PROBE_FAILED,
			     "VM entry failed, hardware reason 0x%llx (%s)", reason,
			     nd_exit_name(svm ? ND_ISA_SVM : ND_ISA_VMX, reason, name,
					  sizeof(name)));
}

/* The guest's phase, if it is one that launches a guest. */
static const char *phase_words(const struct nd_launched *l)
{
	static const char *const vmx[NG_NR_PHASES] = {
		[NG_PHASE_ENABLE]	= ", when it set CR4.VMXE",
		[NG_PHASE_ON]		= ", at its VMXON",
		[NG_PHASE_CLEAR]	= ", at its VMCLEAR",
		[NG_PHASE_LOAD]		= ", at its VMPTRLD",
		[NG_PHASE_WRITE]	= ", at its VMWRITEs",
		[NG_PHASE_LAUNCH]	= ", at its VMLAUNCH",
		[NG_PHASE_EXIT]		= ", after an exit of the nested guest",
		[NG_PHASE_RESUME]	= ", at a VMRESUME",
		[NG_PHASE_READ]		= ", at its VMREADs",
	};
	static const char *const svm[NG_NR_PHASES] = {
		[NG_PHASE_ENABLE]	= ", when it set EFER.SVME",
		[NG_PHASE_ON]		= ", when it set VM_HSAVE_PA",
		[NG_PHASE_LAUNCH]	= ", at its first VMRUN",
		[NG_PHASE_EXIT]		= ", after an exit of the nested guest",
		[NG_PHASE_RESUME]	= ", at a later VMRUN",
	};
	u32 phase = l->page.phase < NG_NR_PHASES ? l->page.phase : NG_PHASE_NONE;
	const char *words = l->svm ? svm[phase] : vmx[phase];

	return words ? words : "";
}

static void run_say(struct nd_probe_end *end, const struct nd_probe *p)
{
	const struct nd_launched *l = &p->launched;
	const char *phase = phase_words(l);
	const char *name, *words;

	if (l->error) {
		errno_say(end, ND_LAUNCH_RUN, l->error);
		return;
	}
	switch (l->kvm_exit) {
	case KVM_EXIT_FAIL_ENTRY:
		entry_say(end, p, l->detail);
		break;
	case KVM_EXIT_INTERNAL_ERROR:
		words = nd_suberror_words(l->detail);
		nd_probe_say(end, ND_PROBE_FAILED, "internal error of KVM, suberror %llu%s%s%s",
			     l->detail, words ? ": " : "", words ? words : "", phase);
		break;
	case KVM_EXIT_SHUTDOWN:
		nd_probe_say(end, ND_PROBE_FAILED, "the guest ended in a triple fault%s", phase);
		break;
	case KVM_EXIT_IO:
		nd_probe_say(end, ND_PROBE_FAILED,
			     "the guest wrote 0x%x to port 0x%llx, which it cannot do in this mode",
			     l->said, l->detail);
		break;
	default:
		name = nd_userspace_exit_name(l->kvm_exit);
		nd_probe_say(end, ND_PROBE_FAILED, "%s (%u, 0x%llx), expected the guest's OUT%s",
			     name ? name : "an unknown exit", l->kvm_exit, l->detail, phase);
	}
}

/* Why KVM hides VMX and SVM from its guests: its parameter, if that is known. */
static void not_offered_say(struct nd_probe_end *end, const struct nd_probe *p)
{
	static const char *const modules[] = { "kvm_intel", "kvm_amd" };
	u32 i;

	for (i = 0; i < ARRAY_SIZE(modules); i++) {
		const char *nested = nd_facts_param(&p->machine->facts, modules[i], "nested");
		struct nd_kernel_id kernel;
		struct nd_row holes;

		if (!nd_flag_is(nested, false))
			continue;
		nd_holes_of(&p->machine->facts, &kernel);
		nd_row_init(&holes, ND_ROW_NOTE, NULL, NULL, NULL);
		nd_holes_describe(&kernel, i ? ND_HOLE_AMD : ND_HOLE_INTEL, &holes);
		nd_probe_say(end, ND_PROBE_FAILED,
			     "KVM offers its guests neither VMX nor SVM, because %s has nested=%s: with no guest running, modprobe -r %s && modprobe %s nested=1; but first: %s",
			     modules[i], nested, modules[i], modules[i], holes.words);
		return;
	}
	nd_probe_say(end, ND_PROBE_FAILED, "KVM offers its guests neither VMX nor SVM");
}

static void vmx_say(struct nd_probe_end *end, const struct nd_launched *l)
{
	const struct ng_page *page = &l->page;
	const char *error = nd_insn_error_words(page->error);
	char name[ND_EXIT_NAME];

	if (page->result == NG_FAIL_INVALID)
		nd_probe_say(end, ND_PROBE_FAILED, "VMfailInvalid%s", phase_words(l));
	else if (page->result == NG_FAIL_VALID)
		nd_probe_say(end, ND_PROBE_FAILED, "VM-instruction error %u%s%s%s", page->error,
			     error ? ", " : "", error ? error : "", phase_words(l));
	else if (page->reason != VMX_EXIT_VMCALL)
		nd_probe_say(end, ND_PROBE_FAILED,
			     "its nested guest exited with reason 0x%llx (%s), qualification 0x%llx",
			     page->reason,
			     nd_exit_name(ND_ISA_VMX, page->reason, name, sizeof(name)),
			     page->qualification);
	else
		nd_probe_say(end, ND_PROBE_OK, "VMXON, VMLAUNCH, %u exits of the nested guest",
			     page->exits);
}

static void svm_say(struct nd_probe_end *end, const struct nd_launched *l)
{
	const struct ng_page *page = &l->page;
	char name[ND_EXIT_NAME];

	if (page->reason != SVM_EXIT_HLT)
		nd_probe_say(end, ND_PROBE_FAILED,
			     "its nested guest exited with code 0x%llx (%s), EXITINFO1 0x%llx",
			     page->reason,
			     nd_exit_name(ND_ISA_SVM, page->reason, name, sizeof(name)),
			     page->qualification);
	else
		nd_probe_say(end, ND_PROBE_OK, "VMRUN, %u exits of the nested guest", page->exits);
}

static void timeout_say(struct nd_probe_end *end, const struct nd_probe *p)
{
	const struct nd_launched *l = &p->launched;

	nd_probe_say(end, ND_PROBE_TIMED_OUT, "%s: not finished within %u s%s%s", stage_calls[l->stage],
		     p->seconds, phase_words(l),
		     l->immortal ? "; the process cannot be killed: it is stuck in the kernel" : "");
}

void nd_probe_launch_describe(struct nd_probe *p, struct nd_probe_end *end)
{
	const struct nd_launched *l = &p->launched;
	const struct ng_page *page = &l->page;

	end->error = 0;
	if (l->timed_out) {
		timeout_say(end, p);
	} else if (l->signal) {
		nd_probe_say(end, ND_PROBE_FAILED, "ended by signal %d", l->signal);
	} else if (l->stage == ND_LAUNCH_RUN) {
		run_say(end, p);
	} else if (l->stage == ND_LAUNCH_NESTED) {
		not_offered_say(end, p);
	} else if (l->stage == ND_LAUNCH_FAULT) {
		nd_probe_say(end, ND_PROBE_FAILED,
			     "exception %u (error code 0x%llx) at 0x%llx in the guest%s",
			     page->vector - 1, page->fault_error, page->fault_rip, phase_words(l));
	} else if (l->stage != ND_LAUNCH_END) {
		errno_say(end, l->stage, l->error);
	} else if (page->flags & NG_NESTED) {
		if (l->svm)
			svm_say(end, l);
		else
			vmx_say(end, l);
	} else {
		nd_probe_say(end, ND_PROBE_OK, "%s", "");
	}
}
#endif /* __x86_64__ */
