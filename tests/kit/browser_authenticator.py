"""An authenticator that Chromium plays (DevTools protocol, domain WebAuthn)."""

from typing import Any

from playwright.async_api import CDPSession, Page


async def add_authenticator(page: Page) -> tuple[CDPSession, str]:
    """Give a browser an authenticator without passkeys, whose owner confirms whatever it asks. Its
    session of the DevTools protocol, and its id."""
    cdp = await page.context.new_cdp_session(page)
    await cdp.send("WebAuthn.enable")
    options: dict[str, Any] = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    made = await cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return cdp, str(made["authenticatorId"])
