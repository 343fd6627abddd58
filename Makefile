# SPDX-License-Identifier: Apache-2.0
# assentd: the one front door. `make demo` and `make check` work from a fresh clone on Debian 12.
#
# Layout: each folder is one static library; the link order below is the only dependency order there is.
# decision <- parsers, config, storage, templates <- daemon. Sources are found, never listed.

BUILD     ?= build
CXX       ?= g++
PREFIX    ?= /usr/local
DESTDIR   ?=
SYSCONFDIR ?= /etc
OPT       ?= -O2 -g1
VERSION   := $(shell sed -n 's/.*version = "\(.*\)";/\1/p' daemon/version.h)

ifeq ($(origin CXX),default)
CXX := g++
endif
# The targets of the README build with every core, unless make was told how many.
PARALLEL   = $(MAKE) --no-print-directory $(if $(findstring -j,$(MAKEFLAGS)),,-j$(shell nproc))
LAUNCHER  ?= $(shell command -v ccache 2>/dev/null)
WARN      := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
HARDEN    := -fstack-protector-strong -fPIE -fstack-clash-protection -D_GLIBCXX_ASSERTIONS
ifneq (,$(filter-out -O0,$(filter -O%,$(OPT))))
HARDEN    += -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
endif
# An idle daemon takes little memory: what is not used is not linked, and its relocations take bits instead of words.
# For the same reason spdlog comes from its headers, and mimetic from its archive: of a shared library most is mapped.
# Tests link all of our own, as they show what each folder needs.
SMALL     := -ffunction-sections -fdata-sections
SMALL_LD  := -Wl,--gc-sections -Wl,-z,pack-relative-relocs
HARDEN_LD := -pie -Wl,-z,relro,-z,now -Wl,--as-needed
SYSTEM_INCLUDES := -isystem /usr/include/libxml2
DEFINES   := -DSPDLOG_FMT_EXTERNAL
CXXFLAGS  += -std=c++20 $(OPT) $(WARN) $(HARDEN) $(SMALL) $(SANITIZE) $(DEFINES) -I. -I$(BUILD)/generated $(SYSTEM_INCLUDES)
LDFLAGS   += $(HARDEN_LD) $(SANITIZE) -pthread

FOLDERS   := decision parsers config storage templates daemon
MAINS     := daemon/assentd.cc daemon/assentctl.cc
sources    = $(filter-out $(MAINS),$(sort $(wildcard $(1)/*.cc $(1)/*/*.cc)))
objects    = $(patsubst %.cc,$(BUILD)/%.o,$(1))

# What each folder may link with. The linker enforces what `tests/dependencies` also checks by reading.
LIBS_decision  :=
LIBS_parsers   := -Wl,-Bstatic -lmimetic -Wl,-Bdynamic -lxml2 -lpsl -lcrypto -lfmt
LIBS_config    := -ldate-tz -lical -lfmt
LIBS_storage   := -lSQLiteCpp -lsqlite3 -lcrypto -lfmt
LIBS_templates := -lfmt
LIBS_daemon    := -lPocoUtil -lPocoFoundation -lcurl -lgpgmepp -lcrypto -lfmt

ARCHIVES  := $(patsubst %,$(BUILD)/lib%.a,daemon templates storage config parsers decision)
ALL_LIBS  := $(LIBS_daemon) $(LIBS_templates) $(LIBS_storage) $(LIBS_config) $(LIBS_parsers)

.PHONY: all deps check check-unit check-asan check-tsan check-valgrind check-force fuzz bench lint coverage format install deb demo clean golden
all: $(BUILD)/assentd $(BUILD)/assentctl $(BUILD)/compile_commands.json

# ---- libraries and programs --------------------------------------------------------------------
define folder_library
$(BUILD)/lib$(1).a: $(call objects,$(call sources,$(1)))
	@rm -f $$@
	@ar rcs $$@ $$^
endef
$(foreach f,$(FOLDERS),$(eval $(call folder_library,$(f))))

