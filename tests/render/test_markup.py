"""Elements of HTML: what is put into them comes out equal, and does nothing."""

# ruff: noqa: E501 - rows of hostile texts and links
from __future__ import annotations

import html5lib
import pytest
from markupsafe import Markup

from supportlines.render.html.markup import (
    digits,
    element,
    filled,
    is_safe_link,
    isolated,
    joined,
    link,
    text,
)

HOSTILE = (
    "<script>alert(1)</script>",
    "</p></section><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "`onmouseover=alert(1)",
    "&lt;b&gt; &amp; &#60; &nope; &copy",
    "<!-- -->", "]]>", "<![CDATA[x]]>", "<?php ?>",
    "{{ 7*7 }} {% x %} ${7} {0} {name} %s %(x)s",
    "a\tb\nc", "\u200fعربي\u200e abc", "\u2028\u2029", "\U0001f600 é e\u0301",
)  # fmt: skip


def parsed(markup):
    """Return the one element of a piece of HTML; what is wrong with it is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    (found,) = list(parser.parseFragment(str(markup)))
    return found


@pytest.mark.parametrize("words", HOSTILE)
def test_texts_come_back_equal(words):
    """In an element, in an attribute, and put into a message."""
    one = parsed(element("p", words, title=words))
    other = parsed(element("p", filled("Call {name}, {number}", name=words, number=digits(words))))

    assert (one.text, one.get("title"), len(one)) == (words, words, 0)
    assert other.text == f"Call {words}, "
    assert [child.tag for child in other] == ["bdi"]
    assert other[0].text == words


@pytest.mark.parametrize(
    ("character", "written"),
    [("\x00", "\\x00"), ("\x1b", "\\x1b"), ("\u202e", "\\u202e"), ("\u2067", "\\u2067"),
     ("\ufffe", "\\ufffe"), ("\ud800", "\\ud800"), ("\x85", "\\x85")],
)  # fmt: skip
def test_characters_that_html_cannot_carry_are_shown(character, written):
    """And those that turn the direction of what follows."""
    assert text(f"a{character}b") == f"a{written}b"


def test_a_line_end_is_a_line_feed():
    """HTML carries no carriage return."""
    assert text("a\r\nb\rc") == "a\nb\nc"


def test_marks_of_direction_stay():
    """CLDR's own patterns hold them."""
    assert text("24\u200f/11") == "24\u200f/11"


def test_markup_stands_as_it_is_and_is_not_read_as_text_in_an_attribute():
    """An element in an element is one; in an attribute it is its letters."""
    made = element("b", "&")

    assert element("p", made) == Markup("<p><b>&amp;</b></p>")
    assert parsed(element("p", title=made)).get("title") == "<b>&amp;</b>"


def test_attributes_are_left_out_or_bare():
    """None and False are not there, True has no value, 0 is one."""
    made = element("input", disabled=True, hidden=False, value=0, aria_label=None)

    assert made == Markup('<input disabled value="0">')


@pytest.mark.parametrize(
    ("name", "attributes"),
    [("script", {}), ("style", {}), ("p q", {}), ("P", {}), ("", {}), ("p", {"onclick": "x"}),
     ("p", {"style": "x"}), ("p", {"a b": "x"}), ("p", {"ONCLICK": "x"}), ("p", {"x=": "y"})],
)  # fmt: skip
def test_what_a_strict_policy_refuses_is_not_made(name, attributes):
    """Nor a name that is none."""
    with pytest.raises(ValueError, match="is no"):
        element(name, **attributes)


def test_void_elements_have_no_content():
    """An end tag would be an error."""
    with pytest.raises(ValueError, match="no content"):
        element("br", "x")


@pytest.mark.parametrize(
    "uri",
    [
        "tel:+442079460958", "tel:+442079460958,1,4711", "tel:116123;phone-context=+44",
        "tel:*2700;phone-context=+972", "tel:*2700%23;phone-context=+972", "tel:00800100167;phone-context=+974",
        "sms:+447700900123", "sms:+447700900123?body=HELP%20me", "sms:741741;phone-context=+1",
        "https://support.example", "https://support.example/a?b=c&d='e'#f", "https://поддержка.example/ж",
        "mailto:help@support.example",
    ],
)  # fmt: skip
def test_calls_messages_pages_and_mail_are_linked(uri):
    """With the whole of it in the link."""
    assert is_safe_link(uri)
    assert parsed(link(uri, "x")).get("href") == uri


@pytest.mark.parametrize(
    "uri",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>", "vbscript:x", "http://support.example", "//support.example",
        "tel:+44<b>", "tel:alert(1)", "tel:+44\njavascript:alert(1)", "tel:+44207946095٨", "tel:", "tel:+",
        "tel:+442079460958;ext=1&x", "sms:+44?body=a&cc=b", "sms:+44?body=<", "mailto:a@b.example?bcc=c@d.example",
        "mailto:a@b.example\nbcc:x", "https://a b", 'https://a"onclick=', "https://", "", "tel:+442079460958 ",
    ],
)  # fmt: skip
def test_whatever_else_is_no_link(uri):
    """Its text stands there alone."""
    assert not is_safe_link(uri)
    assert link(uri, "Call us") == Markup("Call us")


def test_numbers_and_names_are_isolated():
    """A plus sign stays before its number in an Arabic page."""
    assert digits("+1 202 555 0123") == Markup('<bdi dir="ltr">+1 202 555 0123</bdi>')
    assert isolated("دعم", "ar", "rtl") == Markup('<bdi lang="ar" dir="rtl">دعم</bdi>')


def test_parts_are_joined_with_a_text_between():
    """None is nothing, and what stands between is escaped."""
    assert joined(["a", None, element("b", "c")], " & ") == Markup("a &amp; <b>c</b>")
    assert joined([]) == Markup()
