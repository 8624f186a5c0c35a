/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The snapshot: facts as text, one record a line. The same code writes it in the kernel (debugfs
 * "raw") and reads it in the tool.
 */
#ifndef NESTDIAG_SNAPSHOT_H
#define NESTDIAG_SNAPSHOT_H

#define ND_SNAPSHOT_LINE	1152	/* every line that is written fits */

/*
 * The records. Fields are separated by single spaces; a space, a backslash or an unprintable byte
 * within a field is written as \ooo in octal; numbers are hexadecimal with 0x unless noted.
 *
 *	taken TIME VERSION [HOSTNAME]		by which version of the tool and when, in UTC as
 *						2026-11-28T19:20:00Z
 *	module VERSION INTERFACE		written by ring 0; INTERFACE decimal
 *	kernel RELEASE MACHINE
 *	proc_version TEXT			/proc/version, written by the tool
 *	platform GUEST_TYPE HV_SUPPORT		see struct nd_facts
 *	cpu N VENDOR FAMILY MODEL STEPPING MICROCODE	decimal but for MICROCODE
 *	cpuid N LEAF SUBLEAF EAX EBX ECX EDX	registers: 8 digits without 0x
 *	msr N INDEX VALUE			VALUE: 16 digits, or fault, or absent
 *	assist N GPA STATE BYTES		STATE: ok, fault, absent; BYTES only with ok
 *	evmcs N GPA STATE			STATE: see nd_evmcs_state_word()
 *	evmcs_data N OFFSET BYTES		parts of a current enlightened VMCS
 *	guest_msr INDEX VALUE			what KVM gives to hypervisors in its guests, read
 *	guest_cpuid LEAF SUBLEAF EAX EBX ECX EDX	from /dev/kvm: as msr and cpuid, without the
 *						CPU. Leaves from 0x40000000 on are those of Hyper-V
 *						that KVM emulates if the VMM wants them
 *	param MODULE NAME VALUE
 *	price SAMPLES MIN MEDIAN TSC_KHZ	decimal; see struct nd_cost
 *	host KEY VALUE				the host around KVM, see below
 *	kvm_stat VM VCPU NAME VALUE		one of KVM's own statistics, from its debugfs; VALUE
 *						decimal; VM: PID-FD, or - for the sum over all VMs
 *						that exist; VCPU: decimal, or - for the whole VM.
 *						All of one VM or vCPU stand together
 *
 * Facts of the host. A VALUE is "absent" if the host has no such thing, "unreadable" if it could
 * not be read; lists have spaces between their words. A key that is missing was not looked for.
 *
 *	modules		loaded modules that matter: KVM's, other hypervisors', nestdiag
 *	kvm_mode kvm_owner kvm_group		/dev/kvm: permissions in octal, names or numbers
 *	kvm_access	"yes" or "no": does the mode of /dev/kvm let the recording user read and write it
 *	kvm_open	"ok", or why opening it failed all the same
 *	mem_total_kb mem_available_kb hugepages_total hugepages_free hugepage_kb
 *	cpu_stolen_ticks cpu_ticks	of all CPUs since the machine booted, as /proc/stat has
 *			them: those during which the hypervisor below ran something else; all
 *	thp		transparent huge pages: always, madvise, never
 *	clocksource clocksources		the current one, and those to choose from
 *	tsc_flags	of constant_tsc, nonstop_tsc, tsc_reliable
 *			and tsc_known_freq those in /proc/cpuinfo
 *	vmscape		what the kernel does against VMSCAPE, in its words
 *	iommu_groups	their number
 *	vfio_devices	number of devices that are bound to vfio-pci
 *	vfio_mixed	GROUP DEVICE DRIVER: a group of theirs has a device with another driver
 *	secure_boot	on, off
 *	lockdown	none, integrity, confidentiality; unmounted: securityfs, which would tell
 *	sig_enforce	Y, N
 *	modules_disabled	0, 1: no module can be loaded any
 *				more; absent: a kernel without modules
 *	dmi_vendor dmi_product			what the firmware calls this machine
 *	dmi_asset	its asset tag, recorded only where it is Azure's
 *	kvm_offer	"ok", or why /dev/kvm could not be asked for guest_msr and guest_cpuid
 *	kvm_stats	of KVM's statistics: ok; partly: some files could not be read, as under
 *			lockdown, which leaves those that cannot be cleared; unreadable; absent
 *	apicv_vms	VMs that ran while the tool looked at what inhibits APICv or AVIC, after
 *			counting exits for an interval
 *	apicv_inhibit.REASON	in how many of these KVM inhibits it
 *				for REASON, by KVM's name or number
 *	hot_msr		INDEX ACCESS COUNT ALL NAME: the MSR that most accesses were to in a moment
 *			after counting exits for an interval, and accesses to all; NAME: -, or as
 *			nestdiag hot msr has it; none: there was no access
 *	hot_msr_all	how many accesses that were
 *	hot_msr.INDEX.ACCESS	how many of them were to INDEX, of the eight that most were to;
 *			ACCESS: read or write, those that got #GP left out
 *	boot_mem	mem= on the kernel's command line, by which it leaves memory alone
 *	vms_devmem_nested	VMs that have run nested guests and whose process maps /dev/mem;
 *			looked for only where boot_mem is not absent
 *	kvm_traced	of kvm_exit and kvm_entry those that are on in tracefs, EVENT or
 *			INSTANCE:EVENT; none; absent: KVM has no such events
 *	vcpu_threads vcpu_run_ms vcpu_wait_ms	threads of all vCPUs; how long they ran, and how
 *			long they waited for a CPU, since they began
 *	nested_runs	entries of nested guests by KVM's statistics, of VMs that exist
 *	guests_qemu guests_given		QEMU processes with KVM; those
 *						whose CPU has vmx or svm
 *	guests_hyperv guests_hyperv_nested	of the latter, those that are shown Hyper-V's
 *			interface; of these, those that have run nested guests, by KVM's statistics
 *	guests_hyperv_plain	of these, those that are not given the enlightened VMCS
 *	kvm_arm_mode	value of kvm-arm.mode on the kernel's command line
 *	asked.MODULE.NAME			VALUE FILE: a parameter asked for in modprobe.d
 *	boot.MODULE.NAME			VALUE: the same on the kernel's command line
 *	tunnel.NAME	KIND MTU LOWER LOWER_MTU: vxlan or geneve; LOWER is the interface that
 *			carries it, or "-": then LOWER_MTU is the largest of any that could
 *
 * Exit accounting. Counts and times are decimal, times in nanoseconds; LEVEL: guest, nested;
 * REASON: as the processor gives it. The first of them comes before all others: by its TSC_KHZ they
 * are turned back into ticks, which the bounds of histograms are made of.
 *
 *	trace SOURCE COMPARED MISMATCHED TSC_KHZ ISA [ERRNO]	SOURCE: none, vmx, record, argument,
 *						unavailable, for which ERRNO says why; bpf, hist:
 *						the tool counted, without the module; ISA: unknown,
 *						vmx, svm
 *	tracepoint NAME STATE ERRNO		STATE: absent, attached, off, failed, untyped,
 *						foreign, unsupported; ERRNO decimal
 *	in_guest LEVEL TOTAL_NS SHORTEST_NS	time in guests; SHORTEST_NS 0 if not measured. If
 *						this or the next is not there, it is not known
 *	missed NO_EXIT UNTABLED UNREAD REFUSALS	entries, exits, exits, refusals: see struct nd_acct
 *	exits ISA LEVEL REASON COUNT TOTAL_NS MAX_NS TIMED HIST	MAX_NS 0 if unknown; HIST: counts of
 *						the histogram's buckets, commas between, 0s at its
 *						end left out but for the first
 *	nested ENTRIES EXITS
 *	reflected REASON COUNT CAUSED		nested exits handed on, and what they caused
 *	userspace REASON COUNT			REASON: KVM_EXIT_ number, decimal
 *	runs INTERRUPTED WAITING FAILED		returns of KVM_RUN with an
 *						error, see enum nd_run_error
 *	exits_cpu N LEVEL COUNT TIMED TOTAL_NS MAX_NS GUEST_NS
 *	vcpu PID ID LEVEL REASON STATE EXITED_NS ENTERED_NS GUEST_NS HOST_NS	of its last exit:
 *						REASON none, other, or a number; STATE: guest, host;
 *						how long ago it exited and entered; time in the
 *						guest and out
 *	vcpu_exits PID ID LEVEL REASON COUNT	after its vcpu; REASON: other, or a number
 *	refusal ERROR COUNT TEXT		ERROR decimal
 *
 * Failed launches, see struct nd_failure. Numbers are decimal but for REASON, QUALIFICATION and
 * what was captured; "-" stands for what is not known.
 *
 *	failures DROPPED ENTRY VMFAIL REFUSED SHUTDOWN INTERNAL [RUN]	how many since
 *						counting began
 *	failure NUMBER TIME_NS KIND ISA LEVEL PID TID VCPU REASON QUALIFICATION ERROR EVIDENCE
 *		PROCESS MESSAGE [CAUSE COUNT]	where COUNT, more than one, have the same cause: the
 *						first, whose number is CAUSE, then the latest;
 *						KIND: entry, vmfail, refused, shutdown,
 *						internal-error, run-error;
 *						LEVEL: guest, nested, unknown;
 *						EVIDENCE: none, vmcs, evmcs, other-vmcs, fault,
 *						rate, lockdown, vmcb, asked, no-module,
 *						trust-domain
 *	failure_field NUMBER FIELD VALUE	after its failure; FIELD: Linux's name of it
 *	failure_msr NUMBER INDEX VALUE		the same, of the VM-entry MSR-load area
 */

/*
 * The last exits of vCPUs, see struct nd_recorder. Times are decimal, in nanoseconds before these
 * were read.
 *
 *	recorder SIZE				so many of each vCPU are
 *						recorded, decimal; 0: none are
 *	recording PID ID WHY TAKEN_NS STATE ENTERED_NS TORN	of one vCPU, as they were when they
 *						were taken; WHY: live, asked, stuck, unwoken,
 *						starved, or a KIND of failure; STATE: guest, host;
 *						TORN of them could not be read
 *	recorded EXITED_NS GUEST_NS LEVEL REASON [INFO1 INFO2]	after its recording, the oldest
 *						first; GUEST_NS: time in the guest before, or "-";
 *						INFO1 and INFO2: AMD's EXITINFO1 and EXITINFO2
 */

#endif /* NESTDIAG_SNAPSHOT_H */
