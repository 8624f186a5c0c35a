// SPDX-License-Identifier: GPL-2.0-only
/*
 * The accounting for BPF, driven by arguments instead of KVM's tracepoints.
 */
#include "tools/count/account.bpf.h"

#include "tests/bpf/event.h"

SEC("raw_tp/nobody")
int test_event(struct bpf_raw_tracepoint_args *ctx)
{
	u64 what = ctx->args[0], key = ctx->args[1], now = ctx->args[4];
	struct nd_acct_cpu *acct = count_cpu();
	u32 reason = ctx->args[3];
	struct nd_acct_vcpu *vcpu;

	vcpu = count_vcpu(key, TEST_TASK(key), TEST_PID, TEST_ID(key));
	if (!acct)
		return 1;
	if (what == TEST_EXIT) {
		count_exit(acct, vcpu, ctx->args[2] ? ND_LEVEL_NESTED : ND_LEVEL_GUEST, reason,
			   now);
		return 0;
	}
	if (!vcpu)
		return 0;
	if (what == TEST_ENTRY)
		nd_acct_vcpu_entry(acct, vcpu, now);
	else if (what == TEST_REFLECT)
		nd_acct_vcpu_reflect(vcpu, reason);
	else if (what == TEST_RESUME)
		nd_acct_vcpu_resume(vcpu);
	else
		nd_acct_vcpu_restart(vcpu);
	return 0;
}

char test_license[] SEC("license") = "GPL";
