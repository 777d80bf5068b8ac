/**
 * ส่งคำตอบของ Google Form เข้าระบบทะเบียนผู้ขาย ตลาดกลาง ชสอ. ออนไลน์
 * วิธีติดตั้งอยู่ใน README.md ที่อยู่และคีย์อยู่ใน Script Properties เท่านั้น (REGISTRY_URL, REGISTRY_KEY) ห้ามเขียนลงในสคริปต์นี้
 *
 * Pushes the answers of a form to the seller registry. An answer is put into the queue first and sent then, so none is
 * lost; the registry knows it by its response id, so none is doubled. The queue holds response ids only.
 */

var BATCH = 50; // คำตอบต่อการส่งหนึ่งครั้ง (ระบบรับได้ไม่เกิน 100)
var BUDGET_MS = 4.5 * 60 * 1000; // Google หยุดสคริปต์ที่ 6 นาที
var TRIES_AT_ONCE = 3;
var LONGEST_SLEEP_MS = 30 * 1000;
var LONGEST_WAIT_MS = 6 * 60 * 60 * 1000;
var MOST_QUEUED = 1500; // Script Properties เก็บได้ 500 kB
var MOST_STUCK = 300; // เกินนี้ไม่จดชื่อ ให้ส่งทั้งหมดอีกครั้งหลังแก้ไข
var WAITING = 'wait:';
var STUCK = 'stuck:';
var RECONCILING = 'reconcile';
var LAST = 'lastReconcile';

/** เมนูในหน้าแบบฟอร์มหรือตารางคำตอบ */
function onOpen() {
  ui_()
    .createMenu('ทะเบียนผู้ขาย')
    .addItem('ตั้งค่าและตรวจการเชื่อมต่อ', 'setup')
    .addItem('ส่งคำตอบทั้งหมดเพื่อกระทบยอด', 'reconcileAll')
    .addItem('ดูสถานะการส่ง', 'showState')
    .addItem('ส่งรายการที่ค้างอีกครั้ง', 'retryStuck')
    .addToUi();
}

/** เรียกครั้งแรกครั้งเดียว เรียกซ้ำได้ ไม่เกิดทริกเกอร์ซ้ำ */
function setup() {
  var form = form_();
  dropTriggers_(['onAnswer', 'flushQueue']);
  ScriptApp.newTrigger('onAnswer').forForm(form).onFormSubmit().create();
  ScriptApp.newTrigger('flushQueue').timeBased().everyMinutes(10).create();
  // ไม่มีคำตอบในคำขอ ระบบจึงตอบ 400 เมื่อที่อยู่และคีย์ถูกต้อง
  var answer = post_([]);
  var ready = answer.status === 400 && answer.code === 'VALIDATION_FAILED';
  say_(
    ready
      ? 'ตั้งค่าเรียบร้อย ต่อไปคำตอบใหม่จะส่งเข้าระบบเอง หากมีคำตอบเก่าอยู่แล้ว ให้เลือกเมนู “ส่งคำตอบทั้งหมดเพื่อกระทบยอด”'
      : 'ติดตั้งทริกเกอร์แล้ว แต่ยังส่งไม่ได้: ' + sentence_(answer),
  );
}

/** ทริกเกอร์ของแบบฟอร์ม: คำตอบใหม่หรือคำตอบที่แก้ไข */
function onAnswer(event) {
  enqueue_(event.response.getId());
  flushQueue();
}

/** ทริกเกอร์ทุก 10 นาที: ส่งสิ่งที่ค้าง และทำการกระทบยอดที่ยังไม่จบต่อ */
function flushQueue() {
  withLock_(function (deadline) {
    flushDue_(deadline);
    if (property_(RECONCILING)) reconcile_(deadline);
  });
}

/** เมนู: ส่งทั้งแบบฟอร์มตั้งแต่คำตอบแรก */
function reconcileAll() {
  PropertiesService.getScriptProperties().setProperty(
    RECONCILING,
    JSON.stringify({ after: 0, sent: 0, tries: 0, notBefore: 0, outcomes: {} }),
  );
  var begun = withLock_(reconcile_);
  if (!begun) return say_('กำลังส่งรายการอื่นอยู่ การกระทบยอดจะเริ่มเองภายใน 10 นาที');
  say_(stateText_());
}

