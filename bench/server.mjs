// What the benchmarks of the web server share: publishing it, starting it, signing in, loading a page with wrk, and cleaning up.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");
export const connections = 8;
export const option = (name, fallback) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : fallback);
export const say = (text) => process.stdout.write(text + "\n");
export const row = (...cells) => say(cells.map((c, i) => (i === 0 ? String(c).padEnd(16) : String(c).padStart(12))).join(""));

const cleanUp = [];

/** Runs a benchmark in a folder of its own; servers end and the folder goes, however it ends. */
export async function bench(main) {
  const work = mkdtempSync(join(tmpdir(), "gilde-bench-"));
  cleanUp.push(() => rmSync(work, { recursive: true, force: true }));
  try {
    await main(work);
  } finally {
    for (const step of cleanUp) step();
  }
}

export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
  if (done.status !== 0) throw new Error(`${command} ${args.join(" ")}\n${done.stdout}\n${done.stderr}`);
  return done.stdout;
}

const freePort = () => new Promise((done) => { const s = createServer().listen(0, "127.0.0.1", () => { const { port } = s.address(); s.close(() => done(port)); }); });

/** The published program; its commands run with `gilde(program, …)`. */
export function publish(work) {
  say("Publishing …");
  const program = join(work, "app");
  run(join(root, "publish"), [program]);
  return program;
}

export const gilde = (program, ...args) => run("dotnet", [join(program, "Gilde.Web.dll"), ...args]);

/** A connection string for a new database of the kind asked for. */
export const newDatabase = (work, kind) => (kind === "postgres" ? startPostgres() : `sqlite:${join(work, "gilde.db")}`);

function startPostgres() {
  const lines = run(join(root, "tests/postgres"), ["start", "-c", "shared_buffers=1GB", "-c", "max_wal_size=4GB"]);
  const value = (name) => new RegExp(`${name}='([^']*)'`).exec(lines)[1];
  cleanUp.unshift(() => spawnSync(join(root, "tests/postgres"), ["stop"], { env: { ...process.env, GILDE_TEST_POSTGRES_DIR: value("GILDE_TEST_POSTGRES_DIR") } }));
  return value("GILDE_TEST_POSTGRES");
}

/** Fills the demo network with so many members; who may sign in to it. */
export function fillDemo(program, options, members = "2000") {
  say("Filling the demo network …");
  const filled = gilde(program, "demo", "--people", members, ...options);
  const [, email] = /(\S+@\S+)/.exec(filled) ?? [];
  const [, password] = /(?:password|Passwort)[^\S\n]*:?\s*(\S+)/i.exec(filled) ?? [];
  if (!email || !password) throw new Error(`gilde demo did not print a member to sign in as:\n${filled}`);
  return { email, password };
}

/** Starts the published server without limits on how often one may ask, and waits for its first answer. */
export async function start(program, options) {
  const port = await freePort();
  const begin = performance.now();
  const server = spawn("dotnet", [join(program, "Gilde.Web.dll"), ...options, "--port", String(port)], {
    env: { ...process.env, GILDE_limits__people: "100000000", GILDE_limits__door: "100000000", GILDE_limits__paths: "100000000" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stop = () => server.kill("SIGKILL");
  cleanUp.unshift(stop);
  const base = `http://127.0.0.1:${port}`;
  while (performance.now() - begin < 60_000) {
    const answer = await fetch(`${base}/signin`).catch(() => null);
    if (answer?.status === 200) return { base, pid: server.pid, stop, startMs: Math.round(performance.now() - begin) };
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error("The server did not answer within a minute.");
}

export const sessionOf = (answer) => answer.headers.getSetCookie().find((c) => c.startsWith("gilde_session="))?.split(";")[0];

export async function signIn(base, { email, password }) {
  const answer = await fetch(`${base}/signin`, { method: "POST", body: new URLSearchParams({ email, password }), redirect: "manual" });
  const cookie = sessionOf(answer);
  if (!cookie) throw new Error(`Signing in as ${email} answered ${answer.status} without a session.`);
  return cookie;
}

/** The first group of a pattern on a page. */
export async function find(base, cookie, path, pattern) {
  const html = await (await fetch(base + path, { headers: { cookie, accept: "text/html" } })).text();
  const found = pattern.exec(html)?.[1];
  if (!found) throw new Error(`Nothing like ${pattern} on ${path}`);
  return found;
}

const lua = (texts) => texts.map((text) => JSON.stringify(text)).join(", ");

/** Loads addresses in turn over eight connections, as one member or as several in turn, or sends them forms; every answer is to be a success. */
export function load(work, base, paths, { cookie = null, cookies = cookie ? [cookie] : [], forms = [], seconds }) {
  const script = join(work, "load.lua");
  writeFileSync(script, `
local paths, cookies, forms, at = { ${lua(paths)} }, { ${lua(cookies)} }, { ${lua(forms)} }, 0
request = function()
  at = at + 1
  local headers = #cookies > 0 and { Cookie = cookies[at % #cookies + 1] } or {}
  if #forms > 0 then headers["Content-Type"] = "application/x-www-form-urlencoded" end
  return wrk.format(#forms > 0 and "POST" or "GET", paths[at % #paths + 1], headers, #forms > 0 and forms[at % #forms + 1] or nil)
end
done = function(s, l, r) io.write(string.format("RESULT %d %d %.3f %.3f %d\\n", s.requests, s.duration, l:percentile(50)/1000, l:percentile(99)/1000, s.errors.status + s.errors.connect + s.errors.read + s.errors.timeout)) end`);
  const args = ["-t1", `-c${connections}`, `-d${seconds}s`, "-s", script, base];
  const [, requests, micros, p50, p99, errors] = /RESULT (\d+) (\d+) (\S+) (\S+) (\d+)/.exec(run("wrk", args)).map(Number);
  if (errors > 0) throw new Error(`${errors} errors on ${paths[0]}`);
  return { per_second: Math.round(requests / (micros / 1e6)), p50_ms: p50, p99_ms: p99 };
}

export const needWrk = () => { if (spawnSync("wrk", ["-v"]).error) throw new Error("wrk is missing: apt-get install wrk"); };

export const memory = (pid) => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024);

/** Waits until the server has nothing to do: after an import it indexes the newcomers for some minutes. */
export async function idle(pid) {
  say("Waiting for the search index …");
  const ticks = () => readFileSync(`/proc/${pid}/stat`, "utf8").split(" ").slice(13, 15).reduce((sum, n) => sum + Number(n), 0);
  for (let before = -1_000, now = ticks(); now - before > 10; [before, now] = [now, ticks()]) await new Promise((done) => setTimeout(done, 3_000));
}

/** What a share of sorted figures stays below. */
export const percentile = (figures, share) => figures.toSorted((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(figures.length * share))];
