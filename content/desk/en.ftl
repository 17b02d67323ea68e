### What operators read in their group and from the desk's bot. None of it reaches a person.
### It comes with the program and takes effect when the desk starts again.

## The card of a ticket

card-urgency = urgency: { $urgency }, { $why }
card-topic = topic: { $topic }
card-language = language: { $language }
card-claimed = claimed by { $name } after { $span }
card-aside = aside until { $until }
card-waiting = waiting since { $since } ({ $span })
card-last-word = last word: { $span } ago
card-told = told: { $texts }
card-for = for: { $whom }
card-as-of = as of { $time }
whom-language = whoever speaks { $language }
whom-topic = whoever knows { $topic }
why-danger = danger was heard or an operator said so
why-reopened = goes on after a close
why-asked = asked for a person
why-signs = signs short of danger: watched, or the phone is not safe
why-minor = somebody under 18
urgency-emergency = emergency
urgency-high = high
urgency-normal = normal
span-moment = under a minute
span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
language-ru = Russian
language-en = English
language-kk = Kazakh
language-uz = Uzbek
language-uz-Cyrl = Uzbek, Cyrillic
language-ky = Kyrgyz
language-tg = Tajik
topic-danger = danger
topic-medical = medical
topic-self_harm = suicide or self-harm
topic-minor = under 18
topic-person = wants a person

## Warnings and notes

