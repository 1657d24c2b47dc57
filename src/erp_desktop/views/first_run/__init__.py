"""The first minutes with the program, and what is said when a shop cannot be opened."""
