// SPDX-License-Identifier: GPL-2.0-only
/*
 * What is taken out of texts, and what must stay: each case is a text and what becomes of it. The
 * names are learned as the tool learns them before it redacts. One line a case.
 */
#include <stdlib.h>

#include "tools/redact/redact.h"

static const struct {
	enum nd_name_kind kind;
	const char *name;
} learned[] = {
	{ ND_NAME_HOST, "web1.corp.example.com" }, { ND_NAME_USER, "annamaria" },
	{ ND_NAME_VM, "customer-db" }, { ND_NAME_VM, "max" }, { ND_NAME_VM, "101" },
	{ ND_NAME_VM, "kvm" }, { ND_NAME_VM, "pat" }, { ND_NAME_USER, "admin" },
	{ ND_NAME_VM, "Z\xc3\xbcrich" },
};

static const struct {
	const char *in;
	const char *out;
} cases[] = {
	/* Names that were learned, as words of their own. */
	{ "host web1.corp.example.com, web1, WEB1", "host host-1, host-2, host-2" },
	{ "db2.corp.example.com. corp.example.com.evil", "host-3. corp.example.com.evil" },
	{ "web10 xweb1 web1_a", "web10 xweb1 web1_a" },
	{ "/var/lib/libvirt/images/customer-db.qcow2", "/var/lib/libvirt/images/vm-1.qcow2" },
	{ "annamaria:x:1000, annamarias", "user-1:x:1000, annamarias" },
	{ "on Z\xc3\xbcrich, Z\xc3\xbcrich\xc3\xa9", "on vm-6, Z\xc3\xbcrich\xc3\xa9" },
	/* Common words, short ones and numbers only where nothing but a name stands. */
	{ "-cpu max,+vmx -accel kvm -m 101", "-cpu max,+vmx -accel kvm -m 101" },
	{ "flags: fpu pat pse36", "flags: fpu pat pse36" },
	{ "-name guest=max,debug-threads=on", "-name guest=vm-2,debug-threads=on" },
	{ "-name 101 -m 4096", "-name vm-3 -m 4096" },
	{ "<name>kvm</name>", "<name>vm-4</name>" },
	{ "path=/var/lib/libvirt/qemu/domain-7-pat/monitor.sock", "path=/var/lib/libvirt/qemu/domain-7-vm-5/monitor.sock" },
	{ "kvm: 101 vcpus, max 4", "kvm: 101 vcpus, max 4" },
	/* UUIDs, MACs. */
	{ "-uuid 0b2a7f3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b", "-uuid uuid-1" },
	{ "root=UUID=0B2A7F3E-1C2D-4E5F-8A9B-0C1D2E3F4A5B ro", "root=UUID=uuid-1 ro" },
	{ "root=PARTUUID=2f3a1c9e-02 rw", "root=PARTUUID=uuid-2 rw" },
	{ "x0b2a7f3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b", "x0b2a7f3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b" },
	{ "mac=52:54:00:ab:cd:ef,id=n0", "mac=mac-1,id=n0" },
	{ "mac=52-54-00-AB-CD-EF 52:54:00:AB:CD:EF", "mac=mac-2 mac-1" },
	{ "12:34:56, 01:02:03:04:05, 0000:00:1f.3", "12:34:56, 01:02:03:04:05, 0000:00:1f.3" },
	{ "wwpn='20000000c9831b4b'", "wwpn='serial-1'" },
	/* Addresses, and what looks like one. */
	{ "10.20.30.40:5900 and 192.168.1.5/24", "ip-1:5900 and ip-2/24" },
	{ "from 8.8.4.4. Next", "from ip-3. Next" },
	{ "127.0.0.1 0.0.0.0 255.255.255.255", "127.0.0.1 0.0.0.0 255.255.255.255" },
	{ "Linux 5.15.153.1-microsoft-standard-WSL2", "Linux 5.15.153.1-microsoft-standard-WSL2" },
	{ "5.15.153.1-microsoft-standard-WSL2", "5.15.153.1-microsoft-standard-WSL2" },
	{ "QEMU emulator version 7.2.0.4", "QEMU emulator version 7.2.0.4" },
	{ "libvirt-daemon 9.0.0-4+deb12u2, 1:8.2.2+ds-0ubuntu1.4", "libvirt-daemon 9.0.0-4+deb12u2, 1:8.2.2+ds-0ubuntu1.4" },
	{ "v2.17.9.1 openvswitch-2.17.9.1", "v2.17.9.1 openvswitch-2.17.9.1" },
	{ "6.12.117+deb12-amd64, 4.18.0-553.el8_10.x86_64", "6.12.117+deb12-amd64, 4.18.0-553.el8_10.x86_64" },
	{ "1.2.3.4.5 1.2.3 300.1.1.1 1.2.3.4a", "1.2.3.4.5 1.2.3 300.1.1.1 1.2.3.4a" },
	{ "192.168.1.5-192.168.1.9", "ip-2-ip-4" },
	{ "[2001:db8::1]:22 fe80::5054:ff:feab:cdef%eth0", "[ip-5]:22 ip-6%eth0" },
	{ "tcp:[fe80::1]:4444,server tcp::4444 [::]:80 ::1", "tcp:[ip-7]:4444,server tcp::4444 [::]:80 ::1" },
	{ "std::dec a::b Foo::Bar kvm::add", "std::dec a::b Foo::Bar kvm::add" },
	{ "2001:0db8:0000:0000:0000:0000:0000:0002", "ip-8" },
	/* Numbers of a diagnosis. */
	{ "MSR 0x48b = 0x00007cff00000000, 0x80000021, CR0 80050033", "MSR 0x48b = 0x00007cff00000000, 0x80000021, CR0 80050033" },
	{ "[  150.529645] kvm [377]: vcpu0, guest rIP: 0xfff0", "[  150.529645] kvm [377]: vcpu0, guest rIP: 0xfff0" },
	{ "Code: 0f 01 c2 48 89 e5 RIP: 0010:vmx_vcpu_run+0x1a/0x30 [kvm_intel]", "Code: 0f 01 c2 48 89 e5 RIP: 0010:vmx_vcpu_run+0x1a/0x30 [kvm_intel]" },
	{ "-device vfio-pci,host=0000:01:00.0", "-device vfio-pci,host=0000:01:00.0" },
	{ "microcode: updated early: 0x21 -> 0x28, date = 2019-11-12", "microcode: updated early: 0x21 -> 0x28, date = 2019-11-12" },
	/* Serial numbers, and ports of that name. */
	{ "-drive file=a.img,serial=S3Z9NB0K123456 x", "-drive file=a.img,serial=serial-2 x" },
	{ "Serial Number: PF2ABCDE", "Serial Number: serial-3" },
	{ "-serial pty console=ttyS0 serial=ttyS0 serial8250: ttyS0", "-serial pty console=ttyS0 serial=ttyS0 serial8250: ttyS0" },
	{ "<serial type='pty'><entry name='serial'>ABC 123</entry>", "<serial type='pty'><entry name='serial'>serial-4</entry>" },
	/* Paths of users. */
	{ "file=/home/annamaria/vm.qcow2,if=virtio", "file=/home/path-1,if=virtio" },
	{ "'file=/home/bob/my vm.img,if=none'", "'file=/home/path-2,if=none'" },
	{ "\"/home/bob/my vm.img\" in", "\"/home/path-2\" in" },
	{ "/var/home/eve/x /home2/x /home/ /homes/a", "/var/home/path-3 /home2/x /home/ /homes/a" },
	{ "/mnt/c/Users/Eve/disk.vhdx C:\\Users\\Eve\\disk.vhdx", "/mnt/c/Users/path-4 C:\\Users\\path-5" },
	{ "PATH=/home/bob/bin:/usr/bin", "PATH=/home/path-6:/usr/bin" },
	{ "KVM's file /home/bob/a isn't", "KVM's file /home/path-7 isn't" },
	{ "/home/bob/a,,b.img,x", "/home/path-8,x" },
	/* Mail addresses, hosts of URLs. */
	{ "Linux version 6.1.0 (root@buildbox) #1", "Linux version 6.1.0 (user-6@host-4) #1" },
	{ "getty@tty1.service i7-4770 CPU @ 3.40GHz pci@0000:00", "getty@tty1.service i7-4770 CPU @ 3.40GHz pci@0000:00" },
	{ "nbd://storage7.example.net:10809/x", "nbd://host-5:10809/x" },
	{ "rbd ssh://bob:geheim@nas/x", "rbd ssh://user-3:(removed)@host-6/x" },
	{ "xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'", "xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'" },
	/* Words of the one who made the VM. */
	{ "<title>Acme payroll</title><description>a\nb</description>", "<title>(removed)</title><description>(removed)</description>" },
	{ "<metadata><nova:user>x</nova:user></metadata>", "<metadata>(removed)</metadata>" },
	{ "<graphics type='vnc' passwd='secret' port='1'/>", "<graphics type='vnc' passwd='(removed)' port='1'/>" },
	{ "-object secret,id=s0,data=aGVsbG8=,format=raw", "-object secret,id=s0,data=(removed),format=raw" },
	/* A pseudonym is one already. */
	{ "vm-1 host-1 /home/path-1 <name>vm-1</name> mac=mac-1", "vm-1 host-1 /home/path-1 <name>vm-1</name> mac=mac-1" },
	{ "", "" },
};

