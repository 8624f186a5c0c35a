#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
#
# The pictures of a terminal in docs/pictures, as SVG: what the tool prints on one of 80 columns, with
# its colors. The machines are the lab's, whose snapshots are fixtures.
#
#	lab/pictures.py			write them
#	lab/pictures.py --check		exit status 1 if one is not what would be written

import html
import os
import pty
import re
import shlex
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# Of each file: its title, and the commands as they are typed, with the snapshot that answers.
PICTURES = {
	"terminal.svg": ("nestdiag on a KVM host under Hyper-V, and after a launch that failed there",
			 (("nestdiag", "emulated-haswell-l1-evmcs"),
			  ("nestdiag failures", "emulated-haswell-failures"))),
}

COLUMNS = 80
CHAR, LINE, MARGIN = 8.4, 18, 16	# pixels; a monospaced font of 14 pixels is 8.4 wide
COLORS = {"1": ("fill", "#ffffff"), "31": ("fill", "#ff7b72"), "32": ("fill", "#7ee787"),
	  "33": ("fill", "#e3b341")}
SEQUENCE = re.compile(r"\x1b\[(\d*)m")


def printed(command):
	"""What the command prints on a terminal."""
	main, sub = pty.openpty()
	environment = dict(os.environ, TERM="xterm", COLUMNS=str(COLUMNS), LC_ALL="C.UTF-8")
	environment.pop("NO_COLOR", None)
	child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sub, stderr=sub,
				 env=environment)
	os.close(sub)
	data = b""
	while True:
		try:
			more = os.read(main, 65536)
		except OSError:		# the other end is closed
			break
		if not more:
			break
		data += more
	if child.wait() not in (0, 1, 2, 3):
		sys.exit(f"pictures.py: {shlex.join(command)}: exit status {child.returncode}")
	return data.decode().replace("\r\n", "\n").rstrip("\n")


def spans(line, state):
	"""The line's parts, each with the color that holds there, and the color at its end."""
	parts, at = [], 0
	for found in SEQUENCE.finditer(line):
		parts.append((line[at:found.start()], state))
		state = found.group(1) if found.group(1) in COLORS else ""
		at = found.end()
	parts.append((line[at:], state))
	return [part for part in parts if part[0]], state


def text_of(part):
	"""Blanks that stay: browsers collapse others, whatever xml:space says."""
	return html.escape(part).replace(" ", "\u00a0")


def svg(title, text):
	lines = text.split("\n")
	width = int(COLUMNS * CHAR + 2 * MARGIN)
	height = len(lines) * LINE + 2 * MARGIN
	out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
	       f'viewBox="0 0 {width} {height}" role="img">',
	       f"<title>{html.escape(title)}</title>",
	       f'<rect width="{width}" height="{height}" rx="6" fill="#161b22"/>',
	       '<g font-family="ui-monospace, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" '
	       'font-size="14" fill="#c9d1d9">']
	state = ""
	for number, line in enumerate(lines):
		parts, state = spans(line, state)
		column = 0
		for part, color in parts:
			x, y = MARGIN + column * CHAR, MARGIN + number * LINE + 13
			fill = f' fill="{COLORS[color][1]}"' if color else ""
			out.append(f'<text x="{x:.1f}" y="{y}" textLength="{len(part) * CHAR:.1f}"{fill}>'
				   f"{text_of(part)}</text>")
			column += len(part)
	out += ["</g>", "</svg>"]
	return "\n".join(out)


def picture(title, commands):
	texts = []
	for typed, snapshot in commands:
		run = shlex.split(typed)
		run[0] = os.path.join(TOP, "tools/nestdiag")
		run += ["--from", os.path.join(TOP, "tests/fixtures", snapshot + ".snapshot")]
		texts.append(f"\x1b[1m$ sudo {typed}\x1b[0m\n{printed(run)}")
	return svg(title, "\n\n".join(texts)) + "\n"


def main(check):
	differs = False
	for name, (title, commands) in PICTURES.items():
		path = os.path.join(TOP, "docs/pictures", name)
		now = picture(title, commands)
		if not check:
			with open(path, "w", encoding="utf-8") as file:
				file.write(now)
			continue
		with open(path, encoding="utf-8") as file:
			if file.read() != now:
				print(f"docs/pictures/{name} is not what the tool prints: make pictures")
				differs = True
	return int(differs)


if sys.argv[1:] not in ([], ["--check"]):
	sys.exit("usage: lab/pictures.py [--check]")
sys.exit(main(sys.argv[1:] == ["--check"]))
