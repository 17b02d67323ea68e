"""The short forms of topics, for somebody who waits, or whose screen others may read."""

from flows.engine import following, known
from flows.engine.walk import Walk
from flows.events import Parse
from flows.format.model import ActionStep, CollectStep


def say_topic(walk: Walk, flow: str, *, buttons: bool = True, parse: Parse | None = None) -> bool:
    """The short form of a topic, or its first text with buttons that work on their own; nothing
    long while somebody may be looking on. Where `parse` asks how long, the text that says it.
    Returns whether there is any."""
    topic = walk.library.flows[flow]
    step = "" if parse is None else following.begins_at(walk, flow, parse)
    first = topic.step(step) if step else topic.steps[0]
    read = known.is_read(walk.conversation)
    if topic.brief is not None and (not step or read):
        walk.say(topic.brief)
    elif topic.aside and isinstance(first, ActionStep):
        walk.tell(flow)
    elif topic.evergreen and isinstance(first, CollectStep) and not read:
        walk.say(first.utter, walk.library.offered[flow, first.id] if buttons else ())
    else:
        return False
    return True


def say_topic_too(walk: Walk, flow: str) -> None:
    """The topic as well; where a question is open, only that has buttons."""
    alone = walk.open_slot() is None
    walk.before_question(lambda: say_topic(walk, flow, buttons=alone))


def tell_page_too(walk: Walk, parse: Parse) -> None:
    """A first message that the model alone takes for danger may be a long story about wages or a
    passport: what it asks is answered as well. Words that are sure are answered as danger only."""
    flow = next((walk.library.triggers[one][0] for one in parse.topics), "")
    if not flow or parse.danger_in_words or walk.conversation.may_be_read:
        return
    say_topic_too(walk, flow)
