"""The commands as another program uses them: real data folder, no key, no network."""

import json
import subprocess
import sys
import time

import pytest

NOTES = """# First interview, 12 March 2026

## Concerns
- Worried that I have never run a team of more than six people.

## What I promised
- I said I would send the rota template to Dana by Friday.
"""
ANSWER = (
    "Last winter the boiler in our care home failed on a Friday night with 31 residents in the "
    "building. I was the duty manager and had to keep everyone warm until Monday. I moved the "
    "residents into the two heated wings, borrowed nine heaters from the school next door and "
    "rang every family myself. Nobody fell ill, and the inspector praised the log I had kept."
)


@pytest.fixture
def run(run):
    """What a command prints; of one that fails, its errors too."""

    def printed(*words, code=0, **given):
        ran = run(*words, code=code, **given)
        return ran.stdout if code == 0 else ran.stdout + ran.stderr

    return printed


@pytest.fixture
def notes(tmp_path):
    path = tmp_path / "first interview.md"
    path.write_text(NOTES, encoding="utf-8")
    return path


def test_help_is_there_in_less_than_half_a_second():
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "secondround", "--help"], check=True, capture_output=True
        )
        times.append(time.perf_counter() - start)
    assert min(times) < 0.5


def test_documents_taken_in_are_found_again(run, notes):
    [row] = json.loads(run("ingest", "--dossier", "Elm House", "--json", notes))
    assert row["status"] == "added"
    assert row["kind"] == "first_interview"
    assert row["passages"] >= 2
    found = json.loads(run("search", "--dossier", "elm house", "--json", "size of team I have led"))
    assert "six people" in found[0]["text"]
    start, end = found[0]["start"], found[0]["end"]
    assert 0 <= start < end
    assert set(found[0]) >= {"text", "document", "kind", "start", "end", "score"}


def test_many_queries_are_answered_a_line_each_and_a_bad_line_is_named(run, notes, tmp_path):
    run("ingest", "--dossier", "Elm House", notes)
    queries = tmp_path / "queries.jsonl"
    lines = [
        {"id": "a", "query": "How many people have I led?"},
        {"id": "b", "query": "How many people have I led?", "kind": "job"},
        {"id": "c", "query": "recipe for banana bread"},
    ]
    text = "\n".join(json.dumps(line) for line in lines) + "\n\nnot json\n"
    queries.write_text(text, encoding="utf-8")
    out = run("search", "--dossier", "Elm House", "--jsonl", queries)
    found, of_kind, nothing, bad = (json.loads(line) for line in out.splitlines())
    assert found["id"] == "a"
    assert "six people" in found["passages"][0]["text"]
    assert (of_kind, nothing) == ({"id": "b", "passages": []}, {"id": "c", "passages": []})
    assert bad["line"] == 5
    assert "not a query" in bad["problem"]


def test_a_search_is_narrowed_to_documents_people_and_days(run, notes):
    run("ingest", "--dossier", "Elm House", notes)

    def found(*scope):
        words = ("search", "--dossier", "Elm House", "--json", "How many people have I led?")
        return json.loads(run(*words, *scope))

    assert found("--document", notes.name)
    assert found("--document", "other.md") == found("--person", "Nobody Known") == []
    assert found("--since", "2040-01-01") == []


def test_the_brief_names_the_concern_with_its_source(run, notes):
    run("ingest", "--dossier", "Elm House", notes)
    lines = json.loads(run("brief", "--dossier", "Elm House", "--json"))
    [concern] = [line for line in lines if line["topic"] == "concern"]
    assert "six people" in concern["text"]
    assert concern["passages"][0]["document"] == "first interview.md"
    assert concern["state"] == "found"
    assert concern["callback"] is True
    assert set(concern) >= {"id", "aspect", "about", "date", "stale", "cares", "quote", "made_by"}


def test_a_bad_file_fails_alone_and_says_why(run, notes, tmp_path):
    empty = tmp_path / "empty.pdf"
    empty.touch()
    missing = tmp_path / "missing.pdf"
    out = run("ingest", "--dossier", "Elm House", "--json", empty, missing, notes, code=1)
    rows = {row["name"]: row for row in json.loads(out)}
    assert rows["first interview.md"]["status"] == "added"
    for name in ("empty.pdf", "missing.pdf"):
        assert rows[name]["status"] == "failed"
        assert rows[name]["problem"].endswith(".")


def test_a_critique_quotes_the_answer_word_for_word(run):
    question = "Tell me about a time something broke."
    row = json.loads(run("critique", "--question", question, "--json", text=ANSWER))
    assert row["band"] in range(1, 6)
    assert set(row["elements"]) == {"S", "T", "A", "R"}
    quotes = [e for element in row["elements"].values() for e in element["evidence"]]
    assert quotes
    for evidence in quotes:
        assert ANSWER[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_many_answers_are_judged_a_line_each_and_a_bad_line_is_named(run, tmp_path):
    cases = [
        {"id": "a", "question": "Tell me about a time something broke.", "answer": ANSWER},
        {"id": "b", "question": "Tell me about a time something broke.", "answer": ""},
    ]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join([*map(json.dumps, cases), "not json"]), encoding="utf-8")
    first, second, third = map(json.loads, run("critique", "--jsonl", path).splitlines())
    assert (first["id"], second["id"]) == ("a", "b")
    assert first["band"]
    assert "band" not in second
    assert second["not_assessed"]
    assert third["line"] == 3