/** ทริกเกอร์ครั้งเดียว: ทำต่อจากที่ค้างไว้ */
function continueReconciliation() {
  withLock_(function (deadline) {
    if (property_(RECONCILING)) reconcile_(deadline);
  });
}

/** เมนู: คิวเป็นอย่างไร */
function showState() {
  say_(stateText_());
}

/** เมนู: หลังแก้คีย์ ที่อยู่ หรือคำตอบแล้ว */
function retryStuck() {
  ids_(STUCK).forEach(function (id) {
    PropertiesService.getScriptProperties().deleteProperty(STUCK + id);
    enqueue_(id);
  });
  ids_(WAITING).forEach(function (id) {
    enqueue_(id);
  });
  flushQueue();
  say_(stateText_());
}

// ---- คิว · the queue ----

/** Written before anything is sent. The value is new each time, so that an edit during a sending is not forgotten. */
function enqueue_(id) {
  var properties = PropertiesService.getScriptProperties();
  properties.deleteProperty(STUCK + id);
  if (ids_(WAITING).length >= MOST_QUEUED) {
    // แน่นเกินไป: แบบฟอร์มเก็บคำตอบทั้งหมดอยู่แล้ว จึงส่งใหม่ทั้งหมดแทน
    if (!property_(RECONCILING))
      properties.setProperty(
        RECONCILING,
        JSON.stringify({ after: 0, sent: 0, tries: 0, notBefore: 0, outcomes: {} }),
      );
    return;
  }
  properties.setProperty(WAITING + id, JSON.stringify({ tries: 0, due: 0, mark: Utilities.getUuid() }));
}

function ids_(prefix) {
  return Object.keys(PropertiesService.getScriptProperties().getProperties())
    .filter(function (key) {
      return key.indexOf(prefix) === 0;
    })
    .map(function (key) {
      return key.slice(prefix.length);
    });
}

function property_(key) {
  var text = PropertiesService.getScriptProperties().getProperty(key);
  return text ? JSON.parse(text) : null;
}

function flushDue_(deadline) {
  var form = form_();
  var due = ids_(WAITING)
    .map(function (id) {
      return { id: id, entry: property_(WAITING + id) };
    })
    .filter(function (each) {
      return each.entry && each.entry.due <= Date.now();
    });
  for (var from = 0; from < due.length && Date.now() < deadline; from += BATCH) {
    if (!sendQueued_(form, due.slice(from, from + BATCH), deadline)) return;
  }
}

/** False when the registry is away: then the rest waits too. */
function sendQueued_(form, batch, deadline) {
  var entries = {};
  var responses = [];
  batch.forEach(function (each) {
    var response = responseOf_(form, each.id);
    entries[each.id] = each.entry;
    // ถูกลบออกจากแบบฟอร์มแล้ว จึงไม่มีอะไรให้ส่ง
    if (response) responses.push(response);
    else settle_(each.id, each.entry);
  });
  var result = send_(form, responses, deadline);
  result.done.forEach(function (id) {
    settle_(id, entries[id]);
  });
  result.stuck.forEach(function (each) {
    settle_(each.id, entries[each.id]);
    stick_(each.id, each.why);
  });
  result.later.forEach(function (id) {
    postpone_(id, entries[id], result.waitMs);
  });
  return result.later.length === 0;
}

/** Out of the queue, unless the answer was edited while it was being sent. */
function settle_(id, entry) {
  var now = property_(WAITING + id);
  if (now && now.mark === entry.mark) PropertiesService.getScriptProperties().deleteProperty(WAITING + id);
}

/** Beyond so many the form itself is the list: mended, all of it is sent again. */
function stick_(id, why) {
  if (!property_(STUCK + id) && ids_(STUCK).length >= MOST_STUCK) return;
  PropertiesService.getScriptProperties().setProperty(STUCK + id, JSON.stringify({ why: why.slice(0, 100) }));
}

function unstick_(id) {
  PropertiesService.getScriptProperties().deleteProperty(STUCK + id);
}

function postpone_(id, entry, waitMs) {
  var tries = entry.tries + 1;
  var due = Date.now() + Math.max(waitMs, pause_(60 * 1000, tries));
  var now = property_(WAITING + id);
  if (!now || now.mark !== entry.mark) return;
  PropertiesService.getScriptProperties().setProperty(
    WAITING + id,
    JSON.stringify({ tries: tries, due: due, mark: entry.mark }),
  );
}

