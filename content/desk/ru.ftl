### Что читают операторы в своей группе и от бота операторов. Человеку отсюда ничего не попадает.
### Тексты приходят вместе с программой и действуют после перезапуска бота операторов.

## Карточка запроса

card-urgency = срочность: { $urgency }, { $why }
card-topic = тема: { $topic }
card-language = язык: { $language }
card-claimed = у оператора { $name }; ждали { $span }
card-aside = отложено до { $until }
card-waiting = ждёт с { $since } ({ $span })
card-last-word = последнее сообщение: { $span } назад
card-told = уже сказано: { $texts }
card-for = для кого: { $whom }
card-as-of = на { $time }
whom-language = кто говорит: { $language }
whom-topic = кто знает тему: { $topic }
why-danger = есть признаки опасности или так решил оператор
why-reopened = продолжение после закрытия
why-asked = просит позвать человека
why-signs = признаки рядом с опасностью: за человеком смотрят или телефон ненадёжен
why-minor = нет 18 лет
urgency-emergency = экстренная
urgency-high = высокая
urgency-normal = обычная
span-moment = меньше минуты
span-minutes = { $minutes } мин
span-hours = { $hours } ч { $minutes } мин
language-ru = русский
language-en = английский
language-kk = казахский
language-uz = узбекский
language-uz-Cyrl = узбекский, кириллица
language-ky = кыргызский
language-tg = таджикский
topic-danger = опасность
topic-medical = здоровье
topic-self_harm = самоубийство, вред себе
topic-minor = нет 18 лет
topic-person = просит человека

## Предупреждения и пометки

notice-urgency_raised = ⬆️ новые признаки опасности: срочность повышена
notice-locale_changed = 🌐 человек сменил язык
notice-nobody_claimed = ⏱ запрос ещё никто не взял
notice-still_unclaimed = ⏱ прошло 10 минут, запрос никто не взял
notice-silent_after_threat = 🔇 молчание после угрозы: 15 минут ни одного сообщения
notice-watched = 👁 переписку может читать кто-то ещё: пишите коротко, первыми не пишите
notice-unwatched = 👁 человек говорит, что переписку больше никто не читает
notice-person_left = 🚪 человек заблокировал бота: сообщения не доходят
notice-person_returned = 🚪 человек вернулся
notice-withdrawn = человек больше не просит оператора
notice-erased = человек всё стёр
notice-chat_wiped = 👁 человек очистил чат: Ваше последнее сообщение могли не прочитать
notice-operator_silent = ⏱ оператор слишком долго молчал: запрос снова в очереди
notice-woken = ⏰ больше не отложено: время вышло или человек написал
notice-muted_before = 🔇 этого человека раньше заглушил оператор; это срочное сообщение
notice-not_corrected = ✏️ исправление уже не дошло до человека
notice-child = 🧒 ребёнок: человек пишет, что ему нет 18 лет
notice-style_changed = ❓ пишут иначе, чем раньше: возможно, это другой человек. Не спрашивайте о том, что может навредить
notice-set_back = ⚠️ после сбоя сервера последних сообщений может не хватать. Спросите заново, безопасно ли писать
notice-not_in_danger = 🟡 не опасно: так нажал человек (или кто-то с его телефоном). Срочность снизить можете только Вы: /urgency
notice-danger_again = ⬆️ снова признаки опасности, хотя раньше было «мне не опасно»
note-operator_gone = ↩️ оператор ушёл: запрос снова в очереди
note-transferred = ↪️ передано: запрос ждёт другого оператора
note-aside = 💤 отложено; сообщение человека вернёт запрос в очередь
unsupported-picture = фото или видео
unsupported-voice = голосовое сообщение
unsupported-file = файл
unsupported-sticker = стикер
unsupported-contact = контакт
unsupported-location = место на карте
unsupported-other = не текст
line-unsupported = (прислано: { $what }; мы это не сохраняем)
line-unreadable = (сообщение, которое уже нельзя открыть)
line-asked = (вопрос: { $name })
line-sent = (отправлено: { $name })

## Что человек сказал о положении

