// SPDX-License-Identifier: GPL-2.0-only
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "core/findings/virtremedy.h"

#include "tools/digest/below.h"
#include "tools/log/logline.h"

/**
 * enum place - whose VM a machine can be, the general ones first
 * @NOWHERE: the log shows none
 */
enum place {
	NOWHERE,
	KVM,
	HYPERV,
	VMWARE,
	XEN,
	VIRTUALBOX,
	PARALLELS,
	GOOGLE,
	AWS,
	AZURE,
	WSL,
	RUNNER,
};

/*
 * what - the places
 * @id:   its word to nd_virt_remedy_at(); NULL if that is not asked
 * @name: to people
 * @over: hypervisors which the same VM can show beside it, as bits
 * @remedy: without @id
 */
static const struct {
	const char *id;
	const char *name;
	u32 over;
	const char *remedy;
} what[] = {
	[KVM]		= { "kvm", "a VM with KVM's interface, which VirtualBox's VMs have as well" },
	[HYPERV]	= { "hyperv", "a Hyper-V VM" },
	[VMWARE]	= { "vmware", "a VMware VM" },
	[XEN]		= { "xen", "a domain of Xen" },
	/* Its paravirtualization providers are those of KVM and Hyper-V. */
	[VIRTUALBOX]	= { "virtualbox", "a VirtualBox VM", BIT(KVM) | BIT(HYPERV) },
	[PARALLELS]	= { "parallels", "a Parallels VM", BIT(HYPERV) },
	[GOOGLE]	= { "google", "an instance of Google Cloud", BIT(KVM) },
	[AWS]		= { "aws", "an EC2 instance", BIT(KVM) | BIT(XEN) },
	[AZURE]		= { "azure", "an Azure VM", BIT(HYPERV) },
	[WSL]		= { "wsl", "the VM of WSL 2", BIT(HYPERV) },
	[RUNNER]	= { NULL, "a runner of a CI service", 0,
			    "of a hosted one the hypervisor below cannot be changed; a runner of another kind or size that nests, a machine of your own, or a way without VMs" },
};

/*
 * By the words of its kernel: what it detected, the firmware's DMI strings, and the name of a
 * kernel that is made for one place; where they stand is in is_sign().
 */
static const struct {
	const char *words;
	enum place place;
} signs[] = {
	{ "Hypervisor detected: KVM", KVM },
	{ "Hypervisor detected: Microsoft Hyper-V", HYPERV },
	{ "Hypervisor detected: VMware", VMWARE },
	{ "Hypervisor detected: Xen HVM", XEN },
	{ "Microsoft Corporation Virtual Machine", HYPERV },
	{ "VMware, Inc. VMware", VMWARE },
	{ "innotek GmbH VirtualBox", VIRTUALBOX },
	{ "Parallels Virtual Platform", PARALLELS },
	{ "Xen HVM domU", XEN },
	{ "Red Hat KVM", KVM },
	{ "Google Google Compute Engine", GOOGLE },
	{ "Google Compute Engine/Google Compute Engine", GOOGLE },
	{ "Amazon EC2 ", AWS },
	{ "-microsoft-standard-WSL2", WSL },
	{ "-azure ", AZURE },
};

/* Sizes of machines: behind them comes a digit, or the number of processors. */
static const struct {
	const char *begin;
	enum place place;
} sizes[] = {
	{ "Standard_A", AZURE }, { "Standard_B", AZURE }, { "Standard_D", AZURE },
	{ "Standard_E", AZURE }, { "Standard_F", AZURE }, { "Standard_L", AZURE },
	{ "Standard_M", AZURE }, { "Standard_N", AZURE },
	{ "n1-standard-", GOOGLE }, { "n2-standard-", GOOGLE }, { "n2d-standard-", GOOGLE },
	{ "c2-standard-", GOOGLE }, { "c3-standard-", GOOGLE }, { "e2-standard-", GOOGLE },
	{ "n1-highmem-", GOOGLE }, { "n2-highmem-", GOOGLE }, { "n1-highcpu-", GOOGLE },
	{ "n2-highcpu-", GOOGLE },
};

/*
 * What names a place and is not of its kernel: an option of EC2, the name that Ubuntu's installer
 * gives to a machine, as it stands in prompts; marks that runners put into their logs, and their
 * folders.
 */
static const struct {
	const char *words;
	enum place place;
} hints[] = {
	{ "CpuOptions: {", AWS },
	{ "-VirtualBox:~", VIRTUALBOX }, { "-VMware-Virtual-Platform:~", VMWARE },
	{ "##[error]", RUNNER }, { "##[debug]", RUNNER }, { "##[group]", RUNNER },
	{ "Process completed with exit code", RUNNER }, { "/home/runner/work/", RUNNER },
	{ "/Users/runner/work/", RUNNER }, { "D:\\a\\_temp\\", RUNNER },
	{ "C:\\hostedtoolcache\\", RUNNER }, { "/home/travis/", RUNNER },
	{ "/home/vsts/work/", RUNNER },
};

