// "How do I reach …?" at 100,000 members: imports a made network, starts the published server and loads the page for many targets in turn.
import { createWriteStream, mkdirSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { bench, connections, fillDemo, gilde, idle, load, memory, needWrk, newDatabase, option, publish, row, say, signIn, start } from "./server.mjs";

const database = option("--db", "sqlite");
const seconds = Number(option("--seconds", "15"));
const members = Number(option("--members", "100000"));
const goalP99 = 25;
const targets = 400;

await bench(async (work) => {
  needWrk();
  const program = publish(work);
  const options = ["--data", join(work, "data"), "--db", newDatabase(work, database)];
  const viewer = fillDemo(program, options);
  const files = await makeNetwork(join(work, "network"), viewer.email);
  say(`Importing ${members} members, ${files.contacts} contacts, ${files.exchanges} exchanges …`);
  gilde(program, "import", "network", join(work, "network"), ...options);
  const { base, pid } = await start(program, options);
  const cookie = await signIn(base, viewer);
  await ready(base);
  await idle(pid);
  const asked = await choose(base, cookie);
  say(`\n${database}, ${members} members, ${connections} connections, ${seconds} s each, ${targets} targets in turn: ${Object.entries(asked.outcomes).map(([k, n]) => `${n} ${k}`).join(", ")}`);
  row("page", "requests/s", "p50 ms", "p99 ms", "of floor");
  const floor = load(work, base, ["/healthz"], { seconds: 3 });
  const figures = {};
  for (const [name, paths] of Object.entries({ "how do I reach": asked.paths, "to any": ["/introductions/any?q=Ziehsteine", "/introductions/any?q=Einkauf", "/introductions/any?q=Verzinkung"] })) {
    load(work, base, paths, { cookie, seconds: 5 });
    const f = (figures[name] = load(work, base, paths, { cookie, seconds }));
    row(name, f.per_second, f.p50_ms.toFixed(2), f.p99_ms.toFixed(2), `${((100 * f.per_second) / floor.per_second).toFixed(1)} %`);
  }
  say(`goal for "how do I reach": p99 below ${goalP99} ms; resident memory ${memory(pid)} MB`);
  if (process.argv.includes("--json")) say(JSON.stringify(figures));
});

/**
 * Most contacts are near (firms, places), a fifth anywhere, some people have very many. Everybody writes with a few of theirs. The one who signs in is the
 * first and knows thirty of them. The same network for the same number of members.
 */
async function makeNetwork(folder, email) {
  mkdirSync(folder);
  let seed = 1;
  const random = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32);
  const near = (i) => (i + 1 + Math.floor(random() * 300)) % members;
  const anybody = () => Math.floor(members * random() ** 3);
  const other = (i) => (random() < 0.8 ? near(i) : anybody());
  const time = () => new Date(Date.UTC(2025, 0, 1) + random() * 20 * 30 * 86_400_000).toISOString();
  const pairs = new Set();
  const tie = (a, b) => { if (a !== b) pairs.add(a < b ? a * members + b : b * members + a); };
  for (let i = 0; i < 30; i++) tie(0, Math.floor(random() * members));
  for (let i = 1; i < members; i++) for (let n = 0; n < 12; n++) tie(i, other(i));
  const exchanges = [];
  for (const pair of pairs) if (random() < 0.3) exchanges.push([Math.floor(pair / members), pair % members]);
  await write(join(folder, "members.csv"), "id,name,email,place,firm,title", members, (i) =>
    `m${i},Person ${family(i)},${i === 0 ? email : `person${i}@bench.example`},Hagen,Draht & Rohr ${i % 900},Meister`);
  const list = [...pairs];
  await write(join(folder, "contacts.csv"), "a,b,since", list.length, (i) => `m${Math.floor(list[i] / members)},m${list[i] % members},${time()}`);
  await write(join(folder, "exchanges.csv"), "from,to,at", exchanges.length * 4, (i) => {
    const [a, b] = exchanges[i >> 2];
    return i & 1 ? `m${a},m${b},${time()}` : `m${b},m${a},${time()}`;
  });
  return { contacts: list.length, exchanges: exchanges.length * 4 };
}

/** A name of its own for each number. */
function family(number) {
  const name = [...String(number).padStart(6, "0")].map((digit) => ["ba", "be", "bi", "bo", "bu", "da", "de", "di", "do", "du"][digit]).join("");
  return name[0].toUpperCase() + name.slice(1);
}

async function write(path, header, count, line) {
  const file = createWriteStream(path);
  file.write(header + "\n");
  for (let i = 0; i < count; i++) if (!file.write(line(i) + "\n")) await once(file, "drain");
  file.end();
  await once(file, "finish");
}

async function ready(base) {
  while ((await fetch(`${base}/readyz`)).status !== 200) await new Promise((done) => setTimeout(done, 200));
}

/** People from all over the network, each asked for once beforehand: what comes of it. */
async function choose(base, cookie) {
  const paths = [], outcomes = {};
  for (let i = 1; paths.length < targets; i++) {
    const path = `/introductions/to/person-${family(Math.floor((i * members) / targets) - 1).toLowerCase()}`;
    const answer = await fetch(base + path, { headers: { cookie, accept: "application/json" } });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    const { outcome } = await answer.json();
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    paths.push(path);
  }
  return { paths, outcomes };
}
