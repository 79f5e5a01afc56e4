"""Files, records, folders -> articles; many articles by many workers; where the results go."""
