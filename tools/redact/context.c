// SPDX-License-Identifier: GPL-2.0-only
#include <ctype.h>
#include <strings.h>

#include "tools/redact/context.h"

#define NAME(before, kind)	{ before, ND_CONTEXT_NAME, ND_NAME_##kind, NULL }
#define ELEMENT(before, kind)	{ before, ND_CONTEXT_NAME, ND_NAME_##kind, "<" }
#define QUOTED(before, kind)	{ before, ND_CONTEXT_NAME, ND_NAME_##kind, "'\"" }
#define TEXT(before, end)	{ before, ND_CONTEXT_TEXT, ND_NAME_VM, end }
#define SECRET(before)		{ before, ND_CONTEXT_SECRET, ND_NAME_USER, NULL }

static const struct nd_context contexts[] = {
	/* Command lines of QEMU and the kernel, logs. */
	NAME("guest=", VM), NAME("-name ", VM), NAME("vm_name=", VM), NAME("vmname=", VM),
	NAME("vm name: ", VM), NAME("domain name: ", VM),
	NAME("serial=", SERIAL), NAME("serial_number=", SERIAL), NAME("serial number: ", SERIAL),
	NAME("serial number=", SERIAL), NAME("serialnumber=", SERIAL), NAME("serial: ", SERIAL),
	NAME("s/n: ", SERIAL), NAME("asset=", SERIAL), NAME("asset tag: ", SERIAL),
	NAME("wwn=", SERIAL), NAME("wwpn=", SERIAL),
	NAME("partuuid=", UUID), NAME("machine_id=", UUID), NAME("machine-id: ", UUID),
	NAME("=uuid=", UUID), NAME("(uuid=", UUID), NAME(" uuid=", UUID), NAME(",uuid=", UUID),
	NAME("vmgenid,guid=", UUID),
	NAME("hostname=", HOST), NAME("hostname: ", HOST), NAME("nodename=", HOST),
	NAME("nodename: ", HOST), NAME(",host=", HOST),
	NAME("username=", USER), NAME("user=", USER), NAME("-runas ", USER),
	/* Descriptions of VMs. */
	ELEMENT("<name>", VM), ELEMENT("<uuid>", UUID), ELEMENT("<serial>", SERIAL),
	ELEMENT("<hostname>", HOST), ELEMENT("name='serial'>", SERIAL),
	ELEMENT("name=\"serial\">", SERIAL), ELEMENT("name='asset'>", SERIAL),
	ELEMENT("name='uuid'>", UUID), QUOTED("<host name='", HOST), QUOTED("<host name=\"", HOST),
	QUOTED("username='", USER), QUOTED("username=\"", USER), QUOTED("wwpn='", SERIAL),
	QUOTED("wwnn='", SERIAL), ELEMENT("<wwn>", SERIAL),
	TEXT("<title>", "</title>"), TEXT("<description>", "</description>"),
	TEXT("<metadata>", "</metadata>"),
	/* Secrets. */
	SECRET("password="), SECRET("passwd="), SECRET("passwd='"), SECRET("passwd=\""),
	SECRET("password='"), SECRET("password=\""), SECRET("passphrase="), SECRET("token="),
	SECRET(",data="), SECRET("api_key="), SECRET("apikey="),
	{ "<password>", ND_CONTEXT_SECRET, ND_NAME_USER, "<" },
	{ "<secret>", ND_CONTEXT_SECRET, ND_NAME_USER, "<" },
};

const struct nd_context *nd_context_at(const char *text, const char *at)
{
	const struct nd_context *found = NULL;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(contexts); i++) {
		const char *before = contexts[i].before;

		if (tolower((unsigned char)*before) != tolower((unsigned char)*at) ||
		    strncasecmp(at, before, strlen(before)))
			continue;
		/* "processor_serial=" has the same end; "iserial" is another word. */
		if (isalnum((unsigned char)*before) && at > text && isalnum((unsigned char)at[-1]))
			continue;
		/* Of two the longer one: "passwd='" before "passwd=". */
		if (!found || strlen(before) > strlen(found->before))
			found = &contexts[i];
	}
	return found;
}

/* What a port of a serial console is called, and what is no name of anything. */
static bool is_no_value(const struct nd_context *context, const char *value, size_t len)
{
	static const char *const words[] = {
		"on", "off", "none", "null", "yes", "no", "true", "false", "pty", "stdio", "mon:stdio",
		"not specified", "unknown", "localhost", "absent", "unreadable",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(words); i++)
		if (len == strlen(words[i]) && !strncasecmp(value, words[i], len))
			return true;
	if (context->kind == ND_NAME_SERIAL)
		return !strncmp(value, "tty", 3) || !strncmp(value, "chardev:", 8) ||
		       !strncmp(value, "file:", 5) || !strncmp(value, "8250", 4);
	/*
	 * An address of a network is told by its looks, and "host=0000:01:00.0" is one of a device.
	 */
	if (context->kind == ND_NAME_HOST)
		return strspn(value, "0123456789abcdefABCDEF.:%") >= len;
	return context->kind == ND_NAME_VM && !strncmp(value, "0x", 2);
}

size_t nd_context_length(const struct nd_context *context, const char *value)
{
	const char *end;
	size_t len;

	if (context->what == ND_CONTEXT_TEXT) {
		end = strstr(value, context->end);
		return end ? (size_t)(end - value) : strlen(value);
	}
	len = strcspn(value, context->end ? context->end : " \t\n\r,\"'<>;()[]{}");
	if (context->what == ND_CONTEXT_SECRET)
		return len;
	/* "-name guest=web1,...": the name is behind the next context. */
	if (memchr(value, '=', len) && !context->end)
		return 0;
	return is_no_value(context, value, len) ? 0 : len;
}