card-facts = сказано, по порядку (≈ так программа поняла слова):
ask-groups = О чём спросить? Человек прочтёт вопрос на своём языке и ответит кнопкой.
button-ask-groups = Все группы
card-fact = { $time } { $what }
card-fact-inferred = { $time } ≈ { $what }
fact-stranger = телефон, возможно, у другого: спрашивает, кто и что писал
fact-he_is_here = тот, кого боятся, рядом
fact-he_comes = тот, кого боятся, идёт
fact-later = сейчас не может писать
fact-joke = говорит: шутка или ошибка. Срочность снижаете только Вы
fact-all_fine = говорит: всё хорошо, не надо. Срочность снижаете только Вы
fact-he_has_gone = снова пишет; тот, кого боятся, ушёл или спит
fact-means_at_hand = под рукой то, чем можно себе навредить
fact-swallowed = уже что-то принято или сделано
fact-unconscious = кто-то без сознания или не дышит
fact-bleeding = сильное кровотечение
fact-hurt = ранен, болен или становится хуже
fact-cold = замерзает
fact-at_border = на границе или в аэропорту
fact-moved = везут
fact-escaped = удалось уйти
fact-held = не может выйти
fact-meeting = назначена встреча, или за человеком приедут
fact-pictures = давят снимками
fact-afraid = боится или стыдится
fact-not_my_phone = телефон чужой, его проверяют или может ответить другой
fact-own_minor = говорит, что нет 18
fact-third_party = пишет о другом человеке

## Кнопки и ответы на нажатие

button-claim = Взять
button-claim-named = Взять { $name }
button-release = Вернуть программе
button-requeue = Назад в очередь
button-close = Закрыть
button-close-informed = Закрыть: ответили
button-close-referred = Закрыть: направили
button-close-emergency = Закрыть: экстренные службы
button-close-silent = Закрыть: не отвечает
button-close-other = Закрыть: другое
button-agree = Согласиться
button-lift = Снять заглушение
done-claim = Запрос Ваш. Всё, что Вы пишете в этой теме, уходит человеку.
done-release = Снова отвечает программа.
done-requeue = Запрос снова в очереди.
done-ask = Вопрос задан. Ответ придёт сюда.
done-close = Закрыто. Тема будет удалена.
done-agree = Сделано: этого хотели двое.
done-lift = Заглушение снято.

## Вызовы, заглушения, стирание, посторонние

call-shift = 🔴 ЭКСТРЕННО: запрос ещё никто не взял. Все, кто на смене ({ $count }): возьмите, пожалуйста.
call-again = 🔴 ЭКСТРЕННО, второй вызов: до сих пор никто не взял. Все, кто на смене ({ $count })!
call-supervisors = 🔴 ЭКСТРЕННО, старшие операторы: запрос никто не взял 3 минуты.
call-backup = 🔴 ЭКСТРЕННО: никто не взял 10 минут. Зовём резерв.
call-nobody-on-shift = На смене никого нет: просим любого, кто это читает. Сначала мне лично: /on и код.
call-taken = ✅ { $name }: взял оператор { $operator }
call-over = ☑️ { $name }: больше не ждёт
words-left-out = ⚠️ Пока человек ждал, он написал очень много. Ниже первые сообщения и последние; часть тех, что были между ними, не сохранилась.
words-not-kept = ⚠️ Человек пишет быстрее, чем группа успевает принять. Часть последних сообщений не сохранилась.
backup-call =
    { $count ->
        [one] 🔴 { $count } экстренный запрос ждёт 10 минут, и ни один оператор не ответил.
        [few] 🔴 { $count } экстренных запроса ждут 10 минут, и ни один оператор не ответил.
       *[other] 🔴 { $count } экстренных запросов ждут 10 минут, и ни один оператор не ответил.
    } Пожалуйста, посмотрите в группу операторов.
