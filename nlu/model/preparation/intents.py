"""The names of the intents; README.md says what each means."""

from __future__ import annotations

from nlu.intents import HEARD_BY_WORDS

EMERGENCIES = ("urgent_danger", "self_harm", "minor_at_risk", "medical_emergency")
TOPICS = (
    "ask_human",
    "ask_rights",
    "ask_reflection_period",
    "ask_safe_return",
    "ask_documents_taken",
    "ask_unpaid_wages",
    "ask_labour_contract",
    "ask_shelter",
    "ask_legal_help",
    "ask_police",
    "ask_immigration_status",
    "ask_am_i_victim",
    "ask_online_recruitment",
    "ask_sexual_exploitation",
    "ask_debt_bondage",
    "ask_family_threat",
    "ask_helping_someone",
    "ask_privacy",
    "delete_my_data",
    "ask_embassy",
    "ask_medical_help",
    "ask_interpreter",
    *HEARD_BY_WORDS,
    "change_language",
    "ask_bot_identity",
)
SMALL_TALK = ("greet", "thank", "goodbye", "affirm", "deny", "out_of_scope")
INTENTS = EMERGENCIES + TOPICS + SMALL_TALK
