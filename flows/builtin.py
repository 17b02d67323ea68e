"""The flows, texts and topics that the engine knows by name."""

WAITING_SINCE = "utter_waiting_since"
NOTICE_TEXT = "utter_notice"
EXIT_TEXT = "utter_exit"
ERASE_FLOW = "erase"
ERASE_WITH_REQUEST_TEXT = "utter_ask_erase_confirmed_with_request"
ERASED_TEXT = "utter_erased"
ERASED_SHORTLY_TEXT = "utter_erased_shortly"
"""Said after erasing where somebody else may read it: the same to everybody, and of nothing that
was there."""
EXIT_FLOW = "exit"
MENU_FLOW = "menu"
START_FLOW = "start"
LANGUAGE_FLOW = "language"
CHANGE_LANGUAGE_FLOW = "change_language"
WAITING_FLOW = "waiting"
LANGUAGE_IN_DANGER_FLOW = "language_in_danger"
LANGUAGE_NAMED_FLOW = "language_named"
CANCEL_FLOW = "cancel"
GOODBYE_FLOW = "goodbye"
BOT_IDENTITY_FLOW = "bot_identity"
CAN_WRITE_FLOW = "can_write"
SIGNS_FLOW = "signs"
UNDER_18_FLOW = "under_18"
MINORS_FLOW = "minors"
SELF_HARM_FLOW = "emergency_self_harm"
MEDICAL_FLOW = "emergency_medical"
MINOR_FLOW = "emergency_minor"
BORDER_FLOW = "emergency_border"
DETAINED_FLOW = "emergency_detained"
OTHER_PERSON_FLOW = "emergency_other_person"
MEANS_FLOW = "wait_means"
"""Asks who thinks of dying whether something is within reach."""
OFFER_PERSON_FLOW = "offer_person"
SEEN_AGAIN_FLOW = "seen_again"
UNWATCHED_FLOW = "unwatched"

NOT_IN_DANGER = "not_in_danger"
"""The value of a button: the person says that there is no danger."""

OUT_OF_SCOPE = "out_of_scope"
"""A flow and its intent."""

EMERGENCY_FLOW = "emergency"
"""Where danger goes that no flow's own trigger names."""

FALLBACK_LOCALE = "ru"
"""Spoken until the person's own language is known: most who write here can read it."""

DANGER_TOPIC = "danger"
SELF_HARM_TOPIC = "self_harm"
MEDICAL_TOPIC = "medical"

CHILD_TOPIC = "minor"
"""The topic of a handover for somebody under 18; operators are warned, whatever it is about."""

ENGINE_FLOWS = frozenset(
    {
        START_FLOW,
        LANGUAGE_FLOW,
        MENU_FLOW,
        ERASE_FLOW,
        OFFER_PERSON_FLOW,
        EMERGENCY_FLOW,
        CHANGE_LANGUAGE_FLOW,
        LANGUAGE_IN_DANGER_FLOW,
        LANGUAGE_NAMED_FLOW,
        SEEN_AGAIN_FLOW,
        UNWATCHED_FLOW,
        WAITING_FLOW,
        OUT_OF_SCOPE,
        CAN_WRITE_FLOW,
        SIGNS_FLOW,
        UNDER_18_FLOW,
        MINORS_FLOW,
        SELF_HARM_FLOW,
        MEDICAL_FLOW,
        BORDER_FLOW,
        DETAINED_FLOW,
        OTHER_PERSON_FLOW,
        MEANS_FLOW,
    }
)
"""Flows that the engine starts by name; `check` asks for each of them."""
