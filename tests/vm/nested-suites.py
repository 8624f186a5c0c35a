#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Compares what nestdiag counted of kvm-unit-tests' nested suites with what the kernel did.

	tests/vm/nested-suites.py NAME SERIAL-LOG TABLE [BOCHS-LOG]

One line a check, as tests/run.sh counts them. TABLE gets the figures and the causes.
"""
import collections
import json
import os
import re
import sys

NAME, SERIAL, TABLE = sys.argv[1:4]
BOCHS = sys.argv[4] if len(sys.argv) > 4 else None
FAILED = 1 << 31
SVM = NAME.startswith("svm")


def sections(text):
    found = collections.OrderedDict()
    for name, body in re.findall(r"^--- BEGIN (.*)\n((?:.*\n)*?)--- END \1$", text, re.M):
        found[name] = body
    return found


def check(name, reason):
    print(f"not ok - {NAME} {name} # {reason}" if reason else f"ok - {NAME} {name}")


def differ(ours, theirs):
    """None if both are the same and there is something, else the first difference."""
    if not theirs:
        return "the kernel counted none"
    for key in sorted(set(ours) | set(theirs), key=str):
        if ours.get(key, 0) != theirs.get(key, 0):
            return f"{key}: {ours.get(key, 0)} and {theirs.get(key, 0)} by the kernel"
    return None


def hists(text):
    """The kernel's hist triggers, by event and key."""
    found = collections.defaultdict(dict)
    event = None
    for line in text.splitlines():
        if line.startswith("hist "):
            event = line.split()[1]
            continue
        keys = re.findall(r"(exit_reason|reason|errno): *(-?[0-9a-fx]+)", line)
        count = re.search(r"hitcount: *(\d+)", line)
        if keys and count:
            key = tuple(int(value, 16 if value.startswith("0x") or re.search("[a-f]", value) else 10)
                        & 0xffffffff for _, value in keys)
            found[event][key if len(key) > 1 else key[0]] = int(count.group(1))
    return found


def octal(word):
    return re.sub(r"\\([0-7]{3})", lambda m: chr(int(m.group(1), 8)), word)


def counted(text):
    """Records of the snapshot."""
    exits = {"guest": {}, "nested": {}}
    records = collections.defaultdict(list)
    for line in text.splitlines():
        word = line.split(" ")
        records[word[0]].append(word[1:])
        if word[0] == "exits":
            exits[word[2]][int(word[3], 16)] = int(word[4])
    return exits, records


def launches(lines):
    """How many launches KVM's messages are about. A check inside another has its message first."""
    outer = {"nested_vmx_check_exit_msr_switch_controls": r"nested_vmx_check_msr_switch",
             "!nested_vmx_check_eptp": r"ept_caps|new_eptp"}
    count = 0
    last = ""
    for line in lines:
        inside = [inner for text, inner in outer.items() if text in line]
        count += not (inside and re.search(inside[0], last))
        last = line
    return count


def bochs_lines():
    """Entries that the emulated processor refused: what it says, numbers left out."""
    said = collections.Counter()
    with open(BOCHS, errors="replace") as log:
        for line in log:
            found = re.search(r"\] (VMENTER FAIL: |VMFAIL: )(.*)", line)
            if found:
                said[found.group(1).strip(": ") + ": " +
                     re.sub(r"0x[0-9a-f]+|\b[0-9a-f]{8,}\b|(?<!\[)\b\d+\b", "N", found.group(2)).strip()] += 1
    return said


def oracle():
    """(text of the processor, our check) by the cases of lab/launch, and what none of them is about.
    Of the descriptor tables it says the same, one of them twice."""
    path = os.path.join(os.path.dirname(__file__), "../../lab/launch/vmx_cases.c")
    with open(path) as cases:
        found = re.findall(r'\{ "[^"]+", (?:true|false), "([^"]+)", "([^"]+)"', cases.read())
    return [(text.replace("\\\\", "\\"), check) for check, text in found] + [
        ("TPR threshold > TPR shadow", "ctl-tpr-threshold-vtpr"),
        ("GDTR/IDTR limit", "guest-idtr-limit"),
        ("IDTR/IDTR.BASE", "guest-gdtr-base"),
        ("LDTR.BASE", "guest-ldtr-base")]


