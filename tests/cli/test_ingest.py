"""`ingest`: attachments, web addresses, progress on a terminal; stopped or killed, nothing half."""

import json
import os
import re
import signal
import subprocess
import sys
from email.message import EmailMessage

import pytest

INGEST = [sys.executable, "-m", "secondround", "ingest", "--dossier", "Elm House", "--json"]
LONG = "\n\n".join(f"## Home {n}\n\nIts night rota has {n + 3} gaps a week." for n in range(200))


def ingest(*sources):
    ran = subprocess.run(
        [*INGEST, *map(str, sources)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return json.loads(ran.stdout), ran


def test_what_is_attached_to_an_email_has_a_row_of_its_own(tmp_path):
    message = EmailMessage()
    message["Subject"], message["From"] = "Your visit", "priya@elm.example"
    message.set_content("We look forward to meeting you.")
    message.add_attachment("I said that the rota has gaps.", filename="notes.txt")
    path = tmp_path / "offer.eml"
    path.write_bytes(message.as_bytes())
    rows, ran = ingest(path)
    assert [row["name"] for row in rows] == ["offer.eml", "offer.eml › notes.txt"]
    assert [row["status"] for row in rows] == ["added", "added"]
    assert ran.returncode == 0
    assert ran.stderr == ""


def test_an_address_is_a_source_and_fails_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("I said that the rota has gaps.", encoding="utf-8")
    rows, ran = ingest("http://127.0.0.1:9/about", path)
    assert [row["status"] for row in rows] == ["failed", "added"]
    assert "not on the public internet" in rows[0]["problem"]
    assert ran.returncode == 1


@pytest.mark.parametrize("stop", ["SIGINT", "SIGKILL"])
def test_what_is_stopped_in_the_middle_leaves_nothing_and_can_be_brought_again(tmp_path, stop):
    pty = pytest.importorskip("pty")
    path = tmp_path / "homes.md"
    path.write_text(LONG, encoding="utf-8")
    terminal, slave = pty.openpty()
    running = subprocess.Popen(
        [*INGEST, path], stdout=subprocess.PIPE, stderr=slave, preexec_fn=_heeds_ctrl_c
    )
    os.close(slave)
    shown = b""
    while not re.search(rb"\d+ of \d+ passages", shown):
        shown += os.read(terminal, 1024)
    running.send_signal(getattr(signal, stop))
    out, _ = running.communicate(timeout=60)
    os.close(terminal)
    assert running.returncode == (130 if stop == "SIGINT" else -signal.SIGKILL)
    assert out.strip() in (b"[]", b"")
    rows, ran = ingest(path)
    assert [(row["name"], row["status"]) for row in rows] == [("homes.md", "added")], ran.stderr


def _heeds_ctrl_c():
    """What is started in the background of a shell ignores it, and so do its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
