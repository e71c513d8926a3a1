"""The files of a bundle that a person opens: `speelveld.bat`, `LEES MIJ.txt`, and the list of what is in it."""

from collections.abc import Iterable
from dataclasses import dataclass

# A double click begins in the folder of the file, or in that of Windows when it is on a share; `pushd` makes a letter
# for a share. Where a window was opened first it stays open by itself, so `pause` never stops a script.
STARTER = r"""@echo off
rem Dubbelklik: de bladzijde van Speelveld gaat open, met de casussen in de map casussen.
rem Sleep een map met een casus op dit bestand: dan gaat die casus open.
rem In een opdrachtvenster: speelveld.bat maak mijn-casus, en elke andere opdracht.
setlocal EnableExtensions DisableDelayedExpansion
set "HIER=%~dp0"
set "PYTHON=%HIER%python\python.exe"
set "STATUS=1"
if not exist "%PYTHON%" goto ingepakt
if "%~1"=="" goto dubbelklik
if /i not "%~f1"=="%~1" goto opdracht
if exist "%~1\casus.yaml" goto gesleept

:opdracht
"%PYTHON%" -m speelveld %*
exit /b %errorlevel%

:dubbelklik
title Speelveld
if not exist "%HIER%casussen\" md "%HIER%casussen"
pushd "%HIER%casussen"
if errorlevel 1 goto dicht
"%PYTHON%" -m speelveld kijk
set "STATUS=%errorlevel%"
popd
goto einde

:gesleept
title Speelveld
"%PYTHON%" -m speelveld kijk "%~1"
set "STATUS=%errorlevel%"
goto einde

:ingepakt
echo Er mist iets: de map python staat niet naast dit bestand.
echo Pak eerst het hele zipbestand uit. Klik er met rechts op, en kies Alles uitpakken.
goto einde

:dicht
echo In deze map kan niets bewaard worden.
echo Zet de hele map van Speelveld in uw eigen map Documenten.

:einde
if "%STATUS%"=="0" exit /b 0
echo.
echo Er ging iets mis. Hierboven staat wat u kunt doen.
pause
exit /b %STATUS%
"""

_READ_ME = """\
SPEELVELD {version} VOOR WINDOWS

Dit is Speelveld met alles wat het nodig heeft. U installeert niets, en u hebt geen internet nodig.

BEGINNEN

1. Pak het hele zipbestand uit, in een nieuwe map. Een map in Documenten is goed.
2. Dubbelklik op speelveld.bat.
3. Er gaat een bladzijde open in uw browser. Daar doet u de rest.

Uw casussen staan in de map casussen, naast speelveld.bat. Stop met de knop op de bladzijde.

MELDINGEN VAN WINDOWS

"Windows heeft uw pc beschermd": klik met rechts op het zipbestand, voordat u het uitpakt. Kies Eigenschappen, en zet
een vinkje bij Blokkering opheffen. Staat dat er niet, of mag u het niet? Vraag het uw afdeling ICT.
"Wilt u de batchtaak beëindigen (J/N)?": typ J en druk op Enter. Wat u bewaarde, staat in uw casus.

EEN NIEUWE VERSIE

Pak haar uit in een nieuwe map. Zet daar uw map casussen in.

IN EEN OPDRACHTVENSTER

speelveld.bat maak mijn-casus
speelveld.bat handleiding

WAT ERIN ZIT

Python {python}, en de pakketten in inhoud.txt. Daar staan ook hun licenties. De teksten komen mee, bij elk pakket in
python\\Lib\\site-packages. Die van Python heet python\\LICENSE.txt.
Speelveld zelf is EUPL-1.2. De casussen, kaarten en layouts zijn CC BY 4.0. Kits die u maakt, zijn van u.

Deze zip is gemaakt en nagekeken op een computer zonder Windows. Hij is niet uitgeprobeerd op Windows.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """What a bundle holds of one maker: its name, version, licence and size in bytes."""

    name: str
    version: str
    licence: str
    size: int


def for_windows(text: str) -> bytes:
    """Return a text as Notepad reads it, of any age: UTF-8 with a mark before it, and both ends of a line."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def starter() -> bytes:
    """Return `speelveld.bat`: in ASCII, which reads the same in every language of Windows."""
    return STARTER.replace("\n", "\r\n").encode("ascii")


def read_me(version: str, python: str) -> bytes:
    """Return `LEES MIJ.txt` of a version of the program, with the version of Python in it."""
    return for_windows(_READ_ME.format(version=version, python=python))


def listed(parts: Iterable[Part]) -> bytes:
    """Return `inhoud.txt`: a line for each part, with its size when unpacked."""
    rows = sorted(parts, key=lambda part: part.name.casefold())
    lines = [f"{'wat':<24}{'versie':<12}{'MB':>7}  licentie"]
    lines += [f"{row.name:<24}{row.version:<12}{megabytes(row.size):>7}  {row.licence}" for row in rows]
    lines += [f"{'samen':<36}{megabytes(sum(row.size for row in rows)):>7}"]
    return for_windows("".join(f"{line}\n" for line in lines))


def megabytes(size: int) -> str:
    """Return a number of bytes in millions, as it is written in Dutch: '12,3'."""
    return f"{size / 1e6:.1f}".replace(".", ",")
