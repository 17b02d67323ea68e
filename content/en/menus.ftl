### The second level of the menu.

utter_ask_rights_topic = What would you like to know about rights?
    .rights = What my rights are
    .testifying = Must I testify?
    .reflection_period = Time to think
    .self_check = Is this normal?
    .identification = Who else, not only police
    .police = If I go to the police
    .legal_help = Lawyer and compensation
    .menu = Main menu

utter_ask_work_topic = What is the problem at work?
    .unpaid_wages = Not paid
    .labour_contract = Work contract
    .debt_bondage = Working off a debt
    .online_recruitment = A job found online
    .menu = Main menu

utter_ask_papers_topic = What is your question about papers?
    .documents_taken = My papers were taken
    .immigration_status = Visa and expulsion
    .embassy = Embassy
    .interpreter = Interpreter
    .menu = Main menu

utter_ask_help_topic = What help do you need?
    .shelter = A place to stay
    .social_services = Kinds of help
    .medical_help = Doctor
    .menu = Main menu

utter_ask_people_topic = Who or what would you like to ask about?
    .family_threat = Threats to my family
    .sexual_exploitation = Forced into sex
    .minors = Under 18
    .helping_someone = Helping someone
    .menu = Main menu

utter_ask_return_topic = What would you like to know about going home?
    .safe_return = How to return
    .return_planner = Plan before the trip
    .menu = Main menu
