# SPDX-License-Identifier: GPL-2.0-only
"""
A snapshot for nestdiag from a machine that crashed: its vCPUs, and the last exits of each.

    drgn -q -c VMCORE -s VMLINUX -s NESTDIAG.KO nestdiag-vmcore.py >FILE
    nestdiag --from FILE vcpus --last

VMLINUX and NESTDIAG.KO have to be those that ran, with debug information. See
docs/vmcore.md for what it has been tried on.
"""

from drgn import cast

RECORDER = 'module/kvm/recorder.c'

# Where reasons are, as core/exits/account.h has it; macros are not in the debug information.
NR_SLOTS = 0xf8
SLOT_SVM_HIGH, SVM_HIGH = 0xb0, 0x400
SLOT_FAILED, VMX_FAILED = 0xb8, 0x80000000
SLOT_OTHER = 0xe8

# Bits of nd_recorded.cell (core/exits/recorder.h) and of nd_acct_vcpu.state.
RARE, BARE = 1 << 30, 1 << 31
EXITED, IN_GUEST = 0x1, 0x2

MOST = 1024     # exits of a vCPU that are recorded: ND_RECORDER_MOST

LEVELS = ('guest', 'nested')
WHY = {'INTERNAL': 'internal-error', 'RUN': 'run-error'}

FEATURE_VMX, FEATURE_SVM = (4, 5), (6, 2)   # word and bit of x86_capability

UNSIGNED = (1 << 64) - 1


def enumerator(value, prefix):
    """"ND_SOURCE_VMCB" is "vmcb"."""
    names = {number: name for name, number in value.type_.enumerators}
    name = names[value.value_()].removeprefix(prefix)
    return WHY.get(name, name.lower())


def reason_of(slot):
    """None for those that have no number of their own."""
    if slot < SLOT_SVM_HIGH:
        return slot
    if slot < SLOT_FAILED:
        return SVM_HIGH + slot - SLOT_SVM_HIGH
    return VMX_FAILED + slot - SLOT_FAILED if slot < SLOT_OTHER else None


def after(tick, other):
    """As the module compares ticks."""
    return not ((tick - other) & UNSIGNED) >> 63


class Clock:
    """Ticks of the TSC, seen from the last moment that is known of."""

    def __init__(self, ticks):
        self.khz = prog['tsc_khz'].value_() or 1000000
        timer = prog['tk_core'].timekeeper.tkr_mono
        if timer.clock.name.string_() == b'tsc':
            ticks = ticks + [timer.cycle_last.value_()]
        self.now = max(ticks, default=0)

    def ns(self, ticks):
        return ticks * 1000000 // self.khz

    def ago(self, tick):
        return self.ns(self.now - tick) if self.now > tick else 0


def has_feature(feature):
    word, bit = feature
    return prog['boot_cpu_data'].x86_capability[word].value_() >> bit & 1


def isa():
    return 'vmx' if has_feature(FEATURE_VMX) else 'svm' if has_feature(FEATURE_SVM) else 'unknown'


def table():
    """vCPUs that are in use."""
    entries = prog['nd_table']
    if not entries:
        return []
    return [entries[i] for i in range(prog['nd_table_mask'].value_() + 1) if entries[i].key]


def ring(vcpu):
    """Its exits, the oldest first. The place that is written next is none."""
    exits = []
    at = vcpu.record.next if vcpu.record else vcpu.record
    for _ in range(MOST):   # memory may be damaged: never on and on
        if not at or at == vcpu.record:
            break
        if at.exited and after(at.exited.value_(), vcpu.began.value_()):
            exits.append(at)
        at = at.next
    return exits


def is_whole(exit):
    """Memory may be damaged."""
    level, slot = divmod(exit.cell.value_() & ~(RARE | BARE), NR_SLOTS)
    return level < len(LEVELS) and (slot < SLOT_OTHER or exit.cell.value_() & RARE)


def print_exit(exit, clock):
    cell = exit.cell.value_()
    slot = (cell & ~(RARE | BARE)) % NR_SLOTS
    level = (cell & ~(RARE | BARE)) // NR_SLOTS
    reason = exit.reason.value_() if cell & RARE else reason_of(slot)
    stayed = -exit.ago.value_() & UNSIGNED
    info = ''
    if isa() == 'svm' and not cell & BARE:
        info = ' {:#x} {:#x}'.format(*(word.value_() for word in exit.info))
    print('recorded', clock.ago(exit.exited.value_()), clock.ns(stayed) if stayed else '-',
          LEVELS[level], f'{reason:#x}' + info)


def print_recording(vcpu, why, taken, in_guest, exits, clock):
    print('recording', vcpu.pid.value_(), vcpu.id.value_(), why, clock.ago(taken),
          'guest' if in_guest else 'host', clock.ago(vcpu.entered.value_()), 0)
    for exit in exits:
        if is_whole(exit):
            print_exit(exit, clock)


def print_counts(vcpu):
    for level, counts in enumerate(vcpu.counts):
        counts = [count.value_() for count in counts]
        for slot, count in enumerate(counts[:SLOT_OTHER]):
            if count:
                print('vcpu_exits', vcpu.pid.value_(), vcpu.id.value_(), LEVELS[level],
                      f'{reason_of(slot):#x}', count)
        if sum(counts[SLOT_OTHER:]):
            print('vcpu_exits', vcpu.pid.value_(), vcpu.id.value_(), LEVELS[level], 'other',
                  sum(counts[SLOT_OTHER:]))


def print_vcpu(vcpu, clock):
    state, cell = vcpu.state.value_(), vcpu.cell.value_()
    if cell // NR_SLOTS >= len(LEVELS):
        return
    reason = reason_of(cell % NR_SLOTS)
    print('vcpu', vcpu.pid.value_(), vcpu.id.value_(), LEVELS[cell // NR_SLOTS],
          'none' if not state & EXITED else 'other' if reason is None else f'{reason:#x}',
          'guest' if state & IN_GUEST else 'host',
          clock.ago(vcpu.exited.value_()), clock.ago(vcpu.entered.value_()),
          clock.ns(vcpu.guest.value_()), clock.ns(vcpu.host.value_()))
    print_counts(vcpu)


def main():
    vcpus = table()
    kept = [place for place in prog.variable('recorder_kept', RECORDER) if place.of.pid]
    probe = prog['nd_probe']
    ticks = [tick.value_() for vcpu in vcpus for tick in (vcpu.exited, vcpu.entered)]
    clock = Clock(ticks + [place.of.taken.value_() for place in kept])

    print('nestdiag-snapshot 1')
    print('# from a vmcore: times are told from the last tick that its kernel has noted')
    print('kernel', prog['init_uts_ns'].name.release.string_().decode(),
          prog['init_uts_ns'].name.machine.string_().decode())
    print('trace', enumerator(probe.source, 'ND_SOURCE_'), probe.compared.counter.value_(),
          probe.mismatched.counter.value_(), clock.khz, isa())
    for vcpu in vcpus:
        print_vcpu(vcpu, clock)
    size = prog.variable('recorder', RECORDER) if prog.variable('recorder_places', RECORDER) else 0
    print('recorder', int(size))
    for place in kept:
        why = enumerator(cast('enum nd_recording_why', place.of.why), 'ND_RECORDING_')
        print_recording(place.of, why, place.of.taken.value_(), place.of.in_guest,
                        [place.exits[i] for i in range(place.of.nr)], clock)
    for vcpu in vcpus:
        print_recording(vcpu, 'live', clock.now, vcpu.state.value_() & IN_GUEST, ring(vcpu), clock)


main()
