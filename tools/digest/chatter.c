// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/chatter.h"
#include "tools/digest/failure.h"
#include "tools/digest/typed.h"
#include "tools/digest/words.h"

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
		"setting up ", "removing ", "purging ", "processing triggers for ", "get:", "hit:",
		"ign:",
		"install ", "upgrade ", "configure ", "trigproc ", "status installed ",
		"status unpacked ", "status half-", "status triggers-", "status config-files ",
		"status not-installed ", "(reading database ", "commandline: ", "installing : ",
		"installing: ", "verifying ", "running scriptlet: ", "==> installing ",
		"==> pouring ",
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

/* "### WSL Version", "- [x] WSL 2", "QEMU version": what the form of an issue asks for. */
static bool is_form(const char *line, size_t len)
{
	static const char *const begins[] = { "## ", "### ", "#### ", "- [x] ", "- [X] ", "- [ ] " };
	const char *end;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(begins); i++)
		if (len > strlen(begins[i]) && !memcmp(line, begins[i], strlen(begins[i])))
			return true;
	end = memchr(line, ' ', len);
	return end && line + len - end == sizeof(" version") - 1 &&
	       (!memcmp(end, " version", 8) || !memcmp(end, " Version", 8));
}

bool nd_is_chatter(const char *line, size_t len)
{
	static const char *const levels[] = {
		"level=info", "level=debug", "level=trace", "\"level\":\"info\"",
		"\"level\":\"debug\"",
		"\"level\": \"info\"", "info[", "debu[", "debug:", "info:", "[info]", "[debug]",
		"info |", "debug |", " info  ", "checking if ",
		" debug  ", " info ", " debug ", "apparmor=\"status\"", "systemd[",
		"reached target ",
		"qemu running (pid ", "references a path below", "successfully", "started ",
		"starting ", "finished ", "mounted ", "stopped ", "stopping ",
	};
	/* Nothing is missing. */
	static const char *const well[] = {
		"virtualization is enabled", "virtualisation is enabled", "virtualization enabled",
		"kvm is enabled", "kvm is available", "virtualization is available",
		"virtualization is supported", "kvm is supported", "is deprecated",
		"are deprecated",
		"https://aka.ms/wsl2", "virtualization features:", "operation is supported by",
		"virtualization technology is vt-x",
		"virtualization technology is amd-v", "[+] information (", "virtualization: true",
		"virtualization=true",
		"virtualization = true", "virtualization\": true", "virtualisierung ist aktiviert",
		"virtualisierung: aktiviert",
		"virtualización está habilitada", "virtualisation est activée",
		"virtualização está habilitada",
		"виртуализация включена", "虚拟化已启用", "已启用虚拟化", "仮想化が有効", "仮想化は有効",
	};
	/* Devices and machines that have a hypervisor in their names, and sources that do. */
	static const char *const names[] = {
		"qemu harddisk", "qemu dvd-rom", "qemu virtual cpu", "qemu tcg cpu", "qemu qemu",
		"qemu usb", "qemu standard pc", "qemu nvme", "vmware virtual", "vmware, inc.",
		"vmware vmxnet", "vmware svga", "vmware pvscsi", "vbox harddisk", "vbox cd-rom",
		"virtualbox graphics", "virtualbox usb", "virtual nic", "msft virtual",
		"product name: ", "cc [m] ", "ld [m] ", "  cc ",
	};
	char text[ND_WORDS];

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
		return !nd_words_failed(text);
	if ((len > 3 && !memcmp(line + len - 3, "...", 3)) || nd_is_command(line, len) ||
	    nd_is_typed(line, len) || is_setting(line, len) || is_form(line, len))
		return !nd_words_failed(text);
	if (nd_words_any(text, well, ARRAY_SIZE(well)) ||
	    nd_words_any(text, names, ARRAY_SIZE(names)) ||
	    nd_words_any(text, levels, ARRAY_SIZE(levels)))
		return !nd_words_failed(text);
	return false;
}
