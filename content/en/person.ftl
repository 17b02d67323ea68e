### Waiting for a human, and talking with one.

# Who tells the police. Pages take it in: what isn't known of this hotline is said to be asked.
said_confidentiality =
    Shelters, hospitals and NGOs must tell the police about such cases. { $hotline_police ->
        [if_asked] Our operators tell them only if you ask.
        [must_tell] Our operators must tell them too.
       *[unknown] Do our operators tell them too? Ask them first.
    }

utter_waiting_for_operator =
    Your request has gone to the operators of this helpline. We do not know exactly when they will answer.

    They see your request, language, which answers of ours you read, and what comes next. We do not give them your name or phone number.

    { $hotline_112 ->
        [never] Operators call nobody. In danger, call: { $phone_112 }
        [if_asked] If you ask them, operators may call { $phone_112 }.
        [in_danger] If someone’s life is in danger, operators may call { $phone_112 }.
       *[unknown] If someone’s life is in danger, call yourself: { $phone_112 }
    }

    You can take the request back.
    .cancel = Cancel my request

utter_still_waiting =
    The operators have your request, but nobody has answered yet. You can go on writing: the operator will see it.

    If there is danger: { $phone_112 }

utter_withdrawn = Your request is cancelled. New messages do not go to the operators. You can ask for a person at any time.

utter_ask_wants_person = Sorry, the program did not understand you. Would you like to talk to a person?
    .yes = Yes, please
    .no = No

utter_operator_joined = A human is here now: an operator of this helpline. The operator reads what you write, not the program.

utter_operator_left = The operator has left the chat. The program answers again now. You can ask for a person at any time.

utter_operator_requeued =
    This operator had to stop. Your request is waiting for an operator again.

    If there is danger: { $phone_112 }

utter_operator_transferred =
    Your request is being passed to another operator. We do not know exactly when they will answer.

    If there is danger: { $phone_112 }

utter_operator_snoozed =
    The operators still have your request. You can go on writing: they will see it. We do not know exactly when they will answer.

    If there is danger: { $phone_112 }

utter_closed =
    The operator has ended the conversation. If you write within { $follow_hours } hours, operators will see it again.

    You can also write later.

    If there is danger: { $phone_112 }

# No operator had answered: nobody can have ended a conversation.
utter_closed_unanswered =
    The operators closed your request. If you write within { $follow_hours } hours, they will see it again.

    If there is danger: { $phone_112 }

utter_closed_hours =
    Operators are not on duty now. They start again: { $next_opening }.

    Your request stays in the line. Urgent ones go first.

    If there is danger: { $phone_112 }
