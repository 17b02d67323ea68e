"""The Bot API's refusals, with Telegram's own codes and descriptions."""

from math import ceil


class ApiError(Exception):
    """A refusal as the Bot API words it.

    `code` is both the HTTP status and `error_code`; `parameters` are the Bot API's
    ResponseParameters (`retry_after`, `migrate_to_chat_id`).
    """

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, object]:
        """The JSON object that the Bot API answers with."""
        answer: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            answer["parameters"] = dict(self.parameters)
        return answer


def bad_request(reason: str) -> ApiError:
    """400: the call itself is wrong."""
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """403: the bot may not do this in this chat."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """409: getUpdates against another getUpdates or against a webhook."""
    return ApiError(409, f"Conflict: {reason}")


def too_many(seconds: float) -> ApiError:
    """429: flood control; `seconds` are rounded up to a whole `retry_after` of at least 1."""
    wait = max(1, ceil(seconds))
    return ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
