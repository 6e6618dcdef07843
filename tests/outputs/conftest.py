from __future__ import annotations

from io import BytesIO

import pytest


@pytest.fixture(scope="session")
def picture() -> bytes:
    """A small PNG."""
    from PIL import Image

    file = BytesIO()
    Image.new("RGB", (640, 400), "#1c5c52").save(file, "PNG")
    return file.getvalue()
