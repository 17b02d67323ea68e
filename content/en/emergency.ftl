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

utter_emergency_minor =
    It is good that you wrote. Your message has gone to the operators.

    If there is danger right now, you can call: { $phone_112 }. The call is free.

    You do not need to tell us a name. We have not called anyone.

utter_ask_can_write = Is it safe for you to write now?
    .yes = Yes
    .no = No

# At most 60 characters.
utter_stay_silent = We are here. We stay quiet until you write.

utter_go_on_writing = Short answers are enough. You can write just “yes” or “no”. We do not need your name or address.

utter_ask_danger_now = What is happening now? One tap is enough.
    .locked = I cannot get out
    .moved = I am being taken away
    .escaped = I got out
    .hurt = A doctor is needed
    .other = Something else

utter_danger_locked =
    Do not climb out of a window or break the door. You could be badly hurt.

    If you can talk quietly: { $phone_112 }. They will ask your name and exact address.

    Do you want people sent to you? Then see if a sign or the house's address is in view. Do it only if nobody notices. The dispatcher decides whom to send.

utter_danger_moved =
    Look around only if nobody notices. A number plate, a road sign or a petrol station name is useful.

    Write it here only if you want people to look for you. Two words are enough.

    If you can talk: { $phone_112 }

utter_danger_escaped =
    Better be where there is light and people: pharmacy, petrol station, hospital. You can ask to use a phone there.

    Emergency service: { $phone_112 }. The call is free, even with no money on the phone.

utter_danger_hurt =
    Ambulance: { $phone_103 }
    If you cannot get through: { $phone_112 }

    Ask the dispatcher what to do now. If you can, write here in one word what hurts.

utter_danger_other =
    Write briefly what is happening. Two words are enough.

    If you can talk: { $phone_112 }

# The phone goes out: one number, one place, one question.
utter_low_battery =
    { $phone_112 }
    It is better to be where there is light and people.

    Do you want people sent to you? Then write one sign or stop.

utter_write_shortly =
    Write what matters most, in a few words.

    If there is danger: { $phone_112 }

# Said in place of the page while an operator is looked for. At most 240 characters.
# Source: pages/immigration_status.md.
utter_immigration_status_brief = We cannot say what will be decided about you. State bodies decide. A lawyer or an operator must answer it. You can ask for an interpreter before you sign papers.

# Source: pages/police.md.
utter_police_brief =
    Whether to go to the police is your choice. Before that, better talk to a lawyer and ask for an interpreter.

    If there is danger right now: { $phone_112 }

utter_received = Received. We are here.

# Also said for a request without danger, where the person need not be first in the line.
utter_nobody_free =
    No operator has answered yet. Your request is in the line, and urgent ones go first.

    If there is danger: { $phone_112 }
    If you are outside, it is better to be where there is light and people.

utter_still_nobody =
    Still no operator has answered. We sent a signal to the backup duty operator.

    We have not called the police or an ambulance. If there is danger, call yourself: { $phone_112 }

    Your request stays open.
