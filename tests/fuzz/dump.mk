# SPDX-License-Identifier: GPL-2.0-only
# The fuzz target for dumps; included by tools/tools.mk, whose rules make the objects.
#
#   build/fuzz/dump-fuzz	run it with tests/fuzz/run.sh SECONDS dump
#   build/asan/dump-replay	run once over each file named

FUZZ_DUMP_SRCS := $(addprefix tools/out/,file.c json.c plain.c text.c) tests/fuzz/dump.c
FUZZ_DUMP_OBJS := $(call tool-objs,fuzz,$(FUZZ_DUMP_SRCS))
REPLAY_DUMP_OBJS := $(call tool-objs,asan,$(FUZZ_DUMP_SRCS) tests/fuzz/replay.c)

tools-fuzz: build/fuzz/dump-fuzz

build/asan/dump-replay: $(REPLAY_DUMP_OBJS)
	$(CC) $(TOOL_SANITIZE) -o $@ $^ $(TOOL_LIBS)

build/fuzz/dump-fuzz: $(FUZZ_DUMP_OBJS)
	$(TOOL_CLANG) $(TOOL_SANITIZE) -fsanitize=fuzzer -o $@ $^ $(TOOL_LIBS)

$(sort $(FUZZ_DUMP_OBJS) $(REPLAY_DUMP_OBJS)): | $(TOOL_PREREQ)

-include $(patsubst %.o,%.d,$(sort $(FUZZ_DUMP_OBJS) $(REPLAY_DUMP_OBJS)))
