"""The media archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, ClassVar

from markupsafe import Markup

from sajaro.fields import (
    N_,
    Choice,
    Duration,
    LanguageTag,
    Line,
    Part,
    Path,
    Ref,
    Url,
    Words,
    field,
    word_of,
)
from sajaro.types.base import Fields, Group, Rule
from sajaro.types.licences import Licence, licensed
from sajaro.types.page import Page
from sajaro.types.parts import named_all, prose
from sajaro.views import Block, Gallery, Link, Picture, Player, Text

KIND = Choice(
    gallery=N_("Gallery"),
    photo=N_("Photograph"),
    video=N_("Video"),
    audio=N_("Audio recording"),
    appearance=N_("Media appearance"),
    infographic=N_("Infographic"),
)
SCHEMA = {
    "gallery": "ImageGallery",
    "photo": "ImageObject",
    "video": "VideoObject",
    "audio": "AudioObject",
    "infographic": "ImageObject",
}
FORMATS = {
    "video": {".mp4": "video/mp4", ".webm": "video/webm"},
    "audio": {
        ".mp3": "audio/mpeg",
        ".m4a": "audio/mp4",
        ".ogg": "audio/ogg",
        ".opus": "audio/ogg",
        ".wav": "audio/wav",
    },
    "picture": dict.fromkeys((".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg")),
}
"""What browsers show and play without help."""
MEDIA = {"video": ("video",), "audio": ("audio",), "appearance": tuple(FORMATS)}
"""What the files of a kind may be; those of the others are pictures."""


class Held(Part):
    """A picture or a recording that is held here."""

    file: Path = field("The file, beside the document.", required=True)
    alt: Line = field("What it shows, for people who cannot see it.", required=True)
    caption: Line | None = field("A line under it.")
    credit: Line | None = field("Who made it.")
    licence: Licence | None = field("Under which licence it may be used again, like CC-BY-4.0.")

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.file).suffix.lower()

    @property
    def medium(self) -> str | None:
        return next((medium for medium, formats in FORMATS.items() if self.suffix in formats), None)

    def picture(self, page: Page) -> Picture:
        shown = page.picture(self.file, self.alt, self.caption or "", self.credit or "", self.licence or "")
        return licensed(shown)


class Captions(Part):
    """Subtitles of a recording."""

    short: ClassVar[str] = "file"

    file: Path = field("The subtitles, a WebVTT file (.vtt).", required=True)
    language: LanguageTag | None = field("Their language, where it is not the page's.")


class MediaItem(Fields):
    """Photographs, recordings and appearances, kept for good. Not for the picture of one document (its image)."""

    section: ClassVar[str] = "media"
    group: ClassVar[Group] = "newsroom"
    singular: ClassVar[str] = N_("Media item")
    plural: ClassVar[str] = N_("Media archive")
    tables: ClassVar[bool] = True
    schema_type: ClassVar[str] = "CreativeWork"

    kind: KIND = field("gallery, photo, video, audio, appearance or infographic.", required=True)
    files: tuple[Held, ...] = field("The pictures or the recordings.", default=())
    outlet: Line | None = field("The newspaper, station or site, for appearances.", label=N_("Outlet"))
    speakers: tuple[Ref("people"), ...] = field(
        "People of the institution who speak.", label=N_("Speakers"), default=()
    )
    duration: Duration | None = field("How long it is, like 12:30 or 1:05:00.", label=N_("Duration"))
    url: Url | None = field("Where it is to be seen or heard, if it is held elsewhere.", label=N_("Web address"))
    transcript: Words | None = field("All that is said, in writing; recordings that are held here need it.")
    captions: tuple[Captions, ...] = field("Subtitles of a video, a file for each language.", default=())

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        if not self.files and not self.url:
            yield "files", "no-media", {}
        media = MEDIA.get(self.kind, ("picture",))
        for number, held in enumerate(self.files, 1):
            if held.medium not in media:
                formats = ", ".join(suffix for medium in media for suffix in FORMATS[medium])
                yield f"files[{number}].file", "no-such-medium", {"file": held.file, "formats": formats}
        if self.recorded and not self.transcript:
            yield "transcript", "no-transcript", {}

    @property
    def recorded(self) -> tuple[Held, ...]:
        """The recordings among the files."""
        return tuple(each for each in self.files if each.medium in ("video", "audio"))

    @property
    def kind_word(self) -> str:
        return word_of(KIND, self.kind)

    def blocks(self, page: Page) -> Iterator[Block]:
        transcript = self._transcript(page)
        captions = tuple(Link(page.file(each.file).url, "", each.language) for each in self.captions)
        for held in self.recorded:
            media_type = FORMATS[held.medium][held.suffix]
            yield Player(
                held.caption or held.alt, held.medium, page.file(held.file).url, media_type, captions, transcript
            )
        if pictures := tuple(held.picture(page) for held in self.files if held.medium == "picture"):
            yield Gallery("", pictures)
        if self.transcript and not self.recorded:
            yield from prose(page, N_("Transcript"), self.transcript)

    def _transcript(self, page: Page) -> Markup | None:
        if not self.transcript:
            return None
        spoken = page.markdown(self.transcript)
        if isinstance(self.transcript, Text):
            return Markup('<div lang="{}" dir="auto">{}</div>').format(self.transcript.lang, spoken)
        return spoken

    def json_ld(self, page: Page) -> dict[str, Any]:
        single = self.files[0] if len(self.files) == 1 and self.kind != "gallery" else None
        recording = self.kind in ("video", "audio")
        return {
            "@type": SCHEMA.get(self.kind, self.schema_type),
            "duration": f"PT{int(self.duration.total_seconds())}S" if recording and self.duration else None,
            "transcript": self.transcript if recording else None,
            "contentUrl": page.file(single.file).url if single and self.kind in SCHEMA else None,
            "sameAs": self.url,
            "contributor": named_all("Person", page, self.speakers),
        }
