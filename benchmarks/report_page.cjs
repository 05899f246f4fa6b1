"use strict";
// Called by report_page.py: open a page in Chromium and print what was found as JSON.
const [, , page, modules, chromium] = process.argv;
const puppeteer = require(`${modules}/puppeteer-core`);
const fs = require("node:fs");
const axe = fs.readFileSync(`${modules}/axe-core/axe.min.js`, "utf8");
// On pages of many references axe-core takes minutes: the first ones of each kind are checked.
const MOST = 150;

const views = [
  ["light, 1000 px", 1000, "light"],
  ["dark, 1000 px", 1000, "dark"],
  ["light, 360 px", 360, "light"],
  ["dark, 360 px", 360, "dark"],
];

async function violations(tab) {
  await tab.evaluate(axe);
  const found = await tab.evaluate(async (most) => {
    // What is not laid out yet has no colours to check.
    document.querySelector("main").classList.remove("many");
    const entries = [...document.querySelectorAll(".entry")];
    for (const entry of entries.slice(most)) entry.remove();
    for (const entry of entries.slice(0, most)) entry.querySelector("details").open = true;
    const result = await axe.run(document, { resultTypes: ["violations", "incomplete"] });
    const short = (one) => `${one.id}: ${one.nodes.length}: ${one.nodes[0].html.slice(0, 160)} ${one.nodes[0].any.map((check) => check.message).join()}`;
    return [result.violations.map(short), result.incomplete.map(short)];
  }, MOST);
  return found;
}

async function filterByKeyboard(tab) {
  const shown = () => tab.evaluate(
    () => [...document.querySelectorAll(".entry")].filter((one) => one.checkVisibility()).length);
  const before = await shown();
  await tab.focus("#show-all");
  await tab.keyboard.press("ArrowRight");
  const after = await shown();
  const said = await tab.evaluate(
    () => Number(document.querySelector("label:has(:checked) b").textContent));
  return { before, after, said };
}

async function searchByWords(tab) {
  await tab.type("#words", "liu arxiv");
  await tab.waitForFunction(() => document.getElementById("found").textContent !== "");
  const found = await tab.evaluate(() => ({
    said: parseInt(document.getElementById("found").textContent, 10),
    shown: [...document.querySelectorAll(".entry")].filter((one) => one.checkVisibility()).length,
  }));
  await tab.evaluate(() => { document.getElementById("words").value = ""; });
  await tab.type("#words", " ");
  await tab.waitForFunction(() => document.getElementById("found").textContent === "");
  return found;
}

(async () => {
  const browser = await puppeteer.launch({
    executablePath: chromium, headless: true, args: ["--no-sandbox"], protocolTimeout: 600000,
  });
  const report = {};
  const faults = [];
  const tab = await browser.newPage();
  tab.setDefaultTimeout(600000);
  tab.on("dialog", async (dialog) => { faults.push("a dialog opened"); await dialog.dismiss(); });
  tab.on("request", (asked) => {
    if (!asked.url().startsWith("file:")) faults.push(`asked ${asked.url().slice(0, 80)}`);
  });
  tab.on("console", (line) => {
    if (line.type() === "error") faults.push(`console: ${line.text().slice(0, 160)}`);
  });
  for (const [name, width, scheme] of views) {
    await tab.setViewport({ width, height: 800 });
    await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const start = Date.now();
    await tab.goto(`file://${page}`);
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    const ready = Date.now() - start;
    const over = await tab.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) faults.push(`${name}: ${over} pixels stick out`);
    if (!(await tab.title()).startsWith("refs")) faults.push("a script of a text ran");
    const chosen = Date.now();
    const filter = await filterByKeyboard(tab);
    const filtered = Date.now() - chosen;
    if (filter.after !== filter.said) faults.push(`filter: ${JSON.stringify(filter)}`);
    await tab.evaluate(() => document.getElementById("show-all").click());
    const search = await searchByWords(tab);
    if (search.said !== search.shown) faults.push(`search: ${JSON.stringify(search)}`);
    const [found, open] = await violations(tab);
    faults.push(...found.map((one) => `${name}: ${one}`));
    report[name] = `laid out in ${ready} ms, filter ${filter.before} to ${filter.after} in ${filtered} ms, search ${search.shown}, ` +
      `axe-core: ${found.length} violations, undecided ${JSON.stringify(open)}`;
  }
  await tab.setJavaScriptEnabled(false);
  await tab.goto(`file://${page}`);
  const plain = await tab.$$eval(".entry", (all) => all.length).catch(() => "not counted");
  report["without scripts"] = `${plain} references`;
  report.faults = faults;
  console.log(JSON.stringify(report));
  await browser.close();
})();