/** 1, 2, 4, … times `first`, with jitter, at most six hours. */
function pause_(first, tries) {
  return Math.min(first * Math.pow(2, tries - 1), LONGEST_WAIT_MS) * (0.75 + Math.random() / 2);
}

// ---- กระทบยอด · reconciliation ----

/** Goes on where it stopped, by time, so that an answer edited meanwhile is met again at its new place. */
function reconcile_(deadline) {
  dropTriggers_(['continueReconciliation']);
  var state = property_(RECONCILING);
  if (state.notBefore > Date.now()) return continueIn_(state.notBefore - Date.now());
  var form = form_();
  var responses = state.after ? form.getResponses(new Date(state.after - 1)) : form.getResponses();
  for (var from = 0; from < responses.length; from += BATCH) {
    if (Date.now() >= deadline) return pauseReconciliation_(state, 60 * 1000);
    var batch = responses.slice(from, from + BATCH);
    var result = send_(form, batch, deadline);
    if (result.blocked) return finishReconciliation_(state, 'หยุด: ' + result.blocked);
    // ที่ส่งสำเร็จแล้วไม่ค้างอีก
    result.done.forEach(unstick_);
    result.stuck.forEach(function (each) {
      stick_(each.id, each.why);
    });
    if (result.later.length > 0) {
      state.tries++;
      return pauseReconciliation_(state, Math.max(result.waitMs, pause_(60 * 1000, state.tries)));
    }
    state.tries = 0;
    state.sent += batch.length;
    state.after = batch[batch.length - 1].getTimestamp().getTime();
    Object.keys(result.outcomes).forEach(function (outcome) {
      state.outcomes[outcome] = (state.outcomes[outcome] || 0) + result.outcomes[outcome];
    });
    saveReconciliation_(state);
  }
  finishReconciliation_(state, 'ครบแล้ว');
}

function saveReconciliation_(state) {
  PropertiesService.getScriptProperties().setProperty(RECONCILING, JSON.stringify(state));
}

function pauseReconciliation_(state, waitMs) {
  state.notBefore = Date.now() + (waitMs > 60 * 1000 ? waitMs : 0);
  saveReconciliation_(state);
  continueIn_(waitMs);
}

function continueIn_(waitMs) {
  ScriptApp.newTrigger('continueReconciliation')
    .timeBased()
    .after(Math.max(waitMs, 60 * 1000))
    .create();
}

function finishReconciliation_(state, how) {
  var properties = PropertiesService.getScriptProperties();
  properties.setProperty(
    LAST,
    JSON.stringify({ at: new Date().toISOString(), how: how, sent: state.sent, outcomes: state.outcomes }),
  );
  properties.deleteProperty(RECONCILING);
}

/** Triggers of other scripts in the project stay. */
function dropTriggers_(handlers) {
  ScriptApp.getProjectTriggers().forEach(function (trigger) {
    if (handlers.indexOf(trigger.getHandlerFunction()) >= 0) ScriptApp.deleteTrigger(trigger);
  });
}

// ---- ส่ง · sending ----

/**
 * Sends responses and says of each id what to do: `done`, `stuck` (trying again will not help) or `later`. `blocked` is
 * said of a key or an address that is wrong, which concerns all.
 */
function send_(form, responses, deadline) {
  var result = { done: [], stuck: [], later: [], waitMs: 0, outcomes: {}, blocked: '' };
  if (responses.length === 0) return result;
  var answer = postPatiently_(
    responses.map(function (response) {
      return sentOf_(form, response);
    }),
    deadline,
  );
  if (answer.status === 200) return sorted_(result, answer.items, responses);
  var ids = responses.map(function (response) {
    return response.getId();
  });
  if (isTransient_(answer.status)) {
    result.later = ids;
    result.waitMs = answer.retryAfterMs;
    return result;
  }
  var tooMuch = answer.status === 400 || answer.status === 413;
  if (tooMuch && responses.length > 1) {
    // คำตอบหนึ่งอาจใหญ่หรือเสีย จึงแบ่งครึ่งเพื่อให้คำตอบอื่นไปต่อได้
    var half = Math.ceil(responses.length / 2);
    var first = send_(form, responses.slice(0, half), deadline);
    var second = send_(form, responses.slice(half), deadline);
    return merged_(first, second);
  }
  if (!tooMuch) result.blocked = sentence_(answer);
  result.stuck = ids.map(function (id) {
    return { id: id, why: sentence_(answer) };
  });
  return result;
}

