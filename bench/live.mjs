// How soon others see what somebody does: a message in the receiver's open page, at the same server and (PostgreSQL) at another, and a contact that is
// hidden, or said to be close, in the routes of the network.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bench, fillDemo, find, gilde, newDatabase, option, percentile, publish, row, say, sessionOf, signIn, start } from "./server.mjs";

const database = option("--db", "postgres");
const soon = 1_000, inTheGraph = 2_000;
const times = Number(option("--times", "50"));

await bench(async (work) => {
  const program = publish(work);
  const options = ["--data", join(work, "data"), "--db", newDatabase(work, database)];
  const demo = fillDemo(program, options);
  const here = await start(program, options);
  const there = database === "postgres" ? await start(program, options) : here;
  const anna = await signIn(here.base, demo);
  const bert = await newcomer(here.base, program, options, join(work, "data", "mail"));
  const talk = await connect(here.base, anna, bert);
  say(`\n${database}, ${times} times each, milliseconds`);
  row("seen after", "p50", "p99", "most");
  print(soon, "message here", await messages(here.base, here.base, anna, bert, talk));
  if (there !== here) print(soon, "message there", await messages(here.base, there.base, anna, bert, talk));
  print(inTheGraph, "route here", await routes(here.base, here.base, anna, bert));
  if (there !== here) print(inTheGraph, "route there", await routes(here.base, there.base, anna, bert));
  print(inTheGraph, "closeness", await closeness(here.base, anna, bert));
  say(`goals at p99: a message within ${soon} ms, a change of contacts or closeness within ${inTheGraph} ms`);
});

function print(goal, name, ms) {
  if (percentile(ms, 0.99) > goal) process.exitCode = 1;
  row(name, ...[0.5, 0.99, 1].map((share) => percentile(ms, share).toFixed(0)));
}

async function post(base, cookie, path, fields) {
  const answer = await fetch(base + path, { method: "POST", headers: { cookie, accept: "text/html" }, body: new URLSearchParams(fields), redirect: "manual" });
  if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.headers.get("location");
}

function handleOf(base, cookie) {
  return find(base, cookie, "/", /<a href="\/@([a-z0-9.-]+)"><svg/);
}

/** Somebody who joins by an invitation and knows nobody yet. */
async function newcomer(base, program, options, mail) {
  const email = "newcomer@bench.example";
  gilde(program, "member", "invite", email, ...options);
  const read = () => { try { return readdirSync(mail).map((file) => readFileSync(join(mail, file), "utf8")).find((letter) => letter.includes(email)); } catch { return undefined; } };
  let letter;
  while (!(letter = read())) await pause(50);
  const [, invitation] = /invitation=([0-9a-zA-Z_-]+)/.exec(letter.replaceAll("=\n", "").replaceAll("=\r\n", "").replaceAll("=3D", "="));
  const fields = { invitation, email, name: "Bert Neuling", password: "Siebzehn Ziehsteine", language: "de", sixteen: "true", terms: "true" };
  const answer = await fetch(`${base}/signup`, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  return sessionOf(answer) ?? (() => { throw new Error(`Signing up answered ${answer.status}.`); })();
}

/** The two become contacts and begin to talk. */
async function connect(base, anna, bert) {
  await post(base, bert, "/contacts/requests", { to: await handleOf(base, anna), reason: "Wir messen." });
  await post(base, anna, await find(base, anna, "/contacts/requests", /action="(\/contacts\/requests\/\d+\/accept)"/), {});
  return await post(base, bert, "/messages", { to: await handleOf(base, anna), text: "Guten Tag" });
}

async function messages(from, to, anna, bert, talk) {
  const source = await find(to, anna, talk, /turbo-stream-source src="([^"]+)"/);
  const page = await fetch(to + source, { headers: { cookie: anna, accept: "text/event-stream" } });
  const reader = page.body.getReader(), decoder = new TextDecoder();
  let seen = "";
  const ms = [];
  for (let i = 0; i < times; i++) {
    const text = `Nachricht-${crypto.randomUUID()}`;
    const begin = performance.now();
    const sent = post(from, bert, talk, { text });
    while (!seen.includes(text)) seen = (seen + decoder.decode((await reader.read()).value, { stream: true })).slice(-100_000);
    ms.push(performance.now() - begin);
    await sent;
  }
  await reader.cancel();
  return ms;
}

/** One hides and shows a contact by turns; the other asks for the way to that contact until it follows. */
async function routes(from, to, anna, bert) {
  const over = await handleOf(from, anna);
  const { id, handle } = await contactOver(from, to, anna, bert, over);
  const leads = async () => (await hopOver(to, bert, handle, over)) !== undefined;
  return await follows(async (i) => await post(from, anna, `/contacts/${id}/hidden`, { hidden: String(i % 2 === 0) }), leads, true);
}

/** One says by turns that they would call the other at night, and that they hardly know them, until the way over them is warm or cold. */
async function closeness(base, anna, bert) {
  const over = await handleOf(base, anna);
  const { handle } = await contactOver(base, base, anna, bert, over);
  const id = await find(base, bert, "/contacts", /href="\/contacts\/(\d+)"/);
  await post(base, bert, `/contacts/${id}/word/hardly`, {});
  await pause(3_000);
  const cold = (await hopOver(base, bert, handle, over)).tieToNext;
  const isWarm = async () => (await hopOver(base, bert, handle, over)).tieToNext !== cold;
  return await follows(async (i) => await post(base, bert, `/contacts/${id}/word/${i % 2 === 0 ? "at-night" : "hardly"}`, {}), isWarm, false);
}

/** Milliseconds from each change until what is seen has changed. */
async function follows(change, look, first) {
  while ((await look()) !== first) await pause();
  const ms = [];
  for (let i = 0; i < times; i++) {
    const begin = performance.now();
    await change(i);
    while ((await look()) === (i % 2 === 0 ? first : !first)) await pause();
    ms.push(performance.now() - begin);
  }
  return ms;
}

function pause(ms = 5) {
  return new Promise((done) => setTimeout(done, ms));
}

/** A contact of one to whom the other's way leads over that one. */
async function contactOver(from, to, anna, bert, over) {
  const list = await (await fetch(`${from}/contacts`, { headers: { cookie: anna, accept: "text/html" } })).text();
  for (const id of new Set([...list.matchAll(/href="\/contacts\/(\d+)"/g)].map((m) => m[1]))) {
    const handle = await find(from, anna, `/contacts/${id}`, /<main[^]*?href="\/@([a-z0-9.-]+)"/);
    if (await hopOver(to, bert, handle, over)) return { id, handle };
  }
  throw new Error("No route leads over the one who is asked about.");
}

/** The first hop of the way of two hops to somebody over this member, if there is one. */
async function hopOver(base, cookie, handle, over) {
  const { routes = [] } = await (await fetch(`${base}/introductions/to/${handle}`, { headers: { cookie, accept: "application/json" } })).json();
  return routes.find((route) => route.stops.length === 3 && route.stops[1].person?.handle === over)?.stops[0];
}
