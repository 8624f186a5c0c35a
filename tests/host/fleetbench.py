#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""How fast nestdiag fleet reads: N (default 1000) snapshots, made of those in tests/fixtures and
the registers in the groundtruth folder, with kernels, microcode and parameters drawn by lot. Prints
wall time, CPU time and peak memory. No test: a loaded machine is slower.

	tests/host/fleetbench.py [N] [DIR to make them in and keep]
"""
import glob
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TRUTH = os.environ.get("NESTDIAG_GROUNDTRUTH", os.path.join(TOP, "..", "shared", "groundtruth"))


def patterns():
    """Whole snapshots, and the registers of real processors within one of them."""
    whole = []
    for name in sorted(glob.glob(os.path.join(TOP, "tests/fixtures/*.snapshot"))):
        with open(name, encoding="utf-8") as file:
            whole.append(file.read().splitlines())
    host = next(w for w in whole if any(line.startswith("param kvm_intel ") for line in w))
    for name in sorted(glob.glob(os.path.join(TRUTH, "bare-metal", "*.json"))):
        with open(name, encoding="utf-8") as file:
            msrs = json.load(file)["msrs"]
        registers = [f"msr 0 {index} 0x{int(value, 16):016x}" for index, value in msrs.items()
                     if value.startswith("0x")]
        whole.append([line for line in host if not line.startswith("msr ")] + registers)
    return whole


def mutate(lines, lot):
    """One host of many: a few kernels and microcodes, here and there another parameter."""
    out = []
    for line in lines:
        words = line.split(" ")
        if words[0] == "kernel" and len(words) > 1:
            words[1] = lot.choice(["6.1.0-56-amd64", "6.12.117+deb12-amd64", "5.15.0-91-generic"])
        elif words[0] == "cpu" and len(words) > 6:
            words[6] = lot.choice(["0x5003604", "0x5003303"])
        elif words[0] == "param" and lot.random() < 0.002:
            words[3] = {"Y": "N", "N": "Y"}.get(words[3], words[3])
        out.append(" ".join(words))
    return "\n".join(out) + "\n"


def make(folder, number):
    lot = random.Random(1)
    whole = patterns()
    for i in range(number):
        with open(os.path.join(folder, f"host-{i:05}.snapshot"), "w", encoding="utf-8") as file:
            file.write(mutate(lot.choice(whole), lot))


def measure(folder, *options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run([os.path.join(TOP, "tools/nestdiag"), "fleet", folder, *options],
                          stdout=subprocess.PIPE, check=False)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    lines = done.stdout.count(b"\n")
    print(f"fleet {' '.join(options)}: status {done.returncode}, {lines} lines, {wall:.2f} s, "
          f"{cpu:.2f} s of CPU, {after.ru_maxrss // 1024} MiB in the largest process", flush=True)


def main():
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as temporary:
        folder = sys.argv[2] if len(sys.argv) > 2 else temporary
        os.makedirs(folder, exist_ok=True)
        make(folder, number)
        size = sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder))
        print(f"{number} snapshots, {size / 1e6:.1f} MB")
        measure(folder)
        measure(folder, "--by", "feature")
        measure(folder, "--by", "finding", "--csv")
        measure(folder, "--json")


main()
