// SPDX-License-Identifier: GPL-2.0-only
/*
 * This machine: what its module read in ring 0, or what can be had without it.
 */
#include <errno.h>
#include <stdlib.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <linux/nestdiag.h>

#include "core/findings/findings.h"
#include "tools/in/snapshot.h"
#include "tools/in/source.h"
#include "tools/live/asked.h"
#include "tools/live/devices.h"
#include "tools/live/devmem.h"
#include "tools/live/guests.h"
#include "tools/live/host.h"
#include "tools/live/live.h"
#include "tools/live/net.h"
#include "tools/live/offer.h"
#include "tools/live/params.h"
#include "tools/live/stats.h"
#include "tools/live/tracing.h"
#include "tools/live/waits.h"

#define SYSFS		"/sys/kernel/" NESTDIAG_SYSFS_DIR
#define DEBUGFS		"/sys/kernel/debug"
#define RAW		DEBUGFS "/" NESTDIAG_DEBUGFS_DIR "/" NESTDIAG_DEBUGFS_RAW
#define RECORDER	DEBUGFS "/" NESTDIAG_DEBUGFS_DIR "/" NESTDIAG_DEBUGFS_RECORDER

static void copy(char *dst, size_t size, const char *src)
{
	scnprintf(dst, size, "%s", src);
}

/* What is no part of a line of text would not come back from a snapshot as it is. */
static void ask_proc_version(struct nd_facts *facts)
{
	char text[1024];

	if (facts->proc_version[0] || nd_source_read("/proc/version", text, sizeof(text)))
		return;
	copy(facts->proc_version, sizeof(facts->proc_version), text);
	nd_text_clean(facts->proc_version);
}

static void ask_kernel(struct nd_facts *facts)
{
	struct utsname uts;
	char text[128];

	ask_proc_version(facts);

	if (!facts->release[0] &&
	    !nd_source_read("/proc/sys/kernel/osrelease", text, sizeof(text)))
		copy(facts->release, sizeof(facts->release), text);
	if (!facts->machine[0] && !nd_source_read("/proc/sys/kernel/arch", text, sizeof(text)))
		copy(facts->machine, sizeof(facts->machine), text);
	if (!nd_source_is_live() || uname(&uts))
		return;
	/* /proc may not be mounted, and only newer kernels have the second file. */
	if (!facts->release[0])
		copy(facts->release, sizeof(facts->release), uts.release);
	if (!facts->machine[0])
		copy(facts->machine, sizeof(facts->machine), uts.machine);
}

static void ask_time_and_name(struct nd_taken *taken)
{
	struct utsname uts;
	char text[128];

	nd_text_time(taken->time, sizeof(taken->time));
	copy(taken->tool, sizeof(taken->tool), NESTDIAG_VERSION);
	if (!nd_source_read("/proc/sys/kernel/hostname", text, sizeof(text)))
		copy(taken->hostname, sizeof(taken->hostname), text);
	else if (nd_source_is_live() && !uname(&uts))
		copy(taken->hostname, sizeof(taken->hostname), uts.nodename);
}

static void check_interface(struct nd_machine *m)
{
	char text[32];
	long version;

	if (nd_source_read(SYSFS "/interface_version", text, sizeof(text)))
		return;
	version = strtol(text, NULL, 10);
	if (version > NESTDIAG_INTERFACE_VERSION)
		nd_strings_add(&m->notes,
			       "the module's interface version %ld is newer than this tool's %d: update the tool",
			       version, NESTDIAG_INTERFACE_VERSION);
}

static bool module_is_loaded(void)
{
	return nd_source_exists(SYSFS) || nd_source_exists("/sys/module/nestdiag/initstate");
}