function sorted_(result, items, responses) {
  items.forEach(function (item, place) {
    var id = responses[place].getId();
    result.outcomes[item.outcome] = (result.outcomes[item.outcome] || 0) + 1;
    // ไม่มีแถวในระบบ: ระบบอ่านคำตอบนี้ไม่ได้ หรือไม่ใช่สหกรณ์ของคีย์นี้
    if (item.importId) result.done.push(id);
    else result.stuck.push({ id: id, why: item.issues[0] ? item.issues[0].message.th : item.outcome });
  });
  return result;
}

function merged_(a, b) {
  var outcomes = a.outcomes;
  Object.keys(b.outcomes).forEach(function (outcome) {
    outcomes[outcome] = (outcomes[outcome] || 0) + b.outcomes[outcome];
  });
  return {
    done: a.done.concat(b.done),
    stuck: a.stuck.concat(b.stuck),
    later: a.later.concat(b.later),
    waitMs: Math.max(a.waitMs, b.waitMs),
    outcomes: outcomes,
    blocked: a.blocked || b.blocked,
  };
}

/** A few tries with growing pauses; longer ones are left to the queue. */
function postPatiently_(responses, deadline) {
  for (var tries = 1; ; tries++) {
    var answer = post_(responses);
    if (!isTransient_(answer.status) || tries === TRIES_AT_ONCE) return answer;
    var wait = Math.max(answer.retryAfterMs, pause_(1000, tries));
    if (wait > LONGEST_SLEEP_MS || Date.now() + wait >= deadline) return answer;
    Utilities.sleep(wait);
  }
}

/** Status 0: no answer at all. */
function post_(responses) {
  var properties = PropertiesService.getScriptProperties();
  var form = form_();
  var url = (properties.getProperty('REGISTRY_URL') || '').replace(/\/+$/, '');
  var key = properties.getProperty('REGISTRY_KEY') || '';
  if (!url || !key) return { status: 401, code: 'NOT_SET', retryAfterMs: 0, items: [] };
  try {
    var answer = UrlFetchApp.fetch(url + '/v1/form-responses', {
      method: 'post',
      contentType: 'application/json',
      headers: { Authorization: 'Bearer ' + key, 'Accept-Language': 'th' },
      payload: JSON.stringify({
        formId: form.getId(),
        formTitle: (form.getTitle() || 'แบบฟอร์ม').slice(0, 255),
        responses: responses,
      }),
      muteHttpExceptions: true,
      followRedirects: false,
    });
  } catch (error) {
    return { status: 0, code: 'NETWORK', retryAfterMs: 0, items: [] };
  }
  return understood_(answer);
}

function understood_(answer) {
  var status = answer.getResponseCode();
  var headers = answer.getHeaders();
  var retryAfter = headers['Retry-After'] || headers['retry-after'] || 0;
  var body = {};
  try {
    body = JSON.parse(answer.getContentText());
  } catch (error) {
    body = {};
  }
  // 200 ที่ไม่มีรายการไม่ใช่คำตอบของระบบนี้ เช่น หน้าเว็บของเครือข่าย
  if (status === 200 && !Array.isArray(body.items)) status = 502;
  return {
    status: status,
    code: body.code || '',
    detail: body.detail || '',
    retryAfterMs: (Number(retryAfter) || 0) * 1000,
    items: body.items || [],
  };
}

function isTransient_(status) {
  return status === 0 || status === 408 || status === 409 || status === 429 || status >= 500;
}

// ---- แบบฟอร์ม · the form ----

/** Bound to the form, or to the sheet of its answers. */
function form_() {
  var form = FormApp.getActiveForm();
  if (form) return form;
  var sheet = SpreadsheetApp.getActiveSpreadsheet();
  var address = sheet && sheet.getFormUrl();
  if (!address) throw new Error('ไม่พบแบบฟอร์ม กรุณาเปิดสคริปต์นี้จากแบบฟอร์ม หรือจากตารางที่ผูกกับแบบฟอร์ม');
  return FormApp.openByUrl(address);
}

function responseOf_(form, id) {
  try {
    return form.getResponse(id);
  } catch (error) {
    return null;
  }
}

