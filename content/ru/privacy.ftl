### Short words about what is kept, and erasure. The page is pages/privacy.md.

# At most 200 characters: said while an operator is looked for.
# [^own kept] Имя и номер
# [^own reads] Сообщения видят
utter_privacy_brief = Имя и номер телефона мы не храним. Сообщения видят операторы этой линии. У Telegram есть своя копия. Стереть у нас: /delete

utter_ask_erase_confirmed = Стереть у нас всё прямо сейчас? Вернуть это будет нельзя.
    .yes = Да, стереть
    .no = Нет

# Asked instead while a request to the operators is open.
# [^own erases] Просьба к операторам
utter_ask_erase_confirmed_with_request =
    Стереть у нас всё прямо сейчас? Просьба к операторам тоже исчезнет, они её больше не увидят. Вернуть это будет нельзя.

    Если нужно очистить только чат у себя: меню чата, «Очистить историю». Просьба останется.

# [^own erases]
utter_nothing_erased = Хорошо, ничего не стёрто.

# [^own erases] Стёрто
# [^own telegram] Стёрто
# [^own stub] У операторов
# [^own after_erasure] Ещё
utter_erased =
    Стёрто: наша запись, разговор с операторами и сообщения в этом чате моложе { $wall_hours } ч.

    Мы не можем стереть следы в телефоне, копии у Telegram и снимки экрана. У операторов до { $stub_hours } ч может остаться пометка без Ваших слов. Ещё { $stub_hours } ч мы помним, сколько раз Вы звали на помощь, и запрет оператора.

    Чтобы очистить чат в телефоне, откройте его меню. Нажмите «Очистить историю» или «Удалить чат».

# The same for everybody where somebody else may read it: not what was there.
# [^own erases] Стёрто
utter_erased_shortly = Стёрто.

# [^own wiping] Сообщения
# [^own wiping] Пока Вы
# [^own wiping] Самое долгое
utter_ask_wipe_when =
    Сообщения в этом чате удаляются через { $wipe_hours } ч после последнего. Пока Вы говорите с оператором, мы их не удаляем. Самое долгое: { $late_hours } ч.

    Когда удалять? Следы в телефоне и у Telegram могут остаться.
    .hour = Через час
    .day = Через сутки
    .late = Ответы хранить дольше
    .now = Прямо сейчас

# [^own wiping] Удалим
utter_wipe_hour = Хорошо. Удалим через час после последнего сообщения.

# [^own wiping] Удалим
utter_wipe_day = Хорошо. Удалим через { $wipe_hours } ч после последнего сообщения.

# [^own wiping] Ваши слова
# [^own wiping] Ответы программы
utter_wipe_late = Хорошо. Ваши слова удалим через { $wipe_hours } ч. Ответы программы останутся здесь до { $late_hours } ч.

# Left alone in the chat after a quick exit. It must say nothing about what this chat is.
utter_exit = Спасибо. Всего доброго!