static void explain_unreadable(struct nd_machine *m, int err)
{
	const char *loaded = "the nestdiag module is loaded, but";

	if (err == -EACCES)
		nd_strings_add(&m->notes, "%s only root may read its facts: run as root",
			       loaded);
	else if (err == -EPERM)
		nd_strings_add(&m->notes, "%s kernel lockdown does not let %s be read (see %s)",
			       loaded, RAW, "/sys/kernel/security/lockdown");
	else if (err == -ENOENT && nd_live_lacks("debugfs"))
		nd_strings_add(&m->notes,
			       "%s this kernel has no debugfs (CONFIG_DEBUG_FS, or debugfs=off at boot), where its facts are: only %s is left",
			       loaded, SYSFS);
	else if (err == -ENOENT && !nd_live_mounted(DEBUGFS))
		nd_strings_add(&m->notes, "%s debugfs is not mounted: mount -t debugfs none %s",
			       loaded, DEBUGFS);
	else
		nd_strings_add(&m->notes, "%s %s: %s", loaded, RAW, strerror(-err));
}

/* That it is not loaded, and how it could be; asked when the facts of the host are there. */
static void explain_unloaded(struct nd_machine *m)
{
	struct nd_check c;
	struct nd_row row;
	bool refused = nd_finding_check(&c, nd_finding_find("module-refused"), &m->facts, NULL,
					&row) == ND_FIRES;

	nd_strings_add(&m->notes, "%s: ring-0 facts are missing (%s%s%s)",
		       "the nestdiag module is not loaded",
		       refused ? "this kernel will not load it as it was built: " :
		       "load it: make load, or insmod nestdiag.ko",
		       refused ? row.words : "",
		       refused ? "; what to do: nestdiag check -k module-refused; without it: sudo nestdiag exits" :
		       nd_source_is_live() && geteuid() ? ", as root; without it: sudo nestdiag exits" : "");
}

/* Return: ND_EXIT_UNKNOWN with an empty @error if there is no module to ask. */
static enum nd_exit ask_module(struct nd_machine *m)
{
	struct nd_lines lines;
	int err = nd_lines_open(&lines, RAW);
	enum nd_exit ret;

	if (err) {
		if (module_is_loaded())
			explain_unreadable(m, err);
		return ND_EXIT_UNKNOWN;
	}
	check_interface(m);
	ret = nd_machine_parse(m, &lines, RAW);
	nd_lines_close(&lines);
	m->name = "this machine";
	return ret;
}

enum nd_exit nd_live_figures(struct nd_machine *m)
{
	struct nd_machine now = { 0 };
	enum nd_exit ret = ask_module(&now);

	if (!ret && now.facts.trace) {
		nd_machine_drop_trace(m);
		m->facts.trace = now.facts.trace;
		now.facts.trace = NULL;
		nd_text_time(m->facts.taken.time, sizeof(m->facts.taken.time));
	} else {
		snprintf(m->error, sizeof(m->error), "%s",
			 now.error[0] ? now.error : "the nestdiag module is gone");
		ret = ND_EXIT_UNKNOWN;
	}
	nd_machine_free(&now);
	return ret;
}

void nd_live_recorder(struct nd_machine *m)
{
	struct nd_machine now = { 0 };
	struct nd_lines lines;
	int err = nd_lines_open(&lines, RECORDER);

	nd_machine_drop_recorder(m);
	/* Without the module, or its facts, that has been said. */
	if (err && nd_facts_ring0(&m->facts))
		nd_strings_add(&m->notes, err == -ENOENT ?
			       "the nestdiag module that is loaded records no exits: it is older than this tool" :
			       RECORDER ": %s", strerror(-err));
	if (err)
		return;
	if (nd_machine_parse(&now, &lines, RECORDER)) {
		nd_strings_add(&m->notes, "%s", now.error);
	} else {
		m->facts.recorder = now.facts.recorder;
		now.facts.recorder = NULL;
	}
	nd_lines_close(&lines);
	nd_machine_free(&now);
}

enum nd_exit nd_live_ask(struct nd_machine *m)
{
	enum nd_exit ret = ask_module(m);

	m->name = "this machine";
	if (m->error[0])
		return ret;
	if (ret)
		nd_live_devices(m);
	ask_time_and_name(&m->facts.taken);
	ask_kernel(&m->facts);
	nd_live_params(m);
	nd_live_host(m);
	if (ret && !module_is_loaded())
		explain_unloaded(m);
	nd_live_guests(m);
	nd_live_stats(m);
	nd_live_tracing(m);
	nd_live_waits(m);
	nd_live_devmem(m);
	nd_live_offer(m);
	nd_live_asked(m);
	nd_live_net(m);
	return ND_EXIT_OK;
}