def named_by_processor(said):
    """Its refusals by our checks, and the texts that are nobody's. What it says of one segment
    register it says of the others."""
    table = oracle()
    checks, unknown = collections.Counter(), []
    for text, count in said.items():
        segment = re.search(r"\b([C-GS]S)\b", text)
        forms = [(text, lambda check: check)]
        if segment:
            for other in ("DS", "CS", "SS", "ES", "FS"):
                forms.append((text.replace(segment.group(1), other),
                              lambda check, other=other: check.replace(
                                  f"-{other.lower()}-", f"-{segment.group(1).lower()}-")))
        named = {rename(check) for form, rename in forms for pattern, check in table
                 if re.search(r"(?<!\w)(?:" + pattern + ")", form)}
        if named:
            checks[" or ".join(sorted(named))] += count
        else:
            unknown.append(text)
    return checks, unknown


def as_theirs(ours, theirs):
    """Our counts, by the keys of theirs."""
    counts = collections.Counter()
    for check, count in ours.items():
        key = [key for key in theirs if check in key.split(" or ")]
        counts[key[0] if key else check] += count
    return counts


def totals(nested):
    """None if the totals of `nestdiag --json nested` are those of its rows."""
    total = nested["nested_exits"]
    rows = {key: sum(row[key] for row in nested["nested_reasons"])
            for key in ("count", "reflected", "handled_here")}
    rows["count"] += total["unread"]
    for key, value in rows.items():
        if total[key] != value:
            return f"{key}: {total[key]} above rows of {value}"
    if total["count"] + total["uncounted"] != total["reflected"] + total["handled_here"] + total["unread"]:
        return f"the sum does not add up: {total}"
    launches = nested.get("refused_launches", {"message_count": 0})
    said = sum(row["count"] for row in nested.get("refusals", []) if row["refused_by"] == "kvm") + \
        nested.get("refusals_lost", {"count": 0})["count"]
    return None if launches["message_count"] == said else \
        f"{launches['message_count']} messages above rows of {said}"


