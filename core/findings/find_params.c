// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on KVM's module parameters: nesting off, dangerous company, asked for and not in force.
 */
#include "core/base/flag.h"
#include "core/caps/controls.h"
#include "core/caps/evmcsuse.h"
#include "core/facts/kernel.h"
#include "core/findings/findings.h"
#include "core/findings/holes.h"

#define PARAMS_NESTED	"Linux, Running nested guests with KVM"
#define PARAMS_LIST	"Linux, The kernel's command-line parameters"

/* The KVM that runs here: the one whose "nested" is recorded. */
static const char *params_vendor(const struct nd_facts *facts, const char **nested)
{
	static const char *const modules[] = { "kvm_intel", "kvm_amd" };
	u32 i;

	for (i = 0; i < ARRAY_SIZE(modules); i++) {
		*nested = nd_facts_param(facts, modules[i], "nested");
		if (*nested)
			return modules[i];
	}
	return NULL;
}

static enum nd_verdict params_no_vendor(struct nd_check *c)
{
	if (nd_facts_host(c->facts, "modules") &&
	    !nd_host_has(c->facts, "modules", "kvm_intel") &&
	    !nd_host_has(c->facts, "modules", "kvm_amd"))
		return ND_NOT_ASKED;
	return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT,
			      "parameters of kvm_intel or kvm_amd were not recorded");
}

/* What asks for a parameter: its value, a blank, and the file or the command line; or NULL. */
static const char *params_asking(const struct nd_facts *facts, const char *from,
				 const char *module, const char *name)
{
	char key[sizeof(((struct nd_host *)NULL)->key)];

	scnprintf(key, sizeof(key), "%s.%s.%s", from, module, name);
	return nd_facts_host(facts, key);
}

/* Name what sets nested=0, if anything does: the command line wins over modprobe.d. */
static bool params_nested_setter(struct nd_check *c, const char *module)
{
	const char *asked = params_asking(c->facts, "boot", module, "nested");
	bool boot = asked;
	size_t len;

	if (!asked)
		asked = params_asking(c->facts, "asked", module, "nested");
	len = asked ? strcspn(asked, " ") : 0;
	if (len != 1 || !strchr("0nN", *asked))
		return false;
	if (boot)
		nd_row_printf(c->row, "; the kernel's command line sets it");
	else if (asked[len])
		nd_row_printf(c->row, ";%s sets it", asked + len);
	c->cause = "an option of this host switches it off";
	return true;
}

/* Nesting is a way from guests to the host where the kernel has known holes: say so beside it. */
static const char *params_nested_remedy(struct nd_check *c, bool amd, bool set)
{
#define PARAMS_NEST(how) { \
	[ND_HOLE_UNKNOWN] = "first see whether it has them (nestdiag explain Januscape); then " how, \
	[ND_HOLE_NEVER] = how, [ND_HOLE_FIXED] = how, \
	[ND_HOLE_OPEN] = "first a kernel with the fixes; then " how }
	static const char *const remedies[2][2][ND_HOLE_OPEN + 1] = {
		{ PARAMS_NEST("options kvm_intel nested=1 in /etc/modprobe.d, then reload kvm_intel"),
		  PARAMS_NEST("set nested=1 where it is set to 0, then reload kvm_intel") },
		{ PARAMS_NEST("options kvm_amd nested=1 in /etc/modprobe.d, then reload kvm_amd"),
		  PARAMS_NEST("set nested=1 where it is set to 0, then reload kvm_amd") },
	};
	u32 who = amd ? ND_HOLE_AMD : ND_HOLE_INTEL;
	struct nd_kernel_id id;

	nd_holes_of(c->facts, &id);
	nd_row_printf(c->row, "; ");
	return remedies[amd][set][nd_holes_describe(&id, who, c->row)];
}

static enum nd_verdict params_nested_off(struct nd_check *c)
{
	const char *nested;
	const char *module = params_vendor(c->facts, &nested);

	if (!module)
		return params_no_vendor(c);
	if (nd_flag_is(nested, true))
		return ND_PASSES;
	if (!nd_flag_is(nested, false))
		return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "%s has nested=%s, which is neither on nor off",
				      module, nested);
	nd_row_printf(c->row, "%s has nested=%s", module, nested);
	/* Only kvm_intel was ever without it by default. */
	if (!strcmp(module, "kvm_amd"))
		c->cause = "it was set on this host: kvm_amd has nesting on by default";
	else if (nd_kernel_version(c->facts) >= ND_KERNEL(4, 20, 0))
		c->cause = "it was set on this host: since Linux 4.20 kvm_intel has nesting on by default";
	c->remedy = params_nested_remedy(c, !strcmp(module, "kvm_amd"),
					 params_nested_setter(c, module));
	return ND_FIRES;
}

