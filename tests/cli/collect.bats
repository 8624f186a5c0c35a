#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# report: what it collects from a machine, and what it takes out of that.

# Variables that bats and common.bash set; each test is a subshell; filters of jq.
# shellcheck disable=SC2154,SC2030,SC2031,SC2016

load common

# Whatever tells whose machine it is.
ORIGINALS='payroll7|acme\.test|annamaria|customer-db|Acme|0b2a7f3e|52:54:00|10\.20\.30\.40|S3Z9NB0K|geheim|aGVsbG8|bob'

command() {
	printf '%s\0' "$@"
}

setup() {
	export NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR/machine
	PAGE=$BATS_TEST_TMPDIR/report.html
	MARK=$BATS_TEST_TMPDIR/report.md
	M=$NESTDIAG_SYSROOT
	mkdir -p "$M"/etc/libvirt/qemu "$M"/etc/modprobe.d "$M"/proc/sys/kernel "$M"/proc/47{11,12}/fd \
		"$M"/run/libvirt/qemu "$M"/var/lib/dpkg "$M"/dev "$M"/sys/class/dmi/id \
		"$M"/sys/module/kvm_intel/parameters
	echo payroll7.acme.test >"$M"/etc/hostname
	echo 6.12.117+deb12-amd64 >"$M"/proc/sys/kernel/osrelease
	printf '%s\n' root:x:0:0::/root:/bin/sh 'annamaria:x:1000:1000:Anna:/home/annamaria:/bin/sh' >"$M"/etc/passwd
	echo 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"' >"$M"/etc/os-release
	echo 'Linux version 6.12.117+deb12-amd64 (annamaria@payroll7) #1 SMP Debian 6.12.117-1' >"$M"/proc/version
	echo 'root=UUID=0b2a7f3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b ro kvm_intel.nested=1 ip=10.20.30.40' >"$M"/proc/cmdline
	printf 'processor : 0\nmodel name : CPU @ 3.40GHz\n\nprocessor : 1\n' >"$M"/proc/cpuinfo
	echo Y >"$M"/sys/module/kvm_intel/parameters/nested
	echo 'options kvm_intel nested=1' >"$M"/etc/modprobe.d/kvm.conf
	echo 'options snd x=1' >"$M"/etc/modprobe.d/sound.conf
	echo 'Acme Inc' >"$M"/sys/class/dmi/id/product_serial
	echo 'Server 1' >"$M"/sys/class/dmi/id/product_name
	command /usr/bin/qemu-system-x86_64 -name guest=customer-db,debug-threads=on -cpu max,+vmx -accel kvm \
		-uuid 0b2a7f3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b -drive 'file=/home/annamaria/my vm.qcow2,serial=S3Z9NB0K1' \
		-device virtio-net,mac=52:54:00:ab:cd:ef -object secret,id=s0,data=aGVsbG8= \
		-device vfio-pci,host=0000:01:00.0 >"$M"/proc/4711/cmdline
	ln -s anon_inode:kvm-vm "$M"/proc/4711/fd/12
	command qemu-system-x86_64 -accel tcg -cpu qemu64 >"$M"/proc/4712/cmdline
	printf '%s\n' '6,1,1000000,-;Linux version 6.12.117' "4,2,150529645,-;kvm: support for 'kvm_intel' disabled by bios" \
		'6,3,150529646,-;usb 1-1: new device' \
		'3,4,2000000,-;VM customer-db at 10.20.30.40: KVM: entry failed, hardware error 0x80000021' >"$M"/dev/kmsg
	cat >"$M"/run/libvirt/qemu/customer-db.xml <<-'END'
	<domstatus state='running'><domain type='kvm'><name>customer-db</name><title>Acme payroll</title>
	<uuid>0b2a7f3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b</uuid><cpu mode='host-passthrough'/>
	<graphics type='vnc' passwd='geheim'/><mac address='52:54:00:ab:cd:ef'/></domain></domstatus>
	END
	printf '%s\n' 'Package: qemu-system-x86' 'Status: install ok installed' 'Version: 1:7.2+dfsg-7+deb12u12' '' \
		'Package: ovmf' 'Status: deinstall ok config-files' 'Version: 2022.11-6' '' \
		'Package: bash' 'Status: install ok installed' 'Version: 5.2' >"$M"/var/lib/dpkg/status
}