def test_an_interview_reads_answers_and_prints_every_turn(run, notes):
    run("ingest", "--dossier", "Elm House", notes)
    answers = "\n".join([ANSWER] * 8)
    command = ("interview", "--dossier", "Elm House", "--persona", "manager", "--questions", 2)
    out = run(*command, "--json", text=answers)
    rows = [json.loads(line) for line in out.splitlines()]
    turns = [row for row in rows if "speaker" in row]
    assert [turn["index"] for turn in turns] == list(range(len(turns)))
    assert turns[0]["move"]["kind"] == "greet"
    assert turns[-1]["move"]["kind"] == "close"
    assert any(turn["text"] == ANSWER for turn in turns)
    assert any("critique" in row for row in rows)


def test_an_interview_can_be_exported_and_deleted_for_good(run, notes):
    run("ingest", "--dossier", "Elm House", notes)
    command = ("interview", "--dossier", "Elm House", "--persona", "teammate", "--questions", 1)
    out = run(*command, "--json", text=ANSWER + "\n")
    interview = json.loads(out.splitlines()[0])["interview"]
    assert "boiler" in run("export", "--interview", interview)
    assert "1 answer, 1 judged." in run("debrief", interview)
    assert json.loads(run("debrief", interview, "--json"))["assessed"] == 1
    assert json.loads(run("export", "--interview", interview, "--json"))
    assert interview in run("list", "--search", "boiler")
    run("forget", "--interview", interview, "--yes")
    assert json.loads(run("list", "--json")) == []
    assert "no interview" in run("export", "--interview", interview, code=1).lower()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("search", "--dossier", "Nowhere", "anything"), "There is no dossier called"),
        (("critique",), "--question"),
        (("forget",), "--interview"),
        (("export", "--interview", "nope"), "nope"),
        (("debrief", "nope"), "nope"),
    ],
)
def test_a_mistake_is_answered_with_one_sentence(run, words, says):
    out = run(*words, code=1)
    assert says in out
    assert "Traceback" not in out


def test_a_data_folder_that_cannot_be_made_is_named_with_the_remedy(run, tmp_path):
    blocked = tmp_path / "file"
    blocked.touch()
    out = run("list", code=1, SECONDROUND_HOME=str(blocked / "home"))
    assert "SECONDROUND_HOME" in out
    assert "Traceback" not in out


def test_the_doctor_looks_at_everything_and_finds_it_well(run):
    checks = json.loads(run("doctor", "--json"))
    names = [check["name"] for check in checks]
    assert names[1:] == [
        "Data folder",
        "Database",
        "Embeddings",
        "Passages",
        "Built-in coach",
        "Model service",
        "Speech",
        "Browser",
    ]
    assert all(check["ok"] is not False for check in checks)


def test_the_doctor_says_what_is_wrong_with_an_unreachable_model_service(run):
    checks = json.loads(
        run(
            "doctor",
            "--json",
            code=1,
            SECONDROUND_MODEL="openai:any",
            SECONDROUND_BASE_URL="http://127.0.0.1:9/v1",
            SECONDROUND_RETRIES="0",
        ).partition("\n]")[0]
        + "\n]"
    )
    [service] = [check for check in checks if check["name"] == "Model service"]
    assert service["ok"] is False
    assert "127.0.0.1:9" in service["says"]


def test_the_coverage_says_what_is_there_and_what_to_do(run, notes):
    run("ingest", "--dossier", "Elm House", notes)
    held = json.loads(run("coverage", "--dossier", "Elm House", "--json"))
    items = {item["id"]: item for item in held["items"]}
    assert items["first-interview"]["found_in"] == ["first interview.md"]
    assert items["resume"]["do"].endswith(".")
    assert held["share"] == sum(item["weight"] for item in items.values() if item["met"])


def test_a_prep_sheet_is_printed_for_a_person_with_its_sources(run, notes):
    run("ingest", "--dossier", "Elm House", notes)
    [sheet] = json.loads(run("sheet", "--dossier", "Elm House", "--persona", "manager", "--json"))
    cited = [note for note in sheet["sections"]["likely"] if note["passages"]]
    assert cited[0]["passages"][0]["document"] == "first interview.md"
    text = run("sheet", "--dossier", "Elm House")
    assert text.count("## Likely questions") == 3
    assert "Nobody here" in run("sheet", "--dossier", "Elm House", "--persona", "Zed", code=1)
