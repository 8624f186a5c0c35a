#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Reports in Chromium: nothing is asked for over the network, no script runs, and there is a picture of each at
# the size of a phone, of a laptop and on paper, in build/report. Then the plugin for sos. One line a check.
#
#	tests/report/run.sh
#
# NESTDIAG is the tool, by default the one in this tree. BROWSER is a headless Chromium.

# shellcheck source=lab/packages.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../lab/packages.sh"
# shellcheck source=tests/check.sh
. "$TOP/tests/check.sh"

# shellcheck disable=SC2034 # for tests/check.sh
stage=report

cd "$TOP"
tool=${NESTDIAG:-$TOP/tools/nestdiag}
browser=${BROWSER:-chromium-headless-shell}
shots=$TOP/build/report
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$shots"

if ! command -v "$browser" >/dev/null; then
	mapfile -t packages < <(packages_of report)
	need_packages "${packages[@]}" >&2
fi

# browse PAGE ARG...: in a profile of its own, without a network
browse()
{
	local page=$1
	shift

	timeout 120 "$browser" --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$tmp/profile" \
		--disable-background-networking --disable-component-update --no-first-run \
		--host-resolver-rules='MAP * 127.0.0.1:1' "$@" "file://$page" 2>"$tmp/browser.log"
}

# requests PAGE: what the browser asks for to show it, each once, without the page itself
requests()
{
	browse "$1" --dump-dom --log-net-log="$tmp/net.json" --net-log-capture-mode=Everything >"$tmp/dom" || return 1
	grep -oE '"url":"[^"]*"' "$tmp/net.json" | sort -u | grep -vF "\"url\":\"file://$1\""
	return 0
}

# asks_nothing PAGE
asks_nothing()
{
	local asked

	asked=$(requests "$1") || { cat "$tmp/browser.log"; return 1; }
	[[ -s $tmp/dom && -z $asked ]] || { echo "$asked"; return 1; }
}

# runs_nothing PAGE: what the browser made of it has the elements that the file has, and no others
runs_nothing()
{
	browse "$1" --dump-dom >"$tmp/dom" || return 1
	grep -q '<main>' "$tmp/dom" && ! grep -qE '<(script|iframe|object|embed|img|link)' "$tmp/dom" &&
		[[ $(grep -o RAN "$1" | wc -l) == $(grep -o RAN "$tmp/dom" | wc -l) ]] &&
		diff <(grep -oE '<[a-z0-9]+' "$1" | grep -vE '<(tbody|head)$' | sort | uniq -c) \
			<(grep -oE '<[a-z0-9]+' "$tmp/dom" | grep -vE '<(tbody|head)$' | sort | uniq -c)
}

# The means see what they look for: without them, silence would prove nothing.
cat >"$tmp/control.html" <<'END'
<!DOCTYPE html><html><body><main></main><img src="http://evil.example/x.png">
<script>document.body.append("RAN")</script></body></html>
END
asked=$(requests "$tmp/control.html")
check "a request of another page is seen" grep -q evil.example <<<"$asked"
check "a script of another page is seen" grep -q RAN "$tmp/dom"
# The policy of a report alone stops both, whatever gets into it.
"$tool" -q report --from tests/fixtures/synthetic-nested.snapshot -o "$tmp/page.html" >/dev/null
sed 's|<main>|<main><img src="http://evil.example/x.png"><script>document.body.append("RAN")</script>|' \
	"$tmp/page.html" >"$tmp/injected.html"
check "the policy stops a request" asks_nothing "$tmp/injected.html"
check "the policy stops a script" grep -qx 1 <(grep -o RAN "$tmp/dom" | wc -l)

# hostile: a snapshot with markup in its texts
hostile()
{
	local evil='\074script\076document.body.append("RAN")\074/script\076\074img\040src=http://evil.example/'

	awk -v evil="${evil//\\/\\\\}" '
		NR == 2 { print "taken 2026-11-28T19:20:00Z 0.2.0 " substr(evil, 1, 70) }
		$1 == "param" { $4 = substr(evil, 1, 90) }
		$1 == "host" && $2 == "kvm_open" { $3 = substr(evil, 1, 90); $0 = $1 " " $2 " " $3 }
		{ print }' \
		tests/fixtures/emulated-haswell-failures.snapshot
}

# pictures NAME PAGE: at all sizes
pictures()
{
	local size name=$1 page=$2

	for size in 390,844 1366,768; do
		browse "$page" --window-size="$size" --screenshot="$shots/$name-${size%,*}.png" || return 1
		browse "$page" --window-size="${size%,*},6000" --screenshot="$shots/$name-${size%,*}-all.png" || return 1
		browse "$page" --window-size="$size" --force-dark-mode --blink-settings=preferredColorScheme=0 \
			--screenshot="$shots/$name-${size%,*}-dark.png" || return 1
	done
	browse "$page" --no-pdf-header-footer --print-to-pdf="$shots/$name.pdf" || return 1
	[[ $(head -c 5 "$shots/$name.pdf") == %PDF- ]] &&
		[[ -z $(find "$shots" -name "$name-*.png" -size -4k) ]]
}

# fits PAGE: on a phone nothing sticks out to the right
fits()
{
	sed 's|default-src .none.;|default-src '"'none'; script-src 'unsafe-inline';"'|;
		s|</body>|<script>document.title = "WIDTH " + document.documentElement.scrollWidth;</script></body>|' \
		"$1" >"$tmp/width.html"
	browse "$tmp/width.html" --window-size=390,844 --dump-dom >"$tmp/dom" || return 1
	grep -oE '<title>WIDTH [0-9]+' "$tmp/dom" | awk '{ print; exit !($2 > 0 && $2 <= 390) }'
}

hostile >"$tmp/hostile.snapshot"
for snapshot in tests/fixtures/{emulated-haswell-failures,synthetic-nested,synthetic-host-troubled}.snapshot \
	tests/fixtures/{synthetic-l1-evmcs-in-use,synthetic-no-virtualization}.snapshot "$tmp/hostile.snapshot"; do
	name=$(basename "$snapshot" .snapshot)
	"$tool" -q report --no-redact --from "$snapshot" -o "$tmp/$name.html" >/dev/null
	check "$name: nothing is asked for" asks_nothing "$tmp/$name.html"
	check "$name: nothing runs" runs_nothing "$tmp/$name.html"
	check "$name: it fits on a phone" fits "$tmp/$name.html"
	check "$name: pictures" pictures "$name" "$tmp/$name.html"
done
"$tool" -q report -o "$tmp/live.html" >/dev/null 2>&1
check "this machine: nothing is asked for" asks_nothing "$tmp/live.html"
check "this machine: pictures" pictures live "$tmp/live.html"
tests/report/sos.sh