@test "what tells whose machine it is is in no form of the report" {
	nd 0 report -o "$PAGE"
	run ! grep -nE "$ORIGINALS" <<<"$output"
	nd 0 report -o "$MARK"
	for file in "$PAGE" "$MARK"; do
		run ! grep -nE "$ORIGINALS" "$file"
	done
	python3 "$TESTS/report/page.py" "$PAGE"
	# and what is needed is still there, under the same names
	grep -qF 'process 4711: /usr/bin/qemu-system-x86_64, has a VM of KVM' "$MARK"
	grep -qF -- '-cpu max,+vmx' "$MARK"
	grep -qF -- '-device vfio-pci,host=0000:01:00.0' "$MARK"
	grep -qF -- '-name guest=vm-1,debug-threads=on' "$MARK"
	grep -qF '<name>vm-1</name>' "$MARK"
	grep -qF "passwd='(removed)'" "$MARK"
	[ "$(grep -c 'uuid-1' "$MARK")" -ge 3 ]
	grep -qF 'VM vm-1 at ip-1: KVM: entry failed, hardware error 0x80000021' "$MARK"
	grep -qF 'Linux version 6.12.117+deb12-amd64 (user-1@host-2) #1 SMP Debian 6.12.117-1' "$MARK"
	grep -qF 'Server 1' "$MARK"
}

@test "--no-redact keeps names, but no secrets" {
	nd 0 report --no-redact -o "$MARK"
	for text in annamaria@payroll7 customer-db 0b2a7f3e-1c2d 52:54:00:ab:cd:ef 10.20.30.40 'Acme payroll' \
		'/home/annamaria/my vm.qcow2' S3Z9NB0K1; do
		grep -qF "$text" "$MARK" || { echo "no $text"; return 1; }
	done
	run ! grep -nE 'geheim|aGVsbG8' "$MARK"
}

@test "a guest that is emulated is told from one of KVM" {
	nd 0 report -o "$MARK"
	grep -qF 'process 4712: qemu-system-x86_64, has no VM of KVM: its guest is emulated (TCG), or has not started' "$MARK"
}

@test "each item says what became of it" {
	# Where a user who is not root finds it all.
	local open
	open=$(mktemp -d)
	cp "$NESTDIAG" "$open/nestdiag" && cp -r "$M" "$open" && chmod -R a+rX "$open"
	chmod 0 "$open"/machine/proc/cmdline "$open"/machine/run/libvirt/qemu "$open"/machine/proc/4711/fd
	mkdir -m 777 "$open/out"
	NESTDIAG_SYSROOT=$open/machine run --separate-stderr as_nobody "$open/nestdiag" -q --json report \
		-o "$open/out/report.md"
	mv "$open/out/report.md" "$MARK"
	chmod -R u+rwX "$open" && rm -r "$open"
	[ "$status" = 0 ] || { echo "$status: $output $stderr"; return 1; }
	json '[.collected[] | {(.path): .state}] | add |
		.snapshot == "taken" and ."os-release" == "taken" and .cmdline == "no-permission" and
		.vulnerabilities == "not-there" and ."libvirt/running" == "no-permission" and
		."libvirt/defined" == "not-there" and ."kernel.log" == "taken" and .packages == "taken"'
	json '.collected[] | select(.path == "packages") | .size_bytes == ("qemu-system-x86 1:7.2+dfsg-7+deb12u12\n" | length)'
	grep -qF 'not known whether it has a VM of KVM: no permission' "$MARK"
	grep -qF '| cmdline | no permission |' "$MARK"
}