def run(name, part, out, sums):
    exits, records = counted(part["counted"])
    kernel = hists(part["hists"])
    print(f"\n== {name}\n{part['suite']}", file=out)

    ours = collections.Counter(exits["guest"])
    ours.update(exits["nested"])
    check(f"{name}: exits by reason are those of ftrace", differ(ours, kernel["kvm_exit"]))
    check(f"{name}: nested exits by reason are those of ftrace",
          differ(exits["nested"], kernel["kvm_nested_vmexit"]))

    returns = collections.Counter()
    for (reason, errno), count in kernel["kvm_userspace_exit"].items():
        if not errno:
            returns[min(reason, 47)] += count
    check(f"{name}: returns to user space are those of ftrace",
          differ({int(r): int(c) for r, c in records["userspace"]}, returns))

    errors = collections.Counter()
    for (reason, errno), count in kernel["kvm_userspace_exit"].items():
        if errno:
            errors[{4: 0, 11: 1}.get(0x100000000 - errno, 2)] += count
    failed = collections.Counter(dict(enumerate(int(n) for run in records["runs"] for n in run)))
    check(f"{name}: errors of KVM_RUN are those of ftrace",
          None if +failed == errors else f"{dict(failed)} and {dict(errors)} by the kernel")

    # Messages: one by one; and launches, of which a check inside another has a message first.
    said = collections.Counter(re.sub(r"\s+", " ", line.split(": ", 1)[1]).strip()
                               for line in part["refusals"].splitlines())
    messages = collections.Counter()
    for error, count, text in records["refusal"]:
        messages[octal(text).strip() + (error if "VM-instruction" in text else "")] += int(count)
    said = collections.Counter({re.sub(r": (\d+)$", r":\1", text): n for text, n in said.items()})
    check(f"{name}: messages of refused entries are those of ftrace",
          None if sum(said.values()) == sum(messages.values()) else
          f"{sum(messages.values())} and {sum(said.values())} by the kernel")

    dropped, entry, vmfail, refused = (int(n) for n in records["failures"][0][:4])
    failed = sum(n for reason, n in kernel["kvm_exit"].items()
                 if reason == 0xffffffff or (not SVM and reason & FAILED))
    check(f"{name}: failed entries are those of ftrace",
          None if entry == failed else f"{entry} and {failed} by the kernel")
    inner = launches(part["refusals"].splitlines())
    check(f"{name}: refused launches are those of ftrace without messages about messages",
          None if refused == inner else f"{refused} and {inner} by the kernel")

    failures = json.loads(part["failures"])["failures"]
    first = [f for f in failures if f["number"] == f["first_failure"]]
    total = entry + vmfail + refused + sum(int(n) for n in records["failures"][0][4:])
    kept = sum(f["count"] for f in first)
    check(f"{name}: each failure has its cause in the list",
          None if kept == total and not dropped else f"{kept} of {total}, {dropped} dropped")
    blind = [f for f in first if f["kind"] in ("entry", "vmfail") and
             f["capture"] not in ("vmcs", "evmcs", "vmcb")]
    check(f"{name}: each failed entry has its state",
          f"{blind[0]['text']} ({blind[0]['capture']})" if blind else None)
    unnamed = [f for f in first if f["kind"] in ("entry", "vmfail") and "check" not in f]
    unknown = [f for f in first if f["kind"] == "refused" and 'check "' in f["text"]]
    check(f"{name}: each cause is named", (unnamed + unknown)[0]["text"] if unnamed + unknown else None)
    logged = part["lines"].splitlines()
    check(f"{name}: one line of the kernel log for each cause",
          None if len(logged) == len(first) else f"{len(logged)} lines, {len(first)} causes")

    check(f"{name}: totals are those of their rows", totals(json.loads(part["totals"])))

    for f in sorted(first, key=lambda f: -f["count"]):
        print(f"{f['count']:7} {f['kind']:8} {f['level']:7} {f.get('check', '-'):28} {f['capture']:5} "
              f"{f['text'].split(';')[0]}", file=out)
        if f["kind"] == "entry" and f["level"] == "nested":
            sums["checks"][f.get("check", "-")] += f["count"]
        if f["kind"] == "refused" and "VM-instruction error" in f["text"]:
            sums["checks"][f.get("check", "-")] += f["count"]
    sums["exits"] += sum(ours.values())
    sums["failures"] += total
    sums["causes"] += len(first)
    print(part.get("nested", ""), part.get("check", ""), sep="\n", file=out)


def main():
    with open(SERIAL, errors="replace") as log:
        found = sections(log.read().replace("\r", ""))
    names = [name[:-6] for name in found if name.endswith(" suite")]
    sums = {"exits": 0, "failures": 0, "causes": 0, "checks": collections.Counter()}
    check("suites ran", None if names else "no section of a suite")
    with open(TABLE, "w") as out:
        for name in names:
            part = {key.split(" ", 1)[1]: body for key, body in found.items()
                    if key.startswith(name + " ")}
            try:
                run(name, part, out, sums)
            except (KeyError, IndexError, ValueError) as error:
                check(f"{name}: all was printed", repr(error))
        if BOCHS:
            said = bochs_lines()
            print("\n== what the processor said, and what nestdiag named", file=out)
            for text, count in said.most_common():
                print(f"{count:7} {text}", file=out)
            for text, count in sums["checks"].most_common():
                print(f"{count:7} {text}", file=out)
            theirs, unknown = named_by_processor(said)
            check("each text of the processor has its check", "; ".join(unknown))
            check("entries that the processor refused are named as it names them",
                  differ(as_theirs(sums["checks"], theirs), theirs))
            check("the processor refused as many entries as were named",
                  None if sum(said.values()) == sum(sums["checks"].values()) else
                  f"{sum(sums['checks'].values())} named, {sum(said.values())} refused")
    print(f"    {NAME}: {sums['exits']} exits, {sums['failures']} failed launches, "
          f"{sums['causes']} causes", file=sys.stderr)


main()
