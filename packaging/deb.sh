#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Debian packages of the tool and of the module's source for DKMS, in build/deb.
#
#	packaging/deb.sh [FOLDER [VERSION]]	(default: build/deb, and what VERSION says)

# shellcheck source=packaging/tree.sh
. "$(dirname "${BASH_SOURCE[0]}")/tree.sh"

OUT=$(realpath -m "${1:-$TOP/build/deb}")

# changelog VERSION: the release's lines are in CHANGELOG.md, which the package has
changelog()
{
	cat <<-END
	nestdiag ($1-1) unstable; urgency=medium

	  * See CHANGELOG.md in this folder.

	 -- nestdiag maintainers <maintainers@nestdiag.invalid>  $(date -R -u -d "@${SOURCE_DATE_EPOCH:-$(stat -c %Y "$TOP/VERSION")}")
	END
}

main()
{
	local version tree
	version=${1:-$(cat "$TOP/VERSION")}
	tree=$OUT/nestdiag-$version

	need tool deb
	rm -rf "$OUT"
	source_tree "$tree"
	cp -r "$TOP/packaging/debian" "$tree/debian"
	changelog "$version" >"$tree/debian/changelog"
	step "build the Debian packages" run_in "$tree" dpkg-buildpackage -us -uc -b -d
	find "$OUT" -maxdepth 1 -name '*.deb'
}

main "${2-}"
