"""What nobody needs any more leaves."""

from __future__ import annotations

import datetime as dt
import os
import time

import pytest

from smallplaces.core import jobs
from tests.factories.core import make_file, make_job

pytestmark = pytest.mark.django_db
TWO_DAYS = 2 * 24 * 60 * 60


def test_leftover_bytes_go_after_a_day_and_kept_ones_stay() -> None:
    from smallplaces.core.files import path_of
    from smallplaces.core.models import File

    kept, lost, fresh = (make_file(data) for data in (b"kept", b"lost", b"fresh"))
    File.objects.filter(pk__in=[lost.pk, fresh.pk]).delete()
    old = time.time() - TWO_DAYS
    for row in (kept, lost):
        os.utime(path_of(row.sha256), (old, old))
    job = jobs.run_here("sweep")
    assert [path_of(row.sha256).exists() for row in (kept, lost, fresh)] == [True, False, True]
    assert job.sentence == "1 leftover file was removed."


def test_counts_whose_window_is_over_go() -> None:
    from smallplaces.core.limits import count_attempt
    from smallplaces.core.models import Attempt

    count_attempt("sign-in", "somebody", most=5, seconds=3600)
    Attempt.objects.create(bucket="3600:sign-in:long ago", window=int(time.time()) // 3600 - 2, count=1)
    jobs.run_here("sweep")
    assert [row.bucket for row in Attempt.objects.all()] == ["3600:sign-in:somebody"]


def test_ended_jobs_go_after_a_month_and_running_ones_stay() -> None:
    from smallplaces.core.clock import now
    from smallplaces.core.models import Job

    long_ago = now() - dt.timedelta(days=40)
    make_job(state="done", made_at=long_ago)
    running = make_job(state="running", made_at=long_ago)
    job = jobs.run_here("sweep")
    assert set(Job.objects.values_list("pk", flat=True)) == {running.pk, job.pk}


def test_what_is_past_its_time_leaves_the_cache() -> None:
    from django.core.cache import cache
    from django.db import connection

    cache.set("key-for-somebody", [1], timeout=3600)
    cache.set("fresh", [1], timeout=3600)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cache SET expires = '2001-01-01 00:00:00' WHERE cache_key LIKE '%%somebody%%'")
        jobs.run_here("sweep")
        cursor.execute("SELECT cache_key FROM cache")
        assert [key for (key,) in cursor.fetchall()] == [":1:fresh"]


def test_files_that_were_looked_at_and_never_brought_in_go_after_a_day() -> None:
    from smallplaces.core.clock import today
    from smallplaces.core.files import keep_for_a_day
    from smallplaces.core.models import File

    old, fresh = (keep_for_a_day(data, name="a.zip", media_type="application/zip") for data in (b"old", b"fresh"))
    File.objects.filter(pk=old.pk).update(added_on=today() - dt.timedelta(days=2))
    make_file(b"a group's own")
    jobs.run_here("sweep")
    assert set(File.objects.values_list("name", flat=True)) >= {fresh.name}
    assert not File.objects.filter(pk=old.pk).exists()
