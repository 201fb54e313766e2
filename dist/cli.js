#!/usr/bin/env node
import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// src/model/severity.ts
function levels(standard, strict = standard, pedantic = strict) {
  return { default: standard, strict, pedantic };
}
function atLeast(severity, threshold) {
  return severities.indexOf(severity) >= severities.indexOf(threshold);
}
var severities, levelNames, profiles;
var init_severity = __esm({
  "src/model/severity.ts"() {
    "use strict";
    severities = ["notice", "warning", "error"];
    levelNames = ["off", ...severities];
    profiles = ["default", "strict", "pedantic"];
  }
});

// src/model/span.ts
var span_exports = {};
__export(span_exports, {
  emptySpan: () => emptySpan,
  lineIndex: () => lineIndex
});
function lineIndex(text) {
  const starts = lineStarts(text);
  return {
    lines: starts.length,
    position(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const row = lastAtMost(starts, clamped);
      return { line: row + 1, column: clamped - (starts[row] ?? 0) + 1 };
    },
    line(number3) {
      const start = starts[number3 - 1];
      if (start === void 0) return "";
      return text.slice(start, starts[number3] ?? text.length).replace(/[\r\n]+$/, "");
    }
  };
}
function lineStarts(text) {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code2 = text.charCodeAt(at);
    if (code2 === 10 || code2 === 13 && text.charCodeAt(at + 1) !== 10) starts.push(at + 1);
  }
  return starts;
}
function lastAtMost(sorted2, limit) {
  let low = 0;
  let high = sorted2.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((sorted2[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
var emptySpan;
var init_span = __esm({
  "src/model/span.ts"() {
    "use strict";
    emptySpan = { start: 0, end: 0 };
  }
});

// src/policy/fault.ts
function locate(path2, text, flaws) {
  const index2 = lineIndex(text);
  return flaws.toSorted((a, b) => a.at - b.at).map(({ at, message }) => {
    const { line, column } = index2.position(at);
    return { path: path2, line, column, message };
  });
}
function formatFault(fault2) {
  return `${fault2.path}:${fault2.line}:${fault2.column}: ${fault2.message}`;
}
var init_fault = __esm({
  "src/policy/fault.ts"() {
    "use strict";
    init_span();
  }
});

// src/conclude.ts
function conclude(findings, notChecked3, failOn) {
  const failing = findings.filter(
    ({ rule, severity }) => failOn !== "never" && atLeast(severity, failOn) && !INCOMPLETE.has(rule)
  );
  if (failing.length > 0)
    return { exitCode: 1, why: counted(failing.length, `${failOn} or worse`) };
  const unread = findings.filter(
    ({ rule, severity }) => INCOMPLETE.has(rule) && severity === "error"
  );
  const missing2 = unread.length + notChecked3.length;
  if (missing2 > 0) return { exitCode: 3, why: `incomplete: ${missing2} not checked` };
  return { exitCode: 0, why: "clean" };
}
function counted(count3, what) {
  return `${count3} ${count3 === 1 ? "finding" : "findings"} of severity ${what}`;
}
var INCOMPLETE;
var init_conclude = __esm({
  "src/conclude.ts"() {
    "use strict";
    init_severity();
    INCOMPLETE = /* @__PURE__ */ new Set(["meta-parse-error", "meta-limit-reached"]);
  }
});

// src/discover.ts
function discover(entries) {
  const candidates = [];
  for (const entry of entries) {
    const kind = kindOf(entry.path);
    if (kind !== void 0) candidates.push({ ...entry, kind });
  }
  return candidates;
}
function kindOf(path2) {
  return BY_NAME.get(path2.slice(path2.lastIndexOf("/") + 1));
}
var MAX_CANDIDATES, MAX_BYTES, BY_NAME;
var init_discover = __esm({
  "src/discover.ts"() {
    "use strict";
    MAX_CANDIDATES = 2e4;
    MAX_BYTES = {
      "flake-lock": 8 * 1024 * 1024,
      "devenv-lock": 8 * 1024 * 1024
    };
    BY_NAME = /* @__PURE__ */ new Map([
      ["flake.lock", "flake-lock"],
      ["devenv.lock", "devenv-lock"]
    ]);
  }
});

// src/model/json.ts
function member(object, name) {
  return object.members.findLast((candidate) => candidate.name === name);
}
var init_json = __esm({
  "src/model/json.ts"() {
    "use strict";
  }
});

// src/parse/json-tokens.ts
function jsonToken(text, from) {
  const start = skipSpace(text, from);
  if (start >= text.length || text[start] === "\0") {
    return { type: "end", span: { start, end: start } };
  }
  const first = text[start] ?? "";
  if ("{}[]:,".includes(first)) {
    return { type: "punctuation", text: first, span: { start, end: start + 1 } };
  }
  if (first === '"') return stringToken(text, start);
  if (first === "-" || first >= "0" && first <= "9") return numberToken(text, start);
  return wordToken(text, start);
}
function skipSpace(text, from) {
  let at = from;
  for (; ; ) {
    const code2 = text.charCodeAt(at);
    if (code2 !== 32 && code2 !== 10 && code2 !== 13 && code2 !== 9) return at;
    at++;
  }
}
function wordToken(text, start) {
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0];
  if (word !== void 0) {
    return { type: "word", text: word, span: { start, end: start + word.length } };
  }
  const length = (text.codePointAt(start) ?? 0) > 65535 ? 2 : 1;
  return {
    type: "bad",
    fault: `unexpected character ${JSON.stringify(text.slice(start, start + length))}`,
    span: { start, end: start + length }
  };
}
function numberToken(text, start) {
  NUMBER.lastIndex = start;
  const lexeme = NUMBER.exec(text)?.[0] ?? "";
  WORD.lastIndex = start;
  const run2 = WORD.exec(text)?.[0] ?? "";
  const span2 = { start, end: start + Math.max(lexeme.length, run2.length, 1) };
  if (lexeme === "" || lexeme !== run2) {
    return { type: "number", value: Number.NaN, span: span2, fault: "malformed number" };
  }
  const value = Number(lexeme);
  if (!Number.isFinite(value)) return { type: "number", value, span: span2, fault: "number too large" };
  return { type: "number", value, span: span2 };
}
function stringToken(text, start) {
  const parts = [];
  let fault2;
  let at = start + 1;
  while (at < text.length) {
    PLAIN.lastIndex = at;
    const plain2 = PLAIN.exec(text)?.[0] ?? "";
    if (plain2 !== "") parts.push(plain2);
    at += plain2.length;
    const next = text[at];
    if (next === '"') return finishedString(parts, { start, end: at + 1 }, fault2);
    if (next === void 0 || next === "\n" || next === "\r") break;
    if (next !== "\\") {
      fault2 ??= "control character in a string, write it as \\u00XX";
      at++;
      continue;
    }
    const escape3 = readEscape(text, at);
    parts.push(escape3.value);
    fault2 ??= escape3.fault;
    at = escape3.end;
  }
  return finishedString(parts, { start, end: at }, "string is not closed");
}
function finishedString(parts, span2, fault2) {
  const value = parts.length === 1 ? parts[0] ?? "" : parts.join("");
  return fault2 === void 0 ? { type: "string", value, span: span2 } : { type: "string", value, span: span2, fault: fault2 };
}
function readEscape(text, at) {
  const letter = text[at + 1] ?? "";
  const simple = ESCAPES.get(letter);
  if (simple !== void 0) return { value: simple, end: at + 2 };
  if (letter !== "u") return { value: letter, end: at + 2, fault: "unknown escape in a string" };
  const high = hexUnit(text, at + 2);
  if (high === void 0) return { value: "", end: at + 2, fault: "\\u needs four hex digits" };
  if (high < 55296 || high > 57343) return { value: String.fromCharCode(high), end: at + 6 };
  const low = text.startsWith("\\u", at + 6) ? hexUnit(text, at + 8) : void 0;
  if (high > 56319 || low === void 0 || low < 56320 || low > 57343) {
    return { value: "�", end: at + 6, fault: "half of a surrogate pair" };
  }
  return { value: String.fromCharCode(high, low), end: at + 12 };
}
function hexUnit(text, at) {
  const digits3 = text.slice(at, at + 4);
  return /^[0-9A-Fa-f]{4}$/.test(digits3) ? Number.parseInt(digits3, 16) : void 0;
}
var NUMBER, WORD, PLAIN, ESCAPES;
var init_json_tokens = __esm({
  "src/parse/json-tokens.ts"() {
    "use strict";
    NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
    WORD = /[A-Za-z0-9_$+.-]+/y;
    PLAIN = /[^"\\\u0000-\u001f]+/y;
    ESCAPES = /* @__PURE__ */ new Map([
      ['"', '"'],
      ["\\", "\\"],
      ["/", "/"],
      ["b", "\b"],
      ["f", "\f"],
      ["n", "\n"],
      ["r", "\r"],
      ["t", "	"]
    ]);
  }
});

// src/parse/json.ts
function parseJson(text) {
  const reader = { faults: [], open: [], expected: "value", root: void 0, done: false };
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (!reader.done) {
    const token = jsonToken(text, at);
    if (token.type === "end") finish(reader, token.span);
    else if (token.type === "bad") fault(reader, token.fault, token.span);
    else take(reader, token);
    at = token.span.end;
    if (reader.faults.length >= MAX_JSON_FAULTS) reader.done = true;
  }
  return { value: reader.root, faults: reader.faults };
}
function fault(reader, message, span2) {
  reader.faults.push({ cause: "parse", message, span: span2 });
}
function take(reader, token) {
  if ((token.type === "string" || token.type === "number") && token.fault !== void 0) {
    fault(reader, token.fault, token.span);
  }
  switch (reader.expected) {
    case "value":
    case "item-or-close":
      return takeValue(reader, token);
    case "name":
    case "name-or-close":
      return takeName(reader, token);
    case "colon":
      return takeColon(reader, token);
    case "comma":
      return takeComma(reader, token);
    case "end":
      fault(reader, "unexpected text after the value", token.span);
      reader.done = true;
  }
}
function takeValue(reader, token) {
  switch (token.type) {
    case "string":
      return place(reader, { type: "string", value: token.value, span: token.span });
    case "number":
      return place(reader, { type: "number", value: token.value, span: token.span });
    case "word":
      return takeWord(reader, token.text, token.span);
    case "punctuation":
      break;
  }
  if (token.text === "{" || token.text === "[") return enter(reader, token.text, token.span);
  if (token.text === "]" || token.text === "}") {
    if (reader.expected === "value") fault(reader, "expected a value", token.span);
    return leave(reader, token.text, token.span);
  }
  fault(reader, `expected a value, found ${JSON.stringify(token.text)}`, token.span);
}
function takeWord(reader, word, span2) {
  if (word === "true" || word === "false") {
    return place(reader, { type: "boolean", value: word === "true", span: span2 });
  }
  if (word !== "null") fault(reader, "expected a value, found a bare word", span2);
  place(reader, { type: "null", span: span2 });
}
function takeName(reader, token) {
  const top = reader.open.at(-1);
  if (token.type === "string" && top?.type === "object") {
    top.pending = { name: token.value, nameSpan: token.span };
    reader.expected = "colon";
    return;
  }
  if (token.type === "punctuation" && (token.text === "}" || token.text === "]")) {
    if (reader.expected === "name") fault(reader, "comma before the closing brace", token.span);
    return leave(reader, token.text, token.span);
  }
  fault(reader, "expected a name in double quotes", token.span);
}
function takeColon(reader, token) {
  reader.expected = "value";
  if (token.type === "punctuation" && token.text === ":") return;
  fault(reader, 'expected ":" after the name', token.span);
  takeValue(reader, token);
}
function takeComma(reader, token) {
  const inObject = reader.open.at(-1)?.type === "object";
  if (token.type === "punctuation" && token.text === ",") {
    reader.expected = inObject ? "name" : "value";
    return;
  }
  if (token.type === "punctuation" && (token.text === "}" || token.text === "]")) {
    return leave(reader, token.text, token.span);
  }
  fault(reader, `expected "," or "${inObject ? "}" : "]"}"`, token.span);
  reader.expected = inObject ? "name" : "value";
  if (inObject) takeName(reader, token);
  else takeValue(reader, token);
}
function enter(reader, bracket, span2) {
  if (reader.open.length >= MAX_JSON_DEPTH) {
    const message = `nested deeper than ${MAX_JSON_DEPTH} levels`;
    reader.faults.push({ cause: "limit", message, span: span2 });
    reader.done = true;
    return;
  }
  const start = span2.start;
  if (bracket === "{") reader.open.push({ type: "object", members: [], start, pending: void 0 });
  else reader.open.push({ type: "array", items: [], start });
  reader.expected = bracket === "{" ? "name-or-close" : "item-or-close";
}
function leave(reader, bracket, span2) {
  const container = reader.open.pop();
  if (container === void 0) return fault(reader, `unexpected "${bracket}"`, span2);
  const closer = container.type === "object" ? "}" : "]";
  if (closer !== bracket) fault(reader, `expected "${closer}", found "${bracket}"`, span2);
  place(reader, closed(container, span2.end));
}
function closed(container, end) {
  const span2 = { start: container.start, end };
  return container.type === "object" ? { type: "object", members: container.members, span: span2 } : { type: "array", items: container.items, span: span2 };
}
function place(reader, value) {
  const top = reader.open.at(-1);
  if (top === void 0) {
    reader.root = value;
    reader.expected = "end";
    return;
  }
  reader.expected = "comma";
  if (top.type === "array") {
    top.items.push(value);
    return;
  }
  if (top.pending !== void 0) top.members.push({ ...top.pending, value });
  top.pending = void 0;
}
function finish(reader, span2) {
  reader.done = true;
  if (reader.expected === "end") return;
  const inside2 = reader.open.at(-1);
  const where = inside2 === void 0 ? "before a value" : `inside an ${inside2.type}`;
  fault(reader, `text ends ${where}`, span2);
  while (reader.open.length > 0) {
    const container = reader.open.pop();
    if (container !== void 0) place(reader, closed(container, span2.end));
  }
}
var MAX_JSON_DEPTH, MAX_JSON_FAULTS;
var init_json2 = __esm({
  "src/parse/json.ts"() {
    "use strict";
    init_json_tokens();
    MAX_JSON_DEPTH = 200;
    MAX_JSON_FAULTS = 20;
  }
});

// src/parse/lock-graph.ts
function inputPath(names) {
  return names.map((name) => /^[^/"\s]+$/.test(name) ? name : JSON.stringify(name)).join("/");
}
function walkLock(nodes, root) {
  const faults = [];
  const inputs2 = reach(nodes, root, faults);
  const seen = /* @__PURE__ */ new Set([root, ...inputs2.map((input) => input.node)]);
  const resolve4 = followsResolver(nodes, root);
  for (const { names, node: node2 } of [{ names: [], node: root }, ...inputs2]) {
    for (const edge of node2.edges) {
      const fault2 = followsFault(edge, [...names, edge.name], resolve4);
      if (fault2 !== void 0) faults.push(fault2);
    }
  }
  faults.push(...directCycles(root, inputs2));
  return { inputs: inputs2, orphans: [...nodes.values()].filter((node2) => !seen.has(node2)), faults };
}
function reach(nodes, root, faults) {
  const inputs2 = [];
  const seen = /* @__PURE__ */ new Set([root]);
  let level2 = [
    { names: [], node: root }
  ];
  while (level2.length > 0) {
    const found2 = [];
    for (const from of level2) {
      for (const edge of from.node.edges) {
        const input = follow(nodes, root, from.names, edge, faults);
        if (input === void 0 || seen.has(input.node)) continue;
        seen.add(input.node);
        found2.push(input);
      }
    }
    found2.sort((a, b) => a.path < b.path ? -1 : 1);
    inputs2.push(...found2);
    level2 = found2;
  }
  return inputs2;
}
function follow(nodes, root, from, edge, faults) {
  if (edge.target.kind !== "node") return void 0;
  const names = [...from, edge.name];
  const fault2 = (reason2, message) => {
    faults.push({ reason: reason2, subject: inputPath(names), at: edge.span, message });
  };
  const node2 = nodes.get(edge.target.key);
  if (node2 === void 0) {
    return fault2("missing-node", `input leads to node "${edge.target.key}", which does not exist`);
  }
  if (node2 === root) {
    return fault2("edge-to-root", "input leads to the root node, expected [] for the flake itself");
  }
  if (names.length > MAX_INPUT_DEPTH) {
    return fault2("too-deep", `input is ${names.length} levels deep, expected ${MAX_INPUT_DEPTH}`);
  }
  return { path: inputPath(names), names, edge, node: node2 };
}
function followsResolver(nodes, root) {
  const known2 = /* @__PURE__ */ new Map();
  const edges = /* @__PURE__ */ new Map();
  const edgeOf = (node2, name) => {
    let byName = edges.get(node2);
    if (byName === void 0) {
      byName = new Map(node2.edges.map((edge) => [edge.name, edge]));
      edges.set(node2, byName);
    }
    return byName.get(name);
  };
  const resolve4 = (path2, visited) => {
    const id = JSON.stringify(path2);
    const earlier = known2.get(id);
    if (earlier !== void 0) return earlier;
    if (visited.includes(id)) return { fault: "cycle" };
    if (visited.length >= MAX_INPUT_DEPTH) return { fault: "too-deep" };
    const found2 = step(path2, [...visited, id]);
    if (visited.length === 0 || "node" in found2) known2.set(id, found2);
    return found2;
  };
  const step = (path2, visited) => {
    let node2 = root;
    for (const name of path2) {
      const target = edgeOf(node2, name)?.target;
      if (target === void 0) return { fault: "dangling-follows" };
      const next = target.kind === "follows" ? resolve4(target.path, visited) : direct(target.key);
      if (next === void 0) return { fault: "dangling-follows" };
      if ("fault" in next) return next;
      node2 = next.node;
    }
    return { node: node2 };
  };
  const direct = (key) => {
    const node2 = nodes.get(key);
    return node2 && { node: node2 };
  };
  return (path2) => resolve4(path2, []);
}
function followsFault(edge, names, resolve4) {
  if (edge.target.kind !== "follows") return void 0;
  const resolved = resolve4(edge.target.path);
  if ("node" in resolved) return void 0;
  const target = inputPath(edge.target.path);
  const messages = {
    "dangling-follows": `input follows "${target}", which does not exist`,
    cycle: `input follows "${target}", which leads back to itself`,
    "too-deep": `input follows "${target}" over more than ${MAX_INPUT_DEPTH} steps`
  };
  return {
    reason: resolved.fault,
    subject: inputPath(names),
    at: edge.span,
    message: messages[resolved.fault]
  };
}
function directCycles(root, inputs2) {
  const byKey = new Map(inputs2.map((input) => [input.node.key, input]));
  const faults = [];
  const state = /* @__PURE__ */ new Map();
  for (const start of inputs2) {
    const stack = [];
    if (!state.has(start.node.key)) stack.push({ input: start, next: 0 });
    while (stack.length > 0) {
      const top = stack.at(-1);
      if (top === void 0) break;
      state.set(top.input.node.key, "open");
      const edge = top.input.node.edges[top.next++];
      if (edge === void 0) {
        state.set(top.input.node.key, "done");
        stack.pop();
        continue;
      }
      const target = edge.target.kind === "node" ? byKey.get(edge.target.key) : void 0;
      if (target === void 0 || target.node === root) continue;
      const known2 = state.get(target.node.key);
      if (known2 === void 0) stack.push({ input: target, next: 0 });
      if (known2 === "open") {
        faults.push({
          reason: "cycle",
          subject: inputPath([...top.input.names, edge.name]),
          at: edge.span,
          message: `input leads back to node "${target.node.key}", which depends on it`
        });
      }
    }
  }
  return faults;
}
var MAX_INPUT_DEPTH;
var init_lock_graph = __esm({
  "src/parse/lock-graph.ts"() {
    "use strict";
    MAX_INPUT_DEPTH = 64;
  }
});

// src/parse/lock-node.ts
function readNode(entry, isRoot) {
  const faults = [];
  const say = (at, message) => {
    faults.push({ subject: entry.name, at: at.span, message });
  };
  if (entry.value.type !== "object") {
    say(entry.value, `node is ${article(entry.value)}, expected an object`);
    return { node: emptyNode(entry), faults };
  }
  const object = entry.value;
  const original = readAttrs(object, "original", say);
  const locked = readAttrs(object, "locked", say);
  const infoMember = member(object, "info");
  const infoAttrs = readAttrs(object, "info", say);
  const info = infoAttrs && infoMember ? { ...infoAttrs, nameSpan: infoMember.nameSpan } : void 0;
  if (!isRoot) requireBoth(object, say);
  const effective = overlay(locked, info);
  return {
    node: {
      ...emptyNode(entry),
      ...original && { original },
      ...locked && { locked },
      ...info && { info },
      ...effective && { effective },
      ...readFlake(object, say),
      edges: readEdges(object, say),
      ...readParent(object, say),
      members: object.members
    },
    faults
  };
}
function emptyNode(entry) {
  return {
    key: entry.name,
    keySpan: entry.nameSpan,
    span: entry.value.span,
    flake: true,
    edges: [],
    members: []
  };
}
function article(value) {
  return value.type === "array" || value.type === "object" ? `an ${value.type}` : `a ${value.type}`;
}
function requireBoth(object, say) {
  for (const name of ["locked", "original"]) {
    if (member(object, name) === void 0) say(object, `node has no "${name}"`);
  }
}
function readAttrs(node2, name, say) {
  const found2 = member(node2, name);
  if (found2 === void 0) return void 0;
  if (found2.value.type !== "object") {
    say(found2.value, `"${name}" is ${article(found2.value)}, expected an object`);
    return void 0;
  }
  const attrs = /* @__PURE__ */ new Map();
  for (const attr of found2.value.members) {
    const { value } = attr;
    if (value.type === "string" || value.type === "number" || value.type === "boolean") {
      attrs.set(attr.name, {
        name: attr.name,
        value: value.value,
        nameSpan: attr.nameSpan,
        span: value.span
      });
    } else {
      say(value, `attribute is ${article(value)}, expected a string, number or boolean`);
    }
  }
  return { attrs, span: found2.value.span };
}
function overlay(locked, info) {
  if (locked === void 0 || info === void 0) return locked;
  return { attrs: new Map([...locked.attrs, ...info.attrs]), span: locked.span };
}
function readFlake(node2, say) {
  const found2 = member(node2, "flake");
  if (found2 === void 0) return {};
  if (found2.value.type !== "boolean") {
    say(found2.value, `"flake" is ${article(found2.value)}, expected true or false`);
    return {};
  }
  return { flake: found2.value.value, flakeSpan: found2.value.span };
}
function readEdges(node2, say) {
  const found2 = member(node2, "inputs");
  if (found2 === void 0) return [];
  if (found2.value.type !== "object") {
    say(found2.value, `"inputs" is ${article(found2.value)}, expected an object`);
    return [];
  }
  const edges = /* @__PURE__ */ new Map();
  for (const input of found2.value.members) {
    const edge = readEdge(input, say);
    if (edge !== void 0) edges.set(edge.name, edge);
  }
  return [...edges.values()];
}
function readEdge({ name, nameSpan, value }, say) {
  if (value.type === "string") {
    return { name, nameSpan, span: value.span, target: { kind: "node", key: value.value } };
  }
  const path2 = value.type === "array" ? strings(value.items) : void 0;
  if (path2 !== void 0) {
    return { name, nameSpan, span: value.span, target: { kind: "follows", path: path2 } };
  }
  say(value, `input is ${article(value)}, expected a node key or a list of input names`);
  return void 0;
}
function strings(items) {
  const out = [];
  for (const item of items) {
    if (item.type !== "string") return void 0;
    out.push(item.value);
  }
  return out;
}
function readParent(node2, say) {
  const found2 = member(node2, "parent");
  if (found2 === void 0) return {};
  const parent = found2.value.type === "array" ? strings(found2.value.items) : void 0;
  if (parent !== void 0) return { parent };
  say(found2.value, '"parent" is no list of input names');
  return {};
}
var init_lock_node = __esm({
  "src/parse/lock-node.ts"() {
    "use strict";
    init_json();
  }
});

// src/parse/lock-tree.ts
function treeNodes(lock) {
  const rootName = "";
  const entries = [];
  const queue = [
    { key: rootName, from: void 0 }
  ];
  for (const { key, from } of queue) {
    const object = from === void 0 ? lock : from.value;
    const children2 = object.type === "object" ? member(object, "inputs")?.value : void 0;
    const edges = [];
    for (const child of children2?.type === "object" ? children2.members : []) {
      const childKey = `${key}/${encodeURIComponent(child.name)}`;
      edges.push({ ...child, value: { type: "string", value: childKey, span: child.value.span } });
      queue.push({ key: childKey, from: child });
    }
    entries.push(nodeEntry(key, from, object, edges, children2));
  }
  return entries;
}
function nodeEntry(key, from, object, edges, children2) {
  const inputs2 = {
    type: "object",
    members: edges,
    span: children2?.span ?? object.span
  };
  const own2 = from !== void 0 && object.type === "object" ? object.members.filter((entry) => entry.name !== "inputs") : [];
  const nameSpan = from?.nameSpan ?? object.span;
  return {
    name: key,
    nameSpan,
    value: {
      type: "object",
      members: [...own2, { name: "inputs", nameSpan, value: inputs2 }],
      span: object.span
    }
  };
}
var init_lock_tree = __esm({
  "src/parse/lock-tree.ts"() {
    "use strict";
    init_json();
  }
});

// src/parse/flake-lock.ts
var flake_lock_exports = {};
__export(flake_lock_exports, {
  parseFlakeLock: () => parseFlakeLock
});
function parseFlakeLock(text, flavour) {
  const json = parseJson(text);
  const [first] = json.faults;
  if (first !== void 0) {
    const more = json.faults.length > 1 ? ` (and ${json.faults.length - 1} more)` : "";
    return unreadable(first.message + more, first.span, first.cause);
  }
  const value = json.value;
  if (value?.type !== "object") {
    return unreadable("lock is no JSON object", value?.span ?? { start: 0, end: 0 });
  }
  const version3 = readVersion(value);
  if ("kind" in version3) return version3;
  if (version3.number === 4) return treeLock(value, version3, flavour);
  const nodes = member(value, "nodes");
  if (nodes?.value.type !== "object") {
    return unreadable('lock has no "nodes" object', nodes?.value.span ?? value.span);
  }
  const root = member(value, "root");
  const rootKey = root?.value.type === "string" ? root.value.value : void 0;
  const rootSpan = root?.value.span ?? version3.span;
  return assemble(value, version3, flavour, lastOfEach(nodes.value), rootKey, rootSpan);
}
function unreadable(problem, at, cause = "parse") {
  const help = "Regenerate the lock with `nix flake lock`; do not edit it by hand.";
  return { kind: "unreadable", model: { cause, problem, at, help } };
}
function readVersion(lock) {
  const found2 = member(lock, "version");
  const span2 = found2?.value.span ?? lock.span;
  if (found2?.value.type !== "number") {
    return unreadable(
      found2 === void 0 ? 'lock has no "version"' : '"version" is no number',
      span2
    );
  }
  const number3 = Math.trunc(found2.value.value);
  if (number3 >= OLDEST_VERSION && number3 <= NEWEST_VERSION) return { number: number3, span: span2 };
  return unreadable(
    `lock has version ${number3}, expected ${OLDEST_VERSION} to ${NEWEST_VERSION}`,
    span2
  );
}
function lastOfEach(object) {
  return [...new Map(object.members.map((entry) => [entry.name, entry])).values()];
}
function treeLock(json, version3, flavour) {
  const entries = treeNodes(json);
  return assemble(json, version3, flavour, entries, entries[0]?.name, version3.span);
}
function assemble(json, version3, flavour, entries, rootKey, rootSpan) {
  const nodes = /* @__PURE__ */ new Map();
  const nodeFaults = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const { node: node2, faults: faults2 } = readNode(entry, entry.name === rootKey);
    nodes.set(node2.key, node2);
    nodeFaults.set(node2, faults2);
  }
  const root = rootKey === void 0 ? void 0 : nodes.get(rootKey);
  const graph = root && walkLock(nodes, root);
  const inputs2 = graph?.inputs ?? [];
  const faults = root === void 0 ? [] : [...nodeFaults.get(root) ?? []];
  for (const { path: path2, node: node2 } of inputs2) {
    for (const fault2 of nodeFaults.get(node2) ?? []) faults.push({ ...fault2, subject: path2 });
  }
  return {
    kind: "flake-lock",
    model: {
      flavour,
      json,
      version: version3.number,
      versionSpan: version3.span,
      root,
      rootSpan,
      nodes,
      inputs: inputs2,
      orphans: graph?.orphans ?? [],
      graphFaults: graph?.faults ?? [],
      faults
    }
  };
}
var OLDEST_VERSION, NEWEST_VERSION;
var init_flake_lock = __esm({
  "src/parse/flake-lock.ts"() {
    "use strict";
    init_json();
    init_json2();
    init_lock_graph();
    init_lock_node();
    init_lock_tree();
    OLDEST_VERSION = 4;
    NEWEST_VERSION = 7;
  }
});

// src/parse/index.ts
async function parse(kind, source) {
  const flavour = kind === "devenv-lock" ? "devenv" : "flake";
  return { ...source, ...parseFlakeLock(source.text, flavour) };
}
var init_parse = __esm({
  "src/parse/index.ts"() {
    "use strict";
    init_flake_lock();
  }
});

// src/gather.ts
async function gather(candidates, host) {
  const documents = [];
  const seen = new Set(candidates.filter((one) => one.type === "file").map((one) => one.path));
  for (const candidate of candidates.slice(0, MAX_CANDIDATES)) {
    const document = await readOne(candidate, host, seen);
    if (document !== void 0) documents.push(document);
  }
  const over = candidates[MAX_CANDIDATES];
  if (over !== void 0) {
    const problem = `more than ${MAX_CANDIDATES} files to lint, ${candidates.length} found`;
    const help = "Lint parts of the repository in separate runs.";
    documents.push(unreadable2(over.path, "", { cause: "limit", problem, at: emptySpan, help }));
  }
  return documents;
}
async function readOne(candidate, host, seen) {
  const { path: path2, type, kind } = candidate;
  const fault2 = (problem, help, cause = "parse") => unreadable2(path2, "", { cause, problem, at: emptySpan, help });
  if (type === "odd-name") return fault2("file name is no UTF-8", "Rename the file.");
  const read = host.read(path2, MAX_BYTES[kind]);
  if (!read.ok && read.cause === "missing") {
    if (type !== "link") return void 0;
    return fault2("link leads nowhere", "Remove the link or commit the file it leads to.");
  }
  if (!read.ok && read.cause === "limit") {
    return fault2(read.problem, "Make the file smaller, or leave it out by policy.", "limit");
  }
  if (!read.ok) return fault2(read.problem, "Commit a regular, readable file.");
  if (type === "link") {
    if (seen.has(read.realPath)) return void 0;
    seen.add(read.realPath);
  }
  if (read.lossy) {
    const at = read.text.indexOf("�");
    const help = "Save the file as UTF-8.";
    const problem = "file is no UTF-8";
    const span2 = { start: at, end: at + 1 };
    return unreadable2(path2, read.text, { cause: "parse", problem, at: span2, help });
  }
  return parse(kind, { path: path2, text: read.text });
}
function unreadable2(path2, text, model) {
  return { kind: "unreadable", path: path2, text, model };
}
var init_gather = __esm({
  "src/gather.ts"() {
    "use strict";
    init_discover();
    init_span();
    init_parse();
  }
});

// src/model/flake-lock.ts
function stringAttr(set, name) {
  const value = set?.attrs.get(name)?.value;
  return typeof value === "string" ? value : void 0;
}
var init_flake_lock2 = __esm({
  "src/model/flake-lock.ts"() {
    "use strict";
  }
});

// src/parse/url-parts.ts
function splitUrl(text) {
  const written = schemePattern.exec(text)?.[1];
  if (written === void 0) return void 0;
  const scheme = withoutFetcher(foldAscii(written));
  const [beforeQuery, query] = cut(cut(text.slice(written.length + 1), "#")[0], "?");
  if (!beforeQuery.startsWith("//")) {
    return { scheme, user: "", host: "", port: "", path: beforeQuery, query };
  }
  const slash = beforeQuery.indexOf("/", 2);
  const authority = slash < 0 ? beforeQuery.slice(2) : beforeQuery.slice(2, slash);
  const path2 = slash < 0 ? "" : beforeQuery.slice(slash);
  return { scheme, ...splitAuthority(authority, scheme), path: path2, query };
}
function gitUrl(text) {
  const slash = text.indexOf("/");
  const at = text.lastIndexOf("@", slash < 0 ? text.length : slash);
  const colon = text.lastIndexOf(":");
  if (at >= 0 && colon > at && slash !== 0) {
    return `ssh://${text.slice(0, colon)}/${text.slice(colon + 1)}`;
  }
  if (text.startsWith("file:") || text.includes("://")) return text;
  return `file:${text}`;
}
function resolveDots(path2) {
  const out = [];
  for (const segment of path2.split("/")) {
    const plain2 = segment.length <= 6 ? segment.replace(/%2e/gi, ".") : segment;
    if (plain2 === ".") continue;
    if (plain2 === "..") {
      if (out.length > 1) out.pop();
    } else out.push(segment);
  }
  return out.join("/");
}
function foldAscii(text) {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
function isLoopbackHost(host) {
  const name = foldAscii(host);
  if (name === "localhost" || name.endsWith(".localhost")) return true;
  if (name === "[::1]" || name === "::1") return true;
  return /^127(?:\.\d{1,3}){3}$/.test(name);
}
function withoutFetcher(scheme) {
  const prefix2 = fetchers.find((candidate) => scheme.startsWith(candidate));
  return prefix2 === void 0 ? scheme : scheme.slice(prefix2.length);
}
function cut(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
function splitAuthority(authority, scheme) {
  const at = authority.lastIndexOf("@");
  const user = at < 0 ? "" : authority.slice(0, at);
  const hostPort = authority.slice(at + 1);
  const colon = hostPort.lastIndexOf(":");
  const hasPort = colon >= 0 && /^\d*$/.test(hostPort.slice(colon + 1)) && colon > hostPort.lastIndexOf("]");
  const host = foldAscii(hasPort ? hostPort.slice(0, colon) : hostPort);
  const port = hasPort ? hostPort.slice(colon + 1) : "";
  return { user, host, port: port === defaultPorts.get(scheme) ? "" : port };
}
var schemePattern, fetchers, defaultPorts;
var init_url_parts = __esm({
  "src/parse/url-parts.ts"() {
    "use strict";
    schemePattern = /^([a-z][a-z0-9.+-]*):/i;
    fetchers = ["git+", "hg+", "tarball+", "file+"];
    defaultPorts = /* @__PURE__ */ new Map([
      ["http", "80"],
      ["https", "443"],
      ["ssh", "22"],
      ["git", "9418"],
      ["ftp", "21"]
    ]);
  }
});

// src/parse/source-identity.ts
function defaultHost(type) {
  return forgeHosts.get(type);
}
function sourceIdentity(set) {
  const type = stringAttr(set, "type") ?? "";
  switch (type) {
    case "github":
    case "gitlab":
    case "sourcehut":
      return forgeIdentity(set, type);
    case "git":
    case "hg":
    case "tarball":
    case "file":
      return urlIdentity(type, stringAttr(set, "url") ?? "");
    case "path":
      return { kind: "path", type, path: stringAttr(set, "path") ?? "" };
    case "indirect":
      return { kind: "indirect", type, id: stringAttr(set, "id") ?? "" };
    default:
      return { kind: "unknown", type };
  }
}
function identityText(identity) {
  switch (identity.kind) {
    case "forge": {
      const host = identity.host === defaultHost(identity.type) ? "" : `${identity.host}/`;
      return `${identity.type}:${host}${oneSegment(identity.owner)}/${oneSegment(identity.repo)}`;
    }
    case "url":
      return `${identity.type}:${identity.url}`;
    case "path":
      return `path:${identity.path}`;
    case "indirect":
      return `flake:${identity.id}`;
    case "unknown":
      break;
  }
  return `${identity.type}:`;
}
function identityKey(identity) {
  if (identity.kind === "url") return `${identityText(identity)}${identity.query}`;
  if (identity.kind !== "forge") return identityText(identity);
  const path2 = foldAscii(`${identity.owner}/${identity.repo}`);
  return `${identity.type}:${identity.host}/${path2}`;
}
function repositoryOf(identity) {
  if (identity.kind === "forge") {
    return {
      host: identity.host,
      owner: foldAscii(identity.owner),
      repo: foldAscii(identity.repo)
    };
  }
  if (identity.kind !== "url") return void 0;
  const parts = splitUrl(identity.url);
  const [owner2, repo] = foldAscii(parts?.path ?? "").split("/").slice(1);
  if (!parts?.host || !owner2 || !repo) return void 0;
  return { host: parts.host, owner: owner2, repo };
}
function hostOf(identity) {
  if (identity.kind === "forge") return identity.host;
  if (identity.kind === "url") return identity.parts?.host || void 0;
  return void 0;
}
function forgeIdentity(set, type) {
  const written = stringAttr(set, "host") ?? defaultHost(type) ?? "";
  const host = foldAscii(written.slice(written.lastIndexOf("@") + 1));
  const owner2 = stringAttr(set, "owner") ?? "";
  const repo = stringAttr(set, "repo") ?? "";
  if (type !== "gitlab") return { kind: "forge", type, host, owner: owner2, repo };
  const segments = `${owner2}/${repo}`.replaceAll(/%2f/gi, "/").split("/");
  const last = segments.pop() ?? "";
  return { kind: "forge", type, host, owner: segments.join("/"), repo: last };
}
function urlIdentity(type, written) {
  const parts = splitUrl(type === "git" ? gitUrl(written) : written);
  if (parts === void 0) return { kind: "url", type, url: written, query: "", parts };
  const isRepository = type === "git" || type === "hg";
  const path2 = parts.host === "" ? parts.path : resolveDots(parts.path);
  const bare = isRepository ? withoutSuffix(path2) : path2;
  const query = isRepository ? foreignQuery(parts.query) : "";
  const account = parts.scheme === "ssh" ? parts.user.split(":", 1)[0] ?? "" : "";
  const user = account === "" || account === "git" ? "" : `${account}@`;
  const port = parts.port === "" ? "" : `:${parts.port}`;
  const authority = parts.host === "" ? "" : `//${user}${parts.host}${port}`;
  const slashes = parts.host === "" && bare.startsWith("/") ? "//" : "";
  const url2 = `${parts.scheme}:${authority}${slashes}${bare}`;
  return { kind: "url", type, url: url2, query, parts };
}
function withoutSuffix(path2) {
  let end = path2.length;
  while (end > 0 && path2.charCodeAt(end - 1) === 47) end--;
  const trimmed = path2.slice(0, end);
  return trimmed.endsWith(".git") ? trimmed.slice(0, -4) : trimmed;
}
function foreignQuery(query) {
  const kept = query.split("&").filter((pair2) => {
    const name = pair2.split("=", 1)[0] ?? "";
    return name !== "" && !nixParameters.has(name);
  });
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}
function oneSegment(name) {
  return name.replaceAll("/", "%2F");
}
function ownerText(identity) {
  if (identity.kind !== "forge") return void 0;
  const text = identityText(identity);
  return text.slice(0, text.lastIndexOf("/"));
}
var forgeHosts, nixParameters;
var init_source_identity = __esm({
  "src/parse/source-identity.ts"() {
    "use strict";
    init_flake_lock2();
    init_url_parts();
    forgeHosts = /* @__PURE__ */ new Map([
      ["github", "github.com"],
      ["gitlab", "gitlab.com"],
      ["sourcehut", "git.sr.ht"]
    ]);
    nixParameters = new Set(
      "dir ref rev narHash lastModified revCount shallow submodules lfs exportIgnore allRefs verifyCommit keytype publicKey publicKeys name".split(
        " "
      )
    );
  }
});

// src/graphs.ts
function graphsOf(documents, findings) {
  const graphs = [];
  for (const document of documents) {
    if (document.kind !== "flake-lock") continue;
    const worst2 = worstBySubject(findings.filter((finding2) => finding2.path === document.path));
    graphs.push({ path: document.path, ...graphOf(document.model, worst2) });
  }
  return graphs;
}
function worstBySubject(findings) {
  const worst2 = /* @__PURE__ */ new Map();
  for (const { subject, severity } of findings) {
    const known2 = worst2.get(subject);
    const isWorse = !known2 || severities.indexOf(severity) > severities.indexOf(known2);
    if (isWorse) worst2.set(subject, severity);
  }
  return worst2;
}
function graphOf(lock, worst2) {
  const paths = new Map(lock.inputs.map((input) => [input.node.key, input.path]));
  const nodes = [{ path: "", label: "" }];
  const edges = [];
  const addEdges = (from, node2) => {
    for (const { target } of node2?.edges ?? []) {
      const to = target.kind === "node" ? paths.get(target.key) : inputPath(target.path);
      if (to !== void 0) edges.push({ from, to, follows: target.kind === "follows" });
    }
  };
  addEdges("", lock.root);
  for (const { path: path2, node: node2 } of lock.inputs) {
    const flagged = worst2.get(path2);
    const label = node2.effective === void 0 ? "" : identityText(sourceIdentity(node2.effective));
    nodes.push({ path: path2, label, ...flagged && { flagged } });
    addEdges(path2, node2);
  }
  return { nodes, edges };
}
var init_graphs = __esm({
  "src/graphs.ts"() {
    "use strict";
    init_severity();
    init_lock_graph();
    init_source_identity();
  }
});

// src/judge.ts
function judge(documents, rules, context) {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const full = { ...context, document: (path2) => byPath.get(path2) };
  const byKind = rulesByKind(rules);
  const judged = [];
  for (const document of documents) {
    for (const rule of byKind.get(document.kind) ?? []) {
      for (const problem of rule.check(document, full)) {
        judged.push({ rule, path: problem.path ?? document.path, problem });
      }
    }
  }
  return judged;
}
function rulesByKind(rules) {
  const byKind = /* @__PURE__ */ new Map();
  for (const rule of rules) {
    for (const kind of rule.kinds) {
      const list2 = byKind.get(kind) ?? [];
      list2.push(rule);
      byKind.set(kind, list2);
    }
  }
  return byKind;
}
var init_judge = __esm({
  "src/judge.ts"() {
    "use strict";
  }
});

// src/parse/locked-input.ts
function lockedInputs(lock) {
  const inputs2 = known.get(lock) ?? [...readInputs(lock)];
  known.set(lock, inputs2);
  return inputs2;
}
function* readInputs(lock) {
  for (const input of lock.inputs) {
    const { effective, original } = input.node;
    if (effective === void 0) continue;
    yield {
      input,
      path: input.path,
      direct: input.names.length === 1,
      original,
      locked: effective,
      identity: sourceIdentity(effective),
      at: (name) => effective.attrs.get(name)?.span ?? input.node.keySpan
    };
  }
}
function attrSpan(set, name) {
  return set.attrs.get(name)?.span ?? set.span;
}
var known;
var init_locked_input = __esm({
  "src/parse/locked-input.ts"() {
    "use strict";
    init_source_identity();
    known = /* @__PURE__ */ new WeakMap();
  }
});

// src/policy/closest.ts
function closest(name, candidates) {
  if (name.length > longestName) return void 0;
  const wanted = name.toLowerCase();
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  let best;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const distance = distanceTo(wanted, candidate.toLowerCase());
    if (distance >= least) continue;
    least = distance;
    best = candidate;
  }
  return best;
}
function didYouMean(name, candidates) {
  const best = closest(name, candidates);
  return best === void 0 ? "" : `; did you mean "${best}"?`;
}
function distanceTo(wanted, candidate) {
  const isCut = wanted.length >= shortestCut && candidate.startsWith(wanted);
  return isCut ? 1 : editDistance(wanted, candidate);
}
function editDistance(a, b) {
  if (b.length > longestName) return Infinity;
  let older = [];
  let old = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (old[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (old[column - 1] ?? 0) + (same ? 0 : 1)
      );
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped && row > 1) cost = Math.min(cost, (older[column - 2] ?? 0) + 1);
      next.push(cost);
    }
    older = old;
    old = next;
  }
  return old[b.length] ?? 0;
}
var longestName, shortestCut;
var init_closest = __esm({
  "src/policy/closest.ts"() {
    "use strict";
    longestName = 64;
    shortestCut = 3;
  }
});

// src/policy/expiry.ts
function termOf(acceptance3, now) {
  if (acceptance3.until === void 0) return "open";
  if (acceptance3.until < day(now)) return "expired";
  return acceptance3.until <= day(new Date(now.getTime() + noticeDays * dayLength)) ? "expiring" : "open";
}
function isLive(acceptance3, now) {
  return termOf(acceptance3, now) !== "expired";
}
function day(date3) {
  return date3.toISOString().slice(0, 10);
}
var noticeDays, dayLength;
var init_expiry = __esm({
  "src/policy/expiry.ts"() {
    "use strict";
    noticeDays = 14;
    dayLength = 24 * 60 * 60 * 1e3;
  }
});

// src/policy/acceptance-faults.ts
function namedAcceptances(policy, used, ran) {
  const lists = [
    policy.allowedHosts,
    policy.allowedOwners,
    policy.trustedUsers,
    policy.ownInstallers,
    policy.exampleKeys,
    policy.approvedChanges
  ];
  return [
    ...policy.ignore.map((ignore2) => namedIgnore(ignore2, used, ran)),
    ...lists.flat().map((pattern2) => ({ subject: pattern2.match, acceptance: pattern2 })),
    ...(policy.trustedCaches ?? []).map((cache2) => ({ subject: cache2.url, acceptance: cache2 }))
  ];
}
function namedIgnore(ignore2, used, ran) {
  const subject = describeIgnore(ignore2);
  if (!ran(ignore2.rule)) return { subject, acceptance: ignore2 };
  return { subject, acceptance: ignore2, used: used.ignores.has(ignore2) };
}
function describeIgnore({ rule, file: file2, subject, reasonCode }) {
  const code2 = reasonCode === void 0 ? "" : `/${reasonCode}`;
  const what = subject === void 0 ? "" : ` ${subject}`;
  return `${rule}${code2}${what}${file2 === void 0 ? "" : ` in ${file2}`}`;
}
function acceptanceFaults(list2, now) {
  return list2.flatMap(({ subject, acceptance: acceptance3, used }) => {
    const { path: path2, span: at, until: until3 } = acceptance3;
    const fault2 = (reason2, message, grade) => ({
      reason: reason2,
      subject,
      path: path2,
      at,
      message,
      ...grade !== void 0 && { grade }
    });
    const faults = [];
    const term = termOf(acceptance3, now);
    if (term === "expired") {
      faults.push(fault2("expired", `acceptance of "${subject}" ended on ${until3}`));
    } else if (used === false) {
      faults.push(fault2("unused", `acceptance of "${subject}" matches nothing`));
    } else if (term === "expiring") {
      faults.push(fault2("expiring", `acceptance of "${subject}" ends on ${until3}`));
    }
    if (acceptance3.reason === void 0) {
      const message = `acceptance of "${subject}" gives no reason`;
      faults.push(fault2("no-reason", message, "no-reason/listed"));
    }
    return faults;
  });
}
function commentFaults(comments, used, ids, ran) {
  return comments.flatMap((comment) => {
    const { path: path2, span: at, rule } = comment;
    const place4 = { path: path2, at, subject: rule ?? "comment" };
    if (rule === void 0) {
      const message = 'expected "nix-secure-lint: ignore <rule> -- <reason>", found other words';
      return [{ ...place4, reason: "malformed", message }];
    }
    if (!ids.has(rule)) {
      const message = `unknown rule "${rule}"${didYouMean(rule, ids)}`;
      return [{ ...place4, reason: "unknown-rule", message }];
    }
    if (comment.reason === void 0) {
      const message = `suppression of ${rule} gives no reason and has no effect`;
      return [{ ...place4, reason: "no-reason", message }];
    }
    if (used.comments.has(comment) || !ran(rule)) return [];
    return [{ ...place4, reason: "unused", message: `suppression of ${rule} matches nothing` }];
  });
}
function baselineFaults(path2, spare, ran) {
  return spare.filter(({ entry }) => ran(entry.rule)).map(({ entry, count: count3 }) => ({
    reason: "unused",
    subject: `${entry.rule} ${entry.subject} in ${entry.path}`,
    path: path2,
    at: entry.span,
    message: `baseline counts ${entry.count} of ${entry.rule}, found ${entry.count - count3}`
  }));
}
var init_acceptance_faults = __esm({
  "src/policy/acceptance-faults.ts"() {
    "use strict";
    init_closest();
    init_expiry();
  }
});

// src/policy/baseline.ts
function acceptable(finding2) {
  return !neverAccepted.has(finding2.rule);
}
function baselineOf(findings) {
  const entries = /* @__PURE__ */ new Map();
  for (const finding2 of findings.filter(acceptable)) {
    const { rule, path: path2, subject, reason: reason2, fingerprint: fingerprint2 } = finding2;
    const count3 = (entries.get(fingerprint2)?.count ?? 0) + 1;
    entries.set(fingerprint2, { rule, path: path2, subject, reason: reason2, fingerprint: fingerprint2, count: count3 });
  }
  return [...entries.values()].toSorted(byPlace);
}
function writeBaseline(entries) {
  const lines2 = entries.map(
    ({ rule, path: path2, subject, reason: reason2, fingerprint: fingerprint2, count: count3 }) => JSON.stringify({ rule, path: path2, subject, reason: reason2, fingerprint: fingerprint2, count: count3 }, wellFormed)
  );
  const body = lines2.length === 0 ? "[]" : `[
    ${lines2.join(",\n    ")}
  ]`;
  return `{
  "version": 1,
  "findings": ${body}
}
`;
}
function wellFormed(_key, value) {
  return typeof value === "string" ? value.replaceAll(/[\ud800-\udfff]/gu, "�") : value;
}
function matchBaseline(baseline, findings) {
  const left = /* @__PURE__ */ new Map();
  for (const entry of baseline.entries) {
    left.set(entry.fingerprint, (left.get(entry.fingerprint) ?? 0) + entry.count);
  }
  const fresh = [];
  const accepted2 = [];
  for (const finding2 of findings) {
    const remaining = acceptable(finding2) ? left.get(finding2.fingerprint) ?? 0 : 0;
    if (remaining > 0) left.set(finding2.fingerprint, remaining - 1);
    (remaining > 0 ? accepted2 : fresh).push(finding2);
  }
  return { fresh, accepted: accepted2, spare: spareOf(baseline, left) };
}
function spareOf(baseline, left) {
  return baseline.entries.flatMap((entry) => {
    const count3 = Math.min(entry.count, left.get(entry.fingerprint) ?? 0);
    left.set(entry.fingerprint, (left.get(entry.fingerprint) ?? 0) - count3);
    return count3 > 0 ? [{ entry, count: count3 }] : [];
  });
}
function byPlace(a, b) {
  return compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.subject, b.subject) || compare(a.reason, b.reason) || compare(a.fingerprint, b.fingerprint);
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
var defaultBaselinePath, neverAccepted;
var init_baseline = __esm({
  "src/policy/baseline.ts"() {
    "use strict";
    defaultBaselinePath = ".github/nix-secure-lint.baseline.json";
    neverAccepted = /* @__PURE__ */ new Set(["meta-suppression", "meta-policy-weakened"]);
  }
});

// src/policy/fingerprint.ts
import { createHash } from "node:crypto";
function fingerprint(identity) {
  const { rule, path: path2, subject, reason: reason2, evidence } = identity;
  const hash2 = createHash("sha256").update("nix-secure-lint:1\0");
  for (const part of [rule, path2, subject, reason2, evidence ?? ""]) {
    const bytes2 = Buffer.from(part, "utf8");
    hash2.update(`${bytes2.length}:`).update(bytes2);
  }
  return hash2.digest("hex").slice(0, hexDigits);
}
var hexDigits;
var init_fingerprint = __esm({
  "src/policy/fingerprint.ts"() {
    "use strict";
    hexDigits = 32;
  }
});

// node_modules/balanced-match/dist/esm/index.js
var range2;
var init_esm = __esm({
  "node_modules/balanced-match/dist/esm/index.js"() {
    range2 = (a, b, str) => {
      let begs, beg, left, right = void 0, result2;
      let ai = str.indexOf(a);
      let bi = str.indexOf(b, ai + 1);
      let i = ai;
      if (ai >= 0 && bi > 0) {
        if (a === b) {
          return [ai, bi];
        }
        begs = [];
        left = str.length;
        while (i >= 0 && !result2) {
          if (i === ai) {
            begs.push(i);
            ai = str.indexOf(a, i + 1);
          } else if (begs.length === 1) {
            const r = begs.pop();
            if (r !== void 0)
              result2 = [r, bi];
          } else {
            beg = begs.pop();
            if (beg !== void 0 && beg < left) {
              left = beg;
              right = bi;
            }
            bi = str.indexOf(b, i + 1);
          }
          i = ai < bi && ai >= 0 ? ai : bi;
        }
        if (begs.length && right !== void 0) {
          result2 = [left, right];
        }
      }
      return result2;
    };
  }
});

// node_modules/brace-expansion/dist/esm/index.js
function numeric(str) {
  return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
  return str.replace(slashPattern, escSlash).replace(openPattern, escOpen).replace(closePattern, escClose).replace(commaPattern, escComma).replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
  return str.replace(escSlashPattern, "\\").replace(escOpenPattern, "{").replace(escClosePattern, "}").replace(escCommaPattern, ",").replace(escPeriodPattern, ".");
}
function pushAll(target, items) {
  for (let i = 0; i < items.length; i++) {
    target.push(items[i]);
  }
}
function balancedWithBudget(str, masked, budget) {
  if (budget.remaining < 0) {
    return void 0;
  }
  const r = range2("{", "}", masked);
  const unmatched = r !== void 0 && masked.indexOf("{") < r[0];
  budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
  if (!r || budget.remaining < 0) {
    return void 0;
  }
  return {
    end: r[1],
    pre: str.slice(0, r[0]),
    body: str.slice(r[0] + 1, r[1]),
    post: str.slice(r[1] + 1),
    unmatched
  };
}
function maskUnmatchedOpens(masked, budget) {
  budget.remaining -= masked.length;
  const open2 = [];
  for (let i = 0; i < masked.length; i++) {
    const c = masked.charCodeAt(i);
    if (c === 123) {
      open2.push(i);
    } else if (c === 125 && open2.length) {
      open2.pop();
    }
  }
  let out = "";
  let last = 0;
  for (let i = 0; i < open2.length; i++) {
    const at = open2[i];
    out += masked.slice(last, at) + "\0";
    last = at + 1;
  }
  return out + masked.slice(last);
}
function commaSetFollows(str, budget) {
  budget.remaining -= str.length;
  if (budget.remaining < 0) {
    return false;
  }
  let close = false;
  for (let i = str.length - 1; i >= 0; i--) {
    const c = str.charCodeAt(i);
    if (c === 125) {
      close = true;
    } else if (c === 10 || c === 13 || c === 8232 || c === 8233) {
      close = false;
    } else if (c === 44 && close && str.charCodeAt(i + 1) !== 44) {
      return true;
    }
  }
  return false;
}
function parseCommaParts(str, budget) {
  const parts = [];
  let carry = "";
  for (; ; ) {
    const m = balancedWithBudget(str, str, budget);
    if (budget.remaining < 0) {
      return void 0;
    }
    if (!m) {
      const tail = str.split(",");
      tail[0] = carry + tail[0];
      pushAll(parts, tail);
      return parts;
    }
    const { pre, body, post } = m;
    const p = pre.split(",");
    p[0] = carry + p[0];
    p[p.length - 1] += "{" + body + "}";
    if (!post.length) {
      pushAll(parts, p);
      return parts;
    }
    carry = p.pop();
    pushAll(parts, p);
    str = post;
  }
}
function bound(value, fallback) {
  return value === void 0 || isNaN(value) ? fallback : value;
}
function expand(str, options = {}) {
  if (!str) {
    return [];
  }
  const max = bound(options.max, EXPANSION_MAX);
  const maxLength2 = bound(options.maxLength, EXPANSION_MAX_LENGTH);
  const maxDepth2 = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
  const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
  const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
  if (str.slice(0, 2) === "{}") {
    str = "\\{\\}" + str.slice(2);
  }
  return expand_(escapeBraces(str), max, maxLength2, maxDepth2, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
  return "{" + str + "}";
}
function isPadded(el) {
  return /^-?0\d/.test(el);
}
function lte(i, y) {
  return i <= y;
}
function gte(i, y) {
  return i >= y;
}
function combine(acc, pre, values, max, maxLength2, dropEmpties, budget) {
  const out = [];
  let length = 0;
  let nonEmpty;
  outer: for (let a = 0; a < acc.length; a++) {
    const prefix2 = acc[a] + pre;
    let vs = values;
    if (dropEmpties && !prefix2) {
      if (!nonEmpty)
        nonEmpty = values.filter((v) => v);
      vs = nonEmpty;
    }
    for (let v = 0; v < vs.length; v++) {
      if (out.length >= max)
        break outer;
      const expansion = prefix2 + vs[v];
      if (length + expansion.length > maxLength2)
        break outer;
      out.push(expansion);
      length += expansion.length;
    }
  }
  budget.remaining -= out.length;
  return out;
}
function expandSequence(body, isAlphaSequence, max, maxLength2, budget) {
  const n = body.split(/\.\./);
  const N = [];
  if (n[0] === void 0 || n[1] === void 0) {
    return N;
  }
  const x = numeric(n[0]);
  const y = numeric(n[1]);
  const width = Math.max(n[0].length, n[1].length);
  let incr = n.length === 3 && n[2] !== void 0 ? Math.max(Math.abs(numeric(n[2])), 1) : 1;
  let test = lte;
  const reverse = y < x;
  if (reverse) {
    incr *= -1;
    test = gte;
  }
  const pad = n.some(isPadded);
  const cost = pad ? width : 1;
  let length = 0;
  for (let i = x; test(i, y) && N.length < max; i += incr) {
    budget.remaining -= cost;
    if (budget.remaining < 0) {
      return void 0;
    }
    let c;
    if (isAlphaSequence) {
      c = String.fromCharCode(i);
      if (c === "\\") {
        c = "";
      }
    } else {
      c = String(i);
      if (pad) {
        const need = width - c.length;
        if (need > 0) {
          const z = new Array(need + 1).join("0");
          if (i < 0) {
            c = "-" + z + c.slice(1);
          } else {
            c = z + c;
          }
        }
      }
    }
    if (length + c.length > maxLength2)
      break;
    N.push(c);
    length += c.length;
  }
  return N;
}
function expand_(str, max, maxLength2, maxDepth2, depth, maxRewrites, budget, isTop) {
  budget.remaining -= CALL_STEPS;
  if (depth > maxDepth2) {
    return [str];
  }
  let acc = [""];
  let rewrites = 0;
  let dropEmpties = false;
  let firstGroup = true;
  let masked = str;
  for (; ; ) {
    const m = balancedWithBudget(str, masked, budget);
    if (!m) {
      return combine(acc, str, [""], max, maxLength2, dropEmpties, budget);
    }
    if (m.unmatched) {
      masked = maskUnmatchedOpens(masked, budget);
    }
    const pre = m.pre;
    const literal3 = () => combine(acc, pre + "{" + m.body + "}" + m.post, [""], max, maxLength2, dropEmpties, budget);
    if (/\$$/.test(pre)) {
      acc = combine(acc, pre + "{" + m.body + "}", [""], max, maxLength2, dropEmpties && !m.post.length, budget);
      firstGroup = false;
      if (!m.post.length)
        break;
      str = m.post;
      masked = masked.slice(m.end + 1);
      continue;
    }
    const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
    const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
    const isSequence = isNumericSequence || isAlphaSequence;
    const isOptions = m.body.indexOf(",") >= 0;
    if (!isSequence && !isOptions) {
      if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
        rewrites++;
        str = m.pre + "{" + m.body + escClose + m.post;
        masked = masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
        isTop = true;
        continue;
      }
      return literal3();
    }
    if (firstGroup) {
      dropEmpties = isTop && !isSequence;
      firstGroup = false;
    }
    let values;
    if (isSequence) {
      values = expandSequence(m.body, isAlphaSequence, max, maxLength2, budget);
      if (!values) {
        return literal3();
      }
    } else {
      let n = parseCommaParts(m.body, budget);
      if (!n) {
        return literal3();
      }
      if (n.length === 1 && n[0] !== void 0) {
        n = expand_(n[0], max, maxLength2, maxDepth2, depth + 1, maxRewrites, budget, false).map(embrace);
        if (budget.remaining < 0) {
          return literal3();
        }
        if (n.length === 1) {
          const next2 = combine(acc, pre + n[0], [""], max, maxLength2, dropEmpties && !m.post.length, budget);
          if (budget.remaining < 0) {
            return literal3();
          }
          acc = next2;
          if (!m.post.length)
            break;
          str = m.post;
          masked = masked.slice(m.end + 1);
          continue;
        }
      }
      let dropsEmpties = dropEmpties && !m.post.length && !pre;
      for (let d = 0; dropsEmpties && d < acc.length; d++) {
        if (acc[d]) {
          dropsEmpties = false;
        }
      }
      values = [];
      let valuesLength = 0;
      outer: for (let j = 0; j < n.length; j++) {
        const expanded = expand_(n[j], max, maxLength2, maxDepth2, depth + 1, maxRewrites, budget, false);
        if (budget.remaining < 0) {
          return literal3();
        }
        for (let k = 0; k < expanded.length; k++) {
          const v = expanded[k];
          if (dropsEmpties && !v)
            continue;
          if (values.length >= max || valuesLength + v.length > maxLength2) {
            break outer;
          }
          values.push(v);
          valuesLength += v.length;
        }
      }
    }
    const next = combine(acc, pre, values, max, maxLength2, dropEmpties && !m.post.length, budget);
    if (budget.remaining < 0) {
      return literal3();
    }
    acc = next;
    if (!m.post.length)
      break;
    str = m.post;
    masked = masked.slice(m.end + 1);
  }
  return acc;
}
var escSlash, escOpen, escClose, escComma, escPeriod, escSlashPattern, escOpenPattern, escClosePattern, escCommaPattern, escPeriodPattern, slashPattern, openPattern, closePattern, commaPattern, periodPattern, EXPANSION_MAX, EXPANSION_MAX_LENGTH, EXPANSION_MAX_DEPTH, EXPANSION_MAX_REWRITES, EXPANSION_MAX_STEPS, CALL_STEPS;
var init_esm2 = __esm({
  "node_modules/brace-expansion/dist/esm/index.js"() {
    init_esm();
    escSlash = "\0SLASH" + Math.random().toFixed(16) + "\0";
    escOpen = "\0OPEN" + Math.random().toFixed(16) + "\0";
    escClose = "\0CLOSE" + Math.random().toFixed(16) + "\0";
    escComma = "\0COMMA" + Math.random().toFixed(16) + "\0";
    escPeriod = "\0PERIOD" + Math.random().toFixed(16) + "\0";
    escSlashPattern = new RegExp(escSlash, "g");
    escOpenPattern = new RegExp(escOpen, "g");
    escClosePattern = new RegExp(escClose, "g");
    escCommaPattern = new RegExp(escComma, "g");
    escPeriodPattern = new RegExp(escPeriod, "g");
    slashPattern = /\\\\/g;
    openPattern = /\\{/g;
    closePattern = /\\}/g;
    commaPattern = /\\,/g;
    periodPattern = /\\\./g;
    EXPANSION_MAX = 1e5;
    EXPANSION_MAX_LENGTH = 4e6;
    EXPANSION_MAX_DEPTH = 1e3;
    EXPANSION_MAX_REWRITES = 1e3;
    EXPANSION_MAX_STEPS = 2e7;
    CALL_STEPS = 16;
  }
});

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/numeric-range.js
var digit, prefix, fixed, nonneg, numericRange;
var init_numeric_range = __esm({
  "node_modules/@isaacs/nonrecursive-glob-match/dist/esm/numeric-range.js"() {
    digit = (a, b) => a === b ? { t: "lit", ch: String(a) } : { t: "class", re: new RegExp(`^[${a}-${b}]$`) };
    prefix = (d, alts) => alts.map((s) => [digit(d, d), ...s]);
    fixed = (a, b) => {
      if (!a)
        return [[]];
      let lo = +a[0];
      let hi = +b[0];
      const ra = a.slice(1);
      const rb = b.slice(1);
      if (lo === hi)
        return prefix(lo, fixed(ra, rb));
      const zeros = "0".repeat(ra.length);
      const nines = "9".repeat(ra.length);
      const out = [];
      if (ra !== zeros)
        out.push(...prefix(lo++, fixed(ra, nines)));
      const last = rb === nines ? [] : prefix(hi--, fixed(zeros, rb));
      if (lo <= hi) {
        out.push([digit(lo, hi), ...Array.from(ra, () => digit(0, 9))]);
      }
      out.push(...last);
      return out;
    };
    nonneg = (a, b, width) => {
      if (width) {
        return fixed(String(a).padStart(width, "0"), String(b).padStart(width, "0"));
      }
      const out = [];
      for (let len = String(a).length; len <= String(b).length; len++) {
        const lo = Math.max(a, len === 1 ? 0 : 10 ** (len - 1));
        const hi = Math.min(b, 10 ** len - 1);
        out.push(...fixed(String(lo), String(hi)));
      }
      return out;
    };
    numericRange = (loStr, hiStr) => {
      let lo = Number(loStr);
      let hi = Number(hiStr);
      if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi))
        return;
      if (lo > hi)
        [lo, hi] = [hi, lo];
      const padded = /^-?0\d/.test(loStr) || /^-?0\d/.test(hiStr);
      const width = padded ? Math.max(loStr.length, hiStr.length) : 0;
      const out = [];
      if (lo < 0) {
        const neg = nonneg(Math.max(-hi, 1), -lo, width && width - 1);
        out.push(...neg.map((s) => [{ t: "lit", ch: "-" }, ...s]));
      }
      if (hi >= 0)
        out.push(...nonneg(Math.max(lo, 0), hi, width));
      return out;
    };
  }
});

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/parse-class.js
var posixClasses, braceEscape, noMatch, parseClass;
var init_parse_class = __esm({
  "node_modules/@isaacs/nonrecursive-glob-match/dist/esm/parse-class.js"() {
    posixClasses = {
      "[:alnum:]": ["\\p{L}\\p{Nl}\\p{Nd}"],
      "[:alpha:]": ["\\p{L}\\p{Nl}"],
      "[:ascii:]": ["\\x00-\\x7f"],
      "[:blank:]": ["\\p{Zs}\\t"],
      "[:cntrl:]": ["\\p{Cc}"],
      "[:digit:]": ["\\p{Nd}"],
      "[:graph:]": ["\\p{Z}\\p{C}", true],
      "[:lower:]": ["\\p{Ll}"],
      "[:print:]": ["\\p{C}", true],
      "[:punct:]": ["\\p{P}\\p{S}"],
      "[:space:]": ["\\p{Z}\\t\\r\\n\\v\\f"],
      "[:upper:]": ["\\p{Lu}"],
      "[:word:]": ["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}"],
      "[:xdigit:]": ["A-Fa-f0-9"]
    };
    braceEscape = (s) => s.replace(/[[\]\\-]/g, "\\$&");
    noMatch = /$./;
    parseClass = (glob3, position2, nocase = false, form) => {
      const norm = (c) => {
        const n = form ? c.normalize(form) : c;
        return [...n].length === 1 ? n : c;
      };
      const pos = position2;
      if (glob3.charAt(pos) !== "[") {
        throw new Error("not in a brace expression");
      }
      const ranges = [];
      const negs = [];
      let i = pos + 1;
      let sawStart = false;
      let escaping = false;
      let negate = false;
      let endPos = pos;
      let rangeStart = "";
      WHILE: while (i < glob3.length) {
        const c = String.fromCodePoint(glob3.codePointAt(i));
        if ((c === "!" || c === "^") && i === pos + 1) {
          negate = true;
          i++;
          continue;
        }
        if (c === "]" && sawStart && !escaping) {
          endPos = i + 1;
          break;
        }
        sawStart = true;
        if (c === "\\") {
          if (!escaping) {
            escaping = true;
            i++;
            continue;
          }
        }
        if (c === "[" && !escaping) {
          for (const [cls, [unip, neg]] of Object.entries(posixClasses)) {
            if (glob3.startsWith(cls, i)) {
              if (rangeStart) {
                return [noMatch, glob3.length - pos];
              }
              i += cls.length;
              if (neg)
                negs.push(unip);
              else
                ranges.push(unip);
              continue WHILE;
            }
          }
        }
        escaping = false;
        const n = norm(c);
        if (rangeStart) {
          if (n.codePointAt(0) > rangeStart.codePointAt(0)) {
            ranges.push(braceEscape(rangeStart) + "-" + braceEscape(n));
          } else if (n === rangeStart) {
            ranges.push(braceEscape(n));
          }
          rangeStart = "";
          i += c.length;
          continue;
        }
        if (glob3.startsWith("-]", i + c.length)) {
          ranges.push(braceEscape(n + "-"));
          i += c.length + 1;
          continue;
        }
        if (glob3.startsWith("-", i + c.length)) {
          rangeStart = n;
          i += c.length + 1;
          continue;
        }
        ranges.push(braceEscape(n));
        i += c.length;
      }
      if (endPos < i) {
        return [noMatch, 0];
      }
      if (!ranges.length && !negs.length) {
        return [noMatch, glob3.length - pos];
      }
      const sranges = "[" + (negate ? "^" : "") + ranges.join("") + "]";
      const snegs = "[" + (negate ? "" : "^") + negs.join("") + "]";
      const comb = "^" + (ranges.length && negs.length ? "(" + sranges + "|" + snegs + ")" : ranges.length ? sranges : snegs);
      return [new RegExp(comb, nocase ? "iu" : "u"), endPos - pos];
    };
  }
});

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/index.js
var MATCH, extTypes, lit, reEscape, newFoldRe, foldCache, foldRe, litMatch, tokenize, pair, build, normalize, compile, show, State, sameState, marks, Sim, stateKey, DFA_BUDGET, Dfa, linear, testLinear, lengths, itemLengths, hasAffix, slashOrSurrogate, surrogate, codePoints, noSlash, Matcher;
var init_esm3 = __esm({
  "node_modules/@isaacs/nonrecursive-glob-match/dist/esm/index.js"() {
    init_numeric_range();
    init_parse_class();
    MATCH = { t: "match", id: 0 };
    extTypes = "!?+*@";
    lit = (ch) => ({ t: "lit", ch });
    reEscape = (s) => s.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    newFoldRe = (s) => new RegExp(`^${reEscape(s)}$`, "iu");
    foldCache = /* @__PURE__ */ new Map();
    foldRe = (ch) => {
      let re = foldCache.get(ch);
      if (!re) {
        re = newFoldRe(ch);
        if (foldCache.size >= 1e3)
          foldCache.clear();
        foldCache.set(ch, re);
      }
      return re;
    };
    litMatch = (l, c) => {
      if (c === l.ch)
        return true;
      if (!l.re)
        return false;
      const code2 = c.charCodeAt(0);
      if (code2 >= 128)
        return l.re.test(c);
      const ascii = l.ascii ??= new Uint8Array(128);
      ascii[code2] ||= l.re.test(c) ? 1 : 2;
      return ascii[code2] === 1;
    };
    tokenize = (p, nocase, noext, form, mark) => {
      const toks = [];
      for (let i = 0; i < p.length; ) {
        const c = String.fromCodePoint(p.codePointAt(i));
        if (mark) {
          const m = c === "\\" && p.startsWith(mark, i + 1) ? 1 : 0;
          if (m || c === mark) {
            const start = i + m + mark.length;
            const end = p.indexOf(mark, start);
            const r = /^(-?\d+)\.\.(-?\d+)$/.exec(p.slice(start, end));
            const alts = end !== -1 && r && numericRange(r[1], r[2]);
            if (alts) {
              toks.push({ t: "ext", type: "@", alts });
              i = end + mark.length;
              continue;
            }
          }
        }
        if (c === "\\") {
          const e = p.codePointAt(i + 1);
          const ch = e === void 0 ? c : String.fromCodePoint(e);
          toks.push(lit(ch));
          i += 1 + ch.length;
          continue;
        }
        if (c === "[") {
          const [re, consumed] = parseClass(p, i, nocase, form);
          if (consumed) {
            toks.push({ t: "class", re });
            i += consumed;
            continue;
          }
        }
        if (!noext && extTypes.includes(c) && p[i + 1] === "(") {
          toks.push({ t: "open", type: c });
          i += 2;
          continue;
        }
        toks.push(!noext && c === "|" ? { t: "bar" } : !noext && c === ")" ? { t: "close" } : c === "*" ? { t: "star" } : c === "?" ? { t: "any" } : lit(c));
        i += c.length;
      }
      return toks;
    };
    pair = (toks) => {
      const pairs = /* @__PURE__ */ new Map();
      const stack = [];
      toks.forEach((tok, i) => {
        if (tok.t === "open")
          stack.push(i);
        else if (tok.t === "close" && stack.length)
          pairs.set(stack.pop(), i);
      });
      return pairs;
    };
    build = (toks, pairs, start, end, top) => {
      let seq = [];
      const alts = [seq];
      for (let i = start; i < end; i++) {
        const tok = toks[i];
        const close = pairs.get(i);
        if (tok.t === "open" && close !== void 0) {
          const sub = build(toks, pairs, i + 1, close, false);
          seq.push({ t: "ext", type: tok.type, alts: sub });
          i = close;
        } else if (tok.t === "bar" && !top) {
          alts.push(seq = []);
        } else if (tok.t === "open") {
          seq.push(lit(tok.type), lit("("));
        } else if (tok.t === "bar") {
          seq.push(lit("|"));
        } else if (tok.t === "close") {
          seq.push(lit(")"));
        } else {
          seq.push(tok);
        }
      }
      return alts;
    };
    normalize = (items, form) => {
      const out = [];
      let run2 = "";
      const flush = () => {
        for (const ch of run2.normalize(form))
          out.push(lit(ch));
        run2 = "";
      };
      for (const it of items) {
        if (it.t === "lit") {
          run2 += it.ch;
          continue;
        }
        flush();
        out.push(it.t === "ext" ? { ...it, alts: it.alts.map((a) => normalize(a, form)) } : it);
      }
      flush();
      return out;
    };
    compile = (items, nocase) => {
      let id = 1;
      const split = (out) => ({ t: "split", id: id++, out });
      const seq = (items2, next) => items2.reduceRight((next2, it) => item(it, next2), next);
      const item = (it, next) => {
        switch (it.t) {
          case "lit":
            const re = nocase ? foldRe(it.ch) : void 0;
            return { t: "lit", id: id++, ch: it.ch, re, next };
          case "any":
          case "star":
            return { t: it.t, id: id++, next };
          case "class":
            return { t: "class", id: id++, re: it.re, next };
        }
        const alts = (next2) => it.alts.map((a) => seq(a, next2));
        switch (it.type) {
          case "@":
            return split(alts(next));
          case "?":
            return split([next, ...alts(next)]);
          case "!":
            return { t: "neg", id: id++, sub: split(alts(MATCH)), next };
        }
        const after = split([]);
        const entry = split(alts(after));
        after.out.push(next, entry);
        return it.type === "*" ? after : entry;
      };
      const start = seq(items, MATCH);
      return [start, id];
    };
    show = (start) => {
      const lines2 = [];
      const seen = /* @__PURE__ */ new Set();
      const ref = (n) => n.t === "match" ? "match" : String(n.id);
      const walk2 = (n, indent) => {
        if (n.t === "match" || seen.has(n))
          return;
        seen.add(n);
        const line = (desc) => lines2.push(`${indent}${n.id}: ${desc}`);
        switch (n.t) {
          case "split":
            line(`split -> ${n.out.map(ref).join(", ")}`);
            for (const o of n.out)
              walk2(o, indent);
            return;
          case "neg":
            line(`!(${ref(n.sub)}) -> ${ref(n.next)}`);
            walk2(n.sub, indent + "  ");
            return walk2(n.next, indent);
          case "lit":
            line(`${JSON.stringify(n.ch)} -> ${ref(n.next)}`);
            break;
          case "class":
            line(`${n.re} -> ${ref(n.next)}`);
            break;
          default:
            line(`${n.t === "any" ? "?" : "*"} -> ${ref(n.next)}`);
        }
        walk2(n.next, indent);
      };
      walk2(start, "");
      return [`start -> ${ref(start)}`, ...lines2].join("\n");
    };
    State = class {
      // set by the Sim, to mark the nodes that this state has
      gen;
      threads = [];
      match = false;
      runs = [];
      // the sorted ids of the threads, with 0 for a match, once the
      // state is done
      ids = [];
      constructor(gen) {
        this.gen = gen;
      }
      // no threads, so nothing more can match
      get dead() {
        return !this.threads.length && !this.match && !this.runs.length;
      }
    };
    sameState = (a, b) => {
      if (a.ids.length !== b.ids.length)
        return false;
      if (a.runs.length !== b.runs.length)
        return false;
      if (a.ids.some((id, i) => id !== b.ids[i]))
        return false;
      return a.runs.every((r) => b.runs.some((o) => o.neg === r.neg && sameState(o.state, r.state)));
    };
    marks = (size) => ({
      has: new Float64Array(size),
      seen: new Float64Array(size),
      gen: 0
    });
    Sim = class {
      // `.` and `..` only match literal dots, even with `dot:true`
      dots;
      // the string starts with `.`, and `dot:true` is not set
      dotStart;
      #marks;
      constructor(dots, dotStart, marks2) {
        this.dots = dots;
        this.dotStart = dotStart;
        this.#marks = marks2;
      }
      state() {
        return new State(++this.#marks.gen);
      }
      // sort the ids of a state, once it has all of its threads
      done(state) {
        state.ids = state.threads.map((n) => n.id).sort((a, b) => a - b);
        if (state.match)
          state.ids.unshift(MATCH.id);
        return state;
      }
      // true the first time that the state walks through the node, so
      // that loops in the graph stop
      #visit(state, node2) {
        const { seen } = this.#marks;
        if (seen[node2.id] === state.gen)
          return false;
        seen[node2.id] = state.gen;
        return true;
      }
      #addThread(state, node2) {
        const { has } = this.#marks;
        if (has[node2.id] === state.gen)
          return false;
        has[node2.id] = state.gen;
        state.threads.push(node2);
        return true;
      }
      // wildcards only match a leading dot if `dot:true`. In a negated
      // sub-pattern, this does not apply, because the negation itself
      // can not match a leading dot.
      restricted(i, top) {
        return top && (this.dots || this.dotStart && i === 0);
      }
      add(state, node2, i, top) {
        switch (node2.t) {
          case "split":
            if (!this.#visit(state, node2))
              return;
            for (const o of node2.out)
              this.add(state, o, i, top);
            return;
          case "neg":
            if (!this.#visit(state, node2))
              return;
            const sub = this.state();
            this.add(sub, node2.sub, i, false);
            this.done(sub);
            return this.addRun(state, { t: "run", neg: node2, state: sub }, i, top);
          case "star":
            if (this.restricted(i, top))
              return;
            if (this.#addThread(state, node2))
              this.add(state, node2.next, i, top);
            return;
          case "match":
            state.match = true;
            return;
          default:
            this.#addThread(state, node2);
        }
      }
      addRun(state, run2, i, top) {
        for (const r of state.runs) {
          if (r.neg === run2.neg && sameState(r.state, run2.state))
            return;
        }
        state.runs.push(run2);
        if (!run2.state.match) {
          this.add(state, run2.neg.next, i, top);
        }
      }
      // the threads after char `c`, at index `i`
      step(state, c, i, top) {
        const next = this.state();
        for (const th of state.threads) {
          switch (th.t) {
            case "lit":
              if (litMatch(th, c)) {
                this.add(next, th.next, i + 1, top);
              }
              break;
            case "any":
              if (!this.restricted(i, top))
                this.add(next, th.next, i + 1, top);
              break;
            case "class":
              if (!this.restricted(i, top) && th.re.test(c)) {
                this.add(next, th.next, i + 1, top);
              }
              break;
            case "star":
              if (!this.restricted(i, top))
                this.add(next, th, i + 1, top);
          }
        }
        if (!this.restricted(i, top)) {
          for (const run2 of state.runs) {
            if (run2.state.dead) {
              this.addRun(next, run2, i + 1, top);
              continue;
            }
            const sub = this.step(run2.state, c, i, false);
            this.addRun(next, { t: "run", neg: run2.neg, state: sub }, i + 1, top);
          }
        }
        return this.done(next);
      }
    };
    stateKey = (state) => {
      const ids = state.ids.join();
      if (!state.runs.length)
        return ids;
      const runs = state.runs.map((r) => `${r.neg.id}(${stateKey(r.state)})`);
      return `${ids}|${runs.sort().join("|")}`;
    };
    DFA_BUDGET = 1 << 18;
    Dfa = class {
      #start;
      #states = /* @__PURE__ */ new Map();
      #size = 0;
      #plain;
      #dotStart;
      #sim;
      #dotSim;
      constructor(start, marks2) {
        this.#start = start;
        this.#sim = new Sim(false, false, marks2);
        this.#dotSim = new Sim(false, true, marks2);
      }
      #make(state) {
        return {
          state,
          match: state.match,
          dead: state.dead,
          next: /* @__PURE__ */ new Map()
        };
      }
      #intern(state) {
        const key = stateKey(state);
        const found2 = this.#states.get(key);
        if (found2)
          return found2;
        if (this.#size > DFA_BUDGET)
          this.#clear();
        const d = this.#make(state);
        this.#states.set(key, d);
        this.#size += key.length + 1;
        return d;
      }
      #clear() {
        this.#states.clear();
        this.#size = 0;
        this.#plain = void 0;
        this.#dotStart = void 0;
      }
      start(dotStart) {
        if (dotStart) {
          if (this.#dotStart)
            return this.#dotStart;
          const state2 = this.#dotSim.state();
          this.#dotSim.add(state2, this.#start, 0, true);
          return this.#dotStart = this.#make(this.#dotSim.done(state2));
        }
        if (this.#plain)
          return this.#plain;
        const state = this.#sim.state();
        this.#sim.add(state, this.#start, 0, true);
        return this.#plain = this.#intern(this.#sim.done(state));
      }
      // the next state, after a miss in `d.ascii`
      next(d, c) {
        const code2 = c.charCodeAt(0);
        const found2 = code2 < 128 ? void 0 : d.next.get(c);
        if (found2)
          return found2;
        const n = d === this.#dotStart ? this.#intern(this.#dotSim.step(d.state, c, 0, true)) : this.#intern(this.#sim.step(d.state, c, 1, true));
        if (code2 < 128) {
          if (!d.ascii) {
            d.ascii = new Array(128);
            this.#size += 128;
          }
          d.ascii[code2] = n;
        } else {
          d.next.set(c, n);
        }
        this.#size++;
        return n;
      }
    };
    linear = (start) => {
      const nodes = [];
      for (let n = start; n.t !== "match"; n = n.next) {
        if (n.t === "split" || n.t === "neg")
          return void 0;
        nodes.push(n);
      }
      return nodes;
    };
    testLinear = (nodes, chars, start, end) => {
      let ni = 0;
      let ci = start;
      let starNi = -1;
      let starCi = 0;
      while (ci < end) {
        const n = nodes[ni];
        if (n?.t === "star") {
          starNi = ni++;
          starCi = ci;
          continue;
        }
        const c = chars[ci];
        if (n && (n.t === "any" || n.t === "lit" && litMatch(n, c) || n.t === "class" && n.re.test(c))) {
          ni++;
          ci++;
          continue;
        }
        if (starNi === -1)
          return false;
        ni = starNi + 1;
        ci = ++starCi;
      }
      while (nodes[ni]?.t === "star")
        ni++;
      return ni === nodes.length;
    };
    lengths = (items) => {
      let min = 0;
      let max = 0;
      for (const it of items) {
        const [lo, hi] = itemLengths(it);
        min += lo;
        max += hi;
      }
      return [min, max];
    };
    itemLengths = (it) => {
      if (it.t === "star")
        return [0, Infinity];
      if (it.t !== "ext")
        return [1, 1];
      if (it.type === "!")
        return [0, Infinity];
      const alts = it.alts.map(lengths);
      const min = Math.min(...alts.map((a) => a[0]));
      const max = Math.max(...alts.map((a) => a[1]));
      const loop = max === 0 ? 0 : Infinity;
      return it.type === "@" ? [min, max] : it.type === "?" ? [0, max] : it.type === "*" ? [0, loop] : [min, loop];
    };
    hasAffix = (lits, chars, start) => {
      for (let j = 0; j < lits.length; j++) {
        if (!litMatch(lits[j], chars[start + j]))
          return false;
      }
      return true;
    };
    slashOrSurrogate = /[/\ud800-\udfff]/;
    surrogate = /[\ud800-\udfff]/;
    codePoints = (s) => surrogate.test(s) ? [...s] : s;
    noSlash = (s) => {
      if (s.includes("/")) {
        throw new Error("can only match a single path portion, got: " + s);
      }
    };
    Matcher = class {
      pattern;
      options;
      #start;
      // the number of node ids
      #size;
      #marks;
      // the Sim for strings that are only `.` or `..`
      #dotsSim;
      // the string to compare, if the pattern has no magic. With
      // `nocase:true`, the RegExp that folds case is made when it is
      // first used.
      #literal;
      #literalFold = false;
      #literalRe;
      // the nodes between the prefix and suffix, if the graph is a
      // single chain
      #linear;
      // the linear nodes are only `*` and `?`, so the length bounds and
      // the prefix and suffix decide the match
      #wild = false;
      // the least and most chars that a match can have
      #min = 0;
      #max = Infinity;
      // the literals that a match must start and end with. Each one
      // matches exactly one char, and they are distinct items in the
      // pattern, so a string that does not have them can not match.
      #prefix = [];
      #suffix = [];
      // the prefix and suffix as strings, if they do not fold case
      #prefixStr;
      #suffixStr;
      // there is a prefix or suffix to check
      #affix = false;
      #dfa;
      #form;
      constructor(pattern2, options = {}) {
        if (pattern2.includes("/")) {
          throw new Error("can only match a single path portion, got pattern: " + pattern2);
        }
        this.pattern = pattern2;
        this.options = options;
        const { nocase = false, noext = false, normalize: n } = options;
        this.#form = n === true ? "NFC" : n || void 0;
        const literal3 = /^[?*+@]\(\)$/.test(pattern2);
        const toks = tokenize(pattern2, nocase, noext || literal3, this.#form, options.rangeMark);
        let [items] = build(toks, pair(toks), 0, toks.length, true);
        if (this.#form)
          items = normalize(items, this.#form);
        const [start, size] = compile(items, nocase);
        this.#start = start;
        this.#size = size;
        if (items.every((it) => it.t === "lit")) {
          this.#literal = items.map((it) => it.ch).join("");
          this.#literalFold = nocase;
        } else {
          const lit2 = (it) => it.t !== "lit" ? void 0 : nocase ? { ch: it.ch, re: foldRe(it.ch) } : { ch: it.ch };
          for (const it of items) {
            const l = lit2(it);
            if (!l)
              break;
            this.#prefix.push(l);
          }
          for (let j = items.length - 1; j >= 0; j--) {
            const l = lit2(items[j]);
            if (!l)
              break;
            this.#suffix.unshift(l);
          }
          this.#affix = !!(this.#prefix.length || this.#suffix.length);
          if (!nocase) {
            this.#prefixStr = this.#prefix.map((l) => l.ch).join("");
            this.#suffixStr = this.#suffix.map((l) => l.ch).join("");
          }
          this.#linear = linear(this.#start)?.slice(this.#prefix.length, -this.#suffix.length || void 0);
          this.#wild = !!this.#linear?.every((n2) => n2.t === "star" || n2.t === "any");
          const [min, max] = lengths(items);
          this.#min = min;
          this.#max = max;
        }
      }
      test(s) {
        if (this.#form) {
          noSlash(s);
          return this.#test(s.normalize(this.#form));
        }
        if (slashOrSurrogate.test(s)) {
          noSlash(s);
          return this.#test(s, [...s]);
        }
        return this.#test(s, s);
      }
      /**
       * The same as {@link Matcher#test}, but the string is not checked
       * for `/` chars, so the result for a string that has one is not
       * defined. Only use it for a string that is known to be one path
       * portion, such as a part of a path that was split on `/`. It can
       * be faster, because some patterns do not need to look at each char
       * of the string.
       */
      testUnchecked(s) {
        return this.#test(this.#form ? s.normalize(this.#form) : s);
      }
      // Test a string that has no `/`. `chars` indexes it by code point.
      // If it is not given, it is only found if a step needs it.
      #test(s, chars) {
        if (this.#literal !== void 0) {
          return this.#literalFold ? (this.#literalRe ??= newFoldRe(this.#literal)).test(s) : s === this.#literal;
        }
        const min = this.#min;
        const max = this.#max;
        if (chars === void 0) {
          const most = s.length;
          const least = most + 1 >> 1;
          if (most < min || least > max)
            return false;
          if (least < min || most > max)
            chars = codePoints(s);
        }
        if (chars !== void 0 && (chars.length < min || chars.length > max)) {
          return false;
        }
        const prefix2 = this.#prefix.length;
        if (this.#affix) {
          if (this.#prefixStr !== void 0 && this.#suffixStr !== void 0) {
            if (!s.startsWith(this.#prefixStr) || !s.endsWith(this.#suffixStr)) {
              return false;
            }
          } else {
            chars ??= codePoints(s);
            const end = chars.length - this.#suffix.length;
            if (!hasAffix(this.#prefix, chars, 0) || !hasAffix(this.#suffix, chars, end)) {
              return false;
            }
          }
        }
        const dotStart = !this.options.dot && s.startsWith(".");
        if (this.#linear) {
          if (s === "." || s === "..")
            return false;
          if (dotStart && !prefix2)
            return false;
          if (this.#wild)
            return true;
          chars ??= codePoints(s);
          const end = chars.length - this.#suffix.length;
          return testLinear(this.#linear, chars, prefix2, end);
        }
        chars ??= codePoints(s);
        if (s === "." || s === "..") {
          this.#marks ??= marks(this.#size);
          const sim = this.#dotsSim ??= new Sim(true, false, this.#marks);
          const start = sim.state();
          sim.add(start, this.#start, 0, true);
          let state = sim.done(start);
          for (let i = 0; i < chars.length; i++) {
            state = sim.step(state, chars[i], i, true);
          }
          return state.match;
        }
        this.#marks ??= marks(this.#size);
        const dfa = this.#dfa ??= new Dfa(this.#start, this.#marks);
        let d = dfa.start(dotStart);
        const str = chars === s;
        for (let i = 0; i < chars.length; i++) {
          if (d.dead)
            return false;
          const code2 = str ? s.charCodeAt(i) : chars[i].charCodeAt(0);
          d = d.ascii?.[code2] ?? dfa.next(d, chars[i]);
        }
        return d.match;
      }
      /** a readable listing of the state machine */
      toString() {
        return show(this.#start);
      }
    };
  }
});

// node_modules/minimatch/dist/esm/assert-valid-pattern.js
var MAX_PATTERN_LENGTH, assertValidPattern;
var init_assert_valid_pattern = __esm({
  "node_modules/minimatch/dist/esm/assert-valid-pattern.js"() {
    MAX_PATTERN_LENGTH = 1024 * 64;
    assertValidPattern = (pattern2) => {
      if (typeof pattern2 !== "string") {
        throw new TypeError("invalid pattern");
      }
      if (pattern2.length > MAX_PATTERN_LENGTH) {
        throw new TypeError("pattern is too long");
      }
    };
  }
});

// node_modules/minimatch/dist/esm/escape.js
var escape;
var init_escape = __esm({
  "node_modules/minimatch/dist/esm/escape.js"() {
    escape = (s, { windowsPathsNoEscape = false, magicalBraces = false } = {}) => {
      const e = magicalBraces ? windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, "[$&]") : s.replace(/[?*()[\]\\{}]/g, "\\$&") : windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, "[$&]") : s.replace(/[?*()[\]\\]/g, "\\$&");
      const c = e.charAt(0);
      if (c === "#") {
        return (windowsPathsNoEscape ? "[#]" : "\\#") + e.slice(1);
      }
      if (c === "!") {
        return (windowsPathsNoEscape ? "@(!)" : "\\!") + e.slice(1);
      }
      return e;
    };
  }
});

// node_modules/minimatch/dist/esm/unescape.js
var unescape;
var init_unescape = __esm({
  "node_modules/minimatch/dist/esm/unescape.js"() {
    unescape = (s, { windowsPathsNoEscape = false, magicalBraces = true } = {}) => {
      if (windowsPathsNoEscape && s.startsWith("@(!)")) {
        return "!" + unescape(s.slice(4), { windowsPathsNoEscape, magicalBraces });
      }
      if (magicalBraces) {
        return windowsPathsNoEscape ? s.replace(/\[([^/\\])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\])\]/g, "$1$2").replace(/\\([^/])/g, "$1");
      }
      return windowsPathsNoEscape ? s.replace(/\[([^/\\{}])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\{}])\]/g, "$1$2").replace(/\\([^/{}])/g, "$1");
    };
  }
});

// node_modules/minimatch/dist/esm/index.js
var DEFAULT_BRACE_EXPAND_MAX, DEFAULT_GLOB_STAR_RECURSION_MAX, AWE_KEY, minimatch, cache, oldCache, cacheSize, cacheTotalWeight, cacheMax, cacheMaxWeight, cacheMaxEntryWeight, cacheWeight, tri, booleanWeights, optionsKey, copyOptions, cachedMinimatch, defaultPlatform, path, sep2, GLOBSTAR, filter, ext, defaults, braceExpand, RANGE_MIN, rangeRe, inRepeatOrNegExt, match, globMagic, classEnd, literal, MAX_EXTGLOBS, extglobCount, assertValidExtglobs, extSafe, lastSplit, lastChecked, portionMatch, endIndex, isDots, isDrive, isLongUNC, uncHost, walkable, dotPortion, isSep, nextSep, lastSep, PENDING, Minimatch;
var init_esm4 = __esm({
  "node_modules/minimatch/dist/esm/index.js"() {
    init_esm2();
    init_esm3();
    init_assert_valid_pattern();
    init_escape();
    init_unescape();
    init_escape();
    init_unescape();
    DEFAULT_BRACE_EXPAND_MAX = 1e5;
    DEFAULT_GLOB_STAR_RECURSION_MAX = 200;
    AWE_KEY = "allowWindowsEscape";
    minimatch = (p, pattern2, options) => {
      assertValidPattern(pattern2);
      if (!options?.nocomment && pattern2.charAt(0) === "#") {
        return false;
      }
      return cachedMinimatch(pattern2, options).match(p);
    };
    cache = /* @__PURE__ */ new Map();
    oldCache = /* @__PURE__ */ new Map();
    cacheSize = 0;
    cacheTotalWeight = 0;
    cacheMax = 256;
    cacheMaxWeight = 1 << 15;
    cacheMaxEntryWeight = 1 << 12;
    cacheWeight = (mm) => {
      let w = mm.pattern.length;
      for (const s of mm.globSet) {
        w += s.length + 1;
        if (w > cacheMaxEntryWeight)
          break;
      }
      return w;
    };
    tri = (v) => v === void 0 ? 0 : v ? 2 : 1;
    booleanWeights = new Map(Object.keys({
      nobrace: 0,
      nocomment: 0,
      nonegate: 0,
      noglobstar: 0,
      noext: 0,
      nonull: 0,
      partial: 0,
      dot: 0,
      nocase: 0,
      nocaseMagicOnly: 0,
      magicalBraces: 0,
      matchBase: 0,
      flipNegate: 0,
      preserveMultipleSlashes: 0,
      windowsNoMagicRoot: 0
    }).map((k, i) => [k, 24 * 3 ** i]));
    optionsKey = (o) => {
      let n = 0;
      let wpe = false;
      for (const k in o) {
        const v = o[k];
        switch (k) {
          // the same test as the Minimatch constructor
          case "windowsPathsNoEscape":
            if (v)
              wpe = true;
            break;
          case AWE_KEY:
            if (v === false)
              wpe = true;
            break;
          case "platform": {
            const p = v || defaultPlatform;
            if (p === defaultPlatform)
              break;
            if (p === "darwin")
              n += 3;
            else if (p === "win32")
              n += 6;
            else if (p === "linux")
              n += 9;
            else
              return JSON.stringify(o);
            break;
          }
          case "optimizationLevel":
            if (v === void 0)
              break;
            n += v >= 2 ? 1 : v >= 1 ? 0 : 2;
            break;
          case "braceExpandMax":
            if (v !== void 0 && v !== DEFAULT_BRACE_EXPAND_MAX) {
              return JSON.stringify(o);
            }
            break;
          case "maxGlobstarRecursion":
            if (v !== void 0 && v !== DEFAULT_GLOB_STAR_RECURSION_MAX) {
              return JSON.stringify(o);
            }
            break;
          case "normalize":
            if (v !== void 0)
              return JSON.stringify(o);
            break;
          default:
            n += (booleanWeights.get(k) ?? 0) * tri(v);
        }
      }
      return wpe ? n + 12 : n;
    };
    copyOptions = (o) => {
      const copy = {};
      for (const k in o)
        copy[k] = o[k];
      return copy;
    };
    cachedMinimatch = (pattern2, options) => {
      const key = options ? optionsKey(options) : 0;
      let mm = cache.get(key)?.get(pattern2);
      if (mm)
        return mm;
      mm = oldCache.get(key)?.get(pattern2) ?? new Minimatch(pattern2, copyOptions(options));
      const weight = cacheWeight(mm);
      if (weight > cacheMaxEntryWeight)
        return mm;
      if (cacheSize >= cacheMax || cacheTotalWeight + weight > cacheMaxWeight) {
        oldCache = cache;
        cache = /* @__PURE__ */ new Map();
        cacheSize = 0;
        cacheTotalWeight = 0;
      }
      let byPattern = cache.get(key);
      if (!byPattern)
        cache.set(key, byPattern = /* @__PURE__ */ new Map());
      byPattern.set(pattern2, mm);
      cacheSize++;
      cacheTotalWeight += weight;
      return mm;
    };
    defaultPlatform = typeof process === "object" && process ? process.env?.__MINIMATCH_TESTING_PLATFORM__ || process.platform : "posix";
    path = {
      win32: { sep: "\\" },
      posix: { sep: "/" }
    };
    sep2 = defaultPlatform === "win32" ? path.win32.sep : path.posix.sep;
    minimatch.sep = sep2;
    GLOBSTAR = /* @__PURE__ */ Symbol("globstar **");
    minimatch.GLOBSTAR = GLOBSTAR;
    filter = (pattern2, options) => {
      let mm;
      return (p) => (mm ??= cachedMinimatch(pattern2, options)).match(p);
    };
    minimatch.filter = filter;
    ext = (a, b = {}) => Object.assign({}, a, b);
    defaults = (def) => {
      if (!def || typeof def !== "object" || !Object.keys(def).length) {
        return minimatch;
      }
      const orig = minimatch;
      const m = (p, pattern2, options = {}) => orig(p, pattern2, ext(def, options));
      return Object.assign(m, {
        Minimatch: class Minimatch extends orig.Minimatch {
          constructor(pattern2, options = {}) {
            super(pattern2, ext(def, options));
          }
          static defaults(options) {
            return orig.defaults(ext(def, options)).Minimatch;
          }
        },
        unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
        escape: (s, options = {}) => orig.escape(s, ext(def, options)),
        filter: (pattern2, options = {}) => orig.filter(pattern2, ext(def, options)),
        defaults: (options) => orig.defaults(ext(def, options)),
        braceExpand: (pattern2, options = {}) => orig.braceExpand(pattern2, ext(def, options)),
        match: (list2, pattern2, options = {}) => orig.match(list2, pattern2, ext(def, options)),
        sep: orig.sep,
        GLOBSTAR
      });
    };
    minimatch.defaults = defaults;
    braceExpand = (pattern2, options = {}) => {
      assertValidPattern(pattern2);
      if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern2)) {
        return [pattern2];
      }
      let p = pattern2.replace(/\\\\/g, "\\\\\\\\");
      if (options.windowsPathsNoEscape || options[AWE_KEY] === false) {
        p = p.replace(/\[([{}])\]/g, "[\\$1]");
      }
      return expand(p, { max: options.braceExpandMax });
    };
    minimatch.braceExpand = braceExpand;
    RANGE_MIN = 100;
    rangeRe = /(?<![\\$])\{(-?\d+)\.\.(-?\d+)\}/g;
    inRepeatOrNegExt = (portion, mark) => {
      const stack = [];
      for (let i = 0; i < portion.length; i++) {
        const c = portion.charAt(i);
        if (c === "\\") {
          i++;
        } else if (c === mark) {
          if (stack.some((t) => t !== "@" && t !== "?"))
            return true;
        } else if (portion.charAt(i + 1) === "(" && "!?+*@".includes(c)) {
          stack.push(c);
          i++;
        } else if (c === ")") {
          stack.pop();
        }
      }
      return false;
    };
    match = (list2, pattern2, options = {}) => {
      const mm = new Minimatch(pattern2, options);
      list2 = list2.filter((f) => mm.match(f));
      if (mm.options.nonull && !list2.length) {
        list2.push(pattern2);
      }
      return list2;
    };
    minimatch.match = match;
    globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
    classEnd = (pattern2, start) => {
      let i = start + 1;
      if (pattern2.charAt(i) === "!" || pattern2.charAt(i) === "^")
        i++;
      let sawStart = false;
      for (; i < pattern2.length; i++) {
        const c = pattern2.charAt(i);
        if (c === "]" && sawStart)
          return i;
        sawStart = true;
        if (c === "\\")
          i++;
      }
      return -1;
    };
    literal = (pattern2, noext) => {
      if (!noext && (pattern2 === "+()" || pattern2 === "@()"))
        return pattern2;
      let lit2 = "";
      for (let i = 0; i < pattern2.length; i++) {
        const c = pattern2.charAt(i);
        if (c === "\\") {
          lit2 += pattern2.charAt(++i) || c;
        } else if (c === "*" || c === "?") {
          return void 0;
        } else if (c === "[") {
          const close = classEnd(pattern2, i);
          if (close === -1) {
            lit2 += c;
            continue;
          }
          let body = pattern2.slice(i + 1, close);
          if (body.startsWith("\\"))
            body = body.slice(1);
          if ([...body].length !== 1 || "!^".includes(pattern2.charAt(i + 1))) {
            return void 0;
          }
          lit2 += body;
          i = close;
        } else if (!noext && "+@!".includes(c) && pattern2.charAt(i + 1) === "(" && pattern2.includes(")", i + 2)) {
          return void 0;
        } else {
          lit2 += c;
        }
      }
      return lit2;
    };
    MAX_EXTGLOBS = 256;
    extglobCount = (pattern2) => {
      let n = 0;
      for (let i = 0; i < pattern2.length - 1; i++) {
        const c = pattern2.charAt(i);
        if (c === "\\") {
          i++;
        } else if ("+@!?*".includes(c) && pattern2.charAt(i + 1) === "(") {
          n++;
          i++;
        }
      }
      return n;
    };
    assertValidExtglobs = (pattern2) => {
      if (extglobCount(pattern2) > MAX_EXTGLOBS) {
        throw new TypeError("pattern has too many extglobs");
      }
    };
    extSafe = (pattern2) => {
      if (/^[?*+@]\(\)$/.test(pattern2) || pattern2.includes("[:"))
        return false;
      let depth = 0;
      for (let i = 0; i < pattern2.length; i++) {
        const c = pattern2.charAt(i);
        if (c === "\\") {
          if (++i === pattern2.length)
            return false;
        } else if (c === "[") {
          const close = classEnd(pattern2, i);
          if (close !== -1)
            i = close;
        } else if ("+@!?*".includes(c) && pattern2.charAt(i + 1) === "(") {
          depth++;
          i++;
        } else if (c === ")") {
          if (!depth--)
            return false;
        } else if (c === "|" && !depth) {
          return false;
        }
      }
      return !depth;
    };
    portionMatch = (p, f) => typeof p === "string" ? f === p : f !== "" && p.testUnchecked(f);
    endIndex = (p, last, lastStart, prev, prevStart) => portionMatch(p, last) ? lastStart : prev !== void 0 && portionMatch(p, prev) ? prevStart : -1;
    isDots = (p) => p === "." || p === "..";
    isDrive = (p) => typeof p === "string" && /^[a-z]:$/i.test(p);
    isLongUNC = (p) => typeof p === "string" && /^unc$/i.test(p);
    uncHost = (p) => {
      if (p[0] !== "" || p[1] !== "")
        return -1;
      const h = p[2] !== "?" ? 2 : isLongUNC(p[3]) ? 4 : -1;
      const host = p[h];
      const share = p[h + 1];
      return h !== -1 && host !== void 0 && host !== "" && host !== GLOBSTAR && share !== void 0 && share !== "" && share !== GLOBSTAR ? h : -1;
    };
    walkable = (p, dot) => !isDots(p) && (dot || !p.startsWith("."));
    dotPortion = (f, start, end, dot, sep3) => {
      for (let k = start; k < end; ) {
        if (f.charCodeAt(k) === 46) {
          if (!dot)
            return true;
          const n = f.charCodeAt(k + 1) === 46 ? k + 2 : k + 1;
          if (n >= end || isSep(f.charCodeAt(n), sep3))
            return true;
        }
        const s = nextSep(f, k, sep3);
        if (s === -1)
          return false;
        k = s + 1;
        while (k < end && isSep(f.charCodeAt(k), sep3))
          k++;
      }
      return false;
    };
    isSep = (c, sep3) => sep3 === "/" ? c === 47 : sep3 === "\\" ? c === 92 : c === 47 || c === 92;
    nextSep = (f, from, sep3) => {
      if (sep3 !== "both")
        return f.indexOf(sep3, from);
      const s = f.indexOf("/", from);
      const b = f.indexOf("\\", from);
      return s === -1 ? b : b === -1 ? s : Math.min(s, b);
    };
    lastSep = (f, from, sep3) => sep3 !== "both" ? f.lastIndexOf(sep3, from) : Math.max(f.lastIndexOf("/", from), f.lastIndexOf("\\", from));
    PENDING = {};
    Minimatch = class {
      options;
      set;
      pattern;
      windowsPathsNoEscape;
      nonegate;
      negate;
      comment;
      empty;
      preserveMultipleSlashes;
      partial;
      globSet;
      globParts;
      nocase;
      isWindows;
      platform;
      windowsNoMagicRoot;
      maxGlobstarRecursion;
      // the path can be checked against the last portion, and the string
      // portions, of each row before it is split. See #canMatch.
      #endCheck;
      #literalCheck;
      // level 2 resolves `.` and `..` portions in the path
      #level2;
      // the unicode normalization form, if any
      #form;
      // the string portions of each row in the set
      #literals = [];
      // the rows that #canMatch can match without splitting the path
      #shapes = [];
      // the rows whose last portion can be checked against the path's
      #endRows = [];
      // brace expansion can make the same portion in many rows, so they
      // share one Matcher, and the states that it caches
      #matchers = /* @__PURE__ */ new Map();
      // parse() returns PENDING in place of a Matcher
      #pending = false;
      // the char that marks numeric ranges in globSet, if any
      #rangeMark;
      // the GlobstarParts of each pattern row, by start index and partial
      #globstarParts = /* @__PURE__ */ new WeakMap();
      constructor(pattern2, options = {}) {
        assertValidPattern(pattern2);
        options = options || {};
        this.options = options;
        this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? DEFAULT_GLOB_STAR_RECURSION_MAX;
        this.pattern = pattern2;
        this.platform = options.platform || defaultPlatform;
        this.isWindows = this.platform === "win32";
        this.windowsPathsNoEscape = !!options.windowsPathsNoEscape || options[AWE_KEY] === false;
        if (this.windowsPathsNoEscape) {
          this.pattern = this.pattern.replace(/\\/g, "/");
        }
        this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
        this.negate = false;
        this.nonegate = !!options.nonegate;
        this.comment = false;
        this.empty = false;
        this.partial = !!options.partial;
        this.nocase = !!this.options.nocase;
        this.windowsNoMagicRoot = options.windowsNoMagicRoot !== void 0 ? options.windowsNoMagicRoot : !!(this.isWindows && this.nocase);
        this.globSet = [];
        this.globParts = [];
        this.set = [];
        this.#endCheck = !this.preserveMultipleSlashes;
        this.#level2 = (options.optimizationLevel ?? 1) >= 2;
        const n = options.normalize;
        this.#form = n === true ? "NFC" : n || void 0;
        this.make();
        const drives = this.set.map((row) => this.#rootIndex(row));
        this.#endRows = this.set.map((row, r) => this.#endCheck && row.length - 1 > drives[r]);
        this.#literals = this.set.map((row, r) => {
          const end = this.#endRows[r] ? row.length - 1 : row.length;
          const lits = row.slice(drives[r] + 1, end).filter((p) => typeof p === "string" && !!p);
          return [...new Set(lits)];
        });
        this.#literalCheck = this.#literals.some((l) => l.length);
        this.#shapes = this.set.map((row, r) => {
          const [p0, p1, p2] = row;
          if (this.#endRows[r] && row.length === 2) {
            if (p0 === GLOBSTAR && p1 !== GLOBSTAR)
              return "tail";
          }
          if (this.#endRows[r] && options.matchBase && row.length === 1 && p0 !== GLOBSTAR && p0 !== "") {
            return "base";
          }
          if (!this.#endCheck || drives[r] !== -1)
            return void 0;
          if (row.length === 3 && p0 === GLOBSTAR && p2 === GLOBSTAR && p1 !== GLOBSTAR && p1 !== "" && // the portion between is only matched below this limit
          this.maxGlobstarRecursion > 0) {
            return "mid";
          }
          if (row.length === 2 && p1 === GLOBSTAR && p0 !== GLOBSTAR && p0 !== "") {
            return "head";
          }
          return void 0;
        });
      }
      // a string portion of a pattern, normalized if the option is set
      #norm(p) {
        return this.#form ? p.normalize(this.#form) : p;
      }
      // On Windows, the index of the last root portion of a row, as
      // #matchRow finds it: 0 for `c:/...`, 3 for `//?/c:/...` and
      // `//host/share/...`, and 5 for `//?/UNC/host/share/...`. Otherwise
      // -1.
      #rootIndex(row) {
        if (!this.isWindows)
          return -1;
        if (isDrive(row[0]))
          return 0;
        const uncDrive = row[0] === "" && row[1] === "" && row[2] === "?" && isDrive(row[3]);
        if (uncDrive)
          return 3;
        const h = uncHost(row);
        return h === -1 ? -1 : h + 1;
      }
      hasMagic() {
        if (this.options.magicalBraces && this.set.length > 1) {
          return true;
        }
        for (const pattern2 of this.set) {
          for (const part of pattern2) {
            if (typeof part !== "string")
              return true;
          }
        }
        return false;
      }
      make() {
        const pattern2 = this.pattern;
        const options = this.options;
        if (!options.nocomment && pattern2.charAt(0) === "#") {
          this.comment = true;
          return;
        }
        if (!pattern2) {
          this.empty = true;
          return;
        }
        this.parseNegate();
        this.globSet = [...new Set(this.#expandBraces())];
        const rawGlobParts = this.globSet.map((s) => this.#slashSplit(s));
        this.globParts = this.preprocess(rawGlobParts);
        this.#pending = true;
        let set = this.globParts.map((s, _, __) => {
          if (this.isWindows && this.windowsNoMagicRoot) {
            const n = s[2] === "?" && isLongUNC(s[3]) ? 6 : 4;
            const isUNC = s[0] === "" && s[1] === "" && (s[2] === "?" || !globMagic.test(s[2])) && s.slice(3, n).every((p) => !globMagic.test(p));
            const isDrive2 = /^[a-z]:/i.test(s[0]);
            if (isUNC) {
              return [
                ...s.slice(0, n).map((p) => this.#norm(p)),
                ...s.slice(n).map((ss) => this.parse(ss))
              ];
            } else if (isDrive2) {
              return [
                this.#norm(s[0]),
                ...s.slice(1).map((ss) => this.parse(ss))
              ];
            }
          }
          return s.map((ss) => this.parse(ss));
        });
        this.set = set.filter((s) => s.indexOf(false) === -1);
        if (this.isWindows) {
          for (let i = 0; i < this.set.length; i++) {
            const p = this.set[i];
            if (p[0] === "" && p[1] === "" && this.globParts[i][2] === "?" && (isDrive(p[3]) || isLongUNC(this.globParts[i][3]))) {
              if (isLongUNC(this.globParts[i][3]))
                p[3] = "UNC";
              p[2] = "?";
            }
          }
        }
        if (!options.noext)
          this.mergeRows();
        this.#pending = false;
        this.set.forEach((row, i) => {
          for (let k = 0; k < row.length; k++) {
            if (row[k] === PENDING) {
              row[k] = this.parse(this.globParts[i][k]);
            }
          }
        });
      }
      // Merge rows that only differ in one portion, where each of them
      // is a Matcher, into one row that matches any of them with
      // `@(a|b|...)`. Then a path is only walked once for all of them,
      // for example with `**/*.{js,ts}`.
      mergeRows() {
        let merged = true;
        while (merged) {
          merged = false;
          if (this.set.length < 2)
            return;
          let keys = this.#mergeKeys();
          const len = Math.max(0, ...this.set.map((r) => r.length));
          for (let k = 0; k < len; k++) {
            const groups = /* @__PURE__ */ new Map();
            const R = this.set.length + 1;
            this.set.forEach((row, i) => {
              if (!(row[k] instanceof Matcher || row[k] === PENDING) || !extSafe(this.globParts[i][k])) {
                return;
              }
              const { pre, suf } = keys[i];
              const key = pre[k] * R + suf[k + 1];
              const g = groups.get(key);
              if (g)
                g.push(i);
              else
                groups.set(key, [i]);
            });
            const drop = /* @__PURE__ */ new Set();
            for (const g of groups.values()) {
              if (g.length < 2)
                continue;
              const [first, ...rest] = g;
              const alts = g.map((i) => this.globParts[i][k]);
              const glob3 = `@(${alts.join("|")})`;
              if (extglobCount(glob3) > MAX_EXTGLOBS)
                continue;
              this.globParts[first][k] = glob3;
              this.set[first][k] = this.parse(glob3);
              for (const i of rest)
                drop.add(i);
            }
            if (drop.size) {
              merged = true;
              this.set = this.set.filter((_, i) => !drop.has(i));
              this.globParts = this.globParts.filter((_, i) => !drop.has(i));
              if (this.set.length < 2)
                return;
              keys = this.#mergeKeys();
            }
          }
        }
      }
      // For each row, number ids for its prefixes and suffixes, such that
      // pre[k] identifies parts[0..k) and suf[k] identifies parts[k..n).
      // Two rows are the same other than at portion k exactly when they
      // have the same pre[k] and suf[k + 1]. This is linear in the size of
      // the rows, where joining the whole row for every k was quadratic.
      #mergeKeys() {
        const partIds = /* @__PURE__ */ new Map();
        const ids = this.globParts.map((parts) => parts.map((s) => {
          let id = partIds.get(s);
          if (id === void 0)
            partIds.set(s, id = partIds.size);
          return id;
        }));
        const P = partIds.size;
        const len = Math.max(0, ...ids.map((r) => r.length));
        const keys = ids.map((r) => ({
          pre: [0],
          suf: new Array(r.length + 1).fill(0)
        }));
        for (let k = 0; k < len; k++) {
          const m = /* @__PURE__ */ new Map();
          ids.forEach((r, i) => {
            if (k >= r.length)
              return;
            const { pre } = keys[i];
            const key = pre[k] * P + r[k];
            let id = m.get(key);
            if (id === void 0)
              m.set(key, id = m.size + 1);
            pre.push(id);
          });
        }
        for (let k = len - 1; k >= 0; k--) {
          const m = /* @__PURE__ */ new Map();
          ids.forEach((r, i) => {
            if (k >= r.length)
              return;
            const { suf } = keys[i];
            const key = suf[k + 1] * P + r[k];
            let id = m.get(key);
            if (id === void 0)
              m.set(key, id = m.size + 1);
            suf[k] = id;
          });
        }
        return keys;
      }
      // various transforms to equivalent pattern sets that are
      // faster to process in a filesystem walk.  The goal is to
      // eliminate what we can, and push all ** patterns as far
      // to the right as possible, even if it increases the number
      // of patterns that we have to process.
      preprocess(globParts) {
        if (this.options.noglobstar) {
          for (const partset of globParts) {
            for (let j = 0; j < partset.length; j++) {
              if (partset[j] === "**") {
                partset[j] = "*";
              }
            }
          }
        }
        const { optimizationLevel = 1 } = this.options;
        if (optimizationLevel >= 2) {
          globParts = this.firstPhasePreProcess(globParts);
          globParts = this.secondPhasePreProcess(globParts);
        } else if (optimizationLevel >= 1) {
          globParts = this.levelOneOptimize(globParts);
        } else {
          globParts = this.adjascentGlobstarOptimize(globParts);
        }
        return globParts;
      }
      // just get rid of adjascent ** portions
      adjascentGlobstarOptimize(globParts) {
        return globParts.map((parts) => {
          let gs = -1;
          while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
            let i = gs;
            while (parts[i + 1] === "**") {
              i++;
            }
            if (i !== gs) {
              parts.splice(gs, i - gs);
            }
          }
          return parts;
        });
      }
      // get rid of adjascent ** and resolve .. portions
      levelOneOptimize(globParts) {
        return globParts.map((parts) => {
          const root = this.#rootIndex(parts) + 1;
          parts = parts.reduce((set, part) => {
            const prev = set[set.length - 1];
            if (part === "**" && prev === "**") {
              return set;
            }
            if (part === "..") {
              if (set.length > root && prev && prev !== ".." && prev !== "." && prev !== "**") {
                set.pop();
                return set;
              }
            }
            set.push(part);
            return set;
          }, []);
          return parts.length === 0 ? [""] : parts;
        });
      }
      // Check the path against each row before it is split. 'no' if no
      // row can match, so it does not need to be split. 'yes' if a row of
      // `**` and one more portion matches. 'maybe' if it must be split to
      // know. None of this applies with partial, where the path can end
      // before the row does.
      //
      // On Windows, `\` is a separator in the path too, and the portions of
      // a row up to its drive letter or UNC share are not checked (see
      // #rootIndex).
      //
      // Each string portion of a row must be a portion of the path, so the
      // path must contain it. Level 2 can only take portions out of the
      // path, so this is still true then.
      //
      // The last portion of a row must match the last portion of the path,
      // or the one before a trailing `/` (as a/* and a/**/* match a/b/).
      // This does not apply to rows that end in **, rows that end in a
      // root, or preserveMultipleSlashes (which can leave more
      // than one '' at the end). At level 2, it does not apply if that
      // portion is `.` or `..`, which can be
      // resolved away. Level 2 only takes other portions out of the
      // middle of the path.
      //
      // A row of `**/x` then matches if the ** can walk the portions
      // before the one that x matches, the same as #matchGlobstar. At
      // level 2, this is only known if none of them are `.` or `..`, so
      // that the path does not change when it is resolved.
      #canMatch(f) {
        const sep3 = !this.isWindows || !f.includes("\\") ? "/" : f.includes("/") ? "both" : "\\";
        let ends = this.#endCheck ? 0 : -1;
        let last = "";
        let lastStart = 0;
        let prev;
        let prevStart = 0;
        const dot = !!this.options.dot;
        ROWS: for (let r = 0; r < this.set.length; r++) {
          const row = this.set[r];
          const p = row[row.length - 1];
          let end = ends !== -1 && this.#endRows[r] && p !== GLOBSTAR;
          if (end && ends === 0) {
            const i = lastSep(f, f.length, sep3);
            lastStart = i + 1;
            last = f.slice(lastStart);
            if (last === "" && i >= 0) {
              let j = i;
              while (j > 0 && isSep(f.charCodeAt(j - 1), sep3))
                j--;
              prevStart = j === 0 ? 0 : lastSep(f, j - 1, sep3) + 1;
              prev = f.slice(prevStart, j);
            }
            const resolves = this.#level2 && (isDots(last) || last === "" && prev !== void 0 && isDots(prev));
            ends = resolves ? -1 : 1;
            end = !resolves;
          }
          let tailStart = -1;
          if (end && typeof p === "string") {
            tailStart = endIndex(p, last, lastStart, prev, prevStart);
            if (tailStart === -1)
              continue;
          }
          if (this.#literalCheck) {
            for (const l of this.#literals[r]) {
              if (!f.includes(l))
                continue ROWS;
            }
          }
          if (end && typeof p === "object") {
            tailStart = endIndex(p, last, lastStart, prev, prevStart);
            if (tailStart === -1)
              continue;
          }
          const shape = this.#shapes[r];
          if (shape === "base" && end)
            return "yes";
          if (shape === "tail" && end) {
            if (this.#level2 && dotPortion(f, 0, tailStart, true, sep3)) {
              return "maybe";
            }
            if (!dotPortion(f, 0, tailStart, dot, sep3))
              return "yes";
            continue;
          }
          if (shape === "mid" || shape === "head") {
            const m = this.#walk(f, row, shape === "head", dot, sep3);
            if (m !== "no")
              return m;
            continue;
          }
          return "maybe";
        }
        return "no";
      }
      // Match a row of a known shape against the split path, the same as
      // #matchGlobstar and #matchGlobStarBodySections do. None of these
      // rows have a drive letter, so they start at the first portion.
      #matchShape(file2, row, shape) {
        const dot = !!this.options.dot;
        const n = file2.length;
        if (shape === "head") {
          if (n < 2 || !portionMatch(row[0], file2[0])) {
            return false;
          }
          for (let i = 1; i < n; i++)
            if (!walkable(file2[i], dot))
              return false;
          return true;
        }
        const x = row[1];
        if (shape === "tail") {
          let t = n - 1;
          if (!portionMatch(x, file2[t])) {
            if (file2[t] !== "" || n === 1 || !portionMatch(x, file2[--t])) {
              return false;
            }
          }
          for (let i = 0; i < t; i++)
            if (!walkable(file2[i], dot))
              return false;
          return true;
        }
        for (let k = 0; k < n; k++) {
          if (portionMatch(x, file2[k]) && k + 1 < n) {
            let i = k + 1;
            while (i < n && walkable(file2[i], dot))
              i++;
            if (i === n)
              return true;
          }
          if (!walkable(file2[k], dot))
            return false;
        }
        return false;
      }
      // Match a row of `**/x/**` or `x/**` against the path, the same as
      // #matchGlobstar and #matchGlobStarBodySections do once it is split.
      // x must match a portion (the first one, for `x/**`), the ** before
      // it must be able to walk the portions before that one, and there
      // must be a portion after it, which the ** after it can walk. At
      // level 2, this is only known if no portion is `.` or `..`.
      #walk(f, row, head, dot, sep3) {
        if (this.#level2 && dotPortion(f, 0, f.length, true, sep3))
          return "maybe";
        const x = row[head ? 0 : 1];
        let s = 0;
        for (let e = nextSep(f, s, sep3); e !== -1; e = nextSep(f, s, sep3)) {
          let next = e + 1;
          while (next < f.length && isSep(f.charCodeAt(next), sep3))
            next++;
          const hit = typeof x === "string" ? e - s === x.length && f.startsWith(x, s) : e > s && x.testUnchecked(f.slice(s, e));
          if (hit && !dotPortion(f, next, f.length, dot, sep3))
            return "yes";
          if (head || dotPortion(f, s, next, dot, sep3))
            return "no";
          s = next;
        }
        return "no";
      }
      // the last split, if it was the same path with the same split
      // settings
      #cachedSplit(f) {
        const last = lastSplit;
        return last?.f === f && last.isWindows === this.isWindows && last.preserveMultipleSlashes === this.preserveMultipleSlashes && last.normalize === this.#form ? last : void 0;
      }
      // split a path for match(), and keep the parts for the next call
      #split(f) {
        const { isWindows, preserveMultipleSlashes } = this;
        let parts = this.#slashSplit(isWindows ? f.split("\\").join("/") : f);
        const normalize2 = this.#form;
        if (normalize2)
          parts = parts.map((p) => p.normalize(normalize2));
        lastSplit = {
          f,
          isWindows,
          preserveMultipleSlashes,
          normalize: normalize2,
          parts
        };
        return lastSplit;
      }
      // resolve `.` and `..` portions of a path, for level 2
      #levelTwoFileOptimize(file2) {
        const parts = [...file2];
        let didSomething = false;
        do {
          didSomething = false;
          if (!this.preserveMultipleSlashes) {
            for (let i = 1; i < parts.length - 1; i++) {
              const p = parts[i];
              if (i === 1 && p === "" && parts[0] === "")
                continue;
              if (p === "." || p === "") {
                didSomething = true;
                parts.splice(i, 1);
                i--;
              }
            }
            if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
              didSomething = true;
              parts.pop();
            }
          }
          const root = this.#rootIndex(parts) + 1;
          let dd = root;
          while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
            const p = parts[dd - 1];
            if (p && p !== "." && p !== ".." && p !== "**") {
              didSomething = true;
              parts.splice(dd - 1, 2);
              dd = Math.max(dd - 2, root);
            }
          }
        } while (didSomething);
        return parts.length === 0 ? [""] : parts;
      }
      // First phase: single-pattern processing
      // <pre> is 1 or more portions
      // <rest> is 1 or more portions
      // <p> is any portion other than ., .., '', or **
      // <e> is . or ''
      //
      // **/.. is *brutal* for filesystem walking performance, because
      // it effectively resets the recursive walk each time it occurs,
      // and ** cannot be reduced out by a .. pattern part like a regexp
      // or most strings (other than .., ., and '') can be.
      //
      // <pre>/**/../<p>/<p>/<rest> -> {<pre>/../<p>/<p>/<rest>,<pre>/**/<p>/<p>/<rest>}
      // <pre>/<e>/<rest> -> <pre>/<rest>
      // <pre>/<p>/../<rest> -> <pre>/<rest>
      // **/**/<rest> -> **/<rest>
      //
      // **/*/<rest> -> */**/<rest> <== not valid because ** doesn't follow
      // this WOULD be allowed if ** did follow symlinks, or * didn't
      firstPhasePreProcess(globParts) {
        const { braceExpandMax = DEFAULT_BRACE_EXPAND_MAX } = this.options;
        let splitCells = 0;
        const maxSplitCells = 1e6;
        let didSomething = false;
        do {
          didSomething = false;
          for (let parts of globParts) {
            let gs = -1;
            while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
              let gss = gs;
              while (parts[gss + 1] === "**") {
                gss++;
              }
              if (gss > gs) {
                parts.splice(gs + 1, gss - gs);
              }
              let next = parts[gs + 1];
              const p = parts[gs + 2];
              const p2 = parts[gs + 3];
              if (next !== "..")
                continue;
              if (!p || p === "." || p === ".." || !p2 || p2 === "." || p2 === "..") {
                continue;
              }
              const addedCells = parts.length - 1;
              if (globParts.length >= braceExpandMax || splitCells + addedCells > maxSplitCells) {
                throw new RangeError(`optimizationLevel 2: too many patterns from '**/..'`);
              }
              didSomething = true;
              parts.splice(gs, 1);
              const other = parts.slice(0);
              other[gs] = "**";
              splitCells += addedCells;
              globParts.push(other);
              gs--;
            }
            if (!this.preserveMultipleSlashes) {
              for (let i = 1; i < parts.length - 1; i++) {
                const p = parts[i];
                if (i === 1 && p === "" && parts[0] === "")
                  continue;
                if (p === "." || p === "") {
                  didSomething = true;
                  parts.splice(i, 1);
                  i--;
                }
              }
              if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
                didSomething = true;
                parts.pop();
              }
            }
            const root = this.#rootIndex(parts) + 1;
            let dd = root;
            while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
              const p = parts[dd - 1];
              if (p && p !== "." && p !== ".." && p !== "**") {
                didSomething = true;
                const needDot = dd === 1 && parts[dd + 1] === "**";
                const splin = needDot ? ["."] : [];
                parts.splice(dd - 1, 2, ...splin);
                if (parts.length === 0)
                  parts.push("");
                dd = Math.max(dd - 2, root);
              }
            }
          }
        } while (didSomething);
        return globParts;
      }
      // second phase: multi-pattern dedupes
      // {<pre>/<rest>,<pre>/<rest>} -> <pre>/<rest>
      // {<pre>/*/<rest>,<pre>/<p>/<rest>} -> <pre>/*/<rest>
      secondPhasePreProcess(globParts) {
        const keys = /* @__PURE__ */ new Set();
        const rows = globParts.filter((parts) => {
          const key = parts.join("/");
          if (keys.has(key))
            return false;
          keys.add(key);
          return true;
        });
        const stars = /* @__PURE__ */ new Map();
        for (const parts of rows) {
          const s = [];
          for (let i = 0; i < parts.length; i++) {
            if (parts[i] === "*")
              s.push(i);
          }
          if (s.length)
            stars.set(s.join(","), s);
        }
        if (!stars.size || rows.length * stars.size > 1e5)
          return rows;
        const { dot } = this.options;
        return rows.filter((parts) => {
          for (const s of stars.values()) {
            if (s[s.length - 1] >= parts.length)
              continue;
            const c = [...parts];
            let ok = true;
            let changed = false;
            for (const i of s) {
              const p = parts[i];
              if (p === "*")
                continue;
              if (!p || p === "**" || !dot && p.startsWith(".")) {
                ok = false;
                break;
              }
              c[i] = "*";
              changed = true;
            }
            if (ok && changed && keys.has(c.join("/")))
              return false;
          }
          return true;
        });
      }
      parseNegate() {
        if (this.nonegate)
          return;
        const pattern2 = this.pattern;
        let negate = false;
        let negateOffset = 0;
        for (let i = 0; i < pattern2.length && pattern2.charAt(i) === "!"; i++) {
          negate = !negate;
          negateOffset++;
        }
        if (negateOffset)
          this.pattern = pattern2.slice(negateOffset);
        this.negate = negate;
      }
      // Match the parts of a path against one row of the set. `resolved`
      // is the parts after level 2 resolves `.` and `..` in them, or the
      // same parts below level 2. Set partial to true to test if, for
      // example, "/a/b" matches the start of "/*/b/*/d". Partial means, if
      // you run out of file before you run out of pattern, then that's
      // fine, as long as all the parts match.
      #matchRow(file2, resolved, pattern2, partial2) {
        let fileStartIndex = 0;
        let patternStartIndex = 0;
        const fh = this.isWindows ? uncHost(resolved) : -1;
        const ph = fh === -1 ? -1 : uncHost(pattern2);
        if (ph !== -1) {
          const host = pattern2[ph];
          const share = pattern2[ph + 1];
          if (typeof host !== "string" || typeof share !== "string") {
            fileStartIndex = fh;
            patternStartIndex = ph;
          } else if (resolved[fh].toLowerCase() === host.toLowerCase() && resolved[fh + 1].toLowerCase() === share.toLowerCase()) {
            fileStartIndex = fh + 2;
            patternStartIndex = ph + 2;
          }
        } else if (this.isWindows) {
          const fileDrive = typeof file2[0] === "string" && /^[a-z]:$/i.test(file2[0]);
          const fileUNC = !fileDrive && file2[0] === "" && file2[1] === "" && file2[2] === "?" && /^[a-z]:$/i.test(file2[3]);
          const patternDrive = typeof pattern2[0] === "string" && /^[a-z]:$/i.test(pattern2[0]);
          const patternUNC = !patternDrive && pattern2[0] === "" && pattern2[1] === "" && pattern2[2] === "?" && typeof pattern2[3] === "string" && /^[a-z]:$/i.test(pattern2[3]);
          const fdi = fileUNC ? 3 : fileDrive ? 0 : void 0;
          const pdi = patternUNC ? 3 : patternDrive ? 0 : void 0;
          if (typeof fdi === "number" && typeof pdi === "number") {
            const [fd, pd] = [
              file2[fdi],
              pattern2[pdi]
            ];
            if (fd.toLowerCase() === pd.toLowerCase()) {
              patternStartIndex = pdi + 1;
              fileStartIndex = fdi + 1;
            }
          }
        }
        file2 = resolved;
        if (pattern2.includes(GLOBSTAR)) {
          return this.#matchGlobstar(file2, pattern2, partial2, fileStartIndex, patternStartIndex);
        }
        return this.#matchOne(file2, pattern2, partial2, fileStartIndex, patternStartIndex);
      }
      #matchGlobstar(file2, pattern2, partial2, fileIndex, patternIndex) {
        const { head, body, tail, segments } = this.#getGlobstarParts(pattern2, partial2, patternIndex);
        if (head.length) {
          const headEnd = fileIndex + head.length;
          if (!this.#matchOne(file2, head, partial2, fileIndex, 0, headEnd)) {
            return false;
          }
          fileIndex += head.length;
          patternIndex += head.length;
        }
        let fileTailMatch = 0;
        if (tail.length) {
          if (tail.length + fileIndex > file2.length)
            return false;
          let tailStart = file2.length - tail.length;
          if (this.#matchOne(file2, tail, partial2, tailStart, 0)) {
            fileTailMatch = tail.length;
          } else {
            if (file2[file2.length - 1] !== "" || fileIndex + tail.length === file2.length) {
              return false;
            }
            tailStart--;
            if (!this.#matchOne(file2, tail, partial2, tailStart, 0)) {
              return false;
            }
            fileTailMatch = tail.length + 1;
          }
        }
        if (!body.length) {
          let sawSome = !!fileTailMatch;
          for (let i = fileIndex; i < file2.length - fileTailMatch; i++) {
            const f = String(file2[i]);
            sawSome = true;
            if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
              return false;
            }
          }
          return partial2 || sawSome;
        }
        return !!this.#matchGlobStarBodySections(file2, segments, file2.length - fileTailMatch, fileIndex, 0, partial2, 0, !!fileTailMatch, /* @__PURE__ */ new Set());
      }
      // Split the pattern into head, tail, and middle of ** delimited
      // parts. The tail has to be at the end, and the others just have to
      // be found in order from the head. These only depend on the pattern
      // row, so they are kept for the next path.
      #getGlobstarParts(pattern2, partial2, patternIndex) {
        let byStart = this.#globstarParts.get(pattern2);
        if (!byStart) {
          byStart = [];
          this.#globstarParts.set(pattern2, byStart);
        }
        const key = patternIndex * 2 + (partial2 ? 1 : 0);
        const found2 = byStart[key];
        if (found2)
          return found2;
        const firstgs = pattern2.indexOf(GLOBSTAR, patternIndex);
        const lastgs = pattern2.lastIndexOf(GLOBSTAR);
        const head = pattern2.slice(patternIndex, firstgs);
        const body = pattern2.slice(firstgs + 1, partial2 ? void 0 : lastgs);
        const tail = partial2 ? [] : pattern2.slice(lastgs + 1);
        const segments = [[[], 0]];
        let current = segments[0];
        let nonGsParts = 0;
        const nonGsPartsSums = [0];
        for (const b of body) {
          if (b === GLOBSTAR) {
            nonGsPartsSums.push(nonGsParts);
            current = [[], 0];
            segments.push(current);
          } else {
            current[0].push(b);
            nonGsParts++;
          }
        }
        segments.forEach((b, i) => {
          b[1] = nonGsParts - nonGsPartsSums[i];
        });
        const parts = { head, body, tail, segments };
        byStart[key] = parts;
        return parts;
      }
      // return false for "nope, not matching"
      // return null for "not matching, cannot keep trying"
      #matchGlobStarBodySections(file2, bodySegments, fileLength, fileIndex, bodyIndex, partial2, globStarDepth, sawTail, tried) {
        const bs = bodySegments[bodyIndex];
        if (!bs) {
          if (partial2) {
            return fileIndex >= fileLength || fileIndex === fileLength - 1 && file2[fileIndex] === "";
          }
          for (let i = fileIndex; i < fileLength; i++) {
            sawTail = true;
            const f = file2[i];
            if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
              return false;
            }
          }
          return sawTail;
        }
        const [body, need] = bs;
        const after = partial2 ? fileLength : fileLength - need;
        while (fileIndex <= after) {
          const key = bodyIndex * (file2.length + 1) + fileIndex;
          if (tried.has(key))
            return false;
          tried.add(key);
          const m = this.#matchOne(file2, body, partial2, fileIndex, 0, fileIndex + body.length);
          if (m && globStarDepth < this.maxGlobstarRecursion) {
            const sub = this.#matchGlobStarBodySections(file2, bodySegments, fileLength, fileIndex + body.length, bodyIndex + 1, partial2, globStarDepth + 1, sawTail, tried);
            if (sub !== false) {
              return sub;
            }
          }
          if (fileIndex === after)
            break;
          const f = file2[fileIndex];
          if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
            return false;
          }
          fileIndex++;
        }
        return partial2 || null;
      }
      #matchOne(file2, pattern2, partial2, fileIndex, patternIndex, fileEnd = file2.length) {
        let fi;
        let pi;
        let pl;
        let fl;
        for (fi = fileIndex, pi = patternIndex, fl = Math.min(fileEnd, file2.length), pl = pattern2.length; fi < fl && pi < pl; fi++, pi++) {
          let p = pattern2[pi];
          let f = file2[fi];
          if (p === false || p === GLOBSTAR) {
            return false;
          }
          if (!portionMatch(p, f))
            return false;
        }
        if (fi === fl && pi === pl) {
          return true;
        } else if (fi === fl) {
          return partial2;
        } else if (pi === pl) {
          return fi === fl - 1 && file2[fi] === "";
        } else {
          throw new Error("wtf?");
        }
      }
      braceExpand() {
        return braceExpand(this.pattern, this.options);
      }
      // Expand braces, except numeric ranges such as {0..999} with at
      // least RANGE_MIN values. Each of those stays in its pattern as
      // `<mark>0..999<mark>`, for the Matcher to test. If a range might
      // be inside a [...] class, expand all of them instead.
      #expandBraces() {
        const { pattern: pattern2 } = this;
        if (this.options.nobrace)
          return this.braceExpand();
        let code2 = 57344;
        while (pattern2.includes(String.fromCharCode(code2))) {
          if (++code2 > 63743)
            return this.braceExpand();
        }
        const mark = String.fromCharCode(code2);
        let found2 = false;
        const marked = pattern2.replace(rangeRe, (m, lo, hi) => {
          const a = Number(lo);
          const b = Number(hi);
          if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || Math.abs(a - b) + 1 < RANGE_MIN) {
            return m;
          }
          found2 = true;
          return `${mark}${lo}..${hi}${mark}`;
        });
        if (!found2)
          return this.braceExpand();
        const set = braceExpand(marked, this.options);
        for (const p of set) {
          for (const portion of p.split("/")) {
            const c = portion.indexOf("[");
            if (c !== -1 && c < portion.lastIndexOf(mark)) {
              return this.braceExpand();
            }
            if (!this.options.noext && inRepeatOrNegExt(portion, mark)) {
              return this.braceExpand();
            }
          }
        }
        this.#rangeMark = mark;
        return set;
      }
      parse(pattern2) {
        assertValidPattern(pattern2);
        const options = this.options;
        if (pattern2 === "**")
          return GLOBSTAR;
        if (pattern2 === "")
          return "";
        const { nocase, nocaseMagicOnly, noext = false, dot, normalize: normalize2 } = options;
        const rangeMark = this.#rangeMark;
        const lit2 = rangeMark && pattern2.includes(rangeMark) ? void 0 : literal(pattern2, noext);
        if (lit2 !== void 0 && !(nocase && !nocaseMagicOnly && pattern2.toUpperCase() !== pattern2.toLowerCase())) {
          return this.#norm(lit2);
        }
        if (this.#pending)
          return PENDING;
        let m = this.#matchers.get(pattern2);
        if (!m) {
          if (!noext)
            assertValidExtglobs(pattern2);
          m = new Matcher(pattern2, {
            nocase,
            noext,
            dot,
            normalize: normalize2,
            ...rangeMark && { rangeMark }
          });
          this.#matchers.set(pattern2, m);
        }
        return m;
      }
      #slashSplit(p) {
        if (this.preserveMultipleSlashes) {
          return p.split("/");
        } else if (this.isWindows && /^\/\/[^/]+/.test(p)) {
          return ["", ...p.split(/\/+/)];
        } else {
          return p.split(/\/+/);
        }
      }
      match(f, partial2 = this.partial) {
        if (this.comment) {
          return false;
        }
        if (this.empty) {
          return f === "";
        }
        if (f === "/" && partial2) {
          return true;
        }
        const options = this.options;
        let split = this.#cachedSplit(f);
        if (!split) {
          if (!partial2 && !this.#form && (this.#endCheck || this.#literalCheck) && lastChecked !== f) {
            lastChecked = f;
            const can = this.#canMatch(f);
            if (can === "no")
              return options.flipNegate ? false : this.negate;
            if (can === "yes")
              return options.flipNegate ? true : !this.negate;
          }
          split = this.#split(f);
        }
        const ff = split.parts;
        const resolved = this.#level2 ? split.resolved ??= this.#levelTwoFileOptimize(ff) : ff;
        const set = this.set;
        let filename = ff[ff.length - 1];
        if (!filename) {
          for (let i = ff.length - 2; !filename && i >= 0; i--) {
            filename = ff[i];
          }
        }
        for (let r = 0; r < set.length; r++) {
          const pattern2 = set[r];
          const shape = partial2 ? void 0 : this.#shapes[r];
          const hit = shape === "base" ? portionMatch(pattern2[0], filename) : shape ? this.#matchShape(resolved, pattern2, shape) : options.matchBase && pattern2.length === 1 ? this.#matchRow([filename], [filename], pattern2, partial2) : this.#matchRow(ff, resolved, pattern2, partial2);
          if (hit) {
            if (options.flipNegate) {
              return true;
            }
            return !this.negate;
          }
        }
        if (options.flipNegate) {
          return false;
        }
        return this.negate;
      }
      static defaults(def) {
        return minimatch.defaults(def).Minimatch;
      }
    };
    minimatch.Minimatch = Minimatch;
    minimatch.escape = escape;
    minimatch.unescape = unescape;
  }
});

// src/policy/glob.ts
function glob(pattern2, over) {
  const form = over === "source" ? sourceSegments : (text) => text;
  const exact = !pattern2.includes("*");
  const wanted = form(pattern2);
  const folded = foldCase(wanted);
  const match2 = exact ? void 0 : compile2(wanted);
  const matchFolded = exact || over === "path" ? void 0 : compile2(folded);
  return {
    pattern: pattern2,
    exact,
    matches(text) {
      const fold = over === "source" && isForge(text);
      const given2 = fold ? foldCase(form(text)) : form(text);
      if (given2 === (fold ? folded : wanted)) return true;
      if (text.length > maxTextLength) return false;
      const matcher2 = fold ? matchFolded : match2;
      return matcher2?.match(given2) ?? false;
    }
  };
}
function bySpecificity(a, b) {
  return Number(b.exact) - Number(a.exact) || literalLength(b.pattern) - literalLength(a.pattern) || count(a.pattern, "**") - count(b.pattern, "**") || count(a.pattern, "*") - count(b.pattern, "*") || byCodeUnit(a.pattern, b.pattern);
}
function coverer(outer, over) {
  if (outer === void 0 || outer === "**") return () => true;
  const wide2 = glob(outer, over);
  const stem = outer.endsWith("/**") ? outer.slice(0, -2) : "*";
  return (inner) => {
    if (inner === void 0) return false;
    if (inner === outer) return true;
    if (!inner.includes("*")) return wide2.matches(inner);
    return !stem.includes("*") && inner.startsWith(stem) && !inner.includes("..");
  };
}
function byCodeUnit(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
function compile2(pattern2) {
  const literal3 = pattern2.replaceAll("\\", "\\\\").replaceAll("[", "[[]").replaceAll("?", "[?]");
  return new Minimatch(literal3, {
    dot: true,
    nobrace: true,
    nocomment: true,
    noext: true,
    nonegate: true,
    optimizationLevel: 0,
    platform: "linux",
    preserveMultipleSlashes: true
  });
}
function sourceSegments(text) {
  const cut2 = text.indexOf(":");
  if (cut2 < 0) return text;
  const rest = text.slice(cut2 + 1);
  const absolute = rest.startsWith("/") ? `${rest}` : rest;
  return `${text.slice(0, cut2)}:/${absolute.replace("://", ":/")}`;
}
function isForge(text) {
  return /^(?:github|gitlab|sourcehut):/i.test(text);
}
function foldCase(text) {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
function literalLength(pattern2) {
  return pattern2.length - count(pattern2, "*");
}
function count(text, part) {
  return text.split(part).length - 1;
}
var maxTextLength;
var init_glob = __esm({
  "src/policy/glob.ts"() {
    "use strict";
    init_esm4();
    maxTextLength = 4096;
  }
});

// src/policy/grade.ts
function gradeOf(rule, problem, path2, policy, overrides) {
  const grade = undemoted(rule, problem, policy, overrides);
  const demotedBy = rule.neverDemoted ? void 0 : demotingSegment(path2);
  return grade.level === "error" && demotedBy !== void 0 ? { level: "notice", from: grade.from, demotedBy } : grade;
}
function undemoted(rule, problem, policy, overrides) {
  const override = overrides.get(rule.id);
  if (override !== void 0) return { level: override, from: "command line" };
  const own2 = policy.levels.get(rule.id);
  if (own2 !== void 0) return { level: own2.level, from: "policy" };
  const level2 = profileLevel(rule, problem.grade ?? problem.reason, policy.profile);
  return { level: level2, from: "profile" };
}
function profileLevel(rule, reason2, profile) {
  return Object.hasOwn(rule.reasons, reason2) ? rule.reasons[reason2]?.levels[profile] ?? "error" : "error";
}
function demotingSegment(path2) {
  return path2.split("/").slice(0, -1).find((segment) => demoting.has(segment.toLowerCase()));
}
var demoting;
var init_grade = __esm({
  "src/policy/grade.ts"() {
    "use strict";
    demoting = /* @__PURE__ */ new Set([
      "test",
      "tests",
      "checks",
      "fixtures",
      "examples",
      "templates",
      "docs"
    ]);
  }
});

// src/policy/inventory.ts
function coverOf(inventory, now) {
  const live = inventory.inputs.filter((entry) => isLive(entry, now));
  const compiled = live.map(compile3).toSorted(mostSpecificFirst);
  const exact = /* @__PURE__ */ new Map();
  for (const one of compiled) {
    const key = keyOf(one);
    const list2 = exact.get(key);
    if (list2) list2.push(one);
    else exact.set(key, [one]);
  }
  return (input) => {
    const candidates = [exact.get(exactKey(input.input)), exact.get(exactKey(void 0))];
    for (const list2 of candidates) {
      const found2 = list2?.find((one) => matches(one, input));
      if (found2 !== void 0) return found2.entry;
    }
    return void 0;
  };
}
function decidingPattern(patterns, text, over, now) {
  const matching = patterns.filter((pattern2) => isLive(pattern2, now)).map((pattern2) => ({ pattern: pattern2, glob: glob(pattern2.match, over) })).filter((candidate) => candidate.glob.matches(text)).toSorted((a, b) => bySpecificity(a.glob, b.glob));
  return matching[0]?.pattern;
}
function usedByInputs(policy, seen) {
  const { allowedSources, localInputs, inventory } = policy;
  const sources = [...new Set(seen.map(({ source }) => source))];
  const paths = [...new Set(seen.map(({ input }) => input))];
  const patternUse = (pattern2, over, texts) => {
    const { matches: matches2 } = glob(pattern2.match, over);
    return { subject: pattern2.match, acceptance: pattern2, used: texts.some(matches2) };
  };
  return [
    ...allowedSources.map((pattern2) => patternUse(pattern2, "source", sources)),
    ...localInputs.map((pattern2) => patternUse(pattern2, "path", paths)),
    ...(inventory?.inputs ?? []).map((entry) => {
      const one = compile3(entry);
      const used = seen.some((input) => matches(one, input));
      return { subject: describeExpected(entry), acceptance: entry, used };
    })
  ];
}
function describeExpected({ input, source, lock }) {
  const at = lock === void 0 ? "" : ` in ${lock}`;
  return `${input ?? "**"} = ${source}${at}`;
}
function compile3(entry) {
  return {
    entry,
    input: glob(entry.input ?? "**", "path"),
    source: glob(entry.source, "source"),
    lock: glob(entry.lock ?? "**", "path")
  };
}
function matches({ entry, input, source, lock }, given2) {
  if (entry.input !== void 0 && !input.matches(given2.input)) return false;
  if (entry.lock !== void 0 && !lock.matches(given2.lock)) return false;
  return source.matches(given2.source);
}
function keyOf({ input }) {
  return exactKey(input.exact ? input.pattern : void 0);
}
function exactKey(input) {
  return input === void 0 ? "*" : `=${input}`;
}
function mostSpecificFirst(a, b) {
  return bySpecificity(a.input, b.input) || bySpecificity(a.source, b.source) || bySpecificity(a.lock, b.lock);
}
var init_inventory = __esm({
  "src/policy/inventory.ts"() {
    "use strict";
    init_expiry();
    init_glob();
  }
});

// src/policy/suppress.ts
function suppressor(ignores, comments, now, used) {
  const live = ignores.filter((ignore2) => isLive(ignore2, now)).map(selectorOf);
  const selectors = groupBy(live, ({ ignore: ignore2 }) => ignore2.rule);
  for (const list2 of selectors.values()) list2.sort(mostSpecificFirst2);
  const places = groupBy(comments, (comment) => place2(comment.path, comment.line));
  return (finding2, line) => {
    const matching = (selectors.get(finding2.rule) ?? []).filter((one) => selects(one, finding2));
    for (const { ignore: ignore2 } of matching) used.ignores.add(ignore2);
    const comment = places.get(place2(finding2.path, line))?.find(({ rule, reason: reason2 }) => rule === finding2.rule && reason2 !== void 0);
    if (comment !== void 0) used.comments.add(comment);
    const first = matching[0]?.ignore;
    if (first !== void 0) return byIgnore(finding2, first);
    return comment?.reason === void 0 ? void 0 : { finding: finding2, by: "comment", reason: comment.reason };
  };
}
function byIgnore(finding2, { reason: reason2, owner: owner2, until: until3 }) {
  return {
    finding: finding2,
    by: "policy",
    ...reason2 !== void 0 && { reason: reason2 },
    ...owner2 !== void 0 && { owner: owner2 },
    ...until3 !== void 0 && { until: until3 }
  };
}
function selectorOf(ignore2) {
  return {
    ignore: ignore2,
    file: glob(ignore2.file ?? "**", "path"),
    subject: glob(ignore2.subject ?? "**", "path")
  };
}
function selects({ ignore: ignore2, file: file2, subject }, finding2) {
  if (ignore2.reasonCode !== void 0 && ignore2.reasonCode !== finding2.reason) return false;
  if (ignore2.file !== void 0 && !file2.matches(finding2.path)) return false;
  return ignore2.subject === void 0 || subject.matches(finding2.subject);
}
function mostSpecificFirst2(a, b) {
  return bySpecificity(a.subject, b.subject) || bySpecificity(a.file, b.file) || Number(b.ignore.reasonCode !== void 0) - Number(a.ignore.reasonCode !== void 0);
}
function groupBy(items, keyOf2) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf2(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
function place2(path2, line) {
  return `${line}:${path2}`;
}
var init_suppress = __esm({
  "src/policy/suppress.ts"() {
    "use strict";
    init_expiry();
    init_glob();
  }
});

// src/policy/apply.ts
function applyPolicy(judged, decisions) {
  const { policy, overrides, comments, baseline, now } = decisions;
  const used = { ignores: /* @__PURE__ */ new Set(), comments: /* @__PURE__ */ new Set() };
  const fixed2 = new Set(decisions.rules.filter((rule) => rule.neverDemoted).map(({ id }) => id));
  const inPlace = comments.filter(({ rule }) => rule === void 0 || !fixed2.has(rule));
  const suppress = suppressor(policy.ignore, inPlace, now, used);
  const lineOf = lineFinder(decisions.texts, comments);
  const suppressed2 = [];
  const open2 = [];
  for (const finding2 of gradeAll(judged, policy, overrides)) {
    const found2 = suppress(finding2, lineOf(finding2));
    if (found2 === void 0) open2.push(finding2);
    else suppressed2.push(found2);
  }
  const match2 = baseline && matchBaseline(baseline, open2);
  const accepted2 = match2?.accepted ?? [];
  const ran = decisions.ran ?? (() => true);
  const ids = new Set(decisions.rules.map(({ id }) => id));
  const named = [...namedAcceptances(policy, used, ran), ...usedByInputs(policy, decisions.seen)];
  return {
    findings: match2?.fresh ?? open2,
    suppressed: [...suppressed2, ...accepted2.map(byBaseline)],
    faults: [
      ...acceptanceFaults(named, now),
      ...commentFaults(comments, used, ids, ran),
      ...baselineFaults(baseline?.path ?? "", match2?.spare ?? [], ran)
    ]
  };
}
function gradeAll(judged, policy, overrides) {
  return judged.flatMap((one) => toFinding(one, policy, overrides)).toSorted(compareFindings);
}
function toFinding({ rule, path: path2, problem }, policy, overrides) {
  const { level: level2 } = gradeOf(rule, problem, path2, policy, overrides);
  if (level2 === "off") return [];
  const { reason: reason2, subject, message, evidence, fix } = problem;
  const graded = rule.reasons[problem.grade ?? reason2] ?? rule.reasons[reason2];
  const identity = {
    rule: rule.id,
    path: path2,
    subject,
    reason: reason2,
    ...evidence !== void 0 && { evidence }
  };
  const finding2 = {
    rule: rule.id,
    reason: reason2,
    severity: level2,
    path: path2,
    span: problem.at,
    subject,
    message,
    help: problem.help ?? graded?.help ?? rule.reasons[reason2]?.help ?? rule.help,
    fingerprint: fingerprint(identity),
    related: problem.related ?? [],
    ...fix !== void 0 && { fix }
  };
  return [finding2];
}
function compareFindings(a, b) {
  return byCodeUnit(a.path, b.path) || a.span.start - b.span.start || byCodeUnit(a.rule, b.rule) || byCodeUnit(a.subject, b.subject) || byCodeUnit(a.reason, b.reason) || byCodeUnit(a.message, b.message);
}
function byBaseline(finding2) {
  return { finding: finding2, by: "baseline" };
}
function lineFinder(texts, comments) {
  const indexes = /* @__PURE__ */ new Map();
  for (const { path: path2 } of comments) {
    if (!indexes.has(path2)) indexes.set(path2, lineIndex(texts.get(path2) ?? ""));
  }
  return ({ path: path2, span: span2 }) => indexes.get(path2)?.position(span2.start).line ?? 0;
}
var init_apply = __esm({
  "src/policy/apply.ts"() {
    "use strict";
    init_span();
    init_acceptance_faults();
    init_baseline();
    init_fingerprint();
    init_glob();
    init_grade();
    init_inventory();
    init_suppress();
  }
});

// src/policy/exclude.ts
function exclusion(policy) {
  const globs = policy.exclude.map((pattern2) => glob(pattern2, "path"));
  return (path2) => globs.some((one) => one.matches(path2));
}
var init_exclude = __esm({
  "src/policy/exclude.ts"() {
    "use strict";
    init_glob();
  }
});

// src/policy/relocate.ts
function relocate(faults, base2, head) {
  const known2 = new Map(entriesOf(base2).map((entry) => [placeOf(entry.path, entry.span), entry]));
  const places = new Map(head === void 0 ? [] : entriesOf(head).map((one) => [one.key, one]));
  return faults.flatMap((fault2) => {
    const entry = known2.get(placeOf(fault2.path, fault2.at));
    if (entry === void 0) return [fault2];
    const place4 = places.get(entry.key);
    if (place4 === void 0) return [];
    const isOfEnd = fault2.reason === "expired" || fault2.reason === "expiring";
    return isOfEnd && place4.until !== entry.until ? [] : [{ ...fault2, path: place4.path, at: place4.span }];
  });
}
function placeOf(path2, span2) {
  return `${span2.start}:${path2}`;
}
function entriesOf({ policy, inventory, baseline }) {
  const patterns = [
    ["hosts", policy.allowedHosts],
    ["owners", policy.allowedOwners],
    ["sources", policy.allowedSources],
    ["local", policy.localInputs],
    ["users", policy.trustedUsers],
    ["installers", policy.ownInstallers],
    ["keys", policy.exampleKeys],
    ["changes", policy.approvedChanges]
  ];
  const entry = (list2, what, { path: path2, span: span2, until: until3 }) => ({
    key: JSON.stringify([list2, what]),
    until: until3,
    path: path2,
    span: span2
  });
  return [
    ...patterns.flatMap(([list2, items]) => items.map((item) => entry(list2, item.match, item))),
    ...policy.ignore.map((item) => entry("ignore", describeIgnore(item), item)),
    ...(policy.trustedCaches ?? []).map((item) => entry("caches", item.url, item)),
    ...(inventory?.inputs ?? []).map((item) => entry("inputs", describeExpected(item), item)),
    ...(baseline?.entries ?? []).map(
      ({ fingerprint: fingerprint2, span: span2 }) => entry("baseline", fingerprint2, { path: baseline?.path ?? "", span: span2 })
    )
  ];
}
var init_relocate = __esm({
  "src/policy/relocate.ts"() {
    "use strict";
    init_acceptance_faults();
    init_inventory();
  }
});

// src/model/policy.ts
var defaultPolicy;
var init_policy = __esm({
  "src/model/policy.ts"() {
    "use strict";
    defaultPolicy = {
      places: /* @__PURE__ */ new Map(),
      profile: "default",
      failOn: "error",
      levels: /* @__PURE__ */ new Map(),
      exclude: [],
      ignore: [],
      allowedHosts: [],
      allowedOwners: [],
      allowedSources: [],
      localInputs: [],
      trustedUsers: [],
      ownInstallers: [],
      exampleKeys: [],
      approvedChanges: []
    };
  }
});

// node_modules/zod/v4/core/util.js
var util_exports = {};
__export(util_exports, {
  BIGINT_FORMAT_RANGES: () => BIGINT_FORMAT_RANGES,
  CONSTANT_CATCH: () => CONSTANT_CATCH,
  Class: () => Class,
  NUMBER_FORMAT_RANGES: () => NUMBER_FORMAT_RANGES,
  aborted: () => aborted,
  allowsEval: () => allowsEval,
  assert: () => assert,
  assertEqual: () => assertEqual,
  assertIs: () => assertIs,
  assertNever: () => assertNever,
  assertNotEqual: () => assertNotEqual,
  assignProp: () => assignProp,
  attachSchema: () => attachSchema,
  base64ToUint8Array: () => base64ToUint8Array,
  base64urlToUint8Array: () => base64urlToUint8Array,
  cached: () => cached,
  captureStackTrace: () => captureStackTrace,
  cleanEnum: () => cleanEnum,
  cleanRegex: () => cleanRegex,
  clone: () => clone,
  cloneDef: () => cloneDef,
  codePointLength: () => codePointLength,
  constantCatch: () => constantCatch,
  createTransparentProxy: () => createTransparentProxy,
  defineLazy: () => defineLazy,
  defineLazyInternal: () => defineLazyInternal,
  derived: () => derived,
  esc: () => esc,
  escapeRegex: () => escapeRegex,
  explicitlyAborted: () => explicitlyAborted,
  extend: () => extend,
  finalizeIssue: () => finalizeIssue,
  floatSafeRemainder: () => floatSafeRemainder,
  getElementAtPath: () => getElementAtPath,
  getEnumValues: () => getEnumValues,
  getLengthableOrigin: () => getLengthableOrigin,
  getParsedType: () => getParsedType,
  getSizableOrigin: () => getSizableOrigin,
  hexToUint8Array: () => hexToUint8Array,
  hide: () => hide,
  installLazyProp: () => installLazyProp,
  isObject: () => isObject,
  isPlainObject: () => isPlainObject,
  issue: () => issue,
  joinValues: () => joinValues,
  jsonStringifyReplacer: () => jsonStringifyReplacer,
  members: () => members,
  merge: () => merge,
  mergeDefs: () => mergeDefs,
  normalizeParams: () => normalizeParams,
  nullish: () => nullish,
  numKeys: () => numKeys,
  objectClone: () => objectClone,
  omit: () => omit,
  optionalKeys: () => optionalKeys,
  own: () => own,
  parsedType: () => parsedType,
  partial: () => partial,
  pick: () => pick,
  prefixIssues: () => prefixIssues,
  primitiveTypes: () => primitiveTypes,
  promiseAllObject: () => promiseAllObject,
  propertyKeyTypes: () => propertyKeyTypes,
  randomString: () => randomString,
  rawShape: () => rawShape,
  required: () => required,
  safeExtend: () => safeExtend,
  shallowClone: () => shallowClone,
  sizeCaps: () => sizeCaps,
  slugify: () => slugify,
  stringifyPrimitive: () => stringifyPrimitive,
  toZod: () => toZod,
  uint8ArrayToBase64: () => uint8ArrayToBase64,
  uint8ArrayToBase64url: () => uint8ArrayToBase64url,
  uint8ArrayToHex: () => uint8ArrayToHex,
  unwrapMessage: () => unwrapMessage
});
function assertEqual(val) {
  return val;
}
function assertNotEqual(val) {
  return val;
}
function toZod() {
  return (schema) => schema;
}
function assertIs(_arg) {
}
function assertNever(_x) {
  throw new Error("Unexpected value in exhaustive check");
}
function assert(_) {
}
function getEnumValues(entries) {
  const numericValues = Object.values(entries).filter((v) => typeof v === "number");
  const values = Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values;
}
function joinValues(array2, separator = "|") {
  return array2.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint")
    return value.toString();
  return value;
}
function cached(getter) {
  return new Cached(getter);
}
function nullish(input) {
  return input === null || input === void 0;
}
function cleanRegex(source) {
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
  const ratio = val / step;
  const roundedRatio = Math.round(ratio);
  const tolerance2 = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
  if (Math.abs(ratio - roundedRatio) < tolerance2)
    return 0;
  return ratio - roundedRatio;
}
function defineLazy(object, key, getter) {
  let value = void 0;
  Object.defineProperty(object, key, {
    get() {
      if (value === EVALUATING) {
        return void 0;
      }
      if (value === void 0) {
        value = EVALUATING;
        value = getter();
      }
      return value;
    },
    set(v) {
      Object.defineProperty(object, key, {
        value: v
        // configurable: true,
      });
    },
    configurable: true
  });
}
function objectClone(obj) {
  return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
  });
}
function rawShape(def) {
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
  return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
  Object.defineProperty(target, key, {
    get() {
      const value = getter();
      assignProp(this, key, value);
      return value;
    },
    enumerable: true,
    configurable: true
  });
}
function putProp(target, key, value) {
  if (key in target)
    assignProp(target, key, value);
  else
    target[key] = value;
}
function mirrorShape(target, source, keys, wrap) {
  const raw = sourceShape(source);
  for (const key of keys) {
    const desc = Object.getOwnPropertyDescriptor(raw, key);
    if (!desc.enumerable)
      continue;
    if (desc.get) {
      deferProp(target, key, () => {
        const value = source._zod.def.shape[key];
        return wrap ? wrap(value, key) : value;
      });
    } else
      putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
  }
}
function mirrorProps(target, source) {
  for (const key of Reflect.ownKeys(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    if (!desc.enumerable)
      continue;
    if (desc.get)
      deferProp(target, key, () => source[key]);
    else
      putProp(target, key, desc.value);
  }
}
function mergeDefs(...defs) {
  const mergedDescriptors = {};
  for (const def of defs) {
    const descriptors = Object.getOwnPropertyDescriptors(def);
    Object.assign(mergedDescriptors, descriptors);
  }
  return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
  return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path2) {
  if (!path2)
    return obj;
  return path2.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
  const keys = Object.keys(promisesObj);
  const promises = keys.map((key) => promisesObj[key]);
  return Promise.all(promises).then((results) => {
    const resolvedObj = {};
    for (let i = 0; i < keys.length; i++) {
      resolvedObj[keys[i]] = results[i];
    }
    return resolvedObj;
  });
}
function randomString(length = 10) {
  const chars = "abcdefghijklmnopqrstuvwxyz";
  let str = "";
  for (let i = 0; i < length; i++) {
    str += chars[Math.floor(Math.random() * chars.length)];
  }
  return str;
}
function esc(str) {
  return JSON.stringify(str);
}
function slugify(input) {
  return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
function isPlainObject(o) {
  if (isObject(o) === false)
    return false;
  const ctor = o.constructor;
  if (ctor === void 0)
    return true;
  if (typeof ctor !== "function")
    return true;
  const prot = ctor.prototype;
  if (isObject(prot) === false)
    return false;
  if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
    return false;
  }
  return true;
}
function shallowClone(o) {
  if (isPlainObject(o))
    return { ...o };
  if (Array.isArray(o))
    return [...o];
  if (o instanceof Map)
    return new Map(o);
  if (o instanceof Set)
    return new Set(o);
  return o;
}
function numKeys(data) {
  let keyCount = 0;
  for (const key in data) {
    if (Object.prototype.hasOwnProperty.call(data, key)) {
      keyCount++;
    }
  }
  return keyCount;
}
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params?.parent)
    cl._zod.parent = inst;
  return cl;
}
function normalizeParams(_params) {
  const params = _params;
  if (!params)
    return {};
  if (typeof params === "string")
    return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  delete params.message;
  if (typeof params.error === "string")
    return { ...params, error: () => params.error };
  return params;
}
function createTransparentProxy(getter) {
  let target;
  return new Proxy({}, {
    get(_, prop, receiver) {
      target ?? (target = getter());
      return Reflect.get(target, prop, receiver);
    },
    set(_, prop, value, receiver) {
      target ?? (target = getter());
      return Reflect.set(target, prop, value, receiver);
    },
    has(_, prop) {
      target ?? (target = getter());
      return Reflect.has(target, prop);
    },
    deleteProperty(_, prop) {
      target ?? (target = getter());
      return Reflect.deleteProperty(target, prop);
    },
    ownKeys(_) {
      target ?? (target = getter());
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(_, prop) {
      target ?? (target = getter());
      return Reflect.getOwnPropertyDescriptor(target, prop);
    },
    defineProperty(_, prop, descriptor) {
      target ?? (target = getter());
      return Reflect.defineProperty(target, prop, descriptor);
    }
  });
}
function stringifyPrimitive(value) {
  if (typeof value === "bigint")
    return value.toString() + "n";
  if (typeof value === "string")
    return `"${value}"`;
  return `${value}`;
}
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
  });
}
function pick(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".pick() cannot be used on object schemas containing refinements");
  }
  const newShape = {};
  mirrorShape(newShape, schema, maskedKeys(schema, mask));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function maskedKeys(schema, mask) {
  const raw = sourceShape(schema);
  const keys = [];
  for (const key of Reflect.ownKeys(mask)) {
    if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
      throw new Error(`Unrecognized key: "${String(key)}"`);
    }
    if (mask[key])
      keys.push(key);
  }
  return keys;
}
function omit(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".omit() cannot be used on object schemas containing refinements");
  }
  const omitted = new Set(maskedKeys(schema, mask));
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to extend: expected a plain object");
  }
  const checks = schema._zod.def.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    const existingShape = sourceShape(schema);
    for (const key of Reflect.ownKeys(shape)) {
      if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) {
        throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
      }
    }
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
  mirrorProps(newShape, shape);
  return newShape;
}
function safeExtend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to safeExtend: expected a plain object");
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
  if (!b?._zod?.def) {
    throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
  }
  if (a._zod.def.checks?.length) {
    throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
  }
  const newShape = {};
  mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
  mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
  const def = mergeDefs(a._zod.def, {
    shape: newShape,
    get catchall() {
      return b._zod.def.catchall;
    },
    checks: b._zod.def.checks ?? []
  });
  return clone(a, def);
}
function partial(Class2, schema, mask, name = "partial") {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
  }
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class2 && ((value, key) => selected && !selected.has(key) ? value : new Class2({ type: "optional", innerType: value })));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class2, schema, mask) {
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => (
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class2({ type: "nonoptional", innerType: value })
  ));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue !== true) {
      return true;
    }
  }
  return false;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue === false) {
      return true;
    }
  }
  return false;
}
function prefixIssues(path2, issues) {
  return issues.map((iss) => {
    var _a3;
    (_a3 = iss).path ?? (_a3.path = []);
    iss.path.unshift(path2);
    return iss;
  });
}
function unwrapMessage(message) {
  return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
  const caps = [];
  for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0)
      caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues, start, inst) {
  var _a3;
  for (let i = start; i < issues.length; i++) {
    (_a3 = issues[i]).schema ?? (_a3.schema = inst);
  }
}
function finalizeIssue(iss, ctx, config2) {
  var _a3;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck"))
      (_a3 = iss).schema ?? (_a3.schema = iss.inst);
    else
      iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
  const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input";
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
      continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) {
    full.input = iss.input;
  }
  return full;
}
function getSizableOrigin(input) {
  if (input instanceof Set)
    return "set";
  if (input instanceof Map)
    return "map";
  if (input instanceof File)
    return "file";
  return "unknown";
}
function codePointLength(str) {
  const units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count3 = units;
  for (let i = 0; i < units - 1; i++) {
    if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
      count3--;
      i++;
    }
  }
  return count3;
}
function getLengthableOrigin(input) {
  if (Array.isArray(input))
    return "array";
  if (typeof input === "string")
    return "string";
  return "unknown";
}
function parsedType(data) {
  const t = typeof data;
  switch (t) {
    case "number": {
      return Number.isNaN(data) ? "nan" : "number";
    }
    case "object": {
      if (data === null) {
        return "null";
      }
      if (Array.isArray(data)) {
        return "array";
      }
      const obj = data;
      if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
        return obj.constructor.name;
      }
    }
  }
  return t;
}
function issue(...args) {
  const [iss, input, inst] = args;
  if (typeof iss === "string") {
    return {
      message: iss,
      code: "custom",
      input,
      inst
    };
  }
  return { ...iss };
}
function cleanEnum(obj) {
  return Object.entries(obj).filter(([k, _]) => {
    return Number.isNaN(Number.parseInt(k, 10));
  }).map((el) => el[1]);
}
function base64ToUint8Array(base642) {
  const binaryString = atob(base642);
  const bytes2 = new Uint8Array(binaryString.length);
  for (let i = 0; i < binaryString.length; i++) {
    bytes2[i] = binaryString.charCodeAt(i);
  }
  return bytes2;
}
function uint8ArrayToBase64(bytes2) {
  let binaryString = "";
  for (let i = 0; i < bytes2.length; i++) {
    binaryString += String.fromCharCode(bytes2[i]);
  }
  return btoa(binaryString);
}
function base64urlToUint8Array(base64url2) {
  const base642 = base64url2.replace(/-/g, "+").replace(/_/g, "/");
  const padding = "=".repeat((4 - base642.length % 4) % 4);
  return base64ToUint8Array(base642 + padding);
}
function uint8ArrayToBase64url(bytes2) {
  return uint8ArrayToBase64(bytes2).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
  const cleanHex = hex.replace(/^0x/, "");
  if (cleanHex.length % 2 !== 0) {
    throw new Error("Invalid hex string length");
  }
  const bytes2 = new Uint8Array(cleanHex.length / 2);
  for (let i = 0; i < cleanHex.length; i += 2) {
    bytes2[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
  }
  return bytes2;
}
function uint8ArrayToHex(bytes2) {
  return Array.from(bytes2).map((b) => b.toString(16).padStart(2, "0")).join("");
}
function members(proto, table) {
  for (const key in table) {
    const desc = Object.getOwnPropertyDescriptor(table, key);
    if (desc.get)
      Object.defineProperty(proto, key, { ...desc, enumerable: false });
    else
      defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = true) {
  Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
  return value;
}
function hide(inst, key, value) {
  return own(inst, key, value, false);
}
// @__NO_SIDE_EFFECTS__
function derived(computes, table) {
  for (const key in computes) {
    const compute = computes[key];
    Object.defineProperty(table, key, {
      configurable: true,
      enumerable: true,
      get() {
        return own(this, key, compute(this));
      },
      set(value) {
        own(this, key, value);
      }
    });
  }
  return table;
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
function claim(inst, sentinel) {
  const proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
function defineLazyInternal(inst, key, compute) {
  const proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      Object.defineProperty(this, key, breaker);
      const outer = broke;
      broke = false;
      try {
        const value = compute(this);
        if (broke)
          delete this[key];
        else
          Object.defineProperty(this, key, { configurable: true, writable: true, value });
        broke = broke || outer;
        return value;
      } catch (err) {
        delete this[key];
        broke = broke || outer;
        throw err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto)
    return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = { configurable: true, writable: true, enumerable, value: void 0 };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
    }
  });
}
function constantCatch(value) {
  const fn = () => value;
  fn[CONSTANT_CATCH] = true;
  return fn;
}
var Cached, EVALUATING, captureStackTrace, allowsEval, getParsedType, propertyKeyTypes, primitiveTypes, NUMBER_FORMAT_RANGES, BIGINT_FORMAT_RANGES, highSurrogate, Class, installing, broke, breaker, CONSTANT_CATCH;
var init_util = __esm({
  "node_modules/zod/v4/core/util.js"() {
    init_core();
    Cached = class {
      constructor(getter) {
        this._getter = getter;
        this._value = void 0;
      }
      get value() {
        const getter = this._getter;
        if (getter !== void 0) {
          this._value = getter();
          this._getter = void 0;
        }
        return this._value;
      }
    };
    EVALUATING = /* @__PURE__ */ Symbol("evaluating");
    captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
    };
    allowsEval = /* @__PURE__ */ cached(() => {
      if (globalConfig.jitless) {
        return false;
      }
      if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
        return false;
      }
      try {
        const F = Function;
        new F("");
        return true;
      } catch (_) {
        return false;
      }
    });
    getParsedType = (data) => {
      const t = typeof data;
      switch (t) {
        case "undefined":
          return "undefined";
        case "string":
          return "string";
        case "number":
          return Number.isNaN(data) ? "nan" : "number";
        case "boolean":
          return "boolean";
        case "function":
          return "function";
        case "bigint":
          return "bigint";
        case "symbol":
          return "symbol";
        case "object":
          if (Array.isArray(data)) {
            return "array";
          }
          if (data === null) {
            return "null";
          }
          if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
            return "promise";
          }
          if (typeof Map !== "undefined" && data instanceof Map) {
            return "map";
          }
          if (typeof Set !== "undefined" && data instanceof Set) {
            return "set";
          }
          if (typeof Date !== "undefined" && data instanceof Date) {
            return "date";
          }
          if (typeof File !== "undefined" && data instanceof File) {
            return "file";
          }
          return "object";
        default:
          throw new Error(`Unknown data type: ${t}`);
      }
    };
    propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
    primitiveTypes = /* @__PURE__ */ new Set([
      "string",
      "number",
      "bigint",
      "boolean",
      "symbol",
      "undefined"
    ]);
    NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
      safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
      int32: [-2147483648, 2147483647],
      uint32: [0, 4294967295],
      float32: [-34028234663852886e22, 34028234663852886e22],
      float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
    }))();
    BIGINT_FORMAT_RANGES = {
      int64: [/* @__PURE__ */ BigInt("-9223372036854775808"), /* @__PURE__ */ BigInt("9223372036854775807")],
      uint64: [/* @__PURE__ */ BigInt(0), /* @__PURE__ */ BigInt("18446744073709551615")]
    };
    highSurrogate = /[\uD800-\uDBFF]/;
    Class = class {
      constructor(..._args) {
      }
    };
    broke = false;
    breaker = {
      configurable: true,
      get() {
        broke = true;
        return void 0;
      }
    };
    CONSTANT_CATCH = "~constantCatch";
  }
});

// node_modules/zod/v4/core/core.js
function newError(Definition) {
  const E = _E;
  if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        _E = null;
        return new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
// @__NO_SIDE_EFFECTS__
function $constructor(name, initializer3, proto, params) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init2(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    } else if (inst._zod.traits.has(name)) {
      return;
    }
    inst._zod.traits.add(name);
    initializer3(inst, def);
    if (initialized) {
      const own2 = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own2;
      while (up && up !== ctorProto)
        up = Object.getPrototypeOf(up);
      const target = up ?? own2;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto2 = _.prototype;
    for (const k in proto2) {
      if (!Object.prototype.hasOwnProperty.call(proto2, k))
        continue;
      if (!(k in inst)) {
        inst[k] = proto2[k].bind(inst);
      }
    }
  }
  const Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name });
  function _(def) {
    const inst = params?.Parent ? newError(Definition) : this;
    init2(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) {
        fn();
      }
      inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp)
      pp(inst);
    return inst;
  }
  Object.defineProperty(_, "init", { value: init2 });
  Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => {
      if (params?.Parent && inst instanceof params.Parent)
        return true;
      return inst?._zod?.traits?.has(name);
    }
  });
  Object.defineProperty(_, "name", { value: name });
  return _;
}
function config(newConfig) {
  if (newConfig)
    Object.assign(globalConfig, newConfig);
  return globalConfig;
}
var _a, _zodDesc, _E, $ZodAsyncError, $ZodEncodeError, globalConfig;
var init_core = __esm({
  "node_modules/zod/v4/core/core.js"() {
    init_util();
    _zodDesc = { value: void 0, enumerable: false };
    _E = "captureStackTrace" in Error ? Error : null;
    $ZodAsyncError = class extends Error {
      constructor() {
        super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
      }
    };
    $ZodEncodeError = class extends Error {
      constructor(name) {
        super(`Encountered unidirectional transform during encode: ${name}`);
        this.name = "ZodEncodeError";
      }
    };
    (_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
    globalConfig = globalThis.__zod_globalConfig;
  }
});

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
function node(obj, key, make) {
  if (!Object.prototype.hasOwnProperty.call(obj, key)) {
    if (key === "__proto__") {
      Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
    } else {
      obj[key] = make();
    }
  }
  return obj[key];
}
function flattenError(error3, mapper = (issue2) => issue2.message) {
  const fieldErrors = {};
  const formErrors = [];
  for (const sub of error3.issues) {
    if (sub.path.length > 0) {
      node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
    } else {
      formErrors.push(mapper(sub));
    }
  }
  return { formErrors, fieldErrors };
}
function formatError(error3, mapper = (issue2) => issue2.message) {
  const fieldErrors = { _errors: [] };
  const processError = (error4, path2 = []) => {
    for (const issue2 of error4.issues) {
      if (issue2.code === "invalid_union" && issue2.errors.length) {
        issue2.errors.map((issues) => processError({ issues }, [...path2, ...issue2.path]));
      } else if (issue2.code === "invalid_key") {
        processError({ issues: issue2.issues }, [...path2, ...issue2.path]);
      } else if (issue2.code === "invalid_element") {
        processError({ issues: issue2.issues }, [...path2, ...issue2.path]);
      } else {
        const fullpath = [...path2, ...issue2.path];
        if (fullpath.length === 0) {
          fieldErrors._errors.push(mapper(issue2));
        } else {
          let curr = fieldErrors;
          let i = 0;
          while (i < fullpath.length) {
            const el = fullpath[i];
            const terminal = i === fullpath.length - 1;
            if (el === "_errors") {
              if (terminal)
                curr._errors.push(mapper(issue2));
              i++;
              continue;
            }
            if (!Object.prototype.hasOwnProperty.call(curr, el)) {
              Object.defineProperty(curr, el, {
                value: { _errors: [] },
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
            const node2 = curr[el];
            if (terminal) {
              node2._errors.push(mapper(issue2));
            }
            curr = node2;
            i++;
          }
        }
      }
    }
  };
  processError(error3);
  return fieldErrors;
}
var _messageDesc, _issuesDesc, _installedToString, initializer, $ZodError, $ZodRealError;
var init_errors = __esm({
  "node_modules/zod/v4/core/errors.js"() {
    init_core();
    init_util();
    _messageDesc = {
      get: _getMessage,
      set: _setMessage,
      enumerable: true,
      configurable: true
    };
    _issuesDesc = { value: void 0, enumerable: false };
    _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
    initializer = (inst, def) => {
      inst.name = "$ZodError";
      _issuesDesc.value = def;
      Object.defineProperty(inst, "issues", _issuesDesc);
      _issuesDesc.value = void 0;
      Object.defineProperty(inst, "message", _messageDesc);
      const proto = Object.getPrototypeOf(inst);
      if (!_installedToString.has(proto)) {
        _installedToString.add(proto);
        Object.defineProperty(proto, "toString", {
          configurable: true,
          enumerable: false,
          get() {
            const value = () => this.message;
            Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
            return value;
          },
          set(value) {
            Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
          }
        });
      }
    };
    $ZodError = $constructor("$ZodError", initializer);
    $ZodRealError = $constructor("$ZodError", initializer, void 0, {
      Parent: Error
    });
  }
});

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
  return { callee: params?.callee ?? callee, Err: params?.Err };
}
function failure2(Err, issues, ctx) {
  let error3;
  return {
    success: false,
    get error() {
      if (!error3) {
        error3 = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = void 0;
        ctx = void 0;
      }
      return error3;
    },
    set error(e) {
      error3 = e;
      issues = void 0;
      ctx = void 0;
    }
  };
}
function validateFallback(schema, value, _ctx) {
  const ctx = _ctx ? { ..._ctx, async: false, abortEarly: true } : { async: false, abortEarly: true };
  const fallbackRun = schema._zod.bag.fallbackRun;
  let result2;
  if (fallbackRun) {
    ctx[COMPILE_FALLBACK] = true;
    result2 = fallbackRun({ value, issues: [] }, ctx);
  } else {
    result2 = schema._zod.run({ value, issues: [] }, ctx);
  }
  if (result2 instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result2.issues.length === 0;
}
var _parse, _parseAsync, _safeParse, _safeParseAsync, COMPILE_INVALID, COMPILE_FALLBACK, validate, validateAsync, _encode, _decode, _encodeAsync, _decodeAsync, _safeEncode, _safeDecode, _safeEncodeAsync, _safeDecodeAsync;
var init_parse2 = __esm({
  "node_modules/zod/v4/core/parse.js"() {
    init_core();
    init_util();
    _parse = (_Err) => {
      const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
        const result2 = schema._zod.run({ value, issues: [] }, ctx);
        if (result2 instanceof Promise) {
          throw new $ZodAsyncError();
        }
        if (result2.issues.length) {
          const e = new (_params?.Err ?? _Err)(result2.issues.map((iss) => finalizeIssue(iss, ctx, config())));
          captureStackTrace(e, _params?.callee ?? fn);
          throw e;
        }
        return result2.value;
      };
      return fn;
    };
    _parseAsync = (_Err) => {
      const fn = async (schema, value, _ctx, params) => {
        const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
        let result2 = schema._zod.run({ value, issues: [] }, ctx);
        if (result2 instanceof Promise)
          result2 = await result2;
        if (result2.issues.length) {
          const e = new (params?.Err ?? _Err)(result2.issues.map((iss) => finalizeIssue(iss, ctx, config())));
          captureStackTrace(e, params?.callee ?? fn);
          throw e;
        }
        return result2.value;
      };
      return fn;
    };
    _safeParse = (_Err) => (schema, value, _ctx) => {
      const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
      const result2 = schema._zod.run({ value, issues: [] }, ctx);
      if (result2 instanceof Promise) {
        throw new $ZodAsyncError();
      }
      return result2.issues.length ? failure2(_Err, result2.issues, ctx) : { success: true, data: result2.value };
    };
    _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
      const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
      let result2 = schema._zod.run({ value, issues: [] }, ctx);
      if (result2 instanceof Promise)
        result2 = await result2;
      return result2.issues.length ? failure2(_Err, result2.issues, ctx) : { success: true, data: result2.value };
    };
    COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
    COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
    validate = ((schema, value, _ctx) => {
      const validator = schema._zod.bag.validator;
      if (validator !== void 0) {
        if (validator(value) !== COMPILE_INVALID)
          return true;
        if (validator.definite === true && _ctx === void 0)
          return false;
      }
      return validateFallback(schema, value, _ctx);
    });
    validateAsync = async (schema, value, _ctx) => {
      const ctx = _ctx ? { ..._ctx, async: true, abortEarly: true } : { async: true, abortEarly: true };
      let result2 = schema._zod.run({ value, issues: [] }, ctx);
      if (result2 instanceof Promise)
        result2 = await result2;
      return result2.issues.length === 0;
    };
    _encode = (_Err) => {
      const parse3 = _parse(_Err);
      const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return parse3(schema, value, ctx, finalizeParams(fn, _params));
      };
      return fn;
    };
    _decode = (_Err) => {
      const parse3 = _parse(_Err);
      const fn = (schema, value, _ctx, _params) => {
        return parse3(schema, value, _ctx, finalizeParams(fn, _params));
      };
      return fn;
    };
    _encodeAsync = (_Err) => {
      const parseAsync2 = _parseAsync(_Err);
      const fn = async (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return await parseAsync2(schema, value, ctx, finalizeParams(fn, _params));
      };
      return fn;
    };
    _decodeAsync = (_Err) => {
      const parseAsync2 = _parseAsync(_Err);
      const fn = async (schema, value, _ctx, _params) => {
        return await parseAsync2(schema, value, _ctx, finalizeParams(fn, _params));
      };
      return fn;
    };
    _safeEncode = (_Err) => (schema, value, _ctx) => {
      const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
      return _safeParse(_Err)(schema, value, ctx);
    };
    _safeDecode = (_Err) => (schema, value, _ctx) => {
      return _safeParse(_Err)(schema, value, _ctx);
    };
    _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
      const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
      return _safeParseAsync(_Err)(schema, value, ctx);
    };
    _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
      return _safeParseAsync(_Err)(schema, value, _ctx);
    };
  }
});

// node_modules/zod/v4/core/regexes.js
function nanoidOfLength(length) {
  return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
function emoji() {
  return new RegExp(_emoji, "u");
}
function anchor(source) {
  return new RegExp(`^${source}$`);
}
function timeSource(args) {
  const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
  const regex = typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
  return regex;
}
function time(args) {
  return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
  const opts = ["Z"];
  if (args.offset)
    opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
  const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
  const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
  return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
var cuid, cuid2, ulid, xid, ksuid, nanoid, duration, guid, uuid, email, _emoji, ipv4, ipv6, cidrv4, cidrv6, base64, base64url, httpProtocol, e164, dateSource, date, anyString, integer, number, lowercase, uppercase;
var init_regexes = __esm({
  "node_modules/zod/v4/core/regexes.js"() {
    cuid = /^[cC][0-9a-z]{6,}$/;
    cuid2 = /^[0-9a-z]+$/;
    ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
    xid = /^[0-9a-vA-V]{20}$/;
    ksuid = /^[A-Za-z0-9]{27}$/;
    nanoid = /^[a-zA-Z0-9_-]{21}$/;
    duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
    guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
    uuid = (version3) => {
      if (!version3)
        return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
      return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version3}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
    };
    email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
    _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
    ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
    ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
    cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
    cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
    base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
    base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
    httpProtocol = /^https?$/;
    e164 = /^\+[1-9]\d{6,14}$/;
    dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
    date = /* @__PURE__ */ anchor(dateSource);
    anyString = /^[\s\S]{0,}$/;
    integer = /^-?\d+$/;
    number = /^-?\d+(?:\.\d+)?$/;
    lowercase = /^[^A-Z]*$/;
    uppercase = /^[^a-z]*$/;
  }
});

// node_modules/zod/v4/core/checks.js
var $ZodCheck, _whenHasLength, numericOriginMap, $ZodCheckLessThan, $ZodCheckGreaterThan, $ZodCheckMultipleOf, $ZodCheckNumberFormat, $ZodCheckMaxLength, $ZodCheckMinLength, $ZodCheckLengthEquals, $ZodCheckStringFormat, $ZodCheckRegex, $ZodCheckLowerCase, $ZodCheckUpperCase, $ZodCheckIncludes, $ZodCheckStartsWith, $ZodCheckEndsWith, $ZodCheckOverwrite;
var init_checks = __esm({
  "node_modules/zod/v4/core/checks.js"() {
    init_core();
    init_regexes();
    init_util();
    $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
      var _a3;
      inst._zod ?? (inst._zod = {});
      inst._zod.def = def;
      (_a3 = inst._zod).onattach ?? (_a3.onattach = []);
    });
    _whenHasLength = (payload) => {
      const val = payload.value;
      return !nullish(val) && val.length !== void 0;
    };
    numericOriginMap = {
      number: "number",
      bigint: "bigint",
      object: "date"
    };
    $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
      $ZodCheck.init(inst, def);
      const origin = numericOriginMap[typeof def.value];
      inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
          return;
        }
        payload.issues.push({
          origin: numericOriginMap[typeof payload.value] ?? origin,
          code: "too_big",
          maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
          input: payload.value,
          inclusive: def.inclusive,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
      $ZodCheck.init(inst, def);
      const origin = numericOriginMap[typeof def.value];
      inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
          return;
        }
        payload.issues.push({
          origin: numericOriginMap[typeof payload.value] ?? origin,
          code: "too_small",
          minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
          input: payload.value,
          inclusive: def.inclusive,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckMultipleOf = /* @__PURE__ */ $constructor("$ZodCheckMultipleOf", (inst, def) => {
      $ZodCheck.init(inst, def);
      inst._zod.check = (payload) => {
        if (typeof payload.value !== typeof def.value)
          throw new Error("Cannot mix number and bigint in multiple_of check.");
        const isMultiple = typeof payload.value === "bigint" ? (
          // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
          def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
        ) : floatSafeRemainder(payload.value, def.value) === 0;
        if (isMultiple)
          return;
        payload.issues.push({
          origin: typeof payload.value,
          code: "not_multiple_of",
          divisor: def.value,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
      $ZodCheck.init(inst, def);
      def.format = def.format || "float64";
      const isInt = def.format?.includes("int");
      const origin = isInt ? "int" : "number";
      const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
      inst._zod.check = (payload) => {
        const input = payload.value;
        if (isInt) {
          if (!Number.isInteger(input)) {
            payload.issues.push({
              expected: origin,
              format: def.format,
              code: "invalid_type",
              continue: false,
              input,
              inst
            });
            return;
          }
          if (!Number.isSafeInteger(input)) {
            if (input > 0) {
              payload.issues.push({
                input,
                code: "too_big",
                maximum: Number.MAX_SAFE_INTEGER,
                note: "Integers must be within the safe integer range.",
                inst,
                origin,
                inclusive: true,
                continue: !def.abort
              });
            } else {
              payload.issues.push({
                input,
                code: "too_small",
                minimum: Number.MIN_SAFE_INTEGER,
                note: "Integers must be within the safe integer range.",
                inst,
                origin,
                inclusive: true,
                continue: !def.abort
              });
            }
            return;
          }
        }
        if (input < minimum) {
          payload.issues.push({
            origin: "number",
            input,
            code: "too_small",
            minimum,
            inclusive: true,
            inst,
            continue: !def.abort
          });
        }
        if (input > maximum) {
          payload.issues.push({
            origin: "number",
            input,
            code: "too_big",
            maximum,
            inclusive: true,
            inst,
            continue: !def.abort
          });
        }
      };
    });
    $ZodCheckMaxLength = /* @__PURE__ */ $constructor("$ZodCheckMaxLength", (inst, def) => {
      var _a3;
      $ZodCheck.init(inst, def);
      (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
      inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        const length = typeof input === "string" && units > def.maximum ? codePointLength(input) : units;
        if (length <= def.maximum)
          return;
        const origin = getLengthableOrigin(input);
        payload.issues.push({
          origin,
          code: "too_big",
          maximum: def.maximum,
          inclusive: true,
          input,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
      var _a3;
      $ZodCheck.init(inst, def);
      (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
      inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units;
        if (length >= def.minimum)
          return;
        const origin = getLengthableOrigin(input);
        payload.issues.push({
          origin,
          code: "too_small",
          minimum: def.minimum,
          inclusive: true,
          input,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckLengthEquals = /* @__PURE__ */ $constructor("$ZodCheckLengthEquals", (inst, def) => {
      var _a3;
      $ZodCheck.init(inst, def);
      (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
      inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
        if (length === def.length)
          return;
        const origin = getLengthableOrigin(input);
        const tooBig = length > def.length;
        payload.issues.push({
          origin,
          ...tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length },
          inclusive: true,
          exact: true,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
      var _a3, _b;
      $ZodCheck.init(inst, def);
      if (def.pattern)
        (_a3 = inst._zod).check ?? (_a3.check = (payload) => {
          def.pattern.lastIndex = 0;
          if (def.pattern.test(payload.value))
            return;
          payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: def.format,
            input: payload.value,
            ...def.pattern ? { pattern: def.pattern.toString() } : {},
            inst,
            continue: !def.abort
          });
        });
      else
        (_b = inst._zod).check ?? (_b.check = () => {
        });
    });
    $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
      $ZodCheckStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        def.pattern.lastIndex = 0;
        if (def.pattern.test(payload.value))
          return;
        payload.issues.push({
          origin: "string",
          code: "invalid_format",
          format: "regex",
          input: payload.value,
          pattern: def.pattern.toString(),
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckLowerCase = /* @__PURE__ */ $constructor("$ZodCheckLowerCase", (inst, def) => {
      def.pattern ?? (def.pattern = lowercase);
      $ZodCheckStringFormat.init(inst, def);
    });
    $ZodCheckUpperCase = /* @__PURE__ */ $constructor("$ZodCheckUpperCase", (inst, def) => {
      def.pattern ?? (def.pattern = uppercase);
      $ZodCheckStringFormat.init(inst, def);
    });
    $ZodCheckIncludes = /* @__PURE__ */ $constructor("$ZodCheckIncludes", (inst, def) => {
      $ZodCheck.init(inst, def);
      const escapedRegex = escapeRegex(def.includes);
      const pattern2 = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
      def.pattern = pattern2;
      inst._zod.check = (payload) => {
        if (payload.value.includes(def.includes, def.position))
          return;
        payload.issues.push({
          origin: "string",
          code: "invalid_format",
          format: "includes",
          includes: def.includes,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckStartsWith = /* @__PURE__ */ $constructor("$ZodCheckStartsWith", (inst, def) => {
      $ZodCheck.init(inst, def);
      const pattern2 = new RegExp(`^${escapeRegex(def.prefix)}.*`);
      def.pattern ?? (def.pattern = pattern2);
      inst._zod.check = (payload) => {
        if (payload.value.startsWith(def.prefix))
          return;
        payload.issues.push({
          origin: "string",
          code: "invalid_format",
          format: "starts_with",
          prefix: def.prefix,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckEndsWith = /* @__PURE__ */ $constructor("$ZodCheckEndsWith", (inst, def) => {
      $ZodCheck.init(inst, def);
      const pattern2 = new RegExp(`.*${escapeRegex(def.suffix)}$`);
      def.pattern ?? (def.pattern = pattern2);
      inst._zod.check = (payload) => {
        if (payload.value.endsWith(def.suffix))
          return;
        payload.issues.push({
          origin: "string",
          code: "invalid_format",
          format: "ends_with",
          suffix: def.suffix,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckOverwrite = /* @__PURE__ */ $constructor("$ZodCheckOverwrite", (inst, def) => {
      $ZodCheck.init(inst, def);
      inst._zod.check = (payload) => {
        payload.value = def.tx(payload.value);
      };
    });
  }
});

// node_modules/zod/v4/core/doc.js
var Doc;
var init_doc = __esm({
  "node_modules/zod/v4/core/doc.js"() {
    Doc = class {
      constructor(args = [], closed2 = {}) {
        this.content = [];
        this.indent = 0;
        this.args = args;
        this.closed = closed2;
      }
      // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
      indented(fn) {
        this.indent += 1;
        try {
          fn(this);
        } finally {
          this.indent -= 1;
        }
      }
      write(arg) {
        if (typeof arg === "function") {
          arg(this, { execution: "sync" });
          arg(this, { execution: "async" });
          return;
        }
        const content = arg;
        const lines2 = content.split("\n").filter((x) => x);
        const minIndent = Math.min(...lines2.map((x) => x.length - x.trimStart().length));
        const dedented = lines2.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
        for (const line of dedented) {
          this.content.push(line);
        }
      }
      compile() {
        const F = Function;
        const content = this?.content ?? [``];
        const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {
${content.join("\n")}
};`);
        return factory(...Object.values(this.closed));
      }
    };
  }
});

// node_modules/zod/v4/core/versions.js
var version;
var init_versions = __esm({
  "node_modules/zod/v4/core/versions.js"() {
    version = {
      major: 4,
      minor: 6,
      patch: 7
    };
  }
});

// node_modules/zod/v4/core/schemas.js
async function validateAsync2(inst, value) {
  const ctx = { async: true };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      const ctx = { async: false };
      try {
        const r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch (_) {
      }
      return validateAsync2(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
function canParseURL(input) {
  try {
    if (typeof URL !== "undefined" && typeof URL.canParse === "function")
      return URL.canParse(input);
    new URL(input);
    return true;
  } catch {
    return false;
  }
}
function validateURL(trimmed, def) {
  if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
    return canParseURL(trimmed) || URL_UNPARSEABLE;
  }
  return parseURLObject(trimmed, def);
}
function parseURLObject(trimmed, def) {
  if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) {
    return URL_BAD_FORMAT;
  }
  try {
    if (typeof URL !== "undefined") {
      const URLStatic = URL;
      if (typeof URLStatic.parse === "function")
        return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
    }
    return new URL(trimmed);
  } catch {
    return URL_UNPARSEABLE;
  }
}
function stripTabAndNewline(value) {
  return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url2, hostname) {
  hostname.lastIndex = 0;
  return hostname.test(url2.hostname);
}
function urlProtocolOk(url2, protocol) {
  protocol.lastIndex = 0;
  return protocol.test(url2.protocol.endsWith(":") ? url2.protocol.slice(0, -1) : url2.protocol);
}
function isValidIPv6(value) {
  if (!ipv6Alphabet.test(value))
    return false;
  return canParseURL(`http://[${value}]`);
}
function isValidCIDRv6(value) {
  const parts = value.split("/");
  if (parts.length !== 2)
    return false;
  const [address, prefix2] = parts;
  if (!prefix2)
    return false;
  const prefixNum = Number(prefix2);
  if (`${prefixNum}` !== prefix2)
    return false;
  if (prefixNum < 0 || prefixNum > 128)
    return false;
  return isValidIPv6(address);
}
function isValidBase64(data) {
  if (data === "")
    return true;
  if (/\s/.test(data))
    return false;
  if (data.length % 4 !== 0)
    return false;
  try {
    atob(data);
    return true;
  } catch {
    return false;
  }
}
function isValidBase64URL(data) {
  if (!base64urlCharset.test(data))
    return false;
  const base642 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
  const padded = base642.padEnd(Math.ceil(base642.length / 4) * 4, "=");
  return isValidBase64(padded);
}
function isValidJWT(token, algorithm = null) {
  try {
    const tokensParts = token.split(".");
    if (tokensParts.length !== 3)
      return false;
    const [header2] = tokensParts;
    if (!header2)
      return false;
    const parsedHeader = JSON.parse(atob(header2));
    if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
      return false;
    if (!parsedHeader.alg)
      return false;
    if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
      return false;
    return true;
  } catch {
    return false;
  }
}
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse3 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start].continue = false;
          attachSchema(payload.issues, start, inst);
          return payload;
        }
      }
    }
    return parse3(payload, ctx);
  };
}
function handleArrayResult(result2, final, index2) {
  if (result2.issues.length) {
    final.issues.push(...prefixIssues(index2, result2.issues));
  }
  final.value[index2] = result2.value;
}
function handlePropertyResult(result2, final, key, input, optin, optout) {
  const isPresent = key in input;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") {
    return;
  }
  if (result2.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) {
      return;
    }
    final.issues.push(...prefixIssues(key, result2.issues));
  }
  if (!isPresent && optin === void 0) {
    if (!result2.issues.length) {
      final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
    }
    return;
  }
  if (result2.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) {
      final.value[key] = void 0;
    }
  } else {
    final.value[key] = result2.value;
  }
}
function normalizeDef(def) {
  const keys = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (const k of allKeys) {
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
    }
  }
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen = 0;
  for (const key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      if (t === "never")
        unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    const r = _catchall.run({ value: input[key], issues: [] }, ctx);
    if (r instanceof Promise) {
      proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
    } else {
      handlePropertyResult(r, payload, key, input, optin, optout);
    }
  }
  if (unrecognized.length) {
    payload.issues.push({
      code: "unrecognized_keys",
      keys: unrecognized,
      input,
      inst,
      // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
      continue: true
    });
  }
  if (!proms.length)
    return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
function handleUnionResults(results, final, inst, ctx) {
  for (const result2 of results) {
    if (result2.issues.length === 0) {
      final.value = result2.value;
      return final;
    }
  }
  const nonaborted = results.filter((r) => !aborted(r));
  if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
  }
  final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result2) => result2.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  });
  return final;
}
function mergeValues(a, b) {
  if (a === b) {
    return { valid: true, data: a };
  }
  if (a instanceof Date && b instanceof Date && +a === +b) {
    return { valid: true, data: a };
  }
  if (isPlainObject(a) && isPlainObject(b)) {
    const bKeys = Object.keys(b);
    const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
    const newObj = { ...a, ...b };
    if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
      delete newObj.__proto__;
    for (const key of sharedKeys) {
      if (key === "__proto__")
        continue;
      const sharedValue = mergeValues(a[key], b[key]);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
        };
      }
      newObj[key] = sharedValue.data;
    }
    return { valid: true, data: newObj };
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) {
      return { valid: false, mergeErrorPath: [] };
    }
    const newArray = [];
    for (let index2 = 0; index2 < a.length; index2++) {
      const itemA = a[index2];
      const itemB = b[index2];
      const sharedValue = mergeValues(itemA, itemB);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [index2, ...sharedValue.mergeErrorPath]
        };
      }
      newArray.push(sharedValue.data);
    }
    return { valid: true, data: newArray };
  }
  return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result2, left, right) {
  const unrecKeys = /* @__PURE__ */ new Map();
  let unrecIssue;
  const keyIssues = /* @__PURE__ */ new Map();
  const collect = (iss, side2) => {
    let keys;
    if (iss.code === "unrecognized_keys" && !iss.path?.length) {
      unrecIssue ?? (unrecIssue = iss);
      keys = iss.keys;
    } else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
      const k = String(iss.path[0]);
      if (!keyIssues.has(k))
        keyIssues.set(k, iss);
      keys = [k];
    } else {
      return false;
    }
    for (const k of keys) {
      if (!unrecKeys.has(k))
        unrecKeys.set(k, {});
      unrecKeys.get(k)[side2] = true;
    }
    return true;
  };
  for (const iss of left.issues) {
    if (!collect(iss, "l"))
      result2.issues.push(iss);
  }
  for (const iss of right.issues) {
    if (!collect(iss, "r"))
      result2.issues.push(iss);
  }
  const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
  if (bothKeys.length) {
    const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
    if (aggregated.length)
      result2.issues.push({ ...unrecIssue, keys: aggregated });
    for (const k of bothKeys) {
      if (!aggregated.includes(k) && keyIssues.has(k))
        result2.issues.push(keyIssues.get(k));
    }
  }
  const merged = mergeValues(left.value, right.value);
  if (!merged.valid) {
    if (aborted(result2))
      return result2;
    throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
  }
  result2.value = merged.data;
  return result2;
}
function handleOptionalResult(payload, result2) {
  payload.value = result2.issues.length ? void 0 : result2.value;
  return payload;
}
function handleDefaultResult(payload, def) {
  if (payload.value === void 0) {
    payload.value = def.defaultValue;
  }
  return payload;
}
function handleNonOptionalResult(payload, inst) {
  if (!payload.issues.length && payload.value === void 0) {
    payload.issues.push({
      code: "invalid_type",
      expected: "nonoptional",
      input: payload.value,
      inst
    });
  }
  return payload;
}
function handleCatchResult(payload, result2, def, ctx) {
  if (!result2.issues.length) {
    payload.value = result2.value;
    if (result2.memo)
      payload.memo = true;
    return payload;
  }
  payload.value = def.catchValue({
    ...result2,
    value: payload.value,
    error: {
      issues: result2.issues.map((iss) => finalizeIssue(iss, ctx, config()))
    },
    input: payload.value
  });
  return payload;
}
function handlePipeResult(left, next, ctx) {
  if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
    left.aborted = true;
    return left;
  }
  return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
function handleReadonlyResult(payload) {
  if (!payload.memo)
    payload.value = Object.freeze(payload.value);
  return payload;
}
function handleRefineResult(result2, payload, input, inst) {
  if (!result2) {
    const _iss = {
      code: "custom",
      input,
      inst,
      // incorporates params.error into issue reporting
      path: [...inst._zod.def.path ?? []],
      // incorporates params.error into issue reporting
      continue: !inst._zod.def.abort
      // params: inst._zod.def.params,
    };
    if (inst._zod.def.params)
      _iss.params = inst._zod.def.params;
    payload.issues.push(issue(_iss));
  }
}
var $ZodType, toStandardResult, $ZodString, $ZodStringFormat, $ZodGUID, $ZodUUID, $ZodEmail, URL_BAD_FORMAT, URL_UNPARSEABLE, asciiTabOrNewline, $ZodURL, $ZodEmoji, $ZodNanoID, $ZodCUID, $ZodCUID2, $ZodULID, $ZodXID, $ZodKSUID, $ZodISODateTime, $ZodISODate, $ZodISOTime, $ZodISODuration, $ZodIPv4, ipv6Alphabet, $ZodIPv6, $ZodCIDRv4, $ZodCIDRv6, base64Charset, $ZodBase64, base64urlCharset, $ZodBase64URL, $ZodE164, $ZodJWT, $ZodNumber, $ZodNumberFormat, $ZodUnknown, $ZodNever, arraySize, $ZodArray, NO_SYMBOL_KEYS, $ZodObject, $ZodObjectJIT, $ZodUnion, $ZodIntersection, $ZodEnum, $ZodLiteral, $ZodTransform, $ZodOptional, $ZodExactOptional, $ZodNullable, $ZodDefault, $ZodPrefault, $ZodNonOptional, $ZodCatch, $ZodPipe, $ZodReadonly, $ZodCustom;
var init_schemas = __esm({
  "node_modules/zod/v4/core/schemas.js"() {
    init_checks();
    init_core();
    init_doc();
    init_regexes();
    init_util();
    init_versions();
    init_util();
    $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
      var _a3;
      inst ?? (inst = {});
      inst._zod.def = def;
      inst._zod.bag = inst._zod.bag || {};
      inst._zod.version = version;
      const defChecks = inst._zod.def.checks;
      const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
      for (const ch of checks) {
        for (const fn of ch._zod.onattach) {
          fn(inst);
        }
      }
      if (checks.length === 0) {
        (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
        inst._zod.deferred?.push(() => {
          inst._zod.run = inst._zod.parse;
        });
      } else {
        const runChecks = (payload, checks2, ctx) => {
          if (payload.memo)
            return payload;
          let isAborted = aborted(payload);
          let asyncResult;
          for (const ch of checks2) {
            if (ch._zod.def.when) {
              if (explicitlyAborted(payload))
                continue;
              const shouldRun = ch._zod.def.when(payload);
              if (!shouldRun)
                continue;
            } else if (isAborted) {
              continue;
            }
            const currLen = payload.issues.length;
            const _ = ch._zod.check(payload);
            if (_ instanceof Promise && ctx?.async === false) {
              throw new $ZodAsyncError();
            }
            if (asyncResult || _ instanceof Promise) {
              asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
                await _;
                const nextLen = payload.issues.length;
                if (nextLen === currLen)
                  return;
                attachSchema(payload.issues, currLen, inst);
                if (!isAborted)
                  isAborted = aborted(payload, currLen);
              });
            } else {
              const nextLen = payload.issues.length;
              if (nextLen === currLen)
                continue;
              attachSchema(payload.issues, currLen, inst);
              if (!isAborted)
                isAborted = aborted(payload, currLen);
            }
          }
          if (asyncResult) {
            return asyncResult.then(() => {
              return payload;
            });
          }
          return payload;
        };
        const handleCanaryResult = (canary, payload, ctx) => {
          if (aborted(canary)) {
            canary.aborted = true;
            return canary;
          }
          const checkResult = runChecks(payload, checks, ctx);
          if (checkResult instanceof Promise) {
            if (ctx.async === false)
              throw new $ZodAsyncError();
            return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
          }
          return inst._zod.parse(checkResult, ctx);
        };
        inst._zod.run = (payload, ctx) => {
          if (ctx.skipChecks) {
            return inst._zod.parse(payload, ctx);
          }
          if (ctx.direction === "backward") {
            const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
            if (canary instanceof Promise) {
              return canary.then((canary2) => {
                return handleCanaryResult(canary2, payload, ctx);
              });
            }
            return handleCanaryResult(canary, payload, ctx);
          }
          const result2 = inst._zod.parse(payload, ctx);
          if (result2 instanceof Promise) {
            if (ctx.async === false)
              throw new $ZodAsyncError();
            return result2.then((result3) => runChecks(result3, checks, ctx));
          }
          return runChecks(result2, checks, ctx);
        };
      }
    }, {
      // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
      get "~standard"() {
        return hide(this, "~standard", standardProps(this));
      },
      set "~standard"(value) {
        own(this, "~standard", value);
      }
    });
    toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
    $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.pattern = def.pattern ?? anyString;
      inst._zod.parse = (payload, _) => {
        if (def.coerce)
          try {
            payload.value = String(payload.value);
          } catch (_2) {
          }
        if (typeof payload.value === "string")
          return payload;
        payload.issues.push({
          expected: "string",
          code: "invalid_type",
          input: payload.value,
          inst
        });
        return payload;
      };
    });
    $ZodStringFormat = /* @__PURE__ */ $constructor("$ZodStringFormat", (inst, def) => {
      $ZodCheckStringFormat.init(inst, def);
      $ZodString.init(inst, def);
    });
    $ZodGUID = /* @__PURE__ */ $constructor("$ZodGUID", (inst, def) => {
      def.pattern ?? (def.pattern = guid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodUUID = /* @__PURE__ */ $constructor("$ZodUUID", (inst, def) => {
      if (def.version) {
        const versionMap = {
          v1: 1,
          v2: 2,
          v3: 3,
          v4: 4,
          v5: 5,
          v6: 6,
          v7: 7,
          v8: 8
        };
        const v = versionMap[def.version];
        if (v === void 0)
          throw new Error(`Invalid UUID version: "${def.version}"`);
        def.pattern ?? (def.pattern = uuid(v));
      } else
        def.pattern ?? (def.pattern = uuid());
      $ZodStringFormat.init(inst, def);
    });
    $ZodEmail = /* @__PURE__ */ $constructor("$ZodEmail", (inst, def) => {
      def.pattern ?? (def.pattern = email);
      $ZodStringFormat.init(inst, def);
    });
    URL_BAD_FORMAT = 1;
    URL_UNPARSEABLE = 2;
    asciiTabOrNewline = /[\t\n\r]/g;
    $ZodURL = /* @__PURE__ */ $constructor("$ZodURL", (inst, def) => {
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        try {
          const trimmed = payload.value.trim();
          const url2 = validateURL(trimmed, def);
          if (url2 === URL_BAD_FORMAT) {
            payload.issues.push({
              code: "invalid_format",
              format: "url",
              note: "Invalid URL format",
              input: payload.value,
              inst,
              continue: !def.abort
            });
            return;
          }
          if (url2 === URL_UNPARSEABLE) {
            payload.issues.push({
              code: "invalid_format",
              format: "url",
              input: payload.value,
              inst,
              continue: !def.abort
            });
            return;
          }
          if (url2 === true) {
            payload.value = stripTabAndNewline(trimmed);
            return;
          }
          if (def.hostname && !urlHostnameOk(url2, def.hostname)) {
            payload.issues.push({
              code: "invalid_format",
              format: "url",
              note: "Invalid hostname",
              pattern: def.hostname.source,
              input: payload.value,
              inst,
              continue: !def.abort
            });
          }
          if (def.protocol && !urlProtocolOk(url2, def.protocol)) {
            payload.issues.push({
              code: "invalid_format",
              format: "url",
              note: "Invalid protocol",
              pattern: def.protocol.source,
              input: payload.value,
              inst,
              continue: !def.abort
            });
          }
          payload.value = def.normalize ? url2.href : stripTabAndNewline(trimmed);
          return;
        } catch (_) {
          payload.issues.push({
            code: "invalid_format",
            format: "url",
            input: payload.value,
            inst,
            continue: !def.abort
          });
        }
      };
    });
    $ZodEmoji = /* @__PURE__ */ $constructor("$ZodEmoji", (inst, def) => {
      def.pattern ?? (def.pattern = emoji());
      $ZodStringFormat.init(inst, def);
    });
    $ZodNanoID = /* @__PURE__ */ $constructor("$ZodNanoID", (inst, def) => {
      if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1))
        throw new Error(`Invalid nanoid length: ${def.length}`);
      def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
      $ZodStringFormat.init(inst, def);
    });
    $ZodCUID = /* @__PURE__ */ $constructor("$ZodCUID", (inst, def) => {
      def.pattern ?? (def.pattern = cuid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodCUID2 = /* @__PURE__ */ $constructor("$ZodCUID2", (inst, def) => {
      def.pattern ?? (def.pattern = cuid2);
      $ZodStringFormat.init(inst, def);
    });
    $ZodULID = /* @__PURE__ */ $constructor("$ZodULID", (inst, def) => {
      def.pattern ?? (def.pattern = ulid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodXID = /* @__PURE__ */ $constructor("$ZodXID", (inst, def) => {
      def.pattern ?? (def.pattern = xid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodKSUID = /* @__PURE__ */ $constructor("$ZodKSUID", (inst, def) => {
      def.pattern ?? (def.pattern = ksuid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodISODateTime = /* @__PURE__ */ $constructor("$ZodISODateTime", (inst, def) => {
      def.pattern ?? (def.pattern = datetime(def));
      $ZodStringFormat.init(inst, def);
    });
    $ZodISODate = /* @__PURE__ */ $constructor("$ZodISODate", (inst, def) => {
      def.pattern ?? (def.pattern = date);
      $ZodStringFormat.init(inst, def);
    });
    $ZodISOTime = /* @__PURE__ */ $constructor("$ZodISOTime", (inst, def) => {
      def.pattern ?? (def.pattern = time(def));
      $ZodStringFormat.init(inst, def);
    });
    $ZodISODuration = /* @__PURE__ */ $constructor("$ZodISODuration", (inst, def) => {
      def.pattern ?? (def.pattern = duration);
      $ZodStringFormat.init(inst, def);
    });
    $ZodIPv4 = /* @__PURE__ */ $constructor("$ZodIPv4", (inst, def) => {
      def.pattern ?? (def.pattern = ipv4);
      $ZodStringFormat.init(inst, def);
    });
    ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
    $ZodIPv6 = /* @__PURE__ */ $constructor("$ZodIPv6", (inst, def) => {
      def.pattern ?? (def.pattern = ipv6);
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (!isValidIPv6(payload.value)) {
          payload.issues.push({
            code: "invalid_format",
            format: "ipv6",
            input: payload.value,
            inst,
            continue: !def.abort
          });
        }
      };
    });
    $ZodCIDRv4 = /* @__PURE__ */ $constructor("$ZodCIDRv4", (inst, def) => {
      def.pattern ?? (def.pattern = cidrv4);
      $ZodStringFormat.init(inst, def);
    });
    $ZodCIDRv6 = /* @__PURE__ */ $constructor("$ZodCIDRv6", (inst, def) => {
      def.pattern ?? (def.pattern = cidrv6);
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (!isValidCIDRv6(payload.value)) {
          payload.issues.push({
            code: "invalid_format",
            format: "cidrv6",
            input: payload.value,
            inst,
            continue: !def.abort
          });
        }
      };
    });
    base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
    $ZodBase64 = /* @__PURE__ */ $constructor("$ZodBase64", (inst, def) => {
      def.pattern ?? (def.pattern = base64Charset);
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (isValidBase64(payload.value))
          return;
        payload.issues.push({
          code: "invalid_format",
          format: "base64",
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    base64urlCharset = /^[A-Za-z0-9_-]*$/;
    $ZodBase64URL = /* @__PURE__ */ $constructor("$ZodBase64URL", (inst, def) => {
      def.pattern ?? (def.pattern = base64urlCharset);
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (isValidBase64URL(payload.value))
          return;
        payload.issues.push({
          code: "invalid_format",
          format: "base64url",
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodE164 = /* @__PURE__ */ $constructor("$ZodE164", (inst, def) => {
      def.pattern ?? (def.pattern = e164);
      $ZodStringFormat.init(inst, def);
    });
    $ZodJWT = /* @__PURE__ */ $constructor("$ZodJWT", (inst, def) => {
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (isValidJWT(payload.value, def.alg))
          return;
        payload.issues.push({
          code: "invalid_format",
          format: "jwt",
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.pattern = number;
      inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
          try {
            payload.value = Number(payload.value);
          } catch (_) {
          }
        const input = payload.value;
        if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
          return payload;
        }
        const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
        payload.issues.push({
          expected: "number",
          code: "invalid_type",
          input,
          inst,
          ...received ? { received } : {}
        });
        return payload;
      };
    });
    $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
      $ZodCheckNumberFormat.init(inst, def);
      $ZodNumber.init(inst, def);
    });
    $ZodUnknown = /* @__PURE__ */ $constructor("$ZodUnknown", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.parse = (payload) => payload;
    });
    $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.parse = (payload, _ctx) => {
        payload.issues.push({
          expected: "never",
          code: "invalid_type",
          input: payload.value,
          inst
        });
        return payload;
      };
    });
    arraySize = (input) => Array.isArray(input) ? input.length : -1;
    $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
      $ZodType.init(inst, def);
      const memo2 = globalConfig.memoizer;
      memo2?.attach(inst);
      inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
          payload.issues.push({
            expected: "array",
            code: "invalid_type",
            input,
            inst
          });
          return payload;
        }
        payload.value = memo2 ? memo2.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
        const proms = [];
        const abortEarly = ctx?.abortEarly;
        for (let i = 0; i < input.length; i++) {
          const item = input[i];
          const result2 = def.element._zod.run({
            value: item,
            issues: []
          }, ctx);
          if (result2 instanceof Promise) {
            proms.push(result2.then((result3) => handleArrayResult(result3, payload, i)));
          } else {
            handleArrayResult(result2, payload, i);
            if (abortEarly && result2.issues.length !== 0 && aborted(result2))
              break;
          }
        }
        if (proms.length) {
          return Promise.all(proms).then(() => payload);
        }
        return payload;
      };
      capSize(inst, arraySize);
    });
    NO_SYMBOL_KEYS = [];
    $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
      $ZodType.init(inst, def);
      const desc = Object.getOwnPropertyDescriptor(def, "shape");
      const sh = desc?.get ? desc.get.raw : def.shape ?? {};
      if (sh) {
        const get = () => {
          const newSh = { ...sh };
          Object.defineProperty(def, "shape", { value: newSh });
          get.raw = newSh;
          return newSh;
        };
        get.raw = sh;
        Object.defineProperty(def, "shape", { get });
      }
      const _normalized = cached(() => normalizeDef(def));
      defineLazyInternal(inst, "propValues", (zod) => {
        const shape = zod.def.shape;
        const propValues = {};
        for (const key in shape) {
          const field = shape[key]._zod;
          if (field.values) {
            if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
              assignProp(propValues, key, /* @__PURE__ */ new Set());
            }
            for (const v of field.values)
              propValues[key].add(v);
            if (field.optin !== void 0)
              propValues[key].add(void 0);
          }
        }
        return propValues;
      });
      const isObject2 = isObject;
      const catchall = def.catchall;
      let value;
      const memo2 = globalConfig.memoizer;
      memo2?.attach(inst);
      inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject2(input)) {
          payload.issues.push({
            expected: "object",
            code: "invalid_type",
            input,
            inst
          });
          return payload;
        }
        payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
        const proms = [];
        const shape = value.shape;
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const key of value.allKeys) {
          if (abortEarly && payload.issues.length !== seen) {
            if (aborted(payload, seen))
              break;
            seen = payload.issues.length;
          }
          if (key === "__proto__")
            continue;
          const el = shape[key];
          const optin = el._zod.optin;
          const optout = el._zod.optout;
          const r = el._zod.run({ value: input[key], issues: [] }, ctx);
          if (r instanceof Promise) {
            proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
          } else {
            handlePropertyResult(r, payload, key, input, optin, optout);
          }
        }
        if (!catchall) {
          return proms.length ? Promise.all(proms).then(() => payload) : payload;
        }
        return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
      };
    });
    $ZodObjectJIT = /* @__PURE__ */ $constructor("$ZodObjectJIT", (inst, def) => {
      $ZodObject.init(inst, def);
      const superParse = inst._zod.parse;
      const _normalized = cached(() => normalizeDef(def));
      const memo2 = globalConfig.memoizer;
      const generateFastpass = (shape) => {
        const normalized = _normalized.value;
        const syms = normalized.symbolKeys;
        const doc = new Doc(["payload", "ctx"], { shape, inst, memo: memo2, syms });
        const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
        const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
        doc.write(`const input = payload.value;`);
        const ids = /* @__PURE__ */ Object.create(null);
        let counter = 0;
        for (const key of normalized.allKeys) {
          ids[key] = `key_${counter++}`;
        }
        doc.write(memo2 ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
        for (const key of normalized.allKeys) {
          if (key === "__proto__")
            continue;
          const id = ids[key];
          const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
          const isPresent = `${k} in input`;
          const schema = shape[key];
          const optin = schema?._zod?.optin;
          const isOptionalIn = optin !== void 0;
          const isOptionalOut = schema?._zod?.optout === "optional";
          doc.write(`const ${id} = ${parseStr(k)};`);
          if (isOptionalIn && isOptionalOut) {
            const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
            doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
          } else if (!isOptionalIn) {
            doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
          } else {
            doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
            if (optin === "defaulted") {
              doc.write(`newResult[${k}] = ${id}.value;`);
            } else {
              doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
            }
          }
        }
        doc.write(`payload.value = newResult;`);
        doc.write(`return payload;`);
        return doc.compile();
      };
      let fastpass;
      const isObject2 = isObject;
      const jit = !globalConfig.jitless;
      const allowsEval2 = allowsEval;
      const fastEnabled = jit && allowsEval2.value;
      const catchall = def.catchall;
      let value;
      inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject2(input)) {
          payload.issues.push({
            expected: "object",
            code: "invalid_type",
            input,
            inst
          });
          return payload;
        }
        if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
          if (!fastpass)
            fastpass = generateFastpass(def.shape);
          payload = fastpass(payload, ctx);
          if (!catchall)
            return payload;
          return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
        }
        return superParse(payload, ctx);
      };
    });
    $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
      defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
      defineLazyInternal(inst, "values", (zod) => {
        if (zod.def.options.every((o) => o._zod.values)) {
          return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
        }
        return void 0;
      });
      defineLazyInternal(inst, "pattern", (zod) => {
        if (zod.def.options.every((o) => o._zod.pattern)) {
          const patterns = zod.def.options.map((o) => o._zod.pattern);
          return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
        }
        return void 0;
      });
      const first = def.options.length === 1 ? def.options[0]._zod.run : null;
      inst._zod.parse = (payload, ctx) => {
        if (first) {
          return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
          const result2 = option._zod.run({
            value: payload.value,
            issues: []
          }, ctx);
          if (result2 instanceof Promise) {
            results.push(result2);
            async = true;
          } else {
            if (result2.issues.length === 0)
              return result2;
            results.push(result2);
          }
        }
        if (!async)
          return handleUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results2) => {
          return handleUnionResults(results2, payload, inst, ctx);
        });
      };
    });
    $ZodIntersection = /* @__PURE__ */ $constructor("$ZodIntersection", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        const left = def.left._zod.run({ value: input, issues: [] }, ctx);
        const right = def.right._zod.run({ value: input, issues: [] }, ctx);
        const async = left instanceof Promise || right instanceof Promise;
        if (async) {
          return Promise.all([left, right]).then(([left2, right2]) => {
            return handleIntersectionResults(payload, left2, right2);
          });
        }
        return handleIntersectionResults(payload, left, right);
      };
    });
    $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
      $ZodType.init(inst, def);
      const values = getEnumValues(def.entries);
      const valuesSet = new Set(values);
      inst._zod.values = valuesSet;
      defineLazyInternal(inst, "pattern", (zod) => {
        const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
        return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
      });
      inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (valuesSet.has(input)) {
          return payload;
        }
        payload.issues.push({
          code: "invalid_value",
          values,
          input,
          inst
        });
        return payload;
      };
    });
    $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
      $ZodType.init(inst, def);
      const values = new Set(def.values);
      inst._zod.values = values;
      defineLazyInternal(inst, "pattern", (zod) => {
        const vals = zod.def.values;
        return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
      });
      inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (values.has(input)) {
          return payload;
        }
        payload.issues.push({
          code: "invalid_value",
          values: def.values,
          input,
          inst
        });
        return payload;
      };
    });
    $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.optin = "optional";
      globalConfig.memoizer?.guard(inst);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
          throw new $ZodEncodeError(inst.constructor.name);
        }
        const _out = def.transform(payload.value, payload);
        if (ctx.async) {
          const output = _out instanceof Promise ? _out : Promise.resolve(_out);
          return output.then((output2) => {
            payload.value = output2;
            return payload;
          });
        }
        if (_out instanceof Promise) {
          throw new $ZodAsyncError();
        }
        payload.value = _out;
        return payload;
      };
    });
    $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
      inst._zod.optout = "optional";
      defineLazyInternal(inst, "values", (zod) => {
        const values = zod.def.innerType._zod.values;
        return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
      });
      defineLazyInternal(inst, "pattern", (zod) => {
        const pattern2 = zod.def.innerType._zod.pattern;
        return pattern2 ? new RegExp(`^(${cleanRegex(pattern2.source)})?$`) : void 0;
      });
      inst._zod.parse = (payload, ctx) => {
        if (payload.value === void 0) {
          if (def.innerType._zod.optin !== "defaulted")
            return payload;
          const result2 = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
          if (result2 instanceof Promise)
            return result2.then((result3) => handleOptionalResult(payload, result3));
          return handleOptionalResult(payload, result2);
        }
        return def.innerType._zod.run(payload, ctx);
      };
    });
    $ZodExactOptional = /* @__PURE__ */ $constructor("$ZodExactOptional", (inst, def) => {
      $ZodOptional.init(inst, def);
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
      inst._zod.parse = (payload, ctx) => {
        return def.innerType._zod.run(payload, ctx);
      };
    });
    $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
      defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
      defineLazyInternal(inst, "pattern", (zod) => {
        const pattern2 = zod.def.innerType._zod.pattern;
        return pattern2 ? new RegExp(`^(${cleanRegex(pattern2.source)}|null)$`) : void 0;
      });
      defineLazyInternal(inst, "values", (zod) => {
        return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
      });
      inst._zod.parse = (payload, ctx) => {
        if (payload.value === null)
          return payload;
        return def.innerType._zod.run(payload, ctx);
      };
    });
    $ZodDefault = /* @__PURE__ */ $constructor("$ZodDefault", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.optin = "defaulted";
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
          return def.innerType._zod.run(payload, ctx);
        }
        if (payload.value === void 0) {
          payload.value = def.defaultValue;
          return payload;
        }
        const result2 = def.innerType._zod.run(payload, ctx);
        if (result2 instanceof Promise) {
          return result2.then((result3) => handleDefaultResult(result3, def));
        }
        return handleDefaultResult(result2, def);
      };
    });
    $ZodPrefault = /* @__PURE__ */ $constructor("$ZodPrefault", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.optin = "defaulted";
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
          return def.innerType._zod.run(payload, ctx);
        }
        if (payload.value === void 0) {
          payload.value = def.defaultValue;
        }
        return def.innerType._zod.run(payload, ctx);
      };
    });
    $ZodNonOptional = /* @__PURE__ */ $constructor("$ZodNonOptional", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "values", (zod) => {
        const v = zod.def.innerType._zod.values;
        return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
      });
      inst._zod.parse = (payload, ctx) => {
        const result2 = def.innerType._zod.run(payload, ctx);
        if (result2 instanceof Promise) {
          return result2.then((result3) => handleNonOptionalResult(result3, inst));
        }
        return handleNonOptionalResult(result2, inst);
      };
    });
    $ZodCatch = /* @__PURE__ */ $constructor("$ZodCatch", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
      defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
          return def.innerType._zod.run(payload, ctx);
        }
        const result2 = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
        if (result2 instanceof Promise) {
          return result2.then((result3) => handleCatchResult(payload, result3, def, ctx));
        }
        return handleCatchResult(payload, result2, def, ctx);
      };
    });
    $ZodPipe = /* @__PURE__ */ $constructor("$ZodPipe", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
      defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
      defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
      defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
          const right = def.out._zod.run(payload, ctx);
          if (right instanceof Promise) {
            return right.then((right2) => handlePipeResult(right2, def.in, ctx));
          }
          return handlePipeResult(right, def.in, ctx);
        }
        const left = def.in._zod.run(payload, ctx);
        if (left instanceof Promise) {
          return left.then((left2) => handlePipeResult(left2, def.out, ctx));
        }
        return handlePipeResult(left, def.out, ctx);
      };
    });
    $ZodReadonly = /* @__PURE__ */ $constructor("$ZodReadonly", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
      defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
          return def.innerType._zod.run(payload, ctx);
        }
        const result2 = def.innerType._zod.run(payload, ctx);
        if (result2 instanceof Promise) {
          return result2.then(handleReadonlyResult);
        }
        return handleReadonlyResult(result2);
      };
    });
    $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
      $ZodCheck.init(inst, def);
      $ZodType.init(inst, def);
      inst._zod.parse = (payload, _) => {
        return payload;
      };
      inst._zod.check = (payload) => {
        const input = payload.value;
        const r = def.fn(input);
        if (r instanceof Promise) {
          return r.then((r2) => handleRefineResult(r2, payload, input, inst));
        }
        handleRefineResult(r, payload, input, inst);
        return;
      };
    });
  }
});

// node_modules/zod/v4/core/memoizer.js
function isRef(value) {
  return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
  return issues.map((iss) => iss.path ? { ...iss, path: iss.path.slice() } : { ...iss });
}
function isRecursive(inst, stack, resolve4) {
  const cached2 = recursive.get(inst);
  if (cached2 !== void 0)
    return cached2 ? PROVEN : NONE;
  if (stack.has(inst))
    return PROVEN;
  stack.add(inst);
  let result2 = NONE;
  const check2 = (child) => {
    if (result2 !== PROVEN && child?._zod) {
      const answer = isRecursive(child, stack, resolve4);
      if (answer > result2)
        result2 = answer;
    }
  };
  const shape = (sh, spread) => {
    let answer = NONE;
    for (const key of Reflect.ownKeys(sh)) {
      const desc = Object.getOwnPropertyDescriptor(sh, key);
      if (spread && !desc.enumerable)
        continue;
      const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve4) : NONE;
      if (child > answer)
        answer = child;
    }
    return answer;
  };
  const merge2 = (answer) => {
    if (answer > result2)
      result2 = answer;
  };
  const def = inst._zod.def;
  const kind = def.type;
  switch (kind) {
    case "object": {
      const raw = rawShape(def);
      merge2(raw ? shape(raw, true) : ASSUMED);
      check2(def.catchall);
      break;
    }
    case "array":
      check2(def.element);
      break;
    case "tuple":
      for (const el of def.items)
        check2(el);
      check2(def.rest);
      break;
    case "record":
    case "map":
      check2(def.keyType);
      check2(def.valueType);
      break;
    case "set":
      check2(def.valueType);
      break;
    case "union":
      for (const el of def.options)
        check2(el);
      break;
    case "intersection":
      check2(def.left);
      check2(def.right);
      break;
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
    case "promise":
    case "success":
      check2(def.innerType);
      break;
    case "pipe":
      check2(def.in);
      check2(def.out);
      break;
    case "function":
      check2(def.input);
      check2(def.output);
      break;
    // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
    case "lazy": {
      const inner = def._cachedInner ?? (resolve4 ? inst._zod.innerType : void 0);
      merge2(inner ? isRecursive(inner, stack, false) : ASSUMED);
      break;
    }
    // a leaf by choice: `parts` are regex fragments, not data positions
    case "template_literal":
    // leaves
    case "string":
    case "number":
    case "int":
    case "boolean":
    case "bigint":
    case "symbol":
    case "undefined":
    case "null":
    case "void":
    case "never":
    case "any":
    case "unknown":
    case "date":
    case "nan":
    case "enum":
    case "literal":
    case "file":
    case "transform":
    case "custom":
      break;
    default: {
      kind;
      for (const key in def) {
        const desc = Object.getOwnPropertyDescriptor(def, key);
        if (!desc || desc.get)
          continue;
        const value = desc.value;
        if (!value || typeof value !== "object")
          continue;
        if (value._zod)
          check2(value);
        else if (Array.isArray(value))
          for (const el of value)
            check2(el);
      }
    }
  }
  stack.delete(inst);
  return settle(inst, result2);
}
function settle(inst, answer) {
  if (answer !== ASSUMED)
    recursive.set(inst, answer === PROVEN);
  return answer;
}
function bucketFor(state, inst) {
  let bucket = state.buckets.get(inst);
  if (!bucket) {
    bucket = /* @__PURE__ */ new WeakMap();
    state.buckets.set(inst, bucket);
  }
  return bucket;
}
function memoizer() {
  return memo;
}
function isBackEdge(ctx, value) {
  const backEdges = ctx[STATE]?.backEdges;
  return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}
var $ZodCyclicError, STATE, NO_ISSUES, recursive, NONE, ASSUMED, PROVEN, handoff, open, memo;
var init_memoizer = __esm({
  "node_modules/zod/v4/core/memoizer.js"() {
    init_util();
    $ZodCyclicError = class extends Error {
      constructor() {
        super(`Cannot parse a reference cycle that closes through a transform`);
        this.name = "ZodCyclicError";
      }
    };
    STATE = "~memo";
    NO_ISSUES = [];
    recursive = /* @__PURE__ */ new WeakMap();
    NONE = 0;
    ASSUMED = 1;
    PROVEN = 2;
    open = [];
    memo = {
      alloc(_inst, payload, empty) {
        const bucket = handoff;
        if (!bucket)
          return empty;
        handoff = void 0;
        const entry = { value: empty, issues: null };
        bucket.set(payload.value, entry);
        open.push(entry);
        return empty;
      },
      guard(inst) {
        var _a3;
        (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
        inst._zod.deferred.push(() => {
          const base2 = inst._zod.parse;
          const wrapped2 = (payload, ctx) => {
            if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
              throw new $ZodCyclicError();
            return base2(payload, ctx);
          };
          inst._zod.parse = wrapped2;
          if (inst._zod.run === base2)
            inst._zod.run = wrapped2;
        });
      },
      attach(inst) {
        var _a3;
        let isRecursiveInst;
        let rechecked = false;
        let lastCtx;
        let lastBucket;
        (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
        inst._zod.deferred.push(() => {
          const base2 = inst._zod.parse;
          const wrapped2 = (payload, ctx) => {
            if (isRecursiveInst === void 0) {
              const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
              if (walked === NONE) {
                inst._zod.parse = base2;
                if (inst._zod.run === wrapped2)
                  inst._zod.run = base2;
                return base2(payload, ctx);
              }
              if (walked === PROVEN || rechecked)
                isRecursiveInst = true;
              else
                rechecked = true;
            }
            const input = payload.value;
            if (!isRef(input))
              return base2(payload, ctx);
            let state = ctx[STATE];
            if (!state) {
              state = { buckets: /* @__PURE__ */ new WeakMap(), backEdges: void 0 };
              ctx[STATE] = state;
            }
            let bucket;
            if (lastCtx === ctx) {
              bucket = lastBucket;
            } else {
              bucket = bucketFor(state, inst);
              lastCtx = ctx;
              lastBucket = bucket;
            }
            const hit = bucket.get(input);
            if (hit) {
              payload.value = hit.value;
              if (hit.issues) {
                if (hit.issues.length)
                  payload.issues.push(...cloneIssues(hit.issues));
              } else {
                payload.memo = true;
                state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
                state.backEdges.add(hit.value);
              }
              return payload;
            }
            handoff = bucket;
            const depth = open.length;
            const result2 = base2(payload, ctx);
            handoff = void 0;
            const entry = open.length > depth ? open.pop() : void 0;
            if (result2 instanceof Promise) {
              return result2.then((r) => {
                if (entry)
                  entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
                return r;
              });
            }
            if (entry)
              entry.issues = result2.issues.length ? cloneIssues(result2.issues) : NO_ISSUES;
            return result2;
          };
          inst._zod.parse = wrapped2;
          if (inst._zod.run === base2)
            inst._zod.run = wrapped2;
        });
      }
    };
  }
});

// node_modules/zod/v4/locales/en.js
function en_default() {
  return {
    localeError: error()
  };
}
var error;
var init_en = __esm({
  "node_modules/zod/v4/locales/en.js"() {
    init_util();
    error = () => {
      const Sizable = {
        string: { unit: "characters", verb: "to have" },
        file: { unit: "bytes", verb: "to have" },
        array: { unit: "items", verb: "to have" },
        set: { unit: "items", verb: "to have" },
        map: { unit: "entries", verb: "to have" }
      };
      function getSizing(origin) {
        return Sizable[origin] ?? null;
      }
      const FormatDictionary = {
        regex: "input",
        email: "email address",
        url: "URL",
        emoji: "emoji",
        uuid: "UUID",
        uuidv4: "UUIDv4",
        uuidv6: "UUIDv6",
        nanoid: "nanoid",
        guid: "GUID",
        cuid: "cuid",
        cuid2: "cuid2",
        ulid: "ULID",
        xid: "XID",
        ksuid: "KSUID",
        datetime: "ISO datetime",
        date: "ISO date",
        time: "ISO time",
        duration: "ISO duration",
        ipv4: "IPv4 address",
        ipv6: "IPv6 address",
        mac: "MAC address",
        cidrv4: "IPv4 range",
        cidrv6: "IPv6 range",
        base64: "base64-encoded string",
        base64url: "base64url-encoded string",
        json_string: "JSON string",
        e164: "E.164 number",
        currency_code: "currency code",
        credit_card: "credit card number",
        iban: "IBAN",
        jwt: "JWT",
        template_literal: "input"
      };
      const TypeDictionary = {
        // Compatibility: "nan" -> "NaN" for display
        nan: "NaN"
        // All other type names omitted - they fall back to raw values via ?? operator
      };
      function getTypeName(type, input) {
        if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
          return String(input);
        }
        return TypeDictionary[type] ?? type;
      }
      return (issue2) => {
        switch (issue2.code) {
          case "invalid_type": {
            const expected = getTypeName(issue2.expected);
            const receivedType = parsedType(issue2.input);
            const received = getTypeName(receivedType, issue2.input);
            return `Invalid input: expected ${expected}, received ${received}`;
          }
          case "invalid_value":
            if (issue2.values.length === 1)
              return `Invalid input: expected ${stringifyPrimitive(issue2.values[0])}`;
            return `Invalid option: expected one of ${joinValues(issue2.values, "|")}`;
          case "too_big": {
            const adj = issue2.exact ? "exactly " : issue2.inclusive ? "<=" : "<";
            const sizing = getSizing(issue2.origin);
            if (sizing)
              return `Too big: expected ${issue2.origin ?? "value"} to have ${adj}${issue2.maximum.toString()} ${sizing.unit ?? "elements"}`;
            return `Too big: expected ${issue2.origin ?? "value"} to be ${adj}${issue2.maximum.toString()}`;
          }
          case "too_small": {
            const adj = issue2.exact ? "exactly " : issue2.inclusive ? ">=" : ">";
            const sizing = getSizing(issue2.origin);
            if (sizing) {
              return `Too small: expected ${issue2.origin} to have ${adj}${issue2.minimum.toString()} ${sizing.unit}`;
            }
            return `Too small: expected ${issue2.origin} to be ${adj}${issue2.minimum.toString()}`;
          }
          case "invalid_format": {
            const _issue = issue2;
            if (_issue.format === "starts_with") {
              return `Invalid string: must start with "${_issue.prefix}"`;
            }
            if (_issue.format === "ends_with")
              return `Invalid string: must end with "${_issue.suffix}"`;
            if (_issue.format === "includes")
              return `Invalid string: must include "${_issue.includes}"`;
            if (_issue.format === "regex")
              return `Invalid string: must match pattern ${_issue.pattern}`;
            return `Invalid ${FormatDictionary[_issue.format] ?? issue2.format}`;
          }
          case "not_multiple_of":
            return `Invalid number: must be a multiple of ${issue2.divisor}`;
          case "unrecognized_keys":
            return `Unrecognized key${issue2.keys.length > 1 ? "s" : ""}: ${joinValues(issue2.keys, ", ")}`;
          case "invalid_key":
            return `Invalid key in ${issue2.origin}`;
          case "invalid_union":
            if (issue2.options && Array.isArray(issue2.options) && issue2.options.length > 0) {
              const opts = issue2.options.map((o) => `'${o}'`).join(" | ");
              return `Invalid discriminator value. Expected ${opts}`;
            }
            if (issue2.inclusive === false) {
              return "Invalid input: more than one option matched";
            }
            return "Invalid input";
          case "invalid_element":
            return `Invalid value in ${issue2.origin}`;
          default:
            return `Invalid input`;
        }
      };
    };
  }
});

// node_modules/zod/v4/locales/index.js
var init_locales = __esm({
  "node_modules/zod/v4/locales/index.js"() {
  }
});

// node_modules/zod/v4/core/registries.js
function registry() {
  return new $ZodRegistry();
}
var _a2, $ZodRegistry, globalRegistry;
var init_registries = __esm({
  "node_modules/zod/v4/core/registries.js"() {
    $ZodRegistry = class {
      constructor() {
        this._map = /* @__PURE__ */ new WeakMap();
        this._idmap = /* @__PURE__ */ new Map();
      }
      add(schema, ..._meta) {
        const meta2 = _meta[0];
        this._map.set(schema, meta2);
        if (meta2 && typeof meta2 === "object" && "id" in meta2) {
          this._idmap.set(meta2.id, schema);
        }
        return this;
      }
      clear() {
        this._map = /* @__PURE__ */ new WeakMap();
        this._idmap = /* @__PURE__ */ new Map();
        return this;
      }
      remove(schema) {
        const meta2 = this._map.get(schema);
        if (meta2 && typeof meta2 === "object" && "id" in meta2) {
          this._idmap.delete(meta2.id);
        }
        this._map.delete(schema);
        return this;
      }
      get(schema) {
        const p = schema._zod.parent;
        if (p) {
          const pm = { ...this.get(p) ?? {} };
          delete pm.id;
          const f = { ...pm, ...this._map.get(schema) };
          return Object.keys(f).length ? f : void 0;
        }
        return this._map.get(schema);
      }
      has(schema) {
        return this._map.has(schema);
      }
    };
    (_a2 = globalThis).__zod_globalRegistry ?? (_a2.__zod_globalRegistry = registry());
    globalRegistry = globalThis.__zod_globalRegistry;
  }
});

// node_modules/zod/v4/core/compile.js
var init_compile = __esm({
  "node_modules/zod/v4/core/compile.js"() {
  }
});

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class2, params) {
  return new Class2(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class2, params) {
  return new Class2({
    type: "string",
    format: "email",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class2, params) {
  return new Class2({
    type: "string",
    format: "guid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v4",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v6",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v7",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _url(Class2, params) {
  return new Class2({
    type: "string",
    format: "url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _emoji2(Class2, params) {
  return new Class2({
    type: "string",
    format: "emoji",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class2, params) {
  return new Class2({
    type: "string",
    format: "nanoid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid2",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ulid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class2, params) {
  return new Class2({
    type: "string",
    format: "xid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ksuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class2, params) {
  return new Class2({
    type: "string",
    format: "e164",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class2, params) {
  return new Class2({
    type: "string",
    format: "jwt",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "datetime",
    check: "string_format",
    offset: false,
    local: false,
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class2, params) {
  return new Class2({
    type: "string",
    format: "date",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "time",
    check: "string_format",
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class2, params) {
  return new Class2({
    type: "string",
    format: "duration",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _number(Class2, params) {
  return new Class2(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class2, params) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class2) {
  return new Class2({
    type: "unknown"
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class2, params) {
  return new Class2({
    type: "never",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
  return new $ZodCheckMultipleOf({
    check: "multiple_of",
    ...normalizeParams(params),
    value
  });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
  const ch = new $ZodCheckMaxLength({
    check: "max_length",
    ...normalizeParams(params),
    maximum
  });
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params),
    minimum
  });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
  return new $ZodCheckLengthEquals({
    check: "length_equals",
    ...normalizeParams(params),
    length
  });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern2, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern: pattern2
  });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
  return new $ZodCheckLowerCase({
    check: "string_format",
    format: "lowercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
  return new $ZodCheckUpperCase({
    check: "string_format",
    format: "uppercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
  return new $ZodCheckIncludes({
    check: "string_format",
    format: "includes",
    ...normalizeParams(params),
    includes
  });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix2, params) {
  return new $ZodCheckStartsWith({
    check: "string_format",
    format: "starts_with",
    ...normalizeParams(params),
    prefix: prefix2
  });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
  return new $ZodCheckEndsWith({
    check: "string_format",
    format: "ends_with",
    ...normalizeParams(params),
    suffix
  });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
  return new $ZodCheckOverwrite({
    check: "overwrite",
    tx
  });
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
  return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
  return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
  return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class2, element, params) {
  return new Class2({
    type: "array",
    element,
    // get element() {
    //   return element;
    // },
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _refine(Class2, fn, _params) {
  const schema = new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
  return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
  const ch = /* @__PURE__ */ _check((payload) => {
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(issue(issue2, payload.value, ch._zod.def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = ch);
        _issue.continue ?? (_issue.continue = !ch._zod.def.abort);
        payload.issues.push(issue(_issue));
      }
    };
    return fn(payload.value, payload);
  }, params);
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
  const ch = new $ZodCheck({
    check: "custom",
    ...normalizeParams(params)
  });
  ch._zod.check = fn;
  return ch;
}
var init_api = __esm({
  "node_modules/zod/v4/core/api.js"() {
    init_checks();
    init_util();
  }
});

// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
  for (const source of sources) {
    for (const key of Reflect.ownKeys(source)) {
      if (Object.prototype.propertyIsEnumerable.call(source, key)) {
        assignProp(target, key, source[key]);
      }
    }
  }
  return target;
}
function initializeContext(params) {
  let target = params?.target ?? "draft-2020-12";
  if (target === "draft-4")
    target = "draft-04";
  if (target === "draft-7")
    target = "draft-07";
  return {
    processors: params.processors ?? {},
    metadataRegistry: params?.metadata ?? globalRegistry,
    target,
    unrepresentable: params?.unrepresentable ?? "throw",
    override: params?.override ?? (() => {
    }),
    io: params?.io ?? "output",
    counter: 0,
    seen: /* @__PURE__ */ new Map(),
    sharedDefsExtractedFor: void 0,
    sharedEmitDoneFor: void 0,
    cycles: params?.cycles ?? "ref",
    reused: params?.reused ?? "inline",
    intersections: [],
    deferred: [],
    external: params?.external ?? void 0
  };
}
function handleUnrepresentable(schema, ctx, json, params, message) {
  const result2 = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message }) : ctx.unrepresentable;
  if (result2 === "any")
    return false;
  if (result2 === void 0 || result2 === "throw")
    throw new Error(message);
  Object.assign(json, result2);
  return true;
}
function processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
  var _a3;
  const def = schema._zod.def;
  const seen = ctx.seen.get(schema);
  if (seen) {
    seen.count++;
    const isCycle = _params.schemaPath.includes(schema);
    if (isCycle) {
      seen.cycle = _params.path;
    }
    return seen.schema;
  }
  const result2 = { schema: {}, count: 1, cycle: void 0, path: _params.path };
  ctx.seen.set(schema, result2);
  ctx.sharedDefsExtractedFor = void 0;
  ctx.sharedEmitDoneFor = void 0;
  const overrideSchema = schema._zod.toJSONSchema?.();
  if (overrideSchema) {
    result2.schema = overrideSchema;
  } else {
    const params = {
      ..._params,
      schemaPath: [..._params.schemaPath, schema],
      path: _params.path
    };
    if (schema._zod.processJSONSchema) {
      schema._zod.processJSONSchema(ctx, result2.schema, params);
    } else {
      const _json = result2.schema;
      const processor = ctx.processors[def.type];
      if (!processor) {
        throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
      }
      processor(schema, ctx, _json, params);
    }
    const parent = schema._zod.parent;
    if (parent) {
      if (!result2.ref)
        result2.ref = parent;
      processSchema(parent, ctx, params);
      ctx.seen.get(parent).isParent = true;
    }
  }
  const meta2 = ctx.metadataRegistry.get(schema);
  if (meta2)
    assignProps(result2.schema, meta2);
  if (ctx.io === "input" && isTransforming(schema)) {
    delete result2.schema.examples;
    delete result2.schema.default;
  }
  if (ctx.io === "input" && "_prefault" in result2.schema)
    (_a3 = result2.schema).default ?? (_a3.default = result2.schema._prefault);
  delete result2.schema._prefault;
  const _result = ctx.seen.get(schema);
  return _result.schema;
}
function encodeJSONPointerSegment(segment) {
  return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
    return;
  const idToSchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.entries()) {
    const id = ctx.metadataRegistry.get(entry[0])?.id;
    if (id) {
      const existing = idToSchema.get(id);
      if (existing && existing !== entry[0]) {
        throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
      }
      idToSchema.set(id, entry[0]);
    }
  }
  const makeURI = (entry) => {
    const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
    if (ctx.external) {
      const externalId = ctx.external.registry.get(entry[0])?.id;
      const uriGenerator = ctx.external.uri ?? ((id2) => id2);
      if (externalId) {
        return { ref: uriGenerator(externalId) };
      }
      const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
      entry[1].defId = id;
      return { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
    }
    const uriPrefix = `#`;
    const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
    if (entry[1] === root && !entry[1].schema.id) {
      return { ref: uriPrefix };
    }
    const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
    return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
  };
  const extractToDef = (entry) => {
    if (entry[1].schema.$ref) {
      return;
    }
    const seen = entry[1];
    const { ref, defId } = makeURI(entry);
    seen.def = { ...seen.schema };
    if (defId)
      seen.defId = defId;
    const schema2 = seen.schema;
    for (const key in schema2) {
      delete schema2[key];
    }
    schema2.$ref = ref;
  };
  if (ctx.cycles === "throw") {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.cycle) {
        throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
      }
    }
  }
  for (const entry of ctx.seen.entries()) {
    const seen = entry[1];
    if (schema === entry[0]) {
      extractToDef(entry);
      continue;
    }
    if (ctx.external) {
      const ext2 = ctx.external.registry.get(entry[0])?.id;
      if (schema !== entry[0] && ext2) {
        extractToDef(entry);
        continue;
      }
    }
    const id = ctx.metadataRegistry.get(entry[0])?.id;
    if (id) {
      extractToDef(entry);
      continue;
    }
    if (seen.cycle) {
      extractToDef(entry);
      continue;
    }
    if (seen.count > 1) {
      if (ctx.reused === "ref") {
        extractToDef(entry);
      }
    }
  }
  if (ctx.external)
    ctx.sharedDefsExtractedFor = ctx.external;
}
function compactTypeUnion(schema) {
  const options = schema.anyOf;
  if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0)
    return;
  const types = [];
  for (const option of options) {
    if (!option || typeof option !== "object")
      return;
    compactTypeUnion(option);
    const keys = Object.keys(option);
    if (keys.length !== 1 || keys[0] !== "type")
      return;
    const type = option.type;
    for (const member2 of Array.isArray(type) ? type : [type]) {
      if (typeof member2 !== "string")
        return;
      if (!types.includes(member2))
        types.push(member2);
    }
  }
  delete schema.anyOf;
  schema.type = types.length === 1 ? types[0] : types;
}
function undeclaredConstraint(member2) {
  const extra = member2.additionalProperties;
  if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null)
    return null;
  return Object.keys(extra).length ? extra : null;
}
function foldObjects(members2) {
  const objects = [];
  for (const member2 of members2) {
    if (typeof member2 !== "object" || member2.type !== "object")
      return null;
    for (const key in member2) {
      if (!FOLDABLE_KEYS.has(key))
        return null;
    }
    objects.push(member2);
  }
  const properties = {};
  const required2 = /* @__PURE__ */ new Set();
  for (const object of objects) {
    for (const key in object.properties) {
      if (Object.prototype.hasOwnProperty.call(properties, key))
        continue;
      const parts = [];
      for (const other of objects) {
        const part = other.properties?.[key] ?? undeclaredConstraint(other);
        if (part === null || part === void 0)
          continue;
        if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
          parts.push(part);
      }
      const merged = parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts };
      assignProp(properties, key, merged);
    }
    for (const key of object.required ?? [])
      required2.add(key);
  }
  const folded = { type: "object", properties };
  if (required2.size)
    folded.required = [...required2];
  if (objects.every((object) => object.additionalProperties === false)) {
    folded.additionalProperties = false;
  } else {
    const constraints = [];
    for (const object of objects) {
      const constraint = undeclaredConstraint(object);
      if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
        constraints.push(constraint);
    }
    if (constraints.length === 1)
      folded.additionalProperties = constraints[0];
    else if (constraints.length > 1)
      folded.additionalProperties = { allOf: constraints };
  }
  return folded;
}
function foldIntersection(json) {
  const allOf = json.allOf;
  if (!Array.isArray(allOf) || allOf.length < 2)
    return;
  for (const key of FOLDABLE_KEYS)
    if (key in json)
      return;
  const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
  let folded = null;
  if (!unions.length) {
    folded = foldObjects(allOf);
  } else {
    const union2 = unions[0];
    const keyword = UNION_KEYS.find((k) => Array.isArray(union2[k]));
    if (Object.keys(union2).length !== 1)
      return;
    const rest = allOf.filter((m) => m !== union2);
    const branches = union2[keyword].map((branch) => foldObjects([...rest, branch]));
    if (branches.some((b) => !b))
      return;
    folded = { [keyword]: branches };
  }
  if (!folded)
    return;
  delete json.allOf;
  assignProps(json, folded);
}
function finalize(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  const flattenRef = (zodSchema) => {
    const seen = ctx.seen.get(zodSchema);
    if (seen.ref === null)
      return;
    const schema2 = seen.def ?? seen.schema;
    const _cached = { ...schema2 };
    const ref = seen.ref;
    seen.ref = null;
    if (ref) {
      flattenRef(ref);
      const refSeen = ctx.seen.get(ref);
      const refSchema = refSeen.schema;
      if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
        schema2.allOf = schema2.allOf ?? [];
        schema2.allOf.push(refSchema);
      } else {
        assignProps(schema2, refSchema);
      }
      assignProps(schema2, _cached);
      const isParentRef = zodSchema._zod.parent === ref;
      if (isParentRef) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (!(key in _cached)) {
            delete schema2[key];
          }
        }
      }
      if (refSchema.$ref && refSeen.def) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (key in refSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(refSeen.def[key])) {
            delete schema2[key];
          }
        }
      }
    }
    const parent = zodSchema._zod.parent;
    if (parent && parent !== ref) {
      flattenRef(parent);
      const parentSeen = ctx.seen.get(parent);
      if (parentSeen?.schema.$ref) {
        schema2.$ref = parentSeen.schema.$ref;
        if (parentSeen.def) {
          for (const key in schema2) {
            if (key === "$ref" || key === "allOf")
              continue;
            if (key in parentSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(parentSeen.def[key])) {
              delete schema2[key];
            }
          }
        }
      }
    }
    ctx.override({
      zodSchema,
      jsonSchema: schema2,
      path: seen.path ?? []
    });
  };
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of [...ctx.seen.entries()].reverse()) {
      flattenRef(entry[0]);
    }
    if (ctx.target !== "openapi-3.0") {
      for (const entry of ctx.seen.entries()) {
        compactTypeUnion(entry[1].def ?? entry[1].schema);
      }
    }
    for (const rewrite of ctx.deferred)
      rewrite();
    if (ctx.intersections.length) {
      const carriers = /* @__PURE__ */ new Map();
      for (const seen of ctx.seen.values()) {
        for (const json of [seen.schema, seen.def]) {
          const allOf = json?.allOf;
          if (!Array.isArray(allOf))
            continue;
          const existing = carriers.get(allOf);
          if (existing)
            existing.push(json);
          else
            carriers.set(allOf, [json]);
        }
      }
      for (const allOf of ctx.intersections) {
        for (const json of carriers.get(allOf) ?? [])
          foldIntersection(json);
      }
    }
  }
  const result2 = {};
  if (ctx.target === "draft-2020-12") {
    result2.$schema = "https://json-schema.org/draft/2020-12/schema";
  } else if (ctx.target === "draft-07") {
    result2.$schema = "http://json-schema.org/draft-07/schema#";
  } else if (ctx.target === "draft-04") {
    result2.$schema = "http://json-schema.org/draft-04/schema#";
  } else if (ctx.target === "openapi-3.0") {
  } else {
  }
  if (ctx.external?.uri) {
    const id = ctx.external.registry.get(schema)?.id;
    if (!id)
      throw new Error("Schema is missing an `id` property");
    result2.$id = ctx.external.uri(id);
  }
  assignProps(result2, root.defId ? root.schema : root.def ?? root.schema);
  const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
  if (rootMetaId !== void 0 && result2.id === rootMetaId)
    delete result2.id;
  const defs = ctx.external?.defs ?? {};
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.def && seen.defId) {
        if (seen.def.id === seen.defId)
          delete seen.def.id;
        assignProp(defs, seen.defId, seen.def);
      }
    }
  }
  if (ctx.external)
    ctx.sharedEmitDoneFor = ctx.external;
  if (ctx.external) {
  } else {
    if (Object.keys(defs).length > 0) {
      if (ctx.target === "draft-2020-12") {
        result2.$defs = defs;
      } else {
        result2.definitions = defs;
      }
    }
  }
  try {
    const finalized = JSON.parse(JSON.stringify(result2));
    Object.defineProperty(finalized, "~standard", {
      value: {
        ...schema["~standard"],
        jsonSchema: {
          input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
          output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
        }
      },
      enumerable: false,
      writable: false
    });
    return finalized;
  } catch (_err) {
    throw new Error("Error converting schema to JSON.");
  }
}
function isTransforming(_schema, _ctx) {
  const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
  if (ctx.seen.has(_schema))
    return false;
  ctx.seen.add(_schema);
  const def = _schema._zod.def;
  if (def.type === "transform")
    return true;
  if (def.type === "array")
    return isTransforming(def.element, ctx);
  if (def.type === "set")
    return isTransforming(def.valueType, ctx);
  if (def.type === "lazy")
    return isTransforming(def.getter(), ctx);
  if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") {
    return isTransforming(def.innerType, ctx);
  }
  if (def.type === "intersection") {
    return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
  }
  if (def.type === "record" || def.type === "map") {
    return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
  }
  if (def.type === "pipe") {
    if (_schema._zod.traits.has("$ZodCodec"))
      return true;
    return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
  }
  if (def.type === "object") {
    for (const key in def.shape) {
      if (isTransforming(def.shape[key], ctx))
        return true;
    }
    return false;
  }
  if (def.type === "union") {
    for (const option of def.options) {
      if (isTransforming(option, ctx))
        return true;
    }
    return false;
  }
  if (def.type === "tuple") {
    for (const item of def.items) {
      if (isTransforming(item, ctx))
        return true;
    }
    if (def.rest && isTransforming(def.rest, ctx))
      return true;
    return false;
  }
  return false;
}
var FOLDABLE_KEYS, UNION_KEYS, createToJSONSchemaMethod, createStandardJSONSchemaMethod;
var init_to_json_schema = __esm({
  "node_modules/zod/v4/core/to-json-schema.js"() {
    init_registries();
    init_util();
    FOLDABLE_KEYS = /* @__PURE__ */ new Set(["type", "properties", "required", "additionalProperties"]);
    UNION_KEYS = ["oneOf", "anyOf"];
    createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
      const ctx = initializeContext({ ...params, processors });
      processSchema(schema, ctx);
      extractDefs(ctx, schema);
      return finalize(ctx, schema);
    };
    createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
      const { libraryOptions, target } = params ?? {};
      const ctx = initializeContext({ ...libraryOptions ?? {}, target, io, processors });
      processSchema(schema, ctx);
      extractDefs(ctx, schema);
      return finalize(ctx, schema);
    };
  }
});

// node_modules/zod/v4/core/json-schema-processors.js
function aggregateChecks(schema) {
  const agg = {};
  const def = schema._zod.def;
  const list2 = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
  for (const ch of list2)
    contributors[ch._zod.def.check]?.(agg, ch._zod.def);
  const bag = schema._zod.bag;
  if (bag.minimum !== void 0)
    narrowMin(agg, "minimum", bag.minimum);
  if (bag.exclusiveMinimum !== void 0)
    narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
  if (bag.maximum !== void 0)
    narrowMax(agg, "maximum", bag.maximum);
  if (bag.exclusiveMaximum !== void 0)
    narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
  if (bag.multipleOf !== void 0)
    addDivisor(agg, bag.multipleOf);
  if (bag.format !== void 0) {
    agg.format ?? (agg.format = bag.format);
    if (bag.format.includes("int"))
      agg.isInt = true;
  }
  if (bag.mime)
    intersectMime(agg, bag.mime);
  for (const pattern2 of bag.patterns ?? [])
    addPattern(agg, pattern2);
  return agg;
}
function inputOptin(schema) {
  const def = schema._zod.def;
  if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
    return inputOptin(def.out);
  }
  if (def.type === "catch") {
    return inputOptin(def.innerType);
  }
  return schema._zod.optin;
}
function stringifyKeyNames(bySchema, json, visited) {
  if (json.$ref) {
    if (visited.has(json))
      return json;
    visited.add(json);
    const def = bySchema.get(json)?.def;
    if (!def)
      return json;
    const inlined = stringifyKeyNames(bySchema, def, visited);
    return inlined === def ? json : inlined;
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = json[keyword];
    if (!Array.isArray(branches))
      continue;
    const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
    if (mapped.some((branch, i) => branch !== branches[i]))
      json = { ...json, [keyword]: mapped };
  }
  const types = Array.isArray(json.type) ? json.type : [json.type];
  const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
  const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
  if (!numericType && !values?.some((v) => typeof v === "number"))
    return json;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
  if (rest.enum)
    rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
  else if (typeof rest.const === "number")
    rest.const = String(rest.const);
  if (!numericType)
    return rest;
  rest.type = "string";
  if (!values)
    rest.pattern = (types.includes("number") ? number : integer).source;
  return rest;
}
function rewriteKeyNames(ctx) {
  const bySchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.values()) {
    if (entry.def && !bySchema.has(entry.schema))
      bySchema.set(entry.schema, entry);
  }
  const rewrites = /* @__PURE__ */ new Map();
  for (const record of pendingRecords.get(ctx) ?? []) {
    const seen = ctx.seen.get(record);
    const names = (seen?.def ?? seen?.schema)?.propertyNames;
    if (!names || names === true || rewrites.has(names))
      continue;
    const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
    if (rewritten !== names)
      rewrites.set(names, rewritten);
  }
  if (!rewrites.size)
    return;
  for (const entry of ctx.seen.values()) {
    for (const carrier of [entry.schema, entry.def]) {
      const rewritten = carrier && rewrites.get(carrier.propertyNames);
      if (rewritten)
        carrier.propertyNames = rewritten;
    }
  }
}
function serializeDefaultValue(value, schema, ctx, json, params) {
  let unrepresentable = false;
  const serialized = JSON.stringify(value, (_, val) => {
    if (typeof val !== "bigint")
      return val;
    unrepresentable = true;
    return null;
  });
  if (!unrepresentable)
    return JSON.parse(serialized);
  handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
  return UNREPRESENTABLE_DEFAULT;
}
function toJSONSchema(input, params) {
  if ("_idmap" in input) {
    const registry2 = input;
    const ctx2 = initializeContext({ ...params, processors: allProcessors });
    const defs = {};
    for (const entry of registry2._idmap.entries()) {
      const [_, schema] = entry;
      processSchema(schema, ctx2);
    }
    const schemas = {};
    const external = {
      registry: registry2,
      uri: params?.uri,
      defs
    };
    ctx2.external = external;
    for (const entry of registry2._idmap.entries()) {
      const [key, schema] = entry;
      extractDefs(ctx2, schema);
      assignProp(schemas, key, finalize(ctx2, schema));
    }
    if (Object.keys(defs).length > 0) {
      const defsSegment = ctx2.target === "draft-2020-12" ? "$defs" : "definitions";
      schemas.__shared = {
        [defsSegment]: defs
      };
    }
    return { schemas };
  }
  const ctx = initializeContext({ ...params, processors: allProcessors });
  processSchema(input, ctx);
  extractDefs(ctx, input);
  return finalize(ctx, input);
}
var narrowMin, narrowMax, narrowBoth, addDivisor, addPattern, intersectMime, setFormat, minContributor, maxContributor, formatContributor, contributors, formatMap, exactPatterns, exactPattern, stringProcessor, numberProcessor, booleanProcessor, bigintProcessor, symbolProcessor, nullProcessor, undefinedProcessor, voidProcessor, neverProcessor, anyProcessor, unknownProcessor, dateProcessor, enumProcessor, literalProcessor, nanProcessor, templateLiteralProcessor, fileProcessor, successProcessor, customProcessor, functionProcessor, transformProcessor, mapProcessor, setProcessor, arrayProcessor, objectProcessor, unionProcessor, intersectionProcessor, tupleProcessor, pendingRecords, recordProcessor, nullableProcessor, nonoptionalProcessor, UNREPRESENTABLE_DEFAULT, defaultProcessor, prefaultProcessor, catchProcessor, pipeProcessor, readonlyProcessor, promiseProcessor, optionalProcessor, lazyProcessor, allProcessors;
var init_json_schema_processors = __esm({
  "node_modules/zod/v4/core/json-schema-processors.js"() {
    init_regexes();
    init_schemas();
    init_to_json_schema();
    init_util();
    narrowMin = (agg, key, value) => {
      if (agg[key] === void 0 || value > agg[key])
        agg[key] = value;
    };
    narrowMax = (agg, key, value) => {
      if (agg[key] === void 0 || value < agg[key])
        agg[key] = value;
    };
    narrowBoth = (agg, value) => {
      narrowMin(agg, "minimum", value);
      narrowMax(agg, "maximum", value);
    };
    addDivisor = (agg, value) => {
      agg.multipleOf ?? (agg.multipleOf = []);
      if (!agg.multipleOf.includes(value))
        agg.multipleOf.push(value);
    };
    addPattern = (agg, pattern2) => {
      agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
      agg.patterns.add(pattern2);
    };
    intersectMime = (agg, mime) => {
      agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
    };
    setFormat = (agg, format) => {
      agg.format = format;
      if (format.includes("int"))
        agg.isInt = true;
    };
    minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
    maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
    formatContributor = (ranges) => (agg, def) => {
      setFormat(agg, def.format);
      const [minimum, maximum] = ranges[def.format];
      narrowMin(agg, "minimum", minimum);
      narrowMax(agg, "maximum", maximum);
    };
    contributors = {
      greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
      less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
      multiple_of: (agg, def) => addDivisor(agg, def.value),
      number_format: formatContributor(NUMBER_FORMAT_RANGES),
      bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
      min_length: minContributor,
      max_length: maxContributor,
      length_equals: (agg, def) => narrowBoth(agg, def.length),
      min_size: minContributor,
      max_size: maxContributor,
      size_equals: (agg, def) => narrowBoth(agg, def.size),
      string_format: (agg, def) => {
        setFormat(agg, def.format);
        if (def.pattern)
          addPattern(agg, def.pattern);
        if (def.format === "base64" || def.format === "base64url")
          agg.contentEncoding = def.format;
        if (def.local || def.precision === -1)
          agg.laxFormat = true;
      },
      mime_type: (agg, def) => intersectMime(agg, def.mime)
    };
    formatMap = {
      guid: "uuid",
      url: "uri",
      datetime: "date-time",
      json_string: "json-string",
      regex: ""
      // do not set
    };
    exactPatterns = /* @__PURE__ */ new Map([
      [base64Charset, base64],
      [base64urlCharset, base64url]
    ]);
    exactPattern = (p) => exactPatterns.get(p) ?? p;
    stringProcessor = (schema, ctx, _json, _params) => {
      const json = _json;
      json.type = "string";
      const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
      if (typeof minimum === "number")
        json.minLength = minimum;
      if (typeof maximum === "number")
        json.maxLength = maximum;
      if (format) {
        json.format = formatMap[format] ?? format;
        if (json.format === "")
          delete json.format;
        if (format === "time" || laxFormat) {
          delete json.format;
        }
      }
      if (contentEncoding)
        json.contentEncoding = contentEncoding;
      if (patterns && patterns.size > 0) {
        const patternList = [...patterns].map(exactPattern);
        if (patternList.length === 1)
          json.pattern = patternList[0].source;
        else if (patternList.length > 1) {
          json.allOf = [
            ...patternList.map((regex) => ({
              ...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
              pattern: regex.source
            }))
          ];
        }
      }
    };
    numberProcessor = (schema, ctx, _json, params) => {
      const json = _json;
      const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
      json.type = isInt ? "integer" : "number";
      const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
      const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
      const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
      if (exMin) {
        if (legacy) {
          json.minimum = exclusiveMinimum;
          json.exclusiveMinimum = true;
        } else {
          json.exclusiveMinimum = exclusiveMinimum;
        }
      } else if (typeof minimum === "number") {
        json.minimum = minimum;
      }
      if (exMax) {
        if (legacy) {
          json.maximum = exclusiveMaximum;
          json.exclusiveMaximum = true;
        } else {
          json.exclusiveMaximum = exclusiveMaximum;
        }
      } else if (typeof maximum === "number") {
        json.maximum = maximum;
      }
      if (multipleOf) {
        const divisors = /* @__PURE__ */ new Set();
        for (const divisor of multipleOf) {
          if (Number.isFinite(divisor) && divisor !== 0)
            divisors.add(Math.abs(divisor));
          else
            handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
        }
        const [first, ...rest] = divisors;
        if (first !== void 0)
          json.multipleOf = first;
        if (rest.length)
          json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
      }
    };
    booleanProcessor = (_schema, _ctx, json, _params) => {
      json.type = "boolean";
    };
    bigintProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "BigInt cannot be represented in JSON Schema");
    };
    symbolProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "Symbols cannot be represented in JSON Schema");
    };
    nullProcessor = (_schema, ctx, json, _params) => {
      if (ctx.target === "openapi-3.0") {
        json.type = "string";
        json.nullable = true;
        json.enum = [null];
      } else {
        json.type = "null";
      }
    };
    undefinedProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "Undefined cannot be represented in JSON Schema");
    };
    voidProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "Void cannot be represented in JSON Schema");
    };
    neverProcessor = (_schema, _ctx, json, _params) => {
      json.not = {};
    };
    anyProcessor = (_schema, _ctx, _json, _params) => {
    };
    unknownProcessor = (_schema, _ctx, _json, _params) => {
    };
    dateProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "Date cannot be represented in JSON Schema");
    };
    enumProcessor = (schema, _ctx, json, _params) => {
      const def = schema._zod.def;
      const values = getEnumValues(def.entries);
      if (values.length === 0) {
        json.not = {};
        return;
      }
      if (values.every((v) => typeof v === "number"))
        json.type = "number";
      if (values.every((v) => typeof v === "string"))
        json.type = "string";
      json.enum = values;
    };
    literalProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      if (def.values.length === 0) {
        json.not = {};
        return;
      }
      const vals = [];
      for (const val of def.values) {
        if (val === void 0) {
          if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema"))
            return;
        } else if (typeof val === "bigint") {
          if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema"))
            return;
          vals.push(Number(val));
        } else {
          vals.push(val);
        }
      }
      if (vals.length === 0) {
      } else if (vals.length === 1) {
        const val = vals[0];
        json.type = val === null ? "null" : typeof val;
        if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
          json.enum = [val];
        } else {
          json.const = val;
        }
      } else {
        if (vals.every((v) => typeof v === "number"))
          json.type = "number";
        if (vals.every((v) => typeof v === "string"))
          json.type = "string";
        if (vals.every((v) => typeof v === "boolean"))
          json.type = "boolean";
        if (vals.every((v) => v === null))
          json.type = "null";
        json.enum = vals;
      }
    };
    nanProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "NaN cannot be represented in JSON Schema");
    };
    templateLiteralProcessor = (schema, _ctx, json, _params) => {
      const _json = json;
      const pattern2 = schema._zod.pattern;
      if (!pattern2)
        throw new Error("Pattern not found in template literal");
      _json.type = "string";
      _json.pattern = pattern2.source;
    };
    fileProcessor = (schema, _ctx, json, _params) => {
      const _json = json;
      _json.type = "string";
      _json.format = "binary";
      _json.contentEncoding = "binary";
      const { minimum, maximum, mime } = aggregateChecks(schema);
      if (minimum !== void 0)
        _json.minLength = minimum;
      if (maximum !== void 0)
        _json.maxLength = maximum;
      if (!mime)
        return;
      if (mime.length === 0)
        _json.not = {};
      else if (mime.length === 1)
        _json.contentMediaType = mime[0];
      else
        _json.anyOf = mime.map((m) => ({ contentMediaType: m }));
    };
    successProcessor = (_schema, _ctx, json, _params) => {
      json.type = "boolean";
    };
    customProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
    };
    functionProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "Function types cannot be represented in JSON Schema");
    };
    transformProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
    };
    mapProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "Map cannot be represented in JSON Schema");
    };
    setProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "Set cannot be represented in JSON Schema");
    };
    arrayProcessor = (schema, ctx, _json, params) => {
      const json = _json;
      const def = schema._zod.def;
      const { minimum, maximum } = aggregateChecks(schema);
      if (typeof minimum === "number")
        json.minItems = minimum;
      if (typeof maximum === "number")
        json.maxItems = maximum;
      json.type = "array";
      json.items = processSchema(def.element, ctx, {
        ...params,
        path: [...params.path, "items"]
      });
    };
    objectProcessor = (schema, ctx, _json, params) => {
      const json = _json;
      const def = schema._zod.def;
      const shape = def.shape;
      const symbolKeys = Object.getOwnPropertySymbols(shape);
      if (symbolKeys.length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) {
        return;
      }
      json.type = "object";
      json.properties = {};
      for (const key in shape) {
        assignProp(json.properties, key, processSchema(shape[key], ctx, {
          ...params,
          path: [...params.path, "properties", key]
        }));
      }
      const requiredKeys = [];
      for (const key of Object.keys(shape)) {
        const field = def.shape[key];
        if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) {
          requiredKeys.push(key);
        }
      }
      if (requiredKeys.length > 0) {
        json.required = requiredKeys;
      }
      if (def.catchall?._zod.def.type === "never") {
        json.additionalProperties = false;
      } else if (!def.catchall) {
        if (ctx.io === "output")
          json.additionalProperties = false;
      } else if (def.catchall) {
        json.additionalProperties = processSchema(def.catchall, ctx, {
          ...params,
          path: [...params.path, "additionalProperties"]
        });
      }
    };
    unionProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      const isExclusive = def.inclusive === false;
      const options = def.options.map((x, i) => processSchema(x, ctx, {
        ...params,
        path: [...params.path, isExclusive ? "oneOf" : "anyOf", i]
      }));
      if (isExclusive) {
        json.oneOf = options;
      } else {
        json.anyOf = options;
      }
    };
    intersectionProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      const a = processSchema(def.left, ctx, {
        ...params,
        path: [...params.path, "allOf", 0]
      });
      const b = processSchema(def.right, ctx, {
        ...params,
        path: [...params.path, "allOf", 1]
      });
      const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
      const allOf = [
        ...isSimpleIntersection(a) ? a.allOf : [a],
        ...isSimpleIntersection(b) ? b.allOf : [b]
      ];
      json.allOf = allOf;
      ctx.intersections.push(allOf);
    };
    tupleProcessor = (schema, ctx, _json, params) => {
      const json = _json;
      const def = schema._zod.def;
      json.type = "array";
      const prefixPath = ctx.target === "draft-2020-12" ? "prefixItems" : "items";
      const restPath = ctx.target === "draft-2020-12" ? "items" : ctx.target === "openapi-3.0" ? "items" : "additionalItems";
      const prefixItems = def.items.map((x, i) => processSchema(x, ctx, {
        ...params,
        path: [...params.path, prefixPath, i]
      }));
      const rest = def.rest ? processSchema(def.rest, ctx, {
        ...params,
        path: [...params.path, restPath, ...ctx.target === "openapi-3.0" ? [def.items.length] : []]
      }) : null;
      let minItems = def.items.length;
      while (minItems > 0) {
        const item = def.items[minItems - 1];
        const optional2 = ctx.io === "input" ? inputOptin(item) !== void 0 : item._zod.optout === "optional";
        if (!optional2)
          break;
        minItems--;
      }
      const maxItems = def.items.length;
      const isClosed = !def.rest;
      if (ctx.target === "draft-2020-12") {
        json.prefixItems = prefixItems;
        if (isClosed) {
          json.items = false;
        } else if (rest) {
          json.items = rest;
        }
        if (minItems > 0)
          json.minItems = minItems;
        if (isClosed)
          json.maxItems = maxItems;
      } else if (ctx.target === "openapi-3.0") {
        json.items = {
          anyOf: prefixItems
        };
        if (rest) {
          json.items.anyOf.push(rest);
        }
        if (minItems > 0)
          json.minItems = minItems;
        if (isClosed)
          json.maxItems = maxItems;
      } else {
        json.items = prefixItems;
        if (isClosed) {
          json.additionalItems = false;
        } else if (rest) {
          json.additionalItems = rest;
        }
        if (minItems > 0)
          json.minItems = minItems;
        if (isClosed)
          json.maxItems = maxItems;
      }
      const { minimum, maximum } = aggregateChecks(schema);
      if (typeof minimum === "number")
        json.minItems = minimum;
      if (typeof maximum === "number")
        json.maxItems = maximum;
    };
    pendingRecords = /* @__PURE__ */ new WeakMap();
    recordProcessor = (schema, ctx, _json, params) => {
      const json = _json;
      const def = schema._zod.def;
      json.type = "object";
      const keyType = def.keyType;
      const patterns = aggregateChecks(keyType).patterns;
      if (def.mode === "loose" && patterns && patterns.size > 0) {
        const valueSchema = processSchema(def.valueType, ctx, {
          ...params,
          path: [...params.path, "patternProperties", "*"]
        });
        json.patternProperties = {};
        for (const pattern2 of patterns) {
          assignProp(json.patternProperties, exactPattern(pattern2).source, valueSchema);
        }
      } else {
        if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
          json.propertyNames = processSchema(def.keyType, ctx, {
            ...params,
            path: [...params.path, "propertyNames"]
          });
          let pending = pendingRecords.get(ctx);
          if (!pending) {
            pending = [];
            pendingRecords.set(ctx, pending);
            ctx.deferred.push(() => rewriteKeyNames(ctx));
          }
          pending.push(schema);
        }
        json.additionalProperties = processSchema(def.valueType, ctx, {
          ...params,
          path: [...params.path, "additionalProperties"]
        });
      }
      const keyValues = keyType._zod.values;
      const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
      if (keyValues && !def.partial && !omittableOnInput) {
        const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
        if (validKeyValues.length > 0) {
          json.required = validKeyValues.map(String);
        }
      }
    };
    nullableProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      const inner = processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      if (ctx.target === "openapi-3.0") {
        seen.ref = def.innerType;
        json.nullable = true;
      } else {
        json.anyOf = [inner, { type: "null" }];
      }
    };
    nonoptionalProcessor = (schema, ctx, _json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
    };
    UNREPRESENTABLE_DEFAULT = /* @__PURE__ */ Symbol();
    defaultProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
      const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
      if (value !== UNREPRESENTABLE_DEFAULT)
        json.default = value;
    };
    prefaultProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
      if (ctx.io !== "input")
        return;
      const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
      if (value !== UNREPRESENTABLE_DEFAULT)
        json._prefault = value;
    };
    catchProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
      let catchValue;
      try {
        catchValue = def.catchValue(void 0);
      } catch {
        handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
        return;
      }
      json.default = catchValue;
    };
    pipeProcessor = (schema, ctx, _json, params) => {
      const def = schema._zod.def;
      const inIsTransform = def.in._zod.traits.has("$ZodTransform");
      const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
      processSchema(innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = innerType;
    };
    readonlyProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
      json.readOnly = true;
    };
    promiseProcessor = (schema, ctx, _json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
    };
    optionalProcessor = (schema, ctx, _json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
    };
    lazyProcessor = (schema, ctx, _json, params) => {
      const innerType = schema._zod.innerType;
      processSchema(innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = innerType;
    };
    allProcessors = {
      string: stringProcessor,
      number: numberProcessor,
      boolean: booleanProcessor,
      bigint: bigintProcessor,
      symbol: symbolProcessor,
      null: nullProcessor,
      undefined: undefinedProcessor,
      void: voidProcessor,
      never: neverProcessor,
      any: anyProcessor,
      unknown: unknownProcessor,
      date: dateProcessor,
      enum: enumProcessor,
      literal: literalProcessor,
      nan: nanProcessor,
      template_literal: templateLiteralProcessor,
      file: fileProcessor,
      success: successProcessor,
      custom: customProcessor,
      function: functionProcessor,
      transform: transformProcessor,
      map: mapProcessor,
      set: setProcessor,
      array: arrayProcessor,
      object: objectProcessor,
      union: unionProcessor,
      intersection: intersectionProcessor,
      tuple: tupleProcessor,
      record: recordProcessor,
      nullable: nullableProcessor,
      nonoptional: nonoptionalProcessor,
      default: defaultProcessor,
      prefault: prefaultProcessor,
      catch: catchProcessor,
      pipe: pipeProcessor,
      readonly: readonlyProcessor,
      promise: promiseProcessor,
      optional: optionalProcessor,
      lazy: lazyProcessor
    };
  }
});

// node_modules/zod/v4/core/json-schema.js
var init_json_schema = __esm({
  "node_modules/zod/v4/core/json-schema.js"() {
  }
});

// node_modules/zod/v4/core/index.js
var init_core2 = __esm({
  "node_modules/zod/v4/core/index.js"() {
    init_core();
    init_parse2();
    init_errors();
    init_schemas();
    init_memoizer();
    init_checks();
    init_versions();
    init_util();
    init_regexes();
    init_locales();
    init_registries();
    init_doc();
    init_compile();
    init_api();
    init_to_json_schema();
    init_json_schema();
  }
});

// node_modules/zod/v4/classic/checks.js
var init_checks2 = __esm({
  "node_modules/zod/v4/classic/checks.js"() {
    init_core2();
  }
});

// node_modules/zod/v4/classic/errors.js
function _lazyMethod(proto, key, make) {
  Object.defineProperty(proto, key, {
    configurable: true,
    enumerable: false,
    get() {
      const value = make(this);
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
    }
  });
}
var _installedErrorProtos, initializer2, ZodRealError;
var init_errors2 = __esm({
  "node_modules/zod/v4/classic/errors.js"() {
    init_core2();
    init_core2();
    init_util();
    _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
    initializer2 = (inst, issues) => {
      $ZodError.init(inst, issues);
      inst.name = "ZodError";
      const proto = Object.getPrototypeOf(inst);
      if (_installedErrorProtos.has(proto))
        return;
      _installedErrorProtos.add(proto);
      _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
      _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
      _lazyMethod(proto, "addIssue", (self) => (issue2) => {
        self.issues.push(issue2);
        self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
      });
      _lazyMethod(proto, "addIssues", (self) => (issues2) => {
        self.issues.push(...issues2);
        self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
      });
      Object.defineProperty(proto, "isEmpty", {
        configurable: true,
        enumerable: false,
        get() {
          return this.issues.length === 0;
        }
      });
    };
    ZodRealError = /* @__PURE__ */ $constructor("ZodError", initializer2, void 0, {
      Parent: Error
    });
  }
});

// node_modules/zod/v4/classic/parse.js
var parse2, parseAsync, safeParse, safeParseAsync, encode, decode2, encodeAsync, decodeAsync, safeEncode, safeDecode, safeEncodeAsync, safeDecodeAsync;
var init_parse3 = __esm({
  "node_modules/zod/v4/classic/parse.js"() {
    init_core2();
    init_errors2();
    init_core2();
    parse2 = /* @__PURE__ */ _parse(ZodRealError);
    parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
    safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
    safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
    encode = /* @__PURE__ */ _encode(ZodRealError);
    decode2 = /* @__PURE__ */ _decode(ZodRealError);
    encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
    decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
    safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
    safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
    safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
    safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);
  }
});

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
  if (!globalConfig.localeError)
    config(en_default());
}
function _ensureDefaultMemoizer() {
  if (!globalConfig.memoizer)
    config({ memoizer: memoizer() });
}
function string2(params) {
  return _string(ZodString, params);
}
function number2(params) {
  return _number(ZodNumber, params);
}
function int(params) {
  return _int(ZodNumberFormat, params);
}
function unknown() {
  return _unknown(ZodUnknown);
}
function never(params) {
  return _never(ZodNever, params);
}
function array(element, params) {
  return _array(ZodArray, element, params);
}
function strictObject(shape, params) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: never(),
    ...util_exports.normalizeParams(params)
  });
}
function union(options, params) {
  return new ZodUnion({
    type: "union",
    options,
    ...util_exports.normalizeParams(params)
  });
}
function intersection(left, right) {
  return new ZodIntersection({
    type: "intersection",
    left,
    right
  });
}
function _enum(values, params) {
  const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodEnum({
    type: "enum",
    entries,
    ...util_exports.normalizeParams(params)
  });
}
function literal2(value, params) {
  return new ZodLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...util_exports.normalizeParams(params)
  });
}
function transform(fn) {
  return new ZodTransform({
    type: "transform",
    transform: fn
  });
}
function optional(innerType) {
  return new ZodOptional({
    type: "optional",
    innerType
  });
}
function exactOptional(innerType) {
  return new ZodExactOptional({
    type: "optional",
    innerType
  });
}
function nullable(innerType) {
  return new ZodNullable({
    type: "nullable",
    innerType
  });
}
function _default(innerType, defaultValue) {
  return new ZodDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
function prefault(innerType, defaultValue) {
  return new ZodPrefault({
    type: "prefault",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
function nonoptional(innerType, params) {
  return new ZodNonOptional({
    type: "nonoptional",
    innerType,
    ...util_exports.normalizeParams(params)
  });
}
function _catch(innerType, catchValue) {
  return new ZodCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : util_exports.constantCatch(catchValue)
  });
}
function pipe(in_, out) {
  return new ZodPipe({
    type: "pipe",
    in: in_,
    out
    // ...util.normalizeParams(params),
  });
}
function readonly(innerType) {
  return new ZodReadonly({
    type: "readonly",
    innerType
  });
}
function refine(fn, _params = {}) {
  return _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
  return _superRefine(fn, params);
}
var ZodType, _ZodString, ZodString, ZodStringFormat, ZodISODateTime, ZodISODate, ZodISOTime, ZodISODuration, ZodEmail, ZodGUID, ZodUUID, ZodURL, ZodEmoji, ZodNanoID, ZodCUID, ZodCUID2, ZodULID, ZodXID, ZodKSUID, ZodIPv4, ZodIPv6, ZodCIDRv4, ZodCIDRv6, ZodBase64, ZodBase64URL, ZodE164, ZodJWT, ZodNumber, ZodNumberFormat, ZodUnknown, ZodNever, ZodArray, ZodObject, ZodUnion, ZodIntersection, ZodEnum, ZodLiteral, ZodTransform, ZodOptional, ZodExactOptional, ZodNullable, ZodDefault, ZodPrefault, ZodNonOptional, ZodCatch, ZodPipe, ZodReadonly, ZodCustom;
var init_schemas2 = __esm({
  "node_modules/zod/v4/classic/schemas.js"() {
    init_core2();
    init_core2();
    init_json_schema_processors();
    init_to_json_schema();
    init_en();
    init_checks2();
    init_parse3();
    ZodType = /* @__PURE__ */ $constructor("ZodType", (inst, def) => {
      _ensureDefaultLocale();
      $ZodType.init(inst, def);
      inst.def = def;
      inst.type = def.type;
      return inst;
    }, {
      check(...chks) {
        const def = this.def;
        return this.clone(util_exports.mergeDefs(def, {
          checks: [
            ...def.checks ?? [],
            ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
          ]
        }), { parent: true });
      },
      with(...chks) {
        return this.check(...chks);
      },
      clone(def, params) {
        return clone(this, def, params);
      },
      brand() {
        return this;
      },
      register(reg, meta2) {
        reg.add(this, meta2);
        return this;
      },
      refine(check2, params) {
        return this.check(refine(check2, params));
      },
      superRefine(refinement, params) {
        return this.check(superRefine(refinement, params));
      },
      overwrite(fn) {
        return this.check(_overwrite(fn));
      },
      optional() {
        return optional(this);
      },
      exactOptional() {
        return exactOptional(this);
      },
      nullable() {
        return nullable(this);
      },
      nullish() {
        return optional(nullable(this));
      },
      nonoptional(params) {
        return nonoptional(this, params);
      },
      array() {
        return array(this);
      },
      or(arg) {
        return union([this, arg]);
      },
      and(arg) {
        return intersection(this, arg);
      },
      transform(tx) {
        return pipe(this, transform(tx));
      },
      default(d) {
        return _default(this, d);
      },
      prefault(d) {
        return prefault(this, d);
      },
      catch(params) {
        return _catch(this, params);
      },
      pipe(target) {
        return pipe(this, target);
      },
      readonly() {
        return readonly(this);
      },
      describe(description) {
        const cl = this.clone();
        globalRegistry.add(cl, { description });
        return cl;
      },
      meta(...args) {
        if (args.length === 0)
          return globalRegistry.get(this);
        const cl = this.clone();
        globalRegistry.add(cl, args[0]);
        return cl;
      },
      isOptional() {
        return this.safeParse(void 0).success;
      },
      isNullable() {
        return this.safeParse(null).success;
      },
      apply(fn, ...args) {
        return args.length === 0 ? fn(this) : fn(this, ...args);
      },
      // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
      get "~standard"() {
        return util_exports.hide(this, "~standard", {
          ...standardProps(this),
          jsonSchema: {
            input: createStandardJSONSchemaMethod(this, "input"),
            output: createStandardJSONSchemaMethod(this, "output")
          }
        });
      },
      set "~standard"(value) {
        util_exports.own(this, "~standard", value);
      },
      parse: function _parse2(data, params) {
        return parse2(this, data, params, { callee: _parse2 });
      },
      parseAsync: async function _parseAsync2(data, params) {
        return await parseAsync(this, data, params, { callee: _parseAsync2 });
      },
      safeParse(data, params) {
        return safeParse(this, data, params);
      },
      async safeParseAsync(data, params) {
        return safeParseAsync(this, data, params);
      },
      // `spa` is an alias: same function object as `safeParseAsync`, as before.
      get spa() {
        return this?.safeParseAsync;
      },
      set spa(value) {
        util_exports.own(this, "spa", value);
      },
      validate(data, params) {
        return validate(this, data, params);
      },
      validateAsync(data, params) {
        return validateAsync(this, data, params);
      },
      encode: function _encode2(data, params) {
        return encode(this, data, params, { callee: _encode2 });
      },
      decode: function _decode2(data, params) {
        return decode2(this, data, params, { callee: _decode2 });
      },
      encodeAsync: async function _encodeAsync2(data, params) {
        return await encodeAsync(this, data, params, { callee: _encodeAsync2 });
      },
      decodeAsync: async function _decodeAsync2(data, params) {
        return await decodeAsync(this, data, params, { callee: _decodeAsync2 });
      },
      safeEncode(data, params) {
        return safeEncode(this, data, params);
      },
      safeDecode(data, params) {
        return safeDecode(this, data, params);
      },
      async safeEncodeAsync(data, params) {
        return safeEncodeAsync(this, data, params);
      },
      async safeDecodeAsync(data, params) {
        return safeDecodeAsync(this, data, params);
      },
      toJSONSchema(params) {
        return createToJSONSchemaMethod(this, {})(params);
      },
      // Reads through to the registry on every access, so it must not cache.
      get description() {
        return globalRegistry.get(this)?.description;
      },
      // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
      get _def() {
        return this._zod.def;
      }
    });
    _ZodString = /* @__PURE__ */ $constructor(
      "_ZodString",
      (inst, def) => {
        $ZodString.init(inst, def);
        ZodType.init(inst, def);
        inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
      },
      /* @__PURE__ */ util_exports.derived({
        format: (inst) => aggregateChecks(inst).format ?? null,
        minLength: (inst) => aggregateChecks(inst).minimum ?? null,
        maxLength: (inst) => aggregateChecks(inst).maximum ?? null
      }, {
        regex(...args) {
          return this.check(_regex(...args));
        },
        includes(...args) {
          return this.check(_includes(...args));
        },
        startsWith(...args) {
          return this.check(_startsWith(...args));
        },
        endsWith(...args) {
          return this.check(_endsWith(...args));
        },
        min(...args) {
          return this.check(_minLength(...args));
        },
        max(...args) {
          return this.check(_maxLength(...args));
        },
        length(...args) {
          return this.check(_length(...args));
        },
        nonempty(...args) {
          return this.check(_minLength(1, ...args));
        },
        lowercase(params) {
          return this.check(_lowercase(params));
        },
        uppercase(params) {
          return this.check(_uppercase(params));
        },
        trim() {
          return this.check(_trim());
        },
        normalize(...args) {
          return this.check(_normalize(...args));
        },
        toLowerCase() {
          return this.check(_toLowerCase());
        },
        toUpperCase() {
          return this.check(_toUpperCase());
        },
        slugify() {
          return this.check(_slugify());
        }
      })
    );
    ZodString = /* @__PURE__ */ $constructor("ZodString", (inst, def) => {
      $ZodString.init(inst, def);
      _ZodString.init(inst, def);
    }, {
      email(params) {
        return this.check(_email(ZodEmail, params));
      },
      url(params) {
        return this.check(_url(ZodURL, params));
      },
      jwt(params) {
        return this.check(_jwt(ZodJWT, params));
      },
      emoji(params) {
        return this.check(_emoji2(ZodEmoji, params));
      },
      guid(params) {
        return this.check(_guid(ZodGUID, params));
      },
      uuid(params) {
        return this.check(_uuid(ZodUUID, params));
      },
      uuidv4(params) {
        return this.check(_uuidv4(ZodUUID, params));
      },
      uuidv6(params) {
        return this.check(_uuidv6(ZodUUID, params));
      },
      uuidv7(params) {
        return this.check(_uuidv7(ZodUUID, params));
      },
      nanoid(params) {
        return this.check(_nanoid(ZodNanoID, params));
      },
      cuid(params) {
        return this.check(_cuid(ZodCUID, params));
      },
      cuid2(params) {
        return this.check(_cuid2(ZodCUID2, params));
      },
      ulid(params) {
        return this.check(_ulid(ZodULID, params));
      },
      base64(params) {
        return this.check(_base64(ZodBase64, params));
      },
      base64url(params) {
        return this.check(_base64url(ZodBase64URL, params));
      },
      xid(params) {
        return this.check(_xid(ZodXID, params));
      },
      ksuid(params) {
        return this.check(_ksuid(ZodKSUID, params));
      },
      ipv4(params) {
        return this.check(_ipv4(ZodIPv4, params));
      },
      ipv6(params) {
        return this.check(_ipv6(ZodIPv6, params));
      },
      cidrv4(params) {
        return this.check(_cidrv4(ZodCIDRv4, params));
      },
      cidrv6(params) {
        return this.check(_cidrv6(ZodCIDRv6, params));
      },
      e164(params) {
        return this.check(_e164(ZodE164, params));
      },
      datetime(params) {
        return this.check(_isoDateTime(ZodISODateTime, params));
      },
      date(params) {
        return this.check(_isoDate(ZodISODate, params));
      },
      time(params) {
        return this.check(_isoTime(ZodISOTime, params));
      },
      duration(params) {
        return this.check(_isoDuration(ZodISODuration, params));
      }
    });
    ZodStringFormat = /* @__PURE__ */ $constructor("ZodStringFormat", (inst, def) => {
      $ZodStringFormat.init(inst, def);
      _ZodString.init(inst, def);
    });
    ZodISODateTime = /* @__PURE__ */ $constructor("ZodISODateTime", (inst, def) => {
      $ZodISODateTime.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodISODate = /* @__PURE__ */ $constructor("ZodISODate", (inst, def) => {
      $ZodISODate.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodISOTime = /* @__PURE__ */ $constructor("ZodISOTime", (inst, def) => {
      $ZodISOTime.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodISODuration = /* @__PURE__ */ $constructor("ZodISODuration", (inst, def) => {
      $ZodISODuration.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodEmail = /* @__PURE__ */ $constructor("ZodEmail", (inst, def) => {
      $ZodEmail.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodGUID = /* @__PURE__ */ $constructor("ZodGUID", (inst, def) => {
      $ZodGUID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodUUID = /* @__PURE__ */ $constructor("ZodUUID", (inst, def) => {
      $ZodUUID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodURL = /* @__PURE__ */ $constructor("ZodURL", (inst, def) => {
      $ZodURL.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodEmoji = /* @__PURE__ */ $constructor("ZodEmoji", (inst, def) => {
      $ZodEmoji.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodNanoID = /* @__PURE__ */ $constructor("ZodNanoID", (inst, def) => {
      $ZodNanoID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodCUID = /* @__PURE__ */ $constructor("ZodCUID", (inst, def) => {
      $ZodCUID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodCUID2 = /* @__PURE__ */ $constructor("ZodCUID2", (inst, def) => {
      $ZodCUID2.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodULID = /* @__PURE__ */ $constructor("ZodULID", (inst, def) => {
      $ZodULID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodXID = /* @__PURE__ */ $constructor("ZodXID", (inst, def) => {
      $ZodXID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodKSUID = /* @__PURE__ */ $constructor("ZodKSUID", (inst, def) => {
      $ZodKSUID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodIPv4 = /* @__PURE__ */ $constructor("ZodIPv4", (inst, def) => {
      $ZodIPv4.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodIPv6 = /* @__PURE__ */ $constructor("ZodIPv6", (inst, def) => {
      $ZodIPv6.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodCIDRv4 = /* @__PURE__ */ $constructor("ZodCIDRv4", (inst, def) => {
      $ZodCIDRv4.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodCIDRv6 = /* @__PURE__ */ $constructor("ZodCIDRv6", (inst, def) => {
      $ZodCIDRv6.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodBase64 = /* @__PURE__ */ $constructor("ZodBase64", (inst, def) => {
      $ZodBase64.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodBase64URL = /* @__PURE__ */ $constructor("ZodBase64URL", (inst, def) => {
      $ZodBase64URL.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodE164 = /* @__PURE__ */ $constructor("ZodE164", (inst, def) => {
      $ZodE164.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodJWT = /* @__PURE__ */ $constructor("ZodJWT", (inst, def) => {
      $ZodJWT.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodNumber = /* @__PURE__ */ $constructor(
      "ZodNumber",
      (inst, def) => {
        $ZodNumber.init(inst, def);
        ZodType.init(inst, def);
        inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
        inst.isFinite = true;
      },
      /* @__PURE__ */ util_exports.derived({
        minValue: (inst) => {
          const { minimum, exclusiveMinimum } = aggregateChecks(inst);
          return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
        },
        maxValue: (inst) => {
          const { maximum, exclusiveMaximum } = aggregateChecks(inst);
          return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
        },
        isInt: (inst) => {
          const { isInt, multipleOf } = aggregateChecks(inst);
          return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
        },
        format: (inst) => aggregateChecks(inst).format ?? null
      }, {
        gt(value, params) {
          return this.check(_gt(value, params));
        },
        gte(value, params) {
          return this.check(_gte(value, params));
        },
        min(value, params) {
          return this.check(_gte(value, params));
        },
        lt(value, params) {
          return this.check(_lt(value, params));
        },
        lte(value, params) {
          return this.check(_lte(value, params));
        },
        max(value, params) {
          return this.check(_lte(value, params));
        },
        int(params) {
          return this.check(int(params));
        },
        safe(params) {
          return this.check(int(params));
        },
        positive(params) {
          return this.check(_gt(0, params));
        },
        nonnegative(params) {
          return this.check(_gte(0, params));
        },
        negative(params) {
          return this.check(_lt(0, params));
        },
        nonpositive(params) {
          return this.check(_lte(0, params));
        },
        multipleOf(value, params) {
          return this.check(_multipleOf(value, params));
        },
        step(value, params) {
          return this.check(_multipleOf(value, params));
        },
        finite() {
          return this;
        }
      })
    );
    ZodNumberFormat = /* @__PURE__ */ $constructor("ZodNumberFormat", (inst, def) => {
      $ZodNumberFormat.init(inst, def);
      ZodNumber.init(inst, def);
    });
    ZodUnknown = /* @__PURE__ */ $constructor("ZodUnknown", (inst, def) => {
      $ZodUnknown.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
    });
    ZodNever = /* @__PURE__ */ $constructor("ZodNever", (inst, def) => {
      $ZodNever.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
    });
    ZodArray = /* @__PURE__ */ $constructor("ZodArray", (inst, def) => {
      _ensureDefaultMemoizer();
      $ZodArray.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
      inst.element = def.element;
    }, {
      min(n, params) {
        return this.check(_minLength(n, params));
      },
      nonempty(params) {
        return this.check(_minLength(1, params));
      },
      max(n, params) {
        return this.check(_maxLength(n, params));
      },
      length(n, params) {
        return this.check(_length(n, params));
      },
      unwrap() {
        return this.element;
      }
    });
    ZodObject = /* @__PURE__ */ $constructor("ZodObject", (inst, def) => {
      _ensureDefaultMemoizer();
      $ZodObjectJIT.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
      util_exports.installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
    }, {
      keyof() {
        return _enum(Object.keys(this._zod.def.shape));
      },
      catchall(catchall) {
        return this.clone(util_exports.mergeDefs(this._zod.def, { catchall }));
      },
      passthrough() {
        return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
      },
      loose() {
        return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
      },
      strict() {
        return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: never() }));
      },
      strip() {
        return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: void 0 }));
      },
      extend(incoming) {
        return util_exports.extend(this, incoming);
      },
      safeExtend(incoming) {
        return util_exports.safeExtend(this, incoming);
      },
      merge(other) {
        return util_exports.merge(this, other);
      },
      pick(mask) {
        return util_exports.pick(this, mask);
      },
      omit(mask) {
        return util_exports.omit(this, mask);
      },
      partial(...args) {
        return util_exports.partial(ZodOptional, this, args[0]);
      },
      exactPartial(...args) {
        return util_exports.partial(ZodExactOptional, this, args[0], "exactPartial");
      },
      required(...args) {
        return util_exports.required(ZodNonOptional, this, args[0]);
      }
    });
    ZodUnion = /* @__PURE__ */ $constructor("ZodUnion", (inst, def) => {
      $ZodUnion.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
      inst.options = def.options;
    });
    ZodIntersection = /* @__PURE__ */ $constructor("ZodIntersection", (inst, def) => {
      $ZodIntersection.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
    });
    ZodEnum = /* @__PURE__ */ $constructor("ZodEnum", (inst, def) => {
      $ZodEnum.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
      inst.enum = def.entries;
      inst.options = [...inst._zod.values];
      const keys = new Set(Object.keys(def.entries));
      inst.extract = (values, params) => {
        const newEntries = {};
        for (const value of values) {
          if (keys.has(value)) {
            newEntries[value] = def.entries[value];
          } else
            throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
          ...def,
          checks: [],
          ...util_exports.normalizeParams(params),
          entries: newEntries
        });
      };
      inst.exclude = (values, params) => {
        const newEntries = { ...def.entries };
        for (const value of values) {
          if (keys.has(value)) {
            delete newEntries[value];
          } else
            throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
          ...def,
          checks: [],
          ...util_exports.normalizeParams(params),
          entries: newEntries
        });
      };
    });
    ZodLiteral = /* @__PURE__ */ $constructor("ZodLiteral", (inst, def) => {
      $ZodLiteral.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
      inst.values = new Set(def.values);
      Object.defineProperty(inst, "value", {
        get() {
          if (def.values.length > 1) {
            throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
          }
          return def.values[0];
        }
      });
    });
    ZodTransform = /* @__PURE__ */ $constructor("ZodTransform", (inst, def) => {
      _ensureDefaultMemoizer();
      $ZodTransform.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
      inst._zod.parse = (payload, _ctx) => {
        if (_ctx.direction === "backward") {
          throw new $ZodEncodeError(inst.constructor.name);
        }
        payload.addIssue = (issue2) => {
          if (typeof issue2 === "string") {
            payload.issues.push(util_exports.issue(issue2, payload.value, def));
          } else {
            const _issue = issue2;
            if (_issue.fatal)
              _issue.continue = false;
            _issue.code ?? (_issue.code = "custom");
            if (!("input" in _issue))
              _issue.input = payload.value;
            _issue.inst ?? (_issue.inst = inst);
            payload.issues.push(util_exports.issue(_issue));
          }
        };
        const output = def.transform(payload.value, payload);
        if (output instanceof Promise) {
          return output.then((output2) => {
            payload.value = output2;
            return payload;
          });
        }
        payload.value = output;
        return payload;
      };
    });
    ZodOptional = /* @__PURE__ */ $constructor("ZodOptional", (inst, def) => {
      $ZodOptional.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodExactOptional = /* @__PURE__ */ $constructor("ZodExactOptional", (inst, def) => {
      $ZodExactOptional.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodNullable = /* @__PURE__ */ $constructor("ZodNullable", (inst, def) => {
      $ZodNullable.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodDefault = /* @__PURE__ */ $constructor("ZodDefault", (inst, def) => {
      $ZodDefault.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
      inst.removeDefault = inst.unwrap;
    });
    ZodPrefault = /* @__PURE__ */ $constructor("ZodPrefault", (inst, def) => {
      $ZodPrefault.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodNonOptional = /* @__PURE__ */ $constructor("ZodNonOptional", (inst, def) => {
      $ZodNonOptional.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodCatch = /* @__PURE__ */ $constructor("ZodCatch", (inst, def) => {
      $ZodCatch.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
      inst.removeCatch = inst.unwrap;
    });
    ZodPipe = /* @__PURE__ */ $constructor("ZodPipe", (inst, def) => {
      $ZodPipe.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
      inst.in = def.in;
      inst.out = def.out;
    });
    ZodReadonly = /* @__PURE__ */ $constructor("ZodReadonly", (inst, def) => {
      $ZodReadonly.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodCustom = /* @__PURE__ */ $constructor("ZodCustom", (inst, def) => {
      $ZodCustom.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
    });
  }
});

// node_modules/zod/v4/classic/compat.js
var ZodFirstPartyTypeKind;
var init_compat = __esm({
  "node_modules/zod/v4/classic/compat.js"() {
    /* @__PURE__ */ (function(ZodFirstPartyTypeKind2) {
    })(ZodFirstPartyTypeKind || (ZodFirstPartyTypeKind = {}));
  }
});

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date2,
  datetime: () => datetime2,
  duration: () => duration2,
  time: () => time2
});
function datetime2(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date2(params) {
  return _isoDate(ZodISODate, params);
}
function time2(params) {
  return _isoTime(ZodISOTime, params);
}
function duration2(params) {
  return _isoDuration(ZodISODuration, params);
}
var init_iso = __esm({
  "node_modules/zod/v4/classic/iso.js"() {
    init_core2();
    init_schemas2();
    init_schemas2();
  }
});

// node_modules/zod/v4/classic/coerce.js
var init_coerce = __esm({
  "node_modules/zod/v4/classic/coerce.js"() {
  }
});

// node_modules/zod/v4/classic/external.js
var init_external = __esm({
  "node_modules/zod/v4/classic/external.js"() {
    init_core2();
    init_schemas2();
    init_checks2();
    init_errors2();
    init_parse3();
    init_compat();
    init_json_schema_processors();
    init_locales();
    init_iso();
    init_coerce();
  }
});

// node_modules/zod/index.js
var init_zod = __esm({
  "node_modules/zod/index.js"() {
    init_external();
  }
});

// src/policy/tree.ts
function placeKey(path2) {
  return path2.map(String).join(".");
}
var init_tree = __esm({
  "src/policy/tree.ts"() {
    "use strict";
  }
});

// src/policy/issues.ts
function issueFlaws(schema, tree, issues) {
  return issues.slice(0, mostFlaws).flatMap((issue2) => flawsOf(schema, tree, issue2, issue2.path)).slice(0, mostFlaws);
}
function flawsOf(schema, tree, issue2, path2) {
  if (issue2.code === "unrecognized_keys") {
    return issue2.keys.slice(0, mostFlaws).map((key) => unknownKey(schema, tree, path2, key));
  }
  if (issue2.code === "invalid_union") {
    const branch = issue2.errors.find((candidate) => candidate.every(isInside));
    if (branch && branch.length > 0) {
      return branch.flatMap((inner) => flawsOf(schema, tree, inner, [...path2, ...inner.path]));
    }
    return [
      {
        at: valueAt(tree, path2),
        message: `expected text or a mapping, found ${found(tree, path2)}`
      }
    ];
  }
  const isMissing = issue2.code === "invalid_type" || issue2.code === "invalid_value";
  if (isMissing && path2.length > 0 && !tree.places.has(placeKey(path2))) {
    const parent = path2.slice(0, -1);
    const message = `missing key ${quote(String(path2.at(-1)))}`;
    return [{ at: valueAt(tree, parent), message }];
  }
  return [{ at: valueAt(tree, path2), message: messageOf(tree, issue2, path2) }];
}
function isInside(issue2) {
  return issue2.path.length > 0 || issue2.code !== "invalid_type";
}
function messageOf(tree, issue2, path2) {
  if (issue2.code === "invalid_value") return choice(tree, issue2.values.map(String), path2);
  const actual = found(tree, path2);
  if (issue2.code === "invalid_type") return `expected ${typeName(issue2.expected)}, found ${actual}`;
  const isNumber = typeof lookUp(tree.value, path2) === "number";
  if (issue2.code === "too_small" && isNumber) {
    return `expected at least ${issue2.minimum}, found ${actual}`;
  }
  if (issue2.code === "too_big" && isNumber) {
    return `expected at most ${issue2.maximum}, found ${actual}`;
  }
  return `${issue2.message}, found ${actual}`;
}
function choice(tree, values, path2) {
  const value = lookUp(tree.value, path2);
  const hint = typeof value === "string" ? didYouMean(value, values) : "";
  if (values.length > mostChoices) {
    return `unknown ${String(path2.at(-1))} ${found(tree, path2)}${hint}`;
  }
  const listed = values.length === 1 ? values.join() : `one of ${values.join(", ")}`;
  return `expected ${listed}, found ${found(tree, path2)}${hint}`;
}
function unknownKey(schema, tree, path2, key) {
  const place4 = tree.places.get(placeKey([...path2, key]));
  const noun = placeKey(path2) === "rules" ? "rule" : "key";
  const hint = didYouMean(key, knownKeys(schema, path2));
  return { at: place4?.key?.start ?? 0, message: `unknown ${noun} ${quote(key)}${hint}` };
}
function knownKeys(schema, path2) {
  if (schema instanceof ZodOptional) return knownKeys(schema.unwrap(), path2);
  if (schema instanceof ZodUnion) {
    return schema.options.flatMap((option) => knownKeys(option, path2));
  }
  const [first, ...rest] = path2;
  if (schema instanceof ZodArray && first !== void 0) return knownKeys(schema.element, rest);
  if (!(schema instanceof ZodObject)) return [];
  if (first === void 0) return Object.keys(schema.shape);
  return Object.hasOwn(schema.shape, first) ? knownKeys(schema.shape[String(first)], rest) : [];
}
function valueAt(tree, path2) {
  return tree.places.get(placeKey(path2))?.value.start ?? 0;
}
function found(tree, path2) {
  const value = lookUp(tree.value, path2);
  if (value === null || value === void 0) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "string" ? quote(value) : JSON.stringify(value);
}
function lookUp(value, path2) {
  let at = value;
  for (const key of path2) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return void 0;
    at = at[key];
  }
  return at;
}
function quote(text) {
  return JSON.stringify(text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text);
}
function typeName(expected) {
  switch (expected) {
    case "object":
      return "a mapping";
    case "array":
      return "a list";
    case "string":
      return "text";
    case "int":
      return "a whole number";
    default:
      return `a ${expected}`;
  }
}
var longestQuote, mostChoices, mostFlaws;
var init_issues = __esm({
  "src/policy/issues.ts"() {
    "use strict";
    init_zod();
    init_closest();
    init_tree();
    longestQuote = 40;
    mostChoices = 8;
    mostFlaws = 100;
  }
});

// src/policy/limits.ts
var maxPatternLength, maxEntries, maxSettingsLength;
var init_limits = __esm({
  "src/policy/limits.ts"() {
    "use strict";
    maxPatternLength = 2048;
    maxEntries = 5e3;
    maxSettingsLength = 1024 * 1024;
  }
});

// src/policy/schema.ts
function acceptance(match2) {
  return union([
    match2,
    strictObject({
      match: match2,
      reason: reason.optional(),
      owner: owner.optional(),
      until: until.optional()
    })
  ]);
}
function listOf(entry, description) {
  return array(entry).max(maxEntries, { error: `expected at most ${maxEntries} entries` }).optional().describe(description);
}
function ignoreEntry(ruleIds) {
  return strictObject({
    rule: ruleIds.describe("Rule id."),
    path: file.optional().describe("Glob over the path of the finding."),
    subject: glob2.optional().describe('Glob over the subject of the finding, e.g. "utils/systems".'),
    "reason-code": string2().min(1).optional().describe("The reason of the finding, exactly."),
    reason,
    owner: owner.optional(),
    until: until.optional()
  });
}
function policySchema(rules) {
  const ids = rules.map((rule) => rule.id);
  const levels2 = Object.fromEntries(
    rules.map((rule) => [rule.id, level.optional().describe(rule.summary)])
  );
  return strictObject({
    version: literal2(1).describe("Version of this format."),
    profile: _enum(profiles).optional().describe("How much is reported. Default: default."),
    "fail-on": _enum([...severities, "never"]).optional().describe("Mildest severity that fails the run. Default: error."),
    rules: strictObject(levels2).optional().describe("Level of a rule, whatever the profile."),
    files: strictObject({ exclude: listOf(file, "Globs of files that are not linted.") }).optional(),
    ignore: listOf(
      ignoreEntry(_enum(ids.filter((id) => !unignorable.has(id)))),
      "Findings that are accepted."
    ),
    inputs: inputs.optional().describe("What may stand in a lock."),
    "trusted-caches": listOf(trustedCache, "Binary caches that may be used, with their keys."),
    "trusted-users": listOf(acceptance(glob2), "Users that may be named in trusted-users."),
    "own-installers": listOf(acceptance(glob2), "Own actions that install Nix."),
    "example-keys": listOf(acceptance(glob2), "Public keys that occur only as examples."),
    "approved-changes": listOf(
      acceptance(digest),
      "Reviewed lock changes, by the sha256 printed with the change."
    ),
    baseline: filePath.optional().describe("File that counts the findings accepted so far.")
  }).describe("Policy of nix-secure-lint");
}
function policyJsonSchema(rules) {
  return toJSONSchema(policySchema(rules), { io: "input" });
}
var level, until, owner, reason, glob2, file, filePath, url, publicKey, digest, trustedCache, inputs, unignorable, inventorySchema, baselineSchema;
var init_schema = __esm({
  "src/policy/schema.ts"() {
    "use strict";
    init_zod();
    init_severity();
    init_limits();
    level = _enum(["off", ...severities]);
    until = iso_exports.date({ error: "expected a date as YYYY-MM-DD" }).describe("Last day, UTC, on which this holds; afterwards it has no effect and is reported.");
    owner = string2().min(1, { error: "expected a person or team, found nothing" }).describe('Who answers for this, e.g. "@acme/platform".');
    reason = string2().regex(/\S/u, { error: "expected a reason in words, found none" }).describe("Why this is acceptable.");
    glob2 = string2().min(1, { error: "expected a pattern, found nothing" }).max(maxPatternLength, { error: `expected at most ${maxPatternLength} characters` }).regex(/^[^\u0000-\u001f\u007f]*$/u, { error: "expected a pattern without control characters" });
    file = glob2.regex(/^(?!\.{0,2}\/)[^\\]*$/u, {
      error: 'expected a path relative to the linted directory, with "/", such as "examples/**"'
    });
    filePath = file.describe("Relative to the linted directory.");
    url = string2().regex(/^[a-z][a-z0-9+.-]*:\/\/\S+$/u, {
      error: 'expected a URL such as "https://cache.example.org"'
    });
    publicKey = string2().regex(/^[^\s:]+:[A-Za-z0-9+/]{43}=$/u, {
      error: 'expected a public key as "name:base64 of 32 bytes"'
    });
    digest = string2().regex(/^[0-9a-f]{64}$/u, { error: "expected a sha256 as 64 lower-case hex digits" });
    trustedCache = strictObject({
      url,
      keys: array(publicKey).min(1, { error: "expected at least one public key" }).describe("Public keys that may sign for this cache."),
      reason: reason.optional(),
      owner: owner.optional(),
      until: until.optional()
    });
    inputs = strictObject({
      "allowed-hosts": listOf(acceptance(glob2), "Hosts inputs may come from."),
      "allowed-owners": listOf(
        acceptance(glob2),
        'Forge owners inputs may come from, e.g. "github:NixOS".'
      ),
      "allowed-sources": listOf(
        acceptance(glob2),
        'Source identities inputs may have, e.g. "github:NixOS/*".'
      ),
      "allow-local-inputs": listOf(
        acceptance(glob2),
        "Paths of inputs that may be files of the checkout."
      ),
      "max-nodes": int().min(1).max(1e6).optional().describe("Most nodes a lock may have."),
      "max-depth": int().min(1).max(64).optional().describe("Longest chain from a root to an input."),
      inventory: filePath.optional().describe("File that lists every input that may occur.")
    });
    unignorable = /* @__PURE__ */ new Set(["meta-suppression", "meta-policy-weakened"]);
    inventorySchema = strictObject({
      version: literal2(1),
      inputs: array(
        strictObject({
          input: glob2.optional().describe('Input path from the root, e.g. "utils/systems"; a glob.'),
          source: glob2.describe('Source identity, e.g. "github:NixOS/nixpkgs"; a glob.'),
          lock: file.optional().describe("The lock this entry speaks of; a glob. Default: all."),
          reason: reason.optional(),
          owner: owner.optional(),
          until: until.optional()
        })
      ).max(maxEntries, { error: `expected at most ${maxEntries} entries` })
    }).describe("Inputs that may occur in the locks of this repository");
    baselineSchema = strictObject({
      version: literal2(1),
      findings: array(
        strictObject({
          rule: string2().min(1),
          path: string2(),
          subject: string2(),
          reason: string2().min(1),
          fingerprint: string2().regex(/^[0-9a-f]{32}$/u, { error: "expected 32 lower-case hex digits" }),
          count: int().min(1).max(1e6)
        })
      ).max(1e5, { error: "expected at most 100000 entries" })
    }).describe("Findings accepted when the baseline was written");
  }
});

// src/policy/json-tree.ts
function readJsonTree(text) {
  const places = /* @__PURE__ */ new Map();
  if (text.length > maxLength) {
    const message = `expected at most ${maxLength} characters, found ${text.length}`;
    return { value: void 0, places, flaws: [{ at: 0, message }] };
  }
  const { value, faults } = parseJson(text);
  if (value === void 0 || faults.length > 0) {
    const flaws = faults.map(({ span: span2, message }) => ({ at: span2.start, message }));
    return { value: void 0, places, flaws };
  }
  const walk2 = { places, flaws: [] };
  return { value: convert(value, [], walk2), places, flaws: walk2.flaws };
}
function convert(value, path2, walk2) {
  if (path2.length === 0) walk2.places.set("", { value: value.span });
  if (value.type === "object") return convertObject(value, path2, walk2);
  if (value.type === "null") return null;
  if (value.type !== "array") return value.value;
  return value.items.map((item, index2) => {
    const at = [...path2, index2];
    walk2.places.set(placeKey(at), { value: item.span });
    return convert(item, at, walk2);
  });
}
function convertObject(value, path2, walk2) {
  const object = /* @__PURE__ */ Object.create(null);
  for (const { name, nameSpan, value: inner } of value.members) {
    if (name in object) {
      const message = `key ${JSON.stringify(name)} stands here twice`;
      walk2.flaws.push({ at: nameSpan.start, message });
      continue;
    }
    const at = [...path2, name];
    walk2.places.set(placeKey(at), { key: nameSpan, value: inner.span });
    object[name] = convert(inner, at, walk2);
  }
  return object;
}
var maxLength;
var init_json_tree = __esm({
  "src/policy/json-tree.ts"() {
    "use strict";
    init_json2();
    init_tree();
    maxLength = 32 * 1024 * 1024;
  }
});

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === ALIAS;
    var isDocument = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === DOC;
    var isMap2 = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === MAP;
    var isPair2 = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === PAIR;
    var isScalar2 = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === SCALAR;
    var isSeq2 = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === SEQ;
    function isCollection(node2) {
      if (node2 && typeof node2 === "object")
        switch (node2[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node2) {
      if (node2 && typeof node2 === "object")
        switch (node2[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node2) => (isScalar2(node2) || isCollection(node2)) && !!node2.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias2;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap2;
    exports.isNode = isNode;
    exports.isPair = isPair2;
    exports.isScalar = isScalar2;
    exports.isSeq = isSeq2;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node2, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node2)) {
        const cd = visit_(null, node2.contents, visitor_, Object.freeze([node2]));
        if (cd === REMOVE)
          node2.contents = null;
      } else
        visit_(null, node2, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node2, visitor, path2) {
      const ctrl = callVisitor(key, node2, visitor, path2);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path2, ctrl);
        return visit_(key, ctrl, visitor, path2);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node2)) {
          path2 = Object.freeze(path2.concat(node2));
          for (let i = 0; i < node2.items.length; ++i) {
            const ci = visit_(i, node2.items[i], visitor, path2);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node2.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node2)) {
          path2 = Object.freeze(path2.concat(node2));
          const ck = visit_("key", node2.key, visitor, path2);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node2.key = null;
          const cv = visit_("value", node2.value, visitor, path2);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node2.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node2, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node2)) {
        const cd = await visitAsync_(null, node2.contents, visitor_, Object.freeze([node2]));
        if (cd === REMOVE)
          node2.contents = null;
      } else
        await visitAsync_(null, node2, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node2, visitor, path2) {
      const ctrl = await callVisitor(key, node2, visitor, path2);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path2, ctrl);
        return visitAsync_(key, ctrl, visitor, path2);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node2)) {
          path2 = Object.freeze(path2.concat(node2));
          for (let i = 0; i < node2.items.length; ++i) {
            const ci = await visitAsync_(i, node2.items[i], visitor, path2);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node2.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node2)) {
          path2 = Object.freeze(path2.concat(node2));
          const ck = await visitAsync_("key", node2.key, visitor, path2);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node2.key = null;
          const cv = await visitAsync_("value", node2.value, visitor, path2);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node2.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node2, visitor, path2) {
      if (typeof visitor === "function")
        return visitor(key, node2, path2);
      if (identity.isMap(node2))
        return visitor.Map?.(key, node2, path2);
      if (identity.isSeq(node2))
        return visitor.Seq?.(key, node2, path2);
      if (identity.isPair(node2))
        return visitor.Pair?.(key, node2, path2);
      if (identity.isScalar(node2))
        return visitor.Scalar?.(key, node2, path2);
      if (identity.isAlias(node2))
        return visitor.Alias?.(key, node2, path2);
      return void 0;
    }
    function replaceNode(key, path2, node2) {
      const parent = path2[path2.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node2;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node2;
        else
          parent.value = node2;
      } else if (identity.isDocument(parent)) {
        parent.contents = node2;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags2) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags2);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix2] = parts;
            this.tags[handle] = prefix2;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version3] = parts;
            if (version3 === "1.1" || version3 === "1.2") {
              this.yaml.version = version3;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version3);
              onError(6, `Unsupported YAML version ${version3}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix2 = this.tags[handle];
        if (prefix2) {
          try {
            return prefix2 + decodeURIComponent(suffix);
          } catch (error3) {
            onError(String(error3));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix2] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix2))
            return handle + escapeTagName(tag.substring(prefix2.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines2 = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags2 = {};
          visit.visit(doc.contents, (_key, node2) => {
            if (identity.isNode(node2) && node2.tag)
              tags2[node2.tag] = true;
          });
          tagNames = Object.keys(tags2);
        } else
          tagNames = [];
        for (const [handle, prefix2] of tagEntries) {
          if (handle === "!!" && prefix2 === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix2)))
            lines2.push(`%TAG ${handle} ${prefix2}`);
        }
        return lines2.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor2) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor2)) {
        const sa = JSON.stringify(anchor2);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node2) {
          if (node2.anchor)
            anchors.add(node2.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix2, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix2}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix2) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor2 = findNewAnchor(prefix2, prevAnchors);
          prevAnchors.add(anchor2);
          return anchor2;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error3 = new Error("Failed to resolve repeated object (this should not happen)");
              error3.source = source;
              throw error3;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count3, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count3);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: (_key, node2) => {
              if (identity.isAlias(node2) || identity.hasAnchor(node2))
                nodes.push(node2);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found2 = void 0;
        for (const node2 of nodes) {
          if (node2 === this)
            break;
          if (node2.anchor === this.source)
            found2 = node2;
        }
        if (found2 && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found2);
          if (!data) {
            toJS.toJS(found2, null, ctx);
            data = anchors2.get(found2);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found2, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found2;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node2, anchors2) {
      if (identity.isAlias(node2)) {
        const source = node2.resolve(doc);
        const anchor2 = anchors2 && source && anchors2.get(source);
        return anchor2 ? anchor2.count * anchor2.aliasCount : 0;
      } else if (identity.isCollection(node2)) {
        let count3 = 0;
        for (const item of node2.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count3)
            count3 = c;
        }
        return count3;
      } else if (identity.isPair(node2)) {
        const kc = getAliasCount(doc, node2.key, anchors2);
        const vc = getAliasCount(doc, node2.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags2) {
      if (tagName) {
        const match2 = tags2.filter((t) => t.tag === tagName);
        const tagObj = match2.find((t) => !t.format) ?? match2[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags2.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node3 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node3;
          return node3;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node2 = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node2.tag = tagName;
      else if (!tagObj.default)
        node2.tag = tagObj.tag;
      if (ref)
        ref.node = node2;
      return node2;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path2, value) {
      let v = value;
      for (let i = path2.length - 1; i >= 0; --i) {
        const k = path2[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path2) => path2 == null || typeof path2 === "object" && !!path2[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path2, value) {
        if (isEmptyPath(path2))
          this.add(value);
        else {
          const [key, ...rest] = path2;
          const node2 = this.get(key, true);
          if (identity.isCollection(node2))
            node2.addIn(rest, value);
          else if (node2 === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path2) {
        const [key, ...rest] = path2;
        if (rest.length === 0)
          return this.delete(key);
        const node2 = this.get(key, true);
        if (identity.isCollection(node2))
          return node2.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path2, keepScalar) {
        const [key, ...rest] = path2;
        const node2 = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node2) ? node2.value : node2;
        else
          return identity.isCollection(node2) ? node2.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node2) => {
          if (!identity.isPair(node2))
            return false;
          const n = node2.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path2) {
        const [key, ...rest] = path2;
        if (rest.length === 0)
          return this.has(key);
        const node2 = this.get(key, true);
        return identity.isCollection(node2) ? node2.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path2, value) {
        const [key, ...rest] = path2;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node2 = this.get(key, true);
          if (identity.isCollection(node2))
            node2.setIn(rest, value);
          else if (node2 === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text.length <= endStep)
        return text;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text;
      if (onFold)
        onFold();
      let res = text.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text.length;
        if (fold === 0)
          res = `
${indent}${text.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text[fold]}\\`;
          res += `
${indent}${text.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text[++i];
        } else {
          do {
            ch = text[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text[start];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code2 = json.substr(i + 2, 4);
                switch (code2) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code2.substr(0, 2) === "00")
                      str += "\\x" + code2.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal3 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal3 ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header2 = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header2 += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal3) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header2}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header2}
${indent}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags: tags2 } = ctx.doc.schema;
        if (tags2.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags2, item) {
      if (item.tag) {
        const match2 = tags2.filter((t) => t.tag === item.tag);
        if (match2.length > 0)
          return match2.find((t) => t.format === item.format) ?? match2[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match2 = tags2.filter((t) => t.identify?.(obj));
        if (match2.length > 1) {
          const testMatch = match2.filter((t) => t.test);
          if (testMatch.length > 0)
            match2 = testMatch;
        }
        tagObj = match2.find((t) => t.format === item.format) ?? match2.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags2.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node2, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor2 = (identity.isScalar(node2) || identity.isCollection(node2)) && node2.anchor;
      if (anchor2 && anchors.anchorIsValid(anchor2)) {
        anchors$1.add(anchor2);
        props.push(`&${anchor2}`);
      }
      const tag = node2.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node2 = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node2));
      const props = stringifyProps(node2, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node2, ctx, onComment, onChompKeep) : identity.isScalar(node2) ? stringifyString.stringifyString(node2, ctx, onComment, onChompKeep) : node2.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node2) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge2 = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge2.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge2.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge2;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge2 = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge2.isMergeKey(ctx, key))
        merge2.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node2 of ctx.anchors.keys())
          strCtx.anchors.add(node2.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema);
        if (identity.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair2 = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair2, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines2 = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines2.push("");
          addCommentBefore(ctx, lines2, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines2.push("");
            addCommentBefore(ctx, lines2, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines2.push(blockItemPrefix + str2);
      }
      let str;
      if (lines2.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines2[0];
        for (let i = 1; i < lines2.length; ++i) {
          const line = lines2[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines2 = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines2.push("");
          addCommentBefore(ctx, lines2, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines2.push("");
            addCommentBefore(ctx, lines2, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines2.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines2.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines2.push(str);
        linesAtValue = lines2.length;
      }
      const { start, end } = flowChars;
      if (lines2.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines2.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines2)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines2.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines2, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines2.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair2, overwrite) {
        let _pair;
        if (identity.isPair(pair2))
          _pair = pair2;
        else if (!pair2 || typeof pair2 !== "object" || !("key" in pair2)) {
          _pair = new Pair.Pair(pair2, pair2?.value);
        } else
          _pair = new Pair.Pair(pair2.key, pair2.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node2 = it?.value;
        return (!keepScalar && identity.isScalar(node2) ? node2.value : node2) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string3 = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string3;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node2) {
        const num = Number(node2.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node2);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node2 = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node2.minFractionDigits = str.length - dot - 1;
        return node2;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node2, radix, prefix2) {
      const { value } = node2;
      if (intIdentify(value) && value >= 0)
        return prefix2 + value.toString(radix);
      return stringifyNumber.stringifyNumber(node2);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node2) => intStringify(node2, 8, "0o")
    };
    var int2 = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node2) => intStringify(node2, 16, "0x")
    };
    exports.int = int2;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null3 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = [
      map.map,
      seq.seq,
      string3.string,
      _null3.nullTag,
      bool.boolTag,
      int2.intOct,
      int2.int,
      int2.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines2 = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines2[i] = str.substr(o, lineWidth);
          }
          str = lines2.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair2 = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair2.key.commentBefore = pair2.key.commentBefore ? `${item.commentBefore}
${pair2.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair2.value ?? pair2.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair2;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair2 of this.items) {
          let key, value;
          if (identity.isPair(pair2)) {
            key = toJS.toJS(pair2.key, "", ctx);
            value = toJS.toJS(pair2.value, key, ctx);
          } else {
            key = toJS.toJS(pair2, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node2) {
        const num = Number(node2.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node2);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node2 = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node2.minFractionDigits = f.length;
        }
        return node2;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node2, radix, prefix2) {
      const { value } = node2;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix2 + str.substr(1) : prefix2 + str;
      }
      return stringifyNumber.stringifyNumber(node2);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node2) => intStringify(node2, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node2) => intStringify(node2, 8, "0")
    };
    var int2 = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node2) => intStringify(node2, 16, "0x")
    };
    exports.int = int2;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair2;
        if (identity.isPair(key))
          pair2 = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair2 = new Pair.Pair(key.key, null);
        else
          pair2 = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair2.key);
        if (!prev)
          this.items.push(pair2);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair2 = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair2) ? identity.isScalar(pair2.key) ? pair2.key.value : pair2.key : pair2;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node2) {
      let { value } = node2;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node2);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match2 = str.match(timestamp.test);
        if (!match2)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day2, hour, minute, second] = match2.map(Number);
        const millisec = match2[7] ? Number((match2[7] + "00").substr(1, 3)) : 0;
        let date3 = Date.UTC(year, month - 1, day2, hour || 0, minute || 0, second || 0, millisec);
        const tz = match2[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date3 -= 6e4 * d;
        }
        return new Date(date3);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null3 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int2 = require_int2();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string3.string,
      _null3.nullTag,
      bool.trueTag,
      bool.falseTag,
      int2.intBin,
      int2.intOct,
      int2.int,
      int2.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge2.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null3 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string3.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int2.int,
      intHex: int2.intHex,
      intOct: int2.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge2.merge,
      null: _null3.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge2.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge2.merge) ? schemaTags.concat(merge2.merge) : schemaTags.slice();
      }
      let tags2 = schemaTags;
      if (!tags2) {
        if (Array.isArray(customTags))
          tags2 = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags2 = tags2.concat(tag);
      } else if (typeof customTags === "function") {
        tags2 = customTags(tags2.slice());
      }
      if (addMergeTag)
        tags2 = tags2.concat(merge2.merge);
      return tags2.reduce((tags3, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags3.includes(tagObj))
          tags3.push(tagObj);
        return tags3;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string3 = require_string();
    var tags2 = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags2.getTags(compat, "compat") : compat ? tags2.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags2.coreKnownTags : {};
        this.tags = tags2.getTags(customTags, this.name, merge2);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string3.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines2 = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines2.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines2.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines2.length !== 1)
          lines2.unshift("");
        const cs = commentString(doc.commentBefore);
        lines2.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines2.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines2.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines2[lines2.length - 1] === "---") {
          lines2[lines2.length - 1] = `--- ${body}`;
        } else
          lines2.push(body);
      } else {
        lines2.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines2.push("...");
            lines2.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines2.push(`... ${cs}`);
          }
        } else {
          lines2.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines2[lines2.length - 1] !== "")
            lines2.push("");
          lines2.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines2.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version: version3 } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version3 = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version: version3 });
        this.setSchema(version3, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path2, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path2, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node2, name) {
        if (!node2.anchor) {
          const prev = anchors.anchorNames(this);
          node2.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node2.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node2 = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node2))
          node2.flow = true;
        setAnchors();
        return node2;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path2) {
        if (Collection.isEmptyPath(path2)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path2) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path2, keepScalar) {
        if (Collection.isEmptyPath(path2))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path2, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path2) {
        if (Collection.isEmptyPath(path2))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path2) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path2, value) {
        if (Collection.isEmptyPath(path2)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path2), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path2, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version3, options = {}) {
        if (typeof version3 === "number")
          version3 = String(version3);
        let opt;
        switch (version3) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version3;
            else
              this.directives = new directives.Directives({ version: version3 });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version3);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count3, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count3);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code2, message) {
        super();
        this.name = name;
        this.code = code2;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code2, message) {
        super("YAMLParseError", pos, code2, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code2, message) {
        super("YAMLWarning", pos, code2, message);
      }
    };
    var prettifyError = (src, lc) => (error3) => {
      if (error3.pos[0] === -1)
        return;
      error3.linePos = error3.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error3.linePos[0];
      error3.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "…" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "…";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "…\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count3 = 1;
        const end = error3.linePos[1];
        if (end?.line === line && end.col > col) {
          count3 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count3);
        error3.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor2 = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found2 = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found2 || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor2 || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor2)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor2 = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor2 || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found2)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found2 = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found: found2,
        spaceBefore,
        comment,
        hasNewline,
        anchor: anchor2,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair2) => isEqual(pair2.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep: sep3, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep3?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep3) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep3 ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep3, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair2 = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          map.items.push(pair2);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair2 = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          map.items.push(pair2);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node2 = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node2.range[2];
        seq.items.push(node2);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep3 = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep3 + cb;
              sep3 = "";
              break;
            }
            case "newline":
              if (comment)
                sep3 += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap2 = fc.start.source === "{";
      const fcName = isMap2 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep: sep3, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep3?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep3 && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap2 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap2 && !sep3 && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep3, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep3 ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap2 && !props.found && ctx.options.strict) {
              if (sep3)
                for (const st of sep3) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep3, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair2 = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          if (isMap2) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair2);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair2);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap2 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor: anchor2, newlineAfterProp: nl } = props;
        const lastProp = anchor2 && tagToken ? anchor2.offset > tagToken.offset ? anchor2 : tagToken : anchor2 ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node2 = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node2.range = coll.range;
      node2.tag = tagName;
      if (tag?.format)
        node2.format = tag.format;
      return node2;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset;
      const header2 = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header2)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header2.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines2 = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines2.length;
      for (let i = lines2.length - 1; i >= 0; --i) {
        const content = lines2[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header2.chomp === "+" && lines2.length > 0 ? "\n".repeat(Math.max(1, lines2.length - 1)) : "";
        let end2 = start + header2.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header2.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header2.indent;
      let offset = scalar.offset + header2.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines2[i];
        if (content === "" || content === "\r") {
          if (header2.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header2.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines2.length - 1; i >= chompStart; --i) {
        if (lines2[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep3 = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines2[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines2[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header2.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep3 + indent.slice(trimIndent) + content;
          sep3 = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep3 === " ")
            sep3 = "\n";
          else if (!prevMoreIndented && sep3 === "\n")
            sep3 = "\n\n";
          value += sep3 + indent.slice(trimIndent) + content;
          sep3 = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep3 === "\n")
            value += "\n";
          else
            sep3 = "\n";
        } else {
          value += sep3 + content;
          sep3 = " ";
          prevMoreIndented = false;
        }
      }
      switch (header2.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines2.length; ++i)
            value += "\n" + lines2[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header2.length + scalar.source.length;
      return { value, type, comment: header2.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error3 = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error3 === -1)
            error3 = offset + i;
        }
      }
      if (error3 !== -1)
        onError(error3, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines2 = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines2.push([split[i], split[i + 1]]);
      return lines2;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code2, msg) => onError(offset + rel, code2, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match2 = line.exec(source);
      if (!match2)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match2[1].replace(trimEnd, "");
      let sep3 = " ";
      let pos = line.lastIndex;
      while (match2 = line.exec(source)) {
        const lm = match2[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep3 === "\n")
            res += sep3;
          else
            sep3 = "\n";
        } else {
          res += sep3 + lm;
          sep3 = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match2 = last.exec(source);
      return res + sep3 + (match2?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "",
      // Unicode next line
      _: " ",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code2 = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code2);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range: range3 } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error3) {
        const msg = error3 instanceof Error ? error3.message : String(error3);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range3;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor: anchor2, tag } = props;
      let node2;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node2 = composeAlias(ctx, token, onError);
          if (anchor2 || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node2 = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor2)
            node2.anchor = anchor2.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node2 = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor2)
              node2.anchor = anchor2.source.substring(1);
          } catch (error3) {
            const message = error3 instanceof Error ? error3.message : String(error3);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node2 ?? (node2 = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor2 && node2.anchor === "")
        onError(anchor2, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node2) || typeof node2.value !== "string" || node2.tag && node2.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node2.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node2.comment = comment;
        else
          node2.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node2.srcToken = token;
      return node2;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor: anchor2, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node2 = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor2) {
        node2.anchor = anchor2.source.substring(1);
        if (node2.anchor === "")
          onError(anchor2, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node2.spaceBefore = true;
      if (comment) {
        node2.comment = comment;
        node2.range[2] = end;
      }
      return node2;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code2, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code2, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code2, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error3 = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error3);
            else
              this.doc.errors.push(error3);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code2, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code2, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code2, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header2 = token.props[0];
            if (header2.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header2.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header2 = token.props[0];
        if (header2.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header2.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key, sep: sep3, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep3)
        for (const st of sep3)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path2) => {
      let item = cst;
      for (const [field, index2] of path2) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index2];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path2) => {
      const parent = visit.itemAtPath(cst, path2.slice(0, -1));
      const field = path2[path2.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path2, item, visitor) {
      let ctrl = visitor(item, path2);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path2.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path2);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path2) : ctrl;
    }
    exports.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar2 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar2;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits2 = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer2 = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote2 = this.charAt(0);
        let end = this.buffer.indexOf(quote2, this.pos + 1);
        if (quote2 === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits2.has(this.buffer[i + 1]) && hexDigits2.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer2;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list2, type) {
      for (let i = 0; i < list2.length; ++i)
        if (list2[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list2) {
      for (let i = 0; i < list2.length; ++i) {
        switch (list2[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error3) {
        const token = error3 ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep3;
          if (scalar.end) {
            sep3 = scalar.end;
            sep3.push(this.sourceToken);
            delete scalar.end;
          } else
            sep3 = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep: sep3 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep3 = it.sep;
                  sep3.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep: sep3 }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep3 = fc.end.splice(1, fc.end.length);
            sep3.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep: sep3 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse3(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse3;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

// src/policy/yaml.ts
function readYaml(text) {
  const places = /* @__PURE__ */ new Map();
  const shape = shapeFlaw(text);
  if (shape !== void 0) return { value: void 0, places, flaws: [shape] };
  const document = (0, import_yaml.parseDocument)(text, {
    prettyErrors: false,
    schema: "core",
    version: "1.2",
    // Quadratic in the library; `convertMap` looks for duplicates itself.
    uniqueKeys: false,
    // Not 'silent': that drops the error about a second document too.
    logLevel: "error"
  });
  if (document.errors.length > 0) {
    return { value: void 0, places, flaws: document.errors.map(syntaxFlaw) };
  }
  const walk2 = { places, flaws: [] };
  const value = convert2(document.contents, [], walk2);
  return { value, places, flaws: walk2.flaws };
}
function syntaxFlaw(error3) {
  const message = error3.code === "MULTIPLE_DOCS" ? 'expected one document, found a second one after "---"' : error3.message.charAt(0).toLowerCase() + error3.message.slice(1);
  return { at: error3.pos[0], message };
}
function shapeFlaw(text) {
  if (text.length > maxSettingsLength) {
    return {
      at: 0,
      message: `expected at most ${maxSettingsLength} characters, found ${text.length}`
    };
  }
  let at = 0;
  let brackets = 0;
  let indicators = 0;
  let tokens = 0;
  for (const token of new import_yaml.Lexer().lex(text)) {
    if (token === "[" || token === "{") brackets++;
    else if (token === "]" || token === "}") brackets--;
    else if (token === "\n" || token === "\r\n") indicators = 0;
    else if (token === "-" || token === "?") indicators++;
    const indented = isBlank(token) && token.length > maxDepth * 4;
    if (++tokens > maxTokens) {
      return { at, message: `expected at most ${maxTokens} words and signs, found more` };
    }
    if (brackets > maxDepth || indicators > maxDepth || indented) {
      return { at, message: `expected at most ${maxDepth} levels, found deeper nesting` };
    }
    if (!isMark(token)) at += token.length;
  }
  return void 0;
}
function isMark(token) {
  return token === "" || token === "" || token === "";
}
function isBlank(token) {
  return token.startsWith(" ") && token.trim() === "";
}
function convert2(node2, path2, walk2) {
  if (!node2) return null;
  const span2 = spanOf(node2);
  if (path2.length === 0) walk2.places.set("", { value: span2 });
  if ((0, import_yaml.isAlias)(node2)) {
    walk2.flaws.push({ at: span2.start, message: "aliases are not taken here: repeat the value" });
    return null;
  }
  if (node2.tag !== void 0) {
    walk2.flaws.push({ at: span2.start, message: "tags are not taken here: write the plain value" });
  }
  if ("anchor" in node2 && node2.anchor !== void 0) {
    walk2.flaws.push({ at: span2.start, message: "anchors are not taken here: repeat the value" });
  }
  if ((0, import_yaml.isMap)(node2)) return convertMap(node2.items, path2, walk2);
  if ((0, import_yaml.isSeq)(node2)) {
    return node2.items.map((item, index2) => {
      const entry = (0, import_yaml.isPair)(item) ? null : item;
      const at = [...path2, index2];
      walk2.places.set(placeKey(at), { value: entry ? spanOf(entry) : span2 });
      return convert2(entry, at, walk2);
    });
  }
  return (0, import_yaml.isScalar)(node2) ? node2.value : null;
}
function convertMap(pairs, path2, walk2) {
  const object = /* @__PURE__ */ Object.create(null);
  const seen = /* @__PURE__ */ new Set();
  for (const pair2 of pairs) {
    const key = pair2.key;
    const value = pair2.value;
    const keySpan = spanOf(key);
    if (!(0, import_yaml.isScalar)(key)) {
      walk2.flaws.push({
        at: keySpan.start,
        message: "expected a plain key, found a list or mapping"
      });
      continue;
    }
    const name = typeof key.value === "string" ? key.value : key.source ?? String(key.value);
    if (seen.has(name)) {
      walk2.flaws.push({
        at: keySpan.start,
        message: `key ${JSON.stringify(name)} stands here twice`
      });
      continue;
    }
    seen.add(name);
    const at = [...path2, name];
    walk2.places.set(placeKey(at), {
      key: keySpan,
      value: isWritten(value) ? spanOf(value) : keySpan
    });
    object[name] = convert2(value, at, walk2);
  }
  return object;
}
function isWritten(node2) {
  const span2 = spanOf(node2);
  return span2.end > span2.start;
}
function spanOf(node2) {
  const range3 = node2?.range;
  return range3 ? { start: range3[0], end: range3[1] } : { start: 0, end: 0 };
}
var import_yaml, maxTokens, maxDepth;
var init_yaml = __esm({
  "src/policy/yaml.ts"() {
    "use strict";
    import_yaml = __toESM(require_dist(), 1);
    init_limits();
    init_tree();
    maxTokens = 15e4;
    maxDepth = 32;
  }
});

// src/policy/load.ts
var load_exports = {};
__export(load_exports, {
  loadBaseline: () => loadBaseline,
  loadInventory: () => loadInventory,
  loadPolicy: () => loadPolicy
});
function loadPolicy(path2, text, rules) {
  const read = readAs(policySchema(rules), path2, text, readYaml(text));
  if (!read.ok) return read;
  const { data, spanOf: spanOf3, tree } = read.value;
  const inputs2 = data.inputs ?? {};
  const patterns = (list2, ...at) => (list2 ?? []).map((entry, index2) => pattern(entry, path2, spanOf3(...at, index2)));
  const value = {
    ...defaultPolicy,
    path: path2,
    places: new Map([...tree.places].map(([key, place4]) => [key, place4.key ?? place4.value])),
    profile: data.profile ?? defaultPolicy.profile,
    failOn: data["fail-on"] ?? defaultPolicy.failOn,
    levels: levelsOf(data.rules ?? {}, spanOf3),
    exclude: data.files?.exclude ?? [],
    ignore: (data.ignore ?? []).map((entry, index2) => ignore(entry, path2, spanOf3("ignore", index2))),
    allowedHosts: patterns(inputs2["allowed-hosts"], "inputs", "allowed-hosts"),
    allowedOwners: patterns(inputs2["allowed-owners"], "inputs", "allowed-owners"),
    allowedSources: patterns(inputs2["allowed-sources"], "inputs", "allowed-sources"),
    localInputs: patterns(inputs2["allow-local-inputs"], "inputs", "allow-local-inputs"),
    trustedUsers: patterns(data["trusted-users"], "trusted-users"),
    ownInstallers: patterns(data["own-installers"], "own-installers"),
    exampleKeys: patterns(data["example-keys"], "example-keys"),
    approvedChanges: patterns(data["approved-changes"], "approved-changes"),
    ...given("maxNodes", inputs2["max-nodes"]),
    ...given("maxDepth", inputs2["max-depth"]),
    ...given("inventoryFile", inputs2.inventory),
    ...given("baselineFile", data.baseline),
    ...given("trustedCaches", trustedCaches(data["trusted-caches"], path2, spanOf3))
  };
  return { ok: true, value };
}
function loadInventory(path2, text) {
  const read = readAs(inventorySchema, path2, text, readYaml(text));
  if (!read.ok) return read;
  const { data, spanOf: spanOf3 } = read.value;
  const inputs2 = data.inputs.map(
    (entry, index2) => expectedInput(entry, path2, spanOf3("inputs", index2))
  );
  return { ok: true, value: { path: path2, inputs: inputs2 } };
}
function loadBaseline(path2, text) {
  const read = readAs(baselineSchema, path2, text, readJsonTree(text));
  if (!read.ok) return read;
  const { data, spanOf: spanOf3 } = read.value;
  const entries = data.findings.map(
    (entry, index2) => Object.assign(entry, { span: spanOf3("findings", index2) })
  );
  return { ok: true, value: { path: path2, entries } };
}
function readAs(schema, path2, text, tree) {
  const failed = (flaws = tree.flaws) => ({
    ok: false,
    faults: locate(path2, text, flaws)
  });
  if (tree.value === void 0) return failed();
  const parsed = schema.safeParse(tree.value);
  if (!parsed.success) {
    return failed([...tree.flaws, ...issueFlaws(schema, tree, parsed.error.issues)]);
  }
  if (tree.flaws.length > 0) return failed();
  const spanOf3 = (...at) => tree.places.get(placeKey(at))?.value ?? emptySpan;
  return { ok: true, value: { data: parsed.data, spanOf: spanOf3, tree } };
}
function acceptance2(terms, path2, span2) {
  return {
    path: path2,
    span: span2,
    ...given("reason", terms.reason),
    ...given("owner", terms.owner),
    ...given("until", terms.until)
  };
}
function pattern(entry, path2, span2) {
  if (typeof entry === "string") return { match: entry, path: path2, span: span2 };
  return { match: entry.match, ...acceptance2(entry, path2, span2) };
}
function ignore(entry, path2, span2) {
  return {
    rule: entry.rule,
    ...given("file", entry.path),
    ...given("subject", entry.subject),
    ...given("reasonCode", entry["reason-code"]),
    ...acceptance2(entry, path2, span2)
  };
}
function expectedInput(entry, path2, span2) {
  return {
    source: entry.source,
    ...given("input", entry.input),
    ...given("lock", entry.lock),
    ...acceptance2(entry, path2, span2)
  };
}
function trustedCaches(list2, path2, spanOf3) {
  return list2?.map(
    ({ url: url2, keys, ...terms }, index2) => Object.assign({ url: url2, keys }, acceptance2(terms, path2, spanOf3("trusted-caches", index2)))
  );
}
function levelsOf(rules, spanOf3) {
  const levels2 = /* @__PURE__ */ new Map();
  for (const [id, level2] of Object.entries(rules)) {
    if (level2 !== void 0) levels2.set(id, { level: level2, span: spanOf3("rules", id) });
  }
  return levels2;
}
function given(key, value) {
  return value === void 0 ? {} : { [key]: value };
}
var init_load = __esm({
  "src/policy/load.ts"() {
    "use strict";
    init_policy();
    init_span();
    init_fault();
    init_issues();
    init_schema();
    init_json_tree();
    init_tree();
    init_yaml();
  }
});

// src/policy/state.ts
async function readState(read, named, rules) {
  const texts = /* @__PURE__ */ new Map();
  const faults = [];
  const text = (path2, required2) => {
    const result2 = read(path2, MAX_POLICY_BYTES);
    if (result2.ok && !result2.lossy) {
      texts.set(path2, result2.text);
      return result2.text;
    }
    const absent = !result2.ok && result2.cause === "missing" && !required2;
    const message = result2.ok ? "file is no UTF-8" : result2.problem;
    if (!absent) faults.push({ path: path2, line: 1, column: 1, message });
    return void 0;
  };
  const found2 = findPolicy(named, text);
  const baselineOnly = found2 === void 0 ? text(defaultBaselinePath, false) : void 0;
  if (faults.length > 0) return { ok: false, faults };
  if (found2 === void 0 && baselineOnly === void 0) return { ok: true, value: defaultState };
  const { loadBaseline: loadBaseline2, loadInventory: loadInventory2, loadPolicy: loadPolicy2 } = await Promise.resolve().then(() => (init_load(), load_exports));
  const loaded = found2 ? loadPolicy2(found2.path, found2.text, rules) : accept2(defaultPolicy);
  if (!loaded.ok) return loaded;
  const policy = loaded.value;
  const state = { policy, comments: [], texts };
  const baselinePath = policy.baselineFile ?? defaultBaselinePath;
  const baselineText = baselineOnly ?? text(baselinePath, policy.baselineFile !== void 0);
  if (baselineText !== void 0) {
    const baseline = loadBaseline2(baselinePath, baselineText);
    if (baseline.ok) state.baseline = baseline.value;
    else faults.push(...baseline.faults);
  }
  const inventoryText2 = policy.inventoryFile === void 0 ? void 0 : text(policy.inventoryFile, true);
  if (policy.inventoryFile !== void 0 && inventoryText2 !== void 0) {
    const inventory = loadInventory2(policy.inventoryFile, inventoryText2);
    if (!inventory.ok) faults.push(...inventory.faults);
    else {
      state.inventory = inventory.value;
      state.policy = { ...policy, inventory: inventory.value };
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: state };
}
function accept2(value) {
  return { ok: true, value };
}
function findPolicy(named, text) {
  for (const path2 of named === void 0 ? policyPaths : [named]) {
    const found2 = text(path2, named !== void 0);
    if (found2 !== void 0) return { path: path2, text: found2 };
  }
  return void 0;
}
var policyPaths, MAX_POLICY_BYTES, defaultState;
var init_state = __esm({
  "src/policy/state.ts"() {
    "use strict";
    init_policy();
    init_baseline();
    policyPaths = [
      ".github/nix-secure-lint.yml",
      "nix-secure-lint.yml"
    ];
    MAX_POLICY_BYTES = 2 * 1024 * 1024;
    defaultState = { policy: defaultPolicy, comments: [], texts: /* @__PURE__ */ new Map() };
  }
});

// src/policy/weaken-acceptances.ts
function weakenedAcceptances(base2, head) {
  return [
    ...weakenedIgnores(base2.policy, head.policy),
    ...weakenedLists(base2.policy, head.policy),
    ...weakenedCaches(base2.policy, head.policy),
    ...removedLists(base2, head),
    ...weakenedInventory(base2.inventory, head.inventory)
  ];
}
function added(base2, head, reason2, covering, name) {
  const prepared = base2.map((known2) => ({ known: known2, covers: covering(known2) }));
  return head.flatMap((entry) => {
    const known2 = prepared.filter(({ covers }) => covers(entry)).map((one) => one.known);
    if (known2.some((candidate) => endsNoEarlier(candidate, entry))) return [];
    const { path: path2, span: at } = entry;
    const subject = name(entry);
    const last = known2.map(({ until: until3 }) => until3 ?? "").reduce((a, b) => a > b ? a : b, "");
    if (last !== "") {
      const message = `"${subject}" was accepted until ${last}, now ${until2(entry)}`;
      return [{ reason: "until", subject, path: path2, at, message }];
    }
    return [
      {
        reason: reason2,
        subject,
        path: path2,
        at,
        message: `"${subject}" is newly ${reason2 === "ignore" ? "ignored" : "accepted"}`
      }
    ];
  });
}
function until2(entry) {
  return entry.until === void 0 ? "without end" : `until ${entry.until}`;
}
function endsNoEarlier(known2, entry) {
  return known2.until === void 0 || entry.until !== void 0 && entry.until <= known2.until;
}
function weakenedIgnores(base2, head) {
  return added(
    base2.ignore,
    head.ignore,
    "ignore",
    (known2) => {
      const coversFile = coverer(known2.file, "path");
      const coversSubject = coverer(known2.subject, "path");
      return (entry) => known2.rule === entry.rule && coversFile(entry.file) && coversSubject(entry.subject) && (known2.reasonCode === void 0 || known2.reasonCode === entry.reasonCode);
    },
    describeIgnore
  );
}
function weakenedLists(base2, head) {
  const lists = [
    ["allowedHosts", "path"],
    ["allowedOwners", "source"],
    ["allowedSources", "source"],
    ["localInputs", "path"],
    ["trustedUsers", "path"],
    ["ownInstallers", "path"],
    ["exampleKeys", void 0],
    ["approvedChanges", void 0]
  ];
  return lists.flatMap(
    ([list2, over]) => added(
      base2[list2],
      head[list2],
      "accepted",
      (known2) => {
        if (over === void 0) return (entry) => known2.match === entry.match;
        const covers = coverer(known2.match, over);
        return (entry) => covers(entry.match);
      },
      ({ match: match2 }) => match2
    )
  );
}
function weakenedCaches(base2, head) {
  const keyed = (policy) => (policy.trustedCaches ?? []).flatMap(
    (cache2) => cache2.keys.map((key) => Object.assign({ key }, cache2))
  );
  return added(
    keyed(base2),
    keyed(head),
    "accepted",
    (known2) => (entry) => known2.url === entry.url && known2.key === entry.key,
    ({ url: url2, key }) => `${url2} ${key}`
  );
}
function removedLists(base2, head) {
  const path2 = head.policy.path ?? base2.policy.path ?? "nix-secure-lint.yml";
  const gone = (subject, reason2, was, is) => was && !is ? [
    {
      reason: reason2,
      subject,
      path: path2,
      at: emptySpan,
      message: `${subject} is gone: anything is accepted`
    }
  ] : [];
  return [
    ...gone("trusted-caches", "accepted", hasCaches(base2.policy), hasCaches(head.policy)),
    ...gone("inputs.allowed-sources", "accepted", hasSources(base2.policy), hasSources(head.policy)),
    ...gone(
      "inputs.inventory",
      "inventory",
      base2.inventory !== void 0,
      head.inventory !== void 0
    )
  ];
}
function hasCaches(policy) {
  return policy.trustedCaches !== void 0;
}
function hasSources({ allowedHosts, allowedOwners, allowedSources }) {
  return allowedHosts.length + allowedOwners.length + allowedSources.length > 0;
}
function weakenedInventory(base2, head) {
  if (base2 === void 0 || head === void 0) return [];
  return added(
    base2.inputs,
    head.inputs,
    "inventory",
    (known2) => {
      const coversInput = coverer(known2.input, "path");
      const coversSource = coverer(known2.source, "source");
      const coversLock = coverer(known2.lock, "path");
      return (entry) => coversInput(entry.input) && coversSource(entry.source) && coversLock(entry.lock);
    },
    describeExpected
  );
}
var init_weaken_acceptances = __esm({
  "src/policy/weaken-acceptances.ts"() {
    "use strict";
    init_span();
    init_acceptance_faults();
    init_glob();
    init_inventory();
  }
});

// src/policy/weaken.ts
function weakeningsOf(base2, head, rules) {
  const found2 = [
    ...weakenedSettings(base2.policy, head.policy),
    ...weakenedLevels(base2.policy, head.policy, rules),
    ...weakenedAcceptances(base2, head),
    ...grownBaseline(base2.baseline, head.baseline),
    ...addedComments(base2.comments, head.comments)
  ];
  return found2.toSorted(
    (a, b) => byCodeUnit(a.path, b.path) || a.at.start - b.at.start || byCodeUnit(a.reason, b.reason) || byCodeUnit(a.subject, b.subject)
  );
}
function fileOf(base2, head) {
  return head.path ?? base2.path ?? "nix-secure-lint.yml";
}
function spanOf2(policy, key) {
  return policy.places.get(key) ?? emptySpan;
}
function weakenedSettings(base2, head) {
  const path2 = fileOf(base2, head);
  const found2 = [];
  const add = (reason2, subject, was, now) => {
    const message = `${subject} is loosened: ${String(was)} before, ${String(now)} now`;
    found2.push({ reason: reason2, subject, path: path2, at: spanOf2(head, subject), message });
  };
  if (profiles.indexOf(head.profile) < profiles.indexOf(base2.profile)) {
    add("profile", "profile", base2.profile, head.profile);
  }
  const thresholds = [...severities, "never"];
  if (thresholds.indexOf(head.failOn) > thresholds.indexOf(base2.failOn)) {
    add("fail-on", "fail-on", base2.failOn, head.failOn);
  }
  for (const [key, was, now] of [
    ["inputs.max-nodes", base2.maxNodes, head.maxNodes],
    ["inputs.max-depth", base2.maxDepth, head.maxDepth]
  ]) {
    if (was !== void 0 && (now ?? Infinity) > was) add("limit", key, was, now ?? "no limit");
  }
  const excluded = base2.exclude.map((known2) => coverer(known2, "path"));
  for (const [index2, pattern2] of head.exclude.entries()) {
    if (excluded.some((covers) => covers(pattern2))) continue;
    const at = spanOf2(head, `files.exclude.${index2}`);
    const message = `files matching "${pattern2}" are no longer linted`;
    found2.push({ reason: "exclude", subject: pattern2, path: path2, at, message });
  }
  return found2;
}
function weakenedLevels(base2, head, rules) {
  const path2 = fileOf(base2, head);
  return rules.flatMap((rule) => {
    const was = base2.levels.get(rule.id)?.level;
    const own2 = head.levels.get(rule.id);
    if (was === own2?.level) return [];
    const lowered = Object.values(rule.reasons).map(
      ({ levels: levels2 }) => [was ?? levels2[base2.profile], own2?.level ?? levels2[base2.profile]]
    ).find(([before, now]) => rank(now) < rank(before));
    if (lowered === void 0) return [];
    const message = `${rule.id} is loosened: ${lowered[0]} before, ${lowered[1]} now`;
    return [{ reason: "level", subject: rule.id, path: path2, at: own2?.span ?? emptySpan, message }];
  });
}
function rank(level2) {
  return level2 === "off" ? -1 : severities.indexOf(level2);
}
function grownBaseline(base2, head) {
  if (head === void 0) return [];
  const left = /* @__PURE__ */ new Map();
  for (const { fingerprint: fingerprint2, count: count3 } of base2?.entries ?? []) {
    left.set(fingerprint2, (left.get(fingerprint2) ?? 0) + count3);
  }
  return head.entries.flatMap((entry) => {
    const known2 = left.get(entry.fingerprint) ?? 0;
    left.set(entry.fingerprint, Math.max(0, known2 - entry.count));
    if (entry.count <= known2) return [];
    const message = `baseline counts ${entry.count - known2} more of ${entry.rule} in ${entry.path}`;
    const subject = `${entry.rule} ${entry.subject}`;
    return [{ reason: "baseline", subject, path: head.path, at: entry.span, message }];
  });
}
function addedComments(base2, head) {
  const keyOf2 = ({ path: path2, rule }) => JSON.stringify([path2, rule]);
  const left = /* @__PURE__ */ new Map();
  for (const comment of base2.filter(isEffective)) {
    left.set(keyOf2(comment), (left.get(keyOf2(comment)) ?? 0) + 1);
  }
  return head.filter(isEffective).flatMap((comment) => {
    const known2 = left.get(keyOf2(comment)) ?? 0;
    left.set(keyOf2(comment), known2 - 1);
    if (known2 > 0) return [];
    const subject = comment.rule ?? "";
    const message = `comment newly suppresses ${subject}`;
    return [{ reason: "comment", subject, path: comment.path, at: comment.span, message }];
  });
}
function isEffective(comment) {
  return comment.rule !== void 0 && comment.reason !== void 0;
}
var init_weaken = __esm({
  "src/policy/weaken.ts"() {
    "use strict";
    init_severity();
    init_span();
    init_glob();
    init_weaken_acceptances();
  }
});

// src/policy/decide.ts
async function decidePolicy(options, host, rules) {
  const head = await readState(host.read, options.policy, rules);
  if (options.base === void 0) {
    return head.ok ? { ok: true, value: alone(head.value) } : head;
  }
  const base2 = await readBase(options.base, options.policy, host, rules);
  const unreadable3 = head.ok ? [] : head.faults.map((fault2) => unreadableDocument(fault2, host));
  const weakenings = base2.state !== void 0 && head.ok ? weakeningsOf(base2.state, head.value, rules) : [];
  return {
    ok: true,
    value: {
      state: base2.state ?? defaultState,
      weakenings,
      place: (faults) => relocate(faults, base2.state ?? defaultState, head.ok ? head.value : void 0),
      notChecked: base2.notChecked,
      unreadable: unreadable3,
      texts: head.ok ? head.value.texts : /* @__PURE__ */ new Map()
    }
  };
}
function alone(state) {
  return {
    state,
    weakenings: [],
    place: (faults) => faults,
    notChecked: [],
    unreadable: [],
    texts: state.texts
  };
}
async function readBase(revision, named, host, rules) {
  const path2 = named ?? policyPaths[0] ?? "";
  const missing2 = (why) => ({
    notChecked: [{ rule: "meta-policy-weakened", subject: "policy", path: path2, why }]
  });
  const commit = host.resolveRevision(revision);
  if (commit === void 0) {
    return missing2(`base revision ${revision} is not at hand; fetch it (fetch-depth: 0)`);
  }
  const read = (file2, maxBytes2) => host.readAt(commit, file2, maxBytes2);
  const isThere = named === void 0 || read(named, Number.MAX_SAFE_INTEGER).ok;
  const state = await readState(read, isThere ? named : void 0, rules);
  if (state.ok) return { state: state.value, notChecked: [] };
  const [first] = state.faults;
  return missing2(`the base's policy is faulty: ${first?.path}:${first?.line}: ${first?.message}`);
}
function unreadableDocument(fault2, host) {
  const read = host.read(fault2.path, Number.MAX_SAFE_INTEGER);
  const text = read.ok ? read.text : "";
  const index2 = lineIndex(text);
  let start = 0;
  for (let line = 1; line < fault2.line; line++) start = nextLine(text, start);
  start += Math.min(fault2.column - 1, index2.line(fault2.line).length);
  return {
    kind: "unreadable",
    path: fault2.path,
    text,
    model: {
      cause: "parse",
      problem: fault2.message,
      at: { start, end: Math.min(start + 1, text.length) },
      help: "Repair the policy; until then the base revision keeps judging."
    }
  };
}
function nextLine(text, from) {
  const found2 = /\r\n|\n|\r/g;
  found2.lastIndex = from;
  return found2.exec(text) === null ? text.length : found2.lastIndex;
}
var init_decide = __esm({
  "src/policy/decide.ts"() {
    "use strict";
    init_span();
    init_relocate();
    init_state();
    init_weaken();
  }
});

// src/rules/flake/registry-input.ts
var registryInput;
var init_registry_input = __esm({
  "src/rules/flake/registry-input.ts"() {
    "use strict";
    init_flake_lock2();
    init_severity();
    init_locked_input();
    init_source_identity();
    registryInput = {
      id: "flake-registry-input",
      summary: "an input is a registry name, which each machine may resolve to another source",
      help: "Write the full reference in flake.nix, e.g. `github:NixOS/nixpkgs/nixos-unstable` for `nixpkgs`.",
      references: ["CWE-706", "T1195.001"],
      kinds: ["flake-lock"],
      reasons: {
        lock: {
          summary: "the lock shows a direct input that was resolved through a registry",
          levels: levels("warning", "error")
        },
        "lock/transitive": {
          summary: "the lock shows an input of an input that was resolved through a registry",
          levels: levels("notice", "warning"),
          help: "Override it with `inputs.<name>.inputs.<name>.url` or `follows`, or have upstream write the full reference."
        }
      },
      *check({ model }) {
        for (const { direct, identity, original, path: path2 } of lockedInputs(model)) {
          if (original === void 0 || stringAttr(original, "type") !== "indirect") continue;
          const id = stringAttr(original, "id") ?? "";
          yield {
            reason: "lock",
            ...!direct && { grade: "lock/transitive" },
            subject: path2,
            at: attrSpan(original, "id"),
            message: `"${id}" is a registry name, here resolved to ${identityText(identity)}`,
            evidence: id
          };
        }
      }
    };
  }
});

// src/rules/flake/index.ts
var flakeRules;
var init_flake = __esm({
  "src/rules/flake/index.ts"() {
    "use strict";
    init_registry_input();
    flakeRules = [registryInput];
  }
});

// src/rules/lock/broken-graph.ts
var brokenGraph;
var init_broken_graph = __esm({
  "src/rules/lock/broken-graph.ts"() {
    "use strict";
    init_severity();
    brokenGraph = {
      id: "lock-broken-graph",
      summary: "an edge of the lock leads nowhere, back or too deep",
      help: "Regenerate the lock with `nix flake lock`.",
      references: ["CWE-20"],
      kinds: ["flake-lock"],
      reasons: {
        "missing-node": {
          summary: "an input names a node that does not exist",
          levels: levels("error")
        },
        "dangling-follows": { summary: "a `follows` path leads nowhere", levels: levels("error") },
        cycle: { summary: "inputs lead back to themselves", levels: levels("error") },
        "edge-to-root": { summary: "an input names the root node", levels: levels("error") },
        "too-deep": { summary: "inputs nest deeper than any real lock", levels: levels("error") }
      },
      *check({ model }) {
        for (const { at, message, reason: reason2, subject } of model.graphFaults) {
          yield { reason: reason2, subject, at, message, evidence: message };
        }
      }
    };
  }
});

// src/rules/lock/decoy-root.ts
var decoyRoot;
var init_decoy_root = __esm({
  "src/rules/lock/decoy-root.ts"() {
    "use strict";
    init_json();
    init_severity();
    decoyRoot = {
      id: "lock-decoy-root",
      summary: "the root of the lock is not the node that looks like it",
      help: "Regenerate the lock with `nix flake lock`, then compare it with what was reviewed.",
      references: ["CWE-436", "T1036"],
      kinds: ["flake-lock"],
      reasons: {
        broken: { summary: "`root` is missing or names no node", levels: levels("error") },
        decoy: {
          summary: 'another node is called "root" than the one Nix starts from',
          levels: levels("error")
        },
        renamed: { summary: 'the root has another name than "root"', levels: levels("off", "notice") }
      },
      *check({ model }) {
        if (model.version === 4) return;
        const { root, rootSpan } = model;
        const found2 = { subject: "root", at: rootSpan };
        if (root === void 0) {
          const written = member(model.json, "root")?.value;
          const value = written?.type === "string" ? `"${written.value}"` : written?.type ?? "missing";
          const message = `root is ${value}, expected the key of a node`;
          yield { ...found2, reason: "broken", message, evidence: value };
        } else if (root.key !== "root") {
          const decoy = model.nodes.has("root");
          const message = decoy ? `Nix starts from node "${root.key}"; the node "root" is a decoy` : `root is node "${root.key}", expected "root"`;
          yield { ...found2, reason: decoy ? "decoy" : "renamed", message, evidence: root.key };
        }
      }
    };
  }
});

// src/rules/lock/dir-mismatch.ts
function escape2({ locked, original, path: path2 }) {
  for (const set of original === void 0 ? [locked] : [locked, original]) {
    const dir = stringAttr(set, "dir") ?? "";
    const climbs = dir.split("/").includes("..") || dir.startsWith("/") || dir.includes("\\");
    if (!climbs) continue;
    const message = `dir is "${dir}", expected a directory inside the source`;
    return { reason: "escape", subject: path2, at: attrSpan(set, "dir"), message, evidence: dir };
  }
  return void 0;
}
function mismatch({ at, locked, original, path: path2 }) {
  if (original === void 0 || stringAttr(original, "type") === "indirect") return void 0;
  const found2 = stringAttr(locked, "dir") ?? "";
  const declared = stringAttr(original, "dir") ?? "";
  if (found2 === declared) return void 0;
  return {
    reason: "mismatch",
    subject: path2,
    at: at("dir"),
    message: `locked dir is "${found2}", expected "${declared}"`,
    evidence: `${found2}\0${declared}`
  };
}
var dirMismatch;
var init_dir_mismatch = __esm({
  "src/rules/lock/dir-mismatch.ts"() {
    "use strict";
    init_flake_lock2();
    init_severity();
    init_locked_input();
    dirMismatch = {
      id: "lock-dir-mismatch",
      summary: "the locked sub-directory is not the declared one, or leaves the source",
      help: "Run `nix flake update <input>`; Nix evaluates the flake.nix in the locked `dir`.",
      references: ["CWE-706", "T1195.001"],
      kinds: ["flake-lock"],
      reasons: {
        mismatch: { summary: "`locked.dir` is not `original.dir`", levels: levels("error") },
        escape: {
          summary: "`dir` is absolute, climbs with `..` or has a backslash",
          levels: levels("error")
        }
      },
      *check({ model }) {
        for (const input of lockedInputs(model)) {
          const problem = escape2(input) ?? mismatch(input);
          if (problem !== void 0) yield problem;
        }
      }
    };
  }
});

// src/rules/lock/duplicate-json-key.ts
function* repeatedKeys(top) {
  const stack = [
    { value: top, pointer: [] }
  ];
  for (let entry = stack.pop(); entry !== void 0; entry = stack.pop()) {
    const { value, pointer } = entry;
    if (value.type === "array") {
      for (const item of value.items) stack.push({ value: item, pointer });
    }
    if (value.type !== "object") continue;
    const firsts = /* @__PURE__ */ new Map();
    for (const member2 of value.members) {
      const below = [...pointer, member2.name];
      const first = firsts.get(member2.name);
      if (first === void 0) firsts.set(member2.name, member2);
      else yield { pointer: below, first, again: member2 };
      stack.push({ value: member2.value, pointer: below });
    }
  }
}
function inside(pointer) {
  return pointer.length === 1 ? "the lock" : pointer.slice(0, -1).join(".");
}
var duplicateJsonKey;
var init_duplicate_json_key = __esm({
  "src/rules/lock/duplicate-json-key.ts"() {
    "use strict";
    init_severity();
    duplicateJsonKey = {
      id: "lock-duplicate-json-key",
      summary: "a JSON object repeats a key; the last one counts, reviewers see the first",
      help: "Run `nix flake lock` to rewrite the file, then compare it with what was reviewed.",
      references: ["CWE-436", "T1036"],
      kinds: ["flake-lock"],
      reasons: {
        duplicate: { summary: "a key occurs twice in one object", levels: levels("error") }
      },
      *check({ model, path: path2 }) {
        const paths = new Map(model.inputs.map((input) => [input.node.key, input.path]));
        for (const { pointer, first, again } of repeatedKeys(model.json)) {
          const [top, nodeKey] = pointer;
          const subject = top === "nodes" && nodeKey !== void 0 ? paths.get(nodeKey) ?? nodeKey : top;
          yield {
            reason: "duplicate",
            subject: subject ?? again.name,
            at: again.nameSpan,
            message: `key "${again.name}" occurs again in ${inside(pointer)}; Nix uses this one`,
            evidence: pointer.join("\0"),
            related: [{ path: path2, span: first.nameSpan, message: "the first one, which Nix ignores" }]
          };
        }
      }
    };
  }
});

// src/rules/lock/duplicate-source.ts
function bySource(model) {
  const groups = /* @__PURE__ */ new Map();
  for (const input of lockedInputs(model)) {
    if (!input.locked.attrs.has("rev")) continue;
    const key = identityKey(input.identity);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [input]);
    else group.push(input);
  }
  return groups.values();
}
var maxRelated2, duplicateSource;
var init_duplicate_source = __esm({
  "src/rules/lock/duplicate-source.ts"() {
    "use strict";
    init_flake_lock2();
    init_severity();
    init_locked_input();
    init_source_identity();
    maxRelated2 = 8;
    duplicateSource = {
      id: "lock-duplicate-source",
      summary: "one source is locked at several revisions",
      help: "Let the inputs share one revision with `inputs.<name>.inputs.<name>.follows`.",
      references: ["CWE-1104"],
      kinds: ["flake-lock"],
      reasons: {
        duplicate: {
          summary: "two inputs of one source have different revisions",
          levels: levels("off", "notice")
        }
      },
      *check({ model, path: path2 }) {
        for (const [first, ...others] of bySource(model)) {
          if (first === void 0) continue;
          const revs = new Map(others.map((input) => [stringAttr(input.locked, "rev") ?? "", input]));
          revs.delete(stringAttr(first.locked, "rev") ?? "");
          if (revs.size === 0) continue;
          const source = identityText(first.identity);
          yield {
            reason: "duplicate",
            subject: first.path,
            at: first.at("rev"),
            message: `${source} is locked at ${revs.size + 1} revisions by ${others.length + 1} inputs`,
            evidence: source,
            related: [...revs.values()].slice(0, maxRelated2).map((input) => ({
              path: path2,
              span: input.at("rev"),
              message: `another revision in "${input.path}"`
            }))
          };
        }
      }
    };
  }
});

// src/parse/source-place.ts
function placeOf2(set) {
  const type = stringAttr(set, "type");
  if (type === "path") return placeOfPath(stringAttr(set, "path") ?? "");
  const url2 = urlOf(set);
  if (url2 === void 0) return "remote";
  const parts = splitUrl(url2);
  if (parts === void 0) return placeOfPath(url2);
  return parts.scheme === "file" ? placeOfPath(parts.path) : "remote";
}
function urlOf(set) {
  const url2 = stringAttr(set, "url");
  if (url2 === void 0) return void 0;
  const type = stringAttr(set, "type");
  if (type === "git") return gitUrl(url2);
  return type === "hg" || type === "tarball" || type === "file" ? url2 : void 0;
}
function insecureTransport(set) {
  const parts = splitUrl(urlOf(set) ?? "");
  if (parts === void 0 || !insecureSchemes.has(parts.scheme)) return void 0;
  return { scheme: parts.scheme, loopback: isLoopbackHost(parts.host) };
}
function placeOfPath(path2) {
  if (!path2.startsWith("/")) return "relative";
  return path2.startsWith("/nix/store/") ? "store" : "absolute";
}
var revisionTypes, insecureSchemes;
var init_source_place = __esm({
  "src/parse/source-place.ts"() {
    "use strict";
    init_flake_lock2();
    init_url_parts();
    revisionTypes = /* @__PURE__ */ new Set([
      "github",
      "gitlab",
      "sourcehut",
      "git",
      "hg"
    ]);
    insecureSchemes = /* @__PURE__ */ new Set(["http", "git", "ftp", "svn"]);
  }
});

// src/rules/lock/insecure-transport.ts
function insecureProblem(subject, set) {
  const transport = insecureTransport(set);
  if (transport === void 0) return void 0;
  const source = identityText(sourceIdentity(set));
  return {
    reason: transport.loopback ? "loopback" : "insecure",
    subject,
    at: attrSpan(set, "url"),
    message: `fetched over ${transport.scheme} (${source}), expected https or ssh`,
    evidence: transport.scheme
  };
}
var insecureTransportRule;
var init_insecure_transport = __esm({
  "src/rules/lock/insecure-transport.ts"() {
    "use strict";
    init_severity();
    init_locked_input();
    init_source_identity();
    init_source_place();
    insecureTransportRule = {
      id: "lock-insecure-transport",
      summary: "an input is fetched over a connection anyone on the way can rewrite",
      help: "Use `https` or `ssh` in flake.nix and re-lock the input.",
      references: ["CWE-319", "T1557"],
      kinds: ["flake-lock"],
      reasons: {
        insecure: {
          summary: "the scheme of the locked or declared URL is http, git, ftp or svn",
          levels: levels("error")
        },
        loopback: {
          summary: "the insecure URL names the machine itself",
          levels: levels("warning"),
          help: "Publish the source: a server on loopback exists on one machine only."
        }
      },
      *check({ model }) {
        for (const { locked, original, path: path2 } of lockedInputs(model)) {
          const problem = insecureProblem(path2, locked) ?? (original && insecureProblem(path2, original));
          if (problem !== void 0) yield problem;
        }
      }
    };
  }
});

// data/advisories.json
var advisories_default;
var init_advisories = __esm({
  "data/advisories.json"() {
    advisories_default = {
      source: "Advisories about revisions of flake inputs, collected by this project. The first entry is a test entry: it lets anyone see the rule fire and names nothing real.",
      "fresh-until": "2027-05-31",
      advisories: [
        {
          id: "NSL-TEST-0001",
          published: "2026-11-21",
          source: "github:nix-secure-lint/test-advisory",
          badRevs: ["0bad0bad0bad0bad0bad0bad0bad0bad0bad0bad"],
          badNarHashes: ["sha256-C60LrQutC60LrQutC60LrQutC60LrQutC60LrQutC60="],
          fixedAfter: "2026-11-21",
          references: ["docs/rules/lock-known-bad-revision.md"]
        }
      ]
    };
  }
});

// src/nix/base64.ts
function encodeBase64(bytes2) {
  let text = "";
  for (let at = 0; at < bytes2.length; at += 3) {
    const left = bytes2.length - at;
    const triple = (bytes2[at] ?? 0) << 16 | (bytes2[at + 1] ?? 0) << 8 | (bytes2[at + 2] ?? 0);
    text += alphabet[triple >> 18] ?? "";
    text += alphabet[triple >> 12 & 63] ?? "";
    text += left > 1 ? alphabet[triple >> 6 & 63] ?? "" : "=";
    text += left > 2 ? alphabet[triple & 63] ?? "" : "=";
  }
  return text;
}
function decodeBase64(text) {
  const bytes2 = [];
  let pending = 0;
  let bits = 0;
  for (const character of text) {
    if (character === "=") break;
    if (character === "\n") continue;
    const digit2 = digits.get(character);
    if (digit2 === void 0) return void 0;
    pending = (pending << 6 | digit2) & 4095;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes2.push(pending >> bits & 255);
  }
  return Uint8Array.from(bytes2);
}
var alphabet, digits;
var init_base64 = __esm({
  "src/nix/base64.ts"() {
    "use strict";
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    digits = new Map(
      Array.from(alphabet, (digit2, value) => [digit2, value])
    );
  }
});

// src/nix/nix32.ts
function nix32Length(byteCount) {
  return Math.ceil(byteCount * 8 / 5);
}
function encodeNix32(bytes2) {
  let text = "";
  for (let n = nix32Length(bytes2.length) - 1; n >= 0; n--) {
    const index2 = n * 5 >> 3;
    const shift = n * 5 & 7;
    const pair2 = (bytes2[index2] ?? 0) | (bytes2[index2 + 1] ?? 0) << 8;
    text += alphabet2[pair2 >> shift & 31] ?? "";
  }
  return text;
}
var alphabet2, digits2;
var init_nix32 = __esm({
  "src/nix/nix32.ts"() {
    "use strict";
    alphabet2 = "0123456789abcdfghijklmnpqrsvwxyz";
    digits2 = new Map(
      Array.from(alphabet2, (digit2, value) => [digit2, value])
    );
  }
});

// src/nix/hash.ts
function isHash(result2) {
  return "bytes" in result2;
}
function parseSri(text) {
  const dash = text.indexOf("-");
  if (dash < 0) return { problem: "no `-`, expected `<algorithm>-<base64>`" };
  const kind = kindOf2(text.slice(0, dash));
  if ("problem" in kind) return kind;
  if (text.length > maxHashText) return tooLong(text);
  const bytes2 = decodeBase64(text.slice(dash + 1));
  if (bytes2 === void 0) return { problem: "the digest is not base64" };
  if (bytes2.length !== kind.bytes) return wrongLength(kind, bytes2.length);
  return hash(kind.algorithm, bytes2, "sri", text);
}
function formatHash({ algorithm, bytes: bytes2 }, format) {
  if (format === "sri") return `${algorithm}-${encodeBase64(bytes2)}`;
  return `${algorithm}:${encodeDigest(bytes2, format)}`;
}
function encodeDigest(bytes2, format) {
  if (format === "base64") return encodeBase64(bytes2);
  if (format === "nix32") return encodeNix32(bytes2);
  return [...bytes2].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
function kindOf2(name) {
  const facts = digestBytes.get(name);
  if (facts) return facts;
  const shown3 = name.length > 20 ? `${name.slice(0, 20)}…` : name;
  return {
    problem: `unknown algorithm \`${shown3}\`, expected ${[...digestBytes.keys()].join(", ")}`
  };
}
function hash(algorithm, bytes2, format, text) {
  const written = formatHash({ algorithm, bytes: bytes2 }, format);
  const canonical = written === text || written === `${algorithm}:${text}`;
  return { algorithm, bytes: bytes2, format, canonical };
}
function tooLong(text) {
  return { problem: `${text.length} characters, more than any hash has` };
}
function wrongLength(kind, found2, unit = "bytes") {
  return {
    problem: `${found2} ${unit}, expected a ${kind.algorithm} digest of ${kind.bytes} bytes`
  };
}
var digestBytes, maxHashText;
var init_hash = __esm({
  "src/nix/hash.ts"() {
    "use strict";
    init_base64();
    init_nix32();
    digestBytes = /* @__PURE__ */ new Map([
      ["md5", { algorithm: "md5", bytes: 16 }],
      ["sha1", { algorithm: "sha1", bytes: 20 }],
      ["sha256", { algorithm: "sha256", bytes: 32 }],
      ["sha512", { algorithm: "sha512", bytes: 64 }],
      ["blake3", { algorithm: "blake3", bytes: 32 }]
    ]);
    maxHashText = 1024;
  }
});

// src/parse/nar-hash.ts
function narHashOf(set) {
  const value = set.attrs.get("narHash")?.value;
  if (value === void 0) return { kind: "absent" };
  if (typeof value !== "string") return malformed(`is the ${typeof value} ${String(value)}`);
  if (value === "") return { kind: "placeholder", problem: "is empty" };
  const hash2 = parseSri(value);
  if (!isHash(hash2)) return malformed(`is no SRI hash: ${hash2.problem}`);
  if (hash2.algorithm === "md5" || hash2.algorithm === "sha1") return { kind: "weak", hash: hash2 };
  if (hash2.bytes.every((byte) => byte === 0)) {
    return { kind: "placeholder", problem: "is all zeros" };
  }
  if (hash2.algorithm !== "sha256") return malformed(`is ${hash2.algorithm}, expected sha256`);
  const id = formatHash(hash2, "sri");
  const nothing = emptyDigests.get(id);
  if (nothing !== void 0) return { kind: "placeholder", problem: nothing };
  if (value !== id && value !== id.replace(/=+$/, "")) {
    return malformed(`is ${value}, which Nix reads as ${id}`);
  }
  return { kind: "sound", id };
}
function malformed(problem) {
  return { kind: "malformed", problem };
}
var emptyDigests;
var init_nar_hash = __esm({
  "src/parse/nar-hash.ts"() {
    "use strict";
    init_flake_lock2();
    init_hash();
    emptyDigests = /* @__PURE__ */ new Map([
      ["sha256-pQpattmS9VmO3ZIQUFn66az8GSmB4IvYhTTCFn6SUmo=", "is the hash of an empty directory"],
      ["sha256-d6xi4mKdjkX2JFicDIv5niSzpyI0m/Hnm8GGAIU04kY=", "is the hash of an empty file"],
      ["sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "is the SHA-256 of nothing"]
    ]);
  }
});

// src/rules/lock/known-bad-revision.ts
function listedRev({ at, identity, locked, path: path2 }) {
  const rev = stringAttr(locked, "rev")?.toLowerCase() ?? "";
  const text = identityText(identity);
  const found2 = (byRev.get(rev) ?? []).find(({ source }) => glob(source, "source").matches(text));
  if (found2 === void 0) return void 0;
  const message = `${text} at ${rev} is listed as bad by ${found2.id}, fixed after ${found2.fixedAfter}`;
  return { reason: "rev", subject: path2, at: at("rev"), message, evidence: found2.id };
}
function listedContent({ at, identity, locked, path: path2 }) {
  const hash2 = narHashOf(locked);
  const [found2] = (hash2.kind === "sound" ? byHash.get(hash2.id) : void 0) ?? [];
  if (found2 === void 0) return void 0;
  const message = `the content of ${identityText(identity)} is listed as bad by ${found2.id}, fixed after ${found2.fixedAfter}`;
  return {
    reason: "content",
    subject: path2,
    at: at("narHash"),
    message,
    evidence: found2.id
  };
}
function index(advisories, keysOf) {
  const found2 = /* @__PURE__ */ new Map();
  for (const advisory of advisories) {
    for (const key of keysOf(advisory)) found2.set(key, [...found2.get(key) ?? [], advisory]);
  }
  return found2;
}
var byRev, byHash, knownBadRevision;
var init_known_bad_revision = __esm({
  "src/rules/lock/known-bad-revision.ts"() {
    "use strict";
    init_advisories();
    init_flake_lock2();
    init_severity();
    init_locked_input();
    init_nar_hash();
    init_source_identity();
    init_glob();
    byRev = index(advisories_default.advisories, ({ badRevs }) => badRevs);
    byHash = index(advisories_default.advisories, ({ badNarHashes }) => badNarHashes);
    knownBadRevision = {
      id: "lock-known-bad-revision",
      summary: "an input is locked to a revision with a published advisory",
      help: "Update the input past the revision or date the advisory names, and treat machines that built it as it says.",
      references: ["CWE-506", "T1195.001"],
      kinds: ["flake-lock"],
      reasons: {
        rev: { summary: "source and revision are listed", levels: levels("error") },
        content: { summary: "the narHash is listed, whatever the source", levels: levels("error") }
      },
      *check({ model }) {
        for (const input of lockedInputs(model)) {
          const problem = listedRev(input) ?? listedContent(input);
          if (problem !== void 0) yield problem;
        }
      }
    };
  }
});

// src/rules/lock/legacy-info-override.ts
function replacedNames({ info, locked }) {
  return [...info?.attrs.values() ?? []].filter(({ name, value }) => {
    const shown3 = locked?.attrs.get(name);
    return shown3 !== void 0 && shown3.value !== value;
  }).map(({ name }) => name);
}
function overrideMessage({ info, locked }, replaced) {
  const [name] = replaced;
  const added2 = [...info?.attrs.keys() ?? []].filter((key) => !locked?.attrs.has(key));
  if (name === void 0) {
    const effect2 = added2.length === 0 ? 'repeats "locked"' : `adds ${added2.join(", ")} to "locked"`;
    return `"info" ${effect2}, expected no "info" in a lock`;
  }
  const effect = `Nix uses ${name} ${shown(info, name)}, not ${shown(locked, name)}`;
  return `"info" replaces ${replaced.join(", ")} of "locked": ${effect}`;
}
function shown(set, name) {
  return name === "url" || name === "host" ? "…" : String(set?.attrs.get(name)?.value);
}
function removal({ info, locked, members: members2 }, path2) {
  const told = [...info?.attrs.values() ?? []].every(
    ({ name, value }) => locked?.attrs.get(name)?.value === value
  );
  const at = members2.findIndex(({ nameSpan }) => nameSpan.start === info?.nameSpan.start);
  const own2 = members2[at];
  if (!told || own2 === void 0) return void 0;
  const next = members2[at + 1];
  const previous = members2[at - 1];
  const span2 = {
    start: next === void 0 && previous !== void 0 ? previous.value.span.end : own2.nameSpan.start,
    end: next === void 0 ? own2.value.span.end : next.nameSpan.start
  };
  const edits = [{ path: path2, span: span2, text: "" }];
  return { title: 'delete the redundant "info"', safety: "safe", edits };
}
var legacyInfoOverride;
var init_legacy_info_override = __esm({
  "src/rules/lock/legacy-info-override.ts"() {
    "use strict";
    init_severity();
    legacyInfoOverride = {
      id: "lock-legacy-info-override",
      summary: "a legacy `info` object overrides what `locked` says",
      help: "Delete `info` and re-lock the input; what Nix used so far is what `info` says.",
      references: ["CWE-436", "T1036"],
      kinds: ["flake-lock"],
      reasons: {
        override: {
          summary: "`info` stands in a lock of version 7, or replaces a value of `locked`",
          levels: levels("error")
        },
        legacy: {
          summary: "a lock of version 5 or 6 keeps tree metadata in `info`, as those versions do",
          levels: levels("warning"),
          help: "Re-lock with a current Nix, which writes version 7."
        }
      },
      *check({ model, path: path2 }) {
        let saidLegacy = false;
        for (const { path: subject, node: node2 } of model.inputs) {
          const { info } = node2;
          if (info === void 0) continue;
          const replaced = replacedNames(node2);
          const legacy = model.version < 7 && replaced.length === 0;
          if (legacy && saidLegacy) continue;
          saidLegacy ||= legacy;
          const fix = removal(node2, path2);
          yield {
            reason: legacy ? "legacy" : "override",
            subject,
            at: legacy ? info.nameSpan : info.attrs.get(replaced[0] ?? "")?.span ?? info.nameSpan,
            message: legacy ? `lock of version ${model.version} keeps tree metadata in "info", expected version 7` : overrideMessage(node2, replaced),
            evidence: [...info.attrs.keys()].map((name) => `${name}=${shown(info, name)}`).join(" "),
            ...fix && { fix }
          };
        }
      }
    };
  }
});

// src/rules/lock/local-path.ts
function localProblem({ at, direct, identity, locked, path: path2 }) {
  const place4 = placeOf2(locked);
  const attribute2 = stringAttr(locked, "type") === "path" ? "path" : "url";
  const value = identity.kind === "url" ? identity.url : stringAttr(locked, attribute2) ?? "";
  const found2 = { subject: path2, at: at(attribute2), evidence: value };
  switch (place4) {
    case "remote":
      return void 0;
    case "absolute":
      return {
        ...found2,
        reason: "absolute",
        message: `locked to the local ${attribute2} ${value}, expected a published source`
      };
    case "store":
      return {
        ...found2,
        reason: "store",
        ...!direct && { grade: "store/transitive" },
        message: `locked to the store path ${value}, which other machines lack`
      };
    case "relative":
      break;
  }
  if (attribute2 === "path") return void 0;
  const message = `locked to the relative URL ${value}, which only works from one directory`;
  return { ...found2, reason: "relative-file", message };
}
var localPath;
var init_local_path = __esm({
  "src/rules/lock/local-path.ts"() {
    "use strict";
    init_flake_lock2();
    init_severity();
    init_locked_input();
    init_source_place();
    init_inventory();
    localPath = {
      id: "lock-local-path",
      summary: "an input is locked to a path of the machine that wrote the lock",
      help: "Publish the source and re-lock; keep local work out of the lock with `--override-input` and `--no-write-lock-file`.",
      references: ["CWE-706", "T1195.001"],
      kinds: ["flake-lock"],
      reasons: {
        absolute: {
          summary: "the path is absolute, or the URL is `file:`",
          levels: levels("error")
        },
        store: {
          summary: "a direct input is locked to a `/nix/store` path",
          levels: levels("warning", "error"),
          help: "Re-lock without a user registry entry for it: name the source in flake.nix and run `nix flake update <input>`."
        },
        "store/transitive": {
          summary: "an input of an input is locked to a `/nix/store` path by upstream's lock",
          levels: levels("notice", "warning"),
          help: "Use `follows` for this input, or have upstream re-lock."
        },
        "relative-file": {
          summary: "a relative `git+file:` input, unless policy lists it under `allow-local-inputs`",
          levels: levels("notice"),
          help: "Use a relative `path:` input, or list it under `allow-local-inputs`."
        }
      },
      *check({ model }, { now, policy }) {
        for (const input of lockedInputs(model)) {
          const problem = localProblem(input);
          if (problem === void 0) continue;
          const isOptional = problem.reason === "relative-file";
          if (isOptional && decidingPattern(policy.localInputs, input.path, "path", now)) continue;
          yield problem;
        }
      }
    };
  }
});

// data/known-sources.json
var known_sources_default;
var init_known_sources = __esm({
  "data/known-sources.json"() {
    known_sources_default = {
      source: "Owners and repositories that public flakes commonly name as inputs: picked by hand, compared with some 1,350 public lock files in November 2026. An owner in this table is never called a look-alike; a name in it makes look-alikes of it visible, and nothing else.",
      "fresh-until": "2027-11-30",
      github: {
        astro: ["microvm.nix"],
        "bats-core": ["bats-assert", "bats-support"],
        cachix: ["cachix", "devenv", "git-hooks.nix", "nixpkgs-python", "pre-commit-hooks.nix"],
        catppuccin: ["nix"],
        "clan-lol": ["clan-core"],
        danth: ["stylix"],
        DeterminateSystems: ["determinate", "flake-schemas", "nix-src"],
        divnix: ["blank", "std"],
        edolstra: ["flake-compat"],
        fufexan: ["nix-gaming"],
        GNOME: ["gnome-shell"],
        "gytis-ivaskevicius": ["flake-utils-plus"],
        "hercules-ci": [
          "arion",
          "flake-parts",
          "gitignore.nix",
          "hercules-ci-agent",
          "hercules-ci-effects"
        ],
        homebrew: ["homebrew-cask", "homebrew-core"],
        hyprwm: [
          "aquamarine",
          "hyprcursor",
          "hyprgraphics",
          "hypridle",
          "Hyprland",
          "hyprland-plugins",
          "hyprland-protocols",
          "hyprlang",
          "hyprlock",
          "hyprutils",
          "hyprwayland-scanner",
          "xdg-desktop-portal-hyprland"
        ],
        "input-output-hk": ["cardano-node", "haskell.nix", "iohk-nix"],
        ipetkov: ["crane"],
        kamadorueda: ["alejandra"],
        kristapsdz: ["lowdown"],
        libgit2: ["libgit2"],
        lilyinstarlight: ["nixos-cosmic"],
        LnL7: ["nix-darwin"],
        Mic92: ["nix-fast-build", "nix-index-database", "sops-nix"],
        "microvm-nix": ["microvm.nix"],
        Misterio77: ["nix-colors"],
        "nix-community": [
          "crate2nix",
          "disko",
          "dream2nix",
          "emacs-overlay",
          "fenix",
          "flake-compat",
          "haumea",
          "home-manager",
          "impermanence",
          "lanzaboote",
          "naersk",
          "namaka",
          "neovim-nightly-overlay",
          "nix-github-actions",
          "nix-index-database",
          "nix-on-droid",
          "nix-vscode-extensions",
          "nixago",
          "nixd",
          "nixos-anywhere",
          "nixos-generators",
          "nixos-images",
          "nixos-wsl",
          "nixpkgs.lib",
          "nixvim",
          "NUR",
          "plasma-manager",
          "poetry2nix",
          "raspberry-pi-nix",
          "srvos",
          "stylix"
        ],
        "nix-darwin": ["nix-darwin"],
        "nix-systems": [
          "aarch64-darwin",
          "aarch64-linux",
          "default",
          "default-darwin",
          "default-linux",
          "x86_64-darwin",
          "x86_64-linux"
        ],
        "nixified-ai": ["flake"],
        NixOS: ["flake-compat", "hydra", "nix", "nixos-hardware", "nixpkgs", "templates"],
        nlewo: ["nix2container"],
        nmattia: ["naersk"],
        notashelf: ["nvf"],
        numtide: [
          "blueprint",
          "devshell",
          "flake-utils",
          "nix-filter",
          "system-manager",
          "treefmt-nix"
        ],
        NuschtOS: ["ixx", "search"],
        oddlama: ["agenix-rekey", "nixos-extra-modules"],
        oxalica: ["nil", "rust-overlay"],
        "Platonic-Systems": ["process-compose-flake"],
        "pyproject-nix": ["build-system-pkgs", "pyproject.nix", "uv2nix"],
        rafaelmardojai: ["firefox-gnome-theme"],
        "rust-lang": ["rust-analyzer"],
        ryantm: ["agenix"],
        SenchoPens: ["base16.nix", "fromYaml"],
        serokell: ["deploy-rs"],
        sodiboo: ["niri-flake"],
        srid: ["flake-root", "haskell-flake"],
        terranix: ["terranix"],
        "tinted-theming": [
          "base16-helix",
          "base16-schemes",
          "base16-vim",
          "base16-zed",
          "schemes",
          "tinted-foot",
          "tinted-kitty",
          "tinted-tmux"
        ],
        tomyun: ["base16-fish"],
        tweag: ["gomod2nix", "jupyenv", "rules_nixpkgs"],
        yaxitech: ["ragenix"],
        zhaofengli: ["attic", "colmena", "nix-homebrew"]
      }
    };
  }
});

// src/parse/lookalike.ts
function skeleton(name) {
  return name.toLowerCase().replaceAll(/[-_]/g, "").replaceAll("0", "o").replaceAll(/[1i]/g, "l").replaceAll("rn", "m").replaceAll("vv", "w");
}
function isOneEditAway(left, right) {
  if (left === right || Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < Math.min(left.length, right.length) && left[start] === right[start]) start++;
  let end = 0;
  const room = Math.min(left.length, right.length) - start;
  while (end < room && left.at(-1 - end) === right.at(-1 - end)) end++;
  const [a, b] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (a.length <= 1 && b.length <= 1) return true;
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}
var init_lookalike = __esm({
  "src/parse/lookalike.ts"() {
    "use strict";
  }
});

// src/rules/lock/lookalike-source.ts
function isLike(owner2, wellKnownOwner) {
  if (skeleton(owner2) === skeleton(wellKnownOwner)) return true;
  return wellKnownOwner.length >= minimumLength && isOneEditAway(owner2, wellKnownOwner);
}
function indexByRepository() {
  const index2 = /* @__PURE__ */ new Map();
  for (const [owner2, repositories] of Object.entries(known_sources_default.github)) {
    for (const repository2 of repositories) {
      const key = repository2.toLowerCase();
      index2.set(key, [...index2.get(key) ?? [], owner2.toLowerCase()]);
    }
  }
  return index2;
}
var minimumLength, wellKnown, ownersOf, lookalikeSource;
var init_lookalike_source = __esm({
  "src/rules/lock/lookalike-source.ts"() {
    "use strict";
    init_known_sources();
    init_severity();
    init_locked_input();
    init_lookalike();
    init_source_identity();
    minimumLength = 5;
    wellKnown = new Set(
      Object.keys(known_sources_default.github).map((owner2) => owner2.toLowerCase())
    );
    ownersOf = indexByRepository();
    lookalikeSource = {
      id: "lock-lookalike-source",
      summary: "an owner's name is nearly that of the well-known owner of the same repository",
      help: "Compare the owner letter by letter with upstream; correct it in flake.nix and re-lock.",
      references: ["CWE-1007", "T1036.005"],
      kinds: ["flake-lock"],
      reasons: {
        lookalike: {
          summary: "the owner is one edit or one confusable character away from a well-known one",
          levels: levels("warning", "error")
        }
      },
      *check({ model }) {
        for (const { at, identity, path: path2 } of lockedInputs(model)) {
          const found2 = repositoryOf(identity);
          if (found2 === void 0 || wellKnown.has(found2.owner)) continue;
          const meant = (ownersOf.get(found2.repo) ?? []).find((owner2) => isLike(found2.owner, owner2));
          if (meant === void 0) continue;
          yield {
            reason: "lookalike",
            subject: path2,
            at: at(identity.kind === "forge" ? "owner" : "url"),
            message: `${identityText(identity)} looks like ${meant}/${found2.repo}, but the owner is another`,
            evidence: `${found2.owner} ${meant}`
          };
        }
      }
    };
  }
});

// src/parse/identity-syntax.ts
function* identityFaults(set) {
  for (const attr of set.attrs.values()) {
    const fault2 = characterFault(attr) ?? shapeFault(set, attr);
    if (fault2 !== void 0) yield { ...fault2, attr };
  }
}
function characterFault({ name, value }) {
  if (typeof value !== "string") return void 0;
  const at = asciiNames.has(name) ? value.search(notAscii) : textNames.has(name) ? value.search(invisible) : -1;
  if (at < 0) return void 0;
  const code2 = (value.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return {
    reason: "characters",
    message: `${name} has the character U+${code2}, expected printable ASCII`
  };
}
function shapeFault(set, { name, value }) {
  if (typeof value !== "string") return void 0;
  const type = stringAttr(set, "type") ?? "";
  switch (name) {
    case "type":
      if (knownTypes.has(value)) return void 0;
      return { reason: "type", message: `type "${value}" is none that Nix fetches` };
    case "owner":
      return ownerIsSound(type, value) ? void 0 : { reason: "owner", message: `owner "${value}" is no ${type} account name` };
    case "repo":
      return repoIsSound(type, value) ? void 0 : { reason: "repo", message: `repo "${value}" is no ${type} repository name` };
    case "host":
      return hostFault(value);
    case "url":
      return urlFault(value);
    default:
      return void 0;
  }
}
function ownerIsSound(type, owner2) {
  if (type === "github") return githubOwner.test(owner2);
  if (type === "sourcehut") return sourcehutOwner.test(owner2);
  return type !== "gitlab" || segmentsOf(owner2).every((segment) => gitlabSegment.test(segment));
}
function repoIsSound(type, repo) {
  if (defaultHost(type) === void 0) return true;
  const segments = type === "gitlab" ? segmentsOf(repo) : [repo];
  return segments.every((name) => repository.test(name) && name !== "." && name !== "..");
}
function segmentsOf(path2) {
  return path2.split(/\/|%2f/i);
}
function hostFault(host) {
  if (!hostName.test(host) || host.includes("..") || ipv42.test(host)) {
    const shown3 = host.includes("@") ? `…${host.slice(host.lastIndexOf("@"))}` : host;
    return { reason: "host", message: `host "${shown3}" is no plain host name` };
  }
  if (!host.toLowerCase().split(".").some((label) => label.startsWith("xn--")))
    return void 0;
  return { reason: "idn", message: `host "${host}" is an encoded international name` };
}
function urlFault(url2) {
  if (url2.includes("\\")) return { reason: "url", message: "url has a backslash" };
  const parts = splitUrl(url2);
  if (parts === void 0 || parts.host === "") return void 0;
  if (resolveDots(parts.path) !== parts.path) {
    return { reason: "url", message: 'url climbs with "." or ".." in its path' };
  }
  if (parts.user.includes("@") || parts.user.includes("%40") || parts.host.includes("%")) {
    return { reason: "url", message: 'url hides its host behind "@" or "%"' };
  }
  return void 0;
}
var knownTypes, asciiNames, textNames, githubOwner, repository, gitlabSegment, sourcehutOwner, hostName, ipv42, notAscii, invisible;
var init_identity_syntax = __esm({
  "src/parse/identity-syntax.ts"() {
    "use strict";
    init_flake_lock2();
    init_source_identity();
    init_url_parts();
    knownTypes = new Set(
      "github gitlab sourcehut git hg tarball file path indirect".split(" ")
    );
    asciiNames = new Set("type owner repo host rev ref url id".split(" "));
    textNames = /* @__PURE__ */ new Set(["path", "dir"]);
    githubOwner = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
    repository = /^[A-Za-z0-9._-]{1,100}$/;
    gitlabSegment = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,254}$/;
    sourcehutOwner = /^~?[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;
    hostName = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;
    ipv42 = /^[0-9.]+$|^0x/i;
    notAscii = /[^\u0021-\u007e]/;
    invisible = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|[\u{e0000}-\u{e007f}]/u;
  }
});

// src/rules/lock/malformed-identity.ts
var malformedIdentity;
var init_malformed_identity = __esm({
  "src/rules/lock/malformed-identity.ts"() {
    "use strict";
    init_severity();
    init_identity_syntax();
    init_locked_input();
    malformedIdentity = {
      id: "lock-malformed-identity",
      summary: "an attribute that names the source could not name it honestly",
      help: "Correct the reference in flake.nix and run `nix flake update <input>`.",
      references: ["CWE-74", "T1036.005"],
      kinds: ["flake-lock"],
      reasons: {
        type: { summary: "`type` is none that Nix fetches", levels: levels("error") },
        owner: { summary: "`owner` is no account name of its forge", levels: levels("error") },
        repo: { summary: "`repo` is no repository name of its forge", levels: levels("error") },
        host: {
          summary: "`host` is empty, an address, or more than a host name",
          levels: levels("error")
        },
        idn: { summary: "`host` is an encoded international name", levels: levels("notice") },
        url: {
          summary: "the URL has a backslash, climbs its path or hides its host",
          levels: levels("error")
        },
        characters: {
          summary: "a name holds an invisible, control or non-ASCII character",
          levels: levels("error")
        }
      },
      *check({ model }) {
        for (const { locked, original, path: path2 } of lockedInputs(model)) {
          const said = /* @__PURE__ */ new Set();
          for (const set of original === void 0 ? [locked] : [locked, original]) {
            for (const { attr, message, reason: reason2 } of identityFaults(set)) {
              const seen = `${attr.name}=${attr.value}`;
              if (said.has(seen)) continue;
              said.add(seen);
              yield { reason: reason2, subject: path2, at: attr.span, message, evidence: message };
            }
          }
        }
      }
    };
  }
});

// src/rules/lock/narhash-conflict.ts
function remember(seen, key, value) {
  const first = seen.get(key);
  if (first === void 0) seen.set(key, value);
  return first;
}
function contentKey({ identity, locked }, rev) {
  const checkout = ["submodules", "lfs", "exportIgnore"].map((name) => isOn(locked, name));
  return JSON.stringify([identity.type, identityKey(identity), rev, ...checkout]);
}
function isOn(set, name) {
  return set.attrs.get(name)?.value === true;
}
function sourceProblem({ input, rev, hash: hash2 }, twin, path2) {
  const source = identityText(input.identity);
  return {
    reason: "same-source",
    subject: input.path,
    at: input.at("narHash"),
    message: `${source} at ${rev} has narHash ${hash2} here, but ${twin.hash} in "${twin.input.path}"`,
    evidence: `${rev} ${hash2} ${twin.hash}`,
    related: [
      {
        path: path2,
        span: twin.input.at("narHash"),
        message: "the other hash of this revision"
      }
    ]
  };
}
function hashProblem({ input, rev, hash: hash2 }, holder, path2) {
  const other = `${identityText(holder.input.identity)} at ${holder.rev} ("${holder.input.path}")`;
  return {
    reason: "same-hash",
    subject: input.path,
    at: input.at("narHash"),
    message: `${identityText(input.identity)} at ${rev} has the narHash of ${other}`,
    evidence: `${rev} ${holder.rev} ${hash2}`,
    related: [
      {
        path: path2,
        span: holder.input.at("narHash"),
        message: "the same hash, another revision"
      }
    ]
  };
}
var narhashConflict;
var init_narhash_conflict = __esm({
  "src/rules/lock/narhash-conflict.ts"() {
    "use strict";
    init_flake_lock2();
    init_severity();
    init_locked_input();
    init_nar_hash();
    init_source_identity();
    narhashConflict = {
      id: "lock-narhash-conflict",
      summary: "two inputs contradict each other about what a revision contains",
      help: "Treat the lock as tampered with until explained: re-lock on a trusted machine and compare the hashes.",
      references: ["CWE-345", "T1565.001"],
      kinds: ["flake-lock"],
      reasons: {
        "same-source": {
          summary: "one revision of one source has two hashes",
          levels: levels("error")
        },
        "same-hash": { summary: "two different revisions have one hash", levels: levels("error") }
      },
      *check({ model, path: path2 }) {
        const bySource2 = /* @__PURE__ */ new Map();
        const byHash2 = /* @__PURE__ */ new Map();
        for (const input of lockedInputs(model)) {
          const rev = stringAttr(input.locked, "rev")?.toLowerCase();
          const hash2 = narHashOf(input.locked);
          if (rev === void 0 || rev === "" || hash2.kind !== "sound") continue;
          const known2 = { input, rev, hash: hash2.id };
          const twin = remember(bySource2, contentKey(input, rev), known2);
          if (twin !== void 0 && twin.hash !== known2.hash) yield sourceProblem(known2, twin, path2);
          const holder = remember(byHash2, known2.hash, known2);
          if (holder !== void 0 && holder.rev !== rev) yield hashProblem(known2, holder, path2);
        }
      }
    };
  }
});

// src/rules/lock/narhash-invalid.ts
function isWholesale(lock, inputs2) {
  if (lock.flavour === "devenv") return true;
  const pinned = inputs2.filter((input) => isPinnedByRev(input));
  const lacking = pinned.filter(({ locked }) => !locked.attrs.has("narHash"));
  if (lacking.length > 0 && lacking.every(({ locked }) => locked.attrs.has("treeHash")))
    return true;
  return lacking.length > 1 && lacking.length * 2 > pinned.length;
}
function isPinnedByRev({ locked }) {
  const type = stringAttr(locked, "type") ?? "";
  if (type === "hg" || !revisionTypes.has(type) || !locked.attrs.has("rev")) return false;
  return insecureTransport(locked) === void 0;
}
function hashProblem2(input) {
  const { locked, path: path2 } = input;
  const hash2 = narHashOf(locked);
  const at = input.at("narHash");
  switch (hash2.kind) {
    case "sound":
      return void 0;
    case "absent":
      return missing(input);
    case "weak": {
      const message2 = `narHash is ${hash2.hash.algorithm}, expected sha256`;
      return { reason: "weak", subject: path2, at, message: message2, evidence: message2 };
    }
    case "malformed":
    case "placeholder":
      break;
  }
  const message = `narHash ${hash2.problem}`;
  return { reason: hash2.kind, subject: path2, at, message, evidence: message };
}
function missing(input) {
  const { locked, path: path2 } = input;
  const type = stringAttr(locked, "type") ?? "";
  if (type === "indirect" || placeOf2(locked) === "relative") return void 0;
  const byRev2 = isPinnedByRev(input);
  return {
    reason: "missing",
    ...byRev2 && { grade: "missing/rev" },
    subject: path2,
    at: input.at("narHash"),
    message: byRev2 ? `${type} input has no narHash; only its rev is checked` : `${type} input has no narHash, so nothing pins its content`,
    evidence: type
  };
}
var narhashInvalid;
var init_narhash_invalid = __esm({
  "src/rules/lock/narhash-invalid.ts"() {
    "use strict";
    init_flake_lock2();
    init_severity();
    init_locked_input();
    init_nar_hash();
    init_source_place();
    narhashInvalid = {
      id: "lock-narhash-invalid",
      summary: "the content hash of a locked input is missing or proves nothing",
      help: "Run `nix flake update <input>` on a trusted machine; never type a hash by hand.",
      references: ["CWE-353", "T1195.001"],
      kinds: ["flake-lock"],
      reasons: {
        missing: {
          summary: "an input that only `narHash` pins has none",
          levels: levels("error")
        },
        "missing/rev": {
          summary: "an input pinned by `rev` has no `narHash`",
          levels: levels("warning", "error")
        },
        "missing/lazy": {
          summary: "the whole file is written without `narHash`, as lazy trees and devenv do",
          levels: levels("notice", "warning"),
          help: "Set `lazy-locks = false` (Determinate Nix) or re-lock with Nix, so that fetched trees are checked."
        },
        malformed: { summary: "`narHash` is no SHA-256 in SRI form", levels: levels("error") },
        weak: { summary: "`narHash` is MD5 or SHA-1", levels: levels("error") },
        placeholder: {
          summary: "`narHash` is empty, all zeros or the hash of nothing",
          levels: levels("error")
        }
      },
      *check({ model }) {
        const inputs2 = [...lockedInputs(model)];
        const wholesale = isWholesale(model, inputs2);
        const unhashed = [];
        for (const input of inputs2) {
          const problem = hashProblem2(input);
          if (problem?.grade === "missing/rev" && wholesale) unhashed.push(input);
          else if (problem !== void 0) yield problem;
        }
        const [first] = unhashed;
        if (first !== void 0) {
          yield {
            reason: "missing",
            grade: "missing/lazy",
            subject: first.path,
            at: first.at("narHash"),
            message: `${unhashed.length} of ${inputs2.length} inputs are locked without a narHash; only their rev is checked`,
            evidence: "lazy"
          };
        }
      }
    };
  }
});

// data/nixpkgs-channels.json
var nixpkgs_channels_default;
var init_nixpkgs_channels = __esm({
  "data/nixpkgs-channels.json"() {
    nixpkgs_channels_default = {
      source: "End of support as announced with each NixOS release; releases that are not listed end seven months after the month of their name.",
      "fresh-until": "2027-05-31",
      endOfLife: {
        "19.09": "2020-04-27",
        "20.03": "2020-10-27",
        "20.09": "2021-04-30",
        "21.05": "2021-12-31",
        "21.11": "2022-06-30",
        "22.05": "2022-12-31",
        "22.11": "2023-06-30",
        "23.05": "2023-12-31",
        "23.11": "2024-06-30",
        "24.05": "2024-12-31",
        "24.11": "2025-06-30",
        "25.05": "2025-12-31",
        "25.11": "2026-06-30",
        "26.05": "2026-12-31"
      }
    };
  }
});

// src/parse/nixpkgs-channel.ts
function nixpkgsRelease(original) {
  const identity = sourceIdentity(original);
  if (identity.kind === "url" && (identity.type === "tarball" || identity.type === "file")) {
    return releaseOfUrl(stringAttr(original, "url") ?? "");
  }
  const found2 = repositoryOf(identity);
  if (found2?.host !== "github.com" || found2.owner !== "nixos" || found2.repo !== "nixpkgs") {
    return void 0;
  }
  const ref = (stringAttr(original, "ref") ?? "").replace(/^refs\/heads\//, "");
  return channelPattern.exec(ref)?.[1];
}
function endOfLife(release) {
  const known2 = announced.get(release);
  if (known2 !== void 0) return known2;
  const [year, month] = release.split(".").map(Number);
  return new Date(Date.UTC(2e3 + (year ?? 0), (month ?? 0) + 7, 0)).toISOString().slice(0, 10);
}
function releaseOfUrl(url2) {
  const parts = splitUrl(url2);
  const path2 = parts?.path.toLowerCase() ?? "";
  const segments = path2.split("/");
  if (parts?.host === "channels.nixos.org") return channelPattern.exec(segments[1] ?? "")?.[1];
  if (parts?.host === "nixos.org" && segments[1] === "channels") {
    return channelPattern.exec(segments[2] ?? "")?.[1];
  }
  if (parts?.host !== "flakehub.com") return void 0;
  const [, year, month] = flakehubPattern.exec(path2) ?? [];
  return year === void 0 ? void 0 : `${year}.${month}`;
}
var announced, channelPattern, flakehubPattern;
var init_nixpkgs_channel = __esm({
  "src/parse/nixpkgs-channel.ts"() {
    "use strict";
    init_nixpkgs_channels();
    init_flake_lock2();
    init_source_identity();
    init_url_parts();
    announced = new Map(Object.entries(nixpkgs_channels_default.endOfLife));
    channelPattern = /^(?:nixos|nixpkgs|release)-(\d\d\.\d\d)(?:-small|-darwin|-aarch64)?$/;
    flakehubPattern = /^\/f\/nixos\/nixpkgs\/(?:%3d|=)?0\.(\d\d)(\d\d)(?:\.|$)/;
  }
});

// src/rules/lock/nixpkgs-eol.ts
function ended({ direct, path: path2 }, original, today, soon) {
  const release = nixpkgsRelease(original);
  const end = release === void 0 ? void 0 : endOfLife(release);
  if (release === void 0 || end === void 0 || end > soon) return void 0;
  const attribute2 = stringAttr(original, "ref") === void 0 ? "url" : "ref";
  const found2 = { subject: path2, at: attrSpan(original, attribute2), evidence: release };
  if (end < today) {
    const message2 = `nixpkgs ${release} has had no security updates since ${end}`;
    return { ...found2, reason: "eol", ...!direct && { grade: "eol/transitive" }, message: message2 };
  }
  if (!direct) return void 0;
  const message = `nixpkgs ${release} gets no security updates after ${end}`;
  return { ...found2, reason: "soon", message };
}
var noticeDays2, nixpkgsEol;
var init_nixpkgs_eol = __esm({
  "src/rules/lock/nixpkgs-eol.ts"() {
    "use strict";
    init_flake_lock2();
    init_severity();
    init_locked_input();
    init_nixpkgs_channel();
    noticeDays2 = 30;
    nixpkgsEol = {
      id: "lock-nixpkgs-eol",
      summary: "a nixpkgs release gets no security updates any more",
      help: "Move the input to a supported release or to nixos-unstable.",
      references: ["CWE-1104"],
      kinds: ["flake-lock"],
      reasons: {
        eol: {
          summary: "a direct input follows a release past its end of support",
          levels: levels("warning", "error")
        },
        "eol/transitive": {
          summary: "an input of an input follows a release past its end of support",
          levels: levels("off", "notice"),
          help: "Let it follow a supported nixpkgs with `follows`."
        },
        soon: { summary: "support ends within 30 days", levels: levels("notice") }
      },
      *check({ model }, { now }) {
        const today = now.toISOString().slice(0, 10);
        const soon = new Date(now.getTime() + noticeDays2 * 864e5).toISOString().slice(0, 10);
        for (const input of lockedInputs(model)) {
          if (input.original === void 0) continue;
          const problem = ended(input, input.original, today, soon);
          if (problem !== void 0) yield problem;
        }
      }
    };
  }
});

// src/parse/json-canonical.ts
function canonicalJson(value, text) {
  const parts = [];
  write(value, text, "\n", parts);
  return `${parts.join("")}
`;
}
function write(value, text, newline, parts) {
  switch (value.type) {
    case "string":
      parts.push(quoted(value.value));
      return;
    case "object":
      return writeList("{", "}", sorted(value.members), newline, parts, (entry) => {
        parts.push(quoted(entry.name), ": ");
        write(entry.value, text, `${newline}  `, parts);
      });
    case "array":
      return writeList(
        "[",
        "]",
        value.items,
        newline,
        parts,
        (item) => write(item, text, `${newline}  `, parts)
      );
    case "number":
    case "boolean":
    case "null":
      parts.push(text.slice(value.span.start, value.span.end));
  }
}
function writeList(open2, close, items, newline, parts, writeItem) {
  parts.push(open2);
  for (const [at, item] of items.entries()) {
    parts.push(at === 0 ? "" : ",", newline, "  ");
    writeItem(item);
  }
  parts.push(items.length === 0 ? "" : newline, close);
}
function sorted(members2) {
  const last = [...new Map(members2.map((entry) => [entry.name, entry])).values()];
  return last.sort((a, b) => compareCodePoints(a.name, b.name));
}
function compareCodePoints(left, right) {
  let at = 0;
  while (at < left.length && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  return (left.codePointAt(at) ?? -1) - (right.codePointAt(at) ?? -1);
}
function quoted(text) {
  const escaped2 = text.replaceAll(/["\\\u0000-\u001f]/g, (character) => {
    const code2 = character.charCodeAt(0).toString(16).padStart(4, "0");
    return simpleEscapes.get(character) ?? `\\u${code2}`;
  });
  return `"${escaped2}"`;
}
var simpleEscapes;
var init_json_canonical = __esm({
  "src/parse/json-canonical.ts"() {
    "use strict";
    init_json();
    simpleEscapes = /* @__PURE__ */ new Map([
      ['"', '\\"'],
      ["\\", "\\\\"],
      ["\b", "\\b"],
      ["\f", "\\f"],
      ["\n", "\\n"],
      ["\r", "\\r"],
      ["	", "\\t"]
    ]);
  }
});

// src/rules/lock/noncanonical.ts
function* afterNul(model, text) {
  const at = text.indexOf("\0", model.json.span.end);
  if (at < 0) return;
  const message = `a NUL byte ends the lock for Nix, ${text.length - at} characters from there on are not read`;
  yield { reason: "after-nul", subject: "text", at: { start: at, end: at + 1 }, message };
}
function escapes(text) {
  const subject = "text";
  if (text.startsWith("\uFEFF")) {
    const message2 = 'file starts with a byte order mark, expected "{"';
    return { reason: "escaped", subject, at: { start: 0, end: 1 }, message: message2 };
  }
  let first;
  let count3 = 0;
  for (let at = text.indexOf("\\"); at >= 0; at = text.indexOf("\\", at + 2)) {
    const code2 = text[at + 1] === "u" ? Number.parseInt(text.slice(at + 2, at + 6), 16) : 0;
    const printable = code2 >= 32 && code2 < 127;
    if (!printable && text[at + 1] !== "/") continue;
    first ??= { start: at, end: at + (printable ? 6 : 2) };
    count3++;
  }
  if (first === void 0) return void 0;
  const spelled = text.slice(first.start, first.end);
  const message = `${spelled} hides a printable character from search and review (${count3} in the file)`;
  return { reason: "escaped", subject, at: first, message, evidence: spelled };
}
function layout({
  model,
  text
}) {
  const canonical = canonicalJson(model.json, text);
  if (canonical === text) return void 0;
  let at = 0;
  while (at < text.length && text.charCodeAt(at) === canonical.charCodeAt(at)) at++;
  const message = "lock is laid out differently from here on than Nix writes it";
  const span2 = { start: at, end: Math.min(at + 1, text.length) };
  return { canonical, problem: { reason: "layout", subject: "text", at: span2, message } };
}
function* unknownKeys({ inputs: inputs2, json, root }) {
  for (const { name, nameSpan } of json.members) {
    if (!topKeys.has(name)) yield unknownKey2("lock", name, nameSpan);
  }
  const nodes = inputs2.map(({ path: path2, node: node2 }) => [path2, node2]);
  if (root !== void 0) nodes.unshift(["root", root]);
  for (const [subject, node2] of nodes) {
    for (const { name, nameSpan } of node2.members) {
      if (!nodeKeys.has(name)) yield unknownKey2(subject, name, nameSpan);
    }
  }
}
function unknownKey2(subject, name, at) {
  const message = `key "${name}" is none that Nix writes here`;
  return { reason: "key", subject, at, message, evidence: name };
}
var nodeKeys, topKeys, noncanonical;
var init_noncanonical = __esm({
  "src/rules/lock/noncanonical.ts"() {
    "use strict";
    init_severity();
    init_json_canonical();
    nodeKeys = /* @__PURE__ */ new Set([
      "buildTime",
      "flake",
      "info",
      "inputs",
      "locked",
      "original",
      "parent"
    ]);
    topKeys = /* @__PURE__ */ new Set(["nodes", "root", "version"]);
    noncanonical = {
      id: "lock-noncanonical",
      summary: "the lock is not written as Nix writes it",
      help: "Run `nix flake lock` after a real change, or apply the fix; do not edit or format locks.",
      references: ["CWE-436", "T1027"],
      kinds: ["flake-lock"],
      reasons: {
        escaped: {
          summary: "a printable ASCII character is escaped, or the file starts with a byte order mark",
          levels: levels("warning")
        },
        "after-nul": {
          summary: "text follows a NUL byte: Nix ignores it, and Git calls the file binary and shows no diff",
          levels: levels("error")
        },
        layout: {
          summary: "indentation, key order or the end of the file differ",
          levels: levels("off", "off", "notice")
        },
        version: { summary: "the lock version is older than 7", levels: levels("off", "notice") },
        key: { summary: "the lock has a key Nix does not write", levels: levels("off", "notice") }
      },
      *check(document) {
        const { model, path: path2, text } = document;
        const hidden2 = escapes(text);
        const changed = layout(document);
        const fix = changed && {
          title: "write the lock as Nix does",
          safety: "safe",
          edits: [{ path: path2, span: { start: 0, end: text.length }, text: changed.canonical }]
        };
        if (hidden2 !== void 0) yield { ...hidden2, ...fix && { fix } };
        else if (changed !== void 0 && fix !== void 0) yield { ...changed.problem, fix };
        yield* afterNul(model, text);
        yield* unknownKeys(model);
        if (model.version < 7) {
          const message = `lock has version ${model.version}, expected 7`;
          yield { reason: "version", subject: "version", at: model.versionSpan, message };
        }
      }
    };
  }
});

// src/rules/lock/orphan-node.ts
function cutsOf(members2, orphans) {
  const starts = new Set([...orphans].map((orphan) => orphan.keySpan.start));
  const cuts = /* @__PURE__ */ new Map();
  let kept = false;
  for (const [at, { nameSpan, value }] of members2.entries()) {
    const previous = members2[at - 1];
    const next = members2[at + 1];
    if (!starts.has(nameSpan.start)) kept = true;
    else if (kept && previous !== void 0) {
      cuts.set(nameSpan.start, { start: previous.value.span.end, end: value.span.end });
    } else if (next !== void 0) {
      cuts.set(nameSpan.start, { start: nameSpan.start, end: next.nameSpan.start });
    }
  }
  return cuts;
}
var orphanNode;
var init_orphan_node = __esm({
  "src/rules/lock/orphan-node.ts"() {
    "use strict";
    init_json();
    init_severity();
    orphanNode = {
      id: "lock-orphan-node",
      summary: "a node of the lock is reached by no input",
      help: "Delete the node or re-lock: Nix ignores it and keeps it for ever.",
      references: ["CWE-561", "T1027"],
      kinds: ["flake-lock"],
      reasons: {
        orphan: {
          summary: "no path leads from the root to the node",
          levels: levels("warning", "error")
        }
      },
      *check({ model, path: path2 }) {
        const nodes = member(model.json, "nodes")?.value;
        const members2 = nodes?.type === "object" ? nodes.members : [];
        const cuts = cutsOf(members2, new Set(model.orphans));
        for (const orphan of model.orphans) {
          const span2 = cuts.get(orphan.keySpan.start);
          const fix = span2 && {
            title: `delete the node "${orphan.key}"`,
            safety: "safe",
            edits: [{ path: path2, span: span2, text: "" }]
          };
          yield {
            reason: "orphan",
            subject: orphan.key,
            at: orphan.keySpan,
            message: `no input leads to node "${orphan.key}"`,
            evidence: orphan.key,
            ...fix && { fix }
          };
        }
      }
    };
  }
});

// src/parse/tarball-redirect.ts
function isHonestRedirect(from, to) {
  const sameHost = from.host === to.host && from.port === to.port;
  const known2 = redirects.has(`${from.host} ${to.host}`) && to.port === "" && from.port === "";
  if (!sameHost && !known2) return false;
  const owner2 = tenantOf(from);
  return owner2 === void 0 || owner2 === tenantOf(to);
}
function tenantOf({ host, path: path2 }) {
  const segments = path2.toLowerCase().split("/").slice(1);
  const rest = withoutPrefix(host, segments);
  const [owner2, repo, word] = rest;
  if (owner2 === void 0 || repo === void 0) return void 0;
  if (rest === segments && !archiveWords.has(word ?? "")) return void 0;
  return `${owner2}/${repo}`;
}
function withoutPrefix(host, segments) {
  if (host === "flakehub.com" || host === "api.flakehub.com") {
    if (segments[0] !== "f") return segments;
    return segments.slice(segments[1] === "pinned" ? 2 : 1);
  }
  const isApi = segments[0] === "api" && segments[1] === "v1" && segments[2] === "repos";
  return isApi ? segments.slice(3) : segments;
}
var redirects, archiveWords;
var init_tarball_redirect = __esm({
  "src/parse/tarball-redirect.ts"() {
    "use strict";
    redirects = /* @__PURE__ */ new Set([
      "flakehub.com api.flakehub.com",
      "channels.nixos.org releases.nixos.org",
      "nixos.org releases.nixos.org",
      "github.com codeload.github.com"
    ]);
    archiveWords = /* @__PURE__ */ new Set([
      "archive",
      "-",
      "tarball",
      "zipball",
      "releases",
      "tar.gz",
      "zip",
      "legacy.tar.gz",
      "snapshot"
    ]);
  }
});

// src/rules/lock/retargeted-input.ts
function isRegistryName(set) {
  return stringAttr(set, "type") === "indirect";
}
function sourceProblem2(input, original) {
  const declared = sourceIdentity(original);
  const { identity, locked, path: path2 } = input;
  if (identityKey(declared) === identityKey(identity)) return void 0;
  if (mayDiffer(declared, identity, original, locked)) return void 0;
  const attribute2 = firstDifference(declared, identity);
  return {
    reason: attribute2 === "owner" ? "sticky-override" : "source",
    subject: path2,
    at: input.at(attribute2),
    message: `locked to ${identityText(identity)}, expected ${identityText(declared)}${whose(input)}`,
    evidence: `${identityText(declared)} ${identityText(identity)}`
  };
}
function whose({ direct, input }) {
  return direct ? "" : ` (an input of "${input.names.slice(0, -1).join("/")}")`;
}
function mayDiffer(declared, identity, original, locked) {
  if (declared.kind === "path" && identity.kind === "path") {
    return placeOf2(original) === "relative" && placeOf2(locked) === "store";
  }
  if (declared.kind !== "url" || identity.kind !== "url") return false;
  const downloads = [declared, identity].every(({ type }) => type === "tarball" || type === "file");
  if (!downloads || declared.parts === void 0 || identity.parts === void 0) return false;
  return isHonestRedirect(declared.parts, identity.parts);
}
function firstDifference(declared, identity) {
  if (declared.type !== identity.type) return "type";
  if (declared.kind === "forge" && identity.kind === "forge") {
    if (declared.host !== identity.host) return "host";
    return foldAscii(declared.repo) === foldAscii(identity.repo) ? "owner" : "repo";
  }
  return identity.kind === "path" ? "path" : "url";
}
function refProblem({ at, locked, path: path2 }, original) {
  const declared = stringAttr(original, "ref");
  const found2 = stringAttr(locked, "ref");
  if (declared === void 0 || found2 === void 0 || declared === "HEAD") return void 0;
  if (shortRef(declared) === shortRef(found2)) return void 0;
  return {
    reason: "ref",
    subject: path2,
    at: at("ref"),
    message: `locked to ref ${found2}, expected ${declared}`,
    evidence: `${declared} ${found2}`
  };
}
function shortRef(ref) {
  return ref.replace(/^refs\/(?:heads|tags)\//, "");
}
function revProblem({ at, locked, path: path2 }, original) {
  const declared = stringAttr(original, "rev");
  const found2 = stringAttr(locked, "rev");
  if (declared === void 0 || found2 === void 0) return void 0;
  if (declared.toLowerCase() === found2.toLowerCase()) return void 0;
  return {
    reason: "rev",
    subject: path2,
    at: at("rev"),
    message: `locked to revision ${found2}, expected ${declared}`,
    evidence: `${declared} ${found2}`
  };
}
function urlRevProblem({ at, locked, path: path2 }, original) {
  const found2 = revisionsIn(stringAttr(locked, "url") ?? "");
  if (found2.length === 0) return void 0;
  const rev = stringAttr(locked, "rev")?.toLowerCase();
  const expected = rev === void 0 ? revisionsIn(stringAttr(original, "url") ?? "") : [rev];
  if (expected.length === 0 || expected.some((one) => found2.includes(one))) return void 0;
  return {
    reason: "url-rev",
    subject: path2,
    at: at("url"),
    message: `locked URL fetches revision ${found2[0]}, expected ${expected[0]}`,
    evidence: `${expected[0]} ${found2[0]}`
  };
}
function revisionsIn(url2) {
  const runs = url2.match(/[0-9A-Za-z]+/g) ?? [];
  return runs.filter((run2) => /^[0-9a-fA-F]{40}$/.test(run2)).map((run2) => run2.toLowerCase());
}
var relock, bump, retargetedInput;
var init_retargeted_input = __esm({
  "src/rules/lock/retargeted-input.ts"() {
    "use strict";
    init_flake_lock2();
    init_severity();
    init_locked_input();
    init_source_identity();
    init_source_place();
    init_tarball_redirect();
    init_url_parts();
    relock = "Run `nix flake update <input>`; if an override was meant, write it into flake.nix.";
    bump = "Run `nix flake update <input>`: a tool that rewrites one of the two revisions leaves the other behind.";
    retargetedInput = {
      id: "lock-retargeted-input",
      summary: "an input is locked to another source than the one it declares",
      help: relock,
      references: ["CWE-494", "T1195.001"],
      kinds: ["flake-lock"],
      reasons: {
        source: {
          summary: "`locked` names another source than `original`",
          levels: levels("error"),
          help: `${relock} Common cause: a committed \`--override-input\` or local override; in an input of an input, upstream's own lock carries it.`
        },
        "sticky-override": {
          summary: "only the owner differs: a committed `--override-input`, a rename, or a look-alike",
          levels: levels("error"),
          help: `${relock} In an input of an input, upstream's own lock carries it: fix it there or use \`follows\`.`
        },
        ref: { summary: "`locked.ref` is not `original.ref`", levels: levels("error") },
        rev: {
          summary: "`original.rev` is not `locked.rev`",
          levels: levels("warning", "error"),
          help: bump
        },
        "url-rev": {
          summary: "the revision inside the locked URL is not the locked or declared one",
          levels: levels("warning", "error"),
          help: bump
        }
      },
      *check({ model }) {
        for (const input of lockedInputs(model)) {
          if (input.original === void 0 || isRegistryName(input.original)) continue;
          if (isRegistryName(input.locked)) continue;
          const problem = sourceProblem2(input, input.original) ?? refProblem(input, input.original) ?? revProblem(input, input.original) ?? urlRevProblem(input, input.original);
          if (problem !== void 0) yield problem;
        }
      }
    };
  }
});

// src/rules/lock/stale-input.ts
function isNixpkgs(identity) {
  if (identity.kind === "url" && /^(?:releases|channels)\.nixos\.org$/.test(identity.parts?.host ?? "")) {
    return true;
  }
  return repositoryOf(identity)?.repo === "nixpkgs";
}
var maxAge, maxNixpkgsAge, staleInput;
var init_stale_input = __esm({
  "src/rules/lock/stale-input.ts"() {
    "use strict";
    init_severity();
    init_locked_input();
    init_source_identity();
    maxAge = 180;
    maxNixpkgsAge = 45;
    staleInput = {
      id: "lock-stale-input",
      summary: "a direct input has not been updated for long",
      help: "Run `nix flake update <input>`, or record why it stays.",
      references: ["CWE-1104"],
      kinds: ["flake-lock"],
      reasons: {
        stale: {
          summary: "in an audit, a direct input is older than 180 days, nixpkgs older than 45",
          levels: levels("notice")
        }
      },
      only: "audit",
      *check({ model }, { mode, now }) {
        if (mode !== "audit") return;
        for (const { at, direct, identity, locked, path: path2 } of lockedInputs(model)) {
          const time3 = locked.attrs.get("lastModified")?.value;
          if (!direct || typeof time3 !== "number" || time3 <= 1) continue;
          const age = Math.floor((now.getTime() / 1e3 - time3) / 86400);
          const limit = isNixpkgs(identity) ? maxNixpkgsAge : maxAge;
          if (age <= limit) continue;
          yield {
            reason: "stale",
            subject: path2,
            at: at("lastModified"),
            message: `locked content is ${age} days old, expected at most ${limit}`,
            evidence: `${time3}`
          };
        }
      }
    };
  }
});

// src/rules/lock/timestamp-anomaly.ts
function impossible({ at, locked, path: path2 }, value, now) {
  const found2 = { subject: path2, at: at("lastModified"), evidence: String(value) };
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    const message2 = `lastModified is ${JSON.stringify(value)}, expected seconds since 1970`;
    return { ...found2, reason: "invalid", message: message2 };
  }
  if (value > now.getTime() / 1e3 + tolerance) {
    return { ...found2, reason: "future", message: `lastModified ${value} lies in the future` };
  }
  const byCommit = revisionTypes.has(stringAttr(locked, "type") ?? "");
  if (!byCommit || value <= 1 || value >= gitIsBorn) return void 0;
  const message = `lastModified ${value} lies before the first commit of git`;
  return { ...found2, reason: "ancient", message };
}
var tolerance, gitIsBorn, timestampAnomaly;
var init_timestamp_anomaly = __esm({
  "src/rules/lock/timestamp-anomaly.ts"() {
    "use strict";
    init_flake_lock2();
    init_severity();
    init_locked_input();
    init_source_identity();
    init_source_place();
    tolerance = 48 * 3600;
    gitIsBorn = Date.UTC(2005, 3, 7) / 1e3;
    timestampAnomaly = {
      id: "lock-timestamp-anomaly",
      summary: "the `lastModified` of a locked input cannot be true",
      help: "Run `nix flake update <input>`, and suspect an edit by hand.",
      references: ["CWE-345"],
      kinds: ["flake-lock"],
      reasons: {
        future: { summary: "`lastModified` is more than 48 hours ahead", levels: levels("warning") },
        invalid: {
          summary: "`lastModified` is no whole number of seconds since 1970",
          levels: levels("warning")
        },
        inconsistent: {
          summary: "one revision of one source has two values of `lastModified`",
          levels: levels("warning")
        },
        ancient: {
          summary: "a commit is dated before git existed",
          levels: levels("notice")
        }
      },
      *check({ model, path: path2 }, { now }) {
        const firsts = /* @__PURE__ */ new Map();
        for (const input of lockedInputs(model)) {
          const found2 = input.locked.attrs.get("lastModified");
          if (found2 === void 0) continue;
          const problem = impossible(input, found2.value, now);
          if (problem !== void 0) {
            yield problem;
            continue;
          }
          const rev = stringAttr(input.locked, "rev");
          if (typeof found2.value !== "number" || found2.value <= 1 || rev === void 0) continue;
          const key = JSON.stringify([identityKey(input.identity), rev]);
          const first = firsts.get(key);
          if (first === void 0) firsts.set(key, { input, time: found2.value });
          else if (first.time !== found2.value) {
            yield {
              reason: "inconsistent",
              subject: input.path,
              at: found2.span,
              message: `${identityText(input.identity)} at ${rev} is from ${found2.value} here, from ${first.time} in "${first.input.path}"`,
              evidence: `${rev} ${found2.value} ${first.time}`,
              related: [
                {
                  path: path2,
                  span: first.input.at("lastModified"),
                  message: "the other time of this revision"
                }
              ]
            };
          }
        }
      }
    };
  }
});

// src/rules/lock/unexpected-input.ts
var unexpectedInput;
var init_unexpected_input = __esm({
  "src/rules/lock/unexpected-input.ts"() {
    "use strict";
    init_severity();
    init_locked_input();
    init_source_identity();
    init_source_place();
    init_inventory();
    unexpectedInput = {
      id: "lock-unexpected-input",
      summary: "an input is not in the inventory, or the graph is larger than policy allows",
      help: "Review the new input, then add it to the inventory; or drop it with `follows`.",
      references: ["CWE-1357", "T1195.001"],
      kinds: ["flake-lock"],
      reasons: {
        unlisted: {
          summary: "an inventory exists and lists neither this input nor its source here",
          levels: levels("error")
        },
        nodes: {
          summary: "the lock has more inputs than `max-nodes`",
          levels: levels("error"),
          help: "Let inputs share sources with `follows`, or raise `max-nodes` after review."
        },
        depth: {
          summary: "an input is nested deeper than `max-depth`",
          levels: levels("error"),
          help: "Cut the chain with `follows`, or raise `max-depth` after review."
        }
      },
      *check({ model, path: lockPath }, { now, policy }) {
        const { inventory, maxDepth: maxDepth2, maxNodes: maxNodes2 } = policy;
        const { inputs: inputs2 } = model;
        if (maxNodes2 !== void 0 && inputs2.length > maxNodes2) {
          const message = `lock has ${inputs2.length} inputs, expected at most ${maxNodes2}`;
          const at = model.rootSpan;
          yield { reason: "nodes", subject: "root", at, message, evidence: `${maxNodes2}` };
        }
        const deep = inputs2.find(({ names }) => maxDepth2 !== void 0 && names.length > maxDepth2);
        if (deep !== void 0) {
          const message = `input is ${deep.names.length} levels deep, expected at most ${maxDepth2}`;
          yield {
            reason: "depth",
            subject: deep.path,
            at: deep.edge.span,
            message,
            evidence: `${maxDepth2}`
          };
        }
        if (inventory === void 0) return;
        const cover = coverOf(inventory, now);
        for (const input of lockedInputs(model)) {
          const source = identityText(input.identity);
          const isOwn = placeOf2(input.locked) === "relative";
          if (isOwn || cover({ lock: lockPath, input: input.path, source }) !== void 0) continue;
          yield {
            reason: "unlisted",
            subject: input.path,
            at: input.input.node.keySpan,
            message: `${source} is not in the inventory ${inventory.path}`,
            evidence: source
          };
        }
      }
    };
  }
});

// src/rules/lock/unpinned-input.ts
function pinFault(locked) {
  const type = stringAttr(locked, "type") ?? "";
  if (type === "indirect") {
    const id = stringAttr(locked, "id") ?? "";
    const message = `locked to the registry name "${id}", expected the source it stands for`;
    return { reason: "indirect", attribute: "type", message };
  }
  if (!revisionTypes.has(type) || placeOf2(locked) === "relative") return void 0;
  for (const attribute2 of ["dirtyRev", "dirtyShortRev", "rev"]) {
    const value = stringAttr(locked, attribute2);
    if (value === void 0 || attribute2 === "rev" && !value.endsWith("-dirty")) continue;
    const message = `locked to uncommitted changes (${attribute2} ${value}), expected a commit`;
    return { reason: "dirty", attribute: attribute2, message };
  }
  return revFault(locked, type);
}
function revFault(locked, type) {
  const found2 = locked.attrs.get("rev");
  if (found2 === void 0) {
    return {
      reason: "no-rev",
      attribute: "rev",
      message: `${type} input is locked without a rev`
    };
  }
  const rev = String(found2.value);
  const wellFormed2 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(rev) && typeof found2.value === "string";
  if (wellFormed2 && !/^0+$/.test(rev)) return void 0;
  const message = wellFormed2 ? "rev is all zeros, expected a commit" : `rev is "${rev}", expected 40 or 64 lower-case hex digits`;
  return { reason: "bad-rev", attribute: "rev", message };
}
var unpinnedInput;
var init_unpinned_input = __esm({
  "src/rules/lock/unpinned-input.ts"() {
    "use strict";
    init_flake_lock2();
    init_severity();
    init_locked_input();
    init_source_place();
    unpinnedInput = {
      id: "lock-unpinned-input",
      summary: "a locked input names no immutable revision",
      help: "Commit or publish the change, then run `nix flake update <input>`.",
      references: ["CWE-1357", "T1195.001"],
      kinds: ["flake-lock"],
      reasons: {
        "no-rev": { summary: "an input under version control has no `rev`", levels: levels("error") },
        "bad-rev": {
          summary: "`rev` is not 40 or 64 lower-case hex digits, or is all zeros",
          levels: levels("error")
        },
        dirty: {
          summary: "the input was locked from a work tree with uncommitted changes",
          levels: levels("error")
        },
        indirect: {
          summary: "`locked` is a registry name",
          levels: levels("error"),
          help: "Run `nix flake update <input>`: a registry name is resolved before it is locked."
        }
      },
      *check({ model }) {
        for (const { at, locked, path: path2 } of lockedInputs(model)) {
          const fault2 = pinFault(locked);
          if (fault2 === void 0) continue;
          const { reason: reason2, attribute: attribute2, message } = fault2;
          yield { reason: reason2, subject: path2, at: at(attribute2), message, evidence: message };
        }
      }
    };
  }
});

// src/rules/lock/untrusted-source.ts
function allowedBy(policy, now) {
  const { allowedHosts, allowedOwners, allowedSources } = policy;
  if (allowedHosts.length + allowedOwners.length + allowedSources.length === 0) return void 0;
  const hosts = matcher(allowedHosts, "path", now);
  const owners = matcher(allowedOwners, "source", now);
  const sources = matcher(allowedSources, "source", now);
  return (identity) => sources(identityText(identity)) || hosts(hostOf(identity)) || owners(ownerText(identity));
}
function matcher(patterns, over, now) {
  const live = patterns.filter((pattern2) => isLive(pattern2, now));
  const globs = live.map(({ match: match2 }) => glob(match2, over));
  return (text) => text !== void 0 && globs.some(({ matches: matches2 }) => matches2(text));
}
function refused({ at, identity, path: path2 }, allowed) {
  if (allowed(identity)) return void 0;
  const text = identityText(identity);
  return {
    reason: "not-allowed",
    subject: path2,
    at: at(namingAttribute[identity.kind]),
    message: `${text} is not among the sources that policy allows`,
    evidence: text
  };
}
function unlisted({ at, identity, path: path2 }) {
  const text = identityText(identity);
  const host = hostOf(identity);
  const found2 = { subject: path2, evidence: text };
  if (identity.kind === "forge" && host !== void 0 && !isKnownForge(identity.type, host)) {
    const message2 = `${text} is fetched from ${host}, expected ${defaultHost(identity.type)}`;
    return { ...found2, reason: "custom-host", at: at("host"), message: message2 };
  }
  if (isForkOfNixpkgs(identity)) {
    const message2 = `${text} is a nixpkgs that is not github:NixOS/nixpkgs`;
    const attribute2 = identity.kind === "forge" ? "owner" : "url";
    return { ...found2, reason: "nixpkgs-fork", at: at(attribute2), message: message2 };
  }
  if (identity.kind !== "url" || host === void 0) return void 0;
  if (knownHosts.has(host) || knownGitlabHosts.has(host)) return void 0;
  const message = `${text} is fetched from a host that is not well known`;
  return { ...found2, reason: "unknown-host", at: at("url"), message };
}
function isKnownForge(type, host) {
  return host === defaultHost(type) || type === "gitlab" && knownGitlabHosts.has(host);
}
function isForkOfNixpkgs(identity) {
  const found2 = repositoryOf(identity);
  if (found2 === void 0 || found2.repo !== "nixpkgs") return false;
  return found2.owner !== "nixos" || found2.host !== "github.com";
}
var knownHosts, knownGitlabHosts, namingAttribute, untrustedSource;
var init_untrusted_source = __esm({
  "src/rules/lock/untrusted-source.ts"() {
    "use strict";
    init_severity();
    init_locked_input();
    init_source_identity();
    init_source_place();
    init_expiry();
    init_glob();
    knownHosts = /* @__PURE__ */ new Set([
      "github.com",
      "codeload.github.com",
      "raw.githubusercontent.com",
      "gitlab.com",
      "git.sr.ht",
      "hg.sr.ht",
      "codeberg.org",
      "bitbucket.org",
      "flakehub.com",
      "api.flakehub.com",
      "nixos.org",
      "channels.nixos.org",
      "releases.nixos.org",
      "git.lix.systems",
      "tangled.org",
      "tangled.sh"
    ]);
    knownGitlabHosts = /* @__PURE__ */ new Set([
      "gitlab.gnome.org",
      "gitlab.freedesktop.org",
      "gitlab.postmarketos.org",
      "gitlab.inria.fr",
      "invent.kde.org",
      "salsa.debian.org",
      "framagit.org"
    ]);
    namingAttribute = {
      forge: "owner",
      url: "url",
      path: "path",
      indirect: "id",
      unknown: "type"
    };
    untrustedSource = {
      id: "lock-untrusted-source",
      summary: "an input comes from a source nobody vouched for",
      help: "Review the source, then list it under `inputs.allowed-sources` of the policy, or take the input from a listed one.",
      references: ["CWE-1357", "T1199"],
      kinds: ["flake-lock"],
      reasons: {
        "not-allowed": {
          summary: "policy lists allowed hosts, owners or sources and none matches",
          levels: levels("error")
        },
        "custom-host": {
          summary: "without such lists, `host` sends a forge type to a host that is not well known",
          levels: levels("warning")
        },
        "unknown-host": {
          summary: "without such lists, the URL names a host that is not well known",
          levels: levels("off", "warning")
        },
        "nixpkgs-fork": {
          summary: "without such lists, a repository called nixpkgs is not the one of NixOS",
          levels: levels("notice", "warning"),
          help: "Review who maintains the fork and how it follows upstream, or use `github:NixOS/nixpkgs`."
        }
      },
      *check({ model }, { now, policy }) {
        const allowed = allowedBy(policy, now);
        for (const input of lockedInputs(model)) {
          if (placeOf2(input.locked) === "relative") continue;
          const problem = allowed === void 0 ? unlisted(input) : refused(input, allowed);
          if (problem !== void 0) yield problem;
        }
      }
    };
  }
});

// src/rules/lock/index.ts
var lockRules;
var init_lock = __esm({
  "src/rules/lock/index.ts"() {
    "use strict";
    init_broken_graph();
    init_decoy_root();
    init_dir_mismatch();
    init_duplicate_json_key();
    init_duplicate_source();
    init_insecure_transport();
    init_known_bad_revision();
    init_legacy_info_override();
    init_local_path();
    init_lookalike_source();
    init_malformed_identity();
    init_narhash_conflict();
    init_narhash_invalid();
    init_nixpkgs_eol();
    init_noncanonical();
    init_orphan_node();
    init_retargeted_input();
    init_stale_input();
    init_timestamp_anomaly();
    init_unexpected_input();
    init_unpinned_input();
    init_untrusted_source();
    lockRules = [
      brokenGraph,
      decoyRoot,
      dirMismatch,
      duplicateJsonKey,
      duplicateSource,
      insecureTransportRule,
      knownBadRevision,
      legacyInfoOverride,
      localPath,
      lookalikeSource,
      malformedIdentity,
      narhashConflict,
      narhashInvalid,
      nixpkgsEol,
      noncanonical,
      orphanNode,
      retargetedInput,
      staleInput,
      timestampAnomaly,
      unexpectedInput,
      unpinnedInput,
      untrustedSource
    ];
  }
});

// src/rules/meta/limit-reached.ts
var limitReached;
var init_limit_reached = __esm({
  "src/rules/meta/limit-reached.ts"() {
    "use strict";
    init_severity();
    limitReached = {
      id: "meta-limit-reached",
      summary: "a limit of the linter was reached, so the result is incomplete",
      help: "Make the file smaller or flatter, or leave it out with files.exclude in the policy.",
      references: ["CWE-400", "CWE-636"],
      kinds: ["unreadable"],
      reasons: {
        limit: {
          summary: "a file is larger, or nested deeper, than the linter reads",
          levels: levels("error")
        }
      },
      *check({ path: path2, model }) {
        if (model.cause !== "limit") return;
        yield {
          reason: "limit",
          subject: path2,
          at: model.at,
          message: model.problem,
          help: model.help
        };
      }
    };
  }
});

// src/rules/meta/parse-error.ts
var parseError;
var init_parse_error = __esm({
  "src/rules/meta/parse-error.ts"() {
    "use strict";
    init_severity();
    parseError = {
      id: "meta-parse-error",
      summary: "a file that had to be judged could not be read or parsed",
      help: "Repair the file, or leave it out with files.exclude in the policy.",
      references: ["CWE-20", "CWE-636"],
      kinds: ["unreadable", "flake-lock"],
      reasons: {
        parse: {
          summary: "a file is no text, or does not follow the grammar of its format",
          levels: levels("error")
        },
        node: {
          summary: "an input of a lock lacks what Nix demands, or has it in another type",
          levels: levels("error"),
          help: "Regenerate the lock with `nix flake lock`; do not edit it by hand."
        }
      },
      *check(document) {
        if (document.kind === "flake-lock") {
          for (const { subject, at: at2, message } of document.model.faults) {
            yield { reason: "node", subject, at: at2, message };
          }
          return;
        }
        const { cause, at, problem, help } = document.model;
        if (cause !== "parse") return;
        yield { reason: "parse", subject: document.path, at, message: problem, help };
      }
    };
  }
});

// src/rules/meta/policy-weakened.ts
var error2, policyWeakened;
var init_policy_weakened = __esm({
  "src/rules/meta/policy-weakened.ts"() {
    "use strict";
    init_severity();
    error2 = levels("error");
    policyWeakened = {
      id: "meta-policy-weakened",
      summary: "a change loosens the policy, inventory, baseline or suppressions it is judged by",
      help: "Take the loosening out, or have it reviewed and merged on its own; it has no effect until then.",
      references: ["CWE-284", "T1562.001"],
      kinds: ["policy"],
      reasons: {
        accepted: { summary: "a source, cache, key, user or change is newly accepted", levels: error2 },
        baseline: { summary: "the baseline counts more findings", levels: error2 },
        comment: { summary: "a comment newly suppresses a rule", levels: error2 },
        exclude: { summary: "more files are left out", levels: error2 },
        "fail-on": { summary: "a milder finding no longer fails the run", levels: error2 },
        ignore: { summary: "more findings are ignored", levels: error2 },
        inventory: { summary: "the inventory lists more inputs, or is gone", levels: error2 },
        level: { summary: "the level of a rule is lowered", levels: error2 },
        limit: { summary: "a lock may grow larger or deeper", levels: error2 },
        profile: { summary: "a milder profile is chosen", levels: error2 },
        until: { summary: "an acceptance lasts longer", levels: error2 }
      },
      neverDemoted: true,
      *check({ model }) {
        for (const { reason: reason2, subject, path: path2, at, message } of model.weakenings) {
          yield { reason: reason2, subject, path: path2, at, message };
        }
      }
    };
  }
});

// src/rules/meta/suppression.ts
var suppression2;
var init_suppression = __esm({
  "src/rules/meta/suppression.ts"() {
    "use strict";
    init_severity();
    suppression2 = {
      id: "meta-suppression",
      summary: "an acceptance has ended, matches nothing or is not explained",
      help: "Remove the entry, or say why it is needed and until when.",
      references: ["CWE-1164"],
      kinds: ["policy"],
      reasons: {
        expired: {
          summary: "the last day of an entry is over",
          levels: levels("warning"),
          help: "Mend what it accepted and remove it, or review it and set a new `until`."
        },
        expiring: {
          summary: "the last day of an entry is at most 14 days away",
          levels: levels("notice"),
          help: "Mend what it accepts, or review it and set a new `until`."
        },
        malformed: {
          summary: "a comment names the linter but says nothing it understands",
          levels: levels("warning"),
          help: "Write `# nix-secure-lint: ignore <rule> -- <reason>`."
        },
        "no-reason": {
          summary: "a comment or entry does not say why",
          levels: levels("warning"),
          help: "Say why: `-- <reason>` in a comment, `reason:` in an entry."
        },
        "no-reason/listed": {
          summary: "an entry of a list of the policy or inventory does not say why",
          levels: levels("off", "warning")
        },
        "unknown-rule": {
          summary: "a comment names a rule that does not exist",
          levels: levels("warning"),
          help: "Name a rule of `nix-secure-lint rules`."
        },
        unused: {
          summary: "an entry or comment matches nothing any more",
          levels: levels("notice"),
          help: "Remove it: what it accepted is gone."
        }
      },
      neverDemoted: true,
      *check({ model }) {
        for (const { reason: reason2, grade, subject, path: path2, at, message } of model.faults) {
          yield { reason: reason2, subject, path: path2, at, message, ...grade !== void 0 && { grade } };
        }
      }
    };
  }
});

// src/rules/meta/index.ts
var metaRules;
var init_meta = __esm({
  "src/rules/meta/index.ts"() {
    "use strict";
    init_limit_reached();
    init_parse_error();
    init_policy_weakened();
    init_suppression();
    metaRules = [limitReached, parseError, policyWeakened, suppression2];
  }
});

// src/rules/index.ts
var allRules;
var init_rules = __esm({
  "src/rules/index.ts"() {
    "use strict";
    init_flake();
    init_lock();
    init_meta();
    allRules = [...flakeRules, ...lockRules, ...metaRules];
  }
});

// src/version.ts
var version2;
var init_version = __esm({
  "src/version.ts"() {
    "use strict";
    version2 = "0.1.0";
  }
});

// src/run.ts
async function run(options, host) {
  const unknown2 = unknownRule(options);
  if (unknown2 !== void 0) return refusal(unknown2);
  const decided = await decidePolicy(options, host, allRules);
  if (!decided.ok) return decided;
  const { state, weakenings, place: place4, notChecked: notChecked3, unreadable: unreadable3, texts } = decided.value;
  const policy = effectivePolicy(state.policy, options);
  const listing = host.list();
  if (!listing.ok) return refusal(listing.problem);
  const isExcluded = exclusion(policy);
  const candidates = discover(listing.entries).filter(({ path: path2 }) => !isExcluded(path2));
  const documents = [...await gather(candidates, host), ...unreadable3];
  const context = { now: host.now, policy, mode: options.mode ?? "check" };
  const judged = judge(documents, allRules, context);
  const applied = applyPolicy(judged, {
    policy,
    overrides: options.rules,
    comments: state.comments,
    ...state.baseline && { baseline: state.baseline },
    seen: inputsOf(documents),
    texts: textsOf(documents),
    rules: allRules,
    ran: (id) => hasRun(id, context.mode),
    now: host.now
  });
  const review = {
    kind: "policy",
    path: policy.path ?? "",
    text: "",
    model: { faults: place4(applied.faults), weakenings }
  };
  const aboutPolicy = judge([review], metaRules, context);
  const findings = [...applied.findings, ...gradeAll(aboutPolicy, policy, options.rules)].sort(
    compareFindings
  );
  return {
    ok: true,
    report: {
      version: version2,
      profile: policy.profile,
      failOn: policy.failOn,
      root: host.prefix().replace(/\/$/, ""),
      findings,
      suppressed: applied.suppressed,
      notChecked: notChecked3,
      changes: [],
      changeRequests: 0,
      counts: { files: documents.length, derivations: 0 },
      texts: new Map([...textsOf(documents), ...texts]),
      rules: allRules,
      graphs: graphsOf(documents, findings),
      conclusion: conclude(findings, notChecked3, policy.failOn),
      notes: documents.length === 0 ? ["Nothing to lint: no flake.lock or devenv.lock found."] : []
    }
  };
}
function hasRun(id, mode) {
  const only2 = allRules.find((rule) => rule.id === id)?.only;
  return only2 === void 0 || only2 === mode;
}
function unknownRule(options) {
  const ids = allRules.map((rule) => rule.id);
  const unknown2 = [...options.rules.keys()].find((id) => !ids.includes(id));
  return unknown2 === void 0 ? void 0 : `no rule '${unknown2}'${didYouMean(unknown2, ids)}`;
}
function refusal(message) {
  return { ok: false, faults: [{ path: "", line: 0, column: 0, message }] };
}
function effectivePolicy(policy, { profile, failOn }) {
  return { ...policy, ...profile && { profile }, ...failOn && { failOn } };
}
function textsOf(documents) {
  return new Map(documents.map(({ path: path2, text }) => [path2, text]));
}
function inputsOf(documents) {
  const seen = [];
  for (const document of documents) {
    if (document.kind !== "flake-lock") continue;
    for (const { path: path2, identity } of lockedInputs(document.model)) {
      seen.push({ lock: document.path, input: path2, source: identityText(identity) });
    }
  }
  return seen;
}
var init_run = __esm({
  "src/run.ts"() {
    "use strict";
    init_conclude();
    init_discover();
    init_gather();
    init_graphs();
    init_judge();
    init_locked_input();
    init_source_identity();
    init_apply();
    init_closest();
    init_exclude();
    init_decide();
    init_rules();
    init_meta();
    init_version();
  }
});

// src/commands/rules.ts
var rules_exports = {};
__export(rules_exports, {
  rulesText: () => rulesText
});
function rulesText() {
  const rows = allRules.map((rule) => {
    const reasons = Object.values(rule.reasons);
    return [rule.id, ...profiles.map((profile) => worstLevel2(reasons, profile)), rule.summary];
  });
  const header2 = ["rule", ...profiles, "fires when"];
  const table = [header2, ...rows.sort(([a = ""], [b = ""]) => a < b ? -1 : 1)];
  const widths = header2.map(
    (_, column) => Math.max(...table.map((row) => (row[column] ?? "").length))
  );
  const lines2 = table.map(
    (row) => row.map((cell, column) => column < 4 ? cell.padEnd(widths[column] ?? 0) : cell).join("  ").trimEnd()
  );
  return `${lines2.join("\n")}
`;
}
function worstLevel2(reasons, profile) {
  const levels2 = new Set(reasons.map((reason2) => reason2.levels[profile]));
  return ["error", "warning", "notice"].find((level2) => levels2.has(level2)) ?? "off";
}
var init_rules2 = __esm({
  "src/commands/rules.ts"() {
    "use strict";
    init_severity();
    init_rules();
  }
});

// src/report/json-schema.ts
function reportJsonSchema() {
  const schema = toJSONSchema(reportSchema);
  return `${JSON.stringify({ title: "nix-secure-lint report", ...schema }, void 0, 2)}
`;
}
var count2, position, related, finding, suppressed, notChecked2, lockedSource2, change, reportSchema;
var init_json_schema2 = __esm({
  "src/report/json-schema.ts"() {
    "use strict";
    init_zod();
    init_severity();
    count2 = int().min(0);
    position = int().min(1);
    related = strictObject({
      path: string2(),
      line: position,
      column: position,
      message: string2()
    });
    finding = strictObject({
      rule: string2().describe("Id of the rule, e.g. lock-unpinned-input"),
      reason: string2().describe("Stable sub-code of the rule"),
      severity: _enum(severities),
      path: string2().describe(
        "Relative to the linted directory, with /; the store path of a derivation without source"
      ),
      line: position.describe("1-based"),
      column: position.describe("1-based, in UTF-16 code units"),
      endLine: position,
      endColumn: position.describe("Exclusive"),
      subject: string2().describe("Stable handle: input path, setting, option path or <derivation>#env.NAME"),
      message: string2().describe("What is wrong; may embed foreign text"),
      help: string2().describe("The fix"),
      url: string2().describe("Page of the rule, relative to the project"),
      fingerprint: string2().describe("Independent of line numbers and of the wording of the message"),
      related: array(related),
      derivation: string2().optional().describe("<store name>.drv"),
      provenance: array(string2()).optional().describe("From the installable down to the leaking part"),
      outputs: count2.optional()
    });
    suppressed = strictObject({
      rule: string2(),
      path: string2(),
      subject: string2(),
      reason: string2().optional().describe("Why it is accepted"),
      until: iso_exports.date().optional().describe("Last day on which it is accepted"),
      by: _enum(["policy", "baseline", "comment"])
    });
    notChecked2 = strictObject({
      rule: string2(),
      subject: string2(),
      path: string2(),
      why: string2()
    });
    lockedSource2 = strictObject({
      source: string2().describe("Source identity, e.g. github:NixOS/nixpkgs"),
      ref: string2().optional(),
      rev: string2().optional(),
      narHash: string2().optional(),
      lastModified: number2().optional().describe("Seconds since 1970")
    });
    change = strictObject({
      class: string2().describe("Id of the diff rule"),
      path: string2().describe("The lock"),
      subject: string2().describe("Input path"),
      from: lockedSource2.optional().describe("Absent when the input is new"),
      to: lockedSource2.optional().describe("Absent when the input is gone"),
      verdict: _enum(["fail", "review", "note"]),
      message: string2().optional(),
      compareUrl: string2().optional()
    });
    reportSchema = strictObject({
      schemaVersion: literal2(1),
      tool: strictObject({ name: literal2("nix-secure-lint"), version: string2() }),
      summary: strictObject({
        errors: count2,
        warnings: count2,
        notices: count2,
        suppressed: count2,
        notChecked: count2,
        changeRequests: count2,
        files: count2,
        derivations: count2
      }),
      findings: array(finding),
      suppressed: array(suppressed),
      notChecked: array(notChecked2),
      changes: array(change)
    });
  }
});

// src/commands/schema.ts
var schema_exports = {};
__export(schema_exports, {
  schemaText: () => schemaText
});
function schemaText(of) {
  if (of === "report") return reportJsonSchema();
  return `${JSON.stringify(policyJsonSchema(allRules), void 0, 2)}
`;
}
var init_schema2 = __esm({
  "src/commands/schema.ts"() {
    "use strict";
    init_schema();
    init_json_schema2();
    init_rules();
  }
});

// src/options.ts
var defaultOptions;
var init_options = __esm({
  "src/options.ts"() {
    "use strict";
    defaultOptions = { rules: /* @__PURE__ */ new Map() };
  }
});

// src/policy/explain.ts
function explainRule(rule, setting) {
  const { policy, overrides } = setting;
  const names = Object.keys(rule.reasons);
  const width = Math.max(...names.map((name) => name.length), "reason".length);
  const rows = Object.entries(rule.reasons).map(([name, { levels: levels2, summary: summary2 }]) => {
    const cells2 = profiles.map((profile) => levels2[profile].padEnd(9)).join("");
    return `  ${name.padEnd(width)}  ${cells2}${summary2}`;
  });
  return lines([
    `${rule.id}: ${rule.summary}`,
    `fix: ${rule.help}`,
    `more: ${[`docs/rules/${rule.id}.md`, ...rule.references].join(", ")}`,
    "",
    `  ${"reason".padEnd(width)}  ${profiles.map((profile) => profile.padEnd(9)).join("")}fires when`,
    ...rows,
    "",
    `level: ${levelLine(rule, setting, policy, overrides)}`,
    rule.neverDemoted ? "directories: none lowers it, and no comment suppresses it" : "directories: an error below test, tests, checks, fixtures, examples, templates or docs becomes a notice",
    ...policy.ignore.filter((ignore2) => ignore2.rule === rule.id).map((ignore2) => `ignore: ${accepted(describeIgnore(ignore2), ignore2, setting)}`)
  ]);
}
function levelLine(rule, setting, policy, overrides) {
  const override = overrides.get(rule.id);
  if (override !== void 0) return `${override}, from the command line`;
  const own2 = policy.levels.get(rule.id);
  if (own2 !== void 0) return `${own2.level}, from ${place3(policy.path, own2.span, setting)}`;
  const chosen = policy.places.get("profile");
  const from = chosen === void 0 ? "" : ` (${place3(policy.path, chosen, setting)})`;
  return `by reason, from profile ${policy.profile}${from}`;
}
function explainInput(path2, inputs2, setting) {
  const found2 = inputs2.filter(({ input }) => input === path2);
  if (found2.length === 0) return void 0;
  return found2.map((input) => explainOne(input, inputs2, setting)).join("\n");
}
function explainOne(input, inputs2, setting) {
  const { policy } = setting;
  const ignores = policy.ignore.filter(
    ({ subject, file: file2 }) => glob(subject ?? "**", "path").matches(input.input) && glob(file2 ?? "**", "path").matches(input.lock)
  );
  return lines([
    `${shown2(input.input)} in ${shown2(input.lock)}`,
    `source: ${shown2(input.source)}`,
    "chain:",
    "  (root)",
    ...chain(input, inputs2),
    `inventory: ${inventoryLine(input, setting)}`,
    `allowed: ${allowedLine(input, setting)}`,
    ...ignores.map((ignore2) => `ignore: ${accepted(describeIgnore(ignore2), ignore2, setting)}`)
  ]);
}
function chain(input, inputs2) {
  const sources = new Map(
    inputs2.filter(({ lock }) => lock === input.lock).map(({ input: input2, source }) => [input2, source])
  );
  const names = input.input.split("/");
  return names.map((name, depth) => {
    const source = sources.get(names.slice(0, depth + 1).join("/")) ?? "unknown";
    return `${"  ".repeat(depth + 2)}${shown2(name)} = ${shown2(source)}`;
  });
}
function inventoryLine(input, setting) {
  const { inventory } = setting.policy;
  if (inventory === void 0) return "none, so any input may occur";
  const entry = coverOf(inventory, setting.now)(input);
  if (entry === void 0) return `not listed in ${shown2(inventory.path)}`;
  return accepted(describeExpected(entry), entry, setting);
}
function allowedLine(input, setting) {
  const { allowedSources, allowedOwners, allowedHosts } = setting.policy;
  if (allowedSources.length + allowedOwners.length + allowedHosts.length === 0) {
    return "no list, so the built-in forges count";
  }
  const decided = decidingPattern(allowedSources, input.source, "source", setting.now) ?? decidingPattern(allowedOwners, input.owner ?? "", "source", setting.now) ?? decidingPattern(allowedHosts, input.host ?? "", "path", setting.now);
  return decided === void 0 ? "by no entry of allowed-sources, allowed-owners or allowed-hosts" : accepted(decided.match, decided, setting);
}
function accepted(what, acceptance3, setting) {
  const { path: path2, span: span2, reason: reason2, owner: owner2, until: until3 } = acceptance3;
  const terms = [owner2, until3 && `until ${until3}`].filter((term) => term !== void 0);
  const expired = termOf(acceptance3, setting.now) === "expired" ? " expired, without effect" : "";
  const why = reason2 === void 0 ? "" : `: ${shown2(reason2)}`;
  const by = terms.length === 0 ? "" : ` (${shown2(terms.join(", "))})`;
  return `${shown2(what)} at ${place3(path2, span2, setting)}${why}${by}${expired}`;
}
function place3(path2, span2, { texts }) {
  const file2 = path2 ?? "the policy";
  const text = texts.get(file2);
  if (text === void 0) return shown2(file2);
  const { line, column } = lineIndex(text).position(span2.start);
  return `${shown2(file2)}:${line}:${column}`;
}
function lines(list2) {
  return `${list2.map((line) => line.trimEnd()).join("\n")}
`;
}
function shown2(text) {
  return text.replaceAll(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`
  );
}
var init_explain = __esm({
  "src/policy/explain.ts"() {
    "use strict";
    init_severity();
    init_span();
    init_acceptance_faults();
    init_expiry();
    init_glob();
    init_inventory();
  }
});

// src/policy/versioned.ts
function withoutRevision(source) {
  if (!source.startsWith("tarball:https://") && !source.startsWith("file:https://")) return source;
  const segments = source.split("/");
  const cut2 = segments.findIndex((segment, index2) => index2 >= firstPath && namesRevision(segment));
  return cut2 <= firstPath ? source : `${segments.slice(0, cut2).join("/")}/**`;
}
function namesRevision(segment) {
  return (segment.match(/[0-9a-f]{7,}/g) ?? []).some((run2) => /\d/.test(run2));
}
var firstPath;
var init_versioned = __esm({
  "src/policy/versioned.ts"() {
    "use strict";
    firstPath = 3;
  }
});

// src/policy/init.ts
function initFiles(today) {
  const inventory = today.inputs.length > 0;
  const failing = today.findings.filter(({ severity }) => fails(severity, today.failOn));
  const accepted2 = baselineOf(failing);
  const files = [{ path: policyPath, text: policyText(today, inventory, accepted2.length > 0) }];
  if (inventory) files.push({ path: inventoryPath, text: inventoryText(today.inputs) });
  if (accepted2.length > 0) {
    files.push({ path: defaultBaselinePath, text: writeBaseline(accepted2) });
  }
  return files;
}
function fails(severity, failOn) {
  return failOn !== "never" && atLeast(severity, failOn);
}
function policyText(today, inventory, baseline) {
  const inputs2 = inventory ? `
# The inputs that may stand in a lock. Anything else is an error until it is listed here.
inputs:
  inventory: ${inventoryPath}
` : "";
  const counted2 = baseline ? `
# The findings that failed the run when this file was written: accepted and counted, so that new
# ones fail. Mend them one by one; the baseline never grows by itself.
baseline: ${defaultBaselinePath}
` : "";
  return `# Policy of nix-secure-lint.
# Every key: nix-secure-lint schema policy. Every rule: nix-secure-lint rules.
# On pull requests the base revision's policy counts: what is changed here has effect once merged.
version: 1

# default: what must stop a merge or deserves eyes once. strict and pedantic report more.
profile: ${today.profile}

# The mildest severity that fails the run: error, warning, notice or never.
fail-on: ${today.failOn}
${inputs2}${counted2}${examples}`;
}
function inventoryText(inputs2) {
  const listed = /* @__PURE__ */ new Map();
  const unlisted2 = /* @__PURE__ */ new Set();
  for (const { input, source } of inputs2) {
    const isWhole = isListable(input) && isListable(source);
    const entry = [input, isWhole ? withoutRevision(source) : source];
    if (isWhole) listed.set(JSON.stringify(entry), entry);
    else unlisted2.add(JSON.stringify(entry));
  }
  const entries = [...listed.values()].toSorted(
    (a, b) => byCodeUnit(a[0], b[0]) || byCodeUnit(a[1], b[1])
  );
  const lines2 = fitting2(
    entries.map(
      ([input, source]) => `  - { input: ${quoted2(input)}, source: ${quoted2(source)} }
`
    )
  );
  const left = unlisted2.size + entries.length - lines2.length;
  return `# Inputs that may stand in the locks of this repository: path from the root, and source.
# In both, "*" is anything within one segment and "**" anything; the most specific entry decides.
# A tarball whose address names a revision is listed up to there, so that an update passes.
# An entry may also carry lock (a glob of its path), reason, owner and until (YYYY-MM-DD).
${left === 0 ? "" : `# ${left} inputs are left out: too many, or names that no pattern can hold.
`}version: 1
inputs:${lines2.length === 0 ? " []\n" : `
${lines2.join("")}`}`;
}
function fitting2(lines2) {
  let length = 0;
  const end = lines2.findIndex((line, index2) => {
    length += line.length;
    return index2 >= maxEntries || length > maxEntriesLength;
  });
  return end < 0 ? lines2 : lines2.slice(0, end);
}
function isListable(text) {
  return /^[^\u0000-\u001f\u007f*]+$/u.test(text) && text.length <= maxPatternLength;
}
function quoted2(text) {
  return JSON.stringify(text).replaceAll(
    /[^\u0020-\u007e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
var policyPath, inventoryPath, maxEntriesLength, examples;
var init_init = __esm({
  "src/policy/init.ts"() {
    "use strict";
    init_severity();
    init_baseline();
    init_glob();
    init_limits();
    init_versioned();
    policyPath = ".github/nix-secure-lint.yml";
    inventoryPath = ".github/nix-secure-lint.inputs.yml";
    maxEntriesLength = maxSettingsLength - 1e4;
    examples = `
# Levels of rules, whatever the profile: off, notice, warning or error.
# rules:
#   lock-nixpkgs-eol: error

# Findings that are accepted, by rule and, as needed, path, subject and reason-code.
# ignore:
#   - rule: lock-local-path
#     path: "examples/**"
#     subject: "helper"
#     reason: "the example is built from this checkout"
#     owner: "@acme/platform"
#     until: 2027-06-30

# Files that are not linted.
# files:
#   exclude:
#     - "vendor/**"

# Binary caches that may be used. Once there is a list, any other cache is an error.
# trusted-caches:
#   - url: https://cache.nixos.org
#     keys:
#       - "cache.nixos.org-1:6NCHdD59X431o0gWypbMrAURkbJ16ZPMQFGspcDShjY="
`;
  }
});

// src/commands/policy.ts
var policy_exports = {};
__export(policy_exports, {
  explain: () => explain,
  init: () => init
});
async function init(host) {
  const existing = policyPaths.find((path2) => host.read(path2, Number.MAX_SAFE_INTEGER).ok);
  if (existing !== void 0) return refuse(`${existing} exists already, change it by hand`);
  const outcome = await run(defaultOptions, host);
  if (!outcome.ok) return outcome;
  const { findings, profile, failOn } = outcome.report;
  const inputs2 = await inputsOf2(host, () => false);
  const files = initFiles({ findings, inputs: inputs2, profile, failOn });
  const written = files.map(({ path: path2 }) => `wrote ${path2}
`).join("");
  return { ok: true, files, text: `${written}Review and commit them, then run nix-secure-lint.
` };
}
async function explain(command, host) {
  const { topic, options } = command;
  const decided = await decidePolicy(options, host, allRules);
  if (!decided.ok) return decided;
  const { state } = decided.value;
  const { policy, texts } = state;
  const setting = { policy, overrides: options.rules, texts, now: host.now };
  const rule = allRules.find(({ id }) => id === topic);
  if (rule !== void 0) return { ok: true, files: [], text: explainRule(rule, setting) };
  const inputs2 = await inputsOf2(host, exclusion(policy));
  const text = explainInput(topic, inputs2, setting);
  if (text !== void 0) return { ok: true, files: [], text };
  const names = [...allRules.map(({ id }) => id), ...inputs2.map(({ input }) => input)];
  return refuse(`'${topic}' is neither a rule nor an input here${didYouMean(topic, names)}`);
}
function refuse(message) {
  return { ok: false, faults: [{ path: "", line: 0, column: 0, message }] };
}
async function inputsOf2(host, isExcluded) {
  const listing = host.list();
  const entries = listing.ok ? listing.entries.filter(({ path: path2 }) => !isExcluded(path2)) : [];
  const inputs2 = [];
  for (const document of await gather(discover(entries), host)) {
    if (document.kind !== "flake-lock") continue;
    for (const { path: path2, identity } of lockedInputs(document.model)) {
      const source = identityText(identity);
      const [host2, owner2] = [hostOf(identity), ownerText(identity)];
      inputs2.push({ lock: document.path, input: path2, source, host: host2, owner: owner2 });
    }
  }
  return inputs2;
}
var init_policy2 = __esm({
  "src/commands/policy.ts"() {
    "use strict";
    init_discover();
    init_gather();
    init_options();
    init_locked_input();
    init_source_identity();
    init_closest();
    init_decide();
    init_exclude();
    init_explain();
    init_init();
    init_state();
    init_rules();
    init_run();
  }
});

// src/commands/lock-graph.ts
var lock_graph_exports = {};
__export(lock_graph_exports, {
  lockGraphJson: () => lockGraphJson
});
function lockGraphJson(lock) {
  const shown3 = /* @__PURE__ */ new Map();
  const resolve4 = lock.root && followsResolver(lock.nodes, lock.root);
  const from = lock.root === void 0 ? [] : [{ names: [], node: lock.root }, ...lock.inputs];
  for (const { names, node: node2 } of from) {
    for (const edge of node2.edges) {
      const path2 = inputPath([...names, edge.name]);
      if (edge.target.kind === "node") {
        const target2 = lock.nodes.get(edge.target.key);
        if (target2 !== void 0) shown3.set(path2, describe2(target2));
        continue;
      }
      const found2 = resolve4?.(edge.target.path);
      const target = found2 !== void 0 && "node" in found2 ? found2.node : void 0;
      const follows = inputPath(edge.target.path);
      shown3.set(path2, { ...describe2(target), follows });
    }
  }
  const sorted2 = [...shown3].sort(([a], [b]) => a < b ? -1 : 1);
  return `${JSON.stringify(Object.fromEntries(sorted2), null, 2)}
`;
}
function describe2(node2) {
  return {
    ...node2?.effective && { locked: attributes(node2.effective) },
    ...node2?.original && { original: attributes(node2.original) },
    flake: node2?.flake ?? true
  };
}
function attributes(set) {
  const pairs = [...set.attrs.values()].map(({ name, value }) => [name, value]);
  return Object.fromEntries(pairs.sort(([a], [b]) => a < b ? -1 : 1));
}
var init_lock_graph2 = __esm({
  "src/commands/lock-graph.ts"() {
    "use strict";
    init_lock_graph();
  }
});

// src/cli.ts
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join as join3, resolve as resolve3 } from "node:path";

// src/arguments.ts
init_severity();
import { parseArgs } from "node:util";

// src/report/places.ts
init_span();
function placesOf(report) {
  const indexes = /* @__PURE__ */ new Map();
  return (path2, span2) => {
    const text = report.texts.get(path2);
    if (text === void 0) return { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const index2 = indexes.get(path2) ?? lineIndex(text);
    indexes.set(path2, index2);
    const start = index2.position(span2.start);
    const end = index2.position(Math.max(span2.start, span2.end));
    return { ...start, endLine: end.line, endColumn: end.column };
  };
}
function repositoryPath(report, path2) {
  if (path2.startsWith("/")) return void 0;
  return report.root === "" ? path2 : `${report.root}/${path2}`;
}

// src/report/summary.ts
init_severity();
var worstFirst = severities.toReversed();
function bySeverity(findings) {
  const count3 = { notice: 0, warning: 0, error: 0 };
  for (const finding2 of findings) count3[finding2.severity]++;
  return count3;
}
function worst(findings) {
  return worstFirst.find((severity) => findings.some((finding2) => finding2.severity === severity));
}
function plural(count3, noun) {
  return `${grouped(count3)} ${noun}${count3 === 1 ? "" : "s"}`;
}
function grouped(count3) {
  return String(count3).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function findingCounts(findings) {
  const count3 = bySeverity(findings);
  const parts = worstFirst.filter((severity) => count3[severity] > 0).map((severity) => plural(count3[severity], severity));
  return parts.length === 0 ? "no findings" : parts.join(", ");
}
function scope(report) {
  const { files, derivations } = report.counts;
  if (derivations === 0) return plural(files, "file");
  return `${plural(files, "file")} and ${plural(derivations, "derivation")}`;
}
function asides(report) {
  const parts = [];
  if (report.notChecked.length > 0) parts.push(`${grouped(report.notChecked.length)} not checked`);
  if (report.changeRequests > 0) parts.push(plural(report.changeRequests, "change request"));
  if (report.suppressed.length > 0) parts.push(`${grouped(report.suppressed.length)} suppressed`);
  return parts;
}
function summaryLine(report) {
  const aside = asides(report);
  const tail = aside.length === 0 ? "" : ` (${aside.join(", ")})`;
  return `${findingCounts(report.findings)} in ${scope(report)}${tail}`;
}

// src/report/visible.ts
var hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
var legacyCommand = /##\[/g;
var leadingCommand = /^([^\S\r\n]*)::/gm;
function codePointEscape(char) {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
function visible(text) {
  return text.replace(hidden, codePointEscape);
}
function withoutCommands(text) {
  return text.replace(legacyCommand, "##\\u{5b}").replace(leadingCommand, "$1\\u{3a}:");
}
function shortened(text, limit) {
  if (text.length <= limit) return text;
  const cut2 = wholeCharacters(text, limit);
  return `${text.slice(0, cut2)}… (${text.length - cut2} more characters)`;
}
function wholeCharacters(text, offset) {
  const before = text.charCodeAt(offset - 1);
  return before >= 55296 && before <= 56319 ? offset - 1 : offset;
}
function shownMessage(message) {
  return visible(shortened(message, maxMessage));
}
var maxMessage = 2e3;

// src/report/github.ts
var maxPerLevel = 10;
var maxMessage2 = 4096;
var maxTitle = 200;
function annotations(report) {
  const failed = report.conclusion.exitCode !== 0;
  const count3 = bySeverity(report.findings);
  const overflows = worstFirst.some((severity) => count3[severity] > maxPerLevel);
  const level2 = failed ? "error" : "notice";
  const speaks = failed || overflows;
  const room = (severity) => maxPerLevel - (speaks && severity === level2 ? 1 : 0);
  const kept = new Set(
    worstFirst.flatMap(
      (severity) => report.findings.filter((one) => one.severity === severity).slice(0, room(severity))
    )
  );
  const folded = report.findings.filter((finding2) => !kept.has(finding2));
  const place4 = placesOf(report);
  const shown3 = [...kept].map((finding2) => annotation(finding2, report, place4));
  if (!speaks) return { shown: shown3, folded };
  return { shown: shown3, folded, verdict: { level: level2, message: verdictMessage(report, folded) } };
}
function verdictMessage(report, folded) {
  const { exitCode, why } = report.conclusion;
  const parts = [
    `nix-secure-lint: ${summaryLine(report)}`,
    ...exitCode === 3 ? [`incomplete: ${why}`] : [],
    ...folded.length === 0 ? [] : [`${grouped(folded.length)} not annotated but in the log`]
  ];
  return visible(parts.join("; "));
}
function annotation(finding2, report, place4) {
  const help = finding2.help === "" ? "" : `
help: ${shownMessage(finding2.help)}`;
  const file2 = annotatedFile(report, finding2.path);
  const where = file2 === void 0 ? `${visible(finding2.path)}: ` : "";
  return {
    level: finding2.severity,
    message: shortened(`${where}${shownMessage(finding2.message)}${help}`, maxMessage2 - 40),
    title: shortened(visible(`${finding2.rule}/${finding2.reason}`), maxTitle),
    ...file2 === void 0 ? {} : { file: file2, ...range(place4(finding2.path, finding2.span)) }
  };
}
function annotatedFile(report, path2) {
  const file2 = repositoryPath(report, path2);
  return file2 === void 0 || file2 !== visible(file2) ? void 0 : file2;
}
function range({ line, column, endLine, endColumn }) {
  if (line !== endLine) return { startLine: line, endLine };
  return { startLine: line, endLine, startColumn: column, endColumn };
}

// src/report/github-command.ts
function githubReport(report) {
  const { shown: shown3, folded, verdict: verdict2 } = annotations(report);
  const place4 = placesOf(report);
  const plain2 = folded.map((finding2) => {
    const { line, column } = place4(finding2.path, finding2.span);
    const message = `${finding2.severity}: ${shownMessage(finding2.message)} [${visible(finding2.rule)}]`;
    return withoutCommands(`${visible(finding2.path)}:${line}:${column}: ${message}`);
  });
  const notChecked3 = report.notChecked.map(
    (item) => withoutCommands(
      `not checked: ${visible(item.path)}: ${visible(item.subject)}: ${shownMessage(item.why)}`
    )
  );
  const last = verdict2 === void 0 ? summaryLine(report) : commandLine({ ...verdict2, title: "" });
  return [...shown3.map(commandLine), ...plain2, ...notChecked3, last].map((line) => `${line}
`).join("");
}
function commandLine(annotation2) {
  const properties = [
    ["title", annotation2.title],
    ["file", annotation2.file],
    ["line", annotation2.startLine],
    ["endLine", annotation2.endLine],
    ["col", annotation2.startColumn],
    ["endColumn", annotation2.endColumn]
  ];
  const written = properties.filter(([, value]) => value !== void 0 && value !== "").map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  const head = written.length === 0 ? annotation2.level : `${annotation2.level} ${written.join(",")}`;
  return `::${head}::${escapedData(annotation2.message)}`;
}
function escapedData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapedProperty(text) {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/report/explained.ts
function explained({ message, help }) {
  if (help === "") return shownMessage(message);
  return `${shownMessage(message)}. ${shownMessage(help.charAt(0).toUpperCase() + help.slice(1))}`;
}

// src/report/json-text.ts
var unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
function jsonText(value) {
  const text = JSON.stringify(value, void 0, 2);
  return `${text.replace(unsafe, spelt).replaceAll("##[", "##\\u005b")}
`;
}
function spelt(char) {
  if (char === "\n") return char;
  return char.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}

// src/report/gitlab.ts
var gitlabSeverity = {
  error: "critical",
  warning: "major",
  notice: "info"
};
function gitlabReport(report) {
  const place4 = placesOf(report);
  const seen = /* @__PURE__ */ new Map();
  return jsonText(
    report.findings.map((finding2) => {
      const count3 = (seen.get(finding2.fingerprint) ?? 0) + 1;
      seen.set(finding2.fingerprint, count3);
      const at = place4(finding2.path, finding2.span);
      return {
        description: explained(finding2),
        check_name: finding2.rule,
        fingerprint: count3 === 1 ? finding2.fingerprint : `${finding2.fingerprint}-${count3}`,
        severity: gitlabSeverity[finding2.severity],
        location: {
          path: visible(repositoryPath(report, finding2.path) ?? finding2.path.replace(/^\/+/, "")),
          lines: { begin: at.line, end: at.endLine }
        }
      };
    })
  );
}

// src/report/json.ts
function jsonReport(report) {
  const place4 = placesOf(report);
  const value = {
    schemaVersion: 1,
    tool: { name: "nix-secure-lint", version: report.version },
    summary: summary(report),
    findings: report.findings.map((finding2) => jsonFinding(finding2, place4)),
    suppressed: report.suppressed.map(({ finding: finding2, reason: reason2, until: until3, by }) => ({
      rule: finding2.rule,
      path: finding2.path,
      subject: finding2.subject,
      ...reason2 === void 0 ? {} : { reason: reason2 },
      ...until3 === void 0 ? {} : { until: until3 },
      by
    })),
    notChecked: report.notChecked.map(({ rule, subject, path: path2, why }) => ({
      rule,
      subject,
      path: path2,
      why
    })),
    changes: report.changes.map(jsonChange)
  };
  return jsonText(value);
}
function summary(report) {
  const count3 = bySeverity(report.findings);
  return {
    errors: count3.error,
    warnings: count3.warning,
    notices: count3.notice,
    suppressed: report.suppressed.length,
    notChecked: report.notChecked.length,
    changeRequests: report.changeRequests,
    files: report.counts.files,
    derivations: report.counts.derivations
  };
}
function jsonFinding(finding2, place4) {
  const { derivation, provenance, outputs } = finding2;
  return {
    rule: finding2.rule,
    reason: finding2.reason,
    severity: finding2.severity,
    path: finding2.path,
    ...place4(finding2.path, finding2.span),
    subject: finding2.subject,
    message: finding2.message,
    help: finding2.help,
    url: `docs/rules/${finding2.rule}.md`,
    fingerprint: finding2.fingerprint,
    related: finding2.related.map(({ path: path2, span: span2, message }) => {
      const { line, column } = place4(path2, span2);
      return { path: path2, line, column, message };
    }),
    ...derivation === void 0 ? {} : { derivation },
    ...provenance === void 0 ? {} : { provenance: [...provenance] },
    ...outputs === void 0 ? {} : { outputs }
  };
}
function jsonChange(change2) {
  const { from, to, message, compareUrl } = change2;
  return {
    class: change2.class,
    path: change2.path,
    subject: change2.subject,
    ...from === void 0 ? {} : { from: lockedSource(from) },
    ...to === void 0 ? {} : { to: lockedSource(to) },
    verdict: change2.verdict,
    ...message === void 0 ? {} : { message },
    ...compareUrl === void 0 ? {} : { compareUrl }
  };
}
function lockedSource(source) {
  const { ref, rev, narHash, lastModified } = source;
  return {
    source: source.source,
    ...ref === void 0 ? {} : { ref },
    ...rev === void 0 ? {} : { rev },
    ...narHash === void 0 ? {} : { narHash },
    ...lastModified === void 0 ? {} : { lastModified }
  };
}

// src/report/junit.ts
init_severity();

// src/report/groups.ts
function groupedBy(items, keyOf2) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf2(item);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

// src/report/junit.ts
function junitReport(report) {
  const cases = allCases(report);
  const suites = groupedBy(cases, ({ suite }) => suite);
  const body = [...suites].map(
    ([name, members2]) => `  <testsuite name="${attribute(name)}"${totals(members2, true)}>
${members2.map(({ xml }) => xml).join("")}  </testsuite>
`
  );
  return withoutCommands(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="nix-secure-lint"${totals(cases, false)}>
${body.join("")}</testsuites>
`
  );
}
function allCases(report) {
  const place4 = placesOf(report);
  const cases = [
    ...report.findings.map((finding2) => findingCase(finding2, report, place4)),
    ...report.suppressed.map((suppressed2) => suppressedCase(suppressed2, place4)),
    ...report.notChecked.map(notCheckedCase)
  ];
  if (cases.length > 0) return cases;
  return [testCase("nix-secure-lint", summaryLine(report), "passed", "")];
}
function findingCase(finding2, report, place4) {
  const failed = report.failOn !== "never" && atLeast(finding2.severity, report.failOn);
  const { line, column } = place4(finding2.path, finding2.span);
  const where = `${visible(finding2.path)}:${line}:${column}`;
  const text = `${where}: ${finding2.severity}: ${explained(finding2)}`;
  const inner = failed ? `<failure type="${finding2.severity}" message="${attribute(finding2.message)}">${escaped(text)}</failure>` : `<system-out>${escaped(text)}</system-out>`;
  return testCase(finding2.path, nameOf(finding2, line), failed ? "failure" : "passed", inner);
}
function suppressedCase({ finding: finding2, by, reason: reason2 }, place4) {
  const { line } = place4(finding2.path, finding2.span);
  const why = reason2 === void 0 ? `accepted by ${by}` : `accepted by ${by}: ${reason2}`;
  return testCase(
    finding2.path,
    nameOf(finding2, line),
    "skipped",
    `<skipped message="${attribute(why)}"/>`
  );
}
function notCheckedCase({ rule, subject, path: path2, why }) {
  const inner = `<error type="not-checked" message="${attribute(`not checked: ${why}`)}"/>`;
  return testCase(path2, `${rule}: ${subject}`, "error", inner);
}
function nameOf(finding2, line) {
  return `${finding2.rule}/${finding2.reason}: ${finding2.subject} (line ${line})`;
}
function testCase(suite, name, outcome, inner) {
  const start = `    <testcase classname="${attribute(suite)}" name="${attribute(name)}" time="0"`;
  const xml = inner === "" ? `${start}/>
` : `${start}>${inner}</testcase>
`;
  return { suite, outcome, xml };
}
function totals(cases, suite) {
  const count3 = (outcome) => cases.filter((one) => one.outcome === outcome).length;
  const skipped = suite ? ` skipped="${count3("skipped")}"` : "";
  return ` tests="${cases.length}" failures="${count3("failure")}" errors="${count3("error")}"${skipped} time="0"`;
}
function attribute(text) {
  return escaped(shownMessage(text));
}
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&apos;");
}

// src/report/byte-budget.ts
var cutBytes = 200;
function withinBytes(parts, limit) {
  const texts = [];
  const lost = /* @__PURE__ */ new Map();
  let left = limit - cutBytes;
  for (const part of parts) {
    const frame = bytes(part.head) + bytes(part.foot) + 2;
    const kept = fitting(part.rows, left - frame);
    const missing2 = part.rows.length - kept.length;
    if (missing2 > 0) lost.set(part.noun, (lost.get(part.noun) ?? 0) + missing2);
    if (kept.length === 0 && (part.rows.length > 0 || frame > left)) continue;
    const text = [part.head, ...kept, part.foot].filter((piece) => piece !== "").join("\n");
    texts.push(text);
    left -= bytes(text) + 2;
  }
  for (const [noun, count3] of lost) texts.push(`_${plural(count3, noun)} left out for size._`);
  return texts.join("\n\n");
}
function fitting(rows, room) {
  let left = room;
  const end = rows.findIndex((row) => {
    left -= bytes(row) + 1;
    return left < 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
}
function bytes(text) {
  return Buffer.byteLength(text);
}

// src/report/markdown-escape.ts
var punctuation = /[!"#$%&'()*+,\-./:;<=>?[\\\]^_`{|}~]/g;
var plain = /* @__PURE__ */ new Set(['"', "%", "'", "(", ")", ",", ";", "=", "?", "^", "{", "}", "/", "."]);
var sigil = /[@#]/g;
var dollar = "<span>$</span>";
var zeroWidthSpace = "​";
function code(text) {
  return span(shownMessage(text));
}
function cellCode(text) {
  const shown3 = shownMessage(text);
  return span(
    shown3.replace(
      /(\\?)\|/g,
      (_, slash) => slash === "" ? "\\|" : slash + codePointEscape("|")
    )
  );
}
function span(shown3) {
  const fence = "`".repeat(longestRun(shown3) + 1);
  const padded = /^[` ]|[` ]$/.test(shown3) || shown3 === "" ? ` ${shown3} ` : shown3;
  return `${fence}${padded}${fence}`;
}
function longestRun(text) {
  let longest = 0;
  for (const run2 of text.match(/`+/g) ?? []) longest = Math.max(longest, run2.length);
  return longest;
}
function prose(text) {
  const parts = shownMessage(text).split("`");
  return parts.map((part, index2) => {
    const spanned = index2 % 2 === 1 && index2 < parts.length - 1;
    if (spanned) return part === "" ? "\\`\\`" : cellCode(part);
    return (index2 % 2 === 1 ? "\\`" : "") + escapedProse(part);
  }).join("");
}
function escapedProse(text) {
  return text.replace(punctuation, escapedMark).replace(sigil, (char) => `${char}${zeroWidthSpace}`).replace(/www\./gi, (match2) => `${match2.slice(0, 3)}\\.`);
}
function escapedMark(char) {
  if (char === "$") return dollar;
  return plain.has(char) ? char : `\\${char}`;
}

// src/report/markdown-findings.ts
init_severity();
var longTable = 20;
var badges = {
  error: "❌ error",
  warning: "⚠️ warning",
  notice: "ℹ️ notice"
};
function findingTables(report, options) {
  const place4 = placesOf(report);
  const files = [...groupedBy(report.findings, ({ path: path2 }) => path2)];
  const rank2 = ([, findings]) => severities.indexOf(worst(findings) ?? "notice");
  return files.toSorted((a, b) => rank2(b) - rank2(a)).map(([path2, findings]) => findingTable(path2, findings, place4, options));
}
function findingTable(path2, findings, place4, options) {
  const folded = findings.length > longTable;
  const title = `### ${code(path2)}
`;
  const fold = `<details><summary>${findingCounts(findings)}</summary>
`;
  const table = "| | Line | Rule | Finding |\n| :-- | --: | :-- | :-- |";
  return {
    head: [title, ...folded ? [fold] : [], table].join("\n"),
    rows: findings.map((finding2) => findingRow(finding2, place4, options)),
    foot: folded ? "\n</details>" : "",
    noun: "finding"
  };
}
function findingRow(finding2, place4, options) {
  const { line, column } = place4(finding2.path, finding2.span);
  const name = ruleLink(finding2.rule, options);
  return `| ${badges[finding2.severity]} | ${line}:${column} | ${name} | ${prose(finding2.message)} |`;
}
function ruleLink(rule, options) {
  const name = cellCode(rule);
  if (options.docs === void 0 || !/^[a-z0-9-]+$/.test(rule)) return name;
  return `[${name}](${options.docs}docs/rules/${rule}.md)`;
}
function helpList(report, options) {
  const helps = new Set(
    report.findings.filter(({ help }) => help !== "").map(({ rule, help }) => `- ${ruleLink(rule, options)}: ${prose(help)}`)
  );
  return { head: "### How to fix\n", rows: [...helps], foot: "", noun: "hint" };
}

// src/report/mermaid.ts
var maxNodes = 60;
var maxEdges = 150;
var maxLabel = 40;
var styles = {
  error: "fill:#ffebe9,stroke:#cf222e,color:#1f2328",
  warning: "fill:#fff8c5,stroke:#9a6700,color:#1f2328",
  notice: "fill:#ddf4ff,stroke:#0969da,color:#1f2328"
};
function mermaidPicture(graph) {
  const kept = keptNodes(graph);
  const ids = new Map(kept.map((node2, index2) => [node2.path, `n${index2}`]));
  const drawable = graph.edges.flatMap((edge) => {
    const from = ids.get(edge.from);
    const to = ids.get(edge.to);
    return from === void 0 || to === void 0 ? [] : [{ from, to, follows: edge.follows }];
  });
  const edges = drawable.slice(0, maxEdges);
  const source = [
    "flowchart LR",
    ...kept.map((node2, index2) => `  n${index2}["${nodeLabel(node2)}"]`),
    ...edges.map(({ from, to, follows }) => `  ${from} ${follows ? "-.->" : "-->"} ${to}`),
    ...classes(kept)
  ].join("\n");
  const cut2 = cutSentence(graph, kept.length, edges.length);
  return cut2 === void 0 ? { source } : { source, cut: cut2 };
}
function keptNodes(graph) {
  if (graph.nodes.length <= maxNodes) return graph.nodes;
  const byPath = new Map(graph.nodes.map((node2) => [node2.path, node2]));
  const kept = new Set(graph.nodes.slice(0, 1));
  const flagged = worstFirst.flatMap(
    (severity) => graph.nodes.filter((node2) => node2.flagged === severity)
  );
  for (const node2 of flagged) {
    const line = ancestors(node2, byPath).filter((one) => !kept.has(one));
    if (kept.size + line.length <= maxNodes) for (const one of line) kept.add(one);
  }
  for (const node2 of graph.nodes) if (kept.size < maxNodes) kept.add(node2);
  return graph.nodes.filter((node2) => kept.has(node2));
}
function ancestors(node2, byPath) {
  const line = [node2];
  let cut2 = node2.path.lastIndexOf("/");
  while (cut2 > 0 && line.length <= maxNodes) {
    const parent = byPath.get(node2.path.slice(0, cut2));
    if (parent !== void 0) line.push(parent);
    cut2 = node2.path.lastIndexOf("/", cut2 - 1);
  }
  return line;
}
function nodeLabel(node2) {
  const name = node2.path === "" ? "this flake" : node2.path;
  return node2.label === "" ? labelText(name) : `${labelText(name)}<br/>${labelText(node2.label)}`;
}
function labelText(text) {
  const points = Array.from(visible(text.slice(0, maxLabel * 2)));
  const shown3 = points.length <= maxLabel ? points : [...points.slice(0, maxLabel - 1), "…"];
  return shown3.join("").replaceAll("$", () => "\\u{24}").replace(/[^\p{L}\p{N} ./_:+=~…-]/gu, (char) => `#${char.codePointAt(0) ?? 0};`);
}
function classes(kept) {
  return worstFirst.flatMap((severity) => {
    const ids = kept.flatMap((node2, index2) => node2.flagged === severity ? [`n${index2}`] : []);
    if (ids.length === 0) return [];
    return [`  classDef ${severity} ${styles[severity]}`, `  class ${ids.join(",")} ${severity}`];
  });
}
function cutSentence(graph, nodes, edges) {
  const missingNodes = graph.nodes.length - nodes;
  const missingEdges = graph.edges.length - edges;
  if (missingNodes === 0 && missingEdges === 0) return void 0;
  const kept = missingNodes === 0 ? "" : `: kept are flagged inputs, what leads to them, and the nearest ones`;
  return `${plural(missingNodes, "input")} and ${plural(missingEdges, "edge")} of ${grouped(graph.nodes.length)} and ${grouped(graph.edges.length)} are not drawn${kept}.`;
}

// src/report/markdown.ts
var maxBytes = 1048576 - 4096;
var maxPictures = 5;
function markdownReport(report, options) {
  const limit = options.markdownBytes ?? maxBytes;
  const share = (percent) => Math.floor(limit * percent / 100);
  const parts = [
    withinBytes([verdict(report)], share(5)),
    withinBytes(findingTables(report, options), share(60)),
    withinBytes([helpList(report, options)].filter(hasRows), share(5)),
    withinBytes([changeTable(report, options)].filter(hasRows), share(10)),
    withinBytes([notCheckedTable(report, options)].filter(hasRows), share(8)),
    withinBytes([suppressedTable(report, options)].filter(hasRows), share(2)),
    withinBytes(pictures(report), share(9))
  ];
  return withoutCommands(`${parts.filter((part) => part !== "").join("\n\n")}
`);
}
function hasRows(part) {
  return part.rows.length > 0;
}
function verdict(report) {
  const { exitCode, why } = report.conclusion;
  const sign = { 0: "✅", 1: "❌", 3: "⚠️" }[exitCode];
  const incomplete = exitCode === 3 ? "incomplete: " : "";
  return {
    head: `## ${sign} nix-secure-lint: ${incomplete}${summaryLine(report)}
`,
    rows: [
      `Profile ${code(report.profile)}, fails on ${code(report.failOn)}, version ${code(report.version)}${why === "" ? "" : `: ${prose(why)}`}.`,
      ...report.notes.map((note) => `
${prose(note)}`)
    ],
    foot: "",
    noun: "note"
  };
}
var verdictWords = {
  fail: "❌ refused",
  review: "👀 review",
  note: "note"
};
function changeTable(report, options) {
  const order = ["fail", "review", "note"];
  const rows = order.flatMap(
    (wanted) => report.changes.filter(({ verdict: verdict2 }) => verdict2 === wanted).map((change2) => changeRow(change2, options))
  );
  const requests = grouped(report.changeRequests);
  return {
    head: `### Changed inputs (change requests: ${requests})

| | Lock | Input | From | To | Why |
| :-- | :-- | :-- | :-- | :-- | :-- |`,
    rows,
    foot: "",
    noun: "change"
  };
}
function changeRow(change2, options) {
  const why = change2.message === void 0 ? "" : prose(change2.message);
  const cells2 = [
    verdictWords[change2.verdict],
    cellCode(change2.path),
    cellCode(change2.subject),
    sourceCell(change2.from),
    sourceCell(change2.to),
    [ruleLink(change2.class, options), why, compareLink(change2.compareUrl)].filter(Boolean).join(" ")
  ];
  return `| ${cells2.join(" | ")} |`;
}
function sourceCell(source) {
  if (source === void 0) return "–";
  const rev = source.rev === void 0 ? "" : ` ${cellCode(source.rev.slice(0, 12))}`;
  return `${cellCode(source.source)}${rev}`;
}
var linkedForges = /^https:\/\/(?:github\.com|gitlab\.com|codeberg\.org|git\.sr\.ht)\//;
var plainUrl = /^[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]{1,500}$/;
function compareLink(url2) {
  if (url2 === void 0) return "";
  return linkedForges.test(url2) && plainUrl.test(url2) ? `([compare](${url2}))` : cellCode(url2);
}
function notCheckedTable(report, options) {
  return {
    head: `### Not checked (${grouped(report.notChecked.length)})

| Rule | File | Subject | Why |
| :-- | :-- | :-- | :-- |`,
    rows: report.notChecked.map(
      ({ rule, path: path2, subject, why }) => `| ${ruleLink(rule, options)} | ${cellCode(path2)} | ${cellCode(subject)} | ${prose(why)} |`
    ),
    foot: "",
    noun: "row"
  };
}
function suppressedTable(report, options) {
  const groups = groupedBy(report.suppressed, ({ finding: finding2, by }) => `${finding2.rule} ${by}`);
  return {
    head: `### Suppressed (${grouped(report.suppressed.length)})

| Rule | By | Findings |
| :-- | :-- | --: |`,
    rows: [...groups.values()].flatMap(
      (group) => group.slice(0, 1).map(
        ({ finding: finding2, by }) => `| ${ruleLink(finding2.rule, options)} | ${by} | ${grouped(group.length)} |`
      )
    ),
    foot: "",
    noun: "row"
  };
}
function pictures(report) {
  const isFlagged = (graph) => graph.nodes.some(({ flagged }) => flagged !== void 0);
  const ordered2 = [
    ...report.graphs.filter(isFlagged),
    ...report.graphs.filter((graph) => !isFlagged(graph))
  ];
  const shown3 = ordered2.slice(0, maxPictures).map((graph) => {
    const { source, cut: cut2 } = mermaidPicture(graph);
    const inputs2 = plural(Math.max(0, graph.nodes.length - 1), "input");
    const summary2 = isFlagged(graph) ? inputs2 : `${inputs2}, none flagged`;
    return {
      head: `### Inputs of ${code(graph.path)}

<details${isFlagged(graph) ? " open" : ""}><summary>${summary2}</summary>
`,
      rows: [`\`\`\`mermaid
${source}
\`\`\`${cut2 === void 0 ? "" : `

${cut2}`}`],
      foot: "\n</details>",
      noun: "picture"
    };
  });
  const more = ordered2.length - shown3.length;
  if (more <= 0) return shown3;
  const note = `_Input graphs of ${grouped(more)} more locks are not drawn._`;
  return [...shown3, { head: note, rows: [], foot: "", noun: "note" }];
}

// src/report/sarif-location.ts
var loneSurrogate = new RegExp("\\p{Cs}", "gu");
function sarifUri(report, path2) {
  const full = path2.startsWith("/") ? path2 : `${report.root}/${path2}`;
  const uri = full.split("/").filter((segment) => segment !== "" && segment !== "." && segment !== "..").map((segment) => encodeURIComponent(segment.replace(loneSurrogate, "�"))).join("/");
  return uri === "" ? "." : uri;
}
function sarifLocation(report, place4, path2, span2) {
  const { line, column, endLine, endColumn } = place4(path2, span2);
  return {
    physicalLocation: {
      artifactLocation: { uri: sarifUri(report, path2), uriBaseId: "%SRCROOT%" },
      region: { startLine: line, startColumn: column, endLine, endColumn }
    }
  };
}

// src/report/line-hash.ts
var windowLength = 100;
var base = 37n;
var wordBits = 64n;
var endOfFile = 65535;
function lineHashes(text, wanted) {
  const { units, starts } = normalised(text);
  const last = Math.min(starts.length, Math.max(0, ...wanted));
  const seen = /* @__PURE__ */ new Map();
  const hashes = /* @__PURE__ */ new Map();
  const rolling = rollingHash(units);
  for (let line = 1; line <= last; line++) {
    const hash2 = rolling(starts[line - 1] ?? 0);
    const count3 = (seen.get(hash2) ?? 0) + 1;
    seen.set(hash2, count3);
    if (wanted.has(line)) hashes.set(line, `${hash2}:${count3}`);
  }
  return hashes;
}
function normalised(text) {
  const units = new Uint16Array(text.length + 1 + windowLength);
  const starts = [0];
  let length = 0;
  let afterReturn = false;
  for (let at = 0; at < text.length; at++) {
    const code2 = text.charCodeAt(at);
    const skipped = code2 === 32 || code2 === 9 || code2 === 10 && afterReturn;
    afterReturn = code2 === 13;
    if (skipped) continue;
    const isBreak = code2 === 10 || code2 === 13;
    units[length++] = isBreak ? 10 : code2;
    if (isBreak) starts.push(length);
  }
  units[length++] = endOfFile;
  return { units: units.subarray(0, length + windowLength), starts };
}
function rollingHash(units) {
  const drop = base ** BigInt(windowLength) % 2n ** wordBits;
  const dropHigh = Number(drop >> 32n);
  const dropLow = Number(drop & 0xffffffffn);
  let high = 0;
  let low = 0;
  let read = 0;
  return (start) => {
    for (; read < start + windowLength; read++) {
      const added2 = units[read] ?? 0;
      const gone = units[read - windowLength] ?? 0;
      const sumLow = low * Number(base) + added2 - dropLow * gone;
      const sumHigh = high * Number(base) + Math.floor(sumLow / wordHalf) - dropHigh * gone;
      low = modulo(sumLow, wordHalf);
      high = modulo(sumHigh, wordHalf);
    }
    return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
  };
}
var wordHalf = 2 ** 32;
function modulo(value, by) {
  return (value % by + by) % by;
}

// src/report/redaction.ts
function ordered(redactions) {
  const merged = [];
  const sorted2 = redactions.toSorted(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end
  );
  for (const next of sorted2) {
    const last = merged.at(-1);
    if (last === void 0 || next.span.start >= last.span.end) merged.push(next);
    else if (next.span.end > last.span.end) {
      const span2 = { start: last.span.start, end: next.span.end };
      merged[merged.length - 1] = { span: span2, mark: last.mark };
    }
  }
  return merged;
}
function redactionsOf(redact) {
  const known2 = /* @__PURE__ */ new Map();
  return (path2, text) => {
    const found2 = known2.get(path2) ?? ordered(redact(path2, text));
    known2.set(path2, found2);
    return found2;
  };
}
function firstEndingAfter(redactions, offset) {
  let low = 0;
  let high = redactions.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((redactions[middle]?.span.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
function redactedText(text, redactions) {
  const parts = [];
  let at = 0;
  for (const { span: span2, mark } of redactions) {
    const breaks = text.slice(span2.start, span2.end).replace(/[^\r\n]/g, "");
    parts.push(text.slice(at, span2.start), mark, breaks);
    at = span2.end;
  }
  return [...parts, text.slice(at)].join("");
}

// src/report/sarif-rules.ts
var sarifLevel = {
  error: "error",
  warning: "warning",
  notice: "note"
};
var securitySeverity = {
  error: "8.0",
  warning: "5.0",
  notice: "2.0"
};
var maxName = 255;
var maxDescription = 1024 - " (1234567 more characters)".length;
var maxTags = 10;
function sarifRule(rule, report, options) {
  const worst2 = worstLevel(rule, report.profile);
  const summary2 = shortened(sentence(rule.summary), maxDescription);
  return {
    id: rule.id,
    name: rule.id.slice(0, maxName),
    shortDescription: { text: summary2 },
    fullDescription: { text: shortened(fullDescription(rule), maxDescription) },
    ...options.docs === void 0 ? {} : { helpUri: `${options.docs}docs/rules/${rule.id}.md` },
    help: { text: helpText(rule), markdown: rule.page ?? helpMarkdown(rule) },
    defaultConfiguration: { level: sarifLevel[worst2] },
    properties: {
      tags: tags(rule),
      precision: "high",
      "security-severity": securitySeverity[worst2]
    }
  };
}
function worstLevel(rule, profile) {
  const levels2 = new Set(Object.values(rule.reasons).map(({ levels: levels3 }) => levels3[profile]));
  return worstFirst.find((severity) => levels2.has(severity)) ?? "notice";
}
function sentence(clause) {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
function fullDescription(rule) {
  const reasons = Object.values(rule.reasons).map(({ summary: summary2 }) => summary2);
  return `${sentence(rule.summary)} Fires when ${reasons.join("; or when ")}.`;
}
function helpText(rule) {
  return `${rule.help}

${reasonLines(rule).join("\n")}`;
}
function helpMarkdown(rule) {
  return `# ${rule.id}

${sentence(rule.summary)}

## How to fix

${rule.help}

## Fires when

${reasonLines(rule).join("\n")}`;
}
function reasonLines(rule) {
  return Object.entries(rule.reasons).map(([name, { summary: summary2 }]) => `- ${name}: ${summary2}`);
}
function tags(rule) {
  const references = rule.references.map(
    (reference) => reference.startsWith("CWE-") ? `external/cwe/${reference.toLowerCase()}` : reference
  );
  return ["security", "supply-chain", ...references].slice(0, maxTags);
}

// src/report/sarif-results.ts
var maxResults = 25e3;
var maxRelated = 100;
function sarifResults(report, options) {
  const items = report.findings.map((finding2) => ({ finding: finding2 }));
  if (options.suppressed) {
    items.push(...report.suppressed.map((one) => ({ finding: one.finding, suppressed: one })));
  }
  const kept = mostSevere(items);
  const place4 = placesOf(report);
  const hash2 = hashesOf(report, options, place4, kept);
  const ruleIndex = new Map(report.rules.map((rule, index2) => [rule.id, index2]));
  const results = kept.map((item) => result(item, report, place4, hash2, ruleIndex));
  return { results, left: items.length - kept.length };
}
function mostSevere(items) {
  if (items.length <= maxResults) return items;
  const ranked = worstFirst.flatMap(
    (severity) => items.filter(({ finding: finding2 }) => finding2.severity === severity)
  );
  const kept = new Set(ranked.slice(0, maxResults));
  return items.filter((item) => kept.has(item));
}
function result({ finding: finding2, suppressed: suppressed2 }, report, place4, hash2, ruleIndex) {
  const index2 = ruleIndex.get(finding2.rule);
  return {
    ruleId: finding2.rule,
    ...index2 === void 0 ? {} : { ruleIndex: index2 },
    level: sarifLevel[finding2.severity],
    message: { text: linkless(explained(finding2)) },
    locations: [
      {
        ...sarifLocation(report, place4, finding2.path, finding2.span),
        logicalLocations: [{ fullyQualifiedName: visible(finding2.subject) }]
      }
    ],
    relatedLocations: finding2.related.slice(0, maxRelated).map((related2, id) => relatedLocation(related2, id, report, place4)),
    partialFingerprints: {
      primaryLocationLineHash: hash2(finding2),
      "nixSecureLint/v1": finding2.fingerprint
    },
    ...suppressed2 === void 0 ? {} : { suppressions: [suppression(suppressed2)] },
    properties: { reason: finding2.reason }
  };
}
function relatedLocation(related2, id, report, place4) {
  const location = sarifLocation(report, place4, related2.path, related2.span);
  return { id, ...location, message: { text: linkless(shownMessage(related2.message)) } };
}
function linkless(text) {
  return text.replaceAll("](", "]\\u{28}");
}
function suppression({ by, reason: reason2, owner: owner2, until: until3 }) {
  const parts = [reason2, owner2 && `owner: ${owner2}`, until3 && `until ${until3}`];
  const justification = parts.filter((part) => part !== void 0 && part !== "").join("; ");
  return {
    kind: by === "comment" ? "inSource" : "external",
    status: "accepted",
    ...justification === "" ? {} : { justification: linkless(shownMessage(justification)) }
  };
}
function hashesOf(report, options, place4, items) {
  const redactions = redactionsOf(options.redact);
  const lines2 = /* @__PURE__ */ new Map();
  for (const { finding: finding2 } of items) {
    const wanted = lines2.get(finding2.path) ?? /* @__PURE__ */ new Set();
    lines2.set(finding2.path, wanted.add(place4(finding2.path, finding2.span).line));
  }
  const hashes = /* @__PURE__ */ new Map();
  for (const [path2, wanted] of lines2) {
    const text = report.texts.get(path2);
    if (text === void 0) continue;
    hashes.set(path2, lineHashes(redactedText(text, redactions(path2, text)), wanted));
  }
  return (finding2) => hashes.get(finding2.path)?.get(place4(finding2.path, finding2.span).line) ?? `${finding2.fingerprint}:1`;
}

// src/report/sarif.ts
init_span();
var maxNotifications = 1e3;
function sarifReport(report, options) {
  const { results, left } = sarifResults(report, options);
  const category = options.category === void 0 ? "" : `${encodeURIComponent(options.category)}/`;
  const run2 = {
    tool: {
      driver: {
        name: "nix-secure-lint",
        version: report.version,
        semanticVersion: report.version,
        rules: report.rules.map((rule) => sarifRule(rule, report, options))
      }
    },
    automationDetails: { id: `nix-secure-lint/${category}` },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      "%SRCROOT%": { description: { text: "The top of the repository." } }
    },
    invocations: [
      {
        executionSuccessful: report.conclusion.exitCode !== 3,
        exitCode: report.conclusion.exitCode,
        exitCodeDescription: visible(report.conclusion.why),
        toolExecutionNotifications: notifications(report, left)
      }
    ],
    results
  };
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [run2]
  };
  return jsonText(log);
}
function notifications(report, left) {
  const shown3 = report.notChecked.slice(0, maxNotifications);
  const unshown = report.notChecked.length - shown3.length;
  return [
    ...shown3.map((item) => notChecked(item, report)),
    ...remark("error", unshown > 0 && `${grouped(unshown)} more were not checked`),
    ...remark("error", left > 0 && `${plural(left, "result")} left out, the mildest first`),
    ...report.notes.flatMap((note) => remark("note", note))
  ];
}
function notChecked(item, report) {
  const subject = item.subject === "" ? "" : `${item.subject}: `;
  const notification = {
    level: "error",
    associatedRule: { id: item.rule },
    message: { text: shownMessage(`not checked: ${subject}${item.why}`) }
  };
  if (item.path === "") return notification;
  return { ...notification, locations: [sarifLocation(report, wholeFile, item.path, emptySpan)] };
}
function wholeFile() {
  return { line: 1, column: 1, endLine: 1, endColumn: 1 };
}
function remark(level2, text) {
  return text === false ? [] : [{ level: level2, message: { text: shownMessage(text) } }];
}

// src/report/cells.ts
var wide = [
  [4352, 4447],
  [9001, 9002],
  [11904, 12350],
  [12353, 12871],
  [12880, 19903],
  [19968, 42191],
  [43360, 43388],
  [44032, 55203],
  [63744, 64255],
  [65040, 65049],
  [65072, 65131],
  [65281, 65376],
  [65504, 65510],
  [94176, 101887],
  [110576, 111355],
  [127488, 127743],
  [131072, 262141]
];
function cellsOf(char) {
  const code2 = char.codePointAt(0) ?? 0;
  if (code2 < 768) return 1;
  if (/^[\p{Mn}\p{Me}]/u.test(char)) return 0;
  if (new RegExp("^\\p{Emoji_Presentation}", "u").test(char)) return 2;
  return wide.some(([first, last]) => code2 >= first && code2 <= last) ? 2 : 1;
}
function cells(text) {
  let sum = 0;
  for (const char of text) sum += cellsOf(char);
  return sum;
}

// src/report/excerpt.ts
var tabWidth = 4;
function excerptOf(text, span2, redactions, width) {
  const room = Math.max(8, width);
  const start = Math.max(0, Math.min(span2.start, text.length));
  const from = windowStart(text, start, room);
  const lead = atLineEnd(text, from - 1) ? "" : "…";
  const mark = { start, end: Math.max(start, span2.end) };
  const drawn = draw(text, from, mark, redactions, room - 1);
  const tail = drawn.done || atLineEnd(text, drawn.end) ? "" : "…";
  const indent = cells(lead) + (drawn.before ?? drawn.width);
  return { line: lead + drawn.text + tail, indent, marked: Math.max(1, drawn.marked) };
}
function atLineEnd(text, offset) {
  if (offset < 0 || offset >= text.length) return true;
  const unit = text.charCodeAt(offset);
  return unit === 10 || unit === 13;
}
function windowStart(text, start, width) {
  const near = Math.floor(width * 0.7);
  let from = start;
  while (start - from < near && !atLineEnd(text, from - 1)) from--;
  if (atLineEnd(text, from - 1)) return from;
  return wholeCharacters(text, start - Math.floor(width / 3));
}
var unitsPerCell = 8;
function draw(text, from, mark, redactions, width) {
  const drawn = { text: "", width: 0, before: void 0, marked: 0, end: from, done: false };
  let next = firstEndingAfter(redactions, from);
  while (!drawn.done && !atLineEnd(text, drawn.end)) {
    const redaction = redactions[next];
    const covered = redaction !== void 0 && redaction.span.start <= drawn.end;
    const char = String.fromCodePoint(text.codePointAt(drawn.end) ?? 0);
    const glyph = covered ? visible(redaction.mark) : glyphOf(char, drawn.width);
    const full = drawn.width + cells(glyph) > width;
    if (full || drawn.text.length > width * unitsPerCell) break;
    const end = covered ? redaction.span.end : drawn.end + char.length;
    if (covered) {
      drawn.done = /[\r\n]/.test(text.slice(drawn.end, end));
      next++;
    }
    put(drawn, glyph, end, mark);
  }
  return drawn;
}
function put(drawn, glyph, end, mark) {
  const wide2 = cells(glyph);
  if (end > mark.start) drawn.before ??= drawn.width;
  if (end > mark.start && drawn.end < mark.end) drawn.marked += wide2;
  drawn.text += glyph;
  drawn.width += wide2;
  drawn.end = end;
}
function glyphOf(char, cell) {
  if (char === "	") return " ".repeat(tabWidth - cell % tabWidth);
  return visible(char);
}

// src/report/text.ts
function textReport(report, options) {
  const blocks = [
    ...findingBlocks(report, options),
    ...section(report.changes.map((change2) => changeLine(change2, options))),
    ...section(report.notChecked.map((item) => notCheckedLine(item, options))),
    ...section(report.notes.map((note) => `note: ${shownMessage(note)}`))
  ];
  return withoutCommands(`${[...blocks, summaryLine(report)].join("\n\n")}
`);
}
function section(lines2) {
  return lines2.length === 0 ? [] : [lines2.join("\n")];
}
function findingBlocks(report, options) {
  const place4 = placesOf(report);
  const redactions = redactionsOf(options.redact);
  return report.findings.map((finding2) => {
    const at = place4(finding2.path, finding2.span);
    const text = report.texts.get(finding2.path);
    const gutter = String(at.line).length;
    const room = options.width - gutter - 3;
    const excerpt = text === void 0 ? void 0 : excerptOf(text, finding2.span, redactions(finding2.path, text), room);
    const related2 = finding2.related.map((other) => {
      const there = place4(other.path, other.span);
      return `${visible(other.path)}:${there.line}:${there.column}: ${shownMessage(other.message)}`;
    });
    return [
      header(finding2, `${visible(finding2.path)}:${at.line}:${at.column}`, options),
      ...excerpt === void 0 ? [] : excerptLines(excerpt, at.line, finding2.severity, options),
      ...remarks(finding2, related2, gutter, options)
    ].join("\n");
  });
}
function header(finding2, where, options) {
  const { bold, dim, severity } = paint(options);
  const name = dim(`[${visible(finding2.rule)}/${visible(finding2.reason)}]`);
  const message = shownMessage(finding2.message);
  return `${bold(where)}: ${severity(finding2.severity, finding2.severity)}: ${message} ${name}`;
}
function excerptLines(excerpt, line, level2, options) {
  const { dim, severity } = paint(options);
  const blank = " ".repeat(String(line).length);
  const room = Math.max(1, options.width - blank.length - 3 - excerpt.indent);
  const underline = severity(level2, "^".repeat(Math.min(excerpt.marked, room)));
  return [
    `${dim(`${line} |`)} ${excerpt.line}`,
    `${dim(`${blank} |`)} ${" ".repeat(excerpt.indent)}${underline}`
  ];
}
function remarks(finding2, related2, gutter, options) {
  const { dim } = paint(options);
  const lines2 = [
    ...related2.map((other) => ["see", other]),
    ...finding2.provenance === void 0 ? [] : [["from", visible(finding2.provenance.join(" > "))]],
    ...finding2.help === "" ? [] : [["help", shownMessage(finding2.help)]]
  ];
  const lead = " ".repeat(gutter + 1);
  return lines2.flatMap(([label, text]) => {
    const indent = lead.length + label.length + 4;
    return wrapped(text, options.width - indent).map(
      (part, row) => row === 0 ? `${lead}${dim("=")} ${dim(`${label}:`)} ${part}` : `${" ".repeat(indent)}${part}`
    );
  });
}
function changeLine(change2, options) {
  const { bold } = paint(options);
  const verdict2 = { fail: "change refused", review: "change request", note: "changed" };
  const sides = `${side(change2.from)} -> ${side(change2.to)}`;
  const why = change2.message === void 0 ? "" : `: ${shownMessage(change2.message)}`;
  const url2 = change2.compareUrl === void 0 ? "" : ` ${visible(change2.compareUrl)}`;
  const where = `${visible(change2.path)}: ${visible(change2.subject)}`;
  return `${bold(verdict2[change2.verdict])}: ${where}: ${sides}${why} [${visible(change2.class)}]${url2}`;
}
function side(source) {
  if (source === void 0) return "none";
  const rev = source.rev === void 0 ? "" : `/${source.rev.slice(0, 12)}`;
  return shownMessage(`${source.source}${rev}`);
}
function notCheckedLine(item, options) {
  const { bold } = paint(options);
  const subject = item.subject === "" ? "" : `${visible(item.subject)}: `;
  return `${bold("not checked")}: ${visible(item.path)}: ${subject}${shownMessage(item.why)} [${visible(item.rule)}]`;
}
function wrapped(text, width) {
  const lines2 = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ")) {
    const wide2 = cells(word);
    if (line !== "" && used + 1 + wide2 > width) {
      lines2.push(line);
      line = "";
      used = 0;
    }
    used += wide2 + (line === "" ? 0 : 1);
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines2, line];
}
var severityCodes = {
  error: "1;31",
  warning: "1;33",
  notice: "1;36"
};
function paint(options) {
  const wrap = (code2, text) => options.color ? `\x1B[${code2}m${text}\x1B[0m` : text;
  return {
    bold: (text) => wrap("1", text),
    dim: (text) => wrap("2", text),
    severity: (level2, text) => wrap(severityCodes[level2], text)
  };
}

// src/report/index.ts
var formats = ["text", "json", "sarif", "github", "markdown", "junit", "gitlab"];
var reporters = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  markdown: markdownReport,
  junit: junitReport,
  gitlab: gitlabReport
};
function parseOutput(value) {
  const cut2 = value.indexOf(":");
  const name = cut2 < 0 ? value : value.slice(0, cut2);
  const format = formats.find((candidate) => candidate === name);
  if (format === void 0) {
    return { problem: `unknown format '${name}', expected one of ${formats.join(", ")}` };
  }
  if (cut2 < 0) return { format };
  const file2 = value.slice(cut2 + 1);
  if (file2 === "") return { problem: `format '${value}' names no file after the colon` };
  return { format, file: file2 };
}

// src/arguments.ts
var FLAGS = {
  base: { type: "string" },
  profile: { type: "string" },
  "fail-on": { type: "string" },
  rule: { type: "string", multiple: true },
  policy: { type: "string" },
  format: { type: "string", multiple: true },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" }
};
var COMMANDS = ["check", "explain", "init", "rules", "schema", "debug"];
function parseArguments(argv) {
  try {
    const { values, positionals } = readFlags(argv);
    if (values.help === true) return accept({ name: "help" });
    if (values.version === true) return accept({ name: "version" });
    return accept(readCommand(positionals, values));
  } catch (error3) {
    if (error3 instanceof UsageError || isParseArgsError(error3)) {
      return { ok: false, problem: lowerFirst(error3.message) };
    }
    throw error3;
  }
}
var UsageError = class extends Error {
};
function readFlags(argv) {
  return parseArgs({ args: [...argv], options: FLAGS, strict: true, allowPositionals: true });
}
function isParseArgsError(error3) {
  return error3 instanceof Error && "code" in error3 && String(error3.code).startsWith("ERR_PARSE_ARGS");
}
function lowerFirst(text) {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
function accept(command) {
  return { ok: true, command };
}
function readCommand(positionals, values) {
  const name = COMMANDS.find((candidate) => candidate === positionals[0]);
  const rest = name === void 0 ? positionals : positionals.slice(1);
  switch (name) {
    case void 0:
    case "check":
      return { name: "check", directory: atMostOne(rest), ...checkOptions(values) };
    case "explain": {
      const [topic, ...directory] = rest;
      if (topic === void 0) throw new UsageError("explain needs a rule id or an input path");
      const { options } = checkOptions(values);
      return { name, topic, directory: atMostOne(directory), options };
    }
    case "init":
      return { name, directory: atMostOne(rest) };
    case "rules":
      atMostOne(rest);
      return { name };
    case "schema":
      return { name, of: oneOf("schema", ["policy", "report"], only(rest, "schema")) };
    case "debug": {
      const [what, ...file2] = rest;
      return {
        name,
        what: oneOf("debug", ["lock"], what),
        file: only(file2, "debug lock")
      };
    }
  }
}
function atMostOne(words) {
  const [first, second] = words;
  if (second !== void 0) throw new UsageError(`unexpected argument '${second}'`);
  return first ?? ".";
}
function only(words, command) {
  const [first, second] = words;
  if (first === void 0 || second !== void 0) {
    throw new UsageError(`${command} needs exactly one argument`);
  }
  return first;
}
function checkOptions(values) {
  const options = {
    rules: new Map((values.rule ?? []).map(readRule)),
    ...values.profile !== void 0 && {
      profile: oneOf("--profile", profiles, values.profile)
    },
    ...values["fail-on"] !== void 0 && {
      failOn: oneOf("--fail-on", [...severities, "never"], values["fail-on"])
    },
    ...values.policy !== void 0 && { policy: values.policy },
    ...values.base !== void 0 && { base: values.base }
  };
  return { options, outputs: readOutputs(values.format ?? []) };
}
function oneOf(flag, allowed, value) {
  const found2 = allowed.find((candidate) => candidate === value);
  if (found2 !== void 0) return found2;
  const said = value === void 0 ? "nothing" : `'${value}'`;
  throw new UsageError(`${flag} takes ${allowed.join(", ")}; found ${said}`);
}
function readRule(text) {
  const equals = text.indexOf("=");
  if (equals < 1) throw new UsageError(`--rule takes <id>=<level>; found '${text}'`);
  return [text.slice(0, equals), oneOf("--rule", levelNames, text.slice(equals + 1))];
}
function readOutputs(formats2) {
  const outputs = formats2.map((format) => {
    const output = parseOutput(format);
    if ("problem" in output) throw new UsageError(output.problem);
    return output;
  });
  if (outputs.filter((output) => output.file === void 0).length > 1) {
    throw new UsageError("only one format can go to standard output, give the others a file");
  }
  return outputs;
}

// src/commands/help.ts
var helpText2 = `nix-secure-lint: hygiene of the Nix supply chain

usage
  nix-secure-lint [check] [dir]          lint a repository (default: the current directory)
  nix-secure-lint explain <rule id | input path> [dir]
  nix-secure-lint init [dir]             write a commented policy that makes today green
  nix-secure-lint rules                  list every rule
  nix-secure-lint schema policy|report   print a JSON Schema
  nix-secure-lint debug lock <file>      the effective input graph of a lock, as JSON

options of check
  --base <revision>                      take the policy from this revision and say what the head loosens
  --profile default|strict|pedantic      how much is reported (default: default)
  --fail-on error|warning|notice|never   what makes the exit status 1 (default: error)
  --rule <id>=off|notice|warning|error   level of one rule, repeatable
  --policy <file>                        default: .github/nix-secure-lint.yml, nix-secure-lint.yml
  --format <name>[:<file>]               text, json, sarif, github, markdown, junit or gitlab, repeatable

  --help, --version

exit status
  0 clean   1 a finding at or above --fail-on   2 usage or policy error   3 incomplete
`;

// src/host.ts
import { realpathSync as realpathSync2 } from "node:fs";
import { resolve as resolve2 } from "node:path";

// src/host/exec.ts
import { spawnSync } from "node:child_process";
function exec(program, args, options) {
  const run2 = spawnSync(program, [...args], {
    cwd: options.directory,
    env: options.environment,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: options.timeoutMilliseconds,
    killSignal: "SIGKILL",
    maxBuffer: options.maxOutputBytes,
    windowsHide: true
  });
  const code2 = run2.error !== void 0 && "code" in run2.error ? String(run2.error.code) : void 0;
  const failures = /* @__PURE__ */ new Map([
    ["ENOENT", "not-found"],
    ["EACCES", "denied"],
    ["ETIMEDOUT", "timeout"],
    ["ENOBUFS", "output-limit"]
  ]);
  const failed = code2 === void 0 ? void 0 : failures.get(code2) ?? "denied";
  const failureKind = failed ?? (run2.signal === null ? void 0 : "signal");
  return {
    status: run2.status ?? void 0,
    stdout: run2.stdout ?? new Uint8Array(),
    stderr: run2.stderr?.toString("utf8") ?? "",
    ...failureKind && { failure: failureKind }
  };
}

// src/host/files.ts
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync
} from "node:fs";
import { join, relative, sep } from "node:path";

// src/host/decode.ts
function decode(bytes2) {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes2);
  if (!text.includes("�")) return { ok: true, text, lossy: false };
  const lossy = Buffer.compare(Buffer.from(text, "utf8"), bytes2) !== 0;
  return { ok: true, text, lossy };
}

// src/host/files.ts
function readInside(root, path2, maxBytes2) {
  const full = join(root, path2);
  try {
    const stat = lstatSync(full);
    if (!stat.isSymbolicLink()) return readRegular(full, path2, maxBytes2);
    const real = realpathSync(full);
    if (!real.startsWith(root + sep)) {
      return { ok: false, cause: "parse", problem: "link leads out of the linted directory" };
    }
    return readRegular(real, relative(root, real).split(sep).join("/"), maxBytes2);
  } catch (error3) {
    return failure(error3);
  }
}
function failure(error3) {
  const code2 = error3 instanceof Error && "code" in error3 ? String(error3.code) : "unknown error";
  switch (code2) {
    case "ENOENT":
    case "ENOTDIR":
      return { ok: false, cause: "missing", problem: "file does not exist" };
    case "ELOOP":
      return { ok: false, cause: "parse", problem: "link leads in a circle" };
    case "EACCES":
    case "EPERM":
      return { ok: false, cause: "parse", problem: "file may not be read" };
    default:
      return { ok: false, cause: "parse", problem: `file cannot be read (${code2})` };
  }
}
function readRegular(full, realPath, maxBytes2) {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file2 = openSync(full, flags);
  try {
    const stat = fstatSync(file2);
    if (!stat.isFile()) return { ok: false, cause: "parse", problem: "not a regular file" };
    const bytes2 = Buffer.allocUnsafe(Math.min(stat.size, maxBytes2) + 1);
    let length = 0;
    while (length < bytes2.length) {
      const got = readSync(file2, bytes2, length, bytes2.length - length, null);
      if (got === 0) break;
      length += got;
    }
    if (length > maxBytes2) {
      return { ok: false, cause: "limit", problem: `file is larger than ${maxBytes2} bytes` };
    }
    return { ...decode(bytes2.subarray(0, length)), realPath };
  } finally {
    closeSync(file2);
  }
}

// src/host/git.ts
var GIT_TIMEOUT_MILLISECONDS = 3e4;
var MAX_LISTING_BYTES = 256 * 1024 * 1024;
var HARDENING = [
  "--no-pager",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "protocol.ext.allow=never",
  "-c",
  "protocol.file.allow=never"
];
var REVISION = /^(?!-)(?!.*\.\.)[A-Za-z0-9._/@{}^~-]{1,250}$/;
function createGit(root, environment, exec2) {
  const options = {
    directory: root,
    environment: gitEnvironment(environment),
    timeoutMilliseconds: GIT_TIMEOUT_MILLISECONDS,
    maxOutputBytes: MAX_LISTING_BYTES
  };
  const git = (args, maxOutputBytes = MAX_LISTING_BYTES) => exec2("git", [...HARDENING, ...args], { ...options, maxOutputBytes });
  return {
    list: () => list(git),
    prefix: () => {
      const run2 = git(["rev-parse", "--show-prefix"]);
      return run2.status === 0 ? Buffer.from(run2.stdout).toString("utf8").replace(/\n$/, "") : "";
    },
    resolve: (revision) => resolve(git, revision),
    readAt: (revision, path2, maxBytes2) => readAt(git, revision, path2, maxBytes2)
  };
}
function gitEnvironment(environment) {
  const kept = {
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0"
  };
  for (const name of ["PATH", "HOME", "XDG_CONFIG_HOME", "SystemRoot", "USERPROFILE"]) {
    const value = environment[name];
    if (value !== void 0) kept[name] = value;
  }
  return kept;
}
function list(git) {
  const run2 = git(["ls-files", "-z", "--stage", "--", "."]);
  if (run2.failure === "not-found") return void 0;
  if (run2.status !== 0) {
    if (/not a git repository/.test(run2.stderr)) return void 0;
    const said = run2.stderr.split("\n")[0] ?? "";
    return { ok: false, problem: `git cannot list the tracked files: ${said}` };
  }
  return { ok: true, entries: trackedEntries(run2.stdout), tracked: true };
}
function trackedEntries(stdout) {
  const entries = /* @__PURE__ */ new Map();
  for (const line of Buffer.from(stdout).toString("utf8").split("\0")) {
    const tab = line.indexOf("	");
    if (tab < 0) continue;
    const mode = line.slice(0, 6);
    const path2 = line.slice(tab + 1);
    if (mode === "160000") continue;
    entries.set(path2, { path: path2, type: trackedType(mode, path2) });
  }
  return [...entries.values()].sort((a, b) => a.path < b.path ? -1 : 1);
}
function trackedType(mode, path2) {
  if (path2.includes("�")) return "odd-name";
  return mode === "120000" ? "link" : "file";
}
function resolve(git, revision) {
  if (!REVISION.test(revision)) return void 0;
  const run2 = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  const id = Buffer.from(run2.stdout).toString("utf8").trim();
  return run2.status === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : void 0;
}
function readAt(git, revision, path2, maxBytes2) {
  const commit = resolve(git, revision);
  if (commit === void 0) {
    return { ok: false, cause: "missing", problem: `revision ${revision} is not at hand` };
  }
  const run2 = git(["cat-file", "blob", `${commit}:./${path2}`], maxBytes2);
  if (run2.failure === "output-limit") {
    return { ok: false, cause: "limit", problem: `file is larger than ${maxBytes2} bytes` };
  }
  if (run2.status !== 0) {
    return { ok: false, cause: "missing", problem: `no such file at ${revision}` };
  }
  return { ...decode(run2.stdout), realPath: path2 };
}

// src/host/walk.ts
import { readdirSync } from "node:fs";
import { join as join2 } from "node:path";
var FOREIGN_FOLDERS = /* @__PURE__ */ new Set([".git", ".hg", ".jj", ".direnv", ".devenv", "node_modules"]);
var MAX_ENTRIES = 5e5;
function walk(root) {
  const entries = [];
  const folders = [""];
  while (folders.length > 0 && entries.length < MAX_ENTRIES) {
    const folder = folders.pop() ?? "";
    for (const child of children(join2(root, folder))) {
      const path2 = folder === "" ? child.name : `${folder}/${child.name}`;
      if (child.isDirectory()) {
        if (!FOREIGN_FOLDERS.has(child.name)) folders.push(path2);
        continue;
      }
      entries.push({ path: path2, type: entryType(child) });
    }
  }
  return entries.sort((a, b) => a.path < b.path ? -1 : 1);
}
function children(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
function entryType(child) {
  if (child.name.includes("�")) return "odd-name";
  if (child.isSymbolicLink()) return "link";
  return child.isFile() ? "file" : "special";
}

// src/host.ts
function nodeHost(directory, environment, now) {
  const root = realpathSync2(resolve2(directory));
  const git = createGit(root, environment, exec);
  return {
    now,
    exec,
    list: () => git.list() ?? { ok: true, entries: walk(root), tracked: false },
    prefix: () => git.prefix(),
    read: (path2, maxBytes2) => readInside(root, path2, maxBytes2),
    readAt: (revision, path2, maxBytes2) => git.readAt(revision, path2, maxBytes2),
    resolveRevision: (revision) => git.resolve(revision)
  };
}

// src/cli.ts
init_fault();
init_run();
init_version();
var USAGE = 2;
var INCOMPLETE2 = 3;
var DEFAULT_WIDTH = 100;
process.stdout.on("error", () => {
});
main().catch((error3) => {
  const name = error3 instanceof Error ? error3.name : typeof error3;
  fail(INCOMPLETE2, `internal error (${name}); nothing was concluded. Please report it.`);
  if (process.env["NIX_SECURE_LINT_DEBUG"] === "1" && error3 instanceof Error) {
    process.stderr.write(`${visible(error3.stack ?? "")}
`);
  }
});
async function main() {
  const parsed = parseArguments(process.argv.slice(2));
  if (!parsed.ok) return fail(USAGE, `${parsed.problem}; see --help`);
  await perform(parsed.command);
}
async function perform(command) {
  switch (command.name) {
    case "help":
      return print(helpText2);
    case "version":
      return print(`${version2}
`);
    case "check":
      return check(command);
    case "rules":
      return print((await Promise.resolve().then(() => (init_rules2(), rules_exports))).rulesText());
    case "schema":
      return print((await Promise.resolve().then(() => (init_schema2(), schema_exports))).schemaText(command.of));
    case "debug":
      return debugLock(command.file);
    case "explain":
    case "init":
      return withHost(command.directory, async (host) => {
        const { explain: explain2, init: init2 } = await Promise.resolve().then(() => (init_policy2(), policy_exports));
        const done = command.name === "init" ? await init2(host) : await explain2(command, host);
        if (!done.ok) return failAll(done.faults);
        for (const file2 of done.files) writeNew(join3(command.directory, file2.path), file2.text);
        print(done.text);
      });
  }
}
async function withHost(directory, action) {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    return fail(USAGE, `'${directory}' is no directory`);
  }
  await action(nodeHost(directory, process.env, /* @__PURE__ */ new Date()));
}
async function check(command) {
  await withHost(command.directory, async (host) => {
    const outcome = await run(command.options, host);
    if (!outcome.ok) return failAll(outcome.faults);
    const outputs = command.outputs.some((output) => output.file === void 0) ? command.outputs : [...command.outputs, { format: defaultFormat() }];
    for (const output of outputs) write2(outcome.report, output);
    process.exitCode = outcome.report.conclusion.exitCode;
  });
}
function defaultFormat() {
  return process.env["GITHUB_ACTIONS"] === "true" ? "github" : "text";
}
function write2(report, output) {
  const toTerminal = output.file === void 0 && process.stdout.isTTY;
  const text = reporters[output.format](report, {
    color: toTerminal && wantsColor(),
    width: toTerminal ? process.stdout.columns : DEFAULT_WIDTH,
    redact: () => [],
    suppressed: true
  });
  if (output.file === void 0) return print(text);
  const file2 = resolve3(output.file);
  mkdirSync(dirname(file2), { recursive: true });
  writeFileSync(file2, text);
}
function wantsColor() {
  return (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb";
}
async function debugLock(file2) {
  const { parseFlakeLock: parseFlakeLock2 } = await Promise.resolve().then(() => (init_flake_lock(), flake_lock_exports));
  const { lockGraphJson: lockGraphJson2 } = await Promise.resolve().then(() => (init_lock_graph2(), lock_graph_exports));
  const text = readNamed(file2);
  if (text === void 0) return;
  const parsed = parseFlakeLock2(text, file2.endsWith("devenv.lock") ? "devenv" : "flake");
  if (parsed.kind === "flake-lock") return print(lockGraphJson2(parsed.model));
  const { lineIndex: lineIndex2 } = await Promise.resolve().then(() => (init_span(), span_exports));
  const { line, column } = lineIndex2(text).position(parsed.model.at.start);
  fail(1, formatFault({ path: file2, line, column, message: parsed.model.problem }));
}
function readNamed(file2) {
  try {
    return readFileSync(file2, "utf8");
  } catch {
    fail(USAGE, `'${file2}' cannot be read`);
    return void 0;
  }
}
function writeNew(file2, text) {
  mkdirSync(dirname(file2), { recursive: true });
  writeFileSync(file2, text, { flag: "wx" });
}
function print(text) {
  process.stdout.write(text);
}
function failAll(faults) {
  for (const fault2 of faults) fail(USAGE, fault2.path === "" ? fault2.message : formatFault(fault2));
}
function fail(exitCode, message) {
  process.stderr.write(`nix-secure-lint: ${visible(message)}
`);
  process.exitCode = exitCode;
}
