// SPDX-License-Identifier: GPL-2.0-only
/*
 * Registers without the module: the kernel's msr and cpuid devices, CPUID also by instruction.
 */
#include <errno.h>
#include <stdlib.h>

#include "core/facts/regs.h"
#include "tools/in/lines.h"
#include "tools/in/source.h"
#include "tools/live/cpuid.h"
#include "tools/live/devices.h"

/**
 * struct devices - one CPU's devices
 * @msr:     file descriptor or -errno
 * @cpuid:   file descriptor or -errno
 * @failed:  the cpuid device did not answer
 * @lost:    registers of which nothing was learnt: their reads failed, but did not fault
 * @nr_lost: their number
 */
struct devices {
	int msr;
	int cpuid;
	bool failed;
	u32 lost[ND_NR_REGS];
	u32 nr_lost;
};

static int device_rdmsr(void *ctx, u32 index, u64 *value)
{
	struct devices *d = ctx;
	int err = d->msr;

	if (err >= 0)
		err = nd_source_device_read(d->msr, index, value, sizeof(*value));
	/* The device reports a faulting RDMSR as EIO, and nothing else so. */
	if (err && err != -EIO && d->nr_lost < ND_NR_REGS)
		d->lost[d->nr_lost++] = index;
	return err;
}

static void device_cpuid(void *ctx, u32 leaf, u32 subleaf, u32 regs[4])
{
	struct devices *d = ctx;

	if (nd_source_device_read(d->cpuid, (u64)subleaf << 32 | leaf, regs, 16)) {
		memset(regs, 0, 16);
		d->failed = true;
	}
}

static int open_device(u32 cpu, const char *name)
{
	char path[64];

	snprintf(path, sizeof(path), "/dev/cpu/%u/%s", cpu, name);
	return nd_source_device(path);
}

static void close_device(int fd)
{
	if (fd >= 0)
		nd_source_device_close(fd);
}

/* Vendor, family, model and stepping, as the manuals of both vendors compose them. */
static void identify(struct nd_cpu *cpu)
{
	const struct nd_cpuid *vendor = nd_cpu_leaf(cpu, 0, 0);
	const struct nd_cpuid *ident = nd_cpu_leaf(cpu, 1, 0);

	if (!vendor || !ident)
		return;
	memcpy(cpu->vendor, &vendor->ebx, 4);
	memcpy(cpu->vendor + 4, &vendor->edx, 4);
	memcpy(cpu->vendor + 8, &vendor->ecx, 4);
	cpu->vendor[12] = '\0';
	cpu->family = (ident->eax >> 8) & 0xf;
	cpu->model = (ident->eax >> 4) & 0xf;
	cpu->stepping = ident->eax & 0xf;
	if (cpu->family == 6 || cpu->family == 15)
		cpu->model |= ((ident->eax >> 16) & 0xf) << 4;
	if (cpu->family == 15)
		cpu->family += (ident->eax >> 20) & 0xff;
	cpu->has_ident = true;
}

static bool gather_cpuid(struct nd_cpu *cpu, struct devices *d)
{
	const struct nd_reader device = { .cpuid = device_cpuid, .ctx = d };
	const struct nd_reader *by_instruction;

	if (d->cpuid >= 0) {
		nd_cpu_gather_cpuid(cpu, &device);
		if (!d->failed)
			return true;
	}
	cpu->nr_cpuid = 0;
	if (!nd_source_is_live() || !nd_live_cpuid(cpu->id, &by_instruction))
		return false;
	nd_cpu_gather_cpuid(cpu, by_instruction);
	return true;
}

/*
 * Without CPUID nobody knows which registers exist, and some hypervisors answer the others too:
 * a CPU that cannot be asked is left out.
 */
static int gather_cpu(struct nd_machine *m, u32 id)
{
	struct devices d = { .msr = open_device(id, "msr"), .cpuid = open_device(id, "cpuid") };
	const struct nd_reader reader = { .rdmsr = device_rdmsr, .ctx = &d };
	struct nd_cpu cpu = { .id = id };
	struct nd_cpu *added = NULL;
	u32 i;

	if (gather_cpuid(&cpu, &d)) {
		identify(&cpu);
		nd_cpu_gather_msrs(&cpu, &reader);
		for (i = 0; i < d.nr_lost; i++)
			cpu.regs[nd_reg_by_index(d.lost[i])].state = ND_UNKNOWN;
		added = nd_machine_add_cpu(m, id);
	}
	if (added)
		*added = cpu;
	close_device(d.msr);
	close_device(d.cpuid);
	/* What was not needed is not missed: a CPU without virtualization has no such registers. */
	return d.nr_lost && d.msr < 0 ? d.msr : 0;
}

/* Takes one number or range off a list like "0-3,8"; false at its end or if it is malformed. */
static bool next_range(const char **list, u32 *first, u32 *last)
{
	char *end;

	if (**list < '0' || **list > '9')
		return false;
	*first = *last = strtoul(*list, &end, 10);
	if (*end == '-')
		*last = strtoul(end + 1, &end, 10);
	*list = *end == ',' ? end + 1 : end;
	return true;
}

/* The number after the colon of a line "key\t: number", if it is such a line. */
static bool cpuinfo_number(const char *text, size_t len, const char *key, u32 *number)
{
	const char *colon = memchr(text, ':', len);
	char digits[24];

	if (!colon || len < strlen(key) || memcmp(text, key, strlen(key)))
		return false;
	scnprintf(digits, sizeof(digits), "%.*s", (int)(text + len - colon - 1), colon + 1);
	*number = strtoul(digits, NULL, 0);
	return true;
}

static void read_microcode(struct nd_machine *m)
{
	struct nd_cpu *cpu = NULL;
	struct nd_lines lines;
	const char *text;
	u32 number;
	size_t len;

	if (nd_lines_open(&lines, "/proc/cpuinfo"))
		return;
	while (nd_lines_next(&lines, &text, &len) > 0) {
		if (cpuinfo_number(text, len, "processor", &number))
			cpu = nd_machine_find_cpu(m, number);
		else if (cpu && cpuinfo_number(text, len, "microcode", &number))
			cpu->microcode = number;
	}
	nd_lines_close(&lines);
}

static void explain_msr(struct nd_machine *m, int err)
{
	if (err == -ENOENT || err == -ENXIO || err == -ENODEV)
		nd_strings_add(&m->notes,
			       "no msr device, so no VMX or SVM register can be read (as root: modprobe msr)");
	else if (err == -EACCES || err == -EPERM)
		nd_strings_add(&m->notes, "no permission to read the msr device: run as root");
	else
		nd_strings_add(&m->notes, "msr device: %s", strerror(-err));
}

void nd_live_devices(struct nd_machine *m)
{
	char online[4096];
	const char *list = online;
	u32 first, last;
	int err = 0;

	if (nd_source_read("/sys/devices/system/cpu/online", online, sizeof(online)))
		scnprintf(online, sizeof(online), "0");
	while (next_range(&list, &first, &last))
		for (; first <= last && first < ND_MAX_CPUS; first++) {
			int cpu_err = gather_cpu(m, first);

			err = err ? err : cpu_err;
		}
	read_microcode(m);
	if (err)
		explain_msr(m, err);
}
