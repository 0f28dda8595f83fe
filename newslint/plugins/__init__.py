"""Hooks, loading, packs and the scaffold."""
