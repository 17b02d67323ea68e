### Danger. Somebody else may look at the screen: short, no alarming words, no promise.

utter_emergency =
    Your message has gone to the operators.

    If you can talk, call yourself: { $phone_112 }. It is free, day and night. They will ask your name and exact address.

    We have not called anyone.

utter_emergency_medical =
    Your message has gone to the operators.

    Ambulance: { $phone_103 }
    Emergency service: { $phone_112 }

    If you can, call yourself and ask what to do now. We have not called anyone.

utter_emergency_self_harm =
    It is good that you wrote. This is very hard for you now. You can talk about it.

    Your message has gone to the operators. Stay in this chat and write if you can. One word is enough.

    If you can, be near someone you trust. You can call at any time: { $phone_112 }

utter_emergency_detained =
    Your message has gone to the operators.

    You can say:
    - “I need an interpreter and a lawyer”
    - «Мне нужны переводчик и юрист»
    - «Маған аудармашы мен заңгер керек»

    Do not sign what you do not understand, if it is safe to refuse. Unwell? Ask for a doctor.

utter_emergency_minor =
    It is good that you wrote. Your message has gone to the operators.

    If there is danger right now, you can call: { $phone_112 }. The call is free.

    You do not need to tell us a name. We have not called anyone.

utter_ask_can_write = Is it safe for you to write now?
    .yes = Yes
    .no = No
    .not_in_danger = I am not in danger

# The ticket stays: only an operator lowers its urgency.
utter_not_in_danger =
    All right. The operators will see that you are not in danger. Your request to them stays.

    You can go on asking. If it gets dangerous, write it.

# At most 60 characters.
utter_stay_silent = We stay quiet until you write.

utter_go_on_writing = Short answers are enough. You can write just “yes” or “no”. We do not need your name or address.

utter_ask_danger_now = What is happening now? One tap is enough.
    .locked = I cannot get out
    .moved = I am being taken away
    .escaped = I got out
    .hurt = I need a doctor
    .other_person = It is not about me
    .other = Something else

utter_danger_locked =
    Do not climb out of a window or break the door. You could be badly hurt.

    It is { $phone_112 } that sends people, not us. If you can talk quietly, call. They will ask your name and exact address.

    Look for a sign or the house's address only if nobody notices. If you want, write the place here too: the operator will see it.

utter_danger_moved =
    Look around only if nobody notices. A number plate, a road sign or a petrol station name is useful.

    It is { $phone_112 } that sends people, not us. If you can talk, call.

    If you want, write it here too, in two words: the operator will see it.

utter_danger_escaped =
    Try to stay where it is light and there are people: pharmacy, petrol station, hospital. You can ask to use a phone there.

    Emergency service: { $phone_112 }. The call is free, even with no money on the phone.

utter_danger_hurt =
    Ambulance: { $phone_103 }
    If you cannot get through: { $phone_112 }

    Ask the dispatcher what to do now. If you can, write here in one word what hurts.

# Whoever reports somebody else. Nobody asks for the other person's name or place.
utter_danger_other_person =
    Do not step in yourself. That person and you could be hurt.

    Anyone can call: { $phone_112 }. They will ask what happened, your name and the exact address.

    You can write here briefly what you see. We do not need that person's name.

utter_danger_other =
    Write briefly what is happening. Two words are enough.

    If you can talk: { $phone_112 }

# Beside an answer to whoever tells of danger once more: nothing but the number.
utter_call_if_you_can = If you can talk: { $phone_112 }

# Asked whether to get out by a window, on a screen that somebody else may read: not to, and the number.
utter_danger_window =
    Do not climb out of a window or break the door. You could be badly hurt.

    If you can talk: { $phone_112 }

# The phone goes out: one number, one place, one question.
utter_low_battery =
    { $phone_112 }
    Try to stay where it is light and there are people.

    It is { $phone_112 } that sends people, not us. If you want, write one sign or stop here: the operator will see it.

utter_write_shortly =
    Write what matters most, in a few words.

    If there is danger: { $phone_112 }

