#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# RPM packages of the tool and of the module's source for DKMS, in build/rpm.
#
#	packaging/rpm.sh [FOLDER]

# shellcheck source=packaging/tree.sh
. "$(dirname "${BASH_SOURCE[0]}")/tree.sh"

OUT=$(realpath -m "${1:-$TOP/build/rpm}")

main()
{
	local version
	version=$(cat "$TOP/VERSION")

	need tool rpm
	rm -rf "$OUT"
	mkdir -p "$OUT"/{SOURCES,SPECS}
	source_tree "$OUT/nestdiag-$version"
	tar -C "$OUT" -czf "$OUT/SOURCES/nestdiag-$version.tar.gz" "nestdiag-$version"
	rm -rf "${OUT:?}/nestdiag-$version"
	sed "s/@VERSION@/$version/" "$TOP/packaging/rpm/nestdiag.spec" >"$OUT/SPECS/nestdiag.spec"
	# On Debian the packages of BuildRequires are no RPMs.
	step "build the RPM packages" rpmbuild -bb --nodeps --define "_topdir $OUT" \
		"$OUT/SPECS/nestdiag.spec"
	find "$OUT/RPMS" -name '*.rpm'
}

main
