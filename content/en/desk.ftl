### What a person is told while nobody answers, after a close, and while muted.

utter_called_supervisors =
    The operators have not answered yet. We have called the senior operators.

    We have not called the police or an ambulance. If there is danger, call yourself: { $phone_112 }

utter_still_nobody_here =
    Still no operator has answered. We have told them several times.

    We have not called the police or an ambulance. If there is danger, call yourself: { $phone_112 }

    Your request stays open.

utter_muted =
    For now, operators do not answer ordinary requests from this chat. The program goes on answering.

    Operators still see messages about danger. You can also call yourself: { $phone_112 }

utter_reopened = The operators have your request again. We do not know exactly when they will answer.

utter_question_over = This conversation is over. Nobody sees your answer. Write if you need help.
utter_write_it = Write it in your words. The operator reads it.
