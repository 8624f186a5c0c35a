/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The families of records: a table to read each by and a function that writes it.
 */
#ifndef NESTDIAG_FAMILIES_H
#define NESTDIAG_FAMILIES_H

#include "core/facts/facts.h"

struct nd_record_family;
struct nd_writer;

extern const struct nd_record_family nd_machine_family;
extern const struct nd_record_family nd_cpu_family;
extern const struct nd_record_family nd_host_family;
extern const struct nd_record_family nd_trace_family;
extern const struct nd_record_family nd_failures_family;
extern const struct nd_record_family nd_recorder_family;

/* What nobody recorded is not written. */
void nd_machine_write(struct nd_writer *w, const struct nd_facts *facts);
void nd_cpu_write(struct nd_writer *w, const struct nd_cpu *cpu);
void nd_offer_write(struct nd_writer *w, const struct nd_cpu *offer);
void nd_host_write(struct nd_writer *w, const struct nd_facts *facts);
void nd_trace_write(struct nd_writer *w, const struct nd_trace *trace);
void nd_failures_write(struct nd_writer *w, const struct nd_failures *failures);
void nd_recorder_write(struct nd_writer *w, const struct nd_recorder *recorder);

#endif /* NESTDIAG_FAMILIES_H */
