#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# report: the answers of the other commands in one file, which runs nothing and loads nothing.

# Variables that bats and common.bash set; each test is a subshell; filters of jq.
# shellcheck disable=SC2154,SC2030,SC2031,SC2016

load common

TROUBLED=$FIXTURES/synthetic-host-troubled.snapshot
NESTED=$FIXTURES/synthetic-nested.snapshot

setup() {
	PAGE=$BATS_TEST_TMPDIR/report.html
	MARK=$BATS_TEST_TMPDIR/report.md
}

# page SNAPSHOT ARG...: the report of it is a page without a fault
page() {
	nd 0 -q report --from "$1" -o "$PAGE" "${@:2}"
	[[ $output == *"snapshot "*taken* ]]
	python3 "$TESTS/report/page.py" "$PAGE"
}

# section ID: the text of that section of the page, a line each
section() {
	python3 - "$PAGE" "$1" <<-'END'
	import sys
	from xml.etree import ElementTree
	root = ElementTree.parse(sys.argv[1]).getroot()
	for part in root.iter("{http://www.w3.org/1999/xhtml}section"):
	    if part.get("id") == sys.argv[2]:
	        print("\n".join(t.strip() for t in part.itertext() if t.strip()))
	END
}

# cells ID: the lines of the tables of that section, with tabs between the cells
cells() {
	python3 - "$PAGE" "$1" <<-'END'
	import sys
	from xml.etree import ElementTree
	H = "{http://www.w3.org/1999/xhtml}"
	root = ElementTree.parse(sys.argv[1]).getroot()
	for part in root.iter(H + "section"):
	    if part.get("id") == sys.argv[2]:
	        for line in part.iter(H + "tr"):
	            print("\t".join("".join(cell.itertext()) for cell in line))
	END
}