/** Every question in the order of the form, unanswered ones too; the rows of a grid are questions, as in the sheet. */
function sentOf_(form, response) {
  var answers = [];
  form.getItems().forEach(function (item) {
    var type = String(item.getType());
    if (['IMAGE', 'VIDEO', 'PAGE_BREAK', 'SECTION_HEADER'].indexOf(type) >= 0) return;
    var given = response.getResponseForItem(item);
    var answer = given ? given.getResponse() : '';
    if (type !== 'GRID' && type !== 'CHECKBOX_GRID') {
      answers.push({ question: item.getTitle(), answer: answer === null ? '' : answer });
      return;
    }
    var rows = (type === 'GRID' ? item.asGridItem() : item.asCheckboxGridItem()).getRows();
    rows.forEach(function (row, place) {
      var cell = answer ? answer[place] : '';
      answers.push({ question: item.getTitle() + ' [' + row + ']', answer: cell === null ? '' : cell });
    });
  });
  var sent = {
    responseId: response.getId(),
    submittedAt: response.getTimestamp().toISOString(),
    answers: answers,
  };
  if (form.collectsEmail()) sent.email = response.getRespondentEmail() || '';
  return sent;
}

// ---- คำพูด · words ----

function sentence_(answer) {
  if (answer.code === 'NOT_SET') return 'ยังไม่ได้ใส่ REGISTRY_URL และ REGISTRY_KEY ใน Script Properties';
  if (answer.status === 0) return 'ติดต่อระบบไม่ได้ กรุณาตรวจ REGISTRY_URL และอินเทอร์เน็ต';
  if (answer.status === 401) return 'คีย์ไม่ถูกต้อง หมดอายุ หรือถูกยกเลิก กรุณาขอคีย์ใหม่แล้วใส่ใน REGISTRY_KEY';
  if (answer.status === 403) return 'คีย์นี้ไม่มีสิทธิ์ form-responses:write กรุณาขอคีย์ที่มีสิทธิ์นี้';
  if (answer.status === 404 || answer.status === 405 || (answer.status >= 300 && answer.status < 400))
    return 'REGISTRY_URL ไม่ใช่ที่อยู่ของระบบทะเบียนผู้ขาย';
  if (answer.status === 413) return 'คำตอบนี้ใหญ่เกินไป';
  if (isTransient_(answer.status)) return 'ระบบยังไม่ว่าง (' + answer.status + ') สคริปต์จะส่งใหม่เอง';
  return 'ระบบไม่รับ (' + answer.status + ') ' + answer.detail;
}

function stateText_() {
  var stuck = ids_(STUCK);
  var lines = ['รอส่ง: ' + ids_(WAITING).length + ' คำตอบ', 'ค้าง ต้องแก้ไขก่อน: ' + stuck.length + ' คำตอบ'];
  stuck.slice(0, 10).forEach(function (id) {
    lines.push('• ' + id + ': ' + property_(STUCK + id).why);
  });
  var now = property_(RECONCILING);
  if (now) lines.push('กำลังกระทบยอด: ส่งแล้ว ' + now.sent + ' คำตอบ จะทำต่อเอง');
  var last = property_(LAST);
  if (!now && last)
    lines.push(
      'กระทบยอดล่าสุด ' +
        last.at +
        ' ' +
        last.how +
        ': ' +
        last.sent +
        ' คำตอบ ' +
        outcomesText_(last.outcomes),
    );
  return lines.join('\n');
}

function outcomesText_(outcomes) {
  var names = {
    created: 'ผู้ขายใหม่',
    updated: 'แก้ไขข้อมูล',
    unchanged: 'ไม่เปลี่ยนแปลง',
    duplicate: 'ซ้ำ',
    needs_review: 'รอเจ้าหน้าที่',
    rejected: 'ไม่ผ่าน',
    skipped: 'ข้าม',
  };
  return Object.keys(outcomes)
    .map(function (outcome) {
      return names[outcome] + ' ' + outcomes[outcome];
    })
    .join(', ');
}

/** One run at a time; false when another one is on its way. */
function withLock_(work) {
  var lock = LockService.getScriptLock();
  if (!lock.tryLock(20 * 1000)) return false;
  try {
    work(Date.now() + BUDGET_MS);
  } finally {
    lock.releaseLock();
  }
  return true;
}

function ui_() {
  return FormApp.getActiveForm() ? FormApp.getUi() : SpreadsheetApp.getUi();
}

/** A trigger has no window to speak in. */
function say_(text) {
  try {
    ui_().alert(text);
  } catch (error) {
    Logger.log(text);
  }
}
