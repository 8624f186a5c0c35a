#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Which mistakes would no test notice?

Changes one place of the core or the tool at a time - an operator, a constant, a deleted statement -
and runs the tests that need no virtual machine until one of them fails. What survives all of them is
printed: a place that no test looks at, or a change that changes nothing.

    make mutate [N=200] [SEED=1] [PATHS="core/exits tools/out"] [ALL=1]

Everything happens in a copy of the tree in a temporary directory. A mutant that loops is ended by
the CPU time it takes, not by the clock.
"""
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# Code that only runs beside a kernel with KVM: tests/vm has its tests.
NOT_HERE = re.compile(r'tools/(cmd/probe\.c|probe/(child|launch\w*|probe|vm|nestguest)\.[ch])$')
# Sentences in tables; their tests are those who read them.
TABLES = re.compile(r'tools/log/catalogue/')

SWAPS = [(' == ', ' != '), (' < ', ' <= '), (' <= ', ' < '), (' > ', ' >= '), (' >= ', ' > '),
         (' != ', ' == '), (' && ', ' || '), (' || ', ' && '), (' + ', ' - '), (' - ', ' + '),
         (' & ', ' | '), (' | ', ' & '), (' << ', ' >> '), (' >> ', ' << '), (' * ', ' / '),
         (' / ', ' * '), (' += ', ' -= '), (' |= ', ' &= '), ('true', 'false'), ('false', 'true'),
         ('(!', '('), (' !', ' ')]
STATEMENT = re.compile(r'^\t+(?!(static|const|struct|enum|u8|u16|u32|u64|int|unsigned|char|bool|'
                       r'size_t|ssize_t|long|void|FILE|va_list|va_start|va_end|case|default|else|'
                       r'free)\b)[a-z_*(].*;$')
NUMBER = re.compile(r'(?<![\w.\[])(0x[0-9a-f]+|\d+)(?=[uUlL]*\b)(?![\w.]*\])')

# Every command-line test for every mutant takes hours: the near ones say nearly as much.
ALL = os.environ.get('ALL')
NEAR = [(r'tools/cmd/([a-z]+)', '{0} answers'), ('tools/cli', 'arguments'), ('tools/log', 'dmesg explain'),
        ('tools/explain', 'explain'), ('tools/(live|in)', 'live input check'),
        ('tools/out', 'answers input'), ('tools/probe', 'probe'), ('tools/nestdiag', 'arguments input'),
        ('core/entry', 'autopsy failures'), ('core/exits', 'exits'), ('core/features', 'features'),
        ('core/caps', 'caps answers'), ('core/(findings|facts)', 'check answers'),
        ('core/record', 'input')]


def masked(text):
    """The text with comments and literals blanked, of the same length."""
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
    return re.sub(pattern, lambda m: re.sub(r'[^\n]', '\x01', m.group(0)), text, flags=re.S)


def places(path):
    """(kind, path, line number, line, changed line) of every change that can be made to a file."""
    text = open(os.path.join(TOP, path)).read()
    lines = text.split('\n')
    for nr, bare in enumerate(masked(text).split('\n')):
        line = lines[nr]
        # A prototype or an include is no code, a constant that has a name is.
        if bare.startswith('#') and not bare.startswith('#define'):
            continue
        if bare.startswith('#define') or 'static_assert' in bare:
            kinds = ['constant'] if 'static_assert' not in bare else []
        else:
            kinds = ['operator', 'constant', 'deletion']
        if 'operator' in kinds:
            for old, new in SWAPS:
                for m in re.finditer(re.escape(old) + (r'\b' if old.isalpha() else ''), bare):
                    if old.isalpha() and re.match(r'\w', bare[m.start() - 1:m.start()] or ' '):
                        continue
                    yield 'operator', path, nr, line, line[:m.start()] + new + line[m.end():]
        if 'constant' in kinds:
            for m in NUMBER.finditer(bare):
                value = int(m.group(1), 0 if m.group(1).startswith('0x') else 10)
                new = hex(value ^ 1) if m.group(1).startswith('0x') else str(value + 1)
                yield 'constant', path, nr, line, line[:m.start(1)] + new + line[m.end(1):]
        if 'deletion' in kinds and STATEMENT.match(bare) and \
                not re.search(r'[;{}:)]\s*$', lines[nr - 1]) is None:
            yield 'deletion', path, nr, line, re.match(r'\t*', line).group(0) + ';'


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Copy:
    """A built copy of the tree that takes one mutation at a time."""

    def __init__(self, top):
        self.top = top
        names = subprocess.run(['git', 'ls-files', '-z'], cwd=TOP, check=True,
                               stdout=subprocess.PIPE).stdout.decode().split('\0')
        for name in filter(None, names):
            if os.path.isfile(os.path.join(TOP, name)):
                os.makedirs(os.path.dirname(os.path.join(top, name)), exist_ok=True)
                shutil.copy2(os.path.join(TOP, name), os.path.join(top, name))
        self.bats = sorted(f[:-5] for f in os.listdir(os.path.join(top, 'tests/cli'))
                           if f.endswith('.bats'))

    def run(self, *command):
        env = dict(os.environ, NESTDIAG=os.path.join(self.top, 'tools/nestdiag'))
        return subprocess.run(command, cwd=self.top, env=env, preexec_fn=limit,
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0

    def build_host(self):
        return self.run('cc', '-std=gnu11', '-O0', '-w', '-I.', '-Iinclude', '-Iinclude/uapi',
                        '-Itests/host', '-o', 'mutant-tests', 'kunit/nestdiag_kunit.c')

    def build_host_asan(self):
        return self.run('cc', '-std=gnu11', '-O0', '-w', '-fsanitize=address,undefined',
                        '-fno-sanitize-recover=all', '-I.', '-Iinclude', '-Iinclude/uapi',
                        '-Itests/host', '-o', 'mutant-tests-asan', 'kunit/nestdiag_kunit.c')

    def build_tool(self):
        return self.run('make', '-s', 'tools', 'TOOL_PREREQ=', 'CFLAGS=-O0 -w')

    def stages(self, path, kind=None):
        """Names and verdicts of the tests, the cheapest first; each runs when asked for."""
        if path.startswith('core/'):
            yield 'host', lambda: self.run('./mutant-tests')
        # One step beyond an array is what the sanitizers are there for.
        if path.startswith('core/') and kind == 'operator':
            yield 'host-asan', lambda: self.build_host_asan() and self.run('./mutant-tests-asan')
        if path.startswith('core/exits/exits.'):
            yield 'names of exits', lambda: self.run('make', '-s', 'build/host/exitnames') and \
                self.run('build/host/exitnames')
        yield 'golden', lambda: self.run('tests/golden/run.sh', '--first')
        if path.startswith('tools/log') or path.startswith('tools/out'):
            yield 'messages', lambda: self.run('make', '-s', 'build/host/messages') and \
                self.run('bash', '-c', 'build/host/messages tests/messages/*.txt tests/messages/*/*.txt')
        yield from ((f'cli {name}', lambda name=name: self.run('bats', f'tests/cli/{name}.bats'))
                    for name in self.near(path))
        if re.match('core/(caps|features|record)', path):
            yield 'groundtruth', lambda: self.run('tests/host/groundtruth.sh')
            yield 'truth-features', lambda: self.run('tests/host/truth-features.sh')

    def near(self, path):
        near = []
        for pattern, names in NEAR:
            m = re.match(pattern, path)
            near += names.format(*m.groups()).split() if m else []
        near = [name for name in dict.fromkeys(near) if name in self.bats]
        return near if not ALL else near + [name for name in self.bats if name not in near]

    def try_one(self, kind, path, nr, line):
        """What killed the mutant; '' for nothing, None where it does not compile."""
        name = os.path.join(self.top, path)
        before = open(name).read()
        lines = before.split('\n')
        lines[nr] = line
        open(name, 'w').write('\n'.join(lines))
        try:
            if path.startswith('core/') and not self.build_host():
                return None
            built = False
            for stage, passes in self.stages(path, kind):
                if not stage.startswith('host') and not built:
                    built = True
                    if not self.build_tool():
                        return None
                if not passes():
                    return stage
            return ''
        finally:
            open(name, 'w').write(before)


def main():
    wanted = int(os.environ.get('N') or 200)
    seed = os.environ.get('SEED') or '1'
    paths = (os.environ.get('PATHS') or 'core tools').split()
    tracked = subprocess.run(['git', 'ls-files', '--'] + paths, cwd=TOP, check=True,
                             stdout=subprocess.PIPE).stdout.decode().split()
    files = [f for f in tracked if re.search(r'\.[ch]$', f) and not NOT_HERE.search(f) and
             not TABLES.search(f)]
    found = {'operator': [], 'constant': [], 'deletion': []}
    for path in files:
        for place in places(path):
            found[place[0]].append(place)
    # As many of each kind: tables of constants would leave nothing else.
    order = random.Random(seed)
    for kind in found.values():
        order.shuffle(kind)
    queue = [place for kinds in zip(*found.values()) for place in kinds]

    killers, survivors, broken = {}, [], 0
    with tempfile.TemporaryDirectory(prefix='nestdiag-mutate.') as top:
        copy = Copy(top)
        print(f'{sum(map(len, found.values()))} places in {len(files)} files, seed {seed}', flush=True)
        if not (copy.build_host() and copy.build_tool()):
            sys.exit('the tree does not build')
        # A test that fails anyway would seem to kill every mutant that comes to it.
        stages = {name: passes for path in files for name, passes in copy.stages(path, 'operator')}
        for stage, passes in stages.items():
            if not passes():
                sys.exit(f'the tests fail without any change: {stage}')
        tried = 0
        for kind, path, nr, old, line in queue:
            if tried == wanted:
                break
            killer = copy.try_one(kind, path, nr, line)
            if killer is None:
                broken += 1
                continue
            tried += 1
            if tried % 10 == 0:
                print(f'{tried} of {wanted}, {len(survivors)} survive', file=sys.stderr, flush=True)
            if killer:
                killers[killer] = killers.get(killer, 0) + 1
                continue
            survivors.append(path)
            print(f'survives: {path}:{nr + 1}: {kind}\n  -{old}\n  +{line}', flush=True)
    killed = tried - len(survivors)
    for stage in sorted(killers, key=killers.get, reverse=True):
        print(f'{killers[stage]:5} killed by {stage}')
    print(f'{killed} of {tried} mutants killed ({100 * killed / max(tried, 1):.1f} %), '
          f'{len(survivors)} survive; {broken} more did not compile')


if __name__ == '__main__':
    main()
