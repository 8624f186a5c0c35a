#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Baselines against QEMU itself, which is asked by QMP and starts no guest: what its CPU models have is
what tools/baseline/qemumodel.c says, and what it makes of the printed -cpu is the printed list. One
line a check, as tests/run.sh counts them.

	tests/host/qemumodels.py

NESTDIAG is the tool, by default the one in this tree; QEMU= the emulator.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOOL = os.environ.get("NESTDIAG", os.path.join(TOP, "tools", "nestdiag"))
QEMU = os.environ.get("QEMU", "qemu-system-x86_64")
MODELS = os.path.join(TOP, "tools", "baseline", "qemumodel.c")

# QEMU's names by register and bit, "-" for none: its own table, without what it provides by itself.
CPUID = {
    "1_EDX": "fpu vme de pse tsc msr pae mce cx8 apic - sep mtrr pge mca cmov pat pse36 pn clflush - ds "
             "- mmx fxsr sse sse2 ss ht tm ia64 pbe",
    "1_ECX": "pni pclmulqdq dtes64 - ds-cpl - smx est tm2 ssse3 cid - fma cx16 xtpr pdcm - pcid dca "
             "sse4.1 sse4.2 - movbe popcnt - aes xsave - avx f16c rdrand",
    "7_EBX": "fsgsbase tsc-adjust sgx bmi1 hle avx2 - smep bmi2 erms invpcid rtm - - mpx - avx512f "
             "avx512dq rdseed adx smap avx512ifma pcommit clflushopt clwb intel-pt avx512pf avx512er "
             "avx512cd sha-ni avx512bw avx512vl",
    "7_ECX": "- avx512vbmi umip pku - waitpkg avx512vbmi2 - gfni vaes vpclmulqdq avx512vnni "
             "avx512bitalg - avx512-vpopcntdq - la57 - - - - - rdpid - bus-lock-detect cldemote - "
             "movdiri movdir64b - sgxlc pks",
    "7_EDX": "- - avx512-4vnniw avx512-4fmaps fsrm - - - avx512-vp2intersect - md-clear - - - "
             "serialize - tsx-ldtrk - - arch-lbr - - amx-bf16 avx512-fp16 amx-tile amx-int8 spec-ctrl "
             "stibp - - core-capability ssbd",
    "EXT_EDX": "- - - - - - - - - - - syscall - - - - - - - - nx - mmxext - - fxsr-opt pdpe1gb rdtscp "
               "- lm 3dnowext 3dnow",
    "EXT_ECX": "lahf-lm cmp-legacy - extapic cr8legacy abm sse4a misalignsse 3dnowprefetch osvw ibs "
               "xop skinit wdt - lwp fma4 tce - nodeid-msr - tbm topoext perfctr-core perfctr-nb",
    "EXT8_EBX": "clzero - xsaveerptr - - - - - - wbnoinvd - - ibpb - ibrs amd-stibp - - - - - - - - "
                "amd-ssbd virt-ssbd amd-no-ssb",
    "XSAVE_EAX": "xsaveopt xsavec xgetbv1 xsaves xfd",
}
SVM = ("npt lbrv svm-lock nrip-save tsc-scale vmcb-clean flushbyasid decodeassists - - pause-filter - "
       "pfthreshold avic - v-vmsave-vmload vgif - - - - - - - - vnmi - - svme-addr-chk").split()

failed = 0


def check(name, reason):
    """One line; a reason is a failure."""
    global failed
    failed += bool(reason)
    print(f"not ok - qemu-models: {name} # {reason}" if reason else f"ok - qemu-models: {name}",
          flush=True)


