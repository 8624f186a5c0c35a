#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# Archives of report: every command reads them as a snapshot, and no archive does harm.

# Variables that bats and common.bash set; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031

load common

NESTED=$FIXTURES/synthetic-nested.snapshot

setup() {
	cd "$BATS_TEST_TMPDIR"
	BALL=$BATS_TEST_TMPDIR/report.tar.zst
}

@test "an archive has the snapshot, the texts, their list and both forms" {
	nd 0 report --from "$NESTED" -o "$BALL"
	[ "$(stat -c %a "$BALL")" = 600 ]
	[ "$(tar --zstd -tf "$BALL" | sort | tr '\n' ' ')" = "collected.tsv report.html report.md snapshot " ]
	mkdir out
	tar --zstd -C out -xf "$BALL"
	python3 "$TESTS/report/page.py" out/report.html
	nd 0 report --from "$NESTED"
	[ "$output" = "$(cat out/report.md)" ]
	nd 0 snapshot --from out/snapshot
	[ "$(grep -v '^#' <<<"$output")" = "$(grep -v '^#' "$NESTED")" ]
}

@test "every command reads it as the snapshot that it was made of" {
	nd 0 report --from "$NESTED" -o "$BALL"
	for command in status check caps features hyperv evmcs exits 'exits --by vcpu' nested 'vcpus --stats' \
		failures snapshot metrics; do
		# shellcheck disable=SC2086
		run "$NESTDIAG" $command --from "$NESTED"
		wanted=$output
		# shellcheck disable=SC2086
		run "$NESTDIAG" $command --from "$BALL"
		[ "$(grep -v '^# written' <<<"$output")" = "$(grep -v '^# written' <<<"$wanted")" ] || { echo "$command"; return 1; }
	done
	nd 0 diff "$NESTED" "$BALL"
	nd 0 explain vmx-ept --from "$BALL"
	nd 0 -q fleet "$NESTED" "$BALL" --json
	json '.groups | length == 1'
	nd 0 baseline "$NESTED" "$BALL"
	nd 0 features --from "$NESTED" --below "$BALL"
	nd 1 status --from - <"$BALL"
}

# machine: one with a log, as a sysroot
machine() {
	mkdir -p machine/proc/sys/kernel machine/dev
	echo 6.12.0 >machine/proc/sys/kernel/osrelease
	{
		echo "6,1,1000000,-;kvm: support for 'kvm_intel' disabled by bios"
		sed 's/^/3,9,5000000,-;/' "$FIXTURES/dumps/synthetic-vmcs.log"
	} >machine/dev/kmsg
}

@test "the kernel log in it is the one that dmesg and autopsy read" {
	machine
	nd 0 --sysroot machine report -o "$BALL"
	rm -r machine
	nd 1 dmesg --from "$BALL"
	[[ $output == *"disabled by bios"* ]]
	nd 1 dmesg "$BALL"
	[[ $output == *"disabled by bios"* ]]
	nd 1 --json autopsy --from "$BALL"
	answer=$(jq -c '.violations' <<<"$output")
	nd 1 --json autopsy "$FIXTURES/dumps/synthetic-vmcs.log" --from "$BALL"
	[ "$(jq -c .violations <<<"$output")" = "$answer" ]
	nd 64 dmesg --from "$NESTED" "$BATS_TEST_TMPDIR/nowhere"
	# and it is in a report that is made of the archive
	nd 0 report --from "$BALL" -o again.md
	grep -q '^## Kernel log, explained' again.md
	grep -q '^## Dumps of failed entries' again.md
	grep -qF '| modprobe | not there | Options of modules |' again.md
	nd 0 report --from "$BALL" -o again.tar.zst
	[ "$(tar --zstd -xOf again.tar.zst kernel.log)" = "$(tar --zstd -xOf "$BALL" kernel.log)" ]
}

@test "packed anew by another program" {
	nd 0 report --from "$NESTED" -o "$BALL"
	mkdir host
	tar --zstd -C host -xf "$BALL"
	nd 0 exits --from "$NESTED"
	wanted=$output
	for format in gnu ustar pax; do
		for way in '' -z -J --zstd; do
			# shellcheck disable=SC2086
			tar $way --format=$format -cf packed host
			nd 0 exits --from packed
			[ "$output" = "$wanted" ] || { echo "$format $way"; return 1; }
		done
	done
	tar -cf packed -C host ./snapshot
	nd 0 exits --from packed
}

# ball PYTHON: an archive by that program, which has "add(name, data, **header)" and "raw"
ball() {
	python3 - "$1" <<-'END'
	import io, sys, tarfile
	raw = io.BytesIO()
	tar = tarfile.open(fileobj=raw, mode="w", format=tarfile.USTAR_FORMAT)
	def add(name, data=b"", **header):
	    info = tarfile.TarInfo(name)
	    info.size = len(data)
	    for key, value in header.items():
	        setattr(info, key, value)
	    tar.addfile(info, io.BytesIO(data))
	snapshot = b"nestdiag-snapshot 1\nkernel 6.12.0 x86_64\n"
	def patch(at, data):
	    block = bytearray(raw.getvalue())
	    block[at:at + len(data)] = data
	    block[148:156] = b" " * 8
	    block[148:156] = b"%06o\0 " % sum(block[:512])
	    raw.seek(0)
	    raw.write(block)
	exec(sys.argv[1])
	tar.close()
	open("evil", "wb").write(raw.getvalue())
	END
}

