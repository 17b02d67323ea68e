### While a human is looked for. Nobody has reviewed these texts yet: neither a practitioner nor a
### doctor. Which sentence rests on what: docs/decisions/0032-waiting.md. Somebody else may read them:
### no word names what this chat is about, nothing that was written before is repeated.

# A request without danger: what is true, in one line.
utter_waiting_since = Вы ждёте с { $since }. Пока никто не ответил. Просьба открыта.

## Somebody else may have the phone

# The same for everybody who takes this phone: true, dull, and nothing of what was written.
utter_wait_stranger = Это линия помощи для всех. Чем помочь?

# Once, then nothing. At most 60 characters.
utter_wait_he_comes = Уберите телефон. Напишете, когда будет можно.

# At most 60 characters.
utter_wait_later = Хорошо. Напишете, когда сможете.

# "All is fine" closes nothing; it isn't said here that anything is open.
utter_wait_fine = Хорошо. Написать можно в любое время.

utter_wait_signs =
    Ваше сообщение ушло операторам. Если сейчас писать опасно, не пишите.

    Если опасно: { $phone_112 }

## Answers to what was said

# The officers' line: judgement, from leaflets for travellers; what an officer does isn't promised.
utter_wait_border =
    Любому пограничнику или полицейскому можно сказать: «Меня увозят против моей воли. Помогите». Лучше, когда рядом никто не слышит.

    Что сделает офицер, мы не знаем. Если можно говорить: { $phone_112 }

utter_wait_means =
    Спасибо, что сказали. Уберите это подальше от себя или отойдите сами.

    Если можно, будьте рядом с тем, кому доверяете.

    Если Вы на грани, позвоните: { $phone_103 } или { $phone_112 }

utter_wait_near = Хорошо, что Вы не одни. Если этот человек Вам не опасен, побудьте рядом с ним.

utter_wait_swallowed =
    Скорая: { $phone_103 } или { $phone_112 }. Позвоните сейчас, если можете.

    Не вызывайте рвоту. Сохраните упаковку для врачей.

utter_wait_unconscious =
    Скорая: { $phone_103 } или { $phone_112 }

    Дышит: поверните на бок, голову запрокиньте назад.

    Не дышит: сильно нажимайте на середину груди, снова и снова. В рот ничего не давайте.

utter_wait_bleeding =
    Скорая: { $phone_103 } или { $phone_112 }

    Сильно прижмите рану тканью или рукой. Держите, пока не придёт помощь. То, что торчит из раны, не вынимайте.

utter_wait_cold =
    Уйдите от ветра. Мокрую одежду смените там, где сухо. Укройтесь, закройте голову.

    Не растирайте кожу, не пейте алкоголь. Станет хуже: { $phone_103 } или { $phone_112 }

# For whoever asks whether to go after them, to ask, to go in.
utter_wait_follow =
    Не идите и не езжайте следом. Не спорьте с ними и не расспрашивайте при них.

    Если чья-то жизнь в опасности: { $phone_112 }. Позже, в безопасном месте, запишите, что видели.

utter_wait_meeting =
    Пожалуйста, не ходите на встречу. Скажите взрослому, которому доверяете.

    Если страшно, идите туда, где люди. Позвоните: { $phone_112 }

utter_wait_pictures =
    Вы не виноваты. Больше ничего не отправляйте и не платите.

    Перестаньте отвечать. Их сообщения не удаляйте. Скажите сегодня взрослому, которому доверяете.

utter_wait_afraid =
    Спасибо, что написали об этом. Вы не виноваты. Отвечать можно, когда захочется.

    Если опасно: { $phone_112 }

utter_wait_unnamed = Здесь имя называть не нужно. На { $phone_112 } спрашивают имя и точный адрес.

## One small question a message; each may be ignored

utter_ask_wait_hurt = Кто-нибудь ранен или болен?

utter_ask_wait_call = Вы можете поговорить по телефону так, чтобы Вас не услышали?

utter_wait_call = Позвоните: { $phone_112 }. Спросят, что случилось, точный адрес и имя. Не кладите трубку первыми. Если что-то изменится, позвоните ещё раз.

utter_wait_no_call = Понятно. Можно писать сюда, оператор это увидит. Если станет опасно писать, перестаньте. Вернуться можно позже.

utter_ask_wait_bleeding = Кровь идёт сильно?

# Yes or no only: never what, how much, how.
utter_ask_wait_means = Рядом есть то, чем Вы можете себе навредить?

utter_ask_wait_alone = С Вами сейчас кто-нибудь есть?

utter_ask_wait_acted = Вы уже что-то приняли или сделали с собой?

utter_wait_child = Вы не виноваты. Можно не отвечать тому, кто пугает. Делать то, что он просит, не нужно.

utter_ask_wait_adult = Кто-нибудь из взрослых об этом знает?

utter_wait_tell_adult = Скажите взрослому, которому доверяете: родным, учителю, соседке. Если страшно сейчас: { $phone_112 }

utter_wait_seen_when = Спасибо, что пишете. Когда Вы это видели?

utter_wait_how_many = Сколько там человек, примерно?

utter_ask_wait_child_there = Среди них есть ребёнок?

utter_wait_thanks = Спасибо, что ответили. Оператор это увидит.
