"""What the deployment's Redis is allowed, and what it never writes down."""

from tests.architecture.guarded import DEPLOY, USERS


def users() -> dict[str, str]:
    """User → rules, as the file says."""
    lines = (DEPLOY / "users.acl").read_text(encoding="utf-8").splitlines()
    return {line.split()[1]: line for line in lines if line}


def test_nobody_has_everything_and_no_password_is_in_the_file() -> None:
    assert set(users()) == {"default", *USERS}
    assert users()["default"] == "user default off"
    for name in USERS:
        rules = users()[name].split()
        assert f">{name.upper()}_PASSWORD" in rules
        assert not {"allkeys", "~*", "allcommands", "+@all", "allchannels", "&*", "nopass"} & set(
            rules
        )
        dangerous = (
            "+config",
            "+debug",
            "+monitor",
            "+keys",
            "+slowlog",
            "+acl",
            "+flush",
            "+dump",
        )
        assert not [rule for rule in rules if rule.startswith(dangerous)]


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