@test "every fixture gives a page that runs nothing and loads nothing" {
	for fixture in "$FIXTURES"/*.snapshot; do
		page "$fixture" || { echo "$fixture"; return 1; }
		[ -n "$(section verdict)" ] && [ -n "$(section levels)" ]
	done
}

@test "the check of pages sees what it looks for" {
	page "$NESTED"
	for bad in '<script>1</script>' '<img src="x"/>' '<p onclick="x">a</p>' '<a href="#nowhere">a</a>' \
		'<p style="color: red">a</p>' '<table><tr><td>1</td></tr></table>' '<p>'$'\xe2\x80\xae''</p>' \
		'<svg xmlns="http://www.w3.org/2000/svg"/>' '<p id="verdict">a</p>' '<p>' \
		'<details><summary>a</summary></details>'; do
		sed "s|<main>|<main>$bad|" "$PAGE" >"$BATS_TEST_TMPDIR/bad.html"
		run python3 "$TESTS/report/page.py" "$BATS_TEST_TMPDIR/bad.html"
		[ "$status" = 1 ] || { echo "not seen: $bad"; return 1; }
	done
	sed 's/<meta http-equiv[^>]*>//' "$PAGE" >"$BATS_TEST_TMPDIR/bad.html"
	run python3 "$TESTS/report/page.py" "$BATS_TEST_TMPDIR/bad.html"
	[ "$status" = 1 ]
}

@test "findings are those of check, the failures first" {
	for fixture in "$TROUBLED" "$NESTED" "$FIXTURES/emulated-haswell-failures.snapshot"; do
		page "$fixture"
		run "$NESTDIAG" check --json --from "$fixture"
		counted=$(jq -r '[.checks[].verdict] | "Checks: " + ([("FAIL", "WARN", "NOTE", "UNKNOWN", "PASS") as $v |
			"\(map(select(. == $v)) | length) \($v)"] | join(", ")) + "."' <<<"$output")
		section verdict | grep -qxF "$counted" || { echo "$counted"; section verdict; return 1; }
		for kind in FAIL WARN; do
			jq -r --arg v $kind '.checks[] | select(.verdict == $v) | "\(.title) (\(.id))"' <<<"$output" |
				while read -r title; do
					section verdict | grep -qxF "$title"
					section checks | grep -qxF "$title"
				done
		done
		section checks | grep -xE 'FAIL|WARN|NOTE' >"$BATS_TEST_TMPDIR/order"
		[ "$(sort -s -k1.1,1.1 <(sed 's/FAIL/1 &/; s/WARN/2 &/; s/NOTE/3 &/' "$BATS_TEST_TMPDIR/order") |
			cut -c 3-)" = "$(cat "$BATS_TEST_TMPDIR/order")" ]
	done
}

@test "figures are those of exits, nested, vcpus and features" {
	page "$NESTED"
	nd 0 exits --json --from "$NESTED"
	jq -r '.exits[] | "\(.label)\t\(.count)"' <<<"$output" | while read -r line; do
		cells exits | cut -f 1,2 | grep -qxF "$line" || { echo "exits: $line"; return 1; }
	done
	[ "$(jq '.exits | length' <<<"$output")" = 14 ]
	# in the plain table too, which has the times that the report has
	nd 0 exits --from "$NESTED"
	[[ $output == *"VMRESUME                  1000   6.24 %   6.00 ms   0.64 %   6.00 us  30.00 us"* ]]
	cells exits | grep -qxF $'VMRESUME\t1000\t6.24 %\t6.00 ms\t0.64 %\t6.00 us\t30.00 us'
	cells exits-by-level | grep -qP '^nested guests\t1000\t'
	nd 0 nested --json --from "$NESTED"
	jq -r '.nested_reasons[] | "\(.label)\t\(.count)\t\(.reflected)\t\(.handled_here)\t\(.hypervisor_exits)"' <<<"$output" |
		while read -r line; do
			cells nested | grep -qxF "$line" || { echo "nested: $line"; return 1; }
		done
	section nested | grep -qxF "$(jq -r .multiplier.text <<<"$output")"
	nd 0 vcpus --json --from "$NESTED"
	[ "$(jq -r '.vcpus[] | "\(.pid)/\(.vcpu)\t\(.exit_count)"' <<<"$output")" = "$(cells vcpus | sed 1d | cut -f 1,2)" ]
	nd 0 features --json --from "$NESTED"
	for state in absent in-use; do
		n=$(jq --arg s $state '[.features[] | select(.state == $s)] | length' <<<"$output")
		section features | grep -qF "($n)"
	done
}

@test "a failed launch is named with its check, at the top" {
	page "$FIXTURES/emulated-haswell-failures.snapshot"
	section verdict | grep -q 'guest CS has a type (bits 3:0) other than 9, 11, 13, 15, or 3 with unrestricted guest'
	section verdict | grep -q '^The processor refused VM entries because of the guest state'
	section verdict | grep -qx 'Failure 97, at 150.529645 s: badlaunch\[377\] vcpu 0, guest'
	section verdict | grep -q 'as kvm_intel has emulate_invalid_guest_state=N'
	# a command that the advice names is a link to its answer
	grep -qF '<b>Remedy:</b> see <a href="#failures">Failed launches</a> below<' "$PAGE"
	section failures | grep -q '^Failure 97, '
	cells failures | grep -qP '^guest CS access rights\t0x0*c093$'
	# what is not so is not said, and what is not captured has to be asked for
	sed 's/emulate_invalid_guest_state N/emulate_invalid_guest_state Y/; /^failure/d' \
		"$FIXTURES/emulated-haswell-failures.snapshot" >"$BATS_TEST_TMPDIR/other.snapshot"
	page "$BATS_TEST_TMPDIR/other.snapshot"
	section verdict | grep -q 'the processor refused the guest state'
	[[ $(section verdict) != *"emulate such a guest"* && $(section verdict) == *dump_invalid_vmcs* ]]
}

# sampled LINE...: an archive with these samples of exits
sampled() {
	local folder=$BATS_TEST_TMPDIR/sampled
	mkdir -p "$folder"
	cp "$NESTED" "$folder/snapshot"
	printf 'ms\tguest_exits\tnested_exits\tguest_ns\n' >"$folder/rates.tsv"
	(($#)) && printf '%b\n' "$@" >>"$folder/rates.tsv"
	tar -C "$folder" -cf "$BATS_TEST_TMPDIR/sampled.tar" snapshot rates.tsv
}

@test "exits per second are those of the samples" {
	sampled '0\t100\t7\t500' '1000\t2100\t7\t600000500' '1500\t2600\t1007\t700000500'
	page "$BATS_TEST_TMPDIR/sampled.tar"
	run cells rates
	[ "${lines[1]}" = $'1.0 s\t2000\t0\t60.00 %' ]
	[ "${lines[2]}" = $'1.5 s\t1000\t2000\t20.00 %' ]
	[ "${#lines[@]}" = 3 ]
	# 3000 is at most 5000: three fifths of 110 units, a third of it for guests
	part=$(sed -n '/<section id="rates"/,/<.section>/p' "$PAGE")
	grep -qE '<rect class="bar" [^>]* height="22"/><rect class="bar nested" [^>]* y="66" [^>]* height="44"' <<<"$part"
	grep -q '>5000</text>' <<<"$part"
	grep -q '>nested guests</text>' <<<"$part"
	# one level needs no legend and no column
	sampled '0\t100\t0\t-' '1000\t2100\t0\t-'
	page "$BATS_TEST_TMPDIR/sampled.tar"
	run cells rates
	[ "${lines[0]}" = $'Up to\tExits/s of guests' ]
	[ "${lines[1]}" = $'1.0 s\t2000' ]
	run ! grep -q '>nested guests</text>' "$PAGE"
	sampled '0\t100\t0\t5' '1000\t100\t0\t5'
	page "$BATS_TEST_TMPDIR/sampled.tar"
	[[ $(section rates) == *"No guest caused an exit while this was watched."* ]]
	nd 0 -q report --from "$BATS_TEST_TMPDIR/sampled.tar" -o "$MARK"
	grep -qx '## Exits per second' "$MARK"
	# no samples, no part
	page "$NESTED"
	[ -z "$(section rates)" ]
}

@test "samples that are not such are said to be so" {
	big=99999999999999999999
	for lines in x '0' '0\t1\t2' '0\t1\t2\t3\t4' '0\t\t2\t3' "0\\t$big\\t2\\t3" '0\t1\t2\t3\n0\t1\t2\t3' \
		'0\t5\t2\t3\n1000\t4\t2\t3' '0\t5\t2\t3\n1000\t6\t2\t-' '0\t5\t2\t3\n1000\t6\t2\t2' \
		"$(seq -f '%.0f\t1\t1\t1' -s '\n' 0 40)"; do
		sampled "$lines"
		page "$BATS_TEST_TMPDIR/sampled.tar"
		[[ $(section rates) == *"could not be read"* ]] || { echo "$lines"; return 1; }
	done
	sampled
	printf 'ms' >"$BATS_TEST_TMPDIR/sampled/rates.tsv"
	tar -C "$BATS_TEST_TMPDIR/sampled" -cf "$BATS_TEST_TMPDIR/sampled.tar" snapshot rates.tsv
	page "$BATS_TEST_TMPDIR/sampled.tar"
	[[ $(section rates) == *"could not be read"* ]]
	# the greatest numbers overflow nothing
	sampled '0\t0\t0\t0' '1\t18446744073709551615\t18446744073709551615\t18446744073709551615'
	page "$BATS_TEST_TMPDIR/sampled.tar"
}

@test "the levels are those of the facts" {
	page "$FIXTURES/emulated-haswell-l0.snapshot"
	section levels | grep -qx 'L0: this machine'
	page "$FIXTURES/emulated-haswell-l1-evmcs.snapshot"
	section levels | grep -qx 'L1 or deeper: this machine'
	section levels | grep -q 'this machine is a guest of Microsoft Hyper-V'
	section levels | grep -q 'VMX: usable, by eVMCS'
	page "$FIXTURES/emulated-haswell-l1-evmcs.snapshot" --below "$FIXTURES/emulated-haswell-l0.snapshot"
	section levels | grep -qx 'L1: this machine'
	section levels | grep -q 'by its snapshot: bare metal'
	page "$FIXTURES/synthetic-no-virtualization.snapshot"
	section levels | grep -qx 'neither VMX nor SVM'
	lines 'kernel 6.1.0 x86_64'
	page "$snapshot"
	[[ $(section levels) != *L[0-9]* ]]
}

# hostile TEXT: a snapshot that has it wherever there is text
hostile() {
	local word
	word=$(printf %s "$1" | od -An -v -to1 | tr -s ' \n' '\\' | sed 's/\\$//')
	HOSTILE=$BATS_TEST_TMPDIR/hostile.snapshot
	export word
	awk '
		# its first bytes
		function cut(n) { return substr(ENVIRON["word"], 1, 4 * n) }
		BEGIN { word = cut(60) }
		NR == 2 { print "taken 2026-11-28T19:20:00Z " cut(20) " " word }
		$1 == "kernel" { $2 = word; $3 = "x86_64" }
		$1 == "module" { $2 = cut(20) }
		$1 == "cpu" { $3 = cut(11) }
		$1 == "param" { $4 = word }
		{ print }
		END {
			print "proc_version " word
			print "host dmi_vendor " word
			print "host kvm_open " word
			print "host kvm_mode 0660"
			print "host asked.kvm_intel.nested " word
			print "kvm_stat 12-3 - " cut(30) " 4"
			print "kvm_stat - - exits 4"
			print "host kvm_stats ok"
			print "refusal 7 2 " word
			print "failures 0 1 0 1 0 0"
			print "failure 9001 5 entry vmx guest 7 7 0 0x80000021 0x0 - none " cut(15) " -"
			print "failure 9002 5 refused vmx nested 7 7 - - - 7 none x " word
		}' "$FIXTURES/emulated-haswell-exits.snapshot" >"$HOSTILE"
}

@test "a text from outside is text, in every field" {
	for text in '<script>alert(1)</script>' ']]>-->' '"><img src=x onerror=alert(1)>' "' onload='x" \
		'&lt;b&gt;&amp;' $'a\tb\nc\rd\x01\x1b[31m\x7f' $'\xe2\x80\xaedcba\xe2\x81\xa6x\xd8\x9c\xef\xbb\xbf' \
		$'\xff\xfe\xc0\xaf' $'\xef\xbf\xbe\xef\xbf\xbf' '{{7*7}} ${x} `id`' '</style></title></pre>'; do
		hostile "$text"
		page "$HOSTILE" || { printf 'by %q\n' "$text"; return 1; }
		page "$HOSTILE" --no-redact || { printf 'by %q\n' "$text"; return 1; }
		nd 0 -q report --from "$HOSTILE" --no-redact -o "$MARK"
		# Outside of texts with a fence, no element comes from outside.
		run ! grep -nP '<(?!/?(details|summary)>)' "$MARK"
		run ! grep -nP '[\x00-\x08\x0b-\x1f\x7f]' "$MARK"
		iconv -f UTF-8 -t UTF-8 "$MARK" >/dev/null
	done
	hostile '<script>alert(1)</script>'
	page "$HOSTILE" --no-redact
	[ "$(grep -o '&lt;script&gt;alert(1)&lt;/script&gt;' "$PAGE" | wc -l)" -ge 6 ]
}

@test "the form is that of the name" {
	nd 64 report --from "$NESTED" -o "$BATS_TEST_TMPDIR/report.doc"
	one_error "nestdiag: */report.doc: the name of a report ends in *"
	[ ! -e "$BATS_TEST_TMPDIR/report.doc" ]
	nd 3 report --from "$NESTED" -o "$BATS_TEST_TMPDIR/nowhere/report.html"
	[[ $stderr == "nestdiag: "*"/report.html: No such file or directory" ]]
	nd 0 report --from "$NESTED"
	[[ ${lines[0]} == "# nestdiag report" ]]
	nd 0 report --from "$NESTED" -o "$MARK"
	[[ $output != *"# nestdiag"* ]]
	nd 0 report --from "$NESTED" -o -
	[ "$output" = "$(cat "$MARK")" ]
	nd 0 report --from "$NESTED" -o "$PAGE"
	[ "$(stat -c %a "$PAGE")" = 600 ]
	nd 64 report --from "$BAD/html.snapshot" -o "$PAGE"
	nd 64 report --from "$NESTED" --below "$BAD/html.snapshot" -o "$PAGE"
	nd 64 report --from "$NESTED" --interval 1 -o "$PAGE"
	nd 64 report --from "$NESTED" --probe -o "$PAGE"
	one_error "nestdiag: a snapshot has no /dev/kvm to try"
}

