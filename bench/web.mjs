// Publishes the server, fills the demo network, loads it with wrk and prints requests/s, p50, p99, memory, start time and page sizes.
// Every figure of a page stands beside that of /healthz in the same run (the server's floor), since machines differ and are noisy.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bench, connections, fillDemo, find, load, memory, needWrk, newDatabase, option, publish, row, say, signIn, start } from "./server.mjs";

const database = option("--db", "sqlite");
const seconds = Number(option("--seconds", "8"));
const members = option("--members", "2000");

await bench(async (work) => {
  needWrk();
  const program = publish(work);
  const options = ["--data", join(work, "data"), "--db", newDatabase(work, database)];
  const member = fillDemo(program, options, members);
  const { base, pid, startMs } = await start(program, options);
  const cookie = await signIn(base, member);
  const figures = { start: { ms: startMs }, floor: load(work, base, ["/healthz"], { seconds }) };
  for (const [name, path] of Object.entries(await choosePages(base, cookie))) {
    const who = name === "sign-in page" ? null : cookie;
    const answer = await fetch(base + path, { headers: who ? { cookie: who } : {}, redirect: "manual" });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    const bytes = (await answer.arrayBuffer()).byteLength;
    load(work, base, [path], { cookie: who, seconds: 2 });
    figures[name] = { ...load(work, base, [path], { cookie: who, seconds }), bytes };
  }
  figures.memory = { rss_mb: memory(pid) };
  figures.assets = { gzip_kb: assetSize(join(program, "wwwroot")) };
  print(figures);
  if (process.argv.includes("--json")) say(JSON.stringify(figures));
});

async function choosePages(base, cookie) {
  const profile = await find(base, cookie, "/contacts", /href="(\/@[a-z0-9.-]+)"/);
  const conversation = await find(base, cookie, "/messages", /href="(\/messages\/\d+)"/);
  return { "sign-in page": "/signin", home: "/", profile, contacts: "/contacts", conversation, "JSON profile": `${profile}.json` };
}

/** Everything that a first visit loads of JavaScript and CSS, compressed as a proxy would. */
function assetSize(folder) {
  let bytes = 0;
  const walk = (at) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(join(at, entry.name));
      else if (/\.(js|css)$/.test(entry.name)) bytes += gzipSync(readFileSync(join(at, entry.name))).length;
    }
  };
  if (existsSync(folder)) walk(folder);
  return Math.round(bytes / 102.4) / 10;
}

function print(figures) {
  say(`\n${database}, ${members} members, ${connections} connections, ${seconds} s each`);
  row("page", "requests/s", "p50 ms", "p99 ms", "of floor", "HTML KB");
  for (const [name, f] of Object.entries(figures)) {
    if (!f.per_second) continue;
    row(name, f.per_second, f.p50_ms.toFixed(2), f.p99_ms.toFixed(2), `${((100 * f.per_second) / figures.floor.per_second).toFixed(1)} %`, f.bytes ? (f.bytes / 1024).toFixed(1) : "");
  }
  say(`start to first answer ${figures.start.ms} ms, resident memory after load ${figures.memory.rss_mb} MB, JS + CSS ${figures.assets.gzip_kb} KB gzip`);
}
