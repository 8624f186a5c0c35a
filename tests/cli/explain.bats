#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# nestdiag explain: each sort of thing that a word may be, and what it means on a machine.

# Variables that bats and common.bash set; each test is a subshell; '$1' is another shell's.
# shellcheck disable=SC2154,SC2030,SC2031,SC2016

load common

setup() {
	export NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR
}

# is WORDS SORT LABEL: the one reading of these words
is() {
	# shellcheck disable=SC2086 # several words
	nd 0 explain --json $1
	json '.readings | length == 1'
	[ "$(jq -r '.readings[0].sort' <<<"$output")" = "$2" ]
	[[ $(jq -r '.readings[0].label' <<<"$output") == $3 ]]
}

@test "features by name and title" {
	is vmx-shadow-vmcs feature "vmx-shadow-vmcs (VMCS shadowing)"
	json '.readings[0].meaning | contains("bit 14 of IA32_VMX_PROCBASED_CTLS2") and contains("enable_shadow_vmcs") and contains("eVMCS version 1 cannot")'
	nd 0 explain --json "VMCS shadowing"
	json '.readings[0].id == "vmx-shadow-vmcs"'
	is "feature npt" feature "npt (*)"
	nd 0 explain --json npt
	json '[.readings[].sort] == ["feature", "parameter-of-KVM"]'
	is VMX-EPT feature "vmx-ept (Enable EPT)"
}

@test "findings by id, with the verdict on the machine" {
	is nested-off finding "nested-off (*)"
	lines 'cpu 0 GenuineIntel 6 69 1 0x25' 'param kvm_intel nested N'
	nd 0 explain --json nested-off --from "$snapshot"
	json '.readings[0].here | startswith("applies here")'
	lines 'cpu 0 GenuineIntel 6 69 1 0x25' 'param kvm_intel nested Y'
	nd 0 explain --json nested-off --from "$snapshot"
	json '.readings[0].here | startswith("applies here") | not'
}

@test "every finding has a meaning, which is neither its title nor what it asks" {
	nd 0 check --list --json --from "$FIXTURES/synthetic-amd-svm.snapshot"
	rules=$(jq -r '.rules[] | [.id, .asks, .title] | join("\u001f")' <<<"$output")
	while IFS=$'\x1f' read -r id asks title; do
		is "finding $id" finding "$id ($title)"
		meaning=$(jq -r '.readings[0].meaning' <<<"$output")
		[[ $meaning == *" "*" "*" "*. ]] || { echo "$id: '$meaning'"; return 1; }
		[[ $meaning != *"$asks"* && $meaning != "$title" ]] || { echo "$id: $meaning"; return 1; }
	done <<<"$rules"
}

@test "a feature is placed in its register or leaf, each with its bit" {
	nd 0 explain --json vmx-ept
	json '.readings[0].meaning | startswith("bit 1 of IA32_VMX_PROCBASED_CTLS2")'
	json '.readings[0].meaning | contains("eVMCS") | not'
	nd 0 explain --json "feature npt"
	json '.readings[0].meaning | startswith("CPUID 0x8000000a edx bit 0;")'
	nd 0 explain --json vmx-apicv-vid
	json '.readings[0].meaning | contains("eVMCS version 1 cannot express it. Without it, ")'
}

@test "exit reasons by name, number and with bit 31" {
	is EPT_VIOLATION "VMX-exit-reason" "48 EPT_VIOLATION"
	is ept_violation "VMX-exit-reason" "48 EPT_VIOLATION"
	is EXIT_REASON_EPT_VIOLATION "VMX-exit-reason" "48 EPT_VIOLATION"
	is "exit-reason 48" "VMX-exit-reason" "48 EPT_VIOLATION"
	is "exit reason 0x30" "VMX-exit-reason" "48 EPT_VIOLATION"
	is 0x80000021 "VMX-exit-reason" "33 INVALID_STATE, the VM entry failed (bit 31)"
	is 0x0400001e "VMX-exit-reason" "30 IO_INSTRUCTION, the guest locked the bus, too (bit 26)"
	is 0x0800000a "VMX-exit-reason" "10 CPUID, from an enclave (bit 27)"
	nd 3 explain 0x0200001e
	is npf "SVM-exit-code" "0x400 npf"
	is "svm exit 0x72" "SVM-exit-code" "0x72 cpuid"
	is SVM_EXIT_VMRUN "SVM-exit-code" "0x80 vmrun"
	is 0xffffffff "SVM-exit-code" "0xffffffff invalid_guest_state"
}

