// SPDX-License-Identifier: GPL-2.0-only
/*
 * The contract for scripts: one value a file.
 */
#include <linux/jiffies.h>
#include <linux/kobject.h>
#include <linux/mutex.h>
#include <linux/nestdiag.h>
#include <linux/sysfs.h>

#include "core/caps/evmcsuse.h"
#include "core/caps/level.h"
#include "core/caps/usable.h"
#include "core/facts/hypervisor.h"
#include "core/facts/regs.h"
#include <nestdiag/types.h>

#include "module/cpu/machine.h"
#include "module/fail/ring.h"
#include "module/views/sysfs.h"

/*
 * Everyone may read these files, as often as he likes. No CPU is interrupted for it, but the facts
 * of all are copied: at most once a second.
 */
#define SYSFS_KEEP	HZ

static DEFINE_MUTEX(sysfs_lock);	/* protects the two below */
static struct nd_facts *sysfs_facts;
static unsigned long sysfs_taken;

static struct kobject *sysfs_dir;

static struct nd_facts *sysfs_refresh(void)
{
	struct nd_facts *facts;

	lockdep_assert_held(&sysfs_lock);
	if (sysfs_facts && time_before(jiffies, sysfs_taken + SYSFS_KEEP))
		return sysfs_facts;
	facts = nd_machine_read();
	if (!facts)
		return NULL;
	if (sysfs_facts)
		nd_machine_free(sysfs_facts);
	sysfs_facts = facts;
	sysfs_taken = jiffies;
	return facts;
}

/* Prints into a file's buffer what it holds, from these facts; how many bytes, or an error. */
typedef ssize_t (*sysfs_print)(char *buf, const struct nd_facts *facts, const void *file);

static ssize_t sysfs_show(char *buf, sysfs_print print, const void *file)
{
	const struct nd_facts *facts;
	ssize_t len = -ENOMEM;

	mutex_lock(&sysfs_lock);
	facts = sysfs_refresh();
	if (facts)
		len = print(buf, facts, file);
	mutex_unlock(&sysfs_lock);
	return len;
}

static const char *vendor_word(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return cpu->vendor;
}

static const char *level_word(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_level_word(cpu);
}

static const char *vmx_word(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_usable_word(nd_vmx_usable(cpu));
}

static const char *svm_word(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_usable_word(nd_svm_usable(cpu));
}

static const char *evmcs_word(const struct nd_facts *facts, const struct nd_cpu *cpu)
{
	return nd_evmcs_use_word(nd_evmcs_use(facts, cpu));
}

/**
 * struct sysfs_word - a file that holds one word
 * @attr: the file
 * @word: what stands in it
 */
struct sysfs_word {
	struct kobj_attribute attr;
	const char *(*word)(const struct nd_facts *facts, const struct nd_cpu *cpu);
};

static ssize_t word_print(char *buf, const struct nd_facts *facts, const void *data)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);
	const struct sysfs_word *file = data;

	return sysfs_emit(buf, "%s\n", cpu ? file->word(facts, cpu) : "unknown");
}

static ssize_t word_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
{
	return sysfs_show(buf, word_print, container_of(attr, struct sysfs_word, attr));
}

static struct sysfs_word sysfs_words[] = {
	{ __ATTR(vendor, 0444, word_show, NULL), vendor_word },
	{ __ATTR(level, 0444, word_show, NULL), level_word },
	{ __ATTR(vmx, 0444, word_show, NULL), vmx_word },
	{ __ATTR(svm, 0444, word_show, NULL), svm_word },
	{ __ATTR(evmcs, 0444, word_show, NULL), evmcs_word },
};

static ssize_t interface_version_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%u\n", NESTDIAG_INTERFACE_VERSION);
}

static ssize_t version_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", NESTDIAG_VERSION);
}

/* The version offered by the level below; 0 for none. */
static ssize_t evmcs_version_print(char *buf, const struct nd_facts *facts, const void *unused)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);

	return cpu ? sysfs_emit(buf, "%u\n", nd_hv_evmcs_offered(cpu)) :
		     sysfs_emit(buf, "unknown\n");
}

