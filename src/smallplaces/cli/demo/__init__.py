"""The demonstration place: Osier Bend and Low Marsh in the Republic of Corrow, all of it fiction.

It is brought in through the same actions that people use, on days counted back from the day of loading.
"""