$(BUILD)/assentd $(BUILD)/assentctl: $(BUILD)/%: $(BUILD)/daemon/%.o $(ARCHIVES)
	@echo "  link $@"
	@$(CXX) $(LDFLAGS) $(SMALL_LD) -o $@ $< $(ARCHIVES) $(ALL_LIBS)

$(BUILD)/%.o: %.cc
	@mkdir -p $(@D)
	@echo "  c++  $<"
	@$(LAUNCHER) $(CXX) $(CXXFLAGS) -MMD -MP -c -o $@ $<

# Presets, templates and the help text are compiled in: the programs work without installed files.
GENERATED := $(BUILD)/generated
$(GENERATED)/presets.h: tools/embed $(sort $(wildcard config/presets/*.toml))
	@mkdir -p $(@D)
	@sh tools/embed preset_files $(filter-out $<,$^) > $@.new && mv $@.new $@
$(GENERATED)/templates.h: tools/embed $(sort $(wildcard templates/*/*.txt)) $(GENERATED)/help.txt
	@mkdir -p $(@D)
	@sh tools/embed template_files $(filter-out $<,$^) > $@.new && mv $@.new $@
# The help mail is the text of assentd-mail(7), without the page's first and last line: one source, two readers.
$(GENERATED)/help.txt: man/assentd-mail.7
	@mkdir -p $(@D)
	@mandoc -T utf8 -O width=74 $< | sed -e 's/.\x08//g' -e '1,2d;$$d' > $@.new && mv $@.new $@
$(call objects,$(call sources,config)): $(GENERATED)/presets.h
$(call objects,$(call sources,config)): OPT := $(OPT:-O2=-Os)# read once: small, not fast
$(call objects,$(call sources,templates)): $(GENERATED)/templates.h