@test "names with what others put before them, and words of other architectures" {
	is "#VMEXIT 0x400" "SVM-exit-code" "0x400 npf"
	is "vmexit 48" "VMX-exit-reason" "48 EPT_VIOLATION"
	is VPID feature "vmx-vpid (Enable VPID)"
	is pKVM term "pKVM, protected KVM on Arm"
	is "intel_iommu=on" term "intel_iommu, a parameter of Linux: VT-d"
}

@test "syndromes of Arm" {
	is "ESR_EL2 0x62380405" "exception-class-of-Arm" "class 0x18, SYS64"
	nd 0 explain "ESR_EL2 0x62380405"
	[[ $output == *"S3_0_C1_C2_4, read"* ]]
	nd 0 explain "HSR=0x93810046"
	[[ $output == *"fault at level 2"* ]]
	nd 0 explain "HSR_EC: 0x0024 (DABT_LOW)"
	[[ $output == *"class 0x24, DABT_LOW"* ]]
	nd 0 explain DABT_LOW
	nd 3 explain ERET
	nd 3 explain "ESR 0x08000000"
}

@test "VM-instruction errors, Suberrors and exceptions" {
	is "VM-instruction error 7" "VM-instruction-error" "7, VM entry with invalid control field(s)"
	is "insn-error 12" "VM-instruction-error" "12, VMREAD/VMWRITE from/to unsupported VMCS component"
	is "suberror 3" "Suberror-of-KVM_EXIT_INTERNAL_ERROR" "3, KVM_INTERNAL_ERROR_DELIVERY_EV"
	is "Suberror: 1" "Suberror-of-KVM_EXIT_INTERNAL_ERROR" "1, KVM_INTERNAL_ERROR_EMULATION"
	is "exception 14" exception "vector 14, #PF, page fault"
	is "#GP" exception "vector 13, #GP, general protection"
	nd 3 explain insn-error 14
	nd 3 explain insn-error 29
	nd 3 explain suberror 9
	nd 3 explain exception 32
	nd 3 explain exit reason 35
	nd 3 explain 0x40001234
}

@test "a hardware error is one of three things, by its number" {
	is "hardware error 0x7" "VM-instruction-error" "7, *"
	is "hardware error 8" "VM-instruction-error" "8, *"
	is "hardware error 0x80000021" "VMX-exit-reason" "33 INVALID_STATE, *"
	is "hardware error 0xffffffff" "SVM-exit-code" "0xffffffff *"
	is "hardware error 0xffffffffffffffff" "SVM-exit-code" "0xffffffff *"
}

@test "registers, fields and leaves" {
	is 0x48b MSR "0x48b, IA32_VMX_PROCBASED_CTLS2"
	is "msr 0x3a" MSR "0x3a, IA32_FEATURE_CONTROL"
	is ia32_vmx_basic MSR "0x480, IA32_VMX_BASIC"
	is 0x2012 "VMCS-field" "0x2012, *"
	json '.readings[0].meaning | contains("offset 0x")'
	is "field 0x202a" "VMCS-field" "0x202a, *"
	# The high half of a 64-bit field has an odd encoding and lies 4 bytes on in the page.
	is 0x2800 "VMCS-field" "0x2800, VMCS link pointer"
	json '.readings[0].meaning | contains("at offset 0x1a0 as vmcs_link_pointer")'
	is 0x2801 "VMCS-field" "0x2801, VMCS link pointer"
	json '.readings[0].meaning | contains("at offset 0x1a4 as vmcs_link_pointer")'
	nd 3 explain field 0x4001
	nd 3 explain field 0x0801
	is 0x4000000a "CPUID-leaf" "0x4000000a"
	nd 3 explain msr 0x7777
	haswell
	nd 0 explain --json 0x48b --from "$snapshot"
	json '.readings[0].here | startswith("0x7cff00000000 on CPU 0")'
}

