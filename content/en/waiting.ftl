### While a human is looked for. Nobody has reviewed these texts yet: neither a practitioner nor a
### doctor. Which sentence rests on what: docs/decisions/0032-waiting.md. Somebody else may read them:
### no word names what this chat is about, nothing that was written before is repeated.

# A request without danger: what is true, in one line.
utter_waiting_since = You have waited since { $since }. Nobody has answered yet. Your request is open.

## Somebody else may have the phone

# The same for everybody who takes this phone: true, dull, and nothing of what was written.
utter_wait_stranger = This is a help line for anyone. How can we help you?

# Once, then nothing. At most 60 characters.
utter_wait_he_comes = Put the phone away. Write when it is safe.

# At most 60 characters.
utter_wait_later = All right. Write when you can.

# "All is fine" closes nothing; it isn't said here that anything is open.
utter_wait_fine = All right. You can write at any time.

utter_wait_signs =
    Your message has gone to the operators. If it is not safe to write now, don't.

    If you are in danger: { $phone_112 }

## Answers to what was said

# The officers' line: judgement, from leaflets for travellers; what an officer does isn't promised.
utter_wait_border =
    You may tell any officer: “I am being taken against my will. Help me.” It is better when nobody near you can hear.

    We do not know what the officer will do. If you can speak: { $phone_112 }

utter_wait_means =
    Thank you for telling us. Put it far away from you, or move away from it.

    If you can, be near someone you trust.

    If you may act now, call { $phone_103 } or { $phone_112 }

utter_wait_near = It is good that you are not alone. If this person is no danger to you, stay near them.

utter_wait_swallowed =
    Ambulance: { $phone_103 } or { $phone_112 }. Call now if you can.

    Do not make anyone vomit. Keep the packet for the doctors.

utter_wait_unconscious =
    Ambulance: { $phone_103 } or { $phone_112 }

    Breathing: roll them on the side, head tilted back.

    Not breathing: push firmly down in the middle of the chest, again and again. Give nothing by mouth.

utter_wait_bleeding =
    Ambulance: { $phone_103 } or { $phone_112 }

    Press hard on the wound with a cloth or your hand. Keep pressing until help comes. Do not pull out anything that sticks in it.

utter_wait_pregnant =
    Ambulance: { $phone_103 } or { $phone_112 }

    Bleeding or strong pain in pregnancy: call now if you can.

    Only if there is a wound: press it hard with a cloth or hand.

utter_wait_birth =
    Ambulance: { $phone_103 } or { $phone_112 }. Call now if you can.

    Choose the position that is easiest. Drinking is allowed. Do not pull the baby. Do not cut the cord.

    Dry the baby. Lay it on the mother's skin and cover both.

utter_wait_smoke =
    Go out to fresh air. If you cannot go out, open windows and doors.

    Ambulance: { $phone_103 }. Fire or gas: { $phone_112 }

utter_wait_burn =
    Cool the burn under cool running water for 20 minutes. Keep the rest of the body warm.

    No ice, oil or cream. Do not burst blisters. Leave clothes that stick to the skin.

    Ambulance: { $phone_103 } or { $phone_112 }

utter_wait_cold =
    Get out of the wind. Change wet clothes where it is dry. Wrap up and cover the head.

    Do not rub the skin. No alcohol. If it gets worse: { $phone_103 } or { $phone_112 }

utter_wait_thirst =
    Water first, in small sips, if there is any. Do not add salt to it. Rest, and keep warm or in the shade.

    If somebody is confused or faints: { $phone_103 } or { $phone_112 }

# Neither pay nor don't: nobody here can judge that.
utter_wait_ransom =
    Please do not decide about the money alone. You can write here: an operator will see it.

    If your family is in danger now, they can call the police where they are.

utter_wait_cannot_call =
    { $phone_112 } can be called without money on the phone, also with a blocked SIM card.

    If you cannot speak, write here. An operator will see it.

utter_wait_abroad =
    In another country the emergency number may be another one.

    You can turn to your embassy or consulate, if you are not afraid of them. Or to the local police.

# For whoever asks whether to go after them, to ask, to go in.
utter_wait_follow =
    Do not go after them. Do not argue with them, and ask no questions in front of them.

    If a life is in danger: { $phone_112 }. Later, in a safe place, note what you saw.

utter_wait_meeting =
    Please do not go to meet them. Tell an adult you trust.

    If you are afraid, go where there are people. Call { $phone_112 }

utter_wait_pictures =
    This is not your fault. Do not send anything more, and do not pay.

    Stop answering. Do not delete their messages. Tell an adult you trust today.

utter_wait_afraid =
    Thank you for telling us. This is not your fault. You can answer when you want to.

    If you are in danger: { $phone_112 }

utter_wait_unnamed = Operators of this helpline see the messages. You do not need to give your name here. { $phone_112 } asks for your name and the exact address.

utter_wait_legal =
    Not let out, beaten, phone or passport taken? An order of two ministries calls these signs of human trafficking.

    Human trafficking is a crime. The prison term for those who traffic people is 4 years or more.

    If you are in danger: { $phone_112 }

## One small question a message; each may be ignored

utter_ask_wait_hurt = Is anyone hurt or ill?

utter_ask_wait_call = Can you speak on the phone without being heard?

utter_wait_call = Call { $phone_112 }. They ask what happened, the exact address and your name. Do not hang up first. If something changes, call again.

utter_wait_no_call = All right. You can write here; an operator will see it. If writing becomes unsafe, stop. You can come back later.

utter_ask_wait_bleeding = Is there heavy bleeding?

# Yes or no only: never what, how much, how.
utter_ask_wait_means = Is something near you that you could hurt yourself with?

utter_ask_wait_alone = Is anyone with you now?

utter_ask_wait_acted = Have you already taken something or hurt yourself?

utter_wait_child = This is not your fault. You do not have to answer someone who scares you. You do not have to do what they ask.

utter_ask_wait_adult = Does an adult know about this?

utter_wait_tell_adult = Tell an adult you trust: family, a teacher, a neighbour. If you are scared right now: { $phone_112 }

utter_wait_seen_when = Thank you for writing. When did you see this?

utter_wait_how_many = How many people are there, roughly?

utter_ask_wait_child_there = Is there a child among them?

utter_wait_thanks = Thank you for answering. An operator will see it.
