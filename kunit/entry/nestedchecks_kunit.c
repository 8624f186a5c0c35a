// SPDX-License-Identifier: GPL-2.0-only
/*
 * The conditions of nested consistency checks as they stand in the sources of Linux 6.1.192 and
 * 6.12.117: arch/x86/kvm/vmx/nested.c, evmcs.c or hyperv.c, and
 * svm/nested.c.
 */
static const char *const nested_conditions[] = {
	"!!(vmcs12->vm_exit_controls & VM_EXIT_HOST_ADDR_SPACE_SIZE) != !!(vcpu->arch.efer & EFER_LMA)",
	"!(save->cr0 & X86_CR0_PE)",
	"!(save->cr4 & X86_CR4_PAE)",
	"!(save->efer & EFER_SVME)",
	"!(vmcs12->host_cr4 & X86_CR4_PAE)",
	"!(vmx->nested.msrs.ept_caps & VMX_EPTP_UC_BIT)",
	"!(vmx->nested.msrs.ept_caps & VMX_EPTP_WB_BIT)",
	"!(vmx->nested.msrs.ept_caps & VMX_EPT_AD_BIT)",
	"!(vmx->nested.msrs.ept_caps & VMX_EPT_PAGE_WALK_4_BIT)",
	"!(vmx->nested.msrs.ept_caps & VMX_EPT_PAGE_WALK_5_BIT)",
	"!__kvm_is_valid_cr4(vcpu, save->cr4)",
	"!evmptr_is_valid(vmx->nested.hv_evmcs_vmptr) && vmx->nested.current_vmptr == INVALID_GPA",
	"!kvm_dr6_valid(save->dr6)",
	"!kvm_dr7_valid(save->dr7)",
	"!kvm_dr7_valid(vmcs12->guest_dr7)",
	"!kvm_pat_valid(vmcs12->guest_ia32_pat)",
	"!kvm_pat_valid(vmcs12->host_ia32_pat)",
	"!kvm_valid_efer(vcpu, save->efer)",
	"!kvm_valid_efer(vcpu, vmcs12->guest_ia32_efer)",
	"!kvm_valid_efer(vcpu, vmcs12->host_ia32_efer)",
	"!kvm_valid_perf_global_ctrl(vcpu_to_pmu(vcpu), vmcs12->guest_ia32_perf_global_ctrl)",
	"!kvm_valid_perf_global_ctrl(vcpu_to_pmu(vcpu), vmcs12->host_ia32_perf_global_ctrl)",
	"!kvm_vcpu_is_legal_aligned_gpa(vcpu, vmcs12->posted_intr_desc_addr, 64)",
	"!kvm_vcpu_is_legal_cr3(vcpu, cr3)",
	"!kvm_vcpu_is_legal_cr3(vcpu, save->cr3)",
	"!kvm_vcpu_is_legal_cr3(vcpu, vmcs12->host_cr3)",
	"!kvm_vcpu_is_legal_gpa(vcpu, new_eptp) || ((new_eptp >> 7) & 0x1f)",
	"!load_pdptrs(vcpu, cr3)",
	"!load_pdptrs(vcpu, vcpu->arch.cr3)",
	"!nested_cpu_has(vmcs12, CPU_BASED_TPR_SHADOW)",
	"!nested_cpu_has_ept(vmcs12)",
	"!nested_cpu_has_nmi_exiting(vmcs12) && nested_cpu_has_virtual_nmis(vmcs12)",
	"!nested_cpu_has_vid(vmcs12)",
	"!nested_cpu_has_virtual_nmis(vmcs12) && nested_cpu_has(vmcs12, CPU_BASED_NMI_WINDOW_EXITING)",
	"!nested_cpu_has_zero_length_injection(vcpu)",
	"!nested_evmcs_is_valid_controls(EVMCS_2NDEXEC, vmcs12->secondary_vm_exec_control)",
	"!nested_evmcs_is_valid_controls(EVMCS_ENTRY_CTRLS, vmcs12->vm_entry_controls)",
	"!nested_evmcs_is_valid_controls(EVMCS_EXEC_CTRL, vmcs12->cpu_based_vm_exec_control)",
	"!nested_evmcs_is_valid_controls(EVMCS_EXIT_CTRLS, vmcs12->vm_exit_controls)",
	"!nested_evmcs_is_valid_controls(EVMCS_PINCTRL, vmcs12->pin_based_vm_exec_control)",
	"!nested_evmcs_is_valid_controls(EVMCS_VMFUNC, vmcs12->vm_function_control)",
	"!nested_exit_intr_ack_set(vcpu)",
	"!nested_guest_cr0_valid(vcpu, vmcs12->guest_cr0)",
	"!nested_guest_cr4_valid(vcpu, vmcs12->guest_cr4)",
	"!nested_host_cr0_valid(vcpu, vmcs12->host_cr0)",
	"!nested_host_cr4_valid(vcpu, vmcs12->host_cr4)",
	"!nested_svm_check_bitmap_pa(vcpu, control->iopm_base_pa, IOPM_SIZE)",
	"!nested_svm_check_bitmap_pa(vcpu, control->msrpm_base_pa, MSRPM_SIZE)",
	"!nested_vmx_check_eptp(vcpu, vmcs12->ept_pointer)",
	"!nested_vmx_is_evmptr12_valid(vmx) && vmx->nested.current_vmptr == INVALID_GPA",
	"!page_address_valid(vcpu, vmcs12->apic_access_addr)",
	"!page_address_valid(vcpu, vmcs12->eptp_list_address)",
	"!page_address_valid(vcpu, vmcs12->io_bitmap_a)",
	"!page_address_valid(vcpu, vmcs12->io_bitmap_b)",
	"!page_address_valid(vcpu, vmcs12->msr_bitmap)",
	"!page_address_valid(vcpu, vmcs12->pml_address)",
	"!page_address_valid(vcpu, vmcs12->virtual_apic_page_addr)",
	"!page_address_valid(vcpu, vmcs12->vmcs_link_pointer)",
	"!page_address_valid(vcpu, vmcs12->vmread_bitmap)",
	"!page_address_valid(vcpu, vmcs12->vmwrite_bitmap)",
	"!vmcb12_is_intercept(control, INTERCEPT_VMRUN)",
	"!vmx_control_verify(vmcs12->cpu_based_vm_exec_control, vmx->nested.msrs.procbased_ctls_low, vmx->nested.msrs.procbased_ctls_high)",
	"!vmx_control_verify(vmcs12->pin_based_vm_exec_control, vmx->nested.msrs.pinbased_ctls_low, vmx->nested.msrs.pinbased_ctls_high)",
	"!vmx_control_verify(vmcs12->secondary_vm_exec_control, vmx->nested.msrs.secondary_ctls_low, vmx->nested.msrs.secondary_ctls_high)",
	"!vmx_control_verify(vmcs12->vm_entry_controls, vmx->nested.msrs.entry_ctls_low, vmx->nested.msrs.entry_ctls_high)",
	"!vmx_control_verify(vmcs12->vm_exit_controls, vmx->nested.msrs.exit_ctls_low, vmx->nested.msrs.exit_ctls_high)",
	"!vmx_is_valid_debugctl(vcpu, debugctl, false)",
	"!vmx_is_valid_debugctl(vcpu, vmcs12->guest_ia32_debugctl, false)",
	"((vmcs12->guest_cr0 & X86_CR0_PG) && ia32e != !!(vmcs12->guest_ia32_efer & EFER_LME))",
	"(control->int_ctl & V_NMI_ENABLE_MASK) && !vmcb12_is_intercept(control, INTERCEPT_NMI)",
	"(control->nested_ctl & SVM_NESTED_CTL_NP_ENABLE) && !kvm_vcpu_is_legal_gpa(vcpu, control->nested_cr3)",
	"(control->nested_ctl & SVM_NESTED_CTL_NP_ENABLE) && !npt_enabled",
	"(save->cr0 & X86_CR0_CD) == 0 && (save->cr0 & X86_CR0_NW)",
	"(save->cs.attrib & SVM_SELECTOR_L_MASK) && (save->cs.attrib & SVM_SELECTOR_DB_MASK)",
	"(vmcs12->guest_bndcfgs & MSR_IA32_BNDCFGS_RSVD)",
	"(vmcs12->guest_cr0 & (X86_CR0_PG | X86_CR0_PE)) == X86_CR0_PG",
	"(vmcs12->host_rip) >> 32",
	"(vmcs12->posted_intr_nv & 0xff00)",
	"control->asid == 0",
	"e->index == MSR_FS_BASE",
	"e->index == MSR_GS_BASE",
	"e->index == MSR_IA32_SMBASE",
	"e->index == MSR_IA32_SMM_MONITOR_CTL",
	"e->index == MSR_IA32_UCODE_REV",
	"e->index == MSR_IA32_UCODE_WRITE",
	"e->reserved != 0",
	"evmptrld_status == EVMPTRLD_VMFAIL",
	"from_vmentry && !vmx_guest_state_valid(vcpu)",
	"has_error_code != should_have_error_code",
	"has_error_code && vmcs12->vm_entry_exception_error_code & GENMASK(31, 16)",
	"hdr.revision_id != VMCS12_REVISION",
	"hdr.shadow_vmcs != nested_cpu_has_shadow_vmcs(vmcs12)",
	"ia32e != !!(vmcs12->guest_ia32_efer & EFER_LMA)",
	"ia32e != !!(vmcs12->host_ia32_efer & EFER_LMA)",
	"ia32e != !!(vmcs12->host_ia32_efer & EFER_LME)",
	"ia32e && !(vmcs12->guest_cr0 & X86_CR0_PG)",
	"ia32e && !(vmcs12->guest_cr4 & X86_CR4_PAE)",
	"interrupt_shadow & KVM_X86_SHADOW_INT_MOV_SS",
	"intr_info & INTR_INFO_RESVD_BITS_MASK",
	"intr_type == INTR_TYPE_HARD_EXCEPTION && vector > 31",
	"intr_type == INTR_TYPE_NMI_INTR && vector != NMI_VECTOR",
	"intr_type == INTR_TYPE_OTHER_EVENT && !nested_cpu_supports_monitor_trap_flag(vcpu)",
	"intr_type == INTR_TYPE_OTHER_EVENT && vector != 0",
	"intr_type == INTR_TYPE_RESERVED",
	"is_noncanonical_address(vmcs12->guest_bndcfgs & PAGE_MASK, vcpu)",
	"is_noncanonical_address(vmcs12->host_fs_base, vcpu)",
	"is_noncanonical_address(vmcs12->host_gdtr_base, vcpu)",
	"is_noncanonical_address(vmcs12->host_gs_base, vcpu)",
	"is_noncanonical_address(vmcs12->host_ia32_sysenter_eip, vcpu)",
	"is_noncanonical_address(vmcs12->host_ia32_sysenter_esp, vcpu)",
	"is_noncanonical_address(vmcs12->host_idtr_base, vcpu)",
	"is_noncanonical_address(vmcs12->host_rip, vcpu)",
	"is_noncanonical_address(vmcs12->host_rip, vcpu, 0)",
	"is_noncanonical_address(vmcs12->host_tr_base, vcpu)",
	"is_noncanonical_base_address(vmcs12->host_fs_base, vcpu)",
	"is_noncanonical_base_address(vmcs12->host_gdtr_base, vcpu)",
	"is_noncanonical_base_address(vmcs12->host_gs_base, vcpu)",
	"is_noncanonical_base_address(vmcs12->host_idtr_base, vcpu)",
	"is_noncanonical_base_address(vmcs12->host_tr_base, vcpu)",
	"is_noncanonical_msr_address(vmcs12->guest_bndcfgs & PAGE_MASK, vcpu)",
	"is_noncanonical_msr_address(vmcs12->host_ia32_sysenter_eip, vcpu)",
	"is_noncanonical_msr_address(vmcs12->host_ia32_sysenter_esp, vcpu)",
	"kvm_gfn_to_hva_cache_init(vcpu->kvm, ghc, vmcs12->vmcs_link_pointer, VMCS12_SIZE)",
	"kvm_read_guest_offset_cached(vcpu->kvm, ghc, &hdr, offsetof(struct vmcs12, hdr), sizeof(hdr))",
	"kvm_vcpu_is_illegal_gpa(vcpu, cr3)",
	"kvm_vcpu_is_illegal_gpa(vcpu, new_eptp) || ((new_eptp >> 7) & 0x1f)",
	"kvm_vcpu_is_illegal_gpa(vcpu, save->cr3)",
	"kvm_vcpu_is_illegal_gpa(vcpu, vmcs12->host_cr3)",
	"nested_cpu_has2(vmcs12, SECONDARY_EXEC_MODE_BASED_EPT_EXEC) && !nested_cpu_has_ept(vmcs12)",
	"nested_cpu_has2(vmcs12, SECONDARY_EXEC_UNRESTRICTED_GUEST) && !nested_cpu_has_ept(vmcs12)",
	"nested_cpu_has_vid(vmcs12) && !nested_exit_on_intr(vcpu)",
	"nested_cpu_has_virt_x2apic_mode(vmcs12) && nested_cpu_has2(vmcs12, SECONDARY_EXEC_VIRTUALIZE_APIC_ACCESSES)",
	"nested_cpu_has_vpid(vmcs12) && !vmcs12->virtual_processor_id",
	"nested_vmx_check_exit_msr_switch_controls(vcpu, vmcs12)",
	"nested_vmx_check_msr_switch(vcpu, vmcs12->vm_entry_msr_load_count, vmcs12->vm_entry_msr_load_addr)",
	"nested_vmx_check_msr_switch(vcpu, vmcs12->vm_exit_msr_load_count, vmcs12->vm_exit_msr_load_addr)",
	"nested_vmx_check_msr_switch(vcpu, vmcs12->vm_exit_msr_store_count, vmcs12->vm_exit_msr_store_addr)",
	"save->cr0 & ~0xffffffffULL",
	"vcpu->arch.apic_base & X2APIC_ENABLE && e->index >> 8 == 0x8",
	"vmcs12->cr3_target_count > nested_cpu_vmx_misc_cr3_count(vcpu)",
	"vmcs12->guest_activity_state != GUEST_ACTIVITY_ACTIVE && vmcs12->guest_activity_state != GUEST_ACTIVITY_HLT && vmcs12->guest_activity_state != GUEST_ACTIVITY_WAIT_SIPI",
	"vmcs12->guest_cr4 & X86_CR4_CET && !(vmcs12->guest_cr0 & X86_CR0_WP)",
	"vmcs12->hdr.shadow_vmcs",
	"vmcs12->host_cr4 & X86_CR4_CET && !(vmcs12->host_cr0 & X86_CR0_WP)",
	"vmcs12->host_cr4 & X86_CR4_PCIDE",
	"vmcs12->host_cs_selector & (SEGMENT_RPL_MASK | SEGMENT_TI_MASK)",
	"vmcs12->host_cs_selector == 0",
	"vmcs12->host_ds_selector & (SEGMENT_RPL_MASK | SEGMENT_TI_MASK)",
	"vmcs12->host_es_selector & (SEGMENT_RPL_MASK | SEGMENT_TI_MASK)",
	"vmcs12->host_fs_selector & (SEGMENT_RPL_MASK | SEGMENT_TI_MASK)",
	"vmcs12->host_gs_selector & (SEGMENT_RPL_MASK | SEGMENT_TI_MASK)",
	"vmcs12->host_ss_selector & (SEGMENT_RPL_MASK | SEGMENT_TI_MASK)",
	"vmcs12->host_ss_selector == 0 && !ia32e",
	"vmcs12->host_tr_selector & (SEGMENT_RPL_MASK | SEGMENT_TI_MASK)",
	"vmcs12->host_tr_selector == 0",
	"vmcs12->launch_state == launch",
	"vmcs12->vm_entry_controls & VM_ENTRY_IA32E_MODE",
	"vmcs12->vm_entry_instruction_len == 0 && CC(!nested_cpu_has_zero_length_injection(vcpu))",
	"vmcs12->vm_entry_instruction_len > 15",
	"vmcs12->vm_function_control & ~vmx->nested.msrs.vmfunc_controls",
};

