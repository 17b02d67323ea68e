### Labels that many questions share, and the line under pages that nobody has reviewed.

value-yes = Yes
value-no = No
value-skip = Skip
value-stop = Stop here
value-menu = Main menu
value-person = Talk to a person
value-more = More
value-seen = Who sees this chat
value-erase = Erase everything
value-wiping = When to delete the chat
value-exit = Clear and leave
value-cancel = Cancel
value-back = Back
value-under_18 = Under 18, I need an adult
value-count_days = Count the days
value-plan = Plan before the trip
value-ban = Re-entry ban

## Pages, wherever a button leads to them.

value-rights = My rights
value-exploitation = Farm, housework, begging
value-men_and_consent = A man? You agreed?
value-at_risk = No harm yet, but afraid
value-identification = Who recognises a victim
value-first_days = The first days and nights
value-reflection_period = 30 days to think
value-testifying = Must I testify?
value-police = If I go to the police
value-detained = I am detained
value-legal_help = Lawyer, money for harm
value-unpaid_wages = Not paid
value-labour_contract = Work contract
value-debt_bondage = Made to work off a debt
value-online_recruitment = A job found online
value-documents_taken = My papers were taken
value-immigration_status = Registration, deportation
value-embassy = Embassy
value-interpreter = Interpreter
value-shelter = Shelter, a place to stay
value-social_services = What help there is
value-medical_help = Doctor
value-family_threat = Threats to my family
value-sexual_exploitation = Forced into sex
value-minors = Under 18
value-helping_someone = Helping someone
value-safe_return = How to go home
value-return_planner = Plan before the trip
value-self_check = What is happening to me?

utter_unreviewed = A lawyer has not checked this text yet. Ask an operator.

# Instead of a page that is marked `withheld_until_reviewed`, until its review.
utter_withheld = A lawyer has not checked this answer yet, so we do not show it. Before you sign papers, you can ask for a lawyer and an interpreter. Ask for a person: an operator can answer.

# The menu of commands. Whoever looks over a shoulder sees it: words that any service could have.
command_menu = Main menu
command_language = Another language
command_operator = Ask a person
command_exit = Clear and leave
command_delete = Forget everything
