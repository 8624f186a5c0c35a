// SPDX-License-Identifier: GPL-2.0-only
/*
 * Programs report a failure in words of their own, but the steps of running a guest are few: they
 * show in stems ("create vm", "set_sregs"), the reason in an error of Linux beside them.
 */
#include <ctype.h>
#include <stdlib.h>

#include "tools/digest/failure.h"
#include "tools/digest/oserror.h"
#include "tools/digest/typed.h"
#include "tools/digest/words.h"

#define STEMS	40	/* of a step, at most */

/* In small letters, from the start of a word. */
static const char *const failures[] = {
	"fail", "error", "err=", "err:", "cannot", "can not", "could not",
	"unable", "not supported", "unsupported", "not permitted", "denied", "refuse", "reject",
	"invalid", "not valid", "abort", "panic", "crash", "killed", "timed out", "timeout",
	"not found",
	"no such", "missing", "not accept", "fatal", "exception", "unexpected", "unhandled",
	"assert", "terminated", "not initialize", "is different", "stopped unexpectedly", "corrupt",
	"segfault", "segmentation", "not allocate", "core dumped",
	"out of memory", "not enough", "insufficient", "bad address", "not implemented",
	"unimplemented", "giving up",
};

/* What programs write where there was none. */
static const char *const none[] = {
	"s:0", "s: 0", "s:  ", "_count", "=nil", "=<nil>", ": null", ":null", "\":null", "\": null",
	": []",
	":[]", "s:[]", "s: []", "s=[]", "=\"\"", ": none", ": success", "_fails", "s\":0",
};

/**
 * struct step - one step of running a guest
 * @id:     its entry
 * @kvm:    the request goes to the hypervisor, so the error is its
 * @stems:  what shows it, from the start of a word; the more special steps come first
 */
