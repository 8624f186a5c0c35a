// SPDX-License-Identifier: GPL-2.0-only
/*
 * Versions of kernels as their users paste them: whose they are, and what they are made of.
 */
#include <kunit/test.h>
#include "core/facts/kernel.h"

#define KERN_DEBIAN_12 \
	"Linux version 6.1.0-56-amd64 (debian-kernel@lists.debian.org) (gcc-12 (Debian 12.2.0-14+deb12u1) 12.2.0, " \
	"GNU ld (GNU Binutils for Debian) 2.40) #1 SMP PREEMPT_DYNAMIC Debian 6.1.192-2 (2026-11-20)"
#define KERN_GCC	"(gcc-12 (Debian 12.2.0-14) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40) #1 SMP"

static const struct {
	const char *release;
	const char *build;
	enum nd_kernel_maker maker;
	u32 made_of;
} kern_test_table[] = {
	{ "", "", ND_KERNEL_UNRECORDED, 0 },
	{ "", KERN_DEBIAN_12, ND_KERNEL_UNRECORDED, 0 },

	{ "6.12.95", "", ND_KERNEL_ORG, ND_RELEASE(6, 12, 95) },
	{ "7.2.0", "", ND_KERNEL_ORG, ND_RELEASE(7, 2, 0) },
	{ "5.10.271", "", ND_KERNEL_ORG, ND_RELEASE(5, 10, 271) },
	/* A build with Debian's compiler is none of Debian's. */
	{ "6.12.95", KERN_GCC, ND_KERNEL_ORG, ND_RELEASE(6, 12, 95) },

	{ "6.1.0-56-amd64", KERN_DEBIAN_12, ND_KERNEL_DEBIAN, ND_RELEASE(6, 1, 192) },
	{ "6.1.0-56-amd64", "#1 SMP Debian 6.1.192-2", ND_KERNEL_DEBIAN, ND_RELEASE(6, 1, 192) },
	{ "6.12.117+deb12-amd64", "", ND_KERNEL_DEBIAN, ND_RELEASE(6, 12, 117) },
	{ "6.12.95+deb13-cloud-amd64", "", ND_KERNEL_DEBIAN, ND_RELEASE(6, 12, 95) },
	{ "6.12.9+bpo-amd64", "", ND_KERNEL_DEBIAN, ND_RELEASE(6, 12, 9) },
	{ "6.12.117+deb12-amd64", "#1 SMP Debian 6.12.117-1~deb12u1 (2026-11-20)",
	  ND_KERNEL_DEBIAN, ND_RELEASE(6, 12, 117) },
	{ "6.5.0-0.deb12.4-amd64", "#1 SMP Debian 6.5.10-1~bpo12+1 (2023-11-23)",
	  ND_KERNEL_DEBIAN, ND_RELEASE(6, 5, 10) },
	{ "6.1.0-51-amd64", "#1 SMP Debian 6.1.177-1+deb12u1", ND_KERNEL_DEBIAN, ND_RELEASE(6, 1, 177) },
	{ "5.10.0-30-amd64", "#1 SMP Debian 5.10.218-1", ND_KERNEL_DEBIAN, ND_RELEASE(5, 10, 218) },

	/* What Debian's name alone does not tell, and what is not Debian's. */
	{ "6.1.0-56-amd64", "", ND_KERNEL_OTHER, ND_RELEASE(6, 1, 0) },
	{ "6.1.0-56-amd64", KERN_GCC, ND_KERNEL_OTHER, ND_RELEASE(6, 1, 0) },
	{ "6.1.0-56-amd64", "#1 SMP Debian 6.12.117-1", ND_KERNEL_OTHER, ND_RELEASE(6, 1, 0) },
	{ "6.12.47+rpt-rpi-v8", "#1 SMP PREEMPT Debian 1:6.12.47-1+rpt1~bookworm", ND_KERNEL_OTHER,
	  ND_RELEASE(6, 12, 47) },
	{ "6.12.95-amd64", "#1 SMP Debian 6.12.95-1parrot1", ND_KERNEL_OTHER, ND_RELEASE(6, 12, 95) },
	{ "6.12.95-amd64", "#1 SMP Debian 6.12.95-", ND_KERNEL_OTHER, ND_RELEASE(6, 12, 95) },
	{ "6.12.95-amd64", "#1 SMP Debian 6.12.95", ND_KERNEL_OTHER, ND_RELEASE(6, 12, 95) },
	{ "6.12.95+debug", "", ND_KERNEL_OTHER, ND_RELEASE(6, 12, 95) },

	{ "6.8.0-134-generic", "", ND_KERNEL_OTHER, ND_RELEASE(6, 8, 0) },
	{ "5.14.0-687.el9.x86_64", "", ND_KERNEL_OTHER, ND_RELEASE(5, 14, 0) },
	{ "6.12.103-127.188.amzn2023.x86_64", "", ND_KERNEL_OTHER, ND_RELEASE(6, 12, 103) },
	{ "7.1.7-200.fc44.x86_64", "", ND_KERNEL_OTHER, ND_RELEASE(7, 1, 7) },
	{ "6.4.0-150700.51-default", "", ND_KERNEL_OTHER, ND_RELEASE(6, 4, 0) },
	{ "6.18.35.2-microsoft-standard-WSL2", "", ND_KERNEL_OTHER, ND_RELEASE(6, 18, 35) },
	{ "6.12.95-arch1-1", "", ND_KERNEL_OTHER, ND_RELEASE(6, 12, 95) },
	{ "6.12.95+", "", ND_KERNEL_OTHER, ND_RELEASE(6, 12, 95) },
	{ "6.12.95-dirty", "", ND_KERNEL_OTHER, ND_RELEASE(6, 12, 95) },
	{ "6.12.95 ", "", ND_KERNEL_OTHER, ND_RELEASE(6, 12, 95) },
	{ "7.2", "", ND_KERNEL_OTHER, 0 },
	{ "custom", "", ND_KERNEL_OTHER, 0 },
	{ "6.300.1", "", ND_KERNEL_OTHER, 0 },
	{ "6.12.99999", "", ND_KERNEL_OTHER, 0 },
	{ "7.2.0-rc4", "", ND_KERNEL_CANDIDATE, ND_RELEASE(7, 2, 0) },
	{ "7.2.0-rc4-next-20260701", "", ND_KERNEL_OTHER, ND_RELEASE(7, 2, 0) },
};

