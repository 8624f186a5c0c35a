// SPDX-License-Identifier: GPL-2.0-only
/*
 * Findings on the network of nested guests: tunnels that do not fit into what carries them.
 */
#include "core/findings/findings.h"

/* Over IPv4: outer IP 20, UDP 8, the tunnel's own header 8, inner Ethernet 14. GENEVE: at least. */
#define NET_OVERHEAD	50

/**
 * struct net_tunnel - a tunnel interface as its fact has it
 * @words: kind, MTU, the interface that carries it, and that one's MTU
 * @len:   their lengths
 */
struct net_tunnel {
	const char *words[4];
	size_t len[4];
};

static bool net_split(const char *value, struct net_tunnel *tunnel)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(tunnel->words); i++) {
		tunnel->words[i] = value;
		tunnel->len[i] = strcspn(value, " ");
		if (!tunnel->len[i])
			return false;
		value += tunnel->len[i] + (value[tunnel->len[i]] == ' ');
	}
	return true;
}

static u32 net_number(const char *text)
{
	u32 number = 0;

	for (; *text >= '0' && *text <= '9' && number < 1000000; text++)
		number = number * 10 + (*text - '0');
	return number;
}

static enum nd_verdict net_tunnel_mtu(struct nd_check *c)
{
	bool any = false;
	u32 i;

	for (i = 0; i < c->facts->nr_host; i++) {
		const struct nd_host *host = &c->facts->host[i];
		struct net_tunnel tunnel;
		u32 mtu, below;

		if (strncmp(host->key, "tunnel.", 7) || !net_split(host->value, &tunnel))
			continue;
		mtu = net_number(tunnel.words[1]);
		below = net_number(tunnel.words[3]);
		if (!mtu || !below)
			continue;
		any = true;
		if (mtu + NET_OVERHEAD <= below)
			continue;
		nd_row_printf(c->row, "%s%s (%.*s) has MTU %u on %.*s with %u: at most %u fits",
			      c->row->words[0] ? "; " : "", host->key + 7, (int)tunnel.len[0],
			      tunnel.words[0], mtu,
			      tunnel.words[2][0] == '-' ? 13 : (int)tunnel.len[2],
			      tunnel.words[2][0] == '-' ? "any interface" : tunnel.words[2],
			      below, below > NET_OVERHEAD ? below - NET_OVERHEAD : 0);
	}
	if (c->row->words[0])
		return ND_FIRES;
	return any ? ND_PASSES : ND_NOT_ASKED;
}

const struct nd_finding nd_net_findings[] = {
	{ "tunnel-mtu", ND_WARNING, ND_WANTS_HOST,
	  "a tunnel's MTU exceeds the underlying interface", "Tunnel MTUs fit the underlying interfaces",
	  "VXLAN and GENEVE add 50 bytes over IPv4, 70 over IPv6, GENEVE its options on top: full-size packets are lost, small ones pass",
	  "ip link set TUNNEL mtu N with an N that fits, also in the guests behind it; or a larger MTU on the underlying interface",
	  "RFC 7348, VXLAN; RFC 8926, Geneve", net_tunnel_mtu },
	{ NULL, }
};
