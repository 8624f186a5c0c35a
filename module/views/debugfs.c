// SPDX-License-Identifier: GPL-2.0-only
/*
 * The views for people, and the snapshot for the tool. Each shows the moment at which it was
 * opened.
 */
#include <linux/debugfs.h>
#include <linux/module.h>
#include <linux/nestdiag.h>
#include <linux/sched.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#include "core/base/row.h"
#include "core/caps/differ.h"
#include "core/caps/fields.h"
#include "core/caps/hvleaves.h"
#include "core/entry/evmcsrows.h"
#include "core/entry/failrows.h"
#include "core/entry/refusals.h"
#include "core/exits/exitrows.h"
#include "core/exits/nestedrows.h"
#include "core/exits/vcpurows.h"
#include "core/findings/status.h"
#include "core/record/snapshot.h"
#include "core/record/snapshot_write.h"

#include "module/fail/ring.h"
#include "module/kvm/counts.h"
#include "module/kvm/points.h"
#include "module/kvm/recorder.h"
#include "module/report.h"
#include "module/views/debugfs.h"

static struct dentry *debugfs_dir;

struct debugfs_view;

/**
 * struct debugfs_open - an open file
 * @view:   which
 * @facts:  what it shows, however often seq_file asks for it
 * @line:   the row that is being formatted: too long for the stack, as @writer is
 * @writer: the record that is being written
 */
struct debugfs_open {
	const struct debugfs_view *view;
	struct nd_facts *facts;
	char line[ND_ROW_LINE];
	struct nd_writer writer;
};

static void debugfs_put_row(void *ctx, const struct nd_row *row)
{
	struct seq_file *s = ctx;
	struct debugfs_open *open = s->private;
	char *line = open->line;

	if (nd_row_hides(row->kind, ND_HIDES_ROW))
		return;
	nd_row_format(row, ND_WIDTH, line, sizeof(open->line));
	/* A section starts with an empty line, but a file does not. */
	seq_puts(s, line + (s->count == 0 && line[0] == '\n'));
	seq_putc(s, '\n');
	cond_resched();
}

/* A machine with hundreds of CPUs has tens of thousands of lines. */
static void debugfs_put_line(void *ctx, const char *text)
{
	seq_puts(ctx, text);
	seq_putc(ctx, '\n');
	cond_resched();
}

static void summary_show(struct seq_file *s, const struct nd_facts *facts)
{
	const struct nd_emit emit = { debugfs_put_row, s };

	nd_status_rows(facts, &emit);
}

static void capabilities_show(struct seq_file *s, const struct nd_facts *facts)
{
	const struct nd_emit emit = { debugfs_put_row, s };
	const struct nd_cpu *cpu = nd_facts_first(facts);

	if (cpu)
		nd_caps_rows(cpu, &emit);
	if (nd_differ_rows(facts, NULL) == 0)
		return;
	nd_emit_section(&emit, "Registers that differ between CPUs");
	nd_differ_rows(facts, &emit);
}

static void hyperv_show(struct seq_file *s, const struct nd_facts *facts)
{
	const struct nd_emit emit = { debugfs_put_row, s };

	nd_hyperv_rows(facts, &emit);
}

static void evmcs_show(struct seq_file *s, const struct nd_facts *facts)
{
	const struct nd_emit emit = { debugfs_put_row, s };

	nd_evmcs_rows(facts, &emit);
}

static void exits_show(struct seq_file *s, const struct nd_facts *facts)
{
	const struct nd_emit emit = { debugfs_put_row, s };

	nd_exit_rows(facts, ND_EXITS_BY_REASON, &emit);
	nd_exit_times_rows(facts, &emit);
}

static void nested_show(struct seq_file *s, const struct nd_facts *facts)
{
	const struct nd_emit emit = { debugfs_put_row, s };

	nd_nested_rows(facts, &emit);
	nd_refusal_rows(facts, &emit);
}

static void vcpus_show(struct seq_file *s, const struct nd_facts *facts)
{
	const struct nd_emit emit = { debugfs_put_row, s };

	nd_vcpu_rows(facts, &emit);
}

static void failures_show(struct seq_file *s, const struct nd_facts *facts)
{
	const struct nd_emit emit = { debugfs_put_row, s };

	nd_failure_rows(facts, 0, false, true, &emit);
}

static struct nd_writer *debugfs_writer(struct seq_file *s)
{
	struct debugfs_open *open = s->private;

	open->writer.line = debugfs_put_line;
	open->writer.ctx = s;
	open->writer.at = 0;
	return &open->writer;
}

static void raw_show(struct seq_file *s, const struct nd_facts *facts)
{
	nd_snapshot_write(facts, debugfs_writer(s));
}

