"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const byId = (id) => document.getElementById(id);
  const known = new Set(JSON.parse(byId("data").textContent).findings);
  const cards = [...document.querySelectorAll(".card")];
  const findings = [...document.querySelectorAll(".finding")].filter((finding) => known.has(finding.id));
  const within = (card) => findings.filter((finding) => card.contains(finding));
  const leadOf = (card) => card.querySelector(".lead");
  const filters = byId("filters");
  const words = { confirm: "Confirmed", dismiss: "Dismissed", defer: "Deferred" };
  const STORE = "factcheck-decisions";

  // The browser may refuse storage to a local file: decisions then live as long as the page.
  const load = () => {
    try { return JSON.parse(localStorage.getItem(STORE) || "{}") || {}; } catch { return {}; }
  };
  const save = () => {
    try { localStorage.setItem(STORE, JSON.stringify({ ...load(), ...Object.fromEntries(decisions), ...gone() })); } catch { /* see load */ }
  };
  const gone = () => Object.fromEntries(findings.filter((finding) => !decisions.has(finding.id)).map((finding) => [finding.id, undefined]));
  const decisions = new Map(Object.entries(load()).filter(([id, made]) => known.has(id) && made && words[made.decision]));

  const show = (finding) => {
    const made = decisions.get(finding.id);
    finding.dataset.status = made ? made.decision : "open";
    for (const button of finding.querySelectorAll("[data-decide]")) {
      button.setAttribute("aria-pressed", String(Boolean(made) && made.decision === button.dataset.decide));
    }
    const label = finding.querySelector("[data-decided]");
    label.hidden = !made;
    label.textContent = made ? words[made.decision] : "";
    const detail = finding.querySelector("[data-detail]");
    detail.hidden = !made;
    for (const field of detail.querySelectorAll("[data-for]")) field.hidden = !made || field.dataset.for !== made.decision;
    for (const input of detail.querySelectorAll("[name]")) input.value = (made && made[input.name]) || "";
  };
  const count = () => {
    byId("tray").hidden = decisions.size === 0;
    byId("tray-count").textContent = decisions.size === 1 ? "1 decision on this page" : `${decisions.size} decisions on this page`;
  };
  const decide = (finding, decision) => {
    const made = decisions.get(finding.id);
    if (made && made.decision === decision) decisions.delete(finding.id);
    else decisions.set(finding.id, { ...made, decision });
    show(finding); count(); save();
  };
  const applyToAll = (lead) => {
    const made = decisions.get(lead.id);
    for (const finding of within(lead.closest(".card"))) {
      decisions.set(finding.id, { ...made });
      show(finding);
    }
    count(); save();
  };

  const wanted = () => Object.fromEntries([...new FormData(filters)].filter(([, value]) => value));
  const matches = (finding, want) =>
    (!want.relation || finding.dataset.relation === want.relation) &&
    (!want.kind || finding.dataset.kind === want.kind) &&
    (!want.outlet || JSON.parse(finding.dataset.outlets).includes(want.outlet)) &&
    (!want.status || finding.dataset.status === want.status) &&
    (!want.q || finding.textContent.toLowerCase().includes(want.q.toLowerCase()));
  const apply = (keepFragment) => {
    const want = wanted();
    let shown = 0;
    for (const card of cards) {
      const found = within(card).filter((finding) => matches(finding, want));
      card.hidden = found.length === 0;
      shown += !card.hidden;
      // What matches must be seen: where it is not the lead, it lies in the fold.
      if (found.length && !found.includes(leadOf(card))) card.querySelector(".others").open = true;
    }
    byId("shown").textContent = shown === cards.length ? "" : `${shown} of ${cards.length} matters shown`;
    byId("none-shown").hidden = shown > 0;
    if (!keepFragment) history.replaceState(null, "", `#${new URLSearchParams(want)}`);
  };
  const follow = () => {
    const fragment = location.hash.slice(1);
    let id = "";
    try { id = decodeURIComponent(fragment); } catch { return; }
    if (known.has(id)) {
      filters.reset(); apply(true);
      const fold = byId(id).closest(".others");
      if (fold) fold.open = true;
      byId(id).focus({ preventScroll: true });
      byId(id).scrollIntoView();
    } else if (fragment.includes("=")) {
      const state = new URLSearchParams(fragment);
      for (const field of filters.elements) if (field.name) field.value = state.get(field.name) || "";
      apply(true);
    }
  };

  const copyLink = async (finding, button) => {
    const link = `${location.href.split("#")[0]}#${encodeURIComponent(finding.id)}`;
    const label = button.lastChild;
    try { await navigator.clipboard.writeText(link); label.textContent = "Copied"; } catch { location.hash = encodeURIComponent(finding.id); label.textContent = "Link is in the address bar"; }
    setTimeout(() => { label.textContent = "Copy link"; }, 2500);
  };
  const download = () => {
    const lines = [...decisions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, made]) => {
      const line = { id, decision: made.decision };
      if (made.decision === "dismiss" && made.reason) line.reason = made.reason;
      if (made.decision === "defer" && made.until) line.until = made.until;
      if (made.note) line.note = made.note;
      return JSON.stringify(line) + "\n";
    });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
    link.download = "factcheck-review.jsonl";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const focused = (selector) => document.activeElement && document.activeElement.closest(selector);
  const step = (by) => {
    const shown = cards.filter((card) => !card.hidden);
    const at = shown.indexOf(focused(".card"));
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1)];
    if (next) { leadOf(next).focus({ preventScroll: true }); next.scrollIntoView({ block: "start" }); }
  };
  const decideFocused = (decision) => {
    const card = focused(".card");
    if (card) decide(focused(".finding") || leadOf(card), decision);
  };
  const help = byId("help");
  const keys = {
    j: () => step(1), k: () => step(-1),
    c: () => decideFocused("confirm"),
    d: () => decideFocused("dismiss"),
    f: () => decideFocused("defer"),
    "/": () => filters.elements.q.focus(),
    "?": () => help.showModal(),
  };

  addEventListener("beforeprint", () => { for (const fold of document.querySelectorAll("details")) fold.open = true; });
  if (!filters) return;
  for (const finding of findings) {
    show(finding);
    finding.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.decide) decide(finding, button.dataset.decide);
      else if ("apply" in button.dataset) applyToAll(finding);
      else copyLink(finding, button);
    });
    finding.querySelector("[data-detail]").addEventListener("input", (event) => {
      const made = decisions.get(finding.id);
      if (made) { decisions.set(finding.id, { ...made, [event.target.name]: event.target.value }); save(); }
    });
  }
  filters.addEventListener("input", () => apply(false));
  filters.addEventListener("reset", () => setTimeout(() => apply(false)));
  filters.addEventListener("submit", (event) => event.preventDefault());
  byId("help-button").addEventListener("click", () => help.showModal());
  byId("download").addEventListener("click", download);
  addEventListener("hashchange", follow);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || !byId("keys-on").checked) return;
    if (event.target.matches("input, select, textarea")) return;
    const action = keys[event.key];
    if (action) { event.preventDefault(); action(); }
  });
  count();
  follow();
})();
