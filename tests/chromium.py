"""A headless Chromium driven over its debugging pipe (DevTools protocol), for the tests of the HTML page."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
]
CODES = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
PATIENCE = 60.0
"""Seconds to wait for any one answer."""


def path() -> str | None:
    """Where the browser is, or ``None``."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Browser:
    """One tab.  Raises RuntimeError for what the protocol reports as an error."""

    def __init__(self, profile: Path) -> None:
        browser = path()
        assert browser
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()

        def connect() -> None:  # the protocol reads from descriptor 3 and writes to 4
            reading, writing = os.dup(theirs_in), os.dup(theirs_out)
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        self._process = subprocess.Popen(
            [browser, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=connect, close_fds=False,
        )  # fmt: skip
        os.close(theirs_in)
        os.close(theirs_out)
        os.set_blocking(self._in, False)
        self._buffer = b""
        self._number = 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        pages = [t for t in self.send("Target.getTargets")["targetInfos"] if t["type"] == "page"]
        attached = self.send("Target.attachToTarget", targetId=pages[0]["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    def __enter__(self) -> Browser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait(10)
        os.close(self._in)
        os.close(self._out)

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Call a method and give its result."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def _receive(self) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE
        while b"\0" not in self._buffer:
            try:
                data = os.read(self._in, 1 << 20)
            except BlockingIOError:
                time.sleep(0.005)
                data = None
            if data == b"" or time.monotonic() > end:
                raise RuntimeError("Chromium does not answer")
            self._buffer += data or b""
        line, self._buffer = self._buffer.split(b"\0", 1)
        answer: dict[str, Any] = json.loads(line)
        return answer

    def open(self, page: Path, width: int, height: int = 900, **media: str) -> None:
        """Show a page in a window of this size, with media features such as ``color_scheme="dark"``."""
        features = [{"name": f"prefers-{k.replace('_', '-')}", "value": v} for k, v in media.items() if k != "kind"]
        self.send("Emulation.setEmulatedMedia", media=media.get("kind", ""), features=features)
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        self.events.clear()
        self.send("Page.navigate", url=page.as_uri())
        end = time.monotonic() + PATIENCE
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            assert time.monotonic() < end
            self.events.append(self._receive())

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page."""
        result = self.send("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(str(result["exceptionDetails"]))
        return result["result"].get("value")

    def press(self, key: str, *held: str) -> None:
        """Press and release a key (``Tab``, ``ArrowDown``, ``n``) while others are held (``Shift``, ``Alt``)."""
        modifiers = sum({"Alt": 1, "Control": 2, "Shift": 8}[name] for name in held)
        code = CODES.get(key, ord(key[0].upper()))
        more = {"text": "\r" if key == "Enter" else key} if len(key) == 1 or key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self.send(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code,
                modifiers=modifiers, **(more if kind == "keyDown" and not held else {}),
            )  # fmt: skip

    def write(self, text: str) -> None:
        """Type a text into what has the focus."""
        self.send("Input.insertText", text=text)

    def mouse(self, *points: tuple[float, float]) -> None:
        """Press at the first point, move over the others, release at the last."""
        for number, (x, y) in enumerate(points):
            self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y, button="left" if number else "none")
            if not number:
                self.send("Input.dispatchMouseEvent", type="mousePressed", x=x, y=y, button="left", clickCount=1)
        x, y = points[-1]
        self.send("Input.dispatchMouseEvent", type="mouseReleased", x=x, y=y, button="left", clickCount=1)

    def downloads(self, folder: Path) -> None:
        """Save what a page offers for download in a folder, without asking."""
        self.send("Page.setDownloadBehavior", behavior="allow", downloadPath=str(folder))

    def point(self, selector: str) -> None:
        """Move the pointer to the middle of an element's first line."""
        box = self.evaluate(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView();"
            " const r = e.getClientRects()[0]; return [r.left + r.width / 2, r.top + r.height / 2] })()"
        )
        self.send("Input.dispatchMouseEvent", type="mouseMoved", x=box[0], y=box[1])

    def screenshot(self, file: Path) -> bytes:
        """A PNG of the window, also kept in a file."""
        data = base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"])
        file.write_bytes(data)
        return data
