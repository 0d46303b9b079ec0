// The rows as a table, as a file, and beside an earlier file: what got worse, and by how much.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { readJson } from '../files.mjs';
import { scratch } from '../paths.mjs';

/** @typedef {import('./measure.mjs').Row} Row */
/** @typedef {{ at: string, machine: Record<string, string | number>, rows: Row[] }} Result */

const folder = join(scratch, 'bench');
const last = join(folder, 'last.json');

/** One run differs from the next by this much on a machine that does nothing else. */
const NOISE = 0.1;

/** @param {readonly Row[]} rows */
export function tableOf(rows) {
  const lines = rows.map(({ what, ours, yardstick, theirs, unit, goal, moreIsBetter }) => {
    const sign = moreIsBetter === true ? '≥' : '≤';
    const wanted = goal === undefined ? '' : `${sign} ${goal.toFixed(2)}`;
    const ratio = (ours / theirs).toFixed(2);
    return `| ${what} | ${figure(ours)} ${unit} | ${yardstick} | ${figure(theirs)} ${unit} | ${ratio} | ${wanted} |`;
  });
  return ['| what | ours | yardstick | theirs | ratio | goal |', '| --- | --- | --- | --- | --- | --- |', ...lines];
}

/**
 * Rows that were measured stand in for those of the last run, so that a part may be measured alone.
 * @param {readonly Row[]} rows @returns {string} the file
 */
export function keep(rows) {
  mkdirSync(folder, { recursive: true });
  const measured = new Set(rows.map(({ what }) => what));
  const others = existsSync(last) ? read(last).rows.filter(({ what }) => !measured.has(what)) : [];
  const machine = {
    cores: availableParallelism(),
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
  };
  /** @type {Result} */
  const result = { at: new Date().toISOString(), machine, rows: [...rows, ...others] };
  const text = `${JSON.stringify(result, null, 2)}\n`;
  const file = join(folder, `${result.at.replaceAll(':', '-')}.json`);
  writeFileSync(file, text);
  writeFileSync(last, text);
  return file;
}

/** `null` before the first run. @param {string | undefined} file */
export function earlier(file) {
  const named = file ?? (existsSync(last) ? last : null);
  return named === null ? null : read(named);
}

/** By their ratios, because milliseconds do not travel. @param {Result} before @param {readonly Row[]} rows */
export function comparison(before, rows) {
  const known = new Map(before.rows.map((row) => [row.what, row]));
  const worse = rows.flatMap((row) => {
    const old = known.get(row.what);
    const change = old === undefined ? 0 : costOf(row) / costOf(old) - 1;
    return old !== undefined && change > NOISE
      ? [`✗ ${row.what}: ${Math.round(change * 100)} % worse (${ratioOf(old)} → ${ratioOf(row)})`]
      : [];
  });
  const heading = `Beside the run of ${before.at}:`;
  return worse.length === 0 ? [`${heading} nothing got worse.`] : [heading, ...worse];
}

/** @param {Row} row */
const costOf = ({ ours, theirs, moreIsBetter }) => (moreIsBetter === true ? theirs / ours : ours / theirs);

/** @param {Row} row */
const ratioOf = ({ ours, theirs }) => (ours / theirs).toFixed(2);

/** @param {string} file @returns {Result} */
const read = (file) => readJson(file);

/** @param {number} value */
function figure(value) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
