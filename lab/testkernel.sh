#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# A kernel with KUnit and with the kernel's own checks, which no Debian kernel
# has: Debian's kernel source, tinyconfig and lab/testkernel.config. It is built
# once, into the cache; further fragments make a variant of it.
#
#	lab/testkernel.sh [FRAGMENT...]		build it, print all paths
#	lab/testkernel.sh path image [FRAGMENT...]	the bzImage
#	lab/testkernel.sh path vmlinux [FRAGMENT...]	with what a debugger needs
#	lab/testkernel.sh path modules [FRAGMENT...]	folder with its .ko files
#	lab/testkernel.sh path kdir [FRAGMENT...]	KDIR for modules of our own
#	lab/testkernel.sh path key [FRAGMENT...]	the key that it trusts, if a fragment wants one
#	lab/testkernel.sh path source		folder with scripts/checkpatch.pl and
#						what it needs; builds no kernel

# shellcheck source=lab/toolchain.sh
. "$(dirname "${BASH_SOURCE[0]}")/toolchain.sh"

TESTKERNEL_SUITE=bookworm
TESTKERNEL_SOURCE=linux-source-6.12
TESTKERNEL_CONFIG=$TOP/lab/testkernel.config

# What checkpatch.pl reads beside the file that it checks.
CHECKPATCH_FILES=(checkpatch.pl spelling.txt const_structs.checkpatch)

# --- source -----------------------------------------------------------------

source_version()
{
	suite_version "$TESTKERNEL_SUITE" "$TESTKERNEL_SOURCE"
}

# source_archive: path of the source, packed; 150 MB that everything below shares
source_archive()
{
	local version root dir

	version=$(source_version)
	root=$(suite_root "$TESTKERNEL_SUITE")
	dir=$(cached testkernel "archive-$version" "download $TESTKERNEL_SOURCE $version" \
		fetch_archive "$root" "$TESTKERNEL_SOURCE=$version")
	printf '%s\n' "$dir/$TESTKERNEL_SOURCE.tar.xz"
}

fetch_archive()
{
	unpack_packages "$@"
	mv "usr/src/$TESTKERNEL_SOURCE.tar.xz" .
	rm -rf usr
}

# testkernel_source: folder with the scripts that `make lint` needs
testkernel_source()
{
	local archive version

	version=$(source_version)
	archive=$(source_archive)
	cached testkernel "scripts-$version" "unpack checkpatch.pl" unpack_scripts "$archive"
}

unpack_scripts()
{
	tar -xf "$1" --strip-components=1 "${CHECKPATCH_FILES[@]/#/$TESTKERNEL_SOURCE/scripts/}"
}

# --- configuration ----------------------------------------------------------

# configure FRAGMENT...: in the source tree; a later fragment has the last word
configure()
{
	kernel_make -s tinyconfig
	cat "$@" >>.config
	kernel_make -s olddefconfig
	check_config .config "$@"
}

# olddefconfig drops what it cannot have without a word.
check_config()
{
	local lost

	lost=$(lost_options "$@")
	[[ -z $lost ]] || die "the kernel's configuration lost what the fragments ask for: $lost"
}

# lost_options CONFIG FRAGMENT...: each option that is not as the fragments want it
lost_options()
{
	awk '
		/^CONFIG_/ { name = $0; sub(/=.*/, "", name); value = substr($0, length(name) + 2) }
		/^# CONFIG_.* is not set$/ { name = $2; value = "n" }
		name == "" { next }
		FILENAME == ARGV[1] { got[name] = value }
		FILENAME != ARGV[1] { wanted[name] = value }
		{ name = "" }
		END {
			for (name in wanted) {
				is = name in got ? got[name] : "n"
				if (is != wanted[name])
					printf "%s=%s (is %s) ", name, wanted[name], is
			}
		}' "$@"
}

# --- build ------------------------------------------------------------------

# testkernel_title [FRAGMENT...]: what the kernel with these fragments is called
testkernel_title()
{
	local fragment names=

	for fragment; do
		names+=" with ${fragment##*/testkernel-}"
	done
	printf 'test kernel%s\n' "${names//.config/}"
}

