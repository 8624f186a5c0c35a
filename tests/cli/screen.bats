#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# The screen of nestdiag top, in tmux: what stands there, keys, sizes, and that the terminal is as before
# afterwards, whatever ended the program.

# Variables that bats and common.bash set; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031

load common

PAIR=("$FIXTURES/synthetic-top-1.snapshot" "$FIXTURES/synthetic-top-2.snapshot")

setup() {
	TOP_ENV=
	SERVER=
	command -v tmux >/dev/null || skip "no tmux: apt-get install tmux"
	command -v infocmp >/dev/null && infocmp screen >/dev/null 2>&1 ||
		skip "no description of the terminal 'screen'"
	mkdir -p "$BATS_TEST_TMPDIR/root"
	export NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR/root
	! printf q | timeout 20 script -qec "TERM=screen '$NESTDIAG' top '${PAIR[0]}' '${PAIR[1]}'" /dev/null |
		grep -q "built without ncurses" || skip "this tool was built without ncurses"
}

teardown() {
	touch "$BATS_TEST_TMPDIR/enough"
	tmx kill-server 2>/dev/null || :
}

tmx() {
	env -u TMUX tmux -S "$BATS_TEST_TMPDIR/tmux$SERVER" -f /dev/null "$@"
}

# end_server: and have another one next time, as this takes a moment to be gone
end_server() {
	tmx kill-server
	SERVER=$((SERVER + 1))
}

# start WIDTH HEIGHT ARGUMENT...: nestdiag top on a terminal of that size; the script that runs it
# notes what the terminal was before and after, and how it ended
start() {
	local width=$1 height=$2
	shift 2
	cat >run.sh <<-END
		trap : INT
		stty -g >before
		sh -c 'echo \$\$ >pid; exec "\$@"' - "$NESTDIAG" top $(printf '%q ' "$@") 2>stderr
		echo \$? >status
		stty -g >after
		echo "this is the end"
		read -r line
	END
	tmx new-session -d -x "$width" -y "$height" "env TERM=screen $TOP_ENV sh run.sh"
}

screen() {
	tmx capture-pane -p
}

# see PATTERN...: the screen comes to match all of them; it is drawn as fast as the machine can
see() {
	local tries=0 pattern
	while [ "$tries" -lt 300 ]; do
		shot=$(screen) || return 1
		for pattern; do
			# shellcheck disable=SC2053
			[[ $shot == $pattern ]] || break
		done
		# shellcheck disable=SC2053
		[[ $shot == $pattern ]] && return
		tries=$((tries + 1))
		read -rt 0.1 <> <(:) || :
	done
	printf 'does not come: %s\n%s\n' "$pattern" "$shot"
	return 1
}

# gone PATTERN: what matches it goes off the screen, which may be read while it is drawn
gone() {
	local tries=0

	# shellcheck disable=SC2053
	while [[ $shot == $1 ]]; do
		[ "$tries" -lt 300 ] || { printf 'does not go: %s\n%s\n' "$1" "$shot"; return 1; }
		tries=$((tries + 1))
		read -rt 0.1 <> <(:) || :
		shot=$(screen) || return 1
	done
}

keys() {
	tmx send-keys "$@"
}

# ended STATUS: the program has ended, and the terminal is as it was
ended() {
	see "*this is the end*"
	[ "$(cat status)" = "$1" ] || { echo "status $(cat status): $(cat stderr)"; return 1; }
	[ "$(cat before)" = "$(cat after)" ] || { diff before after; return 1; }
	[ "$(tmx display-message -p '#{alternate_on} #{cursor_flag} #{keypad_cursor_flag}')" = "0 1 0" ] ||
		{ tmx display-message -p '#{alternate_on} #{cursor_flag} #{keypad_cursor_flag}'; return 1; }
	# Without a second screen what was drawn stays.
	[[ $TOP_ENV == *vt100* || $shot != *exits/s* ]]
}

@test "80 by 24: sums, columns, the line of the cursor, its verdict" {
	cd "$BATS_TEST_TMPDIR"
	start 80 24 "${PAIR[@]}"
	see "nestdiag top  host.example  2026-11-28T12:00:02Z  recorded  source vmx*q quit*"
	[[ $shot == *"615755 exits/s, 1000 nested, 75% of them reflected, multiplier 9.0"* ]]
	[[ $shot == *$'\n VM '*exits/s*nested/s*guest*host*wait*mult*refl*fail/s*verdict* ]]
	[[ $shot == *$'\n>5000 '*600000*70%*30%*storm* ]]
	[[ $shot == *$'\n 3000 '*1500*1.0%*99%*starved* ]]
	[[ $shot == *"600000 exits a second over 2.00 s, CPUID 100 %"* ]]
	[ "$(awk '{ if (length > 80) n++ } END { print n + 0 }' <<<"$shot")" = 0 ]
	keys q
	ended 0
}