@test "parameters of KVM, with the machine's value" {
	is kvm_intel.enlightened_vmcs "parameter-of-KVM" kvm_intel.enlightened_vmcs
	is enable-shadow-vmcs "parameter-of-KVM" kvm_intel.enable_shadow_vmcs
	is kvm_amd/avic "parameter-of-KVM" kvm_amd.avic
	is kvm-intel.ept=0 "parameter-of-KVM" kvm_intel.ept
	nd 0 explain --json nested
	json '[.readings[].label] == ["kvm_intel.nested", "kvm_amd.nested"]'
	lines 'param kvm_intel nested N'
	nd 0 explain --json kvm_intel.nested --from "$snapshot"
	json '.readings[0].here == "N"'
	nd 3 explain kvm_intel.npt
}

# As module_param() and the variables' initializers have it in Linux 6.12.
@test "parameters of KVM have the defaults of KVM's source" {
	while read -r parameter default; do
		nd 0 explain --json "$parameter"
		json ".readings | any(.label == \"$parameter\" and (.meaning | contains(\" Default: $default. \")))"
	done <<-'EOF'
		kvm.ignore_msrs N
		kvm.report_ignored_msrs Y
		kvm.min_timer_period_us 200
		kvm.tsc_tolerance_ppm 250
		kvm.halt_poll_ns 200000
		kvm.halt_poll_ns_grow 2
		kvm.halt_poll_ns_grow_start 10000
		kvm.enable_vmware_backdoor N
		kvm.enable_pmu Y
		kvm.eager_page_split Y
		kvm.mmio_caching Y
		kvm_intel.nested Y
		kvm_intel.enlightened_vmcs Y
		kvm_intel.ept Y
		kvm_intel.unrestricted_guest Y
		kvm_intel.emulate_invalid_guest_state Y
		kvm_intel.enable_shadow_vmcs Y
		kvm_intel.nested_early_check N
		kvm_intel.ple_gap 128
		kvm_intel.ple_window 4096
		kvm_intel.ple_window_grow 2
		kvm_intel.ple_window_shrink 0
		kvm_intel.dump_invalid_vmcs N
		kvm_amd.npt Y
		kvm_amd.vls Y
		kvm_amd.pause_filter_count 3000
		kvm_amd.pause_filter_thresh 128
		kvm_amd.dump_invalid_vmcb N
		EOF
}

# As modinfo -F parm lists them for Debian's kernels of these versions, and module_param() of others.
@test "parameters of KVM are named with the kernels that have them, and with those that do not" {
	while read -r parameter kernels; do
		nd 0 explain --json "$parameter"
		json ".readings | any(.label == \"$parameter\" and (.meaning | contains(\"In Linux $kernels\")))"
	done <<-'EOF'
		kvm_intel.cet 7.1 to 7.3, not in 6.19
		kvm_intel.mbec 7.2 to 7.3, not in 7.1
		kvm_intel.enable_mediated_pmu 7.1 to 7.3, not in 6.19
		kvm_amd.enable_mediated_pmu 7.1 to 7.3, not in 6.19
		kvm_amd.ciphertext_hiding_asids 6.19 to 7.3, not in 6.14
		kvm_amd.enable_ipiv 6.19 to 7.3, not in 6.14
		kvm_intel.enable_ipiv 6.1 to 7.3, not in 5.15
		kvm_intel.tdx 6.16 to 7.3, not in 6.14
		kvm_intel.warn_on_missed_cc 6.19 to 7.3, not in 6.14
		kvm_intel.enable_device_posted_irqs 6.16 to 7.3, not in 6.14
		kvm_amd.enable_device_posted_irqs 6.19 to 7.3, not in 6.14
		kvm_intel.nested_early_check 5.10 to 6.16, not in 6.19
		kvm.allow_unsafe_mappings 6.14 to 7.3, not in 6.12
		kvm_amd.gmet 7.2 to 7.3, not in 7.1
		kvm_amd.vnmi 6.6 to 7.3, not in 6.1
		kvm_intel.sgx 5.15 to 7.3, not in 5.10
		kvm.kvmclock_periodic_sync 5.10 to 6.16, not in 6.19
		EOF
	# What lies between was not read, and if nothing does, that is not said.
	nd 0 explain --json kvm_intel.tdx
	json '.readings[0].meaning | endswith("which of those between have it was not read")'
	nd 0 explain --json kvm_intel.mbec
	json '.readings[0].meaning | endswith("not in 7.1")'
	nd 0 explain --json kvm_intel.ept
	json '.readings[0].meaning | endswith("In Linux 5.10 to 7.3")'
}

