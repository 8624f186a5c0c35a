#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""The text of a section of a report, in one line, as somebody reads it.

	tests/report/pagetext.py FILE SECTION
"""
import sys
from xml.etree import ElementTree

HTML = "{http://www.w3.org/1999/xhtml}"


def main():
    path, name = sys.argv[1:]
    for section in ElementTree.parse(path).getroot().iter(HTML + "section"):
        if section.get("id") == name:
            print(" ".join(" ".join(section.itertext()).split()))
            return 0
    print(f"{path}: no section {name}")
    return 1


sys.exit(main())
