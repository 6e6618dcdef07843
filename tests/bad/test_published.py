"""Neighbours of the bad inputs that are published: cleaned, as written, or with a warning, and never at another page's cost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from tests import sites
from tests.bad import cases
from tests.bad.cases import Files, Told
from tests.bad.test_expected import titles
from tests.sites import document, release
from tests.wellformed import Page, faults

PICTURE = {"press-releases/i.png": cases.blank_png(60, 40)}
AFTER = "\n\nAfter all that."

BODIES: dict[str, tuple[str, str]] = {
    # What is written, and a pattern of the main part of the page.
    "links of Pelican": (
        "[x]({filename}good.ka.md) [y]({filename}/press-releases/good.ka.md) [z](|filename|good.ka.md)",
        '(<a href="/ka/press-releases/good/">.</a> ?){3}',
    ),
    "links with a language": (
        "[x](/en/press-releases/good) [y](/ka/press-releases/)",
        'href="/ka/press-releases/good/">x</a> <a href="/ka/press-releases/">y',
    ),
    "mail and telephone": (
        "[x](mailto:a@b.example) [y](tel:+995000000000)",
        '"mailto:a@b.example">x</a> <a href="tel:[+]995000000000"',
    ),
    "addresses in capitals": ("[x](HTTPS://X.example/)", '<a href="HTTPS://X.example/">x'),
    "addresses that run": (
        '[x](JaVaScRiPt:alert(1)) <a href="jav&#x09;ascript:alert(1)">y</a> <a href="&#106;avascript:alert(1)">z</a> <a href=" javascript:alert(1)">w</a>',
        "x y z w",
    ),
    "addresses that hold data": (
        "[x](vbscript:x) [y](data:text/html,<b>) [z](file:///etc/passwd) <img src='data:image/png;base64,AAAA' alt='q'>",
        "x y z q",
    ),
    "a fragment of NUL": ("[x](#%00) [y](good.ka.md#%1f)", "x y"),
    "a fragment of markup": ('[x](good.ka.md#a"b<c>&d)', r'href="/ka/press-releases/good/#a[^"]*"'),
    "handlers and styles": (
        '<p onclick="alert(1)" style="position:fixed" class="masthead" id="main">x</p>',
        '<p[^>]* id="main-2">x</p>',
    ),
    "a base": (
        '<base href="//evil.example/"><meta http-equiv="refresh" content="0;url=//evil.example"><link rel=stylesheet href=//evil.example>x',
        "x",
    ),
    "forms": (
        "<form action='//evil.example'><input name=q><button formaction=x>x</button></form><form><form></form>",
        "x",
    ),
    "frames and media": (
        "<iframe src=x>a</iframe><object data=x>b</object><embed src=x><video src=x>c</video><svg><script>alert(1)</script></svg>"
        "<math><mi xlink:href=javascript:x>d</mi></math>e",
        "e",
    ),
    "scripts and styles": (
        "<style>body{display:none}</style><script>alert(1)</script><noscript><img src=x onerror=alert(1)></noscript><template>t</template>x",
        "x",
    ),
    "the end of the page": (
        "x</main></body></html><h1>after</h1></div></div></section></article>",
        '<h2 id="after">after</h2>',
    ),
    **{
        f"an open {tag}": (f"<{tag}>\n\nswallowed?", "swallowed[?]")
        for tag in (
            "textarea",
            "plaintext",
            "xmp",
            "select",
            "table><tr><td",
            "details><summary",
            "b><i><u",
            "a href='x",
            "!--",
            "![CDATA[",
            "?php",
            "option",
        )
    },
    "ids": (
        '<b id="main">a</b> <b id="search">b</b> <b id="">c</b> <b id="a b">d</b>\n\n# menu\n\n# menu',
        'id="main-2">a</b> <b id="search-2">b</b> <b>c</b> <b id="a-b">d',
    ),
    "attributes in braces": (
        '# x {: onclick="alert(1)" style="x" class="masthead" id="main" data-x="1" }\n\n[y](good.ka.md){: target=_blank onclick=x href="javascript:x" }',
        '<h2 id="main-2">x</h2>',
    ),
    "footnotes": ("a[^1] b[^1] c[^2]\n\n[^1]: x [^2]\n[^2]: y", '<sup id="fnref2:1">'),
    "footnotes of markup": ("a[^<b>]\n\n[^<b>]: x", "a"),
    "footnotes and ids": ('<b id="fn:1">x</b> a[^1]\n\n[^1]: y', "y"),
    "call-outs in call-outs": (
        '!!! note\n    a\n\n    !!! warning "t"\n        b\n\n        !!! danger\n            c',
        "(?s)class=.admonition note.*class=.admonition warning.*class=.admonition danger",
    ),
    "a call-out of no kind": ('!!! masthead evil "x"\n    a', "<p>a</p>"),
    "a picture in a table": ('| a |\n|---|\n| ![alt "q"](i.png) |', '(?s)<td>.*<img[^>]* alt="alt (&quot;|&#34;)q'),
    "a picture in a link": (
        "[![alt](i.png)](good.ka.md)",
        '(?s)<a href="/ka/press-releases/good/">.*<img[^>]* alt="alt"',
    ),
    "a picture in a heading": ("# ![alone](i.png)\n\n# x ![beside](i.png)", 'alt="alone"'),
    "a picture's words as markup": ('![a"><script>](i.png "<b>")', 'alt="a(&#34;|&quot;)&gt;&lt;script&gt;"'),
    "a picture as HTML": (
        '<img src="i.png" alt="x" onload=x><picture><source srcset="//e.example/x"><img src=i.png alt=y></picture>',
        'alt="y"',
    ),
    "pictures elsewhere": (
        "![x](https://evil.example/x.png) [![y](//evil.example/y.png)](good.ka.md)",
        '<a href="https://evil.example/x.png">x</a> <a href="/ka/press-releases/good/">y</a>',
    ),
    "nested headings": ("<h2>a<div><h1>b</h1></div></h2>", ">a<div>b</div></h2>"),
    "nested links": ('<a href="good.ka.md">a<table><tr><td><a href="good.ka.md">b</a></table>', "a"),
    "headings of every level": (
        "# a\n\n###### b\n\n# c\n\n## d\n\n#### e",
        '(?s)<h2 id="a">.*<h3 id="b">.*<h2 id="c">.*<h3 id="d">.*<h4 id="e">',
    ),
    "a heading in a table": (
        "<table id=t><tr><td><h2>x</h2></table>\n\n| a |\n|---|\n| b |",
        "(?s)<div class=.table.*<table id=.t.>.*<h2 id=.x.>",
    ),
    "entities": (
        "&lt;script&gt; &amp;amp; &bogus; &#0; &#xD800; &#x110000; a&#x1b;b",
        "&lt;script&gt; &amp;amp; &amp;bogus; .* ab",
    ),
    "templates": ("{% include x %} {{ site.title }} ${x} <%= x %>", r"\{% include x %\} \{\{ site.title \}\}"),
    "places of the engine's own": (
        '<a data-place="0">x</a> [y](good.ka.md) `<a data-place="0">`',
        '<a href="/ka/press-releases/good/">y</a> <code>&lt;a data-place="0"&gt;',
    ),
    "numbers out of bounds": (
        '<ol start="99999999999999" type="&quot;"><li value=-5>x</ol><table><tr><td colspan=100000>y</table>',
        "x",
    ),
    "languages that are none": ('<span lang="x\'y">z</span> <bdo dir=rtl>y</bdo>', "z"),
    "a title of setext": ("Title\n=======\n\ntext", '<h2 id="title">Title</h2>'),
    "separators of lines": ("a\u2028b\u2029c", "a.b.c"),
    "10,000 rows": ("| a | b |\n|---|---|\n" + "| 1 | [x](good.ka.md) |\n" * 10_000, "<td[^>]*>1</td>"),
    "5,000 headings": ("# h\n\n" * 5000, '<h2 id="h-5000">'),
    "a line of a megabyte": ("word " * 200_000, "word word"),
    "a word of a megabyte": ("w" * 1_000_000, "w{400000}"),
    "400 links": (" ".join(f"<https://x.example/{n}>" for n in range(400)), 'href="https://x.example/399"'),
}
"""Each is the body of a document of one site."""


def stem(name: str) -> str:
    return f"body-{list(BODIES).index(name)}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Told:
    files: Files = {
        f"press-releases/{stem(name)}.ka.md": release("A title", body + AFTER) for name, (body, _) in BODIES.items()
    }
    told = cases.build(cases.lay(tmp_path_factory.mktemp("bodies"), files | PICTURE))
    assert told.status == 0, told.lines
    return told


@pytest.mark.parametrize("name", BODIES)
def test_a_body_keeps_to_its_place(name: str, site: Told) -> None:
    page = site.text(f"ka/press-releases/{stem(name)}/index.html")
    main = page.partition('<main id="main">')[2].partition("</main>")[0]
    assert re.search(BODIES[name][1], main), main[:3000]
    assert "After all that." in html.fromstring(page).xpath("//main")[0].text_content()
    assert "colophon" in page.partition("</main>")[2]
    tags = {tag for tag, _ in Page(main).tags}
    assert not tags & {
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "form",
        "base",
        "meta",
        "link",
        "svg",
        "math",
        "input",
        "textarea",
        "select",
        "template",
    }


def test_all_bodies_are_well_formed(site: Told) -> None:
    assert not faults(sites.published(site.output))


def test_what_bodies_are_warned_of(site: Told) -> None:
    assert all(": warning: " in line for line in site.lines)
    for expected in (
        "javascript: are not published",
        "data: are not published",
        "lies on another server",
        'the heading "b" skips a level',
        "#%00 is no web address",
    ):
        assert any(expected in line for line in site.lines), expected


# Each of these is a site of its own: what it holds, what is told, what must appear nowhere.

A, EN = "press-releases/a.ka.md", "press-releases/a.en.md"
CASES: dict[str, tuple[Files, str, str]] = {
    "a tab after a colon": ({A: "---\ntitle:\ta\ndate: 2026-03-01\n---\n\nText.\n"}, "", ""),
    "spaces after a fence": ({A: "--- \ntitle: a\ndate: 2026-03-01\n---  \nText.\n"}, "", ""),
    "tags that mean nothing": ({A: "---\ntitle: !!int 010\ndate: !!str 2026-03-01\n---\n\nText.\n"}, "", ""),
    "an unused anchor": ({A: "---\ntitle: &x a\ndate: 2026-03-01\n---\n\nText.\n"}, "", ""),
    "a mark of order": ({A: "\ufeff" + release()}, "", "\ufeff"),
    "internal fields": ({A: release(internal_note="h6-hidden", internal_deep={"a": ["h6-hidden"]})}, "", "h6-hidden"),
    "a table as a spreadsheet saves it": (
        {"topics.csv": "\ufeffid;title.ka;title.en;;\r\nx;T;U;;\r\n\r\n"},
        "",
        "\ufeff",
    ),
    "a table with lone CR": ({"topics.csv": "id,title.ka\rx,T\ry,U\r"}, "", ""),
    "a table with a foreign language": (
        {"topics.csv": "id,title.ka,title.de\nx,T,h6-hidden\n"},
        "topics.csv:1: title.de: warning: the site has no language de",
        "h6-hidden",
    ),
    "a table with formulas": ({"topics.csv": "id,title.ka\nx,\"=cmd|' /C calc'!A0\"\ny,+1+1\nz,@SUM(A1)\n"}, "", ""),
    "a table with odd ids": ({"topics.csv": "id,title.ka\na%2fb,T\nთემა,U\nindex,V\nx#y,W\n"}, "", ""),
    "a table without rows": ({"topics.csv": "id,title.ka\n"}, "", ""),
    "a link by any spelling": (
        {
            "press-releases/bücher.ka.md": release(),
            A: release(body="[x](bücher.ka.md) [y](b%C3%BCcher.ka.md) [z](bu\u0308cher.ka.md)"),
        },
        "bücher.ka.md: -: warning: the name bücher becomes the address",
        "",
    ),
    "a name in another form": (
        {
            "press-releases/bu\u0308cher.ka.md": release(),
            A: release(body="[x](bücher.ka.md)", related=["press-releases/bücher"]),
        },
        "warning: the name",
        "href=[^>]*u\u0308",
    ),
    "names of all kinds": (
        {f"press-releases/{name}.ka.md": release() for name in ("a b", "a%20b", "a'b&c", "a#b", "🇬🇪", "ბრძანება")}
        | {A: release(body="[x](a%20b.ka.md) [y](a%2520b.ka.md) [z](<a'b&c.ka.md>)")},
        "warning: the name",
        "",
    ),
    "folders in folders": ({f"press-releases/{'/'.join(['d' * 50] * 30)}/a.ka.md": release()}, "", ""),
    "a language that the site lacks": (
        {"press-releases/a.de.md": release("h6-hidden")},
        "a.de.md: -: warning: the site has no language de",
        "h6-hidden",
    ),
    "what is ignored": (
        {
            "press-releases/.h.ka.md": "x",
            ".git/config": "x",
            "press-releases/a.ka.md~": "x",
            "press-releases/Thumbs.db": "x",
            "README.md": "x",
        },
        "",
        "",
    ),
    "a file named twice": (
        {A: release(attachments=["x.csv", "./x.csv"], body="[x](x.csv)"), "press-releases/x.csv": "a\n"},
        "",
        "",
    ),
    "a translation alone": ({EN: release()}, "", ""),
    "a later language as the original": (
        {EN: release(source_language="en"), A: document(source_language="en")},
        "a.ka.md: -: warning: has still the text of content/press-releases/a.en.md",
        "",
    ),
    "a translation without title": ({A: release(), EN: "---\nsummary: x\n---\nText.\n"}, "", ""),
    "an empty translation": ({A: release(), EN: "---\n---\n"}, "", ""),
    "another day": (
        {A: release(), EN: release(date="2026-03-02")},
        "a.en.md:3: date: warning: .*differs from the original",
        "",
    ),
    "the same file in another language": (
        {
            A: release(attachments=[{"file": "x.csv", "title": "ა"}]),
            EN: document(body="Another text.", attachments=[{"file": "x.csv", "title": "T"}]),
            "press-releases/x.csv": "a\n",
        },
        "",
        "",
    ),
    "an embargo": (
        {
            A: release(
                "h6-hidden",
                "h6-hidden",
                embargo="2026-12-01 10:00",
                attachments=["h6-hidden.csv"],
                image={"file": "i.png", "alt": "h6-hidden"},
            ),
            EN: document("h6-hidden"),
            "press-releases/h6-hidden.csv": "h6-hidden\n",
            **PICTURE,
        },
        "a.ka.md:4: embargo: warning: is not out before 2026-12-01 10:00",
        "h6-hidden",
    ),
    "a link to what waits": (
        {A: release(body="[visible](b.ka.md)"), "press-releases/b.ka.md": release("h6-hidden", embargo="2026-12-01")},
        "a.ka.md:6: -: warning: press-releases/b is not out yet",
        "h6-hidden|/press-releases/b/",
    ),
    "references to what waits": (
        {
            A: release(related=["press-releases/b"], topics=["t"], unit="u"),
            "press-releases/b.ka.md": release("h6-hidden", embargo="2026-12-01"),
            "topics/t.ka.md": document("h6-hidden", embargo="2026-12-01"),
            "units/u.ka.md": document("h6-hidden", embargo="2026-12-01"),
        },
        r"a.ka.md:5: topics\[1\]: warning: topics/t is not out yet",
        "h6-hidden",
    ),
    "drafts among themselves": (
        {
            A: release("h6-hidden", related=["press-releases/b"], status="draft"),
            "press-releases/b.ka.md": release("h6-hidden", status="draft"),
        },
        "",
        "h6-hidden",
    ),
    "a withdrawn document": (
        {
            A: release(
                "T",
                "h6-hidden",
                status="withdrawn",
                withdrawn={"date": "2026-03-02", "reason": "R"},
                attachments=["x.csv"],
                summary="h6-hidden",
                image={"file": "i.png", "alt": "h6-hidden"},
            ),
            "press-releases/x.csv": "h6-hidden\n",
            **PICTURE,
            "press-releases/b.ka.md": release(body="[x](a.ka.md)"),
        },
        "",
        "h6-hidden",
    ),
    "a number that stays at home": (
        {
            "people/a.ka.md": document(
                role="x", mobile="+995 000 11 22 33", phone={"value": "+995 000 44 55 66", "publish": "false"}
            )
        },
        "",
        "11 ?22 ?33|44 ?55 ?66",
    ),
    "the same number again": (
        {
            f"acts/{name}.ka.md": document(date=day, kind="order", issuer="council", number="1")
            for name, day in (("a", "2026-03-01"), ("b", "2026-04-01"))
        },
        "b.ka.md:6: number: warning: the same number of the same year as content/acts/a.ka.md",
        "",
    ),
    "the last minute there is": (
        {
            "events/a.ka.md": document(
                date="2026-03-01", kind="session", start="2199-12-31 23:58", end="2199-12-31 23:59"
            )
        },
        "",
        "",
    ),
    "an hour that comes twice, with its zone": ({A: release(date="2026-10-25 02:30+01:00")}, "", ""),
    "what has expired and is referred to": (
        {
            "units/u.ka.md": document(expires="2026-01-01"),
            "topics/t.ka.md": document(expires="2026-01-01"),
            A: release(unit="u", topics=["t"]),
        },
        "",
        "",
    ),
    "numbers that are no person's": (
        {
            "requests/r.ka.md": document(
                body="a." * 200_000 + "@ +1 " + "+1 " * 50_000, date="2026-03-01", ref="1", outcome="withdrawn"
            )
        },
        "",
        "",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_published(name: str, tmp_path: Path) -> None:
    files, expected, never = CASES[name]
    told = cases.build(cases.lay(tmp_path, files))
    assert (told.status, told.errors) == (0, ""), told.lines
    assert any(re.search(expected, line) for line in told.lines) if expected else not told.lines
    assert not faults(sites.published(told.output))
    if never:
        assert not [path for path, text in told.published.items() if re.search(never, path) or re.search(never, text)]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("a\nb\tc\u00a0d", "a b c d"),
        ("<b>x</b> <img src=x onerror=alert(1)>", "<b>x</b> <img src=x onerror=alert(1)>"),
        ("{{ 7*7 }} {% raw %} ${x}", "{{ 7*7 }} {% raw %} ${x}"),
        ("*a* [b](c) Title[^1] `x`", "*a* [b](c) Title[^1] `x`"),
        ("' \" & &amp; &lt; ]]> -->", "' \" & &amp; &lt; ]]> -->"),
        ("x " * 140, ("x " * 140).strip()),
    ],
)  # fmt: skip
def test_a_title_is_shown_as_it_is(title: str, shown: str, tmp_path: Path) -> None:
    told = cases.build(cases.lay(tmp_path, {A: release(title)}))
    assert told.status == 0, told.lines
    assert titles(told, "ka/press-releases/a/index.html") == {shown}
    assert not faults(sites.published(told.output))


def test_lines_end_as_they_may(tmp_path: Path) -> None:
    """As LF, CRLF or CR: the same site."""
    whole = release("T", "one\n\ntwo  \nthree\n\n```\ncode\n```")
    built = [
        cases.build(cases.lay(tmp_path / name, {A: whole.replace("\n", end)}))
        for name, end in (("lf", "\n"), ("crlf", "\r\n"), ("cr", "\r"))
    ]
    assert sites.published(built[0].output) == sites.published(built[1].output) == sites.published(built[2].output)


def test_a_site_below_a_path(tmp_path: Path) -> None:
    """Every address of the site begins with its path, and leads to a file."""
    files: Files = {
        A: release(body="[x](good.ka.md) ![p](i.png)", aliases=["/old/"], attachments=["x.csv"]),
        "press-releases/x.csv": "a\n",
        **PICTURE,
    }
    told = cases.build(cases.lay(tmp_path, files, siteurl="https://forge.example/town"))
    assert told.status == 0, told.lines
    for path, text in told.published.items():
        for address in (
            re.findall(r'(?:href|src|content)="(?:0; url=)?(/[^"]*)"', text) if path.endswith(".html") else ()
        ):
            assert address.startswith("/town/"), (path, address)


def test_what_is_withheld_is_not_to_be_searched(tmp_path: Path) -> None:
    """The index of search holds neither drafts nor what waits, packed as it is."""
    import gzip

    files: Files = {
        A: release("h6hidden one", "h6hidden", status="draft"),
        "press-releases/b.ka.md": release("h6hidden two", "h6hidden", embargo="2026-12-01", summary="h6hidden"),
        "press-releases/c.ka.md": release("shown", "visibleword"),
    }
    root = cases.lay(tmp_path, files, outputs=(*sites.OUTPUTS, "search"))
    done = sites.call("build", "--site", root, "--jobs", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    found = False
    for path in (root / "output").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            content = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
            assert b"h6hidden" not in content, path
            found = found or b"visibleword" in content and "/search/" in path.as_posix()
    assert found
