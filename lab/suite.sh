#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Packages of one suite of Debian, whichever suite this machine runs: an apt root
# of its own in the cache, with the archives that this machine already uses. It
# needs no root rights and installs nothing here.
#
#	lab/suite.sh SUITE PACKAGE	download and unpack it, print the folder
#
# A suite is a name that the archive knows: bookworm, sid, trixie-backports.

# shellcheck source=lab/packages.sh
. "$(dirname "${BASH_SOURCE[0]}")/packages.sh"

KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

# archive_of WHAT: address of this machine's archive for WHAT, main or security
archive_of()
{
	local codename uri security main

	# shellcheck disable=SC2016 # for apt
	while IFS='|' read -r codename uri; do
		case $codename in
		*-security) security=${security:-$uri} ;;
		*) main=${main:-$uri} ;;
		esac
	done < <(apt-get indextargets --format '$(CODENAME)|$(REPO_URI)' \
		'Created-By: Packages' 'Origin: Debian' 2>/dev/null)
	if [[ $1 == security ]]; then
		printf '%s\n' "${security-}"
	else
		printf '%s\n' "${main-}"
	fi
}

# suite_sources SUITE: backports need the suite that they are for; sid has no security archive
suite_sources()
{
	local base=${1%-backports} suites=("$1") main security suite

	main=$(archive_of main)
	security=$(archive_of security)
	[[ -n $main ]] || die "apt knows no archive of Debian here: see /etc/apt/sources.list"
	[[ -r $KEYRING ]] || die "no $KEYRING: install debian-archive-keyring"
	[[ $1 == "$base" ]] || suites+=("$base")
	for suite in "${suites[@]}"; do
		printf 'deb [signed-by=%s] %s %s main\n' "$KEYRING" "$main" "$suite"
	done
	[[ -z $security || $base == sid ]] ||
		printf 'deb [signed-by=%s] %s %s-security main\n' "$KEYRING" "$security" "$base"
}

# suite_root SUITE: its apt root, with lists that are at most a day old
suite_root()
{
	local suite=$1 root=$CACHE/suite/$1
	local fd

	if ! lists_are_fresh "$root/lists"; then
		mkdir -p "$root"/{etc/apt.conf.d,etc/preferences.d,lists/partial,archives/partial}
		take_lock fd "$root/.lock" "the package lists of $suite"
		if ! lists_are_fresh "$root/lists"; then
			suite_sources "$suite" >"$root/etc/sources.list"
			: >>"$root/status"
			step "fetch the package lists of Debian $suite" suite_update "$root"
		fi
		exec {fd}>&-
	fi
	printf '%s\n' "$root"
}

# suite_update ROOT: apt keeps the times that the archive gives its lists; ours say when we asked
suite_update()
{
	suite_apt "$1" apt-get -qq update
	touch "$1"/lists/*_Packages*
}

# suite_apt ROOT COMMAND...: apt-get or apt-cache in that root
suite_apt()
{
	local root=$1 command=$2
	shift 2

	# apt only downloads, with our own rights, and runs no hook of this machine. What it gets is
	# signed, but a mirror of sid may be weeks behind.
	"$command" -o Dir::State="$root" -o Dir::State::status="$root/status" \
		-o Dir::State::lists="$root/lists" -o Dir::Cache="$root" \
		-o Dir::Cache::archives="$root/archives" -o Dir::Etc="$root/etc" \
		-o Dir::Etc::sourcelist="$root/etc/sources.list" -o Dir::Etc::sourceparts=- \
		-o Dir::Etc::main=/dev/null -o Dir::Etc::parts="$root/etc/apt.conf.d" \
		-o APT::Architecture=amd64 -o APT::Architectures::=amd64 \
		-o Acquire::Check-Valid-Until=false -o APT::Sandbox::User= -o APT::Update::Post-Invoke= "$@"
}

# suite_ask SUITE apt-cache's ARGUMENT...: the answer, which takes it a second, remembered
# until the lists change
suite_ask()
{
	local root answer fresh
	root=$(suite_root "$1")
	shift

	answer=$root/answers/$(key_of "$*")
	if [[ ! $answer -nt $root/lists ]]; then
		mkdir -p "$root/answers"
		fresh=$(mktemp "$answer.XXXXXX")
		suite_apt "$root" apt-cache "$@" >"$fresh" 2>/dev/null || true
		mv "$fresh" "$answer"
	fi
	cat "$answer"
}

# suite_version SUITE PACKAGE
suite_version()
{
	local version

	version=$(suite_ask "$1" show --no-all-versions "$2" | sed -n 's/^Version: //p')
	[[ -n $version ]] || die "Debian $1 has no package $2"
	printf '%s\n' "$version"
}

# suite_depends SUITE PACKAGE PATTERN: the package of that name on which PACKAGE depends
suite_depends()
{
	suite_ask "$1" depends --important "$2" | sed -nE "s/^ *Depends: ($3)\$/\1/p" | head -n 1
}

# suite_newest SUITE REGEX: of the packages whose names match, the one of the highest version
suite_newest()
{
	suite_ask "$1" pkgnames | grep -E "^($2)\$" | sort -V | tail -n 1
}

# suite_package SUITE PACKAGE [MORE...]: folder with their unpacked files
suite_package()
{
	local suite=$1 name=$2 package version root packages=()
	shift

	for package; do
		packages+=("$package=$(suite_version "$suite" "$package")")
	done
	version=${packages[0]#*=}
	root=$(suite_root "$suite")
	cached package "${name}_$version" "download $* $version" \
		unpack_packages "$root" "${packages[@]}"
}

# unpack_packages ROOT PACKAGE=VERSION...: into the current folder; dpkg-deb takes
# out all or nothing
unpack_packages()
{
	local root=$1 deb
	shift

	suite_apt "$root" apt-get download "$@" || die "cannot download $*"
	for deb in ./*.deb; do
		dpkg-deb -x "$deb" .
	done
	rm -f ./*.deb
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	(($# == 2)) || die "usage: lab/suite.sh SUITE PACKAGE"
	suite_package "$1" "$2"
fi
