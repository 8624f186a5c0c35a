// SPDX-License-Identifier: GPL-2.0-only
/* Lines that come with others and are not shown themselves. */
#include "tools/log/catalogue/catalogue.h"

static const struct nd_clause itlb_multihit[] = {
	{ 0, "VMX unsupported", NULL,
	  "This kernel sees no VMX (always so on AMD, and in a VM that is given none).",
	  NULL },
	{ 0, "VMX disabled", NULL,
	  "VMX is there, and nothing has switched it on yet.",
	  NULL },
	{ 0, "Split huge pages", NULL,
	  "KVM works around the hole.",
	  NULL },
	{ 0 }
};

#define ROOT_ONLY(word) \
	{ 0, word, "The device of KVM is there, and nobody but root may open it: its group is root, or has no rights.", \
	  "No rule of udev was applied to it: there is no group kvm, or no udev (a container, WSL without systemd).", \
	  "As root: getent group kvm || groupadd --system kvm; then udevadm trigger /dev/kvm, or until the next start chgrp kvm /dev/kvm; chmod 660 /dev/kvm. Docker takes the mode from its host." }

#define FOREIGN(word) \
	{ 0, word, "The device of KVM is there, and belongs to a user that this container does not know.", \
	  "A container with users of its own (rootless, or unprivileged LXC): the host's root and group kvm have no name in it.", \
	  "On the host: group kvm for the container's owner, and the container has to keep that group (rootless Podman: --group-add keep-groups; LXC: lxc.idmap of the group kvm)." }

static const struct nd_clause kvm_listed[] = {
	FOREIGN("crw------- 1 nobody nogroup"), FOREIGN("crw-rw---- 1 nobody nogroup"),
	{ 0, "crw-rw----+", "The device of KVM is there; its owner and its group may open it, and whom the access list (+) names.",
	  NULL,
	  "getfacl /dev/kvm shows the list: mostly the user at the desktop, while the session lasts, and not over SSH. For others: sudo usermod -aG kvm USER and a new login." },
	ROOT_ONLY("crw------- "), ROOT_ONLY("crw-------. "),
	ROOT_ONLY("crw-rw---- 1 root root"), ROOT_ONLY("crw-rw----. 1 root root"),
	{ 0, "root kvm", "The device of KVM is there: root and group kvm may open it, with rw- at the end everybody.", NULL, NULL },
	{ 0 }
};

