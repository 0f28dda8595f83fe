"""The desk's server: LanguageTool's and Typerighter's protocols, our own, and a page. Needs ``newslint[server]``."""
