// SPDX-License-Identifier: GPL-2.0-only
/* Lines that come with others and are not shown themselves. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_message messages[] = {
	{
		.id = "panicked",
		.origin = "rust-vmm",
		.severity = ND_MSG_NOTE,
		.meaning = "A program written in Rust panicked; its message follows.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "thread '{any}' panicked at {any}" }
		),
	},
	{
		.id = "vbox-bits",
		.origin = "virtualbox",
		.severity = ND_MSG_NOTE,
		.meaning = "Lines of VBox.log below a register or a setting.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "HM:   {any}" },
			{ "{any}component ConsoleWrap, interface IConsole{any}" },
			{ "NEM: {any}" }
		),
	},
	{
		.id = "xen-state",
		.origin = "xen",
		.severity = ND_MSG_NOTE,
		.meaning = "Lines of Xen's dumps of a domain.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "(XEN) EFER = {any}" },
			{ "(XEN) Domain {n} (vcpu#{n}) crashed on cpu#{n}:{any}" },
			{ "(XEN) {any}: info={hex} errcode={hex}{any}" },
			{ "(XEN) {any}intr_info={hex} errcode={hex}{any}" }
		),
	},
	{
		.id = "haxm-dump",
		.origin = "haxm",
		.severity = ND_MSG_NOTE,
		.meaning = "Other lines of HAXM's dump of a VMCS.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}haxm_warning: {hex} {any}" }
		),
	},
	{
		.id = "kvmok-other",
		.origin = "kvm-ok",
		.severity = ND_MSG_NOTE,
		.meaning = "Other lines of kvm-ok.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "Your CPU supports KVM extensions" },
			{ "/dev/kvm exists" },
			{ "Enter your BIOS setup and enable Virtualization Technology (VT),{any}" },
			{ "HINT: {any}modprobe kvm{any}" }
		),
	},
	{
		.id = "kata-found",
		.origin = "kata",
		.severity = ND_MSG_NOTE,
		.meaning = "A check of kata-check that passed.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}CPU property found {any}" },
			{ "{any}Kernel property value correct{any}" },
			{ "{any}kernel property found{any}" }
		),
	},
	{
		.id = "oops",
		.origin = "kernel",
		.severity = ND_MSG_NOTE,
		.meaning = "Lines of a kernel trace that name the running task.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "Internal error: Oops{any}" },
			{ "Modules linked in: {any}" },
			{ "CPU: {cpu} {any}Comm: {any}" },
			{ "Hardware name: {any}" },
			{ "lr : {word}" }
		),
	},
	{
		.id = "trace-other",
		.origin = "trace",
		.severity = ND_MSG_NOTE,
		.meaning = "Other trace events of KVM.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "kvm_entry:{any}" },
			{ "kvm_cr:{any}" },
			{ "kvm_msr:{any}" },
			{ "kvm_emulate_insn:{any}" },
			{ "kvm_cpuid:{any}" },
			{ "kvm_page_fault:{any}" },
			{ "kvm_apic:{any}" },
			{ "kvm_pio:{any}" },
			{ "kvm_mmio:{any}" },
			{ "kvm_inj_virq:{any}" },
			{ "kvm_inj_exception:{any}" },
			{ "kvm_fpu:{any}" },
			{ "kvm_userspace_exit:{any}" },
			{ "kvm_eoi:{any}" },
			{ "kvm_ack_irq:{any}" },
			{ "kvm_set_irq:{any}" },
			{ "kvm_msi_set_irq:{any}" },
			{ "kvm_pic_set_irq:{any}" },
			{ "kvm_ioapic_set_irq:{any}" },
			{ "kvm_vcpu_wakeup:{any}" },
			{ "kvm_halt_poll_ns:{any}" },
			{ "kvm_hypercall:{any}" },
			{ "kvm_hv_hypercall:{any}" },
			{ "kvm_wait_lapic_expire:{any}" },
			{ "kvm_write_tsc_offset:{any}" },
			{ "kvm_update_master_clock:{any}" },
			{ "kvm_track_tsc:{any}" },
			{ "kvm_ple_window_update:{any}" },
			{ "kvm_apic_accept_irq:{any}" },
			{ "kvm_apic_ipi:{any}" },
			{ "kvm_age_hva:{any}" },
			{ "kvm_unmap_hva_range:{any}" },
			{ "kvm_test_age_hva:{any}" },
			{ "kvm_try_async_get_page:{any}" },
			{ "kvm_dirty_ring_push:{any}" },
			{ "kvm_pvclock_update:{any}" },
			{ "kvm_exit_timeout:{any}" },
			{ "kvm_pml_full:{any}" },
			{ "kvm_enter_smm:{any}" },
			{ "kvm_eoi_virt:{any}" },
			{ "kvm_mmu_get_page:{any}" },
			{ "kvm_mmu_sync_page:{any}" },
			{ "kvm_mmu_prepare_zap_page:{any}" },
			{ "kvm_mmu_pagetable_walk:{any}" },
			{ "kvm_mmu_paging_element:{any}" },
			{ "kvm_mmu_walker_error:{any}" },
			{ "fast_page_fault:{any}" },
			{ "mark_mmio_spte:{any}" },
			{ "handle_mmio_page_fault:{any}" }
		),
	},
	{
		.id = "vm-boot",
		.origin = "kernel",
		.severity = ND_MSG_NOTE,
		.meaning = "Lines that every virtual machine prints and that name its hypervisor.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "Detected virtualization {word}" },
			{ "DMI: {any}" },
			{ "scsi {word} CD-ROM {any}" },
			{ "scsi {word} Direct-Access {any}" },
			{ "input: {any} as /devices/{any}" },
			{ "usb {word} Product: {any}" },
			{ "usb {word} Manufacturer: {any}" },
			{ "hid-generic {any}" },
			{ "Booting paravirtualized kernel on {any}" },
			{ "VMware: {any}" },
			{ "vmware: {any}" },
			{ "xen:{any}" },
			{ "Xen: {any}" },
			{ "hyperv_fb: {any}" },
			{ "hyperv_drm {any}" },
			{ "hid-hyperv {any}" },
			{ "vboxguest: {any}" },
			{ "{any}VirtualBox mouse integration{any}" },
			{ "Kernel command line: {any}" },
			{ "Command line: {any}" },
			{ "audit: type={n} {any}" },
			{ "Started {any}.service{any}" },
			{ "Starting {any}.service{any}" },
			{ "Stopped {any}.service{any}" },
			{ "Stopping {any}.service{any}" },
			{ "libvirt version: {any}" }
		),
	},
	{
		.id = "validate-pass",
		.origin = "libvirt",
		.severity = ND_MSG_NOTE,
		.meaning = "What virt-host-validate found in place.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{word}: Checking {any}: PASS" }
		),
	},
	{
		.id = "vm-boot-kvm",
		.origin = "kvm-guest",
		.severity = ND_MSG_NOTE,
		.meaning = "Other lines of KVM's guest side and of the FPU.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "kvm-guest: {any}" },
			{ "x86/fpu: {any}" }
		),
	},
};

const struct nd_catalogue nd_catalogue_context = {
	"context", messages, ARRAY_SIZE(messages)
};
