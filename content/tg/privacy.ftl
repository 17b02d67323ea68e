### Short words about what is kept, and erasure. The page is pages/privacy.md.

# At most 200 characters: said while an operator is looked for.
utter_privacy_brief = Ном ва рақами телефонро нигоҳ намедорем. Паёмҳоро операторҳои ин хадамот мебинанд. Telegram нусхаи худро дорад. Аз мо пок кардан: /delete

utter_ask_erase_confirmed = Ҳамаашро худи ҳозир аз мо пок кунем? Баъд баргардондан мумкин нест.
    .yes = Ҳа, пок кунед
    .no = Не

utter_nothing_erased = Хуб, ҳеҷ чиз пок нашуд.

# doubt: the phone's menu words are given in Russian with the Tajik sense, because most phones show Telegram in Russian.
utter_erased =
    Пок шуд: сабти мо, суҳбат бо операторҳо ва паёмҳои { $wall_hours } соати охир дар ин чат.

    Изҳо дар телефон, нусхаҳои Telegram ва скриншотҳоро пок карда наметавонем. Дар назди операторҳо то ду соат қайд бе суханони Шумо монданаш мумкин.

    Барои тоза кардани чат дар телефон менюи онро кушоед. Тугмаи «Очистить историю» (тоза кардан) ё «Удалить чат» (нест кардан)-ро пахш кунед.