@test "parameters of MBEC, GMET, TDX and SEV say what the terms say of nesting" {
	for parameter in kvm_intel.mbec kvm_amd.gmet kvm_intel.tdx kvm_amd.sev_es kvm_amd.sev_snp; do
		nd 0 explain --json "$parameter"
		json '.readings[0].for_nesting | contains("Nothing is known") | not'
	done
}

# What nested_vmx_setup_ctls_msrs() and svm_set_cpu_caps() leave out.
@test "features that KVM gives to no guest hypervisor, and names that QEMU does not have" {
	for word in x-vmx-spp x-vmx-notify-exit x-vmx-bus-lock-detection x-vmx-ipi-virt vmx-ple svm-lock x2avic; do
		nd 0 explain --json "feature $word"
		json '.readings[0].for_nesting | contains("to no guest hypervisor") and (contains("-cpu host") | not)'
	done
	nd 0 explain --json x-vmx-ipi-virt
	json '.readings[0].for_nesting | contains("QEMU has none")'
	nd 0 explain --json x-vmx-exit-host-addr-space-size
	json '.readings[0].for_nesting | contains("QEMU has no name of its own") and (contains("this name") | not)'
	nd 0 explain --json vmx-mbec
	json '.readings[0].for_nesting | contains("Linux 7.3 can give it, that of 6.12 not")'
}

# nested_vmx_reflect_vmexit() and its SVM twin.
@test "what KVM does with an exit of a nested guest" {
	while IFS='|' read -r word text; do
		nd 0 explain --json "$word"
		json ".readings[0].for_nesting | contains(\"$text\")"
	done <<-'EOF'
		exit reason 10|always hands it on
		exit reason 12|if the guest hypervisor asked
		exit reason 74|to no guest hypervisor
		exit reason 75|to no guest hypervisor
		exit reason 59|always exits to this KVM
		exit reason 49|page tables that this KVM made
		exit reason 33|leaves segments, RFLAGS
		exit reason 41|This KVM keeps it
		exit reason 62|does not come from one
		svm exit 0x403|does not nest them
		svm exit 0x401|gives AVIC to no guest hypervisor
		svm exit 0xffffffff|leaves the rest to the processor
		EOF
}

@test "registers of which a nested guest has its own value, and those that KVM does not switch" {
	nd 0 explain --json 0xc0000080
	json '.readings[0].for_nesting | contains("a value of its own")'
	for msr in 0xc0000103 0x122 0x48 0xda0 0xc0010015 0x1fc; do
		nd 0 explain --json "msr $msr"
		json '.readings[0].for_nesting | startswith("KVM does not switch it")'
	done
	nd 0 explain --json IA32_FEATURE_CONTROL
	json '.readings[0].for_nesting | contains("disabled by BIOS")'
	is MSR_VM_CR MSR "0xc0010114, VM_CR"
	json '.readings[0].for_nesting | contains("SVMDIS")'
}

@test "returns of KVM_RUN" {
	is KVM_EXIT_UNKNOWN "return-of-KVM_RUN" "0, KVM_EXIT_UNKNOWN"
	json '.readings[0].meaning | contains("hardware_exit_reason")'
	is KVM_EXIT_IO "return-of-KVM_RUN" "2, KVM_EXIT_IO"
	nd 0 explain --json KVM_EXIT_SHUTDOWN
	json '.readings[0].sort == "return-of-KVM_RUN" and (.readings | all(.for_nesting != null))'
}

