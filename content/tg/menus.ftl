### The second level of the menu. The buttons' words are those of the pages: see common.ftl.

utter_ask_rights_topic = Дар бораи ҳуқуқ ва полис чиро донистан мехоҳед?

utter_ask_work_topic = Бо кор чӣ шуд?

utter_ask_papers_topic = Дар бораи ҳуҷҷатҳо ё депорт чӣ савол доред?

utter_ask_help_topic = Чӣ гуна кӯмак лозим?

utter_ask_people_topic = Дар бораи кӣ ё чӣ пурсидан мехоҳед?

utter_ask_return_topic = Дар бораи бозгашт чиро донистан мехоҳед?
