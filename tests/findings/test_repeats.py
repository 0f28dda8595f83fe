"""A fault at many places of one article is one finding with its places, through the installed command."""

from command import newslint, rows, write

STORY = "The council met on Monday to vote on the new bridge.{}The mayor spoke for an hour about the costs."
BEFORE, AFTER = "The road is closed.\n\n", "\n\nNobody has said when it will open again, and nobody asked.\n\n"


def test_all_lost_spaces_are_one_finding(tmp_path):
    glued = "The vote was lost.The mayor left.She was late.He was early.They went.It rained."
    write(tmp_path / "a.txt", BEFORE + glued + AFTER)
    (found,) = rows("--no-config", "--select", "sentences/run-on-paste", ".", cwd=tmp_path)
    assert found["message"] == "“lost.The”: a space is missing after the stop."
    again = [row["message"] for row in found["related"]]
    assert len(again) == 4
    assert again[-1] == "“went.It”: a space is missing after the stop."


def test_lines_of_furniture_are_told_each(tmp_path):
    lines = "\n\nADVERTISEMENT\n\n", "\n\nStory continues below advertisement\n\n"
    file = write(tmp_path / "a.txt", "".join(STORY.format(line) + "\n\n" for line in lines))
    found = rows("--no-config", "--select", "boilerplate/advertisement", ".", cwd=tmp_path)
    assert [row["line"] for row in found] == [3, 9]
    newslint("check", "--no-config", "--fix", "--unsafe", file.name, cwd=tmp_path)
    assert "dvertisement" not in file.read_text().lower()


def test_a_page_of_addresses_is_a_directory(tmp_path):
    lines = [f"councillor{number}@town.example" for number in range(25)]
    write(tmp_path / "list.txt", STORY.format("\n\n" + "\n\n".join(lines) + "\n\n"))
    write(tmp_path / "one.txt", STORY.format("\n\n" + lines[0] + "\n\n"))
    found = rows("--no-config", "--select", "boilerplate/contact-footer", ".", cwd=tmp_path)
    assert [row["path"] for row in found] == ["one.txt"]


def test_what_is_sure_is_told_apart_from_what_is_not(tmp_path):
    cut = "The road is closed again. The mayor, who had hoped for more, told the"
    write(
        tmp_path / "a.txt", (cut + AFTER) * 5 + "“We have won,“ said the mayor.\n\n“It is late, she said. They left.\n"
    )
    found = rows("--no-config", "--select", "sentences/truncated,quotes/unbalanced", ".", cwd=tmp_path)
    assert [(row["rule"], row["severity"], len(row["related"])) for row in found] == [
        ("sentences/truncated", "warning", 4),
        ("quotes/unbalanced", "info", 0),
        ("quotes/unbalanced", "warning", 1),  # with the place where it may close
    ]


def test_a_few_are_faults_of_their_own(tmp_path):
    write(tmp_path / "a.txt", BEFORE + "The vote was lost.The mayor left.She was late.It rained." + AFTER)
    assert len(rows("--no-config", "--select", "sentences/run-on-paste", ".", cwd=tmp_path)) == 3


def test_other_faults_stay_each_its_own(tmp_path):
    write(tmp_path / "a.txt", "The council met on Monday to to vote.\n\nThe mayor spoke of of the costs.\n")
    assert len(rows("--no-config", "--select", "sentences/repeated-word", ".", cwd=tmp_path)) == 2
