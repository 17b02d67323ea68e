### The second level of the menu. The buttons' words are those of the pages: see common.ftl.

utter_ask_rights_topic = What would you like to know about rights and the police?

utter_ask_work_topic = What is the problem at work?

utter_ask_papers_topic = What is your question about papers or deportation?

utter_ask_help_topic = What help do you need?

utter_ask_people_topic = Who or what would you like to ask about?

utter_ask_return_topic = What would you like to know about going home?
