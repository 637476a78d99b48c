"""Our small changes to Django's database backends."""
