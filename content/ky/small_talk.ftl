utter_thanks = Арзыбайт. Каалаган убакта жазса болот.

utter_goodbye = Саламатта калыңыз. Каалаган убакта жазса болот.

utter_out_of_scope = Бул жерде укук, жумуш, документтер жана коркунуч тууралуу суроолорго жооп беришет.

utter_ask_rephrase = Программа түшүнгөн жок. Сураныч, башка сөздөр менен кыскача жазыңыз.

# Said instead where some topics may be meant; their buttons stand under it.
utter_ask_which_topic = Программа толук түшүнгөн жок. Туура келген баскыч болсо, басыңыз. Болбосо, башка сөздөр менен кыскача жазыңыз.

# Said instead, while the model is down or has too much to do: other words would not help.
# doubt: whether "cannot read" sounds like the machine's fault, not the writer's.
utter_unread = Программа бул билдирүүнү азыр окуй албай жатат. Теманы тандаңыз: /menu. Адам менен сүйлөшүү: /operator. Коркунуч болсо: { $phone_112 }.

# Said once when the same message, or too many, come in a row.
# doubt: "унчукпайт" for "is quiet": of a program, is it polite and clear?
utter_flood =
    Программага катары менен көп билдирүү келди, ошондуктан азырынча унчукпайт. Жаңы суроону кийинчерээк берсеңиз болот.

    Коркунуч тууралуу каалаган убакта жазыңыз.
    Өзгөчө кырдаал кызматы: { $phone_112 }

utter_detail = Рахмат. Мындай жагдайды программа талдай албайт. Оператор талдай алат.

utter_no_more = Бул тууралуу бул жерде мындан көп жазылган эмес. Оператор тагыраак айта алат.

# Said instead of calling operators while the store has no room for another request; nothing is kept of it.
# doubt: "кайрылуулар" for people who write: is it clear?
utter_no_room =
    Азыр кайрылуулар өтө көп, ошондуктан адамды азырынча чакырууга болбойт. Кийинчерээк дагы аракет кылыңыз: /operator.

    Коркунуч тууралуу каалаган убакта жазыңыз.
    Өзгөчө кырдаал кызматы: { $phone_112 }
