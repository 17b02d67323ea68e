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
value-wiping = When to delete
value-exit = Clear and leave
value-cancel = Cancel
value-back = Back
value-under_18 = Under 18, I need an adult
value-count_days = Count the days
value-plan = Plan before the trip

utter_unreviewed = A lawyer has not checked this text yet. Ask an operator.

# Instead of a page that is marked `withheld_until_reviewed`, until its review.
utter_withheld = A lawyer has not checked this answer yet, so we do not show it. An operator or a lawyer can answer. You can ask for a person.

# The menu of commands. Whoever looks over a shoulder sees it: words that any service could have.
command_menu = Start again
command_language = Language
command_operator = Ask a person
command_exit = Exit
command_delete = Clear
