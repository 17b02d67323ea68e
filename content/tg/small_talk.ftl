utter_thanks = Намеарзад. Ҳар вақт навиштан мумкин.

utter_goodbye = Хайр, саломат бошед. Ҳар вақт навиштан мумкин.

utter_out_of_scope = Ин ҷо ба саволҳо дар бораи ҳуқуқ, кор, ҳуҷҷатҳо ва хатар ҷавоб медиҳанд.

utter_ask_rephrase = Барнома нафаҳмид. Лутфан, бо суханони дигар, кӯтоҳ нависед.

# Said instead where some topics may be meant; their buttons stand under it.
utter_ask_which_topic = Барнома пурра нафаҳмид. Агар тугмаи мувофиқ бошад, пахш кунед. Агар набошад, бо суханони дигар, кӯтоҳ нависед.

# Said instead, while the model is down or has too much to do: other words would not help.
# Doubt: whether "cannot read" sounds like the machine's fault, not the writer's.
utter_unread = Барнома ин паёмро ҳоло хонда наметавонад. Мавзӯъро интихоб кунед: /menu. Бо одам гап задан: /operator. Агар хатар бошад: { $phone_112 }.

# Said once when the same message, or too many, come in a row.
utter_flood =
    Ба барнома пайи ҳам паёмҳои зиёд омад, барои ҳамин ҳоло ҷавоб намедиҳад. Саволи навро баъдтар додан мумкин.

    Дар бораи хатар ҳар вақт нависед.
    Хадамоти фавқулода: { $phone_112 }

utter_detail = Ташаккур. Чунин тафсилотро барнома таҳлил карда наметавонад. Оператор метавонад.

utter_no_more = Дар ин бора ин ҷо чизи дигар навишта нашудааст. Оператор аниқтар гуфта метавонад.

# Said instead of calling operators while the store has no room for another request; nothing is kept of it.
# doubt: "муроҷиатҳо" for people who write: is it clear?
utter_no_room =
    Ҳоло муроҷиатҳо хеле зиёданд, барои ҳамин одамро даъват кардан ҳоло имкон надорад. Баъдтар боз кӯшиш кунед: /operator.

    Дар бораи хатар ҳар вақт нависед.
    Хадамоти фавқулода: { $phone_112 }
