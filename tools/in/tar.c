// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <stdlib.h>

#include "tools/in/tar.h"
#include "tools/out/text.h"

#define FIRST		(64 * 1024)
#define MAX_MEMBERS	10000
#define MAX_SKIPPED	(1ull << 30)	/* bytes to unpack only to pass over them, at most */
#define MAX_MEMBER	(1ull << 32)

/* The fields of a header that matter, by POSIX. */
#define NAME_LEN	100
#define SIZE_AT		124
#define SIZE_LEN	12
#define CHECKSUM_AT	148
#define CHECKSUM_LEN	8
#define TYPE_AT		156
#define MAGIC_AT	257
#define MAGIC		"ustar"

static long raw_read(struct nd_tar *tar, FILE *file, void *buf, size_t size)
{
	size_t left = tar->have - tar->at;

	if (!left)
		return nd_unpack_read(&tar->unpack, file, buf, size);
	if (size > left)
		size = left;
	memcpy(buf, tar->first + tar->at, size);
	tar->at += size;
	return size;
}

/* As much of a block as is there: less than all only at the end. */
static long fill_block(struct nd_tar *tar, FILE *file)
{
	size_t have = 0;

	while (have < ND_TAR_BLOCK) {
		long got = raw_read(tar, file, tar->block + have, ND_TAR_BLOCK - have);

		if (got < 0)
			return got;
		if (!got)
			break;
		have += got;
	}
	return have;
}

/* Octal with blanks or a 0 at its end; -1 if it is not, or too large to be true. */
static long long number(const unsigned char *field, size_t len)
{
	long long value = 0;
	size_t i = 0;

	while (i < len && field[i] == ' ')
		i++;
	if (i == len || field[i] < '0' || field[i] > '7')
		return -1;
	for (; i < len && field[i] >= '0' && field[i] <= '7'; i++)
		value = value * 8 + field[i] - '0';
	return i == len || !field[i] || field[i] == ' ' ? value : -1;
}

/* The sum of all bytes, with blanks in the place of the sum. */
static bool is_header(const unsigned char *block)
{
	long long sum = 0;
	size_t i;

	for (i = 0; i < ND_TAR_BLOCK; i++)
		sum += i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_LEN ? ' ' : block[i];
	return !memcmp(block + MAGIC_AT, MAGIC, strlen(MAGIC)) &&
	       number(block + CHECKSUM_AT, CHECKSUM_LEN) == sum;
}

static bool is_empty(const unsigned char *block)
{
	size_t i;

	for (i = 0; i < ND_TAR_BLOCK; i++)
		if (block[i])
			return false;
	return true;
}

/* By large pieces: what is damaged further on should be told as that, not by what comes of it. */
int nd_tar_begin(struct nd_tar *tar, FILE *file)
{
	long got = 1;

	if (tar->begun)
		return 0;
	if (!tar->first)
		tar->first = nd_realloc(NULL, FIRST);
	while (got > 0 && tar->have < ND_TAR_BLOCK) {
		got = nd_unpack_read(&tar->unpack, file, tar->first + tar->have, FIRST - tar->have);
		if (got < 0)
			return got;
		tar->have += got;
	}
	tar->begun = true;
	tar->is_tar = tar->have >= ND_TAR_BLOCK && is_header(tar->first);
	return 0;
}

static int skip(struct nd_tar *tar, FILE *file, u64 len)
{
	char buf[4096];

	tar->skipped += len;
	if (tar->skipped > MAX_SKIPPED)
		return -EFBIG;
	while (len) {
		long got = raw_read(tar, file, buf, len < sizeof(buf) ? len : sizeof(buf));

		if (got <= 0)
			return got ? got : -EBADMSG;
		len -= got;
	}
	return 0;
}

/* The header of the next member in @block: 1, 0 at the end, or -errno. */
static int next_header(struct nd_tar *tar, FILE *file)
{
	int err = skip(tar, file, tar->left + tar->padding);
	long got = err ? err : fill_block(tar, file);

	tar->left = 0;
	tar->padding = 0;
	if (got < 0)
		return got;
	if (!got || (got == ND_TAR_BLOCK && is_empty(tar->block)))
		return 0;
	if (got < ND_TAR_BLOCK || !is_header(tar->block))
		return -EBADMSG;
	return ++tar->members > MAX_MEMBERS ? -EFBIG : 1;
}

int nd_tar_next(struct nd_tar *tar, FILE *file, char name[ND_TAR_NAME])
{
	int got = nd_tar_begin(tar, file);
	long long size;

	if (got || !tar->is_tar || tar->ended)
		return got;
	while ((got = next_header(tar, file)) > 0) {
		size = number(tar->block + SIZE_AT, SIZE_LEN);
		if (size < 0 || size > (long long)MAX_MEMBER)
			return -EFBIG;
		tar->left = size;
		tar->padding = (ND_TAR_BLOCK - size % ND_TAR_BLOCK) % ND_TAR_BLOCK;
		scnprintf(name, ND_TAR_NAME, "%.*s", NAME_LEN, (const char *)tar->block);
		if (tar->block[TYPE_AT] == '0' || !tar->block[TYPE_AT])
			return 1;
	}
	tar->ended = true;
	return got;
}

long nd_tar_read(struct nd_tar *tar, FILE *file, void *buf, size_t size)
{
	long got = nd_tar_begin(tar, file);

	if (got)
		return got;
	if (!tar->is_tar)
		return raw_read(tar, file, buf, size);
	if (!tar->left)
		return 0;
	got = raw_read(tar, file, buf, tar->left < size ? tar->left : size);
	if (got > 0)
		tar->left -= got;
	return got ? got : -EBADMSG;
}

bool nd_tar_is_named(const char *name, const char *wanted)
{
	const char *last = strrchr(name, '/');

	return !strcmp(last ? last + 1 : name, wanted);
}

void nd_tar_free(struct nd_tar *tar)
{
	nd_unpack_free(&tar->unpack);
	free(tar->first);
	memset(tar, 0, sizeof(*tar));
}
