### What to think of before travelling. Voluntary; the helpline never recommends to go or to stay.

utter_plan_intro = These six questions help you think before a trip. We do not advise you to go or to stay. You can skip any question. Your answers are forgotten at the end, after { $keep_hours } hours at the latest.

utter_ask_plan_debts = Does anyone at home or here say that you owe them money?

utter_ask_plan_threats = Does anyone threaten you or your family?

utter_ask_plan_known = Could someone who may harm you learn of your return?

utter_ask_plan_documents = Do you have your travel papers with you?

utter_ask_plan_money = Do you have money for the trip and the first days?

utter_ask_plan_children = Will children travel with you?

utter_plan_risk_debts = They may still demand the debt after you return. Before the trip, talk over with an operator what to do then.

utter_plan_risk_threats = Threats may go on at home. Before the trip, talk over with an operator where to stay and whom to trust.

utter_plan_risk_known = Think about whom you tell when and how you travel. Talk over with an operator who meets you, and where.

utter_plan_no_documents = Without papers they may not let you cross the border. Ask an operator whether an embassy can give you a document.

utter_plan_no_money = Ask an operator who may help with the trip. Do not take a new debt for it if you can wait.

utter_plan_children = A child may be asked for papers and the parents’ consent. Talk it over with an operator or a lawyer before the trip.

utter_plan_checklist =
    Before the trip, talk over with an operator:
    - any threats or debts
    - who will know of the trip, and who meets you
    - papers and money
    - where to stay the first days
    - whether there is a re-entry ban

    We do not decide whether you go.
    .person = Talk to a person
    .ban = Re-entry ban
    .menu = Main menu

# Source: rus.baq.kz 300023679 (secondary) - expulsions with a re-entry ban in 2025.
utter_plan_ban =
    After an expulsion, entry to Kazakhstan may be banned for several years. It is better to find out before you leave.

    We do not know if a ban applies to you. Please ask an operator or a lawyer.
