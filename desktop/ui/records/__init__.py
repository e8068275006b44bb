"""Records to read, whole: what is known of an event, a person, an organisation or a place, with links to the rest."""
