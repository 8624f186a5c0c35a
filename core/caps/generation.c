// SPDX-License-Identifier: GPL-2.0-only
/*
 * Generations of processors by family and model, as Linux's intel-family.h names them, and AMD's
 * by the ranges of its processor programming references and of Linux's bsp_init_amd().
 */
#include "core/caps/generation.h"
#include "core/facts/brand.h"

static const char *const gen_names[ND_NR_GENERATIONS] = {
	[ND_GEN_UNKNOWN]	= "unknown",
	[ND_GEN_FIRST_VMX]	= "the first with VMX",
	[ND_GEN_CORE2]		= "Core 2",
	[ND_GEN_PENRYN]		= "Penryn",
	[ND_GEN_NEHALEM]	= "Nehalem",
	[ND_GEN_WESTMERE]	= "Westmere",
	[ND_GEN_SANDY_BRIDGE]	= "Sandy Bridge",
	[ND_GEN_IVY_BRIDGE]	= "Ivy Bridge",
	[ND_GEN_HASWELL]	= "Haswell",
	[ND_GEN_BROADWELL]	= "Broadwell",
	[ND_GEN_SKYLAKE]	= "Skylake",
	[ND_GEN_KABY_LAKE]	= "Kaby Lake",
	[ND_GEN_CANNON_LAKE]	= "Cannon Lake",
	[ND_GEN_ICE_LAKE]	= "Ice Lake",
	[ND_GEN_TIGER_LAKE]	= "Tiger Lake",
	[ND_GEN_ALDER_LAKE]	= "Alder Lake",
	[ND_GEN_SAPPHIRE_RAPIDS] = "Sapphire Rapids",
	[ND_GEN_METEOR_LAKE]	= "Meteor Lake",
	[ND_GEN_GRANITE_RAPIDS]	= "Granite Rapids",
	[ND_GEN_ARROW_LAKE]	= "Arrow Lake",
	[ND_GEN_LUNAR_LAKE]	= "Lunar Lake",
	[ND_GEN_PANTHER_LAKE]	= "Panther Lake",
	[ND_GEN_NOVA_LAKE]	= "Nova Lake",
	[ND_GEN_DIAMOND_RAPIDS]	= "Diamond Rapids",
	[ND_GEN_BONNELL]	= "Bonnell (Atom)",
	[ND_GEN_SALTWELL]	= "Saltwell (Atom)",
	[ND_GEN_SILVERMONT]	= "Silvermont (Atom)",
	[ND_GEN_AIRMONT]	= "Airmont (Atom)",
	[ND_GEN_GOLDMONT]	= "Goldmont (Atom)",
	[ND_GEN_GOLDMONT_PLUS]	= "Goldmont Plus (Atom)",
	[ND_GEN_TREMONT]	= "Tremont (Atom)",
	[ND_GEN_GRACEMONT]	= "Gracemont (Atom)",
	[ND_GEN_CRESTMONT]	= "Crestmont (Sierra Forest, Grand Ridge)",
	[ND_GEN_DARKMONT]	= "Darkmont (Clearwater Forest)",
	[ND_GEN_KNIGHTS_LANDING] = "Knights Landing (Xeon Phi)",
	[ND_GEN_KNIGHTS_MILL]	= "Knights Mill (Xeon Phi)",
	[ND_GEN_LAKEFIELD]	= "Lakefield",
	[ND_GEN_AMD_K8]		= "K8",
	[ND_GEN_AMD_10H]	= "family 10h",
	[ND_GEN_AMD_11H]	= "family 11h",
	[ND_GEN_AMD_12H]	= "family 12h",
	[ND_GEN_AMD_14H]	= "family 14h",
	[ND_GEN_AMD_15H]	= "family 15h",
	[ND_GEN_AMD_16H]	= "family 16h",
	[ND_GEN_AMD_ZEN]	= "Zen",
	[ND_GEN_AMD_ZEN2]	= "Zen 2",
	[ND_GEN_AMD_ZEN3]	= "Zen 3",
	[ND_GEN_AMD_ZEN4]	= "Zen 4",
	[ND_GEN_AMD_ZEN5]	= "Zen 5",
	[ND_GEN_AMD_ZEN6]	= "Zen 6",
	[ND_GEN_HYGON]		= "Hygon's family 18h",
};