static void nested_checks_are_known(struct kunit *test)
{
	unsigned int i, isa, n;

	for (i = 0; i < ARRAY_SIZE(nested_conditions); i++)
		KUNIT_EXPECT_TRUE_MSG(test, nd_nested_check_find(nested_conditions[i]), "%s",
				      nested_conditions[i]);
	for (i = 0; i < ARRAY_SIZE(nested_checks); i++) {
		const struct nd_nested_check *known = &nested_checks[i];
		const struct nd_entry_check *check;
		bool found = !known->check;

		KUNIT_EXPECT_TRUE(test, nd_nested_check_find(known->text) == known);
		KUNIT_EXPECT_GT(test, strlen(known->words), 8UL);
		for (isa = ND_ISA_VMX; isa <= ND_ISA_SVM && !found; isa++)
			for (n = 0; (check = nd_check_at(isa, n)); n++)
				found |= !strcmp(check->id, known->check);
		KUNIT_EXPECT_TRUE_MSG(test, found, "%s: no check %s", known->text, known->check);
	}
	KUNIT_EXPECT_NULL(test, nd_nested_check_find(""));
	KUNIT_EXPECT_NULL(test, nd_nested_check_find("vmcs12->host_tr_selector"));
	KUNIT_EXPECT_NULL(test, nd_nested_check_find("vmcs12->host_tr_selector == 0 "));
}

static void nested_test_words(struct kunit *test)
{
	static const struct {
		const char *text;
		u32 error;
		const char *words;
	} cases[] = {
		{ "vmcs12->host_cs_selector == 0", 0, "the host CS selector is 0" },
		{ "early hardware check VM-instruction error: ", 8,
		  "VM-instruction error 8: VM entry with invalid host-state field(s)" },
		{ "hardware VM-instruction error: ", 99, "VM-instruction error 99" },
		{ "no such check", 0, "check \"no such check\" failed" },
		{ "no such check", 3, "check \"no such check\" failed (3)" },
	};
	char words[ND_NESTED_WORDS];
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++)
		KUNIT_EXPECT_STREQ(test, nd_nested_words(cases[i].text, cases[i].error, words,
							  sizeof(words)), cases[i].words);
}

static struct kunit_case nestedchecks_test_cases[] = {
	KUNIT_CASE(nested_checks_are_known),
	KUNIT_CASE(nested_test_words),
	{}
};

static struct kunit_suite nestdiag_nestedchecks_suite = {
	.name = "nestdiag_nestedchecks",
	.test_cases = nestedchecks_test_cases,
};
