// SPDX-License-Identifier: GPL-2.0-only
/*
 * Finding a line in the catalogue. Each wording has a piece of four characters that a line with it
 * must hold, chosen to be rare; one pass over the line's bytes finds the few wordings to try.
 */
#include <stdlib.h>

#include "tools/log/msgmatch.h"
#include "tools/log/piece.h"
#include "tools/out/text.h"

#define GRAM		ND_PIECE_LEN
#define HASHES		ND_PIECE_HASHES
#define NOWHERE		0xffffu
#define NEAR		4		/* pieces of a wording of which one may be wrong */

/**
 * struct entry - a wording made ready
 * @message: its entry
 * @wording: it
 * @pattern: parsed
 * @gram:    the piece, as nd_piece() has it
 * @next:    the next entry with the same hash, NOWHERE for none
 * @part:    the text that the piece is of
 * @at:      where in that text
 */
struct entry {
	const struct nd_message *message;
	const struct nd_wording *wording;
	struct nd_pattern pattern;
	u32 gram;
	u16 next;
	u16 part;
	u16 at;
};

/**
 * struct index - all wordings
 * @list:  they, in the catalogue's order
 * @nr:    their number
 * @bits:  the hashes that some wording has
 * @topics: the hashes of topics[]
 * @starts: the hashes of the first three bytes of both: most places of a line end there
 * @heads: the first entry of each hash
 * @found: those to try for a line, room for all
 * @near:  of each wording the hashes of pieces that share no letter; 0 where there are no more
 */
static struct index {
	struct entry *list;
	u32 nr;
	u32 bits[HASHES / 32];
	u32 topics[HASHES / 32];
	u32 starts[HASHES / 32];
	u16 heads[HASHES];
	u16 *found;
	u16 (*near)[NEAR];
} all;

static bool is_set(const u32 *bits, u32 n)
{
	return bits[n / 32] >> n % 32 & 1;
}

/*
 * Three letters of each word that tells that a line is about virtualization. Not whole words: this
 * only says which lines are looked at more closely.
 */
static const char *const topics[] = {
	"kvm", "KVM", "vmx", "VMX", "svm", "SVM", "vmc", "VMC", "vt-", "VT-", "md-", "MD-", "hyp",
	"Hyp", "nest", "Nest", "NEST", "qem", "QEM", "VBo", "lBo", "mwa", "MWA", "xen", "Xen",
	"XEN", "bvi", "wsl", "WSL", "hax", "HAX", "hvm", "HVM", "HCS", "virt", "Virt", "VIRT", "EPT",
	"NPT", "SLAT", "EL2", "HYP", "VERR", "cra",
	"HVF", "hvf", "RIP", "WHP", "whp", "vmm", "\xe8\x99\x9a", "\xe8\x99\x9b", "\xe4\xbb\xae",
	"\xea\xb0\x80", "\xd0\xb2\xd0", "\xd0\x92\xd0", "\xd0\xbd\xd0", "\xe3\x83\x8f",
	"\xed\x95\x98", "hip", "Hip", "wir", "Wir", "la\xc5", "aar",
	"vho", "vso", "vcp", "vCP", "VCP", "Vcp", "HvP", "hcs", "kat", "Kat", "WHv", "vfi", "VFI", "snp", "SEV",
	"tdx", "TDX", "VM ", " VM", "VM:", "vm ", "gue", "Gue", "MSR", "msr", "mig", "Mig", "emu",
	"Emu", "QGA", "qga", "hv_", "HV_", "VmB", "VmC", "eVm", "Vmm", "ibx", "vbo", "Vbo",
	"ovm", "oVM", "oVm", " vm",
};

const char *nd_msg_topic(u32 i)
{
	return i < ARRAY_SIZE(topics) ? topics[i] : NULL;
}

static bool is_topic(const char *text)
{
	u32 i;

	if (!is_set(all.topics, nd_piece_hash(nd_piece_short(text))))
		return false;
	for (i = 0; i < ARRAY_SIZE(topics); i++)
		if (nd_piece_short(topics[i]) == nd_piece_short(text))
			return true;
	return false;
}

