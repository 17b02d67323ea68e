### Short words about what is kept, and erasure. The page is pages/privacy.md.

# At most 200 characters: said while an operator is looked for.
utter_privacy_brief = We do not keep your name or phone number. Operators of this helpline see the messages. Telegram has its own copy. Erase here: /delete

utter_ask_erase_confirmed = Erase everything we hold right now? It cannot be brought back.
    .yes = Yes, erase
    .no = No

utter_nothing_erased = All right, nothing was erased.

utter_erased =
    Erased: our record, the talk with operators, messages here younger than { $wall_hours } hours.

    We cannot erase traces on the phone, Telegram’s copies or screenshots. For up to two hours operators may keep a mark without your words.

    To clear the chat on your phone, open its menu. Tap “Clear history” or “Delete chat”.
