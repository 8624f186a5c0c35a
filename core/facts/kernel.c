// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which kernel this is: kernel.org's, Debian's, or one whose version does not tell its fixes.
 */
#include "core/facts/kernel.h"

#define KERNEL_DEBIAN	" Debian "

static bool kernel_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Takes a decimal number off the text; false if there is none, or if it is greater than @max. */
static bool kernel_number(const char **text, u32 max, u32 *number)
{
	const char *s = *text;

	*number = 0;
	while (kernel_digit(*s)) {
		*number = *number * 10 + (*s++ - '0');
		if (*number > max)
			return false;
	}
	if (s == *text)
		return false;
	*text = s;
	return true;
}

/* Takes x.y.z off the text. */
static bool kernel_release(const char **text, u32 *release)
{
	const char *s = *text;
	u32 part[3];
	u32 i;

	for (i = 0; i < ARRAY_SIZE(part); i++) {
		if (!kernel_number(&s, i < 2 ? 0xff : 0xffff, &part[i]))
			return false;
		if (i < 2 && *s++ != '.')
			return false;
	}
	*text = s;
	*release = ND_RELEASE(part[0], part[1], part[2]);
	return true;
}

static bool kernel_begins(const char *text, const char *with)
{
	return !strncmp(text, with, strlen(with));
}

static bool kernel_ends(const char *text, const char *with)
{
	size_t len = strlen(text), n = strlen(with);

	return len >= n && !strcmp(text + len - n, with);
}

/*
 * What follows x.y.z in a version of Debian's own package, up to @end: the revision, then builds
 * for a release, for backports, and rebuilds: "-2", "-1+deb13u1", "-1~deb12u1", "-1~bpo12+1",
 * "-1+b1". Derivatives append other words, and then it is not known what they changed.
 */
static bool kernel_debian_revision(const char *s, const char *end)
{
	static const char *const words[] = { "deb", "bpo", "b", "u" };
	u32 number, i;

	if (*s != '-')
		return false;
	for (;;) {
		s++;
		for (i = 0; i < ARRAY_SIZE(words); i++)
			if (kernel_begins(s, words[i]))
				break;
		if (i < ARRAY_SIZE(words))
			s += strlen(words[i]);
		if (!kernel_number(&s, 0xffff, &number))
			return false;
		if (*s == 'u') {	/* deb12u1 */
			s++;
			if (!kernel_number(&s, 0xffff, &number))
				return false;
		}
		if (s >= end)
			return s == end;
		if (*s != '.' && *s != '~' && *s != '+')
			return false;
	}
}

/* The last of them: the compiler's version, which Debian's word may precede, stands before it. */
static const char *kernel_debian_package(const char *build)
{
	const char *found = NULL, *s;

	for (s = strstr(build, KERNEL_DEBIAN); s; s = strstr(s + 1, KERNEL_DEBIAN))
		found = s + strlen(KERNEL_DEBIAN);
	return found;
}

/* Debian's package, if both texts are of one kernel: "6.1.0-56-amd64" is made of some 6.1.z. */
static bool kernel_is_debian(const char *release, const char *build, struct nd_kernel_id *id)
{
	const char *package = kernel_debian_package(build);
	const char *rest = package, *tail = release;
	u32 made_of, shown;
	size_t len;

	if (!package || !kernel_release(&rest, &made_of) || !kernel_release(&tail, &shown))
		return false;
	len = strcspn(package, " )\t\n");
	if (!kernel_debian_revision(rest, package + len))
		return false;
	if (ND_RELEASE_SERIES(made_of) != ND_RELEASE_SERIES(shown) ||
	    (shown != made_of && (shown & 0xffff)))
		return false;
	id->maker = ND_KERNEL_DEBIAN;
	id->release = made_of;
	scnprintf(id->name, sizeof(id->name), "Debian's %.*s", (int)len, package);
	return true;
}

/* The names of Debian's kernels since 13 hold the full release: "6.12.95+deb13-amd64". */
static bool kernel_named_by_debian(const char *tail)
{
	u32 number;

	if (kernel_begins(tail, "+bpo-"))
		return true;
	if (!kernel_begins(tail, "+deb"))
		return false;
	tail += strlen("+deb");
	return kernel_number(&tail, 0xff, &number) && *tail == '-';
}

static enum nd_kernel_packages kernel_packages(const char *release)
{
	static const char *const rpm[] = {
		".el", ".fc", ".amzn", ".azl", ".cm", ".oe", ".mga", ".an", ".tl",
	};
	static const char *const rpm_ends[] = { "-default", "-rt", "uek.x86_64" };
	static const char *const deb_ends[] = {
		"-generic", "-lowlatency", "-aws", "-azure", "-gcp", "-oracle", "-ibm", "-kvm", "-oem",
		"-pve",
	};
	const char *at;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(rpm); i++) {
		at = strstr(release, rpm[i]);
		if (at && kernel_digit(at[strlen(rpm[i])]))
			return ND_PACKAGES_RPM;
	}
	if (kernel_ends(release, "-amd64") || kernel_ends(release, "-arm64"))
		return ND_PACKAGES_DEBIAN;
	for (i = 0; i < ARRAY_SIZE(deb_ends); i++)
		if (kernel_ends(release, deb_ends[i]))
			return ND_PACKAGES_DEB;
	for (i = 0; i < ARRAY_SIZE(rpm_ends); i++)
		if (kernel_ends(release, rpm_ends[i]))
			return ND_PACKAGES_RPM;
	return ND_PACKAGES_UNKNOWN;
}

void nd_kernel_identify(const char *release, const char *build, struct nd_kernel_id *id)
{
	const char *tail = release;

	*id = (struct nd_kernel_id){ .maker = ND_KERNEL_UNRECORDED };
	if (!*release || kernel_is_debian(release, build, id))
		return;
	id->maker = ND_KERNEL_OTHER;
	scnprintf(id->name, sizeof(id->name), "%s", release);
	if (kernel_release(&tail, &id->release)) {
		if (!*tail) {
			id->maker = ND_KERNEL_ORG;
			scnprintf(id->name, sizeof(id->name), "Linux %s", release);
		} else if (kernel_named_by_debian(tail)) {
			id->maker = ND_KERNEL_DEBIAN;
			scnprintf(id->name, sizeof(id->name), "Debian's %s", release);
		} else if (kernel_begins(tail, "-rc") &&
			   strspn(tail + 3, "0123456789") == strlen(tail + 3)) {
			id->maker = ND_KERNEL_CANDIDATE;
		}
	}
	if (id->maker == ND_KERNEL_OTHER)
		id->packages = kernel_packages(release);
}
