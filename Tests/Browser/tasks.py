"""What a first-time visitor wants to know: two clicks at most, or one entry of the palette."""


def check(suite, browser, addresses):
    """Each question is walked from the front page, counting clicks."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    home = addresses["sample"]
    clicks = 0

    def start():
        nonlocal clicks
        clicks = 0
        page.goto(home)

    def click(text, scope="body"):
        nonlocal clicks
        clicks += 1
        page.locator(scope).get_by_role("link", name=text).first.click()

    def done():
        assert clicks <= 2, f"{clicks} clicks"

    def pipeline():
        start()
        click("Pipeline", "nav#nav")
        page.wait_for_selector("h1 >> text=Pipeline")
        assert page.get_by_text("Q4 2026").first.is_visible()
        assert page.get_by_text("Coverage", exact=False).first.is_visible()
        done()

    def battlecard():
        start()
        click("Battlecards", "nav#nav")
        click("Wattline", "main")
        assert page.locator(".answer").is_visible(), "the answer is not on the first screen"
        done()

    def changed():
        start()
        click("Customers", "nav#nav")
        click("Kestrel Cold Chain", "main")
        assert page.locator("#changed h2").text_content().startswith("Changed in the last 7 days")
        done()

    def owner():
        start()
        click("Customers", "nav#nav")
        click("Kestrel Cold Chain", "main")
        owners = page.locator(".owners")
        assert owners.is_visible() and "AE" in owners.text_content()
        done()

    def by_palette():
        page.goto(home + "customers/kestrel-cold-chain/index.html")
        for words, title in (("pipeline", "Pipeline"), ("battlecards", "Battlecards"), ("customers", "Customers")):
            page.goto(home)
            page.keyboard.press("/")
            page.keyboard.type(words)
            page.wait_for_selector('.palette [aria-selected="true"]')
            page.keyboard.press("Enter")
            page.wait_for_selector(f"h1 >> text={title}")
        # A record that was opened before is one entry away.
        page.goto(home)
        page.keyboard.press("/")
        page.keyboard.type("kestrel")
        page.keyboard.press("Enter")
        page.wait_for_selector("h1 >> text=Kestrel")

    for action, name in (
        (pipeline, "how does this quarter's pipeline stand"), (battlecard, "what do we say against a named competitor"),
        (changed, "what changed for a customer this week"), (owner, "who owns a customer"),
        (by_palette, "each by one entry of the palette"),
    ):
        suite.attempt(f"visitor: {name}", action)
    context.close()
