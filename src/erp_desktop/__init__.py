"""ERP Desktop: a desktop program that a small shop runs its whole trade with."""

__version__ = "0.5.0"
