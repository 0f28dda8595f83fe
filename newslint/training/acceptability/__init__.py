"""How the network is trained: prep, damage, model, fit, export, measure (see README.md)."""
