// SPDX-License-Identifier: GPL-2.0-only
#include <errno.h>
#include <stdlib.h>

#include <lzma.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "tools/in/unpack.h"
#include "tools/out/text.h"

#define CHUNK		(64 * 1024)
#define MEMORY_LOG	27	/* 128 MiB: "xz -9" and "zstd -19 --long" need no more */

/**
 * struct nd_unpack_format - a way to compress
 * @magic: its first bytes
 * @len:   their number
 * @begin: make the library's state; NULL: no memory
 * @step:  unpack from @in into @buf: bytes written, or -errno. Sets @open if more input is due
 * @end:   free the state
 */
struct nd_unpack_format {
	const char *magic;
	size_t len;
	void *(*begin)(void);
	long (*step)(struct nd_unpack *u, void *buf, size_t size);
	void (*end)(void *state);
};

static void *gzip_begin(void)
{
	z_stream *z = nd_realloc(NULL, sizeof(*z));

	memset(z, 0, sizeof(*z));
	if (inflateInit2(z, 16 + MAX_WBITS) == Z_OK)
		return z;
	free(z);
	return NULL;
}

static long gzip_step(struct nd_unpack *u, void *buf, size_t size)
{
	z_stream *z = u->state;
	int err = Z_OK;

	/* A file may be several, one behind the other. */
	if (!u->open)
		err = inflateReset(z);
	z->next_in = u->in + u->at;
	z->avail_in = u->end - u->at;
	z->next_out = buf;
	z->avail_out = size;
	if (err == Z_OK)
		err = inflate(z, Z_NO_FLUSH);
	u->at = u->end - z->avail_in;
	u->open = err != Z_STREAM_END;
	if (err == Z_OK || err == Z_STREAM_END || err == Z_BUF_ERROR)
		return size - z->avail_out;
	return err == Z_MEM_ERROR ? -ENOBUFS : -EBADMSG;
}

static void gzip_end(void *state)
{
	inflateEnd(state);
	free(state);
}

static void *xz_begin(void)
{
	lzma_stream *s = nd_realloc(NULL, sizeof(*s));

	*s = (lzma_stream)LZMA_STREAM_INIT;
	if (lzma_stream_decoder(s, 1ULL << MEMORY_LOG, LZMA_CONCATENATED) == LZMA_OK)
		return s;
	free(s);
	return NULL;
}

static long xz_step(struct nd_unpack *u, void *buf, size_t size)
{
	lzma_stream *s = u->state;
	lzma_ret ret;

	s->next_in = u->in + u->at;
	s->avail_in = u->end - u->at;
	s->next_out = buf;
	s->avail_out = size;
	ret = lzma_code(s, u->eof ? LZMA_FINISH : LZMA_RUN);
	u->at = u->end - s->avail_in;
	u->open = ret != LZMA_STREAM_END;
	if (ret == LZMA_OK || ret == LZMA_STREAM_END || ret == LZMA_BUF_ERROR)
		return size - s->avail_out;
	return ret == LZMA_MEMLIMIT_ERROR || ret == LZMA_MEM_ERROR ? -ENOBUFS : -EBADMSG;
}

static void xz_end(void *state)
{
	lzma_end(state);
	free(state);
}

static void *zstd_begin(void)
{
	ZSTD_DStream *s = ZSTD_createDStream();

	if (s)
		ZSTD_DCtx_setParameter(s, ZSTD_d_windowLogMax, MEMORY_LOG);
	return s;
}

static long zstd_step(struct nd_unpack *u, void *buf, size_t size)
{
	ZSTD_inBuffer in = { u->in, u->end, u->at };
	ZSTD_outBuffer out = { buf, size, 0 };
	size_t ret = ZSTD_decompressStream(u->state, &out, &in);

	u->at = in.pos;
	switch (ZSTD_getErrorCode(ret)) {
	case ZSTD_error_no_error:
		u->open = ret != 0;
		return out.pos;
	case ZSTD_error_frameParameter_windowTooLarge:
	case ZSTD_error_memory_allocation:
		return -ENOBUFS;
	default:
		return -EBADMSG;
	}
}

static void zstd_end(void *state)
{
	ZSTD_freeDStream(state);
}

static const struct nd_unpack_format formats[] = {
	{ "\x1f\x8b", 2, gzip_begin, gzip_step, gzip_end },
	{ "\3757zXZ\0", 6, xz_begin, xz_step, xz_end },
	{ "\x28\xb5\x2f\xfd", 4, zstd_begin, zstd_step, zstd_end },
};

static int fill(struct nd_unpack *u, FILE *file)
{
	size_t got;

	if (u->at < u->end || u->eof)
		return 0;
	errno = 0;
	got = fread(u->in, 1, CHUNK, file);
	if (!got && ferror(file))
		return errno ? -errno : -EIO;
	u->eof = !got;
	u->at = 0;
	u->end = got;
	return 0;
}

static int begin(struct nd_unpack *u)
{
	size_t i;

	u->begun = true;
	for (i = 0; i < ARRAY_SIZE(formats); i++)
		if (u->end >= formats[i].len && !memcmp(u->in, formats[i].magic, formats[i].len))
			break;
	if (i == ARRAY_SIZE(formats))
		return 0;
	u->state = formats[i].begin();
	if (!u->state)
		return -ENOBUFS;
	u->format = &formats[i];
	u->open = true;
	return 0;
}

/* What is not compressed. */
static long copy(struct nd_unpack *u, void *buf, size_t size)
{
	size_t n = u->end - u->at < size ? u->end - u->at : size;

	memcpy(buf, u->in + u->at, n);
	u->at += n;
	return n;
}

long nd_unpack_read(struct nd_unpack *u, FILE *file, void *buf, size_t size)
{
	long got;
	int err;

	if (!u->in)
		u->in = nd_realloc(NULL, CHUNK);
	do {
		err = fill(u, file);
		if (!err && !u->begun)
			err = begin(u);
		if (err)
			return err;
		if (!u->format)
			return copy(u, buf, size);
		if (u->at == u->end && u->eof && !u->open)
			return 0;
		got = u->format->step(u, buf, size);
		/* Nothing came and nothing more is there: the data ends within. */
		if (!got && u->eof && u->open)
			return -EBADMSG;
	} while (!got);
	return got;
}

void nd_unpack_free(struct nd_unpack *u)
{
	if (u->format)
		u->format->end(u->state);
	free(u->in);
	memset(u, 0, sizeof(*u));
}
