"""The Bot API's methods, as far as a helpline needs them."""
