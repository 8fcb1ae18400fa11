"""What a first-time visitor wants to know: two clicks at most, or one entry of the palette."""


def check(suite, browser, addresses):
    """Each question is walked from the front page, with the mouse and with the keys, and both are counted."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    visitor = Visitor(context.new_page(), addresses["sample"])
    for question, action in (
        ("how does this quarter's pipeline stand", visitor.pipeline),
        ("what do we say against a named competitor", visitor.battlecard),
        ("what changed for a customer this week", visitor.changed),
        ("who owns a customer", visitor.owner),
    ):
        for way in ("mouse", "palette"):
            suite.attempt(f"visitor: {question}, by {way}", lambda: visitor.walk(question, action, way))
    context.close()


class Visitor:
    """Somebody who has never seen the site, and counts what it takes to find something."""

    def __init__(self, page, home):
        self.page, self.home = page, home
        self.clicks = self.keys = 0

    def walk(self, question, action, way):
        """From the front page, as if for the first time."""
        self.page.context.clear_cookies()
        self.page.goto(self.home)
        self.page.evaluate("() => localStorage.clear()")
        self.clicks = self.keys = 0
        action(way)
        print(f"note: visitor: {question}, by {way}: {self.clicks} clicks, {self.keys} keystrokes", flush=True)
        if way == "mouse":
            return [] if self.clicks <= 2 and not self.keys else [f"{self.clicks} clicks, {self.keys} keystrokes"]
        return [] if not self.clicks else [f"{self.clicks} clicks"]

    def click(self, text, scope="body"):
        self.clicks += 1
        self.page.locator(scope).get_by_role("link", name=text).first.click()

    def palette(self, words, title):
        """Opens the palette, types until what is wanted is the chosen entry, and opens that."""
        self.press("/")
        chosen = self.page.locator('.palette [aria-selected="true"]')
        for letter in words:
            self.press(letter)
            try:
                chosen.filter(has_text=title).first.wait_for(timeout=400)
                break
            except Exception:  # Not yet: another letter.
                continue
        self.press("Enter")
        self.page.wait_for_selector(f"h1 >> text={title}")

    def press(self, key):
        self.keys += 1
        self.page.keyboard.press(key)

    def pipeline(self, way):
        if way == "mouse":
            self.click("Pipeline", "nav#nav")
        else:
            self.palette("pipeline", "Pipeline")
        self.page.wait_for_selector("h1 >> text=Pipeline")
        assert self.page.get_by_text("Q4 2026").first.is_visible()
        assert self.page.get_by_text("Coverage", exact=False).first.is_visible()

    def battlecard(self, way):
        if way == "mouse":
            self.click("Battlecards", "nav#nav")
            self.click("Wattline", "main")
        else:
            self.palette("wattline", "Wattline")
        assert self.page.locator(".answer").is_visible(), "the answer is not on the first screen"

    def customer(self, way):
        if way == "mouse":
            self.click("Customers", "nav#nav")
            self.click("Kestrel Cold Chain", "main")
        else:
            self.palette("kestrel cold chain", "Kestrel Cold Chain")

    def changed(self, way):
        self.customer(way)
        assert self.page.locator("#changed h2").text_content().startswith("Changed in the last 7 days")

    def owner(self, way):
        self.customer(way)
        owners = self.page.locator(".owners")
        assert owners.is_visible() and "AE" in owners.text_content()
