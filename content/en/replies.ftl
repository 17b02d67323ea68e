### Ready answers that operators send with /say. Short, no promises, no advice.

reply_hello = Hello. This is an operator of this helpline. You need not say your name. What has happened?

reply_can_write = Is it safe for you to write now? You can answer “yes” or “no”.

reply_short = One word is enough. If you cannot write now, do not answer.

reply_wait = The operator needs a few minutes to find out. You can go on writing: the operator will see it.

reply_unsure = The operator has no sure answer. A lawyer must be asked about this.

reply_call =
    We do not call anybody ourselves. You decide.

    Emergency service: { $phone_112 }

reply_goodbye = The operator will end the talk here. You can write again at any time.
