### What to think of before travelling. Voluntary; the helpline never recommends to go or to stay.

utter_plan_intro = These 6 questions help you think before a trip. We do not advise you to go or to stay. You can skip any question. Your answers are forgotten at the end, after { $keep_hours } hours at the latest.

utter_ask_plan_debts = Does anyone at home or here say that you owe them money?

utter_ask_plan_threats = Does anyone threaten you or your family?

utter_ask_plan_known = Could someone who may harm you learn of your return?

utter_ask_plan_documents = Do you have your travel papers with you?

utter_ask_plan_money = Do you have money for the trip and the first days?

utter_ask_plan_children = Will children travel with you?

utter_plan_risk_debts = They may demand the debt at home too. Remember how much they demand and for what.

utter_plan_risk_threats = Threats may go on at home. Think about where you can stay there and whom you can trust.

utter_plan_risk_known = Think about who may know when and how you travel. And about who meets you.

utter_plan_no_documents = Without papers they may not let you cross the border. You can ask an embassy about a new document.

utter_plan_no_money = Do not take a new debt for the trip if you can wait.

utter_plan_children = A child may be asked for papers and the parents’ consent.

## At the end: the gravest risk that was named, and one next step.

utter_plan_step_danger =
    The main risk: it may be dangerous at home.

    Next step: ask for a person before you buy a ticket. Someone officially recognised as a victim is not sent into danger without consent.

utter_plan_step_documents =
    What matters now: papers.

    Next step: ask an embassy. Should your government not know about you? Then ask for a person first.

utter_plan_step_money =
    What matters now: money.

    Next step: ask who can help with a ticket. By the rules, someone officially recognised as a victim gets help with it.

utter_plan_step_children =
    What matters now: the child’s papers.

    Next step: ask an operator or a lawyer which ones are needed.

utter_plan_step_ban =
    We saw no big risk in these answers. That does not mean that there is none.

    Next step: find out whether there is a re-entry ban.

utter_plan_checklist =
    Before the trip, talk with an operator about:
    - any threats or debts
    - who will know of the trip, and who meets you
    - papers and money
    - where to stay the first days
    - whether there is a re-entry ban

    You decide whether to go.

utter_plan_ban =
    After an expulsion, entry to Kazakhstan is closed for 5 years. It is better to find out before you leave.

    We do not know if a ban applies to you. Please ask an operator or a lawyer.
