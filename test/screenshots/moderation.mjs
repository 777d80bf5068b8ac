/**
 * Does a moderator's work in Swagger UI: a sticker, then politics with everything that follows, a pasted chat and a
 * pasted member list. `stage` brings the hands: unfold, fold, execute, show, picture, signIn.
 */
import { messages } from './moderation-messages.mjs';

export async function moderate(page, stage, people) {
  const { unfold, fold, execute, show, picture } = stage;
  const answers = {};
  const fill = (block, body) =>
    block.locator('textarea.body-param__text').fill(JSON.stringify(body, null, 2));
  const body = (block) => block.locator('.opblock-section-request-body');
  /** As it comes from LINE, with its line breaks. */
  const paste = (block, lines) => block.locator('textarea.body-param__text').fill(`{\n"text": "${lines}"\n}`);
  const choose = (block, example) => block.locator('.examples-select select').selectOption(example);
  const run = async (id, prepare = async () => undefined) => {
    const block = await unfold(page, id);
    await prepare(block);
    return { block, answer: await execute(block) };
  };
  const once = async (id, prepare) => {
    const { block, answer } = await run(id, prepare);
    await fold(block);
    return answer;
  };
  /** Does what the list names first, until nothing is left. */
  const doTasks = async () => {
    for (;;) {
      const { items } = await once('tasksList');
      if (items.length === 0) return;
      await once('tasksComplete', (block) => choose(block, 'done'));
    }
  };

  // The sticker.
  const report = await run('reportsFile', (block) => choose(block, 'sticker'));
  await picture(body(report.block), 'moderation-report');
  await fold(report.block);
  const taken = await run('casesClaimNext');
  await picture(taken.block.locator('.live-responses-table'), 'moderation-next');
  answers.case = taken.answer;
  await fold(taken.block);
  const preview = await run('decisionsPreview', (block) => choose(block, 'daily_greeting'));
  await show(preview.block, '"notice"');
  await picture(preview.block.locator('.live-responses-table'), 'moderation-preview');
  answers.preview = preview.answer;
  await fold(preview.block);
  const decision = await run('decisionsDecide');
  await picture(body(decision.block), 'moderation-decision');
  answers.decided = decision.answer;
  await fold(decision.block);
  const tasks = await run('tasksList');
  await show(tasks.block, '"steps"');
  await picture(tasks.block.locator('.live-responses-table'), 'moderation-tasks');
  answers.tasks = tasks.answer;
  await fold(tasks.block);
  const done = await run('tasksComplete', (block) => choose(block, 'done'));
  await picture(body(done.block), 'moderation-task-done');
  await fold(done.block);
  answers.next = await once('tasksList');
  const message = await run('tasksMessage');
  await picture(message.block.locator('.live-responses-table'), 'moderation-message');
  await fold(message.block);
  await doTasks();

  // The sticker again, after the notice: now it counts.
  await once('reportsFile', (block) =>
    fill(block, { ...again(answers.case), messageType: 'sticker', postedAt: new Date().toISOString() }),
  );
  await once('casesClaimNext');
  const second = await run('decisionsPreview', (block) => choose(block, 'daily_greeting'));
  await show(second.block, '"pointsAfter"');
  await picture(second.block.locator('.live-responses-table'), 'moderation-second-sticker');
  answers.second = second.answer;
  await fold(second.block);
  await once('decisionsDecide');
  await doTasks();

  // Politics once, and back.
  await once('reportsFile', (block) =>
    fill(block, { authorUsername: people.seller, messageType: 'text', text: messages.politics }),
  );
  answers.grave = await once('casesClaimNext');
  answers.gravePreview = await once('decisionsPreview', (block) => choose(block, 'politics'));
  answers.removal = await once('decisionsDecide');
  await doTasks();
  const appeal = await unfold(page, 'appealsFile');
  const text = await appeal.locator('textarea.body-param__text').inputValue();
  await fill(appeal, { ...JSON.parse(text), statement: messages.appeal });
  answers.appeal = await execute(appeal);
  await picture(body(appeal), 'moderation-appeal');
  await fold(appeal);

  await stage.signIn(page, people.reviewer);
  answers.heard = await once('appealsClaim');
  const outcome = (block) => fill(block, { outcome: 'overturned', reply: messages.reply });
  const foreseen = await run('appealsPreview', outcome);
  await show(foreseen.block, '"returns"');
  await picture(foreseen.block.locator('.live-responses-table'), 'moderation-appeal-preview');
  answers.foreseen = foreseen.answer;
  await fold(foreseen.block);
  answers.ended = await once('appealsDecide', outcome);

  // A chat and a member list, pasted.
  const chat = await run('chatRead', (block) => paste(block, messages.chat));
  await picture(body(chat.block), 'moderation-chat');
  answers.chat = chat.answer;
  await fold(chat.block);
  answers.fromChat = await once('chatReport', (block) => paste(block, messages.chat));

  // Somebody is removed, and the list of the group shows them under another spelling.
  await once('reportsFile', (block) =>
    fill(block, { authorUsername: people.returner, messageType: 'text', text: messages.politics }),
  );
  await once('casesClaimNext');
  await once('decisionsPreview', (block) => choose(block, 'politics'));
  await once('decisionsDecide');
  await doTasks();
  const audit = await run('rosterCompare', (block) => paste(block, messages.members));
  await picture(body(audit.block), 'moderation-members');
  answers.audit = audit.answer;
  await fold(audit.block);
  const entries = await run('rosterEntries', (block) =>
    block.locator('tr[data-param-name="verdict"] select').selectOption('removed_before'),
  );
  await picture(entries.block.locator('.live-responses-table'), 'moderation-roster');
  answers.entries = entries.answer;
  await fold(entries.block);
  return answers;
}

/** The author of the case, as a report names them. */
const again = ({ subject: { nickname } }) => ({ authorUsername: nickname });