const char *nd_generation_name(enum nd_generation generation)
{
	return gen_names[generation];
}

/**
 * struct gen_models - models of one generation
 * @vendor:     first letter of CPUID's vendor string
 * @family:     display family
 * @low:        first display model
 * @high:       last one
 * @generation: theirs
 * @line:       theirs
 * @name:       what people call them, NULL if that is the name of their generation
 */
struct gen_models {
	char vendor;
	u8 family;
	u8 low;
	u8 high;
	enum nd_generation generation;
	enum nd_line line;
	const char *name;
};

/* Sold under names of their own are models with the cores of an earlier generation. */
static const struct gen_models gen_models[] = {
	{ 'G', 6, 0x0f, 0x0f, ND_GEN_CORE2, ND_LINE_CORE },
	{ 'G', 6, 0x16, 0x16, ND_GEN_CORE2, ND_LINE_CORE },
	{ 'G', 6, 0x17, 0x17, ND_GEN_PENRYN, ND_LINE_CORE },
	{ 'G', 6, 0x1d, 0x1d, ND_GEN_PENRYN, ND_LINE_XEON },
	{ 'G', 6, 0x1e, 0x1f, ND_GEN_NEHALEM, ND_LINE_CORE },
	{ 'G', 6, 0x1a, 0x1a, ND_GEN_NEHALEM, ND_LINE_XEON },
	{ 'G', 6, 0x2e, 0x2e, ND_GEN_NEHALEM, ND_LINE_XEON },
	{ 'G', 6, 0x25, 0x25, ND_GEN_WESTMERE, ND_LINE_CORE },
	{ 'G', 6, 0x2c, 0x2c, ND_GEN_WESTMERE, ND_LINE_XEON },
	{ 'G', 6, 0x2f, 0x2f, ND_GEN_WESTMERE, ND_LINE_XEON },
	{ 'G', 6, 0x2a, 0x2a, ND_GEN_SANDY_BRIDGE, ND_LINE_CORE },
	{ 'G', 6, 0x2d, 0x2d, ND_GEN_SANDY_BRIDGE, ND_LINE_XEON },
	{ 'G', 6, 0x3a, 0x3a, ND_GEN_IVY_BRIDGE, ND_LINE_CORE },
	{ 'G', 6, 0x3e, 0x3e, ND_GEN_IVY_BRIDGE, ND_LINE_XEON },
	{ 'G', 6, 0x3c, 0x3c, ND_GEN_HASWELL, ND_LINE_CORE },
	{ 'G', 6, 0x45, 0x46, ND_GEN_HASWELL, ND_LINE_CORE },
	{ 'G', 6, 0x3f, 0x3f, ND_GEN_HASWELL, ND_LINE_XEON },
	{ 'G', 6, 0x3d, 0x3d, ND_GEN_BROADWELL, ND_LINE_CORE },
	{ 'G', 6, 0x47, 0x47, ND_GEN_BROADWELL, ND_LINE_CORE },
	{ 'G', 6, 0x4f, 0x4f, ND_GEN_BROADWELL, ND_LINE_XEON },
	{ 'G', 6, 0x56, 0x56, ND_GEN_BROADWELL, ND_LINE_XEON },
	{ 'G', 6, 0x4e, 0x4e, ND_GEN_SKYLAKE, ND_LINE_CORE },
	{ 'G', 6, 0x5e, 0x5e, ND_GEN_SKYLAKE, ND_LINE_CORE },
	{ 'G', 6, 0x55, 0x55, ND_GEN_SKYLAKE, ND_LINE_XEON, "Skylake, Cascade Lake or Cooper Lake" },
	{ 'G', 6, 0x8e, 0x8e, ND_GEN_KABY_LAKE, ND_LINE_CORE, "Kaby Lake to Comet Lake" },
	{ 'G', 6, 0x9e, 0x9e, ND_GEN_KABY_LAKE, ND_LINE_CORE, "Kaby Lake or Coffee Lake" },
	{ 'G', 6, 0xa5, 0xa6, ND_GEN_KABY_LAKE, ND_LINE_CORE, "Comet Lake" },
	{ 'G', 6, 0x66, 0x66, ND_GEN_CANNON_LAKE, ND_LINE_CORE },
	{ 'G', 6, 0x7d, 0x7e, ND_GEN_ICE_LAKE, ND_LINE_CORE },
	{ 'G', 6, 0xa7, 0xa7, ND_GEN_ICE_LAKE, ND_LINE_CORE, "Rocket Lake" },
	{ 'G', 6, 0x6a, 0x6a, ND_GEN_ICE_LAKE, ND_LINE_XEON },
	{ 'G', 6, 0x6c, 0x6c, ND_GEN_ICE_LAKE, ND_LINE_XEON },
	{ 'G', 6, 0x8c, 0x8d, ND_GEN_TIGER_LAKE, ND_LINE_CORE },
	{ 'G', 6, 0x97, 0x97, ND_GEN_ALDER_LAKE, ND_LINE_CORE },
	{ 'G', 6, 0x9a, 0x9a, ND_GEN_ALDER_LAKE, ND_LINE_CORE },
	{ 'G', 6, 0xb7, 0xb7, ND_GEN_ALDER_LAKE, ND_LINE_CORE, "Raptor Lake" },
	{ 'G', 6, 0xba, 0xba, ND_GEN_ALDER_LAKE, ND_LINE_CORE, "Raptor Lake" },
	{ 'G', 6, 0xbf, 0xbf, ND_GEN_ALDER_LAKE, ND_LINE_CORE, "Raptor Lake" },
	{ 'G', 6, 0xd7, 0xd7, ND_GEN_ALDER_LAKE, ND_LINE_CORE, "Bartlett Lake" },
	{ 'G', 6, 0x8f, 0x8f, ND_GEN_SAPPHIRE_RAPIDS, ND_LINE_XEON },
	{ 'G', 6, 0xcf, 0xcf, ND_GEN_SAPPHIRE_RAPIDS, ND_LINE_XEON, "Emerald Rapids" },
	{ 'G', 6, 0xaa, 0xaa, ND_GEN_METEOR_LAKE, ND_LINE_CORE },
	{ 'G', 6, 0xac, 0xac, ND_GEN_METEOR_LAKE, ND_LINE_CORE },
	{ 'G', 6, 0xad, 0xae, ND_GEN_GRANITE_RAPIDS, ND_LINE_XEON },
	{ 'G', 6, 0xb5, 0xb5, ND_GEN_ARROW_LAKE, ND_LINE_CORE },
	{ 'G', 6, 0xc5, 0xc6, ND_GEN_ARROW_LAKE, ND_LINE_CORE },
	{ 'G', 6, 0xbd, 0xbd, ND_GEN_LUNAR_LAKE, ND_LINE_CORE },
	{ 'G', 6, 0xcc, 0xcc, ND_GEN_PANTHER_LAKE, ND_LINE_CORE },
	{ 'G', 6, 0xd5, 0xd5, ND_GEN_PANTHER_LAKE, ND_LINE_CORE, "Wildcat Lake" },
	{ 'G', 18, 0x01, 0x01, ND_GEN_NOVA_LAKE, ND_LINE_OTHER },
	{ 'G', 18, 0x03, 0x03, ND_GEN_NOVA_LAKE, ND_LINE_OTHER },
	{ 'G', 19, 0x01, 0x01, ND_GEN_DIAMOND_RAPIDS, ND_LINE_OTHER },
	{ 'G', 6, 0x1c, 0x1c, ND_GEN_BONNELL, ND_LINE_OTHER },
	{ 'G', 6, 0x26, 0x26, ND_GEN_BONNELL, ND_LINE_OTHER },
	{ 'G', 6, 0x27, 0x27, ND_GEN_SALTWELL, ND_LINE_OTHER },
	{ 'G', 6, 0x35, 0x36, ND_GEN_SALTWELL, ND_LINE_OTHER },
	{ 'G', 6, 0x37, 0x37, ND_GEN_SILVERMONT, ND_LINE_OTHER },
	{ 'G', 6, 0x4a, 0x4a, ND_GEN_SILVERMONT, ND_LINE_OTHER },
	{ 'G', 6, 0x4d, 0x4d, ND_GEN_SILVERMONT, ND_LINE_OTHER },
	{ 'G', 6, 0x5a, 0x5a, ND_GEN_SILVERMONT, ND_LINE_OTHER },
	{ 'G', 6, 0x4c, 0x4c, ND_GEN_AIRMONT, ND_LINE_OTHER },
	{ 'G', 6, 0x75, 0x75, ND_GEN_AIRMONT, ND_LINE_OTHER },
	{ 'G', 6, 0x5c, 0x5c, ND_GEN_GOLDMONT, ND_LINE_OTHER },
	{ 'G', 6, 0x5f, 0x5f, ND_GEN_GOLDMONT, ND_LINE_OTHER },
	{ 'G', 6, 0x7a, 0x7a, ND_GEN_GOLDMONT_PLUS, ND_LINE_OTHER },
	{ 'G', 6, 0x86, 0x86, ND_GEN_TREMONT, ND_LINE_OTHER },
	{ 'G', 6, 0x96, 0x96, ND_GEN_TREMONT, ND_LINE_OTHER },
	{ 'G', 6, 0x9c, 0x9c, ND_GEN_TREMONT, ND_LINE_OTHER },
	{ 'G', 6, 0xbe, 0xbe, ND_GEN_GRACEMONT, ND_LINE_OTHER },
	{ 'G', 6, 0xaf, 0xaf, ND_GEN_CRESTMONT, ND_LINE_OTHER },
	{ 'G', 6, 0xb6, 0xb6, ND_GEN_CRESTMONT, ND_LINE_OTHER },
	{ 'G', 6, 0xdd, 0xdd, ND_GEN_DARKMONT, ND_LINE_OTHER },
	{ 'G', 6, 0x57, 0x57, ND_GEN_KNIGHTS_LANDING, ND_LINE_OTHER },
	{ 'G', 6, 0x85, 0x85, ND_GEN_KNIGHTS_MILL, ND_LINE_OTHER },
	{ 'G', 6, 0x8a, 0x8a, ND_GEN_LAKEFIELD, ND_LINE_OTHER },
	{ 'A', 0x0f, 0x00, 0xff, ND_GEN_AMD_K8, ND_LINE_XEON },
	{ 'A', 0x10, 0x00, 0xff, ND_GEN_AMD_10H, ND_LINE_XEON },
	{ 'A', 0x11, 0x00, 0xff, ND_GEN_AMD_11H, ND_LINE_OTHER },
	{ 'A', 0x12, 0x00, 0xff, ND_GEN_AMD_12H, ND_LINE_OTHER },
	{ 'A', 0x14, 0x00, 0xff, ND_GEN_AMD_14H, ND_LINE_OTHER },
	{ 'A', 0x15, 0x00, 0xff, ND_GEN_AMD_15H, ND_LINE_XEON },
	{ 'A', 0x16, 0x00, 0xff, ND_GEN_AMD_16H, ND_LINE_OTHER },
	{ 'A', 0x17, 0x00, 0x2f, ND_GEN_AMD_ZEN, ND_LINE_XEON },
	{ 'A', 0x17, 0x30, 0x4f, ND_GEN_AMD_ZEN2, ND_LINE_XEON },
	{ 'A', 0x17, 0x50, 0x5f, ND_GEN_AMD_ZEN, ND_LINE_XEON },
	{ 'A', 0x17, 0x60, 0x7f, ND_GEN_AMD_ZEN2, ND_LINE_XEON },
	{ 'A', 0x17, 0x90, 0x91, ND_GEN_AMD_ZEN2, ND_LINE_XEON },
	{ 'A', 0x17, 0xa0, 0xaf, ND_GEN_AMD_ZEN2, ND_LINE_XEON },
	{ 'A', 0x19, 0x00, 0x0f, ND_GEN_AMD_ZEN3, ND_LINE_XEON },
	{ 'A', 0x19, 0x10, 0x1f, ND_GEN_AMD_ZEN4, ND_LINE_XEON },
	{ 'A', 0x19, 0x20, 0x5f, ND_GEN_AMD_ZEN3, ND_LINE_XEON },
	{ 'A', 0x19, 0x60, 0xaf, ND_GEN_AMD_ZEN4, ND_LINE_XEON },
	{ 'A', 0x1a, 0x00, 0x2f, ND_GEN_AMD_ZEN5, ND_LINE_XEON },
	{ 'A', 0x1a, 0x40, 0x4f, ND_GEN_AMD_ZEN5, ND_LINE_XEON },
	{ 'A', 0x1a, 0x60, 0x7f, ND_GEN_AMD_ZEN5, ND_LINE_XEON },
	{ 'A', 0x1a, 0x50, 0x5f, ND_GEN_AMD_ZEN6, ND_LINE_OTHER },
	{ 'A', 0x1a, 0x80, 0xaf, ND_GEN_AMD_ZEN6, ND_LINE_OTHER },
	{ 'A', 0x1a, 0xc0, 0xcf, ND_GEN_AMD_ZEN6, ND_LINE_OTHER },
	{ 'H', 0x18, 0x00, 0xff, ND_GEN_HYGON, ND_LINE_OTHER },
};

