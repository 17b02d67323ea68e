### The second level of the menu. The buttons' words are those of the pages: see common.ftl.

utter_ask_rights_topic = Что Вы хотите узнать о правах и о полиции?

utter_ask_work_topic = Что случилось с работой?

utter_ask_papers_topic = Какой вопрос о документах или депортации?

utter_ask_help_topic = Какая помощь нужна?

utter_ask_people_topic = О ком или о чём Вы хотите спросить?

utter_ask_return_topic = Что Вы хотите узнать о возвращении?
