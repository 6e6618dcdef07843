// Loads the page again when the site was built anew, and shows what is wrong meanwhile. Only the preview adds it to pages.
(() => {
  const script = new URL(document.currentScript.src);
  const known = script.searchParams.get("version");
  let events, host;

  function listen() {
    if (events || document.hidden) return;
    events = new EventSource(new URL("events", script));
    events.onmessage = (message) => {
      const state = JSON.parse(message.data);
      if (state.version !== known) location.reload();
      else show(state);
    };
  }

  // A browser opens six connections to a server at most: hidden tabs let theirs go.
  function rest() {
    events?.close();
    events = undefined;
  }

  function show({ lang, level, head, lines }) {
    host?.remove();
    if (!head) return;
    host = document.createElement("sajaro-problems");
    const root = host.attachShadow({ mode: "open" });
    // Style sheets made by script are the ones that a strict policy of the page lets through.
    const style = new CSSStyleSheet();
    style.replaceSync(`
      details { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto; margin: 0;
        padding: .75rem 1rem; background: #1d1d1f; color: #fff; font: 1rem/1.5 system-ui, sans-serif; text-align: start;
        border-block-start: 4px solid #ffb84d }
      details.error { border-color: #ff6b5e }
      details:not([open]) { inset-inline-start: auto }
      summary { cursor: pointer; font-weight: 600 }
      li { overflow-wrap: anywhere } ul { margin: .5rem 0 0; padding-inline-start: 1.25rem }
      @media print { details { display: none } }`);
    root.adoptedStyleSheets = [style];
    const details = document.createElement("details");
    details.open = level === "error";
    details.className = level;
    details.lang = lang;
    details.setAttribute("role", level === "error" ? "alert" : "status");
    details.appendChild(document.createElement("summary")).textContent = head;
    const list = details.appendChild(document.createElement("ul"));
    for (const each of lines) list.appendChild(document.createElement("li")).textContent = each;
    root.append(details);
    document.body.append(host);
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
