"""Files, folders, records and streams -> texts to analyze."""