/* With nesting on: is another parameter in a state that spoils it? */
static enum nd_verdict params_beside(struct nd_check *c, const char *module, const char *name,
				     bool spoiling)
{
	if (nd_param_is(c->facts, module, "nested", false) ||
	    !nd_facts_param(c->facts, module, "nested") ||
	    !nd_facts_param(c->facts, module, name))
		return ND_NOT_ASKED;
	if (!nd_param_is(c->facts, module, name, spoiling))
		return ND_PASSES;
	nd_row_printf(c->row, "%s has nested on and %s=%s", module, name,
		      nd_facts_param(c->facts, module, name));
	return ND_FIRES;
}

static enum nd_verdict params_paging(struct nd_check *c)
{
	enum nd_verdict verdict = params_beside(c, "kvm_amd", "npt", false);

	return verdict == ND_NOT_ASKED ? params_beside(c, "kvm_intel", "ept", false) : verdict;
}

static enum nd_verdict params_shadow_vmcs(struct nd_check *c)
{
	const struct nd_ctl_group *group;
	const struct nd_ctl_bit *bit = nd_ctl_find("vmx-shadow-vmcs", &group);
	enum nd_ctl_state state = bit ? nd_ctl_state(c->cpu, group, bit->bit) : ND_CTL_UNKNOWN;

	if (state == ND_CTL_NO || state == ND_CTL_ABSENT ||
	    nd_evmcs_use(c->facts, c->cpu) == ND_EVMCS_USE_IN_USE)
		return ND_NOT_ASKED;
	if (state != ND_CTL_YES && nd_param_is(c->facts, "kvm_intel", "enable_shadow_vmcs", false))
		return nd_cannot_tell(c, ND_SETTLE_MODULE ", or as root: modprobe msr",
				      "enable_shadow_vmcs=N; the register that shows whether the CPU has it was not read");
	return params_beside(c, "kvm_intel", "enable_shadow_vmcs", false);
}

static enum nd_verdict params_early_check(struct nd_check *c)
{
	return params_beside(c, "kvm_intel", "nested_early_check", true);
}

static enum nd_verdict params_real_mode(struct nd_check *c)
{
	const struct nd_facts *facts = c->facts;

	if (!nd_facts_param(facts, "kvm_intel", "unrestricted_guest") ||
	    !nd_facts_param(facts, "kvm_intel", "emulate_invalid_guest_state"))
		return ND_NOT_ASKED;
	if (!nd_param_is(facts, "kvm_intel", "unrestricted_guest", false) ||
	    !nd_param_is(facts, "kvm_intel", "emulate_invalid_guest_state", false))
		return ND_PASSES;
	nd_row_printf(c->row, "kvm_intel has unrestricted_guest=N and emulate_invalid_guest_state=N");
	return ND_FIRES;
}

static enum nd_verdict params_migration(struct nd_check *c)
{
	const char *nested = nd_facts_param(c->facts, "kvm_amd", "nested");

	if (!nested || nd_flag_is(nested, false))
		return ND_NOT_ASKED;
	nd_row_printf(c->row, "kvm_amd has nested=%s", nested);
	return ND_FIRES;
}

/*
 * What was asked for, "asked.MODULE.NAME" from modprobe.d or "boot.MODULE.NAME" from the kernel's
 * command line, has the value as its first word and then where it stands.
 */
static bool params_asked_key(const char *key, const char **module, size_t *len, const char **name)
{
	size_t at;

	if (!strncmp(key, "asked.", 6))
		key += 6;
	else if (!strncmp(key, "boot.", 5))
		key += 5;
	else
		return false;
	at = strcspn(key, ".");
	if (!key[at])
		return false;
	*module = key;
	*len = at;
	*name = key + at + 1;
	return true;
}

static const char *params_in_force(const struct nd_facts *facts, const char *key)
{
	const char *module, *name;
	size_t len;
	u32 i;

	if (!params_asked_key(key, &module, &len, &name))
		return NULL;
	for (i = 0; i < facts->nr_params; i++)
		if (strlen(facts->params[i].module) == len &&
		    !memcmp(facts->params[i].module, module, len) &&
		    !strcmp(facts->params[i].name, name))
			return facts->params[i].value;
	return NULL;
}