/* Pieces of words that every log is full of, though their letters are not common. */
static bool is_usual(const char *text)
{
	static const char *const usual[] = {
		"requ", "eque", "ques", "faul", "ault", "defa", "gene", "prot", "vice", "conf", "fig ",
		"user", "INFO", "WARN", "ERRO", "RROR", "FAIL", "Fail", "NULL", "CODE", "comp", "back",
		"lock", "mory", "type", "DEBU", "EBUG", "supp", "uppo", "Unab", "Stop", "king",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(usual); i++)
		if (!memcmp(text, usual[i], GRAM))
			return true;
	return false;
}

/* How many wordings have that piece already: many are slow, but not as slow as a common piece. */
static u32 crowd(u32 n)
{
	u32 count = 0;
	u16 entry;

	if (!is_set(all.bits, n))
		return 0;
	for (entry = all.heads[n]; entry != NOWHERE && count < 16; entry = all.list[entry].next)
		count++;
	return count;
}

/*
 * The rarest piece of a pattern, best one with a topic, and
 * its part; NULL if no text is long enough.
 */
static const char *rarest(const struct nd_pattern *p, u16 *part)
{
	const char *best = NULL;
	u32 least = ~0u;
	size_t at;
	u32 i;

	for (i = 0; i < p->nr; i++) {
		for (at = 0; p->parts[i].text && at + GRAM <= p->parts[i].len; at++) {
			const char *text = p->parts[i].text + at;
			u32 sum = nd_piece_commonness(text, GRAM);

			if (sum >= least)
				continue;
			sum += crowd(nd_piece_hash(nd_piece(text)));
			if (!is_topic(text) && !is_topic(text + 1))
				sum += 64;
			if (is_usual(text))
				sum += 100;
			if (sum < least) {
				least = sum;
				best = text;
				*part = i;
			}
		}
	}
	return best;
}

static bool has_short_piece(const struct nd_pattern *p)
{
	size_t at;
	u32 i;

	for (i = 0; i < p->nr; i++)
		for (at = 0; p->parts[i].text && at + ND_PIECE_SHORT <= p->parts[i].len; at++)
			if (nd_piece_holds(p->parts[i].text + at, ND_PIECE_SHORT))
				return true;
	return false;
}

const char *nd_msg_check(const char *text)
{
	struct nd_pattern pattern;
	const char *wrong = nd_pattern_parse(&pattern, text);
	u16 part;

	if (!wrong && !rarest(&pattern, &part))
		wrong = "no text of four characters to look for";
	if (!wrong && !has_short_piece(&pattern))
		wrong = "no text of three characters without a blank within";
	return wrong;
}

static void add_wording(const struct nd_message *message, const struct nd_wording *wording)
{
	struct entry *entry;
	const char *text;
	u32 n;

	all.list = nd_realloc(all.list, (all.nr + 1) * sizeof(*all.list));
	entry = &all.list[all.nr];
	entry->message = message;
	entry->wording = wording;
	nd_pattern_parse(&entry->pattern, wording->pattern);
	text = rarest(&entry->pattern, &entry->part);
	if (!text)
		return;
	entry->at = text - entry->pattern.parts[entry->part].text;
	entry->gram = nd_piece(text);
	n = nd_piece_hash(entry->gram);
	entry->next = all.heads[n];
	all.heads[n] = all.nr++;
	all.bits[n / 32] |= BIT(n % 32);
	n = nd_piece_hash(nd_piece_short(text));
	all.starts[n / 32] |= BIT(n % 32);
}

static void build(void)
{
	const struct nd_wording *wording;
	const struct nd_message *m;
	u32 i, n;

	if (all.list)
		return;
	memset(all.heads, 0xff, sizeof(all.heads));
	for (i = 0; i < ARRAY_SIZE(topics); i++) {
		n = nd_piece_hash(nd_piece_short(topics[i]));
		all.topics[n / 32] |= BIT(n % 32);
		all.starts[n / 32] |= BIT(n % 32);
	}
	for (i = 0; (m = nd_message_at(i)); i++)
		for (wording = m->wordings; wording->pattern; wording++)
			add_wording(m, wording);
	all.found = nd_realloc(NULL, all.nr * sizeof(*all.found));
}

