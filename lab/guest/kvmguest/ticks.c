// SPDX-License-Identifier: GPL-2.0-only
/*
 * The guest that keeps time
 *
 * It does with its local APIC what a kernel does at each tick: acknowledge the
 * interrupt, and set the deadline of the next tick, a period after that of this
 * one. Each of these is an exit, as is the interrupt itself. In between it
 * halts, or it works: it counts the rounds of a loop. Where a tick costs more
 * than its period, the next one is due already whenever one ends, and no round
 * is ever made: the guest hangs, and nothing in it is wrong. With a last tick it
 * sets no further deadline there, as if that had been lost: it halts for good.
 */
#include "vm.h"

#include <err.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/time.h>
#include <time.h>

#define VECTOR		0x40
#define HANDLER		0x4b	/* from the start of the code */

#define APIC_BASE_X2APIC	0xc00
#define CPUID_X2APIC		(1u << 21)
#define CPUID_TSC_DEADLINE	(1u << 24)

#define CPUID_ENTRIES	256

struct orders {
	uint64_t deadline;
	uint32_t period;
	uint32_t ticks;
	uint32_t rounds;
	uint8_t halts;
	uint32_t last;
};

static const uint8_t tick_code[] = {
	0x66, 0xb9, 0x0f, 0x08, 0x00, 0x00,	/* start: mov ecx, 0x80f */
	0x66, 0xb8, 0xff, 0x01, 0x00, 0x00,	/*        mov eax, 0x1ff: APIC enabled */
	0x66, 0x31, 0xd2,			/*        xor edx, edx */
	0x0f, 0x30,				/*        wrmsr */
	0x66, 0xb9, 0x32, 0x08, 0x00, 0x00,	/*        mov ecx, 0x832 */
	0x66, 0xb8, VECTOR, 0x00, 0x04, 0x00,	/*        mov eax, TSC deadline, VECTOR */
	0x0f, 0x30,				/*        wrmsr */
	0x0f, 0x31,				/*        rdtsc */
	0x66, 0x03, 0x06, 0x08, 0x20,		/*        add eax, [orders.period] */
	0x66, 0x83, 0xd2, 0x00,			/*        adc edx, 0 */
	0x66, 0xa3, 0x00, 0x20,			/*        mov [orders.deadline], eax */
	0x66, 0x89, 0x16, 0x04, 0x20,		/*        mov [orders.deadline + 4], edx */
	0x66, 0xb9, 0xe0, 0x06, 0x00, 0x00,	/*        mov ecx, 0x6e0 */
	0x0f, 0x30,				/*        wrmsr */
	0xfb,					/*        sti */
	0x80, 0x3e, 0x14, 0x20, 0x00,		/* round: cmp byte [orders.halts], 0 */
	0x74, 0x01,				/*        je work */
	0xf4,					/*        hlt */
	0x66, 0xff, 0x06, 0x10, 0x20,		/* work:  inc dword [orders.rounds] */
	0xeb, 0xf1,				/*        jmp round */
	0x66, 0xff, 0x06, 0x0c, 0x20,		/* tick:  inc dword [orders.ticks] */
	0x66, 0xb9, 0x0b, 0x08, 0x00, 0x00,	/*        mov ecx, 0x80b */
	0x66, 0x31, 0xc0,			/*        xor eax, eax */
	0x66, 0x31, 0xd2,			/*        xor edx, edx */
	0x0f, 0x30,				/*        wrmsr: end of interrupt */
	0x66, 0xa1, 0x08, 0x20,			/*        mov eax, [orders.period] */
	0x66, 0x03, 0x06, 0x00, 0x20,		/*        add eax, [orders.deadline] */
	0x66, 0x8b, 0x16, 0x04, 0x20,		/*        mov edx, [orders.deadline + 4] */
	0x66, 0x83, 0xd2, 0x00,			/*        adc edx, 0 */
	0x66, 0xa3, 0x00, 0x20,			/*        mov [orders.deadline], eax */
	0x66, 0x89, 0x16, 0x04, 0x20,		/*        mov [orders.deadline + 4], edx */
	0x66, 0xb9, 0xe0, 0x06, 0x00, 0x00,	/*        mov ecx, 0x6e0 */
	0x66, 0x8b, 0x3e, 0x0c, 0x20,		/*        mov edi, [orders.ticks] */
	0x66, 0x3b, 0x3e, 0x18, 0x20,		/*        cmp edi, [orders.last] */
	0x74, 0x02,				/*        je back */
	0x0f, 0x30,				/*        wrmsr: the next deadline */
	0xcf,					/* back:  iret */
};

