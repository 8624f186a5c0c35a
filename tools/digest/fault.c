// SPDX-License-Identifier: GPL-2.0-only
/*
 * A fault begins with one of a few sentences. Below it stand the kernel's version, the address
 * where it happened and the calls that led there: whose code is at fault is seen from the first of
 * them.
 */
#include "tools/digest/fault.h"
#include "tools/digest/wordset.h"

#define FIRST_FRAMES	5	/* calls from the place of the fault that count */
#define ANNOUNCED	6	/* lines from "BUG: " over "#PF: " and "PGD " to "Oops: ": one fault */

static const char *const begins[] = {
	"BUG: unable to handle", "BUG: kernel NULL pointer", "BUG: soft lockup", "kernel BUG at ",
	"WARNING: CPU: ", "WARNING: arch/", "WARNING: virt/", "WARNING: drivers/hv/",
	"general protection fault", "invalid opcode: ", "Oops: ", "Internal error: ",
	"Unable to handle kernel ", "divide error: ", "stack segment: ", "double fault: ",
	"unchecked MSR access error: ", "BUG: KASAN: ", "BUG: scheduling while atomic",
	"Watchdog detected hard LOCKUP", "WARNING: suspicious RCU usage",
	"WARNING: possible circular locking",
	"WARNING: possible recursive locking", "WARNING: inconsistent lock state",
	"BUG: sleeping function called", "Missing ENDBR: ", "UBSAN: ", "BUG: KFENCE: ",
	"BUG: KMSAN: ",
};

/* Of them, those of the processor and BUG(): the kernel does not go on where it was. */
static const char *const oopses[] = {
	"BUG: unable to handle", "BUG: kernel NULL pointer", "kernel BUG at ", "BUG: KASAN: ",
	"general protection fault: ", "general protection fault, ", "Unable to handle kernel ",
	"Internal error: Oops", "divide error: 0000", "stack segment: 0000", "double fault: 0000",
};

/* In the first bytes of a line: who quotes one later tells about it. */
#define BEGINS_WITHIN	80

struct nd_wordset nd_fault_begins = ND_WORDSET(begins);
static struct nd_wordset oops_set = ND_WORDSET(oopses);

static const char *const modules[] = {
	"kvm", "kvm_intel", "kvm_amd", "kvm_pvm", "kvm_hv", "hv_vmbus", "mshv", "mshv_root",
	"mshv_vtl", "vboxdrv", "vboxnetflt", "vboxnetadp", "vmmon", "vmnet",
};

/* Functions that report a fault, and had none. */
static const char *const reporters[] = {
	"dump_stack", "show_stack", "print_report", "print_address", "kasan_", "__kasan_",
	"__asan_",
	"check_memory_region", "lockdep_", "print_circular", "check_noncircular", "__might_",
	"__warn",
	"report_bug", "panic", "ubsan_", "__ubsan_", "kfence_", "kmsan_", "__msan_", "end_report",
	"__dump_stack", "show_trace", "show_regs",
};

/* Functions of KVM and Hyper-V's support by the start of their names, where they are built in. */
static const char *const functions[] = {
	"kvm_", "__kvm_", "vmx_", "svm_", "nested_vmx_", "nested_svm_", "nested_evmcs_", "evmcs_",
	"vcpu_enter_guest", "tdp_mmu_", "kvm_tdp_", "hv_", "mshv_", "vgic_", "__vgic_",
	"pvm_", "kvmppc_", "kvmhv_", "switcher_", "entry_SYSRETQ_switcher",
	"entry_SYSCALL_64_switcher",
};

/* Of the guest's side and of callers: no fault of the code that runs guests. */
static const char *const others[] = {
	"kvm_clock_", "kvm_wait", "kvm_kick_cpu", "kvm_flush_tlb_multi", "kvm_async_pf",
	"kvm_smp_send_call_func_ipi", "kvm_send_ipi", "kvm_guest_", "hv_send_ipi", "hv_apic_",
	"hv_flush_tlb", "hyperv_flush_tlb", "kvm_sched_clock", "kvm_setup_", "kvm_io_delay",
	"kvm_read_and_reset", "kvm_steal_clock", "kvm_set_posted_intr", "__kvm_handle_async_pf",
};