static int failed;

static void check(const char *name, const char *got, const char *wanted)
{
	if (got && !strcmp(got, wanted)) {
		printf("ok - redact: %s\n", name);
		return;
	}
	failed = 1;
	fprintf(stderr, "wanted %s\n   got %s\n", wanted, got ? got : "nothing");
	printf("not ok - redact: %s\n", name);
}

static void check_one_line(const char *in, const char *got, const char *wanted)
{
	char name[80];
	char *c;

	snprintf(name, sizeof(name), "%.70s", *in ? in : "nothing");
	for (c = name; *c; c++)
		if ((unsigned char)*c < ' ' || *c == '#')
			*c = ' ';
	check(name, got, wanted);
}

/* Nothing that was taken out comes back, and nothing more goes, if it is done again. */
static void check_again(struct nd_redact *redact, const char *once)
{
	size_t len;
	char *twice = nd_redact(redact, once, strlen(once), &len);

	if (!twice || strcmp(once, twice))
		check_one_line("the same again", twice, once);
	free(twice);
}

int main(void)
{
	struct nd_redact redact = { 0 }, off = { .off = true };
	char field[24] = "at 10.20.30.40 and more";
	size_t i, len;
	char *got;

	for (i = 0; i < ARRAY_SIZE(learned); i++)
		nd_redact_learn(&redact, learned[i].kind, learned[i].name, strlen(learned[i].name));
	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		got = nd_redact(&redact, cases[i].in, strlen(cases[i].in), &len);
		check_one_line(cases[i].in, got, cases[i].out);
		check_again(&redact, got);
		free(got);
	}
	got = nd_redact(&off, "web1 10.20.30.40 /home/x password=y", 35, &len);
	check("nothing but secrets if that is asked for", got, "web1 10.20.30.40 /home/x password=(removed)");
	free(got);
	got = nd_redact(&redact, "a\0b 10.20.30.40", 15, &len);
	check("a 0 within", got, "a?b ip-1");
	free(got);
	nd_redact_field(&redact, field, sizeof(field));
	check("a field", field, "at ip-1 and more");
	nd_redact_free(&redact);
	nd_redact_free(&off);
	return failed;
}
