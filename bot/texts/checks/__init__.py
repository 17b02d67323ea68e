"""The checks of `helpline check`, one kind in each module; `bot.texts.check` runs them all."""
