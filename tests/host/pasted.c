// SPDX-License-Identifier: GPL-2.0-only
/*
 * What people paste into reports: each case of the files that are named as arguments gets the
 * answer it needs. The whole tool is in this program, with its main() under another name, so that a
 * case costs a fork and no start: hundreds take a second. One line a case on standard output; what
 * an answer lacks, and the answer, on standard error.
 *
 *	pasted FILE... [-- WORDS]	all cases, or those with WORDS in their name
 */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tools/log/msgmatch.h"
#include "tools/out/text.h"

#define MAX_WORDS	32	/* of one case */
#define SNAPSHOT	"nestdiag-snapshot 1\n"

int nestdiag_main(int argc, char **argv);

/**
 * struct text - bytes that grow
 * @at:  they, with a NUL behind them; NULL while there are none
 * @len: their number
 */
struct text {
	char *at;
	size_t len;
};

/**
 * struct words - what an answer has to say or not to say
 * @text: each, in small letters
 * @nr:   their number
 */
struct words {
	char *text[MAX_WORDS];
	unsigned int nr;
};

/**
 * struct pasted - a case
 * @name:   its name, empty before the first
 * @must:   words that the answer has
 * @not:    words that it has not
 * @status: the exit status, negative if it does not matter
 * @log:    what was pasted
 * @facts:  in its place, records of a snapshot
 */
struct pasted {
	char name[256];
	struct words must;
	struct words not;
	int status;
	struct text log;
	struct text facts;
};

static const char *wanted = "";
static unsigned int cases, failed;

static void add(struct text *text, const char *more, size_t len)
{
	text->at = nd_realloc(text->at, text->len + len + 1);
	memcpy(text->at + text->len, more, len);
	text->len += len;
	text->at[text->len] = '\0';
}

static void add_line(struct text *text, const char *line)
{
	add(text, line, strlen(line));
	add(text, "\n", 1);
}

static void add_word(struct words *words, const char *word)
{
	char *c;

	if (words->nr == MAX_WORDS) {
		fprintf(stderr, "MAX_WORDS is too small\n");
		exit(1);
	}
	c = strdup(word);
	words->text[words->nr++] = c;
	for (; c && *c; c++)
		*c = tolower((u8)*c);
}

static void start(struct pasted *p, const char *name)
{
	while (p->must.nr)
		free(p->must.text[--p->must.nr]);
	while (p->not.nr)
		free(p->not.text[--p->not.nr]);
	free(p->log.at);
	free(p->facts.at);
	memset(p, 0, sizeof(*p));
	p->status = -1;
	scnprintf(p->name, sizeof(p->name), "%s", name);
}

/* The answer's lines are broken anywhere, and the words of a case are in any case. */
static void flatten(struct text *said)
{
	size_t from, to = 0;

	add(said, "", 0);
	for (from = 0; from < said->len; from++) {
		char c = said->at[from];

		if (isspace((u8)c))
			c = ' ';
		if (c != ' ' || !to || said->at[to - 1] != ' ')
			said->at[to++] = tolower((u8)c);
	}
	said->len = to;
	said->at[to] = '\0';
}

/* The child: the tool, with the case in place of its standard input. */
static void __attribute__((noreturn))
be_tool(const struct text *input, const char *command, int out)
{
	FILE *in = tmpfile();
	int status;

	if (!in || fwrite(input->at, 1, input->len, in) != input->len || fflush(in) ||
	    lseek(fileno(in), 0, SEEK_SET) || dup2(fileno(in), 0) || dup2(out, 1) != 1)
		_exit(126);
	if (!strcmp(command, "dmesg"))
		status = nestdiag_main(3, (char *[]){ "nestdiag", "dmesg", "-", NULL });
	else
		status = nestdiag_main(4, (char *[]){ "nestdiag", "check", "--from", "-", NULL });
	fflush(stdout);
	_exit(status);
}

/* ask() - what the tool says; its exit status, or -1 */
static int ask(const struct text *input, const char *command, struct text *said)
{
	char bytes[4096];
	int fds[2], status;
	ssize_t got;
	pid_t pid;

	fflush(NULL);
	if (pipe(fds))
		return -1;
	pid = fork();
	if (!pid)
		be_tool(input, command, fds[1]);
	close(fds[1]);
	while ((got = read(fds[0], bytes, sizeof(bytes))) > 0)
		add(said, bytes, got);
	close(fds[0]);
	flatten(said);
	if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
		return -1;
	return WEXITSTATUS(status);
}

