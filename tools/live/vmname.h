/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the VM of a process is called.
 */
#ifndef NESTDIAG_TOOLS_VMNAME_H
#define NESTDIAG_TOOLS_VMNAME_H

#include <nestdiag/types.h>

/**
 * nd_live_vm_name() - the name of the VM that process @pid runs
 *
 * It is what the VMM was told on its command line: QEMU's -name, crosvm's --name, Firecracker's
 * --id; else the name under which libvirt registered it, which the cgroup has; else its UUID, of
 * QEMU's -uuid or Cloud Hypervisor's --platform. A process that has no VM open has no name,
 * whatever it was called with: its number may be another's in a container, or another process has
 * it now.
 *
 * Return: without control characters, valid until the next
 * nd_live_vm_again(); NULL if there is none.
 */
const char *nd_live_vm_name(u32 pid);

/**
 * nd_live_vm_lives() - is there such a process, and does it have a VM open, as far as can be seen?
 */
bool nd_live_vm_lives(u32 pid);

/** nd_live_vm_again() - look again at processes that are asked about from now on */
void nd_live_vm_again(void);

/** nd_live_vm_forget() - forget all names */
void nd_live_vm_forget(void);

#endif /* NESTDIAG_TOOLS_VMNAME_H */
