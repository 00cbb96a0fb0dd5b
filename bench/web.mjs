// Publishes the server, fills the demo network, loads it with wrk and prints requests/s, p50, p99, memory, start time and page sizes.
// Every figure of a page stands beside that of /healthz in the same run (the server's floor), since machines differ and are noisy.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const root = resolve(import.meta.dirname, "..");
const option = (name, fallback) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : fallback);
const database = option("--db", "sqlite");
const seconds = Number(option("--seconds", "8"));
const connections = 8;
const work = mkdtempSync(join(tmpdir(), "gilde-bench-"));
const cleanUp = [() => rmSync(work, { recursive: true, force: true })];

const say = (text) => process.stdout.write(text + "\n");
const run = (command, args, options = {}) => {
  const done = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
  if (done.status !== 0) throw new Error(`${command} ${args.join(" ")}\n${done.stdout}\n${done.stderr}`);
  return done.stdout;
};
const freePort = () => new Promise((done) => { const s = createServer().listen(0, "127.0.0.1", () => { const { port } = s.address(); s.close(() => done(port)); }); });

async function main() {
  if (spawnSync("wrk", ["-v"]).error) throw new Error("wrk is missing: apt-get install wrk");
  say("Publishing …");
  const program = join(work, "app");
  run(join(root, "publish"), [program]);
  const port = await freePort();
  const storage = database === "postgres" ? startPostgres() : `sqlite:${join(work, "gilde.db")}`;
  const options = ["--data", join(work, "data"), "--db", storage, "--port", String(port)];
  say("Filling the demo network …");
  const filled = run("dotnet", [join(program, "Gilde.Web.dll"), "demo", ...options]);
  const [, email] = /(\S+@\S+)/.exec(filled) ?? [];
  const [, password] = /(?:password|Passwort)[^\S\n]*:?\s*(\S+)/i.exec(filled) ?? [];
  if (!email || !password) throw new Error(`gilde demo did not print a member to sign in as:\n${filled}`);

  const server = await start(program, options, port);
  const base = `http://127.0.0.1:${port}`;
  const cookie = await signIn(base, email, password);
  const pages = await choosePages(base, cookie);
  const figures = { start: { ms: server.startMs } };
  figures.floor = load(`${base}/healthz`);
  for (const [name, path] of Object.entries(pages)) {
    const signedIn = name !== "sign-in page";
    const headers = signedIn ? { cookie } : {};
    const answer = await fetch(base + path, { headers, redirect: "manual" });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    const bytes = (await answer.arrayBuffer()).byteLength;
    load(base + path, signedIn ? cookie : null, 2);
    figures[name] = { ...load(base + path, signedIn ? cookie : null), bytes };
  }
  figures.memory = { rss_mb: memory(server.process.pid) };
  figures.assets = { gzip_kb: assetSize(join(program, "wwwroot")) };
  print(figures);
  if (process.argv.includes("--json")) say(JSON.stringify(figures));
}

function startPostgres() {
  const lines = run(join(root, "tests/postgres"), ["start"]);
  const value = (name) => new RegExp(`${name}='([^']*)'`).exec(lines)[1];
  cleanUp.unshift(() => spawnSync(join(root, "tests/postgres"), ["stop"], { env: { ...process.env, GILDE_TEST_POSTGRES_DIR: value("GILDE_TEST_POSTGRES_DIR") } }));
  return value("GILDE_TEST_POSTGRES");
}

async function start(program, options, port) {
  const begin = performance.now();
  const server = spawn("dotnet", [join(program, "Gilde.Web.dll"), ...options], {
    env: { ...process.env, GILDE_limits__people: "100000000", GILDE_limits__door: "100000000", GILDE_limits__paths: "100000000" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  cleanUp.unshift(() => server.kill("SIGKILL"));
  while (performance.now() - begin < 60_000) {
    const answer = await fetch(`http://127.0.0.1:${port}/signin`).catch(() => null);
    if (answer?.status === 200) return { process: server, startMs: Math.round(performance.now() - begin) };
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error("The server did not answer within a minute.");
}

async function signIn(base, email, password) {
  const answer = await fetch(`${base}/signin`, { method: "POST", body: new URLSearchParams({ email, password }), redirect: "manual" });
  const cookie = answer.headers.getSetCookie().find((c) => c.startsWith("gilde_session="));
  if (!cookie) throw new Error(`Signing in as ${email} answered ${answer.status} without a session.`);
  return cookie.split(";")[0];
}

async function choosePages(base, cookie) {
  const find = async (path, pattern) => {
    const html = await (await fetch(base + path, { headers: { cookie, accept: "text/html" } })).text();
    const found = pattern.exec(html)?.[1];
    if (!found) throw new Error(`Nothing like ${pattern} on ${path}`);
    return found;
  };
  const profile = await find("/contacts", /href="(\/@[a-z0-9.-]+)"/);
  const other = profile;
  const conversation = await find("/messages", /href="(\/messages\/\d+)"/);
  return { "sign-in page": "/signin", home: "/", profile: other, contacts: "/contacts", conversation, "JSON profile": `${other}.json` };
}

function load(url, cookie = null, duration = seconds) {
  const script = join(work, "latency.lua");
  writeFileSync(script, `done = function(s, l, r) io.write(string.format("RESULT %d %d %.3f %.3f %d\\n", s.requests, s.duration, l:percentile(50)/1000, l:percentile(99)/1000, s.errors.status + s.errors.connect + s.errors.read + s.errors.timeout)) end`);
  const args = ["-t1", `-c${connections}`, `-d${duration}s`, "-s", script, ...(cookie ? ["-H", `Cookie: ${cookie}`] : []), url];
  const [, requests, micros, p50, p99, errors] = /RESULT (\d+) (\d+) (\S+) (\S+) (\d+)/.exec(run("wrk", args)).map(Number);
  if (errors > 0) throw new Error(`${errors} errors on ${url}`);
  return { per_second: Math.round(requests / (micros / 1e6)), p50_ms: p50, p99_ms: p99 };
}

function memory(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024);
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
  const row = (...cells) => say(cells.map((c, i) => (i === 0 ? String(c).padEnd(16) : String(c).padStart(12))).join(""));
  say(`\n${database}, ${connections} connections, ${seconds} s each`);
  row("page", "requests/s", "p50 ms", "p99 ms", "of floor", "HTML KB");
  for (const [name, f] of Object.entries(figures)) {
    if (!f.per_second) continue;
    row(name, f.per_second, f.p50_ms.toFixed(2), f.p99_ms.toFixed(2), `${((100 * f.per_second) / figures.floor.per_second).toFixed(1)} %`, f.bytes ? (f.bytes / 1024).toFixed(1) : "");
  }
  say(`start to first answer ${figures.start.ms} ms, resident memory after load ${figures.memory.rss_mb} MB, JS + CSS ${figures.assets.gzip_kb} KB gzip`);
}

try {
  await main();
} finally {
  for (const step of cleanUp) step();
}