mute-review = 🔇 Оператор { $operator } заглушил запрос { $ticket } до { $until }. Срочное сообщение всё равно дойдёт. Старшие операторы: пожалуйста, проверьте.
stub-title = стёрто
stub-card = Человек всё стёр. Вы можете написать один раз: следующее сообщение в этой теме уйдёт человеку без звука, и тема исчезнет. Телефон может быть в чужих руках. Без сообщения тема исчезнет через два часа после стирания.
stub-again = 🔁 Тот же человек написал снова, после стирания: { $name }, тревога { $count } за час. Никого не звали; она на доске. Взять: /claim { $name }
stranger = ⚠️ В группе кто-то, кого нет в списке операторов, и он всё читает. Telegram не даёт мне его удалить. Старшие операторы: удалите его сами, сейчас.

## Признаки нападения: на табло, и раз в день с вызовом

alarm-intake-webhook = У бота для людей чужой вебхук: кто-то мог узнать его токен и читает всё. Сразу сообщите тому, кто ведёт сервер: BotFather, /revoke.
alarm-desk-webhook = У этого бота операторов чужой вебхук: кто-то мог узнать его токен и читает всё. Сразу сообщите тому, кто ведёт сервер: BotFather, /revoke.
alarm-intake-poller = Кто-то ещё забирает сообщения бота для людей: возможно, у него есть токен. Сразу сообщите тому, кто ведёт сервер.
alarm-desk-poller = Кто-то ещё забирает сообщения этого бота операторов: возможно, у него есть токен. Сразу сообщите тому, кто ведёт сервер.
alarm-group-public = Эта группа публичная: у неё есть имя, по которому её найдёт каждый. Сделайте её частной.
alarm-group-members-invite = Каждый участник может добавлять других. Уберите это право у участников.
alarm-group-not-protected = Из группы можно пересылать и сохранять. Включите «Запретить копирование».
alarm-group-crowd = В группе больше людей, чем операторов и этот бот. Просмотрите список участников; уберите тех, кого не знаете.
alarm-group-strange-admin = Администратор группы не записан здесь. Запишите его или заберите у него группу.
alarm-group-no-right = Я не могу никого заблокировать: чужой мог бы остаться и читать. Дайте мне право блокировать участников.
alarm-group-not-put-out = В группе есть тот, кому здесь быть нельзя, и Telegram не даёт мне его удалить. Удалите его сами.
operator-suspended = ⚠️ { $name }: удалили из группы, делать больше ничего нельзя; обращения снова ждут. Старший оператор может вернуть: /restore { $name }
stranger-put-out = ⚠️ В группу вошёл тот, кто не записан. Я его удалил. Старшим: кто будет здесь работать, сначала записывается, потом входит.

## Какие тексты показываются

texts-live =
    📝 Показываются новые тексты: № { $number }, подписали: { $signers }. Кто подписал, сверяет слова:

    { $words }
texts-live-again =
    ↩️ Снова показываются прежние тексты: № { $number }, подписали: { $signers }. Кто подписал, сверяет слова:

    { $words }
texts-refused = ⚠️ Опубликованы тексты, которых бот не принял: { $why }. Он показывает то же, что раньше. Старшие операторы: спросите тех, кто публикует.
texts-refused-at-start = ⚠️ Опубликованы тексты, которых бот не принял: { $why }. Он показывает те, что пришли с программой. Старшие операторы: спросите тех, кто публикует.
texts-why-unreadable = их нельзя прочесть
texts-why-no_publishers = у бота нет списка тех, кто публикует
texts-why-other_deployment = они подписаны для другой линии
texts-why-not_enough = их подписали не все, кто нужен
texts-why-lower = они старше того, что показывается, или самой программы
texts-why-missing = их больше нет
texts-why-other_texts = это не то, что было подписано
texts-why-faulty = программа нашла в них ошибки

## Доска

board-head = Очередь на { $time }: ждут { $count }
board-urgency = { $urgency }: { $count }, первый ждёт { $span }
board-more = и ещё { $count }: /next берёт первый
board-equal = ещё { $count } с такими же первыми словами: { $names }
board-claimed = в работе: { $loads }
board-none = нет
board-on-shift = на смене: { $names }
board-nobody = никого
board-late = ждут слишком долго: { $count }
board-again = 🔁 снова, после стирания ({ $count })
health-closed = сейчас нерабочее время; откроемся { $opening }
health-exceptional = сегодня особый день: { $reason }

