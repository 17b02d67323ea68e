"""How far the texts are, for editors and supervisors."""
