// SPDX-License-Identifier: GPL-2.0-only
/*
 * nestdiag_kunit.ko, and the host test program: the core and its tests as one translation unit.
 *
 * The core is included rather than linked, so that tests reach its static tables and nothing has
 * to be exported for their sake.
 */
#include "core/base/flag.c"
#include "core/base/row.c"
#include "core/facts/facts.c"
#include "core/facts/kernel.c"
#include "core/base/scan.c"
#include "core/facts/regs.c"
#include "core/facts/value.c"
#include "core/caps/controls.c"
#include "core/caps/fields.c"
#include "core/facts/brand.c"
#include "core/facts/emulator.c"
#include "core/facts/hypervisor.c"
#include "core/facts/assist.c"
#include "core/facts/cpulist.c"
#include "core/caps/hvleaves.c"
#include "core/exits/runerror.c"
#include "core/exits/exits.c"
#include "core/entry/insnerror.c"
#include "core/exits/exitwords.c"
#include "core/exits/suberror.c"
#include "core/exits/account.c"
#include "core/exits/calibration.c"
#include "core/exits/trace.c"
#include "core/base/figures.c"
#include "core/exits/exitrows.c"
#include "core/exits/nestedrows.c"
#include "core/exits/narrow.c"
#include "core/exits/slow.c"
#include "core/exits/statrows.c"
#include "core/exits/vcpurows.c"
#include "core/exits/recorder.c"
#include "core/exits/recorderrows.c"
#include "core/findings/floors.c"
#include "core/findings/judge.c"
#include "core/findings/causes.c"
#include "core/findings/starved.c"
#include "core/caps/evmcs.c"
#include "core/caps/assistrows.c"
#include "core/entry/evmcsrows.c"
#include "core/entry/vmexist.c"
#include "core/entry/failure.c"
#include "core/entry/failrows.c"
#include "core/entry/kept.c"
#include "core/entry/refusals.c"
#include "core/record/writer.c"
#include "core/record/machine_write.c"
#include "core/record/cpu_write.c"
#include "core/record/host_write.c"
#include "core/record/trace_write.c"
#include "core/record/failures_write.c"
#include "core/record/recorder_write.c"
#include "core/record/snapshot_write.c"
#include "core/record/reader.c"
#include "core/record/machine_read.c"
#include "core/record/cpu_read.c"
#include "core/record/host_read.c"
#include "core/record/trace_read.c"
#include "core/record/failures_read.c"
#include "core/record/recorder_read.c"
#include "core/record/snapshot_read.c"
#include "core/caps/usable.c"
#include "core/caps/evmcsuse.c"
#include "core/caps/level.c"
#include "core/findings/depth.c"
#include "core/caps/differ.c"
#include "core/caps/generation.c"
#include "core/features/featuretable.c"
#include "core/features/features.c"
#include "core/features/model.c"
#include "core/features/attribute.c"
#include "core/features/featurerows.c"
#include "core/features/offer.c"
#include "core/findings/findings.c"
#include "core/findings/rules.c"
#include "core/findings/find_virt.c"
#include "core/findings/virtremedy.c"
#include "core/findings/find_evmcs.c"
#include "core/findings/find_regs.c"
#include "core/findings/find_params.c"
#include "core/findings/find_offer.c"
#include "core/findings/find_host.c"
#include "core/findings/find_stats.c"
#include "core/findings/find_speed.c"
#include "core/findings/find_apicv.c"
#include "core/findings/find_module.c"
#include "core/findings/find_kernel.c"
#include "core/findings/holetable.c"
#include "core/findings/holes.c"
#include "core/findings/find_holes.c"
#include "core/findings/find_net.c"
#include "core/findings/find_arch.c"
#include "core/findings/status.c"
#include "core/entry/vmstate.c"
#include "core/entry/checks.c"
#include "core/entry/checks_ctls.c"
#include "core/entry/checks_host.c"
#include "core/entry/checks_guest.c"
#include "core/entry/checks_segments.c"
#include "core/entry/checks_nonreg.c"
#include "core/entry/checks_vmcb.c"
#include "core/entry/autopsy.c"
#include "core/entry/nestedchecks.c"
#include "core/entry/dump.c"
#include "core/entry/dumplines.c"
#include "core/entry/dumprows.c"

/* Behind the core, whose names must not meet the macros of the headers that this one brings. */
#include <kunit/test.h>

#include "kunit/base/flag_kunit.c"
#include "kunit/facts/fake_reader.c"
#include "kunit/facts/regs_fixture.c"
#include "kunit/facts/regs_kunit.c"
#include "kunit/facts/leaves_kunit.c"
#include "kunit/facts/kernel_kunit.c"

