/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Giving compiled programs to the kernel. Each of these
 * says why it could not, ND_COUNTER_WHY bytes.
 */
#ifndef NESTDIAG_BPF_LOAD_H
#define NESTDIAG_BPF_LOAD_H

#include <bpf/libbpf.h>

#include "tools/count/bpf_types.h"

/** nd_bpf_listen() - keep what libbpf says for nd_bpf_load(), in place of standard error */
void nd_bpf_listen(void);

/**
 * nd_bpf_open() - programs and maps out of @size bytes at
 * @programs, for a KVM with @types; NULL if it failed
 */
struct bpf_object *nd_bpf_open(const char *programs, u64 size, const struct nd_bpf_types *types,
			       char *why);

/** nd_bpf_want() - is the program called @name to be loaded? */
void nd_bpf_want(struct bpf_object *object, const char *name, bool wanted);

/** nd_bpf_load() - let the kernel check and take what is wanted */
bool nd_bpf_load(struct bpf_object *object, char *why);

/**
 * nd_bpf_attach() - the program called @name to tracepoint
 * @point; NULL if it failed, with errno in @error, else 0
 */
struct bpf_link *nd_bpf_attach(struct bpf_object *object, const char *name, const char *point,
			       s32 *error, char *why);

#endif /* NESTDIAG_BPF_LOAD_H */
