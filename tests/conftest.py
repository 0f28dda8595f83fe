"""What holds for all tests: property tests judge what is right, and leave speed to the tests of growth."""

import pytest
from hypothesis import HealthCheck, settings
from tools import program

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(scope="module")
def chromium():
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = program("chromium")
    with sync_api.sync_playwright() as playwright:
        # The sandbox does not run for root, who runs CI; the page is our own.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
