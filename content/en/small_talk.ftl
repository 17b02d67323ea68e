utter_thanks = You are welcome. You can write at any time.

utter_goodbye = Take care. You can write at any time.

utter_out_of_scope = This helpline answers questions about rights, work, papers and danger.

utter_ask_rephrase = The program did not understand. Please write it in other words, in a short sentence.

# Said instead where some topics may be meant; their buttons stand under it.
utter_ask_which_topic = The program is not sure what you mean. If a button fits, tap it. If not, please write it in other words, in a short sentence.

# Said instead, while the model is down or has too much to do: other words would not help.
utter_unread = The program cannot read this message right now. Choose a topic: /menu. Ask for a person: /operator. If there is danger: { $phone_112 }.

# Said once when the same message, or too many, come in a row.
utter_flood =
    The program got many messages in a row, so it is quiet for now. You can ask something new later.

    You can write about danger at any moment.
    Emergency service: { $phone_112 }

utter_detail = Thank you. A program can't look into such details. An operator can.

utter_no_more = There is no more about this here. An operator may know more.

# Said instead of calling operators while the store has no room for another request; nothing is kept of it.
utter_no_room =
    Very many people are writing now. It is not possible to call a person yet. Please try again later: /operator.

    You can write about danger at any moment.
    Emergency service: { $phone_112 }