/* CPUID's name of the processor says "Xeon". */
static bool gen_is_xeon(const struct nd_cpu *cpu)
{
	char name[ND_BRAND];

	nd_cpu_brand(cpu, name);
	return strstr(name, "Xeon");
}

/* Display family and model, as the manuals make them of leaf 1. */
static void gen_signature(u32 eax, u32 *family, u32 *model)
{
	*family = (eax >> 8) & 15;
	*model = (eax >> 4) & 15;
	if (*family == 6 || *family == 15)
		*model |= (eax >> 12) & 0xf0;
	if (*family == 15)
		*family += (eax >> 20) & 0xff;
}

void nd_cpu_vendor(const struct nd_cpu *cpu, char text[13])
{
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, 0, 0);

	memcpy(text, cpu->vendor, 13);
	if (!l)
		return;
	memcpy(text, &l->ebx, 4);
	memcpy(text + 4, &l->edx, 4);
	memcpy(text + 8, &l->ecx, 4);
	text[12] = '\0';
}

enum nd_maker nd_cpu_maker(const struct nd_cpu *cpu)
{
	static const struct {
		const char *vendor;
		enum nd_maker maker;
	} makers[] = {
		{ "GenuineIntel", ND_MAKER_VMX },
		{ "CentaurHauls", ND_MAKER_VMX },
		{ "  Shanghai  ", ND_MAKER_VMX },
		{ "AuthenticAMD", ND_MAKER_SVM },
		{ "HygonGenuine", ND_MAKER_SVM },
	};
	char vendor[13];
	u32 i;

