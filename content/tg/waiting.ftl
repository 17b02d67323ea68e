### While a human is looked for. Nobody has reviewed these texts yet: neither a practitioner nor a
### doctor. Which sentence rests on what: docs/decisions/0032-waiting.md. Somebody else may read them:
### no word names what this chat is about, nothing that was written before is repeated.

# A request without danger: what is true, in one line.
utter_waiting_since = Аз соати { $since } интизоред. Ҳоло касе ҷавоб надодааст. Дархостатон кушода аст.

## Somebody else may have the phone

# The same for everybody who takes this phone: true, dull, and nothing of what was written.
utter_wait_stranger = Ин хати кӯмак барои ҳама аст. Чӣ кӯмак лозим?

# Once, then nothing. At most 60 characters.
utter_wait_he_comes = Телефонро монед. Вақте бехатар шуд, нависед.

# At most 60 characters.
utter_wait_later = Хуб. Вақте тавонед, нависед.

# "All is fine" closes nothing; it isn't said here that anything is open.
utter_wait_fine = Хуб. Ҳар вақт навиштан мумкин.

utter_wait_signs =
    Паёми Шумо ба операторҳо рафт. Агар ҳозир навиштан хатарнок бошад, нанависед.

    Агар хатар бошад: { $phone_112 }

## Answers to what was said

# The officers' line: judgement, from leaflets for travellers; what an officer does isn't promised.
# Doubt: «маро маҷбуран мебаранд» for "I am being taken against my will".
utter_wait_border =
    Ба ҳар сарҳадчӣ ё корманди полис чунин гуфтан мумкин: «Маро маҷбуран мебаранд. Кӯмак кунед». Беҳтараш вақте гӯед, ки дар паҳлӯятон касе намешунавад.

    Корманд чӣ мекунад, мо намедонем. Агар гап зада тавонед: { $phone_112 }

# Doubt: warmth; a native speaker with counselling experience should read the texts about hurting oneself.
utter_wait_means =
    Раҳмат, ки гуфтед. Онро аз худ дур монед ё худатон аз он дур шавед.

    Агар тавонед, назди касе бошед, ки ба ӯ бовар доред.

    Агар ҳозир коре карданатон мумкин бошад, занг занед: { $phone_103 } ё { $phone_112 }

utter_wait_near = Хуб аст, ки танҳо нестед. Агар ин одам ба Шумо хатар надошта бошад, назди ӯ бошед.

utter_wait_swallowed =
    Ёрии таъҷилӣ: { $phone_103 } ё { $phone_112 }. Агар тавонед, ҳозир занг занед.

    Қай накунонед. Қуттиашро барои духтурҳо нигоҳ доред.

# Doubt: the first aid words; somebody medical who speaks Tajik should read them.
utter_wait_unconscious =
    Ёрии таъҷилӣ: { $phone_103 } ё { $phone_112 }

    Нафас гирад: ба паҳлӯ хобонед, сарашро ба қафо хам кунед.

    Нафас нагирад: мобайни сари синаро сахт пахш кунед, такрор ба такрор. Ба даҳонаш чизе надиҳед.

utter_wait_bleeding =
    Ёрии таъҷилӣ: { $phone_103 } ё { $phone_112 }

    Захмро бо матоъ ё даст сахт пахш кунед. То омадани кӯмак пахш карда истед. Чизи дар захм истодаро накашед.

utter_wait_pregnant =
    Ёрии таъҷилӣ: { $phone_103 } ё { $phone_112 }

    Агар дар вақти ҳомиладорӣ хун равад ё дарди сахт бошад: агар тавонед, ҳозир занг занед.

    Танҳо агар захм бошад: онро бо матоъ ё даст сахт пахш кунед.

# Doubt: the first aid words below too; «ба бадани бараҳнаи модар» for "on the mother's skin".
utter_wait_birth =
    Ёрии таъҷилӣ: { $phone_103 } ё { $phone_112 }. Агар тавонед, ҳозир занг занед.

    Ҳар хел осонтар бошад, ҳамон хел шинед, хобед ё истед. Об нӯшидан мумкин. Кӯдакро накашед. Нофашро набуред.

    Кӯдакро пок кунед, ба бадани бараҳнаи модар гузоред ва ҳардуро пӯшонед.

utter_wait_smoke =
    Ба ҳавои тоза бароед. Агар баромадан нашавад, тирезаҳо ва дарҳоро кушоед.

    Ёрии таъҷилӣ: { $phone_103 }. Сӯхтор ё газ: { $phone_112 }

utter_wait_burn =
    Ҷойи сӯхтаро 20 дақиқа бо оби салқини равон хунук кунед. Ҷойҳои дигари баданро гарм нигоҳ доред.

    Ях, равған ё крем намонед. Обилаҳоро накафонед. Либоси часпидаро накашед.

    Ёрии таъҷилӣ: { $phone_103 } ё { $phone_112 }

