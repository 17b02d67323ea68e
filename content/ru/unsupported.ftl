### What the helpline doesn't take: neither kept nor passed on.

# [^own unsupported] Картинку
utter_unsupported_picture = Картинку мы не сохранили и никому не передали. По ней могут узнать Вас или место. Напишите, пожалуйста, словами.

# [^own unsupported] Голосовое
utter_unsupported_voice = Голосовое мы не слушали, не сохранили и никому не передали. По голосу могут узнать человека. Напишите, пожалуйста, словами.

# [^own unsupported] Файл
utter_unsupported_file = Файл мы не открывали, не сохранили и никому не передали. В нём могут быть личные данные. Напишите, пожалуйста, словами.

# [^own unsupported] Мы его
utter_unsupported_sticker = Стикер программа не понимает. Мы его не сохранили и никому не передали. Напишите, пожалуйста, словами.

# [^own unsupported] Контакт
utter_unsupported_contact = Контакт мы не сохранили и никому не передали. Номера телефонов нам не нужны. Напишите, пожалуйста, словами.

# [^own unsupported] Место на карте
utter_unsupported_location =
    Место на карте мы не сохранили и никому не передали. Мы не следим, где Вы.

    Людей отправляет { $phone_112 }, а не мы. Место можно написать словами, если Вы этого хотите.

# [^own unsupported] Мы его
utter_unsupported_other = Такое сообщение программа не понимает. Мы его не сохранили и никому не передали. Напишите, пожалуйста, словами.

# In danger, below the answer to a voice message or a picture; a question with buttons follows.
utter_one_press = Если можно говорить: { $phone_112 }. Писать необязательно: хватит одного нажатия.
