"""Pictures that are drawn: streets, people, signs and patterns."""
