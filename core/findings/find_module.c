// SPDX-License-Identifier: GPL-2.0-only
/*
 * Would this kernel load nestdiag.ko, and if not, what can be done?
 */
#include "core/base/flag.h"
#include "core/findings/findings.h"

static bool fact_is(const struct nd_check *c, const char *key, const char *word)
{
	const char *value = nd_facts_host(c->facts, key);

	return value && !strcmp(value, word);
}

/* Nothing forbids it, if all that could was read. */
static enum nd_verdict module_allowed(struct nd_check *c)
{
	static const char *const needed[] = { "modules_disabled", "lockdown", "sig_enforce" };
	u32 i;

	for (i = 0; i < ARRAY_SIZE(needed); i++) {
		if (!nd_facts_host(c->facts, needed[i]))
			return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "%s was not recorded", needed[i]);
		if (fact_is(c, needed[i], "unmounted"))
			return nd_cannot_tell(c, "mount -t securityfs none /sys/kernel/security",
					      "securityfs is not mounted: %s could not be read",
					      needed[i]);
		if (fact_is(c, needed[i], "unreadable"))
			return nd_cannot_tell(c, "run nestdiag as root", "%s could not be read",
					      needed[i]);
	}
	return ND_PASSES;
}

#define MODULE_LESS	"; without the module: modprobe msr, nestdiag as root"

static enum nd_verdict module_refused(struct nd_check *c)
{
	static const char *const levels[] = { "integrity", "confidentiality" };
	const char *lockdown = NULL;
	u32 i;

	if (nd_facts_ring0(c->facts) || nd_host_has(c->facts, "modules", "nestdiag"))
		return ND_PASSES;
	if (fact_is(c, "modules_disabled", "absent")) {
		nd_row_printf(c->row, "this kernel is built without module support");
		c->cause = "CONFIG_MODULES is off: no module can be loaded, signed or not";
		c->remedy = "boot a kernel with CONFIG_MODULES=y; without the module: nestdiag as root reads /dev/cpu/*/msr if that exists";
		return ND_FIRES;
	}
	if (fact_is(c, "modules_disabled", "1")) {
		nd_row_printf(c->row, "kernel.modules_disabled is 1");
		c->cause = "the kernel loads no module until the next boot";
		c->remedy = "reboot, and load nestdiag.ko before whatever sets kernel.modules_disabled=1";
		return ND_FIRES;
	}
	for (i = 0; i < ARRAY_SIZE(levels); i++)
		if (fact_is(c, "lockdown", levels[i]))
			lockdown = levels[i];
	if (lockdown)
		nd_row_printf(c->row, "lockdown is %s", lockdown);
	else if (nd_flag_is(nd_facts_host(c->facts, "sig_enforce"), true))
		nd_row_printf(c->row, "sig_enforce is Y");
	else
		return module_allowed(c);
	if (fact_is(c, "secure_boot", "on"))
		nd_row_printf(c->row, ", Secure Boot is on");
	else
		c->remedy = "make sign KEY=FILE CERT=FILE with a key that this kernel trusts, or boot without lockdown= and module.sig_enforce=1" MODULE_LESS;
	return ND_FIRES;
}

const struct nd_finding nd_module_findings[] = {
	{ "module-refused", ND_NOTE, ND_WANTS_HOST | ND_WANTS_X86,
	  "this kernel will not load nestdiag.ko as it was built", "This kernel will load nestdiag.ko",
	  "the kernel loads only modules with a signature whose key it trusts",
	  "make sign KEY=FILE CERT=FILE; mokutil --import CERT.der (for DKMS: /var/lib/dkms/mok.pub); reboot" MODULE_LESS,
	  "Linux, Documentation/admin-guide/module-signing.rst", module_refused },
	{ NULL, }
};
