"""Which words name somebody: where a name, a role, an organization begins and ends."""
