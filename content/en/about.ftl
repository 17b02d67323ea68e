utter_bot_identity =
    This is a program, not a human and not the police. It recognises words with artificial intelligence, picks a ready answer and may be wrong. It costs nothing.

    Operators are human. You can ask for one at any time. The answer may take a while.
