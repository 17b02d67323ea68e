"""What the deployment's Redis is allowed, and what it never writes down."""

from tests.architecture.guarded import BETWEEN_SERVERS, DEPLOY, MAINTENANCE, USERS


def users(file: str = "users.acl") -> dict[str, str]:
    """User → rules, as the file says."""
    lines = (DEPLOY / file).read_text(encoding="utf-8").splitlines()
    return {line.split()[1]: line for line in lines if line.startswith("user ")}


def test_nobody_has_everything_and_no_password_is_in_the_file() -> None:
    assert set(users()) == {"default", *USERS, MAINTENANCE, *BETWEEN_SERVERS}
    assert users()["default"] == "user default off"
    for name in (*USERS, *BETWEEN_SERVERS):
        rules = users()[name].split()
        assert f">{name.upper()}_PASSWORD" in rules
        assert not {"allkeys", "~*", "allcommands", "+@all", "allchannels", "&*", "nopass"} & set(
            rules
        )
        dangerous = (
            "+config|get",
            "+config|set",
            "+debug",
            "+monitor",
            "+keys",
            "+slowlog",
            "+acl",
            "+flush",
            "+dump",
        )
        assert "+config" not in rules
        assert not [rule for rule in rules if rule.startswith(dangerous)]


def test_whoever_keeps_the_servers_together_touches_no_key_by_name() -> None:
    for name in BETWEEN_SERVERS:
        rules = users()[name].split()
        assert "resetkeys" in rules
        assert not [rule for rule in rules if rule.startswith(("~", "%"))]
    for name in USERS:
        assert not {"+psync", "+slaveof", "+replicaof", "+cluster"} & set(users()[name].split())


def test_without_a_password_a_sentinel_only_tells_who_is_master() -> None:
    commands = [rule for rule in users("sentinel.conf")["default"].split() if rule[0] in "+-"]
    told = ["+sentinel|masters", "+sentinel|slaves"]  # whose files are to be rewritten
    assert commands == ["-@all", "+ping", "+hello", "+client|setinfo", *told]


def test_nothing_quotes_values_nor_writes_them_to_disk() -> None:
    config = dict(
        line.split(maxsplit=1)
        for line in (DEPLOY / "redis.conf").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )
    assert config["save"] == '""'
    assert config["appendonly"] == "no"
    assert config["slowlog-max-len"] == "0"
    assert config["slowlog-log-slower-than"] == "-1"
    assert config["crash-log-enabled"] == "no"
    assert config["maxmemory-policy"] == "noeviction"
