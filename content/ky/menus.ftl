### The second level of the menu. The buttons' words are those of the pages: see common.ftl.

utter_ask_rights_topic = Укуктар жана полиция тууралуу эмнени билгиңиз келет?

utter_ask_work_topic = Жумушта эмне болду?

utter_ask_papers_topic = Документтер же депорт тууралуу кандай суроо бар?

utter_ask_help_topic = Кандай жардам керек?

utter_ask_people_topic = Ким же эмне тууралуу сурагыңыз келет?

utter_ask_return_topic = Кайтуу тууралуу эмнени билгиңиз келет?
