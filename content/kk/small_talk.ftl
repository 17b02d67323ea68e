utter_thanks = Оқасы жоқ. Кез келген уақытта жазуға болады.

utter_goodbye = Сау болыңыз. Кез келген уақытта жазуға болады.

utter_out_of_scope = Мұнда құқық, жұмыс, құжат және қауіп туралы сұрақтарға жауап береміз.

utter_ask_rephrase = Бағдарлама түсінбеді. Басқа сөзбен, қысқаша жазыңызшы.

# Said instead where some topics may be meant; their buttons stand under it.
utter_ask_which_topic = Бағдарлама толық түсінбеді. Сәйкес батырма болса, басыңыз. Болмаса, басқа сөзбен, қысқаша жазыңызшы.

# Said instead, while the model is down or has too much to do: other words would not help.
# Doubt: whether "cannot read" sounds like the machine's fault, not the writer's.
utter_unread = Бағдарлама бұл хабарламаны қазір оқи алмай тұр. Тақырыпты таңдаңыз: /menu. Адаммен сөйлесу: /operator. Қауіпті болса: { $phone_112 }.

# Said once when the same message, or too many, come in a row.
# Doubt: "үндемейді" for "is quiet": of a program, is it polite and clear?
utter_flood =
    Бағдарламаға қатарынан көп хабарлама келді, сондықтан әзірге үндемейді. Жаңа сұрақты кейінірек қоюға болады.

    Қауіп туралы кез келген уақытта жазыңыз.
    Шұғыл қызмет: { $phone_112 }

utter_detail = Рақмет. Мұндай жайтты бағдарлама талдай алмайды. Оператор талдай алады.

utter_no_more = Бұл туралы мұнда бұдан артық жазылмаған. Оператор дәлірек айта алады.

# Said instead of calling operators while the store has no room for another request; nothing is kept of it.
# Doubt: "өтініш" for people who write: or "хабарласқандар"?
utter_no_room =
    Қазір өтініш өте көп, сондықтан адамды әзірге шақыру мүмкін емес. Кейінірек қайталап көріңіз: /operator.

    Қауіп туралы кез келген уақытта жазыңыз.
    Шұғыл қызмет: { $phone_112 }
