"""Reviews: editors ask for them, and a lawyer or native speaker answers by a link, without an
account, on a listener of its own."""
