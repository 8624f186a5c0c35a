#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Debian packages of the tool and of the module's source for DKMS, in build/deb.
#
#	packaging/deb.sh [FOLDER]

# shellcheck source=lab/packages.sh
. "$(dirname "${BASH_SOURCE[0]}")/../lab/packages.sh"

OUT=$(realpath -m "${1:-$TOP/build/deb}")

# changelog VERSION: the release's lines are in CHANGELOG.md, which the package has
changelog()
{
	cat <<-END
	nestdiag ($1) unstable; urgency=medium

	  * See changelog.gz.

	 -- nestdiag maintainers <maintainers@nestdiag.invalid>  $(date -R -u -d "@${SOURCE_DATE_EPOCH:-$(stat -c %Y "$TOP/VERSION")}")
	END
}

main()
{
	local version tree
	version=$(cat "$TOP/VERSION")
	tree=$OUT/nestdiag-$version

	need tool deb
	rm -rf "$OUT"
	mkdir -p "$tree"
	# The checkout without what was built there, which is for this machine.
	tar -C "$TOP" -c --exclude=./build --exclude='./.git*' --exclude=./tools/nestdiag \
		--exclude='*.o' --exclude='.*.cmd' --exclude='*.ko' --exclude='*.mod' \
		--exclude='*.mod.c' . | tar -C "$tree" -x
	cp -r "$TOP/packaging/debian" "$tree/debian"
	changelog "$version" >"$tree/debian/changelog"
	step "build the Debian packages" run_in "$tree" dpkg-buildpackage -us -uc -b -d
	find "$OUT" -maxdepth 1 -name '*.deb'
}

main
