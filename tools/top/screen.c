// SPDX-License-Identifier: GPL-2.0-only
/*
 * The terminal, by ncurses. It is given back on any end: when the program leaves, when a signal
 * asks it to, and when it crashes.
 */
#define NCURSES_NOMACROS 1
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "tools/top/screen.h"

#define RESTORE_MAX	128

static const int endings[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
static const int crashes[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL };

static atomic_int ended;
static SCREEN *term;
static bool colors;
static sigset_t outside;	/* the mask while we wait */
static struct termios modes;
static char restore[RESTORE_MAX];
static size_t restore_len;

static void on_ending(int number)
{
	ended = number;
}

/* Nothing but what a signal handler may call. */
static void on_crash(int number)
{
	ssize_t written = write(STDOUT_FILENO, restore, restore_len);

	(void)written;
	tcsetattr(STDIN_FILENO, TCSANOW, &modes);
	raise(number);
}

/* A second one, of a kind that we do not want to see, means the default. */
static void catch(const int *numbers, size_t nr, void (*handler)(int), int flags)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = flags };
	size_t i;

	sigemptyset(&action.sa_mask);
	for (i = 0; i < nr; i++)
		sigaction(numbers[i], &action, NULL);
}

/* They come only while we wait, so that none comes between a look at them and the wait. */
static void block_signals(void)
{
	sigset_t set;
	size_t i;

	sigemptyset(&set);
	sigaddset(&set, SIGWINCH);
	for (i = 0; i < ARRAY_SIZE(endings); i++)
		sigaddset(&set, endings[i]);
	sigprocmask(SIG_BLOCK, &set, &outside);
	for (i = 0; i < ARRAY_SIZE(endings); i++)
		sigdelset(&outside, endings[i]);
	sigdelset(&outside, SIGWINCH);
}

static void keep(const char *capability)
{
	const char *text = tigetstr(capability);
	size_t len = text && text != (char *)-1 ? strlen(text) : 0;

	if (restore_len + len > sizeof(restore))
		return;
	memcpy(restore + restore_len, text ? text : "", len);
	restore_len += len;
}

static void end(void)
{
	if (!term)
		return;
	endwin();
	delscreen(term);
	term = NULL;
	sigprocmask(SIG_SETMASK, &outside, NULL);
}

static void set_up_colors(bool color)
{
	static const short pairs[] = {
		[ND_TOP_GOOD] = COLOR_GREEN,
		[ND_TOP_YELLOW] = COLOR_YELLOW,
		[ND_TOP_RED] = COLOR_RED,
	};
	size_t i;

	colors = color && has_colors() && start_color() == OK;
	if (!colors)
		return;
	use_default_colors();
	for (i = ND_TOP_GOOD; i < ARRAY_SIZE(pairs); i++)
		init_pair(i, pairs[i], -1);
}

static bool begin(bool color, char *why)
{
	const char *type = getenv("TERM");

	setlocale(LC_CTYPE, "");
	if (tcgetattr(STDIN_FILENO, &modes)) {
		scnprintf(why, ND_TOP_WHY, "standard input is not a terminal");
		return false;
	}
	/* The terminal knows its size; COLUMNS may be anybody's wish. */
	unsetenv("COLUMNS");
	unsetenv("LINES");
	term = newterm(NULL, stdout, stdin);
	if (!term) {
		scnprintf(why, ND_TOP_WHY, "nothing is known of a terminal '%s' (TERM): use top --batch",
			  type ? type : "");
		return false;
	}
	set_term(term);
	atexit(end);
	keep("sgr0");
	keep("cnorm");
	keep("rmcup");
	keep("rmkx");
	catch(crashes, ARRAY_SIZE(crashes), on_crash, SA_RESETHAND | SA_NODEFER);
	catch(endings, ARRAY_SIZE(endings), on_ending, 0);
	block_signals();
	set_up_colors(color);
	set_escdelay(50);
	cbreak();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	curs_set(0);
	return true;
}

static attr_t attributes(enum nd_top_style style)
{
	switch (style) {
	case ND_TOP_BOLD:
		return A_BOLD;
	case ND_TOP_DIM:
		return A_DIM;
	case ND_TOP_MARKED:
		return A_REVERSE;
	case ND_TOP_GOOD:
		return colors ? (attr_t)COLOR_PAIR(style) : A_NORMAL;
	case ND_TOP_YELLOW:
	case ND_TOP_RED:
		return A_BOLD | (colors ? (attr_t)COLOR_PAIR(style) : A_NORMAL);
	default:
		return A_NORMAL;
	}
}

static void put(struct nd_top_canvas *canvas, u32 y, u32 x, enum nd_top_style style,
		const char *text)
{
	(void)canvas;
	attrset(attributes(style));
	mvaddstr(y, x, text);
	attrset(A_NORMAL);
}

static void clear_canvas(struct nd_top_canvas *canvas)
{
	static int last_height, last_width;
	int height, width;

	getmaxyx(stdscr, height, width);
	/* What a terminal makes of its content when its size changes is its own affair. */
	if (height != last_height || width != last_width)
		clearok(stdscr, TRUE);
	last_height = height;
	last_width = width;
	*canvas = (struct nd_top_canvas){ width, height, strcmp(nl_langinfo(CODESET), "UTF-8"), put };
	erase();
}

static void show(void)
{
	refresh();
}

static int translate(int key)
{
	static const struct {
		int from;
		int to;
	} keys[] = {
		{ KEY_UP, ND_KEY_UP }, { KEY_DOWN, ND_KEY_DOWN }, { KEY_LEFT, ND_KEY_LEFT },
		{ KEY_RIGHT, ND_KEY_RIGHT }, { KEY_PPAGE, ND_KEY_PAGE_UP },
		{ KEY_NPAGE, ND_KEY_PAGE_DOWN }, { KEY_HOME, ND_KEY_HOME }, { KEY_END, ND_KEY_END },
		{ KEY_BACKSPACE, ND_KEY_BACKSPACE }, { KEY_ENTER, ND_KEY_ENTER },
		{ '\r', ND_KEY_ENTER }, { KEY_RESIZE, ND_KEY_RESIZE },
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(keys); i++)
		if (keys[i].from == key)
			return keys[i].to;
	return key > 0 && key < 0x100 ? key : ND_KEY_NONE;
}

static int wait_for_key(u32 ms)
{
	struct timespec left = { ms / 1000, ms % 1000 * 1000000L };
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	int key = getch();

	/* What has come is taken first: of several keys ncurses may hold some back. */
	if (key == ERR) {
		if (ppoll(&in, 1, &left, &outside) < 0 && errno != EINTR)
			return ND_KEY_END_OF_IT;
		if (in.revents & (POLLHUP | POLLERR | POLLNVAL))
			return ND_KEY_END_OF_IT;
		key = getch();
		if (key == ERR && in.revents & POLLIN && feof(stdin))
			return ND_KEY_END_OF_IT;
	}
	if (ended)
		return ND_KEY_END_OF_IT;
	if (key == 3)	/* ^C where the terminal makes no signal of it */
		return ND_KEY_END_OF_IT;
	return key == ERR ? ND_KEY_NONE : translate(key);
}

const struct nd_top_screen nd_top_screen = {
	.begin = begin,
	.clear = clear_canvas,
	.show = show,
	.key = wait_for_key,
	.end = end,
};
