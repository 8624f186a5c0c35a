// SPDX-License-Identifier: GPL-2.0-only
/*
 * All files of the catalogue; catalogue.h says how a pattern is written.
 *
 * What was gone through for it: every pr_*(), printk(), kvm_err(), vcpu_unimpl(), WARN*() and
 * KVM_BUG() with a text in
 *
 *	arch/x86/kvm, virt/kvm, arch/x86/virt, arch/x86/hyperv, drivers/hv (hv_common.c,
 *	connection.c, vmbus_drv.c), arch/x86/kernel/cpu (feat_ctl.c, mshyperv.c, bus_lock.c,
 *	intel.c, amd.c, hypervisor.c), arch/x86/kernel (kvm.c, kvmclock.c, tsc.c, tsc_sync.c,
 *	nmi.c, apic/apic.c),
 *	arch/x86/mm/extable.c, kernel/watchdog.c, kernel/hung_task.c, kernel/workqueue.c,
 *	kernel/rcu/tree_stall.h and tree_exp.h, kernel/time/clocksource.c and hrtimer.c,
 *	kernel/sched/clock.c, kernel/events/core.c
 *		of Linux 5.10.262, 6.1.192, 6.12.117 and 7.2.13,
 *	accel/kvm, target/i386 (kvm/, cpu.c, host-cpu.c), hw/i386 (kvm/, x86*.c), hw/hyperv
 *		of QEMU 7.2 and 10.0,
 *	src/qemu, src/cpu, src/util, tools/virt-host-validate*
 *		of libvirt 9.0 and 11.3.
 *	accel/kvm, target/arm, hw/intc (arm_gic*), hw/arm/virt.c of QEMU 10.0,
 *	the codes of the Xen API and of WSL, as their repositories had them in 2026,
 *	the error codes and messages about virtualization of minikube, crc, Vagrant, nova, oVirt,
 *	Kata Containers, gVisor, libkrun, Lima, GNS3, Incus, seL4, Jailhouse and NOVA
 *		as their repositories had them in 2026.
 *
 * "Linux 6.1 to 7.2" therefore means: in those of the four that lie in this range; what the kernels
 * between them print was not looked up. Left out are messages about drivers of Hyper-V's devices,
 * about hardware of the host, and the lines of a dump of a VMCS or VMCB behind its first, which
 * nestdiag autopsy reads. Wordings without versions were seen in the log, or in one version of the
 * program, that is named as source.
 */
#include <stdlib.h>
#include <string.h>

#include "tools/log/catalogue/catalogue.h"

#define MAX_MESSAGES	4096	/* tests/host/messages.c looks each of them up */

extern const struct nd_catalogue nd_catalogue_nestdiag;
extern const struct nd_catalogue nd_catalogue_linux;
extern const struct nd_catalogue nd_catalogue_kmod;
extern const struct nd_catalogue nd_catalogue_kvm;
extern const struct nd_catalogue nd_catalogue_kvm_intel;
extern const struct nd_catalogue nd_catalogue_kvm_amd;
extern const struct nd_catalogue nd_catalogue_hyperv;
extern const struct nd_catalogue nd_catalogue_windows;
extern const struct nd_catalogue nd_catalogue_whp;
extern const struct nd_catalogue nd_catalogue_wsl;
extern const struct nd_catalogue nd_catalogue_hcs;
extern const struct nd_catalogue nd_catalogue_hyperv_vms;
extern const struct nd_catalogue nd_catalogue_qemu;
extern const struct nd_catalogue nd_catalogue_libvirt;
extern const struct nd_catalogue nd_catalogue_managers;
extern const struct nd_catalogue nd_catalogue_virtualbox;
extern const struct nd_catalogue nd_catalogue_vmware;
extern const struct nd_catalogue nd_catalogue_xen;
extern const struct nd_catalogue nd_catalogue_rust_vmms;
extern const struct nd_catalogue nd_catalogue_context;
extern const struct nd_catalogue nd_catalogue_haxm;
extern const struct nd_catalogue nd_catalogue_frontends;
extern const struct nd_catalogue nd_catalogue_desktops;
extern const struct nd_catalogue nd_catalogue_netlabs;
extern const struct nd_catalogue nd_catalogue_android;
extern const struct nd_catalogue nd_catalogue_clusters;
extern const struct nd_catalogue nd_catalogue_arm;
extern const struct nd_catalogue nd_catalogue_powerz;
extern const struct nd_catalogue nd_catalogue_kvm_bugs;
extern const struct nd_catalogue nd_catalogue_traces;
extern const struct nd_catalogue nd_catalogue_bhyve;
extern const struct nd_catalogue nd_catalogue_microkernels;
extern const struct nd_catalogue nd_catalogue_macos;
extern const struct nd_catalogue nd_catalogue_complaints;
extern const struct nd_catalogue nd_catalogue_failures;
extern const struct nd_catalogue nd_catalogue_guest;
extern const struct nd_catalogue nd_catalogue_outputs;
extern const struct nd_catalogue nd_catalogue_settings;

