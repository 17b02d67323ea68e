"""`python -m bench` (`make bench`): the helpline beside its peers, in one run on one machine."""
