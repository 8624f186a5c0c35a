/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * KVM's tracepoints, by the names and with the arguments that nestdiag knows. What their records
 * have beyond that is left out.
 */
#undef TRACE_SYSTEM
#define TRACE_SYSTEM kvm

#if !defined(FAKEKVM_TRACE_H) || defined(TRACE_HEADER_MULTI_READ)
#define FAKEKVM_TRACE_H

#include <linux/tracepoint.h>

struct kvm_vcpu;

/* Prototypes of current kernels; a module defines those that differ before it includes fakekvm.h. */
#ifndef FAKEKVM_EXIT_PROTO
#define FAKEKVM_EXIT_PROTO	TP_PROTO(struct kvm_vcpu *vcpu, u32 isa)
#define FAKEKVM_EXIT_ARGS	TP_ARGS(vcpu, isa)
#define FAKEKVM_EXIT_REASON	fakekvm_reason(vcpu)
#endif
#ifndef FAKEKVM_ENTRY_PROTO
#define FAKEKVM_ENTRY_PROTO	TP_PROTO(struct kvm_vcpu *vcpu, bool force_immediate_exit)
#define FAKEKVM_ENTRY_ARGS	TP_ARGS(vcpu, force_immediate_exit)
#endif

TRACE_EVENT(kvm_exit, FAKEKVM_EXIT_PROTO, FAKEKVM_EXIT_ARGS,
	TP_STRUCT__entry(
		__field(unsigned int, exit_reason)
		__field(u32, isa)
	),
	TP_fast_assign(
		__entry->exit_reason = FAKEKVM_EXIT_REASON;
		__entry->isa = isa;
	),
	TP_printk("reason 0x%x isa %u", __entry->exit_reason, __entry->isa)
);

DECLARE_TRACE(kvm_entry, FAKEKVM_ENTRY_PROTO, FAKEKVM_ENTRY_ARGS);

DECLARE_TRACE(kvm_nested_vmexit_inject,
	TP_PROTO(u32 exit_code, u64 exit_info1, u64 exit_info2, u32 exit_int_info,
		 u32 exit_int_info_err, u32 isa),
	TP_ARGS(exit_code, exit_info1, exit_info2, exit_int_info, exit_int_info_err, isa));

DECLARE_TRACE(kvm_nested_vmenter,
	TP_PROTO(u64 rip, u64 vmcb, u64 nested_rip),
	TP_ARGS(rip, vmcb, nested_rip));

DECLARE_TRACE(kvm_userspace_exit,
	TP_PROTO(__u32 reason, int errno),
	TP_ARGS(reason, errno));

#endif /* FAKEKVM_TRACE_H */

#undef TRACE_INCLUDE_PATH
#define TRACE_INCLUDE_PATH .
#undef TRACE_INCLUDE_FILE
#define TRACE_INCLUDE_FILE trace
#include <trace/define_trace.h>
