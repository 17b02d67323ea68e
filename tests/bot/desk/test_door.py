"""Who is in a group and who isn't, by each status that Telegram has for it."""

import pytest
from telegram import ChatMember, User

from bot.desk.door import is_present

HER = User(7, "Her", is_bot=False)


@pytest.mark.parametrize(
    ("status", "more", "present"),
    [
        ("creator", {"is_anonymous": False}, True),
        ("member", {}, True),
        ("restricted", {"is_member": True}, True),
        ("restricted", {"is_member": False}, False),
        ("left", {}, False),
        ("kicked", {"until_date": 0}, False),
    ],
)
def test_who_is_in(status: str, more: dict[str, object], *, present: bool) -> None:
    """Somebody restricted may have left (Bot API, ChatMemberRestricted: is_member)."""
    rights = dict.fromkeys(
        (
            *("can_send_messages", "can_change_info", "can_invite_users", "can_pin_messages"),
            *("can_send_polls", "can_send_other_messages", "can_add_web_page_previews"),
            *("can_manage_topics", "can_send_audios", "can_send_documents", "can_send_photos"),
            *("can_send_videos", "can_send_video_notes", "can_send_voice_notes"),
            *("can_react_to_messages", "can_edit_tag"),
        ),
        False,
    )
    restricted = {**rights, "until_date": 0} if status == "restricted" else {}
    raw = {"status": status, "user": HER.to_dict(), **restricted, **more}
    assert is_present(ChatMember.de_json(raw, None)) is present
