"""Gauges of the store's servers (bot/telemetry/metrics.py)."""

from prometheus_client import Gauge

from bot.telemetry.metrics import REGISTRY

FILE_REWRITTEN = Gauge(
    "helpline_store_file_rewritten_timestamp_seconds",
    "When this process last had the store's append-only files rewritten; 0 if it never has.",
    registry=REGISTRY,
)
MEMORY_USED = Gauge(
    "helpline_store_memory_used_ratio",
    "Of the memory that a server may use, what it uses: the fullest of store and keyring.",
    registry=REGISTRY,
)
TEXTS_WAIT = Gauge(
    "helpline_texts_wait",
    "1 while more is written than can be read, so that texts wait in the backlog; else 0.",
    registry=REGISTRY,
)
