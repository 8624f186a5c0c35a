// SPDX-License-Identifier: GPL-2.0-only
/*
 * Runs the fuzz target once over each file named, where libFuzzer is not at hand. It has to
 * accept some of them, or the replay would test nothing.
 */
#include <stdio.h>
#include <stdlib.h>

#include "accepted.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int main(int argc, char **argv)
{
	int i;

	for (i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		unsigned char *data = malloc(16 << 20);
		size_t size;

		if (!file || !data) {
			perror(argv[i]);
			return 1;
		}
		size = fread(data, 1, 16 << 20, file);
		fclose(file);
		LLVMFuzzerTestOneInput(data, size);
		printf("ok - fuzz replay %s\n", argv[i]);
		fflush(stdout);
		free(data);
	}
	if (!fuzz_accepted) {
		printf("not ok - fuzz replay # the target accepts none of %d inputs\n", argc - 1);
		return 1;
	}
	return 0;
}
