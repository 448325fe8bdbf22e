"""Only web addresses become links; the rest of the cleaning is tested where it is used."""

from __future__ import annotations

import pytest

from factcheck.report.clean_text import link_target


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://harbour.example/lists?a=1&b=2", "https://harbour.example/lists?a=1&b=2"),
        ("http://harbour.example", "http://harbour.example"),
        ("HTTPS://harbour.example", "HTTPS://harbour.example"),
        ("https://[::1]/", "https://[::1]/"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        (" https://harbour.example", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//harbour.example", ""),
        ("lists.html", ""),
        ("https://", ""),
        ("https://[bad", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(url, target):
    assert link_target(url) == target
