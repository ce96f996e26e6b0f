"""What every peer has: nothing that its page asks for may come from elsewhere."""

from playwright.sync_api import Page

from bench.assets import Watch
from bench.subjects.base import READY_WITHIN_S, Subject


class Peer(Subject):
    """A peer of the atlas."""

    def __init__(self) -> None:
        super().__init__()
        self.watch: Watch | None = None

    def prepare(self, page: Page) -> None:
        """Watch for requests that leave this machine, too."""
        super().prepare(page)
        self.watch = Watch(page.context)

    def ready(self, page: Page, limit_s: float = READY_WITHIN_S) -> float:
        """Wait as any subject does; then nothing may have been asked for elsewhere."""
        spent = super().ready(page, limit_s)
        if self.watch:
            self.watch.check()
        return spent
