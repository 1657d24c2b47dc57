"""What cards and the home page are made of: figures, small tables, charts."""