@test "capabilities of KVM that nesting uses" {
	is KVM_CAP_HYPERV_ENLIGHTENED_VMCS "capability-of-KVM" "KVM_CAP_HYPERV_ENLIGHTENED_VMCS, 163"
	is kvm_cap_nested_state "capability-of-KVM" "KVM_CAP_NESTED_STATE, 157"
	nd 3 explain KVM_CAP_NOTHING
}

@test "fields by the names that HAXM, KVM, Xen and old Linux have for them" {
	is VM_EXIT_INFO_REASON "VMCS-field" "0x4402, exit reason"
	is VMX_PIN_CONTROLS "VMCS-field" "0x4000, pin-based VM-execution controls"
	is PinBased "VMCS-field" "0x4000, pin-based VM-execution controls"
	is SecondaryExec=0x00001062 "VMCS-field" "0x401e, *"
	nd 0 explain --json "IDTVectoring: info=00000000 errcode=00000000"
	json '.readings[0].id == "0x4408"'
	is cpu_based_exec_ctrl "VMCS-field" "0x4002, *"
	is pin_based_vm_exec_control "VMCS-field" "0x4000, *"
	is exit_int_info "VMCB-field" "0x088, EXITINTINFO"
	is EXITINTINFO "VMCB-field" "0x088, EXITINTINFO"
	is nested_ctl "VMCB-field" "0x090, *"
	is int_ctl "VMCB-field" "0x060, virtual interrupt control"
	is lbr_ctl "VMCB-field" "0x0b8, *"
	is nested_cr3 "VMCB-field" "0x0b0, *"
	is event_inj "VMCB-field" "0x0a8, EVENTINJ"
	is tlb_ctl "VMCB-field" "0x05c, TLB_CONTROL"
	is "vmcb field asid" "VMCB-field" "0x058, guest ASID"
	nd 3 explain asid
	# QEMU's name of a feature, and HAXM's of a field
	is vmx-vpid feature "vmx-vpid (Enable VPID)"
}

@test "a number that may be several things is shown as each of them" {
	nd 0 explain --json 7
	json '[.readings[].sort] == ["VMX-exit-reason", "VM-instruction-error"]'
	nd 0 explain --json 0x10
	json '[.readings[].sort] | index("SVM-exit-code") and index("MSR") and index("VMX-exit-reason")'
}

@test "a pasted line, in one word or several" {
	nd 0 explain --json "[ 12.3] KVM: entry failed, hardware error 0x8"
	json '.readings[0].id == "entry-failed-host-state" and .readings[0].sort == "message" and .readings[0].severity == "error"'
	nd 0 explain --json KVM: entry failed, hardware error 0x8
	json '.readings[0].id == "entry-failed-host-state"'
	nd 0 explain --json "VMX (outside TXT) disabled by BIOS"
	json '.readings[0].id == "vmx-disabled-by-bios"'
	nd 0 explain --json "error: failed to set MSR 0x48b to 0x1582e00000000" \
		--from "$FIXTURES/intel-azure-l1-hyperv.snapshot"
	json '.readings[0].here | contains("vmx-shadow-vmcs")'
}

@test "several words that are each something are each explained" {
	nd 0 explain --json vmx-ept npf
	json '[.readings[].sort] == ["feature", "SVM-exit-code"]'
	nd 3 explain --json vmx-ept nonsense
	json '[.readings[].id] == ["vmx-ept"]'
	[ "$stderr" = "nestdiag: 'nonsense' is unknown" ]
}

@test "names are known with blanks in them, by their titles and as manuals write them" {
	nd 0 explain --json "EPT violation"
	json '[.readings[].id] == ["48"]'
	nd 0 explain --json "enlightened VMCS"
	json '.readings[0].id == "eVMCS"'
	nd 0 explain --json kvm-clock
	json '.readings[0].id == "kvmclock"'
	nd 0 explain --json "VM entry with invalid control fields"
	json '.readings[0].sort == "VM-instruction-error" and .readings[0].id == "7"'
	nd 0 explain --json "VM-entry failure due to invalid guest state"
	json '[.readings[].id] == ["33"]'
	nd 0 explain --json "exit code -1"
	json '.readings[0].id == "0xffffffff"'
	nd 0 explain --json "svm 0x78"
	json '[.readings[].sort] == ["SVM-exit-code"]'
	nd 0 explain --json "nested virtualization"
	json '[.readings[].id] == ["nested virtualization"]'
}

