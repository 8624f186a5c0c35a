// SPDX-License-Identifier: GPL-2.0-only
/*
 * nestdiag_kunit.ko, and the host test program: the core and its tests as one translation unit.
 *
 * The core is included rather than linked, so that tests reach its static tables and nothing has
 * to be exported for their sake.
 */
#include "../module/core/row.c"
#include "../module/core/facts.c"
#include "../module/core/scan.c"
#include "../module/core/regs.c"
#include "../module/core/controls.c"
#include "../module/core/fields.c"
#include "../module/core/hypervisor.c"
#include "../module/core/hvleaves.c"
#include "../module/core/exits.c"
#include "../module/core/insnerror.c"
#include "../module/core/exitwords.c"
#include "../module/core/account.c"
#include "../module/core/trace.c"
#include "../module/core/figures.c"
#include "../module/core/exitrows.c"
#include "../module/core/nestedrows.c"
#include "../module/core/vcpurows.c"
#include "../module/core/judge.c"
#include "../module/core/causes.c"
#include "../module/core/starved.c"
#include "../module/core/evmcs.c"
#include "../module/core/vmexist.c"
#include "../module/core/failure.c"
#include "../module/core/failrows.c"
#include "../module/core/fail_record.c"
#include "../module/core/snapshot_read.c"
#include "../module/core/snapshot_write.c"
#include "../module/core/trace_read.c"
#include "../module/core/trace_write.c"
#include "../module/core/level.c"
#include "../module/core/depth.c"
#include "../module/core/differ.c"
#include "../module/core/generation.c"
#include "../module/core/featuretable.c"
#include "../module/core/features.c"
#include "../module/core/attribute.c"
#include "../module/core/featurerows.c"
#include "../module/core/findings.c"
#include "../module/core/find_virt.c"
#include "../module/core/find_evmcs.c"
#include "../module/core/find_regs.c"
#include "../module/core/find_params.c"
#include "../module/core/find_host.c"
#include "../module/core/find_net.c"
#include "../module/core/find_arch.c"
#include "../module/core/find_exits.c"
#include "../module/core/status.c"
#include "../module/core/vmstate.c"
#include "../module/core/checks.c"
#include "../module/core/checks_ctls.c"
#include "../module/core/checks_host.c"
#include "../module/core/checks_guest.c"
#include "../module/core/checks_segments.c"
#include "../module/core/checks_nonreg.c"
#include "../module/core/checks_vmcb.c"
#include "../module/core/autopsy.c"
#include "../module/core/nestedchecks.c"
#include "../module/core/dump.c"
#include "../module/core/dumprows.c"

/* Behind the core, whose names must not meet the macros of the headers that this one brings. */
#include <kunit/test.h>

#include "fake_reader.c"

#include "regs_kunit.c"
#include "caps_kunit.c"
#include "snapshot_kunit.c"
#include "hyperv_kunit.c"
#include "evmcs_kunit.c"
#include "status_kunit.c"
#include "depth_kunit.c"
#include "features_kunit.c"
#include "account_kunit.c"
#include "hot_kunit.c"
#include "judge_kunit.c"
#include "autopsy_kunit.c"
#include "nestedchecks_kunit.c"
#include "dump_kunit.c"
#include "insnerror_kunit.c"
#include "exitwords_kunit.c"
#include "failure_kunit.c"
#include "findings_kunit.c"

kunit_test_suites(&nestdiag_regs_suite,
		  &nestdiag_caps_suite,
		  &nestdiag_snapshot_suite,
		  &nestdiag_hyperv_suite,
		  &nestdiag_evmcs_suite,
		  &nestdiag_status_suite,
		  &nestdiag_depth_suite,
		  &nestdiag_features_suite,
		  &nestdiag_account_suite,
		  &nestdiag_hot_suite,
		  &nestdiag_judge_suite,
		  &nestdiag_autopsy_suite,
		  &nestdiag_nestedchecks_suite,
		  &nestdiag_dump_suite,
		  &nestdiag_insnerror_suite,
		  &nestdiag_exitwords_suite,
		  &nestdiag_failure_suite,
		  &nestdiag_findings_suite);

MODULE_DESCRIPTION("KUnit tests of nestdiag's core");
MODULE_LICENSE("GPL");
