### Eleven warning signs after the ILO's indicators, in plain words. Never a verdict, never a score.

utter_check_intro = Here are 11 short questions. You can skip any of them. You can stop at any time. Your answers are forgotten at the end, after { $keep_hours } hours at the latest. The program does not decide what happened to you.

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

utter_ask_check_vulnerability = Does someone use it that you have no papers or money? Or that you do not know the language?

# After a "yes" to threats or to violence; the next question follows.
utter_check_thanks = Thank you for answering. It is not your fault. You can ask for a person at any time: /operator

## At the end: the gravest sign that was named, and one next step.

utter_check_sign_violence = The most worrying sign: beaten or forced into sex. If there is danger, { $phone_112 }. Next step: ask for a person.

utter_check_sign_threats = The most worrying sign: threats to you or your family. Do not tell that person about your plans. Next step: ask for a person.

utter_check_sign_movement = The most worrying sign: not allowed to go out or leave. Next step: ask for a person, or see who recognises a victim.

utter_check_sign_isolation = The most worrying sign: kept from people or from a phone. Write only when nobody is looking. Next step: ask for a person.

utter_check_sign_documents = The most worrying sign: someone else holds the papers. Do not take them by force. Next step: open “My papers were taken”.

utter_check_sign_debt = The most worrying sign: made to work off a debt. Remember how much they demand and for what. Next step: ask for a person.

utter_check_sign_wages = The most worrying sign: not paid as promised. Write down days and sums. Next step: open “Not paid”.

utter_check_sign_vulnerability = The most worrying sign: someone uses your trouble against you. Next step: ask for a person, or see who recognises a victim.

utter_check_sign_promise = The most worrying sign: deceived about work or pay. Next step: open “My rights”.

utter_check_sign_conditions = The most worrying sign: bad or unsafe where you live. Next step: ask for a person, and about a shelter.

utter_check_sign_overtime = The most worrying sign: work without rest. Write down the hours. Next step: open “My rights”.

utter_check_signs = Protection and help may be due to you. The program does not decide what happened to you. You can ask to be recognised as a victim of human trafficking yourself.

utter_check_no_signs = The program saw no warning signs in these answers. That does not mean that all is well. If something worries you, ask a person.

utter_check_stopped = All right, we have stopped. You can start again at any time.