class Qmp:
    """A QEMU that runs nothing."""

    def __init__(self):
        self.process = subprocess.Popen(
            [QEMU, "-S", "-M", "none", "-nodefaults", "-display", "none", "-qmp", "stdio"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()
        self.ask("qmp_capabilities")

    def ask(self, command, **arguments):
        self.process.stdin.write(json.dumps({"execute": command, "arguments": arguments}) + "\n")
        self.process.stdin.flush()
        while True:
            answer = json.loads(self.process.stdout.readline())
            if "return" in answer or "error" in answer:
                return answer

    def expand(self, model, **props):
        """The names of what is on, or None and QEMU's error."""
        answer = self.ask("query-cpu-model-expansion", type="full",
                          model={"name": model, "props": props})
        if "error" in answer:
            return None, answer["error"]["desc"]
        return {name for name, value in answer["return"]["model"]["props"].items()
                if value is True}, None

    def end(self):
        self.ask("quit")
        self.process.wait()


def table():
    """The models of the source: {name: {"cpuid": {word: mask}, "svm": mask}}"""
    with open(MODELS, encoding="utf-8") as file:
        text = file.read()
    text = text[text.index("nd_qemu_models[] = {"):text.index("nd_nr_qemu_models")]
    models = {}
    for part in text.split("\t{\n")[1:]:
        name = re.search(r'\.name = "([^"]+)"', part).group(1)
        svm = re.search(r"\.svm = (0x[0-9a-f]+)", part)
        models[name] = {
            "amd": "AuthenticAMD" in part,
            "cpuid": {word: int(mask, 16)
                      for word, mask in re.findall(r"\[ND_CPUID_(\w+)\] = (0x[0-9a-f]+)", part)},
            "svm": int(svm.group(1), 16) if svm else 0,
        }
    return models


def names_of(mask, names):
    return {name for bit, name in enumerate(names) if mask >> bit & 1}


def wrong_model(qmp, name, model):
    """What a model of the source has that QEMU's does not, or the other way round."""
    on, error = qmp.expand(name, **{"svm" if model["amd"] else "vmx": True})
    if on is None:
        return error
    for word, names in CPUID.items():
        names = names.split()
        ours = names_of(model["cpuid"].get(word, 0), names)
        theirs = on & set(names)
        if ours != theirs:
            return f"{word}: only one of the two has {' '.join(sorted(ours ^ theirs))}"
    ours = names_of(model["svm"], SVM)
    if ours != on & set(SVM):
        return f"SVM: {' '.join(sorted(ours ^ (on & set(SVM))))}"
    return None


def baseline(files):
    done = subprocess.run([TOOL, "baseline", "--json", *files], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, check=False)
    return json.loads(done.stdout) if done.stdout.strip() else None


def wrong_line(qmp, answer):
    """What QEMU makes of a line, against the features that the answer lists."""
    words = answer["qemu"][0].removeprefix("-cpu ").split(",")
    props = {word[1:]: word[0] == "+" for word in words[1:] if word != "enforce"}
    if words[-1] != "enforce":
        return "no enforce"
    on, error = qmp.expand(words[0], **props)
    if on is None:
        return error
    ours, all_names = set(), set()
    for feature in answer["pooled"]:
        all_names.add(feature["qemu_name"])
        if feature["qemu_since"] is None and feature["model_lacks"] is None:
            ours.add(feature["qemu_name"])
    # A name that stands for several bits is on if all of them are.
    for feature in answer["pooled"]:
        if feature["state"] != "yes":
            ours.discard(feature["qemu_name"])
    theirs = on & all_names
    if ours != theirs:
        return (f"{words[0]}: listed, not on: {' '.join(sorted(ours - theirs))}; on, not listed: "
                f"{' '.join(sorted(theirs - ours))}")
    libvirt = {}
    # The one feature whose name libvirt translates.
    qemus = {"vmx-invvpid-single-context-noglobals": "vmx-invept-single-context-noglobals"}
    for line in answer["libvirt"]:
        if found := re.match(r"  <feature policy='(\w+)' name='([^']+)'/>$", line):
            libvirt[qemus.get(found.group(2), found.group(2))] = found.group(1) == "require"
    if libvirt != props:
        return "libvirt's features are not QEMU's"
    return None


def main():
    if not shutil.which(QEMU):
        print(f"skip - qemu-models # no {QEMU}: apt-get install qemu-system-x86")
        return 0
    qmp = Qmp()
    models = table()
    for name, model in models.items():
        check(f"model {name}", wrong_model(qmp, name, model))
    check("models", None if len(models) > 20 else f"only {len(models)} were found")
    fixtures = sorted(glob.glob(os.path.join(TOP, "tests", "fixtures", "*.snapshot")))
    lines = 0
    for files in [[name] for name in fixtures] + [list(two) for two in zip(fixtures, fixtures[1:])]:
        answer = baseline(files)
        if answer and answer.get("qemu") and "-cpu MODEL" not in answer["qemu"][0]:
            check("line of " + " and ".join(os.path.basename(f) for f in files),
                  wrong_line(qmp, answer))
            lines += 1
    check("lines", None if lines > 5 else f"only {lines} were printed")
    qmp.end()
    return 1 if failed else 0


sys.exit(main())
