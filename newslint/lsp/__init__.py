"""The language server: what the desk will say, while one types. Needs the extra ``newslint[lsp]``."""
