// SPDX-License-Identifier: GPL-2.0-only
/*
 * Programs report a failure in words of their own, but the steps of running a guest are few: they
 * show in stems ("create vm", "set_sregs"), the reason in an error of Linux beside them.
 */
#include <ctype.h>
#include <stdlib.h>

#include "tools/digest/failure.h"
#include "tools/digest/words.h"

#define STEMS	40	/* of a step, at most */
#define PROMPT	60	/* bytes of a shell's prompt, at most */

/* In small letters, from the start of a word. */
static const char *const failures[] = {
	"fail", "error", "err=", "err:", "cannot", "can not", "could not",
	"unable", "not supported", "unsupported", "not permitted", "denied", "refuse", "reject",
	"invalid", "not valid", "abort", "panic", "crash", "killed", "timed out", "timeout", "not found",
	"no such", "missing", "not accept", "fatal", "exception", "unexpected", "unhandled",
	"assert", "terminated", "not initialize", "is different", "stopped unexpectedly", "corrupt", "segfault", "segmentation", "not allocate", "core dumped",
	"out of memory", "not enough", "insufficient", "bad address", "not implemented", "unimplemented", "giving up",
};

/* What programs write where there was none. */
static const char *const none[] = {
	"s:0", "s: 0", "s:  ", "_count", "=nil", "=<nil>", ": null", ":null", "\":null", "\": null", ": []",
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
		"h: no such file or directory", "undefined reference to", "implicit declaration of", "compilation terminated",
		"collect2: error", "ld returned ", "cannot find -l", "could not compile", "undeclared (first use", "has no member named",
		"modpost: ", "bad return status for module build", "linker command failed", "error[e0", "unresolved import",
		"cannot be built", "node-gyp", "subprocess-exited-with-error", "resolve dependencies", "satisfies the requirement",
		"module lookup disabled", "building wheel", "unmet dependencies" } },
	{ "failed-confidential", false, { "sev-es", "sev-snp", "sev-guest", "sev-common", "sev-enabled", "sev-step", "sev_", "sev:", "snp_", "snp ", "sev ", "tdx" } },
	{ "failed-vmm-gone", false, {
		"exited before", "exited prematurely", "supervisor exited", "died before",
		"terminated before" } },
	{ "failed-agent", false, {
		"connect to vsock", "connecting to vsock", "dial vsock", "dialing vsock", "dialing: vsock", "dial: vsock",
		"over vsock", "via vsock", "vsock connect", "vsock timed", "vsock timeout", "vsock of the", "guest agent", "qemu agent", "qga ", "qemu-ga",
		"vsock: connection" } },
	{ "failed-vsock", false, { "vsock", "vhost-vsock", "vhost_vsock" } },
	{ "failed-passthrough", false, { "vfio", "iommu", "pci passthrough", "gpu passthrough" } },
	{ "failed-assertion", false, {
		"assertion", "assert failed", "segfault", "segmentation fault", "core dumped",
		"sigsegv", "sigabrt", "signal 11", "signal 6", "signal: aborted",
		"signal: segmentation", "access violation", "code 0xc0000005" } },
	{ "failed-aio", false, { "io_uring", "asyncio:", "linux aio", "native aio", "aio-max-nr" } },
	{ "failed-pinning", false, { "cpu affinity", "cpu pinning", "pin vcpu", "vcpu pin" } },
	{ "failed-xml", false, { "unsupported configuration", "xml error", "xml document", "domain xml" } },
	{ "failed-image", false, { "access storage file", "storage volume not", "storage vol " } },
	{ "failed-vmm-gone", false, {
		"qmp", "qemu monitor", "monitor socket", "hypervisor socket", "api socket", "vmm exited",
		"vmm process", "vmm server", "launch qemu", "launch hypervisor", "launch vmm", "start qemu", "start vmm", "hypervisor process", "qemu process", "qemu instance", "multipass socket",
		"run virt-launcher", "monitoring virt-launcher", "firecracker exited", "multipassd", "monitor is disconnected", "monitor: ", "qemu: exit status" } },
	{ "failed-option", false, {
		"does not accept value", "valid device model", "invalid parameter", "invalid option",
		"unrecognized option", "unknown option", "unsupported machine type", "property '",
		"unexpected argument", "unrecognized argument", "arg parsing", "not found in this qemu" } },
	/* Named so, it is the step, whatever the error's words are. */
	{ "failed-run", true, { "kvm_run", "kvm run failed", "vcpu run", "run vcpu", "running vcpu" } },
	{ "failed-memory", true, {
		"memory region", "memory slot", "memslot", "user_memory", "user memory", "hugepage",
		"huge page", "hugetlb", "guest memory", "guest_memfd", "guest memfd", "memfd", "guest ram", "map memory",
		"cannot allocate memory", "not allocate memory", "to allocate memory", "out of memory",
		"not enough memory", "insufficient memory", "enomem", "memory for the vm", "mmap",
		"not enough storage", "insufficient system resources", "allocate ram", "rlimit_memlock",
		"locked memory" } },
	{ "failed-irq", true, {
		"irqchip", "irq chip", "kvmgic", "irqfd", "ioeventfd", "gsi routing", "gsi_routing", "vgic", "gicv",
		"gic ", "ioapic", "irq routing", "create_pit", "create pit", "in-kernel pit",
		"interrupt controller", "signal_msi", "creategic", "createvgic", "createinterruptcontroller",
		"createirqchip" } },
	/* The line says itself what it was, and that is nothing of virtualization. */
	{ "failed-named", false, {
		"quota", "already exists", "exists already", "already taken", "disk space", "no space left",
		"datastore ", "download", "pull image", "pulling image", "lock file", "is locked (",
		"locked by", "module named", "push some refs", "pull access", "manifest unknown", "unable to access 'http",
		"failed to fetch", "resolve host", "requested url", "undefined variable", "unreachable!", "publickey", "host key",
		"connect to host", "invalid provider", "unused import", "signed by unknown", "repository does not exist" } },
	{ "failed-restore", false, {
		"migrat", "restore", "restoring", "load snapshot", "loading snapshot", "snapshot load",
		"create snapshot", "creating snapshot", "vm snapshot", "snapshot of", "snapshot vm", "snapshot creat", "take snapshot", "snapshot fail",
		"snapshot error", "snapshot/load", "snapshot/create", "load state", "loading state",
		"saved state", "savevm", "loadvm", "checkpoint", "vmstate" } },
	{ "failed-create-vcpu", true, {
		"create vcpu", "create_vcpu", "creating vcpu", "createvcpu", "vcpu_create",
		"create virtual processor", "createvirtualprocessor", "vcpu init", "init vcpu",
		"initialize vcpu", "vcpu_init", "initializing vcpu", "create cpu", "new vcpu",
		"vcpuinit", "vcpucreate", "vcpu fd", "vcpus exceed", "max vcpu", "too many vcpu", "number of vcpu" } },
	{ "failed-state", true, {
		"sregs", "set regs", "set_regs", "setregs", "set register", "set_one_reg", "get_one_reg",
		"one_reg", "registers", "cpuid", "msr", "xsave", "xcr", "set fpu", "set_fpu", "get_fpu", "lapic",
		"vcpu_events", "vcpu events", "set registers", "vcpu registers", "vcpu state",
		"debugregs", "tsc_khz", "tsc frequency" } },
	{ "failed-attribute", true, {
		"set attribute", "get attribute", "device attr", "device_attr", "vcpu attr", "set attr" } },
	{ "failed-run", true, {
		"vcpu_run", "run the vcpu",
		"vcpu thread", "runvirtualprocessor", "vm entry", "vmentry", "vm_entry", "vmlaunch", "vmresume",
		"vmrun instruction", "vmrun failed", "vcpu exited", "vcpu exit", "vcpu error", "vm exit", "vm_exit", "vmexit", "vcpu halted",
		"virtual cpu", "guest crashed", "exit reason" } },
	{ "failed-create-vm", true, {
		"create vm", "create_vm", "creating vm", "create kvm vm", "creating kvm vm", "createvm", "create a vm", "vm_create", "vm create",
		"create virtual machine", "create the virtual machine", "creating virtual machine",
		"create partition", "createpartition", "setuppartition", "create the vm",
		"create a virtual machine", "create hypervisor", "hypervisor_create", "initialize hypervisor",
		"start the hypervisor", "start hypervisor", "kvm fd", "kvm_init", "init kvm", "setup kvm",
		"initialize kvm", "initialize the hypervisor", "init hypervisor", "kvm::new",
		"kvmcontext", "kvm handle", "kvm object", "vm object", "building the microvm" } },
	{ "failed-timeout", false, {
		"timed out", "timeout", "time-out", "deadline exceeded", "no response", "not respond",
		"took too long" } },
	{ "failed-address", false, {
		"guest ip", "determine ip", "get ip", "get the ip", "get an ip", "vm ip", "find ip", "find an ip", "find the ip",
		"obtain ip", "obtain an ip", "vm's ip", "waiting for ip", "wait for ip", "waiting for an ip",
		"machine ip", "no ip address", "ip address of", "ip address for", "ip address from", "discover ip",
		"detect ip", "retrieve ip", "resolve ip", "an ip address", "ip of the vm", "domain ip", "instance ip" } },
	{ "failed-network", false, {
		"tap device", "tap interface", "vswitch", "virtual switch", "default switch", "/dev/net/tun", "bridge", "macvtap", "dhcp", "network interface", "network device",
		"network adapter", "network card", "network '", "network \"", "network: ", "network `", "networks", "networking", "network config",
		"pod network", "vm switch", "nat rules", "network setup", "network is ", "network not", "create network", "start network", "virtual network",
		"default network", "network of ", "network backend",
		"netdev", "slirp", "passt ", "passt:", "endpoint", "ip address" } },
	{ "failed-image", false, {
		"could not open '", "could not open disk", "write lock", "\"write\" lock", "backing file",
		"disk image", "qcow2", ".iso", "pflash", "rom file", "firmware image", "ovmf", "image file" } },
	{ "failed-option", false, {
		"-device ", "-machine ", "-cpu ", "-accel ", "-drive ", "-netdev ", "-object ", "-chardev ",
		"-blockdev ", "-global ", "-display ", "-vga ", "-smp ", "-numa ", "-bios ", "-audiodev ",
		"-M ", "property " } },
	/* Names of modules, not of requests. */
	{ "failed-kvm", true, { "kvm_intel", "kvm_amd", "kvm_hv", "kvm_pr" } },
	{ "kvm-ioctl-failed", true, { "kvm_" } },
	{ "failed-unwrap", true, { "on an `err` value" } },
	{ "failed-assertion", false, { "panicked at" } },
	{ "failed-kvm", true, {
		"kvm ", "kvm:", "kvm.", "kvm,", "kvm)", "kvm'", "kvm\"", "vmx ", "vmx.", "svm ", "svm.",
		"vt-x", "amd-v", "vcpu", "nested virt", "hypervisor", "virtualization",
		"virtualisation" } },
	{ "failed-start", false, {
		"start vm", "start the vm", "starting vm", "starting the vm", "start a vm", "starting a vm",
		"start virtual machine", "start the virtual machine", "starting virtual machine",
		"starting the virtual machine", "start microvm", "start micro vm", "vmm start failed", "start the microvm", "starting microvm",
		"starting the microvm", "boot vm", "boot the vm", "booting vm", "booting the vm", "boot virtual machine",
		"boot the virtual machine", "boot microvm", "launch vm", "launch the vm", "launching vm",
		"launching the vm", "launch virtual machine", "launch the virtual machine", "launch microvm",
		"vm start", "starting sandbox vm", "start sandbox vm", "vm did not start", "vm could not boot",
		"vm failed to boot", "vm failed to start", "vm not started", "start nested vm", "start guest vm" } },
	{ "failed-ended", false, {
		"exiting with error", "error booting vm", "start microvm error", "runwithapi", "runwithoutapi",
		"starting the microvm" } },
};

