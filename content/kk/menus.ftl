### The second level of the menu. The buttons' words are those of the pages: see common.ftl.

utter_ask_rights_topic = Құқықтар мен полиция туралы не білгіңіз келеді?

utter_ask_work_topic = Жұмысыңызда не болды?

utter_ask_papers_topic = Құжат немесе депортация туралы қандай сұрағыңыз бар?

utter_ask_help_topic = Қандай көмек керек?

utter_ask_people_topic = Кім немесе не туралы сұрағыңыз келеді?

utter_ask_return_topic = Үйге қайту туралы не білгіңіз келеді?
