### What the helpline doesn't take: neither kept nor passed on.

utter_unsupported_picture = We did not keep the picture or pass it on. It could show who or where you are. Please write it in words.

utter_unsupported_voice = We did not listen to the voice message, keep it or pass it on. A voice can give a person away. Please write it in words.

utter_unsupported_file = We did not open the file, keep it or pass it on. It may hold personal details. Please write it in words.

utter_unsupported_sticker = The program does not understand stickers. We did not keep it or pass it on. Please write it in words.

utter_unsupported_contact = We did not keep the contact or pass it on. We do not need phone numbers. Please write it in words.

utter_unsupported_location =
    We did not keep the location or pass it on. We do not track where you are.

    It is { $phone_112 } that sends people, not us. You can write the place in words, if you want to.

utter_unsupported_other = The program does not understand this kind of message. We did not keep it or pass it on. Please write it in words.

# In danger, below the answer to a voice message or a picture; a question with buttons follows.
utter_one_press = If you can talk: { $phone_112 }. You do not have to write. One press is enough.
