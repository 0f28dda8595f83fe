"""Quotation marks and quotations."""
