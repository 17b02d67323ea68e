### Questions that an operator sends by two keys, with their answers as buttons: content/deck/deck.yml.
### One thing at a time, words of a twelve-year-old, nothing promised, nothing that asks “why”. Somebody
### else may see the screen. An answer stands under several questions: its words must fit them all.
### Nobody has reviewed these questions yet: neither a practitioner nor a doctor.

deck_skip = Skip
deck_write = I’ll write

## Names of the groups, for operators

deck_group_safety = Safety
deck_group_place = Place and travel
deck_group_health = Health
deck_group_people = People and children
deck_group_documents = Papers, police
deck_group_work = Work and money
deck_group_want = What is needed
deck_group_return = Going home
deck_group_contact = Contact
deck_group_understanding = Language, understanding

## Safety

deck_can_write = Is it safe for you to write now?
deck_read_along = Can anyone else read this chat?
deck_danger_now = Does anything threaten you now?
deck_someone_near = Is anyone with you now?
deck_trust_near = Do you trust the people near you?
deck_can_speak = Can you speak on the phone without being heard?
# Not "are you safe": whoever says yes may still be in danger, and it isn't for us to call it so.
deck_calm_place = Is it calm where you are now?
deck_searched_for = Is anyone looking for you now?
deck_threats = Does anyone threaten you or your family?

## Place. Only the country and the kind of place are asked; what says more is voluntary.

deck_which_country = Which country are you in now?
deck_on_the_move = Are you on the move now?
deck_leaving_when = When is the departure?
deck_town_or_village = Where are you: in a town, a village or far from people?
deck_nearest_city = Which big city is nearest? You need not answer.
deck_kind_of_place = What kind of place is it? You need not answer.
# The address itself is asked only of somebody who wants people to be sent, in the operator's own words.
deck_know_where = Do you know where you are? You need not write the address.
deck_see_outside = What can you see outside? Look only if nobody notices.

## Health

deck_hurt_who = Is anyone hurt or ill?
deck_need_doctor = Do you need a doctor?
deck_where_pain = Where does it hurt?
deck_bleeding = Is there a lot of blood?
deck_breathing = Is this person breathing normally?
deck_pregnant = Are you pregnant?
# Asked plainly: a detour is heard as a wish not to know. Never how, with what, how much.
deck_suicide_thoughts = Are you thinking about killing yourself?
deck_means_near = Is there something near that you could hurt yourself with?
deck_already_acted = Did you already take something or do something to yourself?

## People and children

deck_who_about = Who are you writing about?
deck_over_18 = Are you 18 or older?
deck_how_many = How many people are there where you are? About.
deck_child_there = Is there a child?
deck_child_age = How old is the child?
deck_children_where = Where are your children now?
deck_family_where = Where is your family now?
# For whoever writes about somebody else.
deck_seen_when = When did you see it?

## Documents, police

deck_papers_where = Where is your passport now?
deck_papers_holder = Who holds your passport?
deck_citizenship = Which country are you a citizen of? You need not answer.
deck_in_country_since = How long have you been in this country?
deck_registered = Are you registered here?
deck_where_held = Have you been detained now?
deck_hearing_day = Were you told the day of a court hearing?

## Work and money

deck_work_kind = What kind of work is it?
deck_as_promised = Is the work as you were promised?
deck_paid = Are you paid for the work?
deck_unpaid_since = How long have you not been paid?
deck_contract = Did you sign a work contract?
deck_debt = Are you told that you must work off a debt?
deck_go_out_freely = Can you go out when you want to?
deck_work_notes = Are there notes or messages about the work and the money?

## What is wanted. A wish is asked; nothing here says that it will come true.

deck_main_want = What matters most to you now?
deck_most_needed = What do you need most now?
deck_sleep_tonight = Do you have a place to sleep tonight?
deck_lawyer = Do you want to speak to a lawyer?
# Asks for a wish only: what reporting means is said by the page on the police, or by a lawyer first.
deck_police_wish = Do you want to go to the police? You choose.
deck_police_fear = Are you afraid of the police?
deck_embassy = Do you want to turn to your embassy?
deck_own_state_fear = Are you afraid that your own state will learn about you?

## Return

deck_want_return = Do you want to go back home?
deck_home_danger = Could it be dangerous for you at home?
deck_home_debt = Does anyone at home say that you owe money?
deck_return_known = Could someone dangerous to you learn that you return?
deck_ticket_money = Do you have money for the journey?
deck_met_at_home = Can someone meet you there?
deck_children_go = Will your children go with you?
deck_expelled_before = Were you expelled from Kazakhstan before?

## Contact

deck_write_later = May we write to you later?
deck_good_time = When may we write to you?
deck_whose_phone = Whose phone is this?
deck_other_phone = Is there another phone that you can write from?
deck_battery = How long will the phone’s battery last?
# A code word shows later that the same person writes; "I'll write" takes it.
deck_code_word = Shall we agree on a word that shows it is you?
deck_end_now = Shall we end for today? You can write again at any time.

## Understanding

deck_understand = Do you understand what we write?
deck_understood_right = Do we understand you correctly?
deck_which_language = Which language is easiest for you?
deck_russian_ok = May we write to you in Russian?
deck_interpreter = Do you need an interpreter?
deck_talk_with = Who is it easier for you to talk with?
deck_go_on = May we ask another question?

## Answers. Each must fit all its questions and be clear alone: the operator reads it alone.