## Почему что-то не сделано

refused-no-ticket = Этого запроса больше нет: его закрыли или человек всё стёр.
refused-conflict = В ту же секунду действовал кто-то ещё. Ничего не сделано; попробуйте ещё раз.
refused-no-key = У этого процесса нет ключа для { $purpose }.
refused-claim-taken = Этот запрос уже взяли.
refused-reply-unclaimed = Не отправлено. Сначала возьмите запрос, потом пишите.
refused-say-unclaimed = Не отправлено. Сначала возьмите запрос.
refused-edit-unclaimed = Не исправлено. Сначала возьмите запрос.
refused-unsend-unclaimed = Не удалено. Сначала возьмите запрос.
refused-release-unclaimed = Этот запрос ещё никто не взял.
refused-requeue-waiting = Этот запрос и так ждёт в очереди.
refused-mute-unclaimed = Сначала возьмите запрос и прочитайте его, потом решайте о заглушении.
refused-over = Этот запрос завершён. Ничего не отправлено.
refused-reply-others = Не отправлено: этот запрос у другого оператора.
refused-edit-others = Не исправлено: этот запрос у другого оператора.
refused-unsend-others = Не удалено: этот запрос у другого оператора.
refused-release-others = Вернуть запрос программе может только оператор, который его взял.
refused-sleep-others = Отложить запрос может только оператор, который его взял.
refused-others = Это может сделать только оператор, который взял запрос, или старший оператор.
refused-sleep-emergency = Экстренный запрос отложить нельзя. Верните его в очередь или понизьте срочность.
refused-close-unclaimed = Не закрыто: это экстренный запрос, и его ещё никто не взял. Сначала возьмите и прочитайте его.
refused-supervisors-only = Это может только старший оператор.
refused-mute-over = Это заглушение уже закончилось.
refused-capacity = Запросов у Вас: { $own }, а Ваш предел: { $capacity }. Сначала завершите один или измените предел: /capacity.
refused-urgency = Напишите, насколько это срочно: /urgency экстренная, высокая или обычная.
refused-unknown-command = Не отправлено: такой команды нет. Есть /claim, /release, /requeue, /close, /transfer, /urgency, /sleep, /mute, /say, /ask и /delete в ответ на своё сообщение; строка, которая начинается с //, видна только операторам.
refused-talk-command = Не отправлено: здесь у оператора есть { $commands }.
refused-outcome = Не закрыто: напишите, чем закончилось: /close и одно из слов: ответили, направили, экстренные службы, не отвечает, другое. Или нажмите кнопку на карточке.
refused-transfer = Кому? Напишите /transfer и кодовое имя коллеги, язык (например, uz) или одну из тем: { $topics }. После этого можно добавить пометку.
refused-until = До какого времени? Напишите, например, 30m (минуты), 2h (часы) или 18:00 (время Казахстана), не больше { $hours } ч вперёд.
refused-no-question = Не отправлено: такого вопроса нет. Все вопросы покажет /ask.
refused-no-text = Не отправлено: такого текста нет. Что есть, покажет /find и слово.
refused-delete-how = Чтобы удалить своё сообщение у человека, ответьте на него командой /delete.
refused-delete-note = Это сообщение видели только операторы: человек его не получал.
refused-edit-to-note = Если это сообщение ушло человеку, у него осталась первая версия: чтобы удалить её, ответьте на сообщение командой /delete.
refused-say-how-it-ended = Укажите, чем закончилось: нажмите кнопку на карточке.
refused-only-text = Не отправлено: человеку можно отправить только текст.
refused-slip = Не отправлено: похоже на пометку или команду с опечаткой. Пометка начинается с //; чтобы отправить это человеку, начните с другого знака.
refused-not-enrolled = Ничего не сделано: Вас нет в списке операторов. Код даёт старший оператор.
refused-suspended = Вас удалили из группы операторов: вернуть вас может старший оператор.
refused-anonymous = Не отправлено: Вы пишете от имени группы. Выключите анонимность и напишите снова.
refused-tries = Слишком много неверных кодов. Попробуйте через час.
refused-code = Такого кода нет. Код действует один раз и 24 часа: попросите новый.
refused-no-operator = Оператора с таким кодовым именем нет.
refused-no-operator-any-more = Вы больше не оператор этой линии.
refused-name-taken = Это кодовое имя уже занято: выберите другое.
refused-name = Кодовое имя: от 2 до 20 букв или цифр, без пробелов, например Heron. Пожалуйста, не берите своё настоящее имя.
refused-capacity-number = Напишите число от 1 до { $most }, например /capacity 3.
refused-privately = Напишите это мне лично: здесь это прочитают все.
refused-enrol-how = Напишите /enrol КОД ИМЯ, где ИМЯ — кодовое имя, которое Вы выбираете сами.
refused-languages = Напишите свои языки, лучший первым, из списка: { $known }.
refused-topics = Напишите темы, которые Вы знаете, из списка: { $known }.
refused-audit-how = Напишите /audit и кодовое имя: запроса или оператора.
refused-off-shift = Не сделано: Вы не на смене. Напишите мне лично: /on и шесть цифр из приложения.
refused-no-factor = У Вас ещё нет ключа для кодов. Его делает тот, кто ведёт сервер: helpline operator totp и Ваше кодовое имя.
refused-code-how = Напишите /on и шесть цифр из приложения для кодов, например /on 123456.
refused-code-wrong = Это не код этой минуты. Посмотрите в приложение ещё раз; верно ли идут часы телефона?
refused-code-used = Этот код уже использован. Подождите следующий, не больше полминуты.
refused-name-script = Кодовое имя пишется либо только латиницей, либо только кириллицей, чтобы никто не был похож на другого.
refused-needs-second = Для этого нужен второй старший оператор.
refused-own-proposal = Вы сами об этом попросили: согласиться должен другой старший оператор.
refused-no-proposal = Согласиться уже нельзя: это сделано, прошёл час, или попросивший больше не вправе.
refused-no-invitation = Такого кода нет. /invitations показывает действующие.
refused-role = Роль: operator (оператор), supervisor (старший оператор) или editor (редактор).

