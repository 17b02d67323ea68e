### Eleven warning signs after the ILO's indicators, in plain words. Never a verdict, never a score.

utter_check_intro = Here are eleven short questions. You can skip any of them. You can stop at any time. Your answers are forgotten at the end, after { $keep_hours } hours at the latest. The program does not decide what happened to you.

utter_ask_check_promise = Is the work or the pay different from what you were promised?

utter_ask_check_documents = Does someone else hold your passport or other papers?

# "Yes" must mean a warning sign.
utter_ask_check_movement = Do you have to ask permission to go out or leave?

utter_ask_check_isolation = Does someone keep you from seeing people or using a phone?

utter_ask_check_wages = Are you not paid, or paid much less than promised?

utter_ask_check_debt = Are you told that you must work off a debt or travel costs?

utter_ask_check_threats = Does someone threaten you or your family, for example with the migration police?

utter_ask_check_violence = Did someone hit you or force you into sex?

utter_ask_check_overtime = Do you work very long hours, without days off?

utter_ask_check_conditions = Is it bad or unsafe where you sleep and eat?

utter_ask_check_vulnerability = Does someone use your lack of papers, language or money against you?

utter_check_signs = These are warning signs. Protection and help may be due to you. The program does not decide what happened to you. You can talk it over with an operator.
    .person = Talk to a person
    .rights = My rights
    .menu = Main menu

utter_check_no_signs = The program saw no warning signs in these answers. That does not mean that all is well. If something worries you, ask a person.
    .person = Talk to a person
    .rights = My rights
    .menu = Main menu

utter_check_stopped = All right, we have stopped. You can start again at any time.