/**
 * struct error - an error of Linux
 * @number: its number
 * @name:   its name
 * @text:   as strerror() has it, NULL if that says too little to be sure
 */
static const struct error {
	u32 number;
	const char *name;
	const char *text;
} errors[] = {
	{ 1, "eperm", "operation not permitted" }, { 2, "enoent", "no such file or directory" },
	{ 5, "eio", "input/output error" }, { 6, "enxio", "no such device or address" },
	{ 7, "e2big", "argument list too long" },
	{ 11, "eagain", "resource temporarily unavailable" },
	{ 12, "enomem", "cannot allocate memory" }, { 13, "eacces", "permission denied" },
	{ 14, "efault", "bad address" }, { 16, "ebusy", "device or resource busy" },
	{ 17, "eexist", "file exists" }, { 19, "enodev", "no such device" },
	{ 22, "einval", "invalid argument" }, { 25, "enotty", "inappropriate ioctl for device" },
	{ 28, "enospc", "no space left on device" }, { 38, "enosys", "function not implemented" },
	{ 95, "eopnotsupp", "operation not supported" }, { 131, "enotrecoverable", "state not recoverable" },
};

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

static bool has_failed(const char *text)
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
	return has_failed(text);
}

/* "(os error 22)", "errno 22", "errno=22", "ret = -22": 0 if there is none */
static u32 numbered(const char *text)
{
	static const char *const before[] = {
		"os error ", "errno ", "errno=", "errno: ", "errno = ", "error -", "error: -", "ret -",
		"ret=-", "ret = -", "rc -", "rc=-", "rc = -", "err -", "err=-", "err = -", "failed: -",
		"failed with -", "returned -", "result -", "failed (-",
		"error(", "oserror(", "code: ", "err(error(",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(before); i++) {
		const char *at = nd_words_find(text, before[i]);
		unsigned long number = at ? strtoul(at + strlen(before[i]), NULL, 10) : 0;

		if (number && number < 134)
			return number;
	}
	return 0;
}

