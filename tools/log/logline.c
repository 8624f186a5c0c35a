// SPDX-License-Identifier: GPL-2.0-only
/*
 * Lines of logs. Each form is a function that eats what it knows at the start of the text.
 */
#include <ctype.h>

#include "tools/log/logline.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static void eat(struct nd_logline *l, size_t n)
{
	l->text += n;
	l->len -= n;
}

static void eat_blanks(struct nd_logline *l)
{
	while (l->len && (*l->text == ' ' || *l->text == '\t'))
		eat(l, 1);
}

static size_t digits(const struct nd_logline *l, size_t at)
{
	size_t n = 0;

	while (at + n < l->len && is_digit(l->text[at + n]))
		n++;
	return n;
}

static void set_time(struct nd_logline *l, const char *text, size_t len)
{
	while (len && *text == ' ') {
		text++;
		len--;
	}
	while (len && text[len - 1] == ' ')
		len--;
	if (!l->time[0] && len && len < sizeof(l->time) && !memchr(text, '\0', len))
		scnprintf(l->time, sizeof(l->time), "%.*s", (int)len, text);
}

/* "6,1234,5678901,-;text", a record of /dev/kmsg: its third number is microseconds. */
static bool eat_record(struct nd_logline *l)
{
	size_t at = 0, n, start;
	char text[40];
	int i;

	for (i = 0; i < 3; i++) {
		start = at;
		n = digits(l, at);
		at += n;
		if (!n || n > 20 || at >= l->len || l->text[at++] != ',')
			return false;
	}
	n = at - 1 - start;
	for (; at < l->len && l->text[at] != ';'; at++)
		if (l->text[at] == ' ')
			return false;
	if (at == l->len)
		return false;
	if (n > 6)
		scnprintf(text, sizeof(text), "%.*s.%.6s", (int)(n - 6), l->text + start,
			  l->text + start + n - 6);
	else
		scnprintf(text, sizeof(text), "0.%.*s%.*s", (int)(6 - n), "000000", (int)n,
			  l->text + start);
	set_time(l, text, strlen(text));
	eat(l, at + 1);
	return true;
}

/* "<6>" of dmesg -r and of the console. */
static bool eat_level(struct nd_logline *l)
{
	size_t n = l->len && *l->text == '<' ? digits(l, 1) : 0;

	if (!n || n > 4 || n + 1 >= l->len || l->text[n + 1] != '>')
		return false;
	eat(l, n + 2);
	return true;
}

/* "kern  :warn  : " of dmesg -x. */
static bool eat_facility(struct nd_logline *l)
{
	static const char *const names[] = {
		"kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news"
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(names); i++) {
		size_t n = strlen(names[i]);

		if (l->len < 16 || strncmp(l->text, names[i], n))
			continue;
		if (l->text[6] == ':' && l->text[13] == ':' && l->text[14] == ' ') {
			eat(l, 15);
			return true;
		}
	}
	return false;
}

/**
 * enum bracket - what stands in brackets at the start of a line
 * @BRACKET_TEXT:   part of the message
 * @BRACKET_TIME:   a time
 * @BRACKET_CALLER: the thread or CPU that printed it
 */
enum bracket {
	BRACKET_TEXT,
	BRACKET_TIME,
	BRACKET_CALLER,
};

static bool is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static enum bracket judge_bracket(const char *text, size_t n)
{
	bool point = false;
	size_t i;

	while (n && *text == ' ') {
		text++;
		n--;
	}
	if (n > 1 && (*text == 'T' || *text == 'C') && is_digit(text[1]))
		return BRACKET_CALLER;
	for (i = 0; i < n; i++) {
		if (text[i] == ':' || text[i] == '.')
			point = true;
		else if (!text[i] || (!is_digit(text[i]) && !is_letter(text[i]) &&
				      !strchr(" ,+<>-", text[i])))
			return BRACKET_TEXT;
	}
	return point && (is_digit(*text) || is_digit(text[n - 1])) ? BRACKET_TIME : BRACKET_TEXT;
}

/* "[   12.345678] ", "[Sat Nov 21 03:21:06 2026] ", "[Nov21 03:21] ", "[  T123] ". */
static bool eat_bracket(struct nd_logline *l)
{
	const char *end;
	enum bracket what;

	if (l->len < 3 || *l->text != '[')
		return false;
	end = memchr(l->text, ']', l->len < 48 ? l->len : 48);
	if (!end || end == l->text + 1)
		return false;
	what = judge_bracket(l->text + 1, end - l->text - 1);
	if (what == BRACKET_TEXT)
		return false;
	if (what == BRACKET_TIME)
		set_time(l, l->text + 1, end - l->text - 1);
	eat(l, end - l->text + 1);
	eat_blanks(l);
	return true;
}

static size_t word_length(const struct nd_logline *l, size_t at)
{
	size_t n = 0;

	while (at + n < l->len && l->text[at + n] != ' ')
		n++;
	return n;
}

/* "host kernel: ", "kernel: ", "host qemu-system-x86_64[12]: " behind a time of syslog. */
static void eat_sender(struct nd_logline *l)
{
	size_t first, second;

	eat_blanks(l);
	first = word_length(l, 0);
	if (first && first < l->len && l->text[first - 1] != ':') {
		second = word_length(l, first + 1);
		if (second > 1 && l->text[first + second] == ':')
			eat(l, first + second + 1);
		else if (second == 1 && first == 6 && !strncmp(l->text, "std", 3))
			eat(l, first + second + 1);	/* "stderr F " of a container's log */
	} else if (first > 7 && !strncmp(l->text, "kernel:", 7)) {
		eat(l, 7);
	}
	eat_blanks(l);
}

