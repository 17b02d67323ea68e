utter_thanks = Пожалуйста. Написать можно в любое время.

utter_goodbye = Всего доброго. Написать можно в любое время.

utter_out_of_scope = Здесь отвечают на вопросы о правах, работе, документах и опасности.

utter_ask_rephrase = Программа не поняла. Напишите, пожалуйста, другими словами, коротко.

# Said instead where some topics may be meant; their buttons stand under it.
utter_ask_which_topic = Программа не совсем поняла. Если какая-то кнопка подходит, нажмите её. Если нет, напишите другими словами, коротко.

# Said instead, while the model is down or has too much to do: other words would not help.
utter_unread = Программа сейчас не может прочитать это сообщение. Выберите тему: /menu. Позвать человека: /operator. Если рядом опасность: { $phone_112 }.

# Said once when the same message, or too many, come in a row.
utter_flood =
    Программа получила много сообщений подряд, поэтому пока молчит. Новый вопрос можно задать позже.

    Об опасности пишите в любой момент.
    Экстренная служба: { $phone_112 }

# After a page, to what is told and not asked: "since five months", "nobody", "he has it".

utter_detail = Спасибо. В таких подробностях программа не разбирается. Разобраться может оператор.

# After a page, where all that it says has been said.
utter_no_more = Больше об этом здесь не написано. Точнее может ответить оператор.

# Said instead of calling operators while the store has no room for another request; nothing is kept of it.
utter_no_room =
    Сейчас очень много обращений, поэтому позвать человека пока не получается. Попробуйте ещё раз позже: /operator.

    Об опасности пишите в любой момент.
    Экстренная служба: { $phone_112 }
