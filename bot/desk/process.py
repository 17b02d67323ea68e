"""The desk process: what it is made of, and its background jobs."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Defaults, ExtBot
from telegram.request import BaseRequest

from bot.compose import Parts
from bot.config import DeskMode
from bot.desk import alarm_calls, door, former_topics, group_check, lost_topics, menu, queue_monitor
from bot.desk import stubs as stub_topics
from bot.desk.alarm_calls import AlarmCalls
from bot.desk.alerts import Alerts, ClaimedHere
from bot.desk.budget import Budget
from bot.desk.channel import DeskChannel
from bot.desk.command_router import CommandRouter
from bot.desk.door import Door
from bot.desk.former_topics import FormerTopics
from bot.desk.group import COUNT_SECONDS, DeskGroup, DeskGroups
from bot.desk.group_check import GroupCheck
from bot.desk.group_notices import GroupNotices
from bot.desk.in_browser import InBrowser
from bot.desk.lost_topics import LostTopics
from bot.desk.notifier import Notifier
from bot.desk.pager import PageMessage, Pager, StubPages
from bot.desk.profile_commands import ProfileCommands
from bot.desk.proposal_calls import ProposalCalls
from bot.desk.publication_notices import PublicationNotices
from bot.desk.question_menu import QuestionMenu
from bot.desk.queue_monitor import QueueMonitor
from bot.desk.request import AiohttpRequest
from bot.desk.secret_messages import SecretMessages
from bot.desk.sending import NO_PREVIEW
from bot.desk.stubs import StubTopics
from bot.desk.supervisor_commands import SupervisorCommands
from bot.desk.ticket_commands import TicketCommands
from bot.desk.updates import Desk
from bot.errors import ConfigError, StoreUnavailable
from bot.helpline import text_search
from bot.helpline.stub_acts import StubActs
from bot.processes.jobs import Job, every
from bot.store.rows import Audience
from bot.telegram import token_watch, webhook
from bot.telegram.delivery import Delivery
from bot.telegram.polling import POLL_SECONDS
from bot.telegram.token_watch import TokenWatch
from bot.texts.saying import saying
from bot.texts.voices import voices

logger = logging.getLogger(__name__)

DEFAULTS = Defaults(link_preview_options=NO_PREVIEW)

WORKERS = 200
"""Most of them wait for the budget; an emergency must find one that is free."""


def make_polls() -> BaseRequest:
    """The connection for the long poll."""
    return AiohttpRequest(2, POLL_SECONDS + 10)


def make_bot(token: str, api: str) -> Bot:
    """The bot, talking to the Bot API server at `api`. Raises `ConfigError`."""
    request = AiohttpRequest(32)
    try:
        return ExtBot(token, base_url=f"{api}/bot", request=request, defaults=DEFAULTS)
    except InvalidToken:
        raise ConfigError("HELPLINE_DESK_TOKEN is not a bot token (BotFather gives it)") from None


@dataclass(frozen=True, slots=True)
class Watches:
    """The parts that look out for attacks on the group and on the token."""

    door: Door
    groups: GroupCheck
    calls: AlarmCalls
    token: TokenWatch

    @property
    def jobs(self) -> list[Job]:
        """Their looks, as background jobs."""
        telegram = (TelegramError,)
        return [
            Job("put_out", door.LOOK_SECONDS, self.door.clear, telegram),
            Job("check_groups", group_check.LOOK_SECONDS, self.groups.look, telegram),
            Job("call_for_alarms", alarm_calls.LOOK_SECONDS, self.calls.look, telegram),
            Job("watch_token", token_watch.LOOK_SECONDS, self.token.look, telegram),
        ]


def jobs(
    groups: DeskGroups,
    monitor: QueueMonitor,
    stubs: StubTopics,
    lost: LostTopics,
    watches: Watches,
) -> list[Job]:
    """All that the desk does beside messages."""
    return [
        *watches.jobs,
        Job("share_budgets", COUNT_SECONDS, groups.share),
        Job("show_queue", queue_monitor.LOOK_SECONDS, monitor.look, (TelegramError,)),
        Job("delete_stubs", stub_topics.LOOK_SECONDS, stubs.clear, (TelegramError,)),
        Job("delete_lost_topics", lost_topics.LOOK_SECONDS, lost.clear, (TelegramError,)),
    ]


def _clear(former: FormerTopics) -> Job:
    """The topics of a desk that was in Telegram until now."""
    return Job("delete_former", former_topics.LOOK_SECONDS, former.clear, (TelegramError,))


async def run(parts: Parts) -> None:
    """Run until cancelled. Raises `ConfigError`."""
    settings, store, clock, live = parts.settings, parts.store, parts.clock, parts.live
    staff = parts.helpline.staff
    bot = make_bot(settings.desk_token, settings.telegram_api)
    polls = make_polls()
    spoken = voices(settings.desk_locale)
    voice = spoken.own
    groups = DeskGroups(
        [
            DeskGroup(chat, Budget(settings.desk_rate, clock.monotonic))
            for chat in settings.desk_chats
        ],
        store.queue,
        store.topics,
        store.presence,
    )
    notifier = Notifier(bot, groups)
    stubs = StubTopics(bot, groups, store.stubs, store.topics, voice)
    browser = settings.desk is DeskMode.BROWSER
    page = PageMessage(clock, settings.console_origin)
    alerts = Alerts(
        bot, groups, store.roster, voice, settings.backup_chat, page if browser else ClaimedHere()
    )
    monitor = QueueMonitor(
        bot,
        groups,
        store.queue,
        store.roster,
        store.board,
        staff,
        clock,
        voice,
        store.alarms,
        pinned=not browser,
    )
    doors = Door(bot, groups, staff, store.roster, store.expulsions, store.alarms, notifier, voice)
    watches = Watches(
        doors,
        GroupCheck(bot, groups, store.roster, store.alarms, doors),
        AlarmCalls(bot, groups, store.alarms, voice),
        TokenWatch("desk", settings, store.alarms, bot.get_webhook_info),
    )
    proposals = ProposalCalls(parts.helpline.four_eyes, staff, doors, groups, notifier, spoken)
    topics = TicketCommands(
        parts.helpline,
        store.topics,
        parts.helpline.reviews,
        store.roster,
        parts.vault,
        clock,
        live,
        notifier,
        StubActs(store.stubs, store.topics, staff.log),
        spoken,
        proposals,
        QuestionMenu(groups, notifier, live),
        store.outbox,
    )
    router = CommandRouter(
        staff,
        store.roster,
        store.queue,
        store.conversations,
        clock,
        live,
        monitor,
        topics,
        notifier,
        spoken,
        ProfileCommands(
            staff,
            live,
            spoken,
            doors,
            SecretMessages(bot, staff.shifts),
            parts.helpline.sheets,
        ),
        SupervisorCommands(staff, store.audit, clock, spoken, proposals, parts.helpline.closures),
        parts.helpline.closures,
        parts.search,
    )
    in_browser = InBrowser(notifier, spoken, settings.console_origin) if browser else None
    desk = Desk(bot, polls, groups, staff, doors, parts.vault, spoken, topics, router, in_browser)
    lost = LostTopics(bot, groups, store.topics, store.conversations)
    group_notices = GroupNotices(
        bot, groups, store.audit, store.conversations, store.board, voice, alerts
    )
    former = FormerTopics(bot, groups, store.queue, store.topics, store.board)
    pages = StubPages(bot, groups, store.stubs, voice, page)
    pager = Pager(store, clock, alerts, group_notices, pages, former)
    channel = DeskChannel(
        bot,
        groups,
        store.conversations,
        store.topics,
        store.outbox,
        store.roster,
        clock,
        live,
        voice,
        alerts,
        group_notices,
        stubs,
    )
    delivery = Delivery(
        store.outbox,
        store.leases,
        store.deliveries,
        Audience.DESK,
        pager if browser else channel,
        workers=WORKERS,
        heard=channel.heard,
    )
    own_jobs = jobs(groups, monitor, stubs, lost, watches)
    if browser:
        own_jobs.append(_clear(former))
    publications = PublicationNotices(groups, notifier, voice, clock.monotonic)
    with suppress(StoreUnavailable):  # nothing is sent without the store
        await groups.share()
    said = saying("desk", live, store.shown_texts)
    async with bot, polls, said as say, asyncio.TaskGroup() as group:
        group.create_task(groups.run(bot))
        group.create_task(notifier.run())
        group.create_task(alerts.run())
        group.create_task(webhook.read(desk.polled, settings, "desk", watches.token.second_poller))
        group.create_task(delivery.run())
        group.create_task(live.follow(publications.tell, beside=say))
        for job in own_jobs:
            group.create_task(every(job))
        group.create_task(every(Job("index_texts", text_search.LOOK_SECONDS, parts.search.refresh)))
        group.create_task(menu.offer(bot, settings.desk_chats, spoken, in_browser=browser))