@test "from a VM to its vCPU, its reasons and how long they take, and back" {
	cd "$BATS_TEST_TMPDIR"
	start 80 24 "${PAIR[@]}"
	see "*>5000 *"
	keys Down
	see "*>2000 *costly*" "*VMREAD 4.0*"
	keys Enter
	see "*by vCPU, sorted by exits, process 2000*>2000/0 *"
	gone '*1000/0*'
	keys Right
	see "*by reason*process 2000, vCPU 0*>VMREAD*guest*4000*45%*####*"
	keys Down Enter
	see "*VMWRITE of guests, all vCPUs*from 16.38 us*2750*100%*##########*"
	keys Left Escape
	see "*>2000/0 *"
	keys BSpace
	see "*by VM*>2000 *1000 *"
	keys q
	ended 0
}

@test "keys of kvm_stat: b x o f / g p c h r s" {
	cd "$BATS_TEST_TMPDIR"
	start 100 30 "${PAIR[@]}"
	see "*>5000 *"
	keys b
	see "*by reason, sorted by time*EXTERNAL_INTERRUPT*guest*600.00 us*"
	keys o
	see "*by reason, sorted by exits*>CPUID*guest*600000*"
	keys b x
	see "*by vCPU*1000/1*"
	keys x
	see "*by VM*>5000*"
	keys o
	see "*sorted by host*>3000*"
	keys o /
	see "*filter (regular expression): _*"
	keys starv Enter
	see "*filter starv*>3000*"
	gone '*'$'\n'"[ >]1000 *"
	keys f Enter
	see "*>5000*1000 *"
	keys g nobody Enter
	see "*no VM is known by the name 'nobody'*"
	keys p 1000 Enter
	see "*process 1000*>1000 *"
	keys b
	see "*by reason*process 1000*MSR_WRITE*"
	keys c
	see "*by reason*VMREAD*"
	keys h
	see "*Keys of nestdiag top*freeze*quit*"
	keys x
	see "*VMREAD*"
	keys s 7 Enter R
	see "*reversed*"
	keys r q
	ended 0
}

@test "n goes on to the next recorded sample, and says so after the last" {
	cd "$BATS_TEST_TMPDIR"
	sed -e 's/^exits vmx guest 0x17 8050 161000000/exits vmx guest 0x17 8060 161200000/' \
		-e 's/^vcpu_exits 2000 0 guest 0x17 .*/vcpu_exits 2000 0 guest 0x17 8060/' "${PAIR[1]}" >third
	start 80 24 --delay 5 "${PAIR[@]}" third
	see "*615755 exits/s*"
	keys n
	see "*2.00 exits/s*>2000*2.00*"
	keys n
	see "*there is no later sample*"
	keys q
	ended 0
}

# now FILE: the module's figures are these from now on
now() {
	mkdir -p "$NESTDIAG_SYSROOT/sys/kernel/debug/nestdiag"
	grep -v ^taken "$1" >"$NESTDIAG_SYSROOT/raw"
	mv "$NESTDIAG_SYSROOT/raw" "$NESTDIAG_SYSROOT/sys/kernel/debug/nestdiag/raw"
}

# grow FILE: from now on the module counts more of CPUID all the time, until the file "enough" is there
grow() {
	local n=0

	rm -f enough
	while [ ! -e enough ] && [ "$n" -lt 50000 ]; do
		awk -v n=$((n += 50)) '/^exits vmx guest 0xa / { $5 += n } { print }' "$1" >more.raw
		now more.raw
		sleep 0.05
	done >/dev/null 2>&1 3>&- &
	GROWING=$!
}

@test "live: figures change, space freezes them, and they go on" {
	cd "$BATS_TEST_TMPDIR"
	now "${PAIR[0]}"
	start 80 24 --delay 0.1 --by reason
	see "*every 0.1 s*source vmx*nothing to show*"
	keys Space
	see "*FROZEN*"
	# An interval lasts no longer than a glance at it may take, so there is more in each.
	grow "${PAIR[1]}"
	# Keys work on what is frozen, which does not change.
	keys R
	see "*FROZEN*reversed*"
	[[ $shot == *"nothing to show"* && $shot == *$'\n0 exits/s\n'* ]]
	keys Space
	see "*CPUID*"
	# The counters stand still: the next interval has nothing.
	touch enough
	wait "$GROWING"
	see "*nothing to show*"
	gone '*FROZEN*'
	keys q
	ended 0
}

