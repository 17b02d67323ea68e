"""The intents: the names that the lexicon, the training data and the model share."""

EMERGENCIES = ("self_harm", "medical_emergency", "minor_at_risk", "urgent_danger")
"""Kinds of danger, the one that needs the most particular answer first."""

HEARD_BY_WORDS = (
    "ask_exploitation",
    "ask_men_and_consent",
    "ask_at_risk",
    "ask_identification",
    "ask_testifying",
    "ask_detained",
    "ask_first_days",
    "ask_social_services",
    "ask_minors",
)
"""Topics that came after the others, of which the model knows less."""

NAMED_OUTRIGHT = (*HEARD_BY_WORDS, "ask_embassy", "ask_medical_help")
"""Topics that the lexicon's `pages` may name outright, whatever the model makes of a message: those
that it knows less of, the ambulance's number, and papers that were lost and not taken."""

HEARD_SIGNALS = (
    "stranger",
    "he_is_here",
    "he_comes",
    "joke",
    "all_fine",
    "later",
    "he_has_gone",
    "cannot_call",
    "call_asked",
    "follow",
    "state_asked",
    "what_to_do",
    "third_party",
)
"""Values of `flows.signals.Signal` that the model tells as well: of the others phrases know enough,
or a wrong guess would do harm (first aid, ages)."""

SIGNAL_CONFIDENCE = dict.fromkeys(HEARD_SIGNALS, 0.65) | {
    "joke": 0.8,
    "all_fine": 0.8,
    "third_party": 0.8,
}
"""As sure of a signal the model must be for it to count. Who is wrongly heard to take a cry back is
answered shortly, and asked whether it is safe, instead of being answered; who is wrongly heard to
write of somebody else is told not to step in (docs/decisions/0057)."""

INTENTS = frozenset(
    {
        *EMERGENCIES,
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
        "low_battery",
        "not_watched",
        "greet",
        "thank",
        "goodbye",
        "affirm",
        "deny",
        "cancel",
        "out_of_scope",
    }
)

SMALL_TALK = frozenset({"affirm", "deny", "cancel", "greet", "thank", "goodbye"})
"""Words that answer, thank, greet or take leave, and tell nothing."""

TOPICS = frozenset(intent for intent in INTENTS if intent.startswith("ask_")) - {
    "ask_human",
    "ask_bot_identity",
    "ask_privacy",
    "ask_am_i_victim",
}
"""What a message may be about beside danger."""

NAMED = TOPICS | {"ask_privacy"}
"""Intents that the lexicon's words may name, topics and privacy: against one that they do name no
guess at a signal counts."""

LOCALES = ("kk", "ru", "en", "uz", "uz-Cyrl", "ky", "tg")
"""The locales that the model tells apart and that have a lexicon."""
