/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Which kernel this is: whose version it shows, and what that version says of its fixes.
 */
#ifndef NESTDIAG_KERNEL_H
#define NESTDIAG_KERNEL_H

#include <nestdiag/types.h>

/* A release of kernel.org. Unlike ND_KERNEL() it holds every stable number: 5.10 is beyond .255. */
#define ND_RELEASE(a, b, c)	((u32)(a) << 24 | (u32)(b) << 16 | (u32)(c))
#define ND_RELEASE_SERIES(r)	((r) >> 16)

/**
 * enum nd_kernel_maker - whose version a kernel shows
 * @ND_KERNEL_UNRECORDED: none was recorded
 * @ND_KERNEL_OTHER:      a distribution's, or somebody's own build. Both add fixes without a change
 *			  of x.y.z, so it does not tell which fixes are in
 * @ND_KERNEL_CANDIDATE:  a release candidate of kernel.org
 * @ND_KERNEL_ORG:        exactly x.y.z, as kernel.org's source builds
 * @ND_KERNEL_DEBIAN:     Debian's: the version of its package starts with the release it is made of
 */
enum nd_kernel_maker {
	ND_KERNEL_UNRECORDED,
	ND_KERNEL_OTHER,
	ND_KERNEL_CANDIDATE,
	ND_KERNEL_ORG,
	ND_KERNEL_DEBIAN,
};

/**
 * enum nd_kernel_packages - which packages a kernel comes from, by its name
 * @ND_PACKAGES_UNKNOWN: no telling
 * @ND_PACKAGES_RPM:     RPM
 * @ND_PACKAGES_DEB:     dpkg, but not Debian's own
 * @ND_PACKAGES_DEBIAN:  Debian's own, whose package version was not recorded
 */
enum nd_kernel_packages {
	ND_PACKAGES_UNKNOWN,
	ND_PACKAGES_RPM,
	ND_PACKAGES_DEB,
	ND_PACKAGES_DEBIAN,
};

/**
 * struct nd_kernel_id - a kernel by its version
 * @maker:    whose version it is
 * @release:  ND_RELEASE() that it is made of, with ND_KERNEL_ORG and ND_KERNEL_DEBIAN; else the one
 *	      that its version starts with, which only tells the series; 0 if there is none
 * @packages: where it comes from, with ND_KERNEL_OTHER
 * @name:     for people: "Linux 6.12.95", "Debian's 6.1.192-2", or the release as recorded
 */
struct nd_kernel_id {
	enum nd_kernel_maker maker;
	enum nd_kernel_packages packages;
	u32 release;
	char name[80];
};

/**
 * nd_kernel_identify() - read a kernel's version
 * @release: uname -r; empty if unknown
 * @build:   text with the build's version, as /proc/version or the first line of an oops has it
 *	     behind the release; empty if unknown
 * @id:      filled
 */
void nd_kernel_identify(const char *release, const char *build, struct nd_kernel_id *id);

#endif /* NESTDIAG_KERNEL_H */