# refused PATTERN: the archive "evil" is, with one line, in bounded memory and time
refused() {
	for command in status "report -o x.html" "dmesg evil"; do
		# shellcheck disable=SC2086
		run --separate-stderr bash -c 'ulimit -v 700000; exec "$@"' - "$NESTDIAG" -q $command --from evil
		[ "$status" = 64 ] || [ "$status" = 3 ] || { echo "$command: status $status: $output $stderr"; return 1; }
		[ "$(wc -l <<<"$stderr")" = 1 ] || { echo "$command: $stderr"; return 1; }
		# shellcheck disable=SC2053
		[[ $stderr == $1 ]] || { echo "$command: not '$1': $stderr"; return 1; }
	done
	[ ! -e x.html ]
}

@test "an archive without a snapshot" {
	ball 'add("readme", b"x")'
	refused '*an archive, but not one of nestdiag report*'
	ball 'add("snapshot", type=tarfile.SYMTYPE, linkname="/etc/shadow")'
	refused '*an archive, but not one of*'
	ball 'add("snapshot", type=tarfile.LNKTYPE, linkname="/etc/shadow"); add("x/kernel.log", type=tarfile.DIRTYPE)'
	refused '*an archive, but not one of*'
	ball 'add("snapshot", type=tarfile.FIFOTYPE); add("kernel.log/x", b"y")'
	refused '*an archive, but not one of*'
	ball 'add("my-snapshot", snapshot); add("snapshot.txt", snapshot)'
	refused '*an archive, but not one of*'
}

@test "names that lead elsewhere are only names" {
	ball 'add("../../../etc/cron.d/x", b"x"); add("/snapshot", snapshot); add("..", b"y")'
	nd 0 -q report --from evil -o x.tar.zst
	run -0 tar --zstd -tf x.tar.zst
	[[ $output != *..* && $output != /* ]]
	[ ! -e ../../../etc/cron.d/x ]
}

@test "sizes that are not true" {
	ball 'add("snapshot", snapshot); patch(124, b"77777777777\0")'
	refused '*'
	ball 'add("readme", b"x"); patch(124, b"77777777777\0")'
	refused '*'
	ball 'add("snapshot", snapshot); patch(124, b"\xff" * 12)'
	refused '*large*'
	ball 'add("snapshot", snapshot); patch(124, b"-0000000001\0")'
	refused '*large*'
	ball 'add("snapshot", snapshot); patch(124, b"garbage")'
	refused '*large*'
}

@test "an archive that is cut or damaged anywhere" {
	nd 0 report --from "$NESTED" -o "$BALL"
	zstd -qdc "$BALL" >whole
	for size in 513 600 1024 3000; do
		head -c "$size" whole >evil
		run --separate-stderr "$NESTDIAG" -q status --from evil
		[ "$status" = 64 ] || { echo "$size: $status $stderr"; return 1; }
	done
	for size in 5 100 2000; do
		head -c "$size" "$BALL" >evil
		run --separate-stderr "$NESTDIAG" -q status --from evil
		[ "$status" = 64 ] || { echo "$size: $status $stderr"; return 1; }
	done
	# behind the snapshot it costs only what is behind
	head -c 8000 whole >evil
	nd 0 report --from evil -o x.html
	[[ $stderr == *"only a part could be read: compressed, but damaged or cut short"* ]]
}

@test "many members, and members of many bytes" {
	ball 'for i in range(20000): add("x", b"")
add("snapshot", snapshot)'
	refused '*large*'
	python3 -c 'if 1:
	import tarfile, io, sys
	info = tarfile.TarInfo("x"); info.size = 3 << 30
	sys.stdout.buffer.write(info.tobuf(tarfile.USTAR_FORMAT))
	for i in range(3 << 10): sys.stdout.buffer.write(bytes(1 << 20))' | zstd -q >evil
	refused '*large*'
	python3 -c 'if 1:
	import tarfile, io, sys
	info = tarfile.TarInfo("snapshot"); info.size = 3 << 30
	sys.stdout.buffer.write(info.tobuf(tarfile.USTAR_FORMAT) + b"nestdiag-snapshot 1\n")
	for i in range(3 << 10): sys.stdout.buffer.write(b"\n" * (1 << 20))' | zstd -q >evil
	run --separate-stderr bash -c 'ulimit -v 900000; exec "$@"' - "$NESTDIAG" -q status --from evil
	[ "$status" = 64 ]
	[[ $stderr == *"larger than any snapshot"* ]]
}

@test "texts of an archive are redacted, and once is enough" {
	ball 'add("snapshot", b"nestdiag-snapshot 1\ntaken 2026-11-28T19:20:00Z 0.2.0 payroll7\nkernel 6.12.0 x86_64\n")
add("note.txt", b"payroll7 has 10.20.30.40 and /home/annamaria/x\n<script>")'
	nd 0 -q report --from evil -o once.tar.zst
	[ "$(tar --zstd -xOf once.tar.zst note.txt)" = $'host-1 has ip-1 and /home/path-1\n<script>' ]
	nd 0 -q report --from once.tar.zst -o twice.tar.zst
	[ "$(tar --zstd -xOf twice.tar.zst note.txt)" = "$(tar --zstd -xOf once.tar.zst note.txt)" ]
	tar --zstd -xOf twice.tar.zst report.html >page.html
	python3 "$TESTS/report/page.py" page.html
	run ! grep -E 'payroll7|annamaria|10\.20' page.html
	nd 0 -q report --from evil --no-redact -o plain.md
	grep -qF 'payroll7 has 10.20.30.40' plain.md
}
