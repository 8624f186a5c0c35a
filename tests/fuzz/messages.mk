# SPDX-License-Identifier: GPL-2.0-only
# The second fuzz target: logs, line by line, through the catalogue of messages.
#
#	build/fuzz/messages-fuzz	run it with tests/fuzz/run.sh SECONDS messages
#	build/asan/messages-replay	run once over each file named

TOOL_MESSAGES_SRCS := $(TOOL_MATCH_SRCS) $(sort $(wildcard tools/digest/*.c)) tools/in/utf16.c \
	$(addprefix tools/log/,msgwords.c msrnames.c teecodes.c unwrap.c) \
	tests/fuzz/messages.c
TOOL_MESSAGES_FUZZ_OBJS := $(call tool-objs,fuzz,$(TOOL_MESSAGES_SRCS))
TOOL_MESSAGES_REPLAY_OBJS := $(call tool-objs,asan,$(TOOL_MESSAGES_SRCS) tests/fuzz/replay.c)

tools-fuzz: build/fuzz/messages-fuzz

build/fuzz/messages-fuzz: $(TOOL_MESSAGES_FUZZ_OBJS)
	$(TOOL_CLANG) $(TOOL_SANITIZE) -fsanitize=fuzzer -o $@ $^ $(TOOL_LIBS)

build/asan/messages-replay: $(TOOL_MESSAGES_REPLAY_OBJS)
	$(CC) $(TOOL_SANITIZE) -o $@ $^ $(TOOL_LIBS)

$(sort $(TOOL_MESSAGES_FUZZ_OBJS) $(TOOL_MESSAGES_REPLAY_OBJS)): | $(TOOL_PREREQ)

-include $(patsubst %.o,%.d,$(sort $(TOOL_MESSAGES_FUZZ_OBJS) $(TOOL_MESSAGES_REPLAY_OBJS)))