static const struct nd_message messages[] = {
	{
		.id = "panicked",
		.origin = "rust-vmm",
		.severity = ND_MSG_NOTE,
		.meaning = "A program written in Rust panicked; its message follows.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "thread '{any}' panicked at {word}:{n}:{n}:" },
			{ "thread '{any}' ({n}) panicked at {word}:{n}:{n}:", "Rust 1.89 and later" }
		),
	},
	{
		.id = "suppressed",
		.origin = "linux",
		.severity = ND_MSG_NOTE,
		.meaning = "The kernel left out as many repetitions of a message of that function.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{word}: {n} callbacks suppressed" }
		),
	},
	{
		.id = "terraform-place",
		.origin = "terraform",
		.severity = ND_MSG_NOTE,
		.meaning = "Where in Terraform's files the resource stands of which the line before tells.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any} on {word} line {n}, in resource \"{word}\" \"{word}\":{any}" },
			{ "{any} {n}: resource \"{word}\" \"{word}\"{any}" },
			{ "{n}: resource \"{word}\" \"{word}\"{any}" },
			{ "with aws_instance.{any}," },
			{ "{any} with libvirt_domain.{any}," },
			{ "* libvirt_{word}: {n} error(s) occurred:" },
			{ "* module.{any}: {n} error(s) occurred:" }
		),
	},
	{
		.id = "qemu-img-notes",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "qemu-img tells how it made an image; it was made.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "qemu-img: {any}Backing file specified without backing format{any}", "QEMU 5.1 to 6.0" },
			{ "Detected format of {any}", "QEMU 5.1 to 6.0" }
		),
	},
	{
		.id = "vbox-bits",
		.origin = "virtualbox",
		.severity = ND_MSG_NOTE,
		.meaning = "Lines of VBox.log below a register or a setting.",
		.last = true,
		.quiet = true,
		.idle = true,
		.wordings = ND_WORDINGS(
			{ "HM:   {any}" },
			{ "HM: AMD-V {any}" },
			{ "HM: Enabled {any}" },
			{ "HM: VT-x/AMD-V {any}" },
			{ "HM: Guest support: {any}" },
			{ "{any}component ConsoleWrap, interface IConsole{any}" },
			{ "NEM: {any}" },
			{ "vboxdrv: Found {n} processor cores{any}" },
			{ "vboxdrv: TSC mode is {any}" },
			{ "vboxdrv: Successfully loaded version {any}" },
			{ "vboxdrv: fAsync={any}" },
			{ "VBoxNetFlt: Successfully started.{any}" },
			{ "VBoxNetAdp: Successfully started.{any}" },
			{ "{any}error: Details: code {any}, component {word}, interface {any}" },
			{ "{any}Context: \"{any}\" at line {n} of file VBoxManage{any}" }
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
			{ "(XEN) {any}Domain {n} (vcpu#{n}) crashed on cpu#{n}:{any}" },
			{ "(XEN) {any}----[ Xen-{any}" },
			{ "(XEN) {any}CPU:    {n}" },
			{ "(XEN) {any}RIP:    {any}" },
			{ "(XEN) {any}RFLAGS: {any}" },
			{ "(XEN) {any}rax: {hex} {any}" },
			{ "(XEN) {any}rbp: {hex} {any}" },
			{ "(XEN) {any}rsi: {hex} {any}" },
			{ "(XEN) {any}rdx: {hex} {any}" },
			{ "(XEN) {any} r9:  {hex} {any}" },
			{ "(XEN) {any}r12: {hex} {any}" },
			{ "(XEN) {any}r15: {hex} {any}" },
			{ "(XEN) {any}cr3: {hex} {any}" },
			{ "(XEN) {any}fsb: {hex} {any}" },
			{ "(XEN) {any}ds: {hex} {any}" },
			{ "(XEN) {any}: info={hex} errcode={hex}{any}" },
			{ "(XEN) {any}intr_info={hex} errcode={hex}{any}" },
			{ "(XEN) {any}stack trace from rsp={hex}:" },
			{ "(XEN)    {hex} {hex} {hex} {hex}" },
			{ "(XEN)    {hex} {hex}" }
		),
	},
	{
		.id = "front-end-steps",
		.origin = "front-end",
		.severity = ND_MSG_NOTE,
		.meaning = "A step of a program that checks for virtualization; the result is in another line.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}Checking if {any}irtualization is enabled{any}", "CRC 1 to 2" },
			{ "{any}Checking if the vmx/svm flags are present in /proc/cpuinfo{any}", "CRC 1 to 2" },
			{ "{any}CPU virtualization flags are good{any}", "CRC 1 to 2" },
			{ "{any}Checking if KVM is enabled{any}", "CRC 1 to 2" },
			{ "{any}Checking if /dev/kvm exists{any}", "CRC 1 to 2" },
			{ "{any}For more detailed information, see http://vmware.com/info?id={n}{any}" },
			{ "{any}libguestfs: error: could not create appliance through libvirt{any}" },
			{ "There was an error talking to Libvirt. The error message is shown{any}" },
			{ "{any}Quickemu {word} using {any}" },
			{ "{any}sudo tee /sys/module/kvm/parameters/ignore_msrs" },
			{ "QEMU {word} monitor - type 'help' for more information{any}" }
		),
	},
	{
		.id = "kvm-split-line",
		.origin = "kvm",
		.severity = ND_MSG_NOTE,
		.meaning = "The first half of a line that was wrapped when it was pasted.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "vcpu{n}, guest rIP: {hex}" },
			{ "{any}zapping shadow pages for mmio generation wraparound" }
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
			{ "{any}haxm_warning: {hex} {any}" },
			{ "{any}haxm_error: log_{word}{any}" },
			{ "{any}haxm_error:log_{word}{any}" },
			{ "{any}haxm_error: {any}hax_teardown_vm{any}" },
			{ "{any}haxm_error: {hex} VMX_{any}" },
			{ "{any}haxm_error: {hex} GUEST_{any}" },
			{ "{any}haxm_error: {hex} HOST_{any}" },
			{ "{any}haxm_warning:{hex} {any}" },
			{ "{any}haxm_debug:{any}" }
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
			{ "BUG: unable to handle {any}" },
			{ "BUG: kernel NULL pointer dereference{any}" },
			{ "general protection fault{any}" },
			{ "invalid opcode: 0000 {any}" },
			{ "Oops: {any}" },
			{ "Unable to handle kernel {any}" },
			{ "divide error: 0000 {any}" },
			{ "BUG: KASAN: {any}" },
			{ "WARNING: suspicious RCU usage" },
			{ "WARNING: possible circular locking dependency detected" },
			{ "WARNING: possible recursive locking detected" },
			{ "WARNING: inconsistent lock state" },
			{ "BUG: sleeping function called from invalid context {any}" },
			{ "UBSAN: {any} in {any}" },
			{ "BUG: KFENCE: {any}" },
			{ "BUG: KMSAN: {any}" },
			{ "{any}suspicious rcu_dereference{any}" },
			{ "Read of size {n} at addr {any}" },
			{ "Write of size {n} at addr {any}" },
			{ "{n} lock held by {any}" },
			{ "{n} locks held by {any}" },
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
		.idle = true,
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
			{ "audit: type={n} {any}" },
			{ "Started {any}.service{any}" },
			{ "Starting {any}.service{any}" },
			{ "Stopped {any}.service{any}" },
			{ "Stopping {any}.service{any}" },
			{ "libvirt version: {any}" },
			{ "SYSTEM_MANUFACTURER: {any}" },
			{ "{any}KERNEL==\"kvm\"{any}" },
			{ "{any}Checking /dev/kvm #{any}" },
			{ "{any}character device /dev/kvm exists{any}" },
			{ "emulator: WHvGetCapability found. Querying WHPX capabilities..." },
			{ "driver bug: Unable to set devclass {any}" },
			{ "hv_vmbus: registering driver {any}" },
			{ "{any}vcpu {n} received sipi with vector # {hex}" },
			{ "{any}kvm_lapic_reset: vcpu={any}" }
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
	/* Not idle: words such as panic=1 are its ordinary content. */
	{
		.id = "kernel-command-line",
		.origin = "kernel",
		.severity = ND_MSG_NOTE,
		.meaning = "The command line that the kernel was started with.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "Kernel command line: {any}" },
			{ "Command line: {any}" }
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
	{
		.id = "vboxdrv-symbols",
		.origin = "virtualbox",
		.severity = ND_MSG_NOTE,
		.meaning = "VirtualBox' module uses KVM's functions for hardware virtualization of this kernel.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "vboxdrv: Found KVM hardware-virtualization symbols" },
			{ "vboxdrv: module uses symbol {any} from namespace module:kvm{any}" }
		),
	},
	{
		.id = "haxm-found",
		.origin = "haxm",
		.severity = ND_MSG_NOTE,
		.meaning = "What HAXM's checktool found in place.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "VMX supported {any}*  Yes" },
			{ "VMX enabled {any}*  Yes" },
			{ "EPT supported {any}*  Yes" },
			{ "Hyper-V disabled {any}*  Yes" },
			{ "Execute: {any}checktool.exe{any}" }
		),
	},
	{
		.id = "powershell-trailer",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "What PowerShell writes below an error: where it came from.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}+ CategoryInfo {any}" },
			{ "{any}+ FullyQualifiedErrorId {any}" }
		),
	},
	{
		.id = "event-head",
		.origin = "windows",
		.severity = ND_MSG_NOTE,
		.meaning = "The head of an event of Windows: its log and source.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "Log Name:{any}Microsoft-Windows-Hyper-V-{any}" },
			{ "Source:{any}Microsoft-Windows-Hyper-V-{any}" },
			{ "Nombre de registro:{any}Microsoft-Windows-Hyper-V-{any}" },
			{ "Origen:{any}Microsoft-Windows-Hyper-V-{any}" },
			{ "<Provider Name={any}Microsoft-Windows-Hyper-V-{any}" },
			{ "<Channel>Microsoft-Windows-Hyper-V-{any}" }
		),
	},
	{
		.id = "firmware-boots",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "Lines in which the firmware of a guest (EDK2) tells what it tries to boot from.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "UEFI firmware (version {any} built at {any})" },
			{ "SeaBIOS (version {any})" },
			{ "{any}BdsDxe: loading Boot{hex} {any}" },
			{ "{any}BdsDxe: starting Boot{hex} {any}" },
			{ "{any}BdsDxe: failed to load Boot{hex} {any}: Not Found" },
			{ "{any}sev_guest_init: using :KVM_SEV_{any}" }
		),
	},
	{
		.id = "qemu-version",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "The version of QEMU, and the settings that Vagrant gives a VM.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}QEMU emulator version {any}" },
			{ "{any}Copyright (c) {any} Fabrice Bellard{any}" },
			{ "{any}==> {word}:  -- {any}", "vagrant-libvirt" }
		),
	},
	{
		.id = "libvirt-in-container",
		.origin = "libvirt",
		.severity = ND_MSG_NOTE,
		.meaning = "What libvirt misses in a container (KubeVirt's virt-launcher), and can do without.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}Unable to get DBus system bus connection: {any}" },
			{ "{any}At least one cgroup controller is required: {any}" },
			{ "{any}GLib-WARNING **: {any}: gmem.c:{any}" },
			{ "{any}Failed to reset devices.list: Operation not permitted" },
			{ "{any}Failed to set invocation ID on control group {any}" },
			{ "{any}Failed to open config space file '/sys/bus/pci/{any}" },
			{ "{any}Child process ({any}dmidecode {any}unexpected exit status {any}" }
		),
	},
	{
		.id = "bhyve-vmcs",
		.origin = "bhyve",
		.severity = ND_MSG_NOTE,
		.meaning = "Lines of a VMCS that HyperKit prints.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "VMCS_{word}: {any}0x{hex}" }
		),
	},
	{
		.id = "gns3-command",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "The command with which GNS3 started QEMU.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "Start QEMU with {any}qemu-system-{any}", "GNS3 2" }
		),
	},
	{
		.id = "android-hints",
		.origin = "android",
		.severity = ND_MSG_NOTE,
		.meaning = "Lines of the Android emulator and its driver's installer beside the one that says what is wrong.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "Running {any}Hypervisor Driver {any}installer" },
			{ "The KVM line in /etc/group is: {any}" },
			{ "If the current user has KVM permissions,{any}" },
			{ "the KVM line in /etc/group should end with {any}" },
			{ "If we see LINE_NOT_FOUND, the kvm group may need to be created {any}" },
			{ "{any}sudo groupadd -r kvm{any}" }
		),
	},
	{
		.id = "clh-head",
		.origin = "cloud-hypervisor",
		.severity = ND_MSG_NOTE,
		.meaning = "The head of Cloud Hypervisor's errors, which follow.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "{any}Cloud Hypervisor exited with the following {any}", "Cloud Hypervisor 53" }
		),
	},
	{
		.id = "list-follows",
		.origin = "multipass",
		.severity = ND_MSG_ERROR,
		.meaning = "Multipass did not get an instance to run; the reason is in the lines that follow this one.",
		.cause = "\"timed out waiting for response\": the VM was started, and the system in it does not boot, or boots too slowly (emulation, nesting that is weak below), or has no network.",
		.remedy = "Those lines; multipass list, multipass exec NAME -- true; the log of multipassd; nestdiag check for KVM.",
		.last = true,
		.elsewhere = true,
		.wordings = ND_WORDINGS(
			{ "launch failed: The following errors occurred:{any}" },
			{ "start failed: The following errors occurred:{any}" }
		),
	},
	{
		.id = "sev-trace",
		.origin = "qemu",
		.severity = ND_MSG_NOTE,
		.meaning = "QEMU's trace events of starting a confidential guest.",
		.last = true,
		.quiet = true,
		.wordings = ND_WORDINGS(
			{ "kvm_sev_init{any}" },
			{ "kvm_sev_snp_launch_{any}" },
			{ "kvm_sev_launch_{any}" },
			{ "kvm_sev_change_state {any}" }
		),
	},
	{
		.id = "dev-kvm-listed",
		.origin = "any",
		.severity = ND_MSG_NOTE,
		.meaning = "The device of KVM is there; the line shows who may open it: its owner, its group (mostly kvm), and with rw- at the end everybody.",
		.remedy = "A program that is denied: sudo usermod -aG kvm USER and a new login. In a container the device can be there without KVM behind it: nestdiag check.",
		.clauses = kvm_listed,
		.wordings = ND_WORDINGS(
			{ "{any}crw{word} {n} {word} {word} 10, {any}/dev/kvm" },
			{ "{any}crw{word} {n} {word} {word} 10, {any} kvm" }
		),
	},
	{
		.id = "itlb-multihit",
		.origin = "boot",
		.severity = ND_MSG_HARMLESS,
		.meaning = "How things stand with a hole of older Intel processors (iTLB multihit), by which a guest of KVM can stop its host. It does not say that KVM is missing.",
		.cause = "KVM's work-around for it is not on.",
		.fold = true,
		.clauses = itlb_multihit,
		.wordings = ND_WORDINGS(
			{ "{any}KVM: Mitigation: VMX unsupported" },
			{ "{any}KVM: Mitigation: VMX disabled" },
			{ "{any}KVM: Mitigation: Split huge pages" },
			{ "{any}KVM: Vulnerable" }
		),
	},
	{
		.id = "cpu-vulnerability",
		.origin = "boot",
		.severity = ND_MSG_NOTE,
		.meaning = "What lscpu says of the holes of a processor.",
		.quiet = true,
		.last = true,
		.wordings = ND_WORDINGS(
			{ "Vulnerability {any}: {any}" },
			{ "{any}/cpu/vulnerabilities/{word}:{any}", "Linux 4.19 to 7.2" },
			{ "{any}Mitigation: PTE Inversion; VMX: {any}", "Linux 4.19 to 7.2" },
			{ "{any}Mitigation; PTE Inversion; VMX {any}", "Linux 4.19 to 7.2" }
		),
	},
};

const struct nd_catalogue nd_catalogue_context = {
	"context", messages, ARRAY_SIZE(messages)
};