## Ответы бота операторов

office-welcome = Этот бот для операторов линии помощи. С кодом от старшего оператора: /enrol КОД ИМЯ, где ИМЯ — кодовое имя, которое Вы выбираете сами, например Heron.
office-help = Смена: /on и код, /off. О Вас: /name, /languages, /topics, /capacity. Взять первый подходящий запрос: /next. Ваши запросы: /mine. Найти готовый текст: /find. Очередь: /health. Для старших: /operators, /invite, /invitations, /revoke, /role, /remove, /restore, /audit.
office-enrolled = Здравствуйте, { $name } ({ $role }). Войдите в группу по ссылке. Чтобы начать смену, напишите мне: /on и шесть цифр из приложения.
office-on = { $name }: на смене.
office-off = { $name }: не на смене. Ваши запросы остаются у Вас, пока Вы их не вернёте, но отвечать можно только на смене.
office-nobody-waits = Никто не ждёт.
office-yours = { $name } теперь Ваш: тема сейчас появится.
office-closed-several = Закрыто: { $count }. Не закрыто: { $left }. Тревога, которую никто не взял, закрывается только вместе со взятой с такими же первыми словами.
office-mine-none = У Вас нет запросов.
office-mine = { $mark } { $name } ({ $language }), { $since }
office-mine-owed = ждёт Вашего ответа до { $time }
office-mine-answered = Вы ответили
office-none-found = Текста с такими словами нет.
office-more-found = и ещё { $count }: добавьте слов
office-name = Теперь Вы { $name }.
office-languages = Ваши языки: { $languages }.
office-topics = Ваши темы: { $topics }.
office-all-topics = все
office-capacity = Одновременно не больше { $capacity }; экстренные сверх этого.
office-invite =
    Роль: { $role }. Один раз, в течение 24 часов, лично этому боту:
    /enrol { $code } ИМЯ