/* Y, y and 1 are one value, N, n and 0 another; so are numbers however they are written. */
static bool params_same(const char *asked, size_t len, const char *is)
{
	char word[64];

	if (len >= sizeof(word))
		return false;
	memcpy(word, asked, len);
	word[len] = '\0';
	return !strcmp(word, is) || (nd_flag_is(word, true) && nd_flag_is(is, true)) ||
	       (nd_flag_is(word, false) && nd_flag_is(is, false));
}

/* Parameters that KVM silently clears if the processor lacks a requirement. */
static const char *const params_taken_back[] = {
	"enable_apicv", "enable_ipiv", "enable_shadow_vmcs", "ept", "eptad", "flexpriority",
	"pml", "preemption_timer", "unrestricted_guest", "vnmi", "vpid", "avic", "npt", "vgif",
	"vls",
};

static bool params_is_taken_back(const char *key)
{
	const char *module, *name;
	size_t len;
	u32 i;

	if (!params_asked_key(key, &module, &len, &name))
		return false;
	for (i = 0; i < ARRAY_SIZE(params_taken_back); i++)
		if (!strcmp(name, params_taken_back[i]))
			return true;
	return false;
}

static enum nd_verdict params_asked(struct nd_check *c)
{
	const struct nd_facts *facts = c->facts;
	bool asked = false;
	u32 i;

	for (i = 0; i < facts->nr_host; i++) {
		const struct nd_host *host = &facts->host[i];
		const char *is = params_in_force(facts, host->key);
		size_t len = strcspn(host->value, " ");

		if (!is)
			continue;
		asked = true;
		if (params_same(host->value, len, is))
			continue;
		nd_row_printf(c->row, "%s%s=%.*s was requested%s%s, but %s is in effect",
			      c->row->words[0] ? "; " : "", strchr(host->key, '.') + 1, (int)len,
			      host->value, host->value[len] ? " in" : "", host->value + len, is);
		if (params_is_taken_back(host->key) && nd_flag_is(is, false)) {
			c->cause = "KVM silently clears it if the processor lacks a requirement; otherwise the module was loaded with another value";
			c->remedy = "see \"nestdiag features\" for what removed it; if nothing did, run update-initramfs -u and reload the module";
		}
	}
	if (c->row->words[0])
		return ND_FIRES;
	return asked ? ND_PASSES : ND_NOT_ASKED;
}

static bool params_is_asked(const struct nd_facts *facts, const char *module, const char *name)
{
	return params_asking(facts, "asked", module, name) ||
	       params_asking(facts, "boot", module, name);
}

/* On by hand, and off again with the next boot; from 4.20 on it is on by default. */
static enum nd_verdict params_lasting(struct nd_check *c)
{
	const char *nested;
	const char *module = params_vendor(c->facts, &nested);
	u32 version;

	if (!module)
		return params_no_vendor(c);
	version = nd_kernel_version(c->facts);
	if (!version || !strcmp(module, "kvm_amd"))
		return ND_NOT_ASKED;
	if (nd_flag_is(nested, true) == (version >= ND_KERNEL(4, 20, 0)) ||
	    params_is_asked(c->facts, module, "nested"))
		return ND_PASSES;
	nd_row_printf(c->row, "%s has nested=%s, but neither modprobe.d nor the command line sets it",
		      module, nested);
	return ND_FIRES;
}

/*
 * From Linux 5.6 on svm_vcpu_after_set_cpuid() inhibited AVIC of a VM whose CPU has SVM; since 5.19
 * a vCPU goes without it only while it runs a nested guest (f44509f849fe). Others may have that
 * sooner.
 */
static enum nd_verdict params_avic(struct nd_check *c)
{
	struct nd_kernel_id id;
	u64 given;

	if (!nd_param_is(c->facts, "kvm_amd", "avic", true) ||
	    !nd_param_is(c->facts, "kvm_amd", "nested", true))
		return ND_NOT_ASKED;
	if (!nd_facts_host(c->facts, "guests_qemu"))
		return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "guests_qemu was not recorded");
	if (!nd_host_number(c->facts, "guests_given", &given))
		return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "guests_given was not recorded");
	if (!given)
		return ND_NOT_ASKED;
	nd_kernel_identify(c->facts->release, c->facts->proc_version, &id);
	if (!id.release)
		return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "the kernel's version is not known");
	if (id.release >= ND_RELEASE(5, 19, 0))
		return ND_PASSES;
	if (id.release < ND_RELEASE(5, 6, 0))
		return ND_NOT_ASKED;
	if (id.maker == ND_KERNEL_OTHER)
		return nd_cannot_tell(c, "nestdiag hot apicv, while guests run: NESTED among the reasons",
				      "the version %s does not tell its changes to AVIC", id.name);
	nd_row_printf(c->row, "kvm_amd has avic on, %llu guest%s svm, on %s", given,
		      given == 1 ? " has" : "s have", id.name);
	return ND_FIRES;
}