/* "2026-11-21T03:21:06.123456+00:00 ", "2026-11-21 03:21:06.123+0000: ". */
static bool eat_iso(struct nd_logline *l)
{
	static const char form[] = "dddd-dd-dd?dd:dd:dd";
	size_t i;

	if (l->len < sizeof(form))
		return false;
	for (i = 0; form[i]; i++) {
		char c = l->text[i];

		if (form[i] == 'd' ? !is_digit(c) : form[i] == '?' ? c != 'T' && c != ' ' :
		    c != form[i])
			return false;
	}
	i += word_length(l, i);
	set_time(l, l->text, i - (i && l->text[i - 1] == ':'));
	eat(l, i);
	return true;
}

/* "Nov 21 03:21:06 " */
static bool eat_syslog(struct nd_logline *l)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	size_t i;

	if (l->len < 16 || l->text[3] != ' ' || l->text[6] != ' ' || l->text[9] != ':' ||
	    l->text[12] != ':')
		return false;
	for (i = 0; months[i] && strncmp(months + i, l->text, 3); i += 3)
		;
	if (!months[i])
		return false;
	i = 15;
	if (l->text[i] == '.')	/* -o short-precise */
		i += word_length(l, i);
	set_time(l, l->text, i);
	eat(l, i);
	return true;
}

/* "00:00:11.659041 " of VBox.log: the time since the machine was started. */
static bool eat_clock(struct nd_logline *l)
{
	size_t n;

	if (l->len < 10 || digits(l, 0) != 2 || l->text[2] != ':' || digits(l, 3) != 2 ||
	    l->text[5] != ':' || digits(l, 6) != 2 || l->text[8] != '.')
		return false;
	n = 9 + digits(l, 9);
	if (n >= l->len || l->text[n] != ' ')
		return false;
	set_time(l, l->text, n);
	eat(l, n);
	eat_blanks(l);
	l->full = true;
	return true;
}

/* "30e8.938: " of VBoxHardening.log: the process and its thread. */
static bool eat_hardening(struct nd_logline *l)
{
	size_t n, dot = 0;

	for (n = 0; n < l->len && n < 12; n++) {
		if (l->text[n] == '.' && n && !dot)
			dot = n;
		else if (!isxdigit((u8)l->text[n]) || isupper((u8)l->text[n]))
			break;
	}
	if (!dot || n == dot + 1 || n + 1 >= l->len || l->text[n] != ':' || l->text[n + 1] != ' ')
		return false;
	eat(l, n + 1);
	eat_blanks(l);
	l->full = true;
	return true;
}

/*
 * "vmx| I125: ", "vcpu-0| W115+ " of vmware.log before 7.0:
 * what comes behind it, 0 if it is not there.
 */
static size_t old_vmware(const struct nd_logline *l)
{
	size_t n = word_length(l, 0);

	if (n < 2 || l->text[n - 1] != '|' || n + 6 > l->len || !strchr("IWE", l->text[n + 1]) ||
	    digits(l, n + 2) != 3 || (l->text[n + 5] != ':' && l->text[n + 5] != '+'))
		return 0;
	return n + 6;
}

/* "In(05) vmx ", "In(05)+ vcpu-0 ", "Er(02) host-1234 " of vmware.log. */
static bool eat_vmware(struct nd_logline *l)
{
	size_t n = word_length(l, 0);

	if (n >= 6 && n <= 7 && l->text[2] == '(' && digits(l, 3) == 2 && l->text[5] == ')') {
		n += n < l->len;
		n += word_length(l, n);
	} else {
		n = old_vmware(l);
	}
	if (!n)
		return false;
	eat(l, n);
	eat_blanks(l);
	l->full = true;
	return true;
}

/* "MESSAGE=", "_SOURCE=..." of the journal's export format. */
static bool eat_field(struct nd_logline *l)
{
	static const char field[] = "MESSAGE=";

	if (l->len < sizeof(field) - 1 || memcmp(l->text, field, sizeof(field) - 1))
		return false;
	eat(l, sizeof(field) - 1);
	return true;
}

/* "> " and "`" of what people quote in mails and on web pages. */
static bool eat_quote(struct nd_logline *l)
{
	if (l->len > 2 && *l->text == '`' && l->text[1] != '`') {
		eat(l, 1);
		return true;
	}
	if (l->len < 3 || *l->text != '>' || l->text[1] != ' ')
		return false;
	eat(l, 2);
	return true;
}

/* Behind syslog's time and sender, the kernel's own time may follow; the first one is kept. */
void nd_logline_parse(struct nd_logline *l, const char *text, size_t len)
{
	*l = (struct nd_logline){ .text = text, .len = len };
	while (l->len && (l->text[l->len - 1] == '\r' || l->text[l->len - 1] == '\n'))
		l->len--;
	if (eat_record(l))
		return;
	while (eat_quote(l))
		;
	eat_field(l);
	eat_level(l);
	eat_facility(l);
	if (eat_iso(l)) {
		eat_blanks(l);
		if (!eat_vmware(l))
			eat_sender(l);
	} else if (eat_syslog(l)) {
		eat_sender(l);
	} else if (!eat_clock(l)) {
		eat_hardening(l);
	}
	while (eat_bracket(l))
		;
}
