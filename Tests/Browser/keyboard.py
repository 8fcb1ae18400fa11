"""Walks through the site with keys alone: palette, rows, tables, tabs, dialogs."""

from browser import Complaints, wait_until


def check(suite, browser, addresses):
    """The keys that the site promises, each tried where it is used."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    complaints = Complaints(page)
    home = addresses["sample"]
    press = page.keyboard.press

    def focused():
        return page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id")

    def opens_and_closes():
        page.goto(home)
        press("Control+k")
        page.wait_for_selector("dialog.palette[open]")
        page.keyboard.type("pipel")
        page.wait_for_selector('.palette [aria-selected="true"] >> text=Pipeline')
        press("Escape")
        assert not page.locator("dialog.palette[open]").count(), "Esc does not close the palette"
        press("/")
        page.wait_for_selector("dialog.palette[open]")
        assert page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
        press("ArrowDown")
        first = page.get_attribute(".palette input", "aria-activedescendant")
        assert page.get_attribute(f"#{first}", "aria-selected") == "true"
        page.keyboard.type("battlecards")
        page.wait_for_timeout(50)
        press("Enter")
        page.wait_for_url("**/toolkit/battlecards/index.html")

    def acts():
        page.goto(home + "customers/kestrel-cold-chain/index.html")
        before = page.evaluate("document.documentElement.dataset.theme || 'system'")
        press("Control+k")
        page.keyboard.type("switch theme")
        press("Enter")
        wait_until(page, "(before) => (document.documentElement.dataset.theme || 'system') !== before", before)
        press("t"), press("t")
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        press("Control+k")
        page.keyboard.type("copy as mark")
        press("Enter")
        page.wait_for_selector(".toast.is-shown >> text=Markdown")
        text = page.evaluate("navigator.clipboard.readText()")
        assert text.startswith("---\n") and "# Kestrel Cold Chain" in text, text[:80]

    def goes():
        for key, place in (("c", "customers"), ("d", "deals"), ("b", "battlecards"), ("p", "pipeline"), ("r", "reports")):
            page.goto(home)
            press("g")
            press(key)
            page.wait_for_url(f"**/{place}/index.html")

    def walks_rows():
        page.goto(home + "customers/index.html")
        press("j"), press("j")
        second = page.locator(".data-table tbody tr:nth-child(2) th a").text_content()
        assert focused() == second, f"j j is on '{focused()}', not on '{second}'"
        press("k")
        first = page.locator(".data-table tbody tr:nth-child(1) th a").text_content()
        assert focused() == first
        press("x")
        page.wait_for_selector(".peek:popover-open")
        assert first in page.locator(".peek").text_content()
        press("Escape")
        page.wait_for_selector(".peek:popover-open", state="hidden")
        press("j")
        press("Enter")
        page.wait_for_selector(f"h1 >> text={second}")
        press("[")
        page.wait_for_selector(f"h1 >> text={first}")
        press("]")
        page.wait_for_selector(f"h1 >> text={second}")

    def sorts_and_filters():
        page.goto(home + "deals/index.html")
        table = page.locator("#open")
        button = table.locator("th .sort", has_text="Amount")
        button.focus()
        press("Enter")
        assert button.locator("..").get_attribute("aria-sort") == "descending"
        assert "open.sort=-Amount" in page.url, page.url
        table.locator("input[type=search]").focus()
        page.keyboard.type("renewal")
        wait_until(page, "document.querySelector('#open [role=status]').textContent.includes(' of ')")
        rows = table.locator("tbody tr").count()
        assert f"{rows} of 21" in table.locator("[role=status]").text_content()
        table.locator("select[aria-label='Group by']").select_option(label="Group: Owner")
        assert table.locator("tr.group").count() > 1, "no groups"
        subtotal = table.locator("tr.group td.number").first.text_content()
        assert "EUR" in subtotal or "GBP" in subtotal, f"no subtotal: '{subtotal}'"
        # What was chosen is in the address, so that it can be sent.
        again = context.new_page()
        again.goto(page.url)
        assert again.locator("#open tbody tr:not(.group)").count() == rows
        assert again.locator("#open tr.group").count() > 1
        again.close()
        page.goto(home + "deals/index.html")
        page.locator("#open .display summary").focus()
        press("Enter")
        press("Tab")
        press("Space")
        assert page.locator("#open thead th").nth(1).is_hidden(), "a column cannot be hidden"
        press("Escape")
        assert not page.locator("#open .display[open]").count()

    def follows_tabs():
        page.goto(home + "customers/kestrel-cold-chain/index.html")
        link = page.locator(".tabs a", has_text="Timeline")
        link.focus()
        press("Enter")
        wait_until(page, "document.getElementById('timeline').getBoundingClientRect().top < 300")
        chips = page.locator("#timeline .chip")
        chips.nth(1).focus()
        press("Enter")
        assert chips.nth(1).get_attribute("aria-pressed") == "true"
        kinds = page.eval_on_selector_all(
            "#timeline [data-kind]:not([hidden])", "(all) => [...new Set(all.map((one) => one.dataset.kind))]")
        assert kinds == [chips.nth(1).text_content()], kinds

    def explains_and_rests():
        page.goto(home)
        press("?")
        page.wait_for_selector("dialog.sheet-dialog[open]")
        page.locator("#keys-on").focus()
        press("Space")
        press("Escape")
        press("j"), press("g"), press("d")
        page.wait_for_timeout(300)
        assert page.url == home, "single keys work although they are off"
        press("Control+k")
        page.wait_for_selector("dialog.palette[open]")
        press("Escape")
        page.locator("[data-keys]").click()
        page.locator("#keys-on").check()
        press("Escape")
        page.goto(home + "deals/index.html")
        page.locator("#open input[type=search]").focus()
        page.keyboard.type("gd?t")
        assert page.url.startswith(home + "deals/"), "keys work inside a field"
        assert not page.locator("dialog[open]").count()

    def traps_focus():
        phone = browser.new_context(viewport={"width": 360, "height": 780}).new_page()
        phone.goto(home)
        phone.locator("[aria-label=Menu]").focus()
        phone.keyboard.press("Enter")
        phone.wait_for_selector("#nav:popover-open")
        for _ in range(60):
            phone.keyboard.press("Tab")
            inside = phone.evaluate("!document.activeElement.closest('main')")
            assert inside, "the focus leaves the open navigation for the page behind it"
        phone.keyboard.press("Escape")
        wait_until(phone, "!document.querySelector('#nav:popover-open') && !document.getElementById('main').inert")
        phone.context.close()

    def reaches_everything():
        """The first Tab is the way past the navigation, and it works."""
        page.goto(home + "deals/index.html")
        press("Tab")
        assert focused() == "Skip to content", focused()
        press("Enter")
        press("Tab")
        assert page.evaluate("Boolean(document.activeElement.closest('main'))")

    for action, name in (
        (opens_and_closes, "the palette opens, chooses, goes and closes"), (acts, "the palette acts on the page"),
        (goes, "g and a letter go to the sections"), (walks_rows, "rows are walked, looked at, opened, left and right"),
        (sorts_and_filters, "a table sorts, filters, groups and hides columns, and its address says so"),
        (follows_tabs, "tabs lead to sections, and the timeline narrows"),
        (explains_and_rests, "single keys are explained, rest in fields, and can be turned off"),
        (traps_focus, "the navigation of a phone keeps the focus"), (reaches_everything, "the first Tab skips the navigation"),
    ):
        suite.attempt(f"keys: {name}", action)
    suite.check("keys: nothing was complained about on the way", complaints.take())
    context.close()
