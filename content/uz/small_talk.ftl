utter_thanks = Arzimaydi. Istalgan payt yozish mumkin.

utter_goodbye = Yaxshi qoling. Istalgan payt yozish mumkin.

utter_out_of_scope = Bu yerda huquqlar, ish, hujjatlar va xavf haqida javob beriladi.

utter_ask_rephrase = Dastur tushunmadi. Iltimos, boshqa so‘zlar bilan, qisqa qilib yozing.
