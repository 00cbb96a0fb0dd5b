// The home feed of readers with two hundred sources, a group and a thread of five hundred comments: in a made network of 100,000 members, 2 million posts and
// 10 million reactions, and in one of 2,000 members beside it, so that one sees how cost grows. Two hundred readers ask in turn. Then a thousand members post,
// every tenth names somebody and every second one a topic, while it is watched how far the effects (notifications, counts, search, mail) lag behind.
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { bench, connections, idle, load, memory, needWrk, newDatabase, option, publish, root, row, run, say, start } from "./server.mjs";

const database = option("--db", "sqlite");
const seconds = Number(option("--seconds", "10"));
const members = Number(option("--members", "100000"));
const small = 2_000;
const goals = { feed: { p99: 25, perSecond: 800 }, group: { p99: 40 }, thread: { p99: 40 }, growth: 2, posting: { perSecond: 300, lagMs: 2_000 } };
const tool = join(root, "bench/Gilde.Talk.Bench/bin/Release/net10.0/Gilde.Talk.Bench.dll");

await bench(async (work) => {
  needWrk();
  run("dotnet", ["build", join(root, "bench/Gilde.Talk.Bench"), "-c", "Release", "-v", "q", "-nologo"]);
  const program = publish(work);
  const figures = {};
  for (const size of members === small ? [small] : [small, members]) figures[size] = await measure(work, program, size);
  print(figures);
  if (process.argv.includes("--json")) say(JSON.stringify(figures));
});

async function measure(work, program, size) {
  say(`Filling a network of ${size} members, ${size * 20} posts and ${size * 100} reactions …`);
  const connection = newDatabase(work, database).replace("gilde.db", `gilde-${size}.db`);
  const made = fill(connection, size);
  const { base, pid, stop } = await start(program, ["--data", join(work, `data-${size}`), "--db", connection]);
  const answer = await fetch(base + "/", { headers: { cookie: made.cookies[0], accept: "text/html" } });
  const bytes = (await answer.arrayBuffer()).byteLength;
  if (answer.status !== 200) throw new Error(`The home page answered ${answer.status}`);
  await idle(pid);
  const figures = { floor: load(work, base, ["/healthz"], { seconds: 3 }) };
  for (const [name, path] of Object.entries({ feed: "/", group: made.group, thread: made.thread })) {
    load(work, base, [path], { cookies: made.cookies, seconds: Math.max(20, seconds) });
    figures[name] = { ...load(work, base, [path], { cookies: made.cookies, seconds }), ...(name === "feed" ? { bytes } : {}) };
  }
  figures.memory = { rss_mb: memory(pid) };
  figures.posting = await posting(work, base, connection, made, size);
  stop();
  return figures;
}

/** Posts for a while; another process watches, until a little after the last. */
async function posting(work, base, connection, made, size) {
  const time = Math.max(20, seconds);
  const forms = Array.from({ length: 200 }, (_, i) => new URLSearchParams({ audience: i % 4 === 0 ? "contacts" : "members", text: `Wer hat Erfahrung mit Ziehsteinen der Reihe ${i}?${i % 10 === 3 ? ` @p${1 + ((i * 37) % size)}` : ""}${i % 4 > 1 ? ` #thema${i}` : ""}` }).toString());
  load(work, base, ["/posts"], { cookies: made.writers, forms, seconds: 10 });
  const watch = spawn("dotnet", [tool, "watch", connection, String(time + 3)], { stdio: ["ignore", "pipe", "inherit"] });
  const seen = new Promise((done) => { let text = ""; watch.stdout.on("data", (part) => (text += part)); watch.on("close", () => done(text)); });
  await new Promise((done) => setTimeout(done, 1_000));
  const sent = load(work, base, ["/posts"], { cookies: made.writers, forms, seconds: time });
  const lag = JSON.parse(await seen);
  return { ...sent, lag_p50_ms: lag.p50, lag_p99_ms: lag.p99, lag_most_ms: lag.most, slowest: lag.slowest };
}

/** Its progress bars go to the terminal, what it made comes back. */
function fill(connection, size) {
  const done = spawnSync("dotnet", [tool, "fill", connection, String(size)], { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "inherit"] });
  if (done.status !== 0) throw new Error("The network could not be filled.");
  return JSON.parse(done.stdout.trim().split("\n").at(-1));
}

function print(figures) {
  for (const [size, of] of Object.entries(figures)) {
    say(`\n${database}, ${size} members, ${connections} connections, ${seconds} s each, 200 readers in turn`);
    row("page", "requests/s", "p50 ms", "p99 ms", "of floor", "HTML KB");
    for (const [name, f] of Object.entries(of).filter(([, f]) => f.per_second))
      row(name, f.per_second, f.p50_ms.toFixed(2), f.p99_ms.toFixed(2), `${((100 * f.per_second) / of.floor.per_second).toFixed(1)} %`, f.bytes ? (f.bytes / 1024).toFixed(1) : "");
    say(`effects of posts done after ${of.posting.lag_p50_ms.toFixed(0)} ms (p50), ${of.posting.lag_p99_ms.toFixed(0)} ms (p99), ${of.posting.lag_most_ms.toFixed(0)} ms at most (${of.posting.slowest})`);
    say(`resident memory after reading ${of.memory.rss_mb} MB`);
  }
  const large = figures[members];
  say(`\nGoals at ${members} members: home feed p99 below ${goals.feed.p99} ms and at least ${goals.feed.perSecond} requests/s; group and thread p99 below ${goals.group.p99} ms; home feed p50 at most ${goals.growth} times that of ${small} members; on PostgreSQL at least ${goals.posting.perSecond} posts/s with all effects within ${goals.posting.lagMs} ms.`);
  const missed = [
    large.feed.p99_ms >= goals.feed.p99 && "feed p99", large.feed.per_second < goals.feed.perSecond && "feed requests/s",
    large.group.p99_ms >= goals.group.p99 && "group p99", large.thread.p99_ms >= goals.thread.p99 && "thread p99",
    figures[small] && large.feed.p50_ms > goals.growth * figures[small].feed.p50_ms && "growth of the feed's p50",
    database === "postgres" && large.posting.per_second < goals.posting.perSecond && "posts/s", database === "postgres" && large.posting.lag_most_ms > goals.posting.lagMs && "effects in time",
  ].filter(Boolean);
  say(missed.length === 0 ? "All met." : `Missed: ${missed.join(", ")}.`);
  if (missed.length > 0) process.exitCode = 1;
}