/* Without these KVM lets no guest use what they stand for. */
static void announce_timer(const struct vm *vm, const struct vcpu *vcpu)
{
	struct kvm_cpuid2 *cpuid = calloc(1, sizeof(*cpuid) +
					     CPUID_ENTRIES * sizeof(cpuid->entries[0]));
	uint32_t i;

	if (!cpuid)
		err(EXIT_FAILURE, "memory");
	cpuid->nent = CPUID_ENTRIES;
	checked(ioctl(vm->kvm_fd, KVM_GET_SUPPORTED_CPUID, cpuid), "KVM_GET_SUPPORTED_CPUID");
	for (i = 0; i < cpuid->nent; i++)
		if (cpuid->entries[i].function == 1)
			cpuid->entries[i].ecx |= CPUID_X2APIC | CPUID_TSC_DEADLINE;
	checked(ioctl(vcpu->fd, KVM_SET_CPUID2, cpuid), "KVM_SET_CPUID2");
	free(cpuid);
}

static void enable_apic(const struct vcpu *vcpu)
{
	struct kvm_sregs sregs;

	checked(ioctl(vcpu->fd, KVM_GET_SREGS, &sregs), "KVM_GET_SREGS");
	sregs.apic_base |= APIC_BASE_X2APIC;
	checked(ioctl(vcpu->fd, KVM_SET_SREGS, &sregs), "KVM_SET_SREGS");
}

/* Nothing to do here: the signal itself ends KVM_RUN. */
static void on_alarm(int signal)
{
	(void)signal;
}

/* More than one, since the first may come just before KVM_RUN. */
static void set_alarm(uint32_t seconds)
{
	struct sigaction action = { .sa_handler = on_alarm };
	struct itimerval timer = {
		.it_value.tv_sec = seconds,
		.it_interval.tv_usec = 200000,
	};

	checked(sigaction(SIGALRM, &action, NULL), "sigaction");
	checked(setitimer(ITIMER_REAL, &timer, NULL), "setitimer");
}

static uint64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000ull + now.tv_nsec / 1000000;
}

int run_tick_guest(const struct options *options)
{
	const uint16_t handler[2] = { VM_CODE + HANDLER, 0 };
	struct orders *orders;
	struct vcpu vcpu;
	struct vm vm;
	uint64_t ms;
	int khz, got;

	vm_create(&vm, tick_code, sizeof(tick_code), 1);
	memcpy(vm.memory + 4 * VECTOR, handler, sizeof(handler));
	vm_create_vcpu(&vm, &vcpu, 0);
	announce_timer(&vm, &vcpu);
	enable_apic(&vcpu);
	khz = checked(ioctl(vcpu.fd, KVM_GET_TSC_KHZ, 0), "KVM_GET_TSC_KHZ");
	orders = (void *)(vm.memory + VM_ORDERS);
	orders->period = khz * 1000ull / options->hz;
	orders->halts = !options->busy;
	orders->last = options->last_tick;

	ms = now_ms();
	set_alarm(options->loop_seconds);
	got = vcpu_run(&vcpu);
	if (got != -EINTR)
		errx(EXIT_FAILURE, "KVM exit %d where none was due", got);
	ms = now_ms() - ms;
	printf("kvmguest: %u of %llu ticks at %u Hz in %llu ms, %u rounds between them\n",
	       orders->ticks, (unsigned long long)(ms * options->hz / 1000), options->hz,
	       (unsigned long long)ms, orders->rounds);
	return EXIT_SUCCESS;
}
