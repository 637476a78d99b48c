"""Exports of Polis made for the tests, of both generations."""

from __future__ import annotations

COMMENTS = (
    "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
    '1403054214196,Wed Jun 18 08:16:54 UTC 2014,0,7001,2,1,1,"The stairs are dark, and the ""night bus"" is late.\n\nBoth."\n'
    "1403054214197,Wed Jun 18 08:16:55 UTC 2014,1,7002,0,1,-1,Shouting\n"
    "1403054214198,Wed Jun 18 08:16:56 UTC 2014,12,7003,0,0,0,Wait\n"
)
NEWER_COMMENTS = (
    "timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,group-informed-consensus,importance,comment-body\n"
    "1726860676783,2,0,57,0,1,false,true,0.68,3,Keep the market\n"
    "1726860685220,3,0,56,1,1,true,false,0.49,,Is this about us?\n"
)
VOTES = (
    "timestamp,datetime,comment-id,voter-id,vote\n"
    "1403058928000,later,0,7001,-1\n"  # the last word of this person stands first
    "1403054214000,first,0,7001,1\n"
    "1403054214000,x,0,7002,1\n"
    "1403054214000,x,1,7002,-1\n"
    "1403054214000,same time,12,7002,1\n"
    "1403054214000,same time,12,7002,0\n"
)
PEOPLE = (
    "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,12\n"
    "7001,0,1,1,0,1,-1,,\n"
    "7002,,0,3,1,1,1,-1,0\n"
    "7003,1,0,0,0,0,,,\n"
)
SUMMARY = (
    "topic,Stairs and buses\nurl,https://polis.example/2demo\nviews,9\nvoters,2\n"
    'conversation-description,"What is it like\nto come home late?"\n'
)


def export(**files: str) -> dict[str, bytes]:
    """The older export, with some files in the place of its own: `votes=...`; "" leaves one out."""
    whole = {"summary": SUMMARY, "comments": COMMENTS, "votes": VOTES, "participants_votes": PEOPLE} | files
    return {f"{name.replace('_', '-')}.csv": words.encode() for name, words in whole.items() if words}
