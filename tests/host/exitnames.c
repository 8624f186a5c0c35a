// SPDX-License-Identifier: GPL-2.0-only
/*
 * Names of exit reasons, compared with the lists that user space gets from the kernel. One line a
 * list, as tests/run.sh counts them.
 */
#include <stdio.h>
#include <string.h>

#include <asm/svm.h>
#include <asm/vmx.h>

#include "core/exits/exits.h"

/* The exceptions' vectors, which the list of SVM's exits refers to. */
enum {
	DE_VECTOR, DB_VECTOR, BP_VECTOR = 3, OF_VECTOR, BR_VECTOR, UD_VECTOR, NM_VECTOR, DF_VECTOR,
	TS_VECTOR = 10, NP_VECTOR, SS_VECTOR, GP_VECTOR, PF_VECTOR, MF_VECTOR = 16, AC_VECTOR,
	MC_VECTOR, XM_VECTOR, CP_VECTOR = 21, HV_VECTOR = 28, VC_VECTOR, SX_VECTOR,
};

struct listed {
	unsigned int reason;
	const char *name;
};

static const struct listed vmx[] = { VMX_EXIT_REASONS };
static const struct listed svm[] = { SVM_EXIT_REASONS };

static int compare(const char *what, const struct listed *list, size_t nr,
		   const char *(*name)(u32 reason))
{
	size_t i, wrong = 0;

	for (i = 0; i < nr; i++) {
		const char *ours = name(list[i].reason);

		/*
		 * What a guest asks of its hypervisor by VMGEXIT is no exit code of the processor.
		 */
		if (!strncmp(list[i].name, "vmgexit_", 8))
			continue;
		if (ours && !strcmp(ours, list[i].name))
			continue;
		fprintf(stderr, "%s 0x%x: %s here, %s in the kernel's header\n", what,
			list[i].reason, ours ? ours : "nothing", list[i].name);
		wrong++;
	}
	if (wrong)
		printf("not ok - host: names of %s exits # %zu differ\n", what, wrong);
	else
		printf("ok - host: names of %s exits, %zu in the kernel's header\n", what, nr);
	return wrong > 0;
}

int main(void)
{
	return compare("VMX", vmx, ARRAY_SIZE(vmx), nd_vmx_exit_name) |
	       compare("SVM", svm, ARRAY_SIZE(svm), nd_svm_exit_name);
}
