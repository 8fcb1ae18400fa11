/// The script of a previewed page; never part of a built site.
///
/// It listens while its tab is visible only, since a browser allows few connections to one host. It reloads a page when
/// the page itself has changed, and keeps the place where the reader was.
enum LiveScript {
  static let text = #"""
    "use strict"
    ;(() => {
      const own = document.currentScript.dataset
      const place = "fieldbook-live-place"
      const closed = "fieldbook-live-closed"
      const seen = { pages: own.pages, styles: own.styles }
      let source = null
      let state = null

      // The place where the reader was before the page was loaded anew.
      function keepPlace() {
        const focused = document.activeElement?.id
        const open = [...document.querySelectorAll("details[id][open]")].map((each) => each.id)
        const kept = { path: location.pathname, x: scrollX, y: scrollY, focused, open }
        sessionStorage.setItem(place, JSON.stringify(kept))
      }
      function restorePlace() {
        const kept = JSON.parse(sessionStorage.getItem(place) ?? "null")
        sessionStorage.removeItem(place)
        if (kept?.path !== location.pathname) return
        for (const id of kept.open) document.getElementById(id)?.setAttribute("open", "")
        if (kept.focused) document.getElementById(kept.focused)?.focus({ preventScroll: true })
        const scroll = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" })
        scroll()
        addEventListener("load", scroll, { once: true })
      }
      function reload() {
        keepPlace()
        location.reload()
      }

      // A stylesheet takes the place of the one before it when it has come, so that nothing flickers.
      function swapStyles(number) {
        for (const old of document.querySelectorAll("link[rel=stylesheet]")) {
          const address = new URL(old.href)
          if (address.origin !== location.origin || address.pathname.startsWith("/-/")) continue
          address.searchParams.set("styles", number)
          const fresh = old.cloneNode()
          fresh.href = address.href
          fresh.addEventListener("load", () => old.remove(), { once: true })
          fresh.addEventListener("error", () => fresh.remove(), { once: true })
          old.after(fresh)
        }
      }

      async function isOther() {
        const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" })
        return answer.headers.get("etag") !== `"${own.tag}"`
      }
      async function follow(next) {
        state = next
        show()
        if (next.run !== own.run || String(next.scripts) !== own.scripts) return reload()
        if (String(next.styles) !== seen.styles) {
          seen.styles = String(next.styles)
          swapStyles(next.styles)
        }
        if (String(next.pages) !== seen.pages) {
          seen.pages = String(next.pages)
          if (await isOther()) reload()
        }
      }

      function connect() {
        if (source || document.visibilityState === "hidden") return
        source = new EventSource("/-/events")
        source.addEventListener("message", (event) => {
          follow(JSON.parse(event.data)).catch(() => {})
        })
      }
      function disconnect() {
        source?.close()
        source = null
      }

      // What is wrong, over the page that was good last.
      function element(name, text, className) {
        const made = document.createElement(name)
        if (text) made.textContent = text
        if (className) made.className = className
        return made
      }
      function problem(each) {
        const item = element("li")
        const head = element("p", "", "fb-live-head")
        head.append(element("code", each.place), " ", element("strong", each.summary))
        if (each.id) head.append(" ", element("span", each.id, "fb-live-id"))
        item.append(head)
        if (each.excerpt) {
          const excerpt = element("pre", each.excerpt)
          excerpt.tabIndex = 0
          excerpt.setAttribute("role", "region")
          excerpt.setAttribute("aria-label", "Excerpt")
          item.append(excerpt)
        }
        if (each.explanation) item.append(element("p", each.explanation))
        if (each.help) item.append(element("p", "Help: " + each.help, "fb-live-help"))
        return item
      }
      function title() {
        const count = state.count === 1 ? "1 error" : `${state.count} errors`
        return state.kept ? `${count}: this is the page as it was before` : count
      }
      function panel() {
        const panel = element("section", "", "fb-live")
        panel.setAttribute("role", "region")
        panel.setAttribute("aria-label", "Errors of the preview")
        const close = element("button", "Close")
        close.type = "button"
        close.addEventListener("click", closePanel)
        const bar = element("div", "", "fb-live-bar")
        const said = element("div")
        said.setAttribute("role", "status")
        said.append(element("h2", title()))
        bar.append(said, close)
        const list = element("ol")
        list.append(...state.problems.map(problem))
        panel.append(bar, list)
        if (state.count > state.problems.length) {
          panel.append(element("p", `${state.count - state.problems.length} more are in the terminal.`, "fb-live-more"))
        }
        return panel
      }
      function pill() {
        const pill = element("button", title(), "fb-live-pill")
        pill.type = "button"
        pill.addEventListener("click", () => {
          sessionStorage.removeItem(closed)
          show()
          document.querySelector(".fb-live button")?.focus()
        })
        return pill
      }
      function closePanel() {
        sessionStorage.setItem(closed, state.digest)
        show()
      }
      function show() {
        for (const old of document.querySelectorAll(".fb-live, .fb-live-pill")) old.remove()
        if (!state.count) return sessionStorage.removeItem(closed)
        const isClosed = sessionStorage.getItem(closed) === state.digest || !(state.kept || state.fresh)
        document.body.append(isClosed ? pill() : panel())
      }

      addEventListener("keydown", (event) => {
        if (event.key === "Escape" && document.querySelector(".fb-live")) closePanel()
      })
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") disconnect()
        else connect()
      })
      addEventListener("pagehide", disconnect)
      addEventListener("pageshow", connect)
      restorePlace()
      connect()
    })()
    """#
}
