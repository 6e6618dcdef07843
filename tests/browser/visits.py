"""A visit to a site in a browser, which notes all that visitors never see and sites should never do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

WIDTHS = (1280, 1024, 768, 320)


@contextmanager
def visit(browser: Browser, address: str, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """A page in a context of its own, and what it complains of: its console, requests that fail or leave `address`."""
    context = browser.new_context(**options)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: None if _inside(request.url, address) else said.append(f"asks {request.url}"))
    page.on("requestfailed", lambda request: _failed(request, said))
    page.on("response", lambda answer: said.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    yield page, said
    context.close()


def _failed(request: Request, said: list[str]) -> None:
    # A picture that is under way when the page is left is nobody's fault.
    if request.failure != "net::ERR_ABORTED":
        said.append(f"{request.url}: {request.failure}")


def _inside(url: str, address: str) -> bool:
    return url.startswith((address + "/", "data:"))


def kept(page: Page) -> list[Any]:
    """What the site left in the browser: cookies, storage, workers."""
    stores = page.evaluate(
        """async () => [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage),
        ...(await indexedDB.databases()).map(each => each.name), ...(await caches.keys()),
        ...(await navigator.serviceWorker.getRegistrations()).map(each => each.scope)].filter(Boolean)"""
    )
    return page.context.cookies() + stores


def sideways(page: Page) -> list[str]:
    """What sticks out of the window to the side, as far as that makes the page scroll."""
    return page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const out = [...document.body.querySelectorAll("*")].filter(each => each.getBoundingClientRect().right > width + 1);
          return [`${document.documentElement.scrollWidth} > ${width}`, ...out.slice(0, 5).map(each => `${each.tagName}.${each.className}`)];
        }"""
    )