deck_answer_yes = Yes
deck_answer_no = No
deck_answer_not_sure = Not sure
deck_answer_dont_know = I don’t know
deck_answer_partly = Partly
deck_answer_a_little = A little
deck_answer_sometimes = Sometimes
deck_answer_nothing = Nothing
deck_answer_nobody = Nobody

deck_answer_right_now = Right now
deck_answer_within_hour = In less than an hour
deck_answer_today = Today
deck_answer_tomorrow = Tomorrow
deck_answer_later = Later
deck_answer_yesterday = Yesterday
deck_answer_this_week = This week
deck_answer_long_ago = Earlier
deck_answer_under_month = Less than a month
deck_answer_months_1_3 = 1–3 months
deck_answer_months_4_12 = 4–12 months
deck_answer_over_year = More than a year

deck_answer_to_me = Me
deck_answer_to_family = My family
deck_answer_to_us_all = Me and my family

deck_answer_kazakhstan = Kazakhstan
deck_answer_russia = Russia
deck_answer_uzbekistan = Uzbekistan
deck_answer_kyrgyzstan = Kyrgyzstan
deck_answer_tajikistan = Tajikistan
deck_answer_another_country = Another country
deck_answer_home_country = In my home country

deck_answer_car = Yes, in a car
deck_answer_bus_train = Yes, in a bus or train
deck_answer_airport = Yes, at an airport
deck_answer_border = Yes, at a border
deck_answer_not_moving = No, I stay in one place
deck_answer_nobody_leaves = Nobody is leaving

deck_answer_town = Town
deck_answer_village = Village
deck_answer_far_from_people = Far from people
deck_answer_road = Road
deck_answer_almaty = Almaty
deck_answer_astana = Astana
deck_answer_shymkent = Shymkent
deck_answer_another_city = Another city
deck_answer_home = House or flat
deck_answer_building_site = Building site
deck_answer_farm = Farm
deck_answer_cafe_shop = Café or shop
deck_answer_hotel = Hotel
deck_answer_another_place = Another place
deck_answer_houses = Other houses
deck_answer_field = Field or steppe
deck_answer_mountains = Mountains

deck_answer_me = I am
deck_answer_another_person = Another person
deck_answer_several_people = Several people
deck_answer_pregnant_1_3 = Yes, 1–3 months
deck_answer_pregnant_4_6 = Yes, 4–6 months
deck_answer_pregnant_7_9 = Yes, 7–9 months
deck_answer_head = Head
deck_answer_chest = Chest
deck_answer_belly = Belly
deck_answer_back = Back
deck_answer_arm_leg = Arm or leg
deck_answer_elsewhere = Somewhere else

deck_answer_about_me = About myself
deck_answer_about_relative = About a relative
deck_answer_about_friend = About someone I know
deck_answer_about_stranger = About a stranger
deck_answer_about_several = About several people
deck_answer_people_1 = 1
deck_answer_people_2_5 = 2–5
deck_answer_people_6_10 = 6–10
deck_answer_people_over_10 = More than 10
deck_answer_years_0_2 = Under 3 years
deck_answer_years_3_6 = 3–6 years
deck_answer_years_7_13 = 7–13 years
deck_answer_years_14_17 = 14–17 years
deck_answer_several_children = There are several children
deck_answer_with_me = With me
deck_answer_with_others = With someone else
deck_answer_no_children = No children

deck_answer_i_have_it = I have it
deck_answer_lost = Lost
deck_answer_never_had = I never had a passport
deck_answer_employer = Employer
deck_answer_middleman = Middleman
deck_answer_relative = Relative
deck_answer_police = Police
deck_answer_held_police = Yes, by the police
deck_answer_held_court = Yes, I am in court
deck_answer_held_reception = Yes, at a reception centre
deck_answer_held_elsewhere = Yes, in another place
deck_answer_not_held = No, not detained

deck_answer_building = Building
deck_answer_farm_work = Fields or animals
deck_answer_housework = Work in a house
deck_answer_online = On the internet
deck_answer_another_work = Other work

deck_answer_safe_place = A safe place
deck_answer_doctor = A doctor
deck_answer_papers = Papers
deck_answer_money_for_work = Money for my work
deck_answer_go_home = Going home
deck_answer_just_talk = Just talking
deck_answer_water = Water
deck_answer_food = Food
deck_answer_warm_clothes = Warm clothes
deck_answer_medicine = Medicine
deck_answer_place_to_sleep = A place to sleep
deck_answer_lawyer_first = A lawyer first

deck_answer_i_write_first = Better if I write first
deck_answer_morning = In the morning
deck_answer_daytime = In the daytime
deck_answer_evening = In the evening
deck_answer_night = At night
deck_answer_any_time = At any time
deck_answer_mine = Mine
deck_answer_someone_elses = Someone else’s
deck_answer_work_phone = A work phone
deck_answer_few_minutes = A few minutes
deck_answer_about_hour = About an hour
deck_answer_few_hours = A few hours
deck_answer_can_charge = I can charge it

# The names of languages are the same in every locale.
deck_answer_language_uz = O‘zbekcha
deck_answer_language_ru = Русский
deck_answer_language_kk = Қазақша
deck_answer_language_ky = Кыргызча
deck_answer_language_tg = Тоҷикӣ
deck_answer_another_language = Another language
deck_answer_woman = With a woman
deck_answer_man = With a man
deck_answer_no_difference = No difference
