#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The plugin for sos, by sos itself: a copy of it with the plugin beside its own collects the report and a
# snapshot that nestdiag reads. One line a check.
#
#	tests/report/sos.sh

# shellcheck source=lab/packages.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../lab/packages.sh"

cd "$TOP"
tool=${NESTDIAG:-$TOP/tools/nestdiag}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

sos=/usr/lib/python3/dist-packages/sos
if [[ ! -d $sos/report/plugins ]] || ((EUID)); then
	echo "skip - sos: the plugin # no sos, or not root: lab/packages.sh report"
	exit 0
fi
mkdir "$tmp/bin" "$tmp/out"
cp -r "$sos" "$tmp/sos"
cp packaging/sos/nestdiag.py "$tmp/sos/report/plugins/"
cp "$tool" "$tmp/bin/nestdiag"
# sos leaves the environment of its own commands alone but for PATH, which it sets.
cat >"$tmp/run.py" <<'END'
import sys
sys.path.insert(0, sys.argv.pop(1))
import sos.policies
folder = sys.argv.pop(1)
from sos import SoS
import sos.report.plugins
assert sos.report.plugins.__file__.startswith(sys.path[0])
policy = sos.policies.Policy.set_exec_path
sos.policies.Policy.set_exec_path = lambda self: (policy(self), __import__("os").environ.__setitem__(
    "PATH", folder + ":" + __import__("os").environ["PATH"]))
SoS(sys.argv[1:]).execute()
END
if /usr/bin/python3 "$tmp/run.py" "$tmp" "$tmp/bin" report --batch --build -o nestdiag --tmp-dir "$tmp/out" \
	>"$tmp/log" 2>&1; then
	echo "ok - sos: it runs with the plugin"
else
	sed 's/^/    | /' "$tmp/log" >&2
	echo "not ok - sos: it runs with the plugin"
fi
report=$(find "$tmp/out" -path '*/sos_commands/nestdiag/nestdiag.md' | head -n 1)
snapshot=$(find "$tmp/out" -path '*/sos_commands/nestdiag/nestdiag.snapshot' | head -n 1)
if [[ -n $report && $(head -n 1 "$report") == "# nestdiag report" && $(stat -c %s "$report") -lt 60000 ]]; then
	echo "ok - sos: it has the report"
else
	sed 's/^/    | /' "$tmp/log" >&2
	echo "not ok - sos: it has the report"
fi
if [[ -n $snapshot ]] && "$tool" -q snapshot --from "$snapshot" >/dev/null; then
	echo "ok - sos: it has a snapshot"
else
	echo "not ok - sos: it has a snapshot"
fi
