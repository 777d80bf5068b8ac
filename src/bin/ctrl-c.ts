/** How long a second Ctrl-C is waited for. */
const choiceMs = 5_000;

const choice = `
ยังไม่ได้ยกเลิก: กด Ctrl-C อีกครั้งภายใน 5 วินาทีเพื่อยกเลิกการนำเข้า (แถวที่ทำแล้วคงอยู่)
ไม่กดอีก โปรแกรมนี้จะหยุดดู แล้วระบบที่เปิดอยู่จะนำเข้าต่อจนจบ
Not cancelled: press Ctrl-C again within 5 seconds to cancel the import (rows that are done stay).
Otherwise this program stops looking, and the service goes on with the import.`;

/** What the person at the terminal wishes: nothing yet, to leave the import alone, or to cancel it. */
export class CtrlC {
  private readonly ending = new AbortController();
  private presses = 0;
  wantsCancel = false;

  /** Aborts once the choice is made. */
  get signal(): AbortSignal {
    return this.ending.signal;
  }

  listen(): void {
    process.on('SIGINT', () => this.press());
  }

  private press(): void {
    this.presses++;
    if (this.presses > 2) process.exit(1);
    if (this.presses === 1) {
      console.error(choice);
      setTimeout(() => this.ending.abort(), choiceMs).unref();
      return;
    }
    this.wantsCancel = true;
    this.ending.abort();
  }
}