@test "a sentence is explained by the names and numbers in it" {
	nd 0 explain --json "What does hardware error 0x80000021 mean?"
	json '[.readings[].id] == ["33"]'
	nd 0 explain --json how do I enable nested virtualization on Proxmox
	json '[.readings[].id] == ["nested virtualization", "Proxmox VE"]'
	nd 0 explain --json "is EPT_VIOLATION normal in L2 guests?"
	json '[.readings[].id] == ["48"]'
	nd 0 explain --json "/sys/module/kvm_intel/parameters/nested"
	json '.readings[0].sort == "parameter-of-KVM"'
	nd 0 explain --json "kvm_amd nested=1"
	json '.readings[0].label == "kvm_amd.nested"'
	nd 0 explain --json "My VM crashes: KVM: entry failed, hardware error 0x80000021"
	json '.readings[0].id == "entry-failed-guest-state"'
	nd 3 explain "the exit of the guest was a page fault"
	nd 3 explain "my cat is fast"
	nd 3 explain "my guest stops with an exit code"
}

@test "an unknown word names the near one, none is an error" {
	nd 3 explain vmx-shadow-vmc
	one_error "nestdiag: 'vmx-shadow-vmc' is unknown; did you mean 'vmx-shadow-vmcs'?"
	nd 3 explain EPT_VIOLATIN
	one_error "*did you mean 'EPT_VIOLATION'?"
	nd 3 explain frobnicate
	one_error "nestdiag: 'frobnicate' is unknown"
	nd 64 explain
	one_error "nestdiag: 'explain' needs WORD...; see nestdiag explain --help"
	nd 64 explain ""
	nd 64 explain " " " "
	nd 3 explain $'\033[31m'
	[[ $stderr != *$'\033'* ]]
}

@test "every name that completion offers is explained, and for nested guests" {
	nd 0 explain --list
	[ "${#lines[@]}" -gt 200 ]
	for name in "${lines[@]}"; do
		"$NESTDIAG" explain --json "$name" || echo "not explained: $name" >&2
	done >"$BATS_TEST_TMPDIR/all" 2>"$BATS_TEST_TMPDIR/errors"
	cat "$BATS_TEST_TMPDIR/errors"
	[ ! -s "$BATS_TEST_TMPDIR/errors" ]
	run jq -r '.readings[] | select(.for_nesting == null) | .label' "$BATS_TEST_TMPDIR/all"
	[ -z "$output" ]
}

@test "the help of --list says what explain lists" {
	nd 0 explain --help
	[[ $output == *"list the words"* && $output != *"rules"* ]]
}

@test "completion offers names behind explain and files behind dmesg" {
	# shellcheck source=/dev/null
	source "$TESTS/../tools/completions/nestdiag.bash"
	COMP_WORDS=("$NESTDIAG" explain vmx-shadow-v)
	COMP_CWORD=2
	_nestdiag "$NESTDIAG" vmx-shadow-v explain
	[ "${COMPREPLY[*]}" = vmx-shadow-vmcs ]
	COMP_WORDS=("$NESTDIAG" dmesg "$TESTS/logs/mess")
	_nestdiag "$NESTDIAG" "$TESTS/logs/mess" dmesg
	[ "${COMPREPLY[*]}" = "$TESTS/logs/messages.tsv" ]
}