static void kern_test_identify(struct kunit *test)
{
	struct nd_kernel_id id;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(kern_test_table); i++) {
		nd_kernel_identify(kern_test_table[i].release, kern_test_table[i].build, &id);
		KUNIT_EXPECT_EQ_MSG(test, id.maker, kern_test_table[i].maker, "(case %u, %s)", i,
				    kern_test_table[i].release);
		KUNIT_EXPECT_EQ_MSG(test, id.release, kern_test_table[i].made_of, "(case %u, %s)", i,
				    kern_test_table[i].release);
	}
}

static void kern_test_names(struct kunit *test)
{
	struct nd_kernel_id id;

	nd_kernel_identify("6.1.0-56-amd64", KERN_DEBIAN_12, &id);
	KUNIT_EXPECT_STREQ(test, id.name, "Debian's 6.1.192-2");
	nd_kernel_identify("6.12.95", "", &id);
	KUNIT_EXPECT_STREQ(test, id.name, "Linux 6.12.95");
	nd_kernel_identify("6.8.0-134-generic", "", &id);
	KUNIT_EXPECT_STREQ(test, id.name, "6.8.0-134-generic");
}

static void kern_test_packages(struct kunit *test)
{
	static const struct {
		const char *release;
		enum nd_kernel_packages packages;
	} cases[] = {
		{ "5.14.0-687.el9.x86_64", ND_PACKAGES_RPM },
		{ "6.12.103-127.188.amzn2023.x86_64", ND_PACKAGES_RPM },
		{ "7.1.7-200.fc44.x86_64", ND_PACKAGES_RPM },
		{ "6.4.0-150700.51-default", ND_PACKAGES_RPM },
		{ "6.8.0-134-generic", ND_PACKAGES_DEB },
		{ "6.14.11-4-pve", ND_PACKAGES_DEB },
		{ "6.1.0-56-amd64", ND_PACKAGES_DEBIAN },
		{ "6.1.0-56-cloud-amd64", ND_PACKAGES_DEBIAN },
		{ "6.18.35.2-microsoft-standard-WSL2", ND_PACKAGES_UNKNOWN },
		{ "6.12.95-arch1-1", ND_PACKAGES_UNKNOWN },
	};
	struct nd_kernel_id id;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		nd_kernel_identify(cases[i].release, "", &id);
		KUNIT_EXPECT_EQ_MSG(test, id.packages, cases[i].packages, "(%s)", cases[i].release);
	}
}

static struct kunit_case kern_test_cases[] = {
	KUNIT_CASE(kern_test_identify),
	KUNIT_CASE(kern_test_names),
	KUNIT_CASE(kern_test_packages),
	{}
};

static struct kunit_suite nestdiag_kernel_suite = {
	.name = "nestdiag_kernel",
	.test_cases = kern_test_cases,
};
