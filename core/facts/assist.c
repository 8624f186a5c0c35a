// SPDX-License-Identifier: GPL-2.0-only
/*
 * The VP assist page of Hyper-V, and what stands where it points.
 */
#include "core/base/bytes.h"
#include "core/facts/assist.h"

#define ASSIST_ENLIGHTEN	0x28
#define ASSIST_CURRENT		0x30

_Static_assert(ASSIST_CURRENT + sizeof(u64) <= ND_ASSIST_BYTES, "the pointer is copied");

static const struct {
	const char *word;
	const char *words;
} assist_states[ND_NR_EVMCS_STATES] = {
	[ND_EVMCS_UNKNOWN]	= { "unknown", "not recorded" },
	[ND_EVMCS_NONE]		= { "none", "no VP assist page, so no enlightened VMCS" },
	[ND_EVMCS_OFF]		= { "off", "VM entries are not enlightened" },
	[ND_EVMCS_IDLE]		= { "idle", "VM entries are enlightened, but no VMCS is current" },
	[ND_EVMCS_CURRENT]	= { "current", "live" },
	[ND_EVMCS_STALE]	= { "stale", "stale pointer: no VMCS is at that address" },
	[ND_EVMCS_NOT_RAM]	= { "not-ram", "the pointer does not point to RAM" },
	[ND_EVMCS_FAULT]	= { "fault", "the memory could not be copied" },
	[ND_EVMCS_MOVING]	= { "moving", "the pointer changed on every attempt to read it" },
	[ND_EVMCS_LOCKDOWN]	= { "lockdown",
				    "live, but not shown: kernel lockdown (confidentiality)" },
};

const char *nd_evmcs_state_word(enum nd_evmcs_state state)
{
	return assist_states[state < ND_NR_EVMCS_STATES ? state : ND_EVMCS_UNKNOWN].word;
}

const char *nd_evmcs_state_words(enum nd_evmcs_state state)
{
	return assist_states[state < ND_NR_EVMCS_STATES ? state : ND_EVMCS_UNKNOWN].words;
}

u64 nd_assist_gpa(const struct nd_cpu *cpu)
{
	const struct nd_value *value = &cpu->regs[ND_HV_VP_ASSIST_PAGE];

	if (value->state != ND_OK || !(value->value & BIT_ULL(0)))	/* enable */
		return 0;
	return value->value & ~0xfffULL;
}

bool nd_assist_enlightened(const struct nd_assist *assist)
{
	return assist->state == ND_OK && assist->bytes[ASSIST_ENLIGHTEN] != 0;
}

u64 nd_assist_current_vmcs(const struct nd_assist *assist)
{
	return assist->state == ND_OK ?
	       nd_bytes_le(assist->bytes + ASSIST_CURRENT, sizeof(u64)) : 0;
}

enum nd_evmcs_state nd_evmcs_judge(const struct nd_assist *assist, bool is_ram, bool is_free,
				   bool copied, u32 revision)
{
	u64 gpa = nd_assist_current_vmcs(assist);

	if (assist->state == ND_ABSENT)
		return ND_EVMCS_NONE;
	if (assist->state != ND_OK)
		return ND_EVMCS_UNKNOWN;
	if (!nd_assist_enlightened(assist))
		return ND_EVMCS_OFF;
	if (gpa == 0 || gpa == ~0ULL)
		return ND_EVMCS_IDLE;
	if (!is_ram)
		return ND_EVMCS_NOT_RAM;
	if (is_free)
		return ND_EVMCS_STALE;
	if (!copied)
		return ND_EVMCS_FAULT;
	return revision == ND_EVMCS_REVISION ? ND_EVMCS_CURRENT : ND_EVMCS_STALE;
}

void nd_evmcs_withhold(struct nd_evmcs *evmcs)
{
	if (evmcs->state == ND_EVMCS_CURRENT)
		evmcs->state = ND_EVMCS_LOCKDOWN;
	evmcs->parts = 0;
	memset(evmcs->bytes, 0, sizeof(evmcs->bytes));
}

unsigned int nd_evmcs_in_use(const struct nd_facts *facts)
{
	unsigned int n = 0;
	u32 i;

	for (i = 0; i < facts->nr_cpus; i++)
		n += nd_assist_enlightened(&facts->cpus[i].assist);
	return n;
}
