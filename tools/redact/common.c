// SPDX-License-Identifier: GPL-2.0-only
#include <strings.h>

#include "tools/redact/common.h"

/*
 * A VM named "max" must not turn "-cpu max" into "-cpu vm-1". These are words of command lines,
 * logs and descriptions of VMs; a name that is one of them is replaced only where nothing but a
 * name stands.
 */
static const char *const words[] = {
	"accel", "active", "admin", "alpine", "amd", "apic", "arch", "auto", "boot", "bridge", "bus",
	"cache", "centos", "cdrom", "channel", "client", "cluster", "cloud", "console", "container",
	"core", "cpu", "daemon", "data", "debian", "debug", "default", "dev", "device", "disk",
	"docker", "domain", "drive", "driver", "emulator", "entry", "enterprise", "error", "exit",
	"failed", "fedora", "file", "firmware", "format", "gentoo", "gpu", "group", "guest", "hardware",
	"haswell", "home", "host", "hostname", "hyper", "hyperv", "hypervisor", "image", "images", "info",
	"init", "intel", "internal", "invalid", "irq", "kernel", "kvm", "libvirt", "linux", "local",
	"localhost", "localdomain", "log", "mach", "machine", "main", "manager", "master", "max", "mem",
	"memory", "microsoft", "mint", "mode", "module", "monitor", "name", "nested", "network", "net",
	"node", "none", "null", "numa", "off", "openstack", "option", "pool", "proc", "process",
	"product", "prod", "proxmox", "qcow2", "qemu", "raw", "ready", "redhat", "remote", "rhel",
	"root", "run", "secure", "security", "serial", "server", "service", "snapshot", "socket",
	"staging", "storage", "suse", "svm", "system", "target", "temp", "template", "test", "testing",
	"timer", "type", "ubuntu", "unix", "unknown", "user", "users", "uuid", "vcpu", "version", "virt",
	"virtual", "virtualbox", "virtio", "vm", "vmware", "vmx", "windows", "worker", "x86_64", "xen",
	"backup", "bin", "block", "card", "code", "control", "controller", "display", "enabled",
	"disabled", "feature", "features", "filter", "flags", "handler", "hub", "id", "index", "input",
	"intr", "launch", "level", "list", "mark", "mouse", "nfs", "nobody", "object", "offline",
	"online", "output", "page", "panic", "pat", "pci", "policy", "port", "q35", "queue", "random",
	"read", "reset", "rtc", "sandbox", "sep", "session", "shared", "sound", "spice", "start",
	"state", "stop", "sync", "tap", "task", "thread", "time", "tom", "trace", "tablet", "usb",
	"value", "vendor", "vga", "video", "view", "vnc", "warning", "watchdog", "work", "write",
	NULL
};

bool nd_common_word(const char *word)
{
	size_t i;

	for (i = 0; words[i]; i++)
		if (!strcasecmp(words[i], word))
			return true;
	return false;
}