static bool lacks(const struct pasted *p, const char *what, const char *words)
{
	fprintf(stderr, "%s: %s \"%s\"\n", p->name, what, words);
	return false;
}

static void judge(const struct pasted *p)
{
	struct text said = { 0 };
	bool good = true;
	char text[16];
	unsigned int i;
	int status;

	if (!*p->name || !strstr(p->name, wanted))
		return;
	cases++;
	if (!p->log.len == !p->facts.len)
		good = lacks(p, "it has to have", "in: or fact:");
	if (!p->must.nr && !p->not.nr && p->status < 0)
		good = lacks(p, "nothing is asked of", p->name);
	status = p->facts.len ? ask(&p->facts, "check", &said) : ask(&p->log, "dmesg", &said);
	for (i = 0; i < p->must.nr; i++)
		if (!strstr(said.at, p->must.text[i]))
			good = lacks(p, "does not say", p->must.text[i]);
	for (i = 0; i < p->not.nr; i++)
		if (strstr(said.at, p->not.text[i]))
			good = lacks(p, "says", p->not.text[i]);
	scnprintf(text, sizeof(text), "%d", status);
	if (status < 0 || status > 64 || (p->status >= 0 && status != p->status))
		good = lacks(p, "exit status", text);
	if (!good)
		fprintf(stderr, "%s: %s\n", p->name, said.at);
	failed += !good;
	printf("%s - pasted: %s\n", good ? "ok" : "not ok", p->name);
	free(said.at);
}

static void take(struct pasted *p, const char *line)
{
	const char *text = strstr(line, ": ") ? strstr(line, ": ") + 2 : line + strlen(line);
	size_t len = strlen(line) - strlen(text);

	if (!*line || *line == '#' || !strncmp(line, "from: ", len))
		return;
	if (!strncmp(line, "case: ", len)) {
		judge(p);
		start(p, text);
	} else if (!strncmp(line, "must: ", len)) {
		add_word(&p->must, text);
	} else if (!strncmp(line, "not: ", len)) {
		add_word(&p->not, text);
	} else if (!strncmp(line, "exit: ", len)) {
		p->status = atoi(text);
	} else if (!strncmp(line, "in: ", len) || !strcmp(line, "in:")) {
		add_line(&p->log, text);
	} else if (!strncmp(line, "fact: ", len)) {
		if (!p->facts.len)
			add(&p->facts, SNAPSHOT, strlen(SNAPSHOT));
		add_line(&p->facts, text);
	} else {
		printf("not ok - pasted: no line of a case: %s\n", line);
		failed++;
	}
}

static void read_cases(const char *file)
{
	FILE *stream = fopen(file, "r");
	struct pasted p = { 0 };
	unsigned int before = cases;
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	while (stream && (len = getline(&line, &size, stream)) > 0) {
		if (line[len - 1] == '\n')
			line[len - 1] = '\0';
		take(&p, line);
	}
	judge(&p);
	start(&p, "");
	free(line);
	if (stream)
		fclose(stream);
	if (!*wanted && cases == before) {
		printf("not ok - pasted: %s # %s\n", file, stream ? "no case" : strerror(errno));
		failed++;
	}
}

int main(int argc, char **argv)
{
	struct nd_msg_match match;
	int i, nr = argc;

	/* As in tests/cli/common.bash. */
	setenv("COLUMNS", "100", 1);
	unsetenv("TERM");
	unsetenv("LANG");
	unsetenv("LC_ALL");
	unsetenv("NO_COLOR");
	unsetenv("NESTDIAG_SYSROOT");
	/* The index over the catalogue is made once, here. */
	nd_msg_match("kvm: nothing", 12, &match);
	for (i = 1; i < argc; i++)
		if (!strcmp(argv[i], "--") && i + 1 < argc) {
			wanted = argv[i + 1];
			nr = i;
		}
	for (i = 1; i < nr; i++)
		read_cases(argv[i]);
	if (!cases)
		printf("not ok - pasted # no case\n");
	return !cases || failed;
}
