### The second level of the menu. The buttons' words are those of the pages: see common.ftl.

utter_ask_rights_topic = Huquqlar va politsiya haqida nimani bilmoqchisiz?

utter_ask_work_topic = Ish bilan nima bo‘ldi?

utter_ask_papers_topic = Hujjatlar yoki deport haqida qanday savolingiz bor?

utter_ask_help_topic = Qanday yordam kerak?

utter_ask_people_topic = Kim yoki nima haqida so‘ramoqchisiz?

utter_ask_return_topic = Qaytish haqida nimani bilmoqchisiz?
