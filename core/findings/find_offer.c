// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on what KVM here gives to hypervisors in its guests.
 */
#include "core/features/offer.h"
#include "core/findings/findings.h"

#define OFFER_ASK	"nestdiag check as root, or as a member of the group of /dev/kvm"

/*
 * With nesting on: what does KVM say of this feature? What it was not asked is no question, as with
 * snapshots of older versions; what it was asked and did not say is one.
 */
static enum nd_verdict offer_ask(struct nd_check *c, const struct nd_feature *feature)
{
	const struct nd_feature *root = nd_offer_root(c->facts);
	const char *module = root->flags & ND_FEATURE_SVM ? "kvm_amd" : "kvm_intel";
	const char *why = nd_facts_host(c->facts, "kvm_offer");

	if (!nd_param_is(c->facts, module, "nested", true))
		return ND_NOT_ASKED;
	if (!nd_facts_offered(c->facts)) {
		if (!why)
			return ND_NOT_ASKED;
		return nd_cannot_tell(c, OFFER_ASK, "/dev/kvm could not be asked: %s", why);
	}
	switch (nd_feature_bit(&c->facts->offer, feature)) {
	case ND_BIT_YES:
		return ND_PASSES;
	case ND_BIT_NO:
		nd_row_printf(c->row, "%s has nested on, and KVM gives its guests no %s", module,
			      feature->id);
		if (feature == root)
			c->remedy = root->flags & ND_FEATURE_SVM ?
				    "nestdiag status says whether SVM can be used here; else reload kvm_amd with no guest running" :
				    "nestdiag status says whether VMX can be used here; else reload kvm_intel with no guest running";
		return ND_FIRES;
	default:
		return nd_cannot_tell(c, ND_SETTLE_SNAPSHOT, "what KVM gives to guests was recorded without %s",
				      feature->id);
	}
}

static enum nd_verdict offer_root(struct nd_check *c)
{
	return offer_ask(c, nd_offer_root(c->facts));
}

static enum nd_verdict offer_paging(struct nd_check *c)
{
	const struct nd_feature *root = nd_offer_root(c->facts);
	bool svm = root->flags & ND_FEATURE_SVM;
	const struct nd_feature *paging = nd_feature_find(svm ? "npt" : "vmx-ept");
	const struct nd_cpu *cpu = nd_facts_first(c->facts);
	enum nd_verdict verdict;

	/* Each of these has a finding of its own. */
	if (nd_param_is(c->facts, svm ? "kvm_amd" : "kvm_intel", svm ? "npt" : "ept", false) ||
	    (nd_facts_offered(c->facts) && nd_feature_bit(&c->facts->offer, root) != ND_BIT_YES))
		return ND_NOT_ASKED;
	verdict = offer_ask(c, paging);
	if (verdict == ND_FIRES && cpu && nd_feature_bit(cpu, paging) == ND_BIT_NO)
		nd_row_printf(c->row, ", as this machine has none");
	return verdict;
}

const struct nd_finding nd_offer_findings[] = {
	{ "guests-no-root", ND_WARNING, ND_WANTS_PARAMS | ND_WANTS_X86,
	  "guests get no VMX or SVM although nesting is on", "Guests can have VMX or SVM",
	  "KVM does not offer it for the CPU models of its guests, whatever its parameter says",
	  "nestdiag status says whether VMX or SVM can be used here; else reload kvm_intel or kvm_amd with no guest running",
	  "Linux, KVM_GET_SUPPORTED_CPUID in Documentation/virt/kvm/api.rst", offer_root },
	{ "guests-no-paging", ND_WARNING, ND_WANTS_PARAMS | ND_WANTS_X86,
	  "hypervisors in guests get no EPT or nested paging",
	  "Hypervisors in guests can have EPT or nested paging",
	  "nested guests run on shadow page tables: every change of a page table is an exit, and some hypervisors refuse to start",
	  "use a host, or a hypervisor below, that has EPT (Intel) or nested paging (AMD)",
	  "Linux, KVM_GET_MSRS of feature MSRs in Documentation/virt/kvm/api.rst", offer_paging },
	{ NULL, }
};
