"use strict";
(() => {
const root = document.documentElement;
const data = JSON.parse(document.getElementById("data").textContent);
const one = (selector) => document.querySelector(selector);
const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
const ui = () => data.ui[root.lang];
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
root.classList.add("scripted");

// Events: the rows of the data with their entry and, where they are dated, their mark.
const markOf = new Map(all(".mark").map((mark) => [mark.getAttribute("href").slice(1), mark]));
const events = data.events.map(([id, first, last, type, between, claim, weight]) => {
  const entry = document.getElementById(id);
  return {id, first, last, type, between, claim, weight, entry, mark: markOf.get(id) || null, words: null, shown: true};
});
const byId = new Map(events.map((event) => [event.id, event]));
const inOrder = all(".mark").map((mark) => byId.get(mark.getAttribute("href").slice(1)));

// Days are counted as Python's ordinals are: 1 is 0001-01-01; 719163 is 1970-01-01.
const dayOf = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / 864e5) + 719163;
const isoOf = (day) => new Date((day - 719163) * 864e5).toISOString().slice(0, 10);
const sayDay = (day) => {
  const [y, m, d] = isoOf(day).split("-").map(Number);
  return fill(ui().day, {d, month: ui().months[m - 1], y});
};
const dayAt = (percent) => {
  const knots = data.knots;
  let i = 1;
  while (i < knots.length - 1 && knots[i][1] < percent) i += 1;
  const [d0, x0] = knots[i - 1], [d1, x1] = knots[i];
  return Math.round(d0 + (d1 - d0) * Math.min(1, Math.max(0, (percent - x0) / (x1 - x0))));
};

// Choosing events.
const choice = {between: true, claims: true, weight: 1, type: "", words: [], from: null, to: null, stretch: null};
const state = one("#state"), reset = one("#reset");
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (event) => (event.words ??= plain(event.entry.textContent));
const meets = (event, first, last) => {
  if (first === null && last === null) return true;
  if (event.first === null && event.last === null) return false;
  return (last === null || event.first === null || event.first <= last) && (first === null || event.last === null || event.last >= first);
};
const fits = (event) =>
  (!choice.between || event.between) && event.weight >= choice.weight && (choice.claims || !event.claim) && (!choice.type || event.type === choice.type) &&
  meets(event, choice.from, choice.to) && (!choice.stretch || meets(event, ...choice.stretch)) &&
  choice.words.every((word) => wordsOf(event).includes(word));

function choose() {
  let shown = 0;
  for (const event of events) {
    event.shown = fits(event);
    shown += event.shown;
    event.entry.hidden = !event.shown;
    if (event.mark) event.mark.classList.toggle("away", !event.shown);
  }
  for (const group of all(".group")) group.hidden = !group.querySelector(".entry:not([hidden])");
  const parts = [fill(ui().showing, {shown, all: events.length})];
  if (choice.stretch) parts.push(fill(ui().stretch, {span: choice.stretch.map(sayDay).join(" – ")}));
  if (!shown) parts.push(ui().none_shown);
  state.textContent = parts.join(". ");
  const {between, claims, weight, type, words, from, to, stretch} = choice;
  reset.hidden = between && claims && weight === 1 && !type && !words.length && from === null && to === null && !stretch;
  rove();
}

const yearDay = (value, month) => (/^\d{1,4}$/.test(value) && Number(value) > 0 ? dayOf(value.padStart(4, "0") + month) : null);
function readControls() {
  choice.between = one("input[name=who]:checked").value === "between";
  choice.claims = one("#claims").checked;
  choice.weight = Number(one("#weight").value);
  choice.type = one("#type").value;
  choice.words = plain(one("#search").value).split(/\s+/).filter(Boolean);
  choice.from = yearDay(one("#from").value, "-01-01");
  choice.to = yearDay(one("#to").value, "-12-31");
  choose();
}
let waiting = 0;
for (const place of [".choose", ".heft"]) {
  one(place).addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(readControls, events.length > 400 ? 120 : 0);
  });
}
function chooseAll(who) {
  one(`input[name=who][value=${who}]`).checked = true;
  one("#claims").checked = true;
  one("#weight").value = "1";
  for (const id of ["#type", "#search", "#from", "#to"]) one(id).value = "";
  choice.stretch = null;
  drawBrush(null);
  readControls();
}
reset.addEventListener("click", () => {
  chooseAll("between");
  one("#timeline").focus({preventScroll: true});
});

// Marks and entries point at each other.
const readout = one("#readout");
let lit = null;
const sayEvent = (event) => {
  const when = document.createElement("span"), what = document.createElement("b");
  when.className = "when";
  when.textContent = event.entry.querySelector(".when").innerText + "  ";
  what.textContent = event.entry.querySelector(".what").innerText;
  return [when, what, " ", event.entry.querySelector("q").cloneNode(true)];
};
function light(event) {
  if (lit === event) return;
  if (lit) for (const element of [lit.entry, lit.mark]) element?.classList.remove("lit");
  lit = event;
  if (event) for (const element of [event.entry, event.mark]) element?.classList.add("lit");
  if (readout) readout.replaceChildren(...(event ? sayEvent(event) : [ui().selected_none]));
}
const calm = matchMedia("(prefers-reduced-motion:reduce)");
function open(event) {
  if (!event.shown) chooseAll(event.between && choice.between ? "between" : "all");
  const details = event.entry.querySelector("details");
  details.open = true;
  light(event);
  event.entry.scrollIntoView({block: "center", behavior: calm.matches ? "auto" : "smooth"});
  details.querySelector("summary").focus({preventScroll: true});
}
for (const event of events) {
  event.entry.addEventListener("mouseenter", () => light(event));
  event.entry.addEventListener("focusin", () => light(event));
  if (!event.mark) continue;
  event.mark.addEventListener("mouseenter", () => light(event));
  event.mark.addEventListener("focus", () => { light(event); rove(event); });
  event.mark.addEventListener("click", (click) => { click.preventDefault(); open(event); });
}

