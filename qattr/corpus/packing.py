"""What is written packed as its name says: ``x.csv.gz``, and a workbook, which is a ZIP file around its rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    import zipfile


class Packer(Protocol):
    """Takes bytes; :meth:`close` writes the end, and leaves the file below open."""

    def write(self, data: bytes, /) -> Any:
        """Takes more bytes."""

    def close(self) -> Any:
        """Writes what is left; the file below stays open."""


def _gzip(file: IO[bytes]) -> Packer:
    """Packs as ``.gz``."""
    import gzip

    return gzip.GzipFile("", "wb", fileobj=file, mtime=0)  # no name and no time: the same results, the same bytes


def _bzip2(file: IO[bytes]) -> Packer:
    """Packs as ``.bz2``."""
    import bz2

    return bz2.BZ2File(file, "wb")


def _xz(file: IO[bytes]) -> Packer:
    """Packs as ``.xz``."""
    import lzma

    return lzma.LZMAFile(file, "wb")


def _zstd(file: IO[bytes]) -> Packer:
    """Packs as ``.zst``. Raises an error that names the extra where it is missing."""
    from qattr.reading.opening import zstd

    return cast(Packer, zstd().ZstdCompressor().stream_writer(file, closefd=False))


_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
_BOLD = _XF.replace('fontId="0"', 'fontId="1"')
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_RELATIONS}">'
    '<sheets><sheet name="qattr" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_SPREADSHEET}"><fonts count="2">'
    '<font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    f'<cellStyleXfs count="1">{_XF}/></cellStyleXfs><cellXfs count="3">{_XF} xfId="0"/>'
    f'{_BOLD} xfId="0" applyFont="1"/>'
    f'{_XF} xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}
"""The parts of a workbook with one sheet that are the same for every one; its rows are the sheet."""


class _Workbook:
    """Writes what it is given as the sheet of a workbook."""

    def __init__(self, file: IO[bytes]) -> None:
        import zipfile

        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        for name, xml in _PARTS.items():
            self._zip.writestr(_entry(name), _XML + xml)
        self._sheet = self._zip.open(_entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True)

    def write(self, data: bytes) -> int:
        """Takes more of the sheet's XML; answers how many bytes."""
        return self._sheet.write(data)

    def close(self) -> None:
        """Ends the sheet and the workbook around it."""
        self._sheet.close()
        self._zip.close()


def _entry(name: str) -> zipfile.ZipInfo:
    """An entry without the time of day: the same results, the same bytes."""
    import zipfile

    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


PACKINGS: dict[str, Callable[[IO[bytes]], Packer]] = {
    ".gz": _gzip,
    ".bz2": _bzip2,
    ".xz": _xz,
    ".zst": _zstd,
    ".xlsx": _Workbook,
}
"""The ending of a file's name -> what packs it."""
