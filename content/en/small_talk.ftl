utter_thanks = You are welcome. You can write at any time.

utter_goodbye = Take care. You can write at any time.

utter_out_of_scope = This helpline answers about rights, work, papers and danger.

utter_ask_rephrase = The program did not understand. Please write it in other words, in a short sentence.
