// SPDX-License-Identifier: GPL-2.0-only
/*
 * Plays Hyper-V: gives each CPU a VP assist page, with an enlightened VMCS behind it. With "wild"
 * set, it writes into both all the time, whatever it likes, from a thread that moves between the
 * CPUs: pointers to memory that is free, is none, or is a device's; anything in the VMCS.
 *
 * Linux has the pages for as long as this module is loaded, and nobody else may be using them.
 */
#include <linux/cpumask.h>
#include <linux/delay.h>
#include <linux/kthread.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/prandom.h>
#include <linux/slab.h>

#include <asm/mshyperv.h>

#define FAKEHV_REASON		10	/* CPUID */
#define FAKEHV_SECRET		0x5ec4e75ec4e7ULL
#define FAKEHV_APIC		0xfee00000ULL

static bool wild;
module_param(wild, bool, 0644);
MODULE_PARM_DESC(wild, "write whatever comes to mind");

static ulong written;
module_param(written, ulong, 0444);
MODULE_PARM_DESC(written, "how often that was done");

static struct hv_vp_assist_page **fakehv_pages;
static struct hv_enlightened_vmcs *fakehv_vmcs;	/* one for all */
static unsigned long fakehv_free;	/* a page that is no longer ours */
static struct task_struct *fakehv_writer;
static struct rnd_state fakehv_rnd;

static void fakehv_tame(struct hv_vp_assist_page *page)
{
	memset(fakehv_vmcs, 0, PAGE_SIZE);
	fakehv_vmcs->revision_id = 1;
	fakehv_vmcs->vm_exit_reason = FAKEHV_REASON;
	fakehv_vmcs->guest_rip = FAKEHV_SECRET;
	page->enlighten_vmentry = 1;
	page->current_nested_vmcs = virt_to_phys(fakehv_vmcs);
}

static u64 fakehv_pointer(void)
{
	u64 random = (u64)prandom_u32_state(&fakehv_rnd) << 32 | prandom_u32_state(&fakehv_rnd);

	switch (prandom_u32_state(&fakehv_rnd) % 10) {
	case 0:
		return 0;
	case 1:
		return ~0ULL;
	case 2:
		return random;
	case 3:
		return random & 0x3fffffff;
	case 4:
		return FAKEHV_APIC;
	case 5:
		return virt_to_phys((void *)fakehv_free);
	case 6:
		return virt_to_phys(fakehv_vmcs) + random % PAGE_SIZE;
	default:
		return virt_to_phys(fakehv_vmcs);
	}
}

static void fakehv_write(struct hv_vp_assist_page *page)
{
	u32 i;

	for (i = 0; i < 16; i++)
		WRITE_ONCE(((u32 *)fakehv_vmcs)[prandom_u32_state(&fakehv_rnd) % 256],
			   prandom_u32_state(&fakehv_rnd));
	WRITE_ONCE(*(u32 *)fakehv_vmcs, prandom_u32_state(&fakehv_rnd) % 4 ? 1 : i);
	WRITE_ONCE(page->current_nested_vmcs, fakehv_pointer());
	WRITE_ONCE(page->enlighten_vmentry, prandom_u32_state(&fakehv_rnd) % 4);
	written++;
}

static int fakehv_thread(void *unused)
{
	u32 i;

	while (!kthread_should_stop()) {
		for (i = 0; READ_ONCE(wild) && i < nr_cpu_ids; i++)
			if (fakehv_pages[i])
				fakehv_write(fakehv_pages[i]);
		usleep_range(100, 1000);
	}
	return 0;
}

static void fakehv_release(void)
{
	u32 i;

	for (i = 0; fakehv_pages && i < nr_cpu_ids; i++)
		free_page((unsigned long)fakehv_pages[i]);
	kfree(fakehv_pages);
	free_page((unsigned long)fakehv_vmcs);
}

static int __init fakehv_init(void)
{
	u32 i;

	if (hv_vp_assist_page)
		return -EBUSY;
	prandom_seed_state(&fakehv_rnd, 1);
	fakehv_vmcs = (void *)get_zeroed_page(GFP_KERNEL);
	fakehv_pages = kcalloc(nr_cpu_ids, sizeof(*fakehv_pages), GFP_KERNEL);
	if (!fakehv_vmcs || !fakehv_pages)
		goto err;
	for (i = 0; i < nr_cpu_ids; i++) {
		fakehv_pages[i] = (void *)get_zeroed_page(GFP_KERNEL);
		if (!fakehv_pages[i])
			goto err;
		fakehv_tame(fakehv_pages[i]);
	}
	fakehv_free = get_zeroed_page(GFP_KERNEL);
	free_page(fakehv_free);
	fakehv_writer = kthread_run(fakehv_thread, NULL, "fakehv");
	if (IS_ERR(fakehv_writer))
		goto err;
	hv_vp_assist_page = fakehv_pages;
	return 0;

err:
	fakehv_release();
	return -ENOMEM;
}
module_init(fakehv_init);

/* Unload nestdiag first. */
static void __exit fakehv_exit(void)
{
	hv_vp_assist_page = NULL;
	kthread_stop(fakehv_writer);
	fakehv_release();
}
module_exit(fakehv_exit);

MODULE_DESCRIPTION("Plays Hyper-V's shared memory for tests of nestdiag");
MODULE_LICENSE("GPL");