static const struct step {
	const char *id;
	bool kvm;
	const char *stems[STEMS];
} steps[] = {
	{ "failed-build", false, {
		"h: no such file or directory", "undefined reference to", "implicit declaration of",
		"compilation terminated",
		"collect2: error", "ld returned ", "cannot find -l", "could not compile",
		"undeclared (first use", "has no member named",
		"modpost: ", "bad return status for module build", "linker command failed",
		"error[e0", "unresolved import",
		"cannot be built", "node-gyp", "subprocess-exited-with-error",
		"resolve dependencies", "satisfies the requirement",
		"module lookup disabled", "building wheel", "unmet dependencies" } },
	{ "failed-confidential", false, { "sev-es", "sev-snp", "sev-guest", "sev-common", "sev-enabled", "sev-step", "sev_", "sev:", "snp_", "snp ", "sev ", "tdx" } },
	{ "failed-vmm-gone", false, {
		"exited before", "exited prematurely", "supervisor exited", "died before",
		"terminated before" } },
	{ "failed-rosetta", false, {
		"rosetta is not installed", "rosetta not installed", "rosetta is not available",
		"rosetta directory share", "rosetta availability", "install rosetta",
		"configure rosetta", "set up rosetta", "enable rosetta" } },
	{ "failed-agent", false, {
		"connect to vsock", "connecting to vsock", "dial vsock", "dialing vsock",
		"dialing: vsock", "dial: vsock",
		"over vsock", "via vsock", "vsock connect", "vsock timed", "vsock timeout",
		"vsock of the", "guest agent", "qemu agent", "qga ", "qemu-ga",
		"vsock: connection" } },
	{ "failed-vsock", false, { "vsock", "vhost-vsock", "vhost_vsock" } },
	{ "failed-passthrough", false, { "vfio", "iommu group", "iommu_group", "no iommu", "pci passthrough", "gpu passthrough" } },
	{ "failed-assertion", false, {
		"assertion", "assert failed", "segfault", "segmentation fault", "core dumped",
		"sigsegv", "sigabrt", "signal 11", "signal 6", "signal: aborted",
		"signal: segmentation", "access violation", "code 0xc0000005" } },
	{ "failed-aio", false, { "io_uring", "asyncio:", "linux aio", "native aio", "aio-max-nr" } },
	{ "failed-pinning", false, { "cpu affinity", "cpu pinning", "pin vcpu", "vcpu pin" } },
	{ "failed-xml", false, { "unsupported configuration", "xml error", "xml document", "domain xml" } },
	{ "failed-image", false, { "access storage file", "storage volume not", "storage vol " } },
	{ "failed-vmm-gone", false, {
		"qmp", "qemu monitor", "monitor socket", "hypervisor socket", "api socket",
		"vmm exited",
		"vmm process", "vmm server", "launch qemu", "launch hypervisor", "launch vmm",
		"start qemu", "start vmm", "hypervisor process", "qemu process", "qemu instance",
		"multipass socket",
		"run virt-launcher", "monitoring virt-launcher", "firecracker exited", "multipassd", "monitor is disconnected", "monitor: ", "qemu: exit status" } },
	{ "failed-option", false, {
		"does not accept value", "valid device model", "invalid parameter",
		"invalid option",
		"unrecognized option", "unknown option", "unsupported machine type", "property '",
		"unexpected argument", "unrecognized argument", "arg parsing", "not found in this qemu" } },
	/* Named so, it is the step, whatever the error's words are. */
	{ "failed-run", true, { "kvm_run", "kvm run failed", "vcpu run", "run vcpu", "running vcpu" } },
	{ "failed-memory", true, {
		"memory region", "memory slot", "memslot", "user_memory", "user memory", "hugepage",
		"huge page", "hugetlb", "guest memory", "guest_memfd", "guest memfd", "memfd",
		"guest ram", "map memory",
		"cannot allocate memory", "not allocate memory", "to allocate memory",
		"out of memory",
		"not enough memory", "insufficient memory", "enomem", "memory for the vm", "mmap",
		"not enough storage", "insufficient system resources", "allocate ram",
		"rlimit_memlock",
		"locked memory" } },
	{ "failed-irq", true, {
		"irqchip", "irq chip", "kvmgic", "irqfd", "ioeventfd", "gsi routing", "gsi_routing",
		"vgic", "gicv",
		"gic ", "ioapic", "irq routing", "create_pit", "create pit", "in-kernel pit",
		"interrupt controller", "signal_msi", "creategic", "createvgic",
		"createinterruptcontroller",
		"createirqchip" } },
	/* The line says itself what it was, and that is nothing of virtualization. */
	{ "failed-named", false, {
		"quota", "already exists", "exists already", "already taken", "disk space",
		"no space left",
		"datastore ", "download", "pull image", "pulling image", "lock file", "is locked (",
		"locked by", "module named", "push some refs", "pull access", "manifest unknown",
		"unable to access 'http",
		"failed to fetch", "resolve host", "requested url", "undefined variable",
		"unreachable!", "publickey", "host key",
		"connect to host", "invalid provider", "unused import", "signed by unknown", "repository does not exist" } },
	{ "failed-restore", false, {
		"migrat", "restore", "restoring", "load snapshot", "loading snapshot",
		"snapshot load",
		"create snapshot", "creating snapshot", "vm snapshot", "snapshot of", "snapshot vm",
		"snapshot creat", "take snapshot", "snapshot fail",
		"snapshot error", "snapshot/load", "snapshot/create", "load state", "loading state",
		"saved state", "savevm", "loadvm", "checkpoint", "vmstate" } },
	{ "failed-create-vcpu", true, {
		"create vcpu", "create_vcpu", "creating vcpu", "createvcpu", "vcpu_create",
		"create virtual processor", "createvirtualprocessor", "vcpu init", "init vcpu",
		"initialize vcpu", "vcpu_init", "initializing vcpu", "create cpu", "new vcpu",
		"vcpuinit", "vcpucreate", "vcpu fd", "vcpus exceed", "max vcpu", "too many vcpu", "number of vcpu" } },
	{ "failed-state", true, {
		"sregs", "set regs", "set_regs", "setregs", "set register", "set_one_reg",
		"get_one_reg",
		"one_reg", "registers", "cpuid", "msr", "xsave", "xcr", "set fpu", "set_fpu",
		"get_fpu", "lapic",
		"vcpu_events", "vcpu events", "set registers", "vcpu registers", "vcpu state",
		"debugregs", "tsc_khz", "tsc frequency" } },
	{ "failed-attribute", true, {
		"set attribute", "get attribute", "device attr", "device_attr", "vcpu attr", "set attr" } },
	{ "failed-run", true, {
		"vcpu_run", "run the vcpu",
		"vcpu thread", "runvirtualprocessor", "vm entry", "vmentry", "vm_entry", "vmlaunch",
		"vmresume",
		"vmrun instruction", "vmrun failed", "vcpu exited", "vcpu exit", "vcpu error",
		"vm exit", "vm_exit", "vmexit", "vcpu halted",
		"virtual cpu", "guest crashed", "exit reason" } },
	{ "failed-create-vm", true, {
		"create vm", "create_vm", "creating vm", "create kvm vm", "creating kvm vm",
		"createvm", "create a vm", "vm_create", "vm create",
		"create virtual machine", "create the virtual machine", "creating virtual machine",
		"create partition", "createpartition", "setuppartition", "create the vm",
		"create a virtual machine", "create hypervisor", "hypervisor_create",
		"initialize hypervisor",
		"start the hypervisor", "start hypervisor", "kvm fd", "kvm_init", "init kvm",
		"setup kvm",
		"initialize kvm", "initialize the hypervisor", "init hypervisor", "kvm::new",
		"kvmcontext", "kvm handle", "kvm object", "vm object", "building the microvm" } },
	{ "failed-timeout", false, {
		"timed out", "timeout", "time-out", "deadline exceeded", "no response",
		"not respond",
		"took too long" } },
	{ "failed-address", false, {
		"guest ip", "determine ip", "get ip", "get the ip", "get an ip", "vm ip", "find ip",
		"find an ip", "find the ip",
		"obtain ip", "obtain an ip", "vm's ip", "waiting for ip", "wait for ip",
		"waiting for an ip",
		"machine ip", "no ip address", "ip address of", "ip address for", "ip address from",
		"discover ip",
		"detect ip", "retrieve ip", "resolve ip", "an ip address", "ip of the vm", "domain ip", "instance ip" } },
	{ "failed-network", false, {
		"tap device", "tap interface", "vswitch", "virtual switch", "default switch",
		"/dev/net/tun", "bridge", "macvtap", "dhcp", "network interface", "network device",
		"network adapter", "network card", "network '", "network \"", "network: ",
		"network `", "networks", "networking", "network config",
		"pod network", "vm switch", "nat rules", "network setup", "network is ",
		"network not", "create network", "start network", "virtual network",
		"default network", "network of ", "network backend",
		"netdev", "slirp", "passt ", "passt:", "endpoint", "ip address" } },
	{ "failed-image", false, {
		"could not open '", "could not open disk", "write lock", "\"write\" lock",
		"backing file",
		"disk image", "qcow2", ".iso", "pflash", "rom file", "firmware image", "ovmf", "image file" } },
	{ "failed-option", false, {
		"-device ", "-machine ", "-cpu ", "-accel ", "-drive ", "-netdev ", "-object ",
		"-chardev ",
		"-blockdev ", "-global ", "-display ", "-vga ", "-smp ", "-numa ", "-bios ",
		"-audiodev ",
		"-M ", "property " } },
	/* Names of modules, not of requests. */
	{ "failed-kvm", true, { "kvm_intel", "kvm_amd", "kvm_hv", "kvm_pr" } },
	{ "kvm-ioctl-failed", true, { "kvm_" } },
	{ "failed-unwrap", true, { "on an `err` value" } },
	{ "failed-assertion", false, { "panicked at" } },
	{ "failed-kvm", true, {
		"kvm ", "kvm:", "kvm.", "kvm,", "kvm)", "kvm'", "kvm\"", "vmx ", "vmx.", "svm ",
		"svm.",
		"vt-x", "amd-v", "vcpu", "nested virt", "hypervisor", "virtualization",
		"virtualisation" } },
	{ "failed-start", false, {
		"start vm", "start the vm", "starting vm", "starting the vm", "start a vm",
		"starting a vm",
		"start virtual machine", "start the virtual machine", "starting virtual machine",
		"starting the virtual machine", "start microvm", "start micro vm",
		"vmm start failed", "start the microvm", "starting microvm",
		"starting the microvm", "boot vm", "boot the vm", "booting vm", "booting the vm",
		"boot virtual machine",
		"boot the virtual machine", "boot microvm", "launch vm", "launch the vm",
		"launching vm",
		"launching the vm", "launch virtual machine", "launch the virtual machine",
		"launch microvm",
		"vm start", "starting sandbox vm", "start sandbox vm", "vm did not start",
		"vm could not boot",
		"vm failed to boot", "vm failed to start", "vm not started", "start nested vm", "start guest vm" } },
	{ "failed-ended", false, {
		"exiting with error", "error booting vm", "start microvm error", "runwithapi",
		"runwithoutapi",
		"starting the microvm" } },
};