static bool starts(const char *text, size_t len, const char *with)
{
	size_t n = strlen(with);

	return len >= n && !memcmp(text, with, n);
}

static const char *find(const char *line, size_t len, const char *what)
{
	return memmem(line, len, what, strlen(what));
}

static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       c == '_' || c == '.';
}

static bool is_listed(const char *const *list, size_t nr, const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < nr; i++)
		if (starts(text, len, list[i]))
			return true;
	return false;
}

/* "... Comm: qemu-system-x86 Tainted: G W 5.4.0-1048-azure #50": the word before the "#". */
static void take_kernel(struct nd_fault *f, const char *line, size_t len)
{
	const char *comm = find(line, len, "Comm: ");
	const char *end = comm ? memrchr(comm, '#', len - (comm - line)) : NULL;
	const char *from, *build = end;

	if (!end)
		return;
	while (end > comm && end[-1] == ' ')
		end--;
	for (from = end; from > comm && from[-1] != ' '; from--)
		;
	if (from == end || *from < '0' || *from > '9')
		return;
	scnprintf(f->kernel, sizeof(f->kernel), "%.*s", (int)(end - from), from);
	scnprintf(f->build, sizeof(f->build), "%.*s", (int)(len - (build - line)), build);
}

/* "Comm: CPU 1/KVM Tainted: G W": whose thread it is. */
static bool is_vmm(const char *line, size_t len)
{
	static const char *const names[] = {
		"CPU ", "qemu-", "kvm ", "vcpu", "fc_vcpu", "firecracker", "cloud-hyper", "crosvm",
		"EMT-",
		"VBoxHeadless", "VirtualBoxVM", "vmware-vmx",
	};
	const char *comm = find(line, len, "Comm: ");
	size_t i;

	for (i = 0; comm && i < ARRAY_SIZE(names); i++)
		if (starts(comm + 6, len - (comm + 6 - line), names[i]))
			return true;
	return false;
}

/* The module in "kvm_foo+0x1/0x2 [kvm]"; empty where there is none. */
static void take_module(const char *text, size_t len, char *module, size_t size)
{
	const char *open = memchr(text, '[', len);
	const char *end = open ? memchr(open, ']', len - (open - text)) : NULL;
	const char *blank = end ? memchr(open, ' ', end - open) : NULL;

	/* "[kvm 1a2b3c]": a build id stands behind the name. */
	end = blank ? blank : end;

	scnprintf(module, size, "%.*s", end ? (int)(end - open - 1) : 0, end ? open + 1 : "");
}

static bool is_kvm(const char *name, size_t len, const char *module)
{
	size_t i;

	if (is_listed(others, ARRAY_SIZE(others), name, len))
		return false;
	for (i = 0; i < ARRAY_SIZE(modules); i++)
		if (!strcmp(modules[i], module))
			return true;
	return !*module && is_listed(functions, ARRAY_SIZE(functions), name, len);
}

/* "RIP: 0010:name+0x1/0x2 [module]", "pc : name+0x1/0x2", " name+0x1/0x2 [module]". */
static bool take_frame(struct nd_fault *f, const char *line, size_t len)
{
	const char *plus = find(line, len, "+0x");
	const char *name = plus;
	char module[sizeof(f->module)];

	if (!plus || !find(plus, len - (plus - line), "/0x"))
		return false;
	while (name > line && is_word(name[-1]))
		name--;
	/*
	 * "? name": a word on the stack that need not be a call. "}, at: name": where a lock was
	 * taken. "Missing ENDBR: name": where a jump went; the frames are below the BUG that it
	 * announces.
	 */
	if (name == plus || (name >= line + 2 && name[-2] == '?') || find(line, len, "lr : ") ||
	    find(line, len, "}, at: ") || find(line, len, "Missing ENDBR: "))
		return false;
	if (is_listed(reporters, ARRAY_SIZE(reporters), name, plus - name))
		return false;
	if (!f->frames)
		scnprintf(f->place, sizeof(f->place), "%.*s", (int)(plus - name), name);
	if (f->frames++ >= FIRST_FRAMES || *f->function)
		return false;
	take_module(plus, len - (plus - line), module, sizeof(module));
	if (!is_kvm(name, plus - name, module))
		return false;
	scnprintf(f->function, sizeof(f->function), "%.*s", (int)(plus - name), name);
	scnprintf(f->module, sizeof(f->module), "%s", module);
	return true;
}

