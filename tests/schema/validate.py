#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""What every command prints as JSON, for every fixture, against the schemas in docs/schema.

	tests/schema/validate.py

NESTDIAG is the tool, by default the one in this tree. One line a check, as tests/run.sh counts them.
"""
import copy
import glob
import json
import os
import subprocess
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skip - schema # no jsonschema: apt-get install python3-jsonschema")
    sys.exit(0)

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SCHEMAS = os.path.join(TESTS, "..", "docs", "schema")
TOOL = os.path.abspath(os.environ.get("NESTDIAG", os.path.join(TESTS, "..", "tools", "nestdiag")))
SHARED = ("keys", "rows")

failed = 0


def check(name, reason):
    """One line; a reason is a failure."""
    global failed
    failed += bool(reason)
    print(f"not ok - schema: {name} # {reason}" if reason else f"ok - schema: {name}", flush=True)


def run(*args):
    """Standard output of the tool, which must not crash."""
    env = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR")}
    env["NESTDIAG_SYSROOT"] = os.path.join(TESTS, "schema")     # no machine's files are there
    done = subprocess.run([TOOL, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          stdin=subprocess.DEVNULL, env=env, check=False)
    if done.returncode not in (0, 1, 2, 3):
        raise RuntimeError(f"{' '.join(args)}: status {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def load(name):
    with open(os.path.join(SCHEMAS, name + ".json"), encoding="utf-8") as file:
        return json.load(file)


def inward(schema):
    """References to other files become references into this one, so that no version of the
    validator needs to be told where files are."""
    if isinstance(schema, list):
        return [inward(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {key: inward(part) for key, part in schema.items() if key not in ("$id", "$schema")}
    if isinstance(schema.get("$ref"), str):
        file, pointer = schema["$ref"].split("#")
        schema["$ref"] = "#/$defs/" + file.removesuffix(".json") + pointer
    return schema


def validator(command):
    schema = inward(load(command))
    schema["$defs"] = {name: inward(load(name)) for name in SHARED}
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def padded(value, key=None):
    """Strings that are a line of a table, and words that are a sentence."""
    if isinstance(value, dict):
        return next((bad for k, v in value.items() if (bad := padded(v, k))), None)
    if isinstance(value, list):
        return next((bad for v in value if (bad := padded(v, key))), None)
    # A line of a log is as it is.
    verbatim = ("label", "snapshot", "message", "libvirt")
    if isinstance(value, str) and ("   " in value or value != value.strip()) and key not in verbatim:
        return f"padded {key}: {value!r}"
    return None


def wrong(valid, outputs):
    """The first thing that is wrong with one of the outputs."""
    for name, text in outputs:
        for line in text.splitlines() if name == "lines" else [text]:
            try:
                answer = json.loads(line)
            except ValueError as error:
                return f"{name}: {error}"
            for error in valid.iter_errors(answer):
                where = "/".join(str(part) for part in error.absolute_path)
                return f"{name}: {where}: {error.message[:200]}"
            if bad := padded(answer):
                return f"{name}: {bad}"
    return None


def accepts_nonsense(valid, text):
    """A schema that accepts anything proves nothing: each of these has to be refused."""
    answer = json.loads(text)
    for key in answer:
        other = copy.deepcopy(answer)
        other[key] = {"nonsense": [1]}
        if valid.is_valid(other):
            return f"'{key}' may be anything"
    other = copy.deepcopy(answer)
    other["nonsense"] = 1
    if valid.is_valid(other):
        return "any key may be there"
    for key, value in answer.items():
        if not isinstance(value, list) or not value or not isinstance(value[0], dict):
            continue
        other = copy.deepcopy(answer)
        other[key][0]["nonsense"] = 1
        if valid.is_valid(other):
            return f"an element of '{key}' may have any key"
    return None


def calls(command, fixtures):
    """The arguments that a command is tried with: (name, arguments)."""
    dumps = sorted(glob.glob(os.path.join(TESTS, "fixtures", "dumps", "*")))
    name = os.path.basename
    if command == "version":
        return [("version", ["--version"])]
    if command in ("probe", "watch"):
        return [(command, [command])]
    if command == "diff":
        return [(f"{name(a)} {name(b)}", ["diff", *way, a, b])
                for a, b in zip(fixtures, fixtures[1:]) for way in ([], ["--all"])]
    if command == "top":
        pair = [os.path.join(TESTS, "fixtures", f"synthetic-top-{i}.snapshot") for i in (1, 2)]
        return [(" ".join(way), ["top", *pair, *way])
                for way in ([], ["--by", "vcpu"], ["--by", "reason"], ["--by", "reason", "--pid", "2000"],
                            ["--by", "reason", "--longer-than", "1ms"])]
    if command == "hot":
        kinds = {"msr": "msr", "port": "port", "mmio": "gpa", "fault": "gpa", "cpuid": "cpuid",
                 "hypercall": "hypercall", "hv-hypercall": "hypercall", "cr": "cr"}
        return [(kind, ["hot", kinds[kind], os.path.join(TESTS, "fixtures", "hist", f"synthetic-{kind}.hist")])
                for kind in kinds]
    if command == "fleet":
        bad = os.path.join(TESTS, "fixtures-bad")
        return [(f"fleet {by}", ["fleet", "--by", by, *fixtures, bad])
                for by in ("host", "finding", "feature", "kernel", "cpu")]
    if command == "baseline":
        return [(f"{name(a)} {name(b)}", ["baseline", a, b])
                for a, b in zip(fixtures, fixtures[:1] + fixtures)]
    if command == "autopsy":
        return [(name(dump), ["autopsy", *way, dump]) for dump in dumps
                for way in ([], ["--from", fixtures[0]])]
    if command == "dmesg":
        return [("host.log", ["dmesg", os.path.join(TESTS, "golden", "host.log")])] + \
               [(name(log), ["dmesg", log])
                for log in sorted(glob.glob(os.path.join(TESTS, "logs", "*")))]
    if command == "explain":
        words = ("vmx-ept", "0x48b", "nested", "exit-storm", "npf", "0x80000021", "suberror 3", "7",
                 "KVM: entry failed, hardware error 0x80000021", "eVMCS", "0x4000000a")
        return [("--list", ["explain", "--list"])] + \
               [(word, ["explain", word, "--from", fixture])
                for word in words for fixture in fixtures[::6]]
    ways = {"check": ([], ["--all"], ["--list"]), "features": ([], ["--all"]), "vcpus": ([], ["--last"]),
            "exits": [["--by", by] for by in ("reason", "vcpu", "cpu", "level")] + [["--longer-than", "1us"]]}
    return [(f"{' '.join(way)} {name(fixture)}", [command, *way, "--from", fixture])
            for fixture in fixtures for way in ways.get(command, ([],))]


def commands():
    """Those that --help lists, and --version."""
    listed = run("--help").split("Commands", 1)[1].split("Global options", 1)[0]
    return [line.split()[0] for line in listed.splitlines()[1:] if line.startswith("  ")] + ["version"]


def one_type_a_key():
    """A key is described once, in keys.json, and every object refers to it by its name."""
    for file in sorted(glob.glob(os.path.join(SCHEMAS, "*.json"))):
        with open(file, encoding="utf-8") as text:
            schema = json.load(text)
        parts = schema.get("$defs", {}).values() if "properties" not in schema else [schema]
        for part in parts:
            for key, value in part.get("properties", {}).items():
                ref = value.get("$ref", "")
                if ref.startswith("keys.json") and not ref.endswith("/" + key):
                    return f"{os.path.basename(file)}: {key} is {ref}"
                if "type" in value and value["type"] != "array":
                    return f"{os.path.basename(file)}: {key} is described in place"
    return None


def main():
    fixtures = sorted(glob.glob(os.path.join(TESTS, "fixtures", "*.snapshot")))
    there = {os.path.basename(file)[:-5] for file in glob.glob(os.path.join(SCHEMAS, "*.json"))}
    listed = commands()

    check("every command has one, and no other is there",
          " ".join(sorted(there ^ (set(listed) | set(SHARED)))))
    check("a key has one type", one_type_a_key())
    for command in listed:
        try:
            valid = validator(command)
            outputs = [(name, run(*args, "--json")) for name, args in calls(command, fixtures)]
        except (OSError, RuntimeError, ValueError) as error:
            check(command, error)
            continue
        check(f"{command} ({len(outputs)} outputs)", wrong(valid, outputs))
        check(f"{command}: nonsense is refused", accepts_nonsense(valid, outputs[0][1]))
    return bool(failed)


sys.exit(main())
