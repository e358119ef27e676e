"""Reading a data file gives its bytes or says which file, what is wrong and what to do."""

from __future__ import annotations

import os
import pickle
import sys

import pytest

import supportlines
from supportlines import files
from supportlines.directory import reading
from supportlines.errors import SupportlinesError, WrongTypeError


def test_bytes_of_a_file_come_as_they_are(tmp_path):
    """Nothing is decoded or changed, whether the name is a text or a path."""
    path = tmp_path / "my.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\n\xff")

    assert files.read_directory(path) == b"\xef\xbb\xbfa: b\r\n\xff"
    assert files.read_directory(str(path)) == b"\xef\xbb\xbfa: b\r\n\xff"


def test_missing_file_is_named(tmp_path):
    """The name as it was given, and what to do."""
    name = str(tmp_path / "none.yaml")

    with pytest.raises(files.FileProblem) as caught:
        files.read_directory(name)

    sentence = f"{name}: there is no such file. Compare the name and the folder."
    assert str(caught.value) == sentence
    assert caught.value.name == name


class BytesPath:
    """A path as the operating system may give it."""

    def __fspath__(self):
        """Return bytes."""
        return b"my.yaml"

    def __repr__(self):
        """Return a name that is the same in every process."""
        return "BytesPath()"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (b"my.yaml", "path=b'my.yaml' (bytes)"),
        (b"", "path=b'' (bytes)"),
        (True, "path=True (bool)"),
        (0, "path=0 (int)"),  # and not standard input, as `open` would have it
        (1.5, "path=1.5 (float)"),
        (["my.yaml"], "path (list)"),
        (BytesPath(), "path (BytesPath)"),
    ],
    ids=repr,
)
def test_what_is_no_name_is_refused_by_our_own_error(name, found):
    """By the reader of files, and so by `load`."""
    for call in (files.read_directory, supportlines.load):
        with pytest.raises(WrongTypeError) as caught:
            call(name)

        sentence = f'{found} cannot be used; give the name of a file such as "my.yaml".'
        assert str(caught.value) == sentence


def test_folder_is_no_file(tmp_path):
    """A folder is told from a missing file."""
    with pytest.raises(files.FileProblem, match=r"this is a folder\. Name a file in it\.$"):
        files.read_directory(tmp_path)


def test_file_below_a_file_does_not_exist(tmp_path):
    """The system's own words are shown where there are no better ones."""
    (tmp_path / "a").write_bytes(b"")

    with pytest.raises(
        files.FileProblem, match=r"a/b: it cannot be read \(Not a directory\)\. Compare"
    ):
        files.read_directory(tmp_path / "a" / "b")


def test_name_with_a_nul_is_no_name():
    """Such a name is refused like any other."""
    with pytest.raises(files.FileProblem, match=r"it cannot be read \(embedded null byte\)"):
        files.read_directory("a\0b")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_no_picture(tmp_path):
    """It may be written, and what is in it nobody knows."""
    path = tmp_path / "secret.svg"
    path.write_bytes(b"mine")
    path.chmod(0o222)

    with pytest.raises(files.FileProblem, match="a file of another kind"):
        files.write_picture(path, b"<svg/>")

    path.chmod(0o666)
    assert path.read_bytes() == b"mine"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_read_is_named(tmp_path):
    """Permissions are told from absence."""
    path = tmp_path / "secret.yaml"
    path.write_bytes(b"a")
    path.chmod(0)

    with pytest.raises(files.FileProblem, match="it may not be read by you"):
        files.read_directory(path)


def test_file_that_is_too_large_is_not_read_to_its_end(tmp_path):
    """A sparse file of a terabyte costs no more than the limit."""
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(2**40)

    with pytest.raises(files.FileProblem, match=r"it has more than 33,554,432 bytes\. Divide"):
        files.read_directory(path)


def test_limit_is_that_of_the_reader():
    """A file that can be read can be looked at."""
    assert files.MAX_BYTES == reading.MAX_BYTES


def test_error_is_one_of_the_family_and_can_be_sent_on():
    """It is a `ValueError`, and survives another process."""
    error = files.FileProblem("my.yaml", "this is a folder.", "Name a file in it.")

    assert isinstance(error, (SupportlinesError, ValueError))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - made here
    assert str(again) == "my.yaml: this is a folder. Name a file in it."


