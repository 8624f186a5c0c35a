// SPDX-License-Identifier: GPL-2.0-only
/*
 * In place of bpf.c, if the tool is built where clang or libbpf is missing.
 */
#include "tools/count/counter.h"
#include "tools/count/hotcount.h"

static bool absent_usable(char *why)
{
	return nd_counter_refuse(why, "this nestdiag was built without BPF: install clang and libbpf-dev, then make tools");
}

static bool absent_start(char *why)
{
	return absent_usable(why);
}

static bool absent_read(struct nd_trace *trace, char *why)
{
	(void)trace;
	return absent_usable(why);
}

static void absent_stop(void)
{
}

static bool absent_pin(const char *name, char *why)
{
	(void)name;
	return absent_usable(why);
}

__attribute__((__weak__)) const struct nd_counter nd_counter_bpf = {
	.word = "bpf",
	.usable = absent_usable,
	.start = absent_start,
	.read = absent_read,
	.stop = absent_stop,
	.pin = absent_pin,
	.join = absent_pin,
	.unpin = absent_pin,
};

static bool absent_hot(enum nd_hot_what what, char *why)
{
	(void)what;
	return absent_usable(why);
}

static bool absent_hot_read(struct nd_hot *hot, char *why)
{
	(void)hot;
	return absent_usable(why);
}

__attribute__((__weak__)) const struct nd_hot_counter nd_hot_counter_bpf = {
	.way = ND_WAY_BPF,
	.usable = absent_hot,
	.start = absent_hot,
	.read = absent_hot_read,
	.stop = absent_stop,
};
