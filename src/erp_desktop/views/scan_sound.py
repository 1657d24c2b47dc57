"""What a scan sounds like: the system's own beep, for what was not taken or for every scan.

Most scanners beep by themselves when they have read a code; what they cannot know is whether the
shop knows it. So out of the box only a scan that was not taken is heard.
"""

from enum import StrEnum

from PySide6.QtWidgets import QApplication

from erp_desktop.views import memory

_KEY = "scanner/sound"


class Sound(StrEnum):
    NONE = "none"
    TROUBLE = "trouble"
    EVERY = "every"


def chosen() -> Sound:
    """What this person wants to hear on this machine."""
    kept = str(memory.recalled(_KEY, Sound.TROUBLE))
    return Sound(kept) if kept in set(Sound) else Sound.TROUBLE


def choose(sound: Sound) -> None:
    memory.remember(_KEY, str(sound))


def play(*, taken: bool) -> None:
    """A scan was taken, or was not."""
    wanted = chosen()
    if wanted is Sound.EVERY or (wanted is Sound.TROUBLE and not taken):
        QApplication.beep()