def test_shipped_directories_are_found_in_the_package():
    """They are part of the installation, not of the working folder; the first is the default."""
    assert files.DIRECTORIES == ("redhat-support", "gis-zhkh", "insales")
    for name in files.DIRECTORIES:
        assert f"\n  id: {name}\n".encode() in files.shipped_directory(name)
    assert files.shipped_directory() == files.shipped_directory("redhat-support")
    assert files.shipped_facts() == files.shipped_facts("redhat-support")
    assert files.shipped_name("redhat-support") == "data/regions.yaml"


def test_a_name_that_no_system_takes_is_refused():
    """Five thousand letters are told in short; no name at all is told as such."""
    with pytest.raises(files.FileProblem, match="cannot be read") as caught:
        files.read_directory("x" * 5_000)
    with pytest.raises(files.FileProblem, match="no name of a file"):
        files.read_directory("")

    assert len(str(caught.value)) < 400


class TestReplacing:
    """A file that somebody else may read or change at the same time."""

    def test_content_is_replaced_and_nothing_else_is_left(self, tmp_path):
        """What was written beside it has taken its name."""
        path = tmp_path / "my.yaml"
        path.write_bytes(b"old")

        files.replace_content(str(path), b"old", b"new")

        assert path.read_bytes() == b"new"
        assert list(tmp_path.iterdir()) == [path]

    @pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
    @pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
    def test_permissions_stay(self, tmp_path, mode):
        """Who could read it can still."""
        path = tmp_path / "my.yaml"
        path.write_bytes(b"old")
        path.chmod(mode)

        files.replace_content(path, b"old", b"new")

        assert path.stat().st_mode & 0o777 == mode

    @pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
    def test_link_stays_a_link(self, tmp_path):
        """The file to which it leads is changed, in its own folder."""
        (tmp_path / "folder").mkdir()
        target, link = tmp_path / "folder" / "real.yaml", tmp_path / "link.yaml"
        target.write_bytes(b"old")
        link.symlink_to(target)

        files.replace_content(link, b"old", b"new")

        assert link.is_symlink()
        assert target.read_bytes() == b"new"
        assert list(target.parent.iterdir()) == [target]

    def test_change_of_somebody_else_is_not_lost(self, tmp_path):
        """It is noticed, and stays."""
        path = tmp_path / "my.yaml"
        path.write_bytes(b"theirs")

        with pytest.raises(files.FileProblem) as caught:
            files.replace_content(path, b"old", b"new")

        assert str(caught.value) == (
            f"{path}: it has been changed meanwhile, and stays as it is now. Try again."
        )
        assert path.read_bytes() == b"theirs"
        assert list(tmp_path.iterdir()) == [path]

    def test_file_that_has_gone_is_not_made_again(self, tmp_path):
        """Whoever moved it did so on purpose."""
        with pytest.raises(files.FileProblem, match=r"it is gone\. Look where it is now"):
            files.replace_content(tmp_path / "my.yaml", b"old", b"new")

        assert list(tmp_path.iterdir()) == []

    @pytest.mark.skipif(sys.platform == "win32", reason="no such device there")
    def test_device_is_not_replaced(self):
        """Nor is a folder, a pipe or a socket."""
        with pytest.raises(files.FileProblem, match=r"this is no ordinary file\."):
            files.replace_content(os.devnull, b"", b"new")

    @pytest.mark.skipif(
        sys.platform == "win32" or os.geteuid() == 0, reason="root may write everything"
    )
    @pytest.mark.parametrize("mode", [0o444, 0o644], ids=["file", "folder"])
    def test_permission_to_write_is_needed(self, tmp_path, mode):
        """A name could be taken away from a file that may not be written."""
        path = tmp_path / "my.yaml"
        path.write_bytes(b"old")
        path.chmod(mode)
        tmp_path.chmod(0o500 if mode == 0o644 else 0o700)

        try:
            with pytest.raises(files.FileProblem, match=r"it may not be written by you\."):
                files.replace_content(path, b"old", b"new")
        finally:
            tmp_path.chmod(0o700)

        assert path.read_bytes() == b"old"
