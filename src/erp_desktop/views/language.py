"""The language of the program, switched while it runs.

Keys are English, so English needs no catalogue. Installing a translator makes Qt send
LanguageChange to every widget; the window then finds its words anew and rebuilds its pages.
"""

from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from erp_desktop.core import resources

LANGUAGES: Final = {"en": "English", "zh_CN": "简体中文"}
_worn: list[QTranslator] = []
_spoken: list[str] = ["en"]


def spoken() -> str:
    """The language spoken now: 'en' or 'zh_CN'."""
    return _spoken[0]


def in_the_other(context: str, words: str) -> str:
    """English words of the program in the language that is not spoken now."""
    if spoken() != "en":
        return words
    return _chinese().translate(context, words) or words


@cache
def _chinese() -> QTranslator:
    """Our Chinese words, without speaking them."""
    translator = QTranslator()
    translator.load("erp_desktop_zh_CN", str(resources.path("i18n")))
    return translator


def speak(language: str) -> None:
    """Speak this language from now on."""
    app = QCoreApplication.instance()
    if app is None:
        return
    QLocale.setDefault(QLocale(language))
    _spoken[0] = language
    for translator in _worn:
        app.removeTranslator(translator)
    _worn.clear()
    for folder, name in _catalogues(language):
        translator = QTranslator(app)
        if translator.load(name, folder):
            _worn.append(translator)
            app.installTranslator(translator)


def _catalogues(language: str) -> list[tuple[str, str]]:
    """Ours, and Qt's own words (calendar, file dialogs)."""
    if language == "en":
        return []
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resources.path("i18n"))
    return [(qt, f"qtbase_{language}"), (ours, f"erp_desktop_{language}")]