static u32 os_error(const char *text)
{
	u32 number = numbered(text);
	size_t i;

	for (i = 0; i < ARRAY_SIZE(errors); i++) {
		if (number ? errors[i].number == number :
		    nd_words_find(text, errors[i].name) || nd_words_find(text, errors[i].text))
			return errors[i].number;
	}
	return 0;
}

/* "qemu-system-x86_64 -enable-kvm -m 2G", "[bhyve options: -c 16 -m 16G]": two options or more. */
static bool is_command(const char *line, size_t len)
{
	size_t i, options = 0;

	for (i = 1; i + 2 < len; i++)
		if (line[i - 1] == ' ' && line[i] == '-' &&
		    (line[i + 1] == '-' ||
		     ((line[i + 1] | 0x20) >= 'a' && (line[i + 1] | 0x20) <= 'z')))
			options++;
	return options > 1;
}

/* One that starts a VM. */
static bool starts_vm(const char *text)
{
	static const char *const vmms[] = {
		"qemu-system", "qemu-kvm", "bhyve", "vfkit", "krunkit", "crosvm", "firecracker",
		"cloud-hypervisor", "modifyvm", "bin/kvm ",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(vmms); i++)
		if (strstr(text, vmms[i]))
			return true;
	return false;
}

/*
 * Steps whose stems stand in each command of a VMM: it was
 * repeated, and says nothing of what failed.
 */