utter_wait_cold =
    Аз шамол паноҳ баред. Либоси тарро дар ҷойи хушк иваз кунед. Худро печонед, сарро пӯшонед.

    Пӯстро намолед, арақ нанӯшед. Агар бадтар шавад: { $phone_103 } ё { $phone_112 }

utter_wait_thirst =
    Агар об бошад, аввал об нӯшед, бо қултҳои хурд. Намак наандозед. Дар ҷойи гарм ё дар соя дам гиред.

    Агар касе гапҳояшро омехта кунад ё аз ҳуш равад: { $phone_103 } ё { $phone_112 }

# Neither pay nor don't: nobody here can judge that.
utter_wait_ransom =
    Лутфан, дар бораи пул танҳо худатон қарор нагиред. Ин ҷо навиштан мумкин: оператор мебинад.

    Агар оилаатон ҳозир дар хатар бошад, онҳо дар ҷойи худ ба полис занг зада метавонанд.

utter_wait_cannot_call =
    Бе пули телефон ва бо SIM-картаи басташуда ҳам занг задан мумкин: { $phone_112 }

    Агар гап задан мумкин набошад, ин ҷо нависед. Оператор мебинад.

utter_wait_abroad =
    Дар давлати дигар рақами ёрии фаврӣ метавонад дигар бошад.

    Агар аз сафорат ё консулгарии худ натарсед, ба он ҷо муроҷиат кардан мумкин. Ё ба полиси ҳамон ҷо.

# For whoever asks whether to go after them, to ask, to go in.
utter_wait_follow =
    Аз пасашон наравед. Бо онҳо баҳс накунед, дар пеши онҳо напурсед.

    Агар ҷони касе дар хатар бошад: { $phone_112 }. Баъд, дар ҷойи бехатар, дидаатонро навишта монед.

utter_wait_meeting =
    Лутфан, ба вохӯрӣ наравед. Ба калонсоле гӯед, ки бовар доред.

    Агар метарсед, ба ҷойи серодам равед. Занг занед: { $phone_112 }

utter_wait_pictures =
    Шумо гунаҳкор нестед. Дигар чизе нафиристед ва пул надиҳед.

    Ҷавоб доданро бас кунед. Паёмҳои онҳоро пок накунед. Имрӯз ба калонсоле гӯед, ки бовар доред.

utter_wait_afraid =
    Раҳмат, ки навиштед. Шумо гунаҳкор нестед. Ҳар вақт хоҳед, ҷавоб додан мумкин.

    Агар хатар бошад: { $phone_112 }

utter_wait_unnamed = Операторҳои ин хати кӯмак паёмҳоро мебинанд. Ин ҷо номатонро гуфтан лозим нест. Аммо { $phone_112 } номатон ва суроғаи аниқро мепурсад.

utter_wait_legal =
    Намемонанд, ки бароед, мезананд, телефон ё паспортро гирифтанд? Фармони ду вазорат инҳоро аломатҳои савдои одамон меномад.

    Савдои одамон ҷиноят аст. Касонеро, ки одамонро мефурӯшанд, на камтар аз 4 сол ҳабс мекунанд.

    Агар хатар бошад: { $phone_112 }

## One small question a message; each may be ignored

utter_ask_wait_hurt = Касе захмӣ ё бемор аст?

utter_ask_wait_call = Тавре ки касе нашунавад, бо телефон гап зада метавонед?

utter_wait_call = Занг занед: { $phone_112 }. Мепурсанд, ки чӣ шуд, суроғаи аниқ ва номатон. Аввал Шумо телефонро намонед. Агар чизе дигар шавад, боз занг занед.

utter_wait_no_call = Фаҳмо. Ин ҷо навиштан мумкин, оператор мебинад. Агар навиштан хатарнок шавад, бас кунед. Баъд боз навиштан мумкин.

utter_ask_wait_bleeding = Хун бисёр меравад?

# Yes or no only: never what, how much, how.
utter_ask_wait_means = Дар наздатон чизе ҳаст, ки бо он ба худ зарар расонед?

utter_ask_wait_alone = Ҳозир касе бо Шумост?

utter_ask_wait_acted = Чизе хӯрдед ё ба худ коре кардед?

utter_wait_child = Шумо гунаҳкор нестед. Ба касе, ки метарсонад, ҷавоб надодан мумкин. Он чи мепурсад, кардан шарт нест.

utter_ask_wait_adult = Аз калонсолон касе инро медонад?

utter_wait_tell_adult = Ба калонсоле гӯед, ки бовар доред: хешу табор, муаллим, ҳамсоя. Агар ҳозир метарсед: { $phone_112 }

utter_wait_seen_when = Раҳмат, ки навиштед. Инро кай дидед?

utter_wait_how_many = Он ҷо тахминан чанд кас аст?

utter_ask_wait_child_there = Дар байни онҳо кӯдак ҳаст?

utter_wait_thanks = Раҳмат, ки ҷавоб додед. Оператор мебинад.