# testkernel_dir [FRAGMENT...]: folder with bzImage, config, modules/ and kdir/
testkernel_dir()
{
	local archive='' version key fragment title root='' build=(build_testkernel)

	for fragment; do
		[[ -r $fragment && $fragment == /* ]] || die "no fragment $fragment (a whole path)"
	done

	# Also for a build of modules: the kernel's tools use their libraries.
	need lab testkernel
	version=$(source_version)
	! grep -qs '^CONFIG_CC_IS_CLANG=y' "$@" /dev/null || root=$(clang_toolchain)
	# Keyed by what the functions do, not by how this file words it.
	key=$(key_of "$version" "$TESTKERNEL_CONFIG" "$@" "$(gcc -dumpfullversion)" \
		"$(declare -f configure build_testkernel keep_results kernel_make)" ${root:+"${root##*/}"})
	# 150 MB that a test kernel in the cache does not need any more
	[[ -d $CACHE/testkernel/$key ]] || archive=$(source_archive)
	[[ -z $root ]] || build=(in_toolchain "$root" "$TOP" "${archive%/*}" -- env "LLVM=-$CLANG"
		"NESTDIAG_CACHE=$CACHE" "$TOP/lab/testkernel.sh" build)
	! grep -qs '^CONFIG_MODULE_SIG_KEY=' "$@" /dev/null || build=(build_with_key "${build[@]}")
	title=$(testkernel_title "$@")
	cached testkernel "$key" "build the $title (Linux $version, some 6 minutes on 2 CPUs)" \
		"${build[@]}" "$archive" "$TESTKERNEL_CONFIG" "$@"
}

# build_testkernel ARCHIVE FRAGMENT...: in the current folder
build_testkernel()
{
	local archive=$1
	shift

	mkdir source
	tar -xf "$archive" --strip-components=1 -C source
	(
		cd source
		configure "$@"
		kernel_make bzImage modules
		keep_results ..
	)
	rm -rf source
}

# build_with_key COMMAND...: what signs modules for that kernel stays in signing_key.pem
build_with_key()
{
	openssl req -new -x509 -batch -newkey rsa:2048 -nodes -days 36500 -subj '/CN=nestdiag test kernel/' \
		-keyout key.pem -out cert.pem
	cat key.pem cert.pem >signing_key.pem
	"$@"
}

# keep_results DIR: from the source tree, what is used later; 3 GB need not stay
keep_results()
{
	mkdir "$1/modules"
	cp .config "$1/config"
	cp arch/x86/boot/bzImage vmlinux "$1/"
	find . -name '*.ko' -exec strip --strip-debug {} + -exec cp -t "$1/modules" {} +
	# The kernel's own idea of what a build of modules needs.
	kernel_make run-command \
		KBUILD_RUN_COMMAND="+\$(srctree)/scripts/package/install-extmod-build $1/kdir"
	# A module's BTF is written against the kernel's.
	strip --strip-debug -o "$1/kdir/vmlinux" vmlinux
}

# kernel_make ARG...: without the variables of the make that called us
kernel_make()
{
	env -u MAKEFLAGS -u MAKEOVERRIDES -u MAKELEVEL make -j"$(nproc)" "$@"
}

# --- command line -----------------------------------------------------------

# testkernel_path WHAT [FRAGMENT...]
testkernel_path()
{
	local what=$1 dir
	shift

	case $what in
	source) testkernel_source; return ;;
	image) what=bzImage ;;
	key) what=signing_key.pem ;;
	vmlinux | modules | kdir) ;;
	*) die "no path '$what' (there are image, vmlinux, modules, kdir, key and source)" ;;
	esac
	dir=$(testkernel_dir "$@")
	printf '%s\n' "$dir/$what"
}

# paths_of FRAGMENT...: whole paths, as steps run elsewhere
paths_of()
{
	mapfile -t fragments < <((($# == 0)) || realpath -m -- "$@")
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	case ${1-} in
	path)
		(($# >= 2)) || die "usage: lab/testkernel.sh path image|vmlinux|modules|kdir|key|source"
		paths_of "${@:3}"
		testkernel_path "$2" "${fragments[@]}"
		;;
	# For ourselves, in the root of another compiler.
	build) build_testkernel "${@:2}" ;;
	*)
		paths_of "$@"
		for what in image modules kdir; do
			path=$(testkernel_path "$what" "${fragments[@]}")
			printf '%-7s %s\n' "$what" "$path"
		done
		;;
	esac
fi