static bool is_named_in_commands(const struct step *step)
{
	static const char *const ids[] = {
		"failed-network", "failed-image", "failed-option", "failed-memory", "failed-irq",
		"failed-passthrough", "failed-confidential", "failed-state", "failed-vsock", "failed-agent",
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
		"open", "lock", "permission", "denied", "no such file", "not found", "not exist", "does not exist", "missing",
		"format", "corrupt", "invalid", "read ", "reading", "access", "load", "backing", "size", "mount",
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

bool nd_failure(const char *line, size_t len, struct nd_msg_match *match)
{
	static const struct step ended = { .id = "qemu-exited" };
	const struct step *step, *other;
	const char *stem = NULL, *of_split;
	char text[ND_WORDS], split[ND_WORDS];
	bool command;
	u32 error;

	nd_words(text, line, len);
	/* The last word ends as the others do. */
	strncat(text, " ", sizeof(text) - strlen(text) - 1);
	command = is_command(line, len) && starts_vm(text);
	step = has_failed(text) ? step_of(text, command, &stem) : NULL;
	if (!step || !strcmp(step->id, "failed-kvm") || !strcmp(step->id, "failed-assertion")) {
		/* Names of Rust's and Go's errors are words written as one. */
		nd_words_split(split, line, len);
		strncat(split, " ", sizeof(split) - strlen(split) - 1);
		other = has_failed(split) ? step_of(split, command, &of_split) : NULL;
		if (other) {
			step = other;
			stem = of_split;
		}
	}
	if ((!step || !strcmp(step->id, "failed-kvm")) && command &&
	    (strstr(text, "qemu-") || strstr(text, "bin/kvm ")) &&
	    (strstr(text, "exit status ") || strstr(text, "exit code ") || strstr(text, "exited "))) {
		step = &ended;
		stem = NULL;
	}
	if (!step)
		return false;
	memset(match, 0, sizeof(*match));
	match->message = nd_message_find(step->id);
	match->wording = match->message->wordings;
	match->stem = stem;
	error = step->kvm ? os_error(text) : 0;
	if (error) {
		match->nr = 1;
		/* Only of opening KVM is it said what keeps it from being opened. */
		match->values[0].kind = strstr(text, "/dev/kvm") || strstr(text, "kvm object") ?
					ND_MSG_OS_ERROR : ND_MSG_STEP_ERROR;
		match->values[0].num = error;
	}
	return true;
}

/* "PS C:\Users\x> wsl", "C:\WINDOWS\system32>wsl" */
static bool is_windows_prompt(const char *line, size_t len)
{
	if (len > 3 && !memcmp(line, "PS ", 3)) {
		line += 3;
		len -= 3;
	}
	return len > 3 && ((*line | 0x20) >= 'a' && (*line | 0x20) <= 'z') && line[1] == ':' &&
	       line[2] == '\\' && memchr(line, '>', len);
}

/* "root@pve:~# qm start 100", "[root@localhost ~]# virsh start vm" */
static bool is_shell_prompt(const char *line, size_t len)
{
	bool bracket = len && *line == '[', at = false;
	size_t i;

	for (i = bracket; i + 1 < len; i++) {
		if (line[i] == '@')
			at = i > (size_t)bracket;
		else if (at && (line[i] == '#' || line[i] == '$') && line[i + 1] == ' ')
			return !bracket || line[i - 1] == ']';
		else if (line[i] == ' ' && !(bracket && at))
			return false;
	}
	return false;
}

/* "myhost ~ # dmesg", "myhost /etc # ls": Gentoo's root. */
static bool is_root_prompt(const char *line, size_t len)
{
	const char *end = memmem(line, len, " # ", 3);
	const char *blank = end ? memchr(line, ' ', end - line) : NULL;

	return blank && (blank[1] == '~' || blank[1] == '/') &&
	       !memchr(blank + 1, ' ', end - blank - 1);
}

static size_t digits(const char *line, size_t len)
{
	size_t n = 0;

	while (n < len && line[n] >= '0' && line[n] <= '9')
		n++;
	return n;
}

/* "vboxdrv 663552 2 vboxnetadp,vboxnetflt": lsmod's line of a module, its size and who uses it. */
static bool is_module(const char *line, size_t len)
{
	size_t at = 0, n;
	int i;

	while (at < len && line[at] != ' ')
		at++;
	for (i = 0; i < 2; i++) {
		while (at < len && line[at] == ' ')
			at++;
		n = digits(line + at, len - at);
		at += n;
		if (!n || (at < len && line[at] != ' '))
			return false;
	}
	while (at < len && line[at] == ' ')
		at++;
	return !memchr(line + at, ' ', len - at);
}

/* "sudo modprobe -r kvm_intel", "minikube start --driver=kvm2": typed, the prompt left out. */
static bool is_typed(const char *line, size_t len)
{
	static const char *const commands[] = {
		"sudo ", "cat /", "cat ~", "cat <", "cat >", "ls /", "ls -", "lsmod |", "dmesg |", "grep -", "egrep -", "modprobe ",
		"rmmod ", "insmod ", "modinfo kvm", "echo \"", "virsh ", "systemctl ", "docker run ", "docker compose ",
		"docker exec ", "podman run ", "podman machine ", "bcdedit /", "VBoxManage ", "vboxmanage ", "minikube start",
		"limactl ", "colima ", "kubectl ", "incus ", "lxc ", "multipass ", "vagrant up", "vagrant plugin", "packer build",
		"qm ", "xl ", "xe ", "firecracker --", "./firecracker", "cloud-hypervisor --", "crosvm run ", "crc start",
		"crc setup", "virt-install --", "virt-customize -", "openstack server ", "apt install", "apt-get install",
		"dnf install", "yum install", "snap install", "nix-build ", "nix build ", "make run", "journalctl -", "lscpu |",
		"kraft run", "ops run", "launch_cvd", "emulator -avd", "emulator @", "runsc ", "qemu-img ", "usermod -aG",
		"gcloud compute ", "aws ec2 ", "az vm ",
		"wmic ", "systeminfo", "Get-ComputerInfo", "Get-CimInstance ", "Get-WmiObject ", "Get-VM", "Set-VM",
		"Get-WindowsOptionalFeature ", "Enable-WindowsOptionalFeature ", "dism ", "dism.exe ", "msinfo32",
	};
	size_t i, size;

	for (i = 0; i < ARRAY_SIZE(commands); i++) {
		size = strlen(commands[i]);
		if (len > size && !memcmp(line, commands[i], size))
			return !memmem(line, len, ": ", 2);
	}
	return false;
}

/* Bytes of a prompt's sign and the blank behind it, 0 if there is none. */
static size_t sign_length(const char *line, size_t len)
{
	static const char *const signs[] = {
		"$ ", "# ", "% ", "\xe2\x9d\xaf ", "\xe2\x9e\x9c ", "\xe2\x9c\x97 ", "\xce\xbb ", "> ",
	};
	size_t i, n;

	for (i = 0; i < ARRAY_SIZE(signs); i++) {
		n = strlen(signs[i]);
		if (len > n && !memcmp(line, signs[i], n))
			return n;
	}
	return 0;
}

/* "mac:~ user$ ls", "~/vm % qemu", "/ # ls", "[nix-shell:~]$ nix-build": a path, then the sign. */
static bool is_path_prompt(const char *line, size_t len)
{
	const char *end = line + (len < PROMPT ? len : PROMPT);
	bool path = false, blank = true;
	const char *at;

	for (at = line; at < end; at++) {
		if (path && sign_length(at, line + len - at))
			return *at != '>';
		/* A sentence comes to its end before the sign. */
		if (*at == '"' || *at == '=' || *at == ',' || (*at == ':' && at + 1 < end && at[1] == ' '))
			return false;
		path = path || *at == '~' || (*at == '/' && blank);
		blank = *at == ' ' || *at == ':';
	}
	return false;
}

/*
 * "\xe2\x9d\xaf limactl start", "> vagrant up": nothing but
 * the sign, and a command that is known as one.
 */
static bool is_bare_prompt(const char *line, size_t len)
{
	size_t n = sign_length(line, len);

	/* "\xe2\x9e\x9c  ~ minikube start": the folder. */
	while (n && n < len && (line[n] == ' ' || line[n] == '~'))
		n++;
	return n && n < len && is_typed(line + n, len - n);
}

/* "OVMF_CODE : /usr/share/qemu/OVMF_CODE.fd", "qemu-system-x86_:": a path, or a name alone. */
static bool is_setting(const char *line, size_t len)
{
	const char *at;

	while (len && (line[len - 1] == ' ' || line[len - 1] == '\r'))
		len--;
	if (!len)
		return false;
	if (!memchr(line, ' ', len))
		return line[len - 1] == ':' || *line == '/';
	at = memmem(line, len, ": /", 3);
	return at && !memchr(at + 2, ' ', line + len - at - 2);
}

/* "-- Checking if Libvirt is installed ... OK" */
static bool is_passed(const char *text)
{
	static const char *const ends[] = { "... ok", "...ok", ": ok", "[ok]", "[ ok ]", "... done", "... yes", ": pass" };
	size_t i, n, len = strlen(text);

	while (len && text[len - 1] == ' ')
		len--;
	for (i = 0; i < ARRAY_SIZE(ends); i++) {
		n = strlen(ends[i]);
		if (len > n && !memcmp(text + len - n, ends[i], n))
			return true;
	}
	return false;
}

bool nd_is_prompt(const char *line, size_t len)
{
	while (len && (*line == ' ' || *line == '\t')) {
		line++;
		len--;
	}
	return is_windows_prompt(line, len) || is_shell_prompt(line, len) ||
	       is_root_prompt(line, len) || is_path_prompt(line, len) || is_bare_prompt(line, len);
}

bool nd_has_passed(const char *line, size_t len)
{
	static const char pass[] = "  PASS";
	char text[ND_WORDS];

	if (len > sizeof(pass) && !memcmp(line + len - (sizeof(pass) - 1), pass, sizeof(pass) - 1))
		return true;
	nd_words(text, line, len);
	return is_passed(text);
}

/* What package managers tell of their work: packages have names of hypervisors. */
static bool is_package(const char *text)
{
	static const char *const begins[] = {
		"selecting previously unselected package ", "preparing to unpack ", "unpacking ",
		"setting up ", "removing ", "purging ", "processing triggers for ", "get:", "hit:", "ign:",
		"install ", "upgrade ", "configure ", "trigproc ", "status installed ",
		"status unpacked ", "status half-", "status triggers-", "status config-files ",
		"status not-installed ", "(reading database ", "commandline: ", "installing : ",
		"installing: ", "verifying ", "running scriptlet: ", "==> installing ", "==> pouring ",
		"==> fetching ", "==> downloading ", "installing dependencies: ", "install: ",
		"upgrade: ", "remove: ", "purge: ", "reinstall: ",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(begins); i++)
		if (!strncmp(text, begins[i], strlen(begins[i])))
			return true;
	return false;
}

/* "Hyper-V", "kvm:": a name alone. Words of a language that has no blanks are more than that. */
static bool is_name(const char *line, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (!((line[i] | 0x20) >= 'a' && (line[i] | 0x20) <= 'z') && line[i] != '-' &&
		    !(line[i] == ':' && i + 1 == len))
			return false;
	return len < 16;
}

bool nd_is_chatter(const char *line, size_t len)
{
	static const char *const levels[] = {
		"level=info", "level=debug", "level=trace", "\"level\":\"info\"", "\"level\":\"debug\"",
		"\"level\": \"info\"", "info[", "debu[", "debug:", "info:", "[info]", "[debug]", "info |", "debug |", " info  ", "checking if ",
		" debug  ", " info ", " debug ", "apparmor=\"status\"", "systemd[", "reached target ",
		"qemu running (pid ", "references a path below", "successfully", "started ", "starting ", "finished ", "mounted ", "stopped ", "stopping ",
	};
	/* Nothing is missing. */
	static const char *const well[] = {
		"virtualization is enabled", "virtualisation is enabled", "virtualization enabled",
		"kvm is enabled", "kvm is available", "virtualization is available",
		"virtualization is supported", "kvm is supported", "is deprecated", "are deprecated",
		"https://aka.ms/wsl2", "virtualization features:", "operation is supported by", "virtualization technology is vt-x",
		"virtualization technology is amd-v", "[+] information (", "virtualization: true", "virtualization=true",
		"virtualization = true", "virtualization\": true", "virtualisierung ist aktiviert", "virtualisierung: aktiviert",
		"virtualización está habilitada", "virtualisation est activée", "virtualização está habilitada",
		"виртуализация включена", "虚拟化已启用", "已启用虚拟化", "仮想化が有効", "仮想化は有効",
	};
	char text[ND_WORDS];
	size_t i;

	while (len && (*line == ' ' || *line == '\t')) {
		line++;
		len--;
	}
	/* What was typed at a prompt, also as PowerShell repeats it, and what tells of progress. */
	if (len > 2 && (*line == '$' || *line == '#' || *line == '+') && line[1] == ' ')
		return true;
	if (nd_is_prompt(line, len) || is_module(line, len) || is_name(line, len))
		return true;
	nd_words(text, line, len);
	/* What minikube advises below its error. */
	if (nd_words_start(text, "* suggestion:") || nd_words_start(text, "suggestion:"))
		return true;
	if (is_package(text))
		return !has_failed(text);
	if ((len > 3 && !memcmp(line + len - 3, "...", 3)) || is_command(line, len) ||
	    is_typed(line, len) || is_setting(line, len))
		return !has_failed(text);
	for (i = 0; i < ARRAY_SIZE(well); i++)
		if (strstr(text, well[i]))
			return !has_failed(text);
	for (i = 0; i < ARRAY_SIZE(levels); i++)
		if (strstr(text, levels[i]))
			return !has_failed(text);
	return false;
}