/**
 * struct error - an error of Linux
 * @number: its number
 * @name:   its name
 * @text:   as strerror() has it, NULL if that says too little to be sure
 */
static bool is_none(const char *behind)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(none); i++)
		if (!strncmp(behind, none[i], strlen(none[i])))
			return true;
	return false;
}

/* "emulate_invalid_guest_state", "dump_invalid_vmcs": parameters that are set. */
static bool is_in_name(const char *text, const char *start, const char *end)
{
	return start > text && start[-1] == '_' && *end == '_';
}

bool nd_words_failed(const char *text)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(failures); i++) {
		const char *at = text;

		while ((at = nd_words_find(at, failures[i]))) {
			const char *start = at;

			at += strlen(failures[i]);
			/* "timeout=600", "timeout: 600" are settings. */
			if (!strcmp(failures[i], "timeout") &&
			    (*at == '=' || (*at == ':' && isdigit((u8)at[1 + (at[1] == ' ')]))))
				continue;
			if (!is_none(at) && !is_in_name(text, start, at))
				return true;
		}
	}
	return false;
}

bool nd_has_failed(const char *line, size_t len)
{
	char text[ND_WORDS];

	nd_words(text, line, len);
	return nd_words_failed(text);
}

/* One that starts a VM. */
static bool starts_vm(const char *text)
{
	static const char *const vmms[] = {
		"qemu-system", "qemu-kvm", "bhyve", "vfkit", "krunkit", "crosvm", "firecracker",
		"cloud-hypervisor", "modifyvm", "bin/kvm ",
	};

	return nd_words_any(text, vmms, ARRAY_SIZE(vmms));
}

