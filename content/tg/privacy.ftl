### Short words about what is kept, and erasure. The page is pages/privacy.md.

# At most 200 characters: said while an operator is looked for.
utter_privacy_brief = Ном ва рақами телефонро нигоҳ намедорем. Паёмҳоро операторҳои ин хати кӯмак мебинанд. Telegram нусхаи худро дорад. Навиштаҳои назди моро пок кардан: /delete

utter_ask_erase_confirmed = Ҳар чӣ назди мост, ҳамаашро худи ҳозир пок кунем? Баъд баргардондан мумкин нест.
    .yes = Ҳа, пок кунед
    .no = Не

# Asked instead while a request to the operators is open.
utter_ask_erase_confirmed_with_request =
    Ҳар чӣ назди мост, ҳамаашро худи ҳозир пок кунем? Дархост ба операторҳо ҳам нест мешавад, онҳо онро дигар намебинанд. Баъд баргардондан мумкин нест.

    Агар танҳо чати худатонро тоза кардан лозим бошад: менюи чат, «Очистить историю» (тоза кардан). Дархост мемонад.

utter_nothing_erased = Хуб, ҳеҷ чиз пок нашуд.

# Doubt: the phone's menu words are given in Russian with the Tajik sense, because most phones show Telegram in Russian.
# doubt: "манъ" for an operator's block, and the order of the sentence: is it clear?
utter_erased =
    Пок шуд: сабти мо, суҳбат бо операторҳо ва паёмҳои { $wall_hours } соати охир дар ин чат.

    Изҳо дар телефон, нусхаҳои Telegram ва скриншотҳоро пок карда наметавонем. Дар назди операторҳо то { $stub_hours } соат қайд бе суханони Шумо монданаш мумкин. Боз { $stub_hours } соат дар ёд дорем, чанд бор ёрӣ хостед, ва манъи операторро.

    Барои тоза кардани чат дар телефон менюи онро кушоед. Тугмаи «Очистить историю» (тоза кардан) ё «Удалить чат» (нест кардан)-ро пахш кунед.

# The same for everybody where somebody else may read it: not what was there.
utter_erased_shortly = Пок шуд.

# Doubt: does the choice of times read naturally?
utter_ask_wipe_when =
    Паёмҳои ин чат { $wipe_hours } соат баъди паёми охирин пок мешаванд. То бо оператор гап мезанед, онҳоро пок намекунем. Дертараш: { $late_hours } соат.

    Кай пок кунем? Дар телефон ва дар Telegram изҳо монданашон мумкин.
    .hour = Баъди як соат
    .day = Баъди як шабонарӯз
    .late = Ҷавобҳо дертар монанд
    .now = Худи ҳозир

utter_wipe_hour = Хуб. Як соат баъди паёми охирин пок мекунем.

utter_wipe_day = Хуб. { $wipe_hours } соат баъди паёми охирин пок мекунем.

utter_wipe_late = Хуб. Суханони Шуморо баъди { $wipe_hours } соат пок мекунем. Ҷавобҳои барнома дар ин ҷо то { $late_hours } соат мемонанд.

# Left alone in the chat after a quick exit. It must say nothing about what this chat is.
utter_exit = Ташаккур. Саломат бошед!
