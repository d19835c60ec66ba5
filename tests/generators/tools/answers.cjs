// What the recorders in JavaScript share: inputs in, answers out, values with their types.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

// The packages are in the folder that record.py names, not beside this file.
const root = process.env.GENERATORS_TOOLS;
const need = createRequire(path.join(root, 'package.json'));
const version = (name, folder = 'node_modules') =>
  JSON.parse(fs.readFileSync(path.join(root, folder, name, 'package.json'), 'utf8')).version;

function typed(value) {
  if (value === undefined) return undefined;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $number: String(value) };
  if (typeof value === 'bigint') return { $number: String(value) };
  if (value instanceof Date || Object.prototype.toString.call(value) === '[object Date]')
    return { $date: Number.isNaN(value.getTime()) ? 'invalid' : value.toISOString() };
  if (value instanceof Set) return { $set: [...value].map(typed) };
  if (ArrayBuffer.isView(value)) return { $binary: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map((each) => typed(each) ?? null);
  // smol-toml has a class of its own for dates without a time or an offset.
  if (typeof value.toISOString === 'function') return { $date: value.toISOString() };
  if (typeof value === 'function' || typeof value === 'symbol') return { $other: String(value) };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, typed(each)]));
}

const date = (value) => {
  if (value === undefined || value === null) return null;
  const found = value.toDate ? value.toDate() : value;
  if (!(typeof found.getTime === 'function')) return { $other: String(found) };
  return Number.isNaN(found.getTime()) ? 'invalid' : found.toISOString();
};

const error = (caught) => ({ error: String((caught && caught.message) || caught) });

async function answer(versions, one) {
  const inputs = JSON.parse(fs.readFileSync(process.env.GENERATORS_INPUTS, 'utf8'));
  const answers = [];
  for (const input of inputs) {
    try {
      answers.push(await one(input));
    } catch (caught) {
      answers.push({ ...error(caught), ...(caught && caught.beside) });
    }
  }
  fs.writeFileSync(process.env.GENERATORS_ANSWERS, JSON.stringify({ versions, answers }));
}

module.exports = { answer, date, error, need, root, typed, version };