/*
 * Steps whose stems stand in each command of a VMM: it was
 * repeated, and says nothing of what failed.
 */
static bool is_named_in_commands(const struct step *step)
{
	static const char *const ids[] = {
		"failed-network", "failed-image", "failed-option", "failed-memory", "failed-irq",
		"failed-passthrough", "failed-confidential", "failed-state", "failed-vsock",
		"failed-agent",
		"failed-vmm-gone",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(ids); i++)
		if (!strcmp(step->id, ids[i]))
			return true;
	return false;
}

/* A file that is only named, as what was booted, is not what failed. */
static bool is_refused_file(const char *text)
{
	static const char *const stems[] = {
		"open", "lock", "permission", "denied", "no such file", "not found", "not exist",
		"does not exist", "missing",
		"format", "corrupt", "invalid", "read ", "reading", "access", "load", "backing",
		"size", "mount",
		"image in use", "cannot find", "could not find", "not readable",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(stems); i++)
		if (nd_words_find(text, stems[i]))
			return true;
	return false;
}

static bool is_step(const struct step *step, const char *text, bool command)
{
	if (command && is_named_in_commands(step))
		return false;
	/* That is the host's side of the channel. */
	if (!strcmp(step->id, "failed-agent") &&
	    (nd_words_find(text, "no such device") || nd_words_find(text, "no such file") ||
	     nd_words_find(text, "permission denied") || nd_words_find(text, "not permitted")))
		return false;
	/*
	 * "-accel hax: failed to initialize hax" names the option, and not as one that was refused.
	 */
	if (!strcmp(step->id, "failed-option") && nd_words_find(text, "failed to initialize"))
		return false;
	/* A program. */
	if (!strcmp(step->id, "kvm-ioctl-failed") && nd_words_find(text, "kvm_stat"))
		return false;
	return strcmp(step->id, "failed-image") || is_refused_file(text);
}

/* "create VM switch", "creating vm image": something for a VM, or made of one. */
static bool is_of_vm(const char *text)
{
	static const char *const words[] = {
		" switch", " image", " template", " backup", " path", " dir", " folder", " user",
		" network", " disk", " pod", " clone", " pool", " in inventory",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(words); i++)
		if (nd_words_start(text, words[i]))
			return true;
	return false;
}

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* "kvm_cpu.rs: ", "kvm.go:12": the file that a program's line comes from. */
static bool is_source(const char *at)
{
	static const char *const suffixes[] = { ".rs:", ".go:", ".c:", ".cpp:" };
	size_t i;

	while (is_word(*at))
		at++;
	for (i = 0; i < ARRAY_SIZE(suffixes); i++)
		if (nd_words_start(at, suffixes[i]))
			return true;
	return false;
}

/* Whether a stem that stands at a place means the step. */
static bool is_meant(const struct step *step, const char *text, const char *at, size_t len)
{
	/* "podman-machine file" has no option "-machine". */
	if (*at == '-' && at > text && is_word(at[-1]))
		return false;
	/* "start vmtoolsd" */
	if (!strcmp(step->id, "failed-start") &&
	    (is_word(at[len]) || at[len] == '-' || nd_words_start(at + len, " and ") ||
	     nd_words_start(at + len, " service") || nd_words_start(at + len, " manager")))
		return false;
	/* ".vmx file" */
	if (!strcmp(step->id, "failed-kvm") && !strncmp(at, "vmx", 3) &&
	    (nd_words_start(at + 3, " file") || nd_words_start(at + 3, " path") ||
	     (at > text && at[-1] == '.')))
		return false;
	if (!strncmp(at, "kvm_", 4) && is_source(at))
		return false;
	/* libmachine's settings of a host, brought to its newest format. */
	if (!strcmp(step->id, "failed-restore") && nd_words_start(at, "migrated host"))
		return false;
	/* Those of a database, and the path of an API. */
	if (!strcmp(step->id, "failed-restore") &&
	    (nd_words_start(at, "migrations") || (at > text && at[-1] == '/')))
		return false;
	return strcmp(step->id, "failed-create-vm") || !is_of_vm(at + len);
}

