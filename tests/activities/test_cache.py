"""The second start is quicker: what was read from the files is kept, and trusted only if it fits."""

import pytest

from activities import catalogue
from activities.catalogue import load


@pytest.fixture
def folder(tmp_path, kite):
    data = tmp_path / "data"
    data.mkdir()
    (data / "kite.toml").write_text(kite, encoding="utf-8")
    (data / "broken.toml").write_text("title =", encoding="utf-8")
    return data


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache" / "library.json"


def test_the_cache_gives_what_the_files_gave(folder, cache):
    first = load(folder, cache=cache)
    assert cache.exists()
    assert load(folder, cache=cache) == first == load(folder)


def test_the_second_start_reads_no_toml(folder, cache, monkeypatch):
    first = load(folder, cache=cache)
    monkeypatch.delattr(catalogue, "_parsed")
    assert load(folder, cache=cache) == first


@pytest.mark.parametrize("change", ["edited", "added", "removed"])
def test_a_changed_folder_is_read_again(folder, cache, kite, change):
    load(folder, cache=cache)
    if change == "edited":
        (folder / "kite.toml").write_text(kite.replace("Borrowed", "Mended"), encoding="utf-8")
    elif change == "added":
        second = kite.replace('"kite"', '"swing"')
        (folder / "swing.toml").write_text(second, encoding="utf-8")
    else:
        (folder / "kite.toml").unlink()
    assert load(folder, cache=cache) == load(folder)


def test_another_folder_does_not_get_this_ones_cache(folder, cache, tmp_path, kite):
    load(folder, cache=cache)
    other = tmp_path / "other"
    other.mkdir()
    (other / "swing.toml").write_text(kite.replace('"kite"', '"swing"'), encoding="utf-8")
    assert list(load(other, cache=cache)[0].activities) == ["swing"]


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"{}", b'{"activities": []}\n', b"\n\n\n", b"PK\x03\x04"]
)
def test_a_foreign_file_in_its_place_is_ignored_and_replaced(folder, cache, content):
    cache.parent.mkdir()
    cache.write_bytes(content)
    assert load(folder, cache=cache) == load(folder)
    assert cache.read_bytes() != content


@pytest.mark.parametrize("place", [0, 30, 60, 200, -1])
def test_a_single_wrong_byte_is_noticed(folder, cache, place):
    load(folder, cache=cache)
    content = bytearray(cache.read_bytes())
    content[place] ^= 1
    cache.write_bytes(content)
    assert load(folder, cache=cache) == load(folder)


def test_a_cache_cut_off_half_way_is_ignored(folder, cache):
    load(folder, cache=cache)
    cache.write_bytes(cache.read_bytes()[:500])
    assert load(folder, cache=cache) == load(folder)


def test_a_place_that_cannot_be_written_only_costs_time(folder, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder", encoding="utf-8")
    assert load(folder, cache=in_the_way / "library.json") == load(folder)


def test_nothing_half_written_stays_behind(folder, cache):
    load(folder, cache=cache)
    assert [path.name for path in cache.parent.iterdir()] == ["library.json"]


def test_a_folder_in_the_caches_place_does_no_harm(folder, cache):
    cache.mkdir(parents=True)
    assert load(folder, cache=cache) == load(folder)
    assert [path.name for path in cache.parent.iterdir()] == ["library.json"]
