utter_bot_identity =
    This is a program, not a human. It recognises words with artificial intelligence. Then it picks a ready answer, and it may be wrong.

    Operators are human. You can ask for one at any time. The answer may take a while.

    We write about rights, work, papers and danger. The program does not replace a lawyer.