notice-urgency_raised = ⬆️ new signs of danger: urgency raised
notice-locale_changed = 🌐 the person has changed the language
notice-nobody_claimed = ⏱ nobody has claimed this yet
notice-still_unclaimed = ⏱ still unclaimed after 10 minutes
notice-silent_after_threat = 🔇 silent after a threat: nothing written for 15 minutes
notice-watched = 👁 somebody may be reading along: write briefly, send nothing unasked
notice-unwatched = 👁 the person says that nobody is reading along any more
notice-person_left = 🚪 the person has blocked the bot: messages don't arrive
notice-person_returned = 🚪 the person is back
notice-withdrawn = the person no longer wants an operator
notice-erased = the person has erased everything
notice-chat_wiped = 👁 the person has emptied the chat: what you wrote last may be unread
notice-operator_silent = ⏱ the operator was silent for too long: back in the queue
notice-woken = ⏰ no longer aside: the time is up, or the person has written
notice-muted_before = 🔇 an operator had muted this person; this is an urgent message
notice-not_corrected = ✏️ a correction could not reach the person any more
notice-child = 🧒 a child: the person says that they are under 18
notice-style_changed = ❓ style changed: possibly someone else writes. Ask nothing that could harm
notice-set_back = ⚠️ after a fault of the server the last messages may be missing. Ask again whether it is safe to write
notice-not_in_danger = 🟡 not in danger, the person (or somebody with the phone) has pressed. Only you can lower the urgency: /urgency
notice-danger_again = ⬆️ signs of danger again, after “I am not in danger”
note-operator_gone = ↩️ its operator is gone: back in the queue
note-transferred = ↪️ transferred: it waits for somebody else
note-aside = 💤 put aside; a word of the person's wakes it
unsupported-picture = a picture or video
unsupported-voice = a voice message
unsupported-file = a file
unsupported-sticker = a sticker
unsupported-contact = a contact
unsupported-location = a location
unsupported-other = something else than text
line-unsupported = (the person sent { $what }; it was not kept)
line-unreadable = (a message that can't be opened any more)
line-asked = (asked: { $name })
line-sent = (sent: { $name })

## What the person has said of the situation

card-facts = said, in order (≈ as the program understood the words):
ask-groups = What do you want to ask about? The person reads it in their language and answers with a button.
button-ask-groups = All groups
card-fact = { $time } { $what }
card-fact-inferred = { $time } ≈ { $what }
fact-stranger = somebody else may hold the phone: asks who wrote and what
fact-he_is_here = the one they are afraid of is there
fact-he_comes = the one they are afraid of is coming
fact-later = can't write now
fact-joke = it was a joke or a mistake. Only you can lower the urgency
fact-all_fine = all is fine, no help needed. Only you can lower the urgency
fact-he_has_gone = back; the one they are afraid of has gone or sleeps
fact-means_at_hand = something to hurt themselves with is within reach
fact-swallowed = something was swallowed or done already
fact-unconscious = somebody is unconscious or doesn't breathe
fact-bleeding = heavy bleeding
fact-hurt = hurt or ill, or getting worse
fact-cold = freezing
fact-at_border = at a border or an airport
fact-moved = being driven somewhere
fact-escaped = got out
fact-held = can't get out
fact-meeting = a meeting is planned, or somebody comes for them
fact-pictures = pressed with pictures
fact-afraid = afraid or ashamed
fact-not_my_phone = the phone is another's, is checked, or somebody else may answer
fact-own_minor = says that they are under 18
fact-third_party = writes about somebody else

## Buttons, and what a press is answered with

button-claim = Claim
button-claim-named = Claim { $name }
button-release = Release
button-requeue = Back to queue
button-close = Close
button-close-informed = Close: informed
button-close-referred = Close: referred
button-close-emergency = Close: emergency services
button-close-silent = Close: no answer
button-close-other = Close: other
button-agree = Agree
button-lift = Lift the mute
done-claim = Yours. What you write in this topic goes to the person.
done-release = Released: the automatic service answers again.
done-requeue = Back in the queue.
done-ask = Asked. The answer comes here.
done-close = Closed. This topic will be deleted.
done-agree = Done, as two of you wanted.
done-lift = The mute is lifted.

## Calls, mutes, erasures, strangers

call-shift = 🔴 EMERGENCY: nobody has it yet. Everyone on shift ({ $count }): please claim.
call-again = 🔴 EMERGENCY, second call: still nobody. Everyone on shift ({ $count })!
call-supervisors = 🔴 EMERGENCY, supervisors: nobody has claimed this for 3 minutes.
call-backup = 🔴 EMERGENCY: nobody for 10 minutes. The backup is called now.
call-nobody-on-shift = Nobody is on shift: whoever reads this. First to me, privately: /on and your code.
call-taken = ✅ { $name }: taken by { $operator }
call-over = ☑️ { $name }: no longer waits
words-left-out = ⚠️ While waiting, the person wrote very much. Below are the first messages and the latest; of those in between some were not kept.
words-not-kept = ⚠️ The person writes faster than this group can take it. Some of the latest messages were not kept.
backup-call =
    { $count ->
        [one] 🔴 An emergency request has waited for 10 minutes and no operator has answered.
       *[other] 🔴 { $count } emergency requests have waited for 10 minutes and no operator has answered.
    } Please look into the operators' group.
mute-review = 🔇 { $operator } has muted { $ticket } until { $until }. An urgent message still gets through. Supervisors: please look at it.
stub-title = erased
stub-card = The person has erased everything. You may write once: your next message in this topic goes to them, without a sound, and this topic disappears. Somebody else may hold the phone. Without a message it disappears two hours after the erasure.
stub-again = 🔁 The same person wrote again, after an erasure: { $name }, emergency { $count } within an hour. Nobody was called; it stands on the board. To take it: /claim { $name }
stranger = ⚠️ Somebody who is not enrolled is in this group and reads along. Telegram doesn't let me put them out. Supervisors: take them out by hand, now.

## Signs of an attack: on the board, and called for once a day

alarm-intake-webhook = The persons' bot has a webhook that isn't ours: somebody may have its token and read along. Tell whoever runs the server at once: BotFather, /revoke.
alarm-desk-webhook = This desk's bot has a webhook that isn't ours: somebody may have its token and read along. Tell whoever runs the server at once: BotFather, /revoke.
alarm-intake-poller = Somebody else fetches the messages of the persons' bot: they may have its token. Tell whoever runs the server at once.
alarm-desk-poller = Somebody else fetches the messages of this desk's bot: they may have its token. Tell whoever runs the server at once.
alarm-group-public = This group is public: it has a name by which everybody finds it. Make it private.
alarm-group-members-invite = Every member may add others to the group. Take that permission away from members.
alarm-group-not-protected = What is in the group may be forwarded and saved. Switch on “restrict saving content”.
alarm-group-crowd = More people are in the group than the roster and this bot. Go through the list of members; put out whoever you don't know.
alarm-group-strange-admin = An administrator of the group is not enrolled here. Enrol them, or take the group from them.
alarm-group-no-right = I may not ban anybody here: a stranger could stay and read. Give me the right to ban users.
alarm-group-not-put-out = Somebody who may not be here is in the group, and Telegram doesn't let me put them out. Do it by hand.
operator-suspended = ⚠️ { $name } was put out of the group and may do nothing any more; their tickets wait again. A supervisor lets them in again: /restore { $name }
stranger-put-out = ⚠️ Somebody who is not enrolled came into this group. I have put them out. Supervisors: whoever is to work here enrols first, then joins.

## Which texts are live

texts-live =
    📝 New texts are live: no. { $number }, signed by { $signers }. Whoever signed compares the words:

    { $words }
texts-live-again =
    ↩️ Earlier texts are live again: no. { $number }, signed by { $signers }. Whoever signed compares the words:

    { $words }
texts-refused = ⚠️ Texts were published that this bot refuses: { $why }. It goes on with what it showed. Supervisors: ask the publishers.
texts-refused-at-start = ⚠️ Texts were published that this bot refuses: { $why }. It shows those that came with the program. Supervisors: ask the publishers.
texts-why-unreadable = they can't be read
texts-why-no_publishers = this bot has no list of publishers
texts-why-other_deployment = they were signed for another helpline
texts-why-not_enough = too few publishers have signed them
texts-why-lower = they are older than what is shown, or than the program
texts-why-missing = they are gone
texts-why-other_texts = they aren't what was signed
texts-why-faulty = the program finds faults in them

## The board

board-head = Queue at { $time }: { $count } waiting
board-urgency = { $urgency }: { $count }, the first for { $span }
board-more = and { $count } more: /next takes the first one
board-equal = { $count } more with equal first words: { $names }
board-claimed = claimed: { $loads }
board-none = none
board-on-shift = on shift: { $names }
board-nobody = nobody
board-late = waited too long: { $count }
board-again = 🔁 again, after an erasure ({ $count })
health-closed = outside the hours; next opening { $opening }
health-exceptional = today is exceptional: { $reason }

## Why something was not done

refused-no-ticket = This ticket no longer exists: it was closed, or the person erased it.
refused-conflict = Someone else acted at the same moment. Nothing was done; please try again.
refused-no-key = This process holds no key for { $purpose }.
refused-claim-taken = Someone has already claimed this ticket.
refused-reply-unclaimed = Not sent. Claim the ticket first, then write.
refused-say-unclaimed = Not sent. Claim the ticket first.
refused-edit-unclaimed = Not corrected. Claim the ticket first.
refused-unsend-unclaimed = Not taken back. Claim the ticket first.
refused-release-unclaimed = Nobody has claimed this ticket yet.
refused-requeue-waiting = This ticket is waiting in the queue already.
refused-mute-unclaimed = Claim the ticket and read it before you mute anybody.
refused-over = This ticket is over. Nothing was sent.
refused-reply-others = Not sent: this ticket belongs to another operator.
refused-edit-others = Not corrected: this ticket belongs to another operator.
refused-unsend-others = Not taken back: this ticket belongs to another operator.
refused-release-others = Only the operator who claimed this ticket can release it.
refused-sleep-others = Only the operator who claimed this ticket can put it aside.
refused-others = Only the operator who claimed this ticket, or a supervisor, can do that.
refused-sleep-emergency = An emergency can't be put aside. Put it back into the queue, or lower its urgency.
refused-close-unclaimed = Not closed: this is an emergency that nobody has claimed. Claim and read it first.
refused-supervisors-only = Only a supervisor can do that.
refused-mute-over = This mute has ended already.
refused-capacity = You have { $own } tickets, and your capacity is { $capacity }. Finish one first, or change it with /capacity.
refused-urgency = Say how urgent it is: /urgency emergency, high or normal.
refused-unknown-command = Not sent: there is no such command. Known are /claim, /release, /requeue, /close, /transfer, /urgency, /sleep, /mute, /say, /ask and, as an answer to your own message, /delete; a line that begins with // is a note for operators only.
refused-talk-command = Not sent: here an operator has { $commands }.
refused-outcome = Not closed: say how it ended, /close and one of informed, referred, emergency, silent, other.
refused-transfer = For whom? Write /transfer and a colleague's code name, a language such as uz, or one of these topics: { $topics }. After it you may add a note.
refused-until = Until when? Write for example 30m, 2h or 18:00 (Kazakhstan's time), at most { $hours } h ahead.
refused-no-question = Not asked: there is no such question. /ask shows all of them.
refused-no-text = Not sent: there is no such text. /find and a word shows what there is.
refused-delete-how = Write /delete as an answer to your own message, to take it back.
refused-delete-note = That message was for operators only: the person never got it.
refused-edit-to-note = If this message went to the person, they still have the first version: answer it with /delete to take it back.
refused-say-how-it-ended = Say how it ended: use the buttons of the card.
refused-only-text = Not sent: only text can go to the person.
refused-slip = Not sent: this looks like a note or a command with a slip in it. Begin with // for a note; to send it to the person, begin with another sign.
refused-not-enrolled = Nothing was done: you are not enrolled here. A supervisor can give you a code.
refused-suspended = You were put out of the operators' group: a supervisor has to let you act again.
refused-anonymous = Not sent: you write as the group. Switch off anonymity, then write again.
refused-tries = Too many wrong codes. Try again in an hour.
refused-code = This code isn't known. It works once and for 24 hours: ask for a new one.
refused-no-operator = There is no operator with this code name.
refused-no-operator-any-more = You are no operator of this helpline any more.
refused-name-taken = Another operator bears this code name: choose another.
refused-name = A code name has 2 to 20 letters or digits and no spaces, such as Heron. Please don't take your own name.
refused-capacity-number = Write a number from 1 to { $most }, such as /capacity 3.
refused-privately = Write that to me privately: here everyone reads it.
refused-enrol-how = Write /enrol CODE NAME, where NAME is a code name that you choose.
refused-languages = Write your languages, the best first, out of: { $known }.
refused-topics = Write the topics that you know, out of: { $known }.
refused-audit-how = Write /audit and a code name, a ticket's or an operator's.
refused-off-shift = Not done: you are not on shift. Write to me privately: /on and the six digits of your app.
refused-no-factor = You have no key for codes yet. Whoever runs the server makes one: helpline operator totp and your code name.
refused-code-how = Write /on and the six digits that your authenticator app shows, such as /on 123456.
refused-code-wrong = That isn't the code of this moment. Look at your app again; is the clock of your phone right?
refused-code-used = This code was used already. Wait for the next one, half a minute at most.
refused-name-script = A code name is all in Latin or all in Cyrillic letters, so that nobody can look like another.
refused-needs-second = That takes a second supervisor.
refused-own-proposal = You asked for this yourself: another supervisor has to agree.
refused-no-proposal = This can't be agreed to any more: it was done, an hour has passed, or whoever asked may not.
refused-no-invitation = There is no such code. /invitations shows those that may be redeemed.
refused-role = The role is operator, supervisor or editor.

## Answers of the desk's bot

office-welcome = This bot is for the operators of a helpline. With a code from a supervisor: /enrol CODE NAME, where NAME is a code name that you choose, such as Heron.
office-help = On and off shift: /on and your code, /off. About you: /name, /languages, /topics, /capacity. Take the first ticket that suits you: /next. Your tickets: /mine. Look up texts to send: /find. The queue: /health. For supervisors: /operators, /invite, /invitations, /revoke, /role, /remove, /restore, /audit.
office-enrolled = Welcome, { $name } ({ $role }). Join the group by its link. To begin a shift, write to me: /on and the six digits of your app.
office-on = { $name } is on shift.
office-off = { $name } is off shift. Tickets stay yours until you give them back, but you can only answer on shift.
office-nobody-waits = Nobody waits.
office-yours = { $name } is yours: its topic is coming up.
office-closed-several = Closed: { $count }. Not closed: { $left }. An emergency that nobody has claimed is closed only beside a claimed one with equal first words.
office-mine-none = You have no tickets.
office-mine = { $mark } { $name } ({ $language }), { $since }
office-mine-owed = waits for your answer until { $time }
office-mine-answered = you have answered
office-none-found = No text has these words.
office-more-found = and { $count } more: use more words
office-name = You are { $name } now.
office-languages = Your languages: { $languages }.
office-topics = Your topics: { $topics }.
office-all-topics = all
office-capacity = At most { $capacity } tickets at once; emergencies come on top.
office-invite =
    For one { $role }, once, within 24 hours, privately to this bot:
    /enrol { $code } NAME
office-removed = { $name } may do nothing any more; { $count } tickets wait again.
office-role = { $name } is { $role } now.
office-restored = { $name } may act again. They join the group by its link.
office-secret =
    Your key for codes:
    { $secret }
    Type it into an authenticator app, best on another phone. Then write to me /on and the six digits: this message is deleted then. Show it to nobody.
office-on-delete = { $name } is on shift. Please delete the message with your key by hand: I could not.
office-invitation = { $label }: { $role }, by { $name }, { $time }
office-invitations-none = No code may be redeemed.
office-revoked = { $label } enrols nobody any more.
office-asked =
    That takes a second supervisor. I have asked in the group; they have an hour.
    Where there is no other, whoever runs the server agrees: helpline operator agree { $token }
office-audit-broken = ⚠️ Somebody has changed this list by hand: entries were taken out, put back or moved. Tell whoever runs the server.
office-audit-foreign = ⚠️ { $count } entries are not of this helpline and are left out. Tell whoever runs the server.
proposal = 🔑 { $name } wants: { $what }. It can't be undone, so another supervisor has to agree. Ask them first, best by voice, whether they really asked for it.
proposal-agreed = ✅ { $name } has agreed to what { $asked } asked for.
propose-invite = to invite a supervisor
propose-remove = to take { $name } off the roster
propose-role = { $name } as { $role }
propose-restore = to let { $name } act again
office-audit-empty = Nothing in the last seven days.
operator-line = { $name } · { $role } · { $shift } · languages: { $languages } · at most { $capacity }
operator-no-languages = not said
role-operator = operator
role-supervisor = supervisor
role-editor = editor
shift-on = on shift
shift-off = off shift

## The menu of commands. Whoever looks over a shoulder sees it, so it names no case and no danger.

command-on = begin a shift, with the code
command-off = end a shift
command-next = take the next one
command-mine = what I have now
command-health = how the queue is
command-find = texts that can be sent
command-languages = my languages, the best first
command-topics = what I know best
command-capacity = how many at once
command-name = another code name
command-claim = take this one
command-ask = ask with buttons, in the person’s language
command-say = send a ready text
command-transfer = to a colleague, a language, a topic
command-requeue = back to the queue
command-sleep = aside until: 30m, 2h, 18:00
command-urgency = how urgent it is
command-release = the program answers again
command-close = close; say how it ended
command-delete = take back the answered message
command-mute = mute for a time

## The desk in a browser

console-title = Helpline desk
console-rooms = Rooms of the console
console-room-desk = Desk
console-room-texts = Texts
console-queue = Queue
console-conversation = Conversation
console-demo = This is the demo; nobody here is real. Who are you?
console-no-way-in = Nobody can sign in here yet. The desk is in the operators' group.
console-role-operator = Operator
console-role-supervisor = Supervisor
console-role-editor = Editor
console-begin-shift = Begin shift
console-end-shift = End shift
console-leave = Sign out
console-live = up to date
console-cut = Cut off: what you see may be old. It connects again by itself.
console-failed = That didn't work. Nothing was done, or it isn't known: try again.
console-mine = Yours
console-waiting = Waiting
console-others = With colleagues
console-more = and { $count } more
console-since = for { $span }
console-choose = Choose a ticket in the queue.
console-back = Back
console-card = What is known
console-said = What was said
console-claim-to-read = Claim it to read what was written.
console-of-another = { $name } has it. Only who has claimed a ticket reads what is said.
console-lost = { $count } earlier lines were left out: there was no room for them.
console-person = Person
console-program = Program
console-delivery-waiting = on its way
console-delivery-sent = at Telegram
console-delivery-blocked = not delivered: the person has blocked the bot
console-delivery-failed = not delivered
console-corrected = corrected
console-deleted = taken back
console-correct = Correct
console-delete = Take back
console-correcting = You are correcting your message.
console-message = Message
console-note = Note for colleagues
console-send = Send
console-keep = Keep note
console-send-hint = Enter sends, Shift and Enter begins a line
console-how-ended = How did it end?
console-cancel = Cancel
console-keys = Keys
console-keys-on = Use single keys
console-key-j = next ticket
console-key-k = ticket before
console-key-c = claim
console-key-r = write a message
console-key-n = write a note
console-key-x = close
console-key-q = go to the queue
console-refused-length = Not sent: a message has 1 to { $most } characters.
console-refused-off-shift = Not done: begin your shift first.

## console: the editors' studio

studio-parts = Parts of the studio
studio-work = Work
studio-flows = Dialogues
studio-numbers = Phone numbers
studio-files = Files
studio-no-backup = not backed up elsewhere
studio-backed-up = backed up at { $time }
studio-backup-failed = The backup failed at { $time }. What you save stays here; it is tried again.
studio-apart = Others have changed the same lines elsewhere: { $files }. Nothing was mixed; somebody who knows git has to decide.
studio-read-only = Texts can only be read here: this console has been given no folder to save in (HELPLINE_CONTENT).
studio-by-hand = Somebody has changed files in the folder by hand: { $files }. Until they are committed or put back nothing can be saved.
studio-other-branch = Not saved: somebody has put the folder on the branch { $branch }. It has to stand on studio.
studio-moved = Not saved: something else has written at the same moment. Save again.
studio-locked = Not saved: another program of git's is at work in the folder ({ $file }). Try again; if it stays like that, a programmer has to look.
studio-no-text = There is no text { $name }.
studio-changed-meanwhile = Not saved: { $name } has changed the same sentence meanwhile ({ $why }). Your words are still here.
studio-say-why = Not saved: say in a few words why you change it (up to { $most } characters).
studio-say-heard = Not saved: write what was heard (up to { $most } characters).
studio-saved = Saved.
studio-nothing-to-save = Nothing has changed, so nothing was saved.
studio-merged = Somebody else's change to this text is in it as well: look it through.
studio-unsigned = The reviewer's signature was taken back, since it was for the old words.
studio-call-saved = Written down.
studio-find = Find a text
studio-find-words = Words, a name or a mark
studio-find-go = Find
studio-find-hint = Words as a person reads them, such as “we don't know”; a name, such as police; a footnote mark, such as law 17(1).
studio-nothing-found = Nothing holds these words in this language.
studio-language = Language
studio-to-do = What is to be done
studio-mine = mine
studio-all = all
studio-kind = Kind
studio-counts = Work by language
studio-kind-refused = Refused by a lawyer
studio-kind-missing = Missing
studio-kind-stale = Behind the Russian text
studio-kind-overdue = Review overdue
studio-kind-number = Numbers without a fresh call
studio-kind-doubt = Doubts
studio-kind-unsigned = Signed by nobody
studio-why-refused = These sentences can't be published before they are changed.
studio-why-missing = The Russian text is there, this language's isn't.
studio-why-stale = The Russian text has changed since they were compared.
studio-why-overdue = The day of the next review has passed.
studio-why-number = Call them, and write down what you heard. A hidden number takes its line out of the texts.
studio-why-doubt = What a translator or a lawyer wasn't sure of.
studio-why-unsigned = No lawyer or native speaker has read these pages.
studio-nothing-to-do = Nothing is to be done here.
studio-translate-next = Translate the next one
studio-withheld = withheld until its review
studio-broken = The texts can't be shown
studio-open-file = Open the file
studio-unreadable = The file couldn't be read like this.
studio-not-there-yet = This text isn't written in { $locale } yet.
studio-is-stale = The Russian text has changed since this was compared with it. Marked: what was taken out, and what came in.
studio-other-languages = This text in other languages
studio-source = Russian
studio-words = Words
studio-bubble = Message { $name }
studio-button = Button { $name }
studio-button-words = Words on the button
studio-note = Notes for colleagues
studio-note-hint = Nobody is sent these. Footnote marks such as [^law 17(1)] stand here, and doubts: “doubt: …”.
studio-doubts = Doubts
studio-doubts-hint = One a line, for the next reviewer.
studio-read-back = Read back into Russian
studio-read-back-hint = Translate your text back without looking, then compare: who decides, “may” or “can”, figures, “not”. This isn't kept.
studio-doubt = A doubt for a native speaker
studio-same-as-source = I have compared them: it says what the Russian text says.
studio-same-as-program = I have compared it: what it says about ourselves is what the program does.
studio-why = Why do you change it?
studio-save = Save
studio-next = Next: { $name }
studio-theirs = What is saved there now
studio-theirs-hint = Put together from both what is right, then go on. Nothing is lost: both are here.
studio-mine-again = I have put both together
studio-unsaved = You haven't saved yet.
studio-phone = On the phone
studio-no-findings = Nothing to mend.
studio-as-sent = As it will be sent · { $locale }
studio-where-said = Where it is said
studio-in-emergency = People in danger read this too.
studio-reach = Steps that say it: { $steps }. Dialogues: { $flows }.
studio-danger = danger
studio-by-program = The program says it by itself, between the dialogues.
studio-by-operators = Operators send it: /say { $name }
studio-in-deck = It belongs to the question deck.
studio-taken-in = Taken in by
studio-will-lag = If you change it, these translations lag behind: { $locales }.
studio-terms = Words of the glossary
studio-history = History
studio-show-history = Show who changed it, and why
studio-no-history = No history is kept here.
studio-flows-hint = Drawn from their definitions. Programmers change the order; the words of each step are yours.
studio-begins-with = Begins with words that mean:
studio-comes-from = One comes here from:
studio-chart = The dialogue as a drawing
studio-step-say = says
studio-step-ask = asks
studio-step-do = does
studio-step-handover = calls a human:
studio-step-flow = goes on in
studio-step-set = remembers
studio-step-branch = branches
studio-edit = Edit { $name }
studio-numbers-hint = A number that needs confirming is shown for { $days } days after a test call.
studio-number-shown = shown
studio-number-hidden = hidden
studio-last-call = Last call: { $day }
studio-no-call = Nobody has called it yet
studio-no-test-calls = an emergency number of the state: always shown, and never called to try it
studio-call-now = call it
studio-heard = What was heard? Who answered, in which languages, at what cost
studio-called-today = Called today
studio-without = What if { $number } goes?
studio-loses = Texts that lose a line: { $count }
studio-nothing-left = nothing is left
studio-no-text-names-it = No text names it.
studio-files-hint = Whole files, as they lie in the folder. Sentences and pages are easier to change by their own pages.
studio-file-hint = Change only what you know. Lines that you don't touch stay as they are.
