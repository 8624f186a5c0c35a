// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings: asking the rules.
 */
#include "core/caps/usable.h"
#include "core/findings/findings.h"

const struct nd_finding *nd_finding_at(unsigned int i)
{
	const struct nd_finding *rule;
	u32 table;

	for (table = 0; table < nd_nr_rule_tables; table++)
		for (rule = nd_rule_tables[table]; rule->id; rule++)
			if (i-- == 0)
				return rule;
	return NULL;
}

const struct nd_finding *nd_finding_find(const char *id)
{
	const struct nd_finding *rule;
	unsigned int i;

	for (i = 0; (rule = nd_finding_at(i)); i++)
		if (!strcmp(rule->id, id))
			return rule;
	return NULL;
}

const char *nd_severity_word(enum nd_severity severity)
{
	static const char *const words[] = {
		[ND_NOTE]	= "note",
		[ND_WARNING]	= "warning",
		[ND_ERROR]	= "error",
	};

	return words[severity];
}

const char *nd_verdict_word(enum nd_verdict verdict, enum nd_severity severity)
{
	static const char *const fires[] = {
		[ND_NOTE]	= "NOTE",
		[ND_WARNING]	= "WARN",
		[ND_ERROR]	= "FAIL",
	};

	switch (verdict) {
	case ND_PASSES:
		return "PASS";
	case ND_CANNOT_TELL:
		return "UNKNOWN";
	case ND_FIRES:
		return fires[severity];
	default:
		return "N/A";
	}
}

const char *nd_finding_reference(const struct nd_finding *rule, const struct nd_cpu *cpu)
{
	const char *vendors = cpu ? rule->vendors[nd_cpu_maker(cpu)] : NULL;

	return vendors ? vendors : rule->reference;
}

void nd_finding_cols(struct nd_row *row, const struct nd_finding *rule, const struct nd_cpu *cpu,
		     enum nd_verdict verdict, enum nd_severity severity, const char *evidence,
		     const char *cause, const char *remedy)
{
	nd_row_str(row, "verdict", nd_verdict_word(verdict, severity));
	nd_row_str(row, "severity", nd_severity_word(severity));
	nd_row_str(row, "title", rule->title);
	nd_row_str(row, "asks", rule->asks);
	nd_row_str(row, "evidence", evidence);
	nd_row_str(row, "cause", cause);
	nd_row_str(row, "remedy", remedy);
	nd_row_str(row, "see", nd_finding_reference(rule, cpu));
}

enum nd_verdict nd_cannot_tell(struct nd_check *c, const char *how, const char *fmt, ...)
{
	char words[160];
	va_list args;

	va_start(args, fmt);
	vscnprintf(words, sizeof(words), fmt, args);
	va_end(args);
	c->row->words[0] = '\0';
	nd_row_printf(c->row, "%s", words);
	c->cause = NULL;
	c->remedy = how;
	return ND_CANNOT_TELL;
}

bool nd_facts_x86(const struct nd_facts *facts)
{
	static const char *const words[] = { "x86_64", "i386", "i486", "i586", "i686" };
	u32 i;

	if (!facts->machine[0])
		return true;
	for (i = 0; i < ARRAY_SIZE(words); i++)
		if (!strcmp(facts->machine, words[i]))
			return true;
	return false;
}

bool nd_check_usable(const struct nd_check *c)
{
	enum nd_usable usable;

	if (!c->cpu)
		return true;
	usable = nd_usable_best(c->cpu);
	return usable != ND_USABLE_NO_CPUID && usable != ND_USABLE_LOCKED;
}

/* Parameters are not there because nobody recorded them, or because KVM is not. */
static enum nd_verdict find_no_params(struct nd_check *c)
{
	const char *modules = nd_facts_host(c->facts, "modules");

	/* A KVM that is not loaded has no parameters to be asked about. */
	if (modules && !nd_host_has(c->facts, "modules", "kvm"))
		return ND_NOT_ASKED;
	return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "KVM's parameters were not recorded");
}

static enum nd_verdict find_ask(struct nd_check *c)
{
	const struct nd_facts *facts = c->facts;
	u8 wants = c->finding->wants;

	if ((wants & (ND_WANTS_CPU | ND_WANTS_X86)) && !nd_facts_x86(facts))
		return ND_NOT_ASKED;
	/* Guests that cannot be: nobody asks how they do. */
	if ((wants & (ND_WANTS_PARAMS | ND_WANTS_EXITS)) && !nd_check_usable(c))
		return ND_NOT_ASKED;
	if ((wants & ND_WANTS_CPU) && !c->cpu)
		return nd_cannot_tell(c, ND_SETTLE_MODULE, "no CPU was recorded");
	/* A kind of facts that nobody looked for is no question: there is nothing to be told. */
	if (((wants & ND_WANTS_HOST) && !facts->nr_host) ||
	    ((wants & ND_WANTS_EXITS) && !facts->trace))
		return ND_NOT_ASKED;
	if ((wants & ND_WANTS_PARAMS) && !facts->nr_params)
		return find_no_params(c);
	return c->finding->check(c);
}

enum nd_verdict nd_finding_check(struct nd_check *c, const struct nd_finding *finding,
				 const struct nd_facts *facts, const struct nd_cpu *cpu,
				 struct nd_row *row)
{
	enum nd_verdict verdict;

	nd_row_init(row, ND_ROW_FINDING, finding->id, finding->title,
		    nd_severity_word(finding->severity));
	*c = (struct nd_check){
		.finding = finding, .facts = facts, .cpu = cpu, .severity = finding->severity,
		.row = row,
		.cause = finding->cause, .remedy = finding->remedy,
	};
	verdict = find_ask(c);
	row->state = nd_severity_word(c->severity);
	/* What was thought on the way is no evidence. */
	if (verdict == ND_PASSES || verdict == ND_NOT_ASKED)
		row->words[0] = '\0';
	return verdict;
}

void nd_finding_emit(const struct nd_check *c, const struct nd_emit *emit)
{
	char evidence[ND_ROW_WORDS];
	struct nd_row *row = c->row;

	memcpy(evidence, row->words, sizeof(evidence));
	nd_finding_cols(row, c->finding, c->cpu, ND_FIRES, c->severity, evidence, c->cause,
			c->remedy);
	if (c->remedy)
		nd_row_printf(row, ". Remedy: %s", c->remedy);
	nd_emit_row(emit, row);
}

/*
 * Notes are for those who ask for every rule; the views that call this have room for what needs
 * attention, and call nd_judge_rows() for judgements on figures.
 */
unsigned int nd_finding_rows(const struct nd_facts *facts, const struct nd_cpu *cpu,
			     const struct nd_emit *emit)
{
	const struct nd_finding *rule;
	unsigned int i, found = 0;
	struct nd_check c;
	struct nd_row row;

	for (i = 0; (rule = nd_finding_at(i)); i++) {
		if (rule->judge || nd_finding_check(&c, rule, facts, cpu, &row) != ND_FIRES ||
		    c.severity == ND_NOTE)
			continue;
		if (emit)
			nd_finding_emit(&c, emit);
		found++;
	}
	return found;
}
