// SPDX-License-Identifier: GPL-2.0-only
/*
 * The guest that never gets over an exception: its handler returns to what
 * caused it. KVM intercepts #UD, so that each round is an exit.
 */
#include "vm.h"

#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define UD_VECTOR	6
#define HANDLER		2	/* from the start of the code */

static const uint8_t fault_code[] = {
	0x0f, 0x0b,		/* start:   ud2 */
	0xcf,			/* handler: iret */
};

int run_fault_guest(void)
{
	const uint16_t handler[2] = { VM_CODE + HANDLER, 0 };
	struct vcpu vcpu;
	struct vm vm;
	int got;

	vm_create(&vm, fault_code, sizeof(fault_code), 0);
	memcpy(vm.memory + 4 * UD_VECTOR, handler, sizeof(handler));
	vm_create_vcpu(&vm, &vcpu, 0);
	do
		got = vcpu_run(&vcpu);
	while (got == -EINTR);
	errx(EXIT_FAILURE, "KVM exit %d where none was due", got);
}
