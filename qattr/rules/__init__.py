"""Which spans and clauses are speech, and which words beside them name the speaker."""