	nd_cpu_vendor(cpu, vendor);
	for (i = 0; i < ARRAY_SIZE(makers); i++)
		if (!strcmp(vendor, makers[i].vendor))
			return makers[i].maker;
	return ND_MAKER_UNKNOWN;
}

/* The row of the CPU model that CPUID shows, NULL if there is none. */
static const struct gen_models *gen_find(const struct nd_cpu *cpu)
{
	const struct nd_cpuid *vendor = nd_cpu_leaf(cpu, 0, 0);
	const struct nd_cpuid *l = nd_cpu_leaf(cpu, 1, 0);
	u32 family, model, i;
	char letter;

	if (!vendor || !l)
		return NULL;
	if (vendor->ebx == 0x756e6547)		/* "Genu", of GenuineIntel */
		letter = 'G';
	else if (vendor->ebx == 0x68747541)	/* "Auth", of AuthenticAMD */
		letter = 'A';
	else if (vendor->ebx == 0x6f677948)	/* "Hygo", of HygonGenuine */
		letter = 'H';
	else
		return NULL;
	gen_signature(l->eax, &family, &model);
	for (i = 0; i < ARRAY_SIZE(gen_models); i++) {
		const struct gen_models *m = &gen_models[i];

		if (m->vendor == letter && m->family == family && model >= m->low &&
		    model <= m->high)
			return m;
	}
	return NULL;
}

enum nd_generation nd_cpu_generation(const struct nd_cpu *cpu, enum nd_line *line)
{
	const struct gen_models *m = gen_find(cpu);

	*line = ND_LINE_UNKNOWN;
	if (!m)
		return ND_GEN_UNKNOWN;
	/* Server silicon sold as a Core processor lacks what Xeons have. */
	if (m->vendor != 'G' || m->line != ND_LINE_XEON || gen_is_xeon(cpu))
		*line = m->line;
	return m->generation;
}

const char *nd_cpu_generation_name(const struct nd_cpu *cpu)
{
	const struct gen_models *m = gen_find(cpu);

	return m && m->name ? m->name : gen_names[m ? m->generation : ND_GEN_UNKNOWN];
}