@test "words of the field, and what they mean for nested guests" {
	is eVMCS term "eVMCS, enlightened VMCS"
	json '.readings[0].for_nesting | contains("KVM under Hyper-V") and (contains("TSC scaling") | not)'
	for word in APICv SLAT VBS HVCI MBEC WSL2 vhv.enable ExposeVirtualizationExtensions EBUSY \
		nestedVirtualization AllowNestedVirtualization mshv L1VH Rosetta Box64 FEX-Emu \
		EIO ENOSPC ENOSYS EAGAIN EINTR EEXIST vmmcall; do
		is "$word" term "$word, *"
		json '.readings[0] | .meaning != null and (.id == "'"$word"'")'
	done
	nd 0 explain --list
	[[ $'\n'$output == *$'\nVBS\n'* ]]
	for word in GUEST_CS_AR KVM_EXIT_IO VERR_SVM_DISABLED HCS_E_HYPERV_NOT_INSTALLED ept_ad \
		v_vmsave_vmload MSR_VM_CR KVM_CAP_NESTED_STATE exit_int_info PinBased; do
		[[ $'\n'$output == *$'\n'"$word"$'\n'* ]] || { echo "not listed: $word"; return 1; }
	done
}

@test "hypervisors and clouds, and how nesting is switched on there" {
	is Azure term "Azure, Microsoft's cloud"
	for word in EC2 "Amazon EC2" aws; do
		is "$word" term "AWS, Amazon's cloud"
		json '.readings[0].for_nesting | contains("NestedVirtualization=enabled")'
	done
	is ESXi term "VMware, *"
	json '.readings[0].for_nesting | contains("vhv.enable")'
	is "disabled by BIOS" term "disabled by BIOS, *"
	json '.readings[0].for_nesting | contains("the hypervisor below")'
	nd 0 explain --json "nested virtualization on azure"
	json '[.readings[].id] == ["nested virtualization", "Azure"]'
	# A message that names one is a message.
	nd 0 explain --json "Hyper-V is not enabled"
	json '[.readings[].sort] | index("term") | not'
}

@test "names of exits and fields as others spell them" {
	for word in npf VMEXIT_NPF SVM_EXIT_NPF; do
		is "$word" "SVM-exit-code" "0x400 npf"
	done
	is EXIT_REASON_EPT_VIOLATION "VMX-exit-reason" "48 EPT_VIOLATION"
	is GUEST_CS_AR "VMCS-field" "0x4816, guest CS access rights"
	is GUEST_CS_AR_BYTES "VMCS-field" "0x4816, guest CS access rights"
	nd 3 explain GUEST_CS_A
}

@test "a failed entry without a number" {
	is "hardware error 0x0" "VM-instruction-error" "0, no error number"
	is "insn-error 0" "VM-instruction-error" "0, no error number"
	json '.readings[0].cause | contains("Hyper-V")'
	# A bare 0 is an exit reason and a field, and no error.
	nd 0 explain --json 0
	json '[.readings[].sort] | index("VM-instruction-error") | not'
}

@test "codes of Windows and VirtualBox" {
	is 0x800700a1 "code-of-Windows" "0x800700a1 ERROR_BAD_PATHNAME"
	is 0xC03A001A message 0xC03A001A
	nd 3 explain 0x8007ffff
	is 0x80370102 message 0x80370102
	is VERR_SVM_DISABLED message VERR_SVM_DISABLED
}

@test "MSRs of PVM have names" {
	nd 0 explain 0x4b564df1
	[[ $output == *MSR_PVM_VCPU_STRUCT* ]]
}

@test "every sort of word says what it does to a nested guest" {
	for word in EPT_VIOLATION VMREAD CPUID npf vmrun read_cr0 0xc0000080 IA32_VMX_MISC GUEST_CS_AR 0x4402 \
		vmx-ept nrip-save kvm.vector_hashing kvm_intel.nested eVMCS EPERM L2 vmcs02; do
		nd 0 explain --json "$word"
		json '[.readings[].for_nesting] | all(. != null)'
	done
	nd 0 explain --json VMREAD
	json '.readings[0].for_nesting | contains("shadowing")'
	nd 0 explain --json EXTERNAL_INTERRUPT
	json '.readings[0].for_nesting | contains("handles it itself")'
}

@test "flags of /proc/cpuinfo and names as Linux writes them" {
	is nrip_save feature "nrip-save (Next RIP saved on exit)"
	is svm_lock feature "svm-lock (SVM lock)"
	is ept_ad feature "vmx-eptad (EPT accessed and dirty flags)"
	is tpr_shadow feature "vmx-flexpriority (Use TPR shadow)"
	is MSR_IA32_FEAT_CTL MSR "0x3a, IA32_FEATURE_CONTROL"
	nd 3 explain nrip_saved
}

