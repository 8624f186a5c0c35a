# SPDX-License-Identifier: GPL-2.0-only
# The tool, its sanitized twin and the fuzz target; included by the Makefile at the top.
#
# "make static" links it statically, as one file for a rescue system. TOOL_PREREQ= names what
# has to be there before anything is compiled; the Makefile's tool-packages installs it.

NESTDIAG_VERSION ?= $(shell cat VERSION)
TOOL_CLANG ?= clang
TOOL_PREREQ ?= tool-packages

TOOL_PACKAGES := json-c zlib liblzma libzstd
TOOL_CPPFLAGS := -I. -Iinclude -Iinclude/uapi -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 \
	-DNESTDIAG_VERSION='"$(NESTDIAG_VERSION)"' $(shell pkg-config --cflags $(TOOL_PACKAGES) 2>/dev/null)
TOOL_CFLAGS := -std=gnu11 -O2 -g -Wall -Wextra -Wshadow -Wstrict-prototypes
# The core is the kernel's text, and the kernel does without these.
TOOL_CORE_CFLAGS := -Wno-unused-parameter -Wno-sign-compare -Wno-missing-field-initializers
TOOL_LIBS := $(shell pkg-config --libs $(TOOL_PACKAGES) 2>/dev/null || echo -ljson-c -lz -llzma -lzstd)
TOOL_SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

# The programs for BPF are compiled if clang and libbpf are there, which is asked when it is their
# turn: the packages may have been installed meanwhile. BPF=no leaves them out.
BPF_SRCS := $(addprefix tools/count/,bpf.c bpf_failed.c bpf_load.c bpf_pins.c bpf_types.c hot_bpf.c)
tool-has-bpf = $(filter yes,$(or $(BPF),$(shell command -v $(TOOL_CLANG) >/dev/null && \
	pkg-config --exists libbpf && echo yes)))
tool-bpf-libs = $(if $(tool-has-bpf),$(shell pkg-config --libs libbpf))
# Likewise the screen of nestdiag top, if ncurses is there. NCURSES=no leaves it out.
SCREEN_SRCS := tools/top/screen.c
tool-has-ncurses = $(filter yes,$(or $(NCURSES),$(shell pkg-config --exists ncursesw && echo yes)))
tool-screen-libs = $(if $(tool-has-ncurses),$(shell pkg-config --libs ncursesw))
BPF_CFLAGS := -target bpf -mcpu=v3 -O2 -g -fno-unroll-loops -fno-builtin -Wall -Wno-unused-function -I. -Iinclude \
	-ffile-prefix-map=$(CURDIR)=. -idirafter /usr/include/$(shell $(CC) -print-multiarch 2>/dev/null)

