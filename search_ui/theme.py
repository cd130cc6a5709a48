"""How Streamlit is set: quiet, offline, in our type and colours."""

from typing import Final

from streamlit import config

FONT: Final = "NanumGothic"

OPTIONS: Final[dict[str, object]] = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showSidebarNavigation": False,
    "client.toolbarMode": "minimal",
    "runner.magicEnabled": False,
    "runner.postScriptGC": False,  # a full collection after each keystroke costs 0.2 s
    "server.enableStaticServing": True,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "theme.base": "light",
    "theme.backgroundColor": "#ffffff",
    "theme.baseFontSize": 15,
    "theme.baseRadius": "6px",
    "theme.borderColor": "#dfe4ea",
    "theme.font": f"{FONT}, sans-serif",
    "theme.fontFaces": [{"family": FONT, "url": "app/static/fonts/NanumGothic.ttf"}],
    "theme.headingFont": f"{FONT}, sans-serif",
    "theme.linkColor": "#17497a",
    "theme.primaryColor": "#17497a",
    "theme.secondaryBackgroundColor": "#f5f7f9",
    "theme.textColor": "#1c2733",
}
"""Option name → value; https://docs.streamlit.io/develop/api-reference/configuration explains."""


def apply_theme() -> None:
    """Set every option of `OPTIONS` in this process, before the app is made."""
    for name, value in OPTIONS.items():
        config.set_option(name, value)
