"""The archive: findings, names, quotations and figures of very many articles, kept in Parquet files."""
