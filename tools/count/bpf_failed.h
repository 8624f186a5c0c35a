/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Failed launches as the programs kept them.
 */
#ifndef NESTDIAG_BPF_FAILED_H
#define NESTDIAG_BPF_FAILED_H

#include "core/entry/failure.h"

/**
 * nd_bpf_failed_read() - put them into a zeroed list, numbered by time
 * @causes: file descriptor of the map ND_MAP_FAILED
 * @lost:   that of ND_MAP_LOST
 * @isa:    of the KVM that is loaded
 */
void nd_bpf_failed_read(struct nd_failures *failures, int causes, int lost, enum nd_isa isa);

#endif /* NESTDIAG_BPF_FAILED_H */