static bool has_stem(const struct step *step, const char *text, const char *stem)
{
	const char *at = text;

	while ((at = nd_words_find(at, stem))) {
		if (is_meant(step, text, at, strlen(stem)))
			return true;
		at += strlen(stem);
	}
	return false;
}

static const struct step *step_of(const char *text, bool command, const char **stem)
{
	size_t i, j;

	for (i = 0; i < ARRAY_SIZE(steps); i++)
		for (j = 0; j < STEMS && steps[i].stems[j]; j++)
			if (has_stem(&steps[i], text, steps[i].stems[j]) &&
			    is_step(&steps[i], text, command)) {
				*stem = steps[i].stems[j];
				return &steps[i];
			}
	return NULL;
}

static bool is_opened(const char *text)
{
	return strstr(text, "/dev/kvm") || strstr(text, "kvm object");
}

/* EPERM, ENOENT, ENXIO, EACCES, ENODEV */
static bool keeps_from_opening(u32 error)
{
	return error == 1 || error == 2 || error == 6 || error == 13 || error == 19;
}

static bool is_by_subject(const struct step *step)
{
	return !strcmp(step->id, "failed-kvm");
}

/* What a line says has failed, in words that nd_words() made; NULL if nothing has. */
static const struct step *failed_step(const char *line, size_t len, const char *text,
				      const char **stem)
{
	static const struct step ended = { .id = "qemu-exited" };
	bool command = nd_is_command(line, len) && starts_vm(text);
	const struct step *step, *other;
	const char *of_split = NULL;
	char split[ND_WORDS];

	*stem = NULL;
	step = nd_words_failed(text) ? step_of(text, command, stem) : NULL;
	if (!step || is_by_subject(step) || !strcmp(step->id, "failed-assertion")) {
		/* Names of Rust's and Go's errors are words written as one. */
		nd_words_split(split, line, len);
		strncat(split, " ", sizeof(split) - strlen(split) - 1);
		other = nd_words_failed(split) ? step_of(split, command, &of_split) : NULL;
		if (other) {
			step = other;
			*stem = of_split;
		}
	}
	if ((!step || is_by_subject(step)) && command &&
	    (strstr(text, "qemu-") || strstr(text, "bin/kvm ")) &&
	    (strstr(text, "exit status ") || strstr(text, "exit code ") || strstr(text, "exited "))) {
		step = &ended;
		*stem = NULL;
	}
	return step;
}

static void take_words(char text[ND_WORDS], const char *line, size_t len)
{
	nd_words(text, line, len);
	/* The last word ends as the others do. */
	strncat(text, " ", ND_WORDS - strlen(text) - 1);
}

bool nd_failure(const char *line, size_t len, struct nd_msg_match *match)
{
	static const struct step opening = { .id = "vmm-no-kvm" };
	const struct step *step;
	char text[ND_WORDS];
	const char *stem;
	u32 error;

	take_words(text, line, len);
	step = failed_step(line, len, text, &stem);
	if (!step)
		return false;
	error = step->kvm ? nd_os_error(text) : 0;
	/* A subject alone is no answer: lines that are harmless have it as well. */
	if (!error && is_by_subject(step))
		return false;
	if (is_opened(text) && keeps_from_opening(error))
		step = &opening;
	memset(match, 0, sizeof(*match));
	match->message = nd_message_find(step->id);
	match->wording = match->message->wordings;
	match->stem = stem;
	if (error) {
		match->nr = 1;
		/* Only of opening KVM is it said what keeps it from being opened. */
		match->values[0].kind = is_opened(text) ? ND_MSG_OS_ERROR : ND_MSG_STEP_ERROR;
		match->values[0].num = error;
	}
	return true;
}

bool nd_failure_by_subject(const char *line, size_t len)
{
	const struct step *step;
	char text[ND_WORDS];
	const char *stem;

	take_words(text, line, len);
	step = failed_step(line, len, text, &stem);
	return step && is_by_subject(step);
}