static ssize_t evmcs_version_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
{
	return sysfs_show(buf, evmcs_version_print, NULL);
}

static ssize_t failed_launches_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%llu\n", nd_ring_total());
}

static struct kobj_attribute interface_version_attr = __ATTR_RO(interface_version);
static struct kobj_attribute version_attr = __ATTR_RO(version);
static struct kobj_attribute evmcs_version_attr = __ATTR_RO(evmcs_version);
static struct kobj_attribute failed_launches_attr = __ATTR_RO(failed_launches);

static struct attribute *sysfs_attrs[ARRAY_SIZE(sysfs_words) + 5] = {
	&interface_version_attr.attr,
	&version_attr.attr,
	&evmcs_version_attr.attr,
	&failed_launches_attr.attr,
};

/**
 * struct sysfs_reg - the file of one register
 * @attr: the file, named for the register
 * @reg:  which
 */
struct sysfs_reg {
	struct kobj_attribute attr;
	enum nd_reg reg;
};

static ssize_t reg_print(char *buf, const struct nd_facts *facts, const void *data)
{
	const struct nd_cpu *cpu = nd_facts_first(facts);
	const struct sysfs_reg *file = data;
	const struct nd_value *value = cpu ? &cpu->regs[file->reg] : NULL;

	if (nd_facts_reg_differs(facts, file->reg))
		return sysfs_emit(buf, "differs\n");
	if (value && value->state == ND_OK)
		return sysfs_emit(buf, "0x%016llx\n", value->value);
	return sysfs_emit(buf, "%s\n", nd_state_word(value ? value->state : ND_UNKNOWN));
}

static ssize_t reg_show(struct kobject *kobj, struct kobj_attribute *attr, char *buf)
{
	return sysfs_show(buf, reg_print, container_of(attr, struct sysfs_reg, attr));
}

static struct sysfs_reg sysfs_regs[ND_NR_REGS];
static struct attribute *sysfs_reg_attrs[ND_NR_REGS + 1];

static const struct attribute_group sysfs_group = {
	.attrs = sysfs_attrs,
};

static const struct attribute_group sysfs_reg_group = {
	.name = "registers",
	.attrs = sysfs_reg_attrs,
};

static const struct attribute_group *sysfs_groups[] = {
	&sysfs_group,
	&sysfs_reg_group,
	NULL
};

/* The core's table of registers is the only one: their files are made from it. */
static void sysfs_fill(void)
{
	u32 i, n = 0;

	for (i = 0; i < ND_NR_REGS; i++) {
		struct kobj_attribute *attr = &sysfs_regs[i].attr;

		sysfs_regs[i].reg = i;
		attr->attr.name = nd_reg_desc(i)->id;
		/* An assist page's address is for root alone, like every address. */
		attr->attr.mode = i == ND_HV_VP_ASSIST_PAGE ? 0400 : 0444;
		attr->show = reg_show;
		sysfs_reg_attrs[i] = &attr->attr;
	}
	while (sysfs_attrs[n])
		n++;
	for (i = 0; i < ARRAY_SIZE(sysfs_words); i++)
		sysfs_attrs[n + i] = &sysfs_words[i].attr.attr;
}

int nd_sysfs_init(void)
{
	int err;

	sysfs_fill();
	sysfs_dir = kobject_create_and_add(NESTDIAG_SYSFS_DIR, kernel_kobj);
	if (!sysfs_dir)
		return -ENOMEM;
	err = sysfs_create_groups(sysfs_dir, sysfs_groups);
	if (err)
		kobject_put(sysfs_dir);
	return err;
}

void nd_sysfs_exit(void)
{
	sysfs_remove_groups(sysfs_dir, sysfs_groups);
	kobject_put(sysfs_dir);
	if (sysfs_facts)
		nd_machine_free(sysfs_facts);
}