@test "Markdown stays below 60 kB, and says what it leaves out" {
	nd 0 report --from "$NESTED" -o "$MARK"
	run ! grep -q '^## Left out' "$MARK"
	{
		cat "$NESTED"
		for ((i = 1; i < 2000; i++)); do
			echo "kvm_stat $i-3 - exits $i"
		done
		echo "host kvm_stats ok"
	} >"$BATS_TEST_TMPDIR/many.snapshot"
	nd 0 report --from "$BATS_TEST_TMPDIR/many.snapshot" -o "$MARK"
	size=$(stat -c %s "$MARK")
	[ "$size" -lt 60000 ] && [ "$size" -gt 30000 ]
	[ "$(grep -A2 '^## Left out' "$MARK" | grep -c statistics)" = 1 ]
	# what matters is still there
	grep -q '^- \*\*WARN\*\* nested entries refused' "$MARK"
	grep -q '^| VMRESUME | 1000 ' "$MARK"
	# HTML has all
	page "$BATS_TEST_TMPDIR/many.snapshot"
	section vcpus | grep -q 'VM 1999-3: process 1999'
}

@test "time in guests is told from time in which guests ran, if there is a hypervisor below" {
	# 300 ns from exit to entry, and 3 us from entry to exit, most of which the hypervisor below takes
	{
		cat "$FIXTURES/emulated-haswell-l1-evmcs.snapshot"
		printf '%s\n' 'trace vmx 64 0 2000000 vmx' 'exits vmx guest 0xa 1000 600000 900 1000 1000' \
			'in_guest guest 6000000 3000'
	} >"$BATS_TEST_TMPDIR/counted.snapshot"
	page "$BATS_TEST_TMPDIR/counted.snapshot"
	[[ $(section vcpus) == *"In guest: from entry to exit. On this machine that holds what the hypervisor below does"* ]]
	page "$NESTED"
	[[ $(section vcpus) != *"the hypervisor below does"* ]]
}
