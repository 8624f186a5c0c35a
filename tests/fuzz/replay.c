// SPDX-License-Identifier: GPL-2.0-only
/*
 * Runs the fuzz target once over each file named, where libFuzzer is not at hand.
 */
#include <stdio.h>
#include <stdlib.h>

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
	return 0;
}
