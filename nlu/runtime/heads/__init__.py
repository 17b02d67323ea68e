"""Linear heads over embedding and n-grams: locale, intent, urgency."""
