"""Mention -> entity: who is meant, over the whole article."""
