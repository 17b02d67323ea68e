### Ready answers that operators send with /say. Short, no promises, no advice.

reply_hello = Hello. I am an operator of this helpline. You do not have to say your name. What has happened?

reply_can_write = Is it safe for you to write now? You can answer “yes” or “no”.

reply_short = One word is enough. If you cannot write now, do not answer.

reply_wait = I need a few minutes to find out. You can go on writing: the operator will see it.

reply_unsure = I have no sure answer. A lawyer should be asked about this.

reply_call =
    We have not called anyone so far. You decide.

    Emergency service: { $phone_112 }

reply_goodbye = I will end the conversation here. You can write again at any time.
