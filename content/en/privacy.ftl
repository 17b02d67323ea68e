### Short words about what is kept, and erasure. The page is pages/privacy.md.

# At most 200 characters: said while an operator is looked for.
utter_privacy_brief = We do not keep your name or phone number. Operators of this helpline see the messages. Telegram has its own copy. To erase what we hold: /delete

utter_ask_erase_confirmed = Erase everything we hold right now? It cannot be brought back.
    .yes = Yes, erase
    .no = No

# Asked instead while a request to the operators is open.
utter_ask_erase_confirmed_with_request =
    Erase everything we hold right now? Your request to the operators goes too: they will not see it any more. It cannot be brought back.

    To clear only the chat on your side: its menu, “Clear history”. Your request stays.

utter_nothing_erased = All right, nothing was erased.

utter_erased =
    Erased: our record, the conversation with operators, messages here younger than { $wall_hours } hours.

    We cannot erase traces on the phone, Telegram’s copies or screenshots. For up to { $stub_hours } hours operators may keep a short note without your words. For { $stub_hours } more hours we remember how often you asked for help, and any block.

    To clear the chat on your phone, open its menu. Tap “Clear history” or “Delete chat”.

# The same for everybody where somebody else may read it: not what was there.
utter_erased_shortly = Erased.

utter_ask_wipe_when =
    Messages in this chat are deleted { $wipe_hours } hours after the last one. While you talk with an operator, we do not delete them. At the longest: { $late_hours } hours.

    When should we delete? Traces on the phone and at Telegram may remain.
    .hour = After an hour
    .day = After a day
    .late = Keep answers longer
    .now = Right now

utter_wipe_hour = All right. We delete an hour after the last message.

utter_wipe_day = All right. We delete { $wipe_hours } hours after the last message.

utter_wipe_late = All right. Your words are deleted after { $wipe_hours } hours. The program’s answers stay here for up to { $late_hours } hours.

# Left alone in the chat after a quick exit. It must say nothing about what this chat is.
utter_exit = Thank you. All the best!
