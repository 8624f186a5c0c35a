// SPDX-License-Identifier: GPL-2.0-only
/* kvm_exit passes the exit reason first, as up to Linux 5.15. */
#define FAKEKVM_EXIT_PROTO	TP_PROTO(unsigned int exit_reason, struct kvm_vcpu *vcpu, u32 isa)
#define FAKEKVM_EXIT_ARGS	TP_ARGS(exit_reason, vcpu, isa)
#define FAKEKVM_EXIT_REASON	exit_reason
#define FAKEKVM_TRACE_EXIT(vcpu, reason)	trace_kvm_exit(reason, vcpu, FAKEKVM_ISA)
#define FAKEKVM_ENTRY_PROTO	TP_PROTO(struct kvm_vcpu *vcpu)
#define FAKEKVM_ENTRY_ARGS	TP_ARGS(vcpu)
#define FAKEKVM_TRACE_ENTRY(vcpu)		trace_kvm_entry(vcpu)
#include "fakekvm.h"