/* The first wording with that piece, NOWHERE if there is none. */
static u16 wording_with(u32 gram, u16 from)
{
	while (from != NOWHERE && all.list[from].gram != gram)
		from = all.list[from].next;
	return from;
}

static u16 first_wording(const char *text)
{
	u32 gram = nd_piece(text);
	u32 n = nd_piece_hash(gram);

	return is_set(all.bits, n) ? wording_with(gram, all.heads[n]) : NOWHERE;
}

bool nd_msg_concerns(const char *line, size_t len)
{
	size_t i;

	build();
	for (i = 0; i + GRAM <= len; i++)
		if (is_set(all.starts, nd_piece_hash(nd_piece(line + i) & 0xffffff)) &&
		    (first_wording(line + i) != NOWHERE || is_topic(line + i)))
			return true;
	return len >= GRAM - 1 && is_topic(line + len - (GRAM - 1));
}

bool nd_msg_topical(const char *line, size_t len)
{
	size_t i;

	build();
	for (i = 0; i + GRAM - 1 <= len; i++)
		if (nd_piece_marked(all.topics, nd_piece_short(line + i)) && is_topic(line + i))
			return true;
	return false;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool has_gap(const char *line, size_t len)
{
	size_t i;

	for (i = 1; i < len; i++)
		if (is_blank(line[i]) && is_blank(line[i - 1]))
			return true;
	return false;
}

/*
 * The text around the piece has to be there as well, unless
 * it is elsewhere with more blanks in the piece.
 */
static bool stands_at(const struct entry *entry, const char *line, size_t len, size_t at)
{
	const struct nd_part *part = &entry->pattern.parts[entry->part];

	return nd_part_fits(part, entry->at, line, len, at, false) ||
	       (!nd_piece_holds(part->text + entry->at, GRAM) && has_gap(line, len));
}

/* The wordings to try for a line, in the catalogue's order; their number. */
static u32 candidates(const char *line, size_t len, u16 *list)
{
	u32 nr = 0, i;
	size_t at;

	for (at = 0; at + GRAM <= len; at++) {
		u16 entry;

		/* Nearly all places end here. */
		if (!nd_piece_marked(all.bits, nd_piece(line + at)))
			continue;
		entry = first_wording(line + at);
		for (; entry != NOWHERE;
		     entry = wording_with(nd_piece(line + at), all.list[entry].next)) {
			if (!stands_at(&all.list[entry], line, len, at))
				continue;
			for (i = nr; i && list[i - 1] > entry; i--)
				;
			if (i && list[i - 1] == entry)
				continue;
			memmove(&list[i + 1], &list[i], (nr - i) * sizeof(*list));
			list[i] = entry;
			nr++;
		}
	}
	return nr;
}

static bool match_pattern(const struct nd_pattern *pattern, const char *line, size_t len,
			  struct nd_msg_match *match)
{
	match->nr = pattern->kinds;
	match->stem = NULL;
	return nd_pattern_match(pattern, line, len, &match->start, match->values);
}

bool nd_msg_match_one(const struct nd_wording *wording, const char *line, size_t len,
		      struct nd_msg_match *match)
{
	struct nd_pattern pattern;

	memset(match, 0, sizeof(*match));
	match->wording = wording;
	if (len > ND_MSG_LINE)
		len = ND_MSG_LINE;
	return !nd_pattern_parse(&pattern, wording->pattern) &&
	       match_pattern(&pattern, line, len, match);
}

static bool match_entries(const u16 *list, u32 nr, const char *line, size_t len, bool last,
			  struct nd_msg_match *match)
{
	u32 i;

	for (i = 0; i < nr; i++) {
		const struct entry *entry = &all.list[list[i]];

		if (entry->message->last != last ||
		    !match_pattern(&entry->pattern, line, len, match))
			continue;
		match->message = entry->message;
		match->wording = entry->wording;
		return true;
	}
	return false;
}

bool nd_msg_match(const char *line, size_t len, struct nd_msg_match *match)
{
	u32 nr;

	memset(match, 0, sizeof(*match));
	if (len > ND_MSG_LINE)
		len = ND_MSG_LINE;
	build();
	nr = candidates(line, len, all.found);
	return match_entries(all.found, nr, line, len, false, match) ||
	       match_entries(all.found, nr, line, len, true, match);
}

static bool is_apart(const char *text, const char *const *others, u32 nr)
{
	while (nr--)
		if (text < others[nr] + GRAM && others[nr] < text + GRAM)
			return false;
	return true;
}

/* The rarest piece that no blanks in the line can tear, and that has no letter of the others. */
static const char *near_piece(const struct nd_pattern *p, const char *const *others, u32 nr)
{
	const char *best = NULL;
	u32 i, sum, least = ~0u;
	size_t at;

	for (i = 0; i < p->nr; i++) {
		for (at = 0; p->parts[i].text && at + GRAM <= p->parts[i].len; at++) {
			const char *text = p->parts[i].text + at;

			if (!nd_piece_holds(text, GRAM) || !is_apart(text, others, nr))
				continue;
			sum = nd_piece_commonness(text, GRAM);
			if (sum < least) {
				least = sum;
				best = text;
			}
		}
	}
	return best;
}

/* In small letters: the same for all cases. */
static u16 small_hash(const char *text)
{
	char small[GRAM];
	u32 i;

	for (i = 0; i < GRAM; i++)
		small[i] = text[i] >= 'A' && text[i] <= 'Z' ? text[i] | 0x20 : text[i];
	return nd_piece_hash(nd_piece(small));
}

static void build_near(void)
{
	const char *pieces[NEAR];
	u32 i, n;

	if (all.near)
		return;
	all.near = nd_realloc(NULL, all.nr * sizeof(*all.near));
	memset(all.near, 0, all.nr * sizeof(*all.near));
	for (i = 0; i < all.nr; i++) {
		for (n = 0; n < NEAR; n++) {
			pieces[n] = near_piece(&all.list[i].pattern, pieces, n);
			if (!pieces[n])
				break;
			all.near[i][n] = small_hash(pieces[n]);
		}
	}
}

/* The pieces that a line has, and that none of a wording is. */
static void mark_pieces(u32 *pieces, const char *line, size_t len)
{
	size_t at;
	u32 n;

	memset(pieces, 0, HASHES / 8);
	pieces[0] = 1;
	for (at = 0; at + GRAM <= len; at++) {
		n = small_hash(line + at);
		pieces[n / 32] |= BIT(n % 32);
	}
}

/* A wrong letter is in one of its pieces at most. */
static bool may_be_near(const u32 *pieces, const u16 near[NEAR])
{
	u32 i, missing = 0;

	for (i = 0; i < NEAR; i++)
		missing += !is_set(pieces, near[i]);
	return missing <= 1;
}

bool nd_msg_match_nearly(const char *line, size_t len, struct nd_msg_match *match)
{
	struct nd_msg_match near;
	u32 pieces[HASHES / 32];
	u32 i;

	memset(match, 0, sizeof(*match));
	if (len > ND_MSG_LINE)
		len = ND_MSG_LINE;
	build();
	build_near();
	mark_pieces(pieces, line, len);
	for (i = 0; i < all.nr; i++) {
		const struct entry *entry = &all.list[i];

		if (!may_be_near(pieces, all.near[i]))
			continue;
		if (match->message == entry->message)
			continue;
		memset(&near, 0, sizeof(near));
		if (!nd_pattern_match_nearly(&entry->pattern, line, len, &near.start, near.values))
			continue;
		if (match->message)
			return false;
		*match = near;
		match->nr = entry->pattern.kinds;
		match->message = entry->message;
		match->wording = entry->wording;
	}
	return match->message;
}