static const char *const words[] = {
	"CpuOptions: {", "-VirtualBox:~", "-VMware-Virtual-Platform:~", "##[", "exit code",
	"/runner/work/", "D:\\a\\_temp\\", "hostedtoolcache", "/home/travis/", "/home/vsts/",
	"Standard_", "-standard-", "-highmem-", "-highcpu-",
	".micro", ".small", ".medium", ".large", ".xlarge", "xlarge", ".metal",
	"Hypervisor detected: ", "Microsoft Corporation Virtual Machine", "VMware, Inc. VMware",
	"innotek GmbH VirtualBox", "Parallels Virtual Platform", "Xen HVM domU", "Red Hat KVM",
	"Hypervisor vendor:", "Google Compute Engine", "Amazon EC2 ", "-microsoft-standard-WSL2",
	"-azure ", "DMI: ", "Hardware name: ", "minikube v",
};
struct nd_wordset nd_below_words = ND_WORDSET(words);

/* As systemd-detect-virt, virt-what, lscpu and minikube call them. */
static const struct {
	const char *name;
	enum place place;
} names[] = {
	{ "kvm", KVM }, { "microsoft", HYPERV }, { "hyperv", HYPERV }, { "vmware", VMWARE },
	{ "xen", XEN }, { "xen-hvm", XEN }, { "oracle", VIRTUALBOX }, { "virtualbox", VIRTUALBOX },
	{ "vbox", VIRTUALBOX }, { "parallels", PARALLELS }, { "google", GOOGLE }, { "amazon", AWS }, { "aws", AWS },
};

static void show(struct nd_below *below, enum place place)
{
	/* Whose VM a hosted runner is helps nobody who cannot change it. */
	if (below->place == RUNNER)
		return;
	if (below->named) {
		below->named = false;
		below->place = NOWHERE;
	}
	if (!below->place || what[place].over & BIT(below->place))
		below->place = place;
	else if (place != below->place && !(what[below->place].over & BIT(place)))
		below->unclear = true;
}

static bool starts(const struct nd_logline *line, const char *with)
{
	return line->len >= strlen(with) && !memcmp(line->text, with, strlen(with));
}

/*
 * "Kernel Version: 5.15.153.1-microsoft-standard-WSL2", as docker info has it, the line of uname
 * -r, and the folder in which modprobe looks: of the kernel that runs.
 */
static bool is_named_kernel(const char *text, const char *at, size_t len)
{
	static const char folder[] = "/lib/modules/";
	size_t n;

	if (!memchr(text, ' ', len) || memmem(text, at - text, folder, sizeof(folder) - 1))
		return true;
	while (at > text && at[-1] != ' ')
		at--;
	n = at - text;
	return n > 2 && at[-2] == ':' && memmem(text, n, "ernel", 5);
}

/*
 * "Linux version 6.5.0-1025-azure (buildd@...)", "Comm: qemu Not tainted 6.5.0-1025-azure #26":
 * the kernel that wrote the log, and not one that the text is about.
 */
static bool is_sign(const struct nd_logline *line, const char *at, enum place place)
{
	static const char tainted[] = "ainted ";
	const char *text = line->text;

	if (at < text)
		return false;
	if (place == AZURE && !(at > text && isdigit((u8)at[-1])))
		return false;
	if (at == text)
		return starts(line, "Hypervisor detected: ");
	if (starts(line, "DMI: ") || starts(line, "Hardware name: ") || starts(line, "Linux ") ||
	    memmem(text, at - text, tainted, sizeof(tainted) - 1))
		return true;
	return place == WSL && is_named_kernel(text, at, line->len);
}

/* "DMI: Dell Inc. PowerEdge R640/...": a machine, or a cloud that puts its own name there. */
static bool is_other_firmware(const struct nd_logline *line)
{
	static const char *const firmware[] = { "DMI: ", "Hardware name: " };
	static const char *const qemu[] = { "QEMU ", "Bochs " };
	struct nd_logline name = *line;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(firmware) && !starts(line, firmware[i]); i++)
		;
	if (i == ARRAY_SIZE(firmware))
		return false;
	name.text += strlen(firmware[i]);
	name.len -= strlen(firmware[i]);
	for (i = 0; i < ARRAY_SIZE(qemu); i++)
		if (starts(&name, qemu[i]))
			return false;
	return true;
}

static void show_name(struct nd_below *below, enum place place, bool metal)
{
	below->metal = below->metal || metal;
	if (!below->place || place == RUNNER) {
		below->place = place;
		below->named = true;
		below->unclear = false;
	} else if (below->named && below->place != place) {
		below->unclear = true;
	}
}

/*
 * "c5.xlarge", "t3a.micro", "m7i-flex.2xlarge": EC2's sizes. Return: where the name ends that
 * begins at @at, NULL if none does.
 */
