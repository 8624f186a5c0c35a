/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * KVM's tracepoints as Linux FAKEKVM_LINUX has them: 510 is 5.10, 609 is 6.9. docs/kernels.md says
 * which other kernels have the same.
 *
 * Each _PROTO goes with _ARGS, as TRACE_EVENT() wants them, and with a macro that passes what KVM
 * does. nestdiag reads the record of kvm_exit alone, so
 * that it is the only one that has all fields.
 */
#undef TRACE_SYSTEM
#define TRACE_SYSTEM kvm

#if !defined(FAKEKVM_TRACE_H) || defined(TRACE_HEADER_MULTI_READ)
#define FAKEKVM_TRACE_H

#include <linux/tracepoint.h>

struct kvm_vcpu;

#ifndef FAKEKVM_PROTOTYPES
#define FAKEKVM_PROTOTYPES

#if FAKEKVM_LINUX < 516
#define FAKEKVM_EXIT_PROTO	TP_PROTO(unsigned int exit_reason, struct kvm_vcpu *vcpu, u32 isa)
#define FAKEKVM_EXIT_ARGS	TP_ARGS(exit_reason, vcpu, isa)
#define fakekvm_trace_exit(vcpu, reason)	trace_kvm_exit(reason, vcpu, FAKEKVM_ISA)
#define FAKEKVM_EXIT_REASON	exit_reason
#else
#define FAKEKVM_EXIT_PROTO	TP_PROTO(struct kvm_vcpu *vcpu, u32 isa)
#define FAKEKVM_EXIT_ARGS	TP_ARGS(vcpu, isa)
#define fakekvm_trace_exit(vcpu, reason)	trace_kvm_exit(vcpu, FAKEKVM_ISA)
#define FAKEKVM_EXIT_REASON	fakekvm_reason(vcpu)
#endif

#if FAKEKVM_LINUX < 510
#define FAKEKVM_EXIT_ERRORS
#else
#define FAKEKVM_EXIT_ERRORS	__array(u32, intr_info_and_error_code, 2)
#endif

#if FAKEKVM_LINUX < 614
#define FAKEKVM_EXIT_REQUESTS
#else
#define FAKEKVM_EXIT_REQUESTS	__field(u64, requests)
#endif

#if FAKEKVM_LINUX < 510
#define FAKEKVM_ENTRY_PROTO	TP_PROTO(unsigned int vcpu_id)
#define FAKEKVM_ENTRY_ARGS	TP_ARGS(vcpu_id)
#define fakekvm_trace_entry(vcpu)	trace_kvm_entry((vcpu)->vcpu_id)
#elif FAKEKVM_LINUX < 609
#define FAKEKVM_ENTRY_PROTO	TP_PROTO(struct kvm_vcpu *vcpu)
#define FAKEKVM_ENTRY_ARGS	TP_ARGS(vcpu)
#define fakekvm_trace_entry(vcpu)	trace_kvm_entry(vcpu)
#else
#define FAKEKVM_ENTRY_PROTO	TP_PROTO(struct kvm_vcpu *vcpu, bool force_immediate_exit)
#define FAKEKVM_ENTRY_ARGS	TP_ARGS(vcpu, force_immediate_exit)
#define fakekvm_trace_entry(vcpu)	trace_kvm_entry(vcpu, false)
#endif

#if FAKEKVM_LINUX < 510
#define FAKEKVM_NESTED_EXIT_PROTO	TP_PROTO(u64 rip, u32 exit_code, u64 exit_info1,	\
						 u64 exit_info2, u32 exit_int_info,		\
						 u32 exit_int_info_err, u32 isa)
#define FAKEKVM_NESTED_EXIT_ARGS	TP_ARGS(rip, exit_code, exit_info1, exit_info2,		\
						exit_int_info, exit_int_info_err, isa)
#define fakekvm_trace_nested_exit(vcpu, reason)	\
	trace_kvm_nested_vmexit(0, reason, 0, 0, 0, 0, FAKEKVM_ISA)
#elif FAKEKVM_LINUX < 516
#define FAKEKVM_NESTED_EXIT_PROTO	FAKEKVM_EXIT_PROTO
#define FAKEKVM_NESTED_EXIT_ARGS	FAKEKVM_EXIT_ARGS
#define fakekvm_trace_nested_exit(vcpu, reason)	\
	trace_kvm_nested_vmexit(reason, vcpu, FAKEKVM_ISA)
#else
#define FAKEKVM_NESTED_EXIT_PROTO	FAKEKVM_EXIT_PROTO
#define FAKEKVM_NESTED_EXIT_ARGS	FAKEKVM_EXIT_ARGS
#define fakekvm_trace_nested_exit(vcpu, reason)	trace_kvm_nested_vmexit(vcpu, FAKEKVM_ISA)
#endif

