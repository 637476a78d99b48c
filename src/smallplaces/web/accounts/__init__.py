"""Signing in: our look on django-allauth, with the door closed to uninvited sign-up."""
