"""Marking texts that sit in a table, so that the catalogue of sentences finds them."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001  (lupdate looks for it)
    """Mark a text in a table for translation; it is translated where it is shown."""
    return text