# What KVM gives to guests is another question than what it has.
@test "a feature: what guests get of it comes from KVM, and is not taken for what the CPU has" {
	lines 'cpuid 0 0x00000001 0x0 00040651 00100800 7ffafbff bfebfbff' \
		'msr 0 0x480 0x00da040000000012' 'msr 0 0x482 0xfff9fffe0401e172' \
		'msr 0 0x48b 0x00003cff00000000' \
		'guest_cpuid 0x00000001 0x0 00040651 00100800 77fafbff bfebfbff' \
		'guest_msr 0x480 0x00d81000000004d2' 'guest_msr 0x482 0xfff9fffe04006172' \
		'guest_msr 0x48b 0x00007cff00000000'
	nd 0 explain --json vmx-shadow-vmcs --from "$snapshot"
	json '.readings[0] | (.here | startswith("absent")) and (.for_nesting | endswith("KVM here gives it, emulated"))'
	nd 0 explain --json vmx-ept --from "$snapshot"
	json '.readings[0].for_nesting | endswith("KVM here gives it")'
	nd 0 explain --json vmx-pml --from "$snapshot"
	json '.readings[0].for_nesting | endswith("KVM here does not give it")'
	nd 0 explain --json vmx-mtf --from "$FIXTURES/emulated-haswell-l0.snapshot"
	json '.readings[0].for_nesting | contains("features --guest")'
}

@test "a finding: cause and remedy are those of this machine, and nested=1 comes with a word on holes" {
	nd 0 explain --json virt-absent --from "$FIXTURES/synthetic-no-virtualization.snapshot"
	json '.readings[0] | (.here | startswith("applies here")) and .cause != null'
	lines 'kernel 6.12.94 x86_64' 'cpuid 0 0x00000001 0x0 00040651 00100800 fffafbdf bfebfbff' \
		'cpuid 0 0x80000001 0x0 00000000 00000000 00000121 2c100000' \
		'cpuid 0 0x40000000 0x0 40000001 4b4d564b 564b4d56 0000004d'
	nd 0 explain --json virt-absent --from "$snapshot"
	json '.readings[0].cause == "the hypervisor below does not expose it"'
	nd 0 explain --json nested-off --from "$snapshot"
	json '.readings[0] | (.remedy | contains("kvm_amd")) and (.for_nesting | contains("6.12.94 has holes"))'
	nd 0 explain --json virt-locked --from "$FIXTURES/intel-gcp-n1-l1-kvm.snapshot"
	json '.readings[0].here | contains("To find out: ") or startswith("not applicable")'
}

@test "holes of nesting by CVE and by name, and whether this kernel has them" {
	is CVE-2026-53359 hole "CVE-2026-53359 (Januscape)"
	json '.readings[0] | (.for_nesting | contains("a guest with vmx or svm")) and (.remedy | contains("6.12.95")) and (.cause | contains("2.6.36")) and (.see | contains("81ccda30b4e8"))'
	is zapscape hole "CVE-2026-64561 (Zapscape)"
	is "hole Januscape" hole "CVE-2026-53359 (Januscape)"
	lines 'kernel 6.12.94 x86_64'
	nd 0 explain --json cve-2026-53359 --from "$snapshot"
	json '.readings[0].here | startswith("Linux 6.12.94 does not have the fix")'
	lines 'kernel 6.12.95 x86_64'
	nd 0 explain --json Januscape --from "$snapshot"
	json '.readings[0].here == "Linux 6.12.95 has the fix"'
	lines 'kernel 5.14.0-687.el9.x86_64 x86_64'
	nd 0 explain --json Januscape --from "$snapshot"
	json '.readings[0].here | contains("not known") and contains("rpm -q --changelog")'
}

@test "a CVE that is no hole of nesting is not taken for its neighbor" {
	nd 3 explain CVE-2026-53358
	one_error "nestdiag: 'CVE-2026-53358' is none of the holes*"
}
