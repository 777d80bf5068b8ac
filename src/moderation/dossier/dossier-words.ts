/** What things are called in a dossier, in plain words: ฝ่าฝืนกติกา ตักเตือนครั้งสุดท้าย ยืนตามคำวินิจฉัยเดิม */
import type { Message } from '../../platform/message.js';
import type { MessageType } from '../../screening/message-type.js';
import type { Appellant, AppealOutcome } from '../appeals/appeal.js';
import type { Leniency } from '../decisions/decision.js';
import type { LadderStep } from '../policy/policy.js';
import type { ProposalKind, ProposalStatus } from '../proposals/proposal.js';
import type { EndCause } from '../standing/strike.js';
import type { TaskKind } from '../tasks/task.js';

type Words<K extends string> = Readonly<Record<K, Message>>;

export const stepWords: Words<LadderStep> = {
  none: { th: 'ไม่มีมาตรการ', en: 'no step' },
  warning: { th: 'ตักเตือน', en: 'warning' },
  final_warning: { th: 'ตักเตือนครั้งสุดท้าย', en: 'final warning' },
  removal: { th: 'เชิญออกจากกลุ่ม', en: 'removal from the group' },
};

export const messageWords: Words<MessageType> = {
  text: { th: 'ข้อความ', en: 'a message' },
  sticker: { th: 'สติกเกอร์', en: 'a sticker' },
  image: { th: 'รูปภาพ', en: 'a picture' },
  link: { th: 'ลิงก์', en: 'a link' },
};

export const leniencyWords: Words<Leniency> = {
  first_time: { th: 'เพราะเป็นครั้งแรก', en: 'as it was the first time' },
  before_notice: {
    th: 'เพราะส่งก่อนได้รับแจ้งครั้งก่อน',
    en: 'as it was posted before they were told of the last one',
  },
};

export const taskWords: Words<TaskKind> = {
  delete_message: { th: 'ลบข้อความในกลุ่ม', en: 'delete the message' },
  remove_member: { th: 'นำออกจากกลุ่ม', en: 'remove them from the group' },
  deliver_notice: { th: 'แจ้งผลให้เจ้าตัวทราบ', en: 'tell them the result' },
  lift_ban: { th: 'ปลดการห้ามกลับเข้ากลุ่ม', en: 'lift the rejoin ban' },
  invite: { th: 'เชิญเข้ากลุ่ม', en: 'invite them into the group' },
  rename: { th: 'ขอให้เปลี่ยนชื่อในกลุ่ม', en: 'ask them to rename' },
};

export const appellantWords: Words<Appellant> = {
  seller: { th: 'เจ้าตัว', en: 'The person' },
  cooperative_officer: { th: 'เจ้าหน้าที่สหกรณ์', en: 'An officer of the cooperative' },
  moderator: { th: 'ผู้ดูแล (ทำแทนเจ้าตัว)', en: 'A moderator on their behalf' },
};

export const rulingWords: Words<AppealOutcome> = {
  upheld: { th: 'ยืนตามคำวินิจฉัยเดิม', en: 'the decision was upheld' },
  modified: { th: 'แก้ไขคำวินิจฉัยให้เบาลง', en: 'the decision was made milder' },
  overturned: { th: 'ยกเลิกคำวินิจฉัยเดิม', en: 'the decision was overturned' },
};

export const causeWords: Words<EndCause> = {
  appeal: { th: 'ตามผลการอุทธรณ์', en: 'by an appeal' },
  reinstatement: { th: 'ตามการรับกลับเข้ากลุ่ม', en: 'by a reinstatement' },
};

export const proposalWords: Words<ProposalKind> = {
  decision: { th: 'เสนอคำวินิจฉัยที่ต้องมีผู้ยืนยันอีกคน', en: 'A decision that takes two people was proposed' },
  reinstatement: { th: 'เสนอให้รับกลับเข้ากลุ่ม', en: 'It was proposed to take them back' },
};

export const endingWords: Words<Exclude<ProposalStatus, 'proposed'>> = {
  confirmed: { th: 'ผู้ดูแลอีกคนยืนยันข้อเสนอ', en: 'Another moderator confirmed the proposal' },
  refused: { th: 'ผู้ดูแลอีกคนไม่เห็นชอบข้อเสนอ', en: 'Another moderator refused the proposal' },
  withdrawn: { th: 'ผู้เสนอถอนข้อเสนอ', en: 'The proposal was withdrawn' },
};