$(BUILD)/compile_commands.json: Makefile $(wildcard */*.cc */*/*.cc tests/*/*/*.cc)
	@mkdir -p $(@D)
	@sh tools/compile-commands '$(CXX) $(CXXFLAGS)' $(filter %.cc,$^) > $@

# ---- tests -------------------------------------------------------------------------------------
# One test program per folder; decision's links nothing but libdecision, which proves that it is pure.
TESTS := $(patsubst %,$(BUILD)/tests/%_test,$(FOLDERS))
test_sources = $(sort $(wildcard tests/unit/$(1)/*.cc))
NEEDS_decision  := decision
NEEDS_parsers   := parsers decision
NEEDS_config    := config decision
NEEDS_storage   := storage decision
NEEDS_templates := templates decision
NEEDS_daemon    := daemon templates storage config parsers decision
define folder_test
$(BUILD)/tests/$(1)_test: $(call objects,$(call test_sources,$(1))) $(patsubst %,$(BUILD)/lib%.a,$(NEEDS_$(1)))
	@mkdir -p $$(@D)
	@echo "  link $$@"
	@$(CXX) $(LDFLAGS) -o $$@ $(call objects,$(call test_sources,$(1))) $(patsubst %,$(BUILD)/lib%.a,$(NEEDS_$(1))) \
	    -lgmock -lgtest_main -lgtest $(foreach f,$(NEEDS_$(1)),$(LIBS_$(f)))
endef
$(foreach f,$(FOLDERS),$(eval $(call folder_test,$(f))))

check:
	@sh tools/deps test
	@$(PARALLEL) all tests
	@sh tests/run $(BUILD)
tests: $(TESTS) $(BUILD)/tests/mail_probe $(BUILD)/tests/clock_shift.so $(BUILD)/soak
$(BUILD)/tests/%.so: tests/tools/%.c
	@mkdir -p $(@D)
	@$(CC) -Wall -Wextra -Werror -O2 -fPIC -shared -o $@ $<
$(BUILD)/tests/mail_probe: $(BUILD)/tests/tools/mail_probe.o $(ARCHIVES)
	@mkdir -p $(@D)
	@$(CXX) $(LDFLAGS) -o $@ $< $(ARCHIVES) $(ALL_LIBS)
.PHONY: tests
check-unit: $(TESTS)
	@sh tests/run $(BUILD) unit
test-%: $(BUILD)/tests/%_test
	$<

# clang, and lines alone to find one's way: g++ needs twice as long to build with these, and full debugging information
# as long again.
check-asan:
	@sh tools/deps lint
	@ASAN_OPTIONS=detect_leaks=1:abort_on_error=1 UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 \
	$(MAKE) --no-print-directory check BUILD=$(BUILD)-asan CXX=clang++ OPT='-O1 -g1' \
	    SANITIZE='-fsanitize=address,undefined -fno-omit-frame-pointer'

# Threads meet in the daemon: its unit tests, and the running daemon before servers that fail. setarch: the sanitizer wants
# its addresses where it expects them.
check-tsan:
	@sh tools/deps lint
	@$(PARALLEL) all $(BUILD)-tsan/tests/daemon_test $(BUILD)-tsan/tests/clock_shift.so \
	    BUILD=$(BUILD)-tsan CXX=clang++ OPT='-O1 -g1' SANITIZE='-fsanitize=thread'
	@TSAN_OPTIONS=halt_on_error=1 setarch -R $(BUILD)-tsan/tests/daemon_test --gtest_brief=1
	@TSAN_OPTIONS=halt_on_error=1 BUILD=$(BUILD)-tsan setarch -R python3 tests/peers/running_test.py

# A whole decision between real programs, daemon and assentctl under valgrind's memcheck.
MEMCHECK = valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,possible \
    --suppressions=tests/tools/valgrind.supp
check-valgrind:
	@sh tools/deps lint
	@$(PARALLEL) all
	@UNDER='$(MEMCHECK)' SLOWER=6 BUILD=$(BUILD) python3 tests/e2e/conversation_test.py

# Every kill point, fault and cut that `make check` takes a sample of, and a month of the town; an hour or two.
check-force:
	@sh tools/deps test
	@$(PARALLEL) all tests
	@for test in tests/crash/crash_test.py tests/crash/faults_test.py tests/peers/peers_test.py; do \
	    BUILD=$(BUILD) python3 $$test --all || exit 1; done
	@$(BUILD)/soak 24 200 1000 50000 1

# Each fuzz target is one file with LLVMFuzzerTestOneInput; FUZZ_SECONDS each.
FUZZ_SECONDS ?= 20
FUZZERS = $(patsubst tests/fuzz/%.cc,$(BUILD)-fuzz/fuzz/%,$(sort $(wildcard tests/fuzz/*.cc)))
fuzz:
	@sh tools/deps lint
	@$(PARALLEL) fuzzers BUILD=$(BUILD)-fuzz CXX=clang++ OPT='-O1 -g' SANITIZE='-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=undefined -fno-omit-frame-pointer'
	@sh tests/fuzz/run $(BUILD)-fuzz $(FUZZ_SECONDS)
fuzzers: $(patsubst tests/fuzz/%.cc,$(BUILD)/fuzz/%,$(sort $(wildcard tests/fuzz/*.cc)))
.PHONY: fuzzers
# Only what reads strangers' bytes is built for it: with sanitizers the whole daemon takes an hour.
FUZZED := $(call objects,$(wildcard daemon/wire/*.cc daemon/imap/imap_re*.cc daemon/imap/folder_name.cc \
    daemon/smtp/smtp_reply.cc daemon/smtp/smtp_text.cc)) $(patsubst %,$(BUILD)/lib%.a,config parsers decision)
$(BUILD)/fuzz/%: $(BUILD)/tests/fuzz/%.o $(FUZZED)
	@mkdir -p $(@D)
	@$(CXX) $(LDFLAGS) -fsanitize=fuzzer -o $@ $< $(FUZZED) $(LIBS_config) $(LIBS_parsers) $(LIBS_daemon)

BENCHES = $(patsubst tests/bench/%.cc,$(BUILD)/bench/%,$(sort $(wildcard tests/bench/*.cc)))
bench:
	@sh tools/deps lint
	@$(PARALLEL) all benches $(BUILD)/tests/no_sync.so
	@sh tests/bench/run $(BUILD)
benches: $(BENCHES)
.PHONY: benches
$(BUILD)/bench/%: $(BUILD)/tests/bench/%.o $(ARCHIVES)
	@mkdir -p $(@D)
	@$(CXX) $(LDFLAGS) -o $@ $< $(ARCHIVES) -lbenchmark $(ALL_LIBS) $(COMPARED_LIBS)
# GMime is only compared with; where it is not installed, it is not.
GMIME = $(shell pkg-config $(1) gmime-3.0 2>/dev/null)
$(BUILD)/tests/bench/mime_bench.o: DEFINES += $(patsubst -I%,-isystem %,$(call GMIME,--cflags)) \
    $(if $(call GMIME,--cflags),-DWITH_GMIME)
$(BUILD)/bench/mime_bench: COMPARED_LIBS = $(call GMIME,--libs)

# Simulated weeks with random faults, seed after seed; SOAK_SECONDS at least. `build/soak 24 200 1000 50000 1` is a big one.
SOAK_SECONDS ?= 60
soak: $(BUILD)/soak
	@sh tests/soak/run $(BUILD) $(SOAK_SECONDS)
$(BUILD)/soak: $(BUILD)/tests/soak/soak.o $(BUILD)/tests/soak/town.o $(ARCHIVES)
	@echo "  link $@"
	@$(CXX) $(LDFLAGS) -o $@ $(filter %.o,$^) $(ARCHIVES) $(ALL_LIBS)
.PHONY: soak

lint:
	@sh tools/deps lint
	@$(PARALLEL) all tests
	@sh tests/lint/run $(BUILD)
coverage:
	@sh tools/deps lint
	@$(MAKE) --no-print-directory check BUILD=$(BUILD)-coverage OPT='-O0 -g' SANITIZE=--coverage
	@lcov --quiet --capture --directory $(BUILD)-coverage --no-external --output-file $(BUILD)-coverage/all.info
	@lcov --quiet --remove $(BUILD)-coverage/all.info '*/tests/*' --output-file $(BUILD)-coverage/coverage.info
	@lcov --list $(BUILD)-coverage/coverage.info
format:
	clang-format -i $$(git ls-files '*.cc' '*.h')
# Rewrites the expected halves of the scenario transcripts and the golden mails; review the diff.
golden: $(TESTS)
	@ASSENTD_GOLDEN=rewrite sh tests/run $(BUILD) unit

# ---- packages, demo, install -------------------------------------------------------------------
deps:
	@sh tools/deps build test lint
demo:
	@sh tools/deps build
	@$(PARALLEL) all
	@sh tools/demo $(BUILD)

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/sbin $(DESTDIR)$(SYSCONFDIR)/assentd
	install -m 755 $(BUILD)/assentd $(DESTDIR)$(PREFIX)/sbin/assentd
	install -m 755 $(BUILD)/assentctl $(DESTDIR)$(PREFIX)/bin/assentctl
	for page in man/*.[1-8]; do section=$${page##*.}; install -d $(DESTDIR)$(PREFIX)/share/man/man$$section; \
	    sed -e 's|/usr/share/assentd|$(PREFIX)/share/assentd|g' $$page > $(DESTDIR)$(PREFIX)/share/man/man$$section/$${page##*/}; done
	install -d $(DESTDIR)$(PREFIX)/share/assentd/templates/en $(DESTDIR)$(PREFIX)/share/assentd/presets
	install -m 644 templates/en/*.txt $(DESTDIR)$(PREFIX)/share/assentd/templates/en/
	install -m 644 templates/README.md $(DESTDIR)$(PREFIX)/share/assentd/templates/
	install -m 644 config/presets/*.toml $(DESTDIR)$(PREFIX)/share/assentd/presets/
	install -m 644 config/assentd.toml.sample $(DESTDIR)$(PREFIX)/share/assentd/
	install -d $(DESTDIR)$(PREFIX)/lib/systemd/system
	sed -e 's|@PREFIX@|$(PREFIX)|g' tools/assentd.service.in > $(DESTDIR)$(PREFIX)/lib/systemd/system/assentd.service
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	install -m 644 tools/assentctl.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/assentctl

deb: all
	@sh tools/deb $(BUILD) $(VERSION)

clean:
	rm -rf $(BUILD) $(BUILD)-asan $(BUILD)-tsan $(BUILD)-fuzz $(BUILD)-coverage

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