office-removed = { $name } больше ничего не может сделать; снова ждут запросов: { $count }.
office-role = { $name }: теперь { $role }.
office-restored = { $name }: снова можно работать. В группу входят по ссылке.
office-secret =
    Ваш ключ для кодов:
    { $secret }
    Введите его в приложение для кодов, лучше на другом телефоне. Потом напишите мне /on и шесть цифр: это сообщение будет удалено. Никому его не показывайте.
office-on-delete = { $name }: на смене. Удалите сообщение с ключом сами: у меня не вышло.
office-invitation = { $label }: { $role }, от { $name }, { $time }
office-invitations-none = Действующих кодов нет.
office-revoked = { $label }: по этому коду больше никто не войдёт.
office-asked =
    Для этого нужен второй старший оператор. Я спросил в группе; есть час.
    Если второго нет, соглашается тот, кто ведёт сервер: helpline operator agree { $token }
office-audit-broken = ⚠️ Этот список меняли вручную: записи убрали, вернули или переставили. Сообщите тому, кто ведёт сервер.
office-audit-foreign = ⚠️ Чужих записей: { $count }, они не показаны. Сообщите тому, кто ведёт сервер.
proposal = 🔑 { $name } просит: { $what }. Отменить это нельзя, поэтому нужен второй старший оператор. Сначала спросите, лучше голосом, правда ли это.
proposal-agreed = ✅ { $name }: согласие с тем, о чём просит { $asked }.
propose-invite = пригласить старшего оператора
propose-remove = убрать { $name } из списка
propose-role = дать { $name } роль: { $role }
propose-restore = снова пустить { $name } к работе
office-audit-empty = За последние семь дней ничего нет.
operator-line = { $name } · { $role } · { $shift } · языки: { $languages } · не больше { $capacity }
operator-no-languages = не указаны
role-operator = оператор
role-supervisor = старший оператор
role-editor = редактор
shift-on = на смене
shift-off = не на смене

## Меню команд. Его видит и тот, кто смотрит через плечо: ни дел, ни опасности здесь не называем.

command-on = начать смену, с кодом
command-off = закончить смену
command-next = взять следующий
command-mine = что сейчас у меня
command-health = как очередь
command-find = готовые тексты
command-languages = мои языки, лучший первым
command-topics = что я знаю лучше всего
command-capacity = сколько одновременно
command-name = другое кодовое имя
command-claim = взять этот
command-ask = спросить кнопками на языке человека
command-say = отправить готовый текст
command-transfer = передать: коллега, язык, тема
command-requeue = назад в очередь
command-sleep = отложить: 30m, 2h, 18:00
command-urgency = насколько срочно
command-release = снова отвечает программа
command-close = закрыть; чем закончилось
command-delete = удалить сообщение, на которое отвечаете
command-mute = заглушить на время

## Пульт в браузере

console-title = Пульт линии помощи
console-rooms = Разделы
console-room-desk = Обращения
console-room-texts = Тексты
console-queue = Очередь
console-conversation = Разговор
console-demo = Это демонстрация: настоящих людей здесь нет. Кто вы?
console-no-way-in = Войти сюда пока нельзя. Пульт — в группе операторов.
console-role-operator = Оператор
console-role-supervisor = Старший оператор
console-role-editor = Редактор
console-begin-shift = Начать смену
console-end-shift = Закончить смену
console-leave = Выйти
console-live = связь есть
console-cut = Связи нет: на экране может быть старое. Подключится само.
console-failed = Не получилось. Ничего не сделано, или это неизвестно: попробуйте ещё раз.
console-mine = Ваши
console-waiting = Ждут
console-others = У коллег
console-more = и ещё { $count }
console-since = ждёт: { $span }
console-choose = Выберите запрос в очереди.
console-back = Назад
console-card = Что известно
console-said = Что сказано
console-claim-to-read = Возьмите запрос, чтобы прочитать написанное.
console-of-another = Запрос у { $name }. Сказанное читает только тот, кто его взял.
console-lost = Раньше было ещё строк: { $count }. Для них не хватило места.
console-person = Человек
console-program = Программа
console-delivery-waiting = в пути
console-delivery-sent = в Telegram
console-delivery-blocked = не доставлено: человек заблокировал бота
console-delivery-failed = не доставлено
console-corrected = исправлено
console-deleted = отозвано
console-correct = Исправить
console-delete = Отозвать
console-correcting = Вы исправляете своё сообщение.
console-message = Сообщение
console-note = Заметка для коллег
console-send = Отправить
console-keep = Сохранить заметку
console-send-hint = Enter отправляет, Shift и Enter — новая строка
console-how-ended = Чем закончилось?
console-cancel = Отмена
console-keys = Клавиши
console-keys-on = Включить клавиши
console-key-j = следующий запрос
console-key-k = предыдущий запрос
console-key-c = взять
console-key-r = писать сообщение
console-key-n = писать заметку
console-key-x = закрыть
console-key-q = к очереди
console-refused-length = Не отправлено: в сообщении от 1 до { $most } знаков.
console-refused-off-shift = Не сделано: сначала начните смену.

