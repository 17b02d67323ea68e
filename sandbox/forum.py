"""What happens to topics, whoever does it: a bot by its API or an operator by hand."""

from sandbox.model import GroupChat, Json, Topic, User
from sandbox.world import World

COLOURS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


def open_topic(
    world: World,
    group: GroupChat,
    by: User,
    name: str,
    colour: int = COLOURS[0],
    icon: str | None = None,
) -> Topic:
    """A new topic; its id is that of the service message that opens it."""
    topic = Topic(group.next_id, name, colour, icon)
    group.topics[topic.id] = topic
    body: Json = {"name": name, "icon_color": colour}
    if icon:
        body["icon_custom_emoji_id"] = icon
    world.service(group, by, {"forum_topic_created": body}, topic)
    world.happen("topic", group, topic=topic)
    return topic


def edit_topic(
    world: World, group: GroupChat, by: User, topic: Topic, name: str | None, icon: str | None
) -> None:
    """Rename a topic or change its icon; None leaves either as it is."""
    body: Json = {}
    if name is not None:
        topic.name = body["name"] = name
    if icon is not None:
        topic.icon_custom_emoji_id = icon or None
        body["icon_custom_emoji_id"] = icon
    world.service(group, by, {"forum_topic_edited": body}, topic)
    world.happen("topic", group, topic=topic)


def set_closed(world: World, group: GroupChat, by: User, topic: Topic, closed: bool) -> None:
    """Close or reopen a topic."""
    topic.closed = closed
    event = "forum_topic_closed" if closed else "forum_topic_reopened"
    world.service(group, by, {event: {}}, topic)
    world.happen("topic", group, topic=topic)


def delete_topic(world: World, group: GroupChat, topic: Topic) -> None:
    """Delete a topic with all its messages; bots aren't told."""
    for message in list(topic.messages.values()):
        world.delete(message)
    del group.topics[topic.id]
    group.sights.pop(topic.id, None)
    world.happen("topic_deleted", group, topic=topic)