static const char *ec2_size(const char *at, const char *end)
{
	static const char *const tails[] = {
		"nano", "micro", "small", "medium", "large", "xlarge", "metal",
	};
	size_t i;

	/* Its families of today; OpenStack calls its sizes m1.small and so on. */
	if (end - at < 8 || !memchr("acdghimprtxz", at[0], 12) || !isdigit((u8)at[1]) ||
	    ((at[0] == 'm' || at[0] == 'c') && at[1] == '1'))
		return NULL;
	for (at += 2; at < end && (islower((u8)*at) || isdigit((u8)*at) || *at == '-'); at++)
		;
	if (at == end || *at != '.')
		return NULL;
	for (at++; at < end && isdigit((u8)*at); at++)
		;
	for (i = 0; i < ARRAY_SIZE(tails); i++) {
		size_t n = strlen(tails[i]);

		if ((size_t)(end - at) >= n && !memcmp(at, tails[i], n) &&
		    (at + n == end || !islower((u8)at[n])))
			return at + n;
	}
	return NULL;
}

static void take_sizes(struct nd_below *below, const char *text, size_t len)
{
	const char *end = text + len, *at, *stop;
	size_t i, n;

	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		n = strlen(sizes[i].begin);
		at = memmem(text, len, sizes[i].begin, n);
		/* "Standard_D2s_v3", "Standard_DS2_v2" */
		if (at && ((at + n < end && isdigit((u8)at[n])) ||
			   (at + n + 1 < end && isdigit((u8)at[n + 1]))))
			show_name(below, sizes[i].place, false);
	}
	for (at = text; at < end; at++) {
		if (at > text && (islower((u8)at[-1]) || isdigit((u8)at[-1]) || at[-1] == '-'))
			continue;
		stop = ec2_size(at, end);
		if (stop)
			show_name(below, AWS, stop[-1] == 'l');
	}
}

void nd_below_named(struct nd_below *below, const char *name, size_t len)
{
	size_t i;

	while (len && (*name == ' ' || *name == '\t')) {
		name++;
		len--;
	}
	while (len && strchr(" \t\r\n", name[len - 1]))
		len--;
	for (i = 0; i < ARRAY_SIZE(names); i++)
		if (len == strlen(names[i].name) && !strncasecmp(name, names[i].name, len))
			show(below, names[i].place);
}

/* "* minikube v1.33.1 on Ubuntu 22.04 (kvm/amd64)": it prints that in a VM alone. */
static void take_minikube(struct nd_below *below, const char *text, size_t len)
{
	static const char program[] = "minikube v", end[] = "/amd64)";
	const char *at = memmem(text, len, program, sizeof(program) - 1);
	const char *stop = memmem(text, len, end, sizeof(end) - 1);

	if (!at || !stop || stop < at)
		return;
	at = memrchr(text, '(', stop - text);
	if (at)
		nd_below_named(below, at + 1, stop - at - 1);
}

void nd_below_line(struct nd_below *below, const char *text, size_t len)
{
	static const char vendor[] = "Hypervisor vendor:";
	struct nd_logline line;
	bool signed_by = false;
	const char *at;
	size_t i;

	if (!nd_wordset_has(&nd_below_words, text, len))
		return;
	at = memmem(text, len, vendor, sizeof(vendor) - 1);
	if (at) {
		at += sizeof(vendor) - 1;
		nd_below_named(below, at, text + len - at);
	}
	take_minikube(below, text, len);
	take_sizes(below, text, len);
	for (i = 0; i < ARRAY_SIZE(hints); i++)
		if (memmem(text, len, hints[i].words, strlen(hints[i].words)))
			show_name(below, hints[i].place, false);
	nd_logline_parse(&line, text, len);
	for (i = 0; i < ARRAY_SIZE(signs); i++) {
		at = memmem(text, len, signs[i].words, strlen(signs[i].words));
		if (!at || !is_sign(&line, at, signs[i].place))
			continue;
		signed_by = true;
		below->metal = below->metal || (signs[i].place == AWS && memmem(text, len, "metal", 5));
		show(below, signs[i].place);
	}
	if (!signed_by && is_other_firmware(&line))
		below->other = true;
}

bool nd_below_is_other(const struct nd_below *below)
{
	return below->place > KVM && !below->unclear && !below->other;
}

void nd_below_describe(const struct nd_below *below, struct nd_row *row)
{
	const struct nd_virt_remedy own = { NULL, what[below->place].remedy };
	const struct nd_virt_remedy *remedy = &own;

	if (!below->place || below->unclear || below->other || below->metal)
		return;
	if (what[below->place].id)
		remedy = nd_virt_remedy_at(what[below->place].id);
	if (!remedy)
		return;
	nd_row_printf(row, "The %s %s. If virtualization is missing in it: ",
		      below->named ? "text names" : "log is of", what[below->place].name);
	if (below->place >= GOOGLE && remedy->cause)
		nd_row_printf(row, "%s; ", remedy->cause);
	nd_row_printf(row, "%s", remedy->remedy);
}
