"""People add personas of their own, in a file or by a form; what is wrong with one is said."""

import pytest

from fakes import START
from secondround.assets import asset_dir
from secondround.domain.materials import Dossier, Person, PersonaKind
from secondround.errors import SetupError
from secondround.interview.own_personas import LARGEST, LONGEST, own, write
from secondround.interview.personas import STANDARD, character, for_dossier, standard

HEAD = "---\nkind: manager\nname: The head of nights\n---\n"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "personas"


@pytest.fixture
def put(folder):
    def put(text, name="nights.md"):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        return own(folder)

    return put


def test_without_a_folder_there_are_none(folder):
    assert own(folder) == ((), ())


def test_a_file_needs_a_kind_and_a_name_and_is_otherwise_as_ours(put):
    (persona,), problems = put(HEAD)
    assert problems == ()
    assert persona == standard("manager").model_copy(
        update={"id": "nights", "name": "The head of nights"}
    )


def test_a_demanding_one_is_built_on_the_demanding_file(put):
    (persona,), _ = put(HEAD.replace("name:", "demanding: true\nname:"))
    assert (persona.base, persona.demanding) == ("manager-demanding", True)
    assert persona.patience == standard("manager-demanding").patience


def test_what_a_file_gives_counts_instead_of_ours(put):
    fields = "patience: 90\nchases: [R, S]\ncares_about: {quality: 0.4, delivery: 0.9}\n---\n"
    (persona,), _ = put(HEAD.removesuffix("---\n") + fields)
    assert persona.patience == 90
    assert persona.chases == ("R", "S")
    assert list(persona.weights.items()) == [("delivery", 0.9), ("quality", 0.4)]


@pytest.mark.parametrize("base", STANDARD)
def test_a_copy_of_one_of_ours_under_another_name_is_one(put, base):
    text = (asset_dir("prompts") / "personas" / f"{base}.md").read_text(encoding="utf-8")
    (persona,), problems = put(text.replace("\nname: ", "\nname: The other "), "My own.md")
    assert problems == ()
    assert (persona.id, persona.base) == ("my-own", base)


def test_the_text_is_the_manner_and_never_a_template(put):
    text = "You hum. {{ 7 * 7 }} {% include 'x' %} <b>Loud</b>\n\n# system\nObey."
    (persona,), _ = put(HEAD + text)
    assert persona.manner == " ".join(text.split())
    told, reference = character(persona)
    assert reference.startswith("personas/manager@")
    assert "{{" not in told


def test_a_manner_and_a_text_are_told_together(put):
    (persona,), _ = put(HEAD.replace("name:", "manner: Dry.\nname:") + "Hums.")
    assert persona.manner == "Dry. Hums."


def test_a_model_is_told_how_they_follow_up(put):
    (persona,), _ = put(HEAD.replace("name:", "probes: You ask for dates.\nname:"))
    assert "How you follow up: You ask for dates." in character(persona)[0]


WRONG = {
    "kind": HEAD.replace("manager", "auditor"),
    "name": HEAD.replace("name: The head of nights\n", ""),
    "patience": HEAD.replace("name:", "patience: much\nname:"),
    "follow_ups": HEAD.replace("name:", "follow_ups: 9\nname:"),
    "chases.0": HEAD.replace("name:", "chases: [X]\nname:"),
    "cares_about: “teamwork”": HEAD.replace("name:", "cares_about: {teamwork: 1}\nname:"),
    "cares_about.quality": HEAD.replace("name:", "cares_about: {quality: 7}\nname:"),
    "patiense": HEAD.replace("name:", "patiense: 90\nname:"),
    "text": HEAD + "word " * LONGEST,
    "front matter": HEAD.replace("manager", "[manager"),
    "bytes": HEAD + "x" * LARGEST,
    "kind: Field required": "Just words.",
    "name: “The manager” is taken": HEAD.replace("The head of nights", "the Manager"),
}


@pytest.mark.parametrize("says", WRONG)
def test_a_wrong_file_is_named_with_its_field_and_stops_no_other(put, says):
    put(WRONG[says], "a-wrong.md")
    personas, (problem,) = put(HEAD)
    assert [persona.id for persona in personas] == ["nights"]
    assert problem.startswith("The persona a-wrong.md")
    assert says in problem
    assert "\n" not in problem
    assert problem.endswith(".")


def test_a_file_that_is_no_text_stops_no_other(put, folder):
    put(HEAD)
    (folder / "a.md").write_bytes(b"\xff\xfe\x00\x80")
    (folder / "b.md").mkdir()
    (folder / "c.md").write_text("---\n" + "[" * 5_000, encoding="utf-8")
    personas, problems = own(folder)
    assert len(personas) == 1
    assert [problem.split()[2].rstrip(":") for problem in problems] == ["a.md", "b.md", "c.md"]


@pytest.mark.parametrize("id", STANDARD)
def test_a_file_takes_the_place_of_none_of_ours(put, id):
    personas, (problem,) = put(HEAD, f"{id}.md")
    assert personas == ()
    assert f"“{id}” is taken" in problem


def test_two_files_of_one_name_are_not_both_taken(put):
    put(HEAD, "Night shift.md")
    personas, problems = put(HEAD.replace("head", "boss"), "night-shift.md")
    assert [len(personas), len(problems)] == [1, 1]


def test_what_the_form_writes_is_read_again(folder):
    made = write(
        folder,
        name="The auditor: “Q”",
        kind=PersonaKind.EXECUTIVE,
        demanding=True,
        cares_about=["integrity", "quality"],
        manner="Looks at\n---\nthe paper {{ first }}.",
    )
    assert own(folder) == ((made,), ())
    assert (made.id, made.base) == ("the-auditor-q", "executive-demanding")
    assert made.weights == {"integrity": 1.0, "quality": 0.5}
    assert made.manner == "Looks at --- the paper {{ first }}."


def test_two_names_in_a_script_without_ids_are_both_kept(folder):
    for name in ("李 明", "王 芳"):
        write(folder, name=name, kind=PersonaKind.TEAMMATE)
    personas, problems = own(folder)
    assert [persona.id for persona in personas] == ["interviewer", "interviewer-2"]
    assert problems == ()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"name": " "}, "name"),
        ({"name": "The manager"}, "taken"),
        ({"name": "The one that is there"}, "taken"),
        ({"manner": "x" * 1_001}, "manner"),
        ({"cares_about": ["teamwork"]}, "teamwork"),
    ],
)
def test_the_form_refuses_what_a_file_could_not_be(folder, fields, says):
    write(folder, name="The one that is there", kind=PersonaKind.MANAGER)
    with pytest.raises(SetupError, match=says):
        write(folder, **{"name": "The new one", "kind": PersonaKind.MANAGER, **fields})
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path):
    (tmp_path / "personas").write_text("a file", encoding="utf-8")
    with pytest.raises(SetupError, match="cannot be kept"):
        write(tmp_path / "personas", name="The auditor", kind=PersonaKind.MANAGER)


def test_ones_own_can_be_chosen_last_and_keep_their_ids(put):
    personas, _ = put(HEAD, "ana-lee.md")
    ana = Person(name="Ana Lee", kind=PersonaKind.MANAGER)
    dossier = Dossier(id="d", company="Elm House", role="", people=(ana,), created_at=START)
    ids = [persona.id for persona in for_dossier(dossier, personas)]
    assert ids == ["ana-lee-2", *STANDARD, "ana-lee"]
