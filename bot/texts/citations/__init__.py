"""What each sentence rests on: footnote marks, sources, the lawyer's sheet and its signatures."""
