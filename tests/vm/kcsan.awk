# SPDX-License-Identifier: GPL-2.0-only
#
# KCSAN's reports that have nestdiag in them, out of a kernel's log, from their
# titles on; the others are the kernel's own. The stack of an interrupt goes on
# with what it interrupted, which has no part in what the interrupt does: frames
# count up to its entry.

/BUG: KCSAN:/ { inside = 1; report = ""; ours = 0; interrupted = 0 }
inside { report = report $0 "\n" }
# "write to 0xffff888000aa8450 of 8 bytes by interrupt on cpu 2:" is the head of a stack.
inside && / to 0x[0-9a-f]+ of [0-9]+ bytes by / { interrupted = 0 }
inside && / asm_(sysvec_|exc_|common_interrupt|spurious_)/ { interrupted = 1 }
inside && !interrupted && /[+]0x[0-9a-f]+[/]0x/ && /[[]nestdiag[]]|[^a-z_]nd_/ { ours = 1 }
inside && /==========/ { inside = 0; if (ours) printf "%s", report }
