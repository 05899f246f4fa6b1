"""A site whose citations refcore prints: `sphinx-build -W docs/examples/sphinx build/sphinx`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "Reading notes"
extensions = ["refcore_cites"]
refcore_bibliography = "../../../references/minimax.bib"
refcore_style = "ieee"
