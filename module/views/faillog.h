/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef NESTDIAG_FAILLOG_H
#define NESTDIAG_FAILLOG_H

/** nd_faillog_kick() - have new failures logged, soon. Context: any but NMI */
void nd_faillog_kick(void);

/* Memory of the log. Context: process context, nobody kicks; for the second, nobody will. */
int nd_faillog_init(void);
void nd_faillog_exit(void);

#endif /* NESTDIAG_FAILLOG_H */
