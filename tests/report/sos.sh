#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The plugin for sos, by sos itself: a copy of it with the plugin beside its own collects the report and a
# snapshot that nestdiag reads. One line a check.
#
#	tests/report/sos.sh

# shellcheck source=lab/packages.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../lab/packages.sh"
# shellcheck source=tests/check.sh
. "$TOP/tests/check.sh"

# shellcheck disable=SC2034 # for tests/check.sh
stage=sos

cd "$TOP"
tool=${NESTDIAG:-$TOP/tools/nestdiag}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

sos=/usr/lib/python3/dist-packages/sos
if [[ ! -d $sos/report/plugins ]] || ((EUID)); then
	echo "skip - sos: the plugin # no sos, or not root: lab/packages.sh report"
	exit 0
fi
mkdir "$tmp/bin" "$tmp/collected"
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
# runs, has_report, has_snapshot: each says what is wrong
runs()
{
	/usr/bin/python3 "$tmp/run.py" "$tmp" "$tmp/bin" report --batch --build -o nestdiag --tmp-dir "$tmp/collected"
}

has_report()
{
	[[ -n $report && $(head -n 1 "$report") == "# nestdiag report" && $(stat -c %s "$report") -lt 60000 ]]
}

has_snapshot()
{
	[[ -n $snapshot ]] && "$tool" -q snapshot --from "$snapshot"
}

check "it runs with the plugin" runs
report=$(find "$tmp/collected" -path '*/sos_commands/nestdiag/nestdiag.md' | head -n 1)
snapshot=$(find "$tmp/collected" -path '*/sos_commands/nestdiag/nestdiag.snapshot' | head -n 1)
check "it has the report" has_report
check "it has a snapshot" has_snapshot