#include "kunit/caps/caps_fixture.c"
#include "kunit/caps/controls_kunit.c"
#include "kunit/caps/fields_kunit.c"
#include "kunit/caps/svm_kunit.c"
#include "kunit/caps/hyperv_fixture.c"
#include "kunit/facts/hypervisor_kunit.c"
#include "kunit/caps/hvleaves_kunit.c"
#include "kunit/caps/evmcs_fixture.c"
#include "kunit/caps/evmcs_kunit.c"
#include "kunit/entry/evmcsrows_kunit.c"

#include "kunit/findings/status_fixture.c"
#include "kunit/findings/status_kunit.c"
#include "kunit/findings/depth_kunit.c"
#include "kunit/facts/emulator_kunit.c"

#include "kunit/features/features_fixture.c"
#include "kunit/features/featuretable_kunit.c"
#include "kunit/features/features_kunit.c"

#include "kunit/caps/generation_kunit.c"

#include "kunit/exits/account_fixture.c"
#include "kunit/exits/account_kunit.c"
#include "kunit/exits/exits_kunit.c"
#include "kunit/exits/runerror_kunit.c"
#include "kunit/exits/exitrows_kunit.c"
#include "kunit/exits/nestedrows_kunit.c"
#include "kunit/exits/narrow_kunit.c"
#include "kunit/exits/slow_kunit.c"
#include "kunit/exits/exitwords_kunit.c"
#include "kunit/exits/calibration_kunit.c"
#include "kunit/exits/hot_kunit.c"
#include "kunit/exits/recorder_kunit.c"

#include "kunit/base/figures_kunit.c"

#include "kunit/findings/judge_fixture.c"
#include "kunit/findings/judge_kunit.c"
#include "kunit/findings/starved_kunit.c"

#include "kunit/entry/autopsy_fixture.c"
#include "kunit/entry/autopsy_kunit.c"
#include "kunit/entry/checks_kunit.c"
#include "kunit/entry/vmstate_kunit.c"
#include "kunit/entry/nestedchecks_kunit.c"
#include "kunit/entry/dump_kunit.c"
#include "kunit/entry/insnerror_kunit.c"
#include "kunit/entry/failure_fixture.c"
#include "kunit/entry/failure_kunit.c"
#include "kunit/entry/failrows_kunit.c"
#include "kunit/entry/kept_kunit.c"
#include "kunit/entry/refusals_kunit.c"
#include "kunit/entry/vmexist_kunit.c"

#include "kunit/record/snapshot_fixture.c"
#include "kunit/record/snapshot_read_kunit.c"
#include "kunit/record/snapshot_write_kunit.c"
#include "kunit/record/trace_kunit.c"
#include "kunit/record/failures_kunit.c"
#include "kunit/record/recorder_read_kunit.c"

#include "kunit/findings/holes_kunit.c"
#include "kunit/findings/findings_kunit.c"
#include "kunit/findings/rules_kunit.c"

kunit_test_suites(&nestdiag_flag_suite,
		  &nestdiag_rules_suite,
		  &nestdiag_regs_suite,
		  &nestdiag_leaves_suite,
		  &nestdiag_kernel_suite,
		  &nestdiag_controls_suite,
		  &nestdiag_fields_suite,
		  &nestdiag_svm_suite,
		  &nestdiag_hypervisor_suite,
		  &nestdiag_hvleaves_suite,
		  &nestdiag_evmcs_suite,
		  &nestdiag_evmcsrows_suite,
		  &nestdiag_status_suite,
		  &nestdiag_depth_suite,
		  &nestdiag_emulator_suite,
		  &nestdiag_featuretable_suite,
		  &nestdiag_features_suite,
		  &nestdiag_generation_suite,
		  &nestdiag_account_suite,
		  &nestdiag_exits_suite,
		  &nestdiag_runerror_suite,
		  &nestdiag_exitrows_suite,
		  &nestdiag_nestedrows_suite,
		  &nestdiag_narrow_suite,
		  &nestdiag_slow_suite,
		  &nestdiag_exitwords_suite,
		  &nestdiag_calibration_suite,
		  &nestdiag_hot_suite,
		  &nestdiag_recorder_suite,
		  &nestdiag_figures_suite,
		  &nestdiag_judge_suite,
		  &nestdiag_starved_suite,
		  &nestdiag_autopsy_suite,
		  &nestdiag_checks_suite,
		  &nestdiag_vmstate_suite,
		  &nestdiag_nestedchecks_suite,
		  &nestdiag_dump_suite,
		  &nestdiag_insnerror_suite,
		  &nestdiag_failure_suite,
		  &nestdiag_failrows_suite,
		  &nestdiag_kept_suite,
		  &nestdiag_refusals_suite,
		  &nestdiag_vmexist_suite,
		  &nestdiag_snapshot_read_suite,
		  &nestdiag_snapshot_write_suite,
		  &nestdiag_trace_record_suite,
		  &nestdiag_fail_record_suite,
		  &nestdiag_recorder_record_suite,
		  &nestdiag_holes_suite,
		  &nestdiag_findings_suite);

MODULE_DESCRIPTION("KUnit tests of nestdiag's core");
MODULE_LICENSE("GPL");