/* A file of its own: there may be much of it, and most who read a snapshot want none. */
static void recorder_show(struct seq_file *s, const struct nd_facts *facts)
{
	nd_snapshot_write_recorder(facts, debugfs_writer(s));
}

/**
 * struct debugfs_view - one file
 * @name: its name
 * @show: prints it
 * @recorder: of the last exits of vCPUs, and of nothing else
 */
struct debugfs_view {
	const char *name;
	void (*show)(struct seq_file *s, const struct nd_facts *facts);
	bool recorder;
};

static const struct debugfs_view debugfs_views[] = {
	{ "summary",			summary_show },
	{ "capabilities",		capabilities_show },
	{ "hyperv",			hyperv_show },
	{ "evmcs",			evmcs_show },
	{ "exits",			exits_show },
	{ "nested",			nested_show },
	{ "vcpus",			vcpus_show },
	{ "failures",			failures_show },
	{ NESTDIAG_DEBUGFS_RAW,		raw_show },
	{ NESTDIAG_DEBUGFS_RECORDER,	recorder_show, true },
};

static int debugfs_view_show(struct seq_file *s, void *unused)
{
	const struct debugfs_open *open = s->private;

	open->view->show(s, open->facts);
	return 0;
}

static int debugfs_view_open(struct inode *inode, struct file *file)
{
	struct debugfs_open *open = kzalloc(sizeof(*open), GFP_KERNEL);
	int err = -ENOMEM;

	if (!open)
		return -ENOMEM;
	open->view = inode->i_private;
	open->facts = nd_report_read();
	if (!open->facts)
		goto err_free_open;
	if (open->view->recorder) {
		open->facts->recorder = nd_recorder_read();
		if (!open->facts->recorder)
			goto err_free_facts;
	}
	err = single_open(file, debugfs_view_show, open);
	if (err)
		goto err_free_facts;
	return 0;

err_free_facts:
	nd_report_free(open->facts);
err_free_open:
	kfree(open);
	return err;
}

static int debugfs_view_release(struct inode *inode, struct file *file)
{
	struct seq_file *s = file->private_data;
	struct debugfs_open *open = s->private;

	nd_report_free(open->facts);
	kfree(open);
	return single_release(inode, file);
}

static const struct file_operations debugfs_view_fops = {
	.owner		= THIS_MODULE,
	.open		= debugfs_view_open,
	.read		= seq_read,
	.llseek		= seq_lseek,
	.release	= debugfs_view_release,
};

/* Anything written forgets all counts. */
static ssize_t debugfs_reset_write(struct file *file, const char __user *text, size_t len,
				   loff_t *pos)
{
	nd_counts_reset();
	nd_ring_reset();
	return len;
}

static const struct file_operations debugfs_reset_fops = {
	.owner	= THIS_MODULE,
	.open	= simple_open,
	.write	= debugfs_reset_write,
};

/* "attach", "detach", or "keep PID/VCPU": its last exits. */
static ssize_t debugfs_control_write(struct file *file, const char __user *text, size_t len,
				     loff_t *pos)
{
	char word[32] = "";
	u32 pid, id;
	char end;

	if (len >= sizeof(word))
		return -EINVAL;
	if (copy_from_user(word, text, len))
		return -EFAULT;
	strim(word);
	if (!strcmp(word, "attach"))
		nd_points_attach(true);
	else if (!strcmp(word, "detach"))
		nd_points_attach(false);
	else if (sscanf(word, "keep %u/%u%c", &pid, &id, &end) != 2)
		return -EINVAL;
	else if (!nd_recorder_keep_vcpu(pid, id, ND_RECORDING_ASKED))
		return -ENOENT;
	return len;
}

static const struct file_operations debugfs_control_fops = {
	.owner	= THIS_MODULE,
	.open	= simple_open,
	.write	= debugfs_control_write,
};

void nd_debugfs_init(void)
{
	u32 i;

	debugfs_dir = debugfs_create_dir(NESTDIAG_DEBUGFS_DIR, NULL);
	for (i = 0; i < ARRAY_SIZE(debugfs_views); i++)
		debugfs_create_file(debugfs_views[i].name, 0400, debugfs_dir,
				    (void *)&debugfs_views[i], &debugfs_view_fops);
	/* On their own: one writable bit makes a file unreadable on a locked-down kernel. */
	debugfs_create_file("reset", 0200, debugfs_dir, NULL, &debugfs_reset_fops);
	debugfs_create_file("control", 0200, debugfs_dir, NULL, &debugfs_control_fops);
}

void nd_debugfs_exit(void)
{
	debugfs_remove_recursive(debugfs_dir);
}
