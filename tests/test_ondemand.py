"""Values made when they are asked for."""

from collabkit.ondemand import OnDemand


def test_a_value_is_made_once_and_only_if_it_is_asked_for() -> None:
    made: list[str] = []

    def make(key: str, plain: int) -> str:
        made.append(key)
        return key * plain

    values = OnDemand({"a": 1, "b": 2, "c": 3}, make)

    assert ("b" in values, "x" in values, len(values), list(values)) == (
        True,
        False,
        3,
        ["a", "b", "c"],
    )
    assert made == []
    assert (values["b"], values["b"], values.get("x")) == ("bb", "bb", None)
    assert made == ["b"]
    assert dict(values) == {"a": "a", "b": "bb", "c": "ccc"}
