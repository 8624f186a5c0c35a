#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Whether a report is a page that runs and loads nothing, and that a screen reader finds its way in.

	tests/report/page.py FILE...

Prints what is wrong, nothing otherwise; the exit status is 1 if anything is.
"""
import re
import sys
from xml.etree import ElementTree

HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"

ELEMENTS = set("""html head meta title style body a header h1 h2 h3 h4 dl div dt dd p nav ul li main
    section figure figcaption article span table caption thead tbody tr th td details summary pre
    code b br footer""".split())
SHAPES = {"svg", "title", "desc", "rect", "text", "path"}
# All that an element may have; none of them can run or load anything.
ATTRIBUTES = set("""lang charset http-equiv content name class href id role tabindex scope
    aria-label aria-labelledby aria-hidden open x y width height rx d viewBox transform""".split())


def wrong(path):
    """What is wrong with the file, sentence by sentence."""
    with open(path, "rb") as file:
        data = file.read()
    text = data.decode("utf-8")
    if not text.startswith("<!DOCTYPE html>\n"):
        yield "no doctype"
    # Tab and line feed are the only control characters; nothing hides or reorders text.
    if bad := re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]", text):
        yield f"character {ord(bad[0]):#x}"
    root = ElementTree.fromstring(data)
    parents = {child: parent for parent in root.iter() for child in parent}
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    if len(ids) != len(set(ids)):
        yield "an id twice: " + " ".join(sorted(i for i in set(ids) if ids.count(i) > 1))
    last = 0
    for element in root.iter():
        space, _, tag = element.tag.rpartition("}")
        if tag not in (ELEMENTS if space + "}" == HTML else SHAPES if space + "}" == SVG else ()):
            yield f"element {element.tag}"
        for key, value in element.attrib.items():
            if key not in ATTRIBUTES:
                yield f"{tag}: attribute {key}"
            if key == "href" and (not value.startswith("#") or value[1:] not in ids):
                yield f"link to {value}"
            if key == "aria-labelledby" and set(value.split()) - set(ids):
                yield f"{tag} is labelled by {value}, which is not there"
        if tag == "svg" and element.get("role") != "img" and not hidden(element, parents):
            yield "a drawing without words"
        if tag == "svg" and element.get("role") == "img" and element[0].tag != SVG + "title":
            yield "a drawing without a title"
        if tag == "table" and (element[0].tag != HTML + "caption" or not element[0].text):
            yield "a table without a caption"
        if tag == "th" and not element.get("scope"):
            yield "a heading of a table without a scope"
        if tag == "details" and element.get("open") is None:
            yield "folded away, where a search does not look"
        if re.fullmatch("h[1-4]", tag):
            # The plain view has cards without a heading above them.
            if int(tag[1]) > last + 2 or (int(tag[1]) > last + 1 and tag != "h4"):
                yield f"{tag} below h{last}"
            last = int(tag[1])
    for tag in ("header", "nav", "main", "footer", "h1"):
        if len(root.findall(f".//{HTML}{tag}")) != 1:
            yield f"not one {tag}"
    policy = [meta.get("content") for meta in root.iter(HTML + "meta")
              if meta.get("http-equiv") == "Content-Security-Policy"]
    if len(policy) != 1 or "default-src 'none'" not in policy[0] or "script" in policy[0]:
        yield f"policy {policy}"
    style = "".join(element.text for element in root.iter(HTML + "style"))
    if re.search(r"url\(|@import|expression|image-set", style):
        yield "the style loads something"


def hidden(element, parents):
    """Whether screen readers skip it, because the same stands beside it."""
    while element is not None and element.get("aria-hidden") != "true":
        element = parents.get(element)
    return element is not None


def main():
    status = 0
    for path in sys.argv[1:]:
        try:
            for sentence in wrong(path):
                print(f"{path}: {sentence}")
                status = 1
        except (ElementTree.ParseError, UnicodeDecodeError) as error:
            print(f"{path}: {error}")
            status = 1
    return status


sys.exit(main())