/* "RIP: 0010:0x0", "RIP: 0010:[<ffff88007bd671c0>] 0xffff88007bd671c0", "pc : 0x0". */
static bool is_unnamed(const char *line, size_t len)
{
	static const char *const registers[] = { "RIP: 0010:", "RIP: e030:", "EIP: 0060:", "EIP: 0x", "pc : " };
	const char *at = NULL;
	size_t i;

	for (i = 0; !at && i < ARRAY_SIZE(registers); i++)
		at = find(line, len < BEGINS_WITHIN ? len : BEGINS_WITHIN, registers[i]);
	return at && find(at, len - (at - line), "0x") && !find(at, len - (at - line), "+0x");
}

static bool is_of(const struct nd_fault *f, const char *const *prefixes, size_t nr)
{
	return is_listed(prefixes, nr, f->module, strlen(f->module)) ||
	       (!*f->module && is_listed(prefixes, nr, f->function, strlen(f->function)));
}

const char *nd_fault_entry(const struct nd_fault *f)
{
	static const char *const hyperv[] = { "hv_", "mshv" };
	static const char *const others_hv[] = { "vboxdrv", "vboxnet", "vmmon", "vmnet" };
	static const char *const pvm[] = { "kvm_pvm", "pvm_", "switcher_", "entry_SYS" };

	if (is_of(f, hyperv, ARRAY_SIZE(hyperv)))
		return "hyperv-bug";
	if (is_of(f, others_hv, ARRAY_SIZE(others_hv)))
		return "hypervisor-module-bug";
	if (is_of(f, pvm, ARRAY_SIZE(pvm)))
		return "pvm-bug";
	if (strstr(f->function, "evmcs"))
		return "kvm-bug-evmcs";
	return f->warning ? "kvm-warning" : "kvm-bug";
}

/* "Modules linked in: vmnet(OE) vmmon(OE)": who looks at a trace looks for them first. */
static void take_foreign(struct nd_fault *f, const char *line, size_t len)
{
	static const char *const names[] = { " vmmon(", " vmnet(", " vboxdrv(", " vboxnetflt(" };
	size_t i, n = strlen(f->foreign);

	if (!find(line, len, "Modules linked in:"))
		return;
	for (i = 0; i < ARRAY_SIZE(names); i++)
		if (find(line, len, names[i]))
			n += scnprintf(f->foreign + n, sizeof(f->foreign) - n, "%s%.*s", n ? " " : "",
				       (int)strlen(names[i]) - 2, names[i] + 1);
}

static bool has_one(const char *line, size_t len, struct nd_wordset *set)
{
	return nd_wordset_has(set, line, len < BEGINS_WITHIN ? len : BEGINS_WITHIN);
}

bool nd_fault_line(struct nd_fault *f, u64 number, const char *line, size_t len)
{
	if (has_one(line, len, &nd_fault_begins) &&
	    (!f->line || f->frames || number - f->line > ANNOUNCED)) {
		*f = (struct nd_fault){ .line = number };
		f->warning = find(line, len, "WARNING: ") || find(line, len, "unchecked MSR");
		f->oops = has_one(line, len, &oops_set) && !starts(line, len, "traps: ");
	}
	if (!f->line || number - f->line > ND_FAULT_LINES)
		return false;
	if (!*f->kernel)
		take_kernel(f, line, len);
	take_foreign(f, line, len);
	f->vmm = f->vmm || is_vmm(line, len);
	f->unnamed = f->unnamed || (!f->frames && is_unnamed(line, len));
	return take_frame(f, line, len);
}
