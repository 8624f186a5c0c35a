// SPDX-License-Identifier: GPL-2.0-only
#include <string.h>

#include "tools/digest/typed.h"

#define PROMPT	60	/* bytes of a shell's prompt, at most */

/* "qemu-system-x86_64 -enable-kvm -m 2G", "[bhyve options: -c 16 -m 16G]": two options or more. */
bool nd_is_command(const char *line, size_t len)
{
	size_t i, options = 0;

	for (i = 1; i + 2 < len; i++)
		if (line[i - 1] == ' ' && line[i] == '-' &&
		    (line[i + 1] == '-' ||
		     ((line[i + 1] | 0x20) >= 'a' && (line[i + 1] | 0x20) <= 'z')))
			options++;
	return options > 1;
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

/* "sudo modprobe -r kvm_intel", "minikube start --driver=kvm2": typed, the prompt left out. */
bool nd_is_typed(const char *line, size_t len)
{
	static const char *const commands[] = {
		"sudo ", "cat /", "cat ~", "cat <", "cat >", "ls /", "ls -", "lsmod |", "dmesg |",
		"grep -", "egrep -", "modprobe ",
		"rmmod ", "insmod ", "modinfo kvm", "echo \"", "virsh ", "systemctl ",
		"docker run ", "docker compose ",
		"docker exec ", "podman run ", "podman machine ", "bcdedit /", "VBoxManage ",
		"vboxmanage ", "minikube start",
		"limactl ", "colima ", "kubectl ", "incus ", "lxc ", "multipass ", "vagrant up",
		"vagrant plugin", "packer build",
		"qm ", "xl ", "xe ", "firecracker --", "./firecracker", "cloud-hypervisor --",
		"crosvm run ", "crc start",
		"crc setup", "virt-install --", "virt-customize -", "openstack server ",
		"apt install", "apt-get install",
		"dnf install", "yum install", "snap install", "nix-build ", "nix build ",
		"make run", "journalctl -", "lscpu |",
		"kraft run", "ops run", "launch_cvd", "emulator -avd", "emulator @", "runsc ",
		"qemu-img ", "usermod -aG",
		"gcloud compute ", "aws ec2 ", "az vm ",
		"wmic ", "systeminfo", "Get-ComputerInfo", "Get-CimInstance ", "Get-WmiObject ",
		"Get-VM", "Set-VM",
		"Get-WindowsOptionalFeature ", "Enable-WindowsOptionalFeature ", "dism ",
		"dism.exe ", "msinfo32",
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
		"$ ", "# ", "% ", "\xe2\x9d\xaf ", "\xe2\x9e\x9c ", "\xe2\x9c\x97 ", "\xce\xbb ",
		"> ",
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
	return n && n < len && nd_is_typed(line + n, len - n);
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
