"""The product search index: our own tokens, so that one Chinese character finds its product.

A trigram index answers nothing for one or two characters, and LIKE reads every row. So each
product keeps a line of tokens: words and codes, code tails, single Chinese characters with their
pairs, and pinyin initials. SQLite keeps them in an FTS5 table with prefix indexes, PostgreSQL in a
`tsvector` under a GIN index; both answer `token*`.
"""

from typing import Any


def make_search(connection: Any) -> None:
    """Create the index beside the tables (it is derived: migrations may drop and refill it)."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(
            "CREATE TABLE product_search (product_id BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL)"
        )
        connection.exec_driver_sql(
            "CREATE INDEX ix_product_search_tokens ON product_search USING GIN (tokens)"
        )
        return
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE product_search USING fts5("
        "tokens, content='', contentless_delete=1, detail=none, prefix='1 2 3 4', "
        "tokenize='unicode61')"
        if _deletes_without_content(connection)
        else "CREATE VIRTUAL TABLE product_search USING fts5("
        "tokens, detail=none, prefix='1 2 3 4', tokenize='unicode61')"
    )


def _deletes_without_content(connection: Any) -> bool:
    """FTS5 can delete from an index that stores no content since SQLite 3.43."""
    version = connection.exec_driver_sql("SELECT sqlite_version()").scalar()
    major, minor = (int(part) for part in str(version).split(".")[:2])
    return (major, minor) >= (3, 43)
