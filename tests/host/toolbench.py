#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""How long nestdiag takes from its start to its answer, beside tools that tell about the processor:
the CPU time of N runs (default 200), median, and how many times as long as nestdiag's status. Tools
that are not installed are left out, and named. No test: a loaded machine is slower.

	tests/host/toolbench.py [N]
"""
import os
import shutil
import statistics
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOOL = os.path.join(TOP, "tools/nestdiag")
SNAPSHOT = os.path.join(TOP, "tests/fixtures/emulated-haswell-l0.snapshot")

COMMANDS = [
    ("nestdiag --from FILE", [TOOL, "--from", SNAPSHOT]),
    ("nestdiag", [TOOL, "-q"]),
    ("nestdiag check", [TOOL, "-q", "check"]),
    ("nestdiag explain 0x80000021", [TOOL, "explain", "0x80000021"]),
    ("lscpu", ["lscpu"]),
    ("cpuid -1", ["cpuid", "-1"]),
    ("virt-host-validate qemu", ["virt-host-validate", "qemu"]),
    ("kvm-ok", ["kvm-ok"]),
]


def one(command):
    """User and system time of one run, in seconds; its exit status is its own business."""
    null = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=null)
    _, _, usage = os.wait4(pid, 0)
    return usage.ru_utime + usage.ru_stime


def main():
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    if not os.path.exists(TOOL):
        sys.exit(f"{TOOL} is missing: make tools")
    base = None
    for name, command in COMMANDS:
        if not shutil.which(command[0]):
            print(f"{name:30}not installed")
            continue
        one(command)
        median = statistics.median(one(command) for _ in range(number))
        base = base or median
        print(f"{name:30}{median * 1000:8.2f} ms{median / base:8.1f} times")
    print("vmxcap is left out: it comes with QEMU's source.")


main()
