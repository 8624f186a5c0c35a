// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <time.h>

#include <zstd.h>

#include "tools/out/tarball.h"

#define BLOCK	512

/**
 * struct header - the header of a member, by POSIX
 *
 * Numbers are octal.
 */
struct header {
	char name[100];
	char mode[8];
	char uid[8];
	char gid[8];
	char size[12];
	char mtime[12];
	char checksum[8];
	char type;
	char link[100];
	char magic[6];
	char version[2];
	char user[32];
	char group[32];
	char major[8];
	char minor[8];
	char prefix[155];
	char padding[12];
};

_Static_assert(sizeof(struct header) == BLOCK, "a header is a block");

static void put(struct nd_tarball *ball, const void *data, size_t len, ZSTD_EndDirective end)
{
	ZSTD_inBuffer in = { data, len, 0 };
	char buf[16384] = "";
	size_t left;

	do {
		ZSTD_outBuffer out = { buf, sizeof(buf), 0 };

		left = ZSTD_compressStream2(ball->state, &out, &in, end);
		if (ZSTD_isError(left)) {
			ball->err = ball->err ? ball->err : -EIO;
			return;
		}
		if (fwrite(buf, 1, out.pos, ball->to) != out.pos && !ball->err)
			ball->err = errno ? -errno : -EIO;
	} while (end == ZSTD_e_end ? left : in.pos < in.size);
}

void nd_tarball_begin(struct nd_tarball *ball, FILE *to)
{
	*ball = (struct nd_tarball){ .to = to, .state = ZSTD_createCCtx(), .time = time(NULL) };
	if (!ball->state)
		ball->err = -ENOMEM;
}

void nd_tarball_add(struct nd_tarball *ball, const char *name, const char *text, size_t len)
{
	static const char zeros[BLOCK];
	struct header header = { .type = '0', .magic = "ustar", .version = { '0', '0' } };
	const unsigned char *c = (const unsigned char *)&header;
	unsigned int sum = 0;
	size_t i;

	if (ball->err)
		return;
	snprintf(header.name, sizeof(header.name), "%s", name);
	snprintf(header.mode, sizeof(header.mode), "%07o", 0600);
	snprintf(header.uid, sizeof(header.uid), "%07o", 0);
	snprintf(header.gid, sizeof(header.gid), "%07o", 0);
	snprintf(header.size, sizeof(header.size), "%011llo", (unsigned long long)len);
	snprintf(header.mtime, sizeof(header.mtime), "%011llo", ball->time);
	memset(header.checksum, ' ', sizeof(header.checksum));
	for (i = 0; i < sizeof(header); i++)
		sum += c[i];
	snprintf(header.checksum, sizeof(header.checksum), "%06o", sum);
	put(ball, &header, sizeof(header), ZSTD_e_continue);
	put(ball, text, len, ZSTD_e_continue);
	put(ball, zeros, (BLOCK - len % BLOCK) % BLOCK, ZSTD_e_continue);
}

int nd_tarball_end(struct nd_tarball *ball)
{
	static const char zeros[2 * BLOCK];

	if (ball->state)
		put(ball, zeros, sizeof(zeros), ZSTD_e_end);
	ZSTD_freeCCtx(ball->state);
	ball->state = NULL;
	return ball->err;
}
