"""From words to conclusions: quotes, themes, and what each party said per perspective."""