@test "live: the module goes, and top with it, saying so where it can be read" {
	cd "$BATS_TEST_TMPDIR"
	now "${PAIR[0]}"
	start 80 24 --delay 0.1
	see "*every 0.1 s*"
	rm "$NESTDIAG_SYSROOT/sys/kernel/debug/nestdiag/raw"
	ended 3
	[[ $(cat stderr) == *"nestdiag: the nestdiag module is gone"* ]]
	# Not between the lines of the screen: on one terminal it comes after them.
	now "${PAIR[0]}"
	end_server
	sed -i 's/ 2>stderr$//' run.sh
	tmx new-session -d -x 80 -y 24 "env TERM=screen sh run.sh"
	see "*every 0.1 s*"
	rm "$NESTDIAG_SYSROOT/sys/kernel/debug/nestdiag/raw"
	see "*the nestdiag module is gone*this is the end*"
}

@test "sizes: larger, smaller, too small, and back" {
	cd "$BATS_TEST_TMPDIR"
	start 80 24 "${PAIR[@]}"
	see "*verdict*>5000 *storm*"
	tmx resize-window -x 130 -y 40
	see "*VM                                                                exits/s nested/s*>5000*"
	tmx resize-window -x 44 -y 12
	see "*exits/s nested/s verdict*>5000*storm*"
	tmx resize-window -x 20 -y 5
	see "*too small*"
	tmx resize-window -x 80 -y 24
	see "*>5000*storm*"
	keys q
	ended 0
}

@test "without colours: NO_COLOR, a terminal that has none" {
	cd "$BATS_TEST_TMPDIR"
	start 80 24 "${PAIR[@]}"
	see "*starved*"
	[[ $(tmx capture-pane -pe) == *$'\e[1m\e[31mstarved'* || $(tmx capture-pane -pe) == *31m*starved* ]]
	keys q
	ended 0
	end_server
	TOP_ENV=NO_COLOR=1
	start 80 24 "${PAIR[@]}"
	see "*starved*"
	[[ $(tmx capture-pane -pe) != *3[0-7]m* ]]
	keys q
	ended 0
	end_server
	TOP_ENV=TERM=vt100
	start 80 24 "${PAIR[@]}"
	see "*>5000*starved*"
	[[ $(tmx capture-pane -pe) != *3[0-7]m* ]]
	keys q
	ended 0
	end_server
	TOP_ENV=
	start 80 24 --no-color "${PAIR[@]}"
	see "*starved*"
	[[ $(tmx capture-pane -pe) != *3[0-7]m* ]]
}

@test "signals end it, and the terminal is as before" {
	cd "$BATS_TEST_TMPDIR"
	for signal in INT TERM HUP QUIT; do
		start 80 24 "${PAIR[@]}"
		see "*starved*"
		kill -s "$signal" "$(cat pid)"
		ended 0
		end_server
	done
}

@test "^C ends it; a crash gives the terminal back, too" {
	cd "$BATS_TEST_TMPDIR"
	start 80 24 "${PAIR[@]}"
	see "*starved*"
	keys C-c
	ended 0
	end_server
	for signal in SEGV:139 ABRT:134; do
		start 80 24 "${PAIR[@]}"
		see "*starved*"
		kill -s "${signal%:*}" "$(cat pid)"
		ended "${signal#*:}"
		end_server
	done
}

@test "^Z stops it with the terminal as before, and it draws again" {
	cd "$BATS_TEST_TMPDIR"
	printf '%s\n' 'set -m' "$(printf '%q ' "$NESTDIAG" top "${PAIR[@]}")" 'echo "now stopped"' \
		'read -r line' 'fg' 'echo "this is the end"' 'read -r line' >job.sh
	tmx new-session -d -x 80 -y 24 "env TERM=screen bash job.sh"
	see "*starved*"
	keys C-z
	see "*now stopped*"
	[ "$(tmx display-message -p '#{alternate_on}')" = 0 ]
	keys Enter
	see "*>5000*starved*q quit*"
	keys q
	see "*this is the end*"
}

@test "a terminal of which nothing is known, and names from outside" {
	cd "$BATS_TEST_TMPDIR"
	TOP_ENV=TERM=no-such
	start 80 24 "${PAIR[@]}"
	see "*this is the end*"
	[ "$(cat status)" = 3 ]
	[[ $(cat stderr) == *"nothing is known of a terminal 'no-such' (TERM)"* ]]
	end_server
	TOP_ENV=
	mkdir -p "$NESTDIAG_SYSROOT/proc/5000/fd"
	printf '%s\0' qemu-system-x86_64 -name $'\e[2J\e]0;x\a\xc2\x9bweb' >"$NESTDIAG_SYSROOT/proc/5000/cmdline"
	ln -s /usr/bin/qemu-system-x86_64 "$NESTDIAG_SYSROOT/proc/5000/exe"
	ln -s anon_inode:kvm-vm "$NESTDIAG_SYSROOT/proc/5000/fd/9"
	start 120 24 "${PAIR[@]}"
	see "*615755 exits/s*>5000 ?\\[2J?]0;x??*web*storm*"
	keys q
	ended 0
}
