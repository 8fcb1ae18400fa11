/// The styles of what a preview puts over a page; they stand by themselves, whatever the theme says.
enum LiveStyles {
  static let text = """
    .fb-live, .fb-live-pill {
      all: revert; position: fixed; z-index: 2147483647; box-sizing: border-box; color: #f4f4f5; background: #18181b;
      font: 14px/1.5 ui-sans-serif, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
    }
    .fb-live {
      inset: auto 0 0; max-height: 70vh; overflow: auto; border-top: 3px solid #f87171;
      box-shadow: 0 -12px 40px rgb(0 0 0 / 0.35);
    }
    .fb-live-bar {
      position: sticky; top: 0; display: flex; gap: 16px; align-items: center; justify-content: space-between;
      padding: 12px 24px; background: #18181b; border-bottom: 1px solid #3f3f46;
    }
    .fb-live h2 { margin: 0; font-size: 16px; font-weight: 600; line-height: 1.4; font-family: inherit; color: #fca5a5; }
    .fb-live ol { margin: 0; padding: 0; list-style: none; }
    .fb-live li { padding: 16px 24px; border-bottom: 1px solid #27272a; }
    .fb-live p { margin: 4px 0; color: #d4d4d8; max-width: 100ch; }
    .fb-live strong { color: #fff; font-weight: 600; }
    .fb-live code, .fb-live pre { font: 13px/1.5 ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; }
    .fb-live code { padding: 0; border: 0; color: #93c5fd; background: none; overflow-wrap: anywhere; }
    .fb-live pre {
      margin: 8px 0; padding: 8px 12px; overflow: auto; white-space: pre; color: #e4e4e7; background: #09090b;
      border: 1px solid #3f3f46; border-radius: 6px;
    }
    .fb-live .fb-live-id { color: #a1a1aa; }
    .fb-live .fb-live-id::before { content: "["; }
    .fb-live .fb-live-id::after { content: "]"; }
    .fb-live .fb-live-help { color: #86efac; }
    .fb-live .fb-live-more { padding: 8px 24px 16px; }
    .fb-live button, .fb-live-pill {
      flex: none; min-height: 32px; padding: 4px 14px; white-space: nowrap; border: 1px solid #52525b; border-radius: 6px; cursor: pointer;
      color: #fafafa; background: #27272a; font-family: inherit; font-size: 14px;
    }
    .fb-live button:hover, .fb-live-pill:hover { background: #3f3f46; }
    .fb-live :focus-visible, .fb-live-pill:focus-visible { outline: 2px solid #93c5fd; outline-offset: 2px; }
    .fb-live-pill { right: 16px; bottom: 16px; border-color: #f87171; color: #fecaca; }
    @media print { .fb-live, .fb-live-pill { display: none; } }
    """
}