const struct nd_catalogue *const nd_catalogues[] = {
	&nd_catalogue_nestdiag,
	&nd_catalogue_linux,
	&nd_catalogue_guest,
	&nd_catalogue_outputs,
	&nd_catalogue_settings,
	&nd_catalogue_kmod,
	&nd_catalogue_kvm,
	&nd_catalogue_kvm_intel,
	&nd_catalogue_kvm_amd,
	&nd_catalogue_hyperv,
	&nd_catalogue_whp,
	&nd_catalogue_wsl,
	&nd_catalogue_hcs,
	&nd_catalogue_hyperv_vms,
	&nd_catalogue_windows,
	&nd_catalogue_qemu,
	&nd_catalogue_libvirt,
	&nd_catalogue_managers,
	&nd_catalogue_virtualbox,
	&nd_catalogue_vmware,
	&nd_catalogue_xen,
	&nd_catalogue_rust_vmms,
	&nd_catalogue_context,
	&nd_catalogue_haxm,
	&nd_catalogue_frontends,
	&nd_catalogue_desktops,
	&nd_catalogue_netlabs,
	&nd_catalogue_android,
	&nd_catalogue_clusters,
	&nd_catalogue_arm,
	&nd_catalogue_powerz,
	&nd_catalogue_kvm_bugs,
	&nd_catalogue_traces,
	&nd_catalogue_bhyve,
	&nd_catalogue_microkernels,
	&nd_catalogue_macos,
	&nd_catalogue_complaints,
	&nd_catalogue_failures,
	NULL
};

const struct nd_message *nd_message_at(unsigned int index)
{
	const struct nd_catalogue *const *c;

	for (c = nd_catalogues; *c; c++) {
		if (index < (*c)->nr)
			return &(*c)->messages[index];
		index -= (*c)->nr;
	}
	return NULL;
}

static int by_id(const void *a, const void *b)
{
	const struct nd_message *const *one = a, *const *other = b;

	return strcmp((*one)->id, (*other)->id);
}

const struct nd_message *nd_message_find(const char *id)
{
	static const struct nd_message *sorted[MAX_MESSAGES];
	static size_t nr;
	const struct nd_message *wanted = &(const struct nd_message){ .id = id };
	const struct nd_message **found;

	if (!nr) {
		while (nr < MAX_MESSAGES && (sorted[nr] = nd_message_at(nr)))
			nr++;
		qsort(sorted, nr, sizeof(*sorted), by_id);
	}
	found = bsearch(&wanted, sorted, nr, sizeof(*sorted), by_id);
	return found ? *found : NULL;
}

const char *nd_msg_severity_word(enum nd_msg_severity severity)
{
	static const char *const words[ND_NR_MSG_SEVERITIES] = {
		[ND_MSG_HARMLESS]	= "harmless",
		[ND_MSG_NOTE]		= "note",
		[ND_MSG_WARNING]	= "warning",
		[ND_MSG_ERROR]		= "error",
	};

	return words[severity];
}
