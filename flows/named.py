"""The flows, texts and topics that the engine knows by name."""

NOTICE_TEXT = "utter_notice"
EXIT_TEXT = "utter_exit"
ERASE_FLOW = "erase"
EXIT_FLOW = "exit"
MENU_FLOW = "menu"
START_FLOW = "start"
LANGUAGE_FLOW = "language"
CHANGE_LANGUAGE_FLOW = "change_language"
WAITING_FLOW = "waiting"
LANGUAGE_IN_DANGER_FLOW = "language_in_danger"

FALLBACK_LOCALE = "ru"
"""Spoken until the person's own language is known: most who write here can read it."""

CHILD_TOPIC = "minor"
"""What somebody under 18 is handed over for; operators are warned, whatever else it is about."""