TOOL_SRCS := $(sort $(filter-out %.bpf.c,$(wildcard tools/*.c tools/*/*.c tools/*/*/*.c tools/*/*/*/*.c)))
# A line of a log, from its bytes to its entry in the catalogue.
TOOL_MATCH_SRCS := $(sort $(wildcard tools/log/catalogue/*.c tools/log/catalogue/*/*.c)) \
	$(addprefix tools/,log/codes.c log/kinds.c log/logline.c log/msgmatch.c log/pattern.c log/piece.c out/text.c)
TOOL_ASM_SRCS := tools/probe/nestguest.S tools/count/program.S tools/html/style.S
TOOL_CORE_SRCS := $(sort $(wildcard core/*/*.c))
# What the fuzz target needs of the tool: everything between a file and an answer.
TOOL_FUZZ_SRCS := $(addprefix tools/,in/lines.c in/machine.c in/snapshot.c in/source.c in/tar.c in/unpack.c in/utf16.c in/vboxlog.c in/vmwarelog.c out/file.c out/json.c out/plain.c out/text.c) \
	tests/fuzz/snapshot.c

tool-objs = $(patsubst %.c,build/$(1)/%.o,$(patsubst %.S,%.c,$(2)) $(TOOL_CORE_SRCS))
TOOL_OBJS := $(call tool-objs,tools,$(TOOL_SRCS) $(TOOL_ASM_SRCS))
TOOL_ASAN_OBJS := $(call tool-objs,asan,$(TOOL_SRCS) $(TOOL_ASM_SRCS))
TOOL_FUZZ_OBJS := $(call tool-objs,fuzz,$(TOOL_FUZZ_SRCS))
TOOL_REPLAY_OBJS := $(call tool-objs,asan,$(TOOL_FUZZ_SRCS) tests/fuzz/replay.c)

.PHONY: tools static cross tools-asan tools-fuzz tools-clean
##@ Build
tools: tools/nestdiag			## build the tool
static: build/static/nestdiag		## build it as one file for any x86-64 Linux: build/static/nestdiag
cross:					## build it for aarch64, in the same way: build/aarch64/nestdiag
	@lab/cross.sh build/aarch64/nestdiag
##@ Test
tools-asan: build/asan/nestdiag		## build the tool with AddressSanitizer: build/asan/nestdiag
tools-fuzz: build/fuzz/nestdiag-fuzz	## build the fuzz target; tests/fuzz/run.sh SECONDS runs it

# Whoever runs the old one meanwhile keeps it, and two makes do not meet.
tools/nestdiag: $(TOOL_OBJS)
	$(CC) $(LDFLAGS) -o build/tools/nestdiag.$$$$ $^ $(tool-bpf-libs) $(tool-screen-libs) $(TOOL_LIBS) && \
		mv build/tools/nestdiag.$$$$ $@

# The libraries are listed with what they need themselves, in that order.
build/static/nestdiag: $(TOOL_OBJS)
	@mkdir -p $(@D)
	$(CC) -static $(LDFLAGS) -o $@ $^ $(if $(tool-has-bpf),-lbpf -lelf) $(if $(tool-has-ncurses),-lncursesw -ltinfo) -ljson-c -lz -llzma -lzstd -lm -pthread

build/asan/nestdiag: $(TOOL_ASAN_OBJS)
	$(CC) $(TOOL_SANITIZE) -o $@ $^ $(tool-bpf-libs) $(tool-screen-libs) $(TOOL_LIBS)

build/asan/fuzz-replay: $(TOOL_REPLAY_OBJS)
	$(CC) $(TOOL_SANITIZE) -o $@ $^ $(TOOL_LIBS)

build/fuzz/nestdiag-fuzz: $(TOOL_FUZZ_OBJS)
	$(TOOL_CLANG) $(TOOL_SANITIZE) -fsanitize=fuzzer -o $@ $^ $(TOOL_LIBS)

$(sort $(TOOL_OBJS) $(TOOL_ASAN_OBJS) $(TOOL_FUZZ_OBJS) $(TOOL_REPLAY_OBJS)): | $(TOOL_PREREQ)

build/tools/%.o: %.c VERSION
	@mkdir -p $(@D)
	$(CC) $(TOOL_CPPFLAGS) $(TOOL_CFLAGS) $(TOOL_FILE_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

build/asan/%.o: %.c VERSION
	@mkdir -p $(@D)
	$(CC) $(TOOL_CPPFLAGS) $(TOOL_CFLAGS) $(TOOL_FILE_CFLAGS) -O1 $(TOOL_SANITIZE) -MMD -MP \
		-c -o $@ $<

build/tools/%.o: %.S
	@mkdir -p $(@D)
	$(CC) $(TOOL_CPPFLAGS) -MMD -MP -c -o $@ $<

build/asan/%.o: %.S
	@mkdir -p $(@D)
	$(CC) $(TOOL_CPPFLAGS) -MMD -MP -c -o $@ $<

build/fuzz/%.o: %.c VERSION
	@mkdir -p $(@D)
	$(TOOL_CLANG) $(TOOL_CPPFLAGS) $(TOOL_CFLAGS) $(TOOL_FILE_CFLAGS) -O1 $(TOOL_SANITIZE) \
		-fsanitize=fuzzer-no-link -MMD -MP -c -o $@ $<

# Without them these objects are empty, and tools/count/absent.c says so. Whether they were there is
# part of what was built.
build/bpf/have: FORCE
	@mkdir -p $(@D)
	@echo "$(or $(tool-has-bpf),no)" | cmp -s - $@ || echo "$(or $(tool-has-bpf),no)" >$@
.PHONY: FORCE
build/bpf/have: | $(TOOL_PREREQ)

BPF_OBJS := build/bpf/programs.bpf.o build/bpf/hot.bpf.o

$(BPF_OBJS): build/bpf/%.bpf.o: tools/count/%.bpf.c build/bpf/have
	$(if $(tool-has-bpf),$(TOOL_CLANG) $(BPF_CFLAGS) -MMD -MP -c -o $@ $<,: >$@)

build/tools/tools/html/style.o build/asan/tools/html/style.o: tools/html/report.css
build/tools/tools/count/program.o build/asan/tools/count/program.o: $(BPF_OBJS)
$(BPF_SRCS:%.c=build/tools/%.o): build/tools/%.o: %.c VERSION build/bpf/have
	@mkdir -p $(@D)
	$(CC) $(TOOL_CPPFLAGS) $(TOOL_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ \
		$(if $(tool-has-bpf),$<,-x c /dev/null)
$(BPF_SRCS:%.c=build/asan/%.o): build/asan/%.o: %.c VERSION build/bpf/have
	@mkdir -p $(@D)
	$(CC) $(TOOL_CPPFLAGS) $(TOOL_CFLAGS) -O1 $(TOOL_SANITIZE) -MMD -MP -c -o $@ \
		$(if $(tool-has-bpf),$<,-x c /dev/null)

build/top/have: FORCE
	@mkdir -p $(@D)
	@echo "$(or $(tool-has-ncurses),no)" | cmp -s - $@ || echo "$(or $(tool-has-ncurses),no)" >$@
build/top/have: | $(TOOL_PREREQ)

$(SCREEN_SRCS:%.c=build/tools/%.o): build/tools/%.o: %.c VERSION build/top/have
	@mkdir -p $(@D)
	$(CC) $(TOOL_CPPFLAGS) $(TOOL_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ \
		$(if $(tool-has-ncurses),$<,-x c /dev/null)
$(SCREEN_SRCS:%.c=build/asan/%.o): build/asan/%.o: %.c VERSION build/top/have
	@mkdir -p $(@D)
	$(CC) $(TOOL_CPPFLAGS) $(TOOL_CFLAGS) -O1 $(TOOL_SANITIZE) -MMD -MP -c -o $@ \
		$(if $(tool-has-ncurses),$<,-x c /dev/null)

build/tools/core/%.o build/asan/core/%.o build/fuzz/core/%.o: \
	TOOL_FILE_CFLAGS := $(TOOL_CORE_CFLAGS)
# A wording known from a log only has no versions.
build/tools/tools/log/catalogue/%.o build/asan/tools/log/catalogue/%.o \
build/fuzz/tools/log/catalogue/%.o: TOOL_FILE_CFLAGS := -Wno-missing-field-initializers

include tests/fuzz/messages.mk

tools-clean:
	$(RM) -r tools/nestdiag build/tools build/static build/aarch64 build/asan build/fuzz build/bpf build/top

-include $(BPF_OBJS:.o=.d)
-include $(patsubst %.o,%.d,$(sort $(TOOL_OBJS) $(TOOL_ASAN_OBJS) $(TOOL_FUZZ_OBJS) $(TOOL_REPLAY_OBJS)))

include tests/fuzz/dump.mk
