"""A few hundred strings that break programs: what formats must bring back unchanged."""

_CONTROLS = [chr(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0))]
_INVISIBLE = list("\u00a0\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b")
_INVISIBLE += list("\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb\ufffd")
_NOT_CHARACTERS = ["\ufdd0", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "\ue000"]
_SIGNS = [*"=+-@\t\r\n|%#;,:&<>!\"'`\\/^~$*?", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
_FORMULAS = [
    *('=HYPERLINK("http://example.org")', "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1,2)"),
    *("'=1+1", "''=1+1", "'", "''", "'quoted'", "-5.0", "+49 30 1234", "=", "-", "@", "\t=1"),
]
_MARKUP = [
    *("<b>bold</b>", "</script><script>alert(1)</script>", "<!-- x -->", "<![CDATA[x]]>", "]]>"),
    *(
        "&amp;",
        "&lt;b&gt;",
        "&#0;",
        "&#x41;",
        "<img src=x onerror=alert(1)>",
        "<?xml ?>",
        "$[name]",
    ),
    *("{{ 7 * 7 }}", "{% for x in y %}", "{# x #}", "${7*7}", "%s%n%d", "<!DOCTYPE x>", "{0}"),
    *("<kml>", "</Placemark>", "javascript:alert(1)", "[x](http://example.org)", "<br>", "&"),
]
_WORDS = [
    *("NaN", "Infinity", "-Infinity", "null", "None", "NULL", "true", "0001", "1e999", "1/2"),
    *("2017-05-18", "undefined", "nan", "#N/A", "#REF!", "0x1F", "1,5", "12:30", "∞", "١٢٣"),
    *("'; DROP TABLE events; --", '" OR 1=1', "../../etc/passwd", "C:\\x", "CON", "a|b", "a\\|b"),
]
_SCRIPTS = [
    *("عربي", "דָּבָר", "فارسی و عربي 123", "\u202eabc", "abc عربي def", "𝒳𝒴", "é", "e\u0301", "ﷺ"),
    *("👩‍🚀", "🇸🇾", "🏳️‍🌈", "😀" * 20, "日本語", "ไทย", "Ω≈ç√∫", "ß", "İı", "ﬁ", "𐍈", "Z͑ͫ̓ͪ̂ͫ̽͏"),
]
_SHAPES = [
    *(" leading", "trailing ", "\tboth\t", "a\nb", "a\r\nb", "a\rb", "a\x00b", "\n", " ", "a  b"),
    *(
        'quote " inside',
        "back\\slash",
        "end\\",
        'end"',
        "comma, inside",
        "semi;colon",
        "x" * 10_000,
    ),
    *("a,b\nc,d", '"', '""', '"""', "a\tb", "\u2028", "\x1b[31mred\x1b[0m", "line\x0bfeed\x0c"),
]
ODD_STRINGS = tuple(
    dict.fromkeys(
        [
            *(f"a{char}b" for char in (*_CONTROLS, *_INVISIBLE, *_NOT_CHARACTERS)),
            *(f"{char}start" for char in (*_CONTROLS, *_INVISIBLE, *_SIGNS)),
            *(f"'{char}after" for char in _SIGNS),
            *(f"end{char}" for char in (*_CONTROLS, *_SIGNS)),
            *_FORMULAS,
            *_MARKUP,
            *_WORDS,
            *_SCRIPTS,
            *_SHAPES,
        ]
    )
)
