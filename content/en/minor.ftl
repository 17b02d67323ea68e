# The line with the children's number vanishes as long as no test call is fresh.
utter_under_18 =
    It is good that you wrote. There is no shame in asking for help.

    We have told the operators. They are grown-ups. You do not have to tell your name.

    If you are scared right now, you can call: { $phone_112 }
    Children’s line: { $phone_111 }. They note down calls and may tell the police or child protection.
