### Labels that many questions share, and the line under pages that nobody has reviewed.

value-yes = Ha
value-no = Yo‘q
value-skip = O‘tkazib yuborish
value-stop = Tugatish
value-menu = Bosh menyu
value-person = Operatorga yozish
value-more = Batafsil
value-seen = Chatni kim ko‘radi
value-erase = Hammasini o‘chirish
value-wiping = Qachon o‘chirish
value-exit = Tozalab chiqish
value-cancel = Bekor qilish
value-back = Orqaga
# doubt: shortened to fit a button; does a child understand “kattalar” (grown-ups) here?
value-under_18 = 18 dan yosh, kattalar kerak
value-count_days = Kunlarni hisoblash
value-plan = Yo‘l oldidan reja

utter_unreviewed = Bu matnni yurist hali tekshirmagan. Operatordan so‘rang.

# Instead of a page that is marked `withheld_until_reviewed`, until its review.
# doubt: written without a native speaker; does it read as “only for now”?
utter_withheld = Bu javobni yurist hali tekshirmagan, shuning uchun uni hozircha ko‘rsatmaymiz. Bunga operator yoki yurist javob berishi mumkin. Operatorga yozishingiz mumkin.

# The menu of commands. Whoever looks over a shoulder sees it: words that any service could have.
# doubt: short words of a menu, without context
command_menu = Bosh menyu
command_language = Til
command_operator = Odamdan so‘rash
command_exit = Chiqish
command_delete = Tozalash