// One mark takes part in the order of the Tab key; arrow keys walk from mark to mark.
let current = null;
function rove(event) {
  const walk = inOrder.filter((other) => other.shown);
  current = event || (current && current.shown ? current : walk[0]) || null;
  for (const other of inOrder) other.mark.setAttribute("tabindex", other === current ? "0" : "-1");
}
one(".marks")?.addEventListener("keydown", (key) => {
  const walk = inOrder.filter((other) => other.shown);
  const at = walk.indexOf(current);
  const to = {ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: walk.length - 1}[key.key];
  if (key.key === "Enter" || key.key === " ") {
    key.preventDefault();
    if (current) open(current);
  } else if (to !== undefined && walk.length) {
    key.preventDefault();
    const next = walk[Math.min(walk.length - 1, Math.max(0, to))];
    rove(next);
    next.mark.focus({preventScroll: true});
  } else if (key.key === "Escape" && choice.stretch) {
    choice.stretch = null;
    drawBrush(null);
    choose();
  }
});

// A stretch of the tide, chosen by dragging.
const plot = one(".plot"), brush = one(".brush");
function drawBrush(range) {
  if (!brush) return;
  brush.setAttribute("visibility", range ? "visible" : "hidden");
  if (!range) return;
  const [a, b] = range;
  brush.setAttribute("x", a + "%");
  brush.setAttribute("width", b - a + "%");
}
if (plot) {
  let start = null, range = null;
  const percent = (move) => {
    const box = plot.getBoundingClientRect();
    return Math.min(100, Math.max(0, ((move.clientX - box.left) / box.width) * 100));
  };
  plot.addEventListener("pointerdown", (down) => {
    if (down.button || down.target.closest(".mark")) return;
    start = percent(down);
    range = null;
    plot.setPointerCapture(down.pointerId);
  });
  plot.addEventListener("pointermove", (move) => {
    if (start === null) return;
    const here = percent(move);
    if (range || Math.abs(here - start) > 0.8) drawBrush((range = [Math.min(start, here), Math.max(start, here)]));
  });
  const finish = () => {
    if (start === null) return;
    start = null;
    choice.stretch = range ? range.map(dayAt) : null;
    drawBrush(range);
    choose();
  };
  plot.addEventListener("pointerup", finish);
  plot.addEventListener("pointercancel", () => { start = null; drawBrush(null); });
}

// Ties as of a day.
const range = one("#tie-range"), dayInput = one("#tie-day");
let tieDay = range ? Number(range.value) : 0;
function showTies() {
  if (!range) return;
  const rank = {in: 0, uncertain: 1, out: 2}, rows = [];
  one("#as-of").textContent = fill(ui().ties_static, {day: sayDay(tieDay)});
  for (const row of all("#tie-list > .tie")) {
    const step = data.ties[row.dataset.tie].findLast((other) => other[0] <= tieDay);
    const [, verdict, reason, report] = step;
    row.className = "tie " + verdict;
    row.querySelector(".verdict").textContent = ui().verdicts[verdict];
    row.querySelector(".reason").textContent = ui().reasons[reason] || reason;
    for (const quote of all(".tie-quote", row)) quote.hidden = quote.dataset.report !== report;
    rows.push([rank[verdict] + row.dataset.kind + row.dataset.tie, row]);
  }
  rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  one("#tie-list").append(...rows.map((pair) => pair[1]));
}
range?.addEventListener("input", () => { tieDay = Number(range.value); dayInput.value = isoOf(tieDay); showTies(); });
dayInput?.addEventListener("change", () => {
  if (!dayInput.value) return;
  tieDay = dayOf(dayInput.value);
  range.value = tieDay;
  showTies();
});

// Open and close; print; links from elsewhere.
const openAll = one("#open-all");
const sayOpenAll = () => { openAll.textContent = openAll.dataset.open ? ui().close_all : ui().open_all; };
openAll.addEventListener("click", () => {
  openAll.dataset.open = openAll.dataset.open ? "" : "1";
  for (const event of events) if (event.shown) event.entry.querySelector("details").open = Boolean(openAll.dataset.open);
  sayOpenAll();
});
let closed = [];
addEventListener("beforeprint", () => {
  closed = all(".entry details:not([open])");
  for (const details of closed) details.open = true;
});
addEventListener("afterprint", () => { for (const details of closed) details.open = false; });
const follow = () => {
  const event = byId.get(decodeURIComponent(location.hash.slice(1)));
  if (event) open(event);
};
addEventListener("hashchange", follow);
document.addEventListener("click", (click) => {
  const link = click.target.closest('a[href^="#e-"]:not(.mark)');
  if (link && byId.has(link.hash.slice(1)) && link.hash === location.hash) follow();
});

// The language of the interface.
function speak(code) {
  root.lang = code;
  document.title = data.titles[code];
  for (const element of all("[data-say]")) {
    element.setAttribute(element.dataset.say, element.dataset[code]);
    if (element.tagName === "OPTION") element.textContent = element.dataset[code];
  }
  for (const button of all("[data-tongue]")) button.setAttribute("aria-pressed", String(button.dataset.tongue === code));
  const was = lit;
  lit = null;
  light(null);
  if (readout && !was) readout.replaceChildren(ui().selected_none);
  if (was) light(was);
  sayOpenAll();
  showTies();
  choose();
}
for (const button of all("[data-tongue]")) button.addEventListener("click", () => speak(button.dataset.tongue));

speak(root.lang);
readControls();
follow();
})();
