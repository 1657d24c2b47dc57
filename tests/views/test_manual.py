"""The manual inside the program: the right chapter, its links and pictures, words found in it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from erp_desktop.views import language, theme
from erp_desktop.views.keys_sheet import KeysSheet
from erp_desktop.views.manual import topics
from erp_desktop.views.manual.manual_page import ManualPage
from erp_desktop.views.manual.reader import PICTURE
from erp_desktop.views.manual.searching import found_in
from erp_desktop.views.settings import sections
from erp_desktop.views.wings import all_pages
from views.counter import Counter, small_shop
from views.every_window import settled


@pytest.fixture
def manual(tmp_path, monkeypatch):
    """A small manual: three chapters in English, one of them in Chinese too."""
    english, chinese = tmp_path / "en", tmp_path / "zh"
    english.mkdir()
    chinese.mkdir()
    picture = QImage(2000, 400, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    picture.save(str(english / "till.png"))
    (english / "index.md").write_text("# ERP Desktop\n\n[Till](02-till.md#shift)\n", "utf-8")
    (english / "02-till.md").write_text(
        "# The till\n\nScan, scan, `Enter`.\n\n![till](till.png)\n\n" + "text\n\n" * 60
        + "## Shift\n\nA Z report closes it.\n", "utf-8",
    )  # fmt: skip
    (english / "03-settings.md").write_text("# Settings\n\nPrinters and backup.\n", "utf-8")
    (chinese / "02-till.md").write_text("# 收银\n\n扫码，扫码，回车。\n", "utf-8")
    monkeypatch.setattr(topics, "home", lambda: tmp_path)
    topics._read.cache_clear()
    yield tmp_path
    topics._read.cache_clear()


def topic(page: str, spoken: str = "en") -> str:
    return topics.chapter_for(page, topics.chapters(spoken)).topic


def test_each_page_has_its_topic_and_falls_back_to_wider_ones(manual):
    assert topic("till") == "till"
    assert topic("sale_return") == "till"
    assert topic("settings/printers") == "settings"
    assert topic("partners") == "index", "not written yet: the first page"
    assert topic("till", "zh_CN") == "till"


PAGES = [
    *(spec.code for spec in all_pages() if spec.code != "settings"),
    *(f"settings/{code}" for code in sections.ICONS),
]


@pytest.mark.parametrize("spoken", ["en", "zh_CN"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_its_chapter_in_both_languages(page, spoken):
    """Not the first page of the manual, nor a wider one: the chapter that is meant."""
    asked = topics.TOPICS.get(page) or topics.TOPICS[page.partition("/")[0]]
    chapter = topics.chapter_for(page, topics.chapters(spoken))
    assert chapter.topic == asked[0]
    assert chapter.file.parent.name == topics.FOLDERS[spoken]


def test_every_topic_that_is_named_is_written():
    for spoken in ("en", "zh_CN"):
        written = {chapter.topic for chapter in topics.chapters(spoken)}
        assert {topic for asked in topics.TOPICS.values() for topic in asked} <= written


def test_without_a_manual_the_page_says_so(manual, office, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(topics, "home", lambda: tmp_path / "nowhere")
    page = ManualPage(office)
    qtbot.addWidget(page)
    page.show()
    assert page.nothing.isVisible()
    page.show_for("till")


def test_words_are_found_with_the_line_that_says_them(manual):
    hits = list(found_in(topics.chapters("en"), "z report"))
    assert [(chapter.topic, said) for chapter, said in hits] == [("till", "A Z report closes it.")]


def test_a_link_leads_to_a_heading_of_another_chapter(manual, office, qtbot):
    page = ManualPage(office)
    qtbot.addWidget(page)
    page.resize(900, 400)
    page.show()
    assert page.reader.toPlainText().startswith("ERP Desktop")
    page.reader.anchorClicked.emit(QUrl("02-till.md#shift"))
    assert page.reader.toPlainText().startswith("The till")
    assert page.reader.verticalScrollBar().value() > 0
    assert page.list.currentItem().text() == "The till"


def test_a_picture_is_no_wider_than_the_text(manual, office, qtbot):
    page = ManualPage(office)
    qtbot.addWidget(page)
    page.resize(760, 500)
    page.show()
    page.show_for("till")
    theme.wear(theme.Choice(scheme=theme.Scheme.DARK, size=16))
    assert page.reader.document().idealWidth() <= page.reader.viewport().width()
    found = page.reader.document().begin()
    widths = []
    while found.isValid():
        at = found.begin()
        while not at.atEnd():
            shape = at.fragment().charFormat()
            if shape.isImageFormat():
                widths.append(shape.toImageFormat().width())
            at += 1
        found = found.next()
    assert len(widths) == 1
    assert 0 < widths[0] < page.reader.viewport().width()


def test_help_opens_at_the_page_one_is_on(manual, dressed, qtbot, tmp_path):
    small_shop(tmp_path / "tea.shop").work.close()
    counter = Counter(tmp_path / "tea.shop", qtbot)
    counter.page("till")
    counter.window.show_keys()
    sheet = counter.dialog(KeysSheet)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert counter.seen().reader.toPlainText().startswith("The till")
    counter.page("settings").show_section("printers")
    counter.window.show_manual()
    assert counter.seen().reader.toPlainText().startswith("Settings")
    language.speak("zh_CN")
    qtbot.wait(50)
    assert counter.seen().list.item(0).text() == "收银"
    counter.close()


def test_lines_are_no_longer_than_is_good_to_read_however_it_was_opened(counter, qtbot):
    counter.page("products")
    counter.window.show_manual()
    assert counter.seen().reader.document().textWidth() == 760
    theme.wear(replace(theme.choice(), size=16))
    settled()
    reader = counter.seen().reader
    room = reader.viewport().width()
    assert reader.document().textWidth() == min(theme.px(760), room) > 760


def test_a_picture_has_no_more_air_below_it_than_words_have(counter):
    counter.page("products")
    counter.window.show_manual()
    reader = counter.seen().reader
    document, block = reader.document(), reader.document().begin()
    layout, seen = document.documentLayout(), 0
    while block.isValid():
        if block.text() == PICTURE:
            at = block.begin()
            high = at.fragment().charFormat().toImageFormat().height()
            assert layout.blockBoundingRect(block).height() < high + 40
            seen += 1
        block = block.next()
    assert seen
