"""Puts the folder `resources` and the manual into the installed package; all else stands in
pyproject.toml.

In the source tree it lies at the top, beside the code; an editable install finds it there.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithResources(build_py):
    """The usual build, and then the resources beside the code."""

    def run(self):
        super().run()
        if not self.editable_mode:
            target = Path(self.build_lib, "erp_desktop", "resources")
            unwanted = shutil.ignore_patterns(".gitignore", "*.ts")
            shutil.copytree("resources", target, dirs_exist_ok=True, ignore=unwanted)
            if Path("docs/manual").is_dir():
                shutil.copytree("docs/manual", target / "manual", dirs_exist_ok=True)


# setuptools works below `build`, where the packaging inputs lie: it gets a corner of its own there.
setup(cmdclass={"build_py": BuildWithResources}, options={"build": {"build_base": "build/work"}})