#if FAKEKVM_LINUX < 700
#define FAKEKVM_CODE		u32
#else
#define FAKEKVM_CODE		u64
#endif

#if FAKEKVM_LINUX < 601
#define FAKEKVM_NESTED_ENTRY		kvm_nested_vmrun
#define FAKEKVM_NESTED_ENTRY_NOT	kvm_nested_vmenter
#define FAKEKVM_NESTED_ENTRY_PROTO	TP_PROTO(u64 rip, u64 vmcb, u64 nested_rip, u32 int_ctl, \
						 u32 event_inj, bool npt)
#define FAKEKVM_NESTED_ENTRY_ARGS	TP_ARGS(rip, vmcb, nested_rip, int_ctl, event_inj, npt)
#define fakekvm_trace_nested_entry()	trace_kvm_nested_vmrun(0, 0, 0, 0, 0, true)
#else
#define FAKEKVM_NESTED_ENTRY		kvm_nested_vmenter
#define FAKEKVM_NESTED_ENTRY_NOT	kvm_nested_vmrun
#define FAKEKVM_NESTED_ENTRY_PROTO	TP_PROTO(u64 rip, u64 vmcb, u64 nested_rip, u32 int_ctl, \
						 u32 event_inj, bool tdp_enabled,		\
						 u64 guest_tdp_pgd, u64 guest_cr3, u32 isa)
#define FAKEKVM_NESTED_ENTRY_ARGS	TP_ARGS(rip, vmcb, nested_rip, int_ctl, event_inj,	\
						tdp_enabled, guest_tdp_pgd, guest_cr3, isa)
#define fakekvm_trace_nested_entry()	\
	trace_kvm_nested_vmenter(0, 0, 0, 0, 0, true, 0, 0, FAKEKVM_ISA)
#endif

/* An event whose record does not matter. */
#define FAKEKVM_EVENT(name, proto, args)				\
	TRACE_EVENT(name, PARAMS(proto), PARAMS(args),			\
		TP_STRUCT__entry(__field(u32, nothing)),		\
		TP_fast_assign(__entry->nothing = 0;),			\
		TP_printk("%u", __entry->nothing))

#endif /* FAKEKVM_PROTOTYPES */

TRACE_EVENT(kvm_exit, FAKEKVM_EXIT_PROTO, FAKEKVM_EXIT_ARGS,
	TP_STRUCT__entry(
		__field(unsigned int, exit_reason)
		__field(unsigned long, guest_rip)
		__field(u32, isa)
		__field(u64, info1)
		__field(u64, info2)
		FAKEKVM_EXIT_ERRORS
		__field(unsigned int, vcpu_id)
		FAKEKVM_EXIT_REQUESTS
	),
	TP_fast_assign(
		__entry->exit_reason = FAKEKVM_EXIT_REASON;
		__entry->guest_rip = ~0UL;
		__entry->isa = isa;
		__entry->info1 = ~0ULL;
		__entry->info2 = ~0ULL;
	),
	TP_printk("reason 0x%x isa %u", __entry->exit_reason, __entry->isa)
);

FAKEKVM_EVENT(kvm_entry, FAKEKVM_ENTRY_PROTO, FAKEKVM_ENTRY_ARGS);

FAKEKVM_EVENT(kvm_nested_vmexit, FAKEKVM_NESTED_EXIT_PROTO, FAKEKVM_NESTED_EXIT_ARGS);

FAKEKVM_EVENT(kvm_nested_vmexit_inject,
	TP_PROTO(FAKEKVM_CODE exit_code, u64 exit_info1, u64 exit_info2, u32 exit_int_info,
		 u32 exit_int_info_err, u32 isa),
	TP_ARGS(exit_code, exit_info1, exit_info2, exit_int_info, exit_int_info_err, isa));

FAKEKVM_EVENT(FAKEKVM_NESTED_ENTRY, FAKEKVM_NESTED_ENTRY_PROTO, FAKEKVM_NESTED_ENTRY_ARGS);

FAKEKVM_EVENT(kvm_nested_vmenter_failed, TP_PROTO(const char *msg, u32 err), TP_ARGS(msg, err));

FAKEKVM_EVENT(kvm_userspace_exit, TP_PROTO(__u32 reason, int errno), TP_ARGS(reason, errno));

#endif /* FAKEKVM_TRACE_H */

#undef TRACE_INCLUDE_PATH
#define TRACE_INCLUDE_PATH .
#undef TRACE_INCLUDE_FILE
#define TRACE_INCLUDE_FILE trace
#include <trace/define_trace.h>
