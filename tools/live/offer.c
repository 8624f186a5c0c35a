// SPDX-License-Identifier: GPL-2.0-only
/*
 * What KVM gives to hypervisors in its guests, from the ioctls of /dev/kvm itself. They need
 * neither root nor a VM: capability registers from KVM_GET_MSRS, CPUID from
 * KVM_GET_SUPPORTED_CPUID, and the leaves of Hyper-V that KVM can show from
 * KVM_GET_SUPPORTED_HV_CPUID.
 */
#include <errno.h>
#include <stdlib.h>

#include "tools/in/source.h"
#include "tools/live/offer.h"

#if defined(__x86_64__) || defined(__i386__)

#include <linux/kvm.h>
#include <sys/ioctl.h>

#define MAX_ENTRIES	256

static bool is_wanted(u32 leaf, u32 subleaf)
{
	static const u32 leaves[] = {
		0, 1, 7, 0x80000000, 0x80000001, 0x80000008, 0x8000000a,
	};
	size_t i;

	if (leaf == 0xd)	/* XSAVE: what QEMU's CPU models need of it */
		return subleaf == 1;
	for (i = 0; i < ARRAY_SIZE(leaves); i++)
		if (leaf == leaves[i])
			return !subleaf;
	return false;
}

/* @hyperv: leaves of Hyper-V, all of them; those in the same place of KVM's own are left out. */
static int ask_cpuid(struct nd_cpu *offer, int fd, unsigned long request, bool hyperv)
{
	size_t size = sizeof(struct kvm_cpuid2) + MAX_ENTRIES * sizeof(struct kvm_cpuid_entry2);
	struct kvm_cpuid2 *cpuid = nd_realloc(NULL, size);
	u32 i;

	memset(cpuid, 0, size);
	cpuid->nent = MAX_ENTRIES;
	if (ioctl(fd, request, cpuid) < 0) {
		free(cpuid);
		return -errno;
	}
	for (i = 0; i < cpuid->nent && offer->nr_cpuid < ND_MAX_LEAVES; i++) {
		const struct kvm_cpuid_entry2 *e = &cpuid->entries[i];

		if ((hyperv || is_wanted(e->function, e->index)) &&
		    !nd_cpu_leaf(offer, e->function, e->index))
			offer->cpuid[offer->nr_cpuid++] = (struct nd_cpuid){
				e->function, e->index, e->eax, e->ebx, e->ecx, e->edx,
			};
	}
	free(cpuid);
	return 0;
}

static bool is_listed(const struct kvm_msr_list *list, u32 index)
{
	u32 i;

	for (i = 0; i < list->nmsrs; i++)
		if (list->indices[i] == index)
			return true;
	return false;
}

static void ask_msr(struct nd_value *value, int fd, u32 index)
{
	struct {
		struct kvm_msrs head;
		struct kvm_msr_entry entry;
	} one = { .head.nmsrs = 1, .entry.index = index };

	/* The number of those that were read. */
	*value = (struct nd_value){ .state = ND_FAULT };
	if (ioctl(fd, KVM_GET_MSRS, &one) == 1)
		*value = (struct nd_value){ one.entry.data, ND_OK };
}

/* A capability register that KVM does not list a guest does not have. */
static int ask_msrs(struct nd_cpu *offer, int fd)
{
	size_t size = sizeof(struct kvm_msr_list) + MAX_ENTRIES * sizeof(u32);
	struct kvm_msr_list *list = nd_realloc(NULL, size);
	u32 reg, index;

	memset(list, 0, size);
	list->nmsrs = MAX_ENTRIES;
	if (ioctl(fd, KVM_GET_MSR_FEATURE_INDEX_LIST, list) < 0) {
		free(list);
		return -errno;
	}
	for (reg = ND_VMX_BASIC; reg <= ND_VMX_EXIT_CTLS2; reg++) {
		index = nd_reg_desc(reg)->index;
		if (is_listed(list, index))
			ask_msr(&offer->regs[reg], fd, index);
		else
			offer->regs[reg].state = ND_ABSENT;
	}
	free(list);
	return 0;
}

void nd_live_offer(struct nd_machine *m)
{
	struct nd_cpu *offer = &m->facts.offer;
	int fd, err;

	/* To open it where KVM is not loaded would load it. */
	if (!nd_source_is_live() || !nd_source_exists("/sys/module/kvm"))
		return;
	fd = nd_source_device_read_write("/dev/kvm");
	err = fd < 0 ? fd : ask_cpuid(offer, fd, KVM_GET_SUPPORTED_CPUID, false);
	if (!err) {
		/* Older kernels answer these two per vCPU, or not at all. */
		ask_cpuid(offer, fd, KVM_GET_SUPPORTED_HV_CPUID, true);
		err = ask_msrs(offer, fd);
	}
	if (fd >= 0)
		nd_source_device_close(fd);
	nd_machine_add_host(m, "kvm_offer", "%s", err ? strerror(-err) : "ok");
}

#else

void nd_live_offer(struct nd_machine *m)
{
	(void)m;
}

#endif
