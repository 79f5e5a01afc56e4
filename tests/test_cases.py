"""Every block of every case file under tests/cases; see casefiles.py for their form."""

from __future__ import annotations

from pathlib import Path

import pytest

import qattr
from casefiles import CASES, STAGES, Block, CaseError, all_blocks, blocks, differences


def _parameters() -> list[object]:
    return [
        pytest.param(
            block,
            id=f"{block.path.parent.name}/{block.path.stem}:{block.line}",
            marks=[pytest.mark.xfail(reason=block.xfail, strict=True)] if block.xfail else [],
        )
        for block in all_blocks()
    ]


@pytest.mark.parametrize("block", _parameters())
def test_case(block: Block) -> None:
    wrong = differences(block, qattr.analyze(block.text))
    if wrong:
        pytest.fail(f"{block.title}\n{block.text}\n" + "\n".join(wrong), pytrace=False)


def test_the_folders_are_the_stages() -> None:
    assert {p.parent.name for p in CASES.rglob("*.txt")} <= set(STAGES)


def test_no_two_blocks_have_the_same_text() -> None:
    seen: dict[str, str] = {}
    for block in all_blocks():
        assert block.text not in seen, f"{block.where} repeats {seen[block.text]}"
        seen[block.text] = block.where


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("teks\n# judul\n", ":1: text before the first `# title`"),
        ("# judul\nteks\n", ":1: a block needs `=>` lines"),
        ("# judul\nteks\n=> -\n=> A | kata | *\n", ":1: a block needs `=>` lines"),
        ("# judul\n=> -\n", ":1: the block has no text"),
        ("# judul\nteks\n=> A | kata\n", ":3: `=> speaker | cue | rule` needs three parts"),
        ("# judul\nteks\n=> A | kata | * | colour=red\n", ":3: 'colour=red' is no key=value"),
        ("# judul\nteks\n=> -\nteks lagi\n", ":4: text behind the expectations"),
        ("# xfail: judul\nteks\n=> -\n", ":1: `# xfail: what it would take | title` has no ` | `"),
        ("# judul\nteks\n~> term\n=> -\n", ":3: `~> reason | text` has no ` | `"),
    ],
)
def test_a_malformed_file_is_named_with_its_line(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "case.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CaseError) as error:
        list(blocks(path))
    assert message in str(error.value)
