# The same in every locale: nobody knows yet which language the person reads.
utter_ask_locale = Til · Тил · Язык · Тіл · Забон · Language ↓

utter_ask_locale_in_danger = Til · Тил · Язык · Тіл · Забон · Language

slot-locale =
    .uz = O‘zbekcha
    .uz-Cyrl = Ўзбекча
    .ru = Русский
    .kk = Қазақша
    .ky = Кыргызча
    .tg = Тоҷикӣ
    .en = English
