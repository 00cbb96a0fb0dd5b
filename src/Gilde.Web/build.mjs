// Bundles Assets/ into wwwroot/assets/: content-hashed script, stylesheet, fonts and icon sprite, each also
// pre-compressed, and a manifest.json that names them. Called by the build; `node build.mjs --watch` while designing.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";

const root = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(root, "wwwroot/assets");
const manifestFile = path.join(out, "manifest.json");
const lockFile = path.join(root, "obj/assets.lock");

if (Number(process.versions.node.split(".")[0]) < 20) {
  console.error(`error: Gilde needs Node.js 20 or newer; this is ${process.version}.`);
  process.exit(1);
}
process.chdir(root);
fs.mkdirSync("obj", { recursive: true });
takeLock();
try {
  if (process.argv.includes("--watch")) await watch();
  else if (newest(inputs()) > modified(manifestFile)) await build();
} catch (error) {
  const message = String(error.message ?? error);
  console.error(/error/i.test(message) ? message : `error: ${message}`);
  process.exitCode = 1;
} finally {
  fs.rmSync(lockFile, { force: true });
}

// Two projects may build at the same time: the second waits, then finds everything up to date.
function takeLock() {
  const deadline = Date.now() + 180_000;
  for (;;) {
    try {
      fs.writeFileSync(lockFile, String(process.pid), { flag: "wx" });
      for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => { fs.rmSync(lockFile, { force: true }); process.exit(1); });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (!holderLives() || Date.now() > deadline) fs.rmSync(lockFile, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

function holderLives() {
  try {
    const pid = Number(fs.readFileSync(lockFile, "utf8"));
    // Created, but its process id not written yet: alive.
    if (pid === 0) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM" || error.code === "ENOENT";
  }
}

function inputs() {
  const files = fs.readdirSync("Assets", { recursive: true, withFileTypes: true });
  return ["package.json", "package-lock.json", "build.mjs", ...files.filter(f => f.isFile()).map(f => path.join(f.parentPath ?? f.path, f.name))];
}

function modified(file) {
  return fs.existsSync(file) ? fs.statSync(file).mtimeMs : 0;
}

function newest(files) {
  return Math.max(...files.map(modified));
}

async function build() {
  if (modified("node_modules/.package-lock.json") < modified("package-lock.json")) {
    await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
  }
  const esbuild = await import("esbuild");
  const [bundle] = await Promise.all([
    esbuild.build(options()),
    run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "Assets/tsconfig.json"]),
  ]);
  write(bundle);
}

async function watch() {
  await build();
  const esbuild = await import("esbuild");
  const plugins = [{ name: "write", setup: b => b.onEnd(result => { if (result.errors.length === 0) write(result); }) }];
  await (await esbuild.context({ ...options(), plugins })).watch();
  await new Promise(() => {});
}

function options() {
  return {
    entryPoints: { app: "Assets/ts/app.ts", style: "Assets/css/app.css" },
    outdir: out,
    bundle: true,
    minify: true,
    sourcemap: "linked",
    format: "esm",
    target: ["chrome125", "firefox128", "safari18"],
    loader: { ".woff2": "file" },
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    publicPath: "/assets",
    legalComments: "none",
    metafile: true,
    write: false,
    logLevel: "warning",
  };
}

function write({ outputFiles }) {
  const files = new Map(outputFiles.map(f => [path.basename(f.path), Buffer.from(f.contents)]));
  const sprite = Buffer.from(iconSprite());
  files.set(`icons-${hash(sprite)}.svg`, sprite);
  for (const name of fs.readdirSync("Assets/brand")) {
    if (!name.startsWith("symbol-")) files.set(name, fs.readFileSync(path.join("Assets/brand", name)));
  }

  const find = (prefix, suffix) => [...files.keys()].find(n => n.startsWith(prefix) && n.endsWith(suffix));
  const manifest = {
    script: find("app-", ".js"),
    style: find("style-", ".css"),
    icons: find("icons-", ".svg"),
    font: find("bricolage-grotesque-latin-opsz", ".woff2"),
  };

  for (const [name, bytes] of [...files]) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    files.set(`${name}.br`, zlib.brotliCompressSync(bytes));
    files.set(`${name}.gz`, zlib.gzipSync(bytes, { level: 9 }));
  }

  fs.mkdirSync(out, { recursive: true });
  for (const [name, bytes] of files) place(name, bytes);
  place("manifest.json", Buffer.from(JSON.stringify(manifest, null, 2)));
  for (const name of fs.readdirSync(out)) {
    if (name !== "manifest.json" && !files.has(name)) fs.rmSync(path.join(out, name));
  }

  const weight = [manifest.script, manifest.style].reduce((sum, name) => sum + files.get(`${name}.gz`).length, 0);
  if (weight > 60 * 1024) throw new Error(`Script and stylesheet weigh ${weight} bytes gzipped; 61440 are allowed.`);
}

// A reader never sees a half-written file.
function place(name, bytes) {
  const target = path.join(out, name);
  fs.writeFileSync(`${target}.new`, bytes);
  fs.renameSync(`${target}.new`, target);
}

function iconSprite() {
  const symbols = fs.readFileSync("Assets/icons.txt", "utf8").split("\n").filter(Boolean).map(name => {
    const file = `node_modules/lucide-static/icons/${name}.svg`;
    if (!fs.existsSync(file)) throw new Error(`Assets/icons.txt: there is no icon "${name}".`);
    return symbol(name, fs.readFileSync(file, "utf8"), `fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"`);
  });
  const own = fs.readdirSync("Assets/brand").filter(f => f.startsWith("symbol-"))
    .map(f => symbol(f.slice("symbol-".length, -".svg".length), fs.readFileSync(`Assets/brand/${f}`, "utf8"), ""));
  return `<svg xmlns="http://www.w3.org/2000/svg">${[...symbols, ...own].join("")}</svg>`;
}

function symbol(name, svg, attributes) {
  const box = /viewBox="([^"]+)"/.exec(svg)[1];
  const body = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s+/g, " ").replace(/> </g, "><").trim();
  return `<symbol id="${name}" viewBox="${box}" ${attributes}>${body}</symbol>`;
}

function hash(bytes) {
  return createHash("sha256").update(bytes).digest("base64url").replace(/[-_]/g, "").slice(0, 8).toUpperCase();
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    let said = "";
    child.stdout.on("data", data => { said += data; });
    child.stderr.on("data", data => { said += data; });
    child.on("error", () => reject(new Error(`${command} could not be started; it comes with Node.js 20 or newer.`)));
    child.on("close", code => code === 0 ? resolve() : reject(new Error(said.trim() || `${command} ended with ${code}`)));
  });
}
