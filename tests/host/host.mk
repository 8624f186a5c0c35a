# SPDX-License-Identifier: GPL-2.0-only
# kunit/ as a program: the same sources through the shim in tests/host/kunit/.
#
#   host-test	run it, plain and under AddressSanitizer and UBSan

HOST_CFLAGS := -std=gnu11 -O1 -g -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare \
	-Wno-missing-field-initializers -I. -Iinclude -Iinclude/uapi -Itests/host
HOST_SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all

.PHONY: host-test
##@ Test
host-test: build/host/tests build/host/tests-asan	## run the core's tests as a program
	build/host/tests host
	build/host/tests-asan host-asan

build/host/tests: kunit/nestdiag_kunit.c
	@mkdir -p $(@D)
	$(CC) $(HOST_CFLAGS) -MMD -MP -o $@ $<

build/host/tests-asan: kunit/nestdiag_kunit.c
	@mkdir -p $(@D)
	$(CC) $(HOST_CFLAGS) $(HOST_SANITIZE) -MMD -MP -o $@ $<

-include build/host/tests.d build/host/tests-asan.d

# The kernel's own names of exits, from <asm/vmx.h> and <asm/svm.h>.
build/host/exitnames: tests/host/exitnames.c core/exits/exits.c core/exits/exits.h
	@mkdir -p $(@D)
	$(CC) $(HOST_CFLAGS) -o $@ $(filter %.c,$^) $(sort $(wildcard core/base/*.c))

# The walk over the catalogue of messages: the tool's sources, so with the tool's flags.
HOST_MESSAGES := tests/host/messages.c $(TOOL_MATCH_SRCS)

build/host/messages: $(HOST_MESSAGES) $(wildcard tools/log/*.h tools/log/catalogue/*.h)
	@mkdir -p $(@D)
	$(CC) $(TOOL_CPPFLAGS) $(TOOL_CFLAGS) -Wno-missing-field-initializers $(TOOL_SANITIZE) -o $@ $(HOST_MESSAGES)

# Pasted logs, by the tool itself with its main() under another name.
build/host/nestdiag.o: tools/nestdiag.c VERSION
	@mkdir -p $(@D)
	$(CC) $(TOOL_CPPFLAGS) $(TOOL_CFLAGS) -Dmain=nestdiag_main -MMD -MP -c -o $@ $<

build/host/pasted: tests/host/pasted.c build/host/nestdiag.o $(filter-out build/tools/tools/nestdiag.o,$(TOOL_OBJS))
	$(CC) $(TOOL_CPPFLAGS) $(TOOL_CFLAGS) -o $@ $^ $(tool-bpf-libs) $(tool-screen-libs) $(TOOL_LIBS)

-include build/host/nestdiag.d

HOST_REDACT := tests/host/redact.c $(wildcard tools/redact/[!f]*.c) tools/out/text.c

build/host/redact: $(HOST_REDACT) $(wildcard tools/redact/*.h)
	@mkdir -p $(@D)
	$(CC) $(TOOL_CPPFLAGS) $(TOOL_CFLAGS) -Wno-missing-field-initializers $(TOOL_SANITIZE) -o $@ $(HOST_REDACT)

# The accounting for BPF, and the program that gives it and the core's the same events. Without clang
# and libbpf there is neither.
build/host/account.bpf.o: tests/bpf/account.bpf.c build/bpf/have
	@mkdir -p $(@D)
	$(if $(tool-has-bpf),$(TOOL_CLANG) $(BPF_CFLAGS) -MMD -MP -c -o $@ $<,: >$@)

build/host/account: tests/bpf/account.c core/exits/account.c build/host/account.bpf.o
	$(if $(tool-has-bpf),$(CC) $(HOST_CFLAGS) -MMD -MP -o $@ $(filter %.c,$^) $(tool-bpf-libs),: >$@)

-include build/host/account.bpf.d build/host/account.d

# One thread writes, another one reads.
build/host/recorder: tests/host/recorder.c core/exits/recorder.c core/exits/recorder.h core/exits/account.c core/base/figures.c
	@mkdir -p $(@D)
	$(CC) $(HOST_CFLAGS) -O2 -pthread -o $@ $(filter %.c,$^)

# The table of nestdiag top, without a terminal.
HOST_TOP := tests/host/top.c $(filter-out tools/top/screen.c,$(wildcard tools/top/*.c)) \
	$(wildcard tools/in/*.c) tools/out/text.c

build/host/top: $(HOST_TOP) $(TOOL_CORE_SRCS) $(wildcard tools/top/*.h)
	@mkdir -p $(@D)
	$(CC) $(TOOL_CPPFLAGS) $(TOOL_CFLAGS) $(TOOL_CORE_CFLAGS) -O1 $(TOOL_SANITIZE) -o $@ $(filter %.c,$^) $(TOOL_LIBS)
