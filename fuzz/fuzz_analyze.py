"""A coverage-guided fuzzer of `qattr.analyze`.

    pip install -e '.[fuzz]'
    python fuzz/fuzz_analyze.py -max_total_time=1200      twenty minutes
    python fuzz/fuzz_analyze.py crash-0123…               a crash again

Any bytes become a text (bytes that are no UTF-8 become lone surrogates); the answer must hold what
tests/test_invariants.py holds of every text, CRLF must give the same speakers as LF, and no text may take long.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "fuzz")]

with atheris.instrument_imports(include=["qattr"], enable_loader_override=False):
    import qattr
    from qattr.lexicon import DEFAULT

from seeds import arguments, dictionary, plant, texts  # noqa: E402

from test_invariants import answers, check  # noqa: E402

SECONDS = 2.0
"""More processor time than this for a text of LONGEST bytes, instrumented, is a step that is worse than linear."""
LONGEST = 4096
SIGNS = (*"\"“”„«»'‘’,.:;()-–…\n\u00a0\u200b\u202e\u0301", "''", "\r\n", "&quot;", "[Gambas:Video]")
NAMES = (
    " Rahmat Hidayat",
    " Siti Aminah",
    " Siti",
    " dia",
    "nya ",
    "Baca juga: ",
    "Kepala Dinas ",
    "JAKARTA - ",
    " bahwa ",
)


def one_input(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    start = time.process_time()
    document = qattr.analyze(text)
    took = time.process_time() - start
    check(document)
    json.dumps(document.to_dict())
    if "\r" not in text:
        assert answers(qattr.analyze(text.replace("\n", "\r\n"))) == answers(document), "CRLF changes the answer"
    assert took < SECONDS, f"{took:.1f} s for {len(text)} characters"


def main() -> None:
    folder = Path(tempfile.gettempdir()) / "qattr-fuzz" / "analyze"
    plant(folder, (text.encode("utf-8", "surrogatepass") for text in texts()))
    words = folder.parent / "analyze.dict"
    dictionary(words, (*SIGNS, *NAMES, *(f" {form} " for form in list(DEFAULT.cues)[::7]), *DEFAULT.connectives))
    atheris.Setup([*arguments(sys.argv, folder, longest=LONGEST), f"-dict={words}"], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
