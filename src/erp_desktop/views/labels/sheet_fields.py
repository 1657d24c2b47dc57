"""Which label it is: the ones that are kept, its name, the paper that it comes on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from erp_desktop.core.label_design import Design
from erp_desktop.views import theme, wording
from erp_desktop.views.labels.stock import SIZES
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, Labelled, LineField

translate = wording.translate
NEW = ""


class SheetFields(QWidget):
    """The fields `choice`, `name` and `size`; the page listens to them."""

    def __init__(self) -> None:
        super().__init__()
        self.choice, self.name = Combo(), LineField()
        self.size_of = Combo([(size, f"{size[0] / 10:g} × {size[1] / 10:g} mm") for size in SIZES])
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        box.setSpacing(theme.px(10))
        box.addWidget(Label(translate("Label", "Label and paper"), theme.PANEL))
        box.addWidget(Labelled(translate("Label", "Label"), self.choice))
        box.addWidget(Labelled(translate("Label", "Name"), self.name))
        box.addWidget(Labelled(translate("Label", "Paper"), self.size_of))

    def offer(self, known: Sequence[Design], design: Design) -> None:
        """The labels that are kept, and a new one."""
        new = (NEW, translate("Label", "New label"))
        self.choice.fill([*((one.name, one.name) for one in known), new])
        self.choice.choose(design.name if design in known else NEW)

    def show_design(self, design: Design) -> None:
        self.name.setText(design.name)
        self.size_of.choose((design.wide, design.high))
