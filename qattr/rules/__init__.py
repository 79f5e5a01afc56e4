"""Which spans and clauses are speech, and which words beside them name the speaker.

``attribute_spans`` takes the quoted spans in their neighbourhoods, ``report_clauses`` the cues that no quotation has
used, ``floor_turns`` the sentences that give somebody the floor; :mod:`.attribution` has what they answer.
"""
