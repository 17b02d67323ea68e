# The same in every locale: nobody knows yet which language the person reads.
utter_ask_locale =
    Tilni tanlang
    Тилни танланг
    Выберите язык
    Тілді таңдаңыз
    Тилди тандаңыз
    Забонро интихоб кунед
    Choose a language

slot-locale =
    .uz = O‘zbekcha
    .uz-Cyrl = Ўзбекча
    .ru = Русский
    .kk = Қазақша
    .ky = Кыргызча
    .tg = Тоҷикӣ
    .en = English