@test "the list is there before the file" {
	nd 0 report -o "$PAGE"
	[[ $output == *"kernel.log "*"taken"*"Kernel log"* ]]
	[[ $output == *"libvirt/running/vm-1.xml "*taken* ]]
	nd 3 report -o "$BATS_TEST_TMPDIR/nowhere/x.html"
	[[ $output == *"os-release "*taken* ]]
	# not between the lines of a report that goes there itself
	nd 0 report
	[[ ${lines[0]} == "# nestdiag report" ]]
	nd 0 --json report
	json '.collected | length > 10'
}

@test "the kernel log has the lines about virtualization, and they are explained" {
	nd 0 report -o "$MARK"
	run ! grep -q 'usb 1-1' "$MARK"
	grep -qF "[  150.529645] kvm: support for 'kvm_intel' disabled by bios" "$MARK"
	nd 1 --json dmesg
	jq -r '.messages[].meaning // empty' <<<"$output" >"$BATS_TEST_TMPDIR/meanings"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/meanings")" -ge 2 ]
	while read -r meaning; do
		sed 's/&amp;/\&/g' "$MARK" | grep -qF "${meaning:0:40}" || { echo "no $meaning"; return 1; }
	done <"$BATS_TEST_TMPDIR/meanings"
}

@test "dumps in the kernel log are judged" {
	sed 's/^/3,9,5000000,-;/' "$FIXTURES/dumps/synthetic-vmcs.log" >>"$M"/dev/kmsg
	nd 0 report -o "$MARK"
	nd 1 --json autopsy "$FIXTURES/dumps/synthetic-vmcs.log"
	first=$(jq -r 'first(.violations[] | select(.state == "first")).id' <<<"$output")
	text=$(jq -r 'first(.violations[] | select(.state == "first")).text' <<<"$output")
	[ -n "$first" ]
	grep -q '^## Dumps of failed entries' "$MARK"
	grep -qF "**first:** ${text:0:30}" "$MARK"
}

@test "collecting never fails as a whole" {
	rm -r "$M"
	mkdir -p "$M"/proc/sys/kernel
	echo 6.12.0 >"$M"/proc/sys/kernel/osrelease
	nd 0 report -o "$PAGE"
	python3 "$TESTS/report/page.py" "$PAGE"
	mkdir -p "$M"/etc/os-release "$M"/dev/kmsg "$M"/proc/version "$M"/run/libvirt/qemu/x.xml "$M"/var/lib/dpkg/status
	nd 0 report -o "$PAGE"
	[[ $output == *"os-release "*failed*"Is a directory"* ]]
	python3 "$TESTS/report/page.py" "$PAGE"
}

@test "hostile names of VMs and files" {
	for name in '<script>alert(1)</script>' "a' onload='x" ']]>' $'\e[31m' $'\xe2\x80\xaex' '../../etc/x' '-o' '$(id)'; do
		command qemu-system-x86_64 -name "$name" -cpu "$name" >"$M"/proc/4711/cmdline
		[[ $name == */* ]] || echo "<name>$name</name>" >"$M/run/libvirt/qemu/$name.xml"
		for redact in "" --no-redact; do
			# shellcheck disable=SC2086
			nd 0 report $redact -o "$PAGE"
			python3 "$TESTS/report/page.py" "$PAGE" || { printf 'by %q\n' "$name"; return 1; }
		done
	done
}

@test "a text of any length is bounded" {
	yes 'kvm: a line about virtualization that is repeated for ever' | head -c 3000000 >"$M"/dev/kmsg
	command qemu-system-x86_64 -name "$(head -c 100000 /dev/zero | tr '\0' x)" >"$M"/proc/4711/cmdline
	nd 0 report -o "$PAGE"
	[ "$(stat -c %s "$PAGE")" -lt 2000000 ]
	grep -qF '(the rest is left out)' "$PAGE"
	nd 0 report -o "$MARK"
	[ "$(stat -c %s "$MARK")" -lt 60000 ]
}
