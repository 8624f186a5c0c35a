// SPDX-License-Identifier: GPL-2.0-only
/*
 * Boot another kernel from this one, as kexec-tools' "kexec -s -l" and "kexec -e" do:
 *
 *	kexec KERNEL INITRAMFS COMMAND-LINE
 */
#include <err.h>
#include <fcntl.h>
#include <linux/reboot.h>
#include <stdlib.h>
#include <string.h>
#include <sys/reboot.h>
#include <sys/syscall.h>
#include <unistd.h>

static int open_or_die(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		err(EXIT_FAILURE, "%s", path);
	return fd;
}

int main(int argc, char **argv)
{
	if (argc != 4)
		errx(EXIT_FAILURE, "usage: kexec KERNEL INITRAMFS COMMAND-LINE");
	if (syscall(SYS_kexec_file_load, open_or_die(argv[1]), open_or_die(argv[2]),
		    strlen(argv[3]) + 1, argv[3], 0L))
		err(EXIT_FAILURE, "kexec_file_load");
	reboot(LINUX_REBOOT_CMD_KEXEC);
	err(EXIT_FAILURE, "reboot");
}