## console: the editors' studio

studio-parts = Разделы мастерской
studio-work = Работа
studio-flows = Диалоги
studio-numbers = Телефоны
studio-files = Файлы
studio-no-backup = копии в другом месте нет
studio-backed-up = копия сделана в { $time }
studio-backup-failed = Копия в { $time } не получилась. Сохранённое остаётся здесь; попытка повторится.
studio-apart = Те же строки изменили и в другом месте: { $files }. Ничего не смешано; решить должен тот, кто знает git.
studio-read-only = Тексты здесь можно только читать: консоли не дали папки, чтобы сохранять (HELPLINE_CONTENT).
studio-by-hand = Кто-то изменил файлы в папке вручную: { $files }. Пока их не закоммитят или не вернут, сохранить ничего нельзя.
studio-other-branch = Не сохранено: кто-то переключил папку на ветку { $branch }. Она должна стоять на studio.
studio-moved = Не сохранено: в тот же миг записал кто-то ещё. Сохраните снова.
studio-locked = Не сохранено: в папке сейчас работает другая программа git ({ $file }). Попробуйте ещё раз; если так и останется, пусть посмотрит программист.
studio-no-text = Текста { $name } нет.
studio-changed-meanwhile = Не сохранено: то же предложение тем временем изменили ({ $name }: { $why }). Ваши слова остались здесь.
studio-say-why = Не сохранено: скажите коротко, зачем меняете (до { $most } знаков).
studio-say-heard = Не сохранено: напишите, что услышали (до { $most } знаков).
studio-saved = Сохранено.
studio-nothing-to-save = Ничего не изменилось, сохранять нечего.
studio-merged = В тексте теперь и чужая правка: просмотрите его целиком.
studio-unsigned = Подпись проверявшего снята: она была под прежними словами.
studio-call-saved = Записано.
studio-find = Найти текст
studio-find-words = Слова, имя или сноска
studio-find-go = Найти
studio-find-hint = Слова, как их читает человек, например «точно не знаем»; имя, например police; сноска, например law 17(1).
studio-nothing-found = На этом языке таких слов нигде нет.
studio-language = Язык
studio-to-do = Что нужно сделать
studio-mine = моё
studio-all = всё
studio-kind = Вид
studio-counts = Работа по языкам
studio-kind-refused = Юрист сказал «нет»
studio-kind-missing = Нет текста
studio-kind-stale = Отстали от русского
studio-kind-overdue = Срок проверки прошёл
studio-kind-number = Номера без свежего звонка
studio-kind-doubt = Сомнения
studio-kind-unsigned = Никем не подписаны
studio-why-refused = Эти предложения нельзя опубликовать, пока они не изменены.
studio-why-missing = По-русски текст есть, на этом языке ещё нет.
studio-why-stale = Русский текст изменился после того, как их сравнили.
studio-why-overdue = День следующей проверки прошёл.
studio-why-number = Позвоните и запишите, что услышали. Скрытый номер убирает из текстов свою строку.
studio-why-doubt = В чём не уверен переводчик или юрист.
studio-why-unsigned = Эти страницы не читал ни юрист, ни носитель языка.
studio-nothing-to-do = Здесь делать нечего.
studio-translate-next = Перевести следующий
studio-withheld = скрыта до проверки
studio-broken = Тексты нельзя показать
studio-open-file = Открыть файл
studio-unreadable = Так файл не прочитать.
studio-not-there-yet = На языке { $locale } этого текста ещё нет.
studio-is-stale = Русский текст изменился после сравнения с этим. Отмечено, что убрали и что добавили.
studio-other-languages = Этот текст на других языках
studio-source = По-русски
studio-words = Слова
studio-bubble = Сообщение { $name }
studio-button = Кнопка { $name }
studio-button-words = Слова на кнопке
studio-note = Заметки для коллег
studio-note-hint = Их никому не отправляют. Здесь стоят сноски, например [^law 17(1)], и сомнения: «doubt: …».
studio-doubts = Сомнения
studio-doubts-hint = По одному в строке, для следующего проверяющего.
studio-read-back = Обратный перевод на русский
studio-read-back-hint = Переведите свой текст обратно, не подглядывая, и сравните: кто решает, «может» или «должен», числа, «не». Это не хранится.
studio-doubt = Сомнение для носителя языка
studio-same-as-source = Сравнено: здесь сказано то же, что по-русски.
studio-same-as-program = Сравнено: сказанное о нас — то, что делает программа.
studio-why = Зачем Вы это меняете?
studio-save = Сохранить
studio-next = Дальше: { $name }
studio-theirs = Что там сохранено сейчас
studio-theirs-hint = Соберите из обоих верное и продолжайте. Ничего не потеряно: оба здесь.
studio-mine-again = Собрано из обоих
studio-unsaved = Вы ещё не сохранили.
studio-phone = На телефоне
studio-no-findings = Исправлять нечего.
studio-as-sent = Как это придёт · { $locale }
studio-where-said = Где это говорится
studio-in-emergency = Это читают и люди в опасности.
studio-reach = Шагов, где это сказано: { $steps }. Диалогов: { $flows }.
studio-danger = опасность
studio-by-program = Программа говорит это сама, между диалогами.
studio-by-operators = Это отправляют операторы: /say { $name }
studio-in-deck = Это из колоды вопросов.
studio-taken-in = Входит в
studio-will-lag = Если изменить, отстанут переводы: { $locales }.
studio-terms = Слова из глоссария
studio-history = История
studio-show-history = Показать, кто менял и зачем
studio-no-history = История здесь не хранится.
studio-flows-hint = Нарисованы по своим описаниям. Порядок меняют программисты; слова каждого шага — Ваши.
studio-begins-with = Начинается со слов, которые значат:
studio-comes-from = Сюда приходят из:
studio-chart = Диалог в рисунке
studio-step-say = говорит
studio-step-ask = спрашивает
studio-step-do = делает
studio-step-handover = зовёт человека:
studio-step-flow = продолжается в
studio-step-set = запоминает
studio-step-branch = развилка
studio-edit = Изменить { $name }
studio-numbers-hint = Номер, который нужно подтверждать, показывают { $days } дней после пробного звонка.
studio-number-shown = показан
studio-number-hidden = скрыт
studio-last-call = Последний звонок: { $day }
studio-no-call = Туда ещё никто не звонил
studio-no-test-calls = номер экстренной службы: показан всегда, для пробы туда не звонят
studio-call-now = позвоните
studio-heard = Что услышали? Кто ответил, на каких языках, сколько стоит
studio-called-today = Звонили сегодня
studio-without = Что, если { $number } исчезнет?
studio-loses = Текстов, где пропадёт строка: { $count }
studio-nothing-left = ничего не останется
studio-no-text-names-it = Ни один текст его не называет.
studio-files-hint = Файлы целиком, как они лежат в папке. Предложения и страницы удобнее менять на их собственных страницах.
studio-file-hint = Меняйте только то, что знаете. Строки, которых Вы не тронули, останутся как есть.
