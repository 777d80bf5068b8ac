/**
 * Runs the Apps Script of docs/ in a world of its own with a small stand-in for Google's globals. What it fetches is
 * fetched by the thread that started it, while this one waits as Google's does.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';

const { port, signal, code, bound, formId } = workerData;
const flag = new Int32Array(signal);
const world = {
  ahead: 0,
  properties: {},
  triggers: [],
  alerts: [],
  logs: [],
  slept: [],
  fetches: 0,
  costMs: 0,
};
const form = { items: [], responses: [], collectsEmail: false };
let locked = false;

const now = () => globalThis.Date.now() + world.ahead;
class WorldDate extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [now()] : given));
  }
  static now() {
    return now();
  }
}

const itemOf = ({ title, type = 'TEXT', rows = [] }) => ({
  getType: () => ({ toString: () => type }),
  getTitle: () => title,
  asGridItem: () => ({ getRows: () => rows }),
  asCheckboxGridItem: () => ({ getRows: () => rows }),
});
const responseOf = ({ id, at, email, answers }) => ({
  getId: () => id,
  getTimestamp: () => new WorldDate(at),
  getRespondentEmail: () => email ?? '',
  // Google gives no item response for a question that was not answered.
  getResponseForItem: (item) =>
    answers[item.getTitle()] === undefined ? null : { getResponse: () => answers[item.getTitle()] },
});
const activeForm = {
  getId: () => formId,
  getTitle: () => 'ลงทะเบียนผู้ขาย',
  getItems: () => form.items.map(itemOf),
  collectsEmail: () => form.collectsEmail,
  getResponse: (id) => {
    const found = form.responses.find((each) => each.id === id);
    if (!found) throw new Error('No response with this id');
    return responseOf(found);
  },
  getResponses: (after) =>
    form.responses
      .filter(({ at }) => !after || Date.parse(at) > after.getTime())
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
      .map(responseOf),
};

function fetchNow(url, options) {
  world.fetches++;
  world.ahead += world.costMs;
  Atomics.store(flag, 0, 0);
  port.postMessage({ url, options });
  Atomics.wait(flag, 0, 0, 60_000);
  const { failure, status, headers, text } = receiveMessageOnPort(port).message;
  if (failure) throw new Error(`Address unavailable: ${url}`);
  return { getResponseCode: () => status, getHeaders: () => headers, getContentText: () => text };
}

const triggerMaker = (handler) => {
  const made = { handler, kind: '' };
  const chain = {
    forForm: () => ((made.kind = 'form'), chain),
    onFormSubmit: () => chain,
    timeBased: () => ((made.kind = 'time'), chain),
    everyMinutes: (minutes) => ((made.everyMinutes = minutes), chain),
    after: (ms) => ((made.after = ms), chain),
    create: () => void world.triggers.push({ ...made, getHandlerFunction: () => handler }),
  };
  return chain;
};
const menu = {
  addItem: (title, handler) => (world.menu.push([title, handler]), menu),
  addToUi: () => undefined,
};
const ui = {
  createMenu: () => ((world.menu = []), menu),
  alert: (text) => void world.alerts.push(text),
};

const context = createContext({
  Date: WorldDate,
  FormApp: {
    getActiveForm: () => (bound === 'form' ? activeForm : null),
    openByUrl: () => activeForm,
    getUi: () => ui,
  },
  SpreadsheetApp: {
    getActiveSpreadsheet: () => (bound === 'sheet' ? { getFormUrl: () => 'https://forms.example/x' } : null),
    getUi: () => ui,
  },
  PropertiesService: {
    getScriptProperties: () => ({
      getProperty: (key) => world.properties[key] ?? null,
      getProperties: () => ({ ...world.properties }),
      setProperty: (key, value) => {
        if (Buffer.byteLength(value) > 9_000) throw new Error('Argument too large: value');
        world.properties[key] = value;
      },
      deleteProperty: (key) => void delete world.properties[key],
    }),
  },
  LockService: {
    getScriptLock: () => ({
      tryLock: () => !locked && (locked = true),
      releaseLock: () => void (locked = false),
    }),
  },
  ScriptApp: {
    getProjectTriggers: () => [...world.triggers],
    deleteTrigger: (trigger) => void (world.triggers = world.triggers.filter((each) => each !== trigger)),
    newTrigger: triggerMaker,
  },
  UrlFetchApp: { fetch: fetchNow },
  Utilities: {
    getUuid: () => randomUUID(),
    sleep: (ms) => {
      world.slept.push(ms);
      world.ahead += ms;
    },
  },
  Logger: { log: (text) => void world.logs.push(text) },
});
runInContext(readFileSync(code, 'utf8'), context, { filename: 'Code.gs' });

const commands = {
  items: ({ items, collectsEmail = false }) => Object.assign(form, { items, collectsEmail }),
  /** A new answer, or an edited one under the id it had; the form's triggers fire `times` times. */
  submit: ({ response, times = 1 }) => {
    form.responses = [...form.responses.filter(({ id }) => id !== response.id), response];
    const installed = world.triggers.filter(({ kind }) => kind === 'form');
    for (let i = 0; i < times; i++)
      for (const { handler } of installed) context[handler]({ response: responseOf(response) });
  },
  fill: ({ responses }) => void (form.responses = responses),
  remove: ({ id }) => void (form.responses = form.responses.filter((each) => each.id !== id)),
  property: ({ key, value }) => void (world.properties[key] = value),
  world: ({ ahead = 0, costMs = world.costMs }) => {
    world.ahead += ahead;
    world.costMs = costMs;
  },
  lock: ({ taken }) => void (locked = taken),
  run: ({ name }) => void context[name](),
};

parentPort.on('message', ({ command, input }) => {
  try {
    commands[command](input);
    const triggers = world.triggers.map(({ handler, kind, everyMinutes, after }) => ({
      ...{ handler, kind, everyMinutes, after },
    }));
    parentPort.postMessage({ ...world, triggers, properties: { ...world.properties } });
    Object.assign(world, { alerts: [], logs: [], slept: [], fetches: 0 });
  } catch (error) {
    parentPort.postMessage({ error: String(error.stack ?? error) });
  }
});
