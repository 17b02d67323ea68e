"""Messages that aren't text: their fields as the Bot API names them, without any real file."""

from sandbox.model import Json

KINDS = (
    "animation",
    "audio",
    "contact",
    "document",
    "location",
    "photo",
    "sticker",
    "video",
    "video_note",
    "voice",
)


def _file(kind: str, **more: object) -> Json:
    return {"file_id": f"sandbox-{kind}", "file_unique_id": f"u-{kind}", "file_size": 4096, **more}


def body(kind: str, *, phone: str = "+70000000000", name: str = "Person") -> Json:
    """The fields of a message of that kind. ValueError if there is no such kind.

    `phone` and `name` are a contact's.
    """
    bodies: dict[str, Json] = {
        "animation": {
            "animation": _file("animation", width=320, height=240, duration=2),
            "document": _file("animation"),
        },
        "audio": {"audio": _file("audio", duration=30)},
        "contact": {"contact": {"phone_number": phone, "first_name": name}},
        "document": {"document": _file("document", mime_type="application/pdf")},
        "location": {"location": {"latitude": 43.238, "longitude": 76.945}},
        "photo": {
            "photo": [
                _file("photo-s", width=90, height=60),
                _file("photo-m", width=800, height=600),
            ]
        },
        "sticker": {
            "sticker": _file(
                "sticker",
                type="regular",
                width=512,
                height=512,
                is_animated=False,
                is_video=False,
                emoji="\N{WAVING HAND SIGN}",
            )
        },
        "video": {"video": _file("video", width=640, height=480, duration=5)},
        "video_note": {"video_note": _file("video-note", length=240, duration=5)},
        "voice": {"voice": _file("voice", duration=3, mime_type="audio/ogg")},
    }
    if kind not in bodies:
        raise ValueError(f"no such kind of message: {kind}")
    return bodies[kind]