# Said in place of the page while an operator is looked for. At most 240 characters.
utter_immigration_status_brief = A court decides on deportation. Before court and before signing papers, you can ask for a lawyer and an interpreter. Please ask an operator.

utter_documents_taken_brief =
    Do not argue or take the papers by force: you could be harmed.

    You can ask for help without papers. Keep a photo or copy where it will not be found.

    If you are threatened or not let out: { $phone_112 }

utter_legal_help_brief =
    Someone officially recognised as a victim has a right to free legal advice.

    Before recognition, ask an operator where a lawyer can be found now.

utter_reflection_period_brief =
    The law gives a recognised foreigner time to decide: at least 30 days.

    Before recognition these rules do not apply. So ask for recognition and a lawyer early.

utter_identification_brief =
    You can ask to be recognised yourself.

    They decide together:
    - the police
    - the social office of the akimat
    - a shelter or another help service
    - an NGO

    It means that the police will know about you.

utter_labour_contract_brief =
    For work without a contract the employer may be fined. But you may also be punished for work without a permit.

    Do not sign blank sheets, if it is safe to refuse. Signed already? Tell a lawyer.

utter_rights_brief =
    Someone officially recognised as a victim can ask for:
    - a doctor, a psychologist, advice from a lawyer
    - a place to stay and food
    - as a foreigner: time to decide about the police, and staying here

utter_family_threat_brief =
    Do not tell the person who threatens about your plans.

    You can talk with an operator about how to warn your family quietly.

    If they are in danger right now in Kazakhstan: { $phone_112 }

utter_embassy_brief =
    You can ask your embassy or consulate about a new passport and the way home. Whether it helps, it decides itself.

    Should your government not know about you? Talk to an operator first.

utter_safe_return_brief =
    You decide whether to go. We do not advise you to go or to stay.

    How long does it take, and who pays for a flight? We do not know this for certain. Please ask an operator or a lawyer.

utter_shelter_brief =
    We do not know if there is a place now. An operator may look for a shelter with you. The shelter decides whom it takes.

    You can come yourself: you apply where you are staying now. Children are taken in with their parent.

utter_interpreter_brief =
    You can show or say “I need an interpreter”:
    - «Мне нужен переводчик» (in Russian)
    - «Маған аудармашы керек» (in Kazakh)

utter_medical_help_brief =
    Urgent: { $phone_103 }
    If you cannot get through: { $phone_112 }

    A hospital can also refer you for help, if you agree.

# See pages/unpaid_wages.md.
utter_unpaid_wages_brief =
    Not paid, or paid much less than promised? The employer may be fined for it. Also for work without a contract.

    Did you work without a permit? Ask a lawyer before you complain: it can even lead to expulsion.

# See pages/debt_bondage.md: its first paragraph names a sign.
utter_debt_bondage_brief =
    Must such a debt be paid? We do not know this for certain. Please ask an operator or a lawyer.

    Do not take a new debt if you can wait. Do not sign unclear papers, if it is safe to refuse.

# See pages/testifying.md.
utter_testifying_brief =
    To be recognised as a victim and get help, no criminal case is needed. But there will be a talk with you.

    Ask a lawyer before you make a report.

# See pages/police.md.
utter_police_brief =
    Whether to go to the police is your choice. Before that, better talk to a lawyer and ask for an interpreter.

    If there is danger right now: { $phone_112 }

# While nobody has claimed. Somebody may read "yes" into it: it says what is true and no more.
utter_nobody_answered =
    The operators have your message, but nobody has answered yet. Nobody is on the way to you.

    If you can, call yourself: { $phone_112 }

# The next ones: one short line, at most 60 characters.
utter_received = Received. Nobody has answered yet or is on the way.

# The same while somebody may be looking on: at most 20 characters.
utter_received_quiet = Received.

# Also said for a request without danger, where the person need not be first in the line.
utter_nobody_free =
    No operator has answered yet. Your request is in the line, and urgent ones go first.

    If there is danger: { $phone_112 }
    If you are outside, try to stay where it is light and there are people.

utter_still_nobody =
    Still no operator has answered. We called one more person on duty.

    We have not called the police or an ambulance. If there is danger, call yourself: { $phone_112 }

    Your request stays open.
