"""What stands in for the embeddable Python of Windows and for wheels: small files in the same formats."""

import base64
import hashlib
import io
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZipFile

AMD64, ARM64, I386 = 0x8664, 0xAA64, 0x14C


def portable(machine: int = AMD64, imports: Sequence[str] = ()) -> bytes:
    """Return a program of Windows that does nothing, with these libraries in its import directory (PE Format)."""
    raw, address = 0x200, 0x1000
    table, names = b"", b""
    for name in imports:
        table += struct.pack("<IIIII", 0, 0, 0, address + 20 * (len(imports) + 1) + len(names), 0)
        names += name.encode() + b"\0"
    section = table + bytes(20) + names
    dos = b"MZ" + bytes(0x3A) + struct.pack("<I", 0x40)
    header = struct.pack("<4sHHIIIHH", b"PE\0\0", machine, 1, 0, 0, 0, 112 + 16 * 8, 0x22)
    optional = struct.pack("<H106xI", 0x20B, 16) + bytes(8)
    optional += struct.pack("<II", address if imports else 0, len(section)) + bytes(14 * 8)
    table_entry = struct.pack("<8sIIII16x", b".idata", len(section), address, len(section), raw)
    return (dos + header + optional + table_entry).ljust(raw, b"\0") + section


def zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def python_files(digits: str = "311") -> dict[str, bytes]:
    """Return what the embeddable Python has of names that matter, as in that of python.org."""
    return {
        "python.exe": portable(imports=[f"python{digits}.dll", "VCRUNTIME140.dll", "KERNEL32.dll"]),
        f"python{digits}.dll": portable(imports=["VCRUNTIME140.dll", "api-ms-win-crt-heap-l1-1-0.dll"]),
        "python3.dll": portable(),
        "vcruntime140.dll": portable(imports=["KERNEL32.dll"]),
        "vcruntime140_1.dll": portable(imports=["vcruntime140.dll"]),
        f"python{digits}.zip": zipped({"encodings/__init__.pyc": b""}),
        f"python{digits}._pth": (
            f"python{digits}.zip\r\n.\r\n\r\n# Uncomment to run site.main() automatically\r\n#import site\r\n"
        ).encode(),
        "LICENSE.txt": b"PSF LICENSE AGREEMENT\r\n",
    }


def python_zip(folder: Path, files: Mapping[str, bytes] | None = None) -> tuple[Path, str]:
    """Write a zip that stands in for Python, and return its path and SHA-256."""
    path = folder / "python-3.11.9-embed-amd64.zip"
    path.write_bytes(zipped(python_files() if files is None else files))
    return path, hashlib.sha256(path.read_bytes()).hexdigest()


def wheel(
    folder: Path,
    name: str,
    files: Mapping[str, bytes],
    *,
    requires: Sequence[str] = (),
    extras: Sequence[str] = (),
    tag: str = "py3-none-any",
    version: str = "1.0",
) -> Path:
    """Write a wheel with these files, and return its path."""
    info = f"{name}-{version}.dist-info"
    head = [f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\nLicense-Expression: MIT\n"]
    head += [f"Provides-Extra: {extra}\n" for extra in extras]
    head += [f"Requires-Dist: {line}\n" for line in requires]
    whole = {
        **files,
        f"{info}/METADATA": "".join(head).encode(),
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n".encode(),
        f"{info}/licenses/LICENSE": b"Permission is hereby granted\n",
    }
    record = "".join(
        f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip('=')},{len(content)}\n"
        for path, content in whole.items()
    )
    whole[f"{info}/RECORD"] = record.encode()
    path = folder / f"{name}-{version}-{tag}.whl"
    path.write_bytes(zipped(whole))
    return path