const struct nd_finding nd_params_findings[] = {
	{ "nested-off", ND_WARNING, ND_WANTS_PARAMS | ND_WANTS_X86,
	  "nested virtualization is off", "Nested virtualization is on",
	  "the kernel's default before 4.20, or set on this host",
	  "options kvm_intel nested=1 (or kvm_amd) in /etc/modprobe.d, then reload the module",
	  PARAMS_NESTED, params_nested_off },
	{ "nested-paging-off", ND_WARNING, ND_WANTS_PARAMS | ND_WANTS_X86,
	  "nested on without nested paging", "Nesting uses EPT or NPT",
	  "guest hypervisors get no EPT or NPT: shadow page tables at every level, and deeper nesting hardly makes progress",
	  "ept=1 (kvm_intel) or npt=1 (kvm_amd) if the CPU offers it; otherwise nested=0",
	  PARAMS_NESTED, params_paging },
	{ "nested-shadow-off", ND_WARNING, ND_WANTS_PARAMS | ND_WANTS_CPU,
	  "nested on without VMCS shadowing", "Nesting uses VMCS shadowing if the CPU has it",
	  "each VMREAD and VMWRITE by a guest hypervisor is an exit; KVM also clears the parameter if it cannot use it",
	  "options kvm_intel enable_shadow_vmcs=1 in /etc/modprobe.d, then reload kvm_intel",
	  PARAMS_NESTED, params_shadow_vmcs },
	{ "nested-early-check", ND_NOTE, ND_WANTS_PARAMS | ND_WANTS_X86,
	  "nested_early_check is on", "nested_early_check is off",
	  "each nested entry is first tried in hardware; this is meant for debugging KVM",
	  "nested_early_check=0", "Linux, arch/x86/kvm/vmx/nested.c", params_early_check },
	{ "real-mode", ND_WARNING, ND_WANTS_PARAMS | ND_WANTS_X86,
	  "guests cannot run real-mode code", "Guests can run real-mode code",
	  "neither the processor nor KVM's emulator may run it: KVM: entry failed, hardware error 0x80000021",
	  "options kvm_intel emulate_invalid_guest_state=1, or unrestricted_guest=1 ept=1, in /etc/modprobe.d, then reload kvm_intel",
	  PARAMS_LIST, params_real_mode },
	{ "amd-migration", ND_NOTE, ND_WANTS_PARAMS | ND_WANTS_X86,
	  "do not migrate a guest while it runs nested guests (AMD)", "Guests that run nested guests can migrate",
	  "on AMD, saving or migrating a guest while nested guests run in it is undefined: oops, panic or worse",
	  "shut down the nested guests first", PARAMS_NESTED ", Live migration with nested KVM",
	  params_migration },
	{ "params-asked", ND_WARNING, ND_WANTS_PARAMS | ND_WANTS_X86 | ND_WANTS_HOST,
	  "a requested parameter is not in effect", "Requested parameters are in effect",
	  "the module was loaded before the file was written, from an initramfs without it, or with another value",
	  "update-initramfs -u or dracut -f, then reload the module or reboot",
	  "modprobe.d(5); " PARAMS_LIST, params_asked },
	{ "nested-lasting", ND_NOTE, ND_WANTS_PARAMS | ND_WANTS_X86 | ND_WANTS_HOST,
	  "nested is set for this boot only", "The nested setting persists across reboots",
	  "it was set when the module was loaded by hand, or this distribution changes the default",
	  "add it to a file in /etc/modprobe.d: options kvm_intel nested=...",
	  PARAMS_NESTED, params_lasting },
	{ "avic-off-nested", ND_NOTE, ND_WANTS_PARAMS | ND_WANTS_X86 | ND_WANTS_HOST,
	  "guests with svm run without AVIC", "AVIC is not off only because a guest has svm",
	  "up to Linux 5.18 KVM inhibits AVIC of a whole VM if its CPU has svm, used or not: its interrupts and IPIs are exits again",
	  "QEMU: -cpu ...,-svm,-x2apic for a guest that runs none of its own (x2apic inhibits AVIC there, too); or Linux 5.19 or later: svm then does so only while a vCPU runs a nested guest",
	  "Linux, arch/x86/kvm/svm/svm.c: APICV_INHIBIT_REASON_NESTED", params_avic },
	{ NULL, }
};
