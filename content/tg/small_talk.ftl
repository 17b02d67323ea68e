utter_thanks = Намеарзад. Ҳар вақт навиштан мумкин.

utter_goodbye = Хайр, саломат бошед. Ҳар вақт навиштан мумкин.

utter_out_of_scope = Ин ҷо дар бораи ҳуқуқ, кор, ҳуҷҷатҳо ва хатар ҷавоб медиҳанд.

utter_ask_rephrase = Барнома нафаҳмид. Лутфан, бо суханони дигар, кӯтоҳ нависед.

# Said once when the same message, or too many, come in a row.
# doubt: "хомӯш" for "is quiet": of a program, could it be read as "switched off"?
utter_flood =
    Ба барнома паиҳам паёмҳои зиёд омад, барои ҳамин ҳоло хомӯш аст. Саволи навро баъдтар додан мумкин.

    Дар бораи хатар ҳар вақт нависед.
    Хадамоти фавқулода: { $phone_112 }
